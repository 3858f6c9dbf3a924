"""Leading a person through a session: time passes, keys are pressed, everything is recorded."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Final, Literal

from unkink.app import UseCases
from unkink.core.history.record import Event
from unkink.core.timing.tape import Command, Tape, arrive, command, over, play
from unkink.core.timing.timeline import Schedule
from unkink.terminal.display import Display
from unkink.terminal.keys import Key

if TYPE_CHECKING:
    from collections.abc import Mapping

    from unkink.core.history.record import EventKind, Value
    from unkink.core.timing.tape import Played

FRAME_S: Final = 0.1
HEARTBEAT_S: Final = 5.0
ASLEEP_S: Final = 3.0
"""Longer between two looks than any busy moment: the lid was closed, or the session put aside."""
NOTE_S: Final = 4.0
"""How long the answer to a key stays in sight."""

Ending = Literal["finished", "stopped", "hurt"]

JUMPS: Final[Mapping[Key, Command]] = {"back": "back", "skip": "skipped", "repeat": "repeated"}
NOTES: Final[Mapping[Command, str]] = {
    "paused": "",
    "resumed": "",
    "back": "Back.",
    "skipped": "On to the next.",
    "repeated": "Once more.",
}


@dataclass(slots=True)
class Guide:
    """One session being led, from where it stands to its end."""

    app: UseCases
    display: Display
    pressed: Callable[[float], Key | None]
    """Waits so many seconds at most for a key."""
    session_id: str
    plan: Schedule
    tape: Tape
    seq: int
    """Of the last event in the record."""
    speed: float = 1.0
    clock: Callable[[], float] = time.monotonic
    _note: str = field(default="", init=False)
    _note_until_s: float = field(default=0.0, init=False)
    _heard_s: float = field(default=0.0, init=False)

    def lead(self) -> Ending:
        """
        Go through the session until it is over, or the person stops it.

        After "that hurts" all stands still and is on record; whoever leads it calls `end_hurt`.
        """
        last_s = self.clock()
        self._record("started" if self.seq == 0 else "resumed")
        self.display.tell(self.plan, arrive(self.tape, self.plan))
        while not over(self.tape, self.plan):
            self._show(last_s)
            key = self.pressed(FRAME_S)
            at_s = self.clock()
            if at_s - last_s > ASLEEP_S and not self.tape.paused:
                self._do("paused", at_s)
            self._pass((at_s - last_s) * self.speed)
            last_s = at_s
            if key == "hurts":
                self._record("hurt")
                return "hurt"
            if key == "stop":
                self._record("stopped")
                return "stopped"
            if key is not None:
                self._obey(key, at_s)
            self._beat(at_s)
        self._record("finished")
        return "finished"

    def end_hurt(self, *, pain: int | None, where: str) -> None:
        """End a session that hurt, with how much and where as far as it was told."""
        data: dict[str, Value] = {}
        if pain is not None:
            data["pain"] = pain
        if where:
            data["where"] = where
        if data:
            self._record("hurt_told", data)
        self._record("stopped")

    def _show(self, at_s: float) -> None:
        self.display.show(self.plan, self.tape, self._note if at_s < self._note_until_s else "")

    def _pass(self, passed_s: float) -> None:
        played = play(self.tape, self.plan, passed_s)
        self.tape = played.tape
        for number in played.done:
            end_s = self.plan.segments[number].end_s
            self._record("segment_done", {"segment": float(number)}, at_position_s=end_s)
        self._tell(played)

    def _tell(self, played: Played) -> None:
        if played.begun or played.cues:
            self.display.tell(self.plan, played)

    def _obey(self, key: Key, at_s: float) -> None:
        if key == "pause":
            self._do("resumed" if self.tape.paused else "paused", at_s)
        elif key == "easier":
            self._ease(at_s)
        elif key in JUMPS:
            self._do(JUMPS[key], at_s)

    def _do(self, what: Command, at_s: float) -> None:
        before = self.tape
        self.tape = command(before, self.plan, what)
        jumped = what not in ("paused", "resumed")
        self._record(
            what,
            {"to_s": self.tape.position_s} if jumped else {},
            at_position_s=before.position_s,
        )
        if jumped:
            self._tell(arrive(self.tape, self.plan))
        self._say(NOTES[what], at_s)

    def _ease(self, at_s: float) -> None:
        self.seq += 1
        eased = self.app.sessions.make_easier(
            self.session_id,
            seq=self.seq,
            position_s=self.tape.position_s,
            at=datetime.now(UTC),
        )
        self.plan = eased.schedule
        self.tape = Tape(position_s=eased.position_s, paused=self.tape.paused)
        self._tell(arrive(self.tape, self.plan))
        self._say(eased.words, at_s)

    def _say(self, words: str, at_s: float) -> None:
        self._note, self._note_until_s = words, at_s + NOTE_S

    def _beat(self, at_s: float) -> None:
        if at_s - self._heard_s > HEARTBEAT_S:
            self._record("heartbeat")

    def _record(
        self,
        kind: EventKind,
        data: Mapping[str, Value] | None = None,
        *,
        at_position_s: float | None = None,
    ) -> None:
        """Append at once what happened, so that nothing is lost whatever comes next."""
        self.seq += 1
        position_s = self.tape.position_s if at_position_s is None else at_position_s
        event = Event(
            seq=self.seq,
            position_s=position_s,
            at=datetime.now(UTC).isoformat(),
            kind=kind,
            data=data or {},
        )
        self.app.sessions.append_events(self.session_id, [event])
        self._heard_s = self.clock()
