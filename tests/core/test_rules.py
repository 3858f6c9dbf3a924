"""The rules R1 to R15: one and only one of R1 to R7 for whatever anyone feels."""

from __future__ import annotations

from itertools import product

import pytest

from unkink.core.plan import rules
from unkink.core.plan.rules import RULES

RATINGS = range(11)
PAIRS = tuple(product(RATINGS, RATINGS))


def conditions(pain: int, worst: int, *, emergency: bool, spreads: bool) -> list[str]:
    """Spell out R1 to R7 as their table says, each on its own, from the specification's words."""
    rise = worst - pain
    table = {
        "R1": emergency,
        "R2": spreads,
        "R3": pain >= 8,
        "R4": 6 <= pain <= 7,
        "R5": (worst >= 6 and rise >= 1) or rise >= 4,
        "R6": 4 <= worst <= 5 and 1 <= rise <= 3,
        "R7": worst <= 3 or rise <= 0,
    }
    return [rule for rule, holds in table.items() if holds]


@pytest.mark.parametrize("emergency", [False, True])
@pytest.mark.parametrize("spreads", [False, True])
def test_some_rule_holds_for_every_pain_and_the_first_one_decides(
    *, emergency: bool, spreads: bool
) -> None:
    """Whatever I feel, there is one rule for it, and never a gap."""
    told = {
        (pain, worst): rules.first_of(pain, worst, emergency=emergency, spreads=spreads)
        for pain, worst in PAIRS
    }

    assert told == {
        pair: conditions(*pair, emergency=emergency, spreads=spreads)[0] for pair in PAIRS
    }


def test_red_amber_and_green_share_all_pains_between_them() -> None:
    """What I felt in a session is red, amber or green: one of them, never two."""
    holding = [
        [each for each in conditions(*pair, emergency=False, spreads=False) if each >= "R5"]
        for pair in PAIRS
    ]
    # Red and amber, red and green, amber and green: none of these ever hold together.
    assert {len(each) for each in holding} == {1}
    assert [rules.after(*pair) for pair in PAIRS] == [each[0] for each in holding]


@pytest.mark.parametrize(
    ("pain", "later", "rule"), [(3, 0, "R9"), (3, 4, "R9"), (3, 5, "R10"), (3, 6, "R11")]
)
def test_the_next_day_decides_how_it_was_taken(pain: int, later: int, rule: str) -> None:
    """A little more the next day is normal; two points hold, three rest."""
    assert rules.next_day(pain, later) == rule


def test_every_next_day_is_one_of_three() -> None:
    """However the next day is, one rule knows what to do."""
    rises = {pair: pair[1] - pair[0] for pair in PAIRS}

    assert {pair: rules.next_day(*pair) for pair in PAIRS} == {
        pair: "R9" if rise <= 1 else "R10" if rise == 2 else "R11" for pair, rise in rises.items()
    }


def test_it_only_draws_back_at_little_cost() -> None:
    """Felt less far down the leg is a good sign, unless the back paid for it."""
    told = [rules.draws_back(4, 2, pain=3, worst=worst) for worst in RATINGS]

    assert told == [worst <= 5 for worst in RATINGS]


def test_a_limit_in_the_words_is_the_limit_in_the_code() -> None:
    """What I read about a rule is what it does."""
    for rule in RULES.values():
        assert "{" not in rule.when_words + rule.action_words
    assert RULES["R6"].action_words.startswith("30% less far")
