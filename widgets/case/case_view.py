"""A case in full: title, stages, facts, clocks, sectors, cameras, log, note."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, SignalInstance
from PySide6.QtWidgets import QFrame, QLabel, QScrollArea, QVBoxLayout, QWidget

from console.client.seat import Seat
from console.client.store import Store
from console.domain.camera import CameraState
from console.domain.case import Case
from widgets.case.case_sections import CaseSections, Part
from widgets.case.clock_boxes import ClockBoxes
from widgets.case.extra_facts import ExtraFacts
from widgets.case.facts_grid import FactsGrid
from widgets.case.line_words import LineWords
from widgets.case.log_delegate import LogDelegate
from widgets.case.log_list import LogList
from widgets.case.log_model import LogModel
from widgets.case.note_entry import NoteEntry
from widgets.case.owner_line import OwnerLine
from widgets.case.section_line import SectionLine
from widgets.case.stage_bar import StageBar
from widgets.case.supervision_line import SupervisionLine
from widgets.case.unlock_line import UnlockLine
from widgets.common.head_words import head_figures
from widgets.common.places import full_place
from widgets.common.terms import Terms
from widgets.common.ticker import Ticker
from widgets.i18n.texts import Texts
from widgets.theme import Theme


class CaseView(QWidget):
    """Shows one case; emits what the operator asks for."""

    cameras_wanted = Signal(object)
    """A tuple of camera ids."""
    search_wanted = Signal(str)
    """The number of a case whose sectors are wanted."""
    heads_wanted = Signal(str)
    """The number of a case whose head-count is wanted."""

    def __init__(
        self, store: Store, theme: Theme, ticker: Ticker, me: Seat, words: LineWords
    ) -> None:
        super().__init__()
        self._store = store
        self._ticker = ticker
        self.title = QLabel()
        self.title.setObjectName("caseTitle")
        self.title.setWordWrap(True)
        self.title.setTextFormat(Qt.TextFormat.PlainText)
        self.stages = StageBar(theme)
        self._extra = ExtraFacts(ticker.now, self)
        self.facts = FactsGrid(
            [
                self.tr("Place"),
                self.tr("Source"),
                self.tr("Lead"),
                self.tr("Holder"),
                self.tr("Reporter"),
                self.tr("Details"),
                *self._extra.names(),
            ]
        )
        self.clocks = ClockBoxes(theme, ticker.now)
        self.owner = OwnerLine(store, me, ticker)
        self.supervision = SupervisionLine(me)
        self.unlock = UnlockLine(me, ticker)
        self.sectors = SectionLine()
        self.heads = SectionLine()
        self.sectors.activated.connect(lambda: self._tell(self.search_wanted))
        self.heads.activated.connect(lambda: self._tell(self.heads_wanted))
        self.cameras = SectionLine()
        self.cameras.activated.connect(self._want_cameras)
        self._log_model = LogModel(ticker.now, self)
        self.log = LogList(self._log_model)
        self.sections = CaseSections(store, theme, words)
        self.scroller = QScrollArea()
        self.note = NoteEntry()
        self._case: Case | None = None
        self._arrange(theme)
        ticker.ticked.connect(self.clocks.update)

    def _arrange(self, theme: Theme) -> None:
        self.log.setItemDelegate(LogDelegate(theme, self.log))
        head = SectionLine()
        head.show_words(self.tr("Case log"), "")
        column, inner = QVBoxLayout(self), self._inner()
        column.setContentsMargins(0, 10, 0, 0)
        column.setSpacing(0)
        pinned = (self.title, self.stages, self.sections.parts[Part.APPROVALS])
        for widget, margins in (
            (self.title, (12, 0, 12, 10)),
            (self.stages, (12, 0, 12, 4)),
            (self.sections.parts[Part.APPROVALS], (0, 0, 0, 0)),
            (self.facts, (0, 0, 0, 0)),
            (self.unlock, (0, 0, 0, 0)),
            (self.clocks, (12, 8, 12, 8)),
            (self.sections, (0, 0, 0, 0)),
            (self.owner, (0, 0, 0, 0)),
            (self.supervision, (0, 2, 0, 0)),
            (self.sectors, (0, 2, 0, 0)),
            (self.heads, (0, 2, 0, 0)),
            (self.cameras, (0, 6, 0, 0)),
            (head, (0, 6, 0, 0)),
            (self.log, (12, 0, 12, 0)),
            (self.note, (12, 8, 12, 8)),
        ):
            box = QVBoxLayout()
            box.setContentsMargins(*margins)
            box.addWidget(widget)
            if widget is self.note:
                column.addWidget(self.scroller, 1)
            (column if widget in (*pinned, self.note) else inner).addLayout(box)
        inner.addStretch(1)

    def _inner(self) -> QVBoxLayout:
        """What scrolls: everything between the stages and the line for notes."""
        page = QWidget()
        page.setObjectName("casePage")
        inner = QVBoxLayout(page)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(0)
        self.scroller.setObjectName("casePage")
        self.scroller.setWidget(page)
        self.scroller.setWidgetResizable(True)
        self.scroller.setFrameShape(QFrame.Shape.NoFrame)
        self.scroller.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.scroller.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        return inner

    def show_case(self, case: Case, adding: frozenset[Part] = frozenset()) -> None:
        """Change the case, or bring it up to date; `adding` are parts that may be added to."""
        if case is self._case:
            return
        if self._case is None or self._case.number != case.number:
            self.scroller.verticalScrollBar().setValue(0)
        self._case = case
        opening = case.opening
        self.title.setText(opening.title)
        self.stages.show_stage(case.stage)
        self.facts.show_values(
            (
                full_place(self._store, opening.grid, opening.street),
                self._source(case),
                self._lead(case),
                case.holder,
                "" if self.unlock.takes(case) else self._reporter(case),
                " · ".join(part for part in (opening.address, opening.description) if part),
                *self._extra.values(case),
            )
        )
        self.unlock.show_case(case)
        self.sections.show_case(case, adding)
        self.clocks.show_case(case)
        self.supervision.show_case(case, self._ticker.now())
        self.owner.show_case(case)
        self._show_sectors(case)
        self._show_heads(case)
        self._show_cameras(case)
        self._log_model.show_case(case)
        self.note.show_case(case.number)

    def _source(self, case: Case) -> str:
        at = Texts.short_clock(case.reported_at, self._ticker.now())
        return f"{Terms.source(case.opening.source)} · {at}"

    def _lead(self, case: Case) -> str:
        if not case.co_handlers:
            return case.lead
        with_whom = self.tr("with {count}: {names}").format(
            count=len(case.co_handlers), names="、".join(case.co_handlers)
        )
        return f"{case.lead}  {with_whom}".strip()

    @staticmethod
    def _reporter(case: Case) -> str:
        opening = case.opening
        if opening.reporter and opening.contact:
            return f"{opening.reporter}（{opening.contact}）"
        return opening.reporter or opening.contact

    def _show_sectors(self, case: Case) -> None:
        self.sectors.setVisible(bool(case.sectors))
        left = [sector.name for sector in case.sectors if not sector.cleared]
        self.sectors.show_words(
            self.tr("Search sectors  {done} / {all} cleared").format(
                done=len(case.sectors) - len(left), all=len(case.sectors)
            ),
            self.tr("still: {names}").format(names="、".join(left)) if left else "",
            self.tr("Sectors…"),
        )

    def _show_heads(self, case: Case) -> None:
        self.heads.setVisible(bool(case.heads))
        missing = [one.household for one in case.heads if one.missing]
        self.heads.show_words(
            self.tr("Head-count  {figures}").format(figures=head_figures(case.heads)),
            self.tr("looked for: {names}").format(names="、".join(missing)) if missing else "",
            self.tr("Head-count…"),
        )

    def _tell(self, wanted: SignalInstance) -> None:
        if self._case is not None:
            wanted.emit(self._case.number)

    def _show_cameras(self, case: Case) -> None:
        self.cameras.setVisible(bool(case.cameras))
        known = [self._store.cameras[key] for key in case.cameras if key in self._store.cameras]
        online = sum(camera.state is CameraState.ONLINE for camera in known)
        first = f"{known[0].number} {known[0].name}" if known else ""
        self.cameras.show_words(
            self.tr("Linked cameras {count}, {online} online").format(
                count=len(case.cameras), online=online
            ),
            first,
            self.tr("To the wall"),
        )

    def _want_cameras(self) -> None:
        if self._case is not None:
            self.cameras_wanted.emit(self._case.cameras)
