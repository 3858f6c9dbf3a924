"""Runs the server on this machine, on a free port, and opens the page."""

from __future__ import annotations

import errno
import json
import socket
import threading
import webbrowser
from dataclasses import dataclass
from http.client import HTTPConnection, HTTPException
from ipaddress import ip_address
from typing import TYPE_CHECKING, Final

from unkink.bootstrap import fingerprint, open_use_cases
from unkink.core.errors import Invalid

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

PORTS_TRIED: Final = 20
"""So many ports are tried, one after the other, when the first is taken."""

ASK_S: Final = 1.0
"""How long another server has to say who it is."""


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
    other = find_other(data, address)
    if other is not None:
        say(f"Unkink is already running at {other.url}")
        if browser:
            webbrowser.open(other.url)
        return
    with listen(address) as listening:
        host, port = listening.getsockname()[:2]
        if port != address.port and address.port:
            say(f"Port {address.port} is taken by another program; using {port}.")
        _run(data, listening, Address(host=host, port=port), browser=browser, say=say)


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


def find_other(data: Path, address: Address) -> Address | None:
    """Find a running Unkink that serves this data folder at the address or shortly after it."""
    wanted = fingerprint(data)
    for port in _ports(address):
        found = _hello(address.host, port)
        if found is None:
            return None
        if found == wanted:
            return Address(host=address.host, port=port)
    return None


def listen(address: Address) -> socket.socket:
    """Take the address, or the next free port after it."""
    for port in _ports(address):
        try:
            return _bound(address.host, port)
        except OSError as problem:
            if problem.errno not in {errno.EADDRINUSE, errno.EACCES}:
                raise Invalid(
                    f"It is not possible to listen on {address.host}: {problem.strerror}.",
                    "Leave --host out.",
                ) from problem
    raise Invalid(
        f"The ports from {address.port} on are taken by other programs.",
        "Choose another one with --port.",
    )


def _ports(address: Address) -> range:
    if address.port == 0:
        return range(1)
    return range(address.port, min(address.port + PORTS_TRIED, 65_536))


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


def _hello(host: str, port: int) -> str | None:
    """Ask whoever listens which data folder it serves; "" for something else, None for nobody."""
    connection = HTTPConnection(host, port, timeout=ASK_S)
    try:
        connection.connect()
    except OSError:
        return None
    try:
        connection.request("GET", "/api/hello")
        told = json.loads(connection.getresponse().read(10_000))
    except (OSError, HTTPException, ValueError):
        return ""
    finally:
        connection.close()
    ours = isinstance(told, dict) and told.get("app") == "unkink"
    return str(told.get("folder", "")) if ours else ""


def _run(
    data: Path,
    listening: socket.socket,
    address: Address,
    *,
    browser: bool,
    say: Callable[[str], None],
) -> None:
    from uvicorn import Config, Server  # noqa: PLC0415 - not needed where another one runs

    from unkink.web.server import create_app  # noqa: PLC0415 - likewise

    app = create_app(open_use_cases(data))
    config = Config(app, log_level="warning", access_log=False, server_header=False, ws="none")
    say(f"Unkink is at {address.url}  (Ctrl-C stops it)")
    if browser:
        # The socket listens already: the browser may come before the server is up.
        threading.Thread(target=webbrowser.open, args=(address.url,), daemon=True).start()
    Server(config).run(sockets=[listening])
