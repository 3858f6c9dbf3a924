"""Somebody with a record of some weeks, for the clinician's report."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Final

import numpy as np

from unkink.catalogue import read_catalogue
from unkink.core.history.entries import Day, Measure, Profile, Trial
from unkink.core.history.sightings import Seen
from unkink.core.history.tally import ExerciseDone
from unkink.documents.report_values import Care, Fired, Flag, Report
from unkink.progress.kept import Begun, Filled, Kept
from unkink.progress.progress import progress
from unkink.told import SessionSummary

EXERCISES = read_catalogue().exercises
FIRST = date(2026, 8, 31)
"""A Monday."""
DONE: Final[tuple[tuple[str, int, float, dict[str, int], bool], ...]] = (
    ("bridge", 8, 24.0, {"hips_sag": 1}, False),
    ("knee_to_chest", 6, 60.0, {}, True),
    ("spinal_twist", 4, 40.0, {"shoulder_lifts": 1}, True),
    ("march", 0, 0.0, {}, False),
    ("walk", 0, 0.0, {}, False),
)
"""Exercise, repetitions, seconds held, cues, whether each side has its own."""
FLAGS = (
    Flag(
        date=FIRST + timedelta(days=1),
        words="Constant pain that no position eases.",
        meant="Went on with care.",
    ),
)
CARES = (
    Care(exercise="Cobra", what="changed", why="Sore wrists: on the forearms."),
    Care(exercise="Foam rolling", what="changed", why="Sore wrists: on the forearms."),
)
PRESCRIBED = {
    "bridge": "10 times, 5 seconds each",
    "knee_to_chest": "3 times on each side, 10 seconds each",
    "spinal_twist": "2 times on each side, 15 seconds each",
    "walk": "For 10 minutes",
}
FIRED = (
    Fired(
        date=FIRST + timedelta(days=30),
        rule="R5",
        exercise="Bridge",
        words="The pain rose to 9. The bridge came back one level easier.",
        clinician=True,
    ),
    Fired(
        date=FIRST + timedelta(days=51),
        rule="R12",
        exercise="Spinal twist",
        words="Three good sessions: 15 s instead of 10 s.",
        clinician=False,
    ),
)


def someone(days: int = 84, *, seed: int = 3, camera: bool = True) -> Kept:
    """Tell pain most days, ten before the first session; do three sessions a week, some short."""
    chance = np.random.default_rng(seed)
    told: dict[date, Day] = {}
    sessions: list[tuple[date, SessionSummary]] = []
    for number in range(days):
        day = FIRST + timedelta(days=number)
        usual = 5.6 if number < 14 else 5.2 - 2.0 * min((number - 14) / 40, 1.0)
        pain = int(np.clip(round(usual + chance.normal(0, 0.9)), 0, 10))
        if chance.random() < 0.92:
            told[day] = Day(pain=pain, stiffness=min(pain + 1, 10))
        if number >= 14 and number % 7 in {0, 2, 5} and chance.random() < 0.9:
            sessions.append((day, _session(number, day, pain, chance, camera=camera)))
    trial = Trial(
        design="baseline_then_exercises",
        begins=FIRST.isoformat(),
        phases=(("before", 14), ("with exercises", max(days - 14, 14))),
        candidates=tuple(range(10, 31)),
    )
    return Kept(
        days=told,
        sessions=sessions,
        measures=_measures(days),
        profile=replace(Profile(), conditions=("wrist_pain",), long_lasting=True),
        trial=Begun(number=1, trial=trial),
    )


def _session(
    number: int, day: date, pain: int, chance: np.random.Generator, *, camera: bool
) -> SessionSummary:
    at = datetime.combine(day, datetime.min.time(), UTC) + timedelta(hours=18)
    stopped = number == 30
    worst = min(pain + (4 if stopped else int(chance.integers(0, 3))), 10)
    whole = 0.5 if stopped else 1.0
    done = tuple(
        _done(name, round(reps * whole), held_s * whole, faults, sided=sided, camera=camera)
        for name, reps, held_s, faults, sided in DONE
    )
    return SessionSummary(
        session_id=f"session-{number}",
        name="Gentle start",
        started_at=at,
        ended_at=at + timedelta(minutes=14),
        status="stopped" if stopped else "finished",
        planned_s=860.0,
        done_s=860.0 * whole,
        exercises=done,
        made_easier=0,
        hurt=int(stopped),
        pain_before=pain,
        pain_after=max(pain - 1, 0),
        pain_worst=worst,
        stiffness_before=5,
        stiffness_after=4,
        farthest_before=1,
        farthest_after=1,
        felt="better",
        hurt_by=("bridge",) if stopped else (),
        note="Stiff after the long drive, easier at the end." if number == 47 else "",
    )


def _done(
    name: str, reps: int, held_s: float, faults: dict[str, int], *, sided: bool, camera: bool
) -> ExerciseDone:
    by_side = {"left": held_s * 0.45, "right": held_s * 0.55} if sided else {"both": held_s}
    held = {side: value for side, value in by_side.items() if value}
    watched = camera and reps > 0
    seen = Seen(
        reps={},
        held_s=held_s * 0.8,
        judged_s=80.0,
        unseen_s=20.0,
        faults=faults,
        held_by_side_s={side: value * 0.8 for side, value in held.items()},  # type: ignore[misc]
        reach=dict.fromkeys(held, 0.7),  # type: ignore[arg-type]
        form=0.86,
        form_judged_s=40.0,
    )
    return ExerciseDone(
        exercise=name,
        name=EXERCISES[name].name,
        reps_done=reps,
        reps_planned=max(reps, 4) if reps else 0,
        held_s=held_s,
        done_s=100.0,
        seen=seen if watched else None,
        held_by_side_s=held,  # type: ignore[arg-type]
    )


def _measures(days: int) -> tuple[Filled, ...]:
    names = ("put on socks", "sit through a film", "lift the shopping")
    return tuple(
        Filled(
            number=number,
            day=FIRST + timedelta(days=at),
            measure=Measure(
                instrument="psfs",
                version="1",
                answers={
                    **{f"activity_{n}": float(3 + number + n // 2) for n in (1, 2, 3)},
                    **{f"activity_{n}_name": name for n, name in enumerate(names, 1)},
                },
            ),
        )
        for number, at in enumerate(range(0, days, 28))
    )


def their_report(kept: Kept, *, name: str = "", paper: str = "a4") -> Report:
    """Put the report of all they did together."""
    last = max(kept.days)
    names = {each.id: each.name for each in EXERCISES.values()}
    return Report(
        name=name,
        made_up="",
        first=min(kept.days),
        last=last,
        on=last,
        paper="letter" if paper == "letter" else "a4",
        progress=progress(kept, last, names=names, unsafe={}),
        sessions=[each for _, each in kept.sessions],
        exercises=EXERCISES,
        standing="Cleared: a plain no to every emergency question.",
        flags=FLAGS,
        conditions=("Sore wrists",),
        cares=CARES,
        prescribed=PRESCRIBED,
        fired=FIRED,
    )
