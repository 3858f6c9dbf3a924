"""Uvicorn's WebSocket as we use it, without a network."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Any

from uvicorn import Config
from uvicorn.server import ServerState

from unkink.web.prompt_socket import PromptSocket

if TYPE_CHECKING:
    from starlette.types import Receive, Scope, Send

OPENING = (
    b"GET /api/live HTTP/1.1\r\nHost: 127.0.0.1\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
    b"Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\nSec-WebSocket-Version: 13\r\n\r\n"
)
WORD = b"\x81\x82\0\0\0\0{}"
NO_FRAME = b"\x83\x80\0\0\0\0"


class Slow(asyncio.Transport):
    """A connection whose other side doesn't read: what is written, and its end, stay on the way."""

    def __init__(self) -> None:
        super().__init__()
        self.closing = False

    def write(self, data: Any) -> None:
        """Take what never arrives."""

    def close(self) -> None:
        """Wait for what never arrives."""
        self.closing = True

    def is_closing(self) -> bool:
        """Say whether it waits for that."""
        return self.closing

    def pause_reading(self) -> None:
        """Read no more."""

    def resume_reading(self) -> None:
        """Read on."""


async def _talk(said: list[BaseException]) -> None:
    sent_away = asyncio.Event()

    async def answers_late(_scope: Scope, receive: Receive, send: Send) -> None:
        await receive()
        await send({"type": "websocket.accept"})
        await receive()
        await sent_away.wait()
        try:
            await send({"type": "websocket.send", "text": "an answer"})
        except BaseException as problem:
            said.append(problem)
            raise

    config = Config(answers_late, interface="asgi3", log_level="critical", lifespan="off")
    config.load()
    socket = PromptSocket(config, ServerState(), {})
    socket.connection_made(Slow())
    socket.data_received(OPENING)
    await asyncio.sleep(0.01)
    socket.data_received(WORD)
    socket.data_received(NO_FRAME)
    sent_away.set()
    await asyncio.sleep(0.01)


def test_what_is_still_to_be_said_to_somebody_sent_away_is_no_bug() -> None:
    """Who is closed while being answered has left: nothing is printed about it."""
    said: list[BaseException] = []
    asyncio.run(_talk(said))

    assert ["ClientDisconnected"] == [type(problem).__name__ for problem in said]
