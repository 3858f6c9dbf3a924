"""How it was: pain and stiffness as numbers, and where it is felt."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from unkink.core.history.entries import Day
from unkink.core.history.record import FARTHEST
from unkink.exchange.fhir.words import Gathered, category, loinc, moment, score

if TYPE_CHECKING:
    from unkink.ports import Export, WholeSession

PAIN: Final = loinc("72514-3", "Pain severity - 0-10 verbal numeric rating [Score] - Reported")


def add_felt(gathered: Gathered, export: Export) -> None:
    """Add what was told of each day, and before and after each session."""
    for entry in export.everything.entries:
        if isinstance(entry.said, Day):
            said = entry.said
            _add(gathered, f"day/{entry.number}", entry.at, said.pain, said.besides)
            _add_stiffness(gathered, f"day/{entry.number}", entry.at, said.stiffness)
            _add_place(gathered, f"day/{entry.number}", entry.at, said.farthest)
    for whole in export.everything.sessions:
        _add_session(gathered, whole)


def _add_session(gathered: Gathered, whole: WholeSession) -> None:
    session, said = whole.session, whole.session.check_in
    before, at = f"before/{session.id}", moment(session.started_at_s)
    _add(gathered, before, at, session.pain, "Before a session")
    _add_stiffness(gathered, before, at, session.stiffness)
    _add_place(gathered, before, at, session.farthest)
    if said is None:
        return
    after, at = f"after/{session.id}", moment(session.ended_at_s or session.heard_at_s)
    _add(gathered, after, at, said.pain, "After a session")
    _add(gathered, f"worst/{session.id}", at, said.worst, "The worst during a session")
    _add_stiffness(gathered, after, at, said.stiffness)
    _add_place(gathered, after, at, said.farthest)


def _add(gathered: Gathered, key: str, at: str, pain: int | None, note: str) -> None:
    if pain is None:
        return
    gathered.observe(
        f"pain/{key}",
        PAIN,
        at,
        category=category("survey"),
        valueInteger=pain,
        note=[{"text": note}] if note else [],
    )


def _add_stiffness(gathered: Gathered, key: str, at: str, stiffness: int | None) -> None:
    if stiffness is None:
        return
    code = gathered.own("stiffness", "Stiffness of the lower back, 0-10, as told")
    gathered.observe(
        f"stiffness/{key}", code, at, category=category("survey"), valueQuantity=score(stiffness)
    )


def _add_place(gathered: Gathered, key: str, at: str, farthest: int | None) -> None:
    if farthest is None:
        return
    code = gathered.own("farthest", "The farthest place down the leg where it is felt")
    place = gathered.own(f"felt-{FARTHEST[farthest]}", f"Felt as far as: {FARTHEST[farthest]}")
    gathered.observe(
        f"farthest/{key}", code, at, category=category("survey"), valueCodeableConcept=place
    )
