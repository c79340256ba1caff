"""Alarms that wait for their delay or count filter."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Step forward."""
    op.create_table(
        "waiting_alarm",
        sa.Column("fold", sa.String(length=300), nullable=False),
        sa.Column("due_at", sa.BigInteger(), nullable=False),
        sa.Column("document", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("fold", name=op.f("pk_waiting_alarm")),
    )


def downgrade() -> None:
    """Step back."""
    op.drop_table("waiting_alarm")
