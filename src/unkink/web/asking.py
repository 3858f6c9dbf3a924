"""How a route comes by the use cases."""

from __future__ import annotations

import json
from contextlib import suppress
from typing import Annotated, Final

from fastapi import Depends, Request

from unkink.app import UseCases
from unkink.core.errors import Invalid


def use_cases(request: Request) -> UseCases:
    """Tell the use cases this server was made around."""
    cases = request.app.state.cases
    assert isinstance(cases, UseCases)  # noqa: S101 - put there by create_app
    return cases


async def what_was_seen(request: Request) -> None:
    """Let what the camera saw get onto the record first."""
    await request.app.state.lookout.kept()


async def said_once(request: Request) -> None:
    """Refuse a message that says a thing twice: JSON itself would let the last one win."""
    if "json" not in request.headers.get("content-type", ""):
        return
    # What is no JSON at all is refused where the message is read.
    with suppress(UnicodeDecodeError, json.JSONDecodeError, RecursionError):
        json.loads(await request.body(), object_pairs_hook=_once)


def _once(pairs: list[tuple[str, object]]) -> dict[str, object]:
    names = [name for name, _ in pairs]
    if len(set(names)) < len(names):
        twice = next(name for name in names if names.count(name) > 1)
        what_to_do = "Reload the page; if it happens again, tell us."
        raise Invalid(f"“{twice[:40]}” is there twice.", what_to_do)
    return dict(pairs)


SAID_ONCE: Final = Depends(said_once)
"""For every route that takes a message."""

SEEN_FIRST: Final = Depends(what_was_seen)
"""For routes that tell what was done."""

Cases = Annotated[UseCases, Depends(use_cases)]
