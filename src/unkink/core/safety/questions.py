"""The emergency questions, word for word, with their sources (`docs/evidence.md#emergency`)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

NEW_MEANS: Final = (
    "New means: it began or changed in the last 14 days, "
    "or in the last 3 months and no doctor has checked it yet."
)

CAUDA_EQUINA: Final = "Back pain and possible cauda equina"


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """One question whose only safe answer is no."""

    id: str
    text: str
    help: str
    yes: str
    """What a yes means, in words to read back to the person."""
    say: str
    """What to say on the phone after a yes."""
    short: bool = False
    """Asked before every session, not only in the full round."""
    source: str


EMERGENCY: Final[tuple[Question, ...]] = (
    Question(
        id="A1",
        text="Do you have new numbness or an odd feeling between your legs?",
        help=(
            "Around the genitals, the back passage, the buttocks or the inner thighs. "
            "For example: wiping feels different."
        ),
        yes="New numbness or an odd feeling between the legs.",
        say=CAUDA_EQUINA,
        short=True,
        source="evidence.md#emergency (cauda equina)",
    ),
    Question(
        id="A2",
        text="Do you have new trouble with passing water?",
        help="Hard to start, hard to stop, hard to feel, or leaking.",
        yes="New trouble with passing water.",
        say=CAUDA_EQUINA,
        short=True,
        source="evidence.md#emergency (cauda equina)",
    ),
    Question(
        id="A3",
        text="Have you newly lost control of your bowels, or the feeling of needing to go?",
        help="Either of the two counts as a yes.",
        yes="New loss of bowel control or of the feeling of needing to go.",
        say=CAUDA_EQUINA,
        short=True,
        source="evidence.md#emergency (cauda equina)",
    ),
    Question(
        id="A4",
        text="Do you have new pain, numbness or weakness in both legs, or legs that give way?",
        help="A foot that drops, or weakness that is getting worse, is also a yes.",
        yes="New trouble in both legs, legs giving way, a dropping foot or growing weakness.",
        say=CAUDA_EQUINA,
        short=True,
        source="evidence.md#emergency (cauda equina)",
    ),
    Question(
        id="A5",
        text="Together with back or leg pain: is there a new change in sexual function?",
        help="Or in how the genitals feel.",
        yes="A new change in sexual function or genital feeling, with back or leg pain.",
        say=CAUDA_EQUINA,
        source="evidence.md#emergency (cauda equina)",
    ),
    Question(
        id="A6",
        text="Did your back pain start after a serious accident, or a fall from a height?",
        help=(
            "A car crash, a fall from a ladder or down the stairs, a hard hit to the back. "
            "Once a doctor has checked your back after it, the answer is no."
        ),
        yes="The back pain started after a serious accident or a fall from a height.",
        say="Back pain after a serious accident or fall",
        source="evidence.md#emergency (fracture)",
    ),
    Question(
        id="A7",
        text=(
            "Do you have sudden severe pain in the back, tummy or side, "
            "with feeling faint, collapsing or a cold sweat?"
        ),
        help="Also answer yes if you know that you have an aortic aneurysm.",
        yes="Sudden severe pain with faintness, collapse or cold sweat, or a known aneurysm.",
        say="Sudden severe back or tummy pain, possibly the aorta",
        source="evidence.md#emergency (aorta)",
    ),
    Question(
        id="A8",
        text="Do you have chest pain, or severe back pain with fever and feeling very ill?",
        help="Shivering, or being confused together with severe back pain, is also a yes.",
        yes="Chest pain, or severe back pain with fever, shivering, confusion or feeling very ill.",
        say="Chest pain, or severe back pain with fever and feeling very ill",
        source="evidence.md#emergency (heart, sepsis)",
    ),
)
