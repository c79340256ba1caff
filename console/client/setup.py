"""Everything the window is told when it is built; who builds it decides, the window obeys."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

from console.domain.access import Actor, Role
from console.domain.password_rules import MLPS, PasswordRules


def _nothing() -> None:
    return


@dataclass(frozen=True, slots=True)
class ConsoleSetup:
    """How a console reaches the hub, who sits at it, and where it may write.

    `endpoints` are tried in order. Keys are Z85 text; `token` is the session the hub gave at
    sign-in. `user`, `role` and `street` are whose it is, `user_name` how the hub writes this
    operator in logs. `language` is `zh_CN` or `en`, `theme` `dark` or `light`, `engine` the player
    behind the wall, `wall_layout` a layout of `LAYOUTS` to begin with instead of the remembered
    wall. `rules` are what the site asks of passwords; after `lock_minutes` without a touch the
    window is locked, never with 0: then nobody here has an account. `state_folder` keeps window
    layouts and drafts. `on_first_frame` is called once, when the district is first visible;
    `on_close` when the window goes.
    """

    endpoints: tuple[str, ...]
    server_key: str = field(repr=False)
    public_key: str = field(repr=False)
    secret_key: str = field(repr=False)
    token: str = field(repr=False)
    console_id: str
    state_folder: Path
    log_folder: Path
    resources: Path
    user_name: str = ""
    user: str = ""
    role: Role = Role.OPERATOR
    street: str = ""
    language: str = "zh_CN"
    theme: str = "dark"
    rules: PasswordRules = MLPS
    lock_minutes: int = 0
    engine: Literal["vlc", "ffmpeg"] = "vlc"
    wall_layout: str = ""
    demo: bool = False
    on_first_frame: Callable[[], None] = _nothing
    on_close: Callable[[], None] = _nothing

    @property
    def actor(self) -> Actor:
        """Who sits at this console, as the hub sees it."""
        return Actor(self.user, self.user_name, self.role, self.street, self.console_id)
