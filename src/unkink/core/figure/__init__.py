"""
The figure: key poses become a body in three dimensions, resting on what it rests on.

Coordinates, in metres: `x` runs along the mat (the head of a person on the back is at +x), `y` is
height above the floor, `z` points to the viewer of a plain side view. A person who stands upright
faces -x with the left side at +z. The painter (`unkink.paint`) and the simulation see only `Body`.

- `posed(pose)` - one key pose as a `Body`.
- `blended(start, end, fraction)` - the body on its way from one key pose to another.
- `Motion.of(movement, side, range_fraction)` then `.at(position)` - the body anywhere in a cycle;
  position 0 is the start pose, position k the pose of stage k, linear in between; `eased` turns
  even time into a slow start and end.
- `mirrored(body)` - left and right exchanged.
"""

from unkink.core.figure.frames import Frame, Vec
from unkink.core.figure.motion import Motion, blended, eased, posed
from unkink.core.figure.skeleton import Body, mirrored

__all__ = [
    "Body",
    "Frame",
    "Motion",
    "Vec",
    "blended",
    "eased",
    "mirrored",
    "posed",
]
