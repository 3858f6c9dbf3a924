"""What came and waits to be answered: of pictures in a row only the newest, all of the words."""

from __future__ import annotations

import asyncio
from collections import deque
from typing import TYPE_CHECKING, Final

from unkink.core.errors import Invalid

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from starlette.types import Message

MOST_WAITING: Final = 64
"""A page says a word or two a second; so many at once are no page's."""

Content = bytes | str


class Inbox:
    """Takes in what comes while something else is being answered."""

    def __init__(self, receive: Callable[[], Awaitable[Message]], *, most_bytes: int) -> None:
        self._receive = receive
        self._most_bytes = most_bytes
        self._waiting: deque[Content] = deque()
        self._end: Exception | None = None
        self._over = False
        self._arrived = asyncio.Event()

    async def fill(self) -> None:
        """Take in until the page leaves."""
        while not self._over:
            came = await self._receive()
            if came["type"] == "websocket.disconnect":
                self.close(None)
                return
            self._put(came.get("bytes") or came.get("text") or "")

    async def next(self) -> Content | None:
        """Wait for what comes next; None when the page has left. Raises what it was closed with."""
        while not self._waiting and not self._over:
            self._arrived.clear()
            await self._arrived.wait()
        if self._over:
            if self._end is not None:
                raise self._end
            return None
        return self._waiting.popleft()

    @property
    def is_empty(self) -> bool:
        """Whether nothing waits."""
        return not self._waiting

    @property
    def is_over(self) -> bool:
        """Whether nothing is taken in any more."""
        return self._over

    def close(self, why: Exception | None) -> None:
        """Take in nothing more; what waits is not answered."""
        if not self._over:
            self._over, self._end = True, why
        self._arrived.set()

    def _put(self, content: Content) -> None:
        waiting = self._waiting
        if len(content) > self._most_bytes:
            self.close(Invalid("That message is too long.", "Reload the page."))
        elif isinstance(content, bytes) and waiting and isinstance(waiting[-1], bytes):
            waiting[-1] = content
        elif len(waiting) < MOST_WAITING:
            waiting.append(content)
        else:
            self.close(Invalid("Too much came at once.", "Reload the page."))
        self._arrived.set()
