"""
The rules by which a plan listens: the table the code reads, `docs/rules.md` shows and tests prove.

All thresholds are our judgement [D] on what `docs/evidence.md#rules` tells. R1 to R7 are looked at
in order and the first that fits decides; R8 to R15 are looked at on their own.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final, Literal

RuleId = Literal[
    "R1", "R2", "R3", "R4", "R5", "R6", "R7", "R8", "R9", "R10", "R11", "R12", "R13", "R14", "R15"
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """One rule: when it holds, what it does, and how sure we are of it."""

    id: RuleId
    name: str
    when: str
    """In words; `{name}` stands for a limit of `at`."""
    action: str
    at: Mapping[str, float] = field(default_factory=dict)
    """Its limits: pain in points of 0-10, times in days, shares of 1."""
    source: str
    undo: str = ""
    """Why a change it made can't be taken back by the person; empty: it can."""

    @property
    def when_words(self) -> str:
        """Its condition with the limits filled in."""
        return self.when.format_map({name: _shown(value) for name, value in self.at.items()})

    @property
    def action_words(self) -> str:
        """What it does, with the limits filled in."""
        return self.action.format_map({name: _shown(value) for name, value in self.at.items()})


def _shown(value: float) -> str:
    return f"{value:.0%}" if 0 < value < 1 else f"{value:g}"


_STOP: Final = "This one keeps you safe, so it stays. It lifts by itself."
_BANDS: Final = "[D] on V53, V54 and [R: Thomee 1997, Silbernagel 2007]"

RULES: Final[Mapping[RuleId, Rule]] = {
    rule.id: rule
    for rule in (
        Rule(
            id="R1",
            name="Emergency",
            when="Any emergency question is answered with yes.",
            action="No exercises. Whom to call, and what to say.",
            source="V17-V20",
            undo="Exercises stay locked until a health professional has looked at it.",
        ),
        Rule(
            id="R2",
            name="Further down",
            when="New numbness or weakness; or it is felt {places} or more places further down the "
            "leg than before, after the session.",
            action="Stop. Exercises in that direction rest for {days} days, the emergency "
            "questions are asked again. The {times}nd time: see a clinician.",
            at={"places": 1, "days": 7, "times": 2},
            source="[D] on V52",
            undo=_STOP,
        ),
        Rule(
            id="R3",
            name="Too much today",
            when="Pain before is {pain} or more.",
            action="No session: positions of ease and short walks. "
            "On {days} days in a row: see a clinician.",
            at={"pain": 8, "days": 3},
            source=_BANDS,
            undo=_STOP,
        ),
        Rule(
            id="R4",
            name="A flare",
            when="Pain before is {pain} or more.",
            action="Only what went well before, at its easiest, and a walk.",
            at={"pain": 6},
            source=_BANDS,
            undo=_STOP,
        ),
        Rule(
            id="R5",
            name="Red",
            when="The worst pain was {worst} or more and at least {rise} above the pain before; "
            "or {jump} or more above it, wherever it was.",
            action="The exercise stops, and comes back one level easier. "
            "All safety questions are asked again.",
            at={"worst": 6, "rise": 1, "jump": 4},
            source=_BANDS,
            undo=_STOP,
        ),
        Rule(
            id="R6",
            name="Amber",
            when="The worst pain was {worst} or more, and above the pain before.",
            action="{less} less far and shorter holds next time. "
            "{times} times in a row: left out once, then a step easier.",
            at={"worst": 4, "less": 0.3, "times": 2},
            source=_BANDS,
        ),
        Rule(
            id="R7",
            name="Green",
            when="Anything else: a worst pain below {worst}, or no more than before.",
            action="It goes on. With a worst pain of {still} or more only at the easiest level.",
            at={"worst": 4, "still": 6},
            source=_BANDS,
        ),
        Rule(
            id="R8",
            name="It draws back",
            when="It is felt less far down the leg afterwards, and the worst pain was at most "
            "{rise} above the pain before.",
            action="Amber does not count. Where all exercises went one way, that way is preferred.",
            at={"rise": 2},
            source="[D] on V52: a good sign, no proof of what helps",
        ),
        Rule(
            id="R9",
            name="Well taken",
            when="The next day the pain is at most {rise} above the pain before the session.",
            action="The session counts as well taken. Where the next day is not told, the pain "
            "before the next session within {days} days stands in.",
            at={"rise": 1, "days": 3},
            source=_BANDS,
        ),
        Rule(
            id="R10",
            name="A little much",
            when="The next day the pain is {rise} above the pain before the session.",
            action="No advance, and {less} less of everything for {sessions} sessions.",
            at={"rise": 2, "less": 0.3, "sessions": 2},
            source=_BANDS,
        ),
        Rule(
            id="R11",
            name="Too much",
            when="The next day the pain is {rise} or more above the pain before the session, "
            "or {unsettled} or more above it still the day after.",
            action="{rest} days of rest with walks, then one level easier. "
            "{times} times in {days} days: left out for {out} days, and see a clinician.",
            at={"rise": 3, "unsettled": 2, "rest": 2, "times": 2, "days": 14, "out": 28},
            source=_BANDS,
            undo=_STOP,
        ),
        Rule(
            id="R12",
            name="One thing more",
            when="{sessions} sessions in a row were green and well taken, with at least {done} of "
            "them done, and a form of at least {form} where a camera saw it.",
            action="One thing of one exercise grows: the hold, then the times, then how far, then "
            "the level; by at most {growth}, and each exercise at most once in {days} days.",
            at={"sessions": 3, "done": 0.7, "form": 0.7, "growth": 0.2, "days": 7},
            source="[D] on V57 and [R: Fordyce 1976, Lindstrom 1992]",
        ),
        Rule(
            id="R13",
            name="After a break",
            when="No session for {few} days; for {some}; for more than {many}.",
            action="One step back, not below the start; back to the start; "
            "all safety questions again and the easiest level.",
            at={"few": 4, "some": 8, "many": 21},
            source="[D]",
        ),
        Rule(
            id="R14",
            name="Getting worse",
            when="The mean pain of {week} days is {rise} or more above that of your first {week} "
            "days, or the Roland-Morris score {score} or more above your first.",
            action="Nothing advances. All safety questions again, and see a clinician.",
            at={"rise": 2, "week": 7, "ratings": 4, "score": 5},
            source="[D] on V58",
            undo=_STOP,
        ),
        Rule(
            id="R15",
            name="Week six",
            when="After {days} days the pain, and the Roland-Morris score if filled in, are each "
            "less than {better} better than at first.",
            action="We say so plainly, and suggest a physiotherapist.",
            at={"days": 42, "better": 0.3},
            source="[D] on V58",
        ),
    )
}

_R: Final = RULES


def first_of(
    pain: int, worst: int | None, *, emergency: bool = False, spreads: bool = False
) -> RuleId:
    """
    Decide which of R1 to R7 holds: the first that does.

    *spreads*: new numbness or weakness, or further down the leg. Without *worst* nothing is known
    of the exercises; then R7 only says that they may be done.
    """
    ahead = before(pain, emergency=emergency)
    if ahead == "R1":
        return ahead
    if spreads:
        return "R2"
    return ahead or ("R7" if worst is None else after(pain, worst))


def before(pain: int, *, emergency: bool = False) -> Literal["R1", "R3", "R4"] | None:
    """Decide by what is known before a session; None: nothing stands against it."""
    if emergency:
        return "R1"
    if pain >= _R["R3"].at["pain"]:
        return "R3"
    return "R4" if pain >= _R["R4"].at["pain"] else None


def after(pain: int, worst: int, *, spreads: bool = False) -> Literal["R2", "R5", "R6", "R7"]:
    """Decide by what was felt while exercising, whatever the pain before was."""
    rise, red = worst - pain, _R["R5"].at
    if spreads:
        return "R2"
    if (worst >= red["worst"] and rise >= red["rise"]) or rise >= red["jump"]:
        return "R5"
    return "R6" if worst >= _R["R6"].at["worst"] and rise > 0 else "R7"


def draws_back(felt_before: int, felt_after: int, *, pain: int, worst: int) -> bool:
    """Say whether R8 holds: felt less far down the leg, at little cost."""
    return felt_after < felt_before and worst - pain <= _R["R8"].at["rise"]


def next_day(pain: int, later: int) -> Literal["R9", "R10", "R11"]:
    """Decide by the pain of the next day against that before the session."""
    rise = later - pain
    if rise <= _R["R9"].at["rise"]:
        return "R9"
    return "R10" if rise <= _R["R10"].at["rise"] else "R11"


def unsettled(pain: int, two_days_later: int) -> bool:
    """Say whether it has not settled in 48 hours (R11)."""
    return two_days_later - pain >= _R["R11"].at["unsettled"]
