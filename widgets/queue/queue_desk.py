"""What the queue needs of the rest of the window: dialogs, batches, and its keys."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QLocale, QObject, Signal

from console.client.case_filter import CaseFilter
from console.client.queue_state import QueueState
from console.client.store import Store
from console.client.workspaces import Workspace
from console.domain.refusal import Refusal
from widgets.actions import Actions
from widgets.case.dialogs import Dialogs
from widgets.key_table import KeyTable
from widgets.notifications.wording import Wording
from widgets.queue.batch import Batch
from widgets.queue.filter_dialog import FilterDialog
from widgets.queue.queue_panel import ALARMS, QueuePanel
from widgets.queue.queue_words import workspace_words


class QueueDesk(QObject):
    """Made once beside the panel; `acknowledge` takes notice of an alarm or of a whole card."""

    told = Signal(str, bool)
    """A sentence for a toast, and whether it is bad."""

    def __init__(
        self,
        panel: QueuePanel,
        store: Store,
        actions: Actions,
        dialogs: Dialogs,
        acknowledge: Callable[[str], bool],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._panel = panel
        self._store = store
        self._acknowledge = acknowledge
        self._dialogs = dialogs
        self.batch = Batch(actions, self)
        self.batch.finished.connect(self.told)
        panel.filter_wanted.connect(self.choose_filter)
        panel.batch_wanted.connect(self.work_marked)

    def list_keys(self, keys: KeyTable) -> None:
        """Put the keys of the queue into the table."""
        for number, workspace in enumerate(Workspace, 1):
            words = self.tr("Workspace {name}").format(name=workspace_words(workspace))
            act = partial(self._enter, workspace)
            keys.add(f"workspace.{workspace}", f"Ctrl+{number}", words, act)
        keys.add("queue.filter", "Ctrl+F", self.tr("Filter the cases"), self.choose_filter)
        keys.add(
            "queue.batch", "Ctrl+D", self.tr("Acknowledge or dispatch all marked"), self.work_marked
        )
        keys.tell("queue.mark", "Space", self.tr("Mark a row of the queue"))
        keys.tell("queue.mark_all", "Ctrl+A", self.tr("Mark all rows that are listed"))

    def choose_filter(self) -> None:
        """Ask which cases are to be listed."""
        now, over = self._panel.state.filter, self._dialogs.over()
        dialog = FilterDialog(self._store, self._types(), now, over)
        dialog.chosen.connect(self._take)
        self._dialogs.open(dialog)

    def _types(self) -> list[tuple[str, str]]:
        """Groups and leaves of the case types, each with its code."""
        chinese = QLocale().language() is QLocale.Language.Chinese
        named: dict[str, str] = {}
        for kind in self._dialogs.case_types():
            named[kind.group] = kind.group_name if chinese else kind.group_name_en
            named[kind.code] = kind.name if chinese else kind.name_en
        return [(f"{code} {name}", code) for code, name in sorted(named.items())]

    def work_marked(self) -> None:
        """Acknowledge the marked alarms, or ask to whom the marked cases go."""
        keys, alarms = self._panel.marks.keys, self._panel.tabs.current == ALARMS
        if not keys:
            self.told.emit(self.tr("Nothing is marked. Mark rows with Space or Ctrl+A."), True)
        elif not self._panel.may_work(alarms=alarms):
            self.told.emit(Wording.refusal(Refusal.NOT_ALLOWED), True)
        elif alarms:
            self.batch.run(keys, self._acknowledge)
            self._panel.marks.clear()
        else:
            self._dialogs.dispatch_many(keys, self._run)

    def _run(self, keys: Sequence[str], units: Sequence[str], note: str) -> None:
        send = self._dialogs.send
        self.batch.run(keys, lambda number: send(number, units, note))
        self._panel.marks.clear()

    def _take(self, wanted: CaseFilter, name: str) -> None:
        state = self._panel.state
        saved = {**state.saved, name: wanted} if name else state.saved
        self._panel.turn(replace(state, filter=wanted, saved=saved))

    def _enter(self, workspace: Workspace) -> None:
        state: QueueState = self._panel.state
        self._panel.turn(replace(state, workspace=workspace))
