"""The days of two phases set against each other, every way a careful reader asks for."""

from __future__ import annotations

from datetime import date, timedelta
from statistics import fmean, median
from typing import TYPE_CHECKING, Final

from unkink.core.outcomes.meaning import meaning
from unkink.core.outcomes.questionnaires import PAIN
from unkink.progress.bayes import belief
from unkink.progress.chance import by_lot
from unkink.progress.luck import falls_by_itself
from unkink.progress.overlap import tau
from unkink.progress.told import Comparison, Overlap
from unkink.progress.trend import corrected_tau

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from unkink.progress.chance import Chance
    from unkink.progress.study import Study

JUST_BEFORE: Final = 3
"""So many of the days just before the start show whether it began in a bad time [D]."""

Pain = list[float | None]


def compare(study: Study, pain: Mapping[date, float], today: date) -> Comparison:
    """Compare the phases as far as they have got; each needs at least one day with a number."""
    y = numbers(study, pain, today)
    way = study.way[: len(y)]
    told = [n for n, each in enumerate(y) if each is not None and way[n] >= 0]
    a_days, b_days = ([n for n in told if way[n] == phase] for phase in (0, 1))
    a, b = _values(y, a_days), _values(y, b_days)
    counted = [each if way[n] >= 0 else None for n, each in enumerate(y)]
    phase = [float(max(each, 0)) for each in way]
    adjusted = belief(counted, phase, trend=True)
    lot = _lot(study, y, today)
    return Comparison(
        names=study.names,
        days=(len(a), len(b)),
        missing=(way.count(0) - len(a), way.count(1) - len(b)),
        mean=(fmean(a), fmean(b)),
        median=(median(a), median(b)),
        meaning=meaning(PAIN, fmean(a), fmean(b)),
        adjusted=adjusted,
        unadjusted=belief(counted, phase, trend=False),
        overlap=_overlap(a_days, a, b_days, b),
        chance_p=lot.p if lot else None,
        chance_draws=len(study.possible),
        by_itself=_by_itself(a, adjusted.rho),
    )


def numbers(study: Study, pain: Mapping[date, float], today: date) -> Pain:
    """Tell the numbers day by day, None where none was told; today counts once it is told."""
    until = today if today in pain else today - timedelta(days=1)
    days = min((until - study.first).days + 1, len(study.way))
    return [pain.get(study.first + timedelta(days=n)) for n in range(max(days, 0))]


def _values(y: Sequence[float | None], days: Sequence[int]) -> list[float]:
    return [each for n in days if (each := y[n]) is not None]


def _overlap(
    a_days: Sequence[int], a: Sequence[float], b_days: Sequence[int], b: Sequence[float]
) -> Overlap:
    found = corrected_tau([float(n) for n in a_days], a, [float(n) for n in b_days], b)
    return Overlap(
        tau=tau(a, b),
        corrected_tau=found.tau,
        corrected=found.corrected,
        trend_per_week=7 * found.trend.slope,
        trend_p=found.trend.p,
    )


def _lot(study: Study, y: Pain, today: date) -> Chance | None:
    # Only at its end: whoever looks every day and stops on a lucky one proves nothing.
    if today < study.last or study.way not in study.possible:
        return None
    days = len(y)
    return by_lot(y, study.way[:days], [each[:days] for each in study.possible])


def _by_itself(a: Sequence[float], rho: float) -> float:
    return falls_by_itself(fmean(a[-JUST_BEFORE:]), fmean(a), rho)
