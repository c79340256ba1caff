"""Identifiers of commands and queries."""

from __future__ import annotations

from console.bus.source import uuid7

__all__ = ["uuid7"]
