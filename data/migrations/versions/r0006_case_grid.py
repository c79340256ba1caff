"""The grid beside each case, so that what came again at the same place is found."""

from __future__ import annotations

import json

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None

_INDEX = "ix_case_file_grid_case_type_reported_at"


def upgrade() -> None:
    """Step forward; the grid stands in each case's opening already."""
    op.add_column(
        "case_file", sa.Column("grid", sa.String(length=16), nullable=False, server_default="")
    )
    connection = op.get_bind()
    case_file = sa.table("case_file", sa.column("number"), sa.column("opening"), sa.column("grid"))
    rows = connection.execute(sa.select(case_file.c.number, case_file.c.opening)).all()
    for number, opening in rows:
        change = sa.update(case_file).where(case_file.c.number == number)
        connection.execute(change.values(grid=json.loads(opening).get("grid", "")))
    with op.batch_alter_table("case_file", schema=None) as batch_op:
        batch_op.alter_column("grid", server_default=None)
        batch_op.create_index(_INDEX, ["grid", "case_type", "reported_at"], unique=False)


def downgrade() -> None:
    """Step back."""
    with op.batch_alter_table("case_file", schema=None) as batch_op:
        batch_op.drop_index(_INDEX)
        batch_op.drop_column("grid")
