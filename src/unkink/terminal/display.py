"""Where a session is shown: a live screen, or plain lines for scripts and simple terminals."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from unkink.terminal.big import minutes
from unkink.terminal.view import PHASES, screen

if TYPE_CHECKING:
    from rich.console import Console
    from rich.live import Live

    from unkink.core.timing.tape import Played, Tape
    from unkink.core.timing.timeline import Cue, Schedule, Segment


class Display(Protocol):
    """What leads a person through a session."""

    def show(self, plan: Schedule, tape: Tape, note: str) -> None:
        """Show the moment."""
        ...

    def tell(self, plan: Schedule, played: Played) -> None:
        """Say and ring what has just become due."""
        ...


class Screen:
    """A live display that fills the terminal."""

    def __init__(self, console: Console, live: Live) -> None:
        self._console, self._live = console, live
        self._breath: Cue | None = None
        self._words: Cue | None = None

    def show(self, plan: Schedule, tape: Tape, note: str) -> None:
        """Draw the moment."""
        size = (self._console.width, self._console.height)
        self._live.update(
            screen(plan, tape, breath=self._breath, words=self._words, note=note, size=size),
            refresh=True,
        )

    def tell(self, plan: Schedule, played: Played) -> None:
        """Ring the bell where one thing ends and another begins; remember breath and words."""
        del plan
        if any(cue.kind == "bell" for cue in played.cues):
            self._console.bell()
        breaths = [c for c in played.cues if c.kind in ("breathe_in", "breathe_out")]
        self._breath = breaths[-1] if breaths else self._breath
        words = [c for c in played.cues if c.kind == "words"]
        self._words = words[-1] if words else self._words


class Lines:
    """One plain line for each thing done, without any control codes."""

    def __init__(self, console: Console) -> None:
        self._console = console
        self._noted = ""

    def show(self, plan: Schedule, tape: Tape, note: str) -> None:
        """Write what was just said about a key; the rest is told as it begins."""
        del plan, tape
        if note and note != self._noted:
            self._console.print(note)
        self._noted = note

    def tell(self, plan: Schedule, played: Played) -> None:
        """Write a line for each segment that began, and for each reminder in it."""
        begun = [(s.start_s, line(s)) for s in (plan.segments[number] for number in played.begun)]
        told = [(c.at_s, f"{'':35}{c.words}") for c in played.cues if c.kind == "words"]
        for _, words in sorted(begun + told):
            self._console.print(words, soft_wrap=True)


def line(segment: Segment) -> str:
    """Write a segment in one line: when, what, which repetition, what to do."""
    side = "" if segment.side == "both" else segment.side
    rep = f"{segment.rep}/{segment.reps}" if segment.rep and segment.reps > 1 else ""
    which = f"{side} {rep}".strip()
    word = PHASES[segment.kind][0].lower()
    at = minutes(segment.start_s)
    what = segment.say or segment.caption
    return f"{at:>6}  {word:<16}{which:<12}{what}".rstrip()
