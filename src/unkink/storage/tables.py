"""The tables of the record. To change one, add a migration; a test compares the two."""

from __future__ import annotations

import json
import zlib
from typing import TYPE_CHECKING, Any, Final

from sqlalchemy import (
    JSON,
    Column,
    Float,
    ForeignKey,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    TypeDecorator,
)

if TYPE_CHECKING:
    from sqlalchemy import Dialect

metadata: Final = MetaData()


class Packed(TypeDecorator[Any]):
    """
    A value as JSON, packed: a schedule repeats itself, and takes a fourteenth of its room so.

    It could be laid out anew from the session, but only by the code and the exercise files of its
    day: what was done is read from what was kept.
    """

    impl = LargeBinary
    cache_ok = True

    def process_bind_param(self, value: Any, dialect: Dialect) -> bytes:
        """Pack a value for its row."""
        del dialect
        return zlib.compress(json.dumps(value, ensure_ascii=False).encode())

    def process_result_value(self, value: Any, dialect: Dialect) -> Any:
        """Unpack it again."""
        del dialect
        return json.loads(zlib.decompress(value))


answers: Final = Table(
    "answers",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("at_s", Float, nullable=False),
    Column("version", String, nullable=False),
    Column("answers", JSON, nullable=False),
    sqlite_autoincrement=True,
)

sessions: Final = Table(
    "sessions",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("id", String, nullable=False, unique=True),
    Column("name", String, nullable=False),
    Column("started_at_s", Float, nullable=False),
    Column("pain", Integer, nullable=False),
    Column("stiffness", Integer, nullable=False),
    Column("opened_by", ForeignKey("answers.number"), nullable=False),
    Column("status", String, nullable=False, index=True),
    Column("position_s", Float, nullable=False),
    Column("last_seq", Integer, nullable=False),
    Column("heard_at_s", Float, nullable=False),
    Column("ended_at_s", Float),
    Column("farthest", Integer),
    sqlite_autoincrement=True,
)

plans: Final = Table(
    "plans",
    metadata,
    Column("session_id", ForeignKey("sessions.id"), primary_key=True),
    Column("from_seq", Integer, primary_key=True),
    Column("session", JSON, nullable=False),
    Column("schedule", Packed, nullable=False),
    Column("position_s", Float, nullable=False),
)

events: Final = Table(
    "events",
    metadata,
    Column("session_id", ForeignKey("sessions.id"), primary_key=True),
    Column("seq", Integer, primary_key=True),
    Column("position_s", Float, nullable=False),
    Column("at", String, nullable=False),
    Column("kind", String, nullable=False),
    Column("data", JSON, nullable=False),
)

sightings: Final = Table(
    "sightings",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("session_id", ForeignKey("sessions.id"), nullable=False, index=True),
    Column("at", String, nullable=False),
    Column("item", Integer, nullable=False),
    Column("exercise", String, nullable=False),
    Column("movement", String, nullable=False),
    Column("side", String, nullable=False),
    Column("kind", String, nullable=False),
    Column("amount", Float, nullable=False),
    Column("fault", String, nullable=False),
    sqlite_autoincrement=True,
)

check_ins: Final = Table(
    "check_ins",
    metadata,
    Column("session_id", ForeignKey("sessions.id"), primary_key=True),
    Column("pain", Integer),
    Column("stiffness", Integer),
    Column("felt", String),
    Column("note", String, nullable=False),
    Column("worst", Integer),
    Column("farthest", Integer),
    Column("hurt_by", JSON, nullable=False, server_default="[]"),
)

tallies: Final = Table(
    "tallies",
    metadata,
    Column("session_id", ForeignKey("sessions.id"), primary_key=True),
    Column("way", String, nullable=False),
    Column("tally", JSON, nullable=False),
)
"""What was counted once, and in which way; it can always be counted anew."""

entries: Final = Table(
    "entries",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("at", String, nullable=False),
    Column("kind", String, nullable=False, index=True),
    Column("said", JSON, nullable=False),
    sqlite_autoincrement=True,
)

settings: Final = Table(
    "settings",
    metadata,
    Column("name", String, primary_key=True),
    Column("value", JSON, nullable=False),
)
