"""A server in memory, with a clock of its own, and a person who asks it things."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from fastapi.testclient import TestClient
from tests.cases import Clock, cases_in_memory

from unkink.core.safety.rounds import ALL, SHORT, VERSION
from unkink.storage.memory import MemoryStore
from unkink.web.opening import guarded
from unkink.web.server import create_api

if TYPE_CHECKING:
    from collections.abc import Iterator

    from httpx2 import Response

    from unkink.ports import Store


class Person:
    """Someone at the page."""

    def __init__(self, client: TestClient, clock: Clock) -> None:
        self.client = client
        self.clock = clock

    def get(self, path: str) -> Response:
        """Ask for something."""
        return self.client.get(f"/api{path}")

    def post(self, path: str, sent: Any) -> Response:
        """Send something."""
        return self.client.post(f"/api{path}", json=sent)

    def put(self, path: str, sent: Any) -> Response:
        """Change something."""
        return self.client.put(f"/api{path}", json=sent)

    def answer(self, **answers: bool | str | None) -> Response:
        """Answer all questions with no, except as told."""
        sent = {"version": VERSION, "answers": {**dict.fromkeys(ALL, False), **answers}}
        return self.post("/screening", sent)

    def answer_short(self, **answers: bool | str | None) -> Response:
        """Answer the four short questions with no, except as told."""
        sent = {"version": VERSION, "answers": {**dict.fromkeys(SHORT, False), **answers}}
        return self.post("/screening", sent)

    def start(self, **wanted: Any) -> Response:
        """Ask for a session."""
        chosen = wanted or {"exercises": ["bridge"]}
        return self.post("/sessions", {"pain": 3, "stiffness": 4, **chosen})

    def started(self) -> str:
        """Answer the questions, start a session, and tell its id."""
        assert self.answer().json()["cleared"]
        started = self.start()
        assert 201 == started.status_code, started.text
        return str(started.json()["session_id"])

    def event(self, seq: int, kind: str = "segment_done", **more: Any) -> dict[str, Any]:
        """Make an event that happens now."""
        at = self.clock().isoformat()
        return {"seq": seq, "position_s": float(seq), "at": at, "kind": kind, **more}


@pytest.fixture
def clock() -> Clock:
    """Set the clock to a Monday evening."""
    return Clock()


@pytest.fixture
def store() -> Store:
    """Start with an empty record."""
    return MemoryStore()


@pytest.fixture
def person(clock: Clock, store: Store) -> Iterator[Person]:
    """Sit down at the page for the first time."""
    app = guarded(create_api(cases_in_memory(clock, store)))
    with TestClient(app, "http://127.0.0.1:8765", raise_server_exceptions=False) as client:
        client.headers["origin"] = "http://127.0.0.1:8765"
        yield Person(client, clock)
