"""What of the record is looked at to see whether it helps."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import TYPE_CHECKING, Final

from unkink.core.history.entries import Day, Measure, Profile, Trial, Wording
from unkink.told import SessionSummary

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from unkink.core.history.entries import Entry

ONE_DAY: Final = timedelta(days=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Filled:
    """One filling-in of an instrument, and when."""

    number: int
    day: date
    measure: Measure


@dataclass(frozen=True, slots=True, kw_only=True)
class Begun:
    """A trial as it was begun or given up, and the number of its entry."""

    number: int
    trial: Trial


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """The record, folded: each day's own number, sessions and measures with the oldest first."""

    days: Mapping[date, Day]
    sessions: Sequence[tuple[date, SessionSummary]]
    """With the person's own day of each; those with nothing done are left out."""
    measures: Sequence[Filled]
    profile: Profile
    trial: Begun | None
    """The latest."""
    wordings: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Supplied wordings, by instrument."""

    @property
    def active(self) -> frozenset[date]:
        """The days with a session."""
        return frozenset(day for day, _ in self.sessions)


def kept(entries: Sequence[Entry], sessions: Iterable[tuple[date, SessionSummary]]) -> Kept:
    """Fold the record: of a day told twice the later counts, whatever the clock says."""
    in_order = sorted(entries, key=lambda each: each.number)
    days = {day_of(each.at): each.said for each in in_order if isinstance(each.said, Day)}
    trials = [
        Begun(number=each.number, trial=each.said)
        for each in in_order
        if isinstance(each.said, Trial)
    ]
    profiles = [each.said for each in in_order if isinstance(each.said, Profile)]
    done = [(day, session) for day, session in sessions if session.done_s > 0]
    return Kept(
        days=dict(sorted(days.items())),
        sessions=sorted(done, key=lambda each: each[1].started_at),
        measures=tuple(
            Filled(number=each.number, day=day_of(each.at), measure=each.said)
            for each in in_order
            if isinstance(each.said, Measure)
        ),
        profile=profiles[-1] if profiles else Profile(),
        trial=trials[-1] if trials else None,
        wordings={
            each.said.instrument: each.said.sentences
            for each in in_order
            if isinstance(each.said, Wording)
        },
    )


def day_of(at: str) -> date:
    """Tell the person's own day of a time that is told with its offset."""
    return date.fromisoformat(at[:10])


def each_day(first: date, last: date) -> Iterator[date]:
    """Go from one day to the other, both included."""
    while first <= last:
        yield first
        first += ONE_DAY


def mean(values: Iterable[float]) -> float | None:
    """Tell the mean, or None of nothing."""
    there = list(values)
    return sum(there) / len(there) if there else None
