"""
How many people one core can watch live, and how soon each hears what was seen.

Promised: 1,000 people at 10 pictures a second on one core, 99 of 100 events out within 10 ms of
their picture. The server is the real one, in its own process, on one core; this process plays the
people: simulated bodies doing different exercises, each over a socket and on a record of their own.
Run: `python bench/live.py [people] [seconds]`
"""

from __future__ import annotations

import asyncio
import base64
import json
import os
import re
import statistics
import struct
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

import uvloop

from unkink.bootstrap import open_use_cases
from unkink.core.history.record import Before
from unkink.core.plan.choice import Asked
from unkink.core.safety.rounds import ALL, VERSION
from unkink.core.simulation.simulate import Performance, simulate
from unkink.landmarks.blazepose import landmarks
from unkink.ports import NewSession
from unkink.web.live_wire import Picture, encode_picture

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import IO

    from unkink.app import UseCases

FRAMES_PER_S = 10
WITHIN_MS = 10.0
WARM_UP_S = 5.0
"""Not measured: what to watch is worked out once for each exercise, when it is first asked for."""
SIZE = (1280, 720)
DOING = ("bridge", "cobra", "superman", "knee_to_chest", "spinal_twist", "forward_flexion")
OPENING = (
    b"GET /api/live/%s HTTP/1.1\r\nHost: 127.0.0.1:%d\r\nUpgrade: websocket\r\n"
    b"Connection: Upgrade\r\nSec-WebSocket-Key: %s\r\nSec-WebSocket-Version: 13\r\n\r\n"
)


@dataclass
class Heard:
    """What all people heard together."""

    measuring: bool = False
    sent: int = 0
    answers_ms: list[float] = field(default_factory=list)
    events_ms: list[float] = field(default_factory=list)
    closed: int = 0
    busy: float = 0.0
    """The server's share of a core while it was measured."""


class Someone(asyncio.Protocol):
    """One person's page: sends pictures on time, and notes when each answer and event came."""

    def __init__(self, heard: Heard, opening: bytes, exercise: str, frames: list[bytes]) -> None:
        self._heard = heard
        self._opening = opening
        self._exercise = exercise
        self._frames = frames
        self._sent_s: dict[int, float] = {}
        self._came = b""
        self._index = 0
        self.ready = asyncio.get_running_loop().create_future()

    def connection_made(self, transport: Any) -> None:
        """Ask for the socket."""
        self._transport = transport
        transport.write(self._opening)

    def connection_lost(self, exc: Exception | None) -> None:
        """Count whoever was sent away."""
        del exc
        self._heard.closed += 1
        if not self.ready.done():
            self.ready.set_exception(ConnectionError(self._came[:200]))

    def data_received(self, data: bytes) -> None:
        """Take in whatever came, whole messages first."""
        now_s = time.perf_counter()
        self._came += data
        if not self.ready.done():
            head, found, rest = self._came.partition(b"\r\n\r\n")
            if not found:
                return
            if b" 101 " not in head:
                self.ready.set_exception(ConnectionError(head[:200]))
                return
            self._came = rest
            watch = {"kind": "watch", "part": "move", "item": 0, "movement": "main"}
            said = json.dumps(watch | {"exercise": self._exercise}).encode()
            self._transport.write(masked(said, text=True))
            self.ready.set_result(None)
        for text, payload in self._messages():
            self._hear(now_s, payload, text=text)

    def _messages(self) -> Iterator[tuple[bool, bytes]]:
        at, came = 0, self._came
        while len(came) >= at + 2:
            length, start = came[at + 1], at + 2
            if length == 126:
                if len(came) < at + 4:
                    break
                length, start = int.from_bytes(came[at + 2 : at + 4], "big"), at + 4
            if len(came) < start + length:
                break
            kind = came[at] & 15
            if kind in {1, 2}:
                yield kind == 1, came[start : start + length]
            elif kind == 9:
                self._transport.write(b"\x8a\x80\0\0\0\0" + came[start : start + length])
            at = start + length
        self._came = came[at:]

    def _hear(self, now_s: float, payload: bytes, *, text: bool) -> None:
        if text:
            told = json.loads(payload)
            sent_s = self._sent_s.get(told.get("t_ms", -1))
            if sent_s is not None and self._heard.measuring and told["kind"] != "placed":
                self._heard.events_ms.append((now_s - sent_s) * 1000)
            return
        sent_s = self._sent_s.pop(struct.unpack_from("<I", payload, 4)[0], now_s)
        if self._heard.measuring:
            self._heard.answers_ms.append((now_s - sent_s) * 1000)

    def send_next(self) -> None:
        """Send the next picture."""
        if self._index >= len(self._frames) or self._transport.is_closing():
            return
        frame = self._frames[self._index]
        self._index += 1
        (t_ms,) = struct.unpack_from("<I", frame, len(frame) - self._length(frame) + 4)
        now_s = time.perf_counter()
        # An event is told before its picture's answer: until then the moment is needed.
        self._sent_s[t_ms] = now_s
        self._transport.write(frame)
        if self._heard.measuring:
            self._heard.sent += 1

    @staticmethod
    def _length(frame: bytes) -> int:
        short = frame[1] & 127
        return int.from_bytes(frame[2:4], "big") if short == 126 else short


def masked(payload: bytes, *, text: bool = False) -> bytes:
    """Wrap a message as a page does; a mask of zeros leaves it as it is."""
    kind = 0x81 if text else 0x82
    if len(payload) < 126:
        return struct.pack(">BB4x", kind, 0x80 | len(payload)) + payload
    return struct.pack(">BBH4x", kind, 0xFE, len(payload)) + payload


def performances(cases: UseCases, seconds: float) -> dict[str, list[bytes]]:
    """Let simulated bodies do each exercise for so long, as a page would send them."""
    found = {}
    for name in DOING:
        how = Performance(reps=60, hold_s=3.0, frames_per_s=float(FRAMES_PER_S))
        frames: list[bytes] = []
        for frame in simulate(cases.exercises[name], how):
            person = landmarks(frame, aspect=SIZE[0] / SIZE[1])
            t_ms = round(frame.t_s * 1000)
            picture = Picture(t_ms=t_ms, width=SIZE[0], height=SIZE[1], people=(person,))
            frames.append(masked(encode_picture(picture)))
            if frame.t_s > seconds:
                break
        found[name] = frames
    return found


def sessions(cases: UseCases, people: int) -> list[str]:
    """Open a session for everybody; past the use case, which keeps one person to one session."""
    cases.safety.answer(VERSION, dict.fromkeys(ALL, False))
    started = cases.sessions.start(Asked(exercises=("bridge",)), Before(pain=0, stiffness=0))
    kept = cases.store.session(started.session_id)
    assert kept is not None  # noqa: S101 - just started
    (plan,) = cases.store.plans(kept.id)
    ids = [f"person-{number}" for number in range(people)]
    for name in ids:
        cases.store.add_session(
            NewSession(
                id=name,
                name=name,
                started_at_s=kept.started_at_s,
                pain=0,
                stiffness=0,
                opened_by=kept.opened_by,
                plan=plan,
            )
        )
    return ids


async def play(
    server: int, port: int, ids: list[str], frames: dict[str, list[bytes]], seconds: float
) -> Heard:
    """Let everybody come, and exercise for so long."""
    heard, loop = Heard(), asyncio.get_running_loop()
    everybody: list[Someone] = []
    for number, name in enumerate(ids):
        doing = DOING[number % len(DOING)]
        # Everybody begins somewhere else in the exercise, so that not all lift at once.
        own = frames[doing][number // len(DOING) % 50 :]
        key = base64.b64encode(os.urandom(16))
        someone = Someone(heard, OPENING % (name.encode(), port, key), doing, own)
        everybody.append(someone)
        await loop.create_connection(lambda one=someone: one, "127.0.0.1", port)
        if number % 20 == 19:
            await asyncio.gather(*(one.ready for one in everybody[-20:]))
    await asyncio.gather(*(one.ready for one in everybody))
    await _beat(everybody, WARM_UP_S)
    heard.measuring = True
    before_s = _cpu_s(server)
    await _beat(everybody, seconds)
    heard.busy = (_cpu_s(server) - before_s) / seconds
    await asyncio.sleep(0.5)
    heard.measuring = False
    return heard


async def _beat(everybody: list[Someone], seconds: float) -> None:
    """Send everybody's pictures evenly spread over each tenth of a second."""
    began_s, sent, gap_s = time.perf_counter(), 0, 1 / (FRAMES_PER_S * len(everybody))
    while (now_s := time.perf_counter() - began_s) < seconds:
        while sent * gap_s <= now_s:
            everybody[sent % len(everybody)].send_next()
            sent += 1
        await asyncio.sleep(0.001)


def measure(people: int, seconds: float) -> int:
    """Start the server, play the people, tell what came of it; 1 when a promise is broken."""
    with tempfile.TemporaryDirectory() as folder:
        cases = open_use_cases(Path(folder))
        ids = sessions(cases, people)
        frames = performances(cases, WARM_UP_S + seconds + 10)
        command = [sys.executable, "-m", "unkink", "serve", "--no-browser", "--port", "0"]
        with subprocess.Popen(  # noqa: S603 - our own command
            [*command, "--data", folder], stdout=subprocess.PIPE, text=True
        ) as server:
            try:
                _alone_on_a_core(server.pid)
                assert server.stdout is not None  # noqa: S101 - asked for above
                port = _port(server.stdout)
                heard = uvloop.run(play(server.pid, port, ids, frames, seconds))
            finally:
                server.terminate()
        recorded = sum(len(cases.store.sightings(name)) for name in ids)
    return _tell(people, seconds, heard, recorded)


def _tell(people: int, seconds: float, heard: Heard, recorded: int) -> int:
    events_ms, answers_ms = sorted(heard.events_ms), sorted(heard.answers_ms)
    within = sum(ms <= WITHIN_MS for ms in events_ms) / max(len(events_ms), 1)
    print(f"people                 {people} at {FRAMES_PER_S} pictures a second, {seconds:g} s")
    print(f"pictures sent          {heard.sent}, answered {len(answers_ms)}")
    for name, found in (("picture to event", events_ms), ("picture to answer", answers_ms)):
        if found:
            p99 = found[min(int(0.99 * len(found)), len(found) - 1)]
            median = statistics.median(found)
            print(f"{name:<22} p50 {median:.2f} ms, p99 {p99:.2f} ms, of {len(found)}")
    print(f"events within {WITHIN_MS:g} ms    {within:.1%} (promised: 99 %)")
    print(f"server                 {heard.busy:.0%} of one core")
    print(f"on the record          {recorded} sightings; connections lost: {heard.closed}")
    return int(within < 0.99 or heard.closed > 0)


def _alone_on_a_core(server: int) -> None:
    """Keep the server on the first core and the people off it, where there are two."""
    cores = sorted(os.sched_getaffinity(0))
    os.sched_setaffinity(server, {cores[0]})
    if len(cores) > 1:
        os.sched_setaffinity(0, set(cores[1:]))


def _cpu_s(pid: int) -> float:
    fields = Path(f"/proc/{pid}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def _port(said: IO[str]) -> int:
    found = re.search(r"http://\S+:(\d+)/", said.readline())
    if found is None:
        sys.exit("The server did not say where it is.")
    return int(found[1])


if __name__ == "__main__":
    given = [float(each) for each in sys.argv[1:]]
    sys.exit(measure(int(given[0]) if given else 1000, given[1] if len(given) > 1 else 20.0))
