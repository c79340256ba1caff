"""What is wrong with a district pack, gathered file by file and line by line."""

from __future__ import annotations


class PackFindings:
    """The faults found so far; reading goes on, so that one run tells them all."""

    def __init__(self) -> None:
        self._found: list[tuple[str, int, str]] = []

    def __bool__(self) -> bool:
        return bool(self._found)

    def add(self, file: str, line: int, what: str) -> None:
        """Note a fault; `line` counts from 1, 0 stands for the whole file."""
        self._found.append((file, line, what))

    def sentences(self) -> tuple[str, ...]:
        """`file:line: what is wrong`, in order of file and line."""
        return tuple(
            f"{file}:{line}: {what}" if line else f"{file}: {what}"
            for file, line, what in sorted(self._found, key=lambda found: found[:2])
        )
