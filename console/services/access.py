"""Signing in and changing one's own password: accounts live in the hub only."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from console.domain.access import Actor, Role
from console.domain.password_rules import MLPS, PasswordRules
from console.domain.refusal import Refusal
from console.services import audit_log
from console.services.core import Admission, PasswordSheet, PasswordTrial
from console.services.ports import Passwords, UnitOfWork
from console.services.records import User
from console.services.work import Work

MOST_FAILURES = 5
"""Wrong passwords in a row before an account is locked."""

LOCKED_FOR = timedelta(minutes=15)
"""How long it stays locked."""


class Access:
    """Who somebody is. There is no default account."""

    def __init__(self, passwords: Passwords, rules: PasswordRules = MLPS) -> None:
        self._passwords = passwords
        self._rules = rules
        self._nobody = ""

    @property
    def rules(self) -> PasswordRules:
        """What the site asks of passwords."""
        return self._rules

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
    ) -> Admission:
        """The person, if the password matched what is still valid; audited either way."""
        account, actor, outcome = self._known(work, user, credential, console, matched=matched)
        refusal = Refusal.SIGN_IN if outcome else None
        if account is not None and not outcome and self._is_due(account, work):
            outcome, refusal = "PASSWORD_DUE", Refusal.CHANGE_DUE
        audit_log.record(work, actor, action="SignIn", entity=actor.user, outcome=outcome or "OK")
        return Admission(None if refusal else actor, refusal)

    def signed_out(self, work: Work, actor: Actor) -> None:
        """Write down that somebody else sits at their console now."""
        audit_log.record(work, actor, action="SignOut", entity=actor.user, outcome="OK")

    def sheet(self, uow: UnitOfWork, user: str) -> PasswordSheet:
        """What a change of password is tried against, before anything slow is done."""
        account = uow.users.get(user)
        history = account.history[: self._rules.remembered] if account else ()
        return PasswordSheet(user, self.credential(uow, user), history)

    def tried(self, sheet: PasswordSheet, password: str, new: str) -> PasswordTrial:
        """Compare and hash; takes its time and may be asked from any thread."""
        matched = self._passwords.matches(sheet.credential, password)
        fault = self._rules.fault(sheet.user, new)
        if not matched or fault is not None:
            return PasswordTrial(sheet, matched, fault)
        used = new == password or any(self._passwords.matches(old, new) for old in sheet.history)
        if used:
            return PasswordTrial(sheet, matched, Refusal.USED_BEFORE)
        return PasswordTrial(sheet, matched, None, self._passwords.hash(new))

    def change_password(self, work: Work, trial: PasswordTrial, console: str) -> Refusal | None:
        """Take the new password, or say why not; wrong old ones count as failed sign-ins."""
        sheet = trial.sheet
        account, actor, outcome = self._known(
            work, sheet.user, sheet.credential, console, matched=trial.matched
        )
        refusal = Refusal.SIGN_IN if outcome else trial.refusal
        if account is not None and refusal is None:
            work.uow.users.put(with_password(account, trial.hashed, work, self._rules))
        audit_log.record(
            work,
            actor,
            action="ChangePassword",
            entity=actor.user,
            outcome=outcome or (refusal.value if refusal else "OK"),
        )
        return refusal

    def _is_due(self, account: User, work: Work) -> bool:
        return account.must_change or self._rules.due(account.changed_at, work.now)

    def hash(self, password: str) -> str:
        """A new salted hash."""
        return self._passwords.hash(password)

    def _known(
        self, work: Work, user: str, credential: str, console: str, *, matched: bool
    ) -> tuple[User | None, Actor, str]:
        """Account and person, and why they are not let in (empty: they are)."""
        account = work.uow.users.get(user)
        if account is None:
            return None, Actor("", "", Role.OPERATOR, "", console), "UNKNOWN"
        actor = Actor(account.user, account.name, account.role, account.street, console)
        if account.disabled:
            return account, actor, "DISABLED"
        if account.locked_until is not None and work.now < account.locked_until:
            return account, actor, "LOCKED"
        if not matched or account.password != credential:
            work.uow.users.put(_failed(work, account))
            return account, actor, "WRONG_PASSWORD"
        if account.failures or account.locked_until:
            account = replace(account, failures=0, locked_until=None)
            work.uow.users.put(account)
        return account, actor, ""


def with_password(
    account: User, hashed: str, work: Work, rules: PasswordRules, *, once: bool = False
) -> User:
    """The account with another password; `once` for one that its owner has to change."""
    history = (hashed, *account.history)[: max(1, rules.remembered)]
    return replace(
        account,
        password=hashed,
        history=history,
        changed_at=work.now,
        must_change=once,
        failures=0,
        locked_until=None,
    )


def _failed(work: Work, account: User) -> User:
    failures = account.failures + 1
    if failures < MOST_FAILURES:
        return replace(account, failures=failures)
    return replace(account, failures=0, locked_until=work.now + LOCKED_FOR)
