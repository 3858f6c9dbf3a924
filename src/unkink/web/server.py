"""The server of the page: routes, errors and guards, put together."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fastapi import FastAPI

import unkink
from unkink.web import api, pictures, refusals

if TYPE_CHECKING:
    from unkink.app import UseCases


def create_app(cases: UseCases) -> FastAPI:
    """Put the server together around the use cases; nothing runs yet."""
    server = FastAPI(
        title="Unkink",
        version=unkink.__version__,
        openapi_url="/api/openapi.json",
        docs_url=None,
        redoc_url=None,
    )
    server.state.cases = cases
    refusals.install(server)
    server.include_router(api.router)
    server.include_router(pictures.router)
    return server
