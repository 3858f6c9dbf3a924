from __future__ import annotations

import pytest

from unkink.core.coach.events import (
    CueGiven,
    HoldEnded,
    HoldStarted,
    Recognised,
    RepCounted,
    SightLost,
    SightRegained,
)
from unkink.core.coach.scoreboard import LINGER_S, board_at, scoreboards

BOARDS = scoreboards(
    [
        Recognised(1.0, "knee_to_chest"),
        HoldStarted(2.5, "left", start_s=2.0),
        HoldEnded(6.0, "left", start_s=2.0, end_s=5.5),
        RepCounted(7.0, "left", number=1, reach=0.8),
        SightLost(8.0, "nobody"),
        SightRegained(9.0),
        RepCounted(12.0, "right", number=1, reach=0.7),
        RepCounted(15.0, "left", number=2, reach=0.8),
        CueGiven(16.0, "left", "head_lifted", "Let your head rest."),
    ]
)


@pytest.mark.parametrize(
    ("t_s", "reps"),
    [
        (0.0, ()),
        (6.9, ()),
        (7.0, (("left", 1),)),
        (12.5, (("left", 1), ("right", 1))),
        (99.0, (("left", 2), ("right", 1))),
    ],
)
def test_each_side_is_counted_from_the_moment_it_was(
    t_s: float, reps: tuple[tuple[str, int], ...]
) -> None:
    """A repetition appears when the coach counted it, not before."""
    assert reps == board_at(BOARDS, t_s).reps


@pytest.mark.parametrize(
    ("t_s", "held_s"), [(2.4, None), (2.5, 0.5), (4.0, 2.0), (7.5, 3.5), (5.5 + LINGER_S + 1, None)]
)
def test_the_clock_runs_while_held_stops_and_goes(t_s: float, held_s: float | None) -> None:
    """The clock of a hold starts with it, stays to be read when it ends, and then goes."""
    assert held_s == board_at(BOARDS, t_s).held_s


def test_blindness_is_shown_while_it_lasts() -> None:
    """While nobody is seen the screen says so, and no longer."""
    assert [None, "nobody", None] == [board_at(BOARDS, t_s).unseen for t_s in (7.9, 8.5, 9.0)]


def test_a_cue_stays_long_enough_to_be_read() -> None:
    """A cue is there from its moment on and gone after a while."""
    cues = [board_at(BOARDS, t_s).cue for t_s in (15.9, 16.0, 16.0 + LINGER_S, 19.0)]

    assert [False, True, True, False] == [cue is not None for cue in cues]


def test_what_was_recognised_is_named() -> None:
    """Before anything is recognised nothing is named."""
    assert [None, "knee_to_chest"] == [board_at(BOARDS, t_s).exercise for t_s in (0.9, 1.0)]
