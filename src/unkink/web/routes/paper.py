"""What is printed: PDFs to be downloaded."""

from __future__ import annotations

from datetime import date  # noqa: TC003 - FastAPI reads it when it declares the route
from typing import Annotated, Any, Final, Literal

from fastapi import APIRouter, Query, Request
from fastapi.responses import Response
from pydantic import ValidationError

from unkink.core.errors import Invalid
from unkink.web.asking import SEEN_FIRST, Cases
from unkink.web.wire_planning import Wishes

router = APIRouter()

Id = Annotated[str, Query(max_length=64)]
ANSWERS: Final[dict[int | str, dict[str, Any]]] = {
    200: {"content": {"application/pdf": {"schema": {"type": "string", "format": "binary"}}}}
}


@router.get("/handout.pdf", response_class=Response, responses=ANSWERS)
def handout(  # noqa: PLR0913, PLR0917 - each is a query parameter
    request: Request,
    cases: Cases,
    programme: Annotated[str | None, Query(max_length=64)] = None,
    exercise: Annotated[list[Id] | None, Query(max_length=50)] = None,
    minutes: Annotated[float | None, Query(ge=1, le=240)] = None,
    wishes: Annotated[str, Query(max_length=8000)] = "{}",
    paper: Literal["a4", "letter"] = "a4",
    large: bool = False,  # noqa: FBT001, FBT002 - a query parameter
) -> Response:
    """Print a programme or exercises, with the page's own figures."""
    from unkink.documents import Wish, print_handout  # noqa: PLC0415 - the first page does without

    wish = Wish(
        programme=programme,
        exercises=tuple(exercise or ()),
        minutes=minutes,
        wishes=_read(wishes).as_wishes(),
        paper=paper,
        large=large,
        address=str(request.base_url),
    )
    printed = print_handout(cases, wish)
    return _pdf(printed.pdf, printed.file_name)


@router.get("/report.pdf", response_class=Response, responses=ANSWERS, dependencies=[SEEN_FIRST])
def report(
    cases: Cases,
    first: date | None = None,
    last: date | None = None,
    name: Annotated[str, Query(max_length=120)] = "",
    paper: Literal["a4", "letter"] = "a4",
) -> Response:
    """Print some weeks for a clinician."""
    from unkink.documents import ReportWish, print_report  # noqa: PLC0415 - likewise

    printed = print_report(cases, ReportWish(first=first, last=last, name=name, paper=paper))
    return _pdf(printed.pdf, printed.file_name)


def _read(wishes: str) -> Wishes:
    # A link can't carry a message of its own, so the plan's wishes come in its address.
    try:
        return Wishes.model_validate_json(wishes)
    except ValidationError as error:
        raise Invalid("These wishes can't be understood.", "Print from the plan.") from error


def _pdf(pdf: bytes, file_name: str) -> Response:
    # Downloaded rather than shown: not every browser's own viewer runs under our policy.
    headers = {"Content-Disposition": f'attachment; filename="{file_name}"'}
    return Response(pdf, media_type="application/pdf", headers=headers)
