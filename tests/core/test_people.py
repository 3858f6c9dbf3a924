"""What the coach owes everybody: promises about people as they come, each a simulated one."""

from __future__ import annotations

import random
from dataclasses import replace
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
from tests.catalogue import EXERCISES, WATCHES

from unkink.core.body import Frame, Joint
from unkink.core.coach.coach import begin, end, step
from unkink.core.coach.events import HoldEnded, RepCounted
from unkink.core.coach.judging import judge
from unkink.core.simulation.acting import Someone, act
from unkink.core.simulation.activities import ACTIVITIES
from unkink.core.simulation.camera import OTHER, asked_camera
from unkink.core.simulation.clock import Clock
from unkink.core.simulation.crowd import ALL, busy, exercising
from unkink.core.simulation.errors import PERFECT
from unkink.core.simulation.manner import Manner
from unkink.core.simulation.paths import Repertoire
from unkink.core.simulation.script import Plan, Repeat, Rest
from unkink.core.simulation.seeing import seen

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from unkink.core.body import Side
    from unkink.core.coach.account import Account
    from unkink.core.coach.events import Event
    from unkink.core.simulation.crowd import Hardship, Shown

REPERTOIRE = Repertoire()
NAMES = [n for n, e in EXERCISES.items() if WATCHES[n].can_tell and not e.everyday]
SHORT = Plan(reps=(2, 2), hold_s=1.5)
EXCHANGED: dict[Side, Side] = {"left": "right", "right": "left", "both": "both"}
PEOPLE = range(18)
"""Two for each exercise, with all hardships."""
SOME = range(9)


def dice(seed: int) -> Callable[[], float]:
    """Give the same numbers in every run."""
    return random.Random(seed).random  # noqa: S311 - nothing to keep secret


@cache
def anybody(seed: int, *hardships: Hardship) -> tuple[str, Shown]:
    """Let somebody do one of the exercises; with all hardships when none is named."""
    name = NAMES[seed % len(NAMES)]
    only = hardships or ALL
    shown = exercising(EXERCISES[name], REPERTOIRE, dice(seed), plan=SHORT, hardships=only)
    return name, shown


def live(frames: Sequence[Frame], name: str) -> list[Event]:
    """Give what the coach says while it happens."""
    state = begin([WATCHES[name]])
    events: list[Event] = []
    for frame in frames:
        state, new = step(state, frame)
        events += new
    return [*events, *end(state)[1]]


def looked_back(frames: Sequence[Frame], name: str | None) -> Account:
    """Give what it says of the whole recording."""
    return judge(frames, EXERCISES, expected=name, known=WATCHES).account


@cache
def heard(seed: int) -> list[Event]:
    """Give what one of the people heard."""
    name, shown = anybody(seed)
    return live(shown.frames, name)


@cache
def read(seed: int) -> Account:
    """Give what one of the people reads at the end."""
    name, shown = anybody(seed)
    return looked_back(shown.frames, name)


def done(events: Sequence[Event]) -> list[tuple[str, Side, float]]:
    """Give what was counted and held, and when."""
    return [
        (type(event).__name__, event.side, event.at_s)
        for event in events
        if isinstance(event, RepCounted | HoldEnded)
    ]


def same(one: list[tuple[str, Side, float]], two: list[tuple[str, Side, float]]) -> bool:
    """Tell whether the same was done, at most a few frames apart."""
    pairs = zip(sorted(one), sorted(two), strict=False)
    return len(one) == len(two) and all(a[:2] == b[:2] and abs(a[2] - b[2]) < 0.5 for a, b in pairs)


def test_the_same_recording_is_judged_the_same_twice() -> None:
    """Nothing is left to chance: whoever looks twice hears and reads the same."""
    again = {seed: anybody(seed) for seed in SOME[:3]}

    assert [] == [s for s, (name, shown) in again.items() if heard(s) != live(shown.frames, name)]
    assert [] == [
        s for s, (name, shown) in again.items() if read(s) != looked_back(shown.frames, name)
    ]


@pytest.mark.parametrize("seed", SOME)
def test_a_mirror_exchanges_the_sides_and_nothing_else(seed: int) -> None:
    """Left in a mirror is right, and as much is counted and held."""
    name, shown = anybody(seed)
    account = looked_back([mirrored(frame) for frame in shown.frames], name)

    assert read(seed).reps == {EXCHANGED[side]: count for side, count in account.reps.items()}
    assert len(read(seed).holds) == len(account.holds)


def test_live_a_mirror_changes_hardly_anything() -> None:
    """Live, eight of nine people hear the same at the same moments from a mirrored picture."""
    alike = 0
    for seed in SOME:
        name, shown = anybody(seed)
        other = done(live([mirrored(frame) for frame in shown.frames], name))
        alike += same(done(heard(seed)), [(what, EXCHANGED[side], s) for what, side, s in other])

    assert len(SOME) - 1 <= alike


def mirrored(frame: Frame) -> Frame:
    """Give what a mirror shows: places exchanged, and with them the sides that a model tells."""
    points = [frame.points[OTHER[joint]] for joint in Joint] if frame.points else []
    width = frame.width or 0.0
    return replace(
        frame, points=tuple(p if p is None else replace(p, x=width - p.x) for p in points)
    )


@pytest.mark.parametrize("seed", SOME)
def test_when_a_recording_began_does_not_matter(seed: int) -> None:
    """The same afternoon an hour later: the same counts, everything an hour later."""
    name, shown = anybody(seed)
    shifted = [replace(frame, t_s=frame.t_s + 4096.0) for frame in shown.frames]
    later = [(what, side, at_s - 4096.0) for what, side, at_s in done(live(shifted, name))]

    assert same(done(heard(seed)), later)
    assert read(seed).reps == looked_back(shifted, name).reps


def test_nothing_is_counted_while_nobody_is_seen() -> None:
    """Who leaves the picture in the middle for ten seconds is not counted in those."""
    told = []
    for seed in SOME:
        name, shown = anybody(seed)
        middle_s = shown.frames[-1].t_s / 2
        gone = [
            replace(frame, points=()) if 0.0 <= frame.t_s - middle_s < 10.0 else frame
            for frame in shown.frames
        ]
        after_s = [e.at_s - middle_s for e in live(gone, name) if isinstance(e, RepCounted)]
        # What went before may be told once it is sure that nobody is there: after a second.
        told += [(seed, at_s) for at_s in after_s if 1.5 < at_s < 10.0]

    assert [] == told


def test_nobody_is_nothing() -> None:
    """An empty room does no exercise."""
    name, shown = anybody(0)
    empty = [replace(frame, points=()) for frame in shown.frames]

    assert ([], 0) == (done(live(empty, name)), sum(looked_back(empty, name).reps.values()))


def test_holds_fit_into_the_time() -> None:
    """No hold is longer than the recording, begins before it or ends after it was told."""
    wrong = []
    for seed in PEOPLE:
        frames = anybody(seed)[1].frames
        first_s, last_s = frames[0].t_s, frames[-1].t_s
        spans = [(e.start_s, e.end_s, e.at_s) for e in heard(seed) if isinstance(e, HoldEnded)]
        spans += [(held.start_s, held.end_s, last_s) for held in read(seed).holds]
        wrong += [(seed, s) for s in spans if not first_s <= s[0] < s[1] <= s[2] <= last_s]

    assert [] == wrong


def test_nobody_holds_two_things_at_once() -> None:
    """Looked back on, the holds of a side come one after the other."""
    wrong = []
    for seed in PEOPLE:
        holds = sorted(read(seed).holds, key=lambda held: held.start_s)
        for side in EXCHANGED:
            mine = pairwise(held for held in holds if held.side == side)
            wrong += [(seed, a, b) for a, b in mine if a.end_s > b.start_s]

    assert [] == wrong


@pytest.mark.parametrize("share", [0.3, 0.7])
def test_what_was_said_stays_said(share: float) -> None:
    """What is heard live depends on what was seen so far, never on what comes."""
    for seed in SOME:
        name, shown = anybody(seed)
        state = begin([WATCHES[name]])
        so_far: list[Event] = []
        for frame in shown.frames[: int(share * len(shown.frames))]:
            state, new = step(state, frame)
            so_far += new

        assert so_far == heard(seed)[: len(so_far)]


def test_live_counts_go_up_one_by_one() -> None:
    """One, two, three: on each side no number is left out or said twice."""
    for seed in PEOPLE:
        counted = [e for e in heard(seed) if isinstance(e, RepCounted)]
        for side in EXCHANGED:
            numbers = [event.number for event in counted if event.side == side]

            assert list(range(1, len(numbers) + 1)) == numbers


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("reach", [0.35, 0.6, 1.0])
def test_half_a_repetition_never_counts(name: str, reach: float) -> None:
    """Whoever gives up at a quarter of the own way, between whole ones, isn't given one for it."""
    chance = dice(1)
    movement = EXERCISES[name].movements["main"]
    sides: tuple[Side, ...] = ("both",) if movement.sides == "both" else ("left", "right")
    who = Someone(manner=Manner(reach=(reach, reach), tempo=1.5))
    shares = (1.0, 0.25, 1.0)
    acts = [Repeat(side=s, share=share, hold_s=1.0) for share in shares for s in sides]
    rest = Rest(lasts_s=2.0)
    acted = act(who, [rest, *acts, rest], REPERTOIRE, chance, exercise=EXERCISES[name])
    frames = list(seen(acted, asked_camera(movement), Clock(), PERFECT, chance))
    counted = [e for e in live(frames, name) if isinstance(e, RepCounted)]
    whole = 2 * len(sides)

    assert (whole, len(sides)) == (sum(acted.truth.reps.values()), acted.truth.halves)
    assert (whole, whole) == (sum(looked_back(frames, name).reps.values()), len(counted))


@pytest.mark.parametrize("hardship", ["body", "range", "moving", "camera", "model", "clock"])
def test_no_hardship_alone_leaves_anybody_uncounted(hardship: Hardship) -> None:
    """With one thing against them, eight of nine people are counted within one, looked back on."""
    found = {seed: anybody(seed, hardship) for seed in range(100, 109)}
    off = {s: _off(shown, looked_back(shown.frames, name)) for s, (name, shown) in found.items()}

    assert [] == [seed for seed, wrong in off.items() if wrong > 1][1:]


def _off(shown: Shown, account: Account) -> int:
    true = shown.truth.reps
    if shown.camera.mirrored:
        true = {EXCHANGED[side]: count for side, count in true.items()}
    return sum(abs(account.reps[side] - count) for side, count in true.items())


def test_nobody_is_praised_for_something_else() -> None:
    """Of people who do none of ours, at most one in ten hears the name of an exercise of ours."""
    named = []
    for seed, activity in enumerate(ACTIVITIES):
        shown = busy(activity, REPERTOIRE, dice(seed))
        frames = [frame for frame in shown.frames if frame.t_s < 20.0]
        if (name := looked_back(frames, None).exercise) is not None:
            named.append((activity, name))

    assert [] == named[len(ACTIVITIES) // 10 :]
