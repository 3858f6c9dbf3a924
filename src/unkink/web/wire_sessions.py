"""What page and server say about a session, while it is done and afterwards."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import AwareDatetime, Field

from unkink.core.body import Side
from unkink.core.history.record import CheckIn, Event, EventKind, Farthest, Felt, SessionStatus
from unkink.core.plan.choice import Asked
from unkink.core.safety.direction import DrawingBack
from unkink.core.timing.timeline import Schedule
from unkink.web.wire_base import Rating, Seconds, Sent, Told, Word
from unkink.web.wire_planning import Wishes


class NewSession(Sent):
    """What a person wants to do now, and how they are: a programme or exercises, not both."""

    programme: Word | None = None
    """Its id; `plan` for the plan of the day."""
    exercises: list[Word] = Field(default=[], max_length=20)
    minutes: Annotated[float, Field(gt=0, le=240, allow_inf_nan=False)] | None = None
    high: Annotated[bool, Field(strict=True)] = False
    """Whether a programme is done with the upper ends of its doses."""
    wishes: Wishes = Wishes()
    pain: Rating
    stiffness: Rating
    farthest: Farthest | None = None
    """Where it is felt, before."""

    def as_asked(self) -> Asked:
        """Tell what it asks for."""
        return Asked(
            programme=self.programme,
            exercises=tuple(self.exercises),
            minutes=self.minutes,
            high=self.high,
            wishes=self.wishes.as_wishes(),
        )


class SessionEvent(Sent):
    """Something that happened in a session; numbered from 1, so that sending twice is harmless."""

    seq: Annotated[int, Field(ge=1, le=1_000_000, strict=True)]
    position_s: Seconds
    """Where on the schedule it happened."""
    at: AwareDatetime
    kind: EventKind
    data: dict[str, bool | float | str | None] = Field(default={}, max_length=20)
    """
    `segment_done`: `{"segment": index}`; `back`, `skipped`, `repeated`: `{"to_s": position}`;
    `hurt`: `{"pain": 0-10, "where": words}`.
    """

    def as_event(self) -> Event:
        """Put it into the record's own words."""
        return Event(
            seq=self.seq,
            position_s=self.position_s,
            at=self.at.isoformat(),
            kind=self.kind,
            data=self.data,
        )


class RecordedEvent(Told):
    """An event as it is in the record."""

    seq: int
    position_s: float
    at: str
    kind: EventKind
    data: dict[str, bool | float | str | None]


class LastSeq(Told):
    """How far the record of a session has got."""

    last_seq: int


class Easier(Sent):
    """Please make the rest easier; recorded as the event `made_easier` with this number."""

    seq: Annotated[int, Field(ge=1, le=1_000_000, strict=True)]
    position_s: Seconds
    at: AwareDatetime


class SessionNow(Told):
    """One session as it stands: what to play, from where."""

    session_id: str
    status: SessionStatus
    started_at: AwareDatetime
    name: str
    pain: int
    stiffness: int
    schedule: Schedule
    position_s: float
    last_seq: int
    events: list[RecordedEvent]
    """All but the heartbeats, which only move `position_s`."""
    draws_back: DrawingBack


class Finish(Sent):
    """How it was."""

    pain: Rating | None = None
    stiffness: Rating | None = None
    felt: Felt | None = None
    note: str = Field(default="", max_length=2000)
    worst: Rating | None = None
    """The worst pain during the session."""
    farthest: Farthest | None = None
    """Where it is felt, after."""
    hurt_by: list[Word] = Field(default=[], max_length=20)
    """Exercises that are blamed, when it hurt more than before."""

    def as_check_in(self) -> CheckIn:
        """Put it into the record's own words."""
        return CheckIn(
            pain=self.pain,
            stiffness=self.stiffness,
            felt=self.felt,
            note=self.note,
            worst=self.worst,
            farthest=self.farthest,
            hurt_by=tuple(self.hurt_by),
        )


class Seen(Told):
    """What the camera truly saw of an exercise, beside what went by the clock."""

    reps: dict[Side, int]
    """By side; sides that were never seen are left out."""
    held_s: float
    """Time truly held."""
    judged_s: float
    """Time of the exercise that could be judged."""
    unseen_s: float
    """Time of the exercise that went by the clock alone: never a failure."""
    faults: dict[str, int]
    """Kind words given, by fault."""
    form_words: str
    """How the form was, in words; empty where it was not judged."""


class ExerciseDone(Told):
    """What was done of one exercise."""

    exercise: str
    name: str
    reps_done: int
    reps_planned: int
    held_s: float
    """Time in holds, by the clock."""
    done_s: float
    """Time in the exercise itself, without getting ready and resting."""
    seen: Seen | None
    """Null where no camera watched."""


class SessionSummary(Told):
    """What was done in one session."""

    session_id: str
    name: str
    started_at: AwareDatetime
    ended_at: AwareDatetime | None
    status: SessionStatus
    ended_by: Literal["", "emergency", "hurt"]
    """Why it was stopped early, where it was not by the person's own wish."""
    planned_s: float
    done_s: float
    exercises: list[ExerciseDone]
    made_easier: int
    hurt: int
    pain_before: int
    pain_after: int | None
    pain_worst: int | None
    stiffness_before: int
    stiffness_after: int | None
    farthest_before: Farthest | None
    farthest_after: Farthest | None
    felt: Felt | None
    hurt_by: list[str]
    note: str


class Record(Told):
    """Every session, newest first."""

    sessions: list[SessionSummary]
