"""A calendar to subscribe to: the sessions done, and days that suggest themselves for the next."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING

from icalendar import Calendar, Event

from unkink.core.history.entries import Profile

if TYPE_CHECKING:
    from collections.abc import Iterator

    from unkink.ports import Export, WholeSession


def write_calendar(export: Export) -> bytes:
    """
    Write sessions done, and the plan's own days that suit the next ones, this week and the next.

    A suggestion is no reminder: it takes no time of the day, rings no bell, and nothing is said of
    days that went by without.
    """
    calendar = Calendar()
    calendar.add("prodid", f"-//Unkink//{export.version}//EN")
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", "Unkink")
    calendar.add("refresh-interval", timedelta(hours=6), parameters={"value": "DURATION"})
    for whole in export.everything.sessions:
        if whole.session.ended_at_s is not None:
            calendar.add_component(_done(whole, export))
    for each in _suggested(export):
        calendar.add_component(each)
    return bytes(calendar.to_ical())


def _done(whole: WholeSession, export: Export) -> Event:
    session, done = whole.session, export.tallies[whole.session.id]
    begins = datetime.fromtimestamp(session.started_at_s, UTC).replace(microsecond=0)
    names = ", ".join(each.name for each in done.exercises if each.done_s)
    event = Event()
    event.add("uid", f"unkink-{session.id}@localhost")
    event.add("dtstamp", begins)
    event.add("dtstart", begins)
    event.add("dtend", begins + timedelta(seconds=max(round(done.done_s), 60)))
    event.add("summary", f"Back: {session.name}" if done.done_s else "Back: begun, not done")
    if names:
        event.add("description", names)
    event.add("transp", "TRANSPARENT")
    return event


def _suggested(export: Export) -> Iterator[Event]:
    said = [each.said for each in export.everything.entries if isinstance(each.said, Profile)]
    minutes = f"About {said[-1].minutes} minutes, if" if said else "If"
    for day in export.next_days:
        event = Event()
        event.add("uid", f"unkink-suggested-{day}@localhost")
        event.add("dtstamp", export.at.astimezone(UTC).replace(microsecond=0))
        event.add("dtstart", date.fromisoformat(day))
        event.add("summary", "A good day for your back")
        event.add("description", f"{minutes} it suits you. Any day will do.")
        event.add("transp", "TRANSPARENT")
        yield event
