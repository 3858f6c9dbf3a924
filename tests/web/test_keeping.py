"""Your data, in the page: what is there, all of it out, in again, and really gone."""

from __future__ import annotations

import json
import re
from contextlib import contextmanager
from typing import TYPE_CHECKING

import pytest
from fastapi.testclient import TestClient
from tests.cases import Clock
from tests.web.conftest import Person

from unkink.bootstrap import open_use_cases
from unkink.storage.copies import COPIES
from unkink.web.guard import MOST_BYTES
from unkink.web.opening import guarded
from unkink.web.server import create_api

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

SECRET = "my left knee, and a very private word"  # noqa: S105 - words nobody should find again


@contextmanager
def _sitting_at(folder: Path) -> Iterator[Person]:
    app = guarded(create_api(open_use_cases(folder)))
    with TestClient(app, "http://127.0.0.1:8765", raise_server_exceptions=False) as client:
        client.headers["origin"] = "http://127.0.0.1:8765"
        yield Person(client, Clock())


@pytest.fixture
def home(tmp_path: Path) -> Iterator[Person]:
    """Sit down at a page whose record is on the disk, with a session done."""
    with _sitting_at(tmp_path / "home") as person:
        started = person.started()
        person.post(f"/sessions/{started}/events", [person.event(1, "started")])
        person.post(f"/sessions/{started}/finish", {"pain": 2, "note": SECRET})
        yield person


def test_it_says_what_is_kept_and_where(home: Person, tmp_path: Path) -> None:
    """The folder, its size, and how much is in it."""
    kept = home.get("/keeping").json()

    assert str(tmp_path / "home") == kept["folder"]
    assert (1, 1, []) == (kept["sessions"], kept["answers"], kept["copies"])
    assert kept["size"] > 10_000


def test_every_format_can_be_downloaded(home: Person) -> None:
    """Each is a file with a name; none can be shown in the page's place."""
    for form in home.get("/keeping/formats").json():
        answer = home.get(f"/keeping/export/{form['id']}")
        assert (200, True) == (answer.status_code, len(answer.content) > 2), form
        assert f'attachment; filename="{form["file"]}"' == answer.headers["content-disposition"]
    assert 404 == home.get("/keeping/export/exe").status_code


def test_a_calendar_program_on_this_machine_can_subscribe(home: Person) -> None:
    """It tells no origin, as programs do, and gets a calendar."""
    del home.client.headers["origin"]
    answer = home.get("/calendar.ics")

    assert 200 == answer.status_code
    assert answer.text.startswith("BEGIN:VCALENDAR")


@pytest.mark.parametrize("source", ["/keeping/export/json", "/keeping/backup"])
@pytest.mark.parametrize("way", ["/keeping/add", "/keeping/restore"])
def test_what_came_out_goes_in_again(home: Person, tmp_path: Path, source: str, way: str) -> None:
    """An export or a backup, added or restored: the record is the same elsewhere."""
    content = home.get(source).content
    with _sitting_at(tmp_path / "new") as other:
        answer = other.client.post(f"/api{way}", content=content)
        assert 200 == answer.status_code, answer.text
        assert home.get("/record").json() == other.get("/record").json()


def test_what_is_restored_over_is_put_aside(home: Person, tmp_path: Path) -> None:
    """Restoring the wrong backup can be taken back."""
    backup = home.get("/keeping/backup").content
    home.put("/settings", {"theme": "dark"})
    kept = home.client.post("/api/keeping/restore", content=backup).json()["kept"]
    assert "system" == home.get("/settings").json()["theme"]

    aside = (tmp_path / "home" / COPIES / kept).read_bytes()
    home.client.post("/api/keeping/restore", content=aside)
    assert "dark" == home.get("/settings").json()["theme"]
    assert kept in [each["name"] for each in home.get("/keeping").json()["copies"]]


HOSTILE = (b"", b"PK\x03\x04", b"{}", b"\xff" * 100, b"[" * 100_000)


def test_anything_else_is_refused_and_changes_nothing(home: Person) -> None:
    """One clear line, whatever is sent."""
    before = home.get("/keeping/export/json").json()
    answers = [
        home.client.post(f"/api/keeping/{way}", content=content)
        for way in ("add", "restore")
        for content in HOSTILE
    ]
    after = home.get("/keeping/export/json").json()

    assert {422} == {each.status_code for each in answers}
    assert all({"error", "what_to_do"} == set(each.json()) for each in answers)
    assert before["sessions"] == after["sessions"]


def test_only_a_whole_record_may_be_large(home: Person) -> None:
    """Elsewhere a body as large is refused, and here one without end."""
    large = json.dumps({"x": "y" * MOST_BYTES}).encode()

    assert 422 == home.client.post("/api/keeping/add", content=large).status_code
    assert 413 == home.client.post("/api/screening", content=large).status_code


def test_nothing_is_deleted_without_the_words_for_it(home: Person) -> None:
    """A slip of the hand deletes nothing."""
    answer = home.post("/keeping/erase", {"words": "delete"})

    assert 422 == answer.status_code
    assert 1 == home.get("/keeping").json()["sessions"]


def test_what_is_deleted_is_gone_from_the_disk(home: Person, tmp_path: Path) -> None:
    """Not a trace is left in the folder: not in the record, its log, a copy or a file."""
    folder = tmp_path / "home"
    (folder / "exercises").mkdir()
    (folder / "exercises" / "mine.toml").write_text(SECRET)
    home.client.post("/api/keeping/restore", content=home.get("/keeping/backup").content)
    assert [] != _files_with_the_secret(folder)
    answer = home.post("/keeping/erase", {"words": "Delete everything "})

    assert {"sessions": 0, "entries": 0} == answer.json()
    assert [] == _files_with_the_secret(folder)
    assert [] == list((folder / COPIES).iterdir())
    assert home.get("/today").json()["screening"]["ask"] == "all"
    assert home.started()


def _files_with_the_secret(folder: Path) -> list[str]:
    return [
        each.name
        for each in folder.rglob("*")
        if each.is_file() and (SECRET.encode() in each.read_bytes() or each.suffix == ".zip")
    ]


def suggested(person: Person) -> list[str]:
    """Tell the days that the calendar suggests, as ISO dates."""
    told = person.get("/calendar.ics").text
    days = re.findall(r"UID:unkink-suggested-([0-9-]+)@", told)
    return sorted(days)


def test_the_calendar_suggests_the_plans_own_days_and_none_while_all_is_locked(
    person: Person,
) -> None:
    """Calendar and page never tell me two different weeks; after an emergency it is silent."""
    person.answer()
    planned = person.get("/you").json()["week"]["next_days"]
    before = suggested(person)
    person.answer_short(A2=True)

    assert (planned, []) == (before, suggested(person))
    assert planned
