"""A handover as a page of rich text, for the screen and for paper."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from html import escape

from PySide6.QtCore import QCoreApplication

from console.client.store import Store
from console.domain.handover import Handover, HandoverState
from console.domain.handover_sheet import (
    HandoverSheet,
    SheetAlarm,
    SheetCase,
    SheetChange,
)
from console.domain.signature import Signature
from widgets.common.places import short_place
from widgets.common.terms import Terms
from widgets.handover.page_colours import PageColours
from widgets.i18n.texts import Texts

MOST_LINES = 200
"""Longest list on a page; what is left out is counted."""


SHORT = 18
"""Cells up to this length are not broken into lines, characters."""


class SheetHtml:
    """Writes sheets in the colours given; every name and note is escaped."""

    def __init__(self, store: Store, colours: PageColours) -> None:
        self._store = store
        self._colours = colours

    @staticmethod
    def tr(source: str) -> str:
        """Translate in this class's own context."""
        return QCoreApplication.translate("SheetHtml", source)

    def page(self, sheet: HandoverSheet, *, notes: bool) -> str:
        """The whole sheet; `notes` where they stand nowhere else."""
        head = sheet.handover
        parts = [self._title(head)]
        if notes:
            parts.append(self._section(self.tr("Notes"), self._notes(head.notes)))
        counts = head.counts
        cameras = self.tr("Cameras without a picture: {down} of {all}").format(
            down=counts.cameras_down, all=counts.cameras
        )
        changes = self.tr("Since the last handover: {count}").format(count=counts.changes)
        parts += [
            self._section(
                self.tr("Open cases: {count}, overdue {late}, under supervision {cards}").format(
                    count=counts.cases, late=counts.overdue, cards=counts.cards
                ),
                self._table([self._case(one, head) for one in sheet.cases]),
            ),
            self._section(
                self.tr("Alarms to see: {count}, shelved {shelved}").format(
                    count=counts.alarms, shelved=counts.shelved
                ),
                self._table([self._alarm(one, head) for one in sheet.alarms]),
            ),
            self._section(
                cameras,
                self._table([(one.number, one.name) for one in sheet.cameras]),
            ),
            self._section(
                self.tr("Sources not heard: {count}").format(count=counts.links_down),
                self._table([(one.name, one.source) for one in sheet.links]),
            ),
            self._section(changes, self._table([self._change(c, head) for c in sheet.changes])),
        ]
        if head.id:
            parts.append(self._signatures(head))
        ink, paper = self._colours.ink, self._colours.paper
        return f'<body style="color:{ink}; background:{paper}">{"".join(parts)}</body>'

    def _title(self, head: Handover) -> str:
        district = self._store.district
        centre = escape(district.centre_name) if district else ""
        name = self.tr("Shift handover {id}").format(id=head.id) if head.id else ""
        name = name or self.tr("What would be handed over now")
        lines = [f"{Texts.date(head.prepared_at)} {Texts.clock(head.prepared_at)}"]
        if head.prepared_by:
            lines.append(self.tr("drawn up by {name}").format(name=escape(head.prepared_by)))
        if head.since:
            since = f"{head.since.astimezone():%m-%d %H:%M}"
            lines.append(self.tr("last handover {time}").format(time=since))
        if head.state is HandoverState.WITHDRAWN:
            withdrawn = self.tr("WITHDRAWN")
            lines.append(f"<b>{withdrawn}</b>")
        muted = self._colours.muted
        return (
            f'<p style="font-size:20px; margin-bottom:2px"><b>{centre} {escape(name)}</b></p>'
            f'<p style="color:{muted}; margin-top:0">{" · ".join(lines)}</p>'
        )

    def _section(self, title: str, body: str) -> str:
        accent = self._colours.accent
        return (
            f'<p style="font-size:16px; color:{accent}; margin-top:16px; margin-bottom:4px">'
            f"<b>{escape(title)}</b></p>{body}"
        )

    def _notes(self, notes: str) -> str:
        words = escape(notes).replace("\n", "<br>") or self.tr("none")
        return f"<p>{words}</p>"

    def _table(self, rows: Sequence[Iterable[str]]) -> str:
        if not rows:
            none = self.tr("none")
            return f'<p style="color:{self._colours.muted}; margin-top:0">{none}</p>'
        line = self._colours.line
        cells = "".join(
            "<tr>" + "".join(f"<td>{_unbroken(cell)}&nbsp;&nbsp;</td>" for cell in row) + "</tr>"
            for row in rows[:MOST_LINES]
        )
        left = len(rows) - MOST_LINES
        more = self.tr("and {count} more").format(count=left) if left > 0 else ""
        style = f'style="border-color:{line}" width="100%" cellspacing="0" cellpadding="4"'
        return f"<table {style}>{cells}</table>{more}"

    def _case(self, one: SheetCase, head: Handover) -> tuple[str, ...]:
        return (
            Terms.level(one.level),
            one.number[-13:],
            one.title,
            short_place(self._store, one.grid),
            self._state(one),
            one.holder,
            self._clock(one, head),
        )

    def _state(self, one: SheetCase) -> str:
        words = self.tr("suspended") if one.suspended else Terms.case_state(one.state)
        return f"{words} {Terms.card(one.card)}" if one.card else words

    def _clock(self, one: SheetCase, head: Handover) -> str:
        if one.clock is None or one.due_at is None:
            return ""
        left = Texts.countdown(one.due_at, head.prepared_at)
        due = Texts.short_clock(one.due_at, head.prepared_at)
        words = f"{Terms.clock(one.clock)} {due} ({left})"
        if one.first_due_at is None:
            return words
        first = Texts.short_clock(one.first_due_at, head.prepared_at)
        return self.tr("{clock}, extended from {time}").format(clock=words, time=first)

    def _alarm(self, one: SheetAlarm, head: Handover) -> tuple[str, ...]:
        state = Terms.alarm_state(one.state)
        if one.until:
            until = Texts.short_clock(one.until, head.prepared_at)
            state = self.tr("{state} until {time}").format(state=state, time=until)
        repeats = f"×{one.count}" if one.count > 1 else ""
        raised = Texts.short_clock(one.raised_at, head.prepared_at)
        place = short_place(self._store, one.grid) or one.key
        return Terms.level(one.level), one.title, place, raised, state, repeats

    def _change(self, one: SheetChange, head: Handover) -> tuple[str, ...]:
        what = Terms.card(one.card) if one.card else Terms.action(one.action)
        time = Texts.short_clock(one.at, head.prepared_at)
        return time, Terms.level(one.level), one.number[-4:], one.title, what, one.by

    def _signatures(self, head: Handover) -> str:
        rows = (
            (self.tr("Hands over"), self._signed(head.outgoing)),
            (self.tr("Takes over"), self._signed(head.incoming)),
        )
        digest = head.sha256[:16]
        seal = self.tr("Digest {digest}, also in the audit log").format(digest=digest)
        seal = f'<p style="color:{self._colours.muted}">{seal}</p>' if digest else ""
        return self._section(self.tr("Signatures"), self._table(rows)) + seal

    def _signed(self, signature: Signature | None) -> str:
        if signature is None:
            return self.tr("not signed")
        at = f"{signature.at.astimezone():%Y-%m-%d %H:%M:%S}"
        return f"{signature.name} · {at} · {signature.console}"


def _unbroken(cell: str) -> str:
    """A cell that breaks only where it is long: numbers and moments stay on one line."""
    words = escape(cell)
    return f"<nobr>{words}</nobr>" if len(cell) <= SHORT else words
