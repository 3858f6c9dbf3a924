"""What came of it, as a page: docs/painted.md."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Final

import numpy as np
from bench.painted.cases import ANY, ASKED, RANGES, VIEWED, VIEWS
from bench.painted.errors import errors, usual
from bench.painted.words import ABOUT_ERRORS, ABOUT_IDLE, ABOUT_PEOPLE, INTRO, WRONG

from unkink.batch.metrics import count_error, metrics
from unkink.core.body import Joint

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from bench.painted.errors import Errors
    from bench.painted.judged import Answer, Judged

    from unkink.batch.metrics import Compared
    from unkink.core.body import Side

GROUPS: Final = {
    name: tuple(
        joint
        for joint in Joint
        if joint.name.removeprefix("LEFT_") == name or joint.name.removeprefix("RIGHT_") == name
    )
    for name in dict.fromkeys(
        joint.name.removeprefix("LEFT_").removeprefix("RIGHT_") for joint in Joint
    )
}
"""Both sides' joints by their common name."""


def page(found: Sequence[Judged], *, of: int, seed: int) -> str:
    """Put the page together."""
    lines = [
        INTRO.format(
            date=dt.datetime.now(dt.UTC).date().isoformat(),
            cases=len(found),
            of=of,
            moments=sum(len(each.seen.t_s) for each in found),
            seed=seed,
            rest="" if len(found) == of else " For the others there was no time.",
        )
    ]
    lines += ["## What the coach made of them", "", ABOUT_PEOPLE, "", *_people(found)]
    lines += ["Exercise by exercise:", "", *_exercises(found)]
    lines += ["## None of ours", "", ABOUT_IDLE, "", *_idle(found)]
    lines += ["## How far off the landmarks are", "", ABOUT_ERRORS, "", *_errors(found)]
    lines += ["## What went wrong", "", WRONG, "", *_wrong(found)]
    return "\n".join(lines)


def _people(found: Sequence[Judged]) -> Iterator[str]:
    rows: list[tuple[str, Callable[[Judged], bool]]] = [
        (f"calm, {ASKED}, range {fraction}", _is(ASKED, fraction)) for fraction in RANGES
    ]
    rows += [(f"calm, {view}, range {VIEWED}", _is(view, VIEWED)) for view in VIEWS[1:]]
    rows += [("anybody, in their own way, before their own camera", _is(ANY, 1.0))]
    head = "scenes | found | exact | within one | off by | live exact | holds found | edges off"
    yield f"| | {head} | 95 % | named | by true joints: exact | edges off |"
    yield "|---|" + "--:|" * 12
    for name, belongs in rows:
        mine = [each for each in found if belongs(each) and each.by_model.told is not None]
        if mine:
            yield f"| {name} | {' | '.join(_cells(mine))} |"
    yield ""


def _is(view: str, fraction: float) -> Callable[[Judged], bool]:
    return lambda each: each.case.view == view and each.case.range_fraction == fraction


def _cells(mine: Sequence[Judged]) -> Iterator[str]:
    model = metrics([told for each in mine if (told := each.by_model.told)])
    exact = metrics([told for each in mine if (told := each.by_truth.told)])
    named = [each.by_model.untold for each in mine]
    yield str(len(mine))
    yield _share(float(np.mean(~np.isnan(np.concatenate([e.seen.found[:, 0, 0] for e in mine])))))
    yield _share(model.counts.exact)
    yield _share(model.counts.within_one)
    yield _number(model.counts.mae_share)
    yield _share(float(np.mean([_live_exact(each.by_model) for each in mine])))
    yield f"{model.holds.true - model.holds.missed} of {model.holds.true}"
    yield f"{_number(model.holds.both.median_s)} s"
    yield f"{_number(model.holds.both.most_s)} s"
    yield _share(float(np.mean([_is_named(each) for each in named])))
    yield _share(exact.counts.exact)
    yield f"{_number(exact.holds.both.median_s)} s"


def _live_exact(answer: Answer) -> bool:
    true = answer.untold.label.by_side or {}
    return all(answer.live.get(side, 0) == count for side, count in true.items())


def _is_named(untold: Compared) -> bool:
    return untold.account.exercise == untold.label.exercise


def _exercises(found: Sequence[Judged]) -> Iterator[str]:
    head = "scenes | found | exact | within one | off by | live exact | holds found | edges off"
    yield f"| | {head} | 95 % | named | by true joints: exact | edges off |"
    yield "|---|" + "--:|" * 12
    names = dict.fromkeys(each.case.act for each in found if each.by_model.told is not None)
    for name in sorted(names):
        mine = [each for each in found if each.case.act == name]
        yield f"| {name} | {' | '.join(_cells(mine))} |"
    yield ""


def _idle(found: Sequence[Judged]) -> Iterator[str]:
    none = [each for each in found if each.by_model.told is None]
    if not none:
        yield "None of them was painted in this run."
        yield ""
        return
    by_model = metrics([each.by_model.untold for each in none]).idle
    by_truth = metrics([each.by_truth.untold for each in none]).idle
    yield (
        f"{len(none)} doings, {by_model.minutes:.1f} minutes: {_number(by_model.per_minute)} "
        f"repetitions a minute counted; by the true joints {_number(by_truth.per_minute)}."
    )
    yield ""
    for each in none:
        untold = each.by_model.untold.account
        if untold.exercise is not None:
            reps = sum(untold.reps.values())
            yield f"- {each.case.act}: taken for {untold.exercise}, {reps} repetitions"
    yield ""


def _errors(found: Sequence[Judged]) -> Iterator[str]:
    every = errors([each.seen for each in found])
    head = "median | 95 % | away | lasting | in a scene | trembling | depth | seen"
    yield f"| | {head} |"
    yield "|---|" + "--:|" * 8
    for name, joints in GROUPS.items():
        u = usual(every, joints)
        numbers = (u.median, u.most, u.sits_wrong, u.drifts, u.trembles, u.depth)
        median, most, wrong, drifts, trembles, depth = (f"{100 * n:.1f}" for n in numbers)
        away, seen = f"{u.away:.1%}", f"{u.seen:.2f}"
        cells = (median, most, away, wrong, drifts, trembles, depth, seen)
        yield f"| {name.lower()} | {' | '.join(cells)} |"
    yield ""
    yield "| | found | median | 95 % | away |"
    yield "|---|--:|--:|--:|--:|"
    for name, belongs in (
        *((view, _seen_from(view)) for view in (*VIEWS, ANY)),
        *((act, _doing(act)) for act in sorted({each.case.act for each in found})),
    ):
        mine = [each.seen for each in found if belongs(each)]
        if mine:
            yield f"| {name} | {' | '.join(_off(errors(mine)))} |"
    yield ""
    swaps, told = int(every.swapped.sum()), int(every.tellable.sum())
    yield f"Legs exchanged: in {swaps} of {told} moments in which that can be told."
    far, near = _far(every, near=False), _far(every, near=True)
    yield f"The limbs of the farther side: {far}; of the nearer: {near}."
    yield ""


def _seen_from(view: str) -> Callable[[Judged], bool]:
    return lambda each: each.case.view == view


def _doing(act: str) -> Callable[[Judged], bool]:
    return lambda each: each.case.act == act


def _off(every: Errors) -> Iterator[str]:
    size = np.linalg.norm(every.off[..., :2], axis=-1)
    size = size[~np.isnan(size)]
    yield _share(every.found)
    yield from (f"{100 * n:.1f}" for n in np.quantile(size, (0.5, 0.95)))
    yield f"{(size > 0.1).mean():.1%}"


def _far(every: Errors, *, near: bool) -> str:
    limbs = [joint for joint in Joint if joint >= Joint.LEFT_ELBOW]
    size = np.linalg.norm(every.off[:, limbs, :2], axis=-1)
    mine = (every.near[:, limbs] == near) & ~np.isnan(size)
    return f"median {100 * np.median(size[mine]):.1f}, away {(size[mine] > 0.1).mean():.1%}"


def _wrong(found: Sequence[Judged]) -> Iterator[str]:
    for each in found:
        told = each.by_model.told
        if told is None or not count_error(told):
            continue
        true = {side: n for side, n in (told.label.by_side or {}).items() if n}
        said = {side: n for side, n in told.account.reps.items() if n}
        exact = each.by_truth.told
        also = "" if exact is None or not count_error(exact) else "; by the true joints wrong, too"
        camera = f"{each.case.view}, range {each.case.range_fraction}"
        yield f"- {each.case.act} ({camera}): {_sides(said)} for {_sides(true)}{also}"
    yield ""


def _sides(reps: Mapping[Side, int]) -> str:
    return " and ".join(f"{n} {side}" for side, n in reps.items()) or "none"


def _share(value: float | None) -> str:
    return "-" if value is None else f"{value:.0%}"


def _number(value: float | None) -> str:
    return "-" if value is None else f"{value:.2f}"
