"""What was seen adds up to what stands; what was told stays."""

from __future__ import annotations

from unkink.core.history.sightings import Sighting, SightingKind, seen, standing


def told(kind: SightingKind, amount: float, *, item: int = 0) -> Sighting:
    """Tell one thing that was seen."""
    return Sighting(
        at="2026-11-23T08:00:00+01:00",
        item=item,
        exercise="bridge",
        movement="main",
        side="both",
        kind=kind,
        amount=amount,
    )


def test_a_look_back_stands_in_place_of_what_was_told() -> None:
    """Four were counted as they were done; looked back on, three were whole."""
    record = [
        *(told("rep", each) for each in (0.2, 0.9, 0.9, 0.9)),
        told("judged", 60.0),
        told("looked_back", 4.0),
        *(told("rep", 0.9) for _ in range(3)),
        told("hold", 5.0),
    ]
    found = seen(record, done_s={"bridge": 60.0})["bridge"]

    assert ({"both": 3}, 5.0, 60.0) == (found.reps, found.held_s, found.judged_s)


def test_what_came_before_and_elsewhere_stands() -> None:
    """A lost connection begins to count afresh; only what the new one told is put right."""
    before, elsewhere = told("rep", 0.8), told("rep", 0.7, item=1)
    record = [before, elsewhere, told("rep", 0.5), told("looked_back", 1.0), told("rep", 0.6)]

    assert [before, elsewhere, told("rep", 0.6)] == standing(record)


def test_more_can_be_put_right_again() -> None:
    """An exercise gone back to is looked back on once more."""
    record = [
        told("rep", 0.5),
        told("looked_back", 1.0),
        told("rep", 0.6),
        told("rep", 0.7),
        told("looked_back", 2.0),
        told("rep", 0.65),
    ]

    assert [told("rep", 0.65)] == standing(record)
