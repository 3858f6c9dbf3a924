"""What is asked of everybody, in pieces that several processes can work on."""

from __future__ import annotations

from concurrent.futures import ProcessPoolExecutor
from typing import TYPE_CHECKING, Any, NamedTuple

from compare import given, people
from compare.judges import Answers, Judges
from unkink.batch.labels import Label

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path


ASKED_OF_PEOPLE: tuple[tuple[str, float, str, int], ...] = (
    *(("person", each, "where asked", 3) for each in people.RANGES),
    *(("person", people.VIEWED_RANGE, view, 3) for view in list(people.VIEWS)[1:]),
    *(("person_untold", each, "where asked", 2) for each in (0.4, 1.0)),
    ("unknown", 1.0, "where asked", 1),
)
"""What is asked of each exercise: how far they go, from where they are seen, how many people."""


class Answered(NamedTuple):
    """One question's answers, told by what was asked."""

    asked: str
    """
    clip, clip_up, clip_untold, none, wrongly_told, sequence, still, person, person_untold, unknown.
    """
    about: tuple[Any, ...]
    answers: dict[str, Any]


class Question(NamedTuple):
    """What to ask, about what."""

    asked: str
    about: tuple[Any, ...]


def questions(judges: Judges, folder: Path | None) -> Iterator[Question]:
    """Give all questions, the long ones first."""
    if folder is not None:
        for clip in given.clips(folder):
            yield Question("clip", (clip,))
        yield from (Question("sequence", (one,)) for one in given.sequences(folder))
    seed = 0
    for name in judges.coached:
        for asked, range_fraction, view, times in ASKED_OF_PEOPLE:
            for _ in range(times):
                seed += 1
                yield Question(asked, (name, range_fraction, view, seed))
    if folder is not None:
        sets = {"yogisense": given.yogisense, "yoga16": given.yoga16, "mlkit": given.mlkit}
        for kind, read in sets.items():
            stills = list(read(folder))
            for start in range(0, len(stills), 100):
                yield Question("still", (kind, stills[start : start + 100]))


def ask_all(judges: Judges, folder: Path | None, *, jobs: int) -> Iterator[list[Answered]]:
    """Ask everything by so many processes, in order."""
    asked = list(questions(judges, folder))
    with ProcessPoolExecutor(jobs, initializer=_prepare) as pool:
        yield from pool.map(_ask, asked)


_judges: Judges | None = None


def _prepare() -> None:
    global _judges  # noqa: PLW0603 - what a process works out once
    _judges = Judges()


def _ask(question: Question) -> list[Answered]:
    assert _judges is not None  # noqa: S101 - prepared before the first question
    return list(ASK[question.asked](_judges, *question.about))


def _clip(judges: Judges, clip: given.Clip) -> Iterator[Answered]:
    about = (clip.name, clip.label)
    if clip.label.exercise is not None:
        yield Answered("clip", about, dict(judges.told(clip.frames, clip.label)))
        yield Answered("clip_up", about, dict(judges.ups(clip.frames, clip.label)))
        yield Answered("clip_untold", about, dict(judges.untold(clip.frames, clip.label)))
        return
    yield Answered("none", about, dict(judges.untold(clip.frames, clip.label)))
    for name in judges.coached:
        told = judges.told(clip.frames, clip.label, name)
        yield Answered("wrongly_told", (clip.name, name), dict(told))


def _sequence(judges: Judges, one: given.Sequence) -> Iterator[Answered]:
    label = Label(one.kind, one.kind if one.kind == "cobra" else None)
    yield Answered(
        "sequence", (one.kind, one.subject, one.view), dict(judges.untold(one.frames, label))
    )


def _still(judges: Judges, kind: str, stills: list[given.Still]) -> Iterator[Answered]:
    for still in stills:
        tells = still.exercise is None or judges.tellable.tells(
            still.exercise, still.frame, shape_known=still.shape_known
        )
        yield Answered("still", (kind, still.kind, still.exercise, tells), judges.named(still))


def _person(
    judges: Judges, name: str, range_fraction: float, view: str, seed: int
) -> Iterator[Answered]:
    one = _somebody(judges, name, range_fraction, view, seed)
    about = (name, range_fraction, view)
    yield Answered("person", about, dict(judges.told(one.frames, one.label)))


def _person_untold(
    judges: Judges, name: str, range_fraction: float, view: str, seed: int
) -> Iterator[Answered]:
    one = _somebody(judges, name, range_fraction, view, seed)
    about = (name, range_fraction, view)
    yield Answered("person_untold", about, dict(judges.untold(one.frames, one.label)))


def _unknown(
    judges: Judges, name: str, range_fraction: float, view: str, seed: int
) -> Iterator[Answered]:
    one = _somebody(judges, name, range_fraction, view, seed)
    answers: Answers = judges.without(name).untold(one.frames, Label(name, None))
    yield Answered("unknown", (name, range_fraction, view), dict(answers))


def _somebody(
    judges: Judges, name: str, range_fraction: float, view: str, seed: int
) -> people.Person:
    exercise = judges.exercises[name]
    return people.person(exercise, range_fraction=range_fraction, view=view, seed=seed)


ASK: dict[str, Callable[..., Iterator[Answered]]] = {
    "clip": _clip,
    "sequence": _sequence,
    "still": _still,
    "person": _person,
    "person_untold": _person_untold,
    "unknown": _unknown,
}
