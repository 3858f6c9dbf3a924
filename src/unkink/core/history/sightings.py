"""What the camera truly saw of a session, for the record; beside what went by the clock."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from statistics import median
from typing import Literal

from unkink.core.body import Side
from unkink.core.coach.events import CueGiven, Event, HoldEnded, RepCounted
from unkink.core.coach.faults import Form
from unkink.core.history.seen_words import form_words

SightingKind = Literal["rep", "hold", "cue", "judged", "form_judged", "form_lost", "looked_back"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Sighting:
    """One thing that was seen; the record keeps them in the order they came in."""

    at: str
    """When, as ISO 8601 with its offset from UTC."""
    item: int
    exercise: str
    movement: str
    side: Side
    kind: SightingKind
    amount: float
    """
    Of a `rep` its reach: 1 is the end pose of the exercise's file. Of a `hold` and of `judged` its
    seconds. Of a `cue` 1. Of `form_judged` and `form_lost` the seconds of `faults.Form`. Of
    `looked_back` how many of its latest repetitions and holds no longer stand: those that follow
    it stand in their place, known from all that was seen. What was told stays on the record.
    """
    fault: str = ""
    """Of a `cue`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """What the camera saw of one exercise."""

    reps: Mapping[Side, int]
    """Repetitions seen, by side; sides that never were are left out."""
    held_s: float
    """Time truly held."""
    judged_s: float
    """Time of the exercise that could be judged."""
    unseen_s: float
    """Time of the exercise that went by the clock alone: never a failure."""
    faults: Mapping[str, int]
    """Kind words given, by fault."""
    held_by_side_s: Mapping[Side, float] = field(default_factory=dict)
    """`held_s`, side by side; sides that never were are left out."""
    reach: Mapping[Side, float] = field(default_factory=dict)
    """How far along the way the repetitions of a side usually went: their median."""
    form: float | None = None
    """1 without a fault, less the longer and the more harmful; None where none was judged."""
    form_judged_s: float = 0.0
    """The time in which the form could be judged."""

    @property
    def form_words(self) -> str:
        """How the form was, in words; empty where it was not judged."""
        return form_words(self.form, self.form_judged_s)


def sighting_of(
    event: Event, *, at: str, item: int, movement: str, exercise: str
) -> Sighting | None:
    """Put an event into the record's words; None for what only the moment needs."""
    kind: SightingKind
    fault = ""
    match event:
        case RepCounted():
            kind, amount = "rep", event.reach
        case HoldEnded():
            kind, amount = "hold", event.end_s - event.start_s
        case CueGiven():
            kind, amount, fault = "cue", 1.0, event.fault
        case _:
            return None
    return Sighting(
        at=at,
        item=item,
        exercise=exercise,
        movement=movement,
        side=event.side,
        kind=kind,
        amount=amount,
        fault=fault,
    )


def standing(sightings: Iterable[Sighting]) -> list[Sighting]:
    """Give what stands of all that was told: without what a look back put something better for."""
    kept: dict[int, Sighting] = {}
    told: dict[tuple[int, str, str], list[int]] = {}
    for number, each in enumerate(sightings):
        latest = told.setdefault((each.item, each.exercise, each.movement), [])
        if each.kind == "looked_back":
            gone = max(len(latest) - round(each.amount), 0)
            for old in latest[gone:]:
                del kept[old]
            del latest[gone:]
            continue
        kept[number] = each
        if each.kind in {"rep", "hold"}:
            latest.append(number)
    return list(kept.values())


def seen(sightings: Iterable[Sighting], *, done_s: Mapping[str, float]) -> Mapping[str, Seen]:
    """
    Add up what was seen of each exercise; *done_s* is how long it went by the clock.

    An exercise without any sighting had no camera, and is left out.
    """
    by_exercise: dict[str, list[Sighting]] = {}
    for each in standing(sightings):
        by_exercise.setdefault(each.exercise, []).append(each)
    return {
        exercise: _seen(all_of, done_s.get(exercise, 0.0))
        for exercise, all_of in by_exercise.items()
    }


def _seen(sightings: list[Sighting], done_s: float) -> Seen:
    reaches: dict[Side, list[float]] = {}
    held_s: dict[Side, float] = {}
    faults: dict[str, int] = {}
    sums: dict[SightingKind, float] = {}
    for each in sightings:
        sums[each.kind] = sums.get(each.kind, 0.0) + each.amount
        if each.kind == "rep":
            reaches.setdefault(each.side, []).append(each.amount)
        elif each.kind == "hold":
            held_s[each.side] = held_s.get(each.side, 0.0) + each.amount
        elif each.kind == "cue":
            faults[each.fault] = faults.get(each.fault, 0) + 1
    judged_s = sums.get("judged", 0.0)
    form = Form(sums.get("form_judged", 0.0), sums.get("form_lost", 0.0))
    return Seen(
        reps={side: len(all_of) for side, all_of in reaches.items()},
        held_s=sums.get("hold", 0.0),
        judged_s=judged_s,
        unseen_s=max(done_s - judged_s, 0.0),
        faults=faults,
        held_by_side_s=held_s,
        reach={side: median(all_of) for side, all_of in reaches.items()},
        form=form.score,
        form_judged_s=form.judged_s,
    )
