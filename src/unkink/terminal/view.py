"""One moment of a session as a screen: one big thing at a time."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from rich.align import Align
from rich.console import Group
from rich.layout import Layout
from rich.text import Text

from unkink.core.timing.tape import now
from unkink.terminal.big import big, clock, minutes

if TYPE_CHECKING:
    from collections.abc import Mapping

    from rich.console import RenderableType

    from unkink.core.plan.session import SegmentKind
    from unkink.core.timing.tape import Tape
    from unkink.core.timing.timeline import Cue, Schedule, Segment

PHASES: Final[Mapping[SegmentKind, tuple[str, str]]] = {
    "change_position": ("Change position", "blue"),
    "get_ready": ("Get ready", "blue"),
    "move": ("Move", "cyan"),
    "hold": ("Hold", "green"),
    "pause": ("Stay", "cyan"),
    "warm_up": ("Warm up", "green"),
    "walk": ("Walk", "green"),
    "switch_sides": ("Other side", "blue"),
    "rest": ("Rest", "blue"),
    "finish": ("Done", "green"),
}
"""The word for what one does now, and its colour; the word alone says enough."""

WIDE: Final = 60
TALL: Final = 18
KEYS: Final = (
    "space pause",
    "← back",
    "→ skip",
    "r again",
    "e easier",
    "h that hurts",
    "q stop",
)
GAP: Final = "   "


def screen(
    plan: Schedule,
    tape: Tape,
    *,
    breath: Cue | None,
    words: Cue | None = None,
    note: str,
    size: tuple[int, int],
) -> RenderableType:
    """
    Draw the moment at the tape's position.

    *breath* and *words* were the latest told; *note* is what was just said about a key pressed.
    """
    width = size[0]
    here = now(tape, plan)
    told = words.words if words and here.start_s <= words.at_s <= tape.position_s else _more(here)
    keys = key_lines(width)
    layout = Layout()
    layout.split_column(
        Layout(_head(plan, tape, here, width), size=2 if width >= WIDE else 3),
        Layout(
            Align.center(
                _middle(plan, tape, breath, note=note or told, size=size), vertical="middle"
            ),
            name="middle",
        ),
        Layout(_foot(here, keys), size=1 + len(keys)),
    )
    return layout


def key_lines(width: int) -> list[str]:
    """Spread the keys over as many lines as they need."""
    lines = [KEYS[0]]
    for key in KEYS[1:]:
        if len(lines[-1] + GAP + key) > width:
            lines.append(key)
        else:
            lines[-1] += GAP + key
    return lines


def _head(plan: Schedule, tape: Tape, here: Segment, width: int) -> RenderableType:
    left = f"{minutes(plan.total_s - tape.position_s)} left"
    share = tape.position_s / plan.total_s
    bar = Text("━" * round(share * width), style="green")
    bar.append("─" * (width - round(share * width)), style="bright_black")
    name = here.name or "Well done"
    if width >= WIDE:
        gap = max(width - len(name) - len(left), 1)
        return Group(Text.assemble((name, "bold"), " " * gap, (left, "dim")), bar)
    return Group(Text(name, style="bold", overflow="ellipsis", no_wrap=True), Text(left), bar)


def _middle(
    plan: Schedule, tape: Tape, breath: Cue | None, *, note: str, size: tuple[int, int]
) -> RenderableType:
    here = now(tape, plan)
    word, colour = PHASES[here.kind]
    if tape.paused:
        word, colour = "Paused", "yellow"
    elif tape.lead_in_s > 0:
        word, colour = "Get back into position", "blue"
    left_s = tape.lead_in_s or here.end_s - tape.position_s
    small = size[1] < TALL
    seconds = Text(clock(left_s) if small else big(clock(left_s)), style=f"bold {colour}")
    lines: list[RenderableType] = [
        Text(word.upper(), style=f"bold {colour}", justify="center"),
        Text(""),
        Align.center(seconds),
        Text(""),
        Text(_caption(here, tape), style="bold", justify="center"),
        Text(_which(here), justify="center"),
        Text(_breath(here, breath, tape), style="cyan", justify="center"),
        Text(note, style="yellow", justify="center"),
    ]
    return Group(*(line for n, line in enumerate(lines) if not (small and n in (1, 3))))


def _more(here: Segment) -> str:
    """Tell what a voice would say here and nothing else on the screen does: above all how much."""
    shown = (here.caption, here.name)
    told = re.split(r"(?<=[.!?])\s+", here.say) if here.rep == 0 else []
    return " ".join(each for each in told if not any(_bare(each) in one for one in shown))


def _bare(sentence: str) -> str:
    return re.sub(r"^(First|Next|Last|Easier): |[.!?]$", "", sentence)


def _which(here: Segment) -> str:
    if here.kind == "change_position":
        return ""
    side = "" if here.side == "both" else f"{here.side.capitalize()} side"
    if here.reps < 2:
        return side
    rep = f"{here.rep} of {here.reps}" if here.rep else ""
    sets = f"set {here.set_number} of {here.sets}" if here.sets > 1 else ""
    return "   ".join(part for part in (side, rep, sets) if part)


def _caption(here: Segment, tape: Tape) -> str:
    return "Press space to go on." if tape.paused else here.caption


def _breath(here: Segment, breath: Cue | None, tape: Tape) -> str:
    if breath is None or tape.paused or not here.start_s <= breath.at_s <= tape.position_s:
        return ""
    return "breathe in  ↑" if breath.kind == "breathe_in" else "breathe out  ↓"


def _foot(here: Segment, keys: list[str]) -> RenderableType:
    coming = f"Next: {here.next_up}" if here.next_up else "The last one" if here.name else ""
    return Group(
        Text(coming, style="dim", justify="center", overflow="ellipsis", no_wrap=True),
        Text("\n".join(keys), style="bright_black", justify="center"),
    )
