"""Single keys from a terminal, without waiting for Enter."""

from __future__ import annotations

import os
import select
from importlib.util import find_spec
from typing import TYPE_CHECKING, Any, Final, Literal, Self, TextIO

if TYPE_CHECKING:
    from types import TracebackType

Key = Literal["pause", "back", "skip", "repeat", "easier", "hurts", "stop"]

KEYS: Final[dict[bytes, Key]] = {
    b" ": "pause",
    b"\x1b[D": "back",
    b"\x1bOD": "back",
    b"\x1b[C": "skip",
    b"\x1bOC": "skip",
    b"r": "repeat",
    b"e": "easier",
    b"h": "hurts",
    b"q": "stop",
}


def can_read_keys() -> bool:
    """Say whether this system lets us; Windows does not, and a session there runs without keys."""
    return find_spec("termios") is not None


class Keyboard:
    """The keys of a terminal while a session runs; leaving puts the terminal back as it was."""

    def __init__(self, stream: TextIO) -> None:
        self._fd = stream.fileno()
        self._before: list[Any] = []

    def __enter__(self) -> Self:
        """Ask the terminal for keys as they come, unechoed."""
        import termios  # noqa: PLC0415 - Windows has none
        import tty  # noqa: PLC0415

        self._before = termios.tcgetattr(self._fd)
        tty.setcbreak(self._fd)
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Put the terminal back, whatever happened."""
        import termios  # noqa: PLC0415

        termios.tcsetattr(self._fd, termios.TCSADRAIN, self._before)

    def pressed(self, wait_s: float) -> Key | None:
        """Wait this long at most for a key, and tell which; `None` for none or one unknown."""
        if not select.select([self._fd], [], [], wait_s)[0]:
            return None
        typed = os.read(self._fd, 16)
        return KEYS.get(typed.lower() if len(typed) == 1 else typed)
