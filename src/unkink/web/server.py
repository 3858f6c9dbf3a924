"""The server of the page: routes, errors and guards, put together."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final

from fastapi import FastAPI
from starlette.middleware.gzip import GZipMiddleware

import unkink
from unkink.web import api, pictures, refusals
from unkink.web.gallery import Gallery
from unkink.web.guard import Guard
from unkink.web.page_files import PageFiles

if TYPE_CHECKING:
    from unkink.app import UseCases

PAGE: Final = Path(__file__).parent / "page"


def create_app(cases: UseCases, page: Path = PAGE) -> FastAPI:
    """Put the server together around the use cases; nothing runs yet."""
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
    if page.is_dir():
        server.mount("/", PageFiles(directory=page, html=True))
    server.add_middleware(GZipMiddleware, minimum_size=1000, compresslevel=6)
    server.add_middleware(Guard)
    return server
