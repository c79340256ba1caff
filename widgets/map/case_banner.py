"""Announces a new level-1 or level-2 case on the map without moving it."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSizePolicy, QToolButton, QWidget

from console.domain.case import Case
from widgets.common.elided_label import ElidedLabel
from widgets.common.level_badge import draw_level
from widgets.map.palette import mix, with_alpha
from widgets.theme import Theme

_HEIGHT = 40
_WIDEST = 640
_CLEAR = 34
"""Pixels round the case's mark that the banner leaves free."""
_STAR = "★"
_CLOSE = "✕"


class CaseBanner(QFrame):
    """Level, title and place of one case; the star goes there, pressed again it comes back."""

    star_toggled = Signal(bool)
    """True: go to the case; False: return to where the view was."""
    dismissed = Signal()
    """The operator has taken notice."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._map = parent
        self._theme = theme
        self._level = 4
        self.number = ""
        self._badge = _Badge(theme, self)
        self._news = QLabel(self)
        self._title = ElidedLabel("", self)
        self._place = QLabel(self)
        self._more = QLabel(self)
        self._star = QToolButton(self)
        self._star.setText(_STAR)
        self._star.setCheckable(True)
        self._star.toggled.connect(self._starred)
        self._close = QToolButton(self)
        self._close.setText(_CLOSE)
        self._close.clicked.connect(self.dismissed)
        self._arrange()
        self.retranslate()
        self.restyle()
        theme.changed.connect(self.restyle)
        self.hide()

    @property
    def away(self) -> bool:
        """Whether the star has taken the view to the case."""
        return self._star.isChecked()

    @property
    def star(self) -> QToolButton:
        """The button that goes there and back."""
        return self._star

    def tell(self, case: Case, place: str, waiting: int) -> None:
        """Announce a case; `waiting` others come after it."""
        if case.number != self.number:
            self._star.blockSignals(True)
            self._star.setChecked(False)
            self._star.blockSignals(False)
        self.number = case.number
        self._level = case.level
        self._badge.level = case.level
        self._title.setText(case.opening.title)
        self._place.setText(place)
        self._place.setVisible(bool(place))
        self._more.setText(self.tr("{count} more").format(count=waiting))
        self._more.setVisible(waiting > 0)
        self.setAccessibleName(
            self.tr("New case, level {level}: {title}").format(
                level=case.level, title=case.opening.title
            )
        )
        self.restyle()
        self.show()
        self.raise_()

    def place_in(self, width: int, subject: QPointF | None = None) -> None:
        """Sit at the top of the map, in the middle; below `subject`, the case, if it is there."""
        wide = min(_WIDEST, width - 32, self._wanted())
        box = QRect((width - wide) // 2, 12, wide, _HEIGHT)
        if subject is not None:
            near = box.adjusted(-_CLEAR, -_CLEAR, _CLEAR, _CLEAR)
            if near.contains(subject.toPoint()):
                box.moveTop(round(subject.y()) + _CLEAR)
        self.setGeometry(box)

    def retranslate(self) -> None:
        """Words in the language in force."""
        self._news.setText(self.tr("New case"))
        self._star.setToolTip(self._star_words())
        self._star.setAccessibleName(self._star_words())
        self._close.setToolTip(self.tr("Seen"))
        self._close.setAccessibleName(self.tr("Seen"))

    def restyle(self) -> None:
        """Colours of the theme in force."""
        theme = self._theme
        text, muted = theme.color("text").name(), theme.color("muted").name()
        accent = theme.color("accent").name()
        self.setStyleSheet(
            f"QLabel{{color:{muted};background:transparent;border:none;font-size:13px}}"
            f"ElidedLabel{{color:{text};font-size:15px;font-weight:600}}"
            f"QToolButton{{color:{text};background:transparent;border:1px solid transparent;"
            "border-radius:4px;font-size:17px;min-width:28px;min-height:28px;padding:0}"
            f"QToolButton:hover,QToolButton:focus{{border-color:{accent}}}"
            f"QToolButton:checked{{color:{accent};border-color:{accent}}}"
        )
        self._badge.update()
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """A panel in the level's colour, mixed so that the words stay readable."""
        level: QColor = self._theme.level(self._level)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(level, 1.4))
        painter.setBrush(with_alpha(mix(level, self._theme.color("field_deep"), 0.22), 0.97))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 4, 4)
        painter.end()

    def _arrange(self) -> None:
        self._title.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        row = QHBoxLayout(self)
        row.setContentsMargins(10, 4, 6, 4)
        row.setSpacing(10)
        words = (self._news, self._title, self._place, self._more)
        for part in (self._badge, *words, self._star, self._close):
            row.addWidget(part)
        row.setStretchFactor(self._title, 1)

    def _wanted(self) -> int:
        self.ensurePolished()
        self._title.ensurePolished()
        words = self._title.fontMetrics().horizontalAdvance(self._title.text()) + 8
        row = self.layout()
        return (
            (row.sizeHint().width() if row is not None else 0)
            - self._title.sizeHint().width()
            + words
        )

    def _star_words(self) -> str:
        return self.tr("Go back") if self.away else self.tr("Go there")

    def _starred(self, going: bool) -> None:
        self.retranslate()
        self.star_toggled.emit(going)


class _Badge(QWidget):
    """The mark of the case's level."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self.level = 4
        self.setFixedSize(QSize(26, 26))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the mark."""
        painter = QPainter(self)
        draw_level(painter, QRectF(1, 1, 24, 24), self.level, self._theme)
        painter.end()
