"""
A peer: one joint angle, two thresholds, up and down, in the manner of ultralytics' AIGym.

Its rule, written anew from its description: the stage is "near" while the angle is on the near side
of one threshold; when it then passes the other one, one is counted. It knows no exercise, no side
and no hold; for holds we take the time beyond the far threshold. Whoever uses it picks the angle
and the thresholds by hand. Here they come once from a textbook's range (`textbook`), once from the
answer itself (`oracle`): no real user could have those.
"""

from __future__ import annotations

from itertools import pairwise, permutations
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from unkink.batch.metrics import paired
from unkink.core.coach.account import Account, Held
from unkink.core.coach.measures import MEASURES, sight
from unkink.core.figure import Motion
from unkink.core.simulation.camera import asked_camera, middle, seen_by

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from unkink.batch.labels import Label
    from unkink.core.body import Frame, Side
    from unkink.core.definition.exercise import Exercise, Movement

ANGLES = tuple(
    f"{side}_{name}"
    for side in ("left", "right")
    for name in ("hip_deg", "knee_deg", "elbow_deg", "arm_deg")
)
"""The angles at a joint between two limbs that its users choose from."""
NEAR, FAR = 0.25, 0.75
"""Where the thresholds stand in the textbook's range; AIGym's own 145 and 90 degrees are alike."""
HELD_S = 0.5
"""Beyond the threshold for less than this is taken for passing it."""
LEVELS = np.linspace(0.05, 0.95, 10)
"""Where the oracle may put them, as shares of the clip's frames."""


class Rule(NamedTuple):
    """An angle, and the two thresholds: `far` may be above or below `near`."""

    angle: str
    near_deg: float
    far_deg: float


def textbook(exercise: Exercise) -> dict[Side, Rule]:
    """
    Take the angle that changes most in the textbook's figure, seen from where it is asked.

    Most for how well a pose model reads it: a good choice, as an expert might make it.
    """
    movement = exercise.movements["main"]
    sides: tuple[Side, ...] = ("both",) if movement.sides == "both" else ("left", "right")
    return {side: _rule(movement, side) for side in sides}


def _rule(movement: Movement, side: Side) -> Rule:
    motion = Motion.of(movement, side)
    end = next((k + 1 for k, stage in enumerate(movement.cycle) if stage.holds), 1)
    camera = asked_camera(movement)
    values = []
    for place in (0.0, float(end)):
        joints = motion.at(place).joints
        values.append(_angles(seen_by(camera, joints, at=middle(joints), t_s=0.0)))
    changes = {name: values[1][name] - values[0][name] for name in ANGLES}
    name = max(changes, key=lambda n: abs(changes[n]) / MEASURES[n].spread)
    start, change = values[0][name], changes[name]
    return Rule(name, start + NEAR * change, start + FAR * change)


def oracle(frames: Sequence[Frame], label: Label) -> dict[Side, Rule]:
    """Find the angle and thresholds that give the true count, and of those the truest holds."""
    truth: dict[Side, int] = {s: n for s, n in (label.by_side or {}).items() if n}
    truth = truth or {"both": label.reps or 0}
    series = _series(frames)
    found: dict[Side, Rule] = {}
    for side, count in truth.items():
        right = _counting(series, count)
        found[side] = min(right, key=lambda rule: _wrong_holds(frames, series, rule, side, label))
    return found


def _counting(series: dict[str, NDArray[np.float64]], truth: int) -> list[Rule]:
    """Give all rules whose count is as near to the truth as can be."""
    least, rules = float("inf"), [Rule(ANGLES[0], 0.0, 180.0)]
    for name, values in series.items():
        known = values[~np.isnan(values)]
        if not known.size:
            continue
        levels = np.quantile(known, LEVELS)
        for near, far in permutations(levels.tolist(), 2):
            wrong = abs(_count(values, near, far)[0] - truth)
            if wrong < least:
                least, rules = wrong, []
            if wrong == least:
                rules.append(Rule(name, near, far))
    return rules


def _wrong_holds(
    frames: Sequence[Frame],
    series: dict[str, NDArray[np.float64]],
    rule: Rule,
    side: Side,
    label: Label,
) -> tuple[int, float]:
    true = [span for span in label.holds or () if span.side in {None, side}]
    told = _held(frames, _count(series[rule.angle], rule.near_deg, rule.far_deg)[1], side)
    pairs = paired(true, told)
    off_s = sum(abs(a.start_s - b.start_s) + abs(a.end_s - b.end_s) for a, b in pairs)
    return len(true) + len(told) - 2 * len(pairs), off_s


def counted(frames: Sequence[Frame], rules: dict[Side, Rule], exercise: str | None) -> Account:
    """Count by rules."""
    series = _series(frames)
    reps: dict[Side, int] = {}
    holds: list[Held] = []
    for side, rule in rules.items():
        count, beyond = _count(series[rule.angle], rule.near_deg, rule.far_deg)
        reps[side] = count
        holds += _held(frames, beyond, side)
    return Account(exercise, reps, tuple(holds), (), 1.0)


def _held(frames: Sequence[Frame], beyond: NDArray[np.bool_], side: Side) -> list[Held]:
    spans = [(frames[a].t_s, frames[b].t_s) for a, b in _runs(beyond)]
    return [Held(side, a, b) for a, b in spans if b - a >= HELD_S]


def _count(values: NDArray[np.float64], near: float, far: float) -> tuple[int, NDArray[np.bool_]]:
    sign = 1.0 if far > near else -1.0
    beyond = sign * values > sign * far
    # Only the changes matter: 1 where the far side is entered, -1 where the near side is.
    places = np.where(beyond, 1, np.where(sign * values < sign * near, -1, 0))
    stages = places[places != 0]
    return int(np.sum((stages[1:] == 1) & (stages[:-1] == -1))), beyond


def _runs(flags: NDArray[np.bool_]) -> list[tuple[int, int]]:
    edges = np.flatnonzero(np.diff(np.concatenate(([0], flags.astype(np.int8), [0]))))
    return [(int(a), int(b) - 1) for a, b in list(pairwise(edges))[::2]]


def _series(frames: Sequence[Frame]) -> dict[str, NDArray[np.float64]]:
    rows = [_angles(frame) for frame in frames]
    return {name: np.array([row[name] for row in rows]) for name in ANGLES}


def _angles(frame: Frame) -> dict[str, float]:
    seen = sight(frame.points)
    if seen is None:
        return dict.fromkeys(ANGLES, np.nan)
    readings = {name: MEASURES[name].read(seen) for name in ANGLES}
    return {name: np.nan if r is None else r.value for name, r in readings.items()}
