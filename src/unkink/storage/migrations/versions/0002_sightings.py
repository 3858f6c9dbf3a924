"""
What the camera saw of a session.

Revision ID: 0002
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """Make the table of sightings."""
    op.create_table(
        "sightings",
        sa.Column("number", sa.Integer, primary_key=True),
        sa.Column("session_id", sa.String, sa.ForeignKey("sessions.id"), nullable=False),
        sa.Column("at", sa.String, nullable=False),
        sa.Column("item", sa.Integer, nullable=False),
        sa.Column("exercise", sa.String, nullable=False),
        sa.Column("movement", sa.String, nullable=False),
        sa.Column("side", sa.String, nullable=False),
        sa.Column("kind", sa.String, nullable=False),
        sa.Column("amount", sa.Float, nullable=False),
        sa.Column("fault", sa.String, nullable=False),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_sightings_session_id", "sightings", ["session_id"])
