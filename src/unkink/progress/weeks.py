"""The record week by week, and the latest week in words."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from unkink.progress.kept import each_day, mean
from unkink.progress.reasons import times
from unkink.progress.told import Week

if TYPE_CHECKING:
    from unkink.progress.kept import Kept

A_WEEK = timedelta(days=7)


def weeks(kept: Kept, today: date) -> tuple[Week, ...]:
    """Tell every week from the first with anything in it to this one, oldest first."""
    began = first_day(kept)
    if began is None:
        return ()
    monday, found = began - timedelta(days=began.weekday()), []
    while monday <= today:
        found.append(_week(kept, monday, today))
        monday += A_WEEK
    return tuple(found)


def first_day(kept: Kept) -> date | None:
    """Tell the first day with anything in the record."""
    return min([*kept.days, *kept.active], default=None)


def summary(found: tuple[Week, ...]) -> tuple[str, ...]:
    """Tell the latest week in words: what was, never what should have been."""
    if not found:
        return ()
    week, before = found[-1], found[-2] if len(found) > 1 else None
    when = "Last week" if week.over else "This week"
    said = [_active_words(week, when)]
    if week.pain_mean is not None:
        said.append(f"Pain {week.pain_mean:.1f} on average{_against(week, before)}.")
    if week.stiffness_mean is not None:
        said.append(f"Stiffness {week.stiffness_mean:.1f}.")
    return tuple(said)


def _week(kept: Kept, monday: date, today: date) -> Week:
    sunday = monday + timedelta(days=6)
    days = [kept.days[day] for day in each_day(monday, sunday) if day in kept.days]
    sessions = [(day, done) for day, done in kept.sessions if monday <= day <= sunday]
    return Week(
        monday=monday.isoformat(),
        days_active=len({day for day, _ in sessions}),
        goal_days=kept.profile.days_a_week,
        sessions=len(sessions),
        done_s=sum(done.done_s for _, done in sessions),
        pain_mean=mean(day.pain for day in days),
        stiffness_mean=mean(day.stiffness for day in days if day.stiffness is not None),
        days_told=len(days),
        over=sunday < today,
    )


def _active_words(week: Week, when: str) -> str:
    if week.days_active == 0:
        return f"{when}: no session yet. Every day is a good day to begin again."
    done = f"{when}: {times(week.days_active, 'day', 'days')} with exercises"
    minutes = f"{max(round(week.done_s / 60), 1)} minutes in all"
    if week.days_active >= week.goal_days:
        return f"{done}, {minutes}. That is what you set out to do."
    return f"{done}, {minutes}. Your own goal is {week.goal_days}."


def _against(week: Week, before: Week | None) -> str:
    if before is None or before.pain_mean is None or week.pain_mean is None:
        return ""
    if abs(week.pain_mean - before.pain_mean) < 0.05:
        return ", the same as the week before"
    return f", {before.pain_mean:.1f} the week before"
