"""
The page first: its files are served at once, while what the API needs is still being loaded.

A person who waits for a window to appear sees it in half the time; the page's first questions to
the API wait until it is there.
"""

from __future__ import annotations

import asyncio
from concurrent.futures import Future
from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING, Final

from starlette.middleware.gzip import GZipMiddleware

from unkink.web.answers import answer
from unkink.web.guard import Guard
from unkink.web.page_files import PageFiles

if TYPE_CHECKING:
    from collections.abc import Callable

    from starlette.types import ASGIApp, Receive, Scope, Send

PAGE: Final = Path(__file__).parent / "page"

API: Final = "/api/"

AS_THEY_ARE: Final = (".wasm", ".task")
"""Ten megabytes each: packing them would hold up everybody longer than sending them does."""


class Opening:
    """Serves the page's files, and hands everything under `/api/` on to the API once loaded."""

    def __init__(self, load: Callable[[], ASGIApp], page: Path = PAGE) -> None:
        self._api: Future[ASGIApp] = Future()
        self._page = PageFiles(directory=page, html=True, check_dir=False)
        self._loader = Thread(target=self._load, args=(load,), daemon=True, name="loads the API")

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer from the page's files, or from the API."""
        if scope["type"] == "lifespan":
            self._loader.start()
            await _live(receive, send)
        elif not scope["path"].startswith(API):
            await self._page(scope, receive, send)
        else:
            await self._ask(scope, receive, send)

    async def _ask(self, scope: Scope, receive: Receive, send: Send) -> None:
        try:
            api = await asyncio.wrap_future(self._api)
        except Exception:  # noqa: BLE001 - it was told where Unkink was started
            refused = answer(503, "Unkink could not be started.", "See where you started it.")
            await refused(scope, receive, send)
            return
        await api(scope, receive, send)

    def on_failure(self, tell: Callable[[BaseException], None]) -> None:
        """Call this when the API can't be loaded."""

        def look(loaded: Future[ASGIApp]) -> None:
            problem = loaded.exception()
            if problem is not None:
                tell(problem)

        self._api.add_done_callback(look)

    def _load(self, load: Callable[[], ASGIApp]) -> None:
        try:
            self._api.set_result(load())
        except BaseException as problem:  # noqa: BLE001 - whoever waits for it is told
            self._api.set_exception(problem)


def guarded(app: ASGIApp) -> ASGIApp:
    """Put the guard and compression around an app: nothing is answered without them."""
    packed = GZipMiddleware(app, minimum_size=1000, compresslevel=6)

    async def compressed(scope: Scope, receive: Receive, send: Send) -> None:
        large = scope["type"] == "http" and scope["path"].endswith(AS_THEY_ARE)
        await (app if large else packed)(scope, receive, send)

    return Guard(compressed)


async def _live(receive: Receive, send: Send) -> None:
    while True:
        message = await receive()
        if message["type"] == "lifespan.startup":
            await send({"type": "lifespan.startup.complete"})
        else:
            await send({"type": "lifespan.shutdown.complete"})
            return
