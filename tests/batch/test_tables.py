"""Labels, indexes and lines are read as written, or refused with file, line and reason."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from unkink.batch.labels import (
    Label,
    Span,
    Taken,
    UnusableTableError,
    read_index,
    read_labels,
)
from unkink.batch.prediction import NOTHING, Prediction, line, parse_line
from unkink.core.coach.account import SIDES, Account, Held

if TYPE_CHECKING:
    from pathlib import Path

    from unkink.core.body import Side

HEAD = "recording,exercise,segment_start_s,segment_end_s,reps,up_or_hold_intervals_s"


def labels(folder: Path, *rows: str) -> tuple[Label, ...]:
    """Write labels and read them."""
    file = folder / "labels.csv"
    file.write_text("\n".join([HEAD, *rows]), encoding="utf-8")
    return read_labels(file)


def test_a_label_speaks_of_a_stretch(tmp_path: Path) -> None:
    """A segment, a count and the times in which the position was held."""
    expected = Label("clip", "bridge", 2.0, 11.3, 2, None, (Span(2.4, 5.2), Span(7.1, 10.2)))

    assert (expected,) == labels(tmp_path, "clip.csv.gz,bridge,2.0,11.3,2,2.4-5.2 7.1-10.2")


def test_what_repeats_evenly_is_written_once(tmp_path: Path) -> None:
    """`then every` goes on to the end of the segment, and no further."""
    (found,) = labels(tmp_path, "clip,superman,0,2.6,3,0.5-0.9 then every 1.0 s")

    assert (Span(0.5, 0.9), Span(1.5, 1.9), Span(2.5, 2.6)) == found.holds


def test_none_of_ours_has_no_holds_and_an_empty_cell_is_unknown(tmp_path: Path) -> None:
    """What nobody labelled is not scored; what is none of ours holds nothing of ours."""
    none, unsure = labels(tmp_path, "a,none,,,0,", "b,bridge,,,,")

    assert Label("a", None, -math.inf, math.inf, 0, None, ()) == none
    assert Label("b", "bridge") == unsure


@pytest.mark.parametrize(
    ("row", "why"),
    [
        ("clip,bridge,5,2,2,", "the segment ends before it starts"),
        ("clip,bridge,,,2.5,", "'reps' is no count"),
        ("clip,bridge,x,,2,", "'segment_start_s' is no number"),
        ("clip,bridge,,,2,5-2", "'5-2' is no interval such as 2.4-5.2"),
        ("clip,bridge,,,2,1-2 then every 3 s", "'every' needs a period, and a segment that ends"),
        ("clip,bridge,2", "3 values under 6 headings"),
    ],
)
def test_a_wrong_label_is_refused_with_its_line(tmp_path: Path, row: str, why: str) -> None:
    """Whoever writes labels is told where the mistake is."""
    with pytest.raises(UnusableTableError) as refused:
        labels(tmp_path, "good,none,,,0,", row)

    assert f"labels.csv: line 3: {why}" == str(refused.value)


def test_an_index_gives_sizes_and_what_the_coach_is_told(tmp_path: Path) -> None:
    """The exercise may be left out, as a column or in a row."""
    file = tmp_path / "index.csv"
    file.write_text("recording,width,height,exercise\na.csv,640,360,bridge\nb,400,400,\n")

    assert {"a": Taken(640 / 360, "bridge"), "b": Taken(1.0, None)} == read_index(file)


@pytest.mark.parametrize("size", ["0,360", "640,0", "640,nan", "640,", "1,5000"])
def test_an_impossible_size_is_refused(tmp_path: Path, size: str) -> None:
    """A picture without a shape would bend every angle."""
    file = tmp_path / "index.csv"
    file.write_text(f"recording,width,height\na,{size}\n")

    with pytest.raises(UnusableTableError, match=r"^index\.csv: line 2: "):
        read_index(file)


def test_our_own_lines_are_labels_too(tmp_path: Path) -> None:
    """Lines once corrected by hand serve as the truth, side by side."""
    account = Account("bridge", {"both": 2}, (Held("both", 1.0, 2.0),), (), 1.0)
    file = tmp_path / "truth.jsonl"
    file.write_text(line(Prediction("clip", account)) + "\n\n")
    reps: dict[Side, int] = {"left": 0, "right": 0, "both": 2}
    expected = Label("clip", "bridge", reps=2, by_side=reps, holds=(Span(1.0, 2.0, "both"),))

    assert (expected,) == read_labels(file)


times = st.integers(0, 10**6).map(lambda n: n / 100)
helds = st.builds(
    lambda side, start_s, more_s: Held(side, start_s, round(start_s + more_s, 2)),
    st.sampled_from(SIDES),
    times,
    times,
)
accounts = st.builds(
    Account,
    exercise=st.none() | st.sampled_from(["bridge", "my_own"]),
    reps=st.fixed_dictionaries({side: st.integers(0, 99) for side in SIDES}),
    holds=st.lists(helds, max_size=3).map(tuple),
    faults=st.lists(st.sampled_from(["hips_sag", "leaning"])).map(tuple),
    judged_fraction=st.integers(0, 1000).map(lambda n: n / 1000),
)


@given(accounts, st.text(), st.sampled_from(["", "it is empty"]))
def test_a_line_reads_back_as_it_was_written(account: Account, name: str, reason: str) -> None:
    """Nothing is lost between one program and the next."""
    prediction = Prediction(name, account, reason)

    assert prediction == parse_line(line(prediction))


@given(st.text() | st.from_regex(r'\{"recording": "a", "(reps|holds|exercise)": .*\}'))
def test_a_foreign_line_is_refused_in_words(text: str) -> None:
    """Whatever stands in a file, it is a line of ours or a ValueError, never a crash."""
    try:
        parse_line(text)
    except ValueError as refused:
        assert str(refused).startswith(("it ", "its ", "one of its "))  # noqa: PT017


def test_what_could_not_be_judged_says_so_in_its_line() -> None:
    """Other programs find every key, and the reason beside them."""
    assert (
        '{"recording": "clip", "exercise": null, "reps": {"left": 0, "right": 0, "both": 0}, '
        '"holds": [], "faults": [], "judged_fraction": 0.0, "form": null, "form_s": 0.0, '
        '"reason": "it is empty"}'
    ) == line(Prediction("clip", NOTHING, "it is empty"))
