from __future__ import annotations

import os
import pty
from io import StringIO
from typing import TYPE_CHECKING

import pytest
from rich.cells import cell_len
from rich.console import Console

from unkink.catalogue import read_catalogue
from unkink.core.plan.doses import item_at
from unkink.core.plan.programme import ARTICLE, propose
from unkink.core.plan.session import Session
from unkink.core.timing.tape import Tape
from unkink.core.timing.timeline import Schedule, schedule
from unkink.terminal.big import big, clock
from unkink.terminal.keys import KEYS, Keyboard
from unkink.terminal.view import screen

if TYPE_CHECKING:
    from unkink.terminal.keys import Key

CATALOGUE = read_catalogue().exercises
PLAN = schedule(Session(items=(item_at(CATALOGUE, "spinal_twist", "L1"),)), CATALOGUE)
HELD = next(s for s in PLAN.segments if s.kind == "hold")


def drawn(plan: Schedule, tape: Tape, *, width: int, height: int, note: str = "") -> list[str]:
    """Draw a moment as the lines of a terminal."""
    out = StringIO()
    console = Console(file=out, width=width, height=height, color_system=None)
    console.print(screen(plan, tape, breath=None, note=note, size=(width, height)))
    return out.getvalue().rstrip("\n").split("\n")


def test_one_big_thing_at_a_time() -> None:
    """On a usual terminal: what, which side, which repetition, and the seconds in large."""
    shown = drawn(PLAN, Tape(position_s=HELD.start_s + 1), width=80, height=24)

    assert 24 == len(shown)
    assert "Spinal twist" == shown[0].split("  ")[0]
    assert ["HOLD"] == [x.strip() for x in shown if "HOLD" in x]
    assert ["Left side   1 of 2"] == [x.strip() for x in shown if "side" in x]
    assert big("9").split("\n")[0].strip() in {x.strip() for x in shown}


@pytest.mark.parametrize(("width", "height"), [(80, 24), (40, 20), (40, 14), (30, 12), (200, 60)])
def test_every_moment_fits_every_terminal(width: int, height: int) -> None:
    """From a phone's terminal to a large one, nothing sticks out and the keys stay in sight."""
    plan = schedule(propose(ARTICLE, CATALOGUE).session, CATALOGUE)
    kinds = {s.kind: s for s in plan.segments}
    for segment in kinds.values():
        shown = drawn(plan, Tape(position_s=segment.start_s), width=width, height=height)

        assert height == len(shown)
        assert max(cell_len(x) for x in shown) <= width
        assert any("q stop" in x for x in shown)


def test_a_pause_says_how_to_go_on() -> None:
    """Whoever pauses sees that it stands, and which key goes on."""
    shown = drawn(PLAN, Tape(position_s=HELD.start_s, paused=True), width=80, height=24)

    assert {"PAUSED", "Press space to go on."} <= {x.strip() for x in shown}


def test_seconds_as_one_reads_them() -> None:
    """The last second is 1, never 0; long times are in minutes."""
    assert ("1", "10", "99", "1:40", "3:00") == tuple(clock(s) for s in (0.1, 9.2, 99, 100, 180))


@pytest.mark.parametrize(("typed", "key"), [*KEYS.items(), (b"E", "easier"), (b"x", None)])
def test_keys_do_what_the_screen_says(typed: bytes, key: Key | None) -> None:
    """Each key on the screen works, in capitals too; any other does nothing."""
    ours, theirs = pty.openpty()
    with os.fdopen(theirs) as stream, Keyboard(stream) as keyboard:
        os.write(ours, typed)
        found = keyboard.pressed(1)
    os.close(ours)

    assert key == found
