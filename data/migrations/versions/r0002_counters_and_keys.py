"""Counters instead of counting whole tables; the keys last seen on the allow-list."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Step forward; the counters begin with what is stored."""
    op.create_table(
        "counter",
        sa.Column("name", sa.String(length=40), nullable=False),
        sa.Column("value", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("name", name=op.f("pk_counter")),
    )
    op.create_table(
        "known_key",
        sa.Column("key", sa.String(length=40), nullable=False),
        sa.Column("document", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("key", name=op.f("pk_known_key")),
    )
    op.execute("INSERT INTO counter (name, value) SELECT 'events', count(*) FROM event")
    op.execute("INSERT INTO counter (name, value) SELECT 'quarantined', count(*) FROM quarantine")
    op.execute("INSERT INTO counter (name, value) VALUES ('events_pruned', 0)")


def downgrade() -> None:
    """Step back."""
    op.drop_table("known_key")
    op.drop_table("counter")
