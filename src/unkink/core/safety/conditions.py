"""
The conditions that change what a person may do (`docs/evidence.md#precautions`).

What each means for an exercise stands in that exercise's own file, under `[precautions]`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal

Group = Literal["spine", "pregnancy", "joints", "circulation", "head"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Together:
    """What is asked on one page."""

    id: str
    title: str
    groups: tuple[Group, ...]


PAGES: Final[tuple[Together, ...]] = (
    Together(id="back", title="Your back: is any of this so?", groups=("spine",)),
    Together(
        id="body",
        title="Joints, head, pregnancy: is any of this so?",
        groups=("joints", "head", "pregnancy"),
    ),
    Together(id="blood", title="Blood, belly, skin: is any of this so?", groups=("circulation",)),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Condition:
    """Something about a person that some exercises must respect."""

    id: str
    name: str
    """As it stands in a list to tick."""
    question: str
    """The same as a question, for a plain yes or no."""
    help: str = ""
    group: Group
    source: str = "evidence.md#precautions"


CONDITIONS: Final[tuple[Condition, ...]] = (
    Condition(
        id="osteoporosis",
        name="Osteoporosis or thin bones",
        question="Has a doctor told you that you have osteoporosis, or thin bones?",
        help="Without a broken bone in your back so far.",
        group="spine",
    ),
    Condition(
        id="vertebral_fracture",
        name="A broken bone in the back, ever",
        question="Have you ever had a broken bone in your back?",
        help="Also one that happened quietly, and was only found on a picture.",
        group="spine",
    ),
    Condition(
        id="spinal_stenosis",
        name="Spinal stenosis",
        question="Has a doctor told you that you have spinal stenosis?",
        help="A narrowing in the back. Legs grow heavy when walking, and sitting down eases it.",
        group="spine",
    ),
    Condition(
        id="spondylolisthesis",
        name="A slipped or cracked bone in the back",
        question="Has a doctor told you that a bone in your back has slipped or is cracked?",
        help="It is called spondylolisthesis, or a pars defect.",
        group="spine",
    ),
    Condition(
        id="disc_herniation",
        name="A slipped disc with leg pain, in the last 12 weeks",
        question="In the last 12 weeks: a slipped disc, with pain going down a leg?",
        help="It is also called a herniated or prolapsed disc, or sciatica.",
        group="spine",
    ),
    Condition(
        id="spine_surgery",
        name="A back operation in the last 12 weeks, or a fusion nobody cleared",
        question="A back operation in the last 12 weeks, or a fusion that nobody cleared yet?",
        help="Cleared means: your surgeon said that you may exercise freely.",
        group="spine",
    ),
    Condition(
        id="worse_bending_back",
        name="Bending backwards makes it worse",
        question="Does bending backwards clearly make your pain worse?",
        help="For example looking up, or lying on your belly.",
        group="spine",
    ),
    Condition(
        id="worse_bending_forward",
        name="Bending forwards makes it worse",
        question="Does bending forwards clearly make your pain worse?",
        help="For example tying shoes, or sitting for long.",
        group="spine",
    ),
    Condition(
        id="pregnant_under_16_weeks",
        name="Pregnant, less than 16 weeks",
        question="Are you pregnant, less than 16 weeks?",
        group="pregnancy",
    ),
    Condition(
        id="pregnant_16_weeks",
        name="Pregnant, 16 weeks or more",
        question="Are you pregnant, 16 weeks or more?",
        group="pregnancy",
    ),
    Condition(
        id="knee_replacement",
        name="A new knee, or kneeling hurts",
        question="Do you have a knee replacement, or does kneeling hurt?",
        group="joints",
    ),
    Condition(
        id="hip_replacement",
        name="A new hip, and nobody said all movements are allowed",
        question="Do you have a hip replacement, and nobody said that all movements are allowed?",
        group="joints",
    ),
    Condition(
        id="wrist_pain",
        name="Wrist pain",
        question="Do your wrists hurt when you lean on them?",
        group="joints",
    ),
    Condition(
        id="blood_pressure",
        name="High blood pressure, under control",
        question="Do you have high blood pressure that is under control?",
        group="circulation",
    ),
    Condition(
        id="blood_pressure_very_high",
        name="Blood pressure of 180 over 110 or more",
        question="Is your blood pressure at rest 180 over 110 or more?",
        help="Either of the two numbers counts.",
        group="circulation",
    ),
    Condition(
        id="blood_thinner",
        name="Blood thinners, or you bleed easily",
        question="Do you take blood thinners, or do you bleed or bruise easily?",
        group="circulation",
    ),
    Condition(
        id="clot_or_wound",
        name="A blood clot ever, cancer in a bone, or a wound or swelling now",
        question="A blood clot ever, cancer in a bone, or an open wound or hot swelling now?",
        group="circulation",
    ),
    Condition(
        id="hernia",
        name="A hernia of groin or belly",
        question="Do you have a hernia of the groin or the belly?",
        group="circulation",
    ),
    Condition(
        id="glaucoma",
        name="Glaucoma",
        question="Do you have glaucoma?",
        help="High pressure in the eye.",
        group="head",
    ),
    Condition(
        id="vertigo",
        name="Dizzy spells when you move your head",
        question="Do you get dizzy spells when you lie down, roll over or look up?",
        help="It is called vertigo, or BPPV.",
        group="head",
    ),
)
"""In the order in which they are asked."""

IDS: Final[tuple[str, ...]] = tuple(condition.id for condition in CONDITIONS)
BY_ID: Final = {condition.id: condition for condition in CONDITIONS}

CONTRADICTORY: Final[tuple[tuple[str, str], ...]] = (
    ("pregnant_under_16_weeks", "pregnant_16_weeks"),
    ("blood_pressure", "blood_pressure_very_high"),
)
"""Two that can't both be true."""
