"""Who answers here, and where the person stands."""

from __future__ import annotations

from fastapi import APIRouter

from unkink.told import Hello
from unkink.web import wire_today as wire
from unkink.web.asking import SEEN_FIRST, Cases

router = APIRouter()


@router.get("/hello")
def hello(cases: Cases) -> Hello:
    """Say who answers here."""
    return cases.hello()


@router.get("/today", dependencies=[SEEN_FIRST])
def today(cases: Cases) -> wire.Today:
    """Tell where the person stands."""
    return wire.Today.model_validate(cases.today())
