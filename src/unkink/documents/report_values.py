"""What a clinician's report is made of, besides what the record adds up to."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from unkink.core.definition.exercise import Exercise
from unkink.documents.handout import Paper
from unkink.progress.told import Progress
from unkink.told import SessionSummary


@dataclass(frozen=True, slots=True, kw_only=True)
class Flag:
    """An answer to the safety questions that was not a plain no."""

    date: date
    words: str
    meant: str
    """What followed from it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Care:
    """What a condition, or a clinician, changes about one exercise."""

    exercise: str
    """Its name."""
    what: str
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Fired:
    """A rule that changed the plan."""

    date: date
    rule: str
    exercise: str
    """Its name; empty: all of them."""
    words: str
    clinician: bool
    """Whether a clinician should hear of it."""
    undone: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """All that is printed; dates are the person's own."""

    name: str
    """The person's, if they want it there."""
    made_up: str
    """Whose made-up record it is; empty: a real person's."""
    first: date
    last: date
    on: date
    paper: Paper
    progress: Progress
    sessions: Sequence[SessionSummary]
    """Those of the period, oldest first."""
    exercises: Mapping[str, Exercise]
    standing: str
    """Where the safety questions stand today."""
    flags: Sequence[Flag]
    conditions: tuple[str, ...] | None
    """By name; None: never asked."""
    cares: Sequence[Care]
    prescribed: Mapping[str, str]
    """By exercise, what the plan asks for now."""
    fired: Sequence[Fired]
