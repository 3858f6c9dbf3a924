"""Uvicorn's WebSocket as we use it, without a network."""

from __future__ import annotations

import asyncio
from contextlib import suppress
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from hypothesis import example, given, settings
from hypothesis import strategies as st
from tests.loops import run_alone
from uvicorn import Config
from uvicorn.server import ServerState

from unkink.web.prompt_socket import PROMPT, PromptSocket

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
        self.written = b""

    def write(self, data: Any) -> None:
        """Take what never arrives."""
        self.written += data

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


class Echo:
    """Answers every picture at once."""

    def answer_now(self, content: bytes) -> list[bytes | str]:
        """Give it back, and a word."""
        return [content, "seen"]


async def _listens(_scope: Scope, receive: Receive, send: Send) -> None:
    await receive()
    await send({"type": "websocket.accept"})
    _scope["extensions"][PROMPT][PROMPT] = Echo()
    with suppress(OSError):
        while (await receive())["type"] != "websocket.disconnect":
            await send({"type": "websocket.send", "text": "heard"})


async def _feed(pieces: list[bytes]) -> list[None]:
    socket = _opened(_listens)
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    for piece in pieces:
        if socket.transport.is_closing():
            break
        socket.data_received(piece)
        await asyncio.sleep(0)
    socket.connection_lost(None)
    return await asyncio.gather(*socket.tasks)


def _opened(app: Any) -> PromptSocket:
    config = Config(app, interface="asgi3", log_level="critical", lifespan="off")
    config.load()
    socket = PromptSocket(config, ServerState(), {})
    socket.connection_made(Slow())
    socket.data_received(OPENING)
    return socket


def _frame(kind: int, payload: bytes) -> bytes:
    return bytes((kind, 0x80 | len(payload))) + bytes(4) + payload


frame = st.builds(
    _frame,
    st.sampled_from([0x82, 0x82, 0x82, 0x81, 0x01, 0x02, 0x00, 0x80, 0x88, 0x89, 0x8A, 0x83]),
    st.binary(max_size=20) | st.just(b"\x03\xe8"),
)


@settings(max_examples=150)
@given(
    frames=st.lists(st.one_of(st.binary(max_size=6), *[frame] * 9), max_size=12),
    cuts=st.lists(st.floats(0.0, 1.0), max_size=6),
)
@example(frames=[_frame(0x82, b"a picture"), _frame(0x88, b"\x03\xe8")], cuts=[])
@example(frames=[_frame(0x82, b"a picture"), _frame(0x83, b"")], cuts=[])
@example(frames=[_frame(0x81, b"\xff\xfe"), _frame(0x88, b"\x03\xe8")], cuts=[])
def test_whatever_arrives_however_torn_breaks_nothing(
    frames: list[bytes], cuts: list[float]
) -> None:
    """Frames good and bad, in any order, cut anywhere: answered or closed, and never an error."""
    sent = b"".join(frames)
    places = [0, *sorted(int(cut * len(sent)) for cut in cuts), len(sent)]
    ended = run_alone(_feed([sent[a:b] for a, b in pairwise(places) if b > a]))

    assert [None] == ended


async def _answered(pieces: list[bytes]) -> bytes:
    socket = _opened(_listens)
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    for piece in pieces:
        socket.data_received(piece)
    written: bytes = socket.transport.written  # type: ignore[attr-defined] # that of `Slow`
    socket.connection_lost(None)
    await asyncio.gather(*socket.tasks)
    return written


@settings(max_examples=60, deadline=None)
@given(
    says=st.lists(
        st.tuples(st.binary(max_size=300), st.binary(min_size=4, max_size=4)), max_size=4
    ),
    cut=st.floats(0.0, 1.0),
)
def test_a_picture_is_answered_alike_whole_or_torn(
    says: list[tuple[bytes, bytes]], cut: float
) -> None:
    """Of whatever length and however masked, the answer is the same, and a word follows it."""
    whole = [_masked(content, mask) for content, mask in says]
    torn = [part for each in whole for part in _cut(each, cut)]
    word = b"\x81\x04seen"
    echo = b"".join(_head(0x82, content) + content + word for content, _ in says)

    told = [run_alone(_answered(pieces)) for pieces in (whole, torn)]

    assert [True, True] == [each.endswith(b"\r\n\r\n" + echo) for each in told]


def _masked(content: bytes, mask: bytes) -> bytes:
    head = _head(0x82, content)
    hidden = bytes(byte ^ mask[i % 4] for i, byte in enumerate(content))
    return bytes((head[0], head[1] | 0x80)) + head[2:] + mask + hidden


def _head(kind: int, content: bytes) -> bytes:
    size = len(content)
    return bytes((kind, size)) if size < 126 else bytes((kind, 126)) + size.to_bytes(2, "big")


def _cut(message: bytes, share: float) -> list[bytes]:
    at = max(1, int(share * (len(message) - 1)))
    return [message[:at], message[at:]]


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

    socket = _opened(answers_late)
    await asyncio.sleep(0.01)
    socket.data_received(WORD)
    socket.data_received(NO_FRAME)
    sent_away.set()
    await asyncio.sleep(0.01)


def test_what_is_still_to_be_said_to_somebody_sent_away_is_no_bug() -> None:
    """Who is closed while being answered has left: nothing is printed about it."""
    said: list[BaseException] = []
    run_alone(_talk(said))

    assert ["ClientDisconnected"] == [type(problem).__name__ for problem in said]
