"""The rows of a report's tables, as plain words and figures."""

from __future__ import annotations

from collections import Counter
from datetime import date
from typing import TYPE_CHECKING, Final

from unkink.core.outcomes.meaning import meaning
from unkink.documents.values import short_day

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from unkink.core.body import Side
    from unkink.core.history.sightings import Seen
    from unkink.core.history.tally import ExerciseDone
    from unkink.core.outcomes.instrument import Instrument
    from unkink.core.outcomes.meaning import Meaning
    from unkink.documents.report_values import Fired, Report
    from unkink.documents.values import Value
    from unkink.progress.told import Belief, Comparison, MeasureProgress, Point

NONE: Final = "\N{EN DASH}"
SIDES: Final[Mapping[Side, str]] = {"left": "L", "right": "R", "both": ""}
CHANGES: Final = 8
"""So many rows of rules have room; the others are counted."""
HARD_RULES: Final = frozenset({"R1", "R2", "R3", "R5", "R11", "R14", "R15"})
"""Rules that stop, step back or send to a clinician: marked in the chart and the table."""
FEW: Final = 3
"""So many sessions make the beginning, and so many the end [D]."""
IN_MINUTES_S: Final = 120
IN_WORDS: Final = frozenset({"yes_no", "choice"})
"""Answers of these kinds are told as words."""


def exercise_rows(report: Report) -> list[Value]:
    """Tell what was asked and what was done, exercise by exercise, the most frequent first."""
    done: dict[str, list[ExerciseDone]] = {}
    for session in report.sessions:
        for each in session.exercises:
            done.setdefault(each.exercise, []).append(each)
    ordered = sorted(done.items(), key=lambda each: -len(each[1]))
    return [_exercise_row(name, all_of, report) for name, all_of in ordered]


def _exercise_row(name: str, all_of: Sequence[ExerciseDone], report: Report) -> Value:
    known = report.exercises.get(name)
    span = known is not None and known.everyday
    seen = [each.seen for each in all_of if each.seen is not None]
    followed = next((e.followed for e in report.progress.exercises if e.exercise == name), None)
    planned = 0 if span else sum(each.reps_planned for each in all_of)
    return {
        "name": known.name if known else all_of[-1].name,
        "asked": report.prescribed.get(name, ""),
        "sessions": str(sum(each.done_s > 0 for each in all_of)),
        "reps": _of(sum(each.reps_done for each in all_of), planned),
        "clock": [_length(sum(each.done_s for each in all_of))]
        if span
        else _by_side(_sum(each.held_by_side_s for each in all_of)),
        "seen": _by_side(_sum(each.held_by_side_s for each in seen)) if seen else [NONE],
        "unseen": _unseen(seen, all_of),
        "reach": _reach(seen),
        "next": _points(followed.next_day) if followed else NONE,
        "blamed": str(followed.blamed) if followed and followed.blamed else NONE,
        "cues": _cues(seen, name, report),
    }


def _of(done: int, planned: int) -> str:
    return f"{done} of {planned}" if planned else NONE


def _sum(held: Iterable[Mapping[Side, float]]) -> dict[Side, float]:
    total: dict[Side, float] = {}
    for each in held:
        for side, seconds in each.items():
            total[side] = total.get(side, 0.0) + seconds
    return total


def _by_side(held_s: Mapping[Side, float]) -> list[Value]:
    told: list[Value] = [
        f"{SIDES[side]} {_length(held_s[side])}".strip()
        for side in SIDES
        if held_s.get(side, 0.0) > 0
    ]
    return told or [NONE]


def _length(seconds: float) -> str:
    return f"{seconds / 60:.0f} min" if seconds >= IN_MINUTES_S else f"{seconds:.0f} s"


def _unseen(seen: Sequence[Seen], done: Sequence[ExerciseDone]) -> str:
    """Tell which share of the time the camera could not judge, sessions without it included."""
    if not seen:
        return NONE
    whole = sum(each.done_s for each in done)
    judged = sum(each.judged_s for each in seen)
    return f"{max(0.0, 1 - judged / whole):.0%}" if whole > 0 else NONE


def _reach(seen: Sequence[Seen]) -> list[Value]:
    """Tell how far it went at first and of late, by the camera; 100 % is the picture's end pose."""
    told: list[Value] = []
    for side in SIDES:
        values = [each.reach[side] for each in seen if side in each.reach]
        if len(values) >= 2 * FEW:
            early, late = _mean(values[:FEW]), _mean(values[-FEW:])
            told.append(f"{SIDES[side]} {early:.0%} → {late:.0%}".strip())
    return told or [NONE]


def _mean(values: Sequence[float]) -> float:
    return sum(values) / len(values)


def _points(change: float | None) -> str:
    return NONE if change is None else _signed(change)


def _signed(value: float) -> str:
    told = f"{value:+.1f}"
    return "0.0" if float(told) == 0 else told.replace("-", "\N{MINUS SIGN}")


def _cues(seen: Sequence[Seen], exercise: str, report: Report) -> str:
    """Tell how right the form was, as far as it could be judged, and what was said most often."""
    told = []
    judged_s = sum(each.form_judged_s for each in seen if each.form is not None)
    if judged_s > 0:
        kept_s = sum(each.form * each.form_judged_s for each in seen if each.form is not None)
        told.append(f"form {kept_s / judged_s:.0%}")
    counted: Counter[str] = Counter()
    for each in seen:
        counted.update(each.faults)
    known = report.exercises.get(exercise)
    movements = known.movements.values() if known else ()
    says = {fault.id: fault.say for movement in movements for fault in movement.faults}
    told += [
        f"“{says.get(fault, fault).rstrip('.')}” {_times(count)}"
        for fault, count in counted.most_common(2)
    ]
    return "; ".join(told)


def _times(count: int) -> str:
    return "once" if count == 1 else f"{count} times"


def measure_rows(report: Report) -> list[Value]:
    """Tell each instrument that was filled in during the time told, at first and of late."""
    rows: list[Value] = []
    for each in report.progress.measures:
        points = [
            point
            for point in each.points
            if point.value is not None
            and report.first <= date.fromisoformat(point.date) <= report.last
        ]
        if points:
            rows.append(_measure_row(each, points))
    return rows


def _measure_row(told: MeasureProgress, points: Sequence[Point]) -> Value:
    first, last = points[0], points[-1]
    assert first.value is not None  # noqa: S101 - looked at above
    assert last.value is not None  # noqa: S101 - likewise
    instrument = told.instrument
    found = meaning(instrument, first.value, last.value) if len(points) > 1 else None
    return {
        "name": instrument.name,
        "source": instrument.source,
        "unit": instrument.unit if instrument.items[0].kind not in IN_WORDS else "",
        "first": _value(instrument, first.value),
        "first_day": short_day(date.fromisoformat(first.date)),
        "last": _value(instrument, last.value) if found else NONE,
        "last_day": short_day(date.fromisoformat(last.date)) if found else "",
        "change": _change(found, in_words=instrument.items[0].kind in IN_WORDS),
        "parts": _parts(first, last)
        if instrument.items[0].kind == "own_activity" and len(points) > 1
        else [],
    }


def _value(instrument: Instrument, value: float) -> str:
    """Tell a score in the words it was given in, where it was given in words."""
    item = instrument.items[0]
    if item.kind == "yes_no":
        return "yes" if value else "no"
    if item.kind == "choice":
        return item.choices[round(value) - 1]
    return f"{value:.3g}"


def _change(found: Meaning | None, *, in_words: bool) -> str:
    if found is None:
        return NONE
    if found.size == "none":
        return "no change"
    way = "better" if found.gain > 0 else "worse"
    if in_words:
        return way
    told = f"{abs(found.gain):.3g} {way}"
    if found.mic_abs is not None or found.mic_pct is not None:
        matters = found.size == "meaningful"
        return f"{told}: {'more than the smallest that matters' if matters else 'small'}"
    if found.beyond_chance is not None:
        return f"{told}: {'more than' if found.beyond_chance else 'within'} chance"
    return told


def _parts(first: Point, last: Point) -> list[Value]:
    """Tell a person's own activities, one by one."""
    named = [name for name in last.parts if name in first.parts]
    return [f"{name} {first.parts[name]:g} → {last.parts[name]:g}" for name in named]


def fired_rows(report: Report) -> tuple[list[Value], int]:
    """Tell the changes the rules made, alike ones in one row, and how many rows more there were."""
    alike: dict[tuple[str, str, bool], list[Fired]] = {}
    for each in report.fired:
        if report.first <= each.date <= report.last:
            words = each.words.removeprefix(f"{each.exercise}: ")
            alike.setdefault((each.rule, words, each.undone), []).append(each)
    ordered = sorted(
        alike.values(),
        key=lambda rows: (rows[-1].clinician, rows[-1].rule in HARD_RULES, rows[-1].date),
        reverse=True,
    )
    shown = sorted(ordered[:CHANGES], key=lambda rows: (rows[0].date, rows[0].rule))
    return [_fired_row(each) for each in shown], len(ordered) - len(shown)


def _fired_row(alike: Sequence[Fired]) -> Value:
    first = alike[0]
    days = sorted({each.date for each in alike})
    names = list(dict.fromkeys(each.exercise for each in alike if each.exercise))
    words = first.words.removeprefix(f"{first.exercise}: ")
    many = f" to {short_day(days[-1])}, {_times(len(days))}" if len(days) > 1 else ""
    return {
        "day": f"{short_day(days[0])}{many}",
        "rule": first.rule,
        "exercise": ", ".join(names) if len(names) <= FEW else f"{len(names)} exercises",
        "words": words[:1].upper()
        + words[1:]
        + (" Taken back by the person." if first.undone else ""),
        "clinician": first.clinician or first.rule in HARD_RULES,
    }


def answer_rows(found: Comparison) -> list[Value]:
    """Tell the comparison of two phases in figures."""
    first, second = found.names
    rows: list[tuple[str, str]] = [
        ("Mean pain", f"{first}: {found.mean[0]:.1f}; {second}: {found.mean[1]:.1f}"),
        ("Days (missing)", _days(found)),
        (
            "Trend taken out",
            f"{_step(found.adjusted)}; better with {_sure(found.adjusted.better)}",
        ),
        ("Trend left in", _step(found.unadjusted)),
        ("Non-overlap (Tau)", _tau(found)),
        (
            "By the lot alone",
            "nothing was drawn"
            if found.chance_p is None
            else f"p = {found.chance_p:.2f} of {found.chance_draws} draws",
        ),
        ("Comes by itself", f"about {_signed(-abs(found.by_itself))}, after bad days"),
    ]
    return [{"name": name, "words": words} for name, words in rows]


def _step(believed: Belief) -> str:
    low, high = _signed(believed.low), _signed(believed.high)
    return f"{_signed(believed.step)} points; 90% interval {low} to {high}"


def _days(found: Comparison) -> str:
    return f"{found.days[0]} ({found.missing[0]}) against {found.days[1]} ({found.missing[1]})"


def _tau(found: Comparison) -> str:
    plain = f"{_signed(found.overlap.tau)}"
    if not found.overlap.corrected:
        return f"{plain}; no earlier trend"
    return f"{plain}; {_signed(found.overlap.corrected_tau)} without the earlier trend"


def _sure(share: float) -> str:
    return "over 99%" if share > 0.99 else f"{share:.0%}"
