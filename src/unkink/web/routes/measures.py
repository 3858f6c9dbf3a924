"""Whether it helps: each day's own number, measures, trials, and what they add up to."""

from __future__ import annotations

import asyncio

from fastapi import APIRouter, Request

from unkink.core.errors import Invalid
from unkink.progress.told import Progress
from unkink.told import DayNow, SelfTested
from unkink.web import wire_measures as wire
from unkink.web.asking import SEEN_FIRST, Cases
from unkink.web.live_frames import read_frames
from unkink.web.live_wire import UnreadableError

router = APIRouter()


@router.get("/progress", dependencies=[SEEN_FIRST])
def progress(cases: Cases) -> Progress:
    """Tell all the record says about getting on, the honest answer first."""
    return cases.measures.progress()


@router.put("/day")
def say_day(cases: Cases, said: wire.SaidDay) -> DayNow:
    """Keep today's own number; said again, the later counts."""
    cases.measures.say_day(said.as_day())
    return cases.measures.day_now()


@router.post("/measures/{instrument}", status_code=201)
def fill_in(cases: Cases, instrument: str, filled: wire.FilledIn) -> Progress:
    """Keep one filling-in of an instrument."""
    cases.measures.fill_in(instrument, filled.answers)
    return cases.measures.progress()


@router.post("/measures/{instrument}/seen")
async def see(cases: Cases, instrument: str, request: Request) -> SelfTested:
    """
    Read a movement test off pictures of joints: nothing is kept until it is filled in.

    The body is a row of pictures as on the live wire, each after its length in two bytes.
    """
    try:
        frames = read_frames(await request.body())
    except UnreadableError as problem:
        raise Invalid(
            f"That can't be read: {problem}.", "Reload the page, and try again."
        ) from None
    return await asyncio.to_thread(cases.measures.see, instrument, frames)


@router.put("/measures/{instrument}/wording")
def supply_wording(cases: Cases, instrument: str, supplied: wire.SuppliedWording) -> Progress:
    """Keep the official words of an instrument that we must not write from memory."""
    cases.measures.supply_wording(instrument, text=supplied.text, source=supplied.source)
    return cases.measures.progress()


@router.post("/trial", status_code=201)
def begin_trial(cases: Cases, wanted: wire.NewTrial) -> Progress:
    """Draw a trial and begin it today."""
    cases.measures.begin_trial(
        wanted.design, compared=tuple(wanted.compared), long_lasting=wanted.long_lasting
    )
    return cases.measures.progress()


@router.delete("/trial")
def end_trial(cases: Cases) -> Progress:
    """Give the running trial up; what was told in it stays."""
    cases.measures.end_trial()
    return cases.measures.progress()
