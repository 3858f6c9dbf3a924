"""What to do today."""

from __future__ import annotations

from fastapi import APIRouter

from unkink.web import wire_planning as wire
from unkink.web.asking import Cases

router = APIRouter()


@router.get("/programmes")
def programmes(cases: Cases) -> list[wire.Programme]:
    """Tell the ready-made sessions."""
    return [wire.Programme.model_validate(each) for each in cases.planning.programmes()]
