"""Where the safety questions and the pain of the day lead, gone through by hand in a browser."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest
from tests.browser.walk import (
    answer_all,
    answer_by_hand,
    asked,
    begin_questions,
    choose,
    pages_of_questions,
    planned,
    say_no,
    session_id,
    start_one,
    until,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Page
    from tests.browser.conftest import Opened

pytestmark = pytest.mark.browser

EMERGENCIES = 8
ILLNESS = 10
"""The place of the page that asks for illnesses: after the emergencies and the age."""


def tick_one(page: Page, *, place: int, name: str) -> None:
    """Say no to all that is asked, but tick one thing in the list at this place."""
    begin_questions(page)
    pages = pages_of_questions(page)
    for number in range(1, pages + 1):
        if number == place:
            page.get_by_text(f"{number} of {pages}", exact=True).wait_for()
            page.get_by_label(name).check()
            page.get_by_role("button", name="These, and no others").click()
        else:
            say_no(page, f"{number} of {pages}")


def no_way_in(page: Page, title: str) -> None:
    """Look at every way to a session: each ends at the same words."""
    base = page.url.split("#")[0]
    for place in ("#/", "#/plan", "#/exercises/bridge", "#/how-are-you"):
        page.goto(base + place)
        page.reload()
        page.get_by_role("heading", name=title).wait_for()
        assert 0 == page.get_by_role("button", name=re.compile("^Start")).count()


def open_plan(page: Page) -> list[str]:
    """Open the plan of the day, and tell its exercises."""
    page.goto(f"{page.url.split('#')[0]}#/plan")
    return planned(page)


def why_of(page: Page, name: str) -> str:
    """Tell how much of an exercise the plan of the day holds, and why."""
    assert name in open_plan(page)
    page.get_by_label(f"Why this? {name}").click()
    title = page.get_by_role("heading", name=name)
    return page.locator(".planned-item").filter(has=title).inner_text()


def end_and_tell(page: Page, *, worst: int) -> None:
    """End the session on screen, and tell the worst pain during it."""
    page.get_by_role("heading", name="How was it?").wait_for()
    choose(page, "The worst pain during it", worst)
    page.get_by_role("button", name="Save").click()
    page.locator(".summary").wait_for()


def set_out(page: Page, *, pain: int) -> None:
    """Begin the plan of the day with this much pain."""
    page.get_by_role("button", name=re.compile("^Start: ")).click()
    page.get_by_role("heading", name="How are you now?").wait_for()
    choose(page, "Pain in your back", pain)
    choose(page, "Stiffness", 3)
    page.get_by_role("button", name="Start").click()


def hurt_in_a_hold(page: Page) -> None:
    """Begin a session of bridges, and say in the first hold that it hurts."""
    answer_all(page)
    start_one(page)
    until(page, "hold")
    page.get_by_role("button", name="That hurts").click()


def test_one_strong_sign_locks_until_a_clinician_has_spoken(
    open_page: Callable[..., Opened],
) -> None:
    """I once had cancer: a clinician first, and why; with the day of their word I can go on."""
    page, _ = open_page()
    tick_one(page, place=ILLNESS, name="Cancer, now or ever before")
    title = "Please see a clinician first."
    page.get_by_role("heading", name=title).wait_for()
    told = page.locator("main").inner_text()
    assert "cancer" in told.split("Why", 1)[1].lower()
    assert "See a doctor or physiotherapist in the next days" in told
    assert 0 == page.get_by_role("link", name=re.compile("^Call ")).count()
    no_way_in(page, title)

    page.get_by_role("button", name="A clinician said that I may exercise").click()
    page.get_by_label("The day").fill(datetime.now(tz=UTC).astimezone().date().isoformat())
    page.get_by_role("button", name="Yes, on that day").click()
    pages = pages_of_questions(page)
    for number in range(2, pages + 1):
        say_no(page, f"{number} of {pages}")
    page.get_by_role("heading", name="Today").wait_for()

    assert "none" == asked(page, "/api/today")["screening"]["lock"]
    page.get_by_role("button", name=re.compile("^Start: ")).wait_for()


def test_whoever_is_under_18_is_told_kindly_whom_to_ask(open_page: Callable[..., Opened]) -> None:
    """I am 15: it is not made for me, it says who can help, and a slip can be mended."""
    page, _ = open_page()
    begin_questions(page)
    pages = pages_of_questions(page)
    for number in range(1, EMERGENCIES + 1):
        say_no(page, f"{number} of {pages}")
    page.get_by_role("heading", name="Are you under 18?").wait_for()
    page.get_by_role("button", name="Yes", exact=True).click()
    page.get_by_role("button", name="Yes, that is right").click()
    title = "This is not made for you yet."
    page.get_by_role("heading", name=title).wait_for()
    told = page.locator("main").inner_text()
    assert "Please tell a parent, or someone you trust" in told
    assert "Do no exercises now" not in told
    no_way_in(page, title)

    page.get_by_role("button", name="Answer the questions again").click()
    for number in range(1, pages + 1):
        say_no(page, f"{number} of {pages}")
    page.get_by_role("heading", name="Today").wait_for()
    assert "none" == asked(page, "/api/today")["screening"]["lock"]


def test_a_condition_changes_the_plan_and_it_says_so(open_page: Callable[..., Opened]) -> None:
    """I have spinal stenosis: with care, nothing that narrows the back, and the bridge lower."""
    page, _ = open_page()
    pages = asked(page, "/api/screening")["pages"]
    place = [each["id"] for each in pages if not each["only_if"]].index("back") + 1
    tick_one(page, place=place, name="Spinal stenosis")
    page.get_by_role("heading", name="You can go on, with care.").wait_for()
    page.get_by_text("The exercises are chosen and changed to suit what you told us.").wait_for()
    page.get_by_role("listitem").filter(has_text="Spinal stenosis").wait_for()
    page.get_by_role("button", name="Go on").click()
    page.get_by_role("heading", name="Today").wait_for()
    names = open_plan(page)

    assert "Bridge" in names
    assert set() == {"Cobra", "Kneeling back bend"} & set(names)
    page.get_by_label("Why this? Bridge").click()
    page.get_by_text("Lift lower, so that the back never bends backwards.").wait_for()
    page.get_by_text("Left out today, and why").click()
    cobra = page.locator(".left-out > ul > li").filter(
        has=page.get_by_role("heading", name="Cobra")
    )
    assert "Bending backwards narrows the back further." in cobra.inner_text()
    assert "Instead: Knee to chest." in cobra.inner_text()


def test_in_a_flare_only_the_easiest_is_done_and_on_the_worst_days_nothing(
    open_page: Callable[..., Opened],
) -> None:
    """Pain eight: no session, but how to lie. Pain seven: only a walk and the easiest, and why."""
    page, watch = open_page()
    watch.expected = ("409",)
    answer_all(page)
    set_out(page, pain=8)
    page.get_by_role("heading", name="With pain of 8 or more there is no session today.").wait_for()
    told = page.locator(".stop").inner_text()
    assert "on your back with your lower legs on a chair" in told
    assert "Walk a little, now and then." in told
    assert [] == asked(page, "/api/record")["sessions"]

    page.get_by_role("link", name="Today").click()
    page.get_by_text("Pain today: 8").wait_for()
    assert "No exercises today." in page.locator("#plan-words").inner_text()
    page.get_by_role("link", name="Change it", exact=True).click()
    choose(page, "Pain in your back now", 7)
    page.get_by_role("button", name="Done").click()
    page.get_by_role("button", name=re.compile("^Start: ")).wait_for()
    assert ["March on the spot, sitting march", "Walk"] == open_plan(page)
    page.get_by_role("button", name="Start").click()
    choose(page, "Pain in your back", 7)
    choose(page, "Stiffness", 3)
    page.get_by_role("button", name="Start").click()
    page.locator(".session").wait_for()
    page.get_by_text("a few easy steps and a walk are enough.").wait_for()
    schedule = asked(page, f"/api/sessions/{session_id(page)}")["schedule"]
    done = {each["exercise"] for each in schedule["segments"] if each["exercise"]}
    assert {"march", "walk"} == done


def test_what_hurts_is_stopped_at_once_and_the_next_plan_listens(
    open_page: Callable[..., Opened],
) -> None:
    """That hurts, I say, and it ends there; next time it goes less far, and I read why."""
    page, _ = open_page("/?speed=20")
    hurt_in_a_hold(page)
    page.get_by_role("heading", name="Stop. Let go slowly.").wait_for()
    choose(page, "How much did it hurt?", 5)
    page.get_by_role("button", name="End the session").click()
    end_and_tell(page, worst=5)
    page.get_by_role("heading", name="Good that you listened to your body").wait_for()
    page.get_by_text("Ended because it hurt").wait_for()
    bridge = why_of(page, "Bridge")

    assert "Go only part of the way." in bridge
    assert "shorter. R6" in bridge
    changes = page.locator(".changes").inner_text()
    assert "Bridge: a little too much, so less far and shorter next time." in changes


def test_what_moves_down_the_leg_gets_a_minute_and_one_question(
    open_page: Callable[..., Opened],
) -> None:
    """It went to my thigh: a minute runs and rings; still there, I say, and it ends there."""
    page, _ = open_page("/?speed=20")
    hurt_in_a_hold(page)
    page.get_by_label("Thigh").check()
    page.get_by_role("timer").wait_for()
    page.get_by_text("Is it still further down the leg than before?").wait_for()
    page.get_by_role("button", name="Yes, still: end the session").click()
    page.get_by_role("heading", name="How was it?").wait_for()


def test_after_a_red_session_all_is_asked_again_and_it_goes_a_level_easier(
    open_page: Callable[..., Opened],
) -> None:
    """It hurt far more than it should: every question again, one level easier, and no way round."""
    page, _ = open_page("/?speed=30")
    answer_all(page)
    assert "Level Start." in why_of(page, "Bridge")
    start_one(page)
    end_and_tell(page, worst=7)
    page.get_by_role("button", name="Done").click()
    page.get_by_text("After the last time we ask everything again, to be sure.").wait_for()
    answer_by_hand(page)
    page.get_by_role("heading", name="Today").wait_for()
    why = why_of(page, "Bridge, pelvic tilt")

    assert "Bridge: it hurt more than it should, so one level easier. R5" in why
    changes = page.locator(".changes").inner_text()
    assert "Bridge: it hurt more than it should, so one level easier." in changes
    assert "This one keeps you safe, so it stays." in changes
    assert 0 == page.get_by_role("button", name="Take it back").count()


def test_answers_that_contradict_each_other_lead_back_to_both(
    open_page: Callable[..., Opened],
) -> None:
    """Thin bones ticked, but not among the flags: both pages again, and nothing else."""
    page, watch = open_page()
    watch.expected = ("422",)
    tick_one(page, place=14, name="Osteoporosis or thin bones")
    page.get_by_role("alert").filter(has_text="Please look at the two again").wait_for()
    page.get_by_label("Long use of steroids").check()
    page.get_by_role("button", name="These, and no others").click()
    page.get_by_label("Osteoporosis or thin bones").uncheck()
    page.get_by_role("button", name="None of these").click()
    page.get_by_role("heading", name="Please see a clinician first.").wait_for()

    assert "clinician_first" == asked(page, "/api/today")["screening"]["last"]["verdict"]
