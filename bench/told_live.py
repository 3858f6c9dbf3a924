"""
How right the coach is while it goes on, against what it finds when it looks back.

Run: `.venv/bin/python bench/told_live.py [SEED]`, with the `bench` group installed. Simulated
people do every exercise that a camera can tell; each is judged live by `step` alone, and looked
back on.
"""

from __future__ import annotations

import sys
from concurrent.futures import ProcessPoolExecutor
from functools import cache
from statistics import median, quantiles
from typing import TYPE_CHECKING, NamedTuple

from compare import people
from unkink.batch.metrics import Compared, metrics
from unkink.catalogue import read_catalogue
from unkink.core.coach.account import account
from unkink.core.coach.coach import begin, end, step
from unkink.core.coach.events import HoldStarted, RepCounted
from unkink.core.coach.judging import judge
from unkink.core.coach.watch import watches

if TYPE_CHECKING:
    from collections.abc import Sequence

    from unkink.core.coach.account import Account
    from unkink.core.coach.events import Event
    from unkink.core.coach.watch import Watch

RANGES = (0.3, 0.4, 1.0)
VIEWS = ("where asked", "turned 30 degrees", "on a shelf")
TIMES = 3
LYING = frozenset({"supine", "prone"})
SAME_S = 4.0
"""A repetition told live and one looked back on are the same one when they are so near."""
EXERCISES = read_catalogue().exercises


class Told(NamedTuple):
    """One person: what was told live, what was looked back on, and how late the first was."""

    exercise: str
    range_fraction: float
    live: Compared
    back: Compared
    counted_late_s: tuple[float, ...]
    hold_late_s: tuple[float, ...]


def main() -> None:
    """Judge everybody, and print the tables."""
    first = int(sys.argv[1]) if len(sys.argv) > 1 else 5000
    asked = [
        (name, range_fraction, view)
        for name, exercise in EXERCISES.items()
        if exercise.kind not in {"warm_up", "walk"} and watches(exercise).can_tell
        for range_fraction in RANGES
        for view in VIEWS
        for _ in range(TIMES)
    ]
    with ProcessPoolExecutor(2) as pool:
        told = list(pool.map(judged, asked, range(first, first + len(asked)), chunksize=9))
    print(f"{'':<32}{'exact':>7}{'OBO':>7}{'MAE':>7}{'edges s':>9}{'95 %':>7}{'miss/false':>12}")
    for lies in (True, False):
        for range_fraction in RANGES:
            some = [t for t in told if t.range_fraction == range_fraction and _lies(t) == lies]
            name = f"{'lying' if lies else 'upright'}, range {range_fraction}"
            report(f"{name}: live", [each.live for each in some])
            report(f"{name}: looked back", [each.back for each in some])
    for exercise in dict.fromkeys(each.exercise for each in told):
        some = [each for each in told if each.exercise == exercise]
        report(f"{exercise}: live", [each.live for each in some])
        report(f"{exercise}: back", [each.back for each in some])
    late("counted late", [s for each in told for s in each.counted_late_s])
    late("hold told late", [s for each in told for s in each.hold_late_s])


def judged(asked: tuple[str, float, str], seed: int) -> Told:
    """Let the coach watch one person, live and looking back."""
    name, range_fraction, view = asked
    exercise = EXERCISES[name]
    one = people.person(exercise, range_fraction=range_fraction, view=view, seed=seed)
    known = {name: _watch(name)}
    state = begin([known[name]])
    events: list[Event] = []
    for frame in one.frames:
        state, new = step(state, frame)
        events += new
    state, new = end(state)
    events += new
    live = account(events, exercise=name, judged_s=state.judged_s, total_s=state.total_s)
    back = judge(one.frames, EXERCISES, expected=name, known=known)
    lasts_s = one.frames[-1].t_s - one.frames[0].t_s

    def compared(account: Account) -> Compared:
        return Compared(one.label, account, told=True, lasts_s=lasts_s)

    return Told(
        name,
        range_fraction,
        compared(live),
        compared(back.account),
        _counted_late_s(events, back.events),
        _hold_late_s(events, one.label.holds or ()),
    )


@cache
def _watch(name: str) -> Watch:
    return watches(EXERCISES[name])


def _counted_late_s(live: Sequence[Event], back: Sequence[Event]) -> tuple[float, ...]:
    counted = [each for each in back if isinstance(each, RepCounted) and not each.still_held]
    late_s = []
    for each in live:
        if isinstance(each, RepCounted) and not each.still_held:
            near = [each.at_s - one.at_s for one in counted if one.side == each.side]
            nearest = min(near, key=abs, default=SAME_S)
            if abs(nearest) < SAME_S:
                late_s.append(nearest)
    return tuple(late_s)


def _hold_late_s(live: Sequence[Event], true: Sequence[people.Span]) -> tuple[float, ...]:
    late_s = []
    for span in true:
        said = [
            each.at_s
            for each in live
            if isinstance(each, HoldStarted)
            and each.side == span.side
            and span.start_s - 1.0 <= each.at_s <= span.end_s
        ]
        if said:
            late_s.append(min(said) - span.start_s)
    return tuple(late_s)


def _lies(told: Told) -> bool:
    return EXERCISES[told.exercise].movements["main"].start in LYING


def report(name: str, some: list[Compared]) -> None:
    """Print one line."""
    found = metrics(some)
    counts, holds = found.counts, found.holds
    shares = f"{_pct(counts.exact):>7}{_pct(counts.within_one):>7}{counts.mae_share or 0:>7.3f}"
    print(
        f"{name:<32}{shares}"
        f"{holds.both.median_s or 0:>9.2f}{holds.both.most_s or 0:>7.2f}"
        f"{f'{holds.missed}/{holds.false}':>8}/{holds.true}"
    )


def late(name: str, late_s: list[float]) -> None:
    """Print how late something was told."""
    most = quantiles(late_s, n=20)[-1]
    print(f"{name:<32}median {median(late_s):.2f} s, 95 % {most:.2f} s, of {len(late_s)}")


def _pct(share: float | None) -> str:
    return "-" if share is None else f"{share:.0%}"


if __name__ == "__main__":
    main()
