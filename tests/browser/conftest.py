"""A real server on a port of its own, and a real Chromium that is watched at every step."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

import cv2
import pytest
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright
from tests.painted import PER_S, bridges

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

CHROMIUM = Path("/usr/bin/chromium")
FLAGS = ["--no-sandbox", "--disable-quic", "--disable-background-networking"]
UNKINK = Path(sys.executable).with_name("unkink")

CSP_WATCH = """
document.addEventListener("securitypolicyviolation", (event) =>
  console.error(`policy: ${event.violatedDirective} ${event.blockedURI}`));
"""


@dataclass
class Server:
    """Unkink serving one data folder, which can be stopped and started again."""

    data: Path
    port: int = 0
    process: subprocess.Popen[str] | None = None

    @property
    def url(self) -> str:
        """Where the page is."""
        return f"http://127.0.0.1:{self.port}"

    def start(self) -> None:
        """Start it, and wait until it says where it is."""
        self.process = subprocess.Popen(  # noqa: S603 - our own command
            [UNKINK, "serve", "--no-browser", "--port", str(self.port), "--data", self.data],
            stdout=subprocess.PIPE,
            text=True,
        )
        assert self.process.stdout is not None
        for line in self.process.stdout:
            if "http://" in line:
                self.port = urlsplit(line[line.index("http://") :].split()[0]).port or 0
                return
        self.stop()
        pytest.fail("unkink serve ended before it said where it is", pytrace=False)

    def stop(self) -> None:
        """End it as a power cut would."""
        if self.process is not None:
            self.process.kill()
            self.process.communicate()
            self.process = None


@pytest.fixture
def server(tmp_path: Path) -> Iterator[Server]:
    """Someone's first start: an empty data folder, served."""
    served = Server(tmp_path / "data")
    served.start()
    yield served
    served.stop()


@pytest.fixture(scope="session")
def chromium_alone() -> Iterator[Browser]:
    """Start a real browser; without one these promises can't be kept, so nothing is skipped."""
    if not CHROMIUM.exists():
        pytest.fail(f"{CHROMIUM} is missing: sudo apt install chromium", pytrace=False)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def chromium(chromium_alone: Browser) -> Browser:
    """Take the browser without a webcam; modules that need one start their own."""
    return chromium_alone


FAKE_CAMERA_PER_S = 30
FAKE_CAMERA = ["--use-fake-ui-for-media-stream", "--use-fake-device-for-media-stream"]


def before_a_webcam(chromium: Browser, seen: Path) -> Browser:
    """Start another browser, whose webcam shows a film, again and again."""
    return chromium.browser_type.launch(
        executable_path=CHROMIUM,
        args=[*FLAGS, *FAKE_CAMERA, f"--use-file-for-fake-video-capture={seen}"],
    )


def write_webcam(pictures: Iterable[Any], per_s: float, out: Path) -> Path:
    """Write pictures as Chromium's fake webcam wants them: JPEG after JPEG, thirty a second."""
    again = round(FAKE_CAMERA_PER_S / per_s)
    with out.open("wb") as file:
        for picture in pictures:
            packed = cv2.imencode(".jpg", picture, [cv2.IMWRITE_JPEG_QUALITY, 90])[1].tobytes()
            file.write(packed * again)
    return out


@pytest.fixture(scope="session")
def bridges_seen(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Film somebody painted who does the bridge three times."""
    out = tmp_path_factory.mktemp("webcam") / "bridges.mjpeg"
    return write_webcam(bridges(times=3), PER_S, out)


@dataclass
class Watch:
    """What no page of ours may ever do; looked at when the test is over."""

    server: Server
    strangers: list[str] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)
    expected: tuple[str, ...] = ()
    """What the browser may complain of, because the test provokes it."""

    def over(self, page: Page) -> None:
        """Begin to watch a page."""
        page.on("request", lambda request: self._asked(request.url))
        page.on("console", lambda said: self._said(said.type, said.text))
        page.on("pageerror", lambda error: self.complaints.append(str(error)))

    def _asked(self, url: str) -> None:
        if not url.startswith((f"{self.server.url}/", "data:", "blob:")):
            self.strangers.append(url)

    def _said(self, kind: str, text: str) -> None:
        if any(words in text for words in self.expected):
            return
        if kind in {"error", "warning"}:
            self.complaints.append(text)


Opened = tuple[Page, Watch]


@pytest.fixture
def open_page(chromium: Browser, server: Server) -> Iterator[Callable[..., Opened]]:
    """Open the page as a device shows it; every request and complaint is held against it."""
    contexts: list[BrowserContext] = []
    watches: list[Watch] = []

    def open_one(path: str = "/", **device: object) -> Opened:
        context = chromium.new_context(**device)  # type: ignore[arg-type]  # the caller's device
        context.add_init_script(CSP_WATCH)
        context.set_default_timeout(60_000)
        contexts.append(context)
        page = context.new_page()
        watch = Watch(server)
        watches.append(watch)
        watch.over(page)
        page.goto(server.url + path)
        return page, watch

    yield open_one
    for context in contexts:
        context.close()
    assert [] == [url for watch in watches for url in watch.strangers]
    assert [] == [said for watch in watches for said in watch.complaints]
