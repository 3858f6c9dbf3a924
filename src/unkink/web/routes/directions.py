"""The direction test."""

from __future__ import annotations

from fastapi import APIRouter

from unkink.told_direction import DirectionTestNow
from unkink.web import wire_directions as wire
from unkink.web.asking import SEEN_FIRST, Cases

router = APIRouter()


@router.get("/direction-test", dependencies=[SEEN_FIRST])
def direction_test(cases: Cases) -> DirectionTestNow:
    """Tell whether the direction test is offered, why, and what the last one found."""
    return cases.directions.now()


@router.post("/direction-test")
def keep_direction_test(cases: Cases, said: wire.SaidDirectionTest) -> DirectionTestNow:
    """Keep what a direction test found; what got worse is always kept."""
    return cases.directions.keep(said.as_test())
