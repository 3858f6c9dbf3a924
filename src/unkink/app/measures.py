"""Whether it helps: each day's own number, instruments, trials, and what they add up to."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from unkink import told
from unkink.app.choices import Choices
from unkink.app.given import Given
from unkink.app.sessions import Sessions
from unkink.core.errors import Conflict, Invalid, NotFound
from unkink.core.history.entries import Day, Measure, Profile, Wording
from unkink.core.outcomes.catalogue import INSTRUMENTS
from unkink.core.outcomes.questionnaires import PAIN, STIFFNESS
from unkink.core.outcomes.scoring import Unscored, fits, score
from unkink.core.outcomes.self_tests import SELF_TESTS, Unmeasured, self_test
from unkink.core.outcomes.wording import Misfit, read_wording, usable, worded
from unkink.core.safety.precautions import precaution

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

    from unkink.core.body import Frame
    from unkink.core.history.entries import Trial
    from unkink.core.history.record import Value
    from unkink.progress.kept import Kept
    from unkink.progress.told import Design, Progress

NOT_ASKED: Final = "First answer all the safety questions: they ask what this test could harm."
NOT_FOR_YOU: Final = "Not for you."
BY_CAMERA: Final = 2.0
"""The second of the choices an instrument gives for how it was measured."""


@dataclass(frozen=True)
class Measures:
    """Keeps what a person says of how they are, and tells what it adds up to."""

    given: Given
    sessions: Sessions
    choices: Choices

    def progress(self) -> Progress:
        """Tell all the record says about getting on."""
        # The numbers behind it take a while to load; a first page has no need of them.
        from unkink.progress.progress import progress  # noqa: PLC0415

        kept = self._kept()
        unsafe = self._unsafe(kept.profile)
        return progress(kept, self._today(), names=self._names(), unsafe=unsafe)

    def day_now(self) -> told.DayNow:
        """Tell what was said of today and yesterday, and what a running trial says of today."""
        from unkink.progress.kept import ONE_DAY, kept  # noqa: PLC0415
        from unkink.progress.trial import trial_now  # noqa: PLC0415

        record, today = kept(self.given.store.entries("day", "trial"), ()), self._today()
        said, before = record.days.get(today), record.days.get(today - ONE_DAY)
        trial = trial_now(record, today, self._names())
        return told.DayNow(
            said=said.pain if said else None,
            yesterday=before.pain if before else None,
            trial=trial.today if trial else "",
        )

    def say_day(self, day: Day) -> None:
        """Keep today's own number; said again, the later counts."""
        told = {PAIN: day.pain, STIFFNESS: day.stiffness}
        for instrument, value in told.items():
            if value is not None and not fits(instrument.items[0], value):
                raise Invalid(f"{instrument.name} goes from 0 to 10.", "Choose one of the numbers.")
        self.given.store.add_entry(replace(day, besides=day.besides.strip()), at=self._at())

    def fill_in(self, instrument_id: str, answers: Mapping[str, Value]) -> None:
        """Keep one filling-in of an instrument; what can't be scored is refused."""
        kept = self._kept()
        instrument = INSTRUMENTS.get(instrument_id)
        if instrument is None or instrument in (PAIN, STIFFNESS):
            raise NotFound("There is no such measure.", "Choose one of those under Progress.")
        if not usable(worded(instrument, kept.wordings.get(instrument_id, ()))):
            raise Conflict("Its official wording is not here.", "Supply it first.")
        unsafe = self._unsafe(kept.profile).get(instrument_id)
        if unsafe:
            raise Conflict(unsafe, "Leave this one out.")
        answers = {item: _as_kept(value) for item, value in answers.items()}
        found = score(instrument, answers)
        if isinstance(found, Unscored):
            raise Invalid(" ".join(found.reasons), "Please look at it once more.")
        measure = Measure(instrument=instrument_id, version=instrument.version, answers=answers)
        self.given.store.add_entry(measure, at=self._at())

    def see(self, instrument_id: str, frames: Sequence[Frame]) -> told.SelfTested:
        """Read a movement test off what the camera saw; nothing is kept until it is filled in."""
        if instrument_id not in SELF_TESTS:
            raise NotFound("The camera can't measure that.", "Enter it by hand.")
        unsafe = self._unsafe(self._kept().profile).get(instrument_id)
        if unsafe:
            raise Conflict(unsafe, "Leave this one out.")
        height_cm = float(self.choices.settings()["height_cm"])
        found = self_test(instrument_id, frames, height_cm=height_cm)
        if isinstance(found, Unmeasured):
            return told.SelfTested(answers={}, why_not=found.reasons)
        return told.SelfTested(answers={**found, "by": BY_CAMERA}, why_not=())

    def supply_wording(self, instrument_id: str, *, text: str, source: str) -> None:
        """Keep the official words of an instrument that we must not write from memory."""
        instrument = INSTRUMENTS.get(instrument_id)
        if instrument is None or not instrument.supplied:
            raise NotFound("There is no such measure to supply words for.", "Go back to Progress.")
        if not source.strip():
            raise Invalid("Where the words are from is missing.", "Name the paper or the website.")
        found = read_wording(instrument, text)
        if isinstance(found, Misfit):
            raise Invalid(" ".join(found.reasons), "Paste the official sentences, one a line.")
        wording = Wording(instrument=instrument_id, sentences=found, source=source.strip())
        self.given.store.add_entry(wording, at=self._at())

    def begin_trial(
        self,
        design: Design,
        *,
        compared: tuple[str, ...] = (),
        long_lasting: bool | None = None,
    ) -> None:
        """
        Draw a trial and begin it today; only for pain that has lasted more than three months.

        Safe exercise for pain that is new is never put off.
        """
        from unkink.progress import trial  # noqa: PLC0415

        kept, today = self._kept(), self._today()
        self._check_long_lasting(kept.profile, long_lasting)
        if trial.trial_now(kept, today, {}) is not None:
            raise Conflict("A trial is already running.", "End it first.")
        self.given.store.add_entry(self._drawn(design, compared, kept, today), at=self._at())

    def end_trial(self) -> None:
        """Give the running trial up; what was told in it stays."""
        from unkink.progress import trial  # noqa: PLC0415

        kept, today = self._kept(), self._today()
        if kept.trial is None or trial.trial_now(kept, today, {}) is None:
            raise NotFound("No trial is running.", "Go back to Progress.")
        self.given.store.add_entry(trial.given_up(kept.trial.trial, today), at=self._at())

    def _drawn(self, design: Design, compared: tuple[str, ...], kept: Kept, today: date) -> Trial:
        from unkink.progress import trial  # noqa: PLC0415

        match design:
            case "baseline_then_exercises":
                if any((today - day).days < trial.RECENT_DAYS for day in kept.active):
                    raise Conflict(
                        "You did exercises in the last two weeks: there is no time without.",
                        "Choose weeks with and without instead.",
                    )
                return trial.baseline(today, self.given.lot)
            case "on_off":
                return trial.on_off(today, self.given.lot)
            case "a_or_b":
                first, second = self._two(compared)
                return trial.a_or_b(today, (first, second), self.given.lot)
            case _:
                raise Invalid("There is no such trial.", "Choose one of those offered.")

    def _two(self, compared: tuple[str, ...]) -> tuple[str, str]:
        known = [each for each in dict.fromkeys(compared) if each in self.given.exercises]
        if len(known) != 2 or len(compared) != 2:
            raise Invalid("It takes two different exercises.", "Choose two.")
        return known[0], known[1]

    def _check_long_lasting(self, profile: Profile, said: bool | None) -> None:  # noqa: FBT001 - an answer
        lasting = profile.long_lasting if said is None else said
        if said is not None and said != profile.long_lasting:
            self.given.store.add_entry(replace(profile, long_lasting=said), at=self._at())
        if lasting is None:
            raise Conflict(
                "A trial is only for pain that has lasted more than three months.",
                "Say first whether yours has.",
            )
        if not lasting:
            raise Conflict(
                "Pain that is new should not wait for a trial.",
                "Gentle exercise and walking now are the better way.",
            )

    def _unsafe(self, profile: Profile) -> Mapping[str, str]:
        # By the exercise a test is most like; unknown never reads as fine.
        tests = [each for each in INSTRUMENTS.values() if each.like]
        if profile.conditions is None:
            return dict.fromkeys([each.id for each in tests], NOT_ASKED)
        found = {}
        for test in tests:
            like = self.given.exercises.get(test.like)
            if like is None:
                found[test.id] = NOT_FOR_YOU
                continue
            said = precaution(like, profile.conditions)
            if not said.allowed:
                found[test.id] = " ".join([NOT_FOR_YOU, *(each.words for each in said.reasons)])
        return found

    def _kept(self) -> Kept:
        from unkink.progress.kept import kept  # noqa: PLC0415

        sessions = ((each.started_at.date(), each) for each in self.sessions.record())
        return kept(self.given.store.entries(), sessions)

    def _names(self) -> Mapping[str, str]:
        return {each.id: each.name for each in self.given.exercises.values()}

    def _today(self) -> date:
        return self.given.clock().date()

    def _at(self) -> str:
        return self.given.clock().isoformat()


def _as_kept(value: Value) -> Value:
    # One kind of number in the record: 4 and 4.0 are the same answer.
    if isinstance(value, bool) or not isinstance(value, int | float):
        return value
    return float(value)
