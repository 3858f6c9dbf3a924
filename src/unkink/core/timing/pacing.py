"""
How long the in-between takes: the one place for every waiting time of a session.

All figures are our judgement [D] (evidence.md#pacing): the slowest ordinary case, because whoever
is ready sooner can skip ahead, while whoever is hurried may hurt themselves.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping

    from unkink.core.definition.exercise import Kind, Movement, Position

_CHANGES: Final[tuple[tuple[int, Position, Position], ...]] = (
    # Up from or down to the floor: the part of a session a stiff person needs most time for.
    (30, "standing", "supine"),
    (30, "standing", "prone"),
    (25, "standing", "floor_sitting"),
    (20, "standing", "kneeling"),
    (30, "chair", "supine"),
    (30, "chair", "prone"),
    (25, "chair", "floor_sitting"),
    (20, "chair", "kneeling"),
    (10, "standing", "chair"),
    # On the floor: rolling over, sitting up, coming to the knees.
    (15, "supine", "prone"),
    (15, "supine", "floor_sitting"),
    (15, "supine", "kneeling"),
    (15, "prone", "floor_sitting"),
    (12, "prone", "kneeling"),
    (15, "floor_sitting", "kneeling"),
)
POSITION_CHANGE_S: Final[Mapping[frozenset[Position], int]] = {
    frozenset((one, other)): seconds for seconds, one, other in _CHANGES
}
"""The way there and the way back take the same time."""

FETCH_S: Final = 8
"""For each thing to fetch that was not in use before (a chair, a roller, a cushion)."""
GET_READY_S: Final = 8
"""At least this long to settle in the start position before the first move."""
SETTLE_S: Final = 4
"""After the last word about getting ready: time to do what was said, then three, two, one."""
SWITCH_SIDES_S: Final = 8
SWITCH_ON_ROLLER_S: Final = 15
REST_S: Final[Mapping[Kind, int]] = {
    "strengthen": 30,
    "stretch": 15,
    "mobilise": 15,
    "roll": 15,
    "warm_up": 15,
    "walk": 15,
}
"""Between two sets."""
LEAD_IN_S: Final = 3
"""After a pause: at least this long to get back into position."""
FINISH_S: Final = 10

BREATHE_IN_S: Final = 4
BREATHE_OUT_S: Final = 5
"""A calm breath at rest, the way out a little longer: between six and seven a minute."""
BREATHE_FROM_S: Final = 8
"""Holds this long have their breath paced; shorter ones are about one breath anyway."""
QUIET_S: Final = 1
"""Kept before and after a reminder, so that it hurries nobody."""
COUNT_DOWN_FROM_S: Final = 10
"""Stretches of time this long end in a spoken three, two, one; shorter ones in soft sounds."""
HALFWAY_FROM_S: Final = 20

COME_TO: Final[Mapping[Position, str]] = {
    "standing": "Come up to standing slowly. Hold on to something firm.",
    "chair": "Sit down on a firm chair, feet flat on the floor.",
    "floor_sitting": "Come to sit on the floor, in your own time.",
    "supine": "Come to lie on your back, in your own time.",
    "prone": "Come to lie on your front, in your own time.",
    "kneeling": "Come to kneel on something soft, in your own time.",
}
GET_UP: Final[Mapping[Position, str]] = {
    "standing": "",
    "chair": "Get up slowly.",
    "floor_sitting": "Come up slowly, by way of your knees.",
    "supine": "Roll onto your side, and come up slowly.",
    "prone": "Push up to your knees, and come up slowly.",
    "kneeling": "Come up slowly, one foot at a time.",
}


def change_s(before: Position, after: Position) -> int:
    """Say how many seconds it takes to come from one position to another; 0 for none to change."""
    return 0 if before == after else POSITION_CHANGE_S[frozenset((before, after))]


def fetch_s(before: tuple[str, ...], after: tuple[str, ...]) -> int:
    """Say how many seconds it takes to fetch what *after* needs and *before* did not have."""
    return FETCH_S * len(set(after) - set(before) - {"mat"})


def switch_s(movement: Movement) -> int:
    """Say how many seconds it takes to change from one side to the other."""
    return SWITCH_ON_ROLLER_S if "roller" in movement.props else SWITCH_SIDES_S
