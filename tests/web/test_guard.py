"""Private: only our own page, on this machine, gets in; every answer carries its safety headers."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from unkink.web.guard import HEADERS, MOST_BYTES, POLICY

if TYPE_CHECKING:
    from tests.web.conftest import Person

OURS = "http://127.0.0.1:8765"


@pytest.mark.parametrize("host", ["127.0.0.1:8765", "localhost:8765", "[::1]:8765", "127.0.0.1"])
def test_this_machines_own_names_are_answered(person: Person, host: str) -> None:
    """However one names this machine, the page comes."""
    del person.client.headers["origin"]

    assert 200 == person.client.get("/api/today", headers={"host": host}).status_code


@pytest.mark.parametrize(
    "host", ["evil.example", "evil.example:8765", "127.0.0.1.evil.example", "", "[", "192.168.1.2"]
)
def test_a_name_that_was_pointed_at_us_is_not(person: Person, host: str) -> None:
    """A foreign name that resolves to this machine gets nothing (DNS rebinding)."""
    for path in ("/", "/api/today", "/api/record"):
        refused = person.client.get(path, headers={"host": host})
        assert 421 == refused.status_code
        assert {"error", "what_to_do"} == refused.json().keys()


@pytest.mark.parametrize(
    "headers",
    [
        {"origin": "https://evil.example"},
        {"origin": "null"},
        {"origin": "http://127.0.0.1:9999"},
        {"origin": "http://localhost:8765"},
        {"sec-fetch-site": "cross-site"},
        {"sec-fetch-site": "same-site"},
    ],
)
def test_another_sites_page_can_neither_write_nor_read(
    person: Person, headers: dict[str, str]
) -> None:
    """A page of another site, or of another program's port, gets nothing from here."""
    assert 403 == person.client.get("/api/record", headers=headers).status_code
    sent = {"theme": "dark"}
    assert 403 == person.client.put("/api/settings", json=sent, headers=headers).status_code
    assert "system" == person.get("/settings").json()["theme"]


def test_our_own_page_and_programs_on_this_machine_may_write(person: Person) -> None:
    """Our page tells its origin; a program on this machine tells none."""
    ours = {"origin": OURS, "sec-fetch-site": "same-origin"}
    dark = person.client.put("/api/settings", json={"theme": "dark"}, headers=ours)
    del person.client.headers["origin"]
    light = person.client.put("/api/settings", json={"theme": "light"})

    assert (200, 200) == (dark.status_code, light.status_code)


def test_a_huge_body_is_refused_before_it_is_read(person: Person) -> None:
    """Nobody fills the memory: what is too much is refused by its announced length."""
    refused = person.client.post("/api/screening", content=b" " * (MOST_BYTES + 1))
    endless = person.client.post("/api/screening", content=iter([b"{", b"}"]))

    assert (413, 411) == (refused.status_code, endless.status_code)
    assert {"error", "what_to_do"} == refused.json().keys() == endless.json().keys()


@pytest.mark.parametrize("path", ["/api/today", "/api/nothing", "/api/films/bridge/main/left"])
def test_every_answer_carries_its_safety_headers(person: Person, path: str) -> None:
    """No foreign script, frame or request: the browser is told so with every answer."""
    response = person.client.get(path)

    assert {name: response.headers.get(name) for name in HEADERS} == HEADERS
    assert "default-src 'self'" in response.headers["content-security-policy"]
    assert [] == [rule for rule in POLICY.split() if "unsafe" in rule and "wasm" not in rule]
    assert "http" not in response.headers["content-security-policy"]


def test_answers_about_a_person_are_never_kept_by_the_browser(person: Person) -> None:
    """What is told about a person stays in the record, not in a browser's cache."""
    for path in ("/today", "/record", "/settings", "/screening"):
        assert "no-store" == person.get(path).headers["cache-control"]


def test_only_what_the_camera_needs_is_opened(person: Person) -> None:
    """Our own page may see through the camera and run its model; nobody else, and never text."""
    headers = person.get("/today").headers
    rules = dict(rule.split(" ", 1) for rule in headers["content-security-policy"].split("; "))
    allowed = dict(rule.split("=") for rule in headers["permissions-policy"].split(", "))

    assert ("'self' 'wasm-unsafe-eval'", "'self'") == (rules["script-src"], rules["worker-src"])
    assert ["camera"] == [name for name, who in allowed.items() if who != "()"]
    assert "(self)" == allowed["camera"]
    assert {"connect-src", "style-src", "img-src"}.isdisjoint(rules), "those stay at 'self'"
