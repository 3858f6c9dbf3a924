"""Keeping what is a person's: all of it out, all of it in again, all of it away."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Final

import unkink
from unkink import told
from unkink.app.given import Given, local
from unkink.app.merging import merged
from unkink.app.planning import Planning
from unkink.app.safety import Safety
from unkink.core.errors import Invalid
from unkink.ports import Everything, Export

ERASE: Final = "delete everything"
"""What a person types before all is deleted."""


@dataclass(frozen=True)
class Keeping:
    """Hands out and takes in whole records."""

    given: Given
    safety: Safety
    planning: Planning

    def everything(self) -> Everything:
        """Tell all that is kept of the person."""
        return replace(self.given.store.everything(), files=self.given.files.read())

    def export(self) -> Export:
        """Tell everything, as of now, for other programs."""
        return Export(
            everything=self.everything(),
            tallies=self.given.store.tallies(),
            exercises=self.given.exercises,
            at=self.given.clock(),
            version=unkink.__version__,
            next_days=() if self.safety.need().locked else self.planning.next_days(),
        )

    def take_in(self, theirs: Everything) -> told.TakenIn:
        """
        Add a whole record to this one; what is here already is not added again.

        Refused with nothing changed where the two contradict each other.
        """
        before = self.everything()
        after = merged(before, theirs)
        self.put(after, before=before)
        # The first look at the record need not wait for its counting.
        self.given.store.tallies()
        return told.TakenIn(
            sessions=len(after.sessions) - len(before.sessions),
            entries=len(after.entries) - len(before.entries),
            answers=len(after.answers) - len(before.answers),
            files=len(after.files) - len(before.files),
            known=_size(theirs) - (_size(after) - _size(before)),
        )

    def put(self, after: Everything, *, before: Everything) -> None:
        """Keep this in place of all that was kept."""
        files = self.given.files
        files.write(after.files)
        try:
            self.given.store.replace(after)
        except BaseException:
            files.write(before.files)
            raise

    def pack(self) -> bytes:
        """Copy everything into one file, and give what is in it."""
        return self.given.copies.pack(by=unkink.__version__, at=self._at())

    def unpack(self, content: bytes) -> Everything:
        """Tell what is in such a file; refused when it is not whole."""
        return self.given.copies.unpack(content)

    def restore(self, theirs: Everything) -> str:
        """Keep this in place of all that was kept, a copy of which is put aside; tell its name."""
        name = self.given.copies.keep("before-restore", by=unkink.__version__, at=self._at())
        self.put(theirs, before=self.everything())
        self.given.store.tallies()
        return name

    def erase(self, words: str) -> None:
        """Delete all that is kept, the copies too, once the person has typed the words for it."""
        if words.strip().lower() != ERASE:
            raise Invalid(f"To delete everything, type: {ERASE}.", "Nothing was deleted.")
        self.given.copies.forget()
        self.given.store.erase()

    def stands(self) -> told.Kept:
        """Tell what is kept, where, and how much room it takes."""
        store, place = self.given.store, self.given.copies.place()
        sessions = store.sessions()
        return told.Kept(
            folder=place.folder,
            size=place.size,
            sessions=len(sessions),
            since=local(sessions[-1].started_at_s) if sessions else None,
            entries=len(store.entries()),
            answers=len(store.answers()),
            files=len(self.given.files.read()),
            copies=place.copies,
            erase=ERASE,
        )

    def _at(self) -> str:
        return self.given.clock().isoformat()


def _size(everything: Everything) -> int:
    return len(everything.answers) + len(everything.entries) + len(everything.sessions)
