"""The rows of the case panel's sections, in words."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QLocale, QObject

from console.domain.approval import Approval
from console.domain.attachment import PhotoGroup
from console.domain.case import Case
from console.domain.case_log import Action
from console.domain.sub_task import SubTask, SubTaskState
from widgets.case.case_line import CaseLine, Mark
from widgets.common.terms import Terms
from widgets.common.ticker import Now
from widgets.i18n.texts import Texts


class LineWords(QObject):
    """Turns what a case holds into rows; a row's key is what a command names."""

    def __init__(self, now: Now, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._now = now

    def approvals(self, case: Case) -> list[CaseLine]:
        """What waits for a second person."""
        return [
            CaseLine(
                str(one.request),
                Mark.ASK,
                self.approval(one),
                f"{one.by} {Texts.short_clock(one.at, self._now())}",
            )
            for one in case.approvals
        ]

    def approval(self, one: Approval) -> str:
        """What is asked for, and why."""
        what = {
            Action.SUSPENDED: self.tr("Suspend"),
            Action.VOIDED: self.tr("Void"),
            Action.EXTENDED: self.tr("Extend by {days} d").format(days=one.days),
        }[one.action]
        return f"{what} · {one.reason}"

    def checklist(self, case: Case) -> tuple[list[CaseLine], str]:
        """Items with owner, or who ticked them when; how many are done and how many block."""
        lines = []
        due = {line.item.text for line in case.items_due}
        for line in case.response.checklist:
            item, note = line.item, line.item.owner
            if line.done_at is not None:
                note = f"{line.by} {Texts.short_clock(line.done_at, self._now())}"
            text = (
                self.tr("{item} (not needed)").format(item=item.text)
                if line.waived
                else (item.text)
            )
            mark = Mark.DONE if line.done else Mark.DUE if item.text in due else Mark.OPEN
            lines.append(CaseLine(item.text, mark, text, note))
        done = sum(line.done for line in case.response.checklist)
        news = f"{done} / {len(lines)}"
        if due:
            news += "  " + self.tr("{count} required before closing").format(count=len(due))
        return lines, news

    def calls(self, case: Case) -> tuple[list[CaseLine], str]:
        """Who must be told, and whether they were reached."""
        lines, now = [], self._now()
        for call in case.response.calls:
            if call.reached_at is not None:
                reached = Texts.short_clock(call.reached_at, now)
                note, mark = self.tr("reached {time}").format(time=reached), Mark.DONE
            elif call.called_at is not None:
                called = Texts.short_clock(call.called_at, now)
                note, mark = self.tr("no answer {time}").format(time=called), Mark.HALF
            else:
                note, mark = "", Mark.DUE if case.in_response else Mark.OPEN
            lines.append(CaseLine(call.party, mark, call.party, note))
        reached_all = sum(call.reached_at is not None for call in case.response.calls)
        return lines, self.tr("{done} / {all} reached").format(done=reached_all, all=len(lines))

    def tasks(self, case: Case) -> tuple[list[CaseLine], str]:
        """What each co-handler does and how far it is."""
        lines = [CaseLine(one.holder, *self._task(case, one)) for one in case.tasks]
        done = sum(not one.open for one in case.tasks)
        return lines, self.tr("{done} / {all} done").format(done=done, all=len(lines))

    def _task(self, case: Case, one: SubTask) -> tuple[Mark, str, str]:
        mark = {SubTaskState.DONE: Mark.DONE, SubTaskState.ACCEPTED: Mark.HALF}.get(
            one.state, Mark.OPEN
        )
        state = {
            SubTaskState.ASKED: self.tr("asked"),
            SubTaskState.ACCEPTED: self.tr("accepted"),
            SubTaskState.DONE: self.tr("done"),
        }[one.state]
        level = f"{Terms.level(one.level)} · " if one.level < case.level else ""
        text = level + " · ".join(part for part in (one.holder, one.task) if part)
        return mark, text, f"{state} {Texts.short_clock(one.since, self._now())}"

    def ties(self, case: Case, cases: Mapping[str, Case]) -> list[CaseLine]:
        """The case it was merged into, its members, and those it is linked with."""
        kinds = (
            (self.tr("merged into"), (case.merged_into,) if case.merged_into else ()),
            (self.tr("member"), case.members),
            (self.tr("linked"), case.linked),
        )
        lines = []
        for kind, numbers in kinds:
            for number in numbers:
                other = cases.get(number)
                title = f" {other.opening.title}" if other else ""
                lines.append(CaseLine(number, Mark.LINK, f"{number[-4:]}{title}", kind))
        return lines

    def files(self, case: Case) -> tuple[list[CaseLine], str]:
        """Files by group, and which photos are missing."""
        lines = [
            CaseLine(
                f"{one.group} {one.sha256}",
                Mark.LINK,
                one.name,
                f"{self.group(one.group)} · {QLocale().formattedDataSize(one.size)}",
            )
            for one in case.attachments
        ]
        missing = "、".join(self.group(group) for group in case.photos_missing)
        lines += [
            CaseLine(f"missing {group}", Mark.DUE, self.missing(group), "")
            for group in case.photos_missing
        ]
        return lines, self.tr("missing: {groups}").format(groups=missing) if missing else ""

    def missing(self, group: PhotoGroup) -> str:
        """A photo that the type asks for."""
        return self.tr("Photo {group} required before closing").format(group=self.group(group))

    def group(self, group: PhotoGroup) -> str:
        """What a photo shows."""
        return {
            PhotoGroup.SCENE: self.tr("of the scene"),
            PhotoGroup.BEFORE: self.tr("before"),
            PhotoGroup.AFTER: self.tr("after"),
        }[group]
