"""
What a picture costs the server by part, and that a compiled server says the same.

Simulated people with every hardship of `core/simulation/crowd.py`, one to each exercise, as a page
sends them; each part is timed picture by picture, the least of several rounds, so that other work
on the machine hardly shows. What the system takes to carry a picture and its answer is not in it:
`bench/live.py` tells that. With `--compiled` it is done again by compiled code.
Run: `python bench/parts.py [--seed 1] [--rounds 5] [--compiled]`
"""

from __future__ import annotations

import argparse
import gc
import hashlib
import os
import random
import subprocess
import sys
import tempfile
from itertools import pairwise
from pathlib import Path
from time import perf_counter
from typing import TYPE_CHECKING

from live import compile_into
from unkink.catalogue import read_catalogue
from unkink.core.coach import live, placing, sign
from unkink.core.coach.looking_back import Watched
from unkink.core.coach.watch import watches
from unkink.core.simulation.crowd import exercising
from unkink.core.simulation.paths import Repertoire
from unkink.landmarks.blazepose import landmarks
from unkink.landmarks.choosing import NOBODY, choose
from unkink.web.live_telling import answer
from unkink.web.live_wire import Picture, decode_picture, encode_judged, encode_picture
from unkink.web.prompt_socket import unwrapped, whole_messages, wrapped

if TYPE_CHECKING:
    from collections.abc import Mapping

    from unkink.core.coach.watch import Watch

PARTS = (
    "out of the socket's frame",
    "read into joints",
    "who it is",
    "the coach",
    "kept to look back",
    "camera and raised hand",
    "answer",
)
HIGH = 1000


def shown(seed: int) -> dict[str, list[bytes]]:
    """Let somebody do each exercise, as a page would send it."""
    catalogue, repertoire = read_catalogue().exercises, Repertoire()
    found = {}
    for exercise in catalogue.values():
        if exercise.everyday or not watches(exercise).can_tell:
            continue
        pictures: dict[int, bytes] = {}
        chance = random.Random(f"{seed} {exercise.id}").random  # noqa: S311 - simulation
        for frame in exercising(exercise, repertoire, chance).frames:
            width = frame.width or 1.0
            people = (landmarks(frame, aspect=width),) if frame.points else ()
            t_ms = round(1000 * frame.t_s) + HIGH
            picture = Picture(t_ms=t_ms, width=round(HIGH * width), height=HIGH, people=people)
            pictures[t_ms] = masked(encode_picture(picture))
        found[exercise.id] = list(pictures.values())
    return found


def masked(content: bytes) -> bytes:
    """Wrap a picture as a page does."""
    return b"\x82\xfe" + len(content).to_bytes(2, "big") + bytes(4) + content


def judged(watch: Watch, pictures: list[bytes], best: list[list[float]]) -> bytes:
    """Judge a recording and keep the least time of each part; give all that was said."""
    watched, chosen, stands, hand = Watched(), NOBODY, placing.Placing(), sign.DOWN
    subject = live.Subject(0, watch.exercise, watch.movement)
    now = live.watch(live.Live(), subject, "move", watch).live
    said: list[bytes] = []
    for data, least in zip(pictures, best, strict=True):
        times = [perf_counter()]
        whole_messages(data)
        content = unwrapped(data)
        times.append(perf_counter())
        picture = decode_picture(content)
        times.append(perf_counter())
        t_s, width = picture.t_ms / 1000, picture.aspect
        chosen = choose(picture.bodies, chosen, t_s=t_s, width=width)
        times.append(perf_counter())
        now, events, glance = live.take(now, chosen.frame)
        times.append(perf_counter())
        watched.see(now, chosen.frame, events)
        times.append(perf_counter())
        stands, _ = placing.follow(stands, chosen.frame, aspect=width, light=None, view=None)
        hand, _ = sign.follow(hand, chosen.frame)
        times.append(perf_counter())
        told = wrapped(encode_judged(answer(glance, picture.t_ms, chosen.which)))
        times.append(perf_counter())
        for i, (before, after) in enumerate(pairwise(times)):
            least[i] = min(least[i], after - before)
        said += (told, repr(events).encode())
    return b"".join(said)


def told(recordings: Mapping[str, list[bytes]], rounds: int) -> str:
    """Judge everybody several times, print the parts; give a fingerprint of what was said."""
    catalogue = read_catalogue().exercises
    every: list[list[float]] = []
    digest = hashlib.sha256()
    for name, pictures in recordings.items():
        watch = watches(catalogue[name])
        best = [[1.0] * len(PARTS) for _ in pictures]
        gc.disable()
        said = b""
        for _ in range(rounds):
            said = judged(watch, pictures, best)
        gc.enable()
        digest.update(said)
        every += best
    totals = [1e6 * sum(part) / len(every) for part in zip(*every, strict=True)]
    for part, us in zip((*PARTS, "all of these"), (*totals, sum(totals)), strict=True):
        print(f"  {part:<27}{us:6.1f} us")
    return digest.hexdigest()[:12]


def main() -> None:
    """Print what each part takes; and again compiled, if that is asked for."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--seed", type=int, default=1)
    asked.add_argument("--rounds", type=int, default=5)
    asked.add_argument("--compiled", action="store_true")
    given = asked.parse_args()
    recordings = shown(given.seed)
    pictures = sum(map(len, recordings.values()))
    print(f"{pictures} pictures of {len(recordings)} people, seed {given.seed}")
    print(f"what was said, as a fingerprint: {told(recordings, given.rounds)}", flush=True)
    if given.compiled:
        with tempfile.TemporaryDirectory() as folder:
            compile_into(Path(folder))
            print("compiled:", flush=True)
            again = [sys.executable, __file__, f"--seed={given.seed}", f"--rounds={given.rounds}"]
            subprocess.run(again, env=os.environ | {"PYTHONPATH": folder}, check=True)  # noqa: S603 - this file


if __name__ == "__main__":
    main()
