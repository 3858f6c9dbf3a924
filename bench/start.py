"""
How long until a person sees the first page, and how much is sent for it.

Promises: start to first page at most 1 s after set-up; the first page at most 150 kB compressed.
The page is there once `index.html` and every file it names have arrived; Today can be shown once
the API has answered as well. Run: `python bench/start.py`
"""

from __future__ import annotations

import gzip
import re
import statistics
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.request import ProxyHandler, Request, build_opener

if TYPE_CHECKING:
    from typing import IO

TIMES = 7
FIRST_PAGE_S = 1.0
FIRST_PAGE_KB = 150.0
NAMED = re.compile(r"""(?:src|href)="\./?([^"]+)\"""")

straight = build_opener(ProxyHandler({}))


@dataclass(frozen=True)
class Start:
    """One start: seconds from the command to each moment, and what was sent until then."""

    page_s: float
    today_s: float
    sent_kb: float


def main() -> int:
    """Start a few times, tell the medians, and return 1 when a promise is broken."""
    with tempfile.TemporaryDirectory() as folder:
        _start(folder)  # makes the record and compiles the code: part of setting up
        starts = [_start(folder) for _ in range(TIMES)]
    page_s = statistics.median(start.page_s for start in starts)
    today_s = statistics.median(start.today_s for start in starts)
    sent_kb = starts[-1].sent_kb
    print(f"start to first page   {page_s:6.2f} s   (promised: {FIRST_PAGE_S} s)")
    print(f"start to Today's data {today_s:6.2f} s")
    print(f"first page            {sent_kb:6.1f} kB  (promised: {FIRST_PAGE_KB} kB compressed)")
    return int(page_s > FIRST_PAGE_S or sent_kb > FIRST_PAGE_KB)


def _start(folder: str) -> Start:
    began = time.perf_counter()
    command = [sys.executable, "-m", "unkink", "serve", "--no-browser", "--port", "0"]
    with subprocess.Popen(  # noqa: S603 - our own command
        [*command, "--data", folder], stdout=subprocess.PIPE, text=True
    ) as server:
        assert server.stdout is not None  # noqa: S101 - asked for above
        url = _url(server.stdout)
        index, sent = _fetch(url)
        names = dict.fromkeys(NAMED.findall(index.decode()))
        sent += sum(_fetch(url + name)[1] for name in names)
        page_s = time.perf_counter() - began
        _fetch(f"{url}api/today")
        today_s = time.perf_counter() - began
        server.terminate()
    return Start(page_s, today_s, sent / 1000)


def _url(said: IO[str]) -> str:
    found = re.search(r"http://\S+/", said.readline())
    if found is None:
        sys.exit("The server did not say where it is.")
    return found[0]


def _fetch(url: str) -> tuple[bytes, int]:
    """Fetch a file as a browser does; return it unpacked, and how many bytes came."""
    request = Request(url, headers={"Accept-Encoding": "gzip"})  # noqa: S310 - our own server
    with straight.open(request) as response:
        raw = response.read()
        packed = response.headers.get("Content-Encoding") == "gzip"
    return (gzip.decompress(raw) if packed else raw), len(raw)


if __name__ == "__main__":
    sys.exit(main())
