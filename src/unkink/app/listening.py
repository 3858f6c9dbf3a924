"""What the record tells a plan: past sessions, and what was said between them, as one row."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING, Final

from unkink.app.given import Given, local
from unkink.core.history.entries import Entry, Kind, Measure
from unkink.core.outcomes.catalogue import INSTRUMENTS
from unkink.core.outcomes.scoring import Unscored, score
from unkink.core.plan.ladder import held_s
from unkink.core.plan.past import Did, Past, Scored, in_order
from unkink.ports import KeptSession

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from unkink.core.history.tally import ExerciseDone, Tally
    from unkink.core.plan.past import Happening
    from unkink.core.plan.session import Item, Session


LISTENED_TO: Final[tuple[Kind, ...]] = ("day", "undone", "measure", "direction_test")

Heard = tuple[tuple[KeptSession, ...], tuple[Entry, ...]]


@dataclass(frozen=True)
class Listening:
    """Reads the record as a plan listens to it."""

    given: Given

    def heard(self) -> Heard:
        """Tell all that what happened is read from: the same, as long as nothing new is there."""
        store = self.given.store
        return tuple(store.sessions()), tuple(store.entries(*LISTENED_TO))

    def happenings(self) -> Iterable[Happening]:
        """Tell all that happened, in its order; what is still going on has not happened yet."""
        store = self.given.store
        over = [each for each in reversed(store.sessions()) if each.status != "open"]
        tallies, planned = store.tallies(), store.planned()
        sessions = [
            self._past(number, kept, tallies[kept.id], planned[kept.id])
            for number, kept in enumerate(over, 1)
        ]
        entries = store.entries(*LISTENED_TO)
        return in_order(sessions, entries, _scores(entries))

    def _past(self, number: int, kept: KeptSession, done: Tally, session: Session) -> Past:
        hurt_in, hurt = self._hurt(kept) if done.hurt else ("", None)
        said = kept.check_in
        felt_worst = [each for each in (said.worst if said else None, hurt) if each is not None]
        by_name = {each.exercise: each for each in done.exercises}
        # Of an exercise made easier on the way, the easier part is what counts.
        items = {item.exercise: item for item in session.items}
        blamed = said.hurt_by if said else ()
        return Past(
            number=number,
            at=local(kept.started_at_s).isoformat(),
            pain=kept.pain,
            opened_by=kept.opened_by,
            worst=max(felt_worst, default=None),
            felt_before=kept.farthest,
            felt_after=said.farthest if said else None,
            did=tuple(
                self._did(item, by_name[name], hurt=name == hurt_in, blamed=name in blamed)
                for name, item in items.items()
                if name in by_name and (by_name[name].done_s > 0 or name == hurt_in)
            ),
        )

    def _did(self, item: Item, done: ExerciseDone, *, hurt: bool, blamed: bool) -> Did:
        exercise = self.given.exercises.get(item.exercise)
        share = min(done.reps_done / done.reps_planned, 1.0) if done.reps_planned else 0.0
        worked_s = held_s(item, exercise) * share if exercise and _is_sound(item, exercise) else 0.0
        return Did(
            item=item,
            share=share,
            held_s=worked_s,
            form=done.seen.form if done.seen else None,
            hurt=hurt,
            blamed=blamed,
        )

    def _hurt(self, kept: KeptSession) -> tuple[str, int | None]:
        """Find in which exercise "that hurts" was said, and how much, if that was told."""
        store = self.given.store
        events = store.events(kept.id)
        event = next(each for each in reversed(events) if each.kind == "hurt")
        plan = next(each for each in reversed(store.plans(kept.id)) if each.from_seq < event.seq)
        here = [each for each in plan.schedule.segments if each.start_s <= event.position_s]
        told = [each.data.get("pain") for each in events if each.kind in ("hurt", "hurt_told")]
        pains = [int(p) for p in told if isinstance(p, int | float) and not isinstance(p, bool)]
        return here[-1].exercise if here else "", max(pains, default=None)


def _is_sound(item: Item, exercise: object) -> bool:
    """Say whether all movements of an old session are still in the catalogue."""
    movements = getattr(exercise, "movements", {})
    return all(part.movement in movements for part in item.parts)


def _scores(entries: Sequence[Entry]) -> list[Scored]:
    found: list[Scored] = []
    for entry in entries:
        if not isinstance(entry.said, Measure) or entry.said.instrument not in INSTRUMENTS:
            continue
        result = score(INSTRUMENTS[entry.said.instrument], entry.said.answers)
        if not isinstance(result, Unscored):
            name = entry.said.instrument
            found.append(Scored(at=entry.at, instrument=name, score=result.value))
    return found


def iso_of(day: int) -> str:
    """Tell a day counted from 1970-01-01 as an ISO date."""
    return (date(1970, 1, 1) + timedelta(days=day)).isoformat()
