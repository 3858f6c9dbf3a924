"""Reads PDFs back, as a person with a viewer or a screen reader would."""

from __future__ import annotations

import io
import re
from typing import TYPE_CHECKING, Any

import pypdfium2
from pypdf import PdfReader

if TYPE_CHECKING:
    from collections.abc import Iterator


def read(pdf: bytes) -> PdfReader:
    """Open a PDF that is whole."""
    return PdfReader(io.BytesIO(pdf), strict=True)


def pages_of(pdf: bytes) -> list[str]:
    """Give the words of each page, on one line."""
    with pypdfium2.PdfDocument(pdf) as document:
        told = [page.get_textpage().get_text_bounded() for page in document]
    # Where a long word may break stands a space without width.
    return [re.sub(r"\s+", " ", text.replace("\N{ZERO WIDTH SPACE}", "")) for text in told]


def words_of(pdf: bytes) -> str:
    """Give all words, on one line."""
    return " ".join(pages_of(pdf))


def root_of(reader: PdfReader) -> Any:
    """Give what a PDF says of itself as a whole."""
    return reader.trailer["/Root"]


def alts_of(pdf: bytes) -> list[str]:
    """Give what stands for each picture, to whoever can't see it."""
    return list(_alts(root_of(read(pdf))["/StructTreeRoot"]))


def _alts(node: Any) -> Iterator[str]:
    if "/Alt" in node:
        yield str(node["/Alt"])
    inside = node.get("/K", [])
    for each in inside if isinstance(inside, list) else [inside]:
        found = each.get_object()
        if isinstance(found, dict):
            yield from _alts(found)
