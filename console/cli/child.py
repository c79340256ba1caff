"""`child NAME`: a process that the program starts for itself; never typed by a person."""

from __future__ import annotations

from argparse import Namespace


def child(arguments: Namespace) -> int:
    """Run the child process `arguments.name`; the exit code."""
    return _CHILDREN[arguments.name]()


def _hub() -> int:
    from console.bootstrap.hub_process import run_hub

    return run_hub()


def _prepare_demo() -> int:
    from console.bootstrap.preparing import prepare_demo

    return prepare_demo()


def _prepare_site() -> int:
    from console.bootstrap.preparing import prepare_site

    return prepare_site()


def _source() -> int:
    from console.sim.source_process import main

    main()
    return 0


def _desk() -> int:
    from console.sim.desk_process import main

    main()
    return 0


def _cameras() -> int:
    from console.sim.cameras.process import main

    main()
    return 0


_CHILDREN = {
    "hub": _hub,
    "prepare-demo": _prepare_demo,
    "prepare-site": _prepare_site,
    "source": _source,
    "desk": _desk,
    "cameras": _cameras,
}
