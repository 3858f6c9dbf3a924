"""The one gate every session passes: it fails closed."""

from __future__ import annotations

from itertools import product

import pytest

from unkink.core.safety.questions import ALL, QUESTIONS, SHORT, VERSION
from unkink.core.safety.screening import Answered, Cleared, Emergency, Unanswered, needed, screen

NOES = dict.fromkeys(ALL, False)
SHORT_NOES = dict.fromkeys(SHORT, False)
DAY_S = 86_400.0
NOW_S = 1_000 * DAY_S

Answers = dict[str, bool] | dict[str, bool | None]


def _given(*rounds: tuple[float, Answers], version: str = VERSION) -> list[Answered]:
    return [
        Answered(number=number, at_s=at_s, version=version, answers=answers)
        for number, (at_s, answers) in enumerate(rounds, 1)
    ]


def test_of_all_possible_answers_only_eight_noes_clear() -> None:
    """Whatever is answered, a single yes or blank means no session, and every one is told."""
    wrong = []
    for values in product((False, True, None), repeat=len(ALL)):
        answers = dict(zip(ALL, values, strict=True))
        verdict = screen(answers, version=VERSION)
        yes = {each for each, value in answers.items() if value is True}
        blank = {each for each, value in answers.items() if value is None}
        expected: type = Emergency if yes else Unanswered if blank else Cleared
        told = set() if isinstance(verdict, Cleared) else {r.question for r in verdict.reasons}
        if (expected, yes | blank) != (type(verdict), told):
            wrong.append(answers)

    assert [] == wrong


def test_a_missing_answer_is_a_blank() -> None:
    """An answer that never arrived clears nobody."""
    verdicts = {
        missing: screen({k: v for k, v in NOES.items() if k != missing}, version=VERSION)
        for missing in ALL
    }

    assert dict.fromkeys(ALL, Unanswered) == {k: type(v) for k, v in verdicts.items()}
    assert isinstance(screen({}, version=VERSION), Unanswered)


@pytest.mark.parametrize("odd", [0, "", "no", "false", [], 1, "yes"])
def test_only_a_plain_no_is_a_no(odd: object) -> None:
    """Anything that merely looks like a no is not one."""
    answers = {**NOES, "A1": odd}

    assert isinstance(screen(answers, version=VERSION), Unanswered)  # type: ignore[arg-type] # on purpose


def test_answers_to_another_version_clear_nobody() -> None:
    """Noes to questions we no longer ask, or do not ask yet, say nothing."""
    assert isinstance(screen(NOES, version="1999-01"), Unanswered)
    assert isinstance(screen({**NOES, "A9": False}, version=VERSION), Unanswered)


def test_a_yes_is_an_emergency_whatever_it_answers() -> None:
    """A yes to a question we do not know, or of another version, is never waved through."""
    assert isinstance(screen({**NOES, "A9": True}, version=VERSION), Emergency)
    assert isinstance(screen({**NOES, "A3": True}, version="1999-01"), Emergency)
    assert isinstance(screen({**SHORT_NOES, "A7": True}, version=VERSION, asked=SHORT), Emergency)


def test_before_the_first_session_all_questions_are_asked() -> None:
    """Nobody starts without the full round."""
    assert ALL == needed([], now_s=NOW_S).ask


def test_eight_noes_open_one_session_within_the_hour() -> None:
    """After the full round a session may start; the next one asks the short questions."""
    history = _given((NOW_S, NOES))

    assert () == needed(history, now_s=NOW_S + 3599).ask
    assert SHORT == needed(history, now_s=NOW_S + 3600).ask
    assert SHORT == needed(history, now_s=NOW_S + 60, used=1).ask


def test_the_short_questions_open_later_sessions_for_four_weeks() -> None:
    """One tap before each session; after 28 days everything is asked again."""
    later_s = NOW_S + 28 * DAY_S
    history = _given((NOW_S, NOES), (later_s - 60, SHORT_NOES))

    assert () == needed(history, now_s=later_s - 1, used=1).ask
    assert ALL == needed(history, now_s=later_s, used=1).ask


def test_the_short_questions_alone_never_open_the_first_session() -> None:
    """Four noes are not eight."""
    assert ALL == needed(_given((NOW_S, SHORT_NOES)), now_s=NOW_S).ask


@pytest.mark.parametrize("question", ALL)
def test_an_emergency_locks_until_a_whole_new_round_of_noes(question: str) -> None:
    """Once a yes was given, neither time nor the short questions bring exercises back."""
    emergency = (NOW_S, {**NOES, question: True})
    short_after = (NOW_S + DAY_S, SHORT_NOES)
    full_after = (NOW_S + 2 * DAY_S, NOES)
    months_s = NOW_S + 100 * DAY_S

    assert needed(_given((NOW_S - 60, NOES), emergency), now_s=NOW_S).locked
    assert needed(_given(emergency), now_s=months_s).locked
    assert needed(_given((NOW_S, NOES), emergency, short_after), now_s=NOW_S + DAY_S).locked
    assert () == needed(_given(emergency, full_after), now_s=NOW_S + 2 * DAY_S).ask


@pytest.mark.parametrize("question", SHORT)
def test_a_yes_to_a_short_question_locks_as_well(question: str) -> None:
    """The one tap before a session is as serious as the full round."""
    history = _given((NOW_S - DAY_S, NOES), (NOW_S, {**SHORT_NOES, question: True}))

    assert needed(history, now_s=NOW_S).locked
    assert ALL == needed(history, now_s=NOW_S).ask


def test_a_blank_stays_open_until_that_question_is_answered() -> None:
    """A question left blank is asked again, and again with the round it belongs to."""
    full, blank_short = (NOW_S - 60, NOES), (NOW_S, {**SHORT_NOES, "A2": None})
    blank_long = (NOW_S, {**NOES, "A6": None})

    assert SHORT == needed(_given(full, blank_short), now_s=NOW_S).ask
    assert () == needed(_given(full, blank_short, (NOW_S, SHORT_NOES)), now_s=NOW_S).ask
    assert ALL == needed(_given(full, blank_long), now_s=NOW_S).ask
    assert ALL == needed(_given(full, blank_long, (NOW_S, SHORT_NOES)), now_s=NOW_S).ask


def test_when_the_questions_change_everything_is_asked_again() -> None:
    """Old answers to old questions clear nobody."""
    assert ALL == needed(_given((NOW_S, NOES), version="1999-01"), now_s=NOW_S).ask


def test_an_answer_from_the_future_clears_nobody() -> None:
    """When the clock was wrong we ask again instead of trusting it; and once answered, it opens."""
    ahead = (NOW_S + DAY_S, NOES)

    assert ALL == needed(_given(ahead), now_s=NOW_S).ask
    assert () == needed(_given(ahead, (NOW_S, NOES)), now_s=NOW_S).ask


def test_every_question_is_complete_and_has_its_source() -> None:
    """Eight questions in order; the four short ones are those before every session."""
    assert tuple(f"A{n}" for n in range(1, 9)) == ALL
    assert ("A1", "A2", "A3", "A4") == SHORT
    assert all(q.text.endswith("?") and q.help and q.yes and q.say for q in QUESTIONS)
    assert all(q.source.startswith("evidence.md#emergency") for q in QUESTIONS)
