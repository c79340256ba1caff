"""Signing in, accounts, and the first administrator."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from console.domain.access import Actor, Role
from console.services import audit_log
from console.services.ports import Passwords, UnitOfWork
from console.services.records import User
from console.services.work import Work

MOST_FAILURES = 5
"""Wrong passwords in a row before an account is locked."""

LOCKED_FOR = timedelta(minutes=15)
"""How long it stays locked."""

LEAST_PASSWORD = 8
"""Shortest password accepted, characters."""


class Access:
    """Accounts live in the hub only; there is no default one."""

    def __init__(self, passwords: Passwords) -> None:
        self._passwords = passwords
        self._nobody = ""

    def credential(self, uow: UnitOfWork, user: str) -> str:
        """The hash that a password of `user` is to be compared with.

        An unknown name gets one too, and so takes as long as a wrong password.
        """
        account = uow.users.get(user)
        if account is not None:
            return account.password
        self._nobody = self._nobody or self._passwords.hash("nobody")
        return self._nobody

    def matches(self, credential: str, password: str) -> bool:
        """Whether the password fits; takes its time and may be asked from any thread."""
        return self._passwords.matches(credential, password)

    def sign_in(
        self, work: Work, user: str, credential: str, console: str, *, matched: bool
    ) -> Actor | None:
        """The person, if the password matched what is still valid; audited either way."""
        account = work.uow.users.get(user)
        if account is None:
            self._note(work, Actor("", "", Role.OPERATOR, "", console), "UNKNOWN")
            return None
        actor = Actor(account.user, account.name, account.role, account.street, console)
        if account.locked_until is not None and work.now < account.locked_until:
            self._note(work, actor, "LOCKED")
            return None
        if not matched or account.password != credential:
            work.uow.users.put(_failed(work, account))
            self._note(work, actor, "WRONG_PASSWORD")
            return None
        if account.failures or account.locked_until:
            work.uow.users.put(replace(account, failures=0, locked_until=None))
        self._note(work, actor, "OK")
        return actor

    def _note(self, work: Work, actor: Actor, outcome: str) -> None:
        audit_log.record(work, actor, action="SignIn", entity=actor.user, outcome=outcome)

    def add_user(self, work: Work, by: Actor, user: User, password: str) -> bool:
        """Add an account; False where the name is taken or the password is too short."""
        taken = work.uow.users.get(user.user) is not None
        if taken or not user.user.strip() or len(password) < LEAST_PASSWORD:
            return False
        hashed = self._passwords.hash(password)
        work.uow.users.put(replace(user, password=hashed, failures=0, locked_until=None))
        detail = {"role": user.role.value, "street": user.street}
        audit_log.record(work, by, action="AddUser", entity=user.user, outcome="OK", detail=detail)
        return True


def _failed(work: Work, account: User) -> User:
    failures = account.failures + 1
    if failures < MOST_FAILURES:
        return replace(account, failures=failures)
    return replace(account, failures=0, locked_until=work.now + LOCKED_FOR)
