"""A movement test through the camera: read off, shown, and kept only when the person keeps it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.catalogue import EXERCISES

from unkink.core.history.entries import Profile
from unkink.core.outcomes.catalogue import INSTRUMENTS
from unkink.core.simulation.simulate import Performance, simulate
from unkink.landmarks.blazepose import landmarks
from unkink.web.live_wire import Picture, encode_picture

if TYPE_CHECKING:
    from httpx2 import Response
    from tests.web.conftest import Person

    from unkink.ports import Store

PRESS_UP = INSTRUMENTS["prone_press_up"]
AT = "2026-11-23T19:00:00+00:00"


def _pictures() -> bytes:
    how = Performance(reps=1, hold_s=4.0)
    row = b""
    for frame in simulate(EXERCISES[PRESS_UP.like], how):
        person = landmarks(frame, aspect=1.5)
        one = encode_picture(
            Picture(t_ms=round(1000 * frame.t_s), width=900, height=600, people=(person,))
        )
        row += len(one).to_bytes(2, "little") + one
    return row


def _see(person: Person, body: bytes, instrument: str = PRESS_UP.id) -> Response:
    return person.client.post(f"/api/measures/{instrument}/seen", content=body)


def test_a_press_up_is_read_off_and_kept_only_when_it_is_kept(person: Person, store: Store) -> None:
    """The number comes first; nothing is in the record until the person keeps it."""
    store.add_entry(Profile(conditions=()), at=AT)
    person.put("/settings", {"height_cm": 170})
    seen = _see(person, _pictures()).json()
    assert 10 < seen["answers"]["cm"] < 60
    assert not any(m["points"] for m in person.get("/progress").json()["measures"])
    kept = person.post(f"/measures/{PRESS_UP.id}", {"answers": seen["answers"]}).json()
    values = [point["value"] for m in kept["measures"] for point in m["points"]]

    assert [seen["answers"]["cm"]] == values


def test_the_camera_is_not_set_against_the_tape_measure(person: Person, store: Store) -> None:
    """By hand, then by camera: two beginnings, no change between them."""
    store.add_entry(Profile(conditions=()), at=AT)
    for cm, by in ((20, 1), (35, 2)):
        person.post(f"/measures/{PRESS_UP.id}", {"answers": {"cm": cm, "by": by}})
    measures = person.get("/progress").json()["measures"]
    found = next(m for m in measures if m["points"])

    assert (None, 2) == (found["meaning"], len(found["points"]))


def test_without_a_height_or_anybody_to_see_the_reason_is_told(
    person: Person, store: Store
) -> None:
    """No number is made up."""
    store.add_entry(Profile(conditions=()), at=AT)
    without_height = _see(person, _pictures()).json()
    person.put("/settings", {"height_cm": 170})
    nobody = _see(person, b"").json()

    assert ({}, {}) == (without_height["answers"], nobody["answers"])
    assert without_height["why_not"] != nobody["why_not"]


def test_what_is_no_row_of_pictures_is_refused(person: Person, store: Store) -> None:
    """Rubbish, a cut-off row, a row twice over, a test no camera sees: one line each."""
    store.add_entry(Profile(conditions=()), at=AT)
    row = _pictures()
    refused = [
        _see(person, b"rubbish"),
        _see(person, row[:-10]),
        _see(person, row + row),
        _see(person, row, "modified_schober"),
    ]

    assert [422, 422, 422, 404] == [each.status_code for each in refused]


def test_who_must_not_press_up_is_not_measured(person: Person, store: Store) -> None:
    """What an exercise is excluded for, its test is excluded for too; not told is not cleared."""
    assert 409 == _see(person, _pictures()).status_code
    store.add_entry(Profile(conditions=("spinal_stenosis",)), at=AT)

    assert 409 == _see(person, _pictures()).status_code
