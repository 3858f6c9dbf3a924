"""What the pose model gets wrong on painted people, joint by joint."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import numpy as np
from bench.painted.solids import Array, Mask

from unkink.core.body import Joint
from unkink.core.simulation.camera import OTHER

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bench.painted.watching import Seen

AWAY: Final = 0.10
"""Farther off than this share of body height, a joint is somewhere else."""
APART: Final = 0.04
"""Left and right nearer to each other than this can't be told apart."""
STILL_S: Final = 0.3
PARTNER: Final = [OTHER[joint] for joint in Joint]
LEGS: Final = tuple(joint for joint in Joint if joint >= Joint.LEFT_HIP)


@dataclass(frozen=True, slots=True)
class Errors:
    """Some cases' errors: shares of body height, moments by joints by x, y, z; NaN for nobody."""

    off: Array
    near: Mask
    """Whether a joint is the one of its pair that is nearer to the camera."""
    seen: Array
    still: Mask
    """Moments in which the body stays where it is, and did the moment before."""
    case: Array
    swapped: Mask
    tellable: Mask
    """Moments in which the legs are far enough apart for a swap to be told."""

    @property
    def found(self) -> float:
        """Give the share of moments in which a body was found."""
        return float((~np.isnan(self.off[:, 0, 0])).mean())

    def chosen(self, where: Mask) -> Errors:
        """Give those of some moments."""
        return Errors(
            self.off[where],
            self.near[where],
            self.seen[where],
            self.still[where],
            self.case[where],
            self.swapped[where],
            self.tellable[where],
        )


def errors(seen: Sequence[Seen]) -> Errors:
    """Measure what was found against what was there."""
    each = [_errors(one, number) for number, one in enumerate(seen)]
    return Errors(
        *(
            np.concatenate([getattr(one, name) for one in each])
            for name in ("off", "near", "seen", "still", "case", "swapped", "tellable")
        )
    )


def _errors(one: Seen, number: int) -> Errors:
    off = (one.found[..., :3] - one.truth[..., :3]) / one.stature
    depth = one.truth[..., 2]
    still = (one.still_s > STILL_S) & np.append(False, one.still_s[:-1] > STILL_S)
    swapped, tellable = _swaps(one)
    return Errors(
        off,
        depth < depth[:, PARTNER],
        one.found[..., 3],
        still,
        np.full(len(off), number),
        swapped,
        tellable,
    )


def _swaps(one: Seen) -> tuple[Mask, Mask]:
    """Tell in which moments both legs fit better exchanged; and where that can be told."""
    legs = [joint for joint in LEGS if joint.name.split("_")[1] in {"KNEE", "ANKLE"}]
    others = [OTHER[joint] for joint in legs]
    truth, found = one.truth[..., :2], one.found[..., :2]
    apart = np.linalg.norm(truth[:, legs] - truth[:, others], axis=-1).mean(axis=-1)
    right = np.linalg.norm(found[:, legs] - truth[:, legs], axis=-1).mean(axis=-1)
    wrong = np.linalg.norm(found[:, legs] - truth[:, others], axis=-1).mean(axis=-1)
    tellable = (apart / one.stature > APART) & ~np.isnan(right)
    return tellable & (wrong < 0.5 * right), tellable


@dataclass(frozen=True, slots=True)
class Usual:
    """One joint's usual error, in shares of body height."""

    median: float
    most: float
    """95 of 100 are less."""
    away: float
    """Share of moments in which it is somewhere else."""
    sits_wrong: float
    """How far off it is in the mean of a case, over all cases: root mean square, one axis."""
    drifts: float
    """What is left of one case, one axis."""
    trembles: float
    """From one moment to the next while the body is still, one axis."""
    depth: float
    """Spread of the depth's error, root mean square less its mean."""
    seen: float


def usual(found: Errors, joints: Sequence[Joint]) -> Usual:
    """Sum up some joints' errors."""
    off = found.off[:, list(joints)]
    size = np.linalg.norm(off[..., :2], axis=-1)
    size = size[~np.isnan(size)]
    means, left = [], []
    for number in np.unique(found.case):
        case = off[found.case == number][..., :2]
        if np.isnan(case).all():
            continue
        mean = np.nanmedian(case, axis=0)
        means.append(mean)
        rest = case - mean
        near = np.abs(rest) < AWAY
        left.append(rest[near])
    steps = (off[1:] - off[:-1])[found.still[1:] & (found.case[1:] == found.case[:-1])][..., :2]
    steps = steps[np.abs(steps) < AWAY]
    depth = off[..., 2]
    return Usual(
        median=float(np.median(size)),
        most=float(np.quantile(size, 0.95)),
        away=float((size > AWAY).mean()),
        sits_wrong=float(np.sqrt(np.nanmean(np.square(means)))),
        drifts=float(np.sqrt(np.mean(np.square(np.concatenate(left))))),
        trembles=float(np.sqrt(np.mean(np.square(steps)) / 2)),
        depth=float(np.nanstd(depth)),
        seen=float(np.nanmean(found.seen[:, list(joints)])),
    )


def kept(found: Errors, lag: int) -> float:
    """Say how alike errors are *lag* moments apart while the body is still: 1 the same."""
    pairs: list[tuple[Array, Array]] = []
    for number in np.unique(found.case):
        rows = found.case == number
        off, still = found.off[rows][..., :2], found.still[rows]
        runs = np.flatnonzero(np.diff(np.concatenate(([0], still.astype(int), [0]))))
        for start, end in runs.reshape(-1, 2):
            if end - start <= lag + 3:
                continue
            part = off[start:end] - np.nanmean(off[start:end], axis=0)
            pairs.append((part[lag:].ravel(), part[:-lag].ravel()))
    one, two = (np.concatenate(side) for side in zip(*pairs, strict=True))
    good = ~np.isnan(one + two) & (np.abs(one) < AWAY) & (np.abs(two) < AWAY)
    return float(np.corrcoef(one[good], two[good])[0, 1])
