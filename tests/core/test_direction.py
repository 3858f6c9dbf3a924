"""The direction test: what its answers mean, and for how long."""

from __future__ import annotations

from itertools import product

import pytest

from unkink.catalogue import read_catalogue
from unkink.core.history.entries import DirectionTest, DirectionTried, Entry
from unkink.core.safety import direction
from unkink.core.safety.direction import found, then, tried_with, worse_since_s
from unkink.core.safety.precautions import WENT_DOWN, precautions

CATALOGUE = read_catalogue().exercises
PLACES = (0, 1, 2, 3, 4, 5)
TODAY = "2026-11-24T12:00:00+00:00"
FINE = DirectionTried(before=3, after=2)
WORSE = DirectionTried(before=3, after=4, later=4)


def entry(number: int, at: str, **tried: DirectionTried) -> Entry:
    """Say what a test found."""
    said = DirectionTest(tried=tried)  # type: ignore[arg-type] # directions by name
    return Entry(number=number, at=f"{at}T10:00:00+00:00", said=said)


def test_every_pair_of_places_is_worse_exactly_where_it_went_down_and_stayed() -> None:
    """Before, after and a minute later, all 6 x 6 x 7 of them: up or back is never held worse."""
    wrong = [
        (before, after, later)
        for before, after, later in product(PLACES, PLACES, (None, *PLACES))
        if (found(DirectionTried(before=before, after=after, later=later)) == "worse")  # type: ignore[arg-type] # places
        != (before < (after if later is None else later))
    ]

    assert [] == wrong


def test_what_went_down_gets_its_minute_and_what_stays_down_ends_the_test() -> None:
    """Every place before and now: up or back goes on; down waits once, and then nothing more."""
    pairs = list(product(PLACES, PLACES))

    assert [(("wait", "end") if now > was else ("go_on", "go_on")) for was, now in pairs] == [
        (then(was, now, waited=False), then(was, now, waited=True))  # type: ignore[arg-type] # places
        for was, now in pairs
    ]


@pytest.mark.parametrize("place", PLACES)
def test_what_was_stopped_is_worse_and_what_was_not_told_is_unknown(place: int) -> None:
    """Nothing told after it opens nothing; "stop" is believed whatever was told before."""
    assert found(DirectionTried(before=place)) is None  # type: ignore[arg-type] # a place
    for after in (None, *PLACES):
        stopped = DirectionTried(before=place, after=after, stopped=True)  # type: ignore[arg-type] # places
        assert found(stopped) == "worse"


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ([], {}),
        ([("2026-11-24", FINE)], {"forwards": "no_worse"}),
        ([("2026-10-28", FINE)], {"forwards": "no_worse"}),
        ([("2026-10-27", FINE)], {}),
        ([("2026-11-20", FINE), ("2026-11-21", WORSE)], {"forwards": "worse"}),
        ([("2026-11-20", WORSE), ("2026-11-21", FINE)], {"forwards": "no_worse"}),
        ([("2026-11-23", FINE), ("2026-11-02", WORSE)], {"forwards": "worse"}),
        ([("2026-11-23", FINE), ("2027-01-02", WORSE)], {}),
        ([("2026-11-23", FINE), ("2026-11-24", DirectionTried(before=3))], {}),
    ],
)
def test_the_latest_counts_for_four_weeks(
    said: list[tuple[str, DirectionTried]], expected: dict[str, str]
) -> None:
    """A clock that jumped, or a test that was broken off, never brings back an older "fine"."""
    entries = [entry(number, at, forwards=tried) for number, (at, tried) in enumerate(said, 1)]

    assert expected == direction.tested(entries, today=TODAY)


def test_only_a_bad_test_asks_all_questions_again() -> None:
    """Further down the leg is a reason to ask; no worse is none."""
    fine = entry(1, "2026-11-20", forwards=FINE)
    bad = entry(2, "2026-11-21", backwards=FINE, forwards=WORSE)

    assert worse_since_s([fine]) is None
    assert worse_since_s([fine, bad]) == worse_since_s([bad]) == 1_795_255_200.0


@pytest.mark.parametrize("way", ["backwards", "forwards"])
@pytest.mark.parametrize("conditions", [(), ("disc_herniation",)])
def test_a_bad_direction_is_left_out_for_everybody(way: str, conditions: tuple[str, ...]) -> None:
    """With any conditions or none: nothing that bends that way, nothing else besides."""
    before = precautions(CATALOGUE, conditions)
    after = precautions(CATALOGUE, conditions, tested={way: "worse"})  # type: ignore[dict-item] # by name
    left_out = {
        name for name, each in after.items() if WENT_DOWN in [r.words for r in each.reasons]
    }

    assert left_out == {name for name, each in CATALOGUE.items() if each.direction == way}
    assert [] == [name for name in left_out if after[name].code != "exclude"]
    assert [] == [n for n in set(CATALOGUE) - left_out if after[n].code != before[n].code]


@pytest.mark.parametrize(
    ("conditions", "backwards", "forwards"),
    [
        ((), "cobra", "knee_to_chest"),
        (("disc_herniation",), "cobra", "knee_to_chest"),
        (("osteoporosis",), "", "knee_to_chest"),
        (("wrist_pain",), "", "knee_to_chest"),
        (("spine_surgery",), "", ""),
    ],
)
def test_nobody_is_tested_with_what_is_not_right_for_them(
    conditions: tuple[str, ...], backwards: str, forwards: str
) -> None:
    """A movement my conditions leave out or shorten is not tried in full to find something out."""
    assert (backwards, forwards) == (
        tried_with("backwards", CATALOGUE, conditions),
        tried_with("forwards", CATALOGUE, conditions),
    )
