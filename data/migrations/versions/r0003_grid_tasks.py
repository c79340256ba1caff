"""One-to-many tasks over grids and their check-ins."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Step forward."""
    op.create_table(
        "grid_task",
        sa.Column("id", sa.String(length=24), nullable=False),
        sa.Column("day", sa.String(length=10), nullable=False),
        sa.Column("due_at", sa.BigInteger(), nullable=False),
        sa.Column("closed_at", sa.BigInteger(), nullable=True),
        sa.Column("document", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_grid_task")),
    )
    op.create_table(
        "grid_check",
        sa.Column("task", sa.String(length=24), nullable=False),
        sa.Column("grid", sa.String(length=16), nullable=False),
        sa.Column("received_at", sa.BigInteger(), nullable=False),
        sa.Column("document", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["task"], ["grid_task.id"], name=op.f("fk_grid_check_task_grid_task")
        ),
        sa.PrimaryKeyConstraint("task", "grid", name=op.f("pk_grid_check")),
    )


def downgrade() -> None:
    """Step back."""
    op.drop_table("grid_check")
    op.drop_table("grid_task")
