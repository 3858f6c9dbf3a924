"""Whatever is sent, the answer is one clear line; never a traceback."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from fastapi.testclient import TestClient
from tests.cases import Clock, cases_in_memory

from unkink.storage.memory import MemoryStore
from unkink.web.opening import guarded
from unkink.web.server import create_api

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tests.web.conftest import Person

    from unkink.ports import KeptSession

JSON = {"content-type": "application/json"}


@pytest.mark.parametrize(
    ("body", "status"),
    [
        (b"", 422),
        (b"{", 422),
        (b"\xff\xfe", 422),
        (b"[]", 422),
        (b"null", 422),
        (b'{"version": 1, "answers": {}}', 422),
        (b'{"version": "x", "answers": []}', 422),
        (b'{"version": "x"}', 422),
        (b'{"version": "x", "answers": {}, "more": 1}', 422),
        (b"[" * 50_000, 400),
        (b'{"version": "x", "answers": {"A1": 1e999}}', 422),
    ],
)
def test_a_body_that_makes_no_sense_is_refused_in_words(
    person: Person, body: bytes, status: int
) -> None:
    """Broken or odd JSON: the right status, one line, and what to do."""
    refused = person.client.post("/api/screening", content=body, headers=JSON)

    assert status == refused.status_code, refused.text
    assert {"error", "what_to_do"} == refused.json().keys()
    assert "Traceback" not in refused.text


@pytest.mark.parametrize(
    "event",
    [
        {"seq": 0},
        {"seq": 1.5},
        {"seq": "1"},
        {"position_s": -1},
        {"position_s": "NaN"},
        {"at": "yesterday"},
        {"at": "2026-11-23T19:00:00"},
        {"kind": "danced"},
        {"data": {"deep": {"er": 1}}},
        {"data": {str(n): n for n in range(21)}},
        {"more": 1},
    ],
)
def test_an_event_of_the_wrong_shape_is_refused(person: Person, event: dict[str, object]) -> None:
    """Numbers, times and kinds are checked before anything is kept."""
    session = person.started()
    sent = [{**person.event(1), **event}]
    refused = person.post(f"/sessions/{session}/events", sent)

    assert 422 == refused.status_code
    assert {"error", "what_to_do"} == refused.json().keys()
    assert [] == person.get(f"/sessions/{session}").json()["events"]


@pytest.mark.parametrize(
    ("method", "path", "status"),
    [
        ("GET", "/api/nothing", 404),
        ("GET", "/api/sessions/none", 404),
        ("GET", "/api/sessions/%2e%2e", 404),
        ("GET", "/api/exercises/none", 404),
        ("GET", "/api/films/none/main/left", 404),
        ("GET", "/api/films/bridge/none/left", 404),
        ("GET", "/api/films/bridge/main/up", 422),
        ("GET", "/api/films/bridge/main/left?range=2", 422),
        ("GET", "/api/films/bridge/main/left?range=nan", 422),
        ("GET", "/api/pictures/none.svg", 404),
        ("GET", "/api/pictures/bridge.svg?pose=none", 404),
        ("DELETE", "/api/record", 405),
        ("POST", "/api/sessions/none/finish", 404),
    ],
)
def test_what_does_not_exist_is_said_so(
    person: Person, method: str, path: str, status: int
) -> None:
    """An unknown id or address gets one clear line."""
    sent: dict[str, object] | None = {} if method == "POST" else None
    refused = person.client.request(method, path, json=sent)

    assert status == refused.status_code, refused.text
    assert {"error", "what_to_do"} == refused.json().keys()


@pytest.mark.parametrize(
    "changes",
    [
        {"theme": "purple"},
        {"theme": None},
        {"speech_rate": 9},
        {"captions": "yes"},
        {"country": "Germany"},
        {"emergency_number": "call me"},
        {"unknown": 1},
        {"voice": "x" * 201},
    ],
)
def test_a_setting_takes_only_what_it_allows(person: Person, changes: dict[str, object]) -> None:
    """A value that makes no sense changes nothing."""
    before = person.get("/settings").json()
    refused = person.put("/settings", changes)

    assert 422 == refused.status_code
    assert {"error", "what_to_do"} == refused.json().keys()
    assert before == person.get("/settings").json()


def test_settings_change_one_by_one(person: Person) -> None:
    """Changing one leaves the others."""
    person.put("/settings", {"theme": "dark", "captions": False})
    told = person.put("/settings", {"theme": "light"}).json()

    assert ("light", False, "voice") == (told["theme"], told["captions"], told["voice_mode"])
    assert told == person.get("/settings").json() == person.get("/today").json()["settings"]


class _Broken(MemoryStore):
    def sessions(self, *, limit: int | None = None) -> Sequence[KeptSession]:
        raise ZeroDivisionError(limit)


def test_a_bug_of_ours_is_told_without_its_traceback() -> None:
    """When we made a mistake the person reads one calm line."""
    app = guarded(create_api(cases_in_memory(Clock(), _Broken())))
    with TestClient(app, "http://127.0.0.1:8765", raise_server_exceptions=False) as client:
        told = client.get("/api/record")

    assert 500 == told.status_code
    assert {"error", "what_to_do"} == told.json().keys()
    assert "ZeroDivisionError" not in told.text
