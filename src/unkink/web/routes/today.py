"""Who answers here, and where the person stands."""

from __future__ import annotations

from fastapi import APIRouter

from unkink.web import wire_today as wire
from unkink.web.asking import SEEN_FIRST, Cases

router = APIRouter()


@router.get("/hello")
def hello(cases: Cases) -> wire.Hello:
    """Say who answers here."""
    return wire.Hello.model_validate(cases.hello())


@router.get("/today", dependencies=[SEEN_FIRST])
def today(cases: Cases) -> wire.Today:
    """Tell where the person stands."""
    return wire.Today.model_validate(cases.today())
