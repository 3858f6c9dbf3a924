"""
How a pose model errs, in numbers: measured, where that could be measured.

Measured with the pose model of this program, picture by picture: eight holds of bridge, cobra and
lying twist in three videos, 37 s in all, and 30 photos of exercises on the floor; each picture also
mirrored, and with the grain of a dim room (6 of 255). Lengths are shares of the body's height.
*Alone* is what differs from picture to picture; *wandering* what comes and goes within a second;
*lasting* what stays as long as the posture does: half the variance of what a picture and its mirror
image disagree about, which is too little as far as both err alike. On painted people, whose joints
are known, lasting errors were larger: 1.7 % for the trunk, 3.5 % for arms and toes, all sizes
taken together. These figures give as much at the usual `SIZE`. Trembling was two to three times as
large there: painted people are harder to see than photographed ones, so `SIZE` lies between. Depth
is in the same unit, after it was brought to the scale of x and y: docs/coach.md#depth.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, NamedTuple

from unkink.core.body import Joint
from unkink.core.simulation.chance import about, pick

if TYPE_CHECKING:
    from collections.abc import Mapping

    from unkink.core.simulation.chance import Chance


class Errs(NamedTuple):
    """How far off a joint is told, as a standard deviation in body heights; depth by itself."""

    alone: float
    wandering: float
    lasting: float
    depth_alone: float
    depth_wandering: float
    depth_lasting: float


HEAD: Final = Errs(0.0015, 0.002, 0.007, 0.006, 0.0055, 0.022)
TRUNK: Final = Errs(0.0015, 0.002, 0.007, 0.006, 0.0055, 0.018)
HIPS: Final = Errs(0.0016, 0.002, 0.007, 0.0015, 0.0015, 0.003)
ARM: Final = Errs(0.002, 0.002, 0.013, 0.0075, 0.0075, 0.022)
KNEE: Final = Errs(0.0035, 0.0025, 0.009, 0.008, 0.0075, 0.018)
FOOT: Final = Errs(0.004, 0.003, 0.012, 0.010, 0.009, 0.022)
ERRS: Final[Mapping[Joint, Errs]] = {
    joint: next(
        errs
        for names, errs in (
            (("NOSE", "EYE", "EAR"), HEAD),
            (("SHOULDER",), TRUNK),
            (("HIP",), HIPS),
            (("ELBOW", "WRIST", "HAND"), ARM),
            (("KNEE",), KNEE),
            (("ANKLE", "HEEL", "TOE"), FOOT),
        )
        if joint.name.endswith(names)
    )
    for joint in Joint
}
"""Of a joint that can be seen."""
UNEVEN: Final = 0.8
"""
Lasting errors are small for most joints and large for some: the size is itself spread, by this
standard deviation of its logarithm. Measured: nine of ten within 3 to 4 times the middle one.
"""
HIDDEN: Final = 2.0
"""A joint behind the body or another limb errs so much more from picture to picture."""
HIDDEN_LASTING: Final = 0.014
"""What lasts of a hidden joint, on top: the model thinks it somewhere."""
HIDDEN_DEPTH: Final = 0.033
SEEN: Final = (0.90, 0.995)
"""What the model says of a limb it sees; of head, shoulders and hips always above 0.98."""
UNSEEN: Final = (0.05, 0.85)
"""
And of one it can't see: anything. Measured for the far limb in a side view: 0.24 to 0.73 at the
elbow, 0.38 to 0.64 at wrist and hand, 0.30 to 0.74 at the knee, 0.47 to 0.93 at the foot; legs
behind the body in a front view: 0.02 to 0.09.
"""
OUT_OF_PICTURE: Final = (0.59, 0.97)
"""Beyond the picture's edge the model still tells a place, and is sure of it."""

OWN: Final = 0.8
"""
How much of what lasts is the person's own look in all postures; the rest is each posture's, and
passes into the next one's on the way. Measured on painted people: through a scene 0.7 to 1.6 %
come and go of the 1.7 to 3.5 % that last.
"""
SIZE: Final = (1.4, 0.4)
"""How much larger all of it is in one room or another: the middle, and its logarithm's spread."""
END_ON: Final = 2.0
"""
By how much more a body errs whose trunk points at the camera, at most. On painted people seen from
the feet the model was lost in a quarter of the pictures; people in photographs are told better. [D]
"""
FLUNG_SPREAD: Final = 1.5
"""Measured on painted people: half are one picture, a quarter last 0.4 s, one in fifty 2.5 s."""
DEPTH_TOLD: Final = (1.0, 0.2)
"""How much of the true depth the model tells: about so much, spread by so much. [D]"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Errors:
    """How badly one camera's model does; `PERFECT` tells everything as it is."""

    size: float = SIZE[0]
    """Times what was measured in good light."""
    hides: bool = True
    """Whether what is behind something is hidden."""
    gone_a_minute: float = 0.5
    """Nobody is found: never in what was measured, but in half of dark and noisy photos."""
    gone_s: float = 0.5
    swaps_a_minute: float = 0.5
    """Left and right exchanged: never in what was measured, so rarer than 1.5 a minute. [D]"""
    swap_s: float = 0.25
    flung_a_minute: float = 4.0
    """How often a hidden limb's end is somewhere else for a moment; a tenth of that if seen."""
    flung_s: float = 0.12
    """In the middle; see `FLUNG_SPREAD`."""
    flung: float = 0.2
    """How far, in body heights."""


PERFECT: Final = Errors(
    size=0.0, hides=False, gone_a_minute=0.0, swaps_a_minute=0.0, flung_a_minute=0.0
)


def some_errors(chance: Chance) -> Errors:
    """
    Give the errors of anybody's room: three quarters of what was measured to three times that.

    How often nobody is found, and sides are exchanged, is ours [D].
    """
    return Errors(
        size=about(chance, *SIZE),
        gone_a_minute=pick(chance, (0.0, 0.5, 0.5, 3.0)),
        swaps_a_minute=pick(chance, (0.0, 0.0, 0.5, 1.5)),
    )
