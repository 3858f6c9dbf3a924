"""Where hands go: the places a pose can name, as points on the body, the floor and the props."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from unkink.core.figure import proportions as p
from unkink.core.figure.frames import Frame, Vec, between, cross, dot, mean, minus, plus, unit
from unkink.core.figure.reach import reach_with_arm

if TYPE_CHECKING:
    from unkink.core.definition.pose import Place
    from unkink.core.figure.skeleton import OneSide, Parts

PALM_HEIGHT_M: Final = 0.019
"""Of a hand lying flat: low enough for the palm, high enough for the thicker wrist."""
ELBOW_LOW_M: Final = 0.06
"""Below this an elbow lies on the floor and stays there; above it bends up and out."""
DOWN: Final[Vec] = (0.0, -1.0, 0.0)


class Grip(NamedTuple):
    """A hand at its place: the palm's middle, where fingers point, where the palm faces."""

    palm: Vec
    fingers: Vec
    facing: Vec
    elbow: Vec
    """The side the elbow goes to."""
    curl: float = 0.25
    """How much the fingers are bent: 0 flat, 1 a fist."""


def free_grip(parts: Parts, side: OneSide) -> Grip:
    """Give the grip of a hand that holds nothing and hangs as its arm's angles say."""
    hand, upper = parts[f"{side}_hand"], parts[f"{side}_upper_arm"]
    way = 1.0 if side == "left" else -1.0
    back = minus((0.0, 0.0, 0.0), upper.forward)
    return Grip(hand.at(up=-p.PALM_M), _neg(hand.up), _times(hand.left, -way), back)


def grip_at(parts: Parts, side: OneSide, place: Place | None) -> Grip:
    """Give the grip a hand has at a place, given how the rest of the body lies."""
    if place is None:
        return free_grip(parts, side)
    if place == "floor":
        return _on_floor(parts, side)
    on_body = {
        "hips": _on_hip,
        "opposite_shoulder": _on_shoulder,
        "toes": _at_toes,
        "thighs": _on_thigh,
        "head": _behind_head,
        "under_forehead": _under_forehead,
    }
    if place in on_body:
        return on_body[place](parts, side)
    knee: OneSide = "left" if "left" in place else "right"
    if place.startswith("behind"):
        return _behind_knee(parts, side, knee)
    return _below_knee(parts, side, knee) if "below" in place else _on_knee(parts, side, knee)


def take(parts: Parts, side: OneSide, grips: list[tuple[float, Grip]]) -> float:
    """Bring a hand to the mean of its grips, and say how much its fingers are bent."""
    palm = mean([(w, g.palm) for w, g in grips])
    fingers = unit(mean([(w, g.fingers) for w, g in grips]), DOWN)
    face = unit(mean([(w, g.facing) for w, g in grips]), DOWN)
    face = unit(plus(face, fingers, -dot(face, fingers)), (0.0, 0.0, 1.0))
    elbow = mean([(w, g.elbow) for w, g in grips])
    wrist = plus(palm, fingers, -p.PALM_M)
    reach_with_arm(parts, side, wrist, elbow)
    got = parts[f"{side}_hand"].origin
    left = _neg(face) if side == "left" else face
    parts[f"{side}_hand"] = Frame(got, cross(left, _neg(fingers)), left, _neg(fingers))
    return sum(w * g.curl for w, g in grips)


def _on_floor(parts: Parts, side: OneSide) -> Grip:
    free, chest = free_grip(parts, side), parts["chest"]
    ahead = (free.fingers[0], 0.0, free.fingers[2])
    if abs(free.fingers[1]) > 0.75:
        body = chest.up if abs(chest.up[1]) < 0.75 else chest.forward
        ahead = (body[0], 0.0, body[2])
    palm = (free.palm[0], PALM_HEIGHT_M, free.palm[2])
    shoulder, elbow = parts[f"{side}_upper_arm"].origin, parts[f"{side}_forearm"].origin
    if shoulder[1] - p.HAND_THICKNESS_M > (p.UPPER_ARM_M + p.FOREARM_M) * 0.94:
        away = unit((free.fingers[0], 0.0, free.fingers[2]), unit(ahead))
        return _on_fingertips(free.palm, away, parts[f"{side}_upper_arm"])
    bent = minus(elbow, between(shoulder, parts[f"{side}_hand"].origin, 0.5))
    if elbow[1] > ELBOW_LOW_M:
        out = _times(chest.left, 1.0 if side == "left" else -1.0)
        bent = (bent[0] + 0.04 * out[0], max(bent[1], 0.0) + 0.01, bent[2] + 0.04 * out[2])
    return Grip(palm, unit(ahead), DOWN, bent, 0.0)


def _on_fingertips(under: Vec, ahead: Vec, upper: Frame) -> Grip:
    """Sitting upright, an arm is too short to lay the palm down."""
    fingers = unit(plus(DOWN, ahead, 0.45))
    palm = (under[0], -fingers[1] * 0.08 + 0.01, under[2])
    face = unit(plus(ahead, DOWN, 0.45))
    return Grip(palm, fingers, _neg(face), _neg(upper.forward), 0.1)


def _on_hip(parts: Parts, side: OneSide) -> Grip:
    pelvis, way = parts["pelvis"], 1.0 if side == "left" else -1.0
    palm = pelvis.at(forward=-0.075, left=0.135 * way, up=0.075)
    fingers = unit(_along(pelvis, -0.55, -0.35 * way, -0.75))
    face = _along(pelvis, 0.6, -0.8 * way, 0.0)
    return Grip(palm, fingers, face, _along(pelvis, -1.0, 0.75 * way, 0.0))


def _on_shoulder(parts: Parts, side: OneSide) -> Grip:
    chest, way = parts["chest"], 1.0 if side == "left" else -1.0
    over = 0.0 if side == "left" else 0.028
    palm = chest.at(forward=0.098 + over, left=-0.105 * way, up=0.105)
    fingers = unit(_along(chest, -0.15, -0.75 * way, 0.62))
    return Grip(
        palm, fingers, _along(chest, -1.0, 0.0, -0.15), _along(chest, 0.7, 0.35 * way, -1.0)
    )


def _on_knee(parts: Parts, side: OneSide, knee: OneSide) -> Grip:
    thigh, shank = parts[f"{knee}_thigh"], parts[f"{knee}_shank"]
    way = 1.0 if side == "left" else -1.0
    if side == knee:
        out = unit(plus(thigh.forward, shank.forward, 0.6))
        palm = plus(thigh.at(up=-p.THIGH_M * 0.93), out, 0.053 + p.HAND_THICKNESS_M / 2)
    else:
        out = unit(plus(thigh.forward, thigh.left, way * 0.25))
        palm = plus(thigh.at(up=-p.THIGH_M * 0.68), out, 0.060 + p.HAND_THICKNESS_M / 2)
    elbow = plus(_along(parts["chest"], -0.4, 0.7 * way, -0.6), DOWN, 0.2)
    return Grip(palm, _neg(thigh.up), _neg(out), elbow)


def _below_knee(parts: Parts, side: OneSide, knee: OneSide) -> Grip:
    shank, way = parts[f"{knee}_shank"], 1.0 if side == "left" else -1.0
    along = 0.16 if side == knee else 0.10
    out = unit(_along(shank, 0.75, 0.66 * way, 0.0))
    palm = plus(
        shank.at(forward=-0.004, up=-p.SHANK_M * along), out, 0.052 + p.HAND_THICKNESS_M / 2
    )
    fingers = unit(_along(shank, 0.62, -0.75 * way, 0.18))
    return Grip(palm, fingers, _neg(out), _along(parts["chest"], -0.1, 0.8 * way, -0.5), 0.6)


def _behind_knee(parts: Parts, side: OneSide, knee: OneSide) -> Grip:
    thigh, way = parts[f"{knee}_thigh"], 1.0 if side == "left" else -1.0
    out = unit(_along(thigh, -0.75, 0.66 * way, 0.0))
    palm = plus(thigh.at(up=-p.THIGH_M * 0.78), out, 0.062 + p.HAND_THICKNESS_M / 2)
    fingers = unit(_along(thigh, -0.62, -0.75 * way, -0.18))
    return Grip(palm, fingers, _neg(out), _along(parts["chest"], -0.1, 0.8 * way, -0.5), 0.6)


def _at_toes(parts: Parts, side: OneSide) -> Grip:
    foot, way = parts[f"{side}_foot"], 1.0 if side == "left" else -1.0
    palm = foot.at(forward=0.125, left=0.045 * way, up=0.008)
    fingers = unit(_along(foot, 0.15, -0.1 * way, -1.0))
    return Grip(palm, fingers, _along(foot, -0.3, -1.0 * way, 0.0), (0.0, -0.2, 1.0 * way), 0.5)


def _on_thigh(parts: Parts, side: OneSide) -> Grip:
    thigh, way = parts[f"{side}_thigh"], 1.0 if side == "left" else -1.0
    palm = plus(thigh.at(up=-p.THIGH_M * 0.62), thigh.forward, 0.079 + p.HAND_THICKNESS_M / 2)
    elbow = _along(parts["chest"], -0.7, 0.6 * way, -0.2)
    return Grip(palm, _neg(thigh.up), _neg(thigh.forward), elbow)


def _behind_head(parts: Parts, side: OneSide) -> Grip:
    head, way = parts["head"], 1.0 if side == "left" else -1.0
    palm = head.at(forward=-0.090, left=0.070 * way, up=0.07)
    fingers = _along(head, -0.35, -0.9 * way, 0.1)
    return Grip(
        palm, unit(fingers), _along(head, 0.85, -0.4 * way, 0.0), _along(head, 0.1, way, 0.2)
    )


def _under_forehead(parts: Parts, side: OneSide) -> Grip:
    head, chest = parts["head"], parts["chest"]
    way = 1.0 if side == "left" else -1.0
    low = p.HAND_THICKNESS_M * (0.5 if side == "left" else 1.45)
    x, _, z = head.at(forward=0.10, left=0.02 * way, up=0.075)
    fingers = unit(_level(_along(chest, 0.0, -way, 0.25)))
    return Grip((x, low, z), fingers, DOWN, _along(chest, 0.1, way, 0.4))


def _along(frame: Frame, forward: float, left: float, up: float) -> Vec:
    return frame.moved_to((0.0, 0.0, 0.0)).at(forward, left, up)


def _level(v: Vec) -> Vec:
    return (v[0], 0.0, v[2])


def _neg(v: Vec) -> Vec:
    return (-v[0], -v[1], -v[2])


def _times(v: Vec, times: float) -> Vec:
    return (v[0] * times, v[1] * times, v[2] * times)
