"""
Compile what is done with each picture, for machines that watch hundreds of people at once.

The source is the same and so is what it does; mypyc makes C of it, which is nearly twice as fast.
Nobody needs it at home: `UNKINK_COMPILED=1` asks for it as a wheel is built, and it takes a C
compiler. `python build_compiled.py FOLDER` puts a compiled package into a folder, to be tried.
"""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Final

SOURCE: Final = Path(__file__).parent / "src"
NEEDS: Final = ("mypy>=2.4", "setuptools>=80")
"""What compiling takes, besides a C compiler."""
COACH: Final = (
    "coach", "faults", "follow", "gallery", "live", "looking_back", "measures", "memory", "others",
    "paths", "placing", "plausibility", "posture", "recognition", "repetition", "ruler", "shape",
    "sight", "sign", "smoothing", "stretch", "viewing",
)  # fmt: skip
EACH_PICTURE: Final = (
    "core/body",
    *(f"core/coach/{name}" for name in COACH),
    "landmarks/choosing",
    "web/live_wire",
)
"""The modules that a picture passes through."""


def compile_into(folder: Path) -> list[Path]:
    """Put the package into a folder, compiled; tell what was added, as paths inside the folder."""
    shutil.copytree(SOURCE, folder, dirs_exist_ok=True, ignore=shutil.ignore_patterns("*.so"))
    modules = [Path("unkink", f"{name}.py") for name in EACH_PICTURE]
    for module in modules:
        file = folder / module
        file.write_text(_readable_for_mypyc(file.read_text("utf-8")), "utf-8")
    mypyc = [sys.executable, "-m", "mypyc", "--ignore-missing-imports", "--follow-imports=silent"]
    done = subprocess.run(  # noqa: S603 - our own source
        [*mypyc, *map(str, modules)], cwd=folder, check=False, capture_output=True, text=True
    )
    if done.returncode:
        sys.exit(f"It can't be compiled.\n{done.stdout}{done.stderr}")
    shutil.rmtree(folder / "build")
    return [path.relative_to(folder) for path in folder.rglob("*.so")]


def _readable_for_mypyc(source: str) -> str:
    """
    Let mypyc see what it asks for as it runs.

    That is the types of a tuple's fields, and fields that a dataclass may set when it begins.
    """
    source = source.replace("\nif TYPE_CHECKING:\n", "\nif True:\n")
    return re.sub(r": Final\[float\]$", ": float", source, flags=re.MULTILINE)


if __name__ == "__main__":
    compile_into(Path(sys.argv[1]))
