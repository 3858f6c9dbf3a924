"""The plan of the day, in a browser: why this, otherwise, taken back, and done."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import datetime, timedelta
from functools import partial
from typing import TYPE_CHECKING

import pytest
from tests.browser.walk import answer_all, check_in, planned

from unkink.bootstrap import open_use_cases
from unkink.core.history.entries import Day
from unkink.core.history.record import Before, CheckIn, Event
from unkink.core.plan.choice import Asked
from unkink.core.safety import rounds

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.browser.conftest import Opened, Server

    from unkink.app import UseCases


def three_good_bridges(folder: Path) -> None:
    """Put three sessions into the record that were green and well taken: the bridge grows."""
    cases = open_use_cases(folder)
    first = cases.clock() - timedelta(days=5)
    for number in (0, 2, 4):
        now = first + timedelta(days=number)
        _session(replace(cases, clock=partial(_at, now)), now)
        tomorrow = (now + timedelta(days=1)).astimezone()
        cases.store.add_entry(Day(pain=2), at=tomorrow.isoformat())


def _at(now: datetime) -> datetime:
    return now


def _session(cases: UseCases, now: datetime) -> None:
    asked = cases.safety.need().ask or rounds.SHORT
    cases.safety.answer(rounds.VERSION, dict.fromkeys(asked, False))
    started = cases.sessions.start(Asked(exercises=("bridge",)), Before(pain=2, stiffness=2))
    done = [
        Event(
            seq=n,
            position_s=each.end_s,
            at=now.isoformat(),
            kind="segment_done",
            data={"segment": n - 1},
        )
        for n, each in enumerate(started.schedule.segments, 1)
    ]
    cases.sessions.append_events(started.session_id, done)
    cases.sessions.finish(started.session_id, CheckIn(pain=2, stiffness=2, worst=2))


@pytest.mark.browser
def test_the_plan_explains_itself_is_changed_and_taken_back_and_then_done(
    open_page: Callable[..., Opened], server: Server
) -> None:
    """I see why, swap one, take a step back, and am led through exactly what I saw."""
    server.stop()
    three_good_bridges(server.data)
    server.start()
    page, _ = open_page("/?speed=60")
    none = page.get_by_role("button", name="No, none of these")
    page.get_by_role("link", name="Why this? Or change it").click()
    page.get_by_text("Why this?").first.wait_for()
    assert "Bridge" in planned(page)

    page.get_by_label("Why this? Bridge").click()
    page.get_by_text("Bridge: it went well three times, so a little longer.").first.wait_for()
    page.get_by_text("8 times, 5 seconds each.").wait_for()

    page.get_by_label("Why this? Knee to chest").click()
    page.get_by_label("Swap Knee to chest for").select_option(label="Cobra")
    page.locator(".planned-item h2", has_text="Cobra").wait_for()
    assert "Knee to chest" not in planned(page)

    page.get_by_role("button", name="Take it back").click()
    page.get_by_text("8 times, 3 seconds each.").wait_for()
    wanted = planned(page)

    page.get_by_role("button", name="Start", exact=True).click()
    none.click()
    check_in(page, pain=2, stiffness=2)
    schedule = page.evaluate(
        "fetch('/api/sessions/' + location.hash.split('/')[2]).then(a => a.json())"
    )["schedule"]
    names = [each["name"] for each in schedule["segments"] if each["name"]]
    assert wanted == list(dict.fromkeys(names))


@pytest.mark.browser
def test_on_a_very_bad_day_the_plan_says_rest(open_page: Callable[..., Opened]) -> None:
    """Pain eight: no session begins, and it says how to lie."""
    page, watch = open_page()
    answer_all(page)
    page.get_by_role("button", name=re.compile("^Start: ")).click()
    page.get_by_role("group", name="Pain in your back").locator("label").nth(9).click()
    page.get_by_role("group", name="Stiffness").locator("label").nth(3).click()
    page.get_by_role("button", name="Start").click()

    page.get_by_text("there is no session today").wait_for()
    assert ["409" in said for said in watch.complaints] == [True]
    watch.complaints.clear()


@pytest.mark.browser
def test_what_my_clinician_set_is_printed_back_and_wins(open_page: Callable[..., Opened]) -> None:
    """I write down a limit; it stands there in plain words, and the plan keeps to it."""
    page, _ = open_page()
    answer_all(page)
    page.goto(f"{page.url.split('#')[0]}#/you")
    page.get_by_text("Set limits").click()
    page.get_by_label("Who set it").fill("Ms Weber")
    page.get_by_label("Bridge: how far").select_option(label="not at all")
    page.get_by_role("button", name="Keep these limits").click()
    page.get_by_text("Bridge: not at all.").wait_for()
    page.goto(f"{page.url.split('#')[0]}#/plan")
    names = planned(page)
    page.get_by_text("Left out today, and why").click()

    assert "Bridge" not in names
    page.get_by_text("Ms Weber said: not this one.").wait_for()
