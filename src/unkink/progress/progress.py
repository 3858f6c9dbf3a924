"""All the record says about getting on, put together. Pure: the day is an input."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from unkink.progress.answer import answer
from unkink.progress.by_exercise import FEW, by_exercise
from unkink.progress.kept import ONE_DAY, each_day, mean
from unkink.progress.measured import measured
from unkink.progress.study import study
from unkink.progress.told import Around, PainDay, Progress, SessionPain
from unkink.progress.trial import trial_now
from unkink.progress.weeks import first_day, summary, weeks

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from unkink.progress.kept import Kept

LATEST: Final = 20
"""So many sessions at the end of the record show how pain goes around them now [D]."""

CAVEATS: Final = (
    "Exercises are done together, so what followed one may come from another, or from none.",
    "What the camera tells is an estimate from one picture: compare it with your own earlier days.",
    "This is a coach, not treatment, and no clinician has reviewed it yet.",
)


def progress(
    kept: Kept,
    today: date,
    *,
    names: Mapping[str, str],
    unsafe: Mapping[str, str],
) -> Progress:
    """Tell it all; *names* are the exercises', *unsafe* says which tests must not be done."""
    began = first_day(kept)
    by_week = weeks(kept, today)
    sessions = _sessions(kept)
    yesterday = kept.days.get(today - ONE_DAY)
    return Progress(
        today=today.isoformat(),
        since=began.isoformat() if began else "",
        began=kept.sessions[0][0].isoformat() if kept.sessions else "",
        answer=answer(kept, today),
        summary=summary(by_week),
        said_today=today in kept.days,
        yesterday=yesterday.pain if yesterday else None,
        days=_days(kept, today),
        sessions=sessions,
        around=_around(sessions[-LATEST:]),
        weeks=by_week,
        exercises=by_exercise(kept),
        measures=measured(kept, today, unsafe),
        trial=trial_now(kept, today, names),
        caveats=CAVEATS,
    )


def _days(kept: Kept, today: date) -> tuple[PainDay, ...]:
    found = study(kept, today)
    return tuple(
        PainDay(
            date=day.isoformat(),
            pain=told.pain,
            stiffness=told.stiffness,
            besides=told.besides,
            phase=found.phase(day) if found else "",
            week_mean=_week_mean(kept, day),
        )
        for day, told in kept.days.items()
    )


def _week_mean(kept: Kept, day: date) -> float | None:
    there = [kept.days[each].pain for each in each_day(day - 6 * ONE_DAY, day) if each in kept.days]
    return mean(there) if len(there) >= FEW else None


def _around(sessions: tuple[SessionPain, ...]) -> Around | None:
    whole = [
        (each.before, each.after, each.next_day)
        for each in sessions
        if each.after is not None and each.next_day is not None
    ]
    if len(whole) < FEW:
        return None
    before, after, next_day = (sum(column) / len(whole) for column in zip(*whole, strict=True))
    return Around(sessions=len(whole), before=before, after=after, next_day=next_day)


def _sessions(kept: Kept) -> tuple[SessionPain, ...]:
    following = {day: kept.days.get(day + ONE_DAY) for day in kept.active}
    return tuple(
        SessionPain(
            session_id=session.session_id,
            date=day.isoformat(),
            name=session.name,
            before=session.pain_before,
            worst=session.pain_worst,
            after=session.pain_after,
            next_day=told.pain if (told := following[day]) else None,
            stiffness_before=session.stiffness_before,
            stiffness_after=session.stiffness_after,
            felt=session.felt,
            done_s=session.done_s,
            planned_s=session.planned_s,
        )
        for day, session in kept.sessions
    )
