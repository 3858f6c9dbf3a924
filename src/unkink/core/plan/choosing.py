"""The rules by which a session is put together: their table, the caps, and what counts how much."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Literal

from unkink.core.plan.caps import MOST_EXERCISES, MUSCLE_SESSION_S, MUSCLE_WEEK_S

if TYPE_CHECKING:
    from collections.abc import Mapping

    from unkink.core.definition.exercise import Kind

ChoiceId = Literal[
    "P1", "P2", "P3", "P4", "P5", "P6", "P7", "P8", "P9", "P10", "P11", "P12", "P13", "P14", "P15"
]


@dataclass(frozen=True, slots=True, kw_only=True)
class ChoiceRule:
    """One rule of choosing."""

    id: ChoiceId
    name: str
    words: str
    source: str


CHOICE_RULES: Final[Mapping[ChoiceId, ChoiceRule]] = {
    rule.id: rule
    for rule in (
        ChoiceRule(
            id="P1",
            name="A condition",
            words="What a condition excludes is left out; what it bounds is bounded, whatever the "
            "level. Of several conditions the strictest word counts.",
            source="evidence.md#precautions",
        ),
        ChoiceRule(
            id="P2",
            name="A clinician's bounds",
            words="What a clinician set for a person wins over every rule that would allow more.",
            source="[D]",
        ),
        ChoiceRule(
            id="P3",
            name="Positions",
            words="Nothing starts in a position the person can't get into: an easier way of doing "
            "it that starts elsewhere, or none.",
            source="[D]",
        ),
        ChoiceRule(
            id="P4",
            name="At hand",
            words="Nothing needs what is not at hand: an easier way without it, or none.",
            source="[D]",
        ),
        ChoiceRule(
            id="P5",
            name="Your wish",
            words="Left out, wanted, easier or harder by the person's own wish: easier always, "
            "harder by one step, where it went well last and nothing stands against it.",
            source="[D]",
        ),
        ChoiceRule(
            id="P6",
            name="The minutes",
            words="The session is never longer than the minutes given. To fit, an exercise may "
            "have three quarters or half of its times.",
            source="[D]",
        ),
        ChoiceRule(
            id="P7",
            name="A muscle in one session",
            words=f"No muscle is at work for more than {MUSCLE_SESSION_S / 60:g} minutes: time "
            "held, on one side, of all exercises that name it.",
            source="[V45]",
        ),
        ChoiceRule(
            id="P8",
            name="A muscle in one week",
            words=f"Nor for more than {MUSCLE_WEEK_S / 60:g} minutes in seven days.",
            source="[V45]",
        ),
        ChoiceRule(
            id="P9",
            name="Few exercises",
            words=f"At most {MOST_EXERCISES} in a session, the warm-up and the walk included.",
            source="[D], [V56]",
        ),
        ChoiceRule(
            id="P10",
            name="Warm first",
            words="A warm-up comes first; what needs one is never done without.",
            source="[D]",
        ),
        ChoiceRule(
            id="P11",
            name="Strength and walking first",
            words="Strengthening counts most, then walking, before stretching and mobility.",
            source="[V4], [V6]",
        ),
        ChoiceRule(
            id="P12",
            name="Variety",
            words="What was not done for a while counts a little more; each change of position "
            "counts a little less.",
            source="[D]",
        ),
        ChoiceRule(
            id="P13",
            name="Not yet",
            words="An exercise that loads the back more comes when others have gone well for so "
            "many days as its file says.",
            source="[D], [V40]",
        ),
        ChoiceRule(
            id="P14",
            name="On the back",
            words="Where lying on the back is bounded, only one exercise of a session lies there, "
            "and no longer than that.",
            source="[V27]",
        ),
        ChoiceRule(
            id="P15",
            name="Too few left",
            words="With fewer than three exercises left there is walking, and a clinician.",
            source="[D]",
        ),
    )
}

KIND_POINTS: Final[Mapping[Kind, int]] = {
    "strengthen": 60,
    "warm_up": 45,
    "walk": 40,
    "stretch": 30,
    "mobilise": 30,
    "roll": 20,
}
WISH_POINTS: Final = 1000
LIKED_POINTS: Final = 10
PREFERRED_POINTS: Final = 10
DAY_POINTS: Final = 2
MOST_DAY_POINTS: Final = 10
CHANGE_POINTS: Final = 5
SHARES: Final[tuple[tuple[float, int], ...]] = ((1.0, 0), (0.75, 8), (0.5, 16))
"""What of an exercise's times may be planned, and the points lost by it."""
