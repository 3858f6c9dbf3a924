"""A clinician's report tells what was asked, done and measured, and how sure any of it is."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from functools import cache

from tests.documents.reading import alts_of, pages_of, read, words_of
from tests.documents.someone import FIRST, someone, their_report

from unkink.core.history.entries import Profile
from unkink.core.safety import leaflet
from unkink.documents.report import report
from unkink.progress.kept import Kept
from unkink.progress.progress import progress

NOTHING = Kept(days={}, sessions=[], measures=(), profile=Profile(), trial=None)


@cache
def _weeks() -> bytes:
    return report(their_report(someone(), name="M. Example"))


def test_twelve_weeks_fit_on_two_pages() -> None:
    """A clinician has a minute: the first page has the answer, the second the table."""
    first, second = pages_of(_weeks())

    assert "M. Example" in first
    assert "31 August 2026 to 21 November 2026 (12 weeks)" in first
    assert "Does it help this person?" in first
    assert "Rules that changed the plan" in first
    assert "Asked and done" in second


def test_two_years_fit_on_two_pages() -> None:
    """However long the record is, the report is not."""
    assert 2 == len(pages_of(report(their_report(someone(728)))))


def test_the_figures_are_those_of_the_record() -> None:
    """Sessions, pain at first and of late, and what was stopped can be checked by hand."""
    kept = someone()
    days = sorted(kept.days)
    early = [kept.days[day].pain for day in days if day < FIRST + timedelta(days=14)]
    late = [kept.days[day].pain for day in days if day > days[-1] - timedelta(days=14)]
    told = words_of(_weeks())

    assert f"{len(kept.sessions)} sessions" in told
    assert f"{sum(early) / len(early):.1f} → {sum(late) / len(late):.1f} pain, 0-10" in told
    assert "1 stopped by pain" in told


def test_what_was_asked_and_done_is_told_side_by_side() -> None:
    """Each exercise has its dose, its sessions, held time by side, and what was not seen."""
    kept = someone()
    twists = [
        each for _, s in kept.sessions for each in s.exercises if each.exercise == "spinal_twist"
    ]
    left_s = sum(each.held_by_side_s["left"] for each in twists)
    told = words_of(_weeks())

    assert "Spinal twist 2 times on each side, 15 seconds each" in told
    assert f"L {left_s / 60:.0f} min" in told
    assert "20%" in told
    assert "form 86%; “Let both shoulders rest on the floor”" in told


def test_safety_comes_with_its_dates() -> None:
    """Flags, conditions, what they changed, and rules that fired, each on its day."""
    first, _ = pages_of(_weeks())

    assert "1 Sep 2026 Constant pain that no position eases." in first
    assert "Conditions. Sore wrists" in first
    assert "changed: Cobra, Foam rolling." in first
    assert "30 Sep 2026 R5 Bridge" in first


def test_the_answer_comes_with_its_interval_and_its_doubts() -> None:
    """Nobody reads a lucky week as a cure: interval, trend, chance and what comes by itself."""
    kept = someone()
    found = their_report(kept).progress.answer
    first, _ = pages_of(_weeks())

    assert found.comparison is not None
    assert found.headline in first
    assert "90% interval" in first
    assert "Comes by itself" in first
    assert f"{found.comparison.days[0]} ({found.comparison.missing[0]}) against" in first


def test_the_limits_are_on_the_paper() -> None:
    """What a camera can't tell, what is our own judgement, and who has not looked at it."""
    told = words_of(_weeks())

    assert "is no failure" in told
    assert "[D]" in told
    assert leaflet.NOT_REVIEWED in told


def test_it_can_be_heard() -> None:
    """The charts are told week by week to whoever can't see them."""
    weeks = [w for w in their_report(someone()).progress.weeks if w.pain_mean is not None]
    pain, days = alts_of(_weeks())

    assert [] == [w.monday for w in weeks if f"{w.pain_mean:.1f}" not in pain]
    assert days.startswith("Days with a session")
    said = read(_weeks()).metadata
    assert said is not None
    assert "Home exercises for the lower back" == said.title


def test_a_report_without_sessions_says_so() -> None:
    """Days told and nothing done is a report too."""
    kept = someone(20)
    told = words_of(report(replace(their_report(kept), sessions=())))

    assert "No exercise was done during this time." in told


def test_a_report_without_a_camera_claims_nothing() -> None:
    """Where nobody watched there is no seen time, no reach, and no share."""
    told = words_of(report(their_report(someone(camera=False))))

    assert "Camera:" not in told
    assert "20%" not in told


def test_nothing_in_the_record_breaks_nothing() -> None:
    """An empty record makes a page without figures, not an error."""
    day = date(2026, 1, 1)
    told = replace(
        their_report(someone(20)),
        first=day,
        last=day,
        sessions=(),
        fired=(),
        flags=(),
        cares=(),
        conditions=None,
        progress=progress(NOTHING, day, names={}, unsafe={}),
    )

    assert "0 sessions" in words_of(report(told))


def test_a_made_up_record_says_so_on_every_page() -> None:
    """Nobody takes a demonstration for a patient."""
    pages = pages_of(report(replace(their_report(someone(40)), made_up="Robin")))

    assert [] == [page for page in pages if "Robin is not a real person." not in page]


def test_hostile_words_are_only_words() -> None:
    """Names and notes are printed as they were typed, however odd, and stay short."""
    odd = "#panic() ] \\ *x* $ ``` <b> \N{RIGHT-TO-LEFT OVERRIDE}reversed"
    kept = someone()
    sessions = [replace(each, note=f"{odd} {'long ' * 2000}") for _, each in kept.sessions]
    pdf = report(replace(their_report(kept), name=odd, sessions=sessions))

    assert 2 == len(pages_of(pdf))
    assert 4 == words_of(pdf).count("#panic() ] \\ *x* $ ``` <b> reversed")


def test_the_same_report_is_the_same_file() -> None:
    """Printed twice the same day, it is the same."""
    assert report(their_report(someone(40))) == report(their_report(someone(40)))
