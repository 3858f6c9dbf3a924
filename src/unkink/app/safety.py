"""Whether to start at all: the safety questions, and what the answers lead to."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import TYPE_CHECKING, Final

from unkink import told
from unkink.app.choices import Choices
from unkink.app.given import Given, local
from unkink.app.planning import Planning
from unkink.core.errors import Invalid, NotCleared
from unkink.core.history.entries import Profile
from unkink.core.safety import gate, questions, rounds, screening
from unkink.core.safety.advice import Clearance, in_words
from unkink.core.safety.emergency_numbers import COUNTRIES
from unkink.core.safety.flags import LASTING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from unkink.core.safety.rounds import Answer

CHECK_COUNTS_FOR: Final = timedelta(days=84)
"""A clinician's word that is older says nothing about how it is now [D]."""


@dataclass(frozen=True)
class Safety:
    """Asks, keeps the answers, and lets through only whom they clear."""

    given: Given
    choices: Choices
    planning: Planning

    def questions(self) -> told.Screening:
        """Tell the safety questions, and which of them to ask now."""
        need, call = self.need(), self.choices.call()
        return told.Screening(
            version=rounds.VERSION,
            new_means=questions.NEW_MEANS,
            pages=rounds.pages(need.ask or rounds.ALL),
            ask=need.ask,
            why=need.why,
            lock=need.lock,
            before=gate.latest_round(self.given.store.answers()),
            today=self.given.clock().date().isoformat(),
            country=call.country,
            call=call.number,
            call_note=call.note,
            countries=COUNTRIES,
        )

    def answer(self, version: str, answers: Mapping[str, Answer]) -> Clearance:
        """
        Keep the answers, and say whether a session may start.

        An emergency answer also ends whatever session is open. Answers that can't all be right are
        refused, and nothing of them is kept; an emergency answer is always kept.
        """
        now_s, store, need = self.given.now_s(), self.given.store, self.need()
        alarming = screening.is_emergency(answers)
        if not alarming:
            self._check(answers, need)
        store.add_answers(now_s, version, answers)
        if alarming:
            for each in store.open_sessions():
                store.close(each.id, status="stopped", at_s=now_s)
        self._keep_profile(answers, whole=gate.latest_round(store.answers()) == answers)
        asked = {*need.ask, *rounds.SHORT, *answers}
        verdict = gate.verdict(store.answers(), asked=asked)
        return in_words(verdict, self.choices.call())

    def need(self) -> gate.Need:
        """Tell what to ask before the next session, and whether it is locked."""
        store, now_s = self.given.store, self.given.now_s()
        latest, answers = store.sessions(limit=1), store.answers()
        used = latest[0].opened_by if latest else None
        return gate.needed(
            answers,
            now_s=now_s,
            used=used,
            ask_all_after=self.planning.standing().ask_all_after,
            ask_all_since_s=self.planning.ask_all_since_s(),
        )

    def emergencies(self) -> frozenset[float]:
        """Tell when emergencies were told, in seconds since 1970: a session open then ended so."""
        return frozenset(
            each.at_s for each in self.given.store.answers() if screening.is_emergency(each.answers)
        )

    def told_need(self, need: gate.Need) -> told.ScreeningNeed:
        """Put a need into words, with what the last answers led to."""
        history, call = self.given.store.answers(), self.choices.call()
        verdict = gate.verdict(history) if history else None
        whole = screening.screen(gate.latest_round(history), version=rounds.VERSION)
        return told.ScreeningNeed(
            ask="none" if not need.ask else "short" if need.ask == rounds.SHORT else "all",
            why=need.why,
            locked=need.locked,
            lock=need.lock,
            last=in_words(verdict, call) if verdict is not None else None,
            care=in_words(whole, call).what_to_do if isinstance(whole, screening.WithCare) else (),
        )

    def check_cleared(self) -> None:
        """Refuse whom the answers do not clear, or who has not answered yet."""
        need = self.need()
        if need.lock == "emergency":
            raise NotCleared(need.why, f"Get help first: call {self.choices.call().number}.")
        if need.locked:
            raise NotCleared(need.why, "See a doctor or physiotherapist first.")
        if need.ask:
            raise NotCleared(need.why, "Answer the safety questions first.")

    def _check(self, answers: Mapping[str, Answer], need: gate.Need) -> None:
        """Refuse what can't be right, in one clear word."""
        for each in rounds.contradictions(answers):
            raise Invalid(each.words, "Nothing was kept yet.", about=each.between)
        odd = [
            key
            for key, value in answers.items()
            if isinstance(value, str) and key not in (rounds.A_CHECKED, rounds.B_CHECKED)
        ]
        if odd:
            raise Invalid(f"{odd[0][:20]!r} takes yes or no, not a date.", "Nothing was kept.")
        today = self.given.clock().date()
        since = local(need.since_s).date()
        if told_day := answers.get(rounds.A_CHECKED):
            first = min(since, today) if need.lock == "emergency" else date.min
            _check_day(told_day, first=first, last=today)
        if told_day := answers.get(rounds.B_CHECKED):
            _check_day(told_day, first=today - CHECK_COUNTS_FOR, last=today)

    def _keep_profile(self, answers: Mapping[str, Answer], *, whole: bool) -> None:
        """Let the plan know of the conditions, as soon as a whole round told them."""
        if not whole:
            return
        entries = self.given.store.entries("profile")
        latest = entries[-1].said if entries else None
        before = latest if isinstance(latest, Profile) else Profile()
        lasting = answers.get(LASTING)
        after = replace(
            before,
            conditions=screening.conditions_of(answers),
            long_lasting=lasting if isinstance(lasting, bool) else None,
        )
        if after != before:
            self.given.store.add_entry(after, at=self.given.clock().isoformat())


def _check_day(told_day: Answer, *, first: date, last: date) -> None:
    try:
        day = date.fromisoformat(told_day) if isinstance(told_day, str) else None
    except ValueError:
        day = None
    if day is None:
        raise Invalid("That is not a day.", "Write it as year-month-day, like 2026-11-24.")
    if not first <= day <= last:
        raise Invalid(
            f"The day must be from {first.isoformat()} to {last.isoformat()}.",
            "Nothing was kept. Choose the day again.",
        )
