"""`unkink trust`: watch Unkink at work, and see whom it speaks to."""

from __future__ import annotations

import http.client
import json
import threading
import time
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any, Final

import typer

from unkink.cli.common import Refused
from unkink.cli.trust_watch import Spoken, Watch

if TYPE_CHECKING:
    from collections.abc import Iterator

    from uvicorn import Server

PATIENCE_S: Final = 60.0

SHOWS: Final = (
    "What this shows: the server did all of this on this machine and opened no connection "
    "to any other, nor asked for one by name."
)
SHOWS_NOT: Final = (
    "What it does not show: what your browser, your system or other programs do by themselves; "
    "nor what another version of Unkink would do. The page is told by the server to speak to "
    "nobody else; the browser sees to it:"
)


def trust() -> None:
    """
    Watch Unkink at work, and see whom it speaks to: nobody but this machine.

    A server starts on a free port with an empty folder, a session is done, and the record leaves in
    every format, while every connection this program makes is noted. Nothing of yours is touched.
    """
    typer.echo("Watching Unkink at work, with an empty folder of its own:")
    with (
        TemporaryDirectory(prefix="unkink-trust-") as folder,
        Watch() as spoken,
        _served(Path(folder)) as port,
    ):
        policy = _use(_Visitor(port))
    _tell(spoken, policy)


class _Visitor:
    """Asks the server what a page asks it."""

    def __init__(self, port: int) -> None:
        self._port = port
        self.policy = ""

    def ask(self, method: str, path: str, sent: Any = None) -> Any:
        """Ask one thing; refused when the server does not answer as it should."""
        body = None if sent is None else json.dumps(sent)
        connection = http.client.HTTPConnection("127.0.0.1", self._port, timeout=PATIENCE_S)
        try:
            headers = {"content-type": "application/json"} if body else {}
            connection.request(method, path, body, headers)
            answer = connection.getresponse()
            content = answer.read()
        finally:
            connection.close()
        if answer.status >= 300:
            message = f"{path} was answered with {answer.status}: {content[:200]!r}"
            raise Refused(message)
        self.policy = answer.headers.get("content-security-policy", self.policy)
        kind = answer.headers.get("content-type", "")
        return json.loads(content) if kind.startswith("application/json") else content


@contextmanager
def _served(folder: Path) -> Iterator[int]:
    from uvicorn import Config, Server  # noqa: PLC0415 - `unkink --help` starts fast

    from unkink.bootstrap import open_use_cases  # noqa: PLC0415 - likewise
    from unkink.web.opening import Opening, guarded  # noqa: PLC0415 - likewise
    from unkink.web.serve import Address, listen  # noqa: PLC0415 - likewise
    from unkink.web.server import create_api  # noqa: PLC0415 - likewise

    listening = listen(Address(host="127.0.0.1", port=0))
    app = guarded(Opening(lambda: create_api(open_use_cases(folder))))
    server = Server(Config(app, log_level="error", access_log=False))
    thread = threading.Thread(target=server.run, kwargs={"sockets": [listening]}, daemon=True)
    thread.start()
    try:
        yield listening.getsockname()[1]
    finally:
        _stop(server, thread)
        listening.close()


def _stop(server: Server, thread: threading.Thread) -> None:
    server.should_exit = True
    thread.join(PATIENCE_S)


def _use(visitor: _Visitor) -> str:
    """Do what a person does in the page, and say so line by line."""
    _say("the page and its parts are loaded")
    page = visitor.ask("GET", "/").decode()
    for part in page.split('"'):
        if part.startswith(("/assets/", "./assets/")):
            visitor.ask("GET", part.removeprefix("."))
    _say("the safety questions are answered, and a session is done")
    asked = visitor.ask("GET", "/api/screening")
    noes = dict.fromkeys(asked["ask"], False)
    visitor.ask("POST", "/api/screening", {"version": asked["version"], "answers": noes})
    wanted = {"programme": "gentle", "pain": 2, "stiffness": 3}
    started = visitor.ask("POST", "/api/sessions", wanted)
    session = f"/api/sessions/{started['session_id']}"
    visitor.ask("POST", f"{session}/events", list(_events(started["schedule"])))
    visitor.ask("POST", f"{session}/finish", {"pain": 2, "felt": "better"})
    _say("the record, progress, plan and pictures are looked at")
    exercises = [each["id"] for each in visitor.ask("GET", "/api/catalogue")["exercises"]]
    for path in ("today", "record", "progress", *(f"pictures/{each}.svg" for each in exercises)):
        visitor.ask("GET", f"/api/{path}")
    _say("the record leaves in every format, on paper and as a backup")
    formats = [each["id"] for each in visitor.ask("GET", "/api/keeping/formats")]
    exports = (f"keeping/export/{each}" for each in formats)
    for path in (*exports, "keeping/backup", "report.pdf", "handout.pdf?programme=gentle"):
        visitor.ask("GET", f"/api/{path}")
    _say("everything is deleted")
    visitor.ask("POST", "/api/keeping/erase", {"words": "delete everything"})
    time.sleep(0.2)
    return visitor.policy


def _events(schedule: Any) -> Iterator[dict[str, Any]]:
    at = datetime.now(UTC).isoformat()
    for index, segment in enumerate(schedule["segments"]):
        yield {
            "seq": index + 1,
            "position_s": segment["end_s"],
            "at": at,
            "kind": "segment_done",
            "data": {"segment": index},
        }


def _say(words: str) -> None:
    typer.echo(f"  - {words}")


def _tell(spoken: Spoken, policy: str) -> None:
    typer.echo(f"Connections from this machine to itself: {spoken.here}.")
    if spoken.looked:
        typer.echo(f"Looked {spoken.looked} times at the system's own list of connections.")
    else:
        typer.echo(
            "This system has no list of connections to look at; Python's word is all there is."
        )
    if spoken.outside:
        message = f"Unkink spoke to others: {', '.join(sorted(spoken.outside))}. Please tell us."
        raise Refused(message)
    typer.echo("Connections to anybody else: none.\n")
    typer.echo(SHOWS)
    typer.echo(SHOWS_NOT)
    typer.echo(f"  {policy}")
