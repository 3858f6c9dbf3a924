from __future__ import annotations

import itertools
import socket
import struct
import threading
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from unkink.landmarks.clip import Clip, Sample
from unkink.landmarks.recordings import UnreadableRecordingError

if TYPE_CHECKING:
    from pathlib import Path

    from tests.landmarks.conftest import MakeVideo

UNITY = struct.pack(">9i", 1 << 16, 0, 0, 0, 1 << 16, 0, 0, 0, 1 << 30)
QUARTER_TURN = struct.pack(">9i", 0, 1 << 16, 0, -1 << 16, 0, 0, 64 << 16, 0, 1 << 30)
"""How a phone says in an mp4's track header that it was held upright."""


@pytest.mark.parametrize(
    ("per_s", "each"), [(60.0, 4), (30.0, 2), (29.97, 2), (25.0, 2), (24.0, 2), (20.0, 1)]
)
def test_every_kth_picture_is_looked_at(make_video: MakeVideo, per_s: float, each: int) -> None:
    """A faster camera costs no more time, and the moments are evenly spaced."""
    with Clip(make_video(per_s=per_s, count=48)) as clip:
        times = [sample.t_s for sample in clip.samples(per_s=15.0)]

    assert [number / per_s for number in range(0, 48, each)] == pytest.approx(times, abs=1e-5)


def test_a_slow_camera_loses_no_picture(make_video: MakeVideo) -> None:
    """Of eight pictures a second each one is looked at, at its own time."""
    with Clip(make_video(per_s=8.0, count=16)) as clip:
        samples = list(clip.samples(per_s=10.0))

    assert [number / 8 for number in range(16)] == [sample.t_s for sample in samples]


def test_each_picture_comes_with_its_own_time(make_video: MakeVideo) -> None:
    """What is seen at a second is what the video shows at that second."""
    with Clip(make_video(per_s=10.0, count=40)) as clip:
        seen = [(sample.t_s, int(sample.picture[40, 60, 0])) for sample in clip.samples(per_s=10.0)]

    assert 40 == len(seen)
    # The shades are 40 apart; encoding blurs them a little.
    assert [round(10 * t_s) % 6 for t_s, _ in seen] == [round(grey / 40) for _, grey in seen]


def test_a_span_of_a_video_is_all_that_is_looked_at(make_video: MakeVideo) -> None:
    """From one second to another, and nothing else."""
    with Clip(make_video(per_s=10.0, count=40)) as clip:
        times = [sample.t_s for sample in clip.samples(per_s=10.0, from_s=1.0, to_s=1.5)]

    assert [1.0, 1.1, 1.2, 1.3, 1.4, 1.5] == times


def test_a_phone_held_upright_gives_upright_pictures(make_video: MakeVideo, tmp_path: Path) -> None:
    """A portrait video isn't watched lying on its side."""
    plain = make_video().read_bytes()
    assert 1 == plain.count(b"tkhd")
    start = plain.index(UNITY, plain.index(b"tkhd"))
    turned = tmp_path / "turned.mp4"
    turned.write_bytes(plain[:start] + QUARTER_TURN + plain[start + len(UNITY) :])

    with Clip(turned) as clip:
        first = next(clip.samples(per_s=10.0)).picture

    assert (64, 96) == (clip.width, clip.height)
    assert (True, True) == (first[4, -4, 0] > 200, first[4, 4, 0] < 60)


def test_a_video_that_breaks_off_gives_what_is_there(make_video: MakeVideo) -> None:
    """A copy that was interrupted is still worth something."""
    whole = make_video("clip.avi").read_bytes()
    path = make_video("clip.avi")
    path.write_bytes(whole[: len(whole) * 6 // 10])

    with Clip(path) as clip:
        times = [sample.t_s for sample in clip.samples(per_s=10.0)]

    assert (2.0, True) == (clip.duration_s, 0.5 < times[-1] < 1.5)


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (b"", "it is empty"),
        (b"hello\n" * 100, "it can't be read as a video; it may be incomplete, or no video"),
        (bytes(range(256)) * 99, "it can't be read as a video; it may be incomplete, or no video"),
    ],
    ids=["empty", "text", "noise"],
)
def test_what_is_no_video_is_refused_in_one_line(tmp_path: Path, content: bytes, why: str) -> None:
    """Whoever picked the wrong file reads why."""
    path = tmp_path / "clip.mp4"
    path.write_bytes(content)

    assert f"clip.mp4: {why}" == _refusal(path)


def test_half_an_mp4_is_refused_in_one_line(make_video: MakeVideo) -> None:
    """Its table of contents is at its end: without it nothing can be read."""
    path = make_video()
    path.write_bytes(path.read_bytes()[:2000])

    assert _refusal(path).startswith("clip.mp4: it can't be read as a video")


def test_what_is_not_there_or_no_file_is_refused(tmp_path: Path) -> None:
    """A slip of the pen is told apart from a broken video."""
    (tmp_path / "folder.mp4").mkdir()

    assert ["clip.mp4: there is no such file", "folder.mp4: it is no file"] == [
        _refusal(tmp_path / name) for name in ("clip.mp4", "folder.mp4")
    ]


@pytest.mark.parametrize(
    "playlist",
    [
        "#EXTM3U\n#EXT-X-TARGETDURATION:9\n#EXTINF:9,\nhttp://{place}/a.ts\n#EXT-X-ENDLIST\n",
        "ffconcat version 1.0\nfile 'http://{place}/a.mp4'\n",
    ],
    ids=["hls", "concat"],
)
def test_a_playlist_in_disguise_fetches_nothing(tmp_path: Path, playlist: str) -> None:
    """No file can make us ask another host for something."""
    asked = threading.Event()
    with socket.create_server(("127.0.0.1", 0)) as server:
        server.settimeout(1.0)

        def listen() -> None:
            try:
                server.accept()[0].close()
            except TimeoutError:
                return
            asked.set()

        listener = threading.Thread(target=listen)
        listener.start()
        path = tmp_path / "clip.mp4"
        path.write_text(playlist.format(place=f"127.0.0.1:{server.getsockname()[1]}"), "utf-8")
        refusal = _refusal(path)
        listener.join()

    assert (True, False) == (bool(refusal), asked.is_set())


@pytest.mark.parametrize("flips", [1, 20, 400])
def test_a_damaged_video_never_ends_in_a_crash(make_video: MakeVideo, flips: int) -> None:
    """Bits that flipped on a disk cost pictures at most."""
    content = bytearray(make_video().read_bytes())
    for number in range(flips):
        content[(number * 7919 + 61) % len(content)] ^= 0x5A
    path = make_video()
    path.write_bytes(content)

    try:
        with Clip(path) as clip:
            times = [sample.t_s for sample in clip.samples(per_s=10.0)]
    except UnreadableRecordingError:
        times = []

    assert [] == [pair for pair in itertools.pairwise(times) if pair[0] >= pair[1]]


def test_a_video_without_a_picture_is_refused_in_one_line(make_video: MakeVideo) -> None:
    """A recording that was stopped as it began holds nothing to watch."""
    refused = [_refusal(make_video(name, count=0)) for name in ("none.mp4", "none.avi")]

    assert ["none.mp4", "none.avi"] == [each.partition(":")[0] for each in refused]
    assert [1, 1] == [len(each.splitlines()) for each in refused]


@pytest.mark.parametrize("size", [(0, 0), (0, 64), (0xFFFF, 0xFFFF)], ids=str)
def test_a_video_of_an_impossible_size_is_read_as_it_is_or_refused(
    make_video: MakeVideo, size: tuple[int, int]
) -> None:
    """A header that lies about the pictures' size costs nobody their memory or a traceback."""
    content = make_video().read_bytes()
    at = content.index(b"mp4v", content.index(b"stsd")) + 28
    assert (96, 64) == struct.unpack_from(">HH", content, at)
    path = make_video()
    path.write_bytes(content[:at] + struct.pack(">HH", *size) + content[at + 4 :])

    samples, lines = _looked_at(path)

    assert {sample.picture.shape for sample in samples} <= {(64, 96, 3)}
    assert lines <= 1


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    name=st.sampled_from(["clip.mp4", "clip.avi"]),
    begin=st.floats(0.0, 1.0),
    end=st.floats(0.0, 1.0),
    put=st.binary(max_size=40),
)
def test_a_spliced_video_is_read_or_refused(
    make_video: MakeVideo, name: str, begin: float, end: float, put: bytes
) -> None:
    """A stretch cut out, bytes of something else in its place: pictures in order, or one line."""
    path = make_video(name)
    content = path.read_bytes()
    cut, goes_on = (round(share * len(content)) for share in sorted((begin, end)))
    path.write_bytes(content[:cut] + put + content[goes_on:])

    samples, lines = _looked_at(path)
    times = [sample.t_s for sample in samples]

    assert times == sorted(set(times))
    assert lines <= 1


def _looked_at(path: Path) -> tuple[list[Sample], int]:
    """Give all pictures; or none, and how many lines the refusal has."""
    try:
        with Clip(path) as clip:
            return list(clip.samples(per_s=10.0)), 0
    except UnreadableRecordingError as refusal:
        return [], len(str(refusal).splitlines())


def _refusal(path: Path) -> str:
    with pytest.raises(UnreadableRecordingError) as refused:
        Clip(path)
    return str(refused.value)
