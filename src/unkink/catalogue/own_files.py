"""The person's own exercise files, in their data folder."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

from unkink.core.errors import FolderRefused, Invalid

if TYPE_CHECKING:
    from collections.abc import Mapping

NAME: Final = re.compile(r"[a-z0-9_]{1,60}\.toml")
"""A name that can't lead out of the folder."""


@dataclass(frozen=True, slots=True)
class OwnFilesIn:
    """Reads and writes the exercise files of one folder; see `ports.OwnFiles`."""

    folder: Path

    def read(self) -> Mapping[str, str]:
        """Tell them all, by name."""
        try:
            return {
                path.name: path.read_text(encoding="utf-8", errors="replace")
                for path in sorted(self.folder.glob("*.toml"))
            }
        except OSError as problem:
            raise _refused(self.folder, problem) from problem

    def write(self, files: Mapping[str, str]) -> None:
        """Make these all there are; each is written whole or not at all."""
        now = self.read()
        strange = next((each for each in files.keys() - now if not NAME.fullmatch(each)), None)
        if strange is not None:
            raise Invalid(
                f"{strange[:60]!r} is no name for an exercise file.",
                "Small letters, digits and _, then .toml. Nothing was changed.",
            )
        try:
            for name, text in files.items():
                if now.get(name) != text:
                    self._write(name, text)
            for name in now.keys() - files.keys():
                (self.folder / name).unlink()
        except OSError as problem:
            raise _refused(self.folder, problem) from problem

    def _write(self, name: str, text: str) -> None:
        self.folder.mkdir(parents=True, exist_ok=True)
        part = self.folder / f".{name}.part"
        part.write_text(text, encoding="utf-8")
        part.replace(self.folder / name)


def _refused(folder: Path, problem: OSError) -> FolderRefused:
    return FolderRefused(
        f"Your own exercises in {folder} can't be used: {problem.strerror or problem}.",
        "Check that you may read and write there.",
    )
