"""How a route comes by the use cases."""

from __future__ import annotations

from typing import Annotated

from fastapi import Depends, Request

from unkink.app import UseCases


def use_cases(request: Request) -> UseCases:
    """Tell the use cases this server was made around."""
    cases = request.app.state.cases
    assert isinstance(cases, UseCases)  # noqa: S101 - put there by create_app
    return cases


Cases = Annotated[UseCases, Depends(use_cases)]
