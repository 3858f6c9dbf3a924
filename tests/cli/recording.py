"""Simulated people as a camera page would have recorded them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from unkink.landmarks.blazepose import NUMBER_OF
from unkink.landmarks.recordings import HEADER

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from unkink.core.body import Frame

ASPECT = 16 / 9


def recorded(frames: Iterable[Frame], path: Path) -> Path:
    """Keep frames as a recording of landmarks."""
    rows = [",".join(HEADER)]
    for i, frame in enumerate(frames):
        places = ["0.5,0.5,0,0.0"] * 33
        for joint, number in NUMBER_OF.items():
            p = frame.points[joint]
            assert p is not None
            places[number] = f"{p.x / ASPECT},{p.y},{p.z / ASPECT},{p.seen}"
        rows.append(f"{i},{frame.t_s},1," + ",".join(places))
    path.write_text("\n".join(rows), encoding="utf-8")
    return path
