"""Versions of the time limits; when alarms were raised, for the figures of a shift."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Step forward; the hub stores the first version when it opens the database."""
    op.create_table(
        "limit_table",
        sa.Column("number", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("effective_from", sa.BigInteger(), nullable=False),
        sa.Column("document", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("number", name=op.f("pk_limit_table")),
    )
    op.create_index(op.f("ix_alarm_raised_at"), "alarm", ["raised_at"])


def downgrade() -> None:
    """Step back."""
    op.drop_index(op.f("ix_alarm_raised_at"), table_name="alarm")
    op.drop_table("limit_table")
