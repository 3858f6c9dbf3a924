"""Bad input over the live socket: one clear line, this connection closed, nothing recorded lost."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.catalogue import EXERCISES
from tests.web.people import performed
from tests.web.test_live import LIVE, OURS, Page

from unkink.web.live_wire import (
    HEADER,
    MOST_BYTES,
    PERSON_BYTES,
    Picture,
    encode_picture,
)

if TYPE_CHECKING:
    from tests.web.conftest import Person

BRIDGE = performed(EXERCISES["bridge"], reps=1, hold_s=1.0)
SEEN = encode_picture(Picture(t_ms=50_000, width=1280, height=720, people=BRIDGE[0][1]))
FLAT = encode_picture(Picture(t_ms=50_001, width=640, height=480))

BAD: dict[str, bytes | str] = {
    "empty": b"",
    "empty text": "",
    "truncated": SEEN[:-1],
    "overlong": SEEN + b"\0",
    "another version": b"\2" + SEEN[1:],
    "another kind": b"\1\2" + SEEN[2:],
    "a crowd": SEEN[:3] + b"\4" + SEEN[4:],
    "no size": FLAT[:8] + b"\0\0\0\0" + FLAT[12:],
    "the same moment again": SEEN,
    "a clock that goes back": encode_picture(Picture(t_ms=49_999, width=640, height=480)),
    "huge": b"\1" * (MOST_BYTES + 1),
    "no JSON": "{",
    "a foreign word": '{"kind": "open the door"}',
    "a foreign key": '{"kind": "rest", "now": true}',
    "NaN": '{"kind": "watch", "part": "move", "item": NaN, "exercise": "bridge"}',
    "a path": json.dumps(
        {
            "kind": "watch",
            "part": "move",
            "item": 0,
            "exercise": "../../etc/passwd",
            "movement": "main",
        }
    ),
    "an unknown exercise": json.dumps(
        {"kind": "watch", "part": "move", "item": 0, "exercise": "levitate", "movement": "main"}
    ),
    "deep": "[" * 2000,
}


@pytest.mark.parametrize("name", BAD)
def test_a_bad_message_closes_its_own_connection_with_one_line(person: Person, name: str) -> None:
    """What no page of ours would send is told in one line; the others go on, the record stays."""
    session_id = person.started()
    with (
        person.client.websocket_connect(f"{LIVE}/{session_id}", headers=OURS) as socket,
        person.client.websocket_connect(LIVE, headers=OURS) as other_socket,
    ):
        page, other = Page(socket), Page(other_socket)
        page.watch("bridge")
        for t_ms, people in BRIDGE:
            page.see(Picture(t_ms=t_ms, width=1280, height=720, people=people))
        page.send(SEEN)
        bad = BAD[name]
        if isinstance(bad, bytes):
            socket.send_bytes(bad)
        else:
            socket.send_text(bad)
        code, last = page.closed()
        assert "waiting" == other.see(Picture(t_ms=1, width=640, height=480)).state

    assert (4400, "refused") == (code, last["kind"])
    assert 1 == len(last["error"].splitlines())
    assert "Traceback" not in last["error"]
    (done,) = person.post(f"/sessions/{session_id}/finish", {}).json()["exercises"]
    assert {"both": 1} == done["seen"]["reps"]


def test_a_flood_is_stopped(person: Person) -> None:
    """Words without end close the connection that sends them, and use up nothing."""
    with person.client.websocket_connect(LIVE, headers=OURS) as socket:
        page = Page(socket)
        for _ in range(500):
            socket.send_text('{"kind": "recognise"}')
        assert 4400 == page.closed()[0]


message = st.one_of(
    st.binary(max_size=300),
    st.binary(max_size=40).map(lambda data: FLAT[:14] + data),
    st.tuples(st.integers(0, len(SEEN) - 1), st.integers(0, 255)).map(
        lambda change: SEEN[: change[0]] + bytes([change[1]]) + SEEN[change[0] + 1 :]
    ),
    st.text(max_size=60),
    st.recursive(
        st.none() | st.booleans() | st.floats() | st.text(max_size=8),
        lambda inner: (
            st.lists(inner, max_size=3)
            | st.dictionaries(
                st.sampled_from(["kind", "part", "item", "exercise"]), inner, max_size=4
            )
        ),
        max_leaves=6,
    ).map(json.dumps),
    st.sampled_from(["rest", "recognise", "watch"]).map(lambda kind: json.dumps({"kind": kind})),
)


@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(messages=st.lists(message, min_size=1, max_size=5))
def test_whatever_comes_is_answered_or_refused(person: Person, messages: list[bytes | str]) -> None:
    """No sequence of bytes and texts breaks anything: each is answered, heeded, or refused."""
    with person.client.websocket_connect(LIVE, headers=OURS) as socket:
        json.loads(socket.receive_text())
        for each in messages:
            if isinstance(each, bytes):
                socket.send_bytes(each)
            else:
                socket.send_text(each)
        socket.send_bytes(b"over")
        codes: list[int] = []
        while not codes:
            came = socket.receive()
            if came["type"] == "websocket.close":
                codes.append(came["code"])
            elif came.get("text"):
                assert json.loads(came["text"])["kind"]

    assert [4400] == codes


body = st.binary(min_size=PERSON_BYTES, max_size=PERSON_BYTES) | st.sampled_from(
    [SEEN[HEADER.size :], b"\0" * PERSON_BYTES, b"\xff\x7f" * 99 + b"\xff" * 33]
)


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    people=st.lists(st.lists(body, max_size=3), min_size=2, max_size=12),
    gaps_ms=st.lists(st.sampled_from([1, 33, 100, 2000, 10_000_000]), min_size=12, max_size=12),
    size=st.sampled_from([(16, 16), (1280, 720), (16_384, 2000)]),
    exercise=st.sampled_from(["bridge", "spinal_twist", "chair_twist"]),
)
def test_whatever_is_seen_is_answered(
    person: Person,
    people: list[list[bytes]],
    gaps_ms: list[int],
    size: tuple[int, int],
    exercise: str,
) -> None:
    """No body, however impossible, and no clock that goes on, however oddly, upsets the coach."""
    with person.client.websocket_connect(LIVE, headers=OURS) as socket:
        page = Page(socket)
        page.watch(exercise)
        t_ms = 0
        for bodies, gap_ms in zip(people, gaps_ms, strict=False):
            t_ms += gap_ms
            header = HEADER.pack(1, 1, t_ms & 1, len(bodies), t_ms, *size, 200)
            assert t_ms == page.send(header + b"".join(bodies)).t_ms
