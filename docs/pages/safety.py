"""Tells as a page of Markdown what could harm, what is done against it, and the proof."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from unkink.core.plan.rules import RULES
from unkink.core.safety import gate
from unkink.core.safety.conditions import CONDITIONS
from unkink.core.safety.flags import FLAGS, INFLAMMATORY_THAT_COUNT, SIGNS, WEAK_THAT_LOCK
from unkink.core.safety.precautions import FEWEST
from unkink.core.safety.questions import EMERGENCY, NEW_MEANS

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from unkink.core.definition.exercise import Exercise

HEAD: Final = """\
# Safety

> **Not reviewed by a clinician yet.** Everything here is desk research and, where marked [D] in
> [docs/evidence.md](docs/evidence.md), our own judgement. Unkink is a movement and habit coach,
> not a treatment.

What could harm a person here, the rule against it, the file that holds the rule, and the test that
proves it. The questions, rules and counts below are read from the code itself.
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Hazard:
    """Something that could harm, and what stands against it."""

    harm: str
    rule: str
    file: str
    test: str
    """`file::test`."""


_GATE: Final = "src/unkink/core/safety/gate.py"
_SCREEN: Final = "tests/core/test_screening.py"
_PRECAUTIONS: Final = "src/unkink/core/safety/precautions.py"
_MATRIX: Final = "tests/core/test_precautions.py"
_LISTENING: Final = "tests/web/test_listening.py"

HAZARDS: Final[tuple[Hazard, ...]] = (
    Hazard(
        harm="An emergency is overlooked: nerves, a fracture, the aorta, the heart, an infection",
        rule=f"Any yes to {EMERGENCY[0].id}-{EMERGENCY[-1].id}: stop, whom to call, locked (R1)",
        file="src/unkink/core/safety/questions.py",
        test=f"{_SCREEN}::"
        "test_of_all_answers_to_the_emergency_questions_only_eight_noes_let_through",
    ),
    Hazard(
        harm="An emergency is clicked away",
        rule="Only the day of a doctor's check and a round of noes lift it",
        file=_GATE,
        test=f"{_SCREEN}::test_without_a_doctors_check_no_history_unlocks_an_emergency",
    ),
    Hazard(
        harm="A serious cause needs a look first: cancer, infection, thin bones, a nerve",
        rule=f"One strong flag, or {WEAK_THAT_LOCK} weak ones: clinician first, locked",
        file="src/unkink/core/safety/flags.py",
        test=f"{_SCREEN}::test_of_all_answers_to_the_flags_a_strong_one_or_two_weak_ones_lock",
    ),
    Hazard(
        harm="A blank, an old answer or a wrong clock passes for a no",
        rule="Blank is unsafe; answers expire; another version or the future clears nobody",
        file=_GATE,
        test=f"{_SCREEN}::test_a_missing_answer_is_a_blank",
    ),
    Hazard(
        harm="An exercise is wrong for somebody's condition",
        rule="The most restrictive word and the tightest limit of all conditions",
        file=_PRECAUTIONS,
        test=f"{_MATRIX}::test_the_most_restrictive_word_wins_for_every_set_of_conditions",
    ),
    Hazard(
        harm="An exercise of unknown effect is done with a condition",
        rule="A file that is silent on a condition is excluded for whoever has it",
        file=_PRECAUTIONS,
        test=f"{_MATRIX}::test_a_file_that_is_silent_on_a_condition_is_excluded_with_it",
    ),
    Hazard(
        harm="A plan is scraped together from what little is left",
        rule=f"Fewer than {FEWEST} exercises left: walking and a clinician",
        file=_PRECAUTIONS,
        test=f"{_MATRIX}::test_with_too_few_exercises_left_it_is_walking_and_a_clinician",
    ),
    Hazard(
        harm="The lower back is rolled on a roller",
        rule="Rolled are buttocks, thighs and upper back only",
        file="src/unkink/exercises/foam_rolling.toml",
        test=f"{_MATRIX}::test_the_roller_is_never_under_the_lower_back",
    ),
    Hazard(
        harm="Somebody exercises on through strong pain",
        rule="From 8 of 10 there is no session: positions of ease and short walks (R3)",
        file="src/unkink/core/plan/rules.py",
        test=f"{_LISTENING}::test_with_pain_of_eight_there_is_no_session",
    ),
    Hazard(
        harm="An exercise that hurt comes back unchanged",
        rule="“That hurts” stops at once, is on record, and changes the plan (R5, R6)",
        file="src/unkink/core/plan/taken.py",
        test=f"{_LISTENING}::test_how_much_it_hurt_may_be_told_after_it_was_recorded",
    ),
    Hazard(
        harm="Trouble moves down the leg and nobody notices",
        rule="Asked before and after; further down: that direction rests, all is asked again (R2)",
        file="src/unkink/core/plan/taken.py",
        test=f"{_LISTENING}::test_further_down_the_leg_asks_all_questions_again",
    ),
    Hazard(
        harm="A direction that sends it down the leg stays in the plan",
        rule="The direction test leaves it out, and all is asked again; not told is worse",
        file="src/unkink/core/safety/direction.py",
        test="tests/web/test_direction.py::test_what_sends_it_down_the_leg_is_left_out",
    ),
    Hazard(
        harm="A session went badly and the next begins as if nothing was",
        rule="After a red session the whole round of questions comes first (R5)",
        file=_GATE,
        test=f"{_LISTENING}::test_after_a_red_session_all_questions_are_asked_again",
    ),
    Hazard(
        harm="Words lead somebody to force a movement, or to trust in a promise",
        rule="A test reads every text people meet",
        file="tests/test_wording.py",
        test="tests/test_wording.py::test_no_text_promises_rewards_cracking_or_pushes",
    ),
)


def safety_page(exercises: Sequence[Exercise]) -> str:
    """Return the page: hazards first, then every question, rule and count behind them."""
    parts = (_hazards(), _questions(), _conditions(exercises), _rules())
    return "\n".join([HEAD, *("\n".join(part) for part in parts)])


def _hazards() -> Iterator[str]:
    yield "## What could harm, and what stands against it\n"
    yield "| What could harm | The rule | Its file | The test |"
    yield "|---|---|---|---|"
    for each in HAZARDS:
        path, _, name = each.test.partition("::")
        file = each.file.rsplit("/", 1)[-1]
        yield f"| {each.harm} | {each.rule} | [{file}]({each.file}) | [{name}]({path}) |"
    yield ""


def _questions() -> Iterator[str]:
    days = gate.FULL_LASTS_S / 86_400
    yield "## The questions\n"
    yield f"{NEW_MEANS} The whole round is asked before the first session and every {days:g} days;"
    yield "the short questions (*) before every session.\n"
    yield "**Emergency**: one yes stops everything.\n"
    for question in EMERGENCY:
        star = "*" if question.short else ""
        yield f"- {question.id}{star} {question.text} {question.help}"
    yield "\n**Clinician first**: one strong, or two weak (w).\n"
    for flag in FLAGS:
        weak, today = " (w)" if flag.weak else "", " Same day." if flag.today else ""
        yield f"- {flag.id}{weak} {flag.text} {flag.help}".rstrip() + today
    yield f"\n**Signs of inflammation**: {INFLAMMATORY_THAT_COUNT} of {len(SIGNS)} name a"
    yield "specialist; exercise goes on.\n"
    for sign in SIGNS:
        yield f"- {sign.id} {sign.name}"
    yield ""


def _conditions(exercises: Sequence[Exercise]) -> Iterator[str]:
    yield "## Conditions\n"
    yield "How many of the exercises each leaves out or changes; the whole table is in"
    yield "[docs/precautions.md](docs/precautions.md).\n"
    yield "| Condition | Left out | Changed | With care |"
    yield "|---|---|---|---|"
    for condition in CONDITIONS:
        codes = [each.precautions[condition.id].code for each in exercises]
        out = codes.count("exclude") + codes.count("after_test")
        yield (
            f"| {condition.name} | {out} | {codes.count('modify')} "
            f"| {codes.count('care')} of {len(codes)} |"
        )
    yield ""


def _rules() -> Iterator[str]:
    yield "## The rules by which a plan listens\n"
    yield "| Rule | When | What it does |"
    yield "|---|---|---|"
    for rule in RULES.values():
        yield f"| {rule.id} {rule.name} | {rule.when_words} | {rule.action_words} |"
    yield ""
