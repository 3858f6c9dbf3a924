"""
What is said outside sessions, where it is felt, the worst pain, what hurt, and counts kept.

Revision ID: 0003
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    """Make room for what a person says besides doing sessions."""
    op.create_table(
        "entries",
        sa.Column("number", sa.Integer, primary_key=True),
        sa.Column("at", sa.String, nullable=False),
        sa.Column("kind", sa.String, nullable=False),
        sa.Column("said", sa.JSON, nullable=False),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_entries_kind", "entries", ["kind"])
    op.create_table(
        "tallies",
        sa.Column("session_id", sa.String, sa.ForeignKey("sessions.id"), primary_key=True),
        sa.Column("way", sa.String, nullable=False),
        sa.Column("tally", sa.JSON, nullable=False),
    )
    op.add_column("sessions", sa.Column("farthest", sa.Integer))
    op.add_column("check_ins", sa.Column("worst", sa.Integer))
    op.add_column("check_ins", sa.Column("farthest", sa.Integer))
    blamed = sa.Column("hurt_by", sa.JSON, nullable=False, server_default="[]")
    op.add_column("check_ins", blamed)
