"""How the shift does against NFPA 1225 and EEMUA 191: figure, limit, light."""

from __future__ import annotations

from datetime import datetime

import msgspec
from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from console.client.questions import Answer, Questions
from console.codec import decode
from console.domain.result import ResultCode
from console.domain.sla import Light
from console.domain.yardsticks import LEAST_SAMPLES, MIX, Share, Yardsticks
from widgets.case.dialog_frame import DialogFrame
from widgets.common.lamp import LampState, draw_lamp
from widgets.common.ticker import Ticker
from widgets.i18n.texts import Texts
from widgets.theme import Theme

ASK_EVERY_S = 10
_LAMPS = {Light.GREEN: LampState.OK, Light.AMBER: LampState.WARN, Light.RED: LampState.BAD}


class _Dot(QWidget):
    """A lamp beside a figure; dark where there are too few samples."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.state = LampState.OFF
        self.setFixedSize(QSize(14, 14))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the lamp."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        draw_lamp(painter, QRectF(2, 2, 10, 10), self.state, self._theme)
        painter.end()


class YardsticksDialog(DialogFrame):
    """Asks the hub every ten seconds while it is open; Esc closes."""

    def __init__(
        self, theme: Theme, ticker: Ticker, questions: Questions, parent: QWidget | None = None
    ) -> None:
        super().__init__("", "", parent)
        self.set_words(self.tr("Yardsticks of the shift"), self.tr("Close"))
        self.setModal(False)
        self.setMinimumWidth(760)
        self._questions = questions
        self._now = ticker.now
        self._asked_at: datetime | None = None
        self._since = QLabel(self.tr("Waiting for the hub…"))
        self._since.setObjectName("hint")
        self._since.setWordWrap(True)
        self.lines: list[tuple[_Dot, QLabel, QLabel, QLabel]] = []
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(12)
        grid.setColumnStretch(3, 1)
        for row, (name, limit) in enumerate(self._names()):
            cells = (_Dot(theme), QLabel(name), QLabel("–"), QLabel(limit))
            cells[2].setObjectName("panelTitle")
            cells[3].setObjectName("hint")
            cells[3].setWordWrap(True)
            for place, cell in enumerate(cells):
                grid.addWidget(cell, row, place, Qt.AlignmentFlag.AlignVCenter)
            self.lines.append(cells)
        column = QVBoxLayout()
        column.setSpacing(14)
        column.addWidget(self._since)
        column.addLayout(grid)
        self.body.addLayout(column)
        for button in self.findChildren(QPushButton):
            button.setVisible(button is self.accept_button)
        ticker.ticked.connect(self._tick)

    def _names(self) -> tuple[tuple[str, str], ...]:
        high, medium, low = MIX
        return (
            (
                self.tr("Alarms answered"),
                self.tr("NFPA 1225: within 10 s in 90 %, levels 1–2, from raised to acknowledged"),
            ),
            (
                self.tr("Cases processed"),
                self.tr("NFPA 1225: within 60 s in 90 %, levels 1–2, from reported to dispatched"),
            ),
            (
                self.tr("Alarm load, mean"),
                self.tr("EEMUA 191: 1 in 10 min is acceptable, 2 can be managed"),
            ),
            (
                self.tr("Alarm load, worst 10 min"),
                self.tr("EEMUA 191: 10 in 10 min is a flood"),
            ),
            (
                self.tr("Levels 1–2 / 3 / 4"),
                self.tr("EEMUA 191: about {high} / {medium} / {low} %").format(
                    high=high, medium=medium, low=low
                ),
            ),
        )

    def ask(self) -> None:
        """Ask for the figures as they are now."""
        self._asked_at = self._now()
        self._questions.ask("yardsticks", {}, self._take)

    def _tick(self, now: datetime) -> None:
        asked = self._asked_at
        if self.isVisible() and asked and (now - asked).total_seconds() >= ASK_EVERY_S:
            self.ask()

    def _take(self, answer: Answer) -> None:
        if answer.code is ResultCode.NOT_ALLOWED:
            self._since.setText(self.tr("Your role does not see the figures of the shift."))
        elif not answer.ok or not answer.rows:
            self._since.setText(self.tr("The hub could not answer. Close this and try again."))
        else:
            try:
                self.show_figures(decode(answer.rows[0], Yardsticks))
            except msgspec.MsgspecError:
                self._since.setText(self.tr("The hub could not answer. Close this and try again."))

    def show_figures(self, found: Yardsticks) -> None:
        """Put figures and lights on the screen."""
        length = Texts.span((found.until - found.since).total_seconds())
        self._since.setText(
            self.tr("Shift since {time}, {length}; {count} alarms. Exercises do not count.").format(
                time=Texts.short_clock(found.since, found.until), length=length, count=found.alarms
            )
        )
        high, medium, low = found.percent
        mix = f"{high} / {medium} / {low} %" if found.alarms else "–"
        self._line(0, self._share(found.answered), found.answered.light)
        self._line(1, self._share(found.processed), found.processed.light)
        self._line(2, self.tr("{n} in 10 min").format(n=f"{found.mean:g}"), found.mean_light)
        self._line(3, str(found.peak), found.peak_light)
        self._line(4, mix, found.mix_light)

    def _share(self, share: Share) -> str:
        if not share.count:
            return self.tr("no samples yet")
        if share.count < LEAST_SAMPLES:
            return self.tr("{within} of {count}: too few to judge").format(
                within=share.within, count=share.count
            )
        return self.tr("{percent} % of {count}, 90 % within {time}").format(
            percent=int(100 * share.share), count=share.count, time=Texts.rough(share.p90_s)
        )

    def _line(self, row: int, figure: str, light: Light | None) -> None:
        dot, name, value, _limit = self.lines[row]
        dot.state = _LAMPS[light] if light else LampState.OFF
        dot.update()
        value.setText(figure)
        value.setAccessibleName(f"{name.text()}: {figure}")
