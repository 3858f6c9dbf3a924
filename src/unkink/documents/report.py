"""A clinician's report: what was asked, what was done, and what is known of whether it helps."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Final

from unkink.core.safety import leaflet
from unkink.documents.handout import PAPERS
from unkink.documents.press import pressed
from unkink.documents.report_charts import pain_chart, shows_days, weeks_chart
from unkink.documents.report_rows import (
    NONE,
    answer_rows,
    exercise_rows,
    fired_rows,
    measure_rows,
)
from unkink.documents.values import day_words, short_day

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from unkink.documents.report_values import Report
    from unkink.documents.values import Value
    from unkink.progress.told import Design

LIMITS: Final = (
    "These are the person's own words and numbers.",
    (
        "Held time, reach and cues are estimates of one camera at home: compare them with this "
        "person's earlier days only. “Not seen” went by the clock alone and is no failure."
    ),
    "Twists and small movements are judged least well; foam rolling is only timed.",
    "What followed one exercise may come from another, or from none.",
    "Levels, rules and limits are Unkink's own judgement [D].",
)
DESIGNS: Final[Mapping[Design, str]] = {
    "as_it_came": "No trial: days before the first session against days since.",
    "baseline_then_exercises": "A trial of one: days before, then exercises.",
    "on_off": "A trial of one: weeks with and without, in an order drawn by lot.",
    "a_or_b": "A trial of one: one exercise or another, in an order drawn by lot.",
}
EDGE_DAYS: Final = 14
LEAST: Final = 3
"""Fewer days than this make no mean."""
NOTES: Final = 3
LONGEST_NOTE: Final = 160


def report(told: Report) -> bytes:
    """Make the PDF of a report."""
    rows, more = fired_rows(told)
    found = told.progress.answer
    comparison = found.comparison
    data: dict[str, Value] = {
        "title": "Home exercises for the lower back",
        "summary": "A report for the clinician: what was asked, done and measured.",
        "kind": "Report for the clinician",
        "date_words": day_words(told.on),
        "paper": PAPERS[told.paper],
        "name": told.name,
        "made_up": _made_up(told),
        "period": _period(told),
        "figures": _figures(told),
        "pain_svg": pain_chart(told),
        "pain_alt": _pain_alt(told),
        "shows_days": shows_days(told),
        "weeks_svg": weeks_chart(told),
        "weeks_alt": _weeks_alt(told),
        "standing": told.standing,
        "flags": [
            {"day": short_day(each.date), "words": each.words, "meant": each.meant}
            for each in told.flags
        ],
        "conditions": _conditions(told),
        "cares": _cares(told),
        "measures": measure_rows(told),
        "headline": found.headline,
        "design": DESIGNS[found.design],
        "warnings": found.warnings,
        "comparison": answer_rows(comparison) if comparison else [],
        "exercises": exercise_rows(told),
        "fired": rows,
        "more_fired": more,
        "notes": _notes(told),
        "limits": LIMITS,
        "footer": f"{_made_up(told)} {leaflet.WHAT_IT_IS} {leaflet.NOT_REVIEWED}".strip(),
    }
    return pressed("report.typ", data, on=told.on)


def _made_up(told: Report) -> str:
    return f"A made-up record: {told.made_up} is not a real person." if told.made_up else ""


def _period(told: Report) -> str:
    weeks = max(round(((told.last - told.first).days + 1) / 7), 1)
    length = "1 week" if weeks == 1 else f"{weeks} weeks"
    return f"{day_words(told.first)} to {day_words(told.last)} ({length})"


def _figures(told: Report) -> list[Value]:
    planned = sum(each.planned_s for each in told.sessions)
    done = sum(each.done_s for each in told.sessions)
    hurt = sum(each.hurt > 0 for each in told.sessions)
    weeks = max(((told.last - told.first).days + 1) / 7, 1)
    goal = told.progress.weeks[-1].goal_days if told.progress.weeks else None
    early, late = _edges(told)
    count = len(told.sessions)
    a_week = f"{count / weeks:.1f} a week" + (f", own goal {goal}" if goal else "")
    return [
        {
            "value": str(count),
            "name": "session" if count == 1 else "sessions",
            "note": a_week,
        },
        {
            "value": f"{done / planned:.0%}" if planned else NONE,
            "name": "done of planned",
            "note": "time, in sessions begun",
        },
        {
            "value": f"{early:.1f} → {late:.1f}"
            if early is not None and late is not None
            else NONE,
            "name": "pain, 0-10",
            "note": f"mean, first and last {EDGE_DAYS} days",
        },
        {
            "value": str(hurt),
            "name": "stopped by pain",
            "note": "of these sessions",
        },
    ]


def _edges(told: Report) -> tuple[float | None, float | None]:
    """Give mean pain of the first and the last days, where they don't overlap."""
    inside = [
        ((date.fromisoformat(each.date) - told.first).days, each.pain)
        for each in told.progress.days
        if told.first <= date.fromisoformat(each.date) <= told.last
    ]
    length = (told.last - told.first).days + 1
    if length < 2 * EDGE_DAYS:
        return None, None
    early = [pain for day, pain in inside if day < EDGE_DAYS]
    late = [pain for day, pain in inside if day >= length - EDGE_DAYS]
    return _mean(early), _mean(late)


def _mean(values: Sequence[int]) -> float | None:
    return sum(values) / len(values) if len(values) >= LEAST else None


def _pain_alt(told: Report) -> str:
    weeks = [
        f"week of {short_day(date.fromisoformat(week.monday))}: {week.pain_mean:.1f}"
        for week in told.progress.weeks
        if week.pain_mean is not None and told.first <= date.fromisoformat(week.monday) <= told.last
    ]
    return "Mean pain by week, 0 to 10. " + (", ".join(weeks) or "No day was told") + "."


def _weeks_alt(told: Report) -> str:
    days = [
        str(week.days_active)
        for week in told.progress.weeks
        if told.first <= date.fromisoformat(week.monday) <= told.last
    ]
    return f"Days with a session, week by week: {', '.join(days) or 'none'}."


def _conditions(told: Report) -> str:
    if told.conditions is None:
        return "Conditions that need care have not been asked yet."
    return "; ".join(told.conditions) or "None of those asked about."


def _cares(told: Report) -> list[Value]:
    """Join exercises that are treated alike for the same reason."""
    alike: dict[tuple[str, str], list[str]] = {}
    for each in told.cares:
        alike.setdefault((each.what, each.why), []).append(each.exercise)
    return [
        {"exercises": ", ".join(names), "what": what, "why": why}
        for (what, why), names in alike.items()
    ]


def _notes(told: Report) -> list[Value]:
    """Give the person's latest words, shortened where they are long."""
    noted = [each for each in told.sessions if each.note.strip()]
    return [
        {"day": short_day(each.started_at.date()), "words": _short(each.note)}
        for each in noted[-NOTES:]
    ]


def _short(note: str) -> str:
    whole = " ".join(note.split())
    return whole if len(whole) <= LONGEST_NOTE else f"{whole[: LONGEST_NOTE - 1]}…"
