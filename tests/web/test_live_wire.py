"""The live socket's bytes: the page's tests read the snapshots that this file keeps fresh."""

from __future__ import annotations

import json
import math
import os
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.catalogue import EXERCISES

from unkink.core.body import Joint, Point
from unkink.core.simulation.camera import OTHER, Camera
from unkink.core.simulation.simulate import Performance, simulate
from unkink.landmarks.blazepose import DEPTH, LANDMARKS, NUMBER_OF, landmarks
from unkink.web.live_wire import (
    FARTHEST,
    PARTS,
    Judged,
    Picture,
    UnreadableError,
    decode_judged,
    decode_picture,
    encode_judged,
    encode_picture,
)

SNAPSHOTS = Path(__file__).parent.parent / "snapshots" / "live"


def _person(shift: float) -> tuple[float, ...]:
    return tuple(
        value
        for joint in range(LANDMARKS)
        for value in (0.1 + joint / 50 + shift, 0.9 - joint / 60, -0.3 + joint / 80, joint / 32)
    )


def _with_unknown(person: tuple[float, ...], *joints: int) -> tuple[float, ...]:
    values = list(person)
    for joint in joints:
        values[4 * joint : 4 * joint + 4] = [math.nan] * 4
    return tuple(values)


PICTURES = {
    "picture-nobody": Picture(t_ms=0, width=640, height=480, light=12),
    "picture-one": Picture(t_ms=1234, width=1280, height=720, people=(_person(0.0),)),
    "picture-mirrored": Picture(
        t_ms=4_294_967_295,
        width=480,
        height=640,
        mirrored=True,
        light=254,
        people=(_with_unknown(_person(-0.2), 0, 32), _person(0.5)),
    ),
}
ANSWERS = {
    "judged-waiting": Judged(t_ms=0, state="waiting", left=None, right=None, held_ms=0, reps=0),
    "judged-held": Judged(
        t_ms=70_000, state="judged", left=1.0, right=0.0, held_ms=12_300, reps=7, person=2
    ),
    "judged-unseen": Judged(
        t_ms=4_294_967_295, state="unseen", left=None, right=0.5, held_ms=0, reps=65_535
    ),
}


def _picture_json(picture: Picture) -> dict[str, Any]:
    return {
        "t_ms": picture.t_ms,
        "width": picture.width,
        "height": picture.height,
        "mirrored": picture.mirrored,
        "light": picture.light,
        "people": [
            [
                dict(zip(("x", "y", "z", "visibility"), map(_plain, values), strict=True))
                for values in zip(*(person[axis::4] for axis in range(4)), strict=True)
            ]
            for person in picture.people
        ],
    }


def _plain(value: float) -> float | None:
    return None if math.isnan(value) else value


def _judged_json(judged: Judged) -> dict[str, Any]:
    return judged._asdict()


def _expect(name: str, data: bytes, told: dict[str, Any]) -> None:
    text = json.dumps(told, indent=1) + "\n"
    if os.environ.get("UNKINK_SNAPSHOTS") == "write":
        (SNAPSHOTS / f"{name}.bin").write_bytes(data)
        (SNAPSHOTS / f"{name}.json").write_text(text, encoding="utf-8")

    assert (SNAPSHOTS / f"{name}.bin").read_bytes() == data
    assert (SNAPSHOTS / f"{name}.json").read_text(encoding="utf-8") == text


@pytest.mark.parametrize("name", PICTURES)
def test_the_snapshots_of_pictures_are_fresh(name: str) -> None:
    """
    Page and server read the same bytes the same way.

    To renew them: `UNKINK_SNAPSHOTS=write pytest tests/web/test_live_wire.py`.
    """
    _expect(name, encode_picture(PICTURES[name]), _picture_json(PICTURES[name]))


@pytest.mark.parametrize("name", ANSWERS)
def test_the_snapshots_of_answers_are_fresh(name: str) -> None:
    """Page and server read the same bytes the same way."""
    data = encode_judged(ANSWERS[name])

    assert pytest.approx(_judged_json(ANSWERS[name]), abs=0.002) == _judged_json(
        decode_judged(data)
    )
    _expect(name, data, _judged_json(decode_judged(data)))


def _told(picture: Picture, body: int, joint: Joint) -> Point | None:
    """Give where the page said a joint is, in picture heights and the right way round."""
    number = NUMBER_OF[OTHER[joint] if picture.mirrored else joint]
    x, y, z, seen = picture.people[body][4 * number : 4 * number + 4]
    aspect = picture.width / picture.height
    if math.isnan(x):
        return None
    return Point((1 - x if picture.mirrored else x) * aspect, y, z * aspect / DEPTH, seen)


@pytest.mark.parametrize("name", PICTURES)
def test_what_the_page_sent_arrives(name: str) -> None:
    """A joint arrives to a fraction of a pixel, an unknown one as unknown, a mirror undone."""
    sent, come = PICTURES[name], decode_picture(encode_picture(PICTURES[name]))

    assert (sent.t_ms, sent.width / sent.height, sent.light, len(sent.people)) == (
        come.t_ms,
        come.aspect,
        come.light,
        len(come.bodies),
    )
    for body, points in enumerate(come.bodies):
        for joint, point in zip(Joint, points, strict=True):
            told = _told(sent, body, joint)
            assert (told is None) == (point is None)
            if told is not None and point is not None:
                assert pytest.approx(told.seen, abs=0.5 / 255) == point.seen
                assert pytest.approx((told.x, told.y, told.z), abs=0.9 / PARTS) == (
                    point.x,
                    point.y,
                    point.z,
                )


def test_a_mirror_is_undone() -> None:
    """Whether the camera mirrors or not, left is the person's own left."""
    bridge = EXERCISES["bridge"]
    plain, mirrored = (
        next(iter(simulate(bridge, Performance(camera=Camera(yaw_deg=20.0, mirrored=mirrored)))))
        for mirrored in (False, True)
    )
    picture = Picture(
        t_ms=0,
        width=1280,
        height=720,
        mirrored=True,
        people=(landmarks(mirrored, aspect=16 / 9),),
    )
    (found,) = decode_picture(encode_picture(picture)).bodies

    for before, after in zip(plain.points, found, strict=True):
        assert before is not None
        assert after is not None
        assert pytest.approx((before.x, before.y, before.z), abs=0.9 / PARTS) == (
            after.x,
            after.y,
            after.z,
        )


def test_our_joints_stand_in_the_order_of_the_models() -> None:
    """They are read from the wire in one go, which relies on it."""
    assert sorted(NUMBER_OF.values()) == [NUMBER_OF[joint] for joint in Joint]


anything = st.floats(allow_nan=True, allow_infinity=True, width=32)


@given(st.lists(anything, min_size=4 * LANDMARKS, max_size=4 * LANDMARKS))
def test_whatever_the_model_gives_can_be_sent(values: list[float]) -> None:
    """A joint that isn't finite, or is pictures away, is unknown; nothing else is lost."""
    picture = Picture(t_ms=1, width=500, height=500, people=(tuple(values),))
    (points,) = decode_picture(encode_picture(picture)).bodies

    for joint, point in zip(Joint, points, strict=True):
        at = 4 * NUMBER_OF[joint]
        before = values[at : at + 4]
        known = all(map(math.isfinite, before)) and max(map(abs, before[:3])) <= FARTHEST
        assert known == (point is not None)
        if point is not None:
            told = [point.x, point.y, point.z * DEPTH]
            assert pytest.approx(before[:3], abs=0.5 / PARTS) == told


def _outcome(data: bytes) -> str:
    try:
        return f"{len(decode_picture(data).bodies)} people"
    except UnreadableError as refusal:
        return str(refusal)


@given(st.binary(max_size=800))
def test_foreign_bytes_are_refused_in_one_line_or_read(data: bytes) -> None:
    """No bytes at all make the reader fail in any other way."""
    assert 1 == len(_outcome(data).splitlines())


WHOLE = encode_picture(PICTURES["picture-one"])


@given(st.integers(0, len(WHOLE) - 1), st.integers(0, 255))
def test_a_flipped_byte_is_read_or_refused(at: int, value: int) -> None:
    """A picture with one wrong byte never breaks the reader."""
    data = bytearray(WHOLE)
    data[at] = value

    assert 1 == len(_outcome(bytes(data)).splitlines())


@pytest.mark.parametrize("length", [0, 1, 13, 15, len(WHOLE) - 1, len(WHOLE) + 1])
def test_a_picture_of_another_length_is_refused(length: int) -> None:
    """A truncated or overlong picture is no picture."""
    with pytest.raises(UnreadableError):
        decode_picture((WHOLE + b"\0")[:length])


@pytest.mark.parametrize(
    ("at", "value"),
    [(0, 0), (0, 2), (1, 2), (2, 2), (3, 4), (3, 0), (9, 255), (8, 3)],
    ids=["no version", "a later version", "kind", "flags", "crowd", "too few", "huge", "flat"],
)
def test_a_wrong_header_is_refused(at: int, value: int) -> None:
    """Nothing is guessed about a picture that isn't what it says."""
    data = bytearray(WHOLE)
    data[at] = value
    if at == 8:
        data[9] = 0
    with pytest.raises(UnreadableError):
        decode_picture(bytes(data))
