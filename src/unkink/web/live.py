"""
The live socket: landmarks in, the coach's word out. One coach for each connection.

Pictures are taken in while others are judged; of those that wait, only the newest is judged, so a
slow moment never grows into a queue. What can't be read closes this connection and nothing else.
"""

from __future__ import annotations

import asyncio
import logging
from contextlib import suppress
from typing import TYPE_CHECKING, Final

from fastapi import APIRouter, WebSocket, WebSocketDisconnect
from pydantic import ValidationError

from unkink.core.coach import live, placing, sign
from unkink.core.coach.live import Live, Subject
from unkink.core.errors import Conflict, NotFound, Refused
from unkink.core.history.sightings import Sighting, SightingKind, sighting_of
from unkink.landmarks.choosing import NOBODY, choose
from unkink.web import live_messages as told
from unkink.web import live_wire as wire
from unkink.web.inbox import Inbox
from unkink.web.live_back import Back
from unkink.web.live_telling import answer, in_words, placed
from unkink.web.live_wire import UnreadableError
from unkink.web.lookout import Lookout
from unkink.web.prompt_socket import PROMPT

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from unkink.core.body import Frame
    from unkink.core.coach.events import Event
    from unkink.core.definition.exercise import Movement, View

log = logging.getLogger(__name__)

router = APIRouter()

FRAMES_PER_S: Final = 15.0
"""More pictures a second are of no use to the coach; ten are enough, eight will do."""
MOST_UNANSWERED: Final = 2
PAY_OUT_S: Final = 10.0
"""The time judged goes to the record so often: a power cut takes no more of it."""

BAD_MESSAGE, NO_SESSION, NOT_HERE, OUR_FAULT = 4400, 4404, 4409, 1011
CLOSE_CODE: Final[dict[type[Refused], int]] = {NotFound: NO_SESSION, Conflict: NOT_HERE}
RELOAD: Final = "Reload the page; the session goes on by the clock."


@router.websocket("/api/live")
async def try_out(socket: WebSocket) -> None:
    """Place the camera, or try an exercise: nothing is kept."""
    await Connection(socket, _lookout(socket), None).serve()


@router.websocket("/api/live/{session_id}")
async def watch_session(socket: WebSocket, session_id: str) -> None:
    """Watch a session."""
    await Connection(socket, _lookout(socket), session_id).serve()


def _lookout(socket: WebSocket) -> Lookout:
    lookout = socket.app.state.lookout
    assert isinstance(lookout, Lookout)  # noqa: S101 - put there by create_api
    return lookout


class Connection:
    """One person who is watched, until the page leaves."""

    def __init__(self, socket: WebSocket, lookout: Lookout, session_id: str | None) -> None:
        self._socket = socket
        self._lookout = lookout
        self._session_id = session_id
        self._inbox = Inbox(socket.receive, most_bytes=wire.MOST_BYTES)
        self._live = Live()
        self._placing = placing.Placing()
        self._sign = sign.DOWN
        self._raises_a_hand = False
        self._chosen = NOBODY
        self._view: View | None = None
        self._paid_s = 0.0
        self._busy = True
        self._back = Back(lookout, session_id)

    async def serve(self) -> None:
        """Answer until the page leaves, another takes over, or a message is no good."""
        await self._socket.accept()
        prompt = self._socket.scope.get("extensions", {}).get(PROMPT)
        if prompt is not None:
            prompt[PROMPT] = self
        reader = asyncio.create_task(self._inbox.fill())
        try:
            await self._open()
            self._busy = False
            while (content := await self._inbox.next()) is not None:
                self._busy = True
                await self._take(content)
                self._busy = False
        except UnreadableError as problem:
            await self._refuse(BAD_MESSAGE, f"That is no message of ours: {problem}.", RELOAD)
        except Refused as refusal:
            code = CLOSE_CODE.get(type(refusal), BAD_MESSAGE)
            await self._refuse(code, refusal.error, refusal.what_to_do)
        except WebSocketDisconnect:
            pass
        except Exception as bug:
            log.error("The live socket failed", exc_info=bug)  # noqa: TRY400 - as for the API
            await self._refuse(OUR_FAULT, "Something went wrong inside Unkink.", RELOAD)
        finally:
            reader.cancel()
            self._leave()
            # A server that stops waits for this: what was seen last is kept, too.
            await self._lookout.kept()

    def answer_now(self, content: bytes) -> Sequence[bytes | str] | None:
        """Judge a picture the moment it comes, unless something is to be done before it."""
        if self._busy or not self._inbox.is_empty or self._inbox.is_over:
            return None
        try:
            return self._judge(content)
        except UnreadableError:
            return None  # told in its turn
        except Exception as bug:  # noqa: BLE001 - told where all bugs are
            self._inbox.close(bug)
            return ()

    def make_room(self) -> None:
        """Close, because the session is watched from elsewhere now."""
        why = Conflict("This session is watched from another window now.", "Go on there.")
        self._inbox.close(why)

    async def _open(self) -> None:
        if self._session_id is not None:
            await asyncio.to_thread(self._lookout.cases.sessions.check_open, self._session_id)
            self._lookout.enter(self._session_id, self)
        await self._say(
            told.Welcome(
                version=wire.VERSION, frames_per_s=FRAMES_PER_S, most_unanswered=MOST_UNANSWERED
            )
        )

    async def _refuse(self, code: int, error: str, what_to_do: str) -> None:
        # Whoever has left meanwhile can't be told anything any more.
        with suppress(WebSocketDisconnect, RuntimeError):
            await self._say(told.LiveRefused(error=error, what_to_do=what_to_do))
            await self._socket.close(code)

    def _leave(self) -> None:
        """Keep what was still going on: what is held counts."""
        if self._session_id is None:
            return
        self._lookout.leave(self._session_id, self)
        moved = live.rest(self._live)
        for event in moved.events:
            self._keep(event)
        self._pay_out()
        self._back.tell(moved.events)
        self._back.end(self._live, None)

    async def _take(self, content: bytes | str) -> None:
        if isinstance(content, str):
            await self._heed(content)
            return
        for said in self._judge(content):
            if isinstance(said, bytes):
                await self._socket.send_bytes(said)
            else:
                await self._socket.send_text(said)

    def _judge(self, content: bytes) -> list[bytes | str]:
        """Judge a picture: what is to be sent. What can't be read changes nothing."""
        picture = wire.decode_picture(content)
        t_s, before_s = picture.t_ms / 1000, self._live.t_s
        if before_s is not None and t_s <= before_s:
            msg = f"a picture of {picture.t_ms} ms came after one of {before_s * 1000:.0f} ms"
            raise UnreadableError(msg)
        self._chosen = choose(picture.bodies, self._chosen, t_s=t_s, width=picture.aspect)
        frame = self._chosen.frame
        self._live, events, glance = live.take(self._live, frame)
        self._back.see(self._live, frame, events)
        said: list[bytes | str] = [_text(each) for each in self._told(events)] if events else []
        judged = answer(glance, picture.t_ms, self._chosen.which)
        said.append(wire.encode_judged(judged))
        self._look_round(frame, picture, said)
        if t_s - self._paid_s >= PAY_OUT_S:
            self._paid_s = t_s
            self._pay_out()
        return said

    def _look_round(self, frame: Frame, picture: wire.Arrived, said: list[bytes | str]) -> None:
        """See how the camera stands, and whether a hand is up."""
        self._placing, stands = placing.follow(
            self._placing,
            frame,
            aspect=picture.aspect,
            light=picture.light,
            view=self._view,
            others=self._chosen.others,
        )
        if stands is not None:
            said.append(_text(placed(stands, frame.t_s)))
        self._sign, is_given = sign.follow(self._sign, frame)
        # An exercise that raises a hand itself is told from a sign only while nobody does it.
        if is_given and (self._live.resting or not self._raises_a_hand):
            said.append(_text(told.HandRaised(t_ms=picture.t_ms)))

    async def _heed(self, text: str) -> None:
        try:
            said = told.FromPage.model_validate_json(text).root
        except ValidationError as problem:
            raise UnreadableError(_in_one_line(problem)) from None
        before = self._live.subject, self._live.resting
        if isinstance(said, told.WatchAll):
            self._view, self._raises_a_hand = None, False
            moved = live.recognise(self._live, await self._lookout.everything())
        elif isinstance(said, told.WatchSegment) and said.exercise:
            subject = Subject(said.item, said.exercise, said.movement)
            known = await self._lookout.worked_out(said.exercise, said.movement)
            self._view = self._movement(subject).view
            self._raises_a_hand = known.raises_a_hand
            moved = live.watch(self._live, subject, said.part, known.watch)
        else:
            moved = live.rest(self._live)
        # What ended with the change belongs to what was watched before it.
        for message in self._told(moved.events):
            await self._say(message)
        self._pay_out()
        self._back.tell(moved.events)
        if moved.live.subject != self._live.subject or _is_last(said):
            self._back.end(self._live, self._said_back)
        kept = self._live.kept if moved.live.subject == self._live.subject else moved.live.kept
        self._live = moved.live._replace(judged_s=0.0, kept=kept)
        if before != (self._live.subject, self._live.resting):
            await self._say(self._watching())

    def _watching(self) -> told.Watching:
        subject = self._live.subject
        if subject is None or self._live.resting:
            return told.Watching(exercise=None, movement=None, can_tell=False, words="")
        if not subject.exercise:
            return told.Watching(exercise=None, movement=None, can_tell=True, words="")
        return told.Watching(
            exercise=subject.exercise,
            movement=subject.movement,
            can_tell=self._live.coach is not None,
            words=self._movement(subject).unseen,
        )

    def _movement(self, subject: Subject) -> Movement:
        return self._lookout.movement(subject.exercise, subject.movement)

    def _told(self, events: Iterable[Event]) -> Iterator[told.Message]:
        """Keep each event, and put it into words."""
        for event in events:
            self._keep(event)
            yield in_words(event, self._lookout.cases.exercises)

    async def _say(self, said: told.Message) -> None:
        await self._socket.send_text(_text(said))

    async def _said_back(self, said: told.Message) -> None:
        # Whoever has left meanwhile reads it in the summary.
        with suppress(WebSocketDisconnect, RuntimeError):
            await self._say(said)

    def _keep(self, event: Event) -> None:
        subject = self._live.subject
        if self._session_id is None or subject is None or not subject.exercise:
            return
        sighting = sighting_of(
            event,
            at=self._lookout.now(),
            item=subject.item,
            exercise=subject.exercise,
            movement=subject.movement,
        )
        if sighting is not None:
            self._lookout.keep(self._session_id, sighting)

    def _pay_out(self) -> None:
        """Put the time judged since the last time on the record."""
        subject = self._live.subject
        self._live, owed = live.paid(self._live)
        if self._session_id is None or subject is None or not subject.exercise:
            return
        amounts: dict[SightingKind, float] = {
            "judged": owed.judged_s,
            "form_judged": owed.form.judged_s,
            "form_lost": owed.form.lost_s,
        }
        for kind, amount in amounts.items():
            if amount:
                sighting = Sighting(
                    at=self._lookout.now(),
                    item=subject.item,
                    exercise=subject.exercise,
                    movement=subject.movement,
                    side="both",
                    kind=kind,
                    amount=amount,
                )
                self._lookout.keep(self._session_id, sighting)


def _is_last(said: object) -> bool:
    """Tell whether the session's own end has come, and not a pause."""
    return isinstance(said, told.WatchSegment) and not said.exercise


def _text(said: told.Message) -> str:
    return said.model_dump_json()


def _in_one_line(problem: ValidationError) -> str:
    first = problem.errors()[0]
    where = ".".join(str(part) for part in first["loc"])
    return f"{where or 'it'}: {first['msg']}".replace("\n", " ")
