"""
How many people one core can watch live, and how soon each hears what was seen.

Promised: 1,000 people at 10 pictures a second on one core, 99 of 100 events out within 10 ms of
their picture. The server is the real one, in its own process, on one core; `bench/crowd.py` plays
the people from another: simulated bodies doing different exercises, each over a socket and on a
record of their own. On a machine that does other things as well, the processor time of a picture is
the number to trust; the milliseconds need a quiet one.
With `--compiled` the server is compiled first (`build_compiled.py`), which takes half a minute.
Run: `python bench/live.py [people] [seconds] [--compiled]`
"""

from __future__ import annotations

import argparse
import os
import re
import resource
import runpy
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import IO, TYPE_CHECKING, NamedTuple

from crowd import FRAMES_PER_S, Cpu, Crowd, Heard, at_percent, come, cpu_s, timed
from unkink.bootstrap import open_use_cases
from unkink.core.history.record import Before
from unkink.core.plan.choice import Asked
from unkink.core.safety.rounds import ALL, VERSION
from unkink.core.simulation.simulate import Performance, simulate
from unkink.landmarks.blazepose import landmarks
from unkink.ports import NewSession
from unkink.web.live_wire import Picture, encode_picture

if TYPE_CHECKING:
    from unkink.app import UseCases

WITHIN_MS = 10.0
WARM_UP_S = 5.0
"""Not measured: what to watch is worked out once for each exercise, when it is first asked for."""
SIZE = (1280, 720)
DOING = ("bridge", "cobra", "superman", "knee_to_chest", "spinal_twist", "forward_flexion")


class Used(NamedTuple):
    """What the server used while it was measured, and what the people did."""

    seconds: float
    server: Cpu
    people_s: float


def performances(cases: UseCases, seconds: float) -> dict[str, list[tuple[int, bytes]]]:
    """Let simulated bodies do each exercise for so long, as a page would send them."""
    found = {}
    for name in DOING:
        how = Performance(reps=60, hold_s=3.0, frames_per_s=float(FRAMES_PER_S))
        pictures: list[bytes] = []
        for frame in simulate(cases.exercises[name], how):
            person = landmarks(frame, aspect=SIZE[0] / SIZE[1])
            t_ms = round(frame.t_s * 1000)
            picture = Picture(t_ms=t_ms, width=SIZE[0], height=SIZE[1], people=(person,))
            pictures.append(encode_picture(picture))
            if frame.t_s > seconds:
                break
        found[name] = timed(pictures)
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


def play(
    server: int,
    crowd: Crowd,
    ids: list[str],
    frames: dict[str, list[tuple[int, bytes]]],
    seconds: float,
) -> Used:
    """Let everybody come, and exercise for so long."""
    doing = [DOING[number % len(DOING)] for number in range(len(ids))]
    # Everybody begins somewhere else in the exercise, so that not all lift at once.
    own = [frames[name][number // len(DOING) % 50 :] for number, name in enumerate(doing)]
    come(crowd, list(zip(ids, doing, own, strict=True)))
    crowd.play(WARM_UP_S)
    crowd.measuring = True
    before, mine_s = cpu_s(server), os.times().user + os.times().system
    crowd.play(seconds)
    after, mine_s = cpu_s(server), os.times().user + os.times().system - mine_s
    crowd.measuring = False
    crowd.listen(0.5)
    return Used(seconds, (after[0] - before[0], after[1] - before[1]), mine_s)


def measure(people: int, seconds: float, *, compiled: bool) -> int:
    """Start the server, play the people, tell what came of it; 1 when a promise is broken."""
    _, most = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (most, most))
    with tempfile.TemporaryDirectory() as folder, tempfile.TemporaryDirectory() as package:
        environment = os.environ | ({"PYTHONPATH": package} if compiled else {})
        if compiled:
            compile_into(Path(package))
        cases = open_use_cases(Path(folder))
        ids = sessions(cases, people)
        frames = performances(cases, WARM_UP_S + seconds + 10)
        command = [sys.executable, "-m", "unkink", "serve", "--no-browser", "--port", "0"]
        with subprocess.Popen(  # noqa: S603 - our own command
            [*command, "--data", folder], stdout=subprocess.PIPE, text=True, env=environment
        ) as server:
            try:
                _alone_on_a_core(server.pid)
                assert server.stdout is not None  # noqa: S101 - asked for above
                crowd = Crowd(_port(server.stdout))
                used = play(server.pid, crowd, ids, frames, seconds)
            finally:
                server.terminate()
        recorded = sum(len(cases.store.sightings(name)) for name in ids)
    return _tell(people, crowd.heard, used, recorded)


def _tell(people: int, heard: Heard, used: Used, recorded: int) -> int:
    events_ms, answers_ms = sorted(heard.events_ms), sorted(heard.answers_ms)
    within = sum(ms <= WITHIN_MS for ms in events_ms) / max(len(events_ms), 1)
    due = max(heard.sent + heard.held_back, 1)
    total_us, system_us = (1e6 * each / max(len(answers_ms), 1) for each in used.server)
    print(f"people                 {people} at {FRAMES_PER_S} a second, {used.seconds:g} s")
    print(f"pictures               {heard.sent} sent, {heard.held_back / due:.1%} held back")
    for name, found in (("picture to event", events_ms), ("picture to answer", answers_ms)):
        if found:
            p50, p99, worst = (at_percent(found, percent) for percent in (50, 99, 100))
            print(f"{name:<22} p50 {p50:.2f}, p99 {p99:.2f}, most {worst:.1f} ms, of {len(found)}")
    print(f"events within {WITHIN_MS:g} ms    {within:.1%} (promised: 99 %)")
    print(f"processor a picture    {total_us:.0f} us, of these in the system {system_us:.0f} us")
    print(f"share of a core        server {used.server[0] / used.seconds:.0%}", end="")
    print(f", the people who were played {used.people_s / used.seconds:.0%}")
    print(f"on the record          {recorded} sightings; connections lost: {heard.closed}")
    for said in dict.fromkeys(heard.refused):
        print(f"refused {heard.refused.count(said)} times: {said}")
    return int(within < 0.99 or heard.closed > 0 or heard.held_back > 0.01 * due)


def _alone_on_a_core(server: int) -> None:
    """Keep the server on the first core and the people off it, where there are two."""
    cores = sorted(os.sched_getaffinity(0))
    os.sched_setaffinity(server, {cores[0]})
    if len(cores) > 1:
        os.sched_setaffinity(0, set(cores[1:]))


def compile_into(folder: Path) -> None:
    """Put a compiled package into a folder."""
    recipe = Path(__file__).parents[1] / "build_compiled.py"
    runpy.run_path(str(recipe))["compile_into"](folder)


def _port(said: IO[str]) -> int:
    found = re.search(r"http://\S+:(\d+)/", said.readline())
    if found is None:
        sys.exit("The server did not say where it is.")
    return int(found[1])


if __name__ == "__main__":
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("people", type=int, nargs="?", default=1000)
    asked.add_argument("seconds", type=float, nargs="?", default=20.0)
    asked.add_argument("--compiled", action="store_true")
    given = asked.parse_args()
    sys.exit(measure(given.people, given.seconds, compiled=given.compiled))
