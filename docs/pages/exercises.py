"""Tells the exercises as a page of Markdown: the handbook that nobody has to write twice."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from unkink.core import words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from unkink.core.definition.exercise import Exercise, LevelName

HEAD: Final = """\
# The exercises

Ten exercises of one article for lay people, and two helpers of our own.
Where every figure comes from stands in [evidence.md](evidence.md).
**No clinician has reviewed them yet**, and figures marked [D] are our own judgement.

"""


def exercises_page(exercises: Iterable[Exercise]) -> str:
    """Return the page, in the article's order, each exercise with its picture."""
    ordered = sorted(exercises, key=lambda each: (each.article or "~", each.name))
    return "\n".join([HEAD + _everywhere(), _table(ordered), *map(_chapter, ordered)])


def _everywhere() -> str:
    return _listed([words.STOP, words.CLICK])


def _table(exercises: Iterable[Exercise]) -> str:
    rows = ["| Exercise | Kind | Start | You need |", "|---|---|---|---|"]
    for each in exercises:
        start = words.POSITIONS[each.movements["main"].start]
        rows.append(
            f"| [{each.name}](#{_anchor(each)}) | {words.KINDS[each.kind]} | {start} "
            f"| {words.needs(each.equipment)} |"
        )
    return "\n".join(rows) + "\n"


def _anchor(exercise: Exercise) -> str:
    return exercise.name.lower().replace(" ", "-")


def _chapter(exercise: Exercise) -> str:
    picture = f"![{exercise.name}](pictures/{exercise.id}.svg)"
    return "\n\n".join([f"## {exercise.name}", picture, "\n".join(_parts(exercise))])


def _parts(exercise: Exercise) -> Iterator[str]:
    main = exercise.movements["main"]
    yield f"{exercise.purpose} It works on: {', '.join(exercise.muscles)}.\n"
    start, sides = words.POSITIONS[main.start], words.SIDES[main.sides]
    yield f"You start {start}, {sides}. You need {words.needs(main.props)}. Id: `{exercise.id}`.\n"
    yield _numbered(main.steps)
    yield f"**Breathing.** {exercise.breathing}\n"
    yield _doses(exercise)
    for name, movement in exercise.movements.items():
        if name != "main":
            yield f"**{movement.name}** ({words.POSITIONS[movement.start]})\n"
            yield _numbered(movement.steps)
    yield "**Take care**\n"
    yield _listed(exercise.cautions)
    if main.reminders:
        yield f"The voice reminds you: {' '.join(main.reminders)}\n"
    yield f"**The camera** stands {words.VIEWS[main.view]}. {main.unseen}".strip() + "\n"
    if main.faults:
        yield "It may say:\n"
        yield _listed(f"“{fault.say}” (`{fault.id}`)" for fault in main.faults)
    links = ", ".join(f"[{source}]({source})" for source in exercise.sources)
    yield f"Sources: {links}\n"


def _doses(exercise: Exercise) -> str:
    rows = ["| | How much | |", "|---|---|---|"]
    if dose := exercise.article_dose:
        open_ = f"open: {', '.join(dose.ours)} [D]" if dose.ours else ""
        amount = words.dose_in_words(dose, exercise)
        rows.append(f"| The article: {dose.words} | {amount} | {open_} |")
    for name in sorted(exercise.levels):
        note = exercise.levels[name].note
        rows.append(f"| {name} {words.LEVELS[name]} | {_level(exercise, name)} | {note} |")
    return "\n".join(rows) + "\n"


def _level(exercise: Exercise, name: LevelName) -> str:
    return "; ".join(words.level_in_words(exercise, name))


def _numbered(lines: Iterable[str]) -> str:
    return "".join(f"{number}. {line}\n" for number, line in enumerate(lines, 1))


def _listed(lines: Iterable[str]) -> str:
    return "".join(f"- {line}\n" for line in lines)
