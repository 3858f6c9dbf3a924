"""How a session was taken, as told right after it: red, amber or green (R2, R5 to R8)."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from unkink.core.history.days import moment_of
from unkink.core.plan.ladder import volume_ms
from unkink.core.plan.past import Past
from unkink.core.plan.place import Change, Last, Place, Standing, a_level_down, undo_refused
from unkink.core.plan.rules import RULES, RuleId, after, draws_back
from unkink.core.plan.spreading import spread

if TYPE_CHECKING:
    from collections.abc import Mapping

    from unkink.core.definition.precaution import Direction
    from unkink.core.plan.ladder import Known
    from unkink.core.plan.past import Did
    from unkink.core.plan.place import What

KEPT_LASTS = 4
KEPT_DAYS = 7


@dataclass(frozen=True, slots=True)
class _Taken:
    """How one session was taken."""

    past: Past
    rule: RuleId | None
    """R2, R5, R6 or R7; None: not told."""
    back: bool
    """Whether it drew back (R8)."""
    blamed: frozenset[str]


def session_taken(now: Standing, past: Past, known: Known) -> Standing:
    """Let a session count: for each exercise, for the days after it, for the week's caps."""
    there = tuple(each for each in past.did if each.exercise in known.exercises)
    past = replace(past, did=there)
    told = _judged(past, known)
    places = dict(now.places)
    changes = list(now.changes)
    at_work = {each.exercise for each in there}
    for name, place in places.items():
        if name not in at_work and place.skips:
            places[name] = replace(place, skips=place.skips - 1)
    for did in there:
        name = did.exercise
        place, change = _exercise_taken(places[name], did, told, now, known)
        places[name] = place
        changes += [change] if change else []
    green, at_s = told.rule == "R7", moment_of(past.at)
    now = replace(
        now,
        places=places,
        changes=tuple(changes),
        sessions=now.sessions + 1,
        first_day=now.first_day if now.sessions else now.day,
        last_day=now.day,
        last_s=at_s,
        missed=0,
        grown=False,
        lighter=max(now.lighter - 1, 0),
        green_since=(now.day if now.green_since is None else now.green_since) if green else None,
        ask_all_after=past.opened_by if told.rule in ("R2", "R5") else now.ask_all_after,
        lasts=(*now.lasts, _last(now, told, known))[-KEPT_LASTS:],
        held=_held(now, past),
    )
    return _directions(now, told, known)


def _judged(past: Past, known: Known) -> _Taken:
    """
    Decide by R2 and R5 to R8.

    Where no exercise is named, all share the blame, but warm-ups and walks only where there was
    nothing else: walking is what the rules themselves offer on bad days [D].
    """
    done = {each.exercise for each in past.did}
    named = {each.exercise for each in past.did if each.blamed or each.hurt}
    loading = {name for name in done if not known.exercises[name].everyday}
    blamed = frozenset(named or loading or done)
    before, later = past.felt_before, past.felt_after
    spreads = (
        before is not None and later is not None and later - before >= RULES["R2"].at["places"]
    )
    if past.worst is None:
        return _Taken(past, "R2" if spreads else None, back=False, blamed=blamed)
    rule = after(past.pain, past.worst, spreads=spreads)
    back = (
        before is not None
        and later is not None
        and draws_back(before, later, pain=past.pain, worst=past.worst)
    )
    return _Taken(past, "R7" if rule == "R6" and back else rule, back=back, blamed=blamed)


def _exercise_taken(
    place: Place,
    did: Did,
    told: _Taken,
    now: Standing,
    known: Known,
) -> tuple[Place, Change | None]:
    """Let a session count for one exercise."""
    name = did.exercise
    blamed = name in told.blamed
    rule = told.rule if blamed else None
    if did.hurt and rule in (None, "R7"):
        # "That hurts" without a number is no number: at least amber.
        rule = "R6"
    done = replace(place, done_on=now.day, well=rule == "R7", skips=0)
    if rule == "R7":
        since = now.day if place.green_since is None else place.green_since
        return replace(done, ambers=0, eased=False, green_since=since), None
    if rule is None and told.rule is None:
        return replace(done, green=0), None
    done = replace(done, green=0, green_since=None)
    if rule == "R5":
        after_it = replace(
            done, rung=a_level_down(place.rung, known.ladders[name]), ambers=0, eased=False
        )
        words = f"{known.exercises[name].name}: it hurt more than it should, so one level easier."
        return after_it, _change("R5", "less", did, words, _Moved(told.past, place, after_it))
    if rule == "R6":
        return _amber(done, place, did, told.past, known)
    return done, None


@dataclass(frozen=True, slots=True)
class _Moved:
    """By which session a place was moved."""

    past: Past
    before: Place
    after: Place


def _amber(done: Place, before: Place, did: Did, past: Past, known: Known) -> tuple[Place, Change]:
    title = known.exercises[did.exercise].name
    if done.ambers + 1 >= RULES["R6"].at["times"]:
        after_it = replace(done, ambers=0, eased=False, skips=1, rung=max(done.rung - 1, 0))
        words = f"{title}: too much twice in a row, so it rests once and comes back a step easier."
        return after_it, _change("R6", "left_out", did, words, _Moved(past, before, after_it))
    after_it = replace(done, ambers=done.ambers + 1, eased=True)
    words = f"{title}: a little too much, so less far and shorter next time."
    return after_it, _change("R6", "less", did, words, _Moved(past, before, after_it))


def _change(rule: RuleId, what: What, did: Did, words: str, moved: _Moved) -> Change:
    return Change(
        id=f"{rule}:{did.exercise}:{moved.past.number}",
        rule=rule,
        what=what,
        exercise=did.exercise,
        at=moved.past.at,
        words=words,
        before={did.exercise: moved.before},
        after={did.exercise: moved.after},
        kept=undo_refused(rule),
    )


def _last(
    now: Standing,
    told: _Taken,
    known: Known,
) -> Last:
    """Keep what the next day will decide about."""
    limits = RULES["R12"].at
    candidates = tuple(
        did.exercise
        for did in told.past.did
        if told.rule == "R7"
        and told.past.pain < RULES["R4"].at["pain"]
        and not did.hurt
        and did.share >= limits["done"]
        and (did.form is None or did.form >= limits["form"])
        and _in_full(did, now.places[did.exercise], known)
    )
    return Last(
        number=told.past.number,
        day=now.day,
        pain=told.past.pain,
        exercises=tuple(did.exercise for did in told.past.did),
        blamed=tuple(did.exercise for did in told.past.did if did.exercise in told.blamed),
        candidates=candidates,
    )


def _in_full(
    did: Did,
    place: Place,
    known: Known,
) -> bool:
    """Say whether it was planned with no less than the person's own amount, and as far."""
    rungs = known.ladders[did.exercise].rungs
    if not rungs:
        return False
    own, exercise = rungs[place.rung].item, known.exercises[did.exercise]
    return (
        not did.item.eased
        and volume_ms(did.item, exercise) >= volume_ms(own, exercise)
        and did.item.range_fraction >= own.range_fraction
        and did.item.parts[-1].movement == own.parts[-1].movement
    )


def _held(now: Standing, past: Past) -> tuple[tuple[int, str, float], ...]:
    kept = tuple(each for each in now.held if each[0] > now.day - KEPT_DAYS)
    return (*kept, *((now.day, did.exercise, did.held_s) for did in past.did if did.held_s > 0))


def _directions(now: Standing, told: _Taken, known: Known) -> Standing:
    """Avoid a direction after which it went further down the leg (R2), prefer the other (R8)."""
    if told.rule == "R2":
        return _spread(now, told, known)
    ways = {known.exercises[did.exercise].direction for did in told.past.did} - {"neither"}
    if not told.back or len(ways) != 1:
        return now
    (way,) = ways
    if way is None or way in now.preferred:
        return now
    words = f"It drew back after exercises {WAYS[way]}, so these come first. A good sign, no proof."
    change = Change(
        id=f"R8::{told.past.number}", rule="R8", what="more", exercise="", at=told.past.at,
        words=words,
    )  # fmt: skip
    return replace(now, preferred=now.preferred | {way}, changes=(*now.changes, change))


WAYS: Mapping[Direction, str] = {
    "forwards": "that bend you forwards",
    "backwards": "that bend you backwards",
    "turning": "that turn you",
    "neither": "that neither bend nor turn you",
}


def _spread(now: Standing, told: _Taken, known: Known) -> Standing:
    limits = RULES["R2"].at
    until = now.day + int(limits["days"])
    ways: set[Direction] = {
        way
        for name in told.blamed
        if (way := known.exercises[name].direction) is not None and way != "neither"
    }
    # What goes in no direction, or in one nobody named, rests by itself.
    alone = [n for n in told.blamed if known.exercises[n].direction in (None, "neither")]
    places = {
        **now.places,
        **{n: replace(now.places[n], out_until=until, out_by="R2") for n in alone},
    }
    after = replace(
        now,
        places=places,
        avoided={**now.avoided, **dict.fromkeys(ways, until)},
        preferred=now.preferred - ways,
    )
    words = (
        "It is felt further down the leg than before, so what may have done it rests for a week."
    )
    return spread(after, str(told.past.number), what="left_out", at=told.past.at, words=words)
