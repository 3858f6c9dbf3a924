"""A whole session in a terminal: safety questions, how one is, the session, how it was."""

from __future__ import annotations

import time
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Final, TextIO, get_args

from rich.live import Live

from unkink.core.errors import Invalid
from unkink.core.history.record import FARTHEST, Before, CheckIn, Farthest
from unkink.core.plan.choice import Asked
from unkink.core.plan.programme import length_words
from unkink.core.plan.session import in_short
from unkink.core.timing.tape import Tape, command
from unkink.terminal.asking import Asker
from unkink.terminal.display import Lines, Screen
from unkink.terminal.guide import Guide
from unkink.terminal.keys import Keyboard, can_read_keys
from unkink.terminal.screening import clear

if TYPE_CHECKING:
    from rich.console import Console

    from unkink.app import UseCases
    from unkink.core.history.record import Felt
    from unkink.terminal.guide import Ending
    from unkink.terminal.keys import Key
    from unkink.told import SessionNow, SessionSummary

FELT: Final[tuple[Felt, ...]] = ("better", "same", "worse")

AFTER_PAIN: Final = (
    "We stop here. Come to rest however it is most comfortable.",
    "What hurt today can wait.",
    "If pain goes further down a leg, or does not settle, ask a doctor before you go on.",
)
EMERGENCY: Final = (
    "New numbness between the legs, new trouble with passing water or with your bowels, "
    "or weakness in the legs?"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """What a person asked for on the command line."""

    asked: Asked
    speed: float


def run(app: UseCases, wish: Wish, console: Console, answers: TextIO) -> None:
    """
    Lead one session, or refuse with `core.errors.Refused`: why, and what to do.

    At a keyboard the screen is live and keys work; from a script answers are read line by line
    and each thing done is one plain line.
    """
    app.planning.choose(wish.asked)
    keyboard = answers.isatty()
    live = keyboard and console.is_terminal and not console.is_dumb_terminal and can_read_keys()
    asker = Asker(console, answers, patient=keyboard)
    now = _taken_up(app, asker) or _started(app, asker, wish)
    guide, ending = _led(app, now, wish, console, answers if live else None)
    if ending == "hurt":
        _hurt(app, guide, asker)
    _closed(app, now.session_id, asker)


def _taken_up(app: UseCases, asker: Asker) -> SessionNow | None:
    unfinished = app.today().unfinished
    if unfinished is None:
        return None
    left = length_words(*[unfinished.total_s - unfinished.position_s] * 2)
    if asker.yes_or_no(f"{unfinished.name} is not finished, {left} are left. Go on with it?"):
        return app.sessions.now(unfinished.session_id)
    return None


def _started(app: UseCases, asker: Asker, wish: Wish) -> SessionNow:
    clear(app, asker)
    pain = asker.rating("How much does your back hurt now?")
    stiffness = asker.rating("How stiff is it?") if pain is not None else None
    if pain is None or stiffness is None:
        raise Invalid(
            "Pain and stiffness were not told.",
            "Tell both before a session: 0 is none, 10 the most.",
        )
    before = Before(pain=pain, stiffness=stiffness, farthest=_farthest(asker))
    started = app.sessions.start(wish.asked, before)
    now = app.sessions.now(started.session_id)
    total_s = now.schedule.total_s
    asker.console.print(f"\n{now.name}: {length_words(total_s, total_s)}.", style="bold")
    for told in in_short(started.adjustments):
        asker.console.print(told)
    asker.console.print()
    return now


def _led(
    app: UseCases, now: SessionNow, wish: Wish, console: Console, keyboard: TextIO | None
) -> tuple[Guide, Ending]:
    """Lead the session with a live screen and keys where there is a keyboard, else with lines."""
    guide = partial(
        Guide,
        app=app,
        session_id=now.session_id,
        plan=now.schedule,
        tape=_at(now),
        seq=now.last_seq,
        speed=wish.speed,
    )
    if keyboard is None:
        led = guide(display=Lines(console), pressed=_nobody)
        return led, led.lead()
    with (
        Keyboard(keyboard) as keys,
        Live(console=console, screen=True, auto_refresh=False) as live,
    ):
        led = guide(display=Screen(console, live), pressed=keys.pressed)
        return led, led.lead()


def _at(now: SessionNow) -> Tape:
    """Stand where the session was left: at its start, or as after a pause."""
    if now.last_seq == 0:
        return Tape()
    left = Tape(position_s=now.position_s, paused=True)
    return command(left, now.schedule, "resumed")


def _nobody(wait_s: float) -> Key | None:
    time.sleep(wait_s)
    return None


def _hurt(app: UseCases, guide: Guide, asker: Asker) -> None:
    """Say what to do now that it hurts, and ask at once how much and where; then it is over."""
    pain, where = None, ""
    try:
        for words in AFTER_PAIN:
            asker.console.print(words)
        call = app.safety.questions().call
        asker.console.print(f"{EMERGENCY} Call {call} now.", style="bold")
        pain = asker.rating("How much did it hurt?")
        place = asker.place_in("Where?", FARTHEST)
        where = FARTHEST[place] if place else ""
    finally:
        guide.end_hurt(pain=pain, where=where)


def _closed(app: UseCases, session_id: str, asker: Asker) -> None:
    """Ask how it was, keep it, and show what was done."""
    console = asker.console
    console.print()
    worst, hurt_by = _worst(app, session_id, asker)
    pain = asker.rating("How much does your back hurt now?")
    stiffness = asker.rating("How stiff is it now?") if pain is not None else None
    farthest = _farthest(asker) if pain is not None else None
    felt = asker.one_of("How do you feel, compared with before?", FELT)
    said = CheckIn(
        pain=pain, stiffness=stiffness, felt=felt, worst=worst, farthest=farthest, hurt_by=hurt_by
    )
    _sum_up(console, app.sessions.finish(session_id, said))


def _farthest(asker: Asker) -> Farthest | None:
    """Ask where it is felt; of a script nothing is asked that it may not know of."""
    if not asker.patient:
        return None
    place = asker.place_in("Where is it felt now? The farthest place, on either leg.", FARTHEST)
    return None if place is None else get_args(Farthest)[place]


def _worst(app: UseCases, session_id: str, asker: Asker) -> tuple[int | None, tuple[str, ...]]:
    """Ask for the worst pain during it, and, where it rose, which exercises it was."""
    if not asker.patient:
        return None, ()
    worst = asker.rating("The worst pain during it?")
    now = app.sessions.now(session_id)
    if worst is None or worst <= now.pain:
        return worst, ()
    done = {each.exercise: each.name for each in now.schedule.segments if each.exercise}
    chosen = asker.some_of("Which exercise was it?", tuple(done.values()))
    return worst, tuple(tuple(done)[each] for each in chosen)


def _sum_up(console: Console, summary: SessionSummary) -> None:
    console.print()
    console.print("It is in your record:", style="bold")
    for done in summary.exercises:
        if done.done_s:
            reps = f"{done.reps_done} of {done.reps_planned}, " if done.reps_planned > 1 else ""
            console.print(f"  {done.name}: {reps}{length_words(done.done_s, done.done_s)}")
    if not any(done.done_s for done in summary.exercises):
        console.print("  Nothing was done today, and that is all right too.")
