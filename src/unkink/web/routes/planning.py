"""What to do today, and what a plan must know."""

from __future__ import annotations

from fastapi import APIRouter

from unkink.told import Programme
from unkink.told_plan import PlanNow, You
from unkink.web import wire_planning as wire
from unkink.web.asking import SEEN_FIRST, Cases

router = APIRouter()


@router.get("/programmes", dependencies=[SEEN_FIRST])
def programmes(cases: Cases) -> tuple[Programme, ...]:
    """Tell the ready-made sessions, as they are for the person today."""
    return cases.planning.programmes()


@router.post("/plan", dependencies=[SEEN_FIRST])
def plan(cases: Cases, asked: wire.PlanAsked) -> PlanNow:
    """Tell the plan of the day with a reason for everything, as it is with these wishes."""
    return cases.planning.today(minutes=asked.minutes, wishes=asked.wishes.as_wishes())


@router.post("/plan/undo", dependencies=[SEEN_FIRST])
def undo(cases: Cases, taken_back: wire.TakenBack) -> PlanNow:
    """Take back what a rule changed; what keeps the person safe stays, and says why."""
    cases.planning.undo(taken_back.change)
    return cases.planning.today()


@router.get("/you", dependencies=[SEEN_FIRST])
def you(cases: Cases) -> You:
    """Tell what a plan knows of the person."""
    return cases.planning.you()


@router.put("/you/profile")
def save_profile(cases: Cases, said: wire.SaidProfile) -> You:
    """Keep what the person tells about themselves."""
    cases.planning.save_profile(said.as_profile())
    return cases.planning.you()


@router.put("/you/bounds")
def set_bounds(cases: Cases, said: wire.SaidBounds) -> You:
    """Keep what a clinician set; it wins over every rule that would allow more."""
    cases.planning.set_bounds(said.as_bounds())
    return cases.planning.you()
