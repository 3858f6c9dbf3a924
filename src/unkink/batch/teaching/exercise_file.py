"""An exercise file's text: everything that was learnt, and a word wherever a person must say it."""

from __future__ import annotations

from dataclasses import fields
from typing import TYPE_CHECKING, Final, NamedTuple

from unkink.core.definition.pose import Paired, Pose

if TYPE_CHECKING:
    from collections.abc import Iterator

    from unkink.core.definition.exercise import Position, Sides, View

TO_FILL: Final = "Fill this in:"
"""What a person still has to say begins with this."""
BEGINS: Final[dict[str, str]] = {
    "chair": "Sit upright on a chair, feet flat.",
    "floor_sitting": "Sit on the floor.",
    "supine": "Lie on your back.",
    "prone": "Lie face down.",
    "kneeling": "Kneel on the mat.",
    "standing": "Stand with your feet hip-wide.",
}


class Learnt(NamedTuple):
    """What was learnt from demonstrations."""

    id: str
    name: str
    start: Pose
    end: Pose
    position: Position
    view: View
    sides: Sides
    reps: int
    """How many were shown, all sides together."""
    hold_s: float
    """How long each was held; 0 where it wasn't."""
    out_s: float
    back_s: float


def text_of(learnt: Learnt) -> str:
    """Write the file."""
    return "\n".join([*_head(learnt), *_levels(learnt), *_movement(learnt)]) + "\n"


def _head(learnt: Learnt) -> Iterator[str]:
    yield "# Learnt from a demonstration by `unkink teach`. Poses and times are what a camera saw,"
    yield "# the doses careful guesses of ours [D]. Nobody who knows bodies has looked at it yet:"
    yield f'# have somebody do so, and write what begins with "{TO_FILL}".'
    yield f"id = {_quoted(learnt.id)}"
    yield f"name = {_quoted(learnt.name)}"
    yield f"kind = {_quoted('mobilise')}"
    yield f"purpose = {_quoted(f'{TO_FILL} what it is for, promising nothing.')}"
    yield 'muscles = ["lower back"]'
    yield "cautions = ["
    yield f"  {_quoted(f'{TO_FILL} what to take care of, and who must not do it.')},"
    yield '  "Slow and small at first. Stop if anything hurts.",'
    yield "]"
    yield 'breathing = "Easy, never held."'
    yield 'sources = ["learnt from a demonstration; doses are our own judgement [D]"]'
    yield ""


def _levels(learnt: Learnt) -> Iterator[str]:
    holds = learnt.hold_s > 0.0
    longest = min(round(learnt.hold_s), 10) or 1
    plans = {
        "L0": (3, min(3, longest), 1, 0.5),
        "L1": (3, min(5, longest), 1, 0.7),
        "L2": (5, min(5, longest), 1, 1.0),
        "L3": (8, longest, 1, 1.0),
    }
    for name, (reps, hold_s, sets, share) in plans.items():
        words = f"{hold_s} s, {reps} times" if holds else f"{reps} times"
        held = hold_s if holds else 0
        yield f"[levels.{name}]"
        yield (
            f"dose = {{ words = {_quoted(words)}, hold_s = [{held}, {held}],"
            f" reps = [{reps}, {reps}], sets = [{sets}, {sets}],"
            ' ours = ["hold_s", "reps", "sets"] }'
        )
        if share < 1.0:
            yield f"range_fraction = {share}"
            yield f"note = {_quoted('Only part of the way.')}"
        yield ""


def _movement(learnt: Learnt) -> Iterator[str]:
    begin = BEGINS[learnt.position]
    sided = learnt.sides != "both"
    go = "Slowly go to the {side}." if sided else "Slowly go."
    yield "[movements.main]"
    yield "steps = ["
    yield f"  {_quoted(begin)},"
    yield f"  {_quoted(f'{TO_FILL} how to move, one short sentence or two.')},"
    yield '  "Slowly come back.",'
    yield "]"
    yield f"get_ready = {_quoted(begin)}"
    yield f"start = {_quoted(learnt.position)}"
    if sided:
        yield f"sides = {_quoted(learnt.sides)}"
    yield f"view = {_quoted(learnt.view)}"
    if learnt.position == "chair":
        yield 'props = ["chair"]'
    yield 'picture = "there"'
    yield ""
    yield from _pose("start", learnt.start)
    yield from _pose("there", learnt.end)
    yield "[[movements.main.cycle]]"
    yield 'pose = "there"'
    yield f"move_s = {learnt.out_s:g}"
    if learnt.hold_s > 0.0:
        yield "holds = true"
    yield 'breathe = "out"'
    yield f"say = {_quoted(go)}"
    yield ""
    yield "[[movements.main.cycle]]"
    yield 'pose = "start"'
    yield f"move_s = {learnt.back_s:g}"
    yield "pause_s = 1"
    yield 'breathe = "in"'
    yield 'say = "Slowly back."'


def _pose(name: str, pose: Pose) -> Iterator[str]:
    yield f"[movements.main.poses.{name}]"
    for field in fields(pose):
        value = getattr(pose, field.name)
        if not field.name.endswith("_deg"):
            continue
        if isinstance(value, Paired):
            yield f"{field.name} = {{ left = {value.left:g}, right = {value.right:g} }}"
        elif value:
            yield f"{field.name} = {value:g}"
    if pose.flat_feet:
        yield "flat_feet = true"
    yield f"rests_on = [{', '.join(_quoted(each) for each in pose.rests_on)}]"
    if pose.supports:
        inside = ", ".join(f"{where} = {_quoted(on)}" for where, on in pose.supports.items())
        yield f"supports = {{ {inside} }}"
    yield ""


def _quoted(text: str) -> str:
    """Give a TOML text; what is typed may hold anything."""
    escaped = "".join(
        f"\\u{ord(c):04x}" if c in '"\\' or ord(c) < 0x20 or ord(c) == 0x7F else c for c in text
    )
    return f'"{escaped}"'
