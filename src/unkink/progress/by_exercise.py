"""One exercise at a time: how long it was held on each side, how far it went, what followed."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Final

from unkink.progress.kept import ONE_DAY, mean
from unkink.progress.told import ExerciseProgress, Followed, Range

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from unkink.core.body import Side
    from unkink.core.history.tally import ExerciseDone
    from unkink.progress.kept import Kept
    from unkink.told import SessionSummary

FEW: Final = 3
"""Below so many sessions a mean says nothing [D]."""

UNEVEN: Final = 0.20
"""From such a difference on a side is called lesser [D]."""

ROSE: Final = 2
"""The next day counts as worse from so many points on: `evidence.md#measures`."""

Done = tuple[date, "SessionSummary", "ExerciseDone"]


def by_exercise(kept: Kept) -> tuple[ExerciseProgress, ...]:
    """Tell every exercise that was done, the most frequent first."""
    done: dict[str, list[Done]] = {}
    for day, session in kept.sessions:
        for each in session.exercises:
            if each.done_s > 0:
                done.setdefault(each.exercise, []).append((day, session, each))
    found = [_progress(all_of, kept) for all_of in done.values()]
    return tuple(sorted(found, key=lambda each: -each.sessions))


def _progress(done: Sequence[Done], kept: Kept) -> ExerciseProgress:
    day, _, latest = done[-1]
    seen_s = _sum(each.seen.held_by_side_s for _, _, each in done if each.seen)
    lesser, imbalance = _uneven(done, seen_s)
    followed = _followed(done, kept)
    return ExerciseProgress(
        exercise=latest.exercise,
        name=latest.name,
        sessions=len(done),
        last=day.isoformat(),
        reps=sum(each.reps_done for _, _, each in done),
        clock_s=_sum(each.held_by_side_s for _, _, each in done),
        seen_s=seen_s,
        lesser_side=lesser,
        imbalance=imbalance,
        ranges=_ranges(done),
        followed=followed,
        words=_words(followed, lesser, imbalance),
    )


def _sum(held: Iterable[Mapping[Side, float]]) -> dict[Side, float]:
    total: dict[Side, float] = {}
    for each in held:
        for side, held_s in each.items():
            total[side] = total.get(side, 0.0) + held_s
    return {side: round(held_s, 1) for side, held_s in total.items()}


def _uneven(done: Sequence[Done], seen_s: Mapping[Side, float]) -> tuple[Side | None, float | None]:
    watched = sum(
        each.seen is not None and {"left", "right"} <= set(each.seen.held_by_side_s)
        for _, _, each in done
    )
    left, right = seen_s.get("left", 0.0), seen_s.get("right", 0.0)
    if watched < FEW or max(left, right) <= 0:
        return None, None
    part = abs(left - right) / max(left, right)
    if part < UNEVEN:
        return None, part
    return ("left" if left < right else "right"), part


def _ranges(done: Sequence[Done]) -> tuple[Range, ...]:
    return tuple(
        Range(
            date=day.isoformat(),
            side=side,
            reach=each.seen.reach.get(side),
            held_s=each.seen.held_by_side_s.get(side, 0.0),
        )
        for day, _, each in done
        if each.seen is not None
        for side in sorted({*each.seen.reach, *each.seen.held_by_side_s})
    )


def _followed(done: Sequence[Done], kept: Kept) -> Followed:
    after = [s.pain_after - s.pain_before for _, s, _ in done if s.pain_after is not None]
    next_day = [
        kept.days[day + ONE_DAY].pain - session.pain_before
        for day, session, _ in done
        if day + ONE_DAY in kept.days
    ]
    return Followed(
        sessions=len(done),
        after=mean(after) if len(after) >= FEW else None,
        next_day=mean(next_day) if len(next_day) >= FEW else None,
        rose_next_day=sum(each >= ROSE for each in next_day),
        blamed=sum(each.exercise in session.hurt_by for _, session, each in done),
    )


def _words(followed: Followed, lesser: Side | None, imbalance: float | None) -> tuple[str, ...]:
    said = []
    if followed.after is not None:
        said.append(f"Afterwards pain was {_against(followed.after)}.")
    if followed.next_day is not None:
        said.append(f"The next day it was {_against(followed.next_day)} than before the session.")
    if followed.rose_next_day:
        times = "once" if followed.rose_next_day == 1 else f"{followed.rose_next_day} times"
        said.append(f"It was 2 points or more worse the next day {times}.")
    if followed.blamed:
        times = "once" if followed.blamed == 1 else f"{followed.blamed} times"
        said.append(f"You named it {times} as what hurt.")
    if lesser and imbalance is not None:
        said.append(f"The {lesser} side was held {imbalance:.0%} less, as the camera saw it.")
    return tuple(said)


def _against(change: float) -> str:
    if abs(change) < 0.05:
        return "no different on average"
    return f"{abs(change):.1f} {'higher' if change > 0 else 'lower'} on average"
