"""Whether to start at all."""

from __future__ import annotations

from fastapi import APIRouter

from unkink.web import wire_safety as wire
from unkink.web.asking import Cases

router = APIRouter()


@router.get("/screening")
def screening(cases: Cases) -> wire.Screening:
    """Tell the safety questions, and which of them to ask now."""
    return wire.Screening.model_validate(cases.safety.questions())


@router.post("/screening")
def answer(cases: Cases, answers: wire.Answers) -> wire.Clearance:
    """Keep the answers, and say whether a session may start."""
    return wire.Clearance.model_validate(cases.safety.answer(answers.version, answers.answers))
