from __future__ import annotations

from math import inf
from typing import TYPE_CHECKING

import pytest

from unkink.core.history.record import Before
from unkink.core.plan.choice import Asked
from unkink.core.timing.tape import Tape
from unkink.terminal.guide import Guide

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from unkink.app import UseCases
    from unkink.core.timing.tape import Played
    from unkink.core.timing.timeline import Schedule
    from unkink.terminal.keys import Key


class Silent:
    """A display nobody looks at."""

    def show(self, plan: Schedule, tape: Tape, note: str) -> None:
        """Show nothing."""

    def tell(self, plan: Schedule, played: Played) -> None:
        """Tell nothing."""


def led(
    app: UseCases, script: Sequence[tuple[float, Key | None]], *, asleep_s: float = 0
) -> tuple[Guide, str]:
    """
    Lead a bridge session: after so many seconds each, these keys; then nothing until the end.

    A key that is None is when the machine sleeps for *asleep_s*.
    """
    app.safety.answer(
        app.safety.questions().version, dict.fromkeys(app.safety.questions().ask, False)
    )
    started = app.sessions.start(Asked(exercises=("bridge",)), Before(pain=1, stiffness=1))
    now_s = 0.0
    keys: Iterator[tuple[float, Key | None]] = iter(script)
    due_s, due = next(keys, (inf, None))

    def pressed(wait_s: float) -> Key | None:
        nonlocal now_s, due_s, due
        if now_s < due_s:
            now_s += wait_s * 10
            return None
        found = due
        now_s += asleep_s if found is None else 0
        after_s, due = next(keys, (inf, None))
        due_s = now_s + after_s
        return found

    guide = Guide(
        app=app,
        display=Silent(),
        pressed=pressed,
        session_id=started.session_id,
        plan=started.schedule,
        tape=Tape(),
        seq=0,
        clock=lambda: now_s,
    )
    return guide, guide.lead()


def _kinds(app: UseCases, guide: Guide) -> list[str]:
    events = app.sessions.now(guide.session_id).events
    return [e.kind for e in events if e.kind not in ("heartbeat", "segment_done")]


def test_every_segment_done_is_recorded(app: UseCases) -> None:
    """Whoever does the whole session has the whole session in the record."""
    guide, ending = led(app, [])
    events = app.sessions.now(guide.session_id).events
    done = [e.data["segment"] for e in events if e.kind == "segment_done"]

    assert "finished" == ending
    assert list(range(len(guide.plan.segments))) == done
    assert ["started", "finished"] == _kinds(app, guide)


def test_in_a_pause_time_stands_still(app: UseCases) -> None:
    """Whoever pauses for ten minutes has missed nothing."""
    guide, _ = led(app, [(50, "pause"), (600, "pause"), (1, "stop")])
    paused, resumed = (
        e.position_s
        for e in app.sessions.now(guide.session_id).events
        if e.kind in ("paused", "resumed")
    )

    assert (50, 50) == (paused, resumed)


def test_that_hurts_stops_at_once(app: UseCases) -> None:
    """One key, and it is over and on record; how much and where follow, and then it has ended."""
    guide, ending = led(app, [(60, "hurts")])
    at_once = _kinds(app, guide)
    guide.end_hurt(pain=6, where="thigh")

    assert ("hurt", ["started", "hurt"]) == (ending, at_once)
    assert ["started", "hurt", "hurt_told", "stopped"] == _kinds(app, guide)
    told = next(e for e in app.sessions.now(guide.session_id).events if e.kind == "hurt_told")
    assert {"pain": 6, "where": "thigh"} == told.data


def test_whoever_tells_nothing_of_the_pain_has_ended_it_too(app: UseCases) -> None:
    """Enter, Enter: no number is made up, and the session is over."""
    guide, _ = led(app, [(60, "hurts")])
    guide.end_hurt(pain=None, where="")

    assert ["started", "hurt", "stopped"] == _kinds(app, guide)


@pytest.mark.parametrize(
    ("key", "kind"), [("back", "back"), ("skip", "skipped"), ("repeat", "repeated")]
)
def test_jumps_are_recorded_with_where_they_led(app: UseCases, key: Key, kind: str) -> None:
    """Back, skip and again are in the record, so that what was done can be counted truly."""
    guide, _ = led(app, [(60, key), (0, "stop")])
    event = next(e for e in app.sessions.now(guide.session_id).events if e.kind == kind)
    here = next(s for s in guide.plan.segments if s.start_s <= 60 < s.end_s)

    assert (60, {"back": here.back_s, "skip": here.skip_s, "repeat": here.repeat_s}[key]) == (
        event.position_s,
        event.data["to_s"],
    )


def test_easier_goes_on_with_the_easier_movement(app: UseCases) -> None:
    """One key, and the rest is the gentler movement, from here on."""
    guide, ending = led(app, [(60, "easier")])

    assert "finished" == ending
    assert ["started", "made_easier", "finished"] == _kinds(app, guide)
    assert "Bridge, pelvic tilt" in {s.name for s in guide.plan.segments}


def test_a_closed_lid_is_a_pause(app: UseCases) -> None:
    """Whoever closes the lid in the middle finds the session standing where it was."""
    guide, _ = led(app, [(60, None), (0, "stop")], asleep_s=600)
    paused = [e for e in app.sessions.now(guide.session_id).events if e.kind == "paused"]

    assert [60] == [e.position_s for e in paused]
    assert (60, True) == (guide.tape.position_s, guide.tape.paused)
