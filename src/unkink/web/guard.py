"""
What no request gets past: foreign hosts, foreign pages, huge bodies; and what every answer carries.

The server listens on this machine only. A page of another site can still make a browser here send
requests, or point a name of its own at 127.0.0.1; so Host and Origin are checked as well.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final
from urllib.parse import urlsplit

from starlette.datastructures import MutableHeaders

from unkink.web.answers import answer

if TYPE_CHECKING:
    from collections.abc import Mapping

    from starlette.types import ASGIApp, Message, Receive, Scope, Send

OUR_NAMES: Final = frozenset({"127.0.0.1", "localhost", "::1"})

MOST_BYTES: Final = 1_000_000
"""The largest body taken: an hour of events is far below it."""

MOST_TAKEN_IN: Final = 300_000_000
"""The largest record taken in."""
TAKES_IN: Final = frozenset({"/api/keeping/add", "/api/keeping/restore"})

OUR_SITES: Final = frozenset({"same-origin", "none"})

READING: Final = frozenset({"GET", "HEAD", "OPTIONS"})

POLICY: Final = (
    "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; worker-src 'self'; "
    "object-src 'none'; base-uri 'none'; "
    "form-action 'self'; frame-ancestors 'none'"
)
"""Compiled modules (WebAssembly) may run, for the pose model; never text as a program."""
HEADERS: Final = {
    "content-security-policy": POLICY,
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    "referrer-policy": "no-referrer",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": "camera=(self), microphone=(), geolocation=(), payment=(), usb=()",
}


class Guard:
    """Refuses what is not from our own page, and gives every answer its safety headers."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Let a request through, or refuse it in one line."""
        if scope["type"] not in {"http", "websocket"}:
            await self._app(scope, receive, send)
            return
        refused = _refused(scope)
        if refused is None:
            answers = scope["type"] == "http"
            carried = _with_headers(send, scope["path"]) if answers else send
            await self._app(scope, receive, carried)
        elif scope["type"] == "http":
            await answer(*refused)(scope, receive, _with_headers(send, scope["path"]))
        else:
            await send({"type": "websocket.close", "code": 1008})


def _refused(scope: Scope) -> tuple[int, str, str] | None:
    headers = {name.decode("latin-1"): value.decode("latin-1") for name, value in scope["headers"]}
    host = headers.get("host", "")
    if _name(host) not in OUR_NAMES:
        return 421, "Unkink answers on this machine only.", "Open http://127.0.0.1 with its port."
    writes = scope["type"] == "websocket" or scope["method"] not in READING
    if (writes or scope["path"].startswith("/api/")) and _foreign(headers, host):
        return 403, "This was asked for by another site's page.", "Use Unkink's own page."
    return _too_large(headers, _most(scope["path"])) if writes and scope["type"] == "http" else None


def _name(host: str) -> str | None:
    try:
        return urlsplit(f"//{host}").hostname
    except ValueError:
        return None


def _foreign(headers: Mapping[str, str], host: str) -> bool:
    # A browser always tells at least one of the two; a program on this machine tells neither.
    origin = headers.get("origin", f"http://{host}")
    return origin != f"http://{host}" or headers.get("sec-fetch-site", "none") not in OUR_SITES


def _most(path: str) -> int:
    return MOST_TAKEN_IN if path in TAKES_IN else MOST_BYTES


def _too_large(headers: Mapping[str, str], most: int) -> tuple[int, str, str] | None:
    length = headers.get("content-length", "")
    if "transfer-encoding" in headers or not (length or "0").isdigit():
        return 411, "It must be said beforehand how much is sent.", "Send a Content-Length."
    if int(length or "0") > most:
        return 413, "That is too much to take in at once.", "Send less."
    return None


def _with_headers(send: Send, path: str) -> Send:
    async def with_headers(message: Message) -> None:
        if message["type"] == "http.response.start":
            headers = MutableHeaders(scope=message)
            headers.update(HEADERS)
            if path.startswith("/api/"):
                headers.setdefault("cache-control", "no-store")
        await send(message)

    return with_headers
