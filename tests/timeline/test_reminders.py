from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from tests.timeline.talking import talked_over

from unkink.catalogue import read_catalogue
from unkink.core.plan.doses import LEVELS, article_item, item_at
from unkink.core.plan.programme import ARTICLE, GENTLE, propose
from unkink.core.plan.session import Session
from unkink.core.timing.reminders import AHEAD, HEARD
from unkink.core.timing.speech import spoken_ms
from unkink.core.timing.timeline import schedule

if TYPE_CHECKING:
    from collections.abc import Mapping

    from unkink.core.definition.exercise import Exercise
    from unkink.core.timing.timeline import Cue, Schedule, Segment

CATALOGUE = read_catalogue().exercises
ARTICLES_WORDS = {
    "chair_twist": "a gentle stretch",
    "bridge": "feet and shoulders press into the ground",
    "kneeling_back_extension": "your hands stay on your hips",
    "spinal_twist": "both shoulders stay down",
    "knee_to_chest": "neck and shoulders stay relaxed",
    "forward_flexion": "your back stays straight",
    "foam_rolling": "relax into it",
}


def unreminded(exercises: Mapping[str, Exercise]) -> dict[str, Exercise]:
    """Take every word of care away."""
    return {
        name: replace(
            each, movements={key: replace(m, reminders=()) for key, m in each.movements.items()}
        )
        for name, each in exercises.items()
    }


def cues_in(plan: Schedule, here: Segment) -> list[Cue]:
    """Find what is said within a segment, besides its own words."""
    return [cue for cue in plan.cues if here.start_s <= cue.at_s < here.end_s]


def reminders(plan: Schedule) -> list[Cue]:
    """Find what a schedule says of care."""
    told = {
        words.lower()
        for each in CATALOGUE.values()
        for movement in each.movements.values()
        for words in movement.reminders
    }
    return [c for c in plan.cues if c.words.removeprefix(AHEAD).lower() in told]


def test_the_articles_words_of_care_are_heard() -> None:
    """Who does the article's exercises on the floor, eyes closed, hears its words of care."""
    plan = schedule(propose(ARTICLE, CATALOGUE).session, CATALOGUE)
    heard = {
        name: " ".join(
            words
            for here in plan.segments
            if here.exercise == name
            for words in (here.say, *(cue.words for cue in cues_in(plan, here)))
        )
        for name in ARTICLES_WORDS
    }

    assert [] == [n for n, words in ARTICLES_WORDS.items() if words not in heard[n].lower()]


@pytest.mark.parametrize("level", [*LEVELS, "article"])
@pytest.mark.parametrize("name", sorted(CATALOGUE))
def test_a_reminder_has_quiet_around_it(name: str, level: str) -> None:
    """Words of care talk over nothing, and leave a second before and after."""
    one = next((each for each in LEVELS if each == level), None)
    item = item_at(CATALOGUE, name, one) if one else article_item(CATALOGUE, name)
    plan = schedule(Session(items=(item,)), CATALOGUE)
    found = reminders(plan)
    heard = [
        *((s.start_s, s.say) for s in plan.segments if s.say),
        *((c.at_s, c.words) for c in plan.cues if c.words or c.kind in HEARD if c not in found),
    ]
    crowded = [
        cue.words
        for cue in found
        for start_s, words in heard
        if start_s < cue.at_s + spoken_ms(cue.words) / 1000 + 0.999
        and cue.at_s < start_s + spoken_ms(words) / 1000 + 0.999
    ]

    assert ([], []) == (talked_over(plan), crowded)


def test_gentle_start_is_no_longer_for_them() -> None:
    """Gentle start with its words of care takes the same time as without."""
    session = propose(GENTLE, CATALOGUE).session
    plan, plain = schedule(session, CATALOGUE), schedule(session, unreminded(CATALOGUE))

    assert plain.segments == plan.segments
    assert len(reminders(plan)) > len(session.items)


def test_reminders_are_few() -> None:
    """Nobody is nagged: each word of care at most once in a set, on a side done by itself."""
    sessions = [propose(GENTLE, CATALOGUE).session, propose(ARTICLE, CATALOGUE, high=True).session]
    heard = [
        (n, here.item, here.movement, here.set_number, here.side, cue.words)
        for n, session in enumerate(sessions)
        for plan in [schedule(session, CATALOGUE)]
        for cue in reminders(plan)
        for here in plan.segments
        if here.start_s <= cue.at_s < here.end_s
    ]

    assert len(set(heard)) == len(heard) > len(sessions)
