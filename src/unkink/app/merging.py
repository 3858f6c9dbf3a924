"""Two records of the same person become one: nothing is lost, nothing is there twice."""

from __future__ import annotations

from collections import defaultdict, deque
from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING, TypeVar

from unkink.app.given import local
from unkink.core.errors import Conflict
from unkink.ports import Everything, WholeSession

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Mapping, Sequence

    from unkink.core.history.entries import Entry
    from unkink.core.safety.gate import Answered

T = TypeVar("T", "Answered", "Entry", "WholeSession")


def merged(ours: Everything, theirs: Everything) -> Everything:
    """
    Put two records together; of what is the same in both, one is kept.

    Each keeps its own order; between the two the clock decides. A setting or an afterword chosen
    here stays. Raises `Conflict` where both tell something different of one session or file.
    """
    settings, files = {**theirs.settings, **ours.settings}, _files(ours, theirs)
    if not (ours.answers or ours.entries or ours.sessions):
        return replace(theirs, settings=settings, files=files)
    answered = _same(ours.answers, theirs.answers, _answered)
    answers = _woven(ours.answers, _without(theirs.answers, answered), lambda each: each.at_s)
    entries = _woven(
        ours.entries,
        _without(theirs.entries, _same(ours.entries, theirs.entries, _said)),
        lambda each: datetime.fromisoformat(each.at).timestamp(),
    )
    numbers = {id(each): number for number, each in enumerate(answers, 1)}
    of_ours = {each.number: numbers[id(each)] for each in ours.answers}
    of_theirs = {each.number: numbers[id(answered.get(id(each), each))] for each in theirs.answers}
    return Everything(
        answers=tuple(replace(each, number=number) for number, each in enumerate(answers, 1)),
        entries=tuple(replace(each, number=number) for number, each in enumerate(entries, 1)),
        sessions=_sessions(
            [_opened_by(each, of_ours) for each in ours.sessions],
            [_opened_by(each, of_theirs) for each in theirs.sessions],
        ),
        settings=settings,
        files=files,
    )


def _answered(answered: Answered) -> Hashable:
    return answered.at_s, answered.version, tuple(sorted(answered.answers.items()))


def _said(entry: Entry) -> Hashable:
    return entry.at, repr(entry.said)


def _same(
    ours: Sequence[T], theirs: Sequence[T], looks: Callable[[T], Hashable]
) -> Mapping[int, T]:
    """Tell for each of theirs that is here already, by its identity, which of ours it is."""
    here: dict[Hashable, deque[T]] = defaultdict(deque)
    for each in ours:
        here[looks(each)].append(each)
    return {id(each): here[looks(each)].popleft() for each in theirs if here[looks(each)]}


def _without(theirs: Sequence[T], known: Mapping[int, T]) -> list[T]:
    return [each for each in theirs if id(each) not in known]


def _woven(ours: Sequence[T], theirs: Sequence[T], when: Callable[[T], float]) -> list[T]:
    woven: list[T] = []
    waiting: deque[T] = deque(theirs)
    for each in ours:
        while waiting and when(waiting[0]) < when(each):
            woven.append(waiting.popleft())
        woven.append(each)
    woven.extend(waiting)
    return woven


def _opened_by(whole: WholeSession, numbers: Mapping[int, int]) -> WholeSession:
    session = replace(whole.session, opened_by=numbers[whole.session.opened_by])
    return replace(whole, session=session)


def _sessions(
    ours: Sequence[WholeSession], theirs: Sequence[WholeSession]
) -> tuple[WholeSession, ...]:
    known = {each.session.id: each for each in theirs}
    here = {each.session.id for each in ours}
    both = [
        _further(each, known[each.session.id]) if each.session.id in known else each
        for each in ours
    ]
    new = [each for each in theirs if each.session.id not in here]
    return tuple(_woven(both, new, lambda each: each.session.started_at_s))


def _further(ours: WholeSession, theirs: WholeSession) -> WholeSession:
    """Of one session told twice, take the telling that goes on further."""
    further, shorter = ours, theirs
    if (theirs.session.last_seq, len(theirs.sightings)) > (
        ours.session.last_seq,
        len(ours.sightings),
    ):
        further, shorter = theirs, ours
    if not _goes_on(shorter, further):
        raise Conflict(
            f"The session of {_day(ours)} is told differently here and in the file.",
            "Take it into another folder with --data DIR. Nothing was changed.",
        )
    said = ours.session.check_in or theirs.session.check_in
    return replace(further, session=replace(further.session, check_in=said))


def _goes_on(shorter: WholeSession, further: WholeSession) -> bool:
    begun = (shorter.session.started_at_s, shorter.session.name, shorter.session.pain)
    return (
        begun == (further.session.started_at_s, further.session.name, further.session.pain)
        and further.plans[: len(shorter.plans)] == shorter.plans
        and further.events[: len(shorter.events)] == shorter.events
        and further.sightings[: len(shorter.sightings)] == shorter.sightings
    )


def _day(whole: WholeSession) -> str:
    return local(whole.session.started_at_s).strftime("%d %B %Y")


def _files(ours: Everything, theirs: Everything) -> Mapping[str, str]:
    for name, text in theirs.files.items():
        if ours.files.get(name, text) != text:
            raise Conflict(
                f"Your own exercise file {name} is another one here than in the file.",
                "Rename one of the two. Nothing was changed.",
            )
    return {**theirs.files, **ours.files}
