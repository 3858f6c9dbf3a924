"""
Uvicorn's WebSocket, which can hand a message over the moment it arrives.

The usual way, through a queue to a task and back, costs more than what is done with a picture. An
application that finds `PROMPT` among a socket's extensions may leave a `Prompt` there.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, Protocol

from uvicorn.protocols.utils import ClientDisconnected
from uvicorn.protocols.websockets.websockets_sansio_impl import WebSocketsSansIOProtocol
from websockets.exceptions import InvalidState
from websockets.protocol import State

if TYPE_CHECKING:
    from collections.abc import Sequence

    from uvicorn._types import ASGISendEvent
    from websockets.frames import Frame

PROMPT: Final = "unkink.prompt"


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
        if content is None:
            return
        prompt: Prompt = self._extension[PROMPT]
        answers = prompt.answer_now(content)
        if answers is None:
            self.curr_msg_data_type = "bytes"
            self.frames = [content]
            self.send_receive_event_to_app()
            return
        if self.conn.state is not State.OPEN:
            return  # who left with these last words hears no answer
        for said in answers:
            if isinstance(said, bytes):
                self.conn.send_binary(said)
            else:
                self.conn.send_text(said.encode())
        if answers and not self.transport.is_closing():
            self.transport.write(b"".join(self.conn.data_to_send()))
