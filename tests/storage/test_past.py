"""
A record of every past version is brought up to date with all that is in it.

`past/<version>.sql` was written by the Unkink of that version. When the latest migration gets a
successor, write the next one with the code as it is before.
"""

from __future__ import annotations

import sqlite3
import zipfile
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from alembic.script import ScriptDirectory
from tests.storage.records import NOES, PLAN

from unkink.core.history.entries import Day
from unkink.core.history.record import CheckIn, Event
from unkink.storage import migrations
from unkink.storage.copies import COPIES
from unkink.storage.folder import open_folder
from unkink.storage.place import FILE, LATEST
from unkink.storage.sqlite import SqliteStore

if TYPE_CHECKING:
    from collections.abc import Iterator

PAST = Path(__file__).parent / "past"
VERSIONS = sorted(each.stem for each in PAST.glob("*.sql"))


@pytest.fixture(params=VERSIONS)
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[SqliteStore]:
    """Open a record that an Unkink of the past wrote."""
    with closing(sqlite3.connect(tmp_path / FILE)) as connection:
        connection.executescript((PAST / f"{request.param}.sql").read_text(encoding="utf-8"))
    engine = open_folder(tmp_path)
    yield SqliteStore(engine)
    engine.dispose()


def test_every_past_version_is_tried() -> None:
    """No version is forgotten."""
    script = ScriptDirectory(str(Path(migrations.__file__).parent))
    known = sorted(each.revision for each in script.walk_revisions())

    assert [each for each in known if each < LATEST] == VERSIONS


def test_all_that_was_kept_is_still_there(store: SqliteStore) -> None:
    """Answers, sessions, plans, events, what was said afterwards, and settings."""
    (answered,) = store.answers()
    two, one = store.sessions()

    assert NOES == answered.answers
    assert [("two", "open", 5.0), ("one", "stopped", 4.0)] == [
        (each.id, each.status, each.position_s) for each in (two, one)
    ]
    assert (3, 4, None, answered.number) == (
        one.pain,
        one.stiffness,
        one.farthest,
        one.opened_by,
    )
    assert CheckIn(pain=5, felt="worse", note="Ü “it's” fine") == one.check_in
    assert (PLAN, replace(PLAN, from_seq=3, position_s=2.0)) == tuple(store.plans("one"))
    assert ["started", "segment_done", "made_easier", "hurt", "stopped"] == [
        each.kind for each in store.events("one")
    ]
    assert {"pain": 6, "where": "left hip"} == store.events("one")[3].data
    assert {"theme": "dark", "speech_rate": 0.9, "captions": False} == store.settings()


@pytest.mark.parametrize("store", ["0003"], indirect=True)
def test_what_was_said_outside_sessions_is_still_there(store: SqliteStore) -> None:
    """The number of a day, where it was felt, and what else changed."""
    (entry,) = store.entries()

    assert Day(pain=4, stiffness=2, farthest=3, besides="Ü slept “badly”") == entry.said


@pytest.mark.parametrize("store", ["0003"], indirect=True)
def test_schedules_are_packed_and_take_less_room(store: SqliteStore, tmp_path: Path) -> None:
    """What was to be done when is kept to the second, in less room than it is told in."""
    (plan, _), file = store.plans("one"), tmp_path / FILE
    with closing(sqlite3.connect(file)) as connection:
        ((kind, packed),) = connection.execute(
            "SELECT typeof(schedule), length(schedule) FROM plans WHERE from_seq = 3"
        ).fetchall()

    assert PLAN.schedule == plan.schedule
    assert ("blob", True) == (kind, packed < 600)


def test_what_was_done_is_counted(store: SqliteStore) -> None:
    """An old session that was never counted is counted now."""
    done = store.tallies()["one"]

    assert (10.0, 1, 1) == (done.done_s, done.made_easier, done.hurt)


def test_a_copy_of_it_is_put_aside_first(store: SqliteStore, tmp_path: Path) -> None:
    """Whoever wants to go back to the Unkink of before has its record."""
    assert store.answers()
    (copy,) = (tmp_path / COPIES).iterdir()
    with zipfile.ZipFile(copy) as packed:
        packed.extract(FILE, tmp_path / "before")
    with closing(sqlite3.connect(tmp_path / "before" / FILE)) as connection:
        (version,) = connection.execute("SELECT version_num FROM alembic_version").fetchone()

    assert f"before-update-{version}-to-{LATEST}.zip" == copy.name
    assert version in VERSIONS


def test_it_can_be_gone_on_with(store: SqliteStore) -> None:
    """A session that was open takes its next event, and new things can be said."""
    at = "2026-11-23T19:01:00+00:00"
    ended = Event(seq=3, position_s=6.0, at=at, kind="stopped")
    store.append("two", [ended], heard_at_s=1060.0)
    store.check_in("two", CheckIn(pain=1, worst=2, farthest=1, hurt_by=("bridge",)))
    before = store.entries()
    said = store.add_entry(Day(pain=2), at=at)

    assert [*before, said] == list(store.entries())
    assert ["stopped", "stopped"] == [each.status for each in store.sessions()]
