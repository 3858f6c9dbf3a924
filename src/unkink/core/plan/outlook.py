"""The longer view: getting worse (R14), and little better after six weeks (R15)."""

from __future__ import annotations

from dataclasses import replace
from statistics import fmean
from typing import TYPE_CHECKING, Final

from unkink.core.history.days import moment_of
from unkink.core.plan.place import Change, Standing, undo_refused
from unkink.core.plan.rules import RULES

if TYPE_CHECKING:
    from unkink.core.plan.past import Happening

ROLAND_MORRIS: Final = "rmdq_24"
"""The instrument that R14 and R15 look at."""


def worsened(now: Standing, happening: Happening) -> Standing:
    """Freeze while the mean pain, or the score, is well above where it began (R14)."""
    limits = RULES["R14"].at
    first, latest = mean_pain(now)
    pain = first is not None and latest is not None and latest - first >= limits["rise"]
    began, score = now.scores.get(ROLAND_MORRIS, (0.0, 0.0))
    worse = pain or score - began >= limits["score"]
    if worse == now.frozen:
        return now
    if not worse:
        return replace(now, frozen=False)
    change = Change(
        id=f"R14::{now.day}",
        rule="R14",
        what="told",
        exercise="",
        at=happening.at,
        words="It has been worse than at the beginning, so nothing grows for now. "
        "Please see a clinician.",
        clinician=True,
        kept=undo_refused("R14"),
    )
    return replace(
        now, frozen=True, ask_all_since_s=moment_of(happening.at), changes=(*now.changes, change)
    )


def looked(now: Standing, *, at: str) -> Standing:
    """Say plainly when six weeks brought little (R15)."""
    limits = RULES["R15"].at
    if not now.sessions or now.day - now.first_day < limits["days"]:
        return now
    first, latest = mean_pain(now)
    pairs = [(first, latest)] if first is not None and latest is not None else []
    pairs += [now.scores[ROLAND_MORRIS]] if ROLAND_MORRIS in now.scores else []
    little = [before - after < limits["better"] * before for before, after in pairs]
    if not little or not all(little):
        return now
    change = Change(
        id="R15::1",
        rule="R15",
        what="told",
        exercise="",
        at=at,
        words="After six weeks your own numbers are not clearly better. That happens, and it is no "
        "fault of yours. A physiotherapist can look at what we can't.",
        clinician=True,
    )
    return replace(now, changes=(*now.changes, change))


def mean_pain(now: Standing) -> tuple[float | None, float | None]:
    """Tell the mean pain of the first days and of the latest; None: too few were told."""
    limits = RULES["R14"].at
    if not now.ratings:
        return None, None
    begin = min(now.ratings)
    first = [pain for day, pain in now.ratings.items() if day < begin + limits["week"]]
    late = [
        pain
        for day, pain in now.ratings.items()
        if day > now.day - limits["week"] and day >= begin + limits["week"]
    ]
    enough = limits["ratings"]
    return (
        fmean(first) if len(first) >= enough else None,
        fmean(late) if len(late) >= enough else None,
    )
