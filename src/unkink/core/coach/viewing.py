"""Where the camera stands, and how well each joint is seen: an opinion that firms up as it goes."""

from __future__ import annotations

import math
from operator import itemgetter
from typing import TYPE_CHECKING, Final, NamedTuple

from unkink.core.coach.paths import JOINTS
from unkink.core.coach.views import VIEWS_DEG

if TYPE_CHECKING:
    from collections.abc import Sequence

    from unkink.core.coach.measures import Sight
    from unkink.core.coach.posture import Fit

LOOKS: Final = 60
"""So many looks are remembered: cameras don't move, and bodies turn round seldom. [D]"""
MOVED: Final = 3
"""Whoever left the position may come back another way round: so few count from then on. [D]"""
FREEDOM: Final = 30.0
"""How many of a body's numbers err on their own: two for each joint that is looked at."""
UNLIKELY: Final = 0.01
"""Cameras less likely than this are left out."""
FARTHEST: Final = -2.0 * math.log(UNLIKELY) / FREEDOM
TURNED: Final = 0.5
"""When this much of the opinion has moved to other cameras, it is another one. [D]"""
SEEN_OTHERWISE: Final = 0.3
"""A joint seen better or worse by so much is seen otherwise. [D]"""
GROWS: Final = 0.2
"""Nothing but nearness makes a body look taller, so that is believed sooner. [D]"""
TALLER: Final = 0.1
"""A body so much taller or smaller in the picture stands elsewhere. [D]"""
_PLACES: Final = {(round(yaw) % 360, up): i for i, (yaw, up) in enumerate(VIEWS_DEG)}
TWINNED: Final = itemgetter(*(_PLACES[round(180.0 - yaw) % 360, up] for yaw, up in VIEWS_DEG))
"""Takes, for each camera, what is told of the one that sees the mirrored body so."""


class Viewing(NamedTuple):
    """What is known of the camera after some looks."""

    looks: int
    offs: tuple[float, ...]
    """How far off the nearest look was from each camera: the mean of the squares, in spreads."""
    seen: tuple[float, ...]
    """How well each of `paths.JOINTS` is seen, 0..1; 0 when unknown."""
    height: float
    """The body's, in picture heights."""
    shares: tuple[tuple[int, float], ...]
    """Which of `views.VIEWS_DEG` it may be, and how likely; what is hardly likely is left out."""


def viewed(before: Viewing | None, fits: Sequence[Fit | None], sight: Sight) -> Viewing | None:
    """Take one more look, in which every side fits so; None while nothing is known."""
    first, last = fits[0], fits[-1]
    if first is None or last is None:
        return before
    offs = first.offs
    if last is not first:
        offs = list(map(min, offs, TWINNED(last.offs)))
    points = sight.points
    seen = [0.0 if (point := points[joint]) is None else point.seen for joint in JOINTS]
    height, looks = sight.height, 1
    if before is not None:
        looks = min(before.looks + 1, LOOKS)
        share = 1.0 / looks
        offs = [a + share * (b - a) for a, b in zip(before.offs, offs, strict=True)]
        seen = [a + share * (b - a) for a, b in zip(before.seen, seen, strict=True)]
        soon = max(share, GROWS) if height > before.height else share
        height = before.height + soon * (height - before.height)
    return Viewing(looks, tuple(offs), tuple(seen), height, _shares(offs))


def _shares(offs: Sequence[float]) -> tuple[tuple[int, float], ...]:
    most = min(offs) + FARTHEST
    best = most - FARTHEST
    likely = [
        (view, math.exp(-0.5 * FREEDOM * (off - best)))
        for view, off in enumerate(offs)
        if off < most
    ]
    total = sum(share for _, share in likely)
    return tuple((view, share / total) for view, share in likely)


def moved_on(viewing: Viewing | None) -> Viewing | None:
    """Count less on what was known: the body may come back another way round."""
    return None if viewing is None else viewing._replace(looks=min(viewing.looks, MOVED))


def is_otherwise(before: Viewing, now: Viewing) -> bool:
    """Tell whether the opinion has changed so much that what was made by it is out of date."""
    if abs(now.height - before.height) > TALLER * before.height:
        return True
    if any(abs(a - b) > SEEN_OTHERWISE for a, b in zip(before.seen, now.seen, strict=True)):
        return True
    kept = dict(before.shares)
    stays = sum(min(share, kept.get(view, 0.0)) for view, share in now.shares)
    return stays < 1.0 - TURNED
