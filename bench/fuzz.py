"""
Hostile recordings and sockets, made up at random for as long as you like.

A recording is read and judged, or refused in one line, by the real command; a socket is answered or
closed by the real server, which a healthy page next to it never notices. Whatever else happens is
printed with the seed that makes it happen again, and the exit status is 1.
Run: `python bench/fuzz.py [minutes] [seed]`
"""

from __future__ import annotations

import gzip
import io
import json
import math
import random
import re
import signal
import subprocess
import sys
import tempfile
import time
import traceback
from contextlib import redirect_stderr, redirect_stdout
from pathlib import Path
from typing import IO, TYPE_CHECKING

from websockets.sync.client import connect

from unkink.catalogue import read_catalogue
from unkink.cli import run
from unkink.core.coach.judging import NotJudgedError, judge, watched
from unkink.core.simulation.simulate import Performance, simulate
from unkink.landmarks import UnreadableRecordingError, read_recording
from unkink.landmarks.blazepose import landmarks
from unkink.landmarks.recordings import HEADER
from unkink.web.live_wire import Picture, decode_judged, encode_picture

if TYPE_CHECKING:
    from collections.abc import Mapping

    from unkink.core.coach.watch import Watch

ASPECT = 16 / 9
BRIDGE = {"bridge": read_catalogue().exercises["bridge"]}
CELLS = (
    *("nan", "-inf", "1e308", "-1e308", "1e-320", "", " ", "0x1", "1_0", "=1+1", '"', "'", "\0"),
    *(
        "9" * 5000,
        "-0.0",
        "1e999",
        "true",
        "\ud800",
        "\u0661",
        "\u2028",
        "," * 50,
        "\r",
        "\x1f\x8b",
    ),
)
VALUES = (None, True, [], {}, "", "x", 1e308, -1e308, 10**400, float("nan"), [[[]]], "\ud800", -0.0)


def rows() -> list[str]:
    """Write one bridge as a recording's rows."""
    frames = simulate(BRIDGE["bridge"], Performance(reps=1, hold_s=1.0))
    return [
        ",".join(map(str, [number, frame.t_s, 1, *landmarks(frame, aspect=ASPECT)]))
        for number, frame in enumerate(frames)
    ]


def with_cells(chance: random.Random, lines: list[str]) -> list[str]:
    """Put what doesn't belong there into some cells."""
    for _ in range(chance.randint(1, 40)):
        at = chance.randrange(len(lines))
        cells = lines[at].split(",")
        column = chance.choice((chance.randrange(len(cells)), min(1, len(cells) - 1)))
        cells[column] = chance.choice(CELLS)
        lines[at] = ",".join(cells)
    return lines


def reordered(chance: random.Random, lines: list[str]) -> list[str]:
    """Exchange, repeat and leave out rows."""
    return [chance.choice(lines) for _ in range(chance.randint(0, len(lines)))]


def widened(chance: random.Random, lines: list[str]) -> list[str]:
    """Add columns, up to very many."""
    more = "," * 10 ** chance.choice((1, 2, 2, 3, 3, 6))
    return [line + more if chance.random() < 0.05 else line for line in lines]


def timed(chance: random.Random, lines: list[str]) -> list[str]:
    """Let the clock stand, leap, go back, or never end."""
    t_s, found = chance.choice((0.0, -1e308, -5.0, 1e15)), []
    for line in lines:
        t_s += chance.choice((0.0, 0.1, 0.1, 0.1, 1e-12, 1e6, 1e307, -1.0))
        cells = line.split(",")
        cells[1:2] = [str(t_s)]
        found.append(",".join(cells))
    return found


def told(chance: random.Random, lines: list[str]) -> list[str]:
    """Tell it as JSON, with anything anywhere."""
    found = []
    for line in lines:
        numbers = [
            float(cell) if re.fullmatch(r"-?[\d.]+", cell) else 0.5 for cell in line.split(",")
        ]
        numbers += [0.5] * len(HEADER)
        points: object = [numbers[3 + at : 7 + at] for at in range(0, 132, 4)]
        frame = {"t": numbers[1], "points": points, "detected": 1}
        if chance.random() < 0.3:
            frame[chance.choice(("t", "points", "detected"))] = chance.choice(VALUES)
        if chance.random() < 0.02:
            frame["detected"] = json.loads("[" * 900 + "]" * 900)
        found.append(json.dumps(frame))
    return found


def recording(chance: random.Random, lines: list[str], folder: Path) -> Path:
    """Make one hostile recording."""
    for change in chance.sample((with_cells, reordered, widened, timed), chance.randint(1, 3)):
        lines = change(chance, list(lines)) or lines
    suffix = chance.choice((".csv", ".csv.gz", ".jsonl"))
    lines = told(chance, lines) if suffix == ".jsonl" else [",".join(HEADER), *lines]
    content = bytearray("\n".join(lines).encode("utf-8", "surrogatepass"))
    if suffix == ".csv.gz":
        content = bytearray(gzip.compress(bytes(content), 1))
    for _ in range(chance.choice((0, 0, 1, 20))):
        content[chance.randrange(len(content))] = chance.randrange(256)
    if chance.random() < 0.3:
        del content[chance.randrange(len(content)) :]
    path = folder / f"it{suffix}"
    path.write_bytes(content)
    return path


def wrong_with(seed: int, lines: list[str], known: Mapping[str, Watch], folder: Path) -> str:
    """Read and judge one hostile recording; tell what went wrong, or nothing."""
    chance = random.Random(seed)  # noqa: S311 - for tests, and to be repeated
    path = recording(chance, lines, folder)
    if chance.random() < 0.05:
        return replayed(seed, path, folder)
    try:
        judged = judge(
            read_recording(path, aspect=ASPECT).frames, BRIDGE, expected="bridge", known=known
        )
    except (UnreadableRecordingError, NotJudgedError) as refusal:
        return "" if len(str(refusal).splitlines()) == 1 else f"seed {seed}: {refusal}"
    except Exception:  # noqa: BLE001 - what is looked for
        return f"recording, seed {seed}: {traceback.format_exc()[-900:]}"
    account = judged.account
    edges_s = [edge_s for held in account.holds for edge_s in (held.start_s, held.end_s)]
    sound = 0.0 <= account.judged_fraction <= 1.0 and all(map(math.isfinite, edges_s))
    return "" if sound else f"recording, seed {seed}: no sound account: {account}"


def replayed(seed: int, path: Path, folder: Path) -> str:
    """Let the command replay it; tell what went wrong, or nothing."""
    said, complained = io.StringIO(), io.StringIO()
    with redirect_stdout(said), redirect_stderr(complained):
        status = run(["replay", str(path), "--data", str(folder), "--exercise", "bridge"])
    complaint = complained.getvalue()
    bug = "should not have happened" in complaint
    if status not in {0, 1} or bug or len(complaint.splitlines()) > 2:
        return f"recording, seed {seed}: status {status}, {complaint[:300]}"
    return ""


def bytes_for(chance: random.Random, good: list[bytes]) -> bytes:
    """Make bytes that a page might send, and many that none would."""
    kind = chance.choice((0x81, 0x82, 0x82, 0x82, 0x01, 0x02, 0x00, 0x80, 0x83, 0x88, 0x89, 0xF2))
    payload = bytearray(chance.choice(good))
    for _ in range(chance.choice((0, 0, 1, 5))):
        if payload:
            payload[chance.randrange(len(payload))] = chance.randrange(256)
    if chance.random() < 0.2:
        payload = payload[: chance.randrange(len(payload) + 1)]
    if chance.random() < 0.05:
        payload *= 40
    length = len(payload) if chance.random() < 0.95 else chance.randrange(2**16)
    mask = chance.choice((0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0))
    size = bytes((mask | length,)) if length < 126 else bytes((mask | 126,)) + length.to_bytes(2)
    return bytes((kind,)) + size + bytes(4) * bool(mask) + bytes(payload)


def plagued(seed: int, address: str, good: list[bytes]) -> None:
    """Open a socket, and send it what comes to mind."""
    chance = random.Random(seed)  # noqa: S311 - for tests, and to be repeated
    page = connect(address, compression=None, proxy=None, open_timeout=60)
    try:
        for _ in range(chance.randint(1, 12)):
            page.socket.sendall(bytes_for(chance, good))
        if chance.random() < 0.5:
            page.socket.settimeout(0.05)
            page.socket.recv(65536)
    except OSError:
        pass  # sent away, as it should be
    finally:
        page.socket.close()


def good_messages(lines: list[str]) -> list[bytes]:
    """Give what a page of ours would say, as a place to begin."""
    people = [tuple(map(float, line.split(",")[3:])) for line in lines[::10]]
    pictures = [
        encode_picture(Picture(t_ms=100 * number, width=640, height=480, people=(person,)))
        for number, person in enumerate(people)
    ]
    watch = {"kind": "watch", "part": "move", "item": 0, "exercise": "bridge", "movement": "main"}
    words = (watch, {"kind": "recognise"}, {"kind": "rest"}, {**watch, "item": -1}, {})
    return [*pictures, *(json.dumps(word).encode() for word in words), b"", b"\xff\xfe"]


def sockets(seed: int, until_s: float, lines: list[str], folder: str) -> list[str]:
    """Plague the real server; tell what went wrong."""
    command = [sys.executable, "-m", "unkink", "serve", "--no-browser", "--port", "0"]
    found, number, good = [], 0, good_messages(lines)
    with subprocess.Popen(  # noqa: S603 - our own command
        [*command, "--data", folder], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as server:
        assert server.stdout is not None  # noqa: S101 - asked for above
        address = f"ws://127.0.0.1:{_port(server.stdout)}/api/live"
        with connect(address, compression=None, proxy=None, open_timeout=60) as page:
            page.recv()
            while time.monotonic() < until_s:
                number += 1
                plagued(seed + number, address, good)
                if number % 20 == 0:
                    page.send(encode_picture(Picture(t_ms=number, width=640, height=480)))
                    answer = page.recv(timeout=20)
                    if not isinstance(answer, bytes):
                        answer = page.recv(timeout=20)
                    if not isinstance(answer, bytes) or decode_judged(answer).t_ms != number:
                        found.append(f"sockets, seed {seed}, up to {number}: the page beside it")
        server.send_signal(signal.SIGINT)
        _, complaint = server.communicate(timeout=30)
    if complaint:
        found.append(f"sockets, seed {seed}: the server printed {complaint[-600:]}")
    print(f"{number} sockets plagued")
    return found


def _port(said: IO[str]) -> int:
    port = re.search(r"http://\S+:(\d+)/", said.readline())
    return int(port[1]) if port else sys.exit("The server did not say where it is.")


def main(minutes: float, seed: int) -> int:
    """Spend half of the time on recordings, half on sockets."""
    lines, known, began_s, number, found = rows(), watched(BRIDGE), time.monotonic(), 0, []
    with tempfile.TemporaryDirectory() as folder:
        while time.monotonic() < began_s + 30 * minutes:
            number += 1
            if wrong := wrong_with(seed + number, lines, known, Path(folder)):
                print(wrong)
                found.append(wrong)
    print(f"{number} recordings replayed")
    with tempfile.TemporaryDirectory() as folder:
        found += sockets(seed, began_s + 60 * minutes, lines, folder)
    print("\n".join(found) or "Nothing found.")
    return int(bool(found))


if __name__ == "__main__":
    given = sys.argv[1:]
    sys.exit(main(float(given[0]) if given else 2.0, int(given[1]) if len(given) > 1 else 0))
