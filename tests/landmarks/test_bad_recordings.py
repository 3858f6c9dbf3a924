"""Recordings cut off, shuffled, foreign or hostile: read, or refused in one line, and judged."""

from __future__ import annotations

import gzip
import json
import math
from functools import cache
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from tests.catalogue import EXERCISES, WATCHES

from unkink.core.coach.judging import NotJudgedError, judge
from unkink.core.simulation.simulate import Performance, simulate
from unkink.landmarks import UnreadableRecordingError, read_recording
from unkink.landmarks.blazepose import landmarks
from unkink.landmarks.recordings import HEADER

if TYPE_CHECKING:
    from pathlib import Path


ASPECT = 16 / 9
HOSTILE = ("nan", "inf", "-inf", "1e308", "-1e308", "1e-320", "", " ", "0x1", "1_0", "١", "=1+1")  # noqa: RUF001 - a digit of another script is meant

HUGE = 10**400
"""A whole number that JSON can say, and no float."""


@cache
def _rows() -> tuple[str, ...]:
    """Write one bridge as a recording's rows."""
    frames = simulate(EXERCISES["bridge"], Performance(reps=1, hold_s=1.0))
    return tuple(
        ",".join(map(str, [number, frame.t_s, 1, *landmarks(frame, aspect=ASPECT)]))
        for number, frame in enumerate(frames)
    )


def _outcome(path: Path) -> str:
    """Read and judge, as `unkink replay` does: what came of it, or the line that says why not."""
    try:
        read = read_recording(path, aspect=ASPECT)
        judged = judge(read.frames, EXERCISES, expected="bridge", known=WATCHES)
    except (UnreadableRecordingError, NotJudgedError) as refusal:
        return str(refusal)
    assert 0.0 <= judged.account.judged_fraction <= 1.0
    assert all(math.isfinite(held.start_s + held.end_s) for held in judged.account.holds)
    return f"{sum(judged.account.reps.values())} repetitions"


many = settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
places = st.tuples(
    st.integers(0, 99), st.integers(1, len(HEADER) - 1), st.sampled_from(HOSTILE) | st.text()
)


@many
@given(changes=st.lists(places, max_size=30))
@example(changes=[(row, column, "1e308") for row in range(40, 60) for column in (3, 48, 95, 112)])
def test_hostile_values_cost_their_own_rows_only(
    tmp_path: Path, changes: list[tuple[int, int, str]]
) -> None:
    """Whatever stands in a cell, the recording is judged or refused, and nothing else happens."""
    rows = [row.split(",") for row in _rows()]
    for at, column, value in changes:
        rows[at % len(rows)][column] = value
    path = tmp_path / "me.csv"
    text = "\n".join([",".join(HEADER), *(",".join(row) for row in rows)])
    path.write_text(text, encoding="utf-8", errors="replace")

    assert 1 == len(_outcome(path).splitlines())


@many
@given(order=st.permutations(range(24)), keep=st.integers(0, 24), cut=st.integers(0, 4000))
def test_shuffled_or_cut_off_it_is_read_as_far_as_it_goes(
    tmp_path: Path, order: list[int], keep: int, cut: int
) -> None:
    """Rows in another order are left out; a copy that broke off gives what is there."""
    parts = [_rows()[len(_rows()) * k // 24 : len(_rows()) * (k + 1) // 24] for k in range(24)]
    text = "\n".join([",".join(HEADER), *(row for k in order[:keep] for row in parts[k])])
    packed = gzip.compress(text.encode())
    plain, cut_off = tmp_path / "me.csv", tmp_path / "cut.csv.gz"
    plain.write_text(text[: len(text) - cut] if cut < len(text) else text, encoding="utf-8")
    cut_off.write_bytes(packed[: max(len(packed) - cut, 0)])

    assert [1, 1] == [len(_outcome(path).splitlines()) for path in (plain, cut_off)]


anything = st.recursive(
    st.none() | st.booleans() | st.floats() | st.integers() | st.just(HUGE) | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=3), inner),
    max_leaves=8,
)


@many
@given(
    lines=st.lists(
        st.fixed_dictionaries({"t": anything, "points": anything}) | anything, max_size=6
    )
)
@example(lines=[{"t": HUGE, "points": [[0.5] * 4] * 33}])
@example(lines=[{"t": 0.0, "points": [[HUGE] * 4] * 33}])
@example(
    lines=[{"t": 0.0, "points": [[1e308] * 4] * 33}, {"t": 0.1, "points": [[-1e308] * 4] * 33}]
)
def test_any_json_is_read_or_refused(tmp_path: Path, lines: list[object]) -> None:
    """No line of JSON, however odd, is more than a row left out."""
    path = tmp_path / "me.jsonl"
    path.write_text("\n".join(json.dumps(line) for line in lines), encoding="utf-8")

    assert 1 == len(_outcome(path).splitlines())


@pytest.mark.parametrize("suffix", ["csv", "csv.gz", "jsonl"])
@settings(parent=many, max_examples=30)
@given(content=st.binary(max_size=400) | st.text(max_size=300).map(str.encode))
def test_any_bytes_are_refused_in_one_line(tmp_path: Path, suffix: str, content: bytes) -> None:
    """A picture, a program, or a love letter: no recording, and it is said so."""
    path = tmp_path / f"me.{suffix}"
    path.write_bytes(content)

    assert 1 == len(_outcome(path).splitlines())
