"""Everything leaves in one file, and the same comes in again; anything else is refused whole."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.cases import Clock, cases_in_memory
from tests.exchange.generated import records
from tests.storage.records import PLAN

from unkink.core.errors import Conflict, Invalid, Refused
from unkink.core.history.entries import Day
from unkink.exchange.document import read_document, write_document
from unkink.ports import Everything, Export
from unkink.storage.folder import open_folder
from unkink.storage.sqlite import SqliteStore

if TYPE_CHECKING:
    from pathlib import Path

    from unkink.app import UseCases

AT = datetime(2026, 11, 23, 19, 0, tzinfo=UTC)
calm = settings(max_examples=60)


def _export(everything: Everything) -> Export:
    return Export(everything=everything, tallies={}, exercises={}, at=AT, version="9.9")


def _document(everything: Everything) -> dict[str, Any]:
    found = json.loads(write_document(_export(everything)))
    assert isinstance(found, dict)
    return found


@pytest.fixture(scope="module")
def on_disk(tmp_path_factory: pytest.TempPathFactory) -> SqliteStore:
    """Open one record on the disk for many tries: each replaces all of it."""
    return SqliteStore(open_folder(tmp_path_factory.mktemp("record")))


def _memory() -> UseCases:
    return cases_in_memory(Clock())


@calm
@given(everything=records())
def test_out_and_in_again_is_the_same(everything: Everything) -> None:
    """Whatever a record holds, reading what was written gives exactly that."""
    assert everything == read_document(write_document(_export(everything)))


@calm
@given(everything=records())
def test_an_empty_folder_becomes_the_same_record(
    on_disk: SqliteStore, everything: Everything
) -> None:
    """Taken into an empty record, in memory or on the disk, nothing is lost or changed."""
    cases = _memory()
    cases.keeping.take_in(everything)
    on_disk.replace(Everything())
    on_disk.replace(everything)
    kept = on_disk.everything()

    assert everything == cases.keeping.everything()
    assert (everything.answers, everything.entries) == (kept.answers, kept.entries)
    assert (everything.sessions, everything.settings) == (kept.sessions, kept.settings)


@calm
@given(ours=records("abc"), theirs=records("xyz"))
def test_two_records_become_one_without_anything_twice(
    ours: Everything, theirs: Everything
) -> None:
    """All of both is there, each in its own order; taking it in again changes nothing."""
    theirs = Everything(answers=theirs.answers, entries=theirs.entries, sessions=theirs.sessions)
    cases = _memory()
    cases.keeping.take_in(ours)
    cases.keeping.take_in(theirs)
    once = cases.keeping.everything()
    taken = cases.keeping.take_in(theirs)
    said = [(each.at, each.said) for each in once.entries]

    assert (0, 0, 0) == (taken.sessions, taken.entries, taken.answers)
    assert once == cases.keeping.everything()
    assert {e.session.id for e in (*ours.sessions, *theirs.sessions)} == {
        each.session.id for each in once.sessions
    }
    assert all((each.at, each.said) in said for each in (*ours.entries, *theirs.entries))
    for record in (ours, theirs):
        of_record = [each.session.id for each in record.sessions]
        answered = {each.number: each for each in once.answers}
        assert of_record == [e.session.id for e in once.sessions if e.session.id in of_record]
        for before in record.sessions:
            after = next(e for e in once.sessions if e.session.id == before.session.id)
            opened = next(a for a in record.answers if a.number == before.session.opened_by)
            assert opened.answers == answered[after.session.opened_by].answers


def test_a_session_told_twice_but_differently_is_refused() -> None:
    """Nobody has to guess which of two tellings is true: nothing is changed."""
    one = _memory()
    started = _with_session(one, PLAN.schedule.total_s)
    theirs = read_document(
        json.dumps(started).replace('"position_s": 3.0', '"position_s": 4.0').encode()
    )
    before = one.keeping.everything()

    with pytest.raises(Conflict, match="differently"):
        one.keeping.take_in(theirs)
    assert before == one.keeping.everything()


def test_a_session_that_went_on_since_is_taken_as_far_as_it_got() -> None:
    """Exported in the middle and taken in at the end, or the other way round: the end counts."""
    one, two = _memory(), _memory()
    half = _with_session(one, 3.0)
    two.keeping.take_in(read_document(json.dumps(half).encode()))
    two.store.close("session-1", status="stopped", at_s=AT.timestamp())
    two.keeping.take_in(read_document(json.dumps(half).encode()))

    assert ["stopped"] == [each.status for each in two.store.sessions()]


def _with_session(cases: UseCases, total_s: float) -> dict[str, Any]:
    from tests.storage.records import event, new_session  # noqa: PLC0415

    new_session(cases.store, "session-1")
    events = [event(seq) for seq in range(1, 4) if seq <= total_s]
    cases.store.append("session-1", events, heard_at_s=1001.0)
    return _document(cases.keeping.everything())


SMALL = Everything(settings={"theme": "dark"})

HOSTILE: dict[str, bytes] = {
    "nothing": b"",
    "another program's": b'{"resourceType": "Bundle"}',
    "a list": b"[1, 2]",
    "no text": b"\xff\xfe\x00\x01",
    "half": write_document(_export(SMALL))[:40],
    "not a number": b'{"format": "unkink-record", "version": NaN}',
    "infinite": b'{"format": "unkink-record", "version": 1, "x": 1e999}',
    "digits without end": b'{"format": "unkink-record", "version": ' + b"9" * 5000 + b"}",
    "twice": b'{"format": "unkink-record", "format": "unkink-record", "version": 1}',
    "deep": b"[" * 200_000,
    "deep inside": b'{"format": "unkink-record", "version": 1, "x": ' + b'{"a":' * 100_000,
    "newer": b'{"format": "unkink-record", "version": 2}',
    "older than any": b'{"format": "unkink-record", "version": 0}',
    "true": b'{"format": "unkink-record", "version": true}',
}


@pytest.mark.parametrize("name", HOSTILE)
def test_what_is_no_record_is_refused_in_one_line(name: str) -> None:
    """Whatever it is, it is told in one line, and nothing was changed."""
    with pytest.raises(Invalid) as refused:
        read_document(HOSTILE[name])

    assert "\n" not in str(refused.value)
    assert len(str(refused.value)) < 300


def _at(document: Any, *path: str | int) -> Any:
    for step in path:
        document = document[step]
    return document


DAMAGE: list[tuple[tuple[str | int, ...], str | int, Any]] = [
    ((), "more", 1),
    ((), "answers", None),
    (("entries", 0), "kind", "dream"),
    (("entries", 0, "said"), "pain", 11),
    (("entries", 0, "said"), "pain", True),
    (("entries", 0, "said"), "mood", 3),
    (("entries", 0), "at", "yesterday"),
    (("entries", 0), "at", "2026-11-23T19:00:00"),
    (("sessions", 0, "session"), "id", "../../etc"),
    (("sessions", 0, "session"), "pain", -1),
    (("sessions", 0, "session"), "opened_by", 77),
    (("sessions", 0, "session"), "started_at_s", 1e18),
    (("sessions", 0, "session"), "ended_at_s", 5.0),
    (("sessions", 0, "session"), "name", "\ud800"),
    (("sessions", 0), "plans", []),
    (("sessions", 0, "plans", 0, "schedule"), "segments", []),
    (("sessions", 0, "plans", 0, "schedule"), "total_s", -1.0),
    (("sessions", 0, "events", 0), "seq", 9),
    (("sessions", 0, "events", 0), "kind", "hacked"),
    (("settings",), "theme", "blue"),
    (("settings",), "nonsense", True),
]


@pytest.mark.parametrize(("path", "key", "value"), DAMAGE)
def test_a_damaged_record_is_refused_in_one_line(
    path: tuple[str | int, ...], key: str | int, value: Any
) -> None:
    """A record that can't be, whoever changed it, is not taken in."""
    cases = _memory()
    cases.store.add_entry(Day(pain=3), at="2026-11-23T19:00:00+00:00")
    cases.store.save_settings({"theme": "dark"})
    document = _with_session(cases, 3.0)
    read_document(json.dumps(document).encode())
    _at(document, *path)[key] = value

    with pytest.raises(Refused) as refused:
        read_document(json.dumps(document).encode())
    assert "\n" not in str(refused.value)


@calm
@given(content=st.binary(max_size=200))
def test_noise_is_refused(content: bytes) -> None:
    """Any bytes at all: refused, and never a crash."""
    with pytest.raises(Invalid):
        read_document(content)


@pytest.mark.parametrize(
    "name", ["../out.toml", "a/b.toml", ".toml", "x.py", "CON.toml", "a b.toml"]
)
def test_a_file_can_not_be_written_elsewhere(tmp_path: Path, name: str) -> None:
    """An exercise file of a record stays in its folder, whatever it is called."""
    from unkink.catalogue.own_files import OwnFilesIn  # noqa: PLC0415

    files = OwnFilesIn(tmp_path / "exercises")
    with pytest.raises(Invalid):
        files.write({name: "x"})

    assert [] == list(tmp_path.rglob("*"))
