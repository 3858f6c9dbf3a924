"""Tables, a calendar and data points say the same as the record, and harm no program."""

from __future__ import annotations

import csv
import io
import json
import zipfile
from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING, Any

import pytest
from icalendar import Calendar

from unkink.core.history.entries import Day
from unkink.exchange.calendar import write_calendar
from unkink.exchange.formats import FORMATS
from unkink.exchange.open_mhealth import write_data_points
from unkink.exchange.tables import FORMULA, TABLES, write_one_table, write_tables

if TYPE_CHECKING:
    from unkink.ports import Export


@pytest.fixture(scope="module")
def tables(export: Export) -> dict[str, list[dict[str, str]]]:
    """Write the tables, and read them as any spreadsheet would."""
    with zipfile.ZipFile(io.BytesIO(write_tables(export))) as packed:
        return {
            name.removesuffix(".csv"): list(
                csv.DictReader(io.StringIO(packed.read(name).decode(), newline=""))
            )
            for name in packed.namelist()
        }


def test_there_is_a_table_for_everything(
    tables: dict[str, list[dict[str, str]]], export: Export
) -> None:
    """Sessions, days, events, sightings, answers: a row for each."""
    everything = export.everything
    days = [each for each in everything.entries if isinstance(each.said, Day)]

    assert [*TABLES, "columns"] == list(tables)
    assert len(everything.sessions) == len(tables["sessions"])
    assert [each.said.pain for each in days if isinstance(each.said, Day)] == [
        int(row["pain"]) for row in tables["days"]
    ]
    assert sum(len(e.events) for e in everything.sessions) == len(tables["events"])
    assert sum(len(e.sightings) for e in everything.sessions) == len(tables["sightings"])
    assert sum(len(e.answers) for e in everything.answers) == len(tables["answers"])


def test_one_table_has_every_session_and_every_exercise(
    tables: dict[str, list[dict[str, str]]], export: Export
) -> None:
    """A row for each exercise of each session, and one for a session in which nothing was done."""
    rows = list(csv.DictReader(io.StringIO(write_one_table(export).decode(), newline="")))
    done = [(row["session"], row["exercise"]) for row in tables["exercises"]]
    idle = {row["session"] for row in tables["sessions"]} - {session for session, _ in done}

    assert {*done, *((session, "") for session in idle)} == {
        (row["session"], row["exercise"]) for row in rows
    }
    assert len(done) + len(idle) == len(rows)
    assert {row["session"]: row["note"] for row in tables["sessions"]} == {
        row["session"]: row["note"] for row in rows
    }


def test_every_column_says_what_it_means(tables: dict[str, list[dict[str, str]]]) -> None:
    """Nobody has to guess."""
    explained = {(row["table"], row["column"]) for row in tables["columns"]}
    there = {
        (name, column)
        for name, rows in tables.items()
        if name != "columns"
        for column in (rows[0] if rows else TABLES[name].columns)
    }

    assert there == explained
    assert all(row["meaning"] for row in tables["columns"])


def test_no_cell_is_worked_out_by_a_spreadsheet(tables: dict[str, list[dict[str, str]]]) -> None:
    """Words that look like a formula stay words, whoever wrote them."""
    cells = [cell for rows in tables.values() for row in rows for cell in row.values()]

    assert "'=cmd|' /C calc'!A0" in cells
    assert [] == [cell for cell in cells if cell.startswith(FORMULA)]


def test_the_same_record_makes_the_same_bytes(export: Export) -> None:
    """Two exports of one record can be compared."""
    for name, each in FORMATS.items():
        assert each.write(export) == each.write(export), name


def test_a_calendar_has_what_was_done_and_suggests_what_is_next(export: Export) -> None:
    """One event for each session, and a whole day for each that the plan says suits the next."""
    days = ("2026-11-24", "2026-11-26")
    calendar = Calendar.from_ical(write_calendar(replace(export, next_days=days)))
    events = list(calendar.walk("VEVENT"))
    over = [e for e in export.everything.sessions if e.session.ended_at_s is not None]
    suggested: list[Any] = [each for each in events if "suggested" in str(each["UID"])]
    uids = [str(each["UID"]) for each in events]

    assert len(over) + len(suggested) == len(events)
    assert len(uids) == len(set(uids))
    assert days == tuple(each["DTSTART"].dt.isoformat() for each in suggested)
    assert all("DTSTART;VALUE=DATE:" in each.to_ical().decode() for each in suggested)
    assert [] == [each for each in events if each.walk("VALARM")]


def test_data_points_tell_what_was_done_and_when(export: Export) -> None:
    """One for each session in which something was done, with its true length."""
    points = json.loads(write_data_points(export))
    done = [
        export.tallies[each.session.id].done_s
        for each in export.everything.sessions
        if export.tallies[each.session.id].done_s
    ]
    frames = [each["body"]["effective_time_frame"]["time_interval"] for each in points]

    assert [round(each, 1) for each in done] == [each["duration"]["value"] for each in frames]
    assert {"physical-activity"} == {each["header"]["schema_id"]["name"] for each in points}
    assert {"sensed", "self-reported"} == {
        each["header"]["acquisition_provenance"]["modality"] for each in points
    }
    assert all(datetime.fromisoformat(each["start_date_time"]).tzinfo for each in frames)
