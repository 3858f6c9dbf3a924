"""Every metric means what docs/scoring.md says: examples worked out by hand."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from unkink.batch.labels import Label, Span
from unkink.batch.metrics import (
    Compared,
    Edges,
    count_error,
    counts,
    declined,
    holds,
    idle,
    paired,
    recognition,
)
from unkink.core.coach.account import Account, Held

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from unkink.core.body import Side


def said(
    exercise: str | None = "bridge",
    *,
    reps: Mapping[Side, int] | None = None,
    held: Sequence[Held] = (),
    judged: float = 1.0,
) -> Account:
    """Give what the coach said."""
    return Account(exercise, reps or {}, tuple(held), (), judged)


def compared(label: Label, account: Account, *, lasts_s: float = 60.0) -> Compared:
    """Compare them over a minute."""
    return Compared(label, account, told=False, lasts_s=lasts_s)


def bridge(reps: int | None = None, **more: object) -> Label:
    """Give a label of a bridge."""
    return Label("clip", "bridge", reps=reps, **more)  # type: ignore[arg-type]


def test_counts_are_compared_stretch_by_stretch() -> None:
    """Off by 0, 1 and 3 of 5, 4 and 6: one in three exact, two within one, off by 4/3."""
    found = counts(
        [
            compared(bridge(5), said(reps={"both": 5})),
            compared(bridge(4), said(reps={"both": 5})),
            compared(bridge(6), said(reps={"both": 3})),
            compared(bridge(None), said(reps={"both": 9})),
        ]
    )

    shares = (0.0 + 1 / 4 + 3 / 6) / 3
    assert pytest.approx((3, 1 / 3, 2 / 3, 4 / 3, shares)) == found


def test_a_repetition_on_the_wrong_side_is_two_errors() -> None:
    """Three left and three right, told as four left and two right."""
    label = bridge(6, by_side={"left": 3, "right": 3, "both": 0})

    assert 2 == count_error(compared(label, said(reps={"left": 4, "right": 2})))


def test_what_was_taken_for_another_exercise_was_not_counted() -> None:
    """Five repetitions of the bridge, told as five of the cobra, are five errors."""
    assert 5 == count_error(compared(bridge(5), said("cobra", reps={"both": 5})))


def test_holds_are_paired_with_what_overlaps_them_most() -> None:
    """Of two that overlap, the longer overlap wins; the other one is false."""
    true = [Span(2.0, 6.0), Span(10.0, 14.0)]
    told = [Held("both", 1.0, 2.5), Held("both", 2.4, 6.3), Held("both", 20.0, 21.0)]

    assert [(true[0], told[1])] == paired(true, told)


def test_a_hold_on_the_other_side_is_another_hold() -> None:
    """Left is not right, where the label says which."""
    assert [] == paired([Span(2.0, 6.0, "left")], [Held("right", 2.0, 6.0)])


def test_holds_are_missed_or_false_and_their_edges_measured() -> None:
    """Two held, one told 0.4 s late and 0.3 s long, one not; and one more that was none."""
    label = bridge(holds=(Span(2.0, 6.0), Span(10.0, 14.0)))
    told = [Held("both", 2.4, 6.3), Held("both", 20.0, 21.0)]
    found = holds([compared(label, said(held=told)), compared(bridge(), said(held=told))])

    assert (2, 1, 1) == (found.true, found.missed, found.false)
    assert pytest.approx((0.4, 0.4)) == found.start
    assert pytest.approx((0.3, 0.3)) == found.end
    assert pytest.approx((0.35, 0.395)) == found.both


def test_recognition_is_averaged_over_what_was_truly_there() -> None:
    """Bridge: 2 of 2 found and 1 too many, F1 0.8. None: 1 of 2, F1 2/3. Cobra wasn't there."""
    found = recognition(
        [("bridge", "bridge"), ("bridge", "bridge"), ("none", "none"), ("none", "bridge")]
    )

    assert pytest.approx((0.8 + 2 / 3) / 2) == found.macro_f1
    assert {("bridge", "bridge"): 2, ("none", "none"): 1, ("none", "bridge"): 1} == found.confusion


def test_whatever_is_counted_on_none_of_ours_is_false() -> None:
    """Three repetitions in a minute and a half of something else are two a minute."""
    none = Label("clip", None)
    found = idle(
        [
            compared(none, said("cobra", reps={"both": 3}), lasts_s=60.0),
            compared(none, said(None), lasts_s=30.0),
            compared(bridge(1), said(reps={"both": 1}), lasts_s=60.0),
        ]
    )

    assert (1.5, 3, 2.0) == found


def test_time_not_judged_is_weighed_by_time() -> None:
    """A minute half judged and half a minute fully judged: a third was not judged."""
    found = declined(
        [
            compared(bridge(), said(judged=0.5), lasts_s=60.0),
            compared(bridge(), said(judged=1.0), lasts_s=30.0),
        ]
    )

    assert pytest.approx(1 / 3) == found


def test_what_was_not_measured_is_unknown_never_perfect() -> None:
    """Without a single label there is no number at all."""
    nothing = Edges(None, None)

    assert (0, None, None, None, None) == counts([])
    assert (0, 0, 0, nothing, nothing, nothing) == holds([])
    assert ({}, None) == recognition([])
    assert (0.0, 0, None) == idle([])
    assert declined([]) is None
