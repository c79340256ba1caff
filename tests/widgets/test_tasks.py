"""Work beside the window: done in its own thread, faults logged, nothing left behind."""

from __future__ import annotations

import logging
import threading

import pytest

from widgets.tasks import Tasks


def test_work_is_done_in_a_named_thread_that_ends() -> None:
    tasks = Tasks()
    names: list[str] = []
    tasks.run(lambda: names.append(threading.current_thread().name))
    tasks.close()
    assert [name.rstrip("0123456789_") for name in names] == ["tasks"]
    assert not [thread for thread in threading.enumerate() if thread.name.startswith("tasks")]


@pytest.mark.expects_log("a task failed")
def test_a_fault_is_logged_and_the_next_task_is_done(caplog: pytest.LogCaptureFixture) -> None:
    tasks = Tasks()
    done = threading.Event()

    def fail() -> None:
        raise ValueError("spoiled")

    with caplog.at_level(logging.ERROR, logger="widgets.tasks"):
        tasks.run(fail)
        tasks.run(done.set)
        assert done.wait(5)
        tasks.close()
    assert "spoiled" in caplog.text


def test_closing_leaves_out_what_has_not_begun() -> None:
    tasks = Tasks()
    begun, go = threading.Event(), threading.Event()
    late: list[int] = []

    def hold() -> None:
        begun.set()
        go.wait(5)

    tasks.run(hold)
    tasks.run(lambda: late.append(1))
    assert begun.wait(5)
    threading.Timer(0.05, go.set).start()
    tasks.close()
    tasks.close()
    assert late == []
