"""The official words of a questionnaire that we may use, but must not write from memory."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from unkink.core.outcomes.instrument import Instrument

LONGEST: Final = 300
SHORTEST: Final = 8

_NUMBER = re.compile(r"^\s*(?:\[[ xX]?\]|[-*•☐□]|\(?\d{1,2}[.):]?)\s*")


@dataclass(frozen=True, slots=True, kw_only=True)
class Misfit:
    """A text can't be the questionnaire's wording, and every reason why."""

    reasons: tuple[str, ...]


def read_wording(instrument: Instrument, text: str) -> tuple[str, ...] | Misfit:
    """
    Take the sentences from a text: one a line, in their order, with or without numbers.

    Whether they are the official ones nobody here can tell: whoever supplies them says so.
    """
    lines = [_NUMBER.sub("", line).strip() for line in text.splitlines() if line.strip()]
    sentences = [line for line in lines if line]
    wanted = len(instrument.items)
    reasons = []
    if len(sentences) != wanted:
        reasons.append(f"It has {len(sentences)} lines; {instrument.name} has {wanted} sentences.")
    reasons += [
        f"Line {number} is too long or too short for a sentence."
        for number, each in enumerate(sentences, 1)
        if not SHORTEST <= len(each) <= LONGEST
    ]
    if len({each.casefold() for each in sentences}) != len(sentences):
        reasons.append("A sentence is there twice.")
    return Misfit(reasons=tuple(reasons)) if reasons else tuple(sentences)


def worded(instrument: Instrument, sentences: tuple[str, ...]) -> Instrument:
    """Put the words supplied into the instrument; without them it stays without words."""
    if len(sentences) != len(instrument.items):
        return instrument
    items = tuple(
        replace(item, text=text) for item, text in zip(instrument.items, sentences, strict=True)
    )
    return replace(instrument, items=items)


def usable(instrument: Instrument) -> bool:
    """Tell whether it can be filled in here: its words are all there."""
    return not instrument.supplied or all(item.text for item in instrument.items)
