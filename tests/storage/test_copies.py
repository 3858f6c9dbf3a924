"""A backup is whole, verified, and comes back byte for byte; nothing is overwritten by surprise."""

from __future__ import annotations

import json
import sqlite3
import zipfile
from contextlib import closing
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from threading import Event, Thread
from typing import TYPE_CHECKING

import pytest
from tests.storage.records import event, new_session

from unkink.bootstrap import leading, serving
from unkink.core.errors import Conflict, FolderRefused, Invalid, Refused
from unkink.storage.copies import COPIES, LIST, write_copy
from unkink.storage.daily import copy_today, kept
from unkink.storage.folder import open_folder
from unkink.storage.place import FILE
from unkink.storage.restoring import restore
from unkink.storage.sqlite import SqliteStore

if TYPE_CHECKING:
    from collections.abc import Callable

    from unkink.ports import Everything

AT = "2026-11-23T19:00:00+00:00"
OWN = "name = 'Mine'\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Make a data folder with a session and an exercise file of one's own."""
    data = tmp_path / "data"
    engine = open_folder(data)
    store = SqliteStore(engine)
    new_session(store, "one")
    store.append("one", [event(1)], heard_at_s=1.0)
    engine.dispose()
    (data / "exercises").mkdir()
    (data / "exercises" / "mine.toml").write_text(OWN)
    return data


@pytest.fixture
def copy(folder: Path, tmp_path: Path) -> Path:
    """Back it up."""
    file = tmp_path / "backup.zip"
    write_copy(folder, file, by="9.9", at=AT)
    return file


def _all(folder: Path) -> Everything:
    engine = open_folder(folder)
    everything = SqliteStore(engine).everything()
    engine.dispose()
    return everything


def _bytes(folder: Path) -> dict[str, bytes]:
    side = {f"{FILE}-wal", f"{FILE}-shm", "serving.lock", "leading.lock"}
    files = [each for each in folder.rglob("*") if each.is_file() and each.name not in side]
    return {str(each.relative_to(folder)): each.read_bytes() for each in files}


def test_a_backup_comes_back_whole(folder: Path, copy: Path, tmp_path: Path) -> None:
    """Into an empty folder: the same record, the same exercise files."""
    restored = restore(tmp_path / "new", copy, replace=False, by="9.9", at=AT)

    assert restored.kept is None
    assert [FILE, "exercises/mine.toml"] == [each.name for each in restored.files]
    assert OWN == (tmp_path / "new" / "exercises" / "mine.toml").read_text()
    assert _all(folder) == _all(tmp_path / "new")


def test_a_backup_is_made_while_the_record_is_written(folder: Path, tmp_path: Path) -> None:
    """Events come in all the while: every copy is of one moment, without a gap."""
    store, enough = SqliteStore(open_folder(folder)), Event()

    def write() -> None:
        seq = 1
        while not enough.is_set():
            seq += 1
            store.append("one", [replace(event(1), seq=seq)], heard_at_s=1.0)

    writer = Thread(target=write)
    writer.start()
    try:
        for number in range(5):
            write_copy(folder, tmp_path / f"{number}.zip", by="9.9", at=AT)
    finally:
        enough.set()
        writer.join()
    for number in range(5):
        new = tmp_path / f"new-{number}"
        restore(new, tmp_path / f"{number}.zip", replace=False, by="9.9", at=AT)
        (whole,) = _all(new).sessions
        assert list(range(1, whole.session.last_seq + 1)) == [each.seq for each in whole.events]


def test_a_used_folder_is_left_alone(folder: Path, copy: Path) -> None:
    """Without being asked to, nothing that is there is overwritten."""
    SqliteStore(open_folder(folder)).save_settings({"theme": "dark"})
    before = _all(folder)
    with pytest.raises(Conflict, match="--replace"):
        restore(folder, copy, replace=False, by="9.9", at=AT)

    assert before == _all(folder)


def test_what_was_there_is_kept_when_it_is_replaced(folder: Path, copy: Path) -> None:
    """Whoever restores the wrong backup can go back."""
    before = _all(folder)
    SqliteStore(open_folder(folder)).save_settings({"theme": "dark"})
    changed = _all(folder)
    restored = restore(folder, copy, replace=True, by="9.9", at=AT)
    assert restored.kept is not None
    assert before == _all(folder)

    # In the same second: neither copy takes the place of the other.
    again = restore(folder, restored.kept, replace=True, by="9.9", at=AT)
    assert changed == _all(folder)
    assert {restored.kept, again.kept} == set((folder / COPIES).glob("before-restore-*.zip"))


def test_a_damaged_record_is_put_aside_and_replaced(folder: Path, copy: Path) -> None:
    """The backup is there for the day the record is broken; the broken one is kept as it is."""
    before = _all(folder)
    (folder / FILE).write_bytes(b"\x55" * 5000)
    with pytest.raises(Conflict):
        restore(folder, copy, replace=False, by="9.9", at=AT)
    restored = restore(folder, copy, replace=True, by="9.9", at=AT)
    assert restored.kept is not None

    assert before == _all(folder)
    assert b"\x55" * 5000 == (restored.kept / FILE).read_bytes()


def test_a_newer_record_can_be_replaced_and_is_kept(folder: Path, copy: Path) -> None:
    """Whoever goes back to an older Unkink is told why it can't copy the record, and loses none."""
    before = _all(folder)
    with closing(sqlite3.connect(folder / FILE)) as newer, newer:
        newer.execute("UPDATE alembic_version SET version_num = '9999'")
    with pytest.raises(FolderRefused, match="newer Unkink"):
        write_copy(folder, copy.with_name("newer.zip"), by="9.9", at=AT)
    restored = restore(folder, copy, replace=True, by="9.9", at=AT)
    assert restored.kept is not None
    with closing(sqlite3.connect(restored.kept / FILE)) as kept:
        assert ("9999",) == kept.execute("SELECT version_num FROM alembic_version").fetchone()

    assert before == _all(folder)


def test_a_folder_in_use_is_not_restored_into(folder: Path, copy: Path) -> None:
    """The record is not pulled away under a running Unkink."""
    with serving(folder), pytest.raises(FolderRefused, match="Unkink is running"):
        restore(folder, copy, replace=True, by="9.9", at=AT)


def test_nor_under_a_session_in_a_terminal(folder: Path, copy: Path) -> None:
    """What I do there is not lost to a restore meanwhile; once it is over, it goes on."""
    with leading(folder):
        with pytest.raises(FolderRefused, match="A session is running in a terminal"):
            restore(folder, copy, replace=True, by="9.9", at=AT)
        with pytest.raises(FolderRefused, match="another terminal"), leading(folder):
            pytest.fail("two terminals led at once")

    assert restore(folder, copy, replace=True, by="9.9", at=AT).files


def _rewritten(copy: Path, change: Callable[[dict[str, bytes]], object]) -> Path:
    with zipfile.ZipFile(copy) as packed:
        files = {name: packed.read(name) for name in packed.namelist()}
    change(files)
    with zipfile.ZipFile(copy, "w") as packed:
        for name, content in files.items():
            packed.writestr(name, content)
    return copy


def _relisted(packed: dict[str, bytes], **more: object) -> None:
    packed[LIST] = json.dumps({**json.loads(packed[LIST]), **more}).encode()


def _flipped(files: dict[str, bytes]) -> None:
    content = bytearray(files[FILE])
    content[4000] ^= 1
    files[FILE] = bytes(content)


def _renamed(files: dict[str, bytes]) -> None:
    files[LIST] = files[LIST].replace(b"exercises/mine.toml", b"exercises/../../x.toml")
    files["exercises/../../x.toml"] = files.pop("exercises/mine.toml")


WRONG: dict[str, Callable[[dict[str, bytes]], object]] = {
    "a bit flipped": _flipped,
    "a file missing": lambda files: files.pop("exercises/mine.toml"),
    "a file too many": lambda files: files.update({"exercises/more.toml": b"x"}),
    "leading out": _renamed,
    "no list": lambda files: files.pop(LIST),
    "another's": lambda files: _relisted(files, format="theirs"),
    "newer": lambda files: _relisted(files, version=2),
    "odd list": lambda files: _relisted(files, files=3),
    "deep list": lambda files: files.update({LIST: b"[" * 100_000}),
    "not the size": lambda files: files.update(
        {LIST: files[LIST].replace(b'"size": 14', b'"size": 13')}
    ),
}


@pytest.mark.parametrize("wrong", WRONG)
def test_a_backup_that_is_not_whole_is_refused(copy: Path, tmp_path: Path, wrong: str) -> None:
    """Whatever is wrong with it: one clear line, and nothing is left behind."""
    _rewritten(copy, WRONG[wrong])
    new = tmp_path / "new"
    with pytest.raises(Invalid) as refused:
        restore(new, copy, replace=True, by="9.9", at=AT)

    assert "\n" not in str(refused.value)
    assert ["leading.lock", "serving.lock"] == sorted(each.name for each in new.iterdir())


@pytest.mark.parametrize("content", [b"", b"PK", b"PK\x03\x04" + b"\x00" * 100, b"{}"])
def test_what_is_no_backup_is_refused(tmp_path: Path, content: bytes) -> None:
    """Any other file."""
    file = tmp_path / "x.zip"
    file.write_bytes(content)
    with pytest.raises(Invalid):
        restore(tmp_path / "new", file, replace=True, by="9.9", at=AT)


def test_a_bomb_goes_off_nowhere(copy: Path, tmp_path: Path) -> None:
    """A small file that unpacks to far more than it says is stopped at what it says."""

    def swell(files: dict[str, bytes]) -> None:
        files[FILE] = b"\x00" * 50_000_000

    _rewritten(copy, swell)
    with pytest.raises(Invalid):
        restore(tmp_path / "new", copy, replace=True, by="9.9", at=AT)


def test_a_place_that_takes_no_backup_is_told(folder: Path) -> None:
    """A full or missing place: one clear line, and no half file."""
    with pytest.raises(Refused, match="could not be written"):
        write_copy(folder, folder / "nowhere" / "b.zip", by="9.9", at=AT)
    with pytest.raises(Refused, match="no record"):
        write_copy(folder / "exercises", folder / "b.zip", by="9.9", at=AT)


def test_a_place_nothing_can_be_restored_into_is_told(copy: Path) -> None:
    """Where nothing may be written: one clear line."""
    with pytest.raises(FolderRefused, match=r"/proc/unkink can't be used: No such file"):
        restore(Path("/proc/unkink"), copy, replace=True, by="9.9", at=AT)


def test_a_copy_a_day_is_enough(folder: Path) -> None:
    """Today's copy is made once; an empty record is not copied."""
    today = date(2026, 11, 23)
    first = copy_today(folder, today, by="9.9", at=AT)
    assert first is not None
    before = _bytes(folder)

    assert copy_today(folder, today, by="9.9", at=AT) is None
    assert before == _bytes(folder)
    assert copy_today(folder / "exercises", today, by="9.9", at=AT) is None


def test_old_copies_make_room(folder: Path) -> None:
    """After two months there are seven daily ones and four weekly ones before them."""
    first = date(2026, 10, 1)
    (folder / COPIES).mkdir()
    (folder / COPIES / "day-odd.zip").write_text("not ours")
    for number in range(60):
        (folder / COPIES / f"day-{first + timedelta(days=number)}.zip").write_text("x")
    copy_today(folder, first + timedelta(days=60), by="9.9", at=AT)
    there = sorted(each.name for each in (folder / COPIES).iterdir())

    newest = [f"day-{first + timedelta(days=number)}.zip" for number in range(54, 61)]
    mondays = [f"day-2026-{day}.zip" for day in ("11-02", "11-09", "11-16", "11-23")]
    assert [*mondays, *newest, "day-odd.zip"] == there


def test_a_year_of_days_keeps_seven_days_and_four_weeks() -> None:
    """Rotating every day, there are always the last week, and one of each week before."""
    there: set[date] = set()
    for number in range(365):
        there = kept(there | {date(2026, 1, 1) + timedelta(days=number)})
    last = date(2026, 12, 31)

    assert {last - timedelta(days=number) for number in range(7)} <= there
    assert 11 == len(there)
    assert last - timedelta(days=38) <= min(there) <= last - timedelta(days=28)
