"""What somebody does over time: repetitions, half ones, rests, scratching, sitting up."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Literal, NamedTuple

from unkink.core.body import Side
from unkink.core.definition.pose import Pose
from unkink.core.simulation.chance import about, between, happens, normal, pick
from unkink.core.simulation.daily import DOWN, PAUSES

if TYPE_CHECKING:
    from collections.abc import Mapping

    from unkink.core.definition.exercise import Movement
    from unkink.core.simulation.chance import Chance

Limb = Literal["left_arm", "right_arm", "left_leg", "right_leg", "head"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Repeat:
    """Go towards the end pose, hold, and come back."""

    side: Side = "both"
    share: float = 1.0
    """Of this person's own usual way: under 0.35 it is none."""
    hold_s: float = 3.0
    fault: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Rest:
    """Stay in the start position."""

    lasts_s: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Fidget:
    """Scratch, straighten the shirt, look at the phone: one limb goes somewhere and comes back."""

    limb: Limb
    deg: float
    lasts_s: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Go:
    """Take a posture of another kind, and stay in it."""

    pose: Pose
    takes_s: float = 2.0
    stays_s: float = 0.5
    turned_deg: float = 0.0
    """About the upright line, against our figure's way of facing."""
    away_m: tuple[float, float] = (0.0, 0.0)
    """From the place of the exercise: along the mat, and towards the viewer of its side."""


Act = Repeat | Rest | Fidget | Go
LIMBS: Final[tuple[Limb, ...]] = (
    "left_arm",
    "right_arm",
    "left_arm",
    "right_arm",
    "head",
    "left_leg",
)
FIDGET_DEG: Final[Mapping[Limb, float]] = {
    "left_arm": 60.0,
    "right_arm": 60.0,
    "head": 25.0,
    "left_leg": 8.0,
}
"""How far each goes; arms are what people scratch and pull clothes with. [D]"""
HALF: Final = (0.10, 0.28)
"""How far an attempt goes that was given up, of the usual way: clearly less than 0.35. [D]"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """How much is done, and how often something else happens; all of it [D]."""

    reps: tuple[int, int] = (3, 3)
    """To the left and to the right; the first where both work as one."""
    hold_s: float = 3.0
    right_first: bool = False
    halves: float = 0.0
    """In what share of the places between repetitions one is given up."""
    rests: float = 0.0
    fidgets: float = 0.0
    sits_up: float = 0.0
    gets_down: bool = False
    """Whether getting into the position and out of it is seen as well."""
    fault: str | None = None
    faulty: float = 0.0
    """In what share of the repetitions the fault is made."""


def some_plan(chance: Chance, movement: Movement, *, faults: bool) -> Plan:
    """Give anybody's plan: two to six repetitions a side, and all that comes between."""
    first = 2 + int(chance() * 5)
    second = max(1, first + pick(chance, (-1, 0, 0, 0, 1)))
    holds = any(stage.holds for stage in movement.cycle)
    ids = [fault.id for fault in movement.faults]
    fault = pick(chance, ids) if faults and ids and happens(chance, 0.3) else None
    return Plan(
        reps=(first, second),
        hold_s=min(about(chance, 3.5, 0.5), 12.0) if holds and happens(chance, 0.9) else 0.0,
        right_first=happens(chance, 0.2),
        halves=pick(chance, (0.0, 0.0, 0.1, 0.25)),
        rests=pick(chance, (0.0, 0.15, 0.3)),
        fidgets=pick(chance, (0.0, 0.1, 0.25)),
        sits_up=pick(chance, (0.0, 0.0, 0.0, 0.12)),
        gets_down=happens(chance, 0.6),
        fault=fault,
        faulty=between(chance, 0.3, 1.0),
    )


class Timing(NamedTuple):
    """How long a person of this tempo takes for what no file times."""

    tempo: float
    chance: Chance

    def s(self, usual_s: float) -> float:
        """Give how long something takes this time."""
        return about(self.chance, usual_s / self.tempo, 0.25)


def script(plan: Plan, movement: Movement, chance: Chance, *, tempo: float = 1.0) -> list[Act]:
    """Lay out what is done, one thing after the other."""
    timing = Timing(tempo, chance)
    acts: list[Act] = []
    if plan.gets_down:
        acts += _getting_down(movement, timing)
    acts.append(Rest(lasts_s=timing.s(2.0)))
    order = _order(plan, movement)
    for number, side in enumerate(order):
        if number:
            acts += _between(plan, movement, side, timing)
        fault = plan.fault if plan.fault and happens(chance, plan.faulty) else None
        acts.append(Repeat(side=side, hold_s=plan.hold_s, fault=fault))
    acts.append(Rest(lasts_s=timing.s(2.0)))
    if plan.gets_down:
        acts += _getting_up(movement, timing)
    return acts


def _order(plan: Plan, movement: Movement) -> list[Side]:
    if movement.sides == "both":
        return ["both"] * plan.reps[0]
    pair: list[tuple[Side, int]] = [("left", plan.reps[0]), ("right", plan.reps[1])]
    if plan.right_first:
        pair.reverse()
    if movement.sides == "one_then_other":
        return [side for side, count in pair for _ in range(count)]
    rows = max(plan.reps)
    return [side for row in range(rows) for side, count in pair if row < count]


def _between(plan: Plan, movement: Movement, side: Side, timing: Timing) -> list[Act]:
    chance = timing.chance
    acts: list[Act] = []
    if happens(chance, plan.halves):
        acts.append(Repeat(side=side, share=between(chance, *HALF), hold_s=0.0))
    if happens(chance, plan.rests):
        acts.append(Rest(lasts_s=timing.s(4.0)))
    if happens(chance, plan.fidgets):
        limb = pick(chance, LIMBS)
        deg = FIDGET_DEG[limb] * (1 if happens(chance, 0.5) else -1) * between(chance, 0.5, 1.2)
        acts.append(Fidget(limb=limb, deg=deg, lasts_s=timing.s(2.0)))
    if happens(chance, plan.sits_up):
        acts += [
            Go(pose=pose, takes_s=timing.s(2.0), stays_s=timing.s(stays_s))
            for pose, stays_s in zip(PAUSES[movement.start], (0.2, 4.0), strict=False)
        ]
        acts.append(Rest(lasts_s=timing.s(2.0)))
    return acts


def _getting_down(movement: Movement, timing: Timing) -> list[Act]:
    poses = DOWN[movement.start]
    stays_s = [3.0, *(0.4,) * (len(poses) - 1)]
    turned_deg = normal(timing.chance, 40.0)
    return [
        Go(
            pose=pose,
            takes_s=timing.s(2.0),
            stays_s=timing.s(wait_s),
            turned_deg=turned_deg / (1 + number),
        )
        for number, (pose, wait_s) in enumerate(zip(poses, stays_s, strict=True))
    ]


def _getting_up(movement: Movement, timing: Timing) -> list[Act]:
    return list(reversed(_getting_down(movement, timing)))
