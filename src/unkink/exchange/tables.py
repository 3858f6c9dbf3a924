"""The record as tidy tables, one file each in a zip: for spreadsheets and statistics."""

from __future__ import annotations

import csv
import io
import json
import zipfile
from collections.abc import Callable, Iterator, Mapping
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Final

from unkink.core.history.entries import KINDS, Day, Measure
from unkink.core.history.record import FARTHEST
from unkink.ports import Export, WholeSession

if TYPE_CHECKING:
    from unkink.core.history.tally import ExerciseDone

Cell = bool | int | float | str | None
Row = tuple[Cell, ...]

FORMULA: Final = ("=", "+", "-", "@", "\t", "\r")
"""A cell that begins so would be worked out by a spreadsheet, whoever wrote it."""

SIDES: Final = ("left", "right", "both")
STAMP: Final = (1980, 1, 1, 0, 0, 0)
"""Of every file in the zip, so that the same record makes the same bytes."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """One file: a row a thing, a column a fact."""

    words: str
    columns: Mapping[str, str]
    """Each with what it means."""
    rows: Callable[[Export], Iterator[Row]]


def write_tables(export: Export) -> bytes:
    """Write all tables into a zip, with `columns.csv` to say what each column means."""
    whole = io.BytesIO()
    with zipfile.ZipFile(whole, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, table in TABLES.items():
            content = _csv(tuple(table.columns), table.rows(export))
            packed.writestr(_entry(name), content)
        meanings = (
            (name, column, meaning)
            for name, table in TABLES.items()
            for column, meaning in table.columns.items()
        )
        packed.writestr(_entry("columns"), _csv(("table", "column", "meaning"), meanings))
    return whole.getvalue()


def write_one_table(export: Export) -> bytes:
    """Write one table a spreadsheet opens: a row for each exercise of each session."""
    sessions, exercises = TABLES["sessions"], TABLES["exercises"]
    ours = {name: f"exercise_{name}" for name in exercises.columns if name in sessions.columns}
    columns = (*sessions.columns, *(ours.get(name, name) for name in list(exercises.columns)[1:]))
    return _csv(columns, _joined(sessions.rows(export), exercises.rows(export), len(columns)))


def _joined(sessions: Iterator[Row], exercises: Iterator[Row], wide: int) -> Iterator[Row]:
    done: dict[Cell, list[Row]] = {}
    for session, *told in exercises:
        done.setdefault(session, []).append(tuple(told))
    for row in sessions:
        # A session in which nothing was done still happened.
        for facts in done.get(row[0], [()]):
            yield (*row, *facts, *(None,) * (wide - len(row) - len(facts)))


def _entry(name: str) -> zipfile.ZipInfo:
    entry = zipfile.ZipInfo(f"{name}.csv", STAMP)
    entry.compress_type = zipfile.ZIP_DEFLATED
    return entry


def _csv(columns: tuple[str, ...], rows: Iterator[Row]) -> bytes:
    text = io.StringIO()
    writer = csv.writer(text)
    writer.writerow(columns)
    for row in rows:
        writer.writerow([_cell(value) for value in row])
    return text.getvalue().encode()


def _cell(value: Cell) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, str):
        plain = value.replace("\x00", "")
        return f"'{plain}" if plain.startswith(FORMULA) else plain
    return f"{value:.10g}"


def _time(at_s: float | None) -> str | None:
    if at_s is None:
        return None
    return datetime.fromtimestamp(at_s, UTC).isoformat(timespec="seconds")


def _place(farthest: int | None) -> str | None:
    return None if farthest is None else FARTHEST[farthest]


def _sessions(export: Export) -> Iterator[Row]:
    for whole in export.everything.sessions:
        session, done = whole.session, export.tallies[whole.session.id]
        said = session.check_in
        yield (
            session.id,
            _time(session.started_at_s),
            _time(session.ended_at_s),
            session.status,
            session.name,
            done.planned_s,
            done.done_s,
            session.pain,
            said.worst if said else None,
            said.pain if said else None,
            session.stiffness,
            said.stiffness if said else None,
            _place(session.farthest),
            _place(said.farthest) if said else None,
            said.felt if said else None,
            done.made_easier,
            done.hurt,
            " ".join(said.hurt_by) if said else None,
            said.note if said else None,
        )


def _exercises(export: Export) -> Iterator[Row]:
    for whole in export.everything.sessions:
        for done in export.tallies[whole.session.id].exercises:
            yield (whole.session.id, *_done(done))


def _done(done: ExerciseDone) -> Row:
    seen = done.seen
    return (
        done.exercise,
        done.name,
        done.reps_done,
        done.reps_planned,
        done.done_s,
        done.held_s,
        seen.judged_s if seen else None,
        seen.unseen_s if seen else None,
        seen.held_s if seen else None,
        *(seen.reps.get(side, 0) if seen else None for side in SIDES),
        " ".join(f"{fault}:{count}" for fault, count in seen.faults.items()) if seen else None,
    )


def _days(export: Export) -> Iterator[Row]:
    for entry in export.everything.entries:
        if isinstance(entry.said, Day):
            said = entry.said
            yield entry.at, said.pain, said.stiffness, _place(said.farthest), said.besides


def _measures(export: Export) -> Iterator[Row]:
    for entry in export.everything.entries:
        if isinstance(entry.said, Measure):
            said = entry.said
            for item, value in said.answers.items():
                yield entry.number, entry.at, said.instrument, said.version, item, value


def _said(export: Export) -> Iterator[Row]:
    names = {said: kind for kind, said in KINDS.items()}
    for entry in export.everything.entries:
        if not isinstance(entry.said, Day | Measure):
            told = json.dumps(asdict(entry.said), ensure_ascii=False)
            yield entry.number, entry.at, names[type(entry.said)], told


def _answers(export: Export) -> Iterator[Row]:
    for each in export.everything.answers:
        for question, answer in each.answers.items():
            yield each.number, _time(each.at_s), each.version, question, answer


def _events(export: Export) -> Iterator[Row]:
    for whole in export.everything.sessions:
        for event in whole.events:
            told = json.dumps(dict(event.data), ensure_ascii=False) if event.data else None
            yield whole.session.id, event.seq, event.at, event.position_s, event.kind, told


def _sightings(export: Export) -> Iterator[Row]:
    for whole in export.everything.sessions:
        yield from _seen(whole)


def _seen(whole: WholeSession) -> Iterator[Row]:
    for each in whole.sightings:
        what = (each.exercise, each.movement, each.side, each.kind, each.amount, each.fault)
        yield (whole.session.id, each.at, *what)


def _settings(export: Export) -> Iterator[Row]:
    yield from export.everything.settings.items()


SESSION: Final = {"session": "the session's id"}

TABLES: Final[Mapping[str, Table]] = {
    "sessions": Table(
        words="A row a session.",
        columns={
            **SESSION,
            "started_at": "when it began, UTC",
            "ended_at": "when it was over, UTC; empty: not over",
            "status": "open, finished, stopped, or partial: never finished",
            "name": "what it is called",
            "planned_s": "how long it was to be, in seconds",
            "done_s": "how long was gone through to its end, in seconds",
            "pain_before": "0-10",
            "pain_worst": "0-10, the worst during it; empty: not told, as everywhere",
            "pain_after": "0-10",
            "stiffness_before": "0-10",
            "stiffness_after": "0-10",
            "farthest_before": "the farthest place it was felt: " + ", ".join(FARTHEST),
            "farthest_after": "the same, after",
            "felt": "better, same or worse than before, as told",
            "made_easier": "how often the rest was made easier",
            "hurt": "how often the person said that it hurts",
            "hurt_by": "exercises the person blames",
            "note": "the person's own words",
        },
        rows=_sessions,
    ),
    "exercises": Table(
        words="A row for each exercise of each session.",
        columns={
            **SESSION,
            "exercise": "its id",
            "name": "what people call it",
            "reps_done": "repetitions gone through, both sides",
            "reps_planned": "repetitions planned, both sides",
            "done_s": "seconds in the exercise itself, by the clock",
            "held_s": "seconds in holds, by the clock",
            "judged_s": "seconds the camera could judge; empty: no camera watched",
            "unseen_s": "seconds that went by the clock alone",
            "seen_held_s": "seconds truly held, as the camera saw",
            "seen_reps_left": "repetitions the camera saw on the left",
            "seen_reps_right": "the same, on the right",
            "seen_reps_both": "the same, of exercises with both sides at once",
            "corrections": "kind words given, by fault and how often",
        },
        rows=_exercises,
    ),
    "days": Table(
        words="A row for each time the person told how the day is.",
        columns={
            "at": "when, with the offset from UTC",
            "pain": "0-10",
            "stiffness": "0-10",
            "farthest": "the farthest place it was felt",
            "besides": "what else changed, in the person's own words",
        },
        rows=_days,
    ),
    "measures": Table(
        words="A row for each answer to a questionnaire or test.",
        columns={
            "entry": "the number of the filling-in",
            "at": "when, with the offset from UTC",
            "instrument": "which questionnaire or test",
            "version": "of its wording and scoring",
            "item": "which question",
            "value": "the answer as it was given",
        },
        rows=_measures,
    ),
    "said": Table(
        words="A row for everything else told: of oneself, by a clinician, trials, undoing.",
        columns={
            "entry": "its number",
            "at": "when, with the offset from UTC",
            "kind": "what sort of thing it is",
            "told": "all of it, as JSON",
        },
        rows=_said,
    ),
    "answers": Table(
        words="A row for each safety question that was answered.",
        columns={
            "round": "the number of the round of answers",
            "at": "when, UTC",
            "version": "of the questions",
            "question": "its id",
            "answer": "yes, no, or empty: left blank",
        },
        rows=_answers,
    ),
    "events": Table(
        words="A row for everything that happened in a session; [what they mean](events.md).",
        columns={
            **SESSION,
            "seq": "counts from 1; heartbeats take a number and leave no row",
            "at": "when, with the offset from UTC",
            "position_s": "where on the schedule, in seconds",
            "kind": "what happened",
            "data": "what else is told of it, as JSON",
        },
        rows=_events,
    ),
    "sightings": Table(
        words="A row for everything the camera saw; pictures are never kept.",
        columns={
            **SESSION,
            "at": "when, with the offset from UTC",
            "exercise": "its id",
            "movement": "which of its movements",
            "side": "left, right or both",
            "kind": "rep, hold, judged, form_judged, form_lost, looked_back, or cue: a kind word",
            "amount": "of a rep its reach, 1 being the full way; of looked_back how many of the"
            " latest reps and holds no longer stand, for better ones follow; else seconds",
            "fault": "of a cue",
        },
        rows=_sightings,
    ),
    "settings": Table(
        words="A row for each setting that was chosen; [what they mean](settings.md).",
        columns={"name": "its name", "value": "what was chosen"},
        rows=_settings,
    ),
}
"""Every table, by the name of its file."""
