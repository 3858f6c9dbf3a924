"""Tells as a page of Markdown what each condition means for each exercise."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from unkink.core.safety.conditions import CONDITIONS

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from unkink.core.definition.exercise import Exercise
    from unkink.core.definition.precaution import Code, ForCondition, Limits
    from unkink.core.safety.conditions import Condition

HEAD: Final = """\
# Precautions

What each condition means for each exercise. It stands in the exercises' own files, under
`[precautions]`; where it comes from stands in [evidence.md](evidence.md#precautions). **No
clinician has reviewed it yet, and the table as a whole is our own judgement [D].**

Of several conditions the most restrictive word wins, and the tightest limit. An exercise whose
file doesn't name a condition is excluded for whoever has it. With fewer than three exercises left
there is no plan but walking and a clinician.

**no** excluded, **test** only after the direction test, **less** changed as told below, **care**
as it is with a word, a dot as it is.
"""

_SHORT: Final[dict[Code, str]] = {
    "exclude": "no",
    "after_test": "test",
    "modify": "less",
    "care": "care",
    "ok": "·",
}


def precautions_page(exercises: Sequence[Exercise]) -> str:
    """Return the table, and then what is told for each condition."""
    ordered = sorted(exercises, key=lambda each: (each.article or "~", each.name))
    chapters = ("\n".join(_chapter(each, ordered)) for each in CONDITIONS)
    return "\n".join([HEAD, *_table(ordered), "", *chapters])


def _table(exercises: Sequence[Exercise]) -> Iterator[str]:
    yield "| | " + " | ".join(each.name for each in exercises) + " |"
    yield "|---|" + "---|" * len(exercises)
    for condition in CONDITIONS:
        cells = [_code(each.precautions.get(condition.id)) for each in exercises]
        yield f"| [{condition.name}](#{condition.id}) | " + " | ".join(cells) + " |"


def _code(given: ForCondition | None) -> str:
    return _SHORT[given.code] if given else _SHORT["exclude"]


def _chapter(condition: Condition, exercises: Sequence[Exercise]) -> Iterator[str]:
    yield f'<a id="{condition.id}"></a>\n## {condition.name}\n'
    yield f"{condition.question} {condition.help}".rstrip() + f" Id: `{condition.id}`.\n"
    for exercise in exercises:
        given = exercise.precautions.get(condition.id)
        if given and given.code != "ok":
            yield f"- **{exercise.name}**: {_SHORT[given.code]}. {given.why}{_rest(given)}"
    yield ""


def _rest(given: ForCondition) -> str:
    bounds = ", ".join(_limits(given.limits))
    instead = f" Instead: `{given.alternative}`." if given.alternative else ""
    return f" ({bounds})" * bool(bounds) + instead


def _limits(limits: Limits) -> Iterator[str]:
    if limits.most_range is not None:
        yield f"at most {limits.most_range:.0%} of the way"
    if limits.most_hold_s is not None:
        yield f"holds of at most {limits.most_hold_s:g} s"
    if limits.most_reps is not None:
        yield f"at most {limits.most_reps} times a side"
    if limits.most_level is not None:
        yield f"at most level {limits.most_level}"
    if limits.movements is not None:
        yield "only " + ", ".join(f"`{each}`" for each in sorted(limits.movements))
    if limits.most_supine_s is not None:
        yield f"at most {limits.most_supine_s:g} s on the back"
    if limits.slower > 1:
        yield f"{limits.slower:g} times as long for each move"
