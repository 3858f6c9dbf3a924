"""The law of words: a coach, not a treatment, in every text that people meet."""

from __future__ import annotations

import ast
import re
import tomllib
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from pages.safety import HAZARDS

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).parent.parent
SOURCE, PAGE = ROOT / "src" / "unkink", ROOT / "page" / "src"

LAW = {
    "promise": r"\b(cures?|heal(s|ed|ing)?|therap\w+|fix(es)? your|guarantee\w*|pain.?free|"
    r"reliev\w+|relief|treat(s|ments?)?|realign\w*|detox\w*|toxin\w*|get rid of)\b",
    "crack": r"\b(crack(s|ing)?|pops?|popping|snaps?|snapping)\b",
    "push": r"no pain,? no gain|push (on|through|harder)|\bburn\b|work harder|"
    r"as far as you can|to the limit|maximum effort|come on[,!]|don't give up",
    "streak": r"\bstreaks?\b|don't break|keep it up|you (missed|failed)|lost your|shame|lazy",
}
"""What no text may say."""

FLAGS = re.DOTALL | re.MULTILINE

ALLOWED = (
    r"not (a |made a )?treatments?",
    r"coach,? not (a )?treatment",
    r"A crack with pain, numbness or weakness: stop",
    r"something cracks and it hurts",
    # Words of the questionnaires' own authors, of statistics, and of files.
    r"treatments? (effect|you )",
    r"no other treatment",
    r"a doctor treats",
)
"""What says the contrary, or names a thing: everything else counts."""


def test_no_text_promises_rewards_cracking_or_pushes() -> None:
    """Nobody is promised a cure, praised for a crack, told to push on, or shamed for a pause."""
    broken = [
        (where, law, text)
        for where, text in _texts()
        for law, words in LAW.items()
        if re.search(words, _without_allowed(text), re.IGNORECASE)
    ]

    assert [] == broken


@pytest.mark.parametrize(
    "text",
    [
        "This exercise heals your back.",
        "Relief in ten minutes!",
        "Feel the crack!",
        "No pain, no gain.",
        "Push through the last three.",
        "A streak of seven days. Keep it up!",
    ],
)
def test_the_law_would_notice(text: str) -> None:
    """A sentence that breaks the law is found, whichever of its parts it breaks."""
    assert any(re.search(words, text, re.IGNORECASE) for words in LAW.values())


def test_every_kind_of_text_is_read() -> None:
    """Exercise files, what Python tells, and what the page says: none is left unread."""
    where = {place.split(":")[0].rsplit(".", 1)[-1] for place, _ in _texts()}

    assert {"toml", "py", "ts", "tsx"} <= where
    assert len(list(_texts())) > 1500


def test_that_no_clinician_has_reviewed_it_stands_in_plain_sight() -> None:
    """Before the first question, where a session is refused, in the docs and on paper."""
    places = [
        PAGE / "screens" / "Safety.tsx",
        PAGE / "screens" / "Stop.tsx",
        PAGE / "screens" / "WithCare.tsx",
        SOURCE / "core" / "safety" / "leaflet.py",
        ROOT / "SAFETY.md",
        ROOT / "README.md",
        ROOT / "docs" / "evidence.md",
        ROOT / "docs" / "precautions.md",
    ]
    words = {place.name: re.sub(r"\s+", " ", place.read_text(encoding="utf-8")) for place in places}

    assert [] == [
        name
        for name, text in words.items()
        if not re.search(r"(not|No clinician has) (been )?reviewed", text, re.IGNORECASE)
    ]


def test_every_hazard_has_a_file_and_a_test_that_exist() -> None:
    """Whoever follows the safety page from harm to proof arrives there."""
    missing = []
    for hazard in HAZARDS:
        path, _, name = hazard.test.partition("::")
        proof = (ROOT / path).read_text(encoding="utf-8")
        if not (ROOT / hazard.file).exists() or f"def {name}(" not in proof:
            missing.append(hazard.harm)

    assert [] == missing


def _without_allowed(text: str) -> str:
    for each in ALLOWED:
        text = re.sub(each, "", text, flags=re.IGNORECASE)
    return text


def _texts() -> Iterator[tuple[str, str]]:
    """Yield every text with its place: in exercise files, in strings, between tags."""
    for path in sorted((SOURCE / "exercises").glob("*.toml")):
        table = tomllib.loads(path.read_text(encoding="utf-8"))
        yield from ((f"{path.name}:", text) for text in _strings_in(table))
    for path in sorted(SOURCE.rglob("*.py")):
        yield from _told_by(path)
    for pattern in ("*.ts", "*.tsx"):
        for path in sorted(PAGE.rglob(pattern)):
            if ".generated." not in path.name:
                yield from _shown_by(path)


def _strings_in(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for each in value.values():
            yield from _strings_in(each)
    elif isinstance(value, list):
        for each in value:
            yield from _strings_in(each)


def _told_by(path: Path) -> Iterator[tuple[str, str]]:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    # A docstring is for whoever reads the code, not for whoever uses it.
    silent = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    for node in ast.walk(tree):
        if not isinstance(node, ast.Constant) or id(node) in silent:
            continue
        if isinstance(node.value, str) and " " in node.value.strip():
            yield f"{path.relative_to(ROOT)}:{node.lineno}", node.value


def _shown_by(path: Path) -> Iterator[tuple[str, str]]:
    source = re.sub(r"/\*.*?\*/|^\s*//.*$", "", path.read_text(encoding="utf-8"), flags=FLAGS)
    for text in re.findall(r"[\"'`>}]([^\"'`<>{}]*[A-Za-z]+ [^\"'`<>{}]*)[\"'`<{]", source):
        yield f"{path.relative_to(ROOT)}:", " ".join(text.split())
