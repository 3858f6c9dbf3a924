"""
The look back at the end of an exercise: off the loop, into the record, and a line for the page.

Should it fail, what was told live stands.
"""

from __future__ import annotations

import asyncio
import logging
from datetime import timedelta
from typing import TYPE_CHECKING

from unkink.core.coach.looking_back import Watched
from unkink.core.history.seen_words import corrected_words
from unkink.core.history.sightings import Sighting, sighting_of
from unkink.web import live_messages as told

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Iterable, Iterator

    from unkink.core.body import Frame
    from unkink.core.coach.events import Event
    from unkink.core.coach.live import Live, Subject
    from unkink.web.lookout import Lookout

log = logging.getLogger(__name__)


class Back:
    """Looks back for one connection."""

    def __init__(self, lookout: Lookout, session_id: str | None) -> None:
        self._lookout = lookout
        self._session_id = session_id
        self._watched = Watched()
        self._subject: Subject | None = None

    def see(self, live: Live, frame: Frame, events: Iterable[Event]) -> None:
        """Keep one more picture, where a session is watched."""
        if self._session_id is not None:
            self._subject = live.subject
            self._watched.see(live, frame, events)

    def tell(self, events: Iterable[Event]) -> None:
        """Keep what was told as the exercise ended."""
        self._watched.tell(events)

    def end(self, live: Live, say: Callable[[told.Message], Awaitable[None]] | None) -> None:
        """Look back on the exercise that ends here, in its own time; *say* what was otherwise."""
        watched, self._watched = self._watched, Watched()
        subject, session_id = live.subject, self._session_id
        if session_id is None or subject is None or not subject.exercise:
            return
        work = self._look_back(watched, subject, session_id, live.t_s or 0.0, say)
        self._lookout.look_back(work)

    async def _look_back(
        self,
        watched: Watched,
        subject: Subject,
        session_id: str,
        t_s: float,
        say: Callable[[told.Message], Awaitable[None]] | None,
    ) -> None:
        now = self._lookout.cases.clock()
        async with self._lookout.looking:
            found = await asyncio.to_thread(watched.look_back, subject)
        if found is None or not found.is_other:
            return

        def at(event: Event) -> str:
            return (now - timedelta(seconds=max(t_s - event.at_s, 0.0))).isoformat()

        # Whoever came back to it meanwhile was told more: that stands as well.
        later = self._watched.told if self._subject == subject else ()
        gone = len(found.told) + len(later)
        for sighting in _sightings((*found.events, *later), subject, gone, now.isoformat(), at):
            self._lookout.keep(session_id, sighting)
        words = corrected_words(
            self._lookout.cases.exercises[subject.exercise].name, *found.counted
        )
        if words and say is not None:
            before, after = found.counted
            message = told.LookedBack(
                item=subject.item,
                exercise=subject.exercise,
                movement=subject.movement,
                told=dict(before),
                found=dict(after),
                say=words,
            )
            await say(message)


def _sightings(
    events: Iterable[Event], subject: Subject, gone: int, now: str, at: Callable[[Event], str]
) -> Iterator[Sighting]:
    """Put it into the record's words: what no longer stands, and what stands in its place."""
    yield Sighting(
        at=now,
        item=subject.item,
        exercise=subject.exercise,
        movement=subject.movement,
        side="both",
        kind="looked_back",
        amount=float(gone),
    )
    for event in events:
        sighting = sighting_of(
            event,
            at=at(event),
            item=subject.item,
            exercise=subject.exercise,
            movement=subject.movement,
        )
        if sighting is not None:
            yield sighting
