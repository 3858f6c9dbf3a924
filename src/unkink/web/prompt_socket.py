"""
Uvicorn's WebSocket, which can hand a message over the moment it arrives.

The usual way, through a parser that takes messages torn anywhere, a queue to a task and back, costs
as much as what is done with a picture. An application that finds `PROMPT` among a socket's
extensions may leave a `Prompt` there.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, Protocol

from uvicorn.protocols.utils import ClientDisconnected
from uvicorn.protocols.websockets.websockets_sansio_impl import WebSocketsSansIOProtocol
from websockets.exceptions import InvalidState
from websockets.protocol import State
from websockets.utils import apply_mask

if TYPE_CHECKING:
    from collections.abc import Sequence

    from uvicorn._types import ASGISendEvent
    from websockets.frames import Frame

PROMPT: Final = "unkink.prompt"

WHOLE, BINARY, TEXT = 0x80, 0x82, 0x81
"""The first byte of a frame: that of a whole message has the highest bit, and its kind."""
MASK: Final = 4
"""So many bytes before what a page says tell how it is masked."""


class Prompt(Protocol):
    """Answers a binary message at once."""

    def answer_now(self, content: bytes, /) -> Sequence[bytes | str] | None:
        """Give the answers; None when this message is to wait its turn like any other."""


class PromptSocket(WebSocketsSansIOProtocol):
    """As uvicorn's own, but of the binary messages that came together the newest goes first."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._extension: dict[object, Any] = {}
        self._newest: bytes | None = None
        self._is_torn = False
        """Whether a part of a message came by itself: from then on only the parser can tell."""

    async def run_asgi(self) -> None:
        """Let the application know what this socket can do."""
        self.scope["extensions"][PROMPT] = self._extension
        await super().run_asgi()

    async def send(self, message: ASGISendEvent) -> None:
        """Send, unless the socket was closed meanwhile: then the other side has left."""
        await self.writable.wait()
        if self.close_sent:
            raise ClientDisconnected
        await super().send(message)

    def data_received(self, data: bytes) -> None:
        """Take in what came; what is newest in it is answered at once."""
        if self.conn.state is not State.OPEN:
            self._is_torn = not data.endswith(b"\r\n\r\n")
        elif not self._is_torn:
            messages = whole_messages(data)
            self._is_torn = messages is None
            if messages == 1 and self._is_picture(data):
                # As nearly always: so the parser need not know of it.
                self._answer(unwrapped(data))
                return
        try:
            super().data_received(data)
        except InvalidState:
            # It was to be closed for one thing while it was closing for another.
            self.handle_parser_exception()
        self._flush()

    def handle_bytes(self, event: Frame) -> None:
        """Keep the newest for the end of what came, where it may be answered at once."""
        if event.fin and self._is_prompt():
            self._newest = bytes(event.data)
        else:
            self._flush()
            super().handle_bytes(event)

    def handle_text(self, event: Frame) -> None:
        """Answer what came before it first."""
        self._flush()
        super().handle_text(event)

    def _is_picture(self, data: bytes) -> bool:
        """Whether this one message is to be answered at once, and the parser would let it in."""
        return (
            data[0] == BINARY
            and data[1] >= WHOLE
            and len(data) <= self.config.ws_max_size
            and self._is_prompt()
        )

    def _is_prompt(self) -> bool:
        # Whatever waits already comes first; and who does not read gets no more to read.
        return (
            bool(self._extension)
            and self.queue.empty()
            and self.writable.is_set()
            and not self.close_sent
        )

    def _flush(self) -> None:
        content, self._newest = self._newest, None
        if content is not None:
            self._answer(content)

    def _answer(self, content: bytes) -> None:
        prompt: Prompt = self._extension[PROMPT]
        answers = prompt.answer_now(content)
        if answers is None:
            self.curr_msg_data_type = "bytes"
            self.frames = [content]
            self.send_receive_event_to_app()
            return
        if self.conn.state is not State.OPEN:
            return  # who left with these last words hears no answer
        if answers and not self.transport.is_closing():
            self.transport.write(b"".join(map(wrapped, answers)))


def whole_messages(data: bytes) -> int | None:
    """Count the messages of a page in what came; None where any of them is not whole."""
    at = messages = 0
    while at + 1 < len(data) and data[at] & WHOLE:
        length, head = data[at + 1] & 0x7F, 2
        if length > 125:
            head = 4
            # Pages of ours have nothing longer to say than two bytes can tell.
            length = int.from_bytes(data[at + 2 : at + 4], "big") if length == 126 else len(data)
        at += head + MASK + length
        messages += 1
    return messages if at == len(data) else None


def unwrapped(data: bytes) -> bytes:
    """Give what one whole message of a page says."""
    head = 2 if data[1] & 0x7F < 126 else 4
    return apply_mask(data[head + MASK :], data[head : head + MASK])


def wrapped(said: bytes | str) -> bytes:
    """Wrap what is said as one whole message of the server."""
    kind, content = (BINARY, said) if isinstance(said, bytes) else (TEXT, said.encode())
    size = len(content)
    if size < 126:
        return bytes((kind, size)) + content
    return bytes((kind, 126)) + size.to_bytes(2, "big") + content
