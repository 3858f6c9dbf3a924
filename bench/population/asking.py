"""One simulated person by their seed, and what the coach says of them."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING, Any, NamedTuple

from compare.people import label
from unkink.batch.metrics import Compared, paired
from unkink.catalogue import BUILT_IN, read_catalogue
from unkink.core.coach.account import account
from unkink.core.coach.coach import begin, end, step
from unkink.core.coach.events import Recognised, SightLost, SightRegained
from unkink.core.coach.judging import judge, watched
from unkink.core.coach.watch import off_asked_deg
from unkink.core.simulation.activities import ACTIVITIES
from unkink.core.simulation.crowd import ALL, busy, exercising
from unkink.core.simulation.paths import Repertoire

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from unkink.batch.labels import Label
    from unkink.core.coach.account import Account
    from unkink.core.coach.events import Event
    from unkink.core.simulation.acting import Truth
    from unkink.core.simulation.crowd import Hardship, Shown

TOGETHER = "all together"
KINDS: tuple[str, ...] = (*ALL, *(TOGETHER,) * 9, *("something else",) * 3)
"""What a seed asks for, in turn: each hardship alone, all together, what is none of ours."""


class Case(NamedTuple):
    """Who a seed is."""

    seed: int
    kind: str
    """A hardship, all together, or something else."""
    name: str
    """The exercise or the activity."""
    told: str
    """What the coach expects; for what is none of ours any exercise, for somebody forgot."""
    shown: Shown


class Said(NamedTuple):
    """What the coach said, and what was true."""

    seed: int
    kind: str
    name: str
    told: str
    lasts_s: float
    reach: float
    turned_deg: float
    height_deg: float
    back: Compared
    """Told the exercise, looked back on."""
    live: Compared
    """Told the exercise, from the events as they came."""
    untold: Compared | None
    """Not told, looked back on."""
    named_s: float | None
    """Not told, how long after taking the position the right name was said, live."""
    misnamed: bool
    """Not told, whether another name was ever said, live."""
    lost_s: float
    """Of the time in the position, what was not judged live."""
    position_s: float
    traits: tuple[str, ...]
    """What sets this person apart from others, all hardships drawn."""

    @property
    def badness(self) -> float:
        """How wrong both were: counts first, then holds, then their edges."""
        return sum(_badness(each) for each in (self.back, self.live))


class Coach:
    """The catalogue and what to watch in it: made once in each process."""

    def __init__(self) -> None:
        self.exercises = dict(read_catalogue((BUILT_IN,)).exercises)
        self.watches = watched(self.exercises)
        self.repertoire = Repertoire()
        self.names = [
            name
            for name, exercise in self.exercises.items()
            if self.watches[name].can_tell and not exercise.everyday
        ]

    def case(self, seed: int) -> Case:
        """Give the person of a seed."""
        kind = KINDS[seed % len(KINDS)]
        number = seed // len(KINDS)
        chance = random.Random(seed).random  # noqa: S311 - the same people in every run
        if kind == "something else":
            dice = random.Random(f"{seed}")  # noqa: S311 - likewise
            name = list(ACTIVITIES)[(number * 3 + seed % len(KINDS)) % len(ACTIVITIES)]
            return Case(
                seed, kind, name, dice.choice(self.names), busy(name, self.repertoire, chance)
            )
        name = self.names[number % len(self.names)]
        only: tuple[Hardship, ...] = ALL if kind == TOGETHER else (kind,)  # type: ignore[assignment]
        shown = exercising(self.exercises[name], self.repertoire, chance, hardships=only)
        return Case(seed, kind, name, name, shown)

    def ask(self, seed: int, *, untold: bool) -> Said:
        """Ask the coach about the person of a seed."""
        case = self.case(seed)
        frames, shown = case.shown.frames, case.shown
        lasts_s = frames[-1].t_s - frames[0].t_s
        true = label(case.name, shown.truth, is_mirrored=shown.camera.mirrored)
        looked = judge(frames, self.exercises, expected=case.told, known=self.watches).account
        events, live = self.live(case)
        position_s = sum(b - a for a, b, _ in shown.truth.in_position)
        movement = self.exercises[case.told].movements["main"]

        def compared(found: Account, *, told: bool) -> Compared:
            return Compared(true, found, told=told, lasts_s=lasts_s)

        asked, names = None, []
        if untold:
            found = judge(frames, self.exercises, expected=None, known=self.watches)
            asked = compared(found.account, told=False)
            names = [(e.at_s, e.exercise) for e in found.events if isinstance(e, Recognised)]
        since_s = shown.truth.in_position[0].start_s if shown.truth.in_position else 0.0
        right = [at_s - since_s for at_s, name in names if name == true.exercise is not None]
        return Said(
            seed,
            case.kind,
            case.name,
            case.told,
            lasts_s,
            min(shown.who.manner.reach),
            off_asked_deg(movement, shown.camera.yaw_deg),
            shown.camera.elevation_deg,
            compared(looked, told=True),
            compared(live, told=True),
            asked,
            right[0] if right else None,
            any(name not in {None, true.exercise} for _, name in names),
            lost_s(events, shown.truth, lasts_s),
            position_s,
            tuple(traits(shown)),
        )

    def live(self, case: Case) -> tuple[list[Event], Account]:
        """Give what was said while it happened, and what that adds up to."""
        state = begin([self.watches[case.told]])
        events: list[Event] = []
        for frame in case.shown.frames:
            state, new = step(state, frame)
            events += new
        state, new = end(state)
        events += new
        seen_s = {"judged_s": state.judged_s, "total_s": state.total_s}
        return events, account(events, exercise=case.told, **seen_s)


def traits(shown: Shown) -> Iterator[str]:
    """Name what somebody does, or suffers, that others don't."""
    plan, camera, clock = shown.plan, shown.camera, shown.clock
    if plan is not None:
        yield "gets down and up" if plan.gets_down else "is there from the beginning"
        named = {
            "sits up in between": plan.sits_up,
            "gives some up": plan.halves,
            "fidgets": plan.fidgets,
            "makes a fault": plan.fault is not None,
            "does not hold": not plan.hold_s,
            "starts with the right": plan.right_first,
        }
        yield from (name for name, is_so in named.items() if is_so)
    if camera.mirrored:
        yield "mirrored"
    if camera.aspect < 1.0:
        yield "an upright picture"
    if clock.pauses_a_minute or clock.dropped > 0.1:
        yield "pictures missing"


def lost_s(events: Sequence[Event], truth: Truth, lasts_s: float) -> float:
    """Give how long the coach could not judge somebody who was in the position."""
    spans: list[tuple[float, float]] = []
    since_s: float | None = None
    for event in events:
        if isinstance(event, SightLost):
            since_s = event.at_s
        elif isinstance(event, SightRegained) and since_s is not None:
            spans.append((since_s, event.at_s))
            since_s = None
    if since_s is not None:
        spans.append((since_s, lasts_s))
    return sum(max(0.0, min(b, d) - max(a, c)) for a, b in spans for c, d, _ in truth.in_position)


def miscounted(said: Compared) -> int:
    """Give by how many repetitions it was off, each side on its own."""
    true: Label = said.label
    counts: dict[Any, int] = dict(true.by_side or {})
    return sum(abs(said.account.reps[side] - count) for side, count in counts.items())


def off_s(said: Compared) -> list[float]:
    """Give how far off each edge was of the holds that were found."""
    pairs = paired(said.label.holds or (), said.account.holds)
    return [
        abs(off)
        for true, told in pairs
        for off in (true.start_s - told.start_s, true.end_s - told.end_s)
    ]


def _badness(said: Compared) -> float:
    true = len(said.label.holds or ())
    pairs = len(paired(said.label.holds or (), said.account.holds))
    wrong = true + len(said.account.holds) - 2 * pairs
    return 10.0 * miscounted(said) + 3.0 * wrong + min(max(off_s(said), default=0.0), 3.0)
