"""How durations, ages, dates and counts are written."""

from __future__ import annotations

from datetime import datetime, timedelta

from PySide6.QtCore import QCoreApplication, QLocale

MINUTE, HOUR, DAY = 60, 3600, 86400


class Texts:
    """Written forms in the language in force; all static, grouped for their translations."""

    @staticmethod
    def tr(source: str) -> str:
        """Translate in this class's own context."""
        return QCoreApplication.translate("Texts", source)

    @classmethod
    def duration(cls, seconds: float) -> str:
        """Length of time in two units at most: 6:18, 3:05:10, 1 d 4 h, 12 d."""
        whole = int(abs(seconds))
        if whole < HOUR:
            return f"{whole // MINUTE}:{whole % MINUTE:02d}"
        if whole < DAY:
            return f"{whole // HOUR}:{whole % HOUR // MINUTE:02d}:{whole % MINUTE:02d}"
        days, hours = whole // DAY, whole % DAY // HOUR
        if hours == 0 or days >= 2:
            return Texts.tr("{days} d").format(days=days)
        return Texts.tr("{days} d {hours} h").format(days=days, hours=hours)

    @classmethod
    def rough(cls, seconds: float) -> str:
        """Length of time in one unit: 40 s, 12 min, 3 h, 2 d."""
        whole = int(abs(seconds))
        if whole < MINUTE:
            return Texts.tr("{n} s").format(n=whole)
        if whole < HOUR:
            return Texts.tr("{n} min").format(n=whole // MINUTE)
        if whole < DAY:
            return Texts.tr("{n} h").format(n=whole // HOUR)
        return Texts.tr("{days} d").format(days=whole // DAY)

    @classmethod
    def span(cls, seconds: float) -> str:
        """Length of time in hours and minutes: 4 h 12 min."""
        whole = int(abs(seconds))
        if not HOUR <= whole < DAY:
            return cls.rough(seconds)
        return Texts.tr("{hours} h {minutes} min").format(
            hours=whole // HOUR, minutes=whole % HOUR // MINUTE
        )

    @classmethod
    def countdown(cls, due: datetime, now: datetime) -> str:
        """Time left, or by how much a limit was missed: 6:18, 12 min over."""
        left = (due - now).total_seconds()
        if left >= 0:
            return cls.duration(left)
        return Texts.tr("{time} over").format(time=cls.rough(left))

    @classmethod
    def ago(cls, at: datetime, now: datetime) -> str:
        """How long ago something was."""
        seconds = max(0.0, (now - at).total_seconds())
        return Texts.tr("{time} ago").format(time=cls.rough(seconds))

    @classmethod
    def age(cls, seconds: float) -> str:
        """Age of data with a tenth below ten seconds: 0.2 s, 14 s, 3 min."""
        if seconds < 10:
            return Texts.tr("{n} s").format(n=f"{seconds:.1f}")
        return cls.rough(seconds)

    @classmethod
    def distance(cls, metres: float) -> str:
        """A distance: 380 m, 2.4 km."""
        if metres < 1000:
            return Texts.tr("{n} m").format(n=round(metres / 10) * 10)
        return Texts.tr("{n} km").format(n=f"{metres / 1000:.1f}")

    @staticmethod
    def date(at: datetime) -> str:
        """The long date in local time: 2021年11月28日 星期日."""
        local = at.astimezone()
        locale = QLocale()
        if locale.language() is QLocale.Language.Chinese:
            weekday = locale.dayName(local.isoweekday(), QLocale.FormatType.LongFormat)
            return f"{local.year}年{local.month}月{local.day}日 {weekday}"
        weekday = locale.dayName(local.isoweekday(), QLocale.FormatType.ShortFormat)
        month = locale.monthName(local.month, QLocale.FormatType.ShortFormat)
        return f"{weekday} {local.day} {month} {local.year}"

    @staticmethod
    def clock(at: datetime) -> str:
        """The time of day, 24 h with seconds, local."""
        return f"{at.astimezone():%H:%M:%S}"

    @staticmethod
    def short_clock(at: datetime, now: datetime) -> str:
        """Hour and minute, with day and month before where it was another day."""
        local = at.astimezone()
        if now - at < timedelta(days=1) and local.date() == now.astimezone().date():
            return f"{local:%H:%M}"
        return f"{local:%m-%d %H:%M}"
