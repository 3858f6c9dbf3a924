"""A body of `core.figure` with skin, hair and clothes on, as solids."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING, Final

import numpy as np
from bench.painted.looks import cloth, covered, face, plain
from bench.painted.solids import Ellipsoid, Limb

from unkink.core.figure import Frame
from unkink.core.figure import proportions as p
from unkink.core.figure.frames import between

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bench.painted.looks import Look
    from bench.painted.solids import Array, Paint, Solid

    from unkink.core.figure import Body

ARM_M, LEG_M = p.UPPER_ARM_M + p.FOREARM_M, p.THIGH_M + p.SHANK_M
WHOLE: Final = {
    "thigh": (0.0, p.THIGH_M / LEG_M),
    "shank": (p.THIGH_M / LEG_M, 1.0),
    "upper_arm": (0.0, p.UPPER_ARM_M / ARM_M),
    "forearm": (p.UPPER_ARM_M / ARM_M, 1.0),
}
"""Which share of the whole arm or leg each limb is."""
SPINE: Final = ("pelvis", "waist", "ribs", "chest")
BETWEEN: Final = ((0.65,), (0.33, 0.67), (0.33, 0.67))
"""Where along each stretch of the spine more flesh fills the dents."""


def solids(body: Body, look: Look) -> Iterator[Solid]:
    """Give everything there is to see of a person."""
    yield from _trunk(body, look)
    yield from _head(body, look)
    for side in ("left", "right"):
        yield from _limbs(body, look, side)
        yield from _foot(body.parts[f"{side}_foot"], look)
        curl = body.curls[0 if side == "left" else 1]
        yield from _hand(body.parts[f"{side}_hand"], look, curl)


def _trunk(body: Body, look: Look) -> Iterator[Solid]:
    shirt = cloth(look.top, stripes=look.stripes, seed=1)
    trousers = cloth(look.bottoms, seed=2)
    for part in SPINE:
        paint = trousers if part == "pelvis" else shirt
        for piece in p.TRUNK[part]:
            yield _ball(body.parts[part], piece, paint, look)
    for (low, high), shares in zip(itertools.pairwise(SPINE), BETWEEN, strict=True):
        for share in shares:
            frame = _between(body.parts[low], body.parts[high], share)
            yield _ball(frame, p.TRUNK["waist"][0], shirt, look)
    if look.belly:
        # Never farther than the body's own breadth: it would lift somebody off the floor.
        piece = p.Ball(0.04 + look.belly * 0.6, 0.0, -0.02, 0.09, 0.135, 0.115)
        yield _ball(body.parts["waist"], piece, shirt, look)


def _between(one: Frame, two: Frame, share: float) -> Frame:
    return Frame(*(between(a, b, share) for a, b in zip(one, two, strict=True)))


def _ball(frame: Frame, piece: p.Ball, paint: Paint, look: Look) -> Ellipsoid:
    thick = look.girth
    halves = (piece.half_forward * thick, piece.half_left * thick, piece.half_up)
    return _placed(
        frame,
        (piece.forward, piece.left, piece.up),
        np.asarray(halves, np.float32) + np.float32(look.loose_m),
        paint,
    )


def _placed(frame: Frame, at: tuple[float, float, float], halves: Array, paint: Paint) -> Ellipsoid:
    middle = np.asarray(frame.at(*at), np.float32)
    axes = np.asarray((frame.forward, frame.left, frame.up), np.float32)
    return Ellipsoid(middle, axes, np.asarray(halves, np.float32), paint)


def _limbs(body: Body, look: Look, side: str) -> Iterator[Solid]:
    sleeve = cloth(look.top, seed=3)
    leg = cloth(look.bottoms, seed=4)
    for kind, (size_m, rings) in p.LIMBS.items():
        frame = body.parts[f"{side}_{kind}"]
        arm = kind in {"upper_arm", "forearm"}
        until = look.sleeves if arm else look.legs
        paint = covered(sleeve if arm else leg, look.skin, until=until)
        low, high = WHOLE[kind]
        for one, two in itertools.pairwise(rings):
            ends = [
                np.asarray(frame.at(r.forward, 0.0, -r.along * size_m), np.float32)
                for r in (one, two)
            ]
            along = (low + (high - low) * one.along, low + (high - low) * two.along)
            loose = look.loose_m if along[0] < until else 0.0
            radii = (one.radius * look.girth + loose, two.radius * look.girth + loose)
            yield Limb(ends[0], ends[1], radii, along, paint)


def _foot(frame: Frame, look: Look) -> Iterator[Solid]:
    paint = plain(look.feet)

    def at(forward: float, left: float, up: float) -> Array:
        return np.asarray(frame.at(forward, left, up), np.float32)

    heel, ball, toe = p.FOOT
    ankle = at(0.0, 0.0, 0.0)
    yield Limb(ankle, at(heel.forward, 0.0, heel.up), (0.034, 0.033), (1.0, 1.0), paint)
    for left in (-0.024, 0.0, 0.024):
        front = at(ball.forward, left, ball.up)
        yield Limb(at(heel.forward, left * 0.4, heel.up), front, (0.030, 0.025), (1.0, 1.0), paint)
        yield Limb(at(0.01, 0.0, 0.0), front, (0.033, 0.022), (1.0, 1.0), paint)
        yield Limb(front, at(toe.forward, left, toe.up), (0.025, 0.016), (1.0, 1.0), paint)


def _hand(frame: Frame, look: Look, curl: float) -> Iterator[Solid]:
    skin = plain(look.skin)

    def at(forward: float, left: float, up: float) -> Array:
        return np.asarray(frame.at(forward, left, up), np.float32)

    palm = np.asarray((0.040, 0.016, 0.052), np.float32)
    yield _placed(frame, (0.0, 0.0, -0.048), palm, skin)
    bent = frame.moved_to(frame.at(up=-0.092)).tipped(-70.0 * curl)
    for forward in (-0.027, -0.009, 0.009, 0.027):
        tip = bent.at(forward * 1.1, 0.0, -0.075 + 10.0 * forward * forward)
        knuckle = np.asarray(bent.at(forward), np.float32)
        yield Limb(knuckle, np.asarray(tip, np.float32), (0.011, 0.008), (1.0, 1.0), skin)
    yield Limb(at(0.024, 0.0, -0.03), at(0.058, 0.01, -0.085), (0.014, 0.010), (1.0, 1.0), skin)


def _head(body: Body, look: Look) -> Iterator[Solid]:
    chest, neck, head = (body.parts[name] for name in ("chest", "neck", "head"))
    skin = plain(look.skin)
    base, top = np.asarray(neck.at(up=-0.03), np.float32), np.asarray(head.origin, np.float32)
    yield Limb(base, top, (p.NECK_RADIUS_M + 0.012, p.NECK_RADIUS_M), (1.0, 1.0), skin)
    for left in (-0.07, 0.07):
        slope = np.asarray(chest.at(0.0, left, 0.15), np.float32)
        yield Limb(base, slope, (0.052, 0.05), (0.0, 0.0), cloth(look.top, seed=5))
    features = face(look.skin, look.hair)
    skull = p.SKULL
    at = (skull.forward, 0.0, skull.up)
    halves = np.asarray((skull.half_forward, skull.half_left, skull.half_up), np.float32)
    yield _placed(head, at, halves, features)
    # The jaw shares the skull's own metres, so that the mouth goes across both.
    jaw = _placed(head, (0.034, 0.0, -0.004), np.asarray((0.062, 0.056, 0.062), np.float32), skin)
    lips = np.float32(-0.060)

    def below(local: Array) -> Array:
        return features(local + np.asarray((0.026, 0.0, lips), np.float32))

    yield Ellipsoid(jaw.middle, jaw.axes, jaw.halves, below)
    nose = plain((look.skin[0] * 0.95, look.skin[1] * 0.90, look.skin[2] * 0.88))
    yield Limb(
        np.asarray(head.at(0.095, 0.0, 0.052), np.float32),
        np.asarray(head.at(0.108, 0.0, 0.018), np.float32),
        (0.009, 0.014),
        (1.0, 1.0),
        nose,
    )
    for left in (-0.079, 0.079):
        ear = np.asarray((0.018, 0.010, 0.032), np.float32)
        yield _placed(head, (-0.008, left, 0.034), ear, skin)
    yield from _hair(head, look)


def _hair(head: Frame, look: Look) -> Iterator[Solid]:
    if look.style == "bald":
        return
    hair = cloth(look.hair, seed=6)
    cap = np.asarray((0.098, 0.086, 0.098), np.float32)
    yield _placed(head, (-0.018, 0.0, 0.078), cap, hair)
    if look.style == "long":
        yield _placed(
            head, (-0.055, 0.0, -0.015), np.asarray((0.055, 0.088, 0.13), np.float32), hair
        )
    if look.style == "bun":
        yield _placed(head, (-0.115, 0.0, 0.10), np.full(3, 0.042, np.float32), hair)
