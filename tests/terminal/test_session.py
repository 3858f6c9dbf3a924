from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from unkink.core.errors import Invalid, NotCleared, NotFound
from unkink.core.history.record import Before
from unkink.core.plan.choice import Asked
from unkink.core.safety.rounds import ALL, pages
from unkink.terminal.session import Wish

if TYPE_CHECKING:
    from typing import Protocol

    from unkink.app import UseCases

    class Script(Protocol):
        """What the fixture of that name offers."""

        said: str

        def run(self, wish: Wish, answers: str) -> str:
            """Run a session with piped answers."""

        def type(self, wish: Wish, answers: str) -> str:
            """Run a session for somebody at a keyboard."""


BRIDGE = Wish(asked=Asked(exercises=("bridge",)), speed=1000)
PAGES = sum(not page.only_if for page in pages(ALL))
SAFE = "no\n" * PAGES


def test_a_whole_session_from_a_script(app: UseCases, script: Script) -> None:
    """Eight noes, how one is, the session, how it was: and all of it is in the record."""
    said = script.run(BRIDGE, SAFE + "3\n4\n2\n4\nbetter\n")
    kept = app.sessions.record()[0]

    assert "Slowly lift your hips." in said
    assert "Bridge: 8 of 8, 1 minute" in said
    assert ("finished", 3, 4, 2, 4, "better") == (
        kept.status,
        kept.pain_before,
        kept.stiffness_before,
        kept.pain_after,
        kept.stiffness_after,
        kept.felt,
    )


def test_no_control_codes_in_a_pipe(script: Script) -> None:
    """A script, a log or a screen reader gets plain lines and nothing else."""
    said = script.run(BRIDGE, SAFE + "no\nno\n")

    assert [] == [c for c in said if not c.isprintable() and c != "\n"]


@pytest.mark.parametrize("answers", ["", "\n" * 8, "no\n" * 7, "no\n" * 7 + "\n", "perhaps\n" * 8])
def test_a_question_left_blank_means_no_session(
    app: UseCases, script: Script, answers: str
) -> None:
    """Whoever leaves a safety question open does not start, and is told what to do."""
    with pytest.raises(NotCleared):
        script.run(BRIDGE, answers)

    assert "Answer each question with yes or no." in script.said
    assert () == app.sessions.record()


@pytest.mark.parametrize("before", range(8))
def test_one_yes_means_help_and_no_session(app: UseCases, script: Script, before: int) -> None:
    """A single yes, to whichever question: no session, and whom to call."""
    with pytest.raises(NotCleared):
        script.run(BRIDGE, "no\n" * before + "yes\n" + "no\n" * 20)

    assert "Call 112" in script.said
    assert () == app.sessions.record()
    assert app.today().screening.locked


def test_how_one_is_must_be_told(app: UseCases, script: Script) -> None:
    """Without pain and stiffness before, nobody could tell later whether it helps."""
    with pytest.raises(Invalid):
        script.run(BRIDGE, SAFE + "eleven\n")

    assert () == app.sessions.record()


def test_a_misspelt_exercise_is_refused_before_any_question(script: Script) -> None:
    """Nobody answers eight questions only to hear of a typing mistake."""
    wish = Wish(asked=Asked(exercises=("brige",)), speed=1000)
    with pytest.raises(NotFound):
        script.run(wish, SAFE)

    assert "" == script.said


def test_what_was_left_out_is_told(script: Script) -> None:
    """Whoever has five minutes is told what gave way."""
    said = script.run(Wish(asked=Asked(programme="gentle", minutes=5), speed=1000), SAFE + "0\n0\n")

    assert "Walk, Spinal twist: no room left in 5 minutes." in said


def test_an_unfinished_session_can_be_taken_up(app: UseCases, script: Script) -> None:
    """After a power cut the session goes on where it was, if one wants to."""
    app.safety.answer(
        app.safety.questions().version, dict.fromkeys(app.safety.questions().ask, False)
    )
    started = app.sessions.start(Asked(exercises=("bridge",)), Before(pain=1, stiffness=1))
    said = script.run(BRIDGE, "yes\n1\n1\n")

    assert "Bridge is not finished" in said
    assert [(started.session_id, "finished")] == [
        (s.session_id, s.status) for s in app.sessions.record()
    ]


def test_at_a_keyboard_the_plan_hears_as_much_as_on_the_page(app: UseCases, script: Script) -> None:
    """Where it is felt, the worst pain and which exercise it was: asked, kept, and listened to."""
    before, after = "3\n4\n2\n", "7\n1\n2\n2\n1\nsame\n"
    said = script.type(BRIDGE, SAFE + before + after)
    kept = app.sessions.record()[0]

    assert "Which exercise was it?" in said
    assert (3, 7, 2, 2, 1) == (
        kept.pain_before,
        kept.pain_worst,
        kept.pain_after,
        kept.farthest_before,
        kept.farthest_after,
    )
    [change] = app.planning.standing().changes
    assert ("R5", "bridge") == (change.rule, change.exercise)


def test_which_exercise_it_was_is_only_asked_where_the_pain_rose(script: Script) -> None:
    """Who was no worse off than before is asked for no culprit."""
    said = script.type(BRIDGE, SAFE + "3\n4\n\n" + "3\n3\n4\n\nsame\n")

    assert "The worst pain during it?" in said
    assert "Which exercise was it?" not in said


def test_what_is_left_open_at_a_keyboard_is_not_told(app: UseCases, script: Script) -> None:
    """Enter, or nothing more to read: the session is kept, and unknown stays unknown."""
    script.type(BRIDGE, SAFE + "3\n4\n")
    kept = app.sessions.record()[0]

    assert "finished" == kept.status
    assert (None, None, None) == (kept.pain_worst, kept.farthest_before, kept.farthest_after)
