"""Ways through the page, in the words of whoever goes them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Page


def begin_questions(page: Page) -> None:
    """Start the safety questions."""
    page.get_by_role("button", name="Begin").click()


SEND_NOES = """
async (others) => {
  const { version, ask } = await (await fetch("/api/screening")).json();
  const plain = ask.filter((id) => !id.endsWith("_checked"));
  const noes = Object.fromEntries(plain.map((id) => [id, false]));
  const body = JSON.stringify({ version, answers: { ...noes, ...others } });
  const headers = { "content-type": "application/json" };
  return (await fetch("/api/screening", { method: "POST", headers, body })).json();
}
"""


def answer_all(page: Page, **others: bool | str) -> None:
    """Answer all that is due with no, except as told, without a click: for ways that lead on."""
    page.get_by_role("button", name="Begin").wait_for()
    told = page.evaluate(SEND_NOES, others)
    assert told["cleared"], told
    page.reload()
    page.get_by_role("heading", name="Today").wait_for()


def pages_of_questions(page: Page) -> int:
    """Tell how many pages of questions there are, without those that depend on an answer."""
    return sum(not each["only_if"] for each in asked(page, "/api/screening")["pages"])


def say_no(page: Page, place: str) -> None:
    """Say no to the page of questions at this place, one question or a list."""
    page.get_by_text(place, exact=True).wait_for()
    page.get_by_role("button", name=re.compile("^(No|None of these)$")).click()


def answer_by_hand(page: Page) -> None:
    """Go through all pages of questions with a no on each."""
    begin_questions(page)
    pages = pages_of_questions(page)
    for number in range(1, pages + 1):
        say_no(page, f"{number} of {pages}")


def choose(page: Page, scale: str, value: int) -> None:
    """Choose a number on a scale."""
    group = page.get_by_role("group", name=scale)
    group.locator("label", has_text=re.compile(f"^{value}$")).click()


def check_in(page: Page, *, pain: int = 3, stiffness: int = 4) -> None:
    """Say how one is, and start."""
    choose(page, "Pain in your back", pain)
    choose(page, "Stiffness", stiffness)
    page.get_by_role("button", name="Start").click()
    page.locator(".session .figure").wait_for()


def start_one(page: Page, exercise: str = "bridge") -> None:
    """Start a session of one exercise from its own page."""
    page.goto(f"{page.url.split('#')[0]}#/exercises/{exercise}")
    page.get_by_role("button", name="Start just this one").click()
    if page.get_by_role("button", name="No, none of these").count():
        page.get_by_role("button", name="No, none of these").click()
    check_in(page)


def check_in_with_the_camera(page: Page, exercise: str) -> None:
    """Begin a session of one exercise, with the camera wanted."""
    page.goto(f"{page.url.split('#')[0]}#/exercises/{exercise}")
    page.get_by_role("button", name="Start just this one").click()
    none = page.get_by_role("button", name="No, none of these")
    none.or_(page.get_by_role("heading", name="How are you now?")).wait_for()
    if none.count():
        none.click()
    choose(page, "Pain in your back", 1)
    choose(page, "Stiffness", 2)
    page.get_by_label("Use the camera").check()
    page.get_by_role("button", name="Start").click()
    page.get_by_role("heading", name="Place the camera").wait_for()


def session_id(page: Page) -> str:
    """Tell which session is on screen, from the address."""
    return page.url.rsplit("/", 1)[1]


def asked(page: Page, path: str) -> Any:
    """Ask the server directly."""
    answer = page.request.get(re.sub(r"^(https?://[^/]+).*$", r"\1", page.url) + path)
    assert answer.ok, answer.text()
    return answer.json()


def until(page: Page, kind: str) -> None:
    """Leave out what comes before the exercises proper, then wait for this kind of thing."""
    session = page.locator(".session")
    while session.get_attribute("data-kind") not in {"move", "hold", "pause", "finish"}:
        page.keyboard.press("ArrowRight")
        page.wait_for_timeout(50)
    page.locator(f".session[data-kind={kind}]").wait_for()


def pictures_there(page: Page) -> None:
    """Wait until every picture in sight is really there."""
    for _ in range(100):
        if page.evaluate(
            "[...document.images].every((one) => one.loading === 'lazy' || one.naturalWidth > 0)"
        ):
            return
        page.wait_for_timeout(100)
    message = "a picture never came"
    raise AssertionError(message)


def planned(page: Page) -> list[str]:
    """Tell the exercises of the plan on screen."""
    page.locator(".planned-item").first.wait_for()
    return page.locator(".planned-item h2").all_inner_texts()


def every_screen(page: Page) -> Iterator[str]:
    """Go through all screens, telling the name of each while it is shown."""
    page.get_by_role("button", name="Begin").wait_for()
    yield "before-we-begin"
    begin_questions(page)
    yield "question"
    pages = pages_of_questions(page)
    for number in range(1, 10):
        say_no(page, f"{number} of {pages}")
    page.get_by_label("Losing weight").check()
    yield "questions-to-tick"
    page.get_by_role("button", name="These, and no others").click()
    for number in range(11, pages + 1):
        say_no(page, f"{number} of {pages}")
    page.get_by_role("heading", name="You can go on, with care.").wait_for()
    yield "with-care"
    page.get_by_role("button", name="Go on").click()
    page.locator(".collage img").first.wait_for()
    pictures_there(page)
    yield "today"
    yield from _reading(page)
    page.goto(f"{page.url.split('#')[0]}#/exercises/knee_to_chest")
    page.get_by_role("button", name="Start just this one").click()
    page.get_by_role("heading", name="How are you now?").wait_for()
    yield "how-are-you"
    check_in(page)
    yield from _session(page)
    page.get_by_role("heading", name="How was it?").wait_for()
    yield "how-was-it"
    choose(page, "Pain now", 2)
    page.get_by_role("button", name="Save").click()
    page.locator(".summary").wait_for()
    yield "done"
    page.goto(f"{page.url.split('#')[0]}#/record")
    page.locator("summary").first.click()
    yield "record"
    yield from _direction_test(page)
    yield from _with_the_camera(page)
    yield from _before_the_next(page)


def _reading(page: Page) -> Iterator[str]:
    base = page.url.split("#")[0]
    for path, ready, name in (
        ("exercises", ".gallery img", "exercises"),
        ("exercises/knee_to_chest", ".demo .figure path", "exercise"),
        ("plan", ".planned img", "plan"),
        ("you", ".ticks", "you"),
        ("progress", ".answer", "progress"),
        ("day", ".scale", "day"),
        ("measure/psfs", ".activity", "measure"),
        ("measure/rmdq_24", ".supply", "measure-without-words"),
        ("trial", ".pills", "trial"),
        ("settings", "select", "settings"),
        ("your-data", ".ways-out li", "your-data"),
    ):
        page.goto(f"{base}#/{path}")
        page.locator(ready).first.wait_for()
        pictures_there(page)
        yield name


def _session(page: Page) -> Iterator[str]:
    yield "session-get-ready"
    until(page, "move")
    yield "session-move"
    page.locator(".session[data-kind=hold]").wait_for()
    page.wait_for_timeout(300)
    yield "session-hold"
    page.keyboard.press(" ")
    yield "session-paused"
    page.keyboard.press("h")
    yield "session-hurts"
    page.get_by_role("button", name="Leave this one out").click()
    page.keyboard.press("?")
    page.locator("dialog[open]").wait_for()
    yield "session-keys"
    page.keyboard.press("Escape")
    page.locator("dialog").wait_for(state="detached")
    page.keyboard.press("Escape")
    yield "session-stop"
    page.get_by_role("button", name="End it").click()


SAY_THIGH = """
() => fetch("/api/day", {
  method: "PUT",
  headers: { "content-type": "application/json" },
  body: JSON.stringify({ pain: 3, farthest: 3 }),
}).then(() => undefined)
"""


def _direction_test(page: Page) -> Iterator[str]:
    """Look at the test at an even pace, then go through it fast; nothing in it gets worse."""
    page.evaluate(SEND_NOES, {})
    page.evaluate(SAY_THIGH)
    base = page.url.split("/?")[0]
    for speed in (1, 60):
        page.goto(f"{base}/?speed={speed}#/direction-test")
        page.get_by_role("button", name="Begin the test").wait_for()
        if speed == 1:
            yield "direction-test"
        page.get_by_role("button", name="Begin the test").click()
        _felt_in(page, "Where is it felt now?")
        page.locator(".glance .figure path").first.wait_for()
        if speed == 1:
            yield "direction-test-hold"
    page.get_by_role("button", name="Done, all 5").click()
    _felt_in(page, "And now, right after?")
    _felt_in(page, "Where is it felt now?")
    page.locator(".glance .figure path").first.wait_for()
    yield "direction-test-move"
    page.get_by_role("button", name="Done, all 5").click()
    _felt_in(page, "And now, right after?")
    page.get_by_role("heading", name="What it showed").wait_for()
    yield "direction-test-told"
    page.goto(f"{base}/?speed=2#/")


def _felt_in(page: Page, question: str) -> None:
    page.get_by_role("heading", name=question).wait_for()
    page.locator(".felt-words label", has_text="Thigh").click()
    page.get_by_role("button", name="Go on").click()


def _with_the_camera(page: Page) -> Iterator[str]:
    check_in_with_the_camera(page, "knee_to_chest")
    yield "camera-loading"
    page.locator(".rate", has_text="pictures").wait_for()
    page.wait_for_timeout(1500)
    yield "camera-set-up"
    page.get_by_role("button", name="Start", exact=True).click()
    page.locator(".session .sight").wait_for()
    until(page, "move")
    page.locator(".sight-count").first.wait_for()
    yield "camera-session"
    page.keyboard.press(" ")
    page.wait_for_timeout(300)
    yield "camera-paused"
    page.keyboard.press("Escape")
    page.get_by_role("button", name="End it").click()
    choose(page, "Pain now", 2)
    page.get_by_role("button", name="Save").click()
    page.locator(".summary").wait_for()


def _before_the_next(page: Page) -> Iterator[str]:
    page.goto(f"{page.url.split('#')[0]}#/")
    page.get_by_role("button", name=re.compile("^Start")).click()
    page.get_by_role("heading", name="Is any of this new today?").wait_for()
    yield "questions-in-short"
    page.get_by_role("button", name="Yes, or not sure").click()
    page.get_by_role("button", name="Yes", exact=True).click()
    page.get_by_role("heading", name="You answered yes. Is that right?").wait_for()
    yield "yes-is-that-right"
    page.get_by_role("button", name="Yes, that is right").click()
    page.locator(".stop").wait_for()
    yield "stop"
