"""Whoever wants to see that nothing leaves the machine can see it, and would see it if it did."""

from __future__ import annotations

import socket
import subprocess
import sys

import pytest

from unkink.cli.trust_watch import Watch, connections, far_end


def test_a_session_and_every_export_speak_to_nobody() -> None:
    """The whole way, watched: the page, a session, the record out in every format, deleted."""
    ran = subprocess.run(
        [sys.executable, "-m", "unkink", "trust"], capture_output=True, text=True, check=False
    )

    assert (0, "") == (ran.returncode, ran.stderr)
    assert "Connections to anybody else: none." in ran.stdout
    assert "What it does not show" in ran.stdout
    assert "default-src 'self'" in ran.stdout


@pytest.mark.parametrize(
    ("event", "told", "seen"),
    [
        ("socket.connect", (None, ("192.0.2.1", 443)), {"192.0.2.1 port 443"}),
        ("socket.sendto", (None, ("2001:db8::1", 53, 0, 0)), {"2001:db8::1 port 53"}),
        ("socket.getaddrinfo", ("example.org", 443, 0, 0, 0), {"the name example.org"}),
        ("socket.getaddrinfo", (b"example.org", 443, 0, 0, 0), {"the name example.org"}),
        ("socket.connect", (None, ("127.0.0.1", 8765)), set()),
        ("socket.connect", (None, ("::1", 8765, 0, 0)), set()),
        ("socket.connect", (None, ("::ffff:127.0.0.1", 8765, 0, 0)), set()),
        ("socket.getaddrinfo", ("localhost", 80, 0, 0, 0), set()),
        ("socket.connect", (None, "/run/some.socket"), set()),
        ("open", ("example.org", None, 0), set()),
    ],
)
def test_whoever_is_spoken_to_is_seen(event: str, told: tuple[object, ...], seen: set[str]) -> None:
    """Were it to speak to anybody else, it would be noted; speaking to itself is not."""
    with Watch() as spoken:
        # Told as Python tells it, without anything being sent.
        sys.audit(event, *told)

    assert seen == spoken.outside
    sys.audit("socket.connect", None, ("192.0.2.9", 1))
    assert seen == spoken.outside


def test_the_systems_own_list_has_our_connections() -> None:
    """A connection that Python was never asked for would be on the list."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        before = list(connections()).count("127.0.0.1")
        with socket.create_connection(server.getsockname()):
            assert before < list(connections()).count("127.0.0.1")


@pytest.mark.parametrize(
    ("listed", "address"),
    [
        ("0100007F", "127.0.0.1"),
        ("010200C0", "192.0.2.1"),
        ("B80D0120000000000000000001000000", "2001:db8::1"),
    ],
)
def test_addresses_are_read_as_the_system_lists_them(listed: str, address: str) -> None:
    """Four bytes at a time, each backwards."""
    assert address == far_end(listed)
