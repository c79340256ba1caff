"""Commands about accounts and the console itself. `entity` is the account's user name."""

from __future__ import annotations

from dataclasses import dataclass, field

from console.domain.access import Role


@dataclass(frozen=True, slots=True)
class AddUser:
    """Make an account with a password for once: its owner must change it at the first sign-in."""

    entity: str
    name: str
    role: Role
    street: str
    password: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class ChangeUser:
    """Give an account another name, role or street; its sessions end."""

    entity: str
    name: str
    role: Role
    street: str


@dataclass(frozen=True, slots=True)
class DisableUser:
    """Close an account. Nothing of what it did is lost."""

    entity: str


@dataclass(frozen=True, slots=True)
class EnableUser:
    """Open a closed account again."""

    entity: str


@dataclass(frozen=True, slots=True)
class UnlockUser:
    """End the lock that followed too many wrong passwords."""

    entity: str


@dataclass(frozen=True, slots=True)
class ResetPassword:
    """Give an account a password for once, which its owner must change."""

    entity: str
    password: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class LockConsole:
    """Say that the console was locked. `entity` is the cause: `idle` or `asked`."""

    entity: str


PeopleCommand = (
    AddUser | ChangeUser | DisableUser | EnableUser | UnlockUser | ResetPassword | LockConsole
)
PEOPLE_COMMANDS = (
    AddUser,
    ChangeUser,
    DisableUser,
    EnableUser,
    UnlockUser,
    ResetPassword,
    LockConsole,
)
