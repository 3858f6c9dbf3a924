"""
An exercise as its file tells it: the one source of all that shows, paces or judges it.

Words that are said (`get_ready`, `say`) may hold `{side}` and `{other_side}` where the movement
is sided: whoever speaks fills in "left" or "right". "Hug the {side} knee." is written once.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from unkink.core.definition.pose import CLOSED, Pose
from unkink.core.definition.precaution import Direction, ForCondition

Position = Literal["chair", "floor_sitting", "supine", "prone", "kneeling", "standing"]
"""Where the body starts. Changing it is the costly part of a session for a stiff person."""

Kind = Literal["strengthen", "stretch", "mobilise", "roll", "warm_up", "walk"]
Breath = Literal["in", "out", "easy"]
View = Literal["side", "front", "foot_end", "three_quarter"]
LevelName = Literal["L0", "L1", "L2", "L3"]
Muscle = Literal[
    "backs of the thighs",
    "belly",
    "buttocks",
    "calves",
    "chest",
    "fronts of the hips",
    "fronts of the thighs",
    "lower back",
    "neck",
    "shoulders",
    "sides of the trunk",
    "upper back",
]
"""Muscle groups in plain words: what people read, and what a week's cap is counted by."""

Prop = Literal["mat", "chair", "roller", "cushion", "ball", "wall"]
Sides = Literal["both", "alternating", "one_then_other"]
"""
`both`: the body works as one. `alternating`: left, right, left, right ... repetition by repetition.
`one_then_other`: all repetitions of a set on one side, then all on the other.
A cycle is always written for the left side; the right is its mirror image.
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Dose:
    """How much, per side where sided: a low and a high end, equal where there is one figure."""

    __pydantic_config__ = CLOSED

    hold_s: tuple[float, float]
    """Each hold, 0 for none; for a warm-up or a walk the whole time the cycle goes round."""
    reps: tuple[int, int]
    """Repetitions in each set."""
    sets: tuple[int, int] = (1, 1)
    ours: tuple[Literal["hold_s", "reps", "sets"], ...] = ()
    """What the source leaves open, so that the figure is our judgement: shown with a [D]."""
    words: str
    """The dose as its source says it, for people to read."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Level:
    """One of four steps from easiest (L0) to the article's own (L3)."""

    __pydantic_config__ = CLOSED

    dose: Dose
    """How much; with `instead`, the same as the other exercise's at this level."""
    movements: tuple[str, ...] = ("main",)
    """Which movements are done, in this order; an easier level may have one of its own."""
    doses: Mapping[str, Dose] = field(default_factory=dict)
    """By movement, where its dose is not the level's own; read it through `dose_for`."""
    choose: Literal["all", "one"] = "all"
    """`one`: any one movement is enough; the first, unless the person prefers another."""
    range_fraction: float = 1.0
    """How far along the way to the end pose to go, 0..1."""
    instead: str | None = None
    """Another exercise, done at its own same level, for whoever can't do this one."""
    note: str = ""
    """What is different at this level, as the person reads it."""

    def dose_for(self, movement: str) -> Dose:
        """Return how much of *movement* this level asks for."""
        return self.doses.get(movement, self.dose)

    @property
    def planned(self) -> tuple[str, ...]:
        """The movements that are done unless the person says otherwise."""
        return self.movements[:1] if self.choose == "one" else self.movements


@dataclass(frozen=True, slots=True, kw_only=True)
class Stage:
    """One part of a repetition: move to a pose, perhaps stay there."""

    __pydantic_config__ = CLOSED

    pose: str
    """The key pose this part moves to. The last stage's pose is where a repetition starts, too."""
    move_s: float
    """How long the way to it takes: above 0, slow enough never to swing."""
    holds: bool = False
    """Whether the dose's hold is spent here."""
    pause_s: float = 0.0
    """A short stillness after arriving, whatever the dose."""
    breathe: Breath = "easy"
    say: str
    """What the voice says as the move begins: short, and clear with closed eyes."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Fault:
    """A way to do it that a camera may correct, with the kind word for it."""

    __pydantic_config__ = CLOSED

    id: str
    """Small letters and _; the same name wherever the same mistake is meant."""
    during: str
    """The pose near which it is judged."""
    measure: str
    """A name from the coach's list of measures."""
    above: float | None = None
    below: float | None = None
    """The limit in the measure's own unit; exactly one of the two."""
    harm: Literal[1, 2, 3]
    """3 is the most harmful, spoken first."""
    say: str
    """A kind word of correction: what to do, not what is wrong."""
    shown_by: Mapping[str, float | str] = field(default_factory=dict)
    """What to change in the pose to provoke it: simulation and pictures use it."""
    source: str
    """Where the limit comes from."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Movement:
    """One way the body moves: key poses, and the cycle that goes through them."""

    __pydantic_config__ = CLOSED

    name: str = ""
    """What people call this variant; `main` may go without, it has the exercise's name."""
    steps: tuple[str, ...]
    """What to do, one short sentence or two each, as a person reads it before starting."""
    get_ready: str
    """How to get into the start position, as the voice says it."""
    start: Position
    """Where the body starts."""
    sides: Sides = "both"
    """How left and right share the repetitions. The cycle is written for the left."""
    first_side: Literal["left", "right"] = "left"
    view: View = "side"
    """Where the camera stands."""
    figure_turn_deg: float = 20.0
    """
    How far the picture is turned from a plain side view towards where an upright person faces: 90
    shows someone upright from the front, someone on the back from the feet.
    """
    figure_height_deg: float = 12.0
    """How far from above the picture looks."""
    props: tuple[Prop, ...] = ("mat",)
    """What is needed, and what the picture shows."""
    poses: Mapping[str, Pose]
    """The key poses by name, as joint angles."""
    cycle: tuple[Stage, ...]
    """One repetition, from the start pose through the others and back to it."""
    faults: tuple[Fault, ...] = ()
    """What a camera may correct."""
    reminders: tuple[str, ...] = ()
    """What to take care of meanwhile, most important first, as the voice says it where it can."""
    picture: str
    """The pose that shows it best."""
    unseen: str = ""
    """What a camera can't tell here, in plain words."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Unlock:
    """What must come before an exercise that loads more than the others."""

    __pydantic_config__ = CLOSED

    green_days: int
    """Off until all sessions were green for so many days; and so again for the levels above."""
    up_to: LevelName
    """Then no further than this level, until it was green itself for as many days."""
    why: str
    """The reason, as the person reads it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Exercise:
    """One file of the catalogue."""

    __pydantic_config__ = CLOSED

    id: str
    """The file's name without `.toml`: small letters, digits and _."""
    name: str
    """What people call it."""
    article: str = ""
    """The technique's number in the article; empty for helpers of our own."""
    kind: Kind
    """What sort of exercise it is: decides where in a session it may stand."""
    direction: Direction | None = None
    """Where it takes the lower back; None: nobody said, so it counts as every direction."""
    purpose: str
    """What it is for, in one sentence that promises nothing."""
    muscles: tuple[Muscle, ...]
    """What it works on, most of all first."""
    unlock: Unlock | None = None
    """What must come before it; None: it may be done from the first day."""
    held_first: str = ""
    """The easier movement that the direction test holds before it tries this one; empty: none."""
    needs_warm_up: bool = False
    """Never done before a warm-up."""
    cautions: tuple[str, ...]
    """What to take care of, beyond what is said of every exercise."""
    breathing: str
    """When to breathe in and out."""
    sources: tuple[str, ...]
    """Anchors in `docs/evidence.md`, or any other place to read up on it."""
    article_dose: Dose | None = None
    """To the letter as the article has it; none for helpers of our own."""
    levels: Mapping[LevelName, Level]
    """All of L0, L1, L2, L3."""
    precautions: Mapping[str, ForCondition] = field(default_factory=dict)
    """
    By condition, what the exercise asks of someone who has it. Who has a condition that is not
    named here does not do the exercise: unknown never reads as fine.
    """
    movements: Mapping[str, Movement]
    """At least `main`."""

    @property
    def everyday(self) -> bool:
        """
        Whether it is a movement of every day, a warm-up or a walk, rather than an exercise proper.

        It goes round until its time is over instead of being counted, and is no programme by
        itself. Whoever is seen doing it may be doing just that: people walk all day [D].
        """
        return self.kind in ("warm_up", "walk")

    @property
    def equipment(self) -> tuple[Prop, ...]:
        """What is needed for the exercise itself; a variant may need something else."""
        return self.movements["main"].props
