"""The routes of what a person looks at: exercises, pictures and films."""

from __future__ import annotations

from typing import Annotated, Literal

from fastapi import APIRouter, Path, Query, Request
from fastapi.responses import Response

from unkink.web import refusals, wire_exercises

router = APIRouter(prefix="/api", responses=refusals.RESPONSES)

Id = Annotated[str, Path(pattern=r"^[A-Za-z0-9_-]{1,64}$")]
Side = Literal["left", "right"]


@router.get("/catalogue")
def catalogue() -> wire_exercises.Catalogue:
    """Tell every exercise, in short."""
    raise NotImplementedError


@router.get("/exercises/{exercise}")
def one_exercise(exercise: Id) -> wire_exercises.ExerciseDetail:
    """Tell everything a person reads about one exercise."""
    raise NotImplementedError(exercise)


@router.get(
    "/pictures/{exercise}.svg",
    response_class=Response,
    responses={200: {"content": {"image/svg+xml": {"schema": {"type": "string"}}}}},
)
def picture(
    request: Request,
    exercise: Id,
    movement: str = "main",
    pose: str | None = None,
    side: Side = "left",
) -> Response:
    """Draw one pose; without a name, the one that shows the movement best."""
    raise NotImplementedError(request, exercise, movement, pose, side)


@router.get("/films/{exercise}/{movement}/{side}", response_model=wire_exercises.Film)
def film(
    request: Request,
    exercise: Id,
    movement: Id,
    side: Side,
    range_fraction: Annotated[float, Query(alias="range", gt=0, le=1)] = 1.0,
) -> Response:
    """Draw one movement on one side, ready to be played."""
    raise NotImplementedError(request, exercise, movement, side, range_fraction)
