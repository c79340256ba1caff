"""Accounts as the administrator looks after them, and the lock of a console."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime

from console.codec import encode
from console.domain.access import Actor, Role
from console.domain.people_commands import (
    AddUser,
    ChangeUser,
    DisableUser,
    EnableUser,
    LockConsole,
    ResetPassword,
    UnlockUser,
)
from console.domain.refusal import Refusal
from console.services.access import Access, with_password
from console.services.message_bus import Done, MessageBus
from console.services.ports import UnitOfWork
from console.services.records import User
from console.services.refused import Refused
from console.services.work import Work

MOST_NAME = 32
LOCK_CAUSES = frozenset({"idle", "asked"})


@dataclass(frozen=True, slots=True)
class Account:
    """An account as the administrator sees it; `expires_at` is when its password must change."""

    user: str
    name: str
    role: Role
    street: str
    disabled: bool
    must_change: bool
    locked_until: datetime | None
    changed_at: datetime | None
    expires_at: datetime | None


class People:
    """Handlers of the commands about accounts.

    Passwords are hashed in the hub's own turn: a tenth of a second, a few times a week.
    """

    def __init__(self, access: Access) -> None:
        self._access = access

    def register(self, bus: MessageBus) -> None:
        """Take the commands about accounts."""
        bus.on_command(AddUser, self.add)
        bus.on_command(ChangeUser, self.change)
        bus.on_command(DisableUser, self.disable)
        bus.on_command(EnableUser, self.enable)
        bus.on_command(UnlockUser, self.unlock)
        bus.on_command(ResetPassword, self.reset)
        bus.on_command(LockConsole, self.lock_console)

    def create(self, work: Work, user: User, password: str, *, once: bool = False) -> None:
        """Store a new account; raises `Refused` where name, street or password will not do."""
        if not _is_name(user.user) or not 0 < len(user.name.strip()) <= MOST_NAME:
            raise Refused(Refusal.INVALID)
        if work.uow.users.get(user.user) is not None:
            raise Refused(Refusal.NAME_TAKEN)
        rules = self._access.rules
        self._refuse_bad(user.user, password)
        _refuse_street(work, user.role, user.street)
        hashed = self._access.hash(password)
        work.uow.users.put(with_password(user, hashed, work, rules, once=once))

    def add(self, work: Work, _actor: Actor, command: AddUser) -> Done:
        """Make an account whose password lasts for one sign-in."""
        user = User(command.entity, command.name.strip(), command.role, command.street, "")
        self.create(work, user, command.password, once=True)
        return Done(command.entity, 0)

    def change(self, work: Work, actor: Actor, command: ChangeUser) -> Done:
        """Another name, role or street."""
        account = _other(work, actor, command.entity)
        if not 0 < len(command.name.strip()) <= MOST_NAME:
            raise Refused(Refusal.INVALID)
        _refuse_street(work, command.role, command.street)
        changed = replace(
            account, name=command.name.strip(), role=command.role, street=command.street
        )
        work.uow.users.put(changed)
        return _signed_out(command.entity)

    def disable(self, work: Work, actor: Actor, command: DisableUser) -> Done:
        """Close an account and end its sessions."""
        work.uow.users.put(replace(_other(work, actor, command.entity), disabled=True))
        return _signed_out(command.entity)

    def enable(self, work: Work, actor: Actor, command: EnableUser) -> Done:
        """Open it again."""
        work.uow.users.put(replace(_other(work, actor, command.entity), disabled=False))
        return Done(command.entity, 0)

    def unlock(self, work: Work, actor: Actor, command: UnlockUser) -> Done:
        """Forget the failures."""
        account = _other(work, actor, command.entity)
        work.uow.users.put(replace(account, failures=0, locked_until=None))
        return Done(command.entity, 0)

    def reset(self, work: Work, actor: Actor, command: ResetPassword) -> Done:
        """A password for one sign-in; sessions of the account end."""
        account = _other(work, actor, command.entity)
        self._refuse_bad(command.entity, command.password)
        hashed = self._access.hash(command.password)
        rules = self._access.rules
        work.uow.users.put(with_password(account, hashed, work, rules, once=True))
        return _signed_out(command.entity)

    def lock_console(self, _work: Work, _actor: Actor, command: LockConsole) -> Done:
        """Nothing changes but the audit log."""
        if command.entity not in LOCK_CAUSES:
            raise Refused(Refusal.INVALID)
        return Done(command.entity, 0)

    def list(self, uow: UnitOfWork, _actor: Actor, _args: bytes, now: datetime) -> list[bytes]:
        """The `users` query, without any hash."""
        age = self._access.rules.max_age
        return [
            encode(
                Account(
                    user.user,
                    user.name,
                    user.role,
                    user.street,
                    user.disabled,
                    user.must_change,
                    user.locked_until if user.locked_until and user.locked_until > now else None,
                    user.changed_at,
                    user.changed_at + age if user.changed_at and age else None,
                )
            )
            for user in sorted(uow.users.all(), key=lambda user: user.user)
        ]

    def _refuse_bad(self, user: str, password: str) -> None:
        fault = self._access.rules.fault(user, password)
        if fault is not None:
            raise Refused(fault)


def _is_name(user: str) -> bool:
    return 0 < len(user) <= MOST_NAME and user.isprintable() and " " not in user


def _refuse_street(work: Work, role: Role, street: str) -> None:
    """A street seat has a street of the district, nobody else has one."""
    if role is Role.STREET_SEAT:
        if street not in work.uow.district.streets():
            raise Refused(Refusal.INVALID)
    elif street:
        raise Refused(Refusal.INVALID)


def _other(work: Work, actor: Actor, user: str) -> User:
    """An account that is not the actor's own: nobody may lock the last administrator out."""
    account = work.uow.users.get(user)
    if account is None:
        raise Refused(Refusal.UNKNOWN_ENTITY)
    if account.user == actor.user:
        raise Refused(Refusal.OWN_ACCOUNT)
    return account


def _signed_out(user: str) -> Done:
    return Done(user, 0, {"signed_out": user})
