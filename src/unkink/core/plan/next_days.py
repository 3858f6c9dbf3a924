"""What the next day says of a session (R9 to R11), and pain that stays too high (R3)."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from unkink.core.plan import advancing
from unkink.core.plan.place import Change, Standing, a_level_down, undo_refused
from unkink.core.plan.rules import RULES, next_day, unsettled

if TYPE_CHECKING:
    from unkink.core.history.entries import Day, Entry
    from unkink.core.plan.ladder import Known
    from unkink.core.plan.past import Past
    from unkink.core.plan.place import Last


def day_told(
    now: Standing,
    entry: Entry,
    said: Day,
    known: Known,
) -> Standing:
    """Let a day's pain count for the sessions of the day before, and of the one before that."""
    now = replace(now, ratings={**now.ratings, now.day: said.pain})
    for last in now.lasts:
        days = now.day - last.day
        if days == 1 and last.told in ("", "R9", "R10"):
            rule = next_day(last.pain, said.pain)
            if rule != last.told and rule >= last.told:
                now = _decided(now, last, rule, entry.at, known)
        elif days == 2 and last.told in ("", "R10") and unsettled(last.pain, said.pain):
            now = _decided(now, last, "R11", entry.at, known)
    return _too_much_for_days(now, entry)


def before_next(
    now: Standing,
    past: Past,
    known: Known,
) -> Standing:
    """Let the pain before a session stand in for a next day that nobody told (R9)."""
    limits = RULES["R9"].at
    for last in now.lasts:
        settled = past.pain - last.pain <= limits["rise"]
        if not last.told and 0 < now.day - last.day <= limits["days"] and settled:
            now = _decided(now, last, "R9", past.at, known)
    return now


def _decided(
    now: Standing,
    last: Last,
    rule: str,
    at: str,
    known: Known,
) -> Standing:
    lasts = tuple(
        replace(each, told=rule) if each.number == last.number else each  # type: ignore[arg-type]
        for each in now.lasts
    )
    now = replace(now, lasts=lasts)
    if rule == "R9":
        places = dict(now.places)
        for name in last.candidates:
            places[name] = replace(places[name], green=places[name].green + 1)
        now = replace(now, places=places)
        return advancing.advanced(now, at, last.number, known)
    now = _not_well(now, last)
    return _lighter(now, last, at) if rule == "R10" else _rested(now, last, at, known)


def _not_well(now: Standing, last: Last) -> Standing:
    places = dict(now.places)
    for name in last.exercises:
        places[name] = replace(places[name], green=0, green_since=None, well=False)
    return replace(now, places=places, green_since=None)


def _lighter(now: Standing, last: Last, at: str) -> Standing:
    sessions = int(RULES["R10"].at["sessions"])
    change = Change(
        id=f"R10::{last.number}",
        rule="R10",
        what="less",
        exercise="",
        at=at,
        words="The day after hurt a little more, so a third less of everything, twice.",
        kept=undo_refused("R10"),
    )
    return replace(now, lighter=sessions, changes=(*now.changes, change))


def _rested(
    now: Standing,
    last: Last,
    at: str,
    known: Known,
) -> Standing:
    """Rest, then one level easier; what was too much twice is left out (R11)."""
    limits = RULES["R11"].at
    places = dict(now.places)
    gone: list[str] = []
    before = {name: places[name] for name in last.blamed}
    for name in last.blamed:
        place = places[name]
        often = (*(d for d in place.too_much if d > now.day - limits["days"]), now.day)
        rung = a_level_down(place.rung, known.ladders[name])
        places[name] = replace(place, rung=rung, too_much=often, eased=False)
        if len(often) >= limits["times"]:
            gone.append(name)
            until = now.day + int(limits["out"])
            places[name] = replace(places[name], out_until=until, out_by="R11", rung=0)
    change = Change(
        id=f"R11::{last.number}",
        rule="R11",
        what="rest",
        exercise="",
        at=at,
        words="The day after hurt much more: rest with short walks first, then one level easier."
        + _gone_words(gone, known),
        before=before,
        after={name: places[name] for name in last.blamed},
        clinician=bool(gone),
        kept=undo_refused("R11"),
    )
    return replace(
        now,
        places=places,
        rest_until=max(now.rest_until, now.day + int(limits["rest"])),
        changes=(*now.changes, change),
    )


def _gone_words(gone: list[str], known: Known) -> str:
    if not gone:
        return ""
    names = ", ".join(known.exercises[name].name for name in gone)
    return f" It happened twice, so these are left out, and a clinician should look: {names}."


def _too_much_for_days(now: Standing, entry: Entry) -> Standing:
    """Send whoever has had very bad days in a row to a clinician (R3)."""
    limits = RULES["R3"].at
    days = [now.day - n for n in range(int(limits["days"]))]
    if any(now.ratings.get(day, 0) < limits["pain"] for day in days):
        return now
    if any(each.rule == "R3" and each.id == f"R3::{day}" for each in now.changes for day in days):
        return now
    change = Change(
        id=f"R3::{now.day}",
        rule="R3",
        what="told",
        exercise="",
        at=entry.at,
        words="Very bad for three days in a row: please see a clinician.",
        clinician=True,
        kept=undo_refused("R3"),
    )
    return replace(now, changes=(*now.changes, change))
