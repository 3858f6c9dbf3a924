"""Runs the server on this machine, on a free port, and opens the page."""

from __future__ import annotations

import errno
import gc
import json
import logging
import socket
import sys
import threading
import time
import webbrowser
from dataclasses import dataclass
from http.client import HTTPException
from ipaddress import ip_address
from typing import TYPE_CHECKING, Final
from urllib.request import ProxyHandler, build_opener

from unkink.bootstrap import copy_daily, fingerprint, open_use_cases, served_at, serving
from unkink.core.errors import FolderRefused, Invalid

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from starlette.types import ASGIApp

    from unkink.app import UseCases

PORTS_TRIED: Final = 20
"""So many ports are tried, one after the other, when the first is taken."""

FIRST_COPY_S: Final = 5.0
"""The first page comes before the copy."""
COPY_LOOK_S: Final = 3600.0
"""So often it is looked whether a day has begun without a copy."""

ASK_S: Final = 5.0
"""How long another server has to say who it is; it may be starting."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Address:
    """Where the server listens."""

    host: str
    port: int

    @property
    def url(self) -> str:
        """The page's address."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return f"http://{host}:{self.port}/"


def serve(data: Path, address: Address, *, browser: bool, say: Callable[[str], None]) -> None:
    """
    Serve the page until stopped; where this data folder is served already, open that one.

    Raises `Refused` when the address or the data folder can't be used.
    """
    check_private(address.host)
    with serving(data) as tell_url:
        if tell_url is None:
            url = _other(data)
            say(f"Unkink is already running at {url}")
            if browser:
                webbrowser.open(url)
            return
        with listen(address) as listening:
            here = Address(host=address.host, port=listening.getsockname()[1])
            if address.port not in {0, here.port}:
                say(f"Port {address.port} is taken by another program; using {here.port}.")
            tell_url(here.url)
            say(f"Unkink is at {here.url} (Ctrl-C stops it)")
            if browser:
                # The socket listens already: the browser may come before the server is up.
                threading.Thread(target=webbrowser.open, args=(here.url,), daemon=True).start()
            _run(data, listening)


def check_private(host: str) -> None:
    """Refuse every address that others could reach: what is told here stays here."""
    if host == "localhost":
        return
    try:
        private = ip_address(host).is_loopback
    except ValueError:
        private = False
    if not private:
        raise Invalid(
            f"Unkink is private: it does not listen on {host}, where others could reach it.",
            "Leave --host out, or use 127.0.0.1.",
        )


def listen(address: Address) -> socket.socket:
    """Take the address, or the next free port after it."""
    ports = range(address.port, min(address.port + PORTS_TRIED, 65_536))
    for port in ports if address.port else (0,):
        try:
            return _bound(address.host, port)
        except OSError as problem:
            if problem.errno not in {errno.EADDRINUSE, errno.EACCES}:
                raise Invalid(
                    f"It is not possible to listen on {address.host}: {problem.strerror}.",
                    "Leave --host out.",
                ) from problem
    raise Invalid(
        f"Port {address.port} and those after it are taken by other programs.",
        "Choose another one with --port.",
    )


def _bound(host: str, port: int) -> socket.socket:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    listening = socket.socket(family, socket.SOCK_STREAM)
    try:
        # So that a port left a moment ago can be taken again.
        listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listening.bind((host, port))
        listening.listen(128)
    except OSError:
        listening.close()
        raise
    return listening


def _other(data: Path) -> str:
    """Tell where the server is that has this data folder, once it has said so itself."""
    url = served_at(data)
    if url and _folder_at(url) == fingerprint(data):
        return url
    raise FolderRefused(
        f"Another Unkink is using the data folder {data}.",
        "Stop it first, or choose another folder with --data DIR.",
    )


def _folder_at(url: str) -> str:
    # Straight to this machine, whatever proxy there may be.
    try:
        with build_opener(ProxyHandler({})).open(f"{url}api/hello", timeout=ASK_S) as response:
            told = json.loads(response.read(10_000))
    except (OSError, HTTPException, ValueError):
        return ""
    return str(told.get("folder", "")) if isinstance(told, dict) else ""


def _copy_daily(data: Path, cases: UseCases) -> None:
    time.sleep(FIRST_COPY_S)
    while True:
        copy_daily(data, cases)
        time.sleep(COPY_LOOK_S)


def _run(data: Path, listening: socket.socket) -> None:
    from uvicorn import Config, Server  # noqa: PLC0415 - not needed where another one runs

    from unkink.web.live_wire import MOST_BYTES  # noqa: PLC0415 - likewise
    from unkink.web.opening import Opening, guarded  # noqa: PLC0415 - likewise
    from unkink.web.prompt_socket import PromptSocket  # noqa: PLC0415 - likewise

    failed: list[BaseException] = []
    opening = Opening(lambda: _load(data))
    server = Server(
        Config(
            guarded(opening),
            log_level="warning",
            access_log=False,
            server_header=False,
            ws=PromptSocket,
            ws_max_size=MOST_BYTES,
            # What travels is small and stays on this machine: packing it only costs time.
            ws_per_message_deflate=False,
            # Whoever dies on this machine closes the socket: asking would only send busy ones away.
            ws_ping_interval=None,
        )
    )

    logging.getLogger("uvicorn.error").addFilter(_is_no_gibberish)

    def stop(problem: BaseException) -> None:
        failed.append(problem)
        server.should_exit = True

    opening.on_failure(stop)
    server.run(sockets=[listening])
    if failed:
        raise failed[0]


def _load(data: Path) -> ASGIApp:
    from unkink.web.server import create_api  # noqa: PLC0415 - loads while the page is shown

    cases = open_use_cases(data)
    threading.Thread(target=_copy_daily, args=(data, cases), daemon=True, name="copies").start()
    api = create_api(cases)
    _put_pictures_first()
    return api


def _put_pictures_first() -> None:
    """
    Let a picture be answered soon, whatever else goes on.

    Python looks for circles of garbage seldom, and never among what stays anyway: the coach makes
    none, and with a thousand people watched each look would hold everybody up for 100 ms. And a
    thread that works on the record gives way after 1 ms, not 5.
    """
    gc.freeze()
    gc.set_threshold(50_000, 20, 100)
    sys.setswitchinterval(0.001)


def _is_no_gibberish(record: logging.LogRecord) -> bool:
    # A client that sends no text as text is told so by the close; here it would be a traceback.
    return not record.getMessage().startswith("Invalid UTF-8")
