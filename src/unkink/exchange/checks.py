"""What must be true of a whole record beyond its shape, so that nothing stumbles over it later."""

from __future__ import annotations

import itertools
import re
from datetime import datetime
from typing import TYPE_CHECKING, Final

from unkink import settings
from unkink.core.history.entries import Day, DirectionTest, Profile, Trial

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from unkink.core.timing.timeline import Schedule
    from unkink.ports import Everything, WholeSession

LAST_S: Final = 4_102_444_800.0
"""The year 2100: clocks may be wrong, but not by so much."""
DAY_S: Final = 86_400.0
MOST_WORDS: Final = 20_000
ID: Final = re.compile(r"[A-Za-z0-9_-]{1,64}")


def problem_in(everything: Everything) -> str:
    """Name the first thing that can't be, or nothing."""
    return next(_problems(everything), "")


def _problems(everything: Everything) -> Iterator[str]:
    numbers = [each.number for each in everything.answers]
    if not _rising(numbers):
        yield "the answers are out of order"
    if any(not 0 <= each.at_s <= LAST_S for each in everything.answers):
        yield "answers are from a time that can't be"
    yield from _entry_problems(everything)
    ids = [each.session.id for each in everything.sessions]
    if len(set(ids)) < len(ids):
        yield "a session is there twice"
    for number, each in enumerate(everything.sessions, 1):
        if each.session.opened_by not in set(numbers):
            yield f"no answers opened session {number}"
        yield from (f"session {number}: {problem}" for problem in _session_problems(each))
    for name, value in everything.settings.items():
        problem = settings.problem_with(name, value)
        if problem:
            yield problem.rstrip(".")


def _entry_problems(everything: Everything) -> Iterator[str]:
    if not _rising([each.number for each in everything.entries]):
        yield "what was said is out of order"
    for number, entry in enumerate(everything.entries, 1):
        if not _is_time(entry.at):
            yield f"entry {number} is from a time that can't be"
        if not _sane(entry.said):
            yield f"entry {number} says what can't be"


def _sane(said: object) -> bool:
    match said:
        case Day():
            return _rated(said.pain) and _rated(said.stiffness)
        case Profile():
            return 1 <= said.minutes <= 240 and 1 <= said.days_a_week <= 7
        case Trial():
            lasts = all(0 < days <= 3660 for _, days in said.phases)
            ended = not said.ended or _is_day(said.ended)
            return lasts and bool(said.phases) and _is_day(said.begins) and ended
        case DirectionTest():
            return bool(said.tried)
        case _:
            return True


def _session_problems(whole: WholeSession) -> Iterator[str]:
    session = whole.session
    seqs = [each.seq for each in whole.events]
    said = session.check_in
    checks: Sequence[tuple[bool, str]] = (
        (bool(ID.fullmatch(session.id)), "its id can't be"),
        (_rated(session.pain) and _rated(session.stiffness), "pain or stiffness can't be"),
        (0 <= session.started_at_s <= LAST_S, "it is from a time that can't be"),
        (0 <= session.heard_at_s <= LAST_S, "it is from a time that can't be"),
        (session.ended_at_s is None or 0 <= session.ended_at_s <= LAST_S, "its end can't be"),
        ((session.status == "open") == (session.ended_at_s is None), "its end can't be"),
        (0 <= session.position_s <= DAY_S, "its position can't be"),
        (_rising(seqs) and (not seqs or seqs[-1] <= session.last_seq), "its events have gaps"),
        (all(_is_time(e.at) and 0 <= e.position_s <= DAY_S for e in whole.events), "an event"),
        (all(_is_time(s.at) and s.amount >= 0 for s in whole.sightings), "what was seen can't be"),
        (_planned(whole), "its plans can't be"),
        (
            said is None or (_rated(said.pain) and _rated(said.stiffness) and _rated(said.worst)),
            "how it was can't be",
        ),
        (said is None or len(said.note) <= MOST_WORDS, "its note is too long"),
    )
    yield from (problem for holds, problem in checks if not holds)


def _planned(whole: WholeSession) -> bool:
    begins = [each.from_seq for each in whole.plans]
    return (
        begins[:1] == [0]
        and _rising([each + 1 for each in begins])
        and begins[-1] <= whole.session.last_seq
        and all(_laid(each.schedule) and 0 <= each.position_s <= DAY_S for each in whole.plans)
    )


def _laid(schedule: Schedule) -> bool:
    return (
        bool(schedule.segments)
        and 0 < schedule.total_s <= DAY_S
        and all(0 <= each.start_s <= each.end_s <= DAY_S for each in schedule.segments)
        and all(0 <= each.at_s <= DAY_S for each in schedule.cues)
    )


def _rising(numbers: Sequence[int]) -> bool:
    pairs = itertools.pairwise(numbers)
    return all(a < b for a, b in pairs) and all(each > 0 for each in numbers[:1])


def _rated(value: int | None) -> bool:
    return value is None or 0 <= value <= 10


def _is_time(text: str) -> bool:
    return _parses(datetime.fromisoformat, text, zoned=True)


def _is_day(text: str) -> bool:
    return len(text) == 10 and _parses(datetime.fromisoformat, text)


def _parses(read: Callable[[str], datetime], text: str, *, zoned: bool = False) -> bool:
    try:
        found = read(text)
    except ValueError:
        return False
    return 1970 <= found.year < 2100 and (not zoned or found.tzinfo is not None)
