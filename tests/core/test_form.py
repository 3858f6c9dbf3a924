"""How right a form was, as a number for the record."""

from __future__ import annotations

import pytest
from tests.catalogue import EXERCISES, WATCHES

from unkink.core.coach.judging import judge
from unkink.core.history.sightings import Sighting, SightingKind, seen
from unkink.core.simulation.simulate import Performance, simulate


def form(name: str, **how: object) -> tuple[float | None, float]:
    """Give the form of a performance, and for how long it was judged."""
    frames = simulate(EXERCISES[name], Performance(reps=2, hold_s=5.0, **how))  # type: ignore[arg-type]
    account = judge(frames, EXERCISES, expected=name, known=WATCHES).account
    return account.form, account.form_s


def test_a_fault_costs_and_a_right_form_costs_nothing() -> None:
    """Low hips all through a bridge are less than the 0.7 that going on to more asks for."""
    right, right_s = form("bridge")
    wrong, wrong_s = form("bridge", fault="hips_sag")

    assert 1.0 == right
    assert wrong is not None
    assert 0.3 < wrong < 0.7
    assert right_s > 5.0
    assert wrong_s > 5.0


def test_what_is_not_judged_has_no_form() -> None:
    """Where a file names no fault, or none was seen, there is no number."""
    assert (None, 0.0) == form("foam_rolling")


def test_the_record_adds_a_form_up() -> None:
    """Sixty seconds judged, of which six were lost, are a form of nine tenths."""
    kinds: list[tuple[SightingKind, float]] = [("form_judged", 60.0), ("form_lost", 6.0)]
    sightings = [
        Sighting(
            at="2026-01-01T08:00:00+00:00",
            item=0,
            exercise="bridge",
            movement="main",
            side="both",
            kind=kind,
            amount=amount,
        )
        for kind, amount in kinds
    ]
    found = seen(sightings, done_s={"bridge": 90.0})["bridge"]

    assert 0.9 == pytest.approx(found.form)
    assert 60.0 == found.form_judged_s
