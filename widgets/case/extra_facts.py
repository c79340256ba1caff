"""Facts of a case that most cases do not have."""

from __future__ import annotations

from PySide6.QtCore import QObject

from console.domain.case import Case
from widgets.common.terms import Terms
from widgets.common.ticker import Now
from widgets.i18n.texts import Texts


class ExtraFacts(QObject):
    """Names and values for the grid of facts; an empty value leaves its row out."""

    def __init__(self, now: Now, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._now = now

    def names(self) -> list[str]:
        """The names, in the order of the values."""
        return [
            self.tr("Extended"),
            self.tr("Sent back"),
            self.tr("Repeated"),
            self.tr("Outcome"),
            self.tr("Satisfaction"),
        ]

    def values(self, case: Case) -> tuple[str, ...]:
        """What is known of `case`."""
        return (
            self._extended(case),
            self._returned(case),
            self._repeated(case),
            self._outcome(case),
            f"{case.satisfaction} / 5" if case.satisfaction else "",
        )

    def _extended(self, case: Case) -> str:
        clock = next((one for one in case.clocks if one.first_due_at is not None), None)
        if clock is None or clock.first_due_at is None:
            return ""
        return self.tr("{clock} until {due}, first {before}").format(
            clock=Terms.clock(clock.kind),
            due=Texts.short_clock(clock.due_at, self._now()),
            before=Texts.short_clock(clock.first_due_at, self._now()),
        )

    def _returned(self, case: Case) -> str:
        if not case.returns:
            return ""
        names = "、".join(dict.fromkeys(case.returned_by))
        return self.tr("{count} times: {names}").format(count=case.returns, names=names)

    def _repeated(self, case: Case) -> str:
        if not case.repeats:
            return ""
        return self.tr(
            "{count} of this type here in 7 days: merge what is the same, or propose "
            "supervision or a special task"
        ).format(count=case.repeats)

    def _outcome(self, case: Case) -> str:
        outcome = case.outcome
        if outcome is None:
            return ""
        return self.tr("{injured} injured, {dead} dead, loss {loss} yuan").format(
            injured=outcome.injured, dead=outcome.dead, loss=f"{outcome.loss_yuan:,}"
        )
