"""A body with skin, hair and clothes on, as solids."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING, Final

import numpy as np
from bench.painted.looks import cloth, covered, face, plain
from bench.painted.solids import Ellipsoid, Limb
from bench.painted.worn import worn

from unkink.core.figure import Frame
from unkink.core.figure import proportions as p
from unkink.core.figure.frames import between

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from bench.painted.looks import Look
    from bench.painted.solids import Array, Paint, Solid
    from bench.painted.worn import Worn

    from unkink.core.figure import Vec

ARM_M, LEG_M = p.UPPER_ARM_M + p.FOREARM_M, p.THIGH_M + p.SHANK_M
WHOLE: Final = {
    "thigh": (0.0, p.THIGH_M / LEG_M),
    "shank": (p.THIGH_M / LEG_M, 1.0),
    "upper_arm": (0.0, p.UPPER_ARM_M / ARM_M),
    "forearm": (p.UPPER_ARM_M / ARM_M, 1.0),
}
"""Which share of the whole arm or leg each limb is."""
SPINE: Final = ("pelvis", "waist", "ribs", "chest")
NECK_M: Final = 0.053
CURL: Final = 0.25
"""How much fingers are bent, of a fist."""
BETWEEN: Final = ((0.65,), (0.33, 0.67), (0.33, 0.67))
"""Where along each stretch of the spine more flesh fills the dents."""


def solids(places: Sequence[Vec], look: Look) -> Iterator[Solid]:
    """Give everything there is to see of a person whose joints are at *places*."""
    body = worn(places)
    yield from _trunk(body, look)
    yield from _head(body, look)
    for side in ("left", "right"):
        yield from _limbs(body, look, side)
        yield from _foot(body, look, side)
        yield from _hand(body, look, side)


def _trunk(body: Worn, look: Look) -> Iterator[Solid]:
    shirt = cloth(look.top, stripes=look.stripes, seed=1)
    trousers = cloth(look.bottoms, seed=2)
    size, hips, shoulders = (body.sizes[name] for name in ("trunk", "hips", "shoulders"))
    broad = {"pelvis": hips, "waist": (2 * hips + shoulders) / 3, "chest": shoulders}
    for part in SPINE:
        wide = broad.get(part, (hips + 2 * shoulders) / 3)
        for piece in p.TRUNK[part]:
            paint = trousers if part == "pelvis" else shirt
            yield _ball(body.parts[part], _scaled(piece, size, wide), paint, look)
    fill = _scaled(p.TRUNK["waist"][0], size, (hips + shoulders) / 2)
    for (low, high), shares in zip(itertools.pairwise(SPINE), BETWEEN, strict=True):
        for share in shares:
            yield _ball(_between(body.parts[low], body.parts[high], share), fill, shirt, look)
    if look.belly:
        piece = p.Ball(0.04 + look.belly * 0.6, 0.0, -0.02, 0.09, 0.135, 0.115)
        yield _ball(body.parts["waist"], piece, shirt, look)


def _scaled(piece: p.Ball, size: float, wide: float) -> p.Ball:
    return p.Ball(
        piece.forward * size,
        piece.left * wide,
        piece.up * size,
        piece.half_forward * size,
        piece.half_left * wide,
        piece.half_up * size,
    )


def _between(one: Frame, two: Frame, share: float) -> Frame:
    return Frame(*(between(a, b, share) for a, b in zip(one, two, strict=True)))


def _ball(frame: Frame, piece: p.Ball, paint: Paint, look: Look) -> Ellipsoid:
    thick = look.girth
    halves = (piece.half_forward * thick, piece.half_left * thick, piece.half_up)
    at = (piece.forward, piece.left, piece.up)
    return _placed(frame, at, np.asarray(halves, np.float32) + np.float32(look.loose_m), paint)


def _placed(frame: Frame, at: Vec, halves: Array, paint: Paint) -> Ellipsoid:
    middle = np.asarray(frame.at(*at), np.float32)
    axes = np.asarray((frame.forward, frame.left, frame.up), np.float32)
    return Ellipsoid(middle, axes, np.asarray(halves, np.float32), paint)


def _limbs(body: Worn, look: Look, side: str) -> Iterator[Solid]:
    for kind, (long_m, rings) in p.LIMBS.items():
        frame, size = body.parts[f"{side}_{kind}"], body.sizes[f"{side}_{kind}"]
        arm = kind in {"upper_arm", "forearm"}
        until = look.sleeves if arm else look.legs
        worn_there = cloth(look.top if arm else look.bottoms, seed=3)
        paint = covered(worn_there, look.skin, until=until)
        low, high = WHOLE[kind]
        for one, two in itertools.pairwise(rings):
            a, b = (
                np.asarray(frame.at(r.forward, 0.0, -r.along * long_m * size), np.float32)
                for r in (one, two)
            )
            along = (low + (high - low) * one.along, low + (high - low) * two.along)
            loose = look.loose_m if along[0] < until else 0.0
            thick = look.girth * body.sizes["trunk"]
            yield Limb(a, b, (one.radius * thick + loose, two.radius * thick + loose), along, paint)


def _at(frame: Frame, size: float, forward: float, left: float, up: float) -> Array:
    return np.asarray(frame.at(forward * size, left * size, up * size), np.float32)


def _foot(body: Worn, look: Look, side: str) -> Iterator[Solid]:
    frame, size = body.parts[f"{side}_foot"], body.sizes[f"{side}_foot"]
    paint = plain(look.feet)
    heel, ball, toe = p.FOOT
    ankle = _at(frame, size, 0.0, 0.0, 0.0)
    back = _at(frame, size, heel.forward, 0.0, heel.up)
    yield Limb(ankle, back, (0.034, 0.033), (1.0, 1.0), paint)
    for left in (-0.024, 0.0, 0.024):
        front = _at(frame, size, ball.forward, left, ball.up)
        start = _at(frame, size, heel.forward, left * 0.4, heel.up)
        yield Limb(start, front, (0.030, 0.025), (1.0, 1.0), paint)
        yield Limb(ankle, front, (0.033, 0.022), (1.0, 1.0), paint)
        tip = _at(frame, size, toe.forward, left, toe.up)
        yield Limb(front, tip, (0.025, 0.016), (1.0, 1.0), paint)


def _hand(body: Worn, look: Look, side: str) -> Iterator[Solid]:
    frame, size = body.parts[f"{side}_hand"], body.sizes[f"{side}_hand"]
    skin = plain(look.skin)
    palm = np.asarray((0.040, 0.016, 0.052), np.float32) * np.float32(size)
    yield _placed(frame, (0.0, 0.0, -0.048 * size), palm, skin)
    bent = frame.moved_to(frame.at(up=-0.092 * size)).tipped(-70.0 * CURL)
    for forward in (-0.027, -0.009, 0.009, 0.027):
        knuckle = _at(bent, size, forward, 0.0, 0.0)
        tip = _at(bent, size, forward * 1.1, 0.0, -0.075 + 10.0 * forward * forward)
        yield Limb(knuckle, tip, (0.011, 0.008), (1.0, 1.0), skin)
    root, thumb = _at(frame, size, 0.024, 0.0, -0.03), _at(frame, size, 0.058, 0.01, -0.085)
    yield Limb(root, thumb, (0.014, 0.010), (1.0, 1.0), skin)


def _head(body: Worn, look: Look) -> Iterator[Solid]:
    chest, neck, head = (body.parts[name] for name in ("chest", "neck", "head"))
    size = body.sizes["head"]
    skin = plain(look.skin)
    base, top = np.asarray(neck.at(up=-0.03), np.float32), np.asarray(head.origin, np.float32)
    yield Limb(base, top, (NECK_M + 0.012, NECK_M), (1.0, 1.0), skin)
    for left in (-0.07, 0.07):
        slope = _at(chest, body.sizes["trunk"], 0.0, left, 0.15)
        yield Limb(base, slope, (0.052, 0.05), (0.0, 0.0), cloth(look.top, seed=5))
    features = face(look.skin, look.hair)
    skull = p.SKULL
    at = (skull.forward, 0.0, skull.up)
    yield _part(head, size, at, (skull.half_forward, skull.half_left, skull.half_up), features)
    # The jaw shares the skull's own metres, so that the face goes across both.
    off = np.asarray((0.026, 0.0, -0.060), np.float32)

    def below(local: Array) -> Array:
        return features(local + off)

    yield _part(head, size, (0.034, 0.0, -0.004), (0.062, 0.056, 0.062), below)
    nose = plain((look.skin[0] * 0.95, look.skin[1] * 0.90, look.skin[2] * 0.88))
    bridge, tip = _at(head, size, 0.095, 0.0, 0.052), _at(head, size, 0.108, 0.0, 0.018)
    yield Limb(bridge, tip, (0.009, 0.014), (1.0, 1.0), nose)
    for left in (-0.079, 0.079):
        yield _part(head, size, (-0.008, left, 0.034), (0.018, 0.010, 0.032), skin)
    yield from _hair(head, size, look)


def _part(frame: Frame, size: float, at: Vec, halves: Vec, paint: Paint) -> Ellipsoid:
    x, y, z = (axis * size for axis in at)
    return _placed(frame, (x, y, z), np.asarray(halves, np.float32) * np.float32(size), paint)


def _hair(head: Frame, size: float, look: Look) -> Iterator[Solid]:
    if look.style == "bald":
        return
    hair = cloth(look.hair, seed=6)
    yield _part(head, size, (-0.018, 0.0, 0.078), (0.098, 0.086, 0.098), hair)
    if look.style == "long":
        yield _part(head, size, (-0.055, 0.0, -0.015), (0.055, 0.088, 0.13), hair)
    if look.style == "bun":
        yield _part(head, size, (-0.115, 0.0, 0.10), (0.042, 0.042, 0.042), hair)
