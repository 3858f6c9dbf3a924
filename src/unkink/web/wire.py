"""
Every message between page and server, typed.

The page's types are generated from these models, by way of `tests/snapshots/openapi.json`.
"""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import AwareDatetime, Field, create_model

from unkink import settings
from unkink.core.body import Side
from unkink.core.history.record import Event, EventKind, Felt, SessionStatus
from unkink.core.plan.session import Adjustment
from unkink.core.timing.timeline import Schedule
from unkink.web.wire_base import Sent, Told

Seconds = Annotated[float, Field(ge=0, le=86_400, allow_inf_nan=False)]
Rating = Annotated[int, Field(ge=0, le=10, strict=True)]
"""0: none at all; 10: the worst imaginable."""

Word = Annotated[str, Field(min_length=1, max_length=64, pattern=r"^[A-Za-z0-9_-]+$")]
"""The id of something: letters, digits, `_` and `-`."""


class Refusal(Told):
    """Why something can't be done, in one line, and what to do instead."""

    error: str
    what_to_do: str


# --- safety questions ---------------------------------------------------------------------------


class Question(Told):
    """One safety question: a plain yes or no."""

    id: str
    text: str
    help: str


class Screening(Told):
    """The safety questions to ask now."""

    version: str
    new_means: str
    """What "new" means in the questions."""
    questions: list[Question]
    """All of them, in order."""
    ask: list[str]
    """The ids to ask now: all before a first session, the short ones later, or none."""
    why: str
    country: str
    call: str
    """The emergency number for that country."""
    call_note: str
    countries: list[Country]


class Country(Told):
    """A country and the number to call there in an emergency."""

    code: str
    name: str
    number: str


class Answers(Sent):
    """Answers to the safety questions; null is a question left blank."""

    version: str = Field(max_length=40)
    answers: dict[str, Annotated[bool, Field(strict=True)] | None] = Field(max_length=40)


class ScreeningReason(Told):
    """One answer that keeps exercises locked."""

    question: str
    kind: Literal["yes", "blank", "unknown_question", "unknown_version"]
    words: str


class Clearance(Told):
    """Whether a session may start, and if not, every reason why and what to do now."""

    cleared: bool
    verdict: Literal["cleared", "emergency", "unanswered"]
    title: str
    reasons: list[ScreeningReason]
    what_to_do: list[str]
    call: str
    say: str
    """What to say on the phone; empty when nobody needs to be called."""


# --- sessions -----------------------------------------------------------------------------------


class Programme(Told):
    """A ready-made session."""

    id: str
    name: str
    words: str
    total_min_s: float
    total_max_s: float
    length: str
    """How long it takes, as one would say it."""
    exercises: list[str]
    positions: list[str]
    note: str


class NewSession(Sent):
    """What a person wants to do now, and how they are: a programme or exercises, not both."""

    programme: Word | None = None
    exercises: list[Word] = Field(default=[], max_length=20)
    minutes: Annotated[float, Field(gt=0, le=240, allow_inf_nan=False)] | None = None
    pain: Rating
    stiffness: Rating


class StartedSession(Told):
    """A session that may now be played."""

    session_id: str
    schedule: Schedule
    adjustments: list[Adjustment]
    """What is otherwise than was asked, and why."""


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


class EasierSession(Told):
    """The new schedule, and where to go on in it."""

    schedule: Schedule
    position_s: float
    words: str
    """What was changed, to be said."""


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


class Finish(Sent):
    """How it was."""

    pain: Rating | None = None
    stiffness: Rating | None = None
    felt: Felt | None = None
    note: str = Field(default="", max_length=2000)


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
    planned_s: float
    done_s: float
    exercises: list[ExerciseDone]
    made_easier: int
    hurt: int
    pain_before: int
    pain_after: int | None
    stiffness_before: int
    stiffness_after: int | None
    felt: Felt | None
    note: str


class Record(Told):
    """Every session, newest first."""

    sessions: list[SessionSummary]


class Unfinished(Told):
    """A session that can be taken up again."""

    session_id: str
    name: str
    started_at: AwareDatetime
    position_s: float
    total_s: float


# --- today and settings -------------------------------------------------------------------------


class ScreeningNeed(Told):
    """Whether safety questions come before the next session, and why."""

    ask: Literal["all", "short", "none"]
    why: str
    locked: bool
    """An emergency answer is in the record: nothing but the questions and what to do now."""
    last: Clearance | None
    """What the last answers led to."""


def _typed(setting: settings.Setting) -> Any:
    if setting.one_of:
        return Literal[setting.one_of]
    if setting.between is not None:
        low, high = setting.between
        return Annotated[float, Field(ge=low, le=high, allow_inf_nan=False)]
    if isinstance(setting.default, bool):
        return Annotated[bool, Field(strict=True)]
    return Annotated[str, Field(pattern=f"^(?:{setting.pattern})$")]


_TOLD: dict[str, Any] = {s.name: (_typed(s), Field(description=s.help)) for s in settings.TABLE}
# A setting not sent keeps its value; null is not a value.
_SENT: dict[str, Any] = {
    s.name: (_typed(s), Field(default=None, description=s.help)) for s in settings.TABLE
}
Settings = create_model("Settings", __base__=Told, __doc__="What a person has chosen.", **_TOLD)
SettingsChange = create_model(
    "SettingsChange", __base__=Sent, __doc__="The settings to change; others stay.", **_SENT
)


class Today(Told):
    """Where a person stands when they open the page."""

    version: str
    screening: ScreeningNeed
    unfinished: Unfinished | None
    recent: list[SessionSummary]
    settings: Settings  # type: ignore[valid-type]  # made from the settings table above


class Hello(Told):
    """Who answers here: how one Unkink finds another on the same port."""

    app: Literal["unkink"]
    version: str
    folder: str
    """A fingerprint of the data folder in use."""
