"""What a person may do about their plan: profile, clinician's bounds, taking back."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest
from tests.cases import Clock, cases_in_memory

from unkink.core.errors import Invalid, NotCleared, NotFound
from unkink.core.history.entries import Bound, Bounds, Day, Profile
from unkink.core.history.record import Before, CheckIn, Event
from unkink.core.history.sightings import Sighting, SightingKind
from unkink.core.plan.choice import Asked
from unkink.core.safety import rounds

if TYPE_CHECKING:
    from unkink.app import UseCases
    from unkink.told import StartedSession

FIRST = datetime(2026, 11, 2, 12, tzinfo=UTC)


@pytest.fixture
def app() -> UseCases:
    """Put the use cases together around an empty record, on a day that stands still."""
    return cases_in_memory(Clock(FIRST))


def on(app: UseCases, day: float) -> UseCases:
    """Tell the same person's app some days later."""
    return replace(app, clock=lambda: FIRST + timedelta(days=day))


def begin(app: UseCases, *, pain: int = 2, programme: str = "plan") -> StartedSession:
    """Answer what is asked, and begin."""
    ask = app.safety.need().ask
    if ask:
        app.safety.answer(rounds.VERSION, dict.fromkeys(ask, False))
    return app.sessions.start(Asked(programme=programme), Before(pain=pain, stiffness=2))


def do(app: UseCases, *, worst: int, hurt: bool = False, form: float | None = None) -> list[str]:
    """Go through a session of the plan, to its end or to where it hurts."""
    started, at = begin(app), app.clock().isoformat()
    segments = started.schedule.segments
    events = [
        Event(seq=n, position_s=s.end_s, at=at, kind="segment_done", data={"segment": n - 1})
        for n, s in enumerate(segments, 1)
    ]
    if hurt:
        middle = next(n for n, s in enumerate(segments) if s.exercise == "bridge" and s.rep)
        where = Event(seq=middle + 1, position_s=segments[middle].start_s + 0.5, at=at, kind="hurt")
        stop = Event(seq=middle + 2, position_s=where.position_s, at=at, kind="stopped")
        events = [*events[:middle], where, stop]
    app.sessions.append_events(started.session_id, events)
    if form is not None:
        app.sessions.add_sightings(seen(started, at, form))
    app.sessions.finish(started.session_id, CheckIn(pain=2, worst=None if hurt else worst))
    return list(dict.fromkeys(s.exercise for s in segments if s.exercise))


def seen(started: StartedSession, at: str, form: float) -> list[tuple[str, Sighting]]:
    """Let the camera judge the form of every exercise for a minute."""
    kinds: dict[SightingKind, float] = {
        "judged": 60.0,
        "form_judged": 60.0,
        "form_lost": 60.0 * (1 - form),
    }
    return [
        (
            started.session_id,
            Sighting(
                at=at,
                item=0,
                exercise=exercise,
                movement="main",
                side="both",
                kind=kind,
                amount=amount,
            ),
        )
        for exercise in dict.fromkeys(s.exercise for s in started.schedule.segments if s.exercise)
        for kind, amount in kinds.items()
    ]


@pytest.mark.parametrize(("form", "grows"), [(None, 1), (0.9, 1), (0.5, 0)])
def test_nothing_grows_before_the_form_is_right(
    app: UseCases, form: float | None, grows: int
) -> None:
    """What the camera saw counts; what no camera saw is not held against me."""
    for day in (0, 2, 4):
        do(on(app, day), worst=2, form=form)
        on(app, day + 1).store.add_entry(Day(pain=2), at=on(app, day + 1).clock().isoformat())
    changes = on(app, 5.5).planning.today().changes

    assert grows == len([each for each in changes if each.rule == "R12"])


def test_three_good_sessions_grow_one_thing_and_it_can_be_taken_back(app: UseCases) -> None:
    """From the page to the record and back into the next plan."""
    for day in (0, 2, 4):
        do(on(app, day), worst=2)
        on(app, day + 1).store.add_entry(Day(pain=2), at=on(app, day + 1).clock().isoformat())
    then = on(app, 5.5)
    (change,) = [each for each in then.planning.today().changes if each.rule == "R12"]
    then.planning.undo(change.id)

    assert change.can_be_undone
    assert [each for each in then.planning.today().changes if each.rule == "R12"] == []
    with pytest.raises(NotFound):
        then.planning.undo(change.id)


def test_red_asks_everything_again_and_stays(app: UseCases) -> None:
    """It hurt: all questions first, and the step down can't be clicked away."""
    do(app, worst=8)
    later = on(app, 0.2)
    change = later.planning.today().changes[0]

    assert (change.rule, change.can_be_undone) == ("R5", False)
    assert later.safety.need().ask == rounds.ALL
    with pytest.raises(Invalid, match="keeps you safe"):
        later.planning.undo(change.id)


def test_that_hurts_changes_the_exercise_it_was_said_in(app: UseCases) -> None:
    """I need not name it: it is the one I was doing."""
    do(app, worst=2, hurt=True)
    changes = on(app, 0.2).planning.standing().changes

    assert [(each.rule, each.exercise) for each in changes] == [("R6", "bridge")]


def test_a_very_bad_day_refuses_every_session(app: UseCases) -> None:
    """Pain eight: neither the plan nor a ready-made one, and how to lie instead."""
    for programme in ("plan", "gentle", "article"):
        with pytest.raises(NotCleared, match="no session today"):
            begin(app, pain=8, programme=programme)


def test_conditions_change_by_the_questions_alone(app: UseCases) -> None:
    """What I answered with the safety questions is not lost by changing my minutes."""
    app.store.add_entry(Profile(conditions=("osteoporosis",)), at=app.clock().isoformat())
    app.planning.save_profile(Profile(conditions=(), minutes=20))

    assert (app.planning.profile().conditions, app.planning.profile().minutes) == (
        ("osteoporosis",),
        20,
    )


def test_bounds_need_a_name_and_known_exercises(app: UseCases) -> None:
    """A limit nobody set is no limit, and a misspelt one would bound nothing."""
    bounds = {"bridge": Bound(excluded=True)}
    with pytest.raises(Invalid, match="Who set"):
        app.planning.set_bounds(Bounds(exercises=bounds))
    with pytest.raises(NotFound):
        app.planning.set_bounds(Bounds(by="Ms Weber", exercises={"brigde": Bound()}))
    app.planning.set_bounds(Bounds(by="Ms Weber", exercises=bounds))

    assert app.planning.you().bounds_words == ("Set by Ms Weber:", "Bridge: not at all.")


def test_the_plan_is_kept_with_its_reasons(app: UseCases) -> None:
    """Years later the record still says why each exercise was there."""
    session_id = begin(app).session_id
    session = app.store.plans(session_id)[-1].session

    assert [item.exercise for item in session.items if not item.why] == []
    assert [each.exercise for each in session.left_out if not each.why] == []


def test_the_high_end_of_a_programme_can_be_chosen(app: UseCases) -> None:
    """As in the article: the most it asks for, not only the least."""
    (_, low), (_, high) = (
        app.planning.choose(Asked(programme="article", high=high)) for high in (False, True)
    )

    assert [i.parts[0].hold_s for i in low.session.items if i.exercise == "knee_to_chest"] == [15]
    assert [i.parts[0].hold_s for i in high.session.items if i.exercise == "knee_to_chest"] == [30]


def kinds_today(app: UseCases) -> tuple[str, str]:
    """Tell what the plan is like now, and what it would be like a day later."""
    return app.planning.today().kind, on(app, 1).planning.today().kind


@pytest.mark.parametrize(("pain", "kind"), [(5, "ordinary"), (6, "flare"), (8, "none")])
def test_the_number_of_the_day_makes_the_plan_i_look_at(
    app: UseCases, pain: int, kind: str
) -> None:
    """What I said of my back this morning counts today, and no longer; the latest counts."""
    app.measures.say_day(Day(pain=9))
    app.measures.say_day(Day(pain=pain))

    assert (kind, "ordinary") == kinds_today(app)
    assert "ordinary" == app.planning.today(pain=2).kind


def test_the_number_told_before_a_session_counts_for_the_rest_of_the_day(app: UseCases) -> None:
    """A flare before the session is still one when I look at the plan again."""
    begin(app, pain=6)

    assert ("flare", "ordinary") == kinds_today(app)


def test_three_very_bad_days_refused_at_the_start_are_heard(app: UseCases) -> None:
    """No session on any of them; on the third I am sent to a clinician."""
    told = []
    app.measures.say_day(Day(pain=4, besides="new mattress"))
    for day in range(3):
        today = on(app, day)
        with pytest.raises(NotCleared):
            begin(today, pain=8)
        told.append(today.planning.today().clinician)

    assert ["", "", "Very bad for three days in a row: please see a clinician."] == told
    assert [] == list(app.sessions.record())
    noted = [each.said.besides for each in app.store.entries() if isinstance(each.said, Day)]
    assert ["new mattress", "new mattress", "", ""] == noted
