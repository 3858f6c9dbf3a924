"""The safety questions at a keyboard, or from a script: the same pages as everywhere."""

from __future__ import annotations

from typing import TYPE_CHECKING

from unkink.core.errors import NotCleared

if TYPE_CHECKING:
    from unkink.app import UseCases
    from unkink.core.safety.advice import Clearance
    from unkink.core.safety.rounds import Answer, Page
    from unkink.terminal.asking import Asker


def clear(app: UseCases, asker: Asker) -> None:
    """Ask the safety questions that are due; whoever is not cleared is refused, and told why."""
    screening = app.safety.questions()
    if not screening.ask:
        return
    say = asker.console.print
    if screening.lock != "none" and (last := app.today().screening.last):
        _tell(asker, last)
    say(screening.why, style="bold")
    say(screening.new_means)
    given: dict[str, Answer] = {}
    asked = [each for each in screening.pages if not each.only_if]
    for page in screening.pages:
        if page.only_if and given.get(page.only_if) is not True:
            continue
        place = f"{asked.index(page) + 1} of {len(asked)}. " if page in asked else ""
        if not _ask(asker, page, place, given):
            break
    clearance = app.safety.answer(screening.version, given)
    if not clearance.cleared:
        _tell(asker, clearance)
        raise NotCleared("No session today.", clearance.what_to_do[0])
    if clearance.what_to_do:
        _tell(asker, clearance)
    say()


def _ask(asker: Asker, page: Page, place: str, given: dict[str, Answer]) -> bool:
    """Ask one page, and say whether to ask on: not after an emergency, and not after a blank."""
    asker.console.print(f"\n{page.title}", style="bold")
    if page.help:
        asker.console.print(page.help)
    if page.kind == "list":
        return _tick(asker, page, place, given)
    only = page.asked[0].id
    if page.kind == "date":
        given[only] = asker.day(f"{place}Which day?")
        return given[only] is not None
    answer = given[only] = asker.yes_or_no(f"{place}Yes or no?")
    return answer is not None and not (page.urgent and answer)


def _tick(asker: Asker, page: Page, place: str, given: dict[str, Answer]) -> bool:
    for each in page.asked:
        asker.console.print(f"  - {each.text}")
    any_of = asker.yes_or_no(f"{place}Any of these?")
    if not any_of:
        given.update(dict.fromkeys((each.id for each in page.asked), any_of))
        return any_of is not None
    for each in page.asked:
        if each.help:
            asker.console.print(f"  {each.help}")
        given[each.id] = asker.yes_or_no(f"  {each.question}")
        if given[each.id] is None:
            return False
    return True


def _tell(asker: Asker, clearance: Clearance) -> None:
    say, urgent = asker.console.print, clearance.verdict == "emergency"
    say(f"\n{clearance.title}", style="bold" if clearance.cleared else "bold red")
    if not urgent:
        for reason in clearance.reasons:
            say(f"  - {reason.words}")
    for words in clearance.what_to_do:
        say(f"  {words}")
    for words in clearance.tell:
        say(f"  Say: “{words}”")
    if clearance.on:
        say(f"  {clearance.on}")
