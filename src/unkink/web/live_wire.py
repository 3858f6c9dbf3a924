"""
Landmarks on their way from the page, and the short answer to each picture: compact binary frames.

docs/live.md tells every byte. The page's own side is `page/src/live/wire.ts`; the tests of both
read the same snapshots. Nothing here trusts what came: every refusal is one clear line.
"""

from __future__ import annotations

import math
import struct
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Literal, NamedTuple

from unkink.core.body import Joint, Point
from unkink.core.simulation.camera import OTHER
from unkink.landmarks.blazepose import DEPTH, LANDMARKS, NUMBER_OF

if TYPE_CHECKING:
    from collections.abc import Sequence

    from unkink.core.body import Points

VERSION: Final = 1
"""Grows when a byte changes its meaning: a page from before the change is told to reload."""

PICTURE: Final = 1
JUDGED: Final = 2
MOST_PEOPLE: Final = 3
"""As many as the pose model looks for."""

MIRRORED: Final = 1
NOT_MEASURED: Final = 255
"""Of the light: the page did not measure it."""

PARTS: Final = 8192.0
"""Parts of the picture's width or height: finer than a pixel, and four pictures to each side."""
UNKNOWN: Final = -32768
"""In place of a joint's x: nobody knows where it is."""
FARTHEST: Final = 32767 / PARTS

HEADER: Final = struct.Struct("<BBBBIHHBx")
ANSWER: Final = struct.Struct("<BBBBIBBHI")
NUMBERS: Final = 3 * LANDMARKS
PERSON_BYTES: Final = 2 * NUMBERS + LANDMARKS
MOST_BYTES: Final = 4096
"""No message of the page is longer, binary or text; the longest picture has 707."""

LEAST_PX, MOST_PX = 16, 16_384
FLATTEST: Final = 10.0
"""No camera's picture is so many times wider than high, or higher than wide."""

_PERSON: Final = struct.Struct(f"<{NUMBERS}h{LANDMARKS}B")
_OURS: Final = tuple(NUMBER_OF[joint] for joint in Joint)
_BODY: Final = struct.Struct(
    "<"
    + "".join("3h" if number in _OURS else "6x" for number in range(LANDMARKS))
    + "".join("B" if number in _OURS else "x" for number in range(LANDMARKS))
)
"""Of a person's bytes those of our own joints, in our own order, which is the model's as well."""
_PLACES: Final = 3 * len(_OURS)


class UnreadableError(Exception):
    """What came is no message of ours; the message says why in one line."""


Person = tuple[float, ...]
"""33 times x, y, z, visibility as the pose model gives them; a joint nobody knows is four NaN."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """What the pose model found in one picture of the camera."""

    t_ms: int
    """Milliseconds on the page's own clock since the connection was opened; always growing."""
    width: int
    height: int
    """Of the picture, in pixels."""
    mirrored: bool = False
    """The model saw the picture as in a mirror."""
    light: int | None = None
    """The picture's mean brightness, 0..254; None when it wasn't measured."""
    people: tuple[Person, ...] = ()
    """The model's surest first; empty when nobody was found."""


class Arrived(NamedTuple):
    """A picture that came, as our own joints."""

    t_ms: int
    aspect: float
    """The picture's width by its height."""
    light: int | None
    bodies: tuple[Points, ...]
    """Whoever was found, a mirror undone; the model's surest first."""


State = Literal["waiting", "judged", "unseen"]
"""`waiting`: nothing is to be judged now; `unseen`: it is, but can't be."""
STATES: Final[tuple[State, ...]] = ("waiting", "judged", "unseen")


class Judged(NamedTuple):
    """The short answer to one picture; it stands for all the pictures before it, too."""

    t_ms: int
    """The picture's own."""
    state: State
    left: float | None
    right: float | None
    """How far each side is on its way, 0..1; the same for both where they work as one."""
    held_ms: int
    """How long the position is held by now; 0 when it isn't."""
    reps: int
    """Repetitions of this exercise so far, both sides."""
    person: int = 0
    """Which of the picture's people is watched; 0 when there is nobody."""


def encode_picture(picture: Picture) -> bytes:
    """Write what the pose model found, as the page does."""
    light = NOT_MEASURED if picture.light is None else picture.light
    header = HEADER.pack(
        VERSION,
        PICTURE,
        MIRRORED if picture.mirrored else 0,
        len(picture.people),
        picture.t_ms,
        picture.width,
        picture.height,
        light,
    )
    return header + b"".join(_encode_person(person) for person in picture.people)


def _encode_person(person: Sequence[float]) -> bytes:
    places: list[int] = []
    seen: list[int] = []
    for at in range(0, 4 * LANDMARKS, 4):
        x, y, z, share = person[at : at + 4]
        # NaN is in no range, so what isn't a number is unknown as well.
        if max(abs(x), abs(y), abs(z)) <= FARTHEST and math.isfinite(x + y + z + share):
            places += (_part(x), _part(y), _part(z))
            seen.append(_rounded(min(max(share, 0.0), 1.0) * 255))
        else:
            places += (UNKNOWN, 0, 0)
            seen.append(0)
    return _PERSON.pack(*places, *seen)


def _part(value: float) -> int:
    return _rounded(value * PARTS)


def _rounded(value: float) -> int:
    # As JavaScript rounds: both sides write the very same bytes.
    return math.floor(value + 0.5)


def decode_picture(data: bytes) -> Arrived:
    """Read what a page says the pose model found, straight into our own joints."""
    if len(data) < HEADER.size:
        msg = f"a picture has at least {HEADER.size} bytes, this one has {len(data)}"
        raise UnreadableError(msg)
    version, kind, flags, people, t_ms, width, height, light = HEADER.unpack_from(data)
    if version != VERSION:
        msg = f"this server speaks version {VERSION} of the wire, the page version {version}"
        raise UnreadableError(msg)
    if kind != PICTURE or flags & ~MIRRORED or people > MOST_PEOPLE:
        msg = f"no picture begins with kind {kind}, flags {flags} and {people} people"
        raise UnreadableError(msg)
    if len(data) != HEADER.size + people * PERSON_BYTES:
        msg = f"{len(data)} bytes are not those of {people} people"
        raise UnreadableError(msg)
    low, high = (width, height) if width < height else (height, width)
    if low < LEAST_PX or high > MOST_PX or high > FLATTEST * low:
        msg = f"no camera gives pictures of {width} x {height}"
        raise UnreadableError(msg)
    aspect = width / height
    bodies = tuple(
        _body(_BODY.unpack_from(data, at), aspect)
        for at in range(HEADER.size, len(data), PERSON_BYTES)
    )
    if flags & MIRRORED:
        bodies = tuple(_unmirrored(points, aspect) for points in bodies)
    return Arrived(t_ms, aspect, None if light == NOT_MEASURED else light, bodies)


_SHARES: Final = tuple(seen / 255 for seen in range(256))


def _body(numbers: tuple[int, ...], aspect: float) -> Points:
    across, down = aspect / PARTS, 1.0 / PARTS
    deep = across / DEPTH
    points: Points = tuple(
        map(
            Point,
            [x * across for x in numbers[0:_PLACES:3]],
            [y * down for y in numbers[1:_PLACES:3]],
            [z * deep for z in numbers[2:_PLACES:3]],
            [_SHARES[seen] for seen in numbers[_PLACES:]],
        )
    )
    if UNKNOWN in (xs := numbers[0:_PLACES:3]):
        return tuple(None if x == UNKNOWN else point for x, point in zip(xs, points, strict=True))
    return points


def _unmirrored(points: Points, aspect: float) -> Points:
    # In a mirror left is right, for the model too: both are exchanged back.
    return tuple(
        point and Point(aspect - point.x, point.y, point.z, point.seen)
        for point in (points[OTHER[joint]] for joint in Joint)
    )


_UNTOLD: Final = 255


def encode_judged(judged: Judged) -> bytes:
    """Write the answer to one picture."""
    t_ms, state, left, right, held_ms, reps, person = judged
    share = _share(left)
    return ANSWER.pack(
        VERSION,
        JUDGED,
        STATES.index(state),
        person,
        t_ms,
        share,
        share if right is left else _share(right),
        min(reps, 0xFFFF),
        min(held_ms, 0xFFFF_FFFF),
    )


def _share(value: float | None) -> int:
    return _UNTOLD if value is None else _rounded(min(max(value, 0.0), 1.0) * 254)


def decode_judged(data: bytes) -> Judged:
    """Read the answer to one picture, as the page does."""
    if len(data) != ANSWER.size:
        msg = f"an answer has {ANSWER.size} bytes, this one has {len(data)}"
        raise UnreadableError(msg)
    version, kind, state, person, t_ms, left, right, reps, held_ms = ANSWER.unpack(data)
    if version != VERSION or kind != JUDGED or state >= len(STATES) or person >= MOST_PEOPLE:
        msg = f"no answer begins with version {version}, kind {kind}, state {state}"
        raise UnreadableError(msg)
    return Judged(
        t_ms=t_ms,
        state=STATES[state],
        left=None if left == _UNTOLD else left / 254,
        right=None if right == _UNTOLD else right / 254,
        held_ms=held_ms,
        reps=reps,
        person=person,
    )
