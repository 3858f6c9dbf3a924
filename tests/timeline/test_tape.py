from __future__ import annotations

from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from unkink.catalogue import read_catalogue
from unkink.core.plan.doses import LEVELS, article_item, item_at
from unkink.core.plan.session import Item, Session
from unkink.core.timing.easier import easier
from unkink.core.timing.repetitions import ms
from unkink.core.timing.tape import Command, Tape, arrive, command, now, over, play
from unkink.core.timing.timeline import Schedule, schedule

CATALOGUE = read_catalogue().exercises
ITEMS = [
    *(item_at(CATALOGUE, exercise, level) for exercise in CATALOGUE for level in LEVELS),
    *(article_item(CATALOGUE, exercise) for exercise in CATALOGUE),
]
SESSION = Session(
    items=(
        item_at(CATALOGUE, "march", "L1"),
        item_at(CATALOGUE, "bridge", "L1"),
        item_at(CATALOGUE, "knee_to_chest", "L1"),
    )
)
PLAN = schedule(SESSION, CATALOGUE)
HELD = next(s for s in PLAN.segments if s.kind == "hold")

commands = st.lists(
    st.one_of(
        st.sampled_from(get_args(Command)),
        st.floats(min_value=0, max_value=400, allow_nan=False),
    )
)


def after(todo: list[Command | float], tape: Tape = Tape()) -> Tape:  # noqa: B008 - it is frozen
    """Do commands one after the other; a number lets seconds pass."""
    for what in todo:
        tape = play(tape, PLAN, what).tape if isinstance(what, float) else command(tape, PLAN, what)
    return tape


@given(commands)
def test_whatever_is_pressed_the_position_stays_inside(todo: list[Command | float]) -> None:
    """No sequence of keys leads out of the session."""
    tape = after(todo)

    assert 0 <= tape.position_s <= PLAN.total_s
    assert tape.lead_in_s >= 0


@given(st.lists(st.floats(min_value=0, max_value=60, allow_nan=False)))
def test_everything_is_said_once_however_time_comes(passed: list[float]) -> None:
    """Whether the clock ticks fast or slowly, no cue and no segment is lost or heard twice."""
    tape, cues, begun = Tape(), [*arrive(Tape(), PLAN).cues], [*arrive(Tape(), PLAN).begun]
    for seconds in passed:
        played = play(tape, PLAN, seconds)
        tape = played.tape
        cues += played.cues
        begun += played.begun

    assert [c for c in PLAN.cues if c.at_s <= tape.position_s] == cues
    assert list(range(len(begun))) == begun
    assert now(tape, PLAN) == PLAN.segments[begun[-1]]


@given(st.floats(min_value=0, max_value=PLAN.total_s))
def test_back_then_on_comes_to_where_one_was(position_s: float) -> None:
    """Going back and then letting time run leads through the same moment again."""
    tape = Tape(position_s=position_s)
    back = command(tape, PLAN, "back")

    assert back.position_s <= position_s
    again = play(back, PLAN, position_s - back.position_s).tape
    assert position_s == pytest.approx(again.position_s, abs=1e-6)


@given(st.floats(min_value=0, max_value=PLAN.total_s - 0.001))
def test_skipping_always_gets_to_the_end(position_s: float) -> None:
    """Whoever keeps skipping is through soon, and never stuck."""
    tape = Tape(position_s=position_s)
    for _ in PLAN.segments:
        skipped = command(tape, PLAN, "skipped")
        assert skipped.position_s > tape.position_s or over(tape, PLAN)
        tape = skipped

    assert over(tape, PLAN)


def test_after_a_pause_in_a_hold_there_is_time_to_get_back() -> None:
    """Whoever pauses in a hold gets time to get up there again before the seconds run on."""
    paused = command(Tape(position_s=HELD.start_s + 1), PLAN, "paused")
    waiting = play(paused, PLAN, 60).tape
    resumed = command(waiting, PLAN, "resumed")

    assert paused == waiting
    assert HELD.lead_in_s == resumed.lead_in_s == 3
    assert HELD.start_s + 1 == play(resumed, PLAN, 3).tape.position_s
    assert HELD.start_s + 1.5 == play(resumed, PLAN, 3.5).tape.position_s


def test_repeat_starts_the_repetition_again() -> None:
    """Once more: this repetition, from its start."""
    segment = now(command(Tape(position_s=HELD.start_s + 1), PLAN, "repeated"), PLAN)

    assert ("move", HELD.rep) == (segment.kind, segment.rep)


def _left_ms(plan: Schedule, position_s: float, items: range) -> int:
    """Work that is left of some items: segments of repetitions after a position."""
    return sum(
        ms(s.end_s) - ms(max(s.start_s, position_s))
        for s in plan.segments
        if s.item in items and s.rep and s.end_s > position_s
    )


@given(st.sampled_from(ITEMS), st.floats(min_value=0, max_value=1), st.integers(1, 6))
def test_easier_is_never_more(item: Item, share: float, times: int) -> None:
    """However often "easier" is pressed, and wherever: what is left never becomes more work."""
    session = Session(items=(item, item_at(CATALOGUE, "walk", "L0")))
    plan = schedule(session, CATALOGUE)
    position_s = plan.total_s * share
    for _ in range(times):
        here = now(Tape(position_s=position_s), plan).item
        later = len(session.items) - here - 1
        before_ms = _left_ms(plan, position_s, range(here, here + 1))
        eased = easier(session, plan, CATALOGUE, position_s)
        left = range(here, max(here, len(eased.session.items) - later))

        assert _left_ms(eased.schedule, eased.position_s, left) <= before_ms
        assert 0 <= eased.position_s <= eased.schedule.total_s
        session, plan = eased.session, eased.schedule
        position_s = eased.position_s


@given(st.sampled_from(ITEMS), st.floats(min_value=0, max_value=1))
def test_easier_changes_nothing_that_was_done(item: Item, share: float) -> None:
    """What lies behind stays as it was, second by second."""
    session = Session(items=(item, item_at(CATALOGUE, "walk", "L0")))
    plan = schedule(session, CATALOGUE)
    eased = easier(session, plan, CATALOGUE, plan.total_s * share)
    kept = [s for s in eased.schedule.segments if s.end_s <= eased.position_s]

    assert [(s.start_s, s.kind, s.rep, s.side) for s in plan.segments[: len(kept)]] == [
        (s.start_s, s.kind, s.rep, s.side) for s in kept
    ]


def test_easier_goes_one_level_down() -> None:
    """Easier, asked in the third of eight bridges: the rest as pelvic tilts."""
    third = next(s for s in PLAN.segments if s.exercise == "bridge" and s.rep == 3)
    eased = easier(SESSION, PLAN, CATALOGUE, third.start_s)
    rest = [s for s in eased.schedule.segments if s.item == 2 and s.rep]

    assert "level" == eased.change
    assert {"Bridge, pelvic tilt"} == {s.name for s in rest}
    assert (
        "Easier: Bridge, pelvic tilt."
        == next(s.say for s in eased.schedule.segments if s.start_s == eased.position_s).split(
            ". "
        )[0]
        + "."
    )


def test_easier_at_the_easiest_is_half_of_what_is_left() -> None:
    """At the gentlest level "easier" says so, and halves what is left."""
    session = Session(items=(item_at(CATALOGUE, "knee_to_chest", "L0"),))
    plan = schedule(session, CATALOGUE)
    eased = easier(session, plan, CATALOGUE, 0)

    assert "shorter" == eased.change
    assert [5, 5] == [
        sum(s.side == side and s.film_from == 0 and s.rep > 0 for s in eased.schedule.segments)
        for side in ("left", "right")
    ]


def test_easier_at_the_very_end_says_there_is_nothing_left() -> None:
    """When all is done there is nothing to make easier, and that is said."""
    eased = easier(SESSION, PLAN, CATALOGUE, PLAN.total_s)

    assert ("nothing", PLAN) == (eased.change, eased.schedule)
