"""How a route comes by the use cases."""

from __future__ import annotations

from typing import Annotated, Final

from fastapi import Depends, Request

from unkink.app import UseCases


def use_cases(request: Request) -> UseCases:
    """Tell the use cases this server was made around."""
    cases = request.app.state.cases
    assert isinstance(cases, UseCases)  # noqa: S101 - put there by create_app
    return cases


async def what_was_seen(request: Request) -> None:
    """Let what the camera saw get onto the record first."""
    await request.app.state.lookout.kept()


SEEN_FIRST: Final = Depends(what_was_seen)
"""For routes that tell what was done."""

Cases = Annotated[UseCases, Depends(use_cases)]
