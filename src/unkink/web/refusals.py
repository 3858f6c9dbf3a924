"""Every error of the API becomes one clear line and what to do, with the right status."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING, Any, Final

from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException

from unkink.core.errors import Conflict, FolderRefused, Invalid, NotCleared, NotFound, Refused
from unkink.web.answers import answer
from unkink.web.wire_base import Refusal

if TYPE_CHECKING:
    from fastapi import FastAPI, Request
    from starlette.responses import JSONResponse

log = logging.getLogger(__name__)

STATUS: Final[dict[type[Refused], int]] = {
    NotFound: 404,
    NotCleared: 409,
    Conflict: 409,
    Invalid: 422,
    FolderRefused: 503,
}

RESPONSES: Final[dict[int | str, dict[str, Any]]] = {
    "4XX": {"model": Refusal, "description": "Refused, with the reason and what to do."},
    "5XX": {"model": Refusal, "description": "It failed; nothing of it was kept."},
}

SENTENCES: Final[dict[int, tuple[str, str]]] = {
    400: ("What was sent can't be read.", "Reload the page; if it happens again, tell us."),
    404: ("There is nothing at this address.", "Go back to the start page."),
    405: ("This address does not take that kind of request.", "See /api/openapi.json."),
}


def install(api: FastAPI) -> None:
    """Map each family of errors once."""

    @api.exception_handler(Refused)
    async def refused(_request: Request, refusal: Refused) -> JSONResponse:
        status = STATUS[type(refusal)]
        return answer(status, refusal.error, refusal.what_to_do, about=refusal.about)

    @api.exception_handler(RequestValidationError)
    async def misread(_request: Request, problem: RequestValidationError) -> JSONResponse:
        return answer(422, _in_one_line(problem), "Reload the page; if it happens again, tell us.")

    @api.exception_handler(HTTPException)
    async def http(_request: Request, problem: HTTPException) -> JSONResponse:
        error, what_to_do = SENTENCES.get(problem.status_code, (str(problem.detail), "Try again."))
        return answer(problem.status_code, error, what_to_do)

    @api.exception_handler(Exception)
    async def bug(request: Request, problem: Exception) -> JSONResponse:
        log.error("%s %s failed", request.method, request.url.path, exc_info=problem)
        return answer(
            500,
            "Something went wrong inside Unkink.",
            "Your record is safe. Try again; if it happens again, restart Unkink.",
        )


def _in_one_line(problem: RequestValidationError) -> str:
    first = problem.errors()[0]
    where = ".".join(str(part) for part in first["loc"] if part != "body")
    if first["type"] == "json_invalid":
        return "What was sent is not JSON."
    return f"{where or 'The request'}: {first['msg']}."
