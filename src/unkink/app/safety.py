"""Whether to start at all: the safety questions, and what the answers lead to."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from unkink import told
from unkink.app.choices import Choices
from unkink.app.given import Given
from unkink.core.errors import NotCleared
from unkink.core.safety import questions, screening
from unkink.core.safety.advice import Clearance, in_words
from unkink.core.safety.emergency_numbers import COUNTRIES

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True)
class Safety:
    """Asks, keeps the answers, and lets through only whom they clear."""

    given: Given
    choices: Choices

    def questions(self) -> told.Screening:
        """Tell the safety questions, and which of them to ask now."""
        need, call = self.need(), self.choices.call()
        return told.Screening(
            version=questions.VERSION,
            new_means=questions.NEW_MEANS,
            questions=questions.QUESTIONS,
            ask=need.ask,
            why=need.why,
            country=call.country,
            call=call.number,
            call_note=call.note,
            countries=COUNTRIES,
        )

    def answer(self, version: str, answers: Mapping[str, bool | None]) -> Clearance:
        """
        Keep the answers, and say whether a session may start.

        An emergency answer also ends whatever session is open.
        """
        now_s, store = self.given.now_s(), self.given.store
        given = set(self.need().ask) | set(questions.SHORT) | set(answers)
        asked = tuple(each for each in questions.ALL if each in given)
        store.add_answers(now_s, version, answers)
        verdict = screening.screen(answers, version=version, asked=asked)
        if isinstance(verdict, screening.Emergency):
            for each in store.open_sessions():
                store.close(each.id, status="stopped", at_s=now_s)
        return in_words(verdict, self.choices.call())

    def need(self) -> screening.Need:
        """Tell what to ask before the next session, and whether it is locked."""
        store = self.given.store
        latest = store.sessions(limit=1)
        return screening.needed(
            store.answers(),
            now_s=self.given.now_s(),
            used=latest[0].opened_by if latest else None,
        )

    def told_need(self, need: screening.Need) -> told.ScreeningNeed:
        """Put a need into words, with what the last answers led to."""
        verdict = screening.standing_verdict(self.given.store.answers())
        return told.ScreeningNeed(
            ask="none" if not need.ask else "short" if need.ask == questions.SHORT else "all",
            why=need.why,
            locked=need.locked,
            last=in_words(verdict, self.choices.call()) if verdict is not None else None,
        )

    def check_cleared(self) -> None:
        """Refuse whom the answers do not clear, or who has not answered yet."""
        need = self.need()
        if need.locked:
            raise NotCleared(need.why, f"Get help first: call {self.choices.call().number}.")
        if need.ask:
            raise NotCleared(need.why, "Answer the safety questions first.")
