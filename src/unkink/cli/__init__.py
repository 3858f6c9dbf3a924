"""The command line: one module per command, registered here."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

import typer
from typer.exceptions import TyperException

from unkink.cli import (
    backup,
    check,
    demo,
    exercises,
    export,
    handout,
    import_,
    picture,
    plan,
    progress,
    replay,
    report,
    score,
    serve,
    session,
    teach,
    trust,
)
from unkink.cli.common import Data, Refused
from unkink.core import errors

if TYPE_CHECKING:
    from collections.abc import Sequence

INTERRUPTED = 130
"""What a shell expects of a command that was stopped with Ctrl-C."""

app = typer.Typer(
    help="A private coach for a stiff lower back, at home, on your own machine.",
    no_args_is_help=False,
    add_completion=False,
    rich_markup_mode="markdown",  # paragraphs as wide as the terminal
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)


@app.callback(invoke_without_command=True)
def start(context: typer.Context, data: Data = None) -> None:
    """Start the coach."""
    context.obj = data
    if context.invoked_subcommand is None:
        serve.serve(data=data)


app.command("exercises")(exercises.exercises)
app.command("session")(session.session)
app.command("plan")(plan.plan)
app.command("check")(check.check)
app.command("teach")(teach.teach)
app.command("picture")(picture.picture)
app.command("handout")(handout.handout)
app.command("progress")(progress.progress)
app.command("demo")(demo.demo)
app.command("export")(export.export)
app.command("import")(import_.import_)
app.command("report")(report.report)
app.command("backup")(backup.backup)
app.command("restore")(backup.restore)
app.command("trust")(trust.trust)
app.command("serve")(serve.serve)
app.command("replay")(replay.replay)
app.command("score")(score.score)


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the command that was asked for and exit: 0 done, 1 refused with a reason, 2 misused."""
    sys.exit(run(arguments))


def run(arguments: Sequence[str] | None = None) -> int:
    """Run a command and return its exit status; whatever goes wrong is one line on stderr."""
    try:
        status = app(arguments, prog_name="unkink", standalone_mode=False)
    except TyperException as error:
        return _complain(f"{error.format_message()} (`unkink --help` tells more.)", status=2)
    except (Refused, errors.Refused) as refused:
        return _complain(str(refused), status=1)
    except (typer.Abort, KeyboardInterrupt):
        return INTERRUPTED
    except BrokenPipeError:
        # Whoever read our output has seen enough; Python must not complain while it flushes.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except Exception as bug:
        if os.environ.get("UNKINK_DEBUG"):
            raise
        name = type(bug).__name__
        return _complain(
            f"this should not have happened ({name}: {bug}). UNKINK_DEBUG=1 shows where.", status=1
        )
    return status if isinstance(status, int) else 0


def _complain(message: str, *, status: int) -> int:
    typer.echo("unkink: " + " ".join(message.split()), err=True)
    return status
