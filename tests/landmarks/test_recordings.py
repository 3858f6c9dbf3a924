"""Recordings from disk: good ones whole, bad ones with one clear reason."""

from __future__ import annotations

import gzip
import json
from typing import TYPE_CHECKING

import pytest

from unkink.core.body import Joint
from unkink.landmarks import UnreadableRecordingError, read_recording
from unkink.landmarks.blazepose import DEPTH
from unkink.landmarks.recordings import HEADER, LONGEST_LINE, MOST_LINES

if TYPE_CHECKING:
    from pathlib import Path


def row(frame: int, t_s: object, value: object = 0.5) -> str:
    """Write one row in which every landmark is at the same place."""
    return ",".join(map(str, [frame, t_s, 1, *[value] * (len(HEADER) - 3)]))


def written(path: Path, *rows: str) -> Path:
    """Write a recording of these rows under the usual header."""
    path.write_text("\n".join([",".join(HEADER), *rows]) + "\n", encoding="utf-8")
    return path


def test_a_recording_is_read_in_picture_heights(tmp_path: Path) -> None:
    """In a wide picture, x counts for more than y."""
    read = read_recording(written(tmp_path / "me.csv", row(0, 0.0), row(1, 0.1)), aspect=2.0)
    nose = read.frames[0].points[Joint.NOSE]

    assert ("me", 2, ()) == (read.name, len(read.frames), read.bad_rows)
    assert nose is not None
    assert (1.0, 0.5, 1.0 / DEPTH, 0.5) == (nose.x, nose.y, nose.z, nose.seen)


def test_compressed_is_the_same(tmp_path: Path) -> None:
    """`.csv.gz` holds what `.csv` holds."""
    plain = written(tmp_path / "me.csv", row(0, 0.0))
    packed = tmp_path / "me.csv.gz"
    packed.write_bytes(gzip.compress(plain.read_bytes()))

    assert read_recording(plain, aspect=1.0) == read_recording(packed, aspect=1.0)


def test_jsonl_is_read_too(tmp_path: Path) -> None:
    """One object a line: a time, and 33 times four numbers."""
    path = tmp_path / "me.jsonl"
    path.write_text(json.dumps({"t": 0.0, "points": [[0.1, 0.2, 0.0, 1.0]] * 33}), "utf-8")

    assert 1 == len(read_recording(path, aspect=1.0).frames)


def test_nobody_found_is_a_frame_without_points(tmp_path: Path) -> None:
    """Empty cells where nobody was found are no error."""
    path = written(tmp_path / "me.csv", "0,0.0,0" + "," * (len(HEADER) - 3))

    assert [()] == [frame.points for frame in read_recording(path, aspect=1.0).frames]


@pytest.mark.parametrize(
    ("bad", "reason"),
    [
        ("1,0.1,1,0.5", "4 values where the header has 135"),
        (row(1, 0.0), "its time 0 s is not after 0 s"),
        (row(1, -4), "its time -4 s is not after 0 s"),
        (row(1, "nan"), "its time isn't a number"),
        (row(1, "soon"), "a value isn't a number"),
        (row(1, 0.1, "x"), "a value isn't a number"),
    ],
)
def test_a_bad_row_is_left_out_with_its_reason(tmp_path: Path, bad: str, reason: str) -> None:
    """The rest of the recording still counts, and one hears what was wrong, and where."""
    read = read_recording(written(tmp_path / "me.csv", row(0, 0.0), bad, row(2, 0.2)), aspect=1.0)

    assert [0.0, 0.2] == [frame.t_s for frame in read.frames]
    assert [(3, reason)] == [(each.line, each.reason) for each in read.bad_rows]


def test_a_landmark_that_is_no_number_is_unknown(tmp_path: Path) -> None:
    """NaN is not a place."""
    read = read_recording(written(tmp_path / "me.csv", row(0, 0.0, "nan")), aspect=1.0)

    assert {None} == set(read.frames[0].points)


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "it is empty"),
        (b"frame,t,detected\n0,0,1\n", "the header has no column 'x0'"),
        (b"\x00\x01\x02\xff\xfe", "it isn't text"),
        (gzip.compress(b"frame,t" * 1000, mtime=0)[:40], "it can't be read to its end"),
    ],
)
def test_a_recording_that_is_none_gets_one_clear_line(
    tmp_path: Path, content: bytes, reason: str
) -> None:
    """Empty, foreign, binary or cut off: one line says which file and why."""
    path = tmp_path / "me.csv"
    path.write_bytes(content)

    with pytest.raises(UnreadableRecordingError) as told:
        read_recording(path, aspect=1.0)
    assert reason in str(told.value)
    assert "\n" not in str(told.value)


def test_a_file_that_is_not_there_is_said(tmp_path: Path) -> None:
    """A slip in the name is no traceback."""
    with pytest.raises(UnreadableRecordingError, match="there is no such file"):
        read_recording(tmp_path / "nothing.csv", aspect=1.0)


def test_what_broke_off_is_read_as_far_as_it_goes(tmp_path: Path) -> None:
    """A packed copy that was cut off gives what is in it, and says that it breaks off."""
    path = written(tmp_path / "me.csv", *(row(number, number / 10) for number in range(2000)))
    torn = tmp_path / "torn.csv.gz"
    torn.write_bytes(gzip.compress(path.read_bytes())[:-200])
    read = read_recording(torn, aspect=1.0)

    assert 100 < len(read.frames) < 2000
    assert ["it can't be read to its end"] == [
        each.reason.partition(" (")[0] for each in read.bad_rows[-1:]
    ]


def test_a_quote_that_is_never_closed_costs_its_own_row(tmp_path: Path) -> None:
    """A slip of the hand in one row takes none of those after it."""
    rows = [row(number, number / 10) for number in range(5)]
    path = written(tmp_path / "me.csv", rows[0], rows[1].replace(",1,", ',"1,'), *rows[2:])

    assert [0.0, 0.2, 0.3, 0.4] == [frame.t_s for frame in read_recording(path, aspect=1.0).frames]


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"\n" * (MOST_LINES + 1), "lines"),
        (b"," * (2 * LONGEST_LINE), "line 1 is longer than any frame"),
        (b"0" * (2 * LONGEST_LINE), "line 1 is longer than any frame"),
    ],
    ids=["empty lines", "a million columns", "one endless word"],
)
@pytest.mark.parametrize("suffix", ["csv.gz", "jsonl"])
def test_a_file_made_to_fill_the_memory_is_refused(
    tmp_path: Path, suffix: str, content: bytes, reason: str
) -> None:
    """A few kilobytes that unpack to very much are told in one line, and soon."""
    path = tmp_path / f"me.{suffix}"
    path.write_bytes(gzip.compress(content, 1))

    with pytest.raises(UnreadableRecordingError, match=reason):
        read_recording(path, aspect=1.0)


def test_a_value_nested_too_deep_costs_its_own_row(tmp_path: Path) -> None:
    """JSON can be nested deeper than Python can print it."""
    good = json.dumps({"t": 0.0, "points": [[0.1, 0.2, 0.0, 1.0]] * 33})
    deep = good.replace('{"t": 0.0', '{"t": 0.1, "detected": ' + "[" * 900 + "]" * 900)
    path = tmp_path / "me.jsonl"
    path.write_text(f"{good}\n{deep}\n", "utf-8")
    read = read_recording(path, aspect=1.0)

    assert 2 == len(read.frames) + len(read.bad_rows)
