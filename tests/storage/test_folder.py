"""A data folder that can't be used is refused in one clear line, and nothing in it is changed."""

from __future__ import annotations

import resource
import sqlite3
from contextlib import closing
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from tests.storage.records import event, new_session

from unkink.bootstrap import serving
from unkink.core.errors import FolderRefused
from unkink.storage import migrations, tables
from unkink.storage.folder import open_folder
from unkink.storage.place import FILE, LATEST
from unkink.storage.sqlite import SqliteStore

if TYPE_CHECKING:
    from collections.abc import Iterator


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Make a folder with a session in its record."""
    engine = open_folder(tmp_path)
    store = SqliteStore(engine)
    new_session(store, "one")
    store.append("one", [event(1)], heard_at_s=1.0)
    engine.dispose()
    return tmp_path


def _contents(folder: Path) -> dict[str, bytes]:
    # SQLite's own two side files come and go with every look into the record.
    side = {FILE + "-wal", FILE + "-shm"}
    return {each.name: each.read_bytes() for each in folder.iterdir() if each.name not in side}


def _refused(folder: Path) -> str:
    with pytest.raises(FolderRefused) as refused:
        open_folder(folder)
    assert "\n" not in str(refused.value)
    assert refused.value.what_to_do
    return refused.value.error


def test_a_record_is_found_again(folder: Path) -> None:
    """What was kept yesterday is there today."""
    store = SqliteStore(open_folder(folder))

    assert (event(1),) == tuple(store.events("one"))


def test_a_new_folder_is_made(tmp_path: Path) -> None:
    """The first start needs no preparation."""
    open_folder(tmp_path / "deep" / "down")

    assert (tmp_path / "deep" / "down" / FILE).is_file()


def test_a_record_of_a_newer_unkink_is_left_alone(folder: Path) -> None:
    """An old Unkink does not touch what a newer one wrote."""
    with closing(sqlite3.connect(folder / FILE)) as connection, connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
    before = _contents(folder)

    assert "newer Unkink" in _refused(folder)
    assert before == _contents(folder)


@pytest.mark.parametrize("version", ["", "0000", "0002x", "1"])
def test_a_record_of_no_version_there_ever_was_is_left_alone(folder: Path, version: str) -> None:
    """What no Unkink wrote is not guessed at."""
    with closing(sqlite3.connect(folder / FILE)) as connection, connection:
        connection.execute("UPDATE alembic_version SET version_num = ?", (version,))
    before = _contents(folder)
    refused = _refused(folder)

    assert "damaged" in refused or "newer" in refused
    assert before == _contents(folder)


@pytest.mark.parametrize("damage", [b"", b"SQLite format 3\x00", b"not a record at all"])
def test_a_damaged_record_is_left_alone(folder: Path, damage: bytes) -> None:
    """A damaged file is not made worse: it is told, and kept for whoever can mend it."""
    file = folder / FILE
    whole = file.read_bytes()
    file.write_bytes(damage + b"\x55" * 3000 + whole[3000 + len(damage) :])
    before = _contents(folder)

    assert "damaged" in _refused(folder)
    assert before == _contents(folder)


def test_a_record_of_something_else_is_left_alone(tmp_path: Path) -> None:
    """Another program's database under our name is neither used nor changed."""
    with closing(sqlite3.connect(tmp_path / FILE)) as connection, connection:
        connection.execute("CREATE TABLE theirs (a)")
    before = _contents(tmp_path)

    assert "damaged" in _refused(tmp_path)
    assert before == _contents(tmp_path)


def test_a_folder_that_can_not_be_made_is_told(tmp_path: Path) -> None:
    """A file in the folder's place, or a place where nothing can be written, is told."""
    (tmp_path / "taken").write_text("mine")

    assert "can't be used" in _refused(tmp_path / "taken")
    assert "can't be used" in _refused(tmp_path / "taken" / "below")
    assert "can't be used" in _refused(Path("/proc/unkink"))
    assert "mine" == (tmp_path / "taken").read_text()


@pytest.fixture(params=["query_only = ON", "max_page_count = 1"])
def full_or_readonly(folder: Path, request: pytest.FixtureRequest) -> Iterator[SqliteStore]:
    """Open a record whose disk became read-only or full after the start."""
    engine = open_folder(folder)
    with engine.connect() as connection:
        connection.exec_driver_sql(f"PRAGMA {request.param}")
    yield SqliteStore(engine)
    engine.dispose()


def test_a_disk_that_takes_no_more_is_told(full_or_readonly: SqliteStore) -> None:
    """A full or read-only disk: one clear line, and what was kept stays readable."""
    data = "x" * 100_000
    with pytest.raises(FolderRefused, match=r"disk is full|can't be written to"):
        full_or_readonly.add_answers(1.0, data, {})

    assert (event(1),) == tuple(full_or_readonly.events("one"))
    assert 1 == len(full_or_readonly.answers())


def test_a_disk_that_fails_is_not_taken_for_a_damaged_record(folder: Path) -> None:
    """Nobody is sent to an old backup because a disk is full, failing or gone for a moment."""
    store, data = SqliteStore(open_folder(folder)), "x" * 100_000
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (10_000, limits[1]))
    try:
        with pytest.raises(FolderRefused, match="disk can't be read or written"):
            store.add_answers(1.0, data, {})
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)

    assert 2 == store.add_answers(1.0, data, {}).number


def test_one_server_at_a_time_has_a_folder(tmp_path: Path) -> None:
    """A second server on the same folder is told that it is taken, until the first one stops."""
    with serving(tmp_path) as first:
        with serving(tmp_path) as second:
            assert second is None
        assert first is not None
    with serving(tmp_path) as third:
        assert third is not None


def test_the_migrations_lead_to_the_tables(tmp_path: Path) -> None:
    """A record brought up to date has exactly the tables that the code works with."""
    with open_folder(tmp_path).connect() as connection:
        context = MigrationContext.configure(connection)

        assert [] == compare_metadata(context, tables.metadata)
        assert LATEST == context.get_current_revision()
    script = ScriptDirectory(str(Path(migrations.__file__).parent))
    assert LATEST == script.get_current_head()


def test_every_commit_waits_for_the_disk(folder: Path) -> None:
    """A power cut takes back nothing that was acknowledged: write-ahead log, synchronous FULL."""
    with open_folder(folder).connect() as connection:
        mode = connection.exec_driver_sql("PRAGMA journal_mode").scalar()
        waits = connection.exec_driver_sql("PRAGMA synchronous").scalar()
        keys = connection.exec_driver_sql("PRAGMA foreign_keys").scalar()

    assert ("wal", 2, 1) == (mode, waits, keys)


def test_the_mark_of_the_record_changes_with_it_and_only_with_it(tmp_path: Path) -> None:
    """Whoever wrote, this program or another: what rests on the record is read again."""
    ours, theirs = SqliteStore(open_folder(tmp_path)), SqliteStore(open_folder(tmp_path))
    marks = [ours.revision(), ours.revision()]
    theirs.save_settings({"theme": "dark"})
    marks.append(ours.revision())
    ours.save_settings({"theme": "light"})
    marks += [ours.revision(), ours.revision()]
    ours.settings()
    theirs.settings()
    marks.append(ours.revision())
    same = [one == other for one, other in pairwise(marks)]

    assert [True, False, False, True, True] == same
