"""A row of pictures of the live wire, sent at once, as the frames of the one who is watched."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from unkink.landmarks.choosing import NOBODY, choose
from unkink.web.live_wire import UnreadableError, decode_picture

if TYPE_CHECKING:
    from unkink.core.body import Frame

MOST_FRAMES: Final = 1000
"""A minute of pictures, with some to spare."""


def read_frames(data: bytes) -> tuple[Frame, ...]:
    """Read pictures, each after its length in two bytes, low byte first; times must grow."""
    frames: list[Frame] = []
    chosen, at = NOBODY, 0
    while at < len(data):
        if len(frames) == MOST_FRAMES:
            msg = f"more than {MOST_FRAMES} pictures"
            raise UnreadableError(msg)
        length = int.from_bytes(data[at : at + 2], "little")
        picture = decode_picture(data[at + 2 : at + 2 + length])
        at += 2 + length
        t_s = picture.t_ms / 1000
        if frames and t_s <= frames[-1].t_s:
            msg = "a picture came after a later one"
            raise UnreadableError(msg)
        chosen = choose(picture.bodies, chosen, t_s=t_s, width=picture.aspect)
        frames.append(chosen.frame)
    return tuple(frames)
