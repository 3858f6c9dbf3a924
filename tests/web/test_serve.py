"""`unkink` starts a private server, once, and says in one line what stands in the way."""

from __future__ import annotations

import json
import re
import signal
import socket
import subprocess
import sys
from contextlib import closing, contextmanager
from typing import TYPE_CHECKING
from urllib.request import ProxyHandler, build_opener

import pytest

from unkink.core.errors import Invalid
from unkink.web.serve import Address, check_private, listen

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

straight = build_opener(ProxyHandler({}))
SERVE = [sys.executable, "-m", "unkink", "serve", "--no-browser", "--data"]


@contextmanager
def served(data: Path, *options: str) -> Iterator[tuple[subprocess.Popen[str], str]]:
    """Start a server and tell its address; it is stopped as by Ctrl-C."""
    command = [*SERVE, str(data), *options]
    with subprocess.Popen(  # noqa: S603 - our own command
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as server:
        assert server.stdout is not None
        said = server.stdout.readline()
        found = re.search(r"http://\S+/", said) or re.search(
            r"http://\S+/", server.stdout.readline()
        )
        assert found is not None, said
        try:
            yield server, found[0]
        finally:
            server.send_signal(signal.SIGINT)


def test_a_second_start_opens_the_first_and_ctrl_c_stops_it(tmp_path: Path) -> None:
    """Whoever starts Unkink twice gets the one that runs; stopping it is no error."""
    with served(tmp_path, "--port", "0") as (server, url):
        with straight.open(f"{url}api/hello") as response:
            assert "unkink" == json.load(response)["app"]
        again = subprocess.run(  # noqa: S603 - our own command
            [*SERVE, str(tmp_path)], capture_output=True, text=True, check=False
        )
        server.send_signal(signal.SIGINT)
        _, complaint = server.communicate(timeout=20)

    assert (0, f"Unkink is already running at {url}\n") == (again.returncode, again.stdout)
    assert "" == complaint
    assert not (tmp_path / "serving.url").exists()


@pytest.mark.parametrize("host", ["0.0.0.0", "::", "192.168.1.2", "example.org", ""])  # noqa: S104 - to be refused
def test_it_never_listens_where_others_could_reach_it(host: str) -> None:
    """What is told here stays on this machine."""
    with pytest.raises(Invalid, match="private"):
        check_private(host)


def test_a_port_taken_by_something_else_is_stepped_over() -> None:
    """The next free port is as good."""
    with closing(listen(Address(host="127.0.0.1", port=0))) as taken:
        port = taken.getsockname()[1]
        with closing(listen(Address(host="127.0.0.1", port=port))) as ours:
            assert port < ours.getsockname()[1] <= port + 20


def test_when_no_port_is_left_it_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    """Only taken ports: one clear line and how to choose another."""
    monkeypatch.setattr("unkink.web.serve.PORTS_TRIED", 1)
    with (
        closing(listen(Address(host="127.0.0.1", port=0))) as taken,
        pytest.raises(Invalid, match="taken"),
    ):
        listen(Address(host="127.0.0.1", port=taken.getsockname()[1]))


def test_a_folder_that_can_not_be_used_is_one_line(tmp_path: Path) -> None:
    """A damaged record: status 1, one line, no server, no traceback."""
    (tmp_path / "record.sqlite3").write_bytes(b"not a record" * 500)
    refused = subprocess.run(  # noqa: S603 - our own command
        [*SERVE, str(tmp_path), "--port", "0"], capture_output=True, text=True, check=False
    )

    assert (1, "") == (refused.returncode, refused.stdout)
    assert refused.stderr.startswith("unkink: The record is damaged: ")
    assert 1 == refused.stderr.count("\n")


def test_the_socket_is_this_machines_own() -> None:
    """The socket that listens is bound to the loopback address."""
    with closing(listen(Address(host="127.0.0.1", port=0))) as ours:
        assert (socket.AF_INET, "127.0.0.1") == (ours.family, ours.getsockname()[0])
