"""What all live connections share: what to watch for, who is watched, and the way to the record."""

from __future__ import annotations

import asyncio
import logging
from typing import TYPE_CHECKING, Any, Final, NamedTuple, Protocol

from unkink.core.coach.sign import mistakable
from unkink.core.coach.watch import Watch, watches
from unkink.core.errors import Invalid, Refused

if TYPE_CHECKING:
    from collections.abc import Coroutine

    from unkink.app import UseCases
    from unkink.core.definition.exercise import Exercise, Movement
    from unkink.core.history.sightings import Sighting

log = logging.getLogger(__name__)

GATHER_S: Final = 0.05
"""Sightings of so long go to the record in one stroke: a thousand people cost as one."""
AGAIN_S: Final = 2.0
"""When the record can't be written, it is tried again after so long."""
PATIENCE_S: Final = 1.0
"""A summary waits so long at most for what was seen at the last moment."""
MOST_WAITING: Final = 100_000
"""More than this are not kept while the record can't be written: memory must not run out."""


class Known(NamedTuple):
    """What was worked out about one movement."""

    watch: Watch
    raises_a_hand: bool
    """By itself: there a hand held up is no sign."""


class Leaves(Protocol):
    """A connection that makes room for a newer one."""

    def make_room(self) -> None:
        """Close, because the session is watched from elsewhere now."""


class Lookout:
    """Keeps what live connections share; made once for a server."""

    def __init__(self, cases: UseCases) -> None:
        self.cases = cases
        self._known: dict[tuple[str, str], Known] = {}
        self._watched: dict[str, Leaves] = {}
        self._waiting: list[tuple[str, Sighting]] = []
        self._writing: asyncio.Task[None] | None = None
        self.looking = asyncio.Semaphore(1)
        """One look back at a time: whoever is watched meanwhile comes first."""
        self._looking: set[asyncio.Task[None]] = set()

    def now(self) -> str:
        """Tell the time as the record has it."""
        return self.cases.clock().isoformat()

    def movement(self, exercise: str, movement: str) -> Movement:
        """Tell a movement that is known to be in the catalogue."""
        return self.cases.exercises[exercise].movements[movement]

    async def worked_out(self, exercise: str, movement: str) -> Known:
        """Work out what to watch for; refused when the catalogue has no such movement."""
        known = self._known.get((exercise, movement))
        if known is not None:
            return known
        found = self.cases.exercises.get(exercise)
        if found is None or movement not in found.movements:
            raise Invalid("There is no such exercise in the catalogue.", "Reload the page.")
        self._known[exercise, movement] = known = await asyncio.to_thread(_know, found, movement)
        return known

    async def everything(self) -> list[Watch]:
        """Work out what to watch for in every exercise."""
        known = [await self.worked_out(exercise, "main") for exercise in self.cases.exercises]
        return [each.watch for each in known]

    def enter(self, session_id: str, connection: Leaves) -> None:
        """Watch a session here; whoever watched it before makes room."""
        before = self._watched.get(session_id)
        self._watched[session_id] = connection
        if before is not None:
            before.make_room()

    def leave(self, session_id: str, connection: Leaves) -> None:
        """Watch a session here no longer."""
        if self._watched.get(session_id) is connection:
            del self._watched[session_id]

    def keep(self, session_id: str, sighting: Sighting) -> None:
        """Put what was seen on its way to the record, which must not hold up what comes next."""
        if len(self._waiting) < MOST_WAITING:
            self._waiting.append((session_id, sighting))
        if self._writing is None or self._writing.done():
            self._writing = asyncio.create_task(self._write())

    async def kept(self) -> None:
        """Wait until what was seen so far is on the record, but not for a record out of order."""
        if self._looking:
            await asyncio.wait(set(self._looking), timeout=PATIENCE_S)
        if self._writing is not None and not self._writing.done():
            await asyncio.wait([self._writing], timeout=PATIENCE_S)

    def look_back(self, work: Coroutine[Any, Any, None]) -> None:
        """Look back on what ended, beside all else; should it fail, what was told stands."""
        task = asyncio.create_task(work)
        self._looking.add(task)
        task.add_done_callback(self._looked_back)

    def _looked_back(self, task: asyncio.Task[None]) -> None:
        self._looking.discard(task)
        if not task.cancelled() and (bug := task.exception()) is not None:
            log.error("An exercise could not be looked back on", exc_info=bug)

    async def _write(self) -> None:
        while self._waiting:
            await asyncio.sleep(GATHER_S)
            batch, self._waiting = self._waiting, []
            try:
                await asyncio.to_thread(self.cases.sessions.add_sightings, batch)
            except Refused as refusal:
                log.warning("What the camera saw is not on the record yet: %s", refusal.error)
                self._waiting = batch + self._waiting
                await asyncio.sleep(AGAIN_S)


def _know(exercise: Exercise, movement: str) -> Known:
    raises_a_hand = mistakable(exercise.movements[movement])
    return Known(watches(exercise, movement), raises_a_hand)
