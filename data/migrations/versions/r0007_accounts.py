"""Accounts that can be closed, passwords that must change, and which were had before."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Step forward; the age of passwords counts from their next change."""
    with op.batch_alter_table("account", schema=None) as batch_op:
        for name in ("disabled", "must_change"):
            batch_op.add_column(
                sa.Column(name, sa.Boolean(), server_default=sa.false(), nullable=False)
            )
        batch_op.add_column(sa.Column("changed_at", sa.BigInteger(), nullable=True))
        batch_op.add_column(sa.Column("history", sa.Text(), server_default="", nullable=False))


def downgrade() -> None:
    """Step back."""
    with op.batch_alter_table("account", schema=None) as batch_op:
        for name in ("history", "changed_at", "must_change", "disabled"):
            batch_op.drop_column(name)
