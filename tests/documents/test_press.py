"""Whatever is printed: nobody's words break the page, and the same data give the same bytes."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from hypothesis import example, given, settings
from hypothesis import strategies as st
from tests.documents.reading import pages_of, read, words_of

from unkink.catalogue import read_catalogue
from unkink.core.plan.session import Item, Part, Session
from unkink.core.safety.advice import Call
from unkink.documents import press
from unkink.documents.handout import Handout, handout
from unkink.documents.press import UNPRINTABLE

if TYPE_CHECKING:
    import pytest

LONGEST_LINE = 120
"""More letters than this don't fit into a line of the smallest print."""
ON = date(2026, 11, 23)
EXERCISES = read_catalogue().exercises
CALL = Call(number="112", note="", country="")
MARKUP = '#panic("no") #read("/etc/passwd") ] ) } \\ $x$ *a* _b_ = c `d` @e <f> // g /* h'


def _printed(note: str) -> bytes:
    item = Item(exercise="walk", level="L0", parts=(Part(movement="main", hold_s=300, reps=1),))
    wanted = Handout(title="Walk", session=Session(items=(item,)), notes=(note,), call=CALL, on=ON)
    return handout(wanted, EXERCISES)


@settings(max_examples=25)
@given(st.text(max_size=300))
@example("# ] [ \\ \" ' } { $ ` * _ @ < > ~ \N{BACKSPACE} \N{NULL}")
@example("\N{RIGHT-TO-LEFT OVERRIDE}evil\N{LEFT-TO-RIGHT ISOLATE}")
@example("\ud800 \ufffe \U0010ffff \ue000")
@example("👩‍🦽 🏳️‍🌈 😀")
def test_whatever_is_written_can_be_printed(note: str) -> None:
    """No note, name or joke a person types keeps their handout from being made."""
    assert 2 >= len(read(_printed(note)).pages)


def test_markup_in_a_note_is_only_letters() -> None:
    """What looks like a command to the typesetter is printed as it was typed."""
    assert MARKUP.split() == [
        word for word in words_of(_printed(MARKUP)).split() if word in MARKUP.split()
    ]


def test_a_very_long_note_stays_on_the_paper() -> None:
    """Ten thousand letters without a space are broken into lines, none is lost."""
    pages = pages_of(_printed("9" * 10_000))

    assert 10_000 == sum(page.count("9") for page in pages)
    assert [] == [page for page in pages if LONGEST_LINE < len(max(page.split(), key=len))]


def test_other_scripts_are_printed_with_the_fonts_that_come_along() -> None:
    """A Greek, Russian or Hebrew name needs no font of the machine's."""
    told = words_of(_printed("Ελένη Жук"))

    assert "Ελένη Жук" in told
    assert UNPRINTABLE not in told


def test_letters_no_font_has_are_boxes_and_that_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    """On a machine without a Chinese font nobody wonders what the empty boxes mean."""
    ours = press._fonts(system=False)
    monkeypatch.setattr(press, "_fonts", lambda **_: ours)

    told = words_of(_printed("Tai chi (太極) 漢字 and on"))

    assert f"Tai chi ({UNPRINTABLE * 2}) {UNPRINTABLE * 2} and on" in told
    assert "no font on this computer has" in told


def test_letters_our_fonts_lack_are_taken_from_the_machine(monkeypatch: pytest.MonkeyPatch) -> None:
    """The machine is asked for its fonts only when ours lack a letter."""
    asked: list[bool] = []
    real = press._fonts

    def fonts(*, system: bool) -> object:
        asked.append(system)
        return real(system=False)

    monkeypatch.setattr(press, "_fonts", fonts)
    _printed("plain")
    plain, asked[:] = [*asked], []
    _printed("漢")

    assert [False] == plain
    assert [False, True] == asked[:2]


def test_the_same_handout_is_the_same_file() -> None:
    """Whoever prints it again the same day gets the same bytes."""
    assert _printed("again") == _printed("again")
