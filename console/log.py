"""Logs: one JSON object a line in a rotating file, with secrets and personal data struck out.

The standard library's logging is enough here and costs every one of the many child processes
nothing to import.
"""

from __future__ import annotations

import json
import logging
import re
from datetime import UTC, datetime
from logging.handlers import RotatingFileHandler
from pathlib import Path

FILE_BYTES = 5_000_000
FILES_KEPT = 4

_STRUCK_OUT = (
    (re.compile(r"(?<=://)[^/\s@\"']+@"), "***@"),
    (
        re.compile(r"(?i)\b(password|passwd|secret|token|authorization)(\W{1,4})[^\s,;\"'}]+"),
        r"\1\2***",
    ),
    (re.compile(r"(?<!\d)(1\d{2})\d{4}(\d{4})(?!\d)"), r"\1****\2"),
    (re.compile(r"(?<!\d)(\d{4})\d{10}(\d{3}[\dXx])(?![\dXx])"), r"\1****\2"),
)


def redacted(text: str) -> str:
    """`text` without URL credentials, secrets, mobile phones and identity-card numbers."""
    for pattern, replacement in _STRUCK_OUT:
        text = pattern.sub(replacement, text)
    return text


class JsonFormatter(logging.Formatter):
    """One JSON object a record: time, level, logger, thread, message and any traceback."""

    def format(self, record: logging.LogRecord) -> str:
        """The record as a line; everything that could hold a secret is redacted."""
        line = {
            "at": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname,
            "logger": record.name,
            "thread": record.threadName,
            "message": redacted(record.getMessage()),
        }
        if record.exc_info:
            line["traceback"] = redacted(self.formatException(record.exc_info))
        return json.dumps(line, ensure_ascii=False)


def start_logging(folder: Path, name: str, level: int = logging.INFO) -> None:
    """Send every record of this process to `folder`/`name`.jsonl, rotated at 5 MB."""
    # A record that a full disk refuses is lost; the terminal is no place for tracebacks.
    logging.raiseExceptions = False
    folder.mkdir(parents=True, exist_ok=True)
    handler = RotatingFileHandler(
        folder / f"{name}.jsonl", maxBytes=FILE_BYTES, backupCount=FILES_KEPT, encoding="utf-8"
    )
    handler.setFormatter(JsonFormatter())
    logging.basicConfig(level=level, handlers=[handler], force=True)
    logging.captureWarnings(True)
