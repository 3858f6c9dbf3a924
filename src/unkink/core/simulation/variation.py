"""An exercise done otherwise than its file says: with a fault in it."""

from __future__ import annotations

from dataclasses import replace
from math import dist
from typing import TYPE_CHECKING, Any, Final

from unkink.core.body import Joint
from unkink.core.definition.pose import Paired, Pose
from unkink.core.figure.frames import between

if TYPE_CHECKING:
    from collections.abc import Mapping

    from unkink.core.definition.exercise import Fault, Movement
    from unkink.core.figure import Vec


def with_fault(movement: Movement, fault_id: str) -> Movement:
    """Give the movement as somebody does it who makes this fault."""
    fault = next(f for f in movement.faults if f.id == fault_id)
    pose = changed(movement.poses[fault.during], fault.shown_by)
    return replace(movement, poses={**movement.poses, fault.during: pose})


def changed(pose: Pose, by: Mapping[str, float | str]) -> Pose:
    """Change a pose's angles by name; `left_` or `right_` before a paired one changes one side."""
    found: dict[str, Any] = {}
    for name, value in by.items():
        if name == SHRUG:
            continue
        side, _, rest = name.partition("_")
        if side in {"left", "right"} and rest in Pose.__dataclass_fields__:
            old = found.get(rest, getattr(pose, rest))
            pair = old if isinstance(old, Paired) else Paired(left=old, right=old)
            found[rest] = Paired(**{"left": pair.left, "right": pair.right, side: float(value)})
        elif isinstance(value, str):
            found[name] = tuple(value.split())
        else:
            found[name] = value
    return replace(pose, **found)


SHRUG: Final = "shoulders_raised_m"
"""Not an angle of the figure's: how far shoulders are drawn up towards the ears."""


def raised_m(fault: Fault) -> float:
    """Give how far a fault draws the shoulders up."""
    return float(fault.shown_by.get(SHRUG, 0.0))


def raised(joints: Mapping[Joint, Vec], up_m: float) -> Mapping[Joint, Vec]:
    """Draw the shoulders up towards the ears."""
    if up_m == 0.0:
        return joints
    moved = dict(joints)
    for shoulder, ear in _DRAWN_TO.items():
        moved[shoulder] = between(
            joints[shoulder], joints[ear], up_m / dist(joints[shoulder], joints[ear])
        )
    return moved


_DRAWN_TO: Final = {
    Joint.LEFT_SHOULDER: Joint.LEFT_EAR,
    Joint.RIGHT_SHOULDER: Joint.RIGHT_EAR,
}
