"""The messages about exercises: what a person reads and looks at."""

from __future__ import annotations

from typing import Literal

from unkink.web.wire_base import Told


class Dose(Told):
    """How much: a low and a high end, equal where there is one figure."""

    words: str
    """As its source says it."""
    in_words: str
    """Its numbers, as one would say them."""
    hold_s: tuple[float, float]
    reps: tuple[int, int]
    sets: tuple[int, int]
    ours: list[str]
    """What the source leaves open, so that the figure is our judgement."""


class Level(Told):
    """One of four steps from easiest (L0) to the article's own (L3)."""

    name: str
    title: str
    in_words: list[str]
    """What is done at this level, movement by movement."""
    dose: Dose
    movements: list[str]
    range_fraction: float
    instead: str | None
    note: str


class Movement(Told):
    """One way the body moves, as a person reads it."""

    key: str
    name: str
    steps: list[str]
    get_ready: str
    start: str
    start_words: str
    sides: Literal["both", "alternating", "one_then_other"]
    sides_words: str
    view: str
    view_words: str
    """Where the camera stands."""
    props: list[str]
    """What is needed, in words."""
    unseen: str
    corrections: list[str]
    """The kind words for what often goes wrong."""
    picture: str
    films: dict[str, str]
    """Side -> URL of its film."""


class ExerciseSummary(Told):
    """One exercise, for browsing."""

    id: str
    name: str
    article: str
    kind: str
    kind_words: str
    purpose: str
    start: str
    start_words: str
    equipment: list[str]
    """In words."""
    picture: str


class ExerciseDetail(ExerciseSummary):
    """Everything a person reads about one exercise."""

    muscles: list[str]
    cautions: list[str]
    breathing: str
    needs_warm_up: bool
    sources: list[str]
    article_dose: Dose | None
    levels: list[Level]
    movements: list[Movement]


class Problem(Told):
    """Something wrong in an exercise file."""

    file: str
    key: str
    message: str


class Catalogue(Told):
    """Every exercise there is, and what is wrong with those that could not be read."""

    exercises: list[ExerciseSummary]
    problems: list[Problem]


class Shape(Told):
    """One shape of a picture; presentation attributes only."""

    id: str
    commands: str
    """The letters of its SVG path, such as `MCCCZ`; the numbers are in the frames."""
    fill: str
    stroke: str
    stroke_width: float
    opacity: float
    paint_order: str


class FilmFrame(Told):
    """One moment of a film."""

    order: list[int]
    """Shape numbers from back to front."""
    numbers: list[list[float]]
    """For each shape the numbers of its path."""


class Film(Told):
    """One movement on one side; position k is "arrived at stage k's pose", 0 the start pose."""

    view_box: tuple[float, float, float, float]
    defs: str
    shapes: list[Shape]
    frames_per_stage: int
    stages: int
    frames: list[FilmFrame]
