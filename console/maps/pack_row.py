"""One row or feature of a pack: its values, checked as they are read."""

from __future__ import annotations

import math
from collections.abc import Mapping
from enum import StrEnum
from typing import TypeVar

from console.domain.geo import LonLat
from console.maps.datum import Datum, to_wgs84
from console.maps.pack_findings import PackFindings

E = TypeVar("E", bound=StrEnum)


class PackRow:
    """Values by column name with the place they came from.

    Reading never raises: a bad value becomes a finding and a harmless stand-in, since a pack
    with findings is not imported.
    """

    def __init__(
        self, file: str, line: int, values: Mapping[str, object], findings: PackFindings
    ) -> None:
        self.file = file
        self.line = line
        self._values = values
        self._findings = findings

    def complain(self, what: str) -> None:
        """Note a fault of this row."""
        self._findings.add(self.file, self.line, what)

    def text(self, column: str, required: bool = True) -> str:
        """The value as text without surrounding blanks."""
        value = self._values.get(column)
        text = "" if value is None else str(value).strip()
        if required and not text:
            self.complain(f"{column} is empty")
        return text

    def digits(self, column: str, count: int) -> str:
        """A code of exactly `count` digits."""
        text = self.text(column)
        if text and not (len(text) == count and text.isascii() and text.isdigit()):
            self.complain(f"{column} {text} must have {count} digits")
            return ""
        return text

    def number(self, column: str, low: float, high: float, default: float | None = None) -> float:
        """A number from `low` to `high`; `default` stands for an empty value if given."""
        text = self.text(column, required=default is None)
        if not text:
            return low if default is None else default
        try:
            value = float(text)
        except ValueError:
            self.complain(f"{column} {text} is not a number")
            return low
        if not low <= value <= high:
            self.complain(f"{column} {text} must be between {low:g} and {high:g}")
            return low
        return value

    def integer(self, column: str, low: int, high: int) -> int:
        """A whole number from `low` to `high`."""
        value = self.number(column, low, high)
        if value != int(value):
            self.complain(f"{column} {value:g} must be a whole number")
        return int(value)

    def choice(self, column: str, kind: type[E], default: E | None = None) -> E:
        """One of the words of `kind`."""
        text = self.text(column, required=default is None)
        if not text:
            return default if default is not None else next(iter(kind))
        try:
            return kind(text)
        except ValueError:
            self.complain(f"{column} {text} must be one of {', '.join(kind)}")
            return next(iter(kind))

    def place(self, datum: Datum, required: bool = True) -> LonLat | None:
        """The position in the columns `lon` and `lat`, in WGS-84 to the centimetre."""
        if not required and not (self.text("lon", False) or self.text("lat", False)):
            return None
        x, y = self.number("lon", -math.inf, math.inf), self.number("lat", -math.inf, math.inf)
        return self.converted(x, y, datum)

    def converted(self, x: float, y: float, datum: Datum) -> LonLat | None:
        """(`x`, `y`) of `datum` in WGS-84 to the centimetre."""
        if datum is not Datum.GAUSS_KRUGER_114 and not (abs(x) <= 180 and abs(y) <= 90):
            self.complain(f"{x:g}, {y:g} is not a longitude and a latitude")
            return None
        if not (math.isfinite(x) and math.isfinite(y)):
            self.complain(f"{x:g}, {y:g} is not a position")
            return None
        point = to_wgs84(x, y, datum)
        return LonLat(round(point.lon, 7), round(point.lat, 7))
