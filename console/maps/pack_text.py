"""The text of one file of a pack, or a finding that says why there is none."""

from __future__ import annotations

from pathlib import Path

from console.maps.pack_findings import PackFindings


def pack_text(path: Path, findings: PackFindings, required: bool = True) -> str | None:
    """The file's text; UTF-8, with or without a byte order mark."""
    try:
        data = path.read_bytes()
    except FileNotFoundError:
        if required:
            findings.add(path.name, 0, "the file is missing")
        return None
    except OSError as error:
        findings.add(path.name, 0, f"the file cannot be read: {error.strerror}")
        return None
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        findings.add(path.name, line, _encoding_advice(data, line))
        return None


def _encoding_advice(data: bytes, line: int) -> str:
    wrong_line = data.split(b"\n")[line - 1]
    try:
        sample = wrong_line.decode("gb18030").strip()[:20]
    except UnicodeDecodeError:
        return "the text is not UTF-8"
    return f"the text looks like GBK ({sample}); save the file as UTF-8"
