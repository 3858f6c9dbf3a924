"""The live socket: what the camera sees is answered, told and recorded; nothing bad spreads."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest
from starlette.websockets import WebSocketDisconnect
from tests.catalogue import EXERCISES
from tests.web.people import Landmarks, holds_ms, performed

from unkink.core.simulation.simulate import Performance, simulate
from unkink.landmarks.blazepose import landmarks
from unkink.web.live_wire import VERSION, Judged, Picture, decode_judged, encode_picture

if TYPE_CHECKING:
    from collections.abc import Sequence

    from starlette.testclient import WebSocketTestSession
    from tests.web.conftest import Person

LIVE = "ws://127.0.0.1:8765/api/live"
OURS = {"origin": "http://127.0.0.1:8765"}


class Page:
    """A page whose camera is on."""

    def __init__(self, socket: WebSocketTestSession) -> None:
        self.socket = socket
        self.texts: list[dict[str, Any]] = []
        self.texts.append(json.loads(socket.receive_text()))

    def watch(self, exercise: str, *, part: str = "move", item: int = 0) -> None:
        """Tell which segment is on."""
        self.say(kind="watch", part=part, item=item, exercise=exercise, movement="main")

    def say(self, **said: Any) -> None:
        """Say anything."""
        self.socket.send_text(json.dumps(said))

    def see(self, picture: Picture) -> Judged:
        """Send a picture, and hear everything up to its answer."""
        return self.send(encode_picture(picture))

    def send(self, data: bytes) -> Judged:
        """Send bytes, and hear everything up to the answer."""
        self.socket.send_bytes(data)
        while True:
            came = self.socket.receive()
            if came["type"] == "websocket.close":
                pytest.fail(f"closed with {came['code']} after {self.texts[-1]}")
            if came.get("bytes") is not None:
                return decode_judged(came["bytes"])
            self.texts.append(json.loads(came["text"]))

    def hear(self) -> None:
        """Hear one more text."""
        self.texts.append(json.loads(self.socket.receive_text()))

    def told(self, kind: str) -> list[dict[str, Any]]:
        """Give what was told of a kind."""
        return [text for text in self.texts if text["kind"] == kind]

    def closed(self) -> tuple[int, dict[str, Any]]:
        """Hear everything up to the close: its code, and the last word."""
        while True:
            came = self.socket.receive()
            if came["type"] == "websocket.close":
                return came["code"], self.texts[-1]
            if came.get("text") is not None:
                self.texts.append(json.loads(came["text"]))


def _open(person: Person, session_id: str = "") -> WebSocketTestSession:
    address = f"{LIVE}/{session_id}" if session_id else LIVE
    return person.client.websocket_connect(address, headers=OURS)


def _do(page: Page, landmarks: Landmarks, *, from_ms: int = 0) -> int:
    t_ms = from_ms
    for frame_ms, people in landmarks:
        t_ms = from_ms + frame_ms
        page.see(Picture(t_ms=t_ms, width=1280, height=720, people=people))
    return t_ms


BRIDGE = performed(EXERCISES["bridge"], reps=3, hold_s=3.0)
RECORDED = holds_ms(EXERCISES["bridge"], reps=3, hold_s=3.0)


def test_repetitions_and_holds_are_told_as_they_are_seen(person: Person) -> None:
    """Three lifts of the hips are counted one by one, with the holds a recording would show."""
    with _open(person, person.started()) as socket:
        page = Page(socket)
        page.watch("bridge")
        _do(page, BRIDGE)

    assert VERSION == page.told("welcome")[0]["version"]
    assert ["bridge"] == [each["exercise"] for each in page.told("watching")]
    assert ["1", "2", "3"] == [each["say"] for each in page.told("rep_counted")]
    held = [(each["start_ms"], each["end_ms"]) for each in page.told("hold_ended")]
    assert [pytest.approx(each, abs=150) for each in RECORDED] == held


def test_the_answer_tells_where_the_body_is(person: Person) -> None:
    """The way goes from 0 to 1 and back; the hold clock runs while it is held, and only then."""
    with _open(person) as socket:
        page = Page(socket)
        page.watch("bridge")
        answers = [
            page.see(Picture(t_ms=t_ms + 1, width=1280, height=720, people=people))
            for t_ms, people in BRIDGE
        ]

    ways = [each.left for each in answers if each.left is not None]
    assert max(ways) > 0.9
    assert min(ways) < 0.1
    longest_ms = max(end_ms - start_ms for start_ms, end_ms in RECORDED)
    assert pytest.approx(longest_ms, abs=150) == max(each.held_ms for each in answers)
    assert all(each.held_ms == 0 for each in answers if (each.left or 0.0) < 0.5)
    assert 3 == answers[-1].reps


def test_what_was_seen_is_in_the_summary_beside_the_clock(person: Person) -> None:
    """The record tells what the camera truly saw: repetitions, holds, time judged and time not."""
    session_id = person.started()
    with _open(person, session_id) as socket:
        page = Page(socket)
        page.watch("bridge")
        _do(page, BRIDGE)
    assert 200 == person.post(f"/sessions/{session_id}/events", [person.event(1)]).status_code
    (done,) = person.post(f"/sessions/{session_id}/finish", {}).json()["exercises"]

    assert {"both": 3} == done["seen"]["reps"]
    held_s = sum(end_ms - start_ms for start_ms, end_ms in RECORDED) / 1000
    assert pytest.approx(held_s, abs=0.5) == done["seen"]["held_s"]
    assert pytest.approx(BRIDGE[-1][0] / 1000, abs=1.5) == done["seen"]["judged_s"]


def _half_hearted() -> Landmarks:
    """Go a quarter of the way first, then all of it three times."""
    bridge = EXERCISES["bridge"]
    first = list(simulate(bridge, Performance(reps=1, range_fraction=0.25)))
    later_s = first[-1].t_s + 0.1
    rest = [replace(f, t_s=f.t_s + later_s) for f in simulate(bridge, Performance(reps=3))]
    return [
        (round(frame.t_s * 1000), (landmarks(frame, aspect=16 / 9),)) for frame in (*first, *rest)
    ]


@pytest.mark.parametrize("leaves", [False, True])
def test_what_was_counted_too_soon_is_put_right_as_the_exercise_ends(
    person: Person, *, leaves: bool
) -> None:
    """A first half-hearted lift counts as it is done; the record knows better, and says so once."""
    session_id = person.started()
    with _open(person, session_id) as socket:
        page = Page(socket)
        page.watch("bridge")
        _do(page, _half_hearted())
        counted = len(page.told("rep_counted"))
        if not leaves:
            page.watch("cobra")
            while not page.told("looked_back"):
                page.hear()
    (said,) = [each["say"] for each in page.told("looked_back")] or [None]
    assert 200 == person.post(f"/sessions/{session_id}/events", [person.event(1)]).status_code
    (done,) = person.post(f"/sessions/{session_id}/finish", {}).json()["exercises"]

    assert 4 == counted
    assert {"both": 3} == done["seen"]["reps"]
    expected = None if leaves else "Bridge: 3, not 4, now that all of it was seen."
    assert expected == said


def test_without_a_camera_nothing_was_seen(person: Person) -> None:
    """No camera is not the same as nothing done."""
    session_id = person.started()
    (done,) = person.post(f"/sessions/{session_id}/finish", {}).json()["exercises"]

    assert done["seen"] is None


def test_trying_it_out_leaves_no_trace(person: Person) -> None:
    """Placing the camera or trying an exercise is in no record."""
    session_id = person.started()
    with _open(person) as socket:
        page = Page(socket)
        page.watch("bridge")
        _do(page, BRIDGE)
        assert 3 == len(page.told("rep_counted"))
    (done,) = person.post(f"/sessions/{session_id}/finish", {}).json()["exercises"]

    assert done["seen"] is None


def test_somebody_who_leaves_the_picture_is_told_once_and_kindly(person: Person) -> None:
    """In the exercise it is said why nothing is judged, and that the clock goes on."""
    with _open(person, person.started()) as socket:
        page = Page(socket)
        page.watch("bridge")
        t_ms = _do(page, BRIDGE[:20])
        away = [
            page.see(Picture(t_ms=t_ms + later_ms, width=1280, height=720))
            for later_ms in range(100, 4000, 100)
        ]
        assert "unseen" == away[-1].state
        _do(page, BRIDGE[:20], from_ms=t_ms + 5000)

    (lost,) = page.told("sight_lost")
    assert ("nobody", "I can't see you. I go on by the clock.") == (lost["reason"], lost["say"])
    assert 1 == len(page.told("sight_regained"))


def test_getting_ready_outside_the_picture_is_nobodys_fault(person: Person) -> None:
    """Before the exercise begins nobody is told that they can't be seen."""
    with _open(person, person.started()) as socket:
        page = Page(socket)
        page.watch("bridge", part="get_ready")
        for t_ms in range(100, 4000, 100):
            page.see(Picture(t_ms=t_ms, width=1280, height=720))
        assert [] == page.told("sight_lost")
        page.watch("bridge", part="move")
        page.see(Picture(t_ms=4000, width=1280, height=720))

    assert ["nobody"] == [each["reason"] for each in page.told("sight_lost")]


def test_a_pause_ends_a_hold_and_keeps_the_count(person: Person) -> None:
    """Whoever pauses and goes on is not counted from one again, and the pause is not held."""
    with _open(person, person.started()) as socket:
        page = Page(socket)
        page.watch("bridge")
        t_ms = _do(page, BRIDGE)
        page.say(kind="rest")
        assert "waiting" == page.see(Picture(t_ms=t_ms + 100, width=640, height=480)).state
        page.watch("bridge", part="hold")
        _do(page, BRIDGE, from_ms=t_ms + 60_000)

    assert [1, 2, 3, 4, 5, 6] == [each["number"] for each in page.told("rep_counted")]
    assert [None] == [each["exercise"] for each in page.told("watching")][1:2]


def test_an_exercise_no_camera_can_judge_is_said_to_be(person: Person) -> None:
    """What can't be told is not judged, and not called unseen either."""
    with _open(person, person.started()) as socket:
        page = Page(socket)
        page.watch("foam_rolling")
        state = page.see(Picture(t_ms=1, width=1280, height=720, people=BRIDGE[0][1])).state

    (watching,) = page.told("watching")
    assert (False, "waiting") == (watching["can_tell"], state)
    assert watching["words"]


def test_what_is_done_is_found_out(person: Person) -> None:
    """Outside a session the coach says by itself what it sees."""
    with _open(person) as socket:
        page = Page(socket)
        page.say(kind="recognise")
        _do(page, BRIDGE)

    assert "bridge" in [each["exercise"] for each in page.told("recognised")]


def test_a_newer_window_takes_over(person: Person) -> None:
    """Two windows never both record one session: the newer goes on, the older is told."""
    session_id = person.started()
    with _open(person, session_id) as first, _open(person, session_id) as second:
        old, new = Page(first), Page(second)
        code, last = old.closed()
        assert (4409, "refused") == (code, last["kind"])
        assert "waiting" == new.see(Picture(t_ms=1, width=640, height=480)).state


def test_no_session_and_a_closed_one_are_refused(person: Person) -> None:
    """Nothing is watched that can't be recorded."""
    session_id = person.started()
    person.post(f"/sessions/{session_id}/finish", {})
    for wanted, expected in ((session_id, 4409), ("nothing", 4404)):
        with _open(person, wanted) as socket:
            page = Page(socket)
            assert expected == page.closed()[0]
            assert page.texts[-1]["error"]


def test_another_sites_page_gets_no_socket(person: Person) -> None:
    """Nobody else's page may watch, wherever it is opened."""
    for headers in ({"origin": "https://evil.example"}, {"host": "evil.example"}):
        with (
            pytest.raises(WebSocketDisconnect),
            person.client.websocket_connect(LIVE, headers={**OURS, **headers}),
        ):
            pytest.fail("it was let in")


def _with_a_hand_up(frame_ms: int, people: tuple[Sequence[float], ...]) -> Picture:
    """Straighten the left arm towards the ceiling."""
    (person,) = people
    values = list(person)
    x, y, z, _ = values[4 * 11 : 4 * 12]
    for number, rise in ((13, 0.12), (15, 0.22), (19, 0.25)):
        values[4 * number : 4 * number + 4] = [x, y - rise, z, 1.0]
    return Picture(t_ms=frame_ms, width=1280, height=720, people=(tuple(values),))


def test_a_hand_held_up_is_told_once_also_in_a_pause(person: Person) -> None:
    """Whoever lies far from the screen pauses with a raised hand, and goes on with another."""
    lying = BRIDGE[0][1]
    with _open(person) as socket:
        page = Page(socket)
        page.watch("bridge")
        for t_ms in range(0, 3000, 100):
            page.see(_with_a_hand_up(t_ms, lying))
        first = [each["t_ms"] for each in page.told("hand_raised")]
        page.say(kind="rest")
        for t_ms in range(3000, 4000, 100):
            page.see(Picture(t_ms=t_ms, width=1280, height=720, people=lying))
        for t_ms in range(4000, 6000, 100):
            page.see(_with_a_hand_up(t_ms, lying))

    assert [1500] == first
    assert [1500, 5500] == [each["t_ms"] for each in page.told("hand_raised")]
