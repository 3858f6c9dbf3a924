"""
What asks for a clinician first, or for a specialist beside: with sources.

A strong flag locks by itself, weak ones from two on; one weak flag is only a word of care
(`docs/evidence.md#clinician-first`). The inflammatory ones lock nothing at all.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal

Part = Literal["illness", "pain", "lately", "age"]

WEAK_THAT_LOCK: Final = 2
"""So many weak flags lock like a strong one [D]."""

INFLAMMATORY_THAT_COUNT: Final = 4
"""Of the five, so many are a reason to see a specialist [V26]."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Flag:
    """One question whose yes asks for a clinician's look."""

    id: str
    name: str
    """As it stands in a list to tick."""
    text: str
    help: str = ""
    yes: str
    """What a yes means, in words to read back."""
    tell: str
    """What to tell the clinician."""
    part: Part
    weak: bool = False
    today: bool = False
    """Whether it should be looked at the same day [D]."""
    source: str = "evidence.md#clinician-first"


FLAGS: Final[tuple[Flag, ...]] = (
    Flag(
        id="B1",
        name="Cancer, now or ever before",
        text="Have you ever had cancer?",
        yes="You have had cancer.",
        tell="I have had cancer, and now I have back pain. May I exercise at home?",
        part="illness",
    ),
    Flag(
        id="B2",
        name="Losing weight without trying, or feeling generally unwell",
        text="Are you losing weight without trying, or feeling generally unwell?",
        yes="You are losing weight without trying, or feel generally unwell.",
        tell="I have back pain, and I am losing weight without trying or feel unwell.",
        part="illness",
        weak=True,
    ),
    Flag(
        id="B3",
        name="Fever, night sweats, a serious infection, or a weak immune system",
        text="Fever or night sweats, a serious infection lately, or a weak immune system?",
        help="Tuberculosis, or ever injecting drugs, also counts as a yes.",
        yes="Fever, night sweats, an infection or a weak immune system, with back pain.",
        tell="I have back pain with fever, night sweats, an infection or a weak immune system.",
        part="illness",
        today=True,
    ),
    Flag(
        id="B4",
        name="Long use of steroids, osteoporosis, or over 70 with a fall or strain lately",
        text="Long use of steroids, known osteoporosis, or over 70 with a fall or strain lately?",
        help="Steroids such as prednisolone, as tablets, for three months or more.",
        yes="Your bones may be thin: a bone in the back can break from little.",
        tell="I have back pain, and I take steroids, have osteoporosis, or had a fall.",
        part="illness",
    ),
    Flag(
        id="B5",
        name="Constant pain that no position eases, or much worse lying or at night",
        text="Is the pain constant, whatever position you take, or much worse lying or at night?",
        yes="The pain is constant, or much worse lying down or at night.",
        tell="No position eases my back pain, or it is much worse lying down or at night.",
        part="pain",
        weak=True,
    ),
    Flag(
        id="B6",
        name="The back changed its shape, a new lump, or pain mostly between the shoulder blades",
        text="A changed shape of the back, a new lump, or pain mostly between the shoulder blades?",
        yes="The back's shape changed, there is a lump, or it hurts between the shoulder blades.",
        tell="My back has changed its shape, has a new lump, or hurts between the shoulder blades.",
        part="pain",
        weak=True,
    ),
    Flag(
        id="B7",
        name="The very first back pain came before 20, or after 55",
        text="Did you have back pain for the very first time before 20, or after 55?",
        yes="The first back pain ever came before 20 or after 55.",
        tell="I had back pain for the very first time before 20, or after 55.",
        part="pain",
        weak=True,
    ),
    Flag(
        id="B8",
        name="Numbness or weakness in one leg, or pain below the knee, that nobody checked yet",
        text="Numbness or weakness in one leg, or pain below the knee, that nobody checked yet?",
        yes="One leg is numb or weak, or hurts below the knee, and nobody has checked it.",
        tell="One leg is numb or weak, or hurts below the knee. Please check its nerves.",
        part="pain",
    ),
    Flag(
        id="B9",
        name="A pulsing tummy, burning or bloody pee, or pain in the side",
        text="A pulsing in the tummy, burning or bloody pee, or pain in the side?",
        yes="A pulsing tummy, burning or bloody pee, or pain in the side.",
        tell="With back pain I have a pulsing tummy, burning or bloody pee, or pain in the side.",
        part="lately",
        today=True,
    ),
    Flag(
        id="B10",
        name="An operation on spine, belly or hip, or a broken bone, in the last 12 weeks",
        text="In the last 12 weeks: an operation on spine, belly or hip, or a broken bone?",
        yes="An operation or a broken bone in the last 12 weeks.",
        tell="I had an operation or a broken bone in the last 12 weeks. What may I do?",
        part="lately",
    ),
    Flag(
        id="B11",
        name="Pregnant with bleeding, leaking fluid or pre-eclampsia, or told not to exercise",
        text="Pregnant with bleeding, leaking fluid or pre-eclampsia, or told not to exercise?",
        yes="A pregnancy that needs a look before any exercise.",
        tell="I am pregnant, with bleeding, leaking fluid or pre-eclampsia, or was told to rest.",
        part="lately",
        today=True,
    ),
    Flag(
        id="B12",
        name="No better after 4 to 6 weeks, or clearly getting worse",
        text="Is it no better after 4 to 6 weeks, or clearly getting worse?",
        yes="It is no better after 4 to 6 weeks, or getting worse.",
        tell="My back pain is no better after 4 to 6 weeks, or getting worse.",
        part="pain",
        weak=True,
    ),
    Flag(
        id="B13",
        name="Under 18",
        text="Are you under 18?",
        yes="You are under 18.",
        tell="I am under 18 and have back pain.",
        part="age",
        source="evidence.md#age",
    ),
)

BY_ID: Final = {flag.id: flag for flag in FLAGS}
AGE: Final = "B13"

PARTS: Final[tuple[tuple[Part, str], ...]] = (
    ("illness", "Your health: is any of this so?"),
    ("pain", "Your pain: is any of this so?"),
    ("lately", "Lately: is any of this so?"),
)
"""What is asked together, with its heading."""

LASTING: Final = "long_lasting"
LASTING_TEXT: Final = "Has your back pain lasted for more than three months?"
LASTING_HELP: Final = "Also if it comes and goes."


@dataclass(frozen=True, slots=True, kw_only=True)
class Sign:
    """One sign of an inflammation of the back; asked when it has lasted over three months."""

    id: str
    name: str
    source: str = "evidence.md#inflammatory"


SIGNS: Final[tuple[Sign, ...]] = (
    Sign(id="C1", name="It began before I was 40"),
    Sign(id="C2", name="It came on slowly"),
    Sign(id="C3", name="Moving makes it better"),
    Sign(id="C4", name="Resting does not make it better"),
    Sign(id="C5", name="It hurts at night, and getting up helps"),
)
SIGNS_TITLE: Final = "Which of these fit your pain?"
