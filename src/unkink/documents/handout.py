"""A session on paper: the same figures as the page, what to do, how much, and when to stop."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Final, Literal

from unkink.core import words
from unkink.core.plan.programme import length_words
from unkink.core.plan.session import Session
from unkink.core.safety import leaflet
from unkink.core.safety.advice import Call, number_words
from unkink.core.safety.conditions import CONDITIONS
from unkink.core.safety.precautions import precaution
from unkink.core.safety.questions import NEW_MEANS
from unkink.core.timing.lines import dose_words, range_words, title
from unkink.core.timing.repetitions import sides_of
from unkink.core.timing.speech import sided
from unkink.core.timing.timeline import schedule
from unkink.documents.codes import Qr, qr_code
from unkink.documents.press import pressed
from unkink.documents.values import Svg, day_words
from unkink.paint import stills, to_svg

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from unkink.core.definition.exercise import Exercise
    from unkink.core.plan.session import Item, Part
    from unkink.documents.values import Value

Paper = Literal["a4", "letter"]
PAPERS: Final[Mapping[Paper, str]] = {"a4": "a4", "letter": "us-letter"}
"""As typst names them."""
IDS_OF_ALL: Final = frozenset(each.id for each in CONDITIONS)


@dataclass(frozen=True, slots=True, kw_only=True)
class Handout:
    """What is printed, for whom and how."""

    title: str
    session: Session
    notes: tuple[str, ...] = ()
    """What is otherwise than was asked, and why."""
    call: Call
    """Whom to call in an emergency."""
    qr: Qr | None = None
    paper: Paper = "a4"
    large: bool = False
    on: date


def handout(wanted: Handout, exercises: Mapping[str, Exercise]) -> bytes:
    """Make the PDF of a handout."""
    session = wanted.session
    chosen = [exercises[item.exercise] for item in session.items]
    length = length_words(*[schedule(session, exercises).total_s] * 2)
    everywhere = _not_with_any(chosen)
    cards = [
        {
            **_card(item, part, exercises[item.exercise]),
            "not_with": _not_with(exercises[item.exercise], everywhere),
        }
        for item in session.items
        for part in item.parts
    ]
    props = dict.fromkeys(
        prop
        for item in session.items
        for part in item.parts
        for prop in exercises[item.exercise].movements[part.movement].props
    )
    count = len({each.id for each in chosen})
    data: dict[str, Value] = {
        "title": wanted.title,
        "summary": f"{wanted.title}: exercises for a stiff lower back, with pictures.",
        "kind": "Handout",
        "date_words": day_words(wanted.on),
        "paper": PAPERS[wanted.paper],
        "large": wanted.large,
        "facts": [
            f"about {length}",
            f"{count} exercises" if count > 1 else "1 exercise",
            f"you need {words.needs(props)}",
        ],
        "notes": wanted.notes,
        "cards": cards,
        "qr": _code(wanted.qr),
        "footer": f"{leaflet.WHAT_IT_IS} {leaflet.NOT_REVIEWED}",
        "first": _listed(everywhere),
        **_care(wanted.call),
    }
    return pressed("handout.typ", data, on=wanted.on)


def _care(call: Call) -> dict[str, Value]:
    return {
        "every_time": [leaflet.COMFORT, words.STOP, words.CLICK],
        "stop_if": leaflet.STOP_IF,
        "after_stopping": leaflet.AFTER_STOPPING,
        "call": number_words(call),
        "get_help": leaflet.GET_HELP,
        "new_means": NEW_MEANS,
    }


def _excluding(exercise: Exercise) -> frozenset[str]:
    """Tell the conditions with which an exercise is left out, unless a test says otherwise."""
    return frozenset(each.id for each in CONDITIONS if not precaution(exercise, [each.id]).allowed)


def _not_with_any(chosen: Iterable[Exercise]) -> frozenset[str]:
    return frozenset.intersection(*(_excluding(each) for each in chosen))


def _not_with(exercise: Exercise, everywhere: frozenset[str]) -> str:
    excluded = _excluding(exercise)
    if excluded == IDS_OF_ALL:
        return leaflet.UNSPOKEN
    return _listed(excluded - everywhere)


def _listed(conditions: frozenset[str]) -> str:
    names = [each.name for each in CONDITIONS if each.id in conditions]
    return "; ".join(name[0].lower() + name[1:] for name in names)


def _code(qr: Qr | None) -> Value:
    return None if qr is None else {"svg": qr_code(qr), "words": qr.caption}


def _card(item: Item, part: Part, exercise: Exercise) -> dict[str, Value]:
    movement = exercise.movements[part.movement]
    level = exercise.levels[item.level] if item.level != "article" else None
    notes = [range_words(item.range_fraction), level.note if level else ""]
    cautions = [*exercise.cautions]
    if exercise.needs_warm_up:
        cautions.insert(0, "Only after a warm-up.")
    return {
        "title": title(exercise, part.movement),
        "dose": dose_words(part, exercise),
        "notes": [each for each in notes if each],
        "start": words.POSITIONS[movement.start],
        "needs": words.needs(movement.props),
        "pictures": list(_pictures(part, exercise)),
        "steps": movement.steps,
        "breathing": exercise.breathing,
        "cautions": cautions,
    }


def _pictures(part: Part, exercise: Exercise) -> Iterator[Value]:
    movement = exercise.movements[part.movement]
    says = {stage.pose: sided(stage.say, sides_of(movement)[0]) for stage in movement.cycle}
    says[movement.cycle[-1].pose] = "Start"
    name = title(exercise, part.movement)
    shown = stills(movement)
    for still in shown:
        told = says[still.pose] if len(shown) > 1 else ""
        yield {
            "svg": Svg(to_svg(still.picture)),
            "alt": f"{name}. {told}".strip(". ") + ".",
            "words": told,
            "aspect": round(still.picture.view_box[2] / still.picture.view_box[3], 4),
        }
