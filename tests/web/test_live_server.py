"""The live socket of the real server: broken sockets harm nobody, and stopping loses nothing."""

from __future__ import annotations

import base64
import json
import signal
import socket
from contextlib import closing
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit
from urllib.request import Request

import pytest
from tests.catalogue import EXERCISES
from tests.web.people import performed
from tests.web.test_serve import served, straight
from websockets.exceptions import ConnectionClosed
from websockets.sync.client import ClientConnection, connect

from unkink.bootstrap import open_use_cases
from unkink.core.history.sightings import standing
from unkink.core.safety.rounds import ALL, VERSION
from unkink.web.live_wire import MOST_BYTES, Picture, decode_judged, encode_picture

if TYPE_CHECKING:
    from pathlib import Path

BRIDGE = performed(EXERCISES["bridge"], reps=2, hold_s=1.0)
WATCH = {"kind": "watch", "part": "move", "item": 0, "exercise": "bridge", "movement": "main"}

BROKEN = {
    "text that is no text": b"\x81\x82\0\0\0\0\xff\xfe",
    "too long": b"\x82\xfe" + (MOST_BYTES + 1).to_bytes(2, "big") + bytes(4) + bytes(MOST_BYTES),
    "said to be endless": b"\x82\xff" + b"\x7f" + b"\xff" * 7 + bytes(4),
    "not masked": b"\x82\x05hello",
    "no kind of message": b"\x83\x80\0\0\0\0",
    "cut off": b"\x82\xfe\x01",
    "no socket's language": b"GET / HTTP/1.1\r\n\r\n",
}


def _posted(url: str, path: str, sent: Any) -> Any:
    request = Request(  # noqa: S310 - our own server
        f"{url}api{path}", json.dumps(sent).encode(), {"content-type": "application/json"}
    )
    with straight.open(request) as response:
        return json.load(response)


def _session(url: str) -> str:
    _posted(url, "/screening", {"version": VERSION, "answers": dict.fromkeys(ALL, False)})
    started = _posted(url, "/sessions", {"exercises": ["bridge"], "pain": 0, "stiffness": 0})
    return str(started["session_id"])


def _page(address: str) -> ClientConnection:
    # The server says where it is before it has loaded all: on a busy machine that takes its time.
    return connect(address, compression=None, proxy=None, open_timeout=60)


def _raw(url: str) -> socket.socket:
    """Open a live socket by hand."""
    address = urlsplit(url)
    assert address.hostname is not None
    raw = socket.create_connection((address.hostname, address.port or 80), timeout=60)
    key = base64.b64encode(bytes(16)).decode()
    raw.sendall(
        f"GET /api/live HTTP/1.1\r\nHost: {address.netloc}\r\nUpgrade: websocket\r\n"
        f"Connection: Upgrade\r\nSec-WebSocket-Key: {key}\r\n"
        "Sec-WebSocket-Version: 13\r\n\r\n".encode()
    )
    assert b" 101 " in raw.recv(4096)
    return raw


def test_broken_sockets_harm_nobody_else(tmp_path: Path) -> None:
    """Whatever a socket does wrong ends that socket; others go on, and no traceback is printed."""
    with served(tmp_path, "--port", "0") as (server, url):
        live = f"{url.replace('http', 'ws')}api/live"
        with _page(live) as page:
            page.recv()
            for broken in BROKEN.values():
                with closing(_raw(url)) as raw:
                    raw.sendall(broken)
            page.send(encode_picture(Picture(t_ms=1, width=640, height=480)))
            answer = page.recv()
        server.send_signal(signal.SIGINT)
        _, complaint = server.communicate(timeout=20)

    assert isinstance(answer, bytes)
    assert 1 == decode_judged(answer).t_ms
    assert "" == complaint


def test_who_leaves_with_a_last_picture_leaves_no_traceback(tmp_path: Path) -> None:
    """A page that is closed says goodbye right behind its last picture: that is judged, too."""
    picture = encode_picture(Picture(t_ms=1, width=640, height=480))
    last = bytes((0x82, 0x80 | len(picture), 0, 0, 0, 0)) + picture
    with served(tmp_path, "--port", "0") as (server, url):
        with closing(_raw(url)) as raw:
            raw.sendall(last)
            heard = b""
            while b"\x82\x10" not in heard:
                heard += raw.recv(4096)
            last = last.replace(b"\1\0\0\0\x80\2", b"\2\0\0\0\x80\2")
            raw.sendall(last + b"\x88\x80\0\0\0\0")
            while raw.recv(4096):
                pass
        server.send_signal(signal.SIGINT)
        _, complaint = server.communicate(timeout=20)

    assert "" == complaint


def test_pictures_sent_at_once_are_answered_in_order_up_to_the_newest(tmp_path: Path) -> None:
    """A page that sends on while it is not answered loses no word, and its mistake ends it."""
    with served(tmp_path, "--port", "0") as (server, url):
        with _page(f"{url.replace('http', 'ws')}api/live") as page:
            page.recv()
            page.send(json.dumps(WATCH))
            for t_ms, people in BRIDGE:
                page.send(encode_picture(Picture(t_ms=t_ms, width=1280, height=720, people=people)))
            answered, told = [-1], []
            while answered[-1] < BRIDGE[-1][0]:
                if isinstance(came := page.recv(), bytes):
                    answered.append(decode_judged(came).t_ms)
                else:
                    told.append(json.loads(came)["kind"])
            page.send(b"no picture")
            refused = json.loads(page.recv())
            with pytest.raises(ConnectionClosed) as closed:
                page.recv()
        server.send_signal(signal.SIGINT)
        _, complaint = server.communicate(timeout=20)

    assert sorted(set(answered)) == answered
    assert "watching" == told[0]
    assert ("refused", 4400, "") == (
        refused["kind"],
        closed.value.rcvd and closed.value.rcvd.code,
        complaint,
    )


def test_a_server_that_is_stopped_keeps_what_was_seen(tmp_path: Path) -> None:
    """Ctrl-C in the middle of an exercise takes none of the repetitions that were told."""
    with served(tmp_path, "--port", "0") as (server, url):
        session_id = _session(url)
        live = f"{url.replace('http', 'ws')}api/live/{session_id}"
        with _page(live) as page:
            page.recv()
            page.send(json.dumps(WATCH))
            told = [json.loads(page.recv())["kind"]]
            for t_ms, people in BRIDGE:
                page.send(encode_picture(Picture(t_ms=t_ms, width=1280, height=720, people=people)))
                while not isinstance(came := page.recv(), bytes):
                    told.append(json.loads(came)["kind"])
            server.send_signal(signal.SIGINT)
            server.communicate(timeout=20)
    seen = open_use_cases(tmp_path).store.sightings(session_id)

    assert 2 == told.count("rep_counted")
    assert 2 == sum(each.kind == "rep" for each in standing(seen))
    judged_s = sum(each.amount for each in seen if each.kind == "judged")
    assert pytest.approx(BRIDGE[-1][0] / 1000, abs=1.5) == judged_s
