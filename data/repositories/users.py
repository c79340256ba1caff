"""People who may sign in."""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import Connection, delete, insert, select

from console.domain.access import Role
from console.services.records import User
from data.schema import account
from data.times import maybe_from_us, maybe_us


class SqlUsers:
    """All accounts in memory; there are tens of them."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._users: dict[str, User] | None = None
        self._changed: set[str] = set()

    def _all(self) -> dict[str, User]:
        if self._users is None:
            self._users = {
                row.user: User(
                    user=row.user,
                    name=row.name,
                    role=Role(row.role),
                    street=row.street,
                    password=row.password,
                    failures=row.failures,
                    locked_until=maybe_from_us(row.locked_until),
                    disabled=row.disabled,
                    must_change=row.must_change,
                    changed_at=maybe_from_us(row.changed_at),
                    history=tuple(row.history.split()),
                )
                for row in self._connection.execute(select(account))
            }
        return self._users

    def get(self, user: str) -> User | None:
        """One of them."""
        return self._all().get(user)

    def put(self, user: User) -> None:
        """Store a new or changed one."""
        self._all()[user.user] = user
        self._changed.add(user.user)

    def all(self) -> Iterable[User]:
        """All of them."""
        return tuple(self._all().values())

    def flush(self) -> None:
        """Write new and changed accounts."""
        if not self._changed:
            return
        self._connection.execute(delete(account).where(account.c.user.in_(self._changed)))
        users = self._all()
        rows = [_row(users[name]) for name in self._changed]
        self._connection.execute(insert(account), rows)
        self._changed = set()

    def clear(self) -> None:
        """Forget every account."""
        self._users = None
        self._changed = set()


def _row(user: User) -> dict[str, object]:
    return {
        "user": user.user,
        "name": user.name,
        "role": user.role.value,
        "street": user.street,
        "password": user.password,
        "failures": user.failures,
        "locked_until": maybe_us(user.locked_until),
        "disabled": user.disabled,
        "must_change": user.must_change,
        "changed_at": maybe_us(user.changed_at),
        "history": " ".join(user.history),
    }
