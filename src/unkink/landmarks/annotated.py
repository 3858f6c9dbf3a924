"""A video with what the coach saw drawn over it: the skeleton, the counts, the clock of a hold."""

from __future__ import annotations

import math
from bisect import bisect_right
from typing import TYPE_CHECKING, Final, NamedTuple

import cv2

from unkink.core.body import Joint, Point
from unkink.landmarks.clip import USUAL_PER_S, Clip
from unkink.landmarks.pose_model import native_silence

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from unkink.core.body import Frame
    from unkink.landmarks.pose_model import Picture

FORMATS: Final = {".mp4": "mp4v", ".mkv": "mp4v", ".webm": "VP80"}
"""What can be written, by the file's ending; browsers play only the last one."""
LONGEST_GAP_S: Final = 0.35
"""Between moments farther apart the skeleton isn't drawn: nobody was found there."""
STILL_S: Final = 10.0
"""A picture stays no longer than this, whatever a broken file says."""

Colour = tuple[int, int, int]
LEFT: Final[Colour] = (255, 176, 66)
RIGHT: Final[Colour] = (88, 196, 255)
MIDDLE: Final[Colour] = (245, 245, 245)
DARK: Final[Colour] = (22, 28, 36)
PALE: Final[Colour] = (214, 220, 228)

_LIMBS: Final = (
    ("SHOULDER", "ELBOW"),
    ("ELBOW", "WRIST"),
    ("WRIST", "HAND"),
    ("SHOULDER", "HIP"),
    ("HIP", "KNEE"),
    ("KNEE", "ANKLE"),
    ("ANKLE", "HEEL"),
    ("HEEL", "TOE"),
)
BONES: Final = (
    (Joint.LEFT_SHOULDER, Joint.RIGHT_SHOULDER, MIDDLE),
    (Joint.LEFT_HIP, Joint.RIGHT_HIP, MIDDLE),
    *(
        (Joint[f"{side}_{a}"], Joint[f"{side}_{b}"], colour)
        for side, colour in (("LEFT", LEFT), ("RIGHT", RIGHT))
        for a, b in _LIMBS
    ),
)


class Caption(NamedTuple):
    """The words over one picture."""

    title: str
    figures: tuple[tuple[str, str], ...] = ()
    """Large figures, each with what it counts: `("3", "repetitions")`."""
    note: str = ""
    """One line at the bottom: what to mind, or why nothing is judged."""


def annotate(
    path: Path,
    out: Path,
    *,
    frames: Sequence[Frame],
    caption: Callable[[float], Caption],
    told: Callable[[float], None],
) -> None:
    """Write the part of a video that *frames* cover to *out*, drawn over; whole or not at all."""
    part = out.with_name(f".{out.stem}.part{out.suffix}")
    from_s, to_s = (frames[0].t_s, frames[-1].t_s) if frames else (0.0, 0.0)
    try:
        with Clip(path) as clip:
            writer = _Writer(part, clip, from_s)
            try:
                for sample in clip.samples(per_s=math.inf, from_s=from_s, to_s=to_s):
                    picture = sample.picture
                    _draw_skeleton(picture, _between(frames, sample.t_s))
                    _draw_caption(picture, caption(sample.t_s))
                    writer.write(picture, sample.t_s)
                    told(sample.t_s)
            finally:
                writer.close()
        part.replace(out)
    finally:
        part.unlink(missing_ok=True)


class _Writer:
    """A video being written, at an even rate, in step with its source."""

    def __init__(self, path: Path, clip: Clip, from_s: float) -> None:
        self._per_s = clip.frames_per_s or USUAL_PER_S
        self._next_s = from_s
        code = cv2.VideoWriter.fourcc(*FORMATS[path.suffix.lower()])
        with native_silence():
            self._video = cv2.VideoWriter(
                str(path), cv2.CAP_FFMPEG, code, self._per_s, (clip.width, clip.height)
            )
        if not self._video.isOpened():
            msg = f"{path.parent} can't be written to"
            raise OSError(msg)

    def write(self, picture: Picture, t_s: float) -> None:
        """Write a picture as often as its time asks for."""
        self._next_s = max(self._next_s, t_s - STILL_S)
        while self._next_s <= t_s + 0.5 / self._per_s:
            self._video.write(cv2.cvtColor(picture, cv2.COLOR_RGB2BGR))
            self._next_s += 1.0 / self._per_s

    def close(self) -> None:
        """Finish the file."""
        with native_silence():
            self._video.release()


def _between(frames: Sequence[Frame], t_s: float) -> tuple[Point | None, ...]:
    """Give the body between the two moments that were looked at round this one."""
    after = bisect_right(frames, t_s, key=lambda frame: frame.t_s)
    before, following = frames[max(after - 1, 0)], frames[min(after, len(frames) - 1)]
    gap_s = following.t_s - before.t_s
    if gap_s > LONGEST_GAP_S or not before.points or not following.points:
        return before.points
    share = min(max((t_s - before.t_s) / gap_s, 0.0), 1.0) if gap_s else 0.0
    return tuple(
        a and b and Point(*(_mix(u, v, share) for u, v in zip(_four(a), _four(b), strict=True)))
        for a, b in zip(before.points, following.points, strict=True)
    )


def _four(point: Point) -> tuple[float, float, float, float]:
    return point.x, point.y, point.z, point.seen


def _mix(a: float, b: float, share: float) -> float:
    return a + (b - a) * share


def _draw_skeleton(picture: Picture, points: Sequence[Point | None]) -> None:
    height = picture.shape[0]
    thick = max(2, round(height / 120))
    if not points:
        return

    def pixel(point: Point) -> tuple[int, int]:
        return round(point.x * height), round(point.y * height)

    # A dark edge under each bone keeps it readable on any clothes and any wall.
    for edge in (True, False):
        for start, stop, colour in BONES:
            a, b = points[start], points[stop]
            if a is not None and b is not None:
                width, paint = (thick + 4, DARK) if edge else (thick, colour)
                cv2.line(picture, pixel(a), pixel(b), paint, width, cv2.LINE_AA)
    for joint in {joint for start, stop, _ in BONES for joint in (start, stop)}:
        if (point := points[joint]) is not None:
            cv2.circle(picture, pixel(point), thick + 1, DARK, -1, cv2.LINE_AA)
            cv2.circle(picture, pixel(point), thick - 1, MIDDLE, -1, cv2.LINE_AA)


def _draw_caption(picture: Picture, caption: Caption) -> None:
    """Put the figures into the upper corner and the note below: people are on the floor."""
    height, width = picture.shape[:2]
    unit = min(height / 360, width / 480)
    margin, small, large = round(10 * unit), round(14 * unit), round(38 * unit)
    if caption.note:
        size = min(round(20 * unit), int(20 * unit * width * 0.9 / _width(caption.note, 20 * unit)))
        reach = _width(caption.note, size) + 2 * margin
        left, top = max((width - reach) // 2, 0), height - margin - 2 * size
        _shade(picture, left, top, reach, 2 * size)
        _write(picture, caption.note, (left + margin, top + round(1.35 * size)), size)
    widths = [max(_width(n, large), _width(word, small)) + margin for n, word in caption.figures]
    box_width = max(sum(widths), _width(caption.title, small) + margin) + margin
    box_height = round(margin + 1.3 * small + (1.9 * small + large if caption.figures else 0))
    _shade(picture, margin, margin, box_width, box_height)
    x, y = 2 * margin, margin + round(margin / 2 + small)
    _write(picture, caption.title, (x, y), small, PALE)
    for (number, word), step in zip(caption.figures, widths, strict=True):
        _write(picture, number, (x, y + round(1.1 * large)), large)
        _write(picture, word, (x, y + round(1.1 * large + 1.4 * small)), small, PALE)
        x += step


def _shade(picture: Picture, left: int, top: int, width: int, height: int) -> None:
    """Darken a part of the picture, so that words on it can be read."""
    area = picture[max(top, 0) : top + height, max(left, 0) : left + width]
    area[:] = (area * 0.25 + [channel * 0.75 for channel in DARK]).astype(area.dtype)


def _font() -> cv2.FontFace:
    return cv2.FontFace("sans")


def _width(words: str, size: float) -> int:
    box = cv2.getTextSize((8192, 8192), words, (0, 0), _font(), round(size), weight=700)
    return int(box[2])


def _write(
    picture: Picture, words: str, at: tuple[int, int], size: int, colour: Colour = MIDDLE
) -> None:
    cv2.putText(picture, words, at, colour, _font(), size, weight=700)
