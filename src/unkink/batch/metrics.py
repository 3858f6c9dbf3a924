"""How right the coach was: what it said against what a person saw. See docs/scoring.md."""

from __future__ import annotations

import statistics
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, NamedTuple

from unkink.batch.labels import NONE, Label, Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from unkink.core.coach.account import Account, Held

MINUTE_S: Final = 60.0


class Compared(NamedTuple):
    """One label, and what the coach said of the same stretch."""

    label: Label
    account: Account
    told: bool
    """Whether the coach was told the exercise; otherwise it had to recognise it."""
    lasts_s: float


class Counts(NamedTuple):
    """How well repetitions were counted."""

    labels: int
    exact: float | None
    """The share without any error."""
    within_one: float | None
    """The share off by one at most: OBO."""
    mae: float | None
    """The mean error, in repetitions."""
    mae_share: float | None
    """The mean error as a share of the true count, where that isn't 0."""


class Edges(NamedTuple):
    """How far off the beginnings or the ends of holds were, in seconds, either way."""

    median_s: float | None
    most_s: float | None
    """95 % were no further off."""


class Holds(NamedTuple):
    """How well holds were told."""

    true: int
    missed: int
    false: int
    start: Edges
    end: Edges
    both: Edges


class Recognition(NamedTuple):
    """What was taken for what, where the coach wasn't told."""

    confusion: Mapping[tuple[str, str], int]
    """How often the first was taken for the second."""
    macro_f1: float | None


class Idle(NamedTuple):
    """What was counted while none of our exercises was done."""

    minutes: float
    false_reps: int
    per_minute: float | None


@dataclass(frozen=True, slots=True)
class Metrics:
    """All of it; None where there was nothing to measure."""

    counts: Counts
    holds: Holds
    recognition: Recognition
    idle: Idle
    declined: float | None
    """The share of the time that wasn't judged."""


def metrics(compared: Sequence[Compared]) -> Metrics:
    """Measure everything that the labels allow."""
    return Metrics(
        counts=counts(compared),
        holds=holds(compared),
        recognition=recognition(
            [(_named(c.label.exercise), _named(c.account.exercise)) for c in compared if not c.told]
        ),
        idle=idle(compared),
        declined=declined(compared),
    )


def counts(compared: Iterable[Compared]) -> Counts:
    """Compare the counts of the stretches in which one of our exercises was counted."""
    found = [
        (error, c.label.reps or 0)
        for c in compared
        if c.label.exercise is not None and (error := count_error(c)) is not None
    ]
    errors = [error for error, _ in found]
    shares = [error / reps for error, reps in found if reps]
    return Counts(
        labels=len(errors),
        exact=_mean([float(error == 0) for error in errors]),
        within_one=_mean([float(error <= 1) for error in errors]),
        mae=_mean(errors),
        mae_share=_mean(shares),
    )


def count_error(compared: Compared) -> int | None:
    """
    Say by how many repetitions the count is off; None where nobody counted.

    Where the label tells the sides, each is counted on its own: a left one taken for a right one
    is two errors. What was taken for another exercise, or for none, is not counted at all.
    """
    label, account = compared.label, compared.account
    if label.reps is None:
        return None
    reps = account.reps if account.exercise == label.exercise else {}
    if label.by_side is None:
        return abs(sum(reps.values()) - label.reps)
    return sum(abs(reps.get(side, 0) - count) for side, count in label.by_side.items())


def holds(compared: Iterable[Compared]) -> Holds:
    """Pair the holds of each label with the coach's, and measure how far off their edges are."""
    true = missed = false = 0
    starts: list[float] = []
    ends: list[float] = []
    for label, account, _, _ in compared:
        if label.holds is None:
            continue
        told = account.holds if account.exercise == label.exercise else ()
        pairs = paired(label.holds, told)
        true += len(label.holds)
        missed += len(label.holds) - len(pairs)
        false += len(account.holds) - len(pairs)
        starts += [abs(held.start_s - span.start_s) for span, held in pairs]
        ends += [abs(held.end_s - span.end_s) for span, held in pairs]
    return Holds(true, missed, false, _edges(starts), _edges(ends), _edges([*starts, *ends]))


def paired(true: Sequence[Span], told: Sequence[Held]) -> list[tuple[Span, Held]]:
    """Pair what overlaps on the same side, the longest overlap first, each only once."""
    overlaps = sorted(
        (
            (min(a.end_s, b.end_s) - max(a.start_s, b.start_s), -i, -j)
            for i, a in enumerate(true)
            for j, b in enumerate(told)
            if a.side in {None, b.side}
        ),
        reverse=True,
    )
    pairs: dict[int, int] = {}
    for overlap_s, i, j in overlaps:
        if overlap_s > 0.0 and -i not in pairs and -j not in pairs.values():
            pairs[-i] = -j
    return [(true[i], told[j]) for i, j in sorted(pairs.items())]


def recognition(pairs: Sequence[tuple[str, str]]) -> Recognition:
    """Count what was taken for what; F1 is the mean over all that was truly there."""
    confusion = Counter(pairs)
    scores = []
    for name in dict.fromkeys(true for true, _ in pairs):
        right = confusion[name, name]
        was = sum(n for (true, _), n in confusion.items() if true == name)
        said = sum(n for (_, told), n in confusion.items() if told == name)
        scores.append(2 * right / (was + said))
    return Recognition(dict(confusion), _mean(scores))


def idle(compared: Iterable[Compared]) -> Idle:
    """Count what was counted though none of our exercises was done."""
    none = [c for c in compared if c.label.exercise is None]
    minutes = sum(c.lasts_s for c in none) / MINUTE_S
    false_reps = sum(sum(c.account.reps.values()) for c in none)
    return Idle(minutes, false_reps, false_reps / minutes if minutes > 0.0 else None)


def declined(compared: Iterable[Compared]) -> float | None:
    """Give the share of the time that wasn't judged; such time is no failure and no success."""
    pairs = [(c.lasts_s, c.account.judged_fraction) for c in compared]
    total_s = sum(lasts_s for lasts_s, _ in pairs)
    if total_s <= 0.0:
        return None
    return 1.0 - sum(lasts_s * judged for lasts_s, judged in pairs) / total_s


def _edges(errors_s: list[float]) -> Edges:
    if not errors_s:
        return Edges(None, None)
    if len(errors_s) == 1:
        return Edges(errors_s[0], errors_s[0])
    most_s = statistics.quantiles(errors_s, n=20, method="inclusive")[-1]
    return Edges(statistics.median(errors_s), most_s)


def _mean(values: Sequence[float]) -> float | None:
    return statistics.fmean(values) if values else None


def _named(exercise: str | None) -> str:
    return exercise or NONE
