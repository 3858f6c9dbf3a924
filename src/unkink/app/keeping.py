"""Keeping what is a person's: all of it out, all of it in again, all of it away."""

from __future__ import annotations

from dataclasses import dataclass, replace

import unkink
from unkink import told
from unkink.app.given import Given
from unkink.app.merging import merged
from unkink.ports import Everything, Export


@dataclass(frozen=True)
class Keeping:
    """Hands out and takes in whole records."""

    given: Given

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


def _size(everything: Everything) -> int:
    return len(everything.answers) + len(everything.entries) + len(everything.sessions)
