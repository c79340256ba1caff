"""R8: the life of an alarm as a state machine, against a model of ISA-18.2 that fits on a page."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    rule,
    run_state_machine_as_test,
)

from console.domain import alarm as alarm_module
from console.domain.alarm import Alarm, AlarmState
from console.domain.alarm_commands import (
    MuteAlarm,
    NoteAlarm,
    PutBackInService,
    ShelveAlarm,
    TakeOutOfService,
    UnshelveAlarm,
)
from console.domain.commands import AcknowledgeAlarm, Command
from console.services.core import ResultCode
from data.opened_core import OpenedCore
from tests.data.alarm_kit import Desk, alarms, over, reading
from tests.data.conftest import QuickPasswords
from tests.data.feeder import Feeder, Watch
from tests.data.town import town
from tests.reliability.real_site import RESOURCES

LONGEST = {1: 15, 2: 60, 3: 480, 4: 1440}
OFF_DELAY = timedelta(seconds=60)
UNSEEN, SEEN, RETURNED, NORMAL, SHELVED, OUT = (
    AlarmState.UNACKNOWLEDGED,
    AlarmState.ACKNOWLEDGED,
    AlarmState.RETURNED,
    AlarmState.NORMAL,
    AlarmState.SHELVED,
    AlarmState.OUT_OF_SERVICE,
)
ASIDE = {SHELVED, OUT}


class Hub:
    """One store for all histories; each history is an alarm of its own."""

    def __init__(self, folder: Path) -> None:
        self.watch = Watch()
        self.feeder = Feeder(self.watch)
        self.count = 0
        self.opened = OpenedCore(folder, RESOURCES, self.watch, passwords=QuickPasswords())
        self.opened.core.import_district(town())
        self.desk = Desk(self.opened.core, self.watch)

    def forget(self) -> None:
        """What a restart does to the hub's memory: nothing but the store is left."""
        uow: Any = self.opened.core._unit_of_work()
        for repository in uow._repositories:
            repository.clear()


@pytest.fixture(scope="module", autouse=True)
def _hub(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    AlarmLife.hub = Hub(tmp_path_factory.mktemp("alarms"))
    yield
    AlarmLife.hub.opened.close()


class AlarmLife(RuleBasedStateMachine):
    """Reports, people and time act on one gas detector; the model says what must come of it."""

    hub: Hub

    @initialize(level=st.integers(1, 4))
    def begin(self, level: int) -> None:
        hub = self.hub
        hub.count += 1
        self.key = f"gas-{hub.count}"
        alarm = self._take(level)[-1]
        self.id, self.shown = alarm.id, alarm
        self.state, self.level, self.count = UNSEEN, level, 1
        self.there, self.missed, self.back = True, False, None
        self.until: datetime | None = None
        self.muted_until: datetime | None = None
        self.noted = False

    def _take(self, level: int) -> list[Alarm]:
        hub = self.hub
        item = reading(hub.feeder, self.key, level=level)
        return alarms(hub.opened.core.take([hub.feeder.batch(item)])[1])

    @rule(level=st.integers(1, 4))
    def report(self, level: int) -> None:
        if self.state is NORMAL:
            return
        self._take(level)
        worse = level < self.level
        self.count, self.there, self.back = self.count + 1, True, None
        self.level = min(level, self.level)
        if self.state in ASIDE:
            self.missed = True
            if worse and self.state is SHELVED:
                self._to(UNSEEN)
        elif worse or self.state is RETURNED:
            self._to(UNSEEN)

    @rule()
    def cease(self) -> None:
        if self.state is NORMAL:
            return
        hub = self.hub
        hub.opened.core.take([hub.feeder.batch(over(hub.feeder, self.key))])
        if self.there and self.back is None:
            self.back = hub.watch.now + OFF_DELAY

    @rule(seconds=st.sampled_from([1, 30, 61, 600, 4000, 90_000]))
    def wait(self, seconds: int) -> None:
        self.hub.desk.pass_time(seconds=seconds)
        self._time_is(self.hub.watch.now)

    @rule(seconds=st.sampled_from([1, 70, 1000]))
    def hub_away(self, seconds: int) -> None:
        """The hub stops, time passes, it comes back and looks at its clocks."""
        self.hub.watch.on(seconds=seconds)
        self.hub.forget()
        self.hub.desk.pass_time(seconds=1)
        self._time_is(self.hub.watch.now)

    def _time_is(self, now: datetime) -> None:
        if self.back is not None and self.back <= now:
            self.there, self.back = False, None
            if self.state not in ASIDE and self.state is not NORMAL:
                self._to(NORMAL if self.state is SEEN else RETURNED)
        if self.state is SHELVED and self.until is not None and self.until <= now:
            self._restore()
        if self.muted_until is not None and self.muted_until <= now:
            self.muted_until = None

    def _restore(self) -> None:
        self._to(UNSEEN if self.there else RETURNED if self.missed else NORMAL)

    def _to(self, state: AlarmState) -> None:
        self.state, self.until = state, None
        self.muted_until, self.noted = None, False

    def give(self, command: Command) -> bool:
        return self.hub.desk.give(command)[0].code is ResultCode.OK

    @rule()
    def acknowledge(self) -> None:
        done = self.give(AcknowledgeAlarm(self.id, self.stored().version))
        assert done == (self.state in {UNSEEN, RETURNED})
        if done:
            self._to(NORMAL if self.state is RETURNED else SEEN)

    @rule(minutes=st.sampled_from([0, 1, 15, 16, 60, 500]), reason=st.sampled_from(["", "检修"]))
    def shelve(self, minutes: int, reason: str) -> None:
        done = self.give(ShelveAlarm(self.id, self.state, self.level, minutes, reason))
        legal = self.state not in {NORMAL, OUT} and bool(reason)
        assert done == (legal and 0 < minutes <= LONGEST[self.level])
        if done:
            self._to(SHELVED)
            self.until = self.hub.watch.now + timedelta(minutes=minutes)
            self.missed = False

    @rule()
    def unshelve(self) -> None:
        assert self.give(UnshelveAlarm(self.id)) == (self.state is SHELVED)
        if self.state is SHELVED:
            self._restore()

    @rule()
    def take_out(self) -> None:
        done = self.give(TakeOutOfService(self.id, self.state, self.level, "检修"))
        assert done == (self.state not in {NORMAL, OUT})
        if done:
            self._to(OUT)
            self.missed = False

    @rule()
    def put_back(self) -> None:
        assert self.give(PutBackInService(self.id)) == (self.state is OUT)
        if self.state is OUT:
            self._restore()

    @rule(minutes=st.sampled_from([0, 1, 5]))
    def mute(self, minutes: int) -> None:
        done = self.give(MuteAlarm(self.id, self.state, self.level, minutes))
        assert done == (self.state is UNSEEN)
        if done:
            now = self.hub.watch.now
            self.muted_until = now + timedelta(minutes=minutes) if minutes else None

    @rule()
    def note(self) -> None:
        done = self.give(NoteAlarm(self.id, "已联系"))
        assert done == (self.state is not NORMAL)
        self.noted = self.noted or done

    @rule()
    def blind(self) -> None:
        """A command from a screen that shows something else is refused."""
        other = SEEN if self.state is not SEEN else UNSEEN
        assert not self.give(ShelveAlarm(self.id, other, self.level, 1, "检修"))

    def stored(self) -> Alarm:
        with self.hub.opened.core._unit_of_work() as uow:
            found = uow.alarms.get(self.id)
            uow.commit()
        assert found is not None
        return found

    @invariant()
    def as_the_model_says(self) -> None:
        alarm = self.stored()
        assert alarm.state is self.state
        assert (alarm.level, alarm.count) == (self.level, self.count)
        assert (alarm.returned_at is None) == self.there
        assert alarm.returns_at == self.back
        assert (alarm.suppression is not None) == (self.state in ASIDE)
        until = alarm.suppression.until if alarm.suppression else None
        assert until == self.until
        assert (alarm.mute.until if alarm.mute else None) == self.muted_until
        assert (alarm.note is not None) == self.noted

    @invariant()
    def sounds_when_it_must(self) -> None:
        rings = self.id in self.hub.desk.urgent()
        assert rings == (self.level <= 2 and self.state is UNSEEN)


def run(examples: int, steps: int = 20) -> None:
    run_state_machine_as_test(
        AlarmLife,
        settings=settings(
            max_examples=examples,
            stateful_step_count=steps,
            deadline=None,
            database=None,
            phases=[Phase.generate],
        ),
    )


def test_the_life_of_an_alarm(soak: bool) -> None:
    run(1000 if soak else 25)


@pytest.mark.parametrize("fault", ["no latch", "silent shelf"])
def test_faults_are_found(fault: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """The fault shown: a short alarm vanishes unseen; a shelf ends and nobody is told."""
    real = alarm_module.Alarm._moved

    def broken(self: Alarm, state: AlarmState, **more: object) -> Alarm:
        if fault == "no latch" and state is RETURNED:
            state = NORMAL
        if fault == "silent shelf" and self.state is SHELVED and state is UNSEEN:
            state = SEEN
        return real(self, state, **more)  # type: ignore[arg-type]

    monkeypatch.setattr(alarm_module.Alarm, "_moved", broken)
    life = AlarmLife()
    life.begin(3)
    if fault == "no latch":
        life.cease()
    else:
        life.shelve(1, "检修")
    life.as_the_model_says()
    life.wait(61)
    with pytest.raises(AssertionError):
        life.as_the_model_says()
