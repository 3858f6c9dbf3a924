"""The API's server: routes and errors, put together."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fastapi import FastAPI

import unkink
from unkink.web import api, pictures, refusals
from unkink.web.gallery import Gallery

if TYPE_CHECKING:
    from unkink.app import UseCases


def create_api(cases: UseCases) -> FastAPI:
    """Put the API together around the use cases; it is served behind `opening.guarded` only."""
    server = FastAPI(
        title="Unkink",
        version=unkink.__version__,
        openapi_url="/api/openapi.json",
        docs_url=None,
        redoc_url=None,
    )
    server.state.cases = cases
    server.state.gallery = Gallery(cases.exercises)
    refusals.install(server)
    server.include_router(api.router)
    server.include_router(pictures.router)
    return server
