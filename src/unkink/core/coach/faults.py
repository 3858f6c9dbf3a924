"""
Faults: what the camera may correct, judged as it looks from where the camera stands.

A file gives a limit for the view it asks for, and what the fault looks like. From elsewhere the
same share of the way from right to wrong is the limit; where right and wrong look too much alike,
the fault isn't judged from there. A word is said seldom, for one thing, the most harmful first.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import TYPE_CHECKING, Final, NamedTuple

from unkink.core.body import Joint
from unkink.core.coach.events import CueGiven
from unkink.core.coach.measures import measured, mirrored_measure, sight, spread_of
from unkink.core.figure import Vec, posed
from unkink.core.simulation.camera import Camera, asked_camera, middle, seen_by
from unkink.core.simulation.variation import raised, raised_m, with_fault

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from unkink.core.body import Side
    from unkink.core.coach.measures import Sight
    from unkink.core.definition.exercise import Fault, Movement

TOLERANCE_DEG: Final = 10.0
"""How far past a file's limit an angle must be, for the model's error: docs/evidence.md#faults."""
LASTS_S: Final = 0.7
"""A fault is worth a word when it lasted so long: docs/evidence.md#faults."""
SILENCE_S: Final = 10.0
"""After a word there is none for so long: about one slow repetition. [D]"""
AGAIN_S: Final = 30.0
"""The same word isn't said again sooner. [D]"""
NEAR: Final = 0.25
"""An end pose's fault is judged within this share of the repetition's reach from its peak. [D]"""
BEHIND: Final = 0.1
"""A part stays behind when it went less than the rest by this share of the way. [D]"""
CLEAR: Final = 0.5
"""Right and wrong must look different by this share of what they do from the view asked for. [D]"""
MARGIN: Final = 0.5
"""And the limit must be this many spreads from right. [D]"""


WORST: Final = 3
"""The harm of the most harmful faults; of others a second costs less of the form."""
LOOK_S: Final = 0.6
"""A look at the form stands for no more time than this: looks come twice as often. [D]"""


class Form(NamedTuple):
    """How right a form was: the time in which it was judged, and what of it was lost to faults."""

    judged_s: float = 0.0
    lost_s: float = 0.0
    """Each second of a fault weighed by its harm, the most harmful as a whole one."""

    @property
    def score(self) -> float | None:
        """1 without a fault, 0 with the most harmful all the time; None where none was judged."""
        return 1.0 - self.lost_s / self.judged_s if self.judged_s > 0.0 else None


class FaultWatch(NamedTuple):
    """One fault, with its limit for every camera."""

    fault: Fault
    measure: str
    sign: float
    at_end: bool
    """Judged near the end pose; otherwise at the start."""
    limits: tuple[float | None, ...]
    """One for each of `views.VIEWS_DEG`; None where it can't be told from there."""
    starts: tuple[float | None, ...]
    """What the start pose shows from each, where the limit goes with the person's own reach."""


class Watching(NamedTuple):
    """What is known about one side's faults."""

    since_s: tuple[float | None, ...] = ()
    """Since when each lasts."""
    said_s: tuple[float, ...] = ()
    """When each was last said."""
    view: int | None = None
    """The camera, as it was taken while the body rested: cameras don't move, bodies do."""
    form: Form = Form()
    looked_s: float = math.inf
    """When it was last looked at."""


class Moment(NamedTuple):
    """What one side shows now."""

    sight: Sight
    t_s: float
    view: int
    at_end: bool | None
    """None on the way between start and end."""
    reach: float


def watch_faults(
    movement: Movement,
    *,
    end: str,
    cameras: Sequence[Camera],
    reach: Callable[[Sight], float | None],
) -> tuple[FaultWatch, ...]:
    """Work out each fault's limits; *end* is the pose the way leads to, *reach* how far one is."""
    start = movement.cycle[-1].pose
    found = []
    for fault in movement.faults:
        if fault.during not in {start, end}:
            continue
        wrong = shown_with(movement, fault)
        starts: tuple[float | None, ...] = (None,) * len(cameras)
        if fault.during == end and _is_a_part(movement, fault, wrong, reach):
            starts = tuple(_seen(posed(movement.poses[start]).joints, fault, cameras))
        limits = _limits(movement, fault, wrong, cameras)
        found.append(FaultWatch(fault, fault.measure, 1.0, fault.during == end, limits, starts))
    return tuple(found)


Shown = Mapping[Joint, Vec]
"""A body as a camera meets it: the place of every joint."""


def shown_with(movement: Movement, fault: Fault) -> Shown:
    """Give the body with a fault in it."""
    body = posed(with_fault(movement, fault.id).poses[fault.during])
    return raised(body.joints, raised_m(fault))


def _is_a_part(
    movement: Movement, fault: Fault, wrong: Shown, reach: Callable[[Sight], float | None]
) -> bool:
    """
    Tell whether one part stays behind the rest, rather than all of the body going less far.

    The first is measured against the person's own reach; the second is what the limit is about.
    """
    camera = [asked_camera(movement)]
    start = posed(movement.poses[movement.cycle[-1].pose]).joints
    right = posed(movement.poses[fault.during]).joints
    (a,), (b,), (c,) = (_seen(body, fault, camera) for body in (start, right, wrong))
    seen = _sights(wrong, camera)[0]
    went = None if seen is None else reach(seen)
    if a is None or b is None or c is None or went is None or a == b:
        return False
    return went - (c - a) / (b - a) > BEHIND


def mirrored_fault(watch: FaultWatch) -> FaultWatch:
    """Give the same fault of the other side."""
    measure, sign = mirrored_measure(watch.measure)
    return watch._replace(measure=measure, sign=sign)


def _limits(
    movement: Movement, fault: Fault, wrong: Shown, cameras: Sequence[Camera]
) -> tuple[float | None, ...]:
    limit = fault.above if fault.above is not None else fault.below
    right = posed(movement.poses[fault.during]).joints
    asked = [asked_camera(movement)]
    (right_here,), (wrong_here,) = _seen(right, fault, asked), _seen(wrong, fault, asked)
    if limit is None or right_here is None or wrong_here is None or right_here == wrong_here:
        return (None,) * len(cameras)
    change = wrong_here - right_here
    if fault.measure.endswith("_deg"):
        limit += math.copysign(TOLERANCE_DEG, change)
    share = (limit - right_here) / change
    limits: list[float | None] = []
    for good, bad in zip(_seen(right, fault, cameras), _seen(wrong, fault, cameras), strict=True):
        clear = good is not None and bad is not None and (bad - good) / change >= CLEAR
        if (
            good is None
            or bad is None
            or not clear
            or abs(share * (bad - good)) < MARGIN * spread_of(fault.measure)
        ):
            limits.append(None)
        else:
            limits.append(good + share * (bad - good))
    return tuple(limits)


def _sights(body: Shown, cameras: Sequence[Camera]) -> list[Sight | None]:
    at = middle(body)
    return [sight(seen_by(camera, body, at=at, t_s=0.0).points) for camera in cameras]


def _seen(body: Shown, fault: Fault, cameras: Sequence[Camera]) -> list[float | None]:
    seen = _sights(body, cameras)
    return [None if each is None else measured(fault.measure, each) for each in seen]


def watch_side(before: Watching, faults: Sequence[FaultWatch], now: Moment) -> Watching:
    """Look at one side's faults."""
    view = now.view if now.at_end is False or before.view is None else before.view
    since = before.since_s or (None,) * len(faults)
    found = [
        is_wrong(fault, now.sight, view, reach=now.reach) if fault.at_end is now.at_end else None
        for fault in faults
    ]
    lasting = tuple(
        (now.t_s if began_s is None else began_s) if wrong else None
        for wrong, began_s in zip(found, since, strict=True)
    )
    said_s = before.said_s or (-math.inf,) * len(faults)
    form = before.form
    if any(wrong is not None for wrong in found):
        gap_s = min(max(now.t_s - before.looked_s, 0.0), LOOK_S)
        harm = sum(fault.fault.harm for fault, wrong in zip(faults, found, strict=True) if wrong)
        lost_s = gap_s * min(1.0, harm / WORST)
        form = Form(form.judged_s + gap_s, form.lost_s + lost_s)
    return Watching(lasting, said_s, view, form, now.t_s)


def is_wrong(fault: FaultWatch, seen: Sight, view: int, *, reach: float) -> bool | None:
    """Tell whether this moment shows the fault; None when that can't be seen."""
    limit, start = fault.limits[view], fault.starts[view]
    value = measured(fault.measure, seen)
    if limit is None or value is None:
        return None
    if start is not None and reach < 1.0:
        limit = start + reach * (limit - start)
    value *= fault.sign
    return value > limit if fault.fault.above is not None else value < limit


def speak(
    watching: Watching, faults: Sequence[FaultWatch], *, side: Side, t_s: float
) -> tuple[Watching, CueGiven | None]:
    """Say one word, if anything is worth it: the most harmful first, then silence."""
    if not faults or t_s - max(watching.said_s, default=-math.inf) < SILENCE_S:
        return watching, None
    due = [
        (-fault.fault.harm, i)
        for i, (fault, began_s) in enumerate(zip(faults, watching.since_s, strict=True))
        if began_s is not None and t_s - began_s >= LASTS_S and t_s - watching.said_s[i] >= AGAIN_S
    ]
    if not due:
        return watching, None
    i = min(due)[1]
    said_s = tuple(t_s if k == i else s for k, s in enumerate(watching.said_s))
    fault = faults[i].fault
    return watching._replace(said_s=said_s), CueGiven(t_s, side, fault.id, fault.say)
