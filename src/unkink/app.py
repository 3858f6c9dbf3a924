"""The use cases: screen, start, record, stop, finish."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import datetime

    from unkink.core.record import Choice, Event, Felt


@dataclass(frozen=True, slots=True, kw_only=True)
class UseCases:
    """Everything a person can do with Unkink, for the page and the terminal alike."""

    def hello(self) -> Any:
        """Say who answers here."""
        raise NotImplementedError

    def today(self) -> Any:
        """Tell where the person stands."""
        raise NotImplementedError

    def questions(self) -> Any:
        """Tell the safety questions, and which of them to ask now."""
        raise NotImplementedError

    def answer(self, version: str, answers: Mapping[str, bool | None]) -> Any:
        """Keep the answers, and say whether a session may start."""
        raise NotImplementedError

    def programmes(self) -> Sequence[Any]:
        """Tell the ready-made sessions."""
        raise NotImplementedError

    def start_session(
        self,
        *,
        programme: str | None = None,
        exercises: tuple[str, ...] = (),
        minutes: float | None = None,
        pain: int,
        stiffness: int,
    ) -> Any:
        """Start a session, if the safety questions allow one (else `NotCleared`)."""
        raise NotImplementedError

    def session(self, session_id: str) -> Any:
        """Tell a session as it stands."""
        raise NotImplementedError

    def append_events(self, session_id: str, events: Sequence[Event]) -> int:
        """Keep what happened, and tell the number of the last event in the record."""
        raise NotImplementedError

    def make_easier(self, session_id: str, *, seq: int, position_s: float, at: datetime) -> Any:
        """Make the rest of a session easier; recorded as the event `made_easier`."""
        raise NotImplementedError

    def finish_session(
        self,
        session_id: str,
        *,
        pain: int | None = None,
        stiffness: int | None = None,
        felt: Felt | None = None,
        note: str = "",
    ) -> Any:
        """Close a session with how it was."""
        raise NotImplementedError

    def record(self) -> Sequence[Any]:
        """Tell every session, newest first."""
        raise NotImplementedError

    def settings(self) -> Mapping[str, Choice]:
        """Tell what the person has chosen."""
        raise NotImplementedError

    def change_settings(self, changes: Mapping[str, Choice]) -> Mapping[str, Choice]:
        """Change some settings, keep the others."""
        raise NotImplementedError
