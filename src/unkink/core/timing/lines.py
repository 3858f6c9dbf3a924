"""What the voice says in a session: short, calm, and never two lines at once."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from unkink.core.plan.session import CueKind, Part
from unkink.core.timing import pacing
from unkink.core.timing.repetitions import ms, sides_of
from unkink.core.timing.speech import GAP_MS, sided, spoken_ms

IN = "Breathe in."
OUT = "Breathe out."

if TYPE_CHECKING:
    from unkink.core.definition.exercise import Breath, Exercise, Stage
    from unkink.core.timing.repetitions import Repetition


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A cue at a moment counted from the start of its step."""

    at_ms: int
    kind: CueKind
    words: str = ""

    @property
    def end_ms(self) -> int:
        """When the voice is free again."""
        return self.at_ms + end_ms(self.words)


def end_ms(words: str) -> int:
    """Say how long words keep the voice busy, with the silence after them."""
    return spoken_ms(words) + GAP_MS if words else 0


def title(exercise: Exercise, key: str) -> str:
    """Name a movement as the person knows it, with the exercise it belongs to."""
    name = exercise.movements[key].name
    return f"{exercise.name}, {name[0].lower()}{name[1:]}" if name else exercise.name


def dose_words(part: Part, exercise: Exercise) -> str:
    """Tell how much is coming, as one would say it."""
    length = duration_words(part.hold_s)
    if exercise.everyday:
        return f"For {length}."
    movement = exercise.movements[part.movement]
    holds = part.hold_s > 0 and any(stage.holds for stage in movement.cycle)
    times = "Once" if part.reps == 1 else f"{part.reps} times"
    sets = f"{part.sets} sets: {times.lower()}" if part.sets > 1 else times
    words = f"{sets} on each side" if len(sides_of(movement)) > 1 else sets
    if not holds:
        return f"{words}."
    return f"{words}, {length}." if part.reps == 1 else f"{words}, {length} each."


def range_words(range_fraction: float) -> str:
    """Tell how far to go, where that is not all the way."""
    if range_fraction >= 1:
        return ""
    share = "half as far as you could" if round(range_fraction, 2) == 0.5 else "part of the way"
    return f"Go only {share}."


def duration_words(seconds: float) -> str:
    """Tell a time as one would say it."""
    whole = round(seconds)
    if whole >= 60 and whole % 30 == 0 and whole != 90:
        minutes = whole / 60
        return "1 minute" if whole == 60 else f"{minutes:g} minutes"
    return "1 second" if whole == 1 else f"{whole} seconds"


def names_side(words: str) -> bool:
    """Say whether words have a place for the side."""
    return "{side}" in words or "{other_side}" in words


def stage_words(stage: Stage, repetition: Repetition, *, opens: bool, room_ms: int) -> str:
    """
    Choose what is said as a stage begins; silence rather than words without room.

    *opens*: the first stage of a repetition that changes sides, where the side must be heard.
    """
    words = sided(stage.say, repetition.side)
    named = (
        f"{repetition.side.capitalize()}. {words}" if opens and not names_side(stage.say) else words
    )
    return next((line for line in (named, words) if spoken_ms(line) + GAP_MS <= room_ms), "")


def countdown(duration_ms: int) -> list[Line]:
    """Announce the last three seconds softly; spoken only where there was time to drift away."""
    spoken = duration_ms >= ms(pacing.COUNT_DOWN_FROM_S)
    return [
        Line(at_ms=at_ms, kind="three_two_one", words=f"{left}" if spoken else "")
        for left in (3, 2, 1)
        if (at_ms := duration_ms - 1000 * left) > 0
    ]


def halfway(duration_ms: int) -> list[Line]:
    """Say when half of a long stretch is over."""
    if duration_ms < ms(pacing.HALFWAY_FROM_S):
        return []
    return [Line(at_ms=duration_ms // 2, kind="halfway", words="Halfway.")]


def breath(breathe: Breath, *, first: bool, free_ms: int, end_ms: int) -> list[Line]:
    """Tell when to breathe in or out with a move: a sign; the first time in words, if they fit."""
    if breathe == "easy":
        return []
    words = IN if breathe == "in" else OUT
    fits = first and free_ms + spoken_ms(words) + GAP_MS <= end_ms
    return [
        Line(
            at_ms=free_ms if fits else 0,
            kind="breathe_in" if breathe == "in" else "breathe_out",
            words=words if fits else "",
        )
    ]


def held(duration_ms: int, *, quiet_from_ms: int, inwards: bool, first: bool) -> list[Line]:
    """
    Everything heard in a hold: calm breaths, halfway, the last three seconds.

    *inwards*: the first breath is in. *first*: it is told in words; later ones by sign alone.
    """
    return one_voice(
        [
            *_breaths(duration_ms, at_ms=quiet_from_ms, inwards=inwards, first=first),
            *halfway(duration_ms),
            *countdown(duration_ms),
        ],
        busy_until_ms=quiet_from_ms,
    )


def _breaths(duration_ms: int, *, at_ms: int, inwards: bool, first: bool) -> list[Line]:
    if duration_ms < ms(pacing.BREATHE_FROM_S):
        return []
    found: list[Line] = []
    while at_ms + spoken_ms(OUT) + GAP_MS <= duration_ms - 3000:
        words = (IN if inwards else OUT) if first and len(found) < 2 else ""
        found.append(
            Line(at_ms=at_ms, kind="breathe_in" if inwards else "breathe_out", words=words)
        )
        at_ms += ms(pacing.BREATHE_IN_S if inwards else pacing.BREATHE_OUT_S)
        inwards = not inwards
    return found


def one_voice(cues: list[Line], *, busy_until_ms: int) -> list[Line]:
    """Keep every cue, but take the words from those that would talk over another."""
    kept: list[Line] = []
    for cue in sorted(cues, key=lambda c: c.at_ms):
        silent = cue.at_ms < busy_until_ms
        kept.append(replace(cue, words="") if silent else cue)
        busy_until_ms = max(busy_until_ms, kept[-1].end_ms if kept[-1].words else 0)
    return kept


def later(cues: list[Line], by_ms: int) -> list[Line]:
    """Move cues to a later moment."""
    return [replace(cue, at_ms=cue.at_ms + by_ms) for cue in cues]


def count(rep: int, reps: int, *, free_ms: int, end_ms: int) -> Line:
    """Count a finished repetition just before it ends, with as many words as there is room for."""
    for words in (f"{rep} of {reps}.", f"{rep}."):
        at_ms = end_ms - spoken_ms(words) - GAP_MS
        if at_ms >= free_ms:
            return Line(at_ms=at_ms, kind="count", words=words)
    return Line(at_ms=max(free_ms, end_ms - 500), kind="count")
