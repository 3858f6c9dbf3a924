"""The routes of what a person looks at: exercises, pictures and films."""

from __future__ import annotations

import gzip
from typing import TYPE_CHECKING, Annotated

from fastapi import APIRouter, Depends, Query, Request
from fastapi.responses import Response

from unkink.web import reading, refusals, wire_exercises
from unkink.web.asking import Cases
from unkink.web.gallery import FilmSide, Gallery, Side, no_exercise

if TYPE_CHECKING:
    from unkink.web.gallery import Painted

router = APIRouter(prefix="/api", responses=refusals.RESPONSES)


def _gallery(request: Request) -> Gallery:
    gallery = request.app.state.gallery
    assert isinstance(gallery, Gallery)  # noqa: S101 - put there by create_app
    return gallery


Pictures = Annotated[Gallery, Depends(_gallery)]


@router.get("/catalogue")
def catalogue(cases: Cases) -> wire_exercises.Catalogue:
    """Tell every exercise, in short."""
    return reading.read_catalogue(cases.exercises.values(), cases.problems)


@router.get("/exercises/{exercise}")
def one_exercise(cases: Cases, exercise: str) -> wire_exercises.ExerciseDetail:
    """Tell everything a person reads about one exercise."""
    found = cases.exercises.get(exercise)
    if found is None:
        raise no_exercise(exercise)
    return reading.read_exercise(found)


@router.get(
    "/pictures/{exercise}.svg",
    response_class=Response,
    responses={200: {"content": {"image/svg+xml": {"schema": {"type": "string"}}}}},
)
def picture(
    request: Request,
    gallery: Pictures,
    exercise: str,
    movement: Annotated[str, Query(max_length=64)] = "main",
    pose: Annotated[str | None, Query(max_length=64)] = None,
    side: Side = "left",
) -> Response:
    """Draw one pose; without a name, the one that shows the movement best."""
    return _sent(request, gallery.picture(exercise, movement, pose, side), "image/svg+xml")


@router.get("/films/{exercise}/{movement}/{side}", response_model=wire_exercises.Film)
def film(
    request: Request,
    gallery: Pictures,
    exercise: str,
    movement: str,
    side: FilmSide,
    range_fraction: Annotated[float, Query(alias="range", gt=0, le=1)] = 1.0,
) -> Response:
    """Draw one movement on one side, ready to be played."""
    painted = gallery.film(exercise, movement, side, range_fraction)
    return _sent(request, painted, "application/json")


def _sent(request: Request, painted: Painted, media_type: str) -> Response:
    # Kept by the browser, but asked about each time: an exercise file may have changed.
    headers = {
        "ETag": f'"{painted.mark}"',
        "Cache-Control": "private, no-cache",
        "Vary": "Accept-Encoding",
    }
    if painted.mark in request.headers.get("if-none-match", ""):
        return Response(status_code=304, headers=headers)
    if "gzip" not in request.headers.get("accept-encoding", ""):
        return Response(gzip.decompress(painted.packed), media_type=media_type, headers=headers)
    headers["Content-Encoding"] = "gzip"
    return Response(painted.packed, media_type=media_type, headers=headers)
