"""The one gate every session passes: it fails closed."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from unkink.core.safety import flags
from unkink.core.safety.conditions import IDS
from unkink.core.safety.gate import Answered, needed, verdict
from unkink.core.safety.rounds import (
    A_CHECKED,
    ALL,
    B_CHECKED,
    SHORT,
    VERSION,
    A,
    Answer,
    B,
    C,
    D,
    required,
)
from unkink.core.safety.screening import (
    ClinicianFirst,
    Emergency,
    OutOfScope,
    Proceed,
    Unanswered,
    WithCare,
    clears,
    screen,
)

NOES: dict[str, Answer] = dict.fromkeys(ALL, False)
SHORT_NOES: dict[str, Answer] = dict.fromkeys(SHORT, False)
LASTING: dict[str, Answer] = {"long_lasting": True, **dict.fromkeys(C, False)}
STRONG = tuple(flag.id for flag in flags.FLAGS if not flag.weak and flag.id != flags.AGE)
WEAK = tuple(flag.id for flag in flags.FLAGS if flag.weak)
DAY_S = 86_400.0
NOW_S = 1_000 * DAY_S
CHECKED = "2026-11-20"

Answers = Mapping[str, Answer]


def _given(*rounds: tuple[float, Answers], version: str = VERSION) -> list[Answered]:
    return [
        Answered(number=number, at_s=at_s, version=version, answers=dict(answers))
        for number, (at_s, answers) in enumerate(rounds, 1)
    ]


# --- the verdict on one round of answers ---------------------------------------------------------


def test_of_all_answers_to_the_emergency_questions_only_eight_noes_let_through() -> None:
    """Whatever is answered, a single yes or blank means no session, and every one is told."""
    wrong = []
    for values in product((False, True, None), repeat=len(A)):
        answers = dict(zip(A, values, strict=True))
        found = screen({**NOES, **answers}, version=VERSION)
        yes = {each for each, value in answers.items() if value is True}
        blank = {each for each, value in answers.items() if value is None}
        expected: type = Emergency if yes else Unanswered if blank else Proceed
        if (expected, yes | blank) != (type(found), {r.question for r in found.reasons}):
            wrong.append(answers)

    assert [] == wrong


def test_of_all_answers_to_the_flags_a_strong_one_or_two_weak_ones_lock() -> None:
    """Each of the 2^12 sets of flags leads where the table of our evidence says."""
    wrong = []
    for values in product((False, True), repeat=len(B) - 1):
        told = dict(zip((each for each in B if each != flags.AGE), values, strict=True))
        strong = sum(told[each] for each in STRONG)
        weak = sum(told[each] for each in WEAK)
        locks = strong >= 1 or weak >= 2
        expected: type = ClinicianFirst if locks else WithCare if weak else Proceed
        if expected is not type(screen({**NOES, **told}, version=VERSION)):
            wrong.append(told)

    assert [] == wrong


@given(values=st.dictionaries(st.sampled_from([*ALL, *C]), st.sampled_from([True, False, None])))
def test_the_gravest_answer_decides(values: dict[str, bool | None]) -> None:
    """Emergency before all, then age, then a flag, then a blank, then care; never a milder one."""
    answers = {**NOES, **dict.fromkeys(C, False), **values}
    yes = {each for each, value in answers.items() if value is True}
    locks = yes & set(STRONG) or len(yes & set(WEAK)) >= 2
    expected: type = (
        Emergency if yes & set(A)
        else OutOfScope if flags.AGE in yes
        else ClinicianFirst if locks
        else Unanswered if None in {answers[each] for each in ALL}
        else WithCare if yes & {*WEAK, *D} or len(yes & set(C)) >= 4
        else Proceed
    )  # fmt: skip

    assert expected is type(screen(answers, version=VERSION))


@pytest.mark.parametrize("condition", IDS)
def test_a_condition_is_a_reason_for_care_and_no_lock(condition: str) -> None:
    """Whoever ticks a condition may go on, and the plan keeps to it."""
    found = screen({**NOES, condition: True}, version=VERSION)

    assert isinstance(found, WithCare)
    assert [condition] == [reason.question for reason in found.reasons]


@pytest.mark.parametrize("number", range(6))
def test_four_of_five_signs_of_inflammation_are_told(number: int) -> None:
    """From four signs on a specialist is named; exercise goes on in any case."""
    signs = dict.fromkeys(C[:number], True)
    found = screen({**NOES, **LASTING, **signs}, version=VERSION)

    assert clears(found)
    assert (number >= 4) == isinstance(found, WithCare)


def test_a_missing_answer_is_a_blank() -> None:
    """An answer that never arrived clears nobody, whichever it is."""
    verdicts = {
        missing: screen({k: v for k, v in NOES.items() if k != missing}, version=VERSION)
        for missing in ALL
    }

    assert dict.fromkeys(ALL, Unanswered) == {k: type(v) for k, v in verdicts.items()}
    assert isinstance(screen({}, version=VERSION), Unanswered)


@pytest.mark.parametrize("odd", [0, "", "no", "false", [], 1, "yes", "2026-11-20"])
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


# --- what is asked before a session --------------------------------------------------------------


def test_before_the_first_session_all_questions_are_asked() -> None:
    """Nobody starts without the full round."""
    assert ALL == needed([], now_s=NOW_S).ask


def test_a_whole_round_opens_one_session_within_the_hour() -> None:
    """After the full round a session may start; the next one asks the short questions."""
    history = _given((NOW_S, NOES))

    assert () == needed(history, now_s=NOW_S + 3599).ask
    assert SHORT == needed(history, now_s=NOW_S + 3600).ask
    assert SHORT == needed(history, now_s=NOW_S + 60, used=1).ask


def test_with_lasting_pain_the_signs_belong_to_the_round() -> None:
    """Whoever has had it for long is asked five more; without them the round is not whole."""
    short, long = {**NOES, "long_lasting": True}, {**NOES, **LASTING}

    assert ALL == required(NOES)
    assert (*ALL, *C) == required(long)
    assert ALL == needed(_given((NOW_S, short)), now_s=NOW_S).ask
    assert () == needed(_given((NOW_S, long)), now_s=NOW_S).ask


def test_the_short_questions_open_later_sessions_for_four_weeks() -> None:
    """One tap before each session; after 28 days everything is asked again."""
    later_s = NOW_S + 28 * DAY_S
    history = _given((NOW_S, NOES), (later_s - 60, SHORT_NOES))

    assert () == needed(history, now_s=later_s - 1, used=1).ask
    assert ALL == needed(history, now_s=later_s, used=1).ask


def test_after_a_red_session_everything_is_asked_again() -> None:
    """A rule may ask for a whole round; one given after it will do, an older one never."""
    red_s = NOW_S + DAY_S
    before = _given((NOW_S, NOES), (red_s + 7200, SHORT_NOES))
    after = _given((NOW_S, NOES), (red_s + 7200, NOES))

    assert ALL == needed(before, now_s=red_s + 7201, used=1, ask_all_since_s=red_s).ask
    assert ALL == needed(_given((red_s, NOES)), now_s=red_s + 600, ask_all_since_s=red_s).ask
    assert () == needed(after, now_s=red_s + 7201, used=1, ask_all_since_s=red_s).ask


def test_what_came_after_a_session_is_told_by_its_number_not_by_the_clock() -> None:
    """All answered again within the second, or after the clock was set back: it counts."""
    opening, at_once = (NOW_S, NOES), (NOW_S, NOES)
    set_back = (NOW_S - 60, NOES)

    assert ALL == needed(_given(opening), now_s=NOW_S, ask_all_after=1).ask
    assert () == needed(_given(opening, at_once), now_s=NOW_S, used=1, ask_all_after=1).ask
    assert () == needed(_given(opening, set_back), now_s=NOW_S, used=1, ask_all_after=1).ask


def test_a_rule_told_by_a_clock_that_ran_ahead_does_not_ask_for_ever() -> None:
    """When the clock was set back after a red session, a round of this hour is new enough."""
    ahead_s = NOW_S + 300 * DAY_S

    assert () == needed(_given((NOW_S, NOES)), now_s=NOW_S, ask_all_since_s=ahead_s).ask


def test_the_short_questions_alone_never_open_the_first_session() -> None:
    """Four noes are not a whole round."""
    assert ALL == needed(_given((NOW_S, SHORT_NOES)), now_s=NOW_S).ask


def test_a_blank_stays_open_until_that_question_is_answered() -> None:
    """A question left blank is asked again, and again with the round it belongs to."""
    full, blank_short = (NOW_S - 60, NOES), (NOW_S, {**SHORT_NOES, "A2": None})
    blank_long = (NOW_S, {**NOES, "A6": None})

    assert SHORT == needed(_given(full, blank_short), now_s=NOW_S).ask
    assert () == needed(_given(full, blank_short, (NOW_S, SHORT_NOES)), now_s=NOW_S).ask
    assert ALL == needed(_given(full, blank_long), now_s=NOW_S).ask
    assert ALL == needed(_given(full, blank_long, (NOW_S, SHORT_NOES)), now_s=NOW_S).ask


def test_when_the_questions_change_everything_is_asked_again() -> None:
    """Old answers to old questions clear nobody, and an emergency told to them still locks."""
    assert ALL == needed(_given((NOW_S, NOES), version="1999-01"), now_s=NOW_S).ask
    assert needed(_given((NOW_S, {"A3": True}), version="1999-01"), now_s=NOW_S).locked


def test_an_answer_from_the_future_clears_nobody() -> None:
    """When the clock was wrong we ask again instead of trusting it; and once answered, it opens."""
    ahead = (NOW_S + DAY_S, NOES)

    assert ALL == needed(_given(ahead), now_s=NOW_S).ask
    assert () == needed(_given(ahead, (NOW_S, NOES)), now_s=NOW_S).ask


# --- locks, and what lifts them ------------------------------------------------------------------


@pytest.mark.parametrize("question", A)
def test_an_emergency_locks_until_a_doctor_has_checked_it(question: str) -> None:
    """Neither time nor noes bring exercises back: a dated doctor's check and the noes do."""
    emergency = (NOW_S, {**NOES, question: True})
    later_s = NOW_S + 2 * DAY_S
    told = {
        "nothing": needed(_given((NOW_S - 60, NOES), emergency), now_s=NOW_S),
        "months": needed(_given(emergency), now_s=NOW_S + 100 * DAY_S),
        "short": needed(_given(emergency, (later_s, SHORT_NOES)), now_s=later_s),
        "noes": needed(_given(emergency, (later_s, NOES)), now_s=later_s),
        "date": needed(_given(emergency, (later_s, {A_CHECKED: CHECKED})), now_s=later_s),
        "date and yes": needed(
            _given(emergency, (later_s, {**NOES, A_CHECKED: CHECKED, question: True})),
            now_s=later_s,
        ),
        "no check": needed(_given(emergency, (later_s, {**NOES, A_CHECKED: False})), now_s=later_s),
    }
    lifted = _given(emergency, (later_s, {**NOES, A_CHECKED: CHECKED}))

    assert dict.fromkeys(told, "emergency") == {name: each.lock for name, each in told.items()}
    assert {(A_CHECKED, *ALL)} == {each.ask for each in told.values()}
    assert () == needed(lifted, now_s=later_s).ask


@pytest.mark.parametrize("question", SHORT)
def test_a_yes_to_a_short_question_locks_as_well(question: str) -> None:
    """The one tap before a session is as serious as the full round."""
    history = _given((NOW_S - DAY_S, NOES), (NOW_S, {**SHORT_NOES, question: True}))

    assert "emergency" == needed(history, now_s=NOW_S).lock
    assert NOW_S == needed(history, now_s=NOW_S).since_s
    assert isinstance(verdict(history), Emergency)


@pytest.mark.parametrize("flag", STRONG)
def test_a_flag_locks_until_a_clinician_has_spoken(flag: str) -> None:
    """Neither time nor noes lift it; a clinician's dated word and the short noes do."""
    flagged = (NOW_S, {**NOES, flag: True})
    later_s = NOW_S + DAY_S
    lifted = _given(flagged, (later_s, {**SHORT_NOES, B_CHECKED: CHECKED}))

    assert "clinician" == needed(_given(flagged), now_s=NOW_S).lock
    assert (B_CHECKED, *SHORT) == needed(_given(flagged), now_s=NOW_S).ask
    assert "clinician" == needed(_given(flagged, (later_s, NOES)), now_s=later_s).lock
    assert isinstance(verdict(_given(flagged, (later_s, NOES))), ClinicianFirst)
    assert () == needed(lifted, now_s=later_s).ask
    assert clears(verdict(lifted))


def test_a_clinicians_word_covers_its_flags_for_half_a_year_and_no_others() -> None:
    """Cancer of years ago is not a lock each month; a new flag is one, and so is an old word."""
    flagged = {**NOES, "B1": True}
    month, year = NOW_S + 30 * DAY_S, NOW_S + 200 * DAY_S
    start = ((NOW_S, flagged), (NOW_S, {**SHORT_NOES, B_CHECKED: CHECKED}))

    assert "none" == needed(_given(*start, (month, flagged)), now_s=month).lock
    assert isinstance(verdict(_given(*start, (month, flagged))), WithCare)
    assert "clinician" == needed(_given(*start, (month, {**flagged, "B9": True})), now_s=month).lock
    assert "clinician" == needed(_given(*start, (year, flagged)), now_s=year).lock


def test_a_clinicians_word_may_come_with_the_first_answers() -> None:
    """Whoever has been there already says so at once."""
    told = {**NOES, "B1": True, B_CHECKED: CHECKED}

    assert () == needed(_given((NOW_S, told)), now_s=NOW_S).ask


def test_under_18_is_out_of_scope_until_answered_otherwise() -> None:
    """No clinician's word makes it fit; a slip of the finger is put right by answering again."""
    young = (NOW_S, {**NOES, "B13": True})
    word = (NOW_S, {**SHORT_NOES, B_CHECKED: CHECKED})
    blank = (NOW_S, {**NOES, "B13": None})

    assert "age" == needed(_given(young, word), now_s=NOW_S).lock
    assert "age" == needed(_given(young, blank), now_s=NOW_S).lock
    assert isinstance(verdict(_given(young)), OutOfScope)
    assert "none" == needed(_given(young, (NOW_S, NOES)), now_s=NOW_S).lock


@given(
    rounds=st.lists(
        st.dictionaries(
            st.sampled_from([*A, "B1", "B2", "B13"]), st.sampled_from([True, False, None])
        ),
        max_size=6,
    )
)
def test_without_a_doctors_check_no_history_unlocks_an_emergency(
    rounds: list[dict[str, bool | None]],
) -> None:
    """Whatever is answered afterwards, in any number of rounds: locked stays locked."""
    first = (NOW_S, {**NOES, "A1": True})
    history = _given(first, *((NOW_S + n, {**NOES, **each}) for n, each in enumerate(rounds)))

    assert "emergency" == needed(history, now_s=NOW_S + 10).lock
