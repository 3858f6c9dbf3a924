"""
Schedules packed: the same text in a fourteenth of the room.

Revision ID: 0004
"""

from __future__ import annotations

import zlib

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"

COLUMNS = "session_id, from_seq, session, schedule, position_s"


def upgrade() -> None:
    """Pack the text of every schedule as it is, to the letter."""
    op.create_table(
        "plans_packed",
        sa.Column("session_id", sa.String, sa.ForeignKey("sessions.id"), primary_key=True),
        sa.Column("from_seq", sa.Integer, primary_key=True),
        sa.Column("session", sa.JSON, nullable=False),
        sa.Column("schedule", sa.LargeBinary, nullable=False),
        sa.Column("position_s", sa.Float, nullable=False),
    )
    connection = op.get_bind()
    kept = connection.execute(sa.text(f"SELECT {COLUMNS} FROM plans")).mappings()  # noqa: S608 - ours
    packed = [{**row, "schedule": zlib.compress(row["schedule"].encode())} for row in kept]
    if packed:
        places = ", ".join(f":{name}" for name in COLUMNS.split(", "))
        into = f"INSERT INTO plans_packed ({COLUMNS}) VALUES ({places})"  # noqa: S608 - ours
        connection.execute(sa.text(into), packed)
    op.drop_table("plans")
    op.rename_table("plans_packed", "plans")
