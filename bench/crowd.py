"""
The people of `bench/live.py`: one process plays them all, cheap enough not to be what is measured.

Plain sockets and one epoll; every picture is encoded before the first is sent.
"""

from __future__ import annotations

import base64
import json
import os
import select
import socket
import struct
import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from unkink.web.live_wire import ANSWER, HEADER

FRAMES_PER_S = 10
MOST_UNANSWERED = 2
"""As the server asks of a page: with so many pictures unanswered it passes the next one over."""
OPENING = (
    b"GET /api/live/%s HTTP/1.1\r\nHost: 127.0.0.1:%d\r\nUpgrade: websocket\r\n"
    b"Connection: Upgrade\r\nSec-WebSocket-Key: %s\r\nSec-WebSocket-Version: 13\r\n\r\n"
)
AT_ONCE = 20
"""So many come at a time; a browser's listen queue is no longer."""


@dataclass(slots=True)
class Heard:
    """What all people heard together while it was measured."""

    sent: int = 0
    held_back: int = 0
    """Pictures that a page would not have sent, because two were unanswered."""
    answers_ms: list[float] = field(default_factory=list)
    events_ms: list[float] = field(default_factory=list)
    closed: int = 0
    refused: list[str] = field(default_factory=list)


@dataclass(slots=True)
class Someone:
    """One person's page: where it is in its pictures, and when it sent those not yet answered."""

    link: socket.socket
    frames: Sequence[tuple[int, bytes]]
    next: int = 0
    came: bytes = b""
    sent_s: dict[int, float] = field(default_factory=dict)


class Crowd:
    """Everybody at once. Pictures are sent on time, spread evenly over each tenth of a second."""

    def __init__(self, port: int) -> None:
        self.heard = Heard()
        self.measuring = False
        self._port = port
        self._everybody: list[Someone] = []
        self._by_link: dict[int, Someone] = {}
        self._poll = select.epoll()

    def enter(self, session: str, exercise: str, frames: Sequence[tuple[int, bytes]]) -> None:
        """Let one more person come, and say what they do."""
        link = socket.create_connection(("127.0.0.1", self._port), timeout=60)
        link.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        key = base64.b64encode(os.urandom(16))
        link.sendall(OPENING % (session.encode(), self._port, key))
        head = b""
        while b"\r\n\r\n" not in head:
            came = link.recv(4096)
            if not came:
                raise ConnectionError(head[:200])
            head += came
        head, _, rest = head.partition(b"\r\n\r\n")
        if b" 101 " not in head:
            raise ConnectionError(head[:200])
        watch = {"kind": "watch", "part": "move", "item": 0, "movement": "main"}
        link.sendall(masked(json.dumps(watch | {"exercise": exercise}).encode(), text=True))
        link.setblocking(False)  # noqa: FBT003 - the socket module's own way
        someone = Someone(link, frames, came=rest)
        self._everybody.append(someone)
        self._by_link[link.fileno()] = someone
        self._poll.register(link, select.EPOLLIN)

    def play(self, seconds: float) -> None:
        """Let everybody exercise for so long."""
        people, now = self._everybody, time.perf_counter
        gap_s, sent, began_s = 1 / (FRAMES_PER_S * len(people)), 0, now()
        while (past_s := now() - began_s) < seconds:
            while sent * gap_s <= past_s:
                self._send(people[sent % len(people)])
                sent += 1
            wait_s = max(sent * gap_s - (now() - began_s), 0.0)
            self._hear(min(wait_s, 0.01))

    def listen(self, seconds: float) -> None:
        """Only listen for so long."""
        until_s = time.perf_counter() + seconds
        while (left_s := until_s - time.perf_counter()) > 0:
            self._hear(left_s)

    def _send(self, one: Someone) -> None:
        if one.next >= len(one.frames) or one.link.fileno() < 0:
            return
        t_ms, frame = one.frames[one.next]
        one.next += 1
        if len(one.sent_s) >= MOST_UNANSWERED:
            self.heard.held_back += self.measuring
            return
        one.sent_s[t_ms] = time.perf_counter()
        try:
            one.link.send(frame)
        except OSError:
            self._lose(one)
        else:
            self.heard.sent += self.measuring

    def _hear(self, wait_s: float) -> None:
        for link, _ in self._poll.poll(wait_s):
            one = self._by_link[link]
            try:
                came = one.link.recv(65536)
            except BlockingIOError:
                continue
            except OSError:
                came = b""
            if came:
                self._read(one, one.came + came, time.perf_counter())
            else:
                self._lose(one)

    def _read(self, one: Someone, came: bytes, now_s: float) -> None:
        at = 0
        while len(came) >= at + 2:
            kind, length, start = came[at] & 15, came[at + 1], at + 2
            if length == 126:
                if len(came) < at + 4:
                    break
                length, start = int.from_bytes(came[at + 2 : at + 4], "big"), at + 4
            end = start + length
            if len(came) < end:
                break
            if kind == 2:
                self._answered(one, ANSWER.unpack_from(came, start)[4], now_s)
            elif kind == 1:
                self._told(one, json.loads(came[start:end]), now_s)
            elif kind == 8:
                self.heard.refused.append(came[start + 2 : end].decode())
            elif kind == 9:
                one.link.send(bytes((0x8A, 0x80 | length, 0, 0, 0, 0)) + came[start:end])
            at = end
        one.came = came[at:]

    def _answered(self, one: Someone, t_ms: int, now_s: float) -> None:
        if self.measuring and t_ms in one.sent_s:
            self.heard.answers_ms.append((now_s - one.sent_s[t_ms]) * 1000)
        # It stands for all pictures before it, too.
        one.sent_s = {sent: at_s for sent, at_s in one.sent_s.items() if sent > t_ms}

    def _told(self, one: Someone, told: dict[str, object], now_s: float) -> None:
        if told["kind"] == "refused":
            self.heard.refused.append(str(told["error"]))
        sent_s = one.sent_s.get(int(str(told.get("t_ms", -1))))
        if sent_s is not None and self.measuring and told["kind"] != "placed":
            self.heard.events_ms.append((now_s - sent_s) * 1000)

    def _lose(self, one: Someone) -> None:
        if one.link.fileno() >= 0:
            self._poll.unregister(one.link)
            del self._by_link[one.link.fileno()]
            one.link.close()
            self.heard.closed += 1


def masked(payload: bytes, *, text: bool = False) -> bytes:
    """Wrap a message as a page does; a mask of zeros leaves it as it is."""
    kind = 0x81 if text else 0x82
    if len(payload) < 126:
        return struct.pack(">BB4x", kind, 0x80 | len(payload)) + payload
    return struct.pack(">BBH4x", kind, 0xFE, len(payload)) + payload


def timed(pictures: Sequence[bytes]) -> list[tuple[int, bytes]]:
    """Wrap pictures, each with the moment it is of."""
    return [(HEADER.unpack_from(picture)[4], masked(picture)) for picture in pictures]


def come(crowd: Crowd, doing: Sequence[tuple[str, str, Sequence[tuple[int, bytes]]]]) -> None:
    """Let everybody come, a few at a time."""
    for number, (session, exercise, frames) in enumerate(doing):
        crowd.enter(session, exercise, frames)
        if number % AT_ONCE == 0:
            crowd.listen(0.01)


Cpu = tuple[float, float]
"""Seconds a process used: in all, and of these in the system's own calls."""


def cpu_s(pid: int) -> Cpu:
    """Read what a process used so far; in all to the nanosecond, the system's share by ticks."""
    process = Path(f"/proc/{pid}")
    ran_ns = sum(int(each.read_text().split()[0]) for each in process.glob("task/*/schedstat"))
    fields = (process / "stat").read_text().rpartition(")")[2].split()
    return ran_ns / 1e9, int(fields[12]) / os.sysconf("SC_CLK_TCK")


def at_percent(found: Sequence[float], percent: float) -> float:
    """Give the value that so many percent are at or below; *found* is sorted."""
    return found[min(int(percent / 100 * len(found)), len(found) - 1)]
