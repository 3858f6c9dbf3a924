"""Serves the built page from the package."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from starlette.exceptions import HTTPException
from starlette.staticfiles import StaticFiles

from unkink.web.answers import answer

if TYPE_CHECKING:
    from starlette.responses import Response
    from starlette.types import Scope

FOREVER: Final = "public, max-age=31536000, immutable"
"""For files whose names change with their contents."""


class PageFiles(StaticFiles):
    """The page's files: named by their contents in `assets`, so those are kept by the browser."""

    async def get_response(self, path: str, scope: Scope) -> Response:
        """Tell the browser how long to keep each file."""
        try:
            response = await super().get_response(path, scope)
        except (HTTPException, ValueError):  # the latter for names no disk takes, as with a NUL
            return answer(404, "There is nothing at this address.", "Go back to the start page.")
        hashed = path.startswith("assets/") and response.status_code < 400
        response.headers["cache-control"] = FOREVER if hashed else "no-cache"
        return response
