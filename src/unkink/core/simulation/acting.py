"""Somebody does what a script says: where their body is at every moment, and the truth about it."""

from __future__ import annotations

import math
from dataclasses import dataclass
from statistics import median
from typing import TYPE_CHECKING, Final, NamedTuple

from unkink.core.body import Joint
from unkink.core.figure.frames import length, minus, unit
from unkink.core.simulation.bones import BONE_TO, MID_EARS, UPRIGHT, beyond, body_of, bones_of, spun
from unkink.core.simulation.build import OURS, Build, built
from unkink.core.simulation.chance import about, normal
from unkink.core.simulation.habits import BUSY, NONE, Habits, in_habit
from unkink.core.simulation.manner import PLAIN, Asked, Manner, held, moved, repeated, still
from unkink.core.simulation.paths import Path, blend, placed
from unkink.core.simulation.script import Fidget, Go, Repeat

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from unkink.core.body import Side
    from unkink.core.definition.exercise import Exercise
    from unkink.core.simulation.bones import Places
    from unkink.core.simulation.chance import Chance
    from unkink.core.simulation.manner import Course
    from unkink.core.simulation.paths import Repertoire
    from unkink.core.simulation.script import Act

COUNTS: Final = 0.35
"""A repetition went at least this share of the person's own usual way: docs/coach.md."""
ELSEWHERE_M: Final = 0.005
"""A body nearer to where it should be than this is there."""
LEAST_REACH: Final = 0.15
"""However tired, nobody who repeats at all goes less far. [D]"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Someone:
    """Who moves: how they are built, how they hold themselves, how they move."""

    build: Build = OURS
    habits: Habits = NONE
    manner: Manner = PLAIN


class Shot(NamedTuple):
    """A stretch of time in which a body goes along one path."""

    start_s: float
    path: Path
    course: Course
    name: tuple[str, str]
    """What the path's first and last body are, so that what is seen wrong in one stays so."""

    @property
    def end_s(self) -> float:
        """Give when it is over."""
        return self.start_s + self.course.lasts_s


class Span(NamedTuple):
    """From a second to a second, on one side where there are two."""

    start_s: float
    end_s: float
    side: Side = "both"


class Truth(NamedTuple):
    """What a body really did, by its own clean way."""

    exercise: str | None
    """None for none of ours."""
    reps: Mapping[Side, int]
    holds: tuple[Span, ...]
    """Of what counts: within a tenth of that repetition's own reach from its peak."""
    faults: frozenset[str]
    in_position: tuple[Span, ...]
    """When the body was in the exercise's position, from its start pose on."""
    halves: int = 0
    """What was begun and given up."""


class Acted(NamedTuple):
    """A whole performance."""

    shots: tuple[Shot, ...]
    truth: Truth
    tremor_m: float
    tremor_hz: float
    tall: float
    """Stature, 1 being our figure's."""


class _Done(NamedTuple):
    """One repetition as it really was."""

    side: Side
    reach: float
    holds: tuple[Span, ...]
    fault: str | None
    is_meant: bool
    """Whether it was to be a whole one."""


def act(
    someone: Someone,
    acts: Sequence[Act],
    repertoire: Repertoire,
    chance: Chance,
    *,
    exercise: Exercise | None = None,
    movement: str = "main",
) -> Acted:
    """Do it all, from the first act to the last."""
    stage = _Stage(someone, repertoire, chance, exercise, movement)
    for each in acts:
        stage.do(each)
    truth = _truth(stage.done, stage.spans(), None if exercise is None else exercise.id)
    manner = someone.manner
    tall = someone.build.stature
    return Acted(tuple(stage.shots), truth, manner.tremor_m, manner.tremor_hz, tall)


def _truth(done: Sequence[_Done], spans: tuple[Span, ...], exercise: str | None) -> Truth:
    sides: dict[Side, list[_Done]] = {"left": [], "right": [], "both": []}
    for each in done:
        sides[each.side].append(each)
    counted = [
        each for mine in sides.values() for each in mine if each.reach >= COUNTS * _usual(mine)
    ]
    holds = sorted(span for each in counted for span in each.holds)
    return Truth(
        exercise=exercise,
        reps={side: sum(each.side == side for each in counted) for side in sides},
        holds=tuple(holds),
        faults=frozenset(each.fault for each in counted if each.fault is not None),
        in_position=spans,
        halves=len(done) - len(counted),
    )


def _usual(done: Sequence[_Done]) -> float:
    """Give how far somebody usually goes, when they mean to."""
    meant = [each.reach for each in done if each.is_meant]
    return median(meant) if meant else math.inf


class _Stage:
    """Where the body is, and what it did so far."""

    def __init__(
        self,
        someone: Someone,
        repertoire: Repertoire,
        chance: Chance,
        exercise: Exercise | None,
        movement: str,
    ) -> None:
        self.someone, self.repertoire, self.chance = someone, repertoire, chance
        self.exercise, self.movement = exercise, movement
        self.shots: list[Shot] = []
        self.done: list[_Done] = []
        self._ways: dict[tuple[Side, str | None], Path] = {}
        self._in: list[Span] = []
        self._side: Side = "both"
        self._way = 0.0
        self._here: Places | None = None
        self._name = ""
        self._number = 0

    @property
    def now_s(self) -> float:
        """Give the time."""
        return self.shots[-1].end_s if self.shots else 0.0

    def spans(self) -> tuple[Span, ...]:
        """Give when it was in the exercise's position."""
        return tuple(self._in)

    def do(self, what: Act) -> None:
        """Do one thing."""
        before_s = began_s = self.now_s
        if isinstance(what, Go):
            self._go(what)
            return
        if isinstance(what, Fidget):
            self._fidget(what)
        elif isinstance(what, Repeat):
            began_s = self._start(what.side, what.fault)
            self._repeat(what)
        else:
            began_s = self._start(self._side, None)
            path = self._path(self._side, None)
            self._add(path, still(self._way, what.lasts_s), _names(self._side, None))
        if self.exercise is not None:
            self._stayed(before_s, began_s)

    def _stayed(self, before_s: float, since_s: float) -> None:
        """Go on being in the position: whoever shifts from one side's start to the other's is."""
        if self._in and before_s - self._in[-1].end_s < 0.01:
            since_s = self._in.pop().start_s
        self._in.append(Span(since_s, self.now_s))

    def _path(self, side: Side, fault: str | None) -> Path:
        key = (side, fault)
        if key not in self._ways:
            assert self.exercise is not None  # noqa: S101 - only exercises are repeated
            pose = self.exercise.movements[self.movement].poses
            busy = any(place != "floor" for each in pose.values() for place in each.hands.values())
            bodies = self.repertoire.way(self.exercise, self.movement, side, fault)
            own = [self._own(body, BUSY if busy else 1.0) for body in bodies]
            self._ways[key] = Path.through(own)
        return self._ways[key]

    def _own(self, places: Places, arms: float = 1.0) -> Places:
        return in_habit(built(places, self.someone.build), self.someone.habits, arms)

    def _add(self, path: Path, course: Course, name: tuple[str, str]) -> None:
        self.shots.append(Shot(self.now_s, path, course, name))
        self._here = path.places(course.ways[-1])
        self._name = name[1] if course.ways[-1] > 0.5 else name[0]

    def _start(self, side: Side, fault: str | None) -> float:
        """Take the start position of a side, and say since when it is taken."""
        movement = None if self.exercise is None else self.exercise.movements[self.movement]
        if movement is not None and movement.sides != "both" and side == "both":
            side = movement.first_side
        path = self._path(side, fault)
        first = path.places(self._way)
        here = self._here
        self._side = side
        if here is not None and (apart_m := _apart_m(here, first)) > ELSEWHERE_M:
            self._way = 0.0
            takes_s = about(self.chance, min(0.4 + 4.0 * apart_m, 2.5), 0.25)
            self._to(path.places(0.0), takes_s, f"start {side}")
        return self.now_s

    def _to(self, there: Places, takes_s: float, name: str) -> None:
        assert self._here is not None  # noqa: S101 - whoever goes was somewhere
        self._add(blend(self._here, there), moved(takes_s), (self._name, name))

    def _go(self, what: Go) -> None:
        x, z = what.away_m
        root = self._home()
        body = self._own(self.repertoire.posture(what.pose))
        there = placed(
            body, (root[0] + x, 0.0, root[2] + z), turned_rad=math.radians(what.turned_deg)
        )
        self._number += 1
        name = f"posture {self._number}"
        if self._here is not None:
            self._to(there, what.takes_s, name)
        self._way = 0.0
        if what.stays_s > 0.0 or self._here is None:
            self._add(Path.through([there]), still(0.0, what.stays_s), (name, name))

    def _home(self) -> tuple[float, float, float]:
        if self.exercise is None:
            return (0.0, 0.0, 0.0)
        side = self._side
        if self.exercise.movements[self.movement].sides != "both" and side == "both":
            side = self.exercise.movements[self.movement].first_side
        return bones_of(self._path(side, None).places(0.0))[0]

    def _fidget(self, what: Fidget) -> None:
        if self._here is None:
            return
        bones = list(bones_of(self._here))
        joint = _MOVED[what.limb]
        axis = unit((normal(self.chance), normal(self.chance), normal(self.chance)), UPRIGHT)
        for bone in (BONE_TO[joint], *beyond(joint)):
            bones[bone] = spun(bones[bone], axis, math.radians(what.deg))
        path = blend(self._here, body_of(bones), steps=4)
        third_s = what.lasts_s / 3
        name = (self._name, self._name)
        self._add(path, moved(third_s), name)
        self._add(path, still(1.0, third_s), name)
        back = moved(third_s)
        self._add(path, back._replace(ways=tuple(1.0 - way for way in back.ways)), name)

    def _repeat(self, what: Repeat) -> None:
        assert self.exercise is not None  # noqa: S101 - only exercises are repeated
        manner, chance = self.someone.manner, self.chance
        out, *_, back = self.exercise.movements[self.movement].cycle
        tired = 1.0 - manner.tires * sum(each.side == self._side for each in self.done)
        usual = manner.reach[1 if self._side == "right" else 0]
        reach = usual * what.share * max(tired, 0.5) * (1.0 + normal(chance, manner.reach_spread))
        pace = about(chance, manner.tempo, manner.tempo_spread)
        # Who gives up soon is back soon.
        far = min(max(abs(what.share), 0.4), 1.0)
        asked = Asked(
            reach=max(reach, LEAST_REACH * what.share),
            out_s=out.move_s * far / pace,
            hold_s=about(chance, what.hold_s, manner.hold_spread) * tired if what.hold_s else 0.0,
            back_s=back.move_s * far / pace,
            rest_s=back.pause_s / pace,
        )
        course = repeated(asked, manner, self._way, chance)
        start_s = self.now_s
        self._add(self._path(self._side, what.fault), course, _names(self._side, what.fault))
        spans = [Span(start_s + a, start_s + b, self._side) for a, b in held(course, self._way)]
        reach = max(course.ways, key=abs) - self._way
        is_meant = what.share >= COUNTS
        self.done.append(_Done(self._side, reach, tuple(spans), what.fault, is_meant))
        self._way = course.ways[-1]


def _names(side: Side, fault: str | None) -> tuple[str, str]:
    return f"start {side}", f"end {side} {fault}"


def _apart_m(one: Places, two: Places) -> float:
    return max(length(minus(a, b)) for a, b in zip(one, two, strict=True))


_MOVED: Final = {
    "left_arm": Joint.LEFT_ELBOW,
    "right_arm": Joint.RIGHT_ELBOW,
    "left_leg": Joint.LEFT_KNEE,
    "right_leg": Joint.RIGHT_KNEE,
    "head": MID_EARS,
}
"""Which joint a fidget swings, with all that hangs from it."""
