"""What a change between two scores means, said with every doubt it deserves."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Literal

if TYPE_CHECKING:
    from unkink.core.outcomes.instrument import Instrument

Size = Literal["none", "small", "meaningful"]

RECOVERED: Final = 2
"""At most so many of 24 counts as recovered."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Meaning:
    """A change, and what is known of such changes."""

    points: float
    """After less before, in the instrument's own unit."""
    gain: float
    """The same, counted so that above 0 is better."""
    percent: float | None
    """The gain as a part of where they began; None when they began at 0."""
    mic_abs: bool | None
    """Whether it reaches the points that matter to people; None where nobody has shown any."""
    mic_pct: bool | None
    """Whether it reaches the part that matters."""
    beyond_chance: bool | None
    """Whether it is more than measuring again brings."""
    size: Size
    """`meaningful` only where every known mark is reached."""
    warnings: tuple[str, ...]


def meaning(instrument: Instrument, before: float, after: float) -> Meaning:
    """Say what a change means; a change for the worse is measured by the same marks."""
    change = instrument.change
    points = after - before
    gain = -points if instrument.better == "lower" else points
    percent = 100 * gain / before if before > 0 else None
    mic_abs = None if change.points is None else _reaches(abs(gain), change.points)
    mic_pct = (
        None
        if change.fraction is None or percent is None
        else _reaches(abs(percent), 100 * change.fraction)
    )
    beyond = None if change.beyond_chance is None else _reaches(abs(gain), change.beyond_chance)
    return Meaning(
        points=points,
        gain=gain,
        percent=percent,
        mic_abs=mic_abs,
        mic_pct=mic_pct,
        beyond_chance=beyond,
        size=_size(gain, mic_abs, mic_pct, beyond),
        warnings=_warnings(instrument, before),
    )


def recovered(ticks: float) -> bool:
    """Tell whether so few of the 24 Roland-Morris sentences count as recovered."""
    return ticks <= RECOVERED


def _reaches(value: float, mark: float) -> bool:
    # A tenth of 3 is 0.3 only nearly.
    return value >= mark - 1e-9


def _size(gain: float, *marks: bool | None) -> Size:
    if gain == 0:
        return "none"
    known = [mark for mark in marks if mark is not None]
    return "meaningful" if known and all(known) else "small"


def _warnings(instrument: Instrument, before: float) -> tuple[str, ...]:
    said: list[str] = []
    least, most = instrument.room or (instrument.least, instrument.most)
    if before < least:
        said.append("It began so low that there is little room to get better.")
    if before > most:
        said.append("It began so high that there is little room to get worse.")
    if instrument.trend_only:
        said.append("Only for comparing with your own earlier values, measured the same way.")
    return tuple(said)
