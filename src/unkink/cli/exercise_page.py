"""How the catalogue and one exercise look in a terminal, however narrow it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.console import Console, Group
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from unkink.core import words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from rich.console import RenderableType

    from unkink.core.definition.exercise import Dose, Exercise, LevelName, Movement

NARROW = 60
"""Below this many columns a table's second column would be a tower of single words."""


def _console() -> Console:
    """Open the terminal, where a file's brackets and colons mean nothing special."""
    return Console(highlight=False, markup=False, emoji=False)


def show_all(exercises: Sequence[Exercise]) -> None:
    """Print the catalogue, one exercise after the other."""
    console = _console()
    for exercise in exercises:
        console.print(Text.assemble((exercise.name, "bold"), "  ", (exercise.id, "dim")))
        console.print(Padding(exercise.purpose, (0, 0, 0, 2)))
        console.print(Padding(Text(_kind_and_place(exercise), style="dim"), (0, 0, 1, 2)))
    console.print("One in full: unkink exercises ID", style="dim")


def show_one(exercise: Exercise) -> None:
    """Print everything a person reads about one exercise."""
    console = _console()
    console.print(Text.assemble((exercise.name, "bold"), "  ", (exercise.id, "dim")))
    console.print(exercise.purpose)
    main = exercise.movements["main"]
    for heading, body in _sections(exercise, main, narrow=console.width < NARROW):
        console.print()
        console.print(Text(heading, style="bold"))
        console.print(Padding(body, (0, 0, 0, 2)))


def _kind_and_place(exercise: Exercise) -> str:
    main = exercise.movements["main"]
    kind, start = words.KINDS[exercise.kind], words.POSITIONS[main.start]
    return f"{kind}, {start}; needs {words.needs(main.props)}"


def _sections(
    exercise: Exercise, main: Movement, *, narrow: bool
) -> Iterator[tuple[str, RenderableType]]:
    yield "You need", words.needs(main.props)
    yield "Steps", _numbered(main.steps)
    yield "Sides", words.SIDES[main.sides]
    yield "Breathing", exercise.breathing
    yield "Works on", ", ".join(exercise.muscles)
    if exercise.article_dose:
        yield "The article says", _article(exercise.article_dose, exercise)
    yield "How much", _levels(exercise, narrow=narrow)
    for name, movement in exercise.movements.items():
        if name != "main":
            yield movement.name, _numbered(movement.steps)
    yield "Take care", _listed((*exercise.cautions, words.STOP, words.CLICK))
    yield "The camera", f"It stands {words.VIEWS[main.view]}. {main.unseen}".strip()
    yield "Sources", _listed(exercise.sources)


def _article(dose: Dose, exercise: Exercise) -> Text:
    shown = Text(dose.words)
    if dose.ours:
        taken = words.dose_in_words(dose, exercise)
        shown.append(f"\nIt leaves some of this open. We take: {taken}.", style="dim")
    return shown


def _levels(exercise: Exercise, *, narrow: bool) -> RenderableType:
    rows = [(words.LEVELS[name], _level(exercise, name)) for name in sorted(exercise.levels)]
    if narrow:
        return Group(*(Text.assemble((f"{title}\n", "bold"), text) for title, text in rows))
    table = Table.grid(padding=(0, 2))
    for title, text in rows:
        table.add_row(Text(title, style="bold"), text)
    return table


def _level(exercise: Exercise, name: LevelName) -> Text:
    shown = Text("\n".join(words.level_in_words(exercise, name)))
    if note := exercise.levels[name].note:
        shown.append(f"\n{note}", style="dim")
    return shown


def _numbered(steps: Iterable[str]) -> Table:
    table = Table.grid(padding=(0, 1))
    for number, step in enumerate(steps, 1):
        table.add_row(f"{number}.", step)
    return table


def _listed(lines: Iterable[str]) -> Table:
    table = Table.grid(padding=(0, 1))
    for line in lines:
        table.add_row("-", line)
    return table
