"""A handout says what the page says, to everyone, on any paper."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from datetime import date
from functools import cache
from typing import TYPE_CHECKING

import cv2
import pypdfium2
import pytest
from tests.documents.reading import alts_of, pages_of, read, root_of, words_of

from unkink.catalogue import read_catalogue
from unkink.core import words
from unkink.core.plan.choice import Asked, choose
from unkink.core.plan.doses import LEVELS, item_at
from unkink.core.plan.session import Part, Session
from unkink.core.safety import leaflet
from unkink.core.safety.advice import Call
from unkink.core.safety.conditions import CONDITIONS
from unkink.core.safety.precautions import precaution
from unkink.core.timing.lines import dose_words, title
from unkink.documents.codes import page_code
from unkink.documents.handout import Handout, handout

if TYPE_CHECKING:
    from unkink.core.definition.exercise import Exercise, LevelName

EXERCISES = read_catalogue().exercises
CALL = Call(number="999", note="", country="GB")
A4_PT, LETTER_PT = (595, 842), (612, 792)


@cache
def _programme(programme: str, *, large: bool = False, letter: bool = False) -> bytes:
    name, proposal = choose(EXERCISES, Asked(programme=programme))
    wanted = Handout(
        title=name,
        session=proposal.session,
        call=CALL,
        qr=page_code("http://127.0.0.1:8765/"),
        paper="letter" if letter else "a4",
        large=large,
        on=date(2026, 11, 23),
    )
    return handout(wanted, EXERCISES)


def _all_of(exercise: Exercise) -> Session:
    """Every movement an exercise has, each at the easiest level that has it."""
    levels = [n for n in LEVELS if n in exercise.levels and not exercise.levels[n].instead]
    items = {
        movement: replace(item_at(EXERCISES, exercise.id, level), parts=(part,))
        for level in reversed(levels)
        for movement in exercise.levels[level].movements
        for part in [_part(exercise, level, movement)]
    }
    return Session(items=tuple(items.values()))


def _part(exercise: Exercise, level: LevelName, movement: str) -> Part:
    dose = exercise.levels[level].dose_for(movement)
    return Part(movement=movement, hold_s=dose.hold_s[1], reps=dose.reps[1], sets=dose.sets[1])


@pytest.mark.parametrize("large", [False, True])
@pytest.mark.parametrize("name", sorted(EXERCISES))
def test_every_exercise_can_be_handed_out_at_every_level(name: str, large: bool) -> None:  # noqa: FBT001 - a parameter
    """Each card is whole on one page: what it is called, its first and its last words together."""
    exercise, session = EXERCISES[name], _all_of(EXERCISES[name])
    wanted = Handout(
        title=name, session=session, call=CALL, large=large, paper="letter", on=date(2026, 1, 2)
    )
    pages = pages_of(handout(wanted, EXERCISES))

    for item in session.items:
        for part in item.parts:
            movement = exercise.movements[part.movement]
            whole = [title(exercise, part.movement), dose_words(part, exercise), *movement.steps]
            assert any(all(_flat(each) in page for each in whole) for page in pages)


def _flat(text: str) -> str:
    return " ".join(text.split())


@pytest.mark.parametrize("programme", ["gentle", "article"])
@pytest.mark.parametrize("large", [False, True])
def test_a_programme_says_when_to_stop_and_whom_to_call(programme: str, large: bool) -> None:  # noqa: FBT001 - a parameter
    """Whoever holds only the paper knows what is an emergency, and who has not reviewed it."""
    told = words_of(_programme(programme, large=large))

    assert [] == [each for each in (*leaflet.STOP_IF, *leaflet.GET_HELP) if each not in told]
    assert "call 999 now" in told
    assert leaflet.NOT_REVIEWED in told
    assert words.CLICK in told
    assert words.STOP in told


@pytest.mark.parametrize("letter", [False, True])
@pytest.mark.parametrize("large", [False, True])
def test_paper_and_print_are_as_asked(letter: bool, large: bool) -> None:  # noqa: FBT001 - parameters
    """It fits the sheet people have, and large print is large."""
    pdf = _programme("gentle", large=large, letter=letter)
    with pypdfium2.PdfDocument(pdf) as document:
        size = tuple(round(each) for each in document[0].get_size())
        words = document[len(document) - 2].get_textpage()
        sizes = Counter(
            round(pypdfium2.raw.FPDFText_GetFontSize(words, at))
            for at in range(words.count_chars())
        )

    assert (LETTER_PT if letter else A4_PT) == size
    assert (18 if large else 12) == sizes.most_common(1)[0][0]


def test_it_can_be_heard_as_well_as_seen() -> None:
    """A screen reader gets a title, a language, and words for every picture."""
    pdf = _programme("gentle")
    reader = read(pdf)
    root = root_of(reader)
    _, proposal = choose(EXERCISES, Asked(programme="gentle"))
    names = [EXERCISES[item.exercise].name for item in proposal.session.items]

    assert reader.metadata is not None
    assert "Gentle start" == reader.metadata.title
    assert "en" == str(root["/Lang"])[:2]
    assert root["/MarkInfo"]["/Marked"]
    alts = alts_of(pdf)
    assert [] == [name for name in names if not any(alt.startswith(name) for alt in alts)]


@pytest.mark.parametrize("programme", ["gentle", "article"])
@pytest.mark.parametrize("large", [False, True])
def test_every_page_says_which_of_how_many_it_is(programme: str, large: bool) -> None:  # noqa: FBT001 - a parameter
    """Whoever drops the sheets can put them in order, and sees if one is missing."""
    pages = pages_of(_programme(programme, large=large))

    ends = [page.rstrip()[-15:] for page in pages]
    assert [] == [
        n for n, end in enumerate(ends, 1) if not end.endswith(f"page {n} of {len(pages)}")
    ]


def test_there_is_room_to_write_how_it_went() -> None:
    """On the last page is a table to fill in with a pencil."""
    assert "How it went" in pages_of(_programme("gentle"))[-1]


def test_it_says_who_should_leave_an_exercise_out() -> None:
    """On paper nobody asks about conditions, so each exercise names those it is not for."""
    told = words_of(_programme("article"))

    for condition in CONDITIONS:
        excluded = [e for e in EXERCISES.values() if not precaution(e, [condition.id]).allowed]
        assert condition.name[1:] in told or excluded in ([], [EXERCISES["walk"]])


def test_an_exercise_nobody_judged_says_so() -> None:
    """A file of one's own that says nothing of conditions is not handed out as right for all."""
    mine = replace(EXERCISES["bridge"], id="mine", precautions={})
    session = Session(items=(replace(item_at(EXERCISES, "bridge", "L1"), exercise="mine"),))
    wanted = Handout(title="Mine", session=session, call=CALL, on=date(2026, 1, 2))

    assert leaflet.UNSPOKEN in words_of(handout(wanted, {**EXERCISES, "mine": mine}))


def test_the_code_says_where_it_leads() -> None:
    """Nobody scans a code on their own phone and wonders why nothing opens."""
    told = words_of(_programme("gentle"))

    assert "only on the computer that runs Unkink" in told


def test_the_code_can_be_read_from_the_paper() -> None:
    """A camera that looks at the printed page finds the page's address in it."""
    with pypdfium2.PdfDocument(_programme("gentle")) as document:
        page = document[0].render(scale=3).to_numpy()

    assert "http://127.0.0.1:8765/" == cv2.QRCodeDetector().detectAndDecode(page)[0]


def test_the_figures_come_with_it() -> None:
    """Every exercise shows at least where it starts and where it goes."""
    _, proposal = choose(EXERCISES, Asked(programme="article"))
    parts = sum(len(item.parts) for item in proposal.session.items)

    assert 2 * parts <= len(alts_of(_programme("article")))
