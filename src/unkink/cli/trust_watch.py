"""Watches whom this very process speaks to, by what Python tells and by what the system tells."""

from __future__ import annotations

import sys
import threading
from dataclasses import dataclass, field
from ipaddress import ip_address
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from collections.abc import Iterator

SPEAKING: Final = frozenset({"socket.connect", "socket.sendto", "socket.sendmsg"})
ASKING: Final = frozenset({"socket.getaddrinfo", "socket.gethostbyname", "socket.gethostbyaddr"})
TABLES: Final = ("tcp", "tcp6", "udp", "udp6")
LOOK_S: Final = 0.005
PROC: Final = Path("/proc/self")


@dataclass(slots=True)
class Spoken:
    """Whom was spoken to, and what was asked for by name."""

    here: int = 0
    """How often this machine spoke to itself."""
    outside: set[str] = field(default_factory=set)
    looked: int = 0
    """How often the system's own list of connections was looked at; 0: it has none."""


class Watch:
    """
    Watches from when it is entered until it is left.

    Python itself tells of every connection made through it; the system's list, where it has one
    (Linux), also has those of libraries that are not written in Python.
    """

    def __init__(self) -> None:
        self.spoken = Spoken()
        self._over = threading.Event()
        self._looks = threading.Thread(target=self._look, daemon=True, name="looks at connections")

    def __enter__(self) -> Spoken:
        # A hook can't be taken out again: once it is over, this one hears nothing.
        sys.addaudithook(self._hear)
        if (PROC / "net").is_dir():
            self._looks.start()
        return self.spoken

    def __exit__(self, *_: object) -> None:
        self._over.set()
        if self._looks.is_alive():
            self._looks.join()

    def _hear(self, event: str, told: tuple[Any, ...]) -> None:
        if self._over.is_set():
            return
        if event in SPEAKING:
            self._note(told[1])
        elif event in ASKING and told[0] is not None and not _is_here(told[0]):
            self.spoken.outside.add(f"the name {_text(told[0])}")

    def _note(self, address: object) -> None:
        if not isinstance(address, tuple) or not address or _is_here(address[0]):
            self.spoken.here += 1
        else:
            self.spoken.outside.add(f"{_text(address[0])} port {address[1]}")

    def _look(self) -> None:
        while not self._over.wait(LOOK_S):
            self.spoken.looked += 1
            self.spoken.outside.update(there for there in connections() if not _is_here(there))


def connections() -> Iterator[str]:
    """Tell the far ends of this process's own connections, as the system lists them."""
    ours = set(_sockets())
    for name in TABLES:
        try:
            lines = (PROC / "net" / name).read_text(encoding="ascii").splitlines()[1:]
        except OSError:
            continue
        for line in lines:
            words = line.split()
            far, inode = words[2].partition(":")[0], words[9]
            if inode in ours and far.strip("0"):
                yield far_end(far)


def far_end(listed: str) -> str:
    """Read an address as the system lists it: hexadecimal, four bytes at a time, each backwards."""
    whole = bytes.fromhex(listed)
    fours = [whole[at : at + 4] for at in range(0, len(whole), 4)]
    if sys.byteorder == "little":
        fours = [each[::-1] for each in fours]
    return str(ip_address(b"".join(fours)))


def _sockets() -> Iterator[str]:
    for each in (PROC / "fd").iterdir():
        try:
            there = str(each.readlink())
        except OSError:  # closed meanwhile
            continue
        if there.startswith("socket:["):
            yield there[8:-1]


def _is_here(host: object) -> bool:
    if host == "localhost":
        return True
    try:
        found = ip_address(_text(host).partition("%")[0])
    except ValueError:
        return False
    mapped = getattr(found, "ipv4_mapped", None)
    return (mapped or found).is_loopback


def _text(host: object) -> str:
    return host.decode(errors="replace") if isinstance(host, bytes) else str(host)
