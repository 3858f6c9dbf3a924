"""What the record adds up to, as plain values: the same for the page, the terminal and print."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from unkink.core.body import Side
from unkink.core.history.record import Felt, Value
from unkink.core.outcomes.instrument import Instrument
from unkink.core.outcomes.meaning import Meaning

Verdict = Literal[
    "nothing_yet",
    "no_days_before",
    "too_early",
    "too_many_missing",
    "likely_better",
    "maybe_better",
    "cant_tell",
    "likely_worse",
]
"""`likely_better` and the rest after it are told only where there are enough days."""

Phase = Literal["before", "with", "not_counted", ""]
"""
What a day was in the comparison: `before` also means without, or with the first of two exercises;
`not_counted` follows a change too closely; empty: outside the comparison.
"""

Design = Literal["as_it_came", "baseline_then_exercises", "on_off", "a_or_b"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Belief:
    """What the record says of a step between two phases, in points on the 0-10 scale."""

    step: float
    """The middle of the belief; below 0 is better."""
    low: float
    high: float
    """Its 90 % interval."""
    better: float
    """How likely the step is below 0, 0..1."""
    much_better: float
    """How likely it is 2 points or more below."""
    rho: float
    """How much a day is like the day before: its mean."""
    days: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Overlap:
    """How far the days of two phases overlap: -1 all better, 1 all worse."""

    tau: float
    corrected_tau: float
    """Without what the first phase was already doing."""
    corrected: bool
    """Whether there was such a trend to take out."""
    trend_per_week: float
    trend_p: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """Days of two phases set against each other; pain on the 0-10 scale."""

    names: tuple[str, str]
    """What the two phases are called, the first one first."""
    days: tuple[int, int]
    """Days with a number."""
    missing: tuple[int, int]
    mean: tuple[float, float]
    median: tuple[float, float]
    meaning: Meaning
    """Of the change of the mean."""
    adjusted: Belief
    """With an even rise or fall over all days told apart."""
    unadjusted: Belief
    overlap: Overlap
    chance_p: float | None
    """How often the lot alone would show as much; None where nothing was drawn."""
    chance_draws: int
    by_itself: float
    """How much of it would have come by itself, because it began on bad days."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """Whether it helps: one plain sentence, and all that stands behind it."""

    verdict: Verdict
    headline: str
    more_days: int | None
    """How many more days until there may be an answer; None where waiting is not what helps."""
    why: tuple[str, ...]
    """The reasons, as the person reads them, the weightiest first."""
    warnings: tuple[str, ...]
    design: Design
    comparison: Comparison | None
    account: tuple[tuple[str, str], ...]
    """What was done, as a report of a trial of one tells it: heading and words."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PainDay:
    """One day's own number."""

    date: str
    """ISO."""
    pain: int
    stiffness: int | None
    besides: str
    phase: Phase
    week_mean: float | None
    """Mean pain of the seven days up to it; None where fewer than three were told."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SessionPain:
    """Pain around one session."""

    session_id: str
    date: str
    name: str
    before: int
    worst: int | None
    after: int | None
    next_day: int | None
    """The next day's own number."""
    stiffness_before: int
    stiffness_after: int | None
    felt: Felt | None
    done_s: float
    planned_s: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Around:
    """Mean pain around sessions, of those where all three were told."""

    sessions: int
    before: float
    after: float
    next_day: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Week:
    """One week, from Monday."""

    monday: str
    days_active: int
    """Days with a session."""
    goal_days: int
    """The person's own goal."""
    sessions: int
    done_s: float
    pain_mean: float | None
    stiffness_mean: float | None
    days_told: int
    """Days with a number."""
    over: bool
    """Whether the week is over."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Range:
    """How far one exercise went, and how long it was held, in one session; by the camera."""

    date: str
    side: Side
    reach: float | None
    """The median of its repetitions: 1 is the end pose of the exercise's file."""
    held_s: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Followed:
    """How pain went on after sessions with one exercise; it was not done alone."""

    sessions: int
    after: float | None
    """Mean pain after less before; None where too few said."""
    next_day: float | None
    """Mean pain of the next day less before."""
    rose_next_day: int
    """Sessions after which the next day was 2 points or more worse."""
    blamed: int
    """Sessions in which the person named it as what hurt."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ExerciseProgress:
    """One exercise over the whole record."""

    exercise: str
    name: str
    sessions: int
    last: str
    reps: int
    clock_s: Mapping[Side, float]
    """Time in holds by the clock."""
    seen_s: Mapping[Side, float]
    """Time truly held, as the camera saw it; empty where it never watched."""
    lesser_side: Side | None
    """The side held clearly less, as the camera saw it."""
    imbalance: float | None
    """By what part it is less, 0..1; None where the camera saw too little."""
    ranges: tuple[Range, ...]
    followed: Followed
    words: tuple[str, ...]
    """What stands out, in sentences."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Point:
    """One filling-in of an instrument."""

    number: int
    date: str
    value: float | None
    """None where what was kept has no score any more."""
    parts: Mapping[str, float]
    answers: Mapping[str, Value]
    same_way: bool
    """Measured as the latest was: a camera and a tape measure tell two different things."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MeasureProgress:
    """One instrument over time."""

    instrument: Instrument
    points: tuple[Point, ...]
    meaning: Meaning | None
    """From the first to the latest; None before there are two."""
    words: str
    """Where it stands, in a sentence."""
    due: bool
    usable: bool
    """Whether it can be filled in here."""
    why_not: str
    """Why it can't, or should not be by this person."""
    camera: str
    """How to stand for the camera to measure it; empty: it is only told by hand."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TrialNow:
    """A trial that runs."""

    design: Design
    day: int
    """Which day today is, from 1."""
    days: int
    today: str
    """What today is for, in words."""
    days_off_plan: int
    """Days on which it went otherwise than drawn."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Progress:
    """All the record says about getting on."""

    today: str
    since: str
    """The first day with anything in the record; empty: nothing yet."""
    answer: Answer
    summary: tuple[str, ...]
    """The week in words."""
    said_today: bool
    """Whether today's own number is there."""
    yesterday: int | None
    days: tuple[PainDay, ...]
    sessions: tuple[SessionPain, ...]
    around: Around | None
    """Of the latest sessions; None where too few told all."""
    weeks: tuple[Week, ...]
    exercises: tuple[ExerciseProgress, ...]
    measures: tuple[MeasureProgress, ...]
    trial: TrialNow | None
    began: str
    """The day of the first session; empty: none yet."""
    caveats: tuple[str, ...]
