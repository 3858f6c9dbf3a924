"""
How soon the coach names an exercise that it wasn't told, and how long a wrong name stands.

Simulated people with all hardships of `core/simulation/crowd.py`, each by a seed. Three questions:
somebody does an exercise; somebody does one that was taken out of the catalogue; somebody does what
is none of ours. Run: `.venv/bin/python bench/naming.py [--people 3] [--seed 1000]`
"""

from __future__ import annotations

import argparse
import random
from collections import Counter
from statistics import median
from typing import TYPE_CHECKING, NamedTuple

from unkink.catalogue import read_catalogue
from unkink.core.coach.coach import begin, end, step
from unkink.core.coach.events import Recognised, RepCounted
from unkink.core.coach.judging import watched
from unkink.core.simulation.activities import ACTIVITIES
from unkink.core.simulation.crowd import busy, exercising
from unkink.core.simulation.paths import Repertoire

if TYPE_CHECKING:
    from collections.abc import Sequence

    from unkink.core.coach.watch import Watch
    from unkink.core.simulation.chance import Chance
    from unkink.core.simulation.crowd import Shown

LATE = 0.95


class Named(NamedTuple):
    """What one recording was taken for, and when."""

    true: str | None
    of: str
    """What was done, by its own name."""
    lasts_s: float
    right_after_s: float | None
    """From the first moment in the exercise's position; None for never or nothing to name."""
    wrong_s: float
    """How long wrong names stood in all."""
    longest_s: float
    """The longest that one stood."""
    wrong: frozenset[str]
    reps: int
    """Repetitions told under a wrong name."""


def main() -> None:
    """Let them do it all, and print what came of it."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--people", type=int, default=3, help="for each exercise and each doing")
    parser.add_argument("--seed", type=int, default=1000)
    asked = parser.parse_args()
    exercises = {
        name: each
        for name, each in read_catalogue().exercises.items()
        if each.kind not in {"warm_up", "walk"}
    }
    watches = {name: each for name, each in watched(exercises).items() if each.can_tell}
    repertoire, all_watches = Repertoire(), tuple(watches.values())
    known: list[Named] = []
    unknown: list[Named] = []
    idle: list[Named] = []
    for seed in range(asked.seed, asked.seed + asked.people):
        for name in watches:
            shown = exercising(exercises[name], repertoire, _chance(seed, name))
            known.append(name_live(shown, all_watches, name, name))
            others = tuple(each for each in all_watches if each.exercise != name)
            unknown.append(name_live(shown, others, None, name))
        for doing in ACTIVITIES:
            shown = busy(doing, repertoire, _chance(seed, doing))
            idle.append(name_live(shown, all_watches, None, doing))
    _tell_known(known)
    _tell_wrong("an exercise it has never heard of", unknown)
    _tell_wrong("none of ours", idle)


def _chance(seed: int, of: str) -> Chance:
    return random.Random(f"{seed} {of}").random  # noqa: S311 - people, not secrets


def name_live(shown: Shown, watches: Sequence[Watch], true: str | None, of: str) -> Named:
    """Let the coach watch as it does live, and note each name it tells."""
    state = begin(watches, expected=False)
    told: list[Recognised] = []
    now: str | None = None
    reps = 0
    for frame in shown.frames:
        state, events = step(state, frame)
        for event in events:
            if isinstance(event, Recognised):
                told.append(event)
                now = event.exercise
            reps += isinstance(event, RepCounted) and now != true
    state, events = end(state)
    told += [event for event in events if isinstance(event, Recognised)]
    first_s, last_s = shown.frames[0].t_s, shown.frames[-1].t_s
    spans = [
        (event.exercise, until_s - event.at_s)
        for event, until_s in zip(told, [*(e.at_s for e in told), last_s][1:], strict=False)
    ]
    wrong = [(name, lasts_s) for name, lasts_s in spans if name not in {None, true}]
    right = [event.at_s for event in told if event.exercise == true]
    starts_s = min((span.start_s for span in shown.truth.in_position), default=first_s)
    return Named(
        true,
        of,
        last_s - first_s,
        max(0.0, right[0] - starts_s) if true is not None and right else None,
        sum(lasts_s for _, lasts_s in wrong),
        max((lasts_s for _, lasts_s in wrong), default=0.0),
        frozenset(name for name, _ in wrong if name),
        reps,
    )


def _tell_known(named: Sequence[Named]) -> None:
    print(f"{'an exercise of ours':<28}{'named':>7}{'median s':>10}{'95 % s':>8}{'wrong':>7}  as")
    for name in [*dict.fromkeys(each.of for each in named), "all"]:
        mine = [each for each in named if name in {each.of, "all"}]
        soon = sorted(each.right_after_s for each in mine if each.right_after_s is not None)
        wrong = Counter(name for each in mine for name in each.wrong)
        late = soon[min(len(soon) - 1, int(LATE * len(soon)))] if soon else float("nan")
        print(
            f"{name:<28}{len(soon) / len(mine):>7.0%}{median(soon or [float('nan')]):>10.1f}"
            f"{late:>8.1f}{sum(bool(each.wrong) for each in mine) / len(mine):>7.0%}  "
            f"{_words(wrong)}"
        )
    _tell_time(named)


def _tell_wrong(title: str, named: Sequence[Named]) -> None:
    print(f"\n{title:<34}{'named':>7}")
    for name in dict.fromkeys(each.of for each in named):
        mine = [each for each in named if each.of == name]
        wrong = Counter(name for each in mine for name in each.wrong)
        share = sum(bool(each.wrong) for each in mine) / len(mine)
        if wrong:
            print(f"{name:<34}{share:>7.0%}  {_words(wrong)}")
    share = sum(bool(each.wrong) for each in named) / len(named)
    print(f"{'all':<34}{share:>7.1%}")
    _tell_time(named)


def _tell_time(named: Sequence[Named]) -> None:
    minutes = sum(each.lasts_s for each in named) / 60.0
    wrong_s = sum(each.wrong_s for each in named)
    stood = sorted(each.longest_s for each in named if each.wrong)
    worst = f", the longest {stood[-1]:.0f} s, in the median {median(stood):.0f} s" if stood else ""
    reps = sum(each.reps for each in named)
    print(
        f"a wrong name stands {wrong_s / minutes:.2f} s a minute{worst}; "
        f"{reps / minutes:.2f} repetitions a minute under it ({minutes:.0f} minutes)"
    )


def _words(wrong: Counter[str]) -> str:
    return ", ".join(f"{name} {count}" for name, count in wrong.most_common())


if __name__ == "__main__":
    main()
