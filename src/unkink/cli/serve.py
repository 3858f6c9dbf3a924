"""`unkink serve`: the page, on this machine."""

from __future__ import annotations

from typing import Annotated

import typer

from unkink.cli.common import Data, data_folder

Host = Annotated[str, typer.Option(help="The address to listen on; this machine's own only.")]
Port = Annotated[
    int, typer.Option(min=0, max=65_535, help="The port to listen on; 0 takes any free one.")
]
Browser = Annotated[
    bool, typer.Option("--browser/--no-browser", help="Whether to open the page in a browser.")
]

HOST = "127.0.0.1"
PORT = 8765


def serve(
    host: Host = HOST,
    port: Port = PORT,
    browser: Browser = True,  # noqa: FBT002 - always given by name, as --browser
    data: Data = None,
) -> None:
    """Start the server and open the page; this is what `unkink` alone does."""
    from unkink.web import serve as server  # noqa: PLC0415 - commands start fast

    address = server.Address(host=host, port=port)
    server.serve(data_folder(data), address, browser=browser, say=typer.echo)
