"""
The first record: answers, sessions, plans, events, check-ins, settings.

Revision ID: 0001
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None


def upgrade() -> None:
    """Make the first tables."""
    op.create_table(
        "answers",
        sa.Column("number", sa.Integer, primary_key=True),
        sa.Column("at_s", sa.Float, nullable=False),
        sa.Column("version", sa.String, nullable=False),
        sa.Column("answers", sa.JSON, nullable=False),
        sqlite_autoincrement=True,
    )
    _sessions()
    op.create_table(
        "plans",
        sa.Column("session_id", sa.String, sa.ForeignKey("sessions.id"), primary_key=True),
        sa.Column("from_seq", sa.Integer, primary_key=True),
        sa.Column("session", sa.JSON, nullable=False),
        sa.Column("schedule", sa.JSON, nullable=False),
        sa.Column("position_s", sa.Float, nullable=False),
    )
    op.create_table(
        "events",
        sa.Column("session_id", sa.String, sa.ForeignKey("sessions.id"), primary_key=True),
        sa.Column("seq", sa.Integer, primary_key=True),
        sa.Column("position_s", sa.Float, nullable=False),
        sa.Column("at", sa.String, nullable=False),
        sa.Column("kind", sa.String, nullable=False),
        sa.Column("data", sa.JSON, nullable=False),
    )
    op.create_table(
        "check_ins",
        sa.Column("session_id", sa.String, sa.ForeignKey("sessions.id"), primary_key=True),
        sa.Column("pain", sa.Integer),
        sa.Column("stiffness", sa.Integer),
        sa.Column("felt", sa.String),
        sa.Column("note", sa.String, nullable=False),
    )
    op.create_table(
        "settings",
        sa.Column("name", sa.String, primary_key=True),
        sa.Column("value", sa.JSON, nullable=False),
    )


def _sessions() -> None:
    op.create_table(
        "sessions",
        sa.Column("number", sa.Integer, primary_key=True),
        sa.Column("id", sa.String, nullable=False, unique=True),
        sa.Column("name", sa.String, nullable=False),
        sa.Column("started_at_s", sa.Float, nullable=False),
        sa.Column("pain", sa.Integer, nullable=False),
        sa.Column("stiffness", sa.Integer, nullable=False),
        sa.Column("opened_by", sa.Integer, sa.ForeignKey("answers.number"), nullable=False),
        sa.Column("status", sa.String, nullable=False),
        sa.Column("position_s", sa.Float, nullable=False),
        sa.Column("last_seq", sa.Integer, nullable=False),
        sa.Column("heard_at_s", sa.Float, nullable=False),
        sa.Column("ended_at_s", sa.Float),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_sessions_status", "sessions", ["status"])
