"""A room by a seed: floor, walls, a mat, furniture, a window's light; painted once for a lens."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

import numpy as np
from bench.painted.looks import Colour, cloth, plain
from bench.painted.solids import Box, Canvas, Ellipsoid

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bench.painted.lens import Lens
    from bench.painted.solids import Array, Paint, Solid

    from unkink.core.figure import Vec

FLOORS: Final[tuple[Colour, ...]] = (
    (0.62, 0.46, 0.31),
    (0.42, 0.30, 0.20),
    (0.66, 0.63, 0.58),
    (0.45, 0.46, 0.48),
    (0.74, 0.66, 0.54),
)
WALLS: Final[tuple[Colour, ...]] = (
    (0.86, 0.84, 0.80),
    (0.75, 0.80, 0.82),
    (0.68, 0.72, 0.64),
    (0.55, 0.50, 0.48),
    (0.88, 0.80, 0.68),
)
MATS: Final[tuple[Colour, ...]] = (
    (0.36, 0.26, 0.45),
    (0.20, 0.38, 0.42),
    (0.25, 0.27, 0.30),
    (0.55, 0.30, 0.33),
    (0.45, 0.55, 0.40),
)
SOFAS: Final[tuple[Colour, ...]] = (
    (0.42, 0.42, 0.40),
    (0.35, 0.24, 0.18),
    (0.30, 0.38, 0.48),
    (0.66, 0.60, 0.50),
)
MAT_M: Final = (1.86, 0.66)


@dataclass(frozen=True, slots=True, kw_only=True)
class Room:
    """What is round a person; light and contrast with it."""

    floor: Colour = FLOORS[0]
    wall: Colour = WALLS[0]
    mat: Colour | None = MATS[0]
    sofa: Colour | None = SOFAS[0]
    boards: bool = True
    """Of boards; otherwise a carpet."""
    window_deg: float = 40.0
    """Where the light comes from, round the camera's own way: 0 from behind it, 90 its right."""
    behind_m: float = 1.6
    """From the body to the wall behind it."""
    aside_m: float = 0.5
    """How far the furniture stands to the right of the body."""
    brightness: float = 1.0
    warmth: float = 0.0
    noise: float = 0.02
    """The camera's own, of full white."""
    blur_px: float = 0.7
    seed: int = 0


def room(seed: int) -> Room:
    """Give some room, by a seed."""
    dice = np.random.default_rng(seed + 1000)

    def some(colours: tuple[Colour, ...]) -> Colour:
        return colours[dice.integers(len(colours))]

    return Room(
        floor=some(FLOORS),
        wall=some(WALLS),
        mat=some(MATS) if dice.random() < 0.8 else None,
        sofa=some(SOFAS) if dice.random() < 0.6 else None,
        boards=bool(dice.random() < 0.6),
        window_deg=float(dice.uniform(-100.0, 100.0)),
        behind_m=float(dice.uniform(1.2, 3.0)),
        aside_m=float(dice.uniform(-1.2, 1.2)),
        brightness=float(dice.uniform(0.75, 1.1)),
        warmth=float(dice.uniform(-0.06, 0.08)),
        noise=float(dice.uniform(0.008, 0.03)),
        blur_px=float(dice.uniform(0.5, 1.0)),
        seed=seed,
    )


def light_of(room: Room, lens: Lens) -> Array:
    """Give the direction the light comes from."""
    turn = math.radians(room.window_deg)
    back = np.asarray((-lens.ahead[0], 0.0, -lens.ahead[2]), np.float32)
    back /= max(float(np.linalg.norm(back)), 1e-6)
    way = math.cos(turn) * back + math.sin(turn) * lens.right
    way = way + np.asarray((0.0, 1.1, 0.0))
    return np.asarray(way / np.linalg.norm(way), np.float32)


def furnished(room: Room, lens: Lens, *, at: Vec, props: tuple[Solid, ...] = ()) -> Canvas:
    """Paint the room without anybody in it, the mat under *at*."""
    canvas = Canvas(lens)
    for solid in (*_shell(room, lens, at), *_furniture(room, lens, at), *props):
        canvas.cast(solid)
    return canvas


def _axes(lens: Lens) -> Array:
    """Give the room's own axes: away from the camera, to its left, up."""
    away = np.asarray((lens.ahead[0], 0.0, lens.ahead[2]), np.float32)
    away /= max(float(np.linalg.norm(away)), 1e-6)
    return np.stack((away, -lens.right, np.asarray((0.0, 1.0, 0.0), np.float32)))


def _box(axes: Array, middle: Any, halves: tuple[float, float, float], paint: Paint) -> Box:
    return Box(np.asarray(middle, np.float32), axes, np.asarray(halves, np.float32), paint)


def _shell(room: Room, lens: Lens, at: Vec) -> Iterator[Solid]:
    axes = _axes(lens)
    foot = np.asarray((at[0], 0.0, at[2]), np.float32)
    ground = _boards(room.floor, room.seed) if room.boards else _carpet(room.floor, room.seed)
    yield _box(axes, foot - (0.0, 0.5, 0.0), (30.0, 30.0, 0.5), ground)
    far = foot + axes[0] * (room.behind_m + 0.5)
    yield _box(axes, far, (0.5, 30.0, 6.0), plain(room.wall))
    white = plain((0.85, 0.85, 0.83))
    yield _box(axes, far - axes[0] * 0.5 + (0.0, 0.04, 0.0), (0.015, 30.0, 0.04), white)
    if room.mat is not None:
        x_axes = np.eye(3, dtype=np.float32)[[0, 2, 1]]
        half = (MAT_M[0] / 2, MAT_M[1] / 2, 0.005)
        yield _box(x_axes, foot, half, cloth(room.mat, seed=room.seed))


def _furniture(room: Room, lens: Lens, at: Vec) -> Iterator[Solid]:
    axes = _axes(lens)
    wall = np.asarray((at[0], 0.0, at[2]), np.float32) + axes[0] * room.behind_m
    spot = wall - axes[1] * room.aside_m
    if room.sofa is not None:
        fabric = cloth(room.sofa, seed=room.seed + 7)
        red, green, blue = room.sofa
        dark = cloth((0.85 * red, 0.85 * green, 0.85 * blue), seed=room.seed + 8)
        yield _box(axes, spot - axes[0] * 0.45 + (0.0, 0.21, 0.0), (0.45, 0.85, 0.21), fabric)
        yield _box(axes, spot - axes[0] * 0.12 + (0.0, 0.42, 0.0), (0.12, 0.85, 0.42), dark)
        for side in (-0.92, 0.92):
            arm = spot - axes[0] * 0.45 + axes[1] * side + (0.0, 0.3, 0.0)
            yield _box(axes, arm, (0.45, 0.1, 0.3), dark)
    frame = wall + axes[1] * (room.aside_m + 0.3) + (0.0, 1.45, 0.0)
    yield _box(axes, frame, (0.02, 0.36, 0.26), plain((0.2, 0.17, 0.15)))
    picture = plain((0.45, 0.55, 0.6))
    yield _box(axes, frame - axes[0] * 0.015, (0.02, 0.32, 0.22), picture)
    plant = wall + axes[1] * (1.4 - room.aside_m) - axes[0] * 0.35
    pot = plant + np.asarray((0.0, 0.15, 0.0))
    yield _box(axes, pot, (0.13, 0.13, 0.15), plain((0.7, 0.65, 0.6)))
    dice = np.random.default_rng(room.seed)
    for _ in range(9):
        leaf = plant + dice.normal(0.0, 0.12, 3) + (0.0, 0.6, 0.0)
        turned = np.linalg.qr(dice.normal(0.0, 1.0, (3, 3)))[0].astype(np.float32)
        halves = np.asarray((0.05, 0.12, 0.2), np.float32)
        yield Ellipsoid(leaf.astype(np.float32), turned, halves, plain((0.16, 0.33, 0.17)))


def _boards(colour: Colour, seed: int) -> Paint:
    dice = np.random.default_rng(seed)
    tones = (1.0 + dice.normal(0.0, 0.06, 256)).astype(np.float32)
    flat = np.asarray(colour, np.float32)

    def paint(local: Array) -> Array:
        board = np.floor(local[:, 0] / 0.14).astype(int)
        end = np.floor((local[:, 1] + 0.37 * board) / 1.3).astype(int)
        gap = (np.abs(local[:, 0] / 0.14 - board) < 0.03) * 0.25
        grain = 0.03 * np.sin(local[:, 0] * 310.0 + 2.0 * np.sin(local[:, 1] * 3.0 + board))
        shade = tones[(board * 31 + end * 7) % 256] - gap + grain
        return np.asarray(shade[:, None] * flat, np.float32)

    return paint


def _carpet(colour: Colour, seed: int) -> Paint:
    dice = np.random.default_rng(seed)
    waves = dice.normal(0.0, 6.0, (2, 5)).astype(np.float32)
    flat = np.asarray(colour, np.float32)

    def paint(local: Array) -> Array:
        shade = 1.0 + 0.02 * np.sin(local[:, :2] @ waves).sum(axis=-1)
        return np.asarray(shade[:, None] * flat, np.float32)

    return paint
