"""Gathers a clinician's report from the use cases."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, Final, TypeVar

from unkink.app.given import local
from unkink.core.errors import Invalid
from unkink.core.history.entries import Bounds, Profile
from unkink.core.safety import flags
from unkink.core.safety.conditions import BY_ID
from unkink.core.safety.precautions import precautions
from unkink.core.safety.screening import (
    ClinicianFirst,
    Emergency,
    OutOfScope,
    Reason,
    Verdict,
    WithCare,
    screen,
)
from unkink.core.timing.lines import dose_words
from unkink.documents.handout import Paper
from unkink.documents.report_values import Care, Fired, Flag, Report

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from unkink.app import UseCases
    from unkink.core.history.entries import Entry
    from unkink.core.safety.precautions import Precaution
    from unkink.told import SessionSummary

Kind = TypeVar("Kind", Bounds, Profile)

USUAL_DAYS: Final = 84
"""A report tells of so many days unless asked otherwise: twelve weeks."""
LATEST: Final = 30
"""In so many sessions the latest dose of an exercise is looked for."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportWish:
    """Which days, for whom, on what paper."""

    first: date | None = None
    last: date | None = None
    name: str = ""
    paper: Paper = field(default="a4")


def gathered(cases: UseCases, wish: ReportWish) -> Report:
    """Gather all that a report tells; refused when there is nothing to tell, or no such days."""
    today = cases.clock().date()
    progress = cases.measures.progress()
    if not progress.since:
        raise Invalid(
            "There is nothing to report yet.", "Do a session, or say how your back is today."
        )
    first, last = _days(wish, today=today, since=date.fromisoformat(progress.since))
    inside = [each for each in cases.sessions.record() if first <= each.started_at.date() <= last]
    entries = cases.store.entries("profile", "bounds")
    profile = _latest(entries, Profile) or Profile()
    return Report(
        name=wish.name.strip(),
        made_up=str(cases.choices.settings()["made_up"]),
        first=first,
        last=last,
        on=today,
        paper=wish.paper,
        progress=progress,
        sessions=sorted((each for each in inside if each.done_s > 0), key=_started),
        exercises=cases.exercises,
        standing=_standing(cases),
        flags=tuple(_flags(cases)),
        conditions=_names(profile.conditions),
        cares=(*_cares(cases, profile), *_bounds(cases, _latest(entries, Bounds), today)),
        prescribed=_latest_doses(cases, inside),
        fired=tuple(_fired(cases)),
    )


def _started(session: SessionSummary) -> datetime:
    return session.started_at


def _days(wish: ReportWish, *, today: date, since: date) -> tuple[date, date]:
    """Choose the days to tell of: none before the record begins, none that are still to come."""
    last = min(wish.last or today, today)
    first = max(wish.first or last - timedelta(days=USUAL_DAYS - 1), since)
    if wish.first and wish.last and wish.first > wish.last:
        raise Invalid(
            f"The report would begin on {wish.first.isoformat()}, after its end.",
            "Choose an earlier first day, or a later last one.",
        )
    if first > last:
        raise Invalid(
            f"There is nothing in the record for these days: it begins on {since.isoformat()}.",
            "Choose other days.",
        )
    return first, last


def _latest(entries: Sequence[Entry], kind: type[Kind]) -> Kind | None:
    return next((each.said for each in reversed(entries) if isinstance(each.said, kind)), None)


def _standing(cases: UseCases) -> str:
    need = cases.today().screening
    if need.locked:
        return f"Exercises are locked. {need.why}"
    if need.last is None:
        return "The safety questions have not been answered yet."
    return "Cleared by the latest answers." if need.last.cleared else need.last.title


MEANT: Final[Mapping[type[Verdict], str]] = {
    Emergency: "Exercises were locked, and the person was told whom to call.",
    ClinicianFirst: "Exercises were locked until a clinician has spoken.",
    OutOfScope: "Exercises were locked.",
    WithCare: "The person went on with care.",
}
"""What followed from an answer that was no plain no."""


def _flags(cases: UseCases) -> Iterator[Flag]:
    """Tell every answer that was a yes: once for each, with how often; conditions stand apart."""
    told: dict[str, list[tuple[date, str]]] = {}
    for each in cases.store.answers():
        verdict = screen(each.answers, version=each.version)
        meant = MEANT.get(type(verdict), "")
        for reason in verdict.reasons if meant else ():
            if reason.kind == "yes" and reason.question not in BY_ID:
                day = local(each.at_s).date()
                told.setdefault(_said(reason), []).append((day, meant))
    for words, times in told.items():
        day, meant = times[-1]
        again = f" Told {len(times)} times." if len(times) > 1 else ""
        yield Flag(date=day, words=words, meant=meant + again)


def _said(reason: Reason) -> str:
    """Name what was said yes to, rather than read it back to the person."""
    flag = flags.BY_ID.get(reason.question)
    return f"{flag.name}." if flag else reason.words


def _names(conditions: tuple[str, ...] | None) -> tuple[str, ...] | None:
    if conditions is None:
        return None
    return tuple(BY_ID[each].name for each in conditions if each in BY_ID)


WHAT: Final = {
    "exclude": "left out",
    "after_test": "only after a test of direction",
    "modify": "changed",
    "care": "with care",
}


def _cares(cases: UseCases, profile: Profile) -> Iterator[Care]:
    if not profile.conditions:
        return
    found = precautions(cases.exercises, profile.conditions, tested=cases.planning.tested())
    for name, exercise in cases.exercises.items():
        each = found[name]
        if each.code in WHAT:
            yield Care(exercise=exercise.name, what=WHAT[each.code], why=_why(each))


def _why(found: Precaution) -> str:
    names = [BY_ID[each.condition].name for each in found.reasons if each.condition in BY_ID]
    return "; ".join(names)


def _bounds(cases: UseCases, bounds: Bounds | None, today: date) -> Iterator[Care]:
    """Tell what a clinician set, as long as it counts."""
    if bounds is None or not bounds.by:
        return
    if bounds.until and date.fromisoformat(bounds.until) < today:
        return
    why = f"Set by {bounds.by}" + (f" until {bounds.until}." if bounds.until else ".")
    for name, bound in bounds.exercises.items():
        limits = [
            "left out" if bound.excluded else "",
            f"at most level {bound.most_level}" if bound.most_level else "",
            f"holds of at most {bound.most_hold_s:g} s" if bound.most_hold_s else "",
            f"at most {bound.most_range:.0%} of the way" if bound.most_range else "",
        ]
        what = ", ".join(each for each in limits if each)
        known = cases.exercises.get(name)
        yield Care(exercise=known.name if known else name, what=what or "bounded", why=why)


def _fired(cases: UseCases) -> Iterator[Fired]:
    """Tell every change a rule made to the plan."""
    for each in cases.planning.standing().changes:
        known = cases.exercises.get(each.exercise)
        yield Fired(
            date=date.fromisoformat(each.at[:10]),
            rule=each.rule,
            exercise=known.name if known else each.exercise,
            words=each.words,
            clinician=each.clinician,
            undone=each.undone,
        )


def _latest_doses(cases: UseCases, sessions: Sequence[SessionSummary]) -> Mapping[str, str]:
    """Tell what was asked for of late, exercise by exercise."""
    doses: dict[str, str] = {}
    for session in sorted(sessions, key=_started)[-LATEST:]:
        for item in cases.store.plans(session.session_id)[0].session.items:
            exercise = cases.exercises.get(item.exercise)
            if exercise is None:
                continue
            told = [dose_words(part, exercise).rstrip(".") for part in item.parts]
            doses[item.exercise] = "; ".join(dict.fromkeys(told))
    return doses
