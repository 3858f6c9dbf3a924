"""What people look like: skin, hair, clothes and girth, by a seed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import numpy as np

if TYPE_CHECKING:
    from bench.painted.solids import Array, Paint

Colour = tuple[float, float, float]

SKINS: Final[tuple[Colour, ...]] = (
    (0.90, 0.74, 0.65),
    (0.83, 0.64, 0.52),
    (0.70, 0.50, 0.38),
    (0.52, 0.35, 0.25),
    (0.34, 0.22, 0.16),
)
HAIRS: Final[tuple[Colour, ...]] = (
    (0.09, 0.07, 0.06),
    (0.22, 0.14, 0.09),
    (0.47, 0.32, 0.18),
    (0.70, 0.56, 0.34),
    (0.66, 0.66, 0.66),
)
CLOTHES: Final[tuple[Colour, ...]] = (
    (0.10, 0.10, 0.12),
    (0.17, 0.22, 0.36),
    (0.40, 0.42, 0.45),
    (0.82, 0.82, 0.80),
    (0.62, 0.17, 0.20),
    (0.17, 0.42, 0.36),
    (0.27, 0.45, 0.68),
    (0.78, 0.62, 0.30),
    (0.50, 0.32, 0.50),
    (0.62, 0.56, 0.48),
)
STYLES: Final = ("short", "bald", "long", "bun")


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """How a person looks; shares of a limb are from where it leaves the trunk."""

    skin: Colour = SKINS[1]
    hair: Colour = HAIRS[1]
    style: str = "short"
    top: Colour = CLOTHES[6]
    sleeves: float = 0.45
    """How far down the whole arm they reach: 0 none, 1 to the wrist."""
    stripes: float = 0.0
    """How much lighter every other hand's breadth of the top is."""
    bottoms: Colour = CLOTHES[1]
    legs: float = 0.95
    """How far down the whole leg they reach."""
    feet: Colour = SKINS[1]
    """Bare, or socks."""
    girth: float = 1.0
    """How thick limbs and trunk are, for those of the figure."""
    belly: float = 0.0
    """How far the belly stands out, in metres."""
    loose_m: float = 0.006
    """How far clothes stand off the body."""


def look(seed: int) -> Look:
    """Give somebody, by a seed."""
    dice = np.random.default_rng(seed)
    skin = SKINS[dice.integers(len(SKINS))]
    top, bottoms = (CLOTHES[k] for k in dice.integers(len(CLOTHES), size=2))
    socks = CLOTHES[dice.integers(len(CLOTHES))]
    return Look(
        skin=skin,
        hair=HAIRS[dice.integers(len(HAIRS))],
        style=STYLES[dice.integers(len(STYLES))],
        top=top,
        sleeves=float(dice.choice([0.0, 0.25, 0.3, 0.45, 0.97])),
        stripes=float(dice.choice([0.0, 0.0, 0.0, 0.12])),
        bottoms=bottoms,
        legs=float(dice.choice([0.3, 0.45, 0.8, 0.97, 0.97])),
        feet=skin if dice.random() < 0.6 else socks,
        girth=float(dice.uniform(0.92, 1.3)),
        belly=float(dice.choice([0.0, 0.0, 0.03, 0.07])),
        loose_m=float(dice.uniform(0.002, 0.016)),
    )


def plain(colour: Colour) -> Paint:
    """Paint all of one colour."""
    flat = np.asarray(colour, np.float32)
    return lambda local: np.broadcast_to(flat, local.shape)


def cloth(colour: Colour, *, stripes: float = 0.0, seed: int = 0) -> Paint:
    """Paint cloth: soft folds, and stripes if it has any."""
    dice = np.random.default_rng(seed)
    waves = dice.normal(0.0, 38.0, (4, 3)).astype(np.float32)
    phases = dice.uniform(0.0, 6.0, 4).astype(np.float32)
    flat = np.asarray(colour, np.float32)

    def paint(local: Array) -> Array:
        shade = 1.0 + 0.035 * np.sin(local @ waves.T + phases).sum(axis=-1)
        if stripes:
            shade = shade + stripes * (np.sin(local[:, 2] * 70.0) > 0.0)
        return np.asarray(shade[:, None] * flat, np.float32)

    return paint


def covered(limb: Paint, below: Colour, *, until: float) -> Paint:
    """Paint a limb in cloth *until* a share of its length, and as it is below."""
    bare = np.asarray(below, np.float32)

    def paint(local: Array) -> Array:
        return np.where(local[:, :1] < until, limb(local), bare)

    return paint


def face(skin: Colour, hair: Colour) -> Paint:
    """Paint eyes, brows, cheeks, mouth and a hairline on a skull, in its own metres."""
    bare, brow = np.asarray(skin, np.float32), np.asarray(hair, np.float32)
    marks = (
        # (left, up), (half width, half height), colour; up counts from the skull's middle.
        ((0.031, -0.010), (0.016, 0.0075), np.asarray((0.93, 0.92, 0.90), np.float32)),
        ((0.031, -0.010), (0.0072, 0.0072), np.asarray((0.12, 0.09, 0.08), np.float32)),
        ((0.031, 0.010), (0.019, 0.0045), 0.6 * brow + 0.1 * bare),
        ((0.031, -0.002), (0.018, 0.0035), 0.62 * bare),
    )
    lips = bare * np.asarray((0.82, 0.52, 0.52), np.float32)

    def paint(local: Array) -> Array:
        colour = np.broadcast_to(bare, local.shape).copy()
        front = local[:, 0] > 0.02
        aside, up = np.abs(local[:, 1]), local[:, 2]
        for (x, y), (wide, high), tone in marks:
            there = ((aside - x) / wide) ** 2 + ((up - y) / high) ** 2 < 1.0
            colour[front & there] = tone
        colour[front & ((aside / 0.024) ** 2 + ((up + 0.077) / 0.0075) ** 2 < 1.0)] = lips
        return colour

    return paint
