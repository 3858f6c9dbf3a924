"""What the page sends about what to do today; what is told stands in `told_plan`."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from unkink.core.definition.exercise import LevelName, Position, Prop
from unkink.core.history import entries
from unkink.core.plan import person
from unkink.web.wire_base import Sent, Word

Minutes = Annotated[float, Field(gt=0, le=240, allow_inf_nan=False)]


class Wishes(Sent):
    """What is to be otherwise in the plan of the day."""

    without: list[Word] = Field(default=[], max_length=40)
    wanted: list[Word] = Field(default=[], max_length=40)
    steps: dict[Word, Annotated[int, Field(ge=-40, le=1, strict=True)]] = Field(
        default={}, max_length=40
    )
    """By exercise: how many steps easier (below 0), or one harder."""

    def as_wishes(self) -> person.Wishes:
        """Tell them in the plan's own words."""
        return person.Wishes(
            without=frozenset(self.without), wanted=frozenset(self.wanted), steps=self.steps
        )


class PlanAsked(Sent):
    """A look at the plan of the day."""

    minutes: Minutes | None = None
    wishes: Wishes = Wishes()


class SaidProfile(Sent):
    """What a person tells about themselves; conditions are told with the safety questions."""

    cannot: list[Position] = Field(default=[], max_length=6)
    has: list[Prop] = Field(default=[], max_length=6)
    avoids: list[Word] = Field(default=[], max_length=40)
    prefers: list[Word] = Field(default=[], max_length=40)
    minutes: Annotated[int, Field(ge=5, le=60, strict=True)]
    days_a_week: Annotated[int, Field(ge=1, le=7, strict=True)]

    def as_profile(self) -> entries.Profile:
        """Tell it in the record's own words."""
        return entries.Profile(
            cannot=tuple(self.cannot),
            has=tuple(self.has),
            avoids=tuple(self.avoids),
            prefers=tuple(self.prefers),
            minutes=self.minutes,
            days_a_week=self.days_a_week,
        )


class SaidBound(Sent):
    """What a clinician set for one exercise."""

    excluded: Annotated[bool, Field(strict=True)] = False
    most_level: LevelName | None = None
    most_hold_s: Annotated[float, Field(gt=0, le=600, allow_inf_nan=False)] | None = None
    most_range: Annotated[float, Field(gt=0, le=1, allow_inf_nan=False)] | None = None


class SaidBounds(Sent):
    """What a clinician set; without anything in it all bounds are lifted."""

    by: str = Field(default="", max_length=120)
    until: Annotated[str, Field(pattern=r"^(\d{4}-\d\d-\d\d)?$")] = ""
    exercises: dict[Word, SaidBound] = Field(default={}, max_length=60)
    most_minutes: Annotated[int, Field(ge=1, le=240, strict=True)] | None = None
    note: str = Field(default="", max_length=500)

    def as_bounds(self) -> entries.Bounds:
        """Tell them in the record's own words."""
        return entries.Bounds(
            by=self.by.strip(),
            until=self.until,
            exercises={
                name: entries.Bound(
                    excluded=each.excluded,
                    most_level=each.most_level,
                    most_hold_s=each.most_hold_s,
                    most_range=each.most_range,
                )
                for name, each in self.exercises.items()
            },
            most_minutes=self.most_minutes,
            note=self.note.strip(),
        )


class TakenBack(Sent):
    """A change of a rule to take back, by its id."""

    change: Annotated[str, Field(min_length=1, max_length=200)]
