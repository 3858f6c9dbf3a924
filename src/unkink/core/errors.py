"""
Every way Unkink refuses, each with one line saying why and one saying what to do.

    Refused
      NotFound          there is nothing of that name
      NotCleared        the safety questions do not allow a session now
      Conflict          it does not fit what is already in the record
      Invalid           what was asked makes no sense
      FolderRefused     the data folder can't be used; nothing in it was changed

Bad exercise files are no exceptions: they are `Problem` values beside the good ones.
"""

from __future__ import annotations


class Refused(Exception):  # noqa: N818 - it is a decision told to a person, not an error of ours
    """What was asked is not done, for a reason a person can read."""

    def __init__(self, error: str, what_to_do: str, *, about: tuple[str, ...] = ()) -> None:
        super().__init__(error)
        self.error = error
        self.what_to_do = what_to_do
        self.about = about
        """The ids of the answers to look at again; empty: none in particular."""

    def __str__(self) -> str:
        return f"{self.error} {self.what_to_do}"


class NotFound(Refused):
    """There is nothing of that name."""


class NotCleared(Refused):
    """The safety questions do not allow a session now."""


class Conflict(Refused):
    """It does not fit what is already in the record."""


class Invalid(Refused):
    """What was asked makes no sense."""


class FolderRefused(Refused):
    """The data folder can't be used; nothing in it was changed."""
