"""A pose model that errs as ours does: what it tells of a body in one picture after another."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Final

from unkink.core.body import Frame, Joint, Point
from unkink.core.figure.proportions import STATURE_M, TRUNK_M
from unkink.core.simulation.camera import NEAREST_M, OTHER
from unkink.core.simulation.chance import about, between, happens, normal, times, wandering, white
from unkink.core.simulation.errors import (
    DEPTH_TOLD,
    END_ON,
    ERRS,
    FLUNG_SPREAD,
    HIDDEN,
    HIDDEN_DEPTH,
    HIDDEN_LASTING,
    OUT_OF_PICTURE,
    OWN,
    SEEN,
    UNEVEN,
    UNSEEN,
)
from unkink.core.simulation.hiding import hidden

if TYPE_CHECKING:
    from collections.abc import Sequence

    from unkink.core.simulation.camera import Aim, Camera
    from unkink.core.simulation.chance import Chance
    from unkink.core.simulation.errors import Errors
    from unkink.core.simulation.hiding import Seen

TAPE: Final = 4099
"""So many numbers are drawn once and read again from other places: a prime, so none line up."""
TAPE_PER_S: Final = 30.0
WANDER_S: Final = 0.4
"""How long an error that comes and goes lasts: measured, 0.2 to 1 s."""
LOOKS_S: Final = 0.25
"""What is hidden is looked at so often."""
COUNT: Final = len(Joint)
SURE: Final = frozenset(joint for joint in Joint if joint <= Joint.RIGHT_SHOULDER) | {
    Joint.LEFT_HIP,
    Joint.RIGHT_HIP,
}
LEGS: Final = frozenset(joint for joint in Joint if joint >= Joint.LEFT_KNEE)
ENDS: Final = (
    (Joint.LEFT_WRIST, Joint.LEFT_HAND),
    (Joint.RIGHT_WRIST, Joint.RIGHT_HAND),
    (Joint.LEFT_ANKLE, Joint.LEFT_HEEL, Joint.LEFT_TOE),
    (Joint.RIGHT_ANKLE, Joint.RIGHT_HEEL, Joint.RIGHT_TOE),
    (Joint.LEFT_KNEE,),
    (Joint.RIGHT_KNEE,),
)
"""What is flung together."""
SEEN_TOO: Final = 0.1
"""In this share of the cases a joint is flung though it can be seen."""
Numbers = list[float]
"""x, y and depth of every joint, one after the other."""


class PoseModel:
    """Tells where joints are, with errors that are drawn when it is made."""

    def __init__(self, errors: Errors, lasts_s: float, chance: Chance) -> None:
        self._errors, self._chance = errors, chance
        self._is_perfect = errors.size == 0.0 and not errors.hides
        keeps = math.exp(-1.0 / (WANDER_S * TAPE_PER_S))
        self._white = [] if self._is_perfect else white(chance, TAPE)
        self._waves = [] if self._is_perfect else wandering(chance, TAPE, keeps=keeps)
        self._offsets = [int(chance() * TAPE) for _ in range(3 * COUNT)]
        self._own = self._drawn()
        self._lasting: dict[str, Numbers] = {}
        self._behind = [
            (normal(chance, HIDDEN_LASTING) * about(chance, 1.0, UNEVEN)) for _ in range(3 * COUNT)
        ]
        self._depth = about(chance, *DEPTH_TOLD)
        self._sure = [
            between(chance, 0.985, 1.0) if joint in SURE else between(chance, *SEEN)
            for joint in Joint
        ]
        self._unsure = [between(chance, *UNSEEN) for _ in Joint]
        self._beyond = [
            (between(chance, 0.3, 1.2), between(chance, *OUT_OF_PICTURE)) for _ in Joint
        ]
        self._gone = _episodes(chance, errors.gone_a_minute, errors.gone_s, lasts_s)
        self._swaps = _episodes(chance, errors.swaps_a_minute, errors.swap_s, lasts_s)
        self._flings = self._flung(lasts_s)
        self._hid = [0.0] * COUNT
        self._looked_s = -math.inf
        self._at = int(chance() * TAPE)

    def tells(
        self,
        body: Sequence[float],
        camera: tuple[Camera, Aim],
        t_s: float,
        posture: tuple[str, str],
        way: float,
        tall: float,
    ) -> Frame:
        """Tell one picture; *posture* is what the body goes from and to, *way* how far it is."""
        taken, aim = camera
        if _within(self._gone, t_s):
            return Frame(t_s=t_s, points=(), width=taken.aspect)
        seen = [aim.seen((body[k], body[k + 1], body[k + 2])) for k in range(0, 3 * COUNT, 3)]
        if taken.mirrored:
            seen = [seen[OTHER[joint]] for joint in Joint]
        hips_m = max((seen[Joint.LEFT_HIP][2] + seen[Joint.RIGHT_HIP][2]) / 2, NEAREST_M)
        size = taken.focus * STATURE_M * tall / hips_m
        scale = taken.focus / hips_m
        if self._is_perfect:
            points = [_plain(each, hips_m, scale) for each in seen]
            return Frame(t_s=t_s, points=tuple(points), width=taken.aspect)
        if self._errors.hides and t_s - self._looked_s >= LOOKS_S:
            self._look(seen, size, t_s)
        told = self._erring(seen, t_s, self._stays(posture, way), (hips_m, scale, size))
        for start_s, end_s, joints, by in self._flings:
            if start_s <= t_s < end_s:
                self._fling(told, joints, by, size)
        points = [self._point(joint, told, taken.aspect) for joint in range(COUNT)]
        if _within(self._swaps, t_s):
            points = [points[OTHER[joint]] if joint in LEGS else points[joint] for joint in Joint]
        return Frame(t_s=t_s, points=tuple(points), width=taken.aspect)

    def _erring(
        self,
        seen: Sequence[Seen],
        t_s: float,
        stays: Numbers,
        scales: tuple[float, float, float],
    ) -> Numbers:
        """Give x, y and depth of every joint as told, in picture heights."""
        hips_m, scale, size = scales
        amount = size * self._errors.size * _end_on(seen, size)
        white, waves, behind, offsets = self._white, self._waves, self._behind, self._offsets
        at, wave = self._at, int(t_s * TAPE_PER_S)
        told: Numbers = []
        for joint, (x, y, depth_m) in enumerate(seen):
            h = self._hid[joint]
            worse = 1.0 + (HIDDEN - 1.0) * h
            alone, wandering_, _, z_alone, z_wandering, _ = _ERRS[joint]
            k = 3 * joint
            a, b, c = (waves[(wave + offsets[i]) % TAPE] for i in (k, k + 1, k + 2))
            n = (at + k) % TAPE
            told.append(
                x
                + amount * (stays[k] + h * behind[k] + worse * (wandering_ * a + alone * white[n]))
            )
            told.append(
                y
                + amount
                * (
                    stays[k + 1]
                    + h * behind[k + 1]
                    + worse * (wandering_ * b + alone * white[n - 1])
                )
            )
            told.append(
                (depth_m - hips_m) * scale * self._depth
                + amount
                * (
                    stays[k + 2]
                    + h * behind[k + 2] * HIDDEN_DEPTH / HIDDEN_LASTING
                    + worse * (z_wandering * c + z_alone * white[n - 2])
                )
            )
        self._at = (at + 3 * COUNT) % TAPE
        return told

    def _stays(self, posture: tuple[str, str], way: float) -> Numbers:
        """Give what lasts between two postures, most of it the person's own in all of them."""
        start, end = posture
        if start == end:
            return self._in(start)
        share = min(max(way, 0.0), 1.0)
        first, last = (start, f"{start} {end}") if share < 0.5 else (f"{start} {end}", end)
        share = 2 * share if share < 0.5 else 2 * share - 1
        one, two = self._in(first), self._in(last)
        return [a + (b - a) * share for a, b in zip(one, two, strict=True)]

    def _in(self, posture: str) -> Numbers:
        if posture not in self._lasting:
            fresh = self._drawn()
            other = math.sqrt(1.0 - OWN * OWN)
            self._lasting[posture] = [
                OWN * a + other * b for a, b in zip(self._own, fresh, strict=True)
            ]
        return self._lasting[posture]

    def _drawn(self) -> Numbers:
        chance = self._chance
        found: Numbers = []
        for _, _, lasting, _, _, depth in _ERRS:
            size = about(chance, 1.0, UNEVEN)
            found += [normal(chance, lasting * size), normal(chance, lasting * size)]
            found.append(normal(chance, depth * size))
        return found

    def _look(self, seen: Sequence[Seen], size: float, t_s: float) -> None:
        behind = hidden(seen, size)
        keeps = 0.5 if self._looked_s >= 0.0 else 0.0
        self._hid = [
            keeps * before + (1.0 - keeps) * (joint in behind)
            for joint, before in enumerate(self._hid)
        ]
        self._looked_s = t_s

    def _flung(self, lasts_s: float) -> list[tuple[float, float, tuple[Joint, ...], Numbers]]:
        chance, errors = self._chance, self._errors
        found: list[tuple[float, float, tuple[Joint, ...], Numbers]] = []
        for joints in ENDS:
            for start_s in times(chance, a_minute=errors.flung_a_minute, until_s=lasts_s):
                end_s = start_s + about(chance, errors.flung_s, FLUNG_SPREAD)
                by = [normal(chance, errors.flung), normal(chance, errors.flung)]
                seen_too = 1.0 if happens(chance, SEEN_TOO) else 0.0
                found.append((start_s, end_s, joints, [*by, seen_too]))
        return found

    def _fling(self, told: Numbers, joints: tuple[Joint, ...], by: Numbers, size: float) -> None:
        if self._hid[joints[0]] >= 0.5 or by[2]:
            for joint in joints:
                told[3 * joint] += by[0] * size
                told[3 * joint + 1] += by[1] * size

    def _point(self, joint: int, told: Numbers, aspect: float) -> Point | None:
        x, y, z = told[3 * joint : 3 * joint + 3]
        if math.isnan(x):
            return None
        h = self._hid[joint]
        sure = self._sure[joint] * (1.0 - h) + self._unsure[joint] * h
        sure += 0.02 * self._white[(self._at + joint) % TAPE] * (joint not in SURE)
        inside_x, inside_y = min(max(x, 0.0), aspect), min(max(y, 0.0), 1.0)
        if x != inside_x or y != inside_y:
            pulled, guessed = self._beyond[joint]
            x, y = inside_x + (x - inside_x) * pulled, inside_y + (y - inside_y) * pulled
            sure = min(sure, guessed)
        return Point(x, y, z, min(max(sure, 0.0), 1.0))


def _end_on(seen: Sequence[Seen], size: float) -> float:
    """Give how much more a body errs for being seen from its end: 1 from anywhere else."""
    (lx, ly, _), (rx, ry, _) = seen[Joint.LEFT_SHOULDER], seen[Joint.RIGHT_SHOULDER]
    (hx, hy, _), (gx, gy, _) = seen[Joint.LEFT_HIP], seen[Joint.RIGHT_HIP]
    long = math.hypot(lx + rx - hx - gx, ly + ry - hy - gy) / 2
    whole = size * TRUNK_M / STATURE_M
    if math.isnan(long):
        return 1.0
    short = 1.0 - min(long / whole, 1.0)
    return 1.0 + END_ON * short * short


def _plain(each: Seen, hips_m: float, scale: float) -> Point | None:
    x, y, depth_m = each
    return None if math.isnan(x) else Point(x, y, (depth_m - hips_m) * scale, 1.0)


def _episodes(
    chance: Chance, a_minute: float, lasts_s: float, until_s: float
) -> list[tuple[float, float]]:
    return [
        (at_s, at_s - math.log(1.0 - chance()) * lasts_s)
        for at_s in times(chance, a_minute=a_minute, until_s=until_s)
    ]


def _within(episodes: Sequence[tuple[float, float]], t_s: float) -> bool:
    return any(start_s <= t_s < end_s for start_s, end_s in episodes)


_ERRS: Final = tuple(ERRS[joint] for joint in Joint)
