"""Somebody does an exercise, or something else: bodies in time, and the truth about them."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from bench.compare.people import truth

from unkink.core.coach.postures import PLAIN
from unkink.core.definition.pose import Paired, Pose
from unkink.core.figure import Body, Motion, blended, eased
from unkink.core.figure.frames import plus
from unkink.core.simulation.simulate import BREATH_M, BREATH_S, PLACES, Performance, spans

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from unkink.batch.labels import Label
    from unkink.core.body import Side
    from unkink.core.definition.exercise import Exercise

PER_S: Final = 10.0
ABOVE_HIPS: Final = ("ribs", "chest", "neck", "head", "upper_arm")
MOVE_S: Final = 1.5
_STANDING: Final = Pose()
_ON_BACK: Final = Pose(lean_deg=-90, rests_on=("pelvis", "shoulders", "head"))
_SITTING: Final = Pose(hip_flexion_deg=82, rests_on=("pelvis", "feet"))
OTHERS: Final[Mapping[str, tuple[Pose, Pose]]] = {
    "squats": (
        _STANDING,
        Pose(
            lean_deg=35,
            hip_flexion_deg=100,
            knee_flexion_deg=100,
            ankle_flexion_deg=25,
            shoulder_flexion_deg=95,
            flat_feet=True,
        ),
    ),
    "arms up and down, standing": (_STANDING, Pose(shoulder_flexion_deg=165)),
    "bending over, standing": (_STANDING, PLAIN["standing, bent over"]),
    "press-ups": (PLAIN["a plank on the hands"], PLAIN["a press-up, low"]),
    "cat and cow": (PLAIN["all fours"], PLAIN["all fours, the back arched up"]),
    "donkey kicks": (PLAIN["all fours"], PLAIN["all fours, a bent leg lifted"]),
    "leg lifts on the side": (PLAIN["on the side"], PLAIN["on the side, a leg lifted"]),
    "crunches": (
        replace(PLAIN["a crunch"], lean_deg=-90, spine_flexion_deg=0),
        PLAIN["a crunch"],
    ),
    "arms up and down, lying": (
        _ON_BACK,
        replace(_ON_BACK, shoulder_flexion_deg=Paired(left=90, right=90)),
    ),
    "legs straight up, lying": (_ON_BACK, PLAIN["on the back, legs straight up"]),
    "arms up and down, sitting": (_SITTING, replace(_SITTING, shoulder_flexion_deg=150)),
    "all fours and folded over the heels": (
        PLAIN["all fours"],
        PLAIN["folded over the heels"],
    ),
}
"""What else people do, from one posture to another: drawn by their names."""


@dataclass(frozen=True, slots=True)
class Moment:
    """A body at a second; `still_s` says for how long it has been where it is."""

    t_s: float
    body: Body
    still_s: float


def performed(exercise: Exercise, how: Performance) -> Iterator[Moment]:
    """Give the bodies of one performance, as `core.simulation` would."""
    movement = exercise.movements[how.movement]
    motions: dict[Side, Motion] = {
        side: Motion.of(movement, side, how.range_fraction) for side in ("left", "right", "both")
    }
    known: dict[tuple[Side, int], Body] = {}
    index, began_s = 0, 0.0
    for span in spans(movement, how):
        while (t_s := index / how.frames_per_s) < began_s + span.lasts_s:
            share = eased((t_s - began_s) / span.lasts_s)
            key = (span.side, round((span.from_ + (span.to - span.from_) * share) * PLACES))
            if key not in known:
                known[key] = motions[span.side].at(key[1] / PLACES)
            still_s = t_s - began_s if span.from_ == span.to else 0.0
            yield Moment(t_s, breathing(known[key], t_s), still_s)
            index += 1
        began_s += span.lasts_s


def told(exercise: Exercise, how: Performance) -> Label:
    """Say what was done."""
    return truth(exercise, how)


def other(name: str, *, lasts_s: float) -> Iterator[Moment]:
    """Let somebody go to and fro between two postures that are no exercise of ours."""
    start, end = OTHERS[name]
    known: dict[int, Body] = {}
    for index in range(round(lasts_s * PER_S)):
        t_s = index / PER_S
        phase = (t_s / MOVE_S) % 2.0
        share = round(eased(min(phase, 2.0 - phase)) * PLACES)
        if share not in known:
            known[share] = blended(start, end, share / PLACES)
        yield Moment(t_s, breathing(known[share], t_s), 0.0)


def breathing(body: Body, t_s: float) -> Body:
    """Let the chest, and what hangs from it, rise and sink: a living body is never quite still."""
    rise_m = BREATH_M * math.sin(2 * math.pi * t_s / BREATH_S)
    parts = {
        name: part.moved_to(plus(part.origin, (0.0, rise_m, 0.0)))
        if name.removeprefix("left_").removeprefix("right_") in ABOVE_HIPS
        else part
        for name, part in body.parts.items()
    }
    return Body(parts, body.curls, body.roller_x_m)
