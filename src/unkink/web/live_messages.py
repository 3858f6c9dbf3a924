"""
Everything else that travels over the live socket: short JSON texts, each with its `kind`.

The page's types are generated from these models, with those of the API.
"""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, RootModel

from unkink.core.body import Side
from unkink.core.coach.events import Reason
from unkink.core.coach.placing import Edge, Verdict
from unkink.core.plan.session import SegmentKind
from unkink.web.wire_base import Sent, Told, Word

Milliseconds = Annotated[int, Field(ge=0, le=0xFFFF_FFFF)]
"""On the page's own clock since the connection was opened, as in the pictures."""

Item = Annotated[int, Field(ge=0, le=1000, strict=True)]


# --- from the page ------------------------------------------------------------------------------


class WatchSegment(Sent):
    """What the person does now: a segment of the schedule, as it stands there."""

    kind: Literal["watch"]
    part: SegmentKind
    """The segment's own kind."""
    item: Item
    exercise: Word | Literal[""]
    """Empty in the session's last segment: nothing is judged there."""
    movement: Word


class WatchAll(Sent):
    """Find out which exercise is done."""

    kind: Literal["recognise"]


class WatchNothing(Sent):
    """Judge nothing for now: a pause, or the camera is only being placed."""

    kind: Literal["rest"]


class FromPage(RootModel[WatchSegment | WatchAll | WatchNothing]):
    """Whatever the page says in text."""

    root: WatchSegment | WatchAll | WatchNothing = Field(discriminator="kind")


# --- to the page --------------------------------------------------------------------------------


class Welcome(Told):
    """The socket is open; pictures may come."""

    kind: Literal["welcome"] = "welcome"
    version: int
    frames_per_s: float
    """How many pictures a second are enough."""
    most_unanswered: int
    """With so many pictures unanswered the page sends no more: the newest is worth more."""


class Watching(Told):
    """What is judged from here on, or nothing."""

    kind: Literal["watching"] = "watching"
    exercise: str | None
    """None while nothing is judged, or while it is still to be recognised."""
    movement: str | None
    can_tell: bool
    """Whether one camera can judge this movement; otherwise it is timed only."""
    words: str
    """What a camera can't tell here, in plain words; may be empty."""


class RepCounted(Told):
    """A repetition was done."""

    kind: Literal["rep_counted"] = "rep_counted"
    t_ms: int
    side: Side
    number: int
    """Of this side, from 1."""
    say: str
    """The count, to be spoken."""


class HoldStarted(Told):
    """The position is held since `start_ms`; a later start takes the place of an earlier one."""

    kind: Literal["hold_started"] = "hold_started"
    t_ms: int
    side: Side
    start_ms: int


class HoldEnded(Told):
    """The position was held from `start_ms` to `end_ms`."""

    kind: Literal["hold_ended"] = "hold_ended"
    t_ms: int
    side: Side
    start_ms: int
    end_ms: int


class LookedBack(Told):
    """An exercise that ended was looked back on, and there were more or fewer than were counted."""

    kind: Literal["looked_back"] = "looked_back"
    item: int
    exercise: str
    movement: str
    told: dict[Side, int]
    found: dict[Side, int]
    say: str
    """To be read; what was said aloud isn't taken back aloud."""


class CueGiven(Told):
    """A kind word about how it is done; seldom, and one at a time."""

    kind: Literal["cue_given"] = "cue_given"
    t_ms: int
    side: Side
    fault: str
    say: str


class SightLost(Told):
    """From here on nothing is judged; the session goes on by the clock."""

    kind: Literal["sight_lost"] = "sight_lost"
    t_ms: int
    reason: Reason
    say: str


class SightRegained(Told):
    """From here on it is judged again."""

    kind: Literal["sight_regained"] = "sight_regained"
    t_ms: int
    say: str


class Recognised(Told):
    """What is being done: an exercise of the catalogue, or null for none of ours."""

    kind: Literal["recognised"] = "recognised"
    t_ms: int
    exercise: str | None
    name: str


class HandRaised(Told):
    """A hand was held up, as a sign to pause or to go on; the page knows which."""

    kind: Literal["hand_raised"] = "hand_raised"
    t_ms: int


class Placed(Told):
    """Whether the camera stands well; told when it changes."""

    kind: Literal["placed"] = "placed"
    t_ms: int
    verdict: Verdict
    edges: list[Edge]
    """Where the body is cut off by the camera's own picture, before any mirroring."""
    say: str


class LiveRefused(Told):
    """The last message was no good, or this session can't be watched; the socket closes."""

    kind: Literal["refused"] = "refused"
    error: str
    what_to_do: str


Message = (
    Welcome
    | Watching
    | RepCounted
    | HoldStarted
    | HoldEnded
    | LookedBack
    | CueGiven
    | SightLost
    | SightRegained
    | Recognised
    | HandRaised
    | Placed
    | LiveRefused
)


class ToPage(RootModel[Message]):
    """Whatever the server says in text."""

    root: Message = Field(discriminator="kind")
