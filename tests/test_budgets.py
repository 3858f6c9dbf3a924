"""Small files and small functions: the next person should know at once where a line belongs."""

from __future__ import annotations

import ast
import re
from collections import Counter
from pathlib import Path

ROOT = Path(__file__).parent.parent
FOLDERS = ("src", "tests", "bench", "docs")
PYTHON = sorted(p for folder in FOLDERS for p in (ROOT / folder).rglob("*.py"))
PAGE = sorted(
    p
    for pattern in ("*.ts", "*.tsx", "*.css")
    for p in (ROOT / "page" / "src").rglob(pattern)
    if ".generated." not in p.name
)
FILE_LINES = 400
FUNCTION_LINES = 40


def test_no_file_is_longer_than_its_budget() -> None:
    """Whoever opens a file can read it in one sitting."""
    lengths = {p: len(p.read_text(encoding="utf-8").splitlines()) for p in PYTHON + PAGE}

    assert {} == {str(p): n for p, n in lengths.items() if n > FILE_LINES}


def test_no_function_is_longer_than_its_budget() -> None:
    """Whoever reads a function sees it whole, docstring aside."""
    long = {
        f"{path}:{node.name}": lines
        for path in PYTHON
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        and (lines := _lines_of_body(node)) > FUNCTION_LINES
    }

    assert {} == long


def _lines_of_body(node: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    first = node.body[1] if ast.get_docstring(node) and len(node.body) > 1 else node.body[0]
    return (node.end_lineno or first.lineno) - first.lineno + 1


def test_nothing_is_kept_that_nobody_uses() -> None:
    """Whoever reads a name knows that something depends on it."""
    words = Counter(re.findall(r"\w+", "\n".join(p.read_text(encoding="utf-8") for p in PYTHON)))
    named = [
        (path, name)
        for path in PYTHON
        if path.is_relative_to(ROOT / "src")
        for node in ast.parse(path.read_text(encoding="utf-8")).body
        for name in _named(node)
    ]

    assert [] == [f"{path}: {name}" for path, name in named if words[name] < 2]


def _named(node: ast.stmt) -> list[str]:
    """Give what a statement names; what a decorator takes is used by it."""
    if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
        return [] if node.decorator_list else [node.name]
    if isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name):
        return [node.target.id]
    return [each.id for each in getattr(node, "targets", []) if isinstance(each, ast.Name)]


def test_no_test_needs_its_thread_to_be_without_a_loop() -> None:
    """A browser test before it may have left one running: `tests/loops.py` brings its own."""
    tests = Path(__file__).parent
    wants = re.compile(r"asyncio\.run\(")
    found = {p.name for p in tests.rglob("*.py") if wants.search(p.read_text(encoding="utf-8"))}

    assert set() == found
