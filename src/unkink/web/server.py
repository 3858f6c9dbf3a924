"""The API's server: routes and errors, put together."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fastapi import FastAPI

import unkink
from unkink.web import live, live_messages, pictures, pose_model, refusals, routes
from unkink.web.gallery import Gallery
from unkink.web.lookout import Lookout

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
    server.state.lookout = Lookout(cases)
    refusals.install(server)
    server.include_router(routes.router)
    server.include_router(pictures.router)
    server.include_router(live.router)
    server.include_router(pose_model.router)
    _describe_live(server)
    return server


def _describe_live(server: FastAPI) -> None:
    # OpenAPI has no word for sockets: their messages are told as webhooks, for the page's types.
    @server.webhooks.post("live-from-page")
    def from_page(_message: live_messages.FromPage) -> None:
        """Tell the live socket what is being done; see docs/live.md."""

    @server.webhooks.post("live-to-page")
    def to_page(_message: live_messages.ToPage) -> None:
        """Hear from the live socket what was seen; see docs/live.md."""
