"""The map panel's head: title, layer switches, how late the data is, and what the map is not."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QToolButton, QWidget

from widgets.i18n.texts import Texts
from widgets.map.layer import Layer
from widgets.theme import Theme

HEIGHT = 40
QUICK = (Layer.CASES, Layer.GRIDS, Layer.CAMERAS, Layer.UNITS)
"""Layers with a switch of their own; the menu has all."""


class MapHead(QWidget):
    """One row of 40 pixels above the map."""

    layers_changed = Signal(object)
    """The layers to show, a frozenset of `Layer`."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._layers = frozenset(Layer)
        self._late: float | None = None
        self._title = QLabel(self)
        self._title.setObjectName("mapTitle")
        self._stale = QLabel(self)
        self._stale.setObjectName("mapStale")
        self._invented = QLabel(self)
        self._invented.setObjectName("mapInvented")
        self._buttons = {layer: self._switch(layer) for layer in QUICK}
        self._menu = QMenu(self)
        self._actions = {layer: self._entry(layer) for layer in Layer}
        self._more = QToolButton(self)
        self._more.setMenu(self._menu)
        self._more.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._arrange()
        self._retranslate()
        self._restyle()
        theme.changed.connect(self._restyle)
        self._stale.hide()
        self._invented.hide()

    @property
    def layers(self) -> frozenset[Layer]:
        """The layers switched on."""
        return self._layers

    @property
    def switches(self) -> Mapping[Layer, QToolButton]:
        """The quick switches by layer."""
        return self._buttons

    @property
    def buttons(self) -> tuple[QToolButton, ...]:
        """Everything in the row that can be pressed, from left to right."""
        return (*self._buttons.values(), self._more)

    def show_layers(self, layers: Iterable[Layer]) -> None:
        """Switch exactly these layers on."""
        wanted = frozenset(layers)
        for layer in Layer:
            self._set(layer, layer in wanted)

    def set_invented(self, invented: bool) -> None:
        """Say that the map shows an invented district, or do not."""
        self._invented.setVisible(invented)

    def set_stale(self, seconds: float | None) -> None:
        """Say that the data is so many seconds late; None: it is not."""
        self._late = seconds
        self._stale.setVisible(seconds is not None)
        if seconds is not None:
            self._stale.setText(self.tr("Data {age} old").format(age=Texts.rough(seconds)))

    def minimumSizeHint(self) -> QSize:
        """Room for everything but the quick switches, which the menu can stand in for."""
        whole = super().minimumSizeHint()
        spacing = self._row.spacing()
        quick = sum(
            button.sizeHint().width() + spacing
            for button in self._buttons.values()
            if not button.isHidden()
        )
        return QSize(whole.width() - quick, whole.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In a narrow panel the quick switches give way to the menu."""
        super().resizeEvent(event)
        spacing = self._row.spacing()
        buttons = self._buttons.values()
        quick = sum(button.sizeHint().width() + spacing for button in buttons)
        room = self.width() - self.minimumSizeHint().width()
        for button in buttons:
            button.setVisible(room >= quick)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _names(self) -> dict[Layer, str]:
        return {
            Layer.CASES: self.tr("Cases"),
            Layer.GRIDS: self.tr("Grid state"),
            Layer.CAMERAS: self.tr("Cameras"),
            Layer.UNITS: self.tr("Unit tracks"),
            Layer.ROADS: self.tr("Roads"),
            Layer.LABELS: self.tr("Names"),
            Layer.SITES: self.tr("Sites"),
            Layer.VENUES: self.tr("Venues"),
            Layer.SECTORS: self.tr("Search sectors"),
        }

    def _switch(self, layer: Layer) -> QToolButton:
        button = QToolButton(self)
        button.setCheckable(True)
        button.setChecked(True)
        button.toggled.connect(lambda on: self._set(layer, on))
        return button

    def _entry(self, layer: Layer) -> QAction:
        action = self._menu.addAction("")
        action.setCheckable(True)
        action.setChecked(True)
        action.toggled.connect(lambda on: self._set(layer, on))
        return action

    def _set(self, layer: Layer, on: bool) -> None:
        layers = self._layers | {layer} if on else self._layers - {layer}
        if layers == self._layers:
            return
        self._layers = layers
        self._actions[layer].setChecked(on)
        if layer in self._buttons:
            self._buttons[layer].setChecked(on)
        self.layers_changed.emit(layers)

    def _arrange(self) -> None:
        self.setFixedHeight(HEIGHT)
        self._row = row = QHBoxLayout(self)
        row.setContentsMargins(12, 0, 12, 1)
        row.setSpacing(4)
        row.addWidget(self._title)
        row.addSpacing(8)
        row.addWidget(self._stale)
        row.addStretch(1)
        for button in self._buttons.values():
            row.addWidget(button)
        row.addWidget(self._more)
        row.addSpacing(4)
        row.addWidget(self._invented, 0, Qt.AlignmentFlag.AlignVCenter)

    def _retranslate(self) -> None:
        names = self._names()
        self._title.setText(self.tr("Grid map"))
        self._more.setText(self.tr("Layers") + " ▾")
        self._more.setAccessibleName(self.tr("Layers"))
        self._invented.setText(self.tr("Sketch"))
        self._invented.setToolTip(self.tr("Invented district: places and borders are not real"))
        for layer, button in self._buttons.items():
            button.setText(names[layer])
            button.setAccessibleName(self.tr("Show {layer}").format(layer=names[layer]))
        for layer, action in self._actions.items():
            action.setText(names[layer])
        self.set_stale(self._late)

    def _restyle(self) -> None:
        theme = self._theme
        text, muted = theme.color("text").name(), theme.color("muted").name()
        line, accent = theme.color("line").name(), theme.color("accent").name()
        warn, field = theme.color("warn_text").name(), theme.color("field").name()
        self.setStyleSheet(
            f"QLabel{{background:transparent;border:none;color:{muted};font-size:13px}}"
            f"QLabel#mapTitle{{color:{text};font-size:14px;font-weight:600}}"
            f"QLabel#mapStale{{color:{warn};font-weight:600}}"
            "QToolButton{background:transparent;border:1px solid transparent;border-radius:4px;"
            f"color:{muted};font-size:13px;padding:3px 7px}}"
            f"QToolButton:checked{{color:{text}}}"
            f"QToolButton:hover{{background:{field}}}"
            f"QToolButton:focus{{border-color:{accent}}}"
            "QToolButton::menu-indicator{image:none;width:0}"
            f"QLabel#mapInvented{{border:1px solid {line};border-radius:3px;padding:1px 6px}}"
        )
        self.update()
