"""The command line."""

from __future__ import annotations

import typer

app = typer.Typer(no_args_is_help=False, add_completion=False)


@app.callback(invoke_without_command=True)
def start() -> None:
    """Start the coach."""


def main() -> None:
    """Run the command that was asked for."""
    app()
