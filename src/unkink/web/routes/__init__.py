"""The routes, a module a theme: each takes a message, asks one use case, and tells the answer."""

from fastapi import APIRouter

from unkink.web import refusals
from unkink.web.asking import SAID_ONCE
from unkink.web.routes import (
    choices,
    directions,
    keeping,
    measures,
    paper,
    planning,
    safety,
    sessions,
    today,
)

router = APIRouter(prefix="/api", responses=refusals.RESPONSES, dependencies=[SAID_ONCE])
for theme in (today, safety, directions, planning, sessions, measures, choices, keeping, paper):
    router.include_router(theme.router)
