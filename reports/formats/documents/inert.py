"""A document whose texts can do nothing: no character that XML forbids, no link, a dash where a figure is missing."""

import re
from dataclasses import fields, is_dataclass, replace
from enum import Enum
from typing import Any, TypeVar, cast

from reports.documents.document import Document
from reports.formats.cell_words import DASH, FIGURES
from reports.report import Field, Form, Jump, Link, Listing, Value

T = TypeVar("T")
REPLACED = "\ufffd"
"""Stands where a character was that no document may hold."""

_FORBIDDEN = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")
_DASHED = FIGURES | {Form.DATE}


def plain(text: str) -> str:
    """The text with every forbidden character replaced in sight, and with one kind of line end."""
    return _FORBIDDEN.sub(REPLACED, text.replace("\r\n", "\n").replace("\r", "\n"))


def inert(document: Document) -> Document:
    """The same document for a format that shows it: what came from the registers is words and nothing else."""
    return _inert(document)


def dashed(document: Document) -> Document:
    """The document with «—» in the cells of figures and days that are empty (domain.md §2.3)."""
    sections = tuple(
        replace(one, blocks=tuple(_dashed(block) if isinstance(block, Listing) else block for block in one.blocks))
        for one in document.sections
    )
    return replace(document, sections=sections)


def _inert(value: T) -> T:
    made: Any = value  # Any: a value of any shape is walked through
    match value:
        case Enum():
            return value
        case str():
            made = plain(value)
        case Link() | Jump():
            made = plain(value.words)
        case tuple():
            made = tuple(_inert(one) for one in value)
        case _ if is_dataclass(value) and not isinstance(value, type):
            made = replace(value, **{one.name: _inert(getattr(value, one.name)) for one in fields(value)})
    return cast(T, made)


def _dashed(listing: Listing) -> Listing:
    rows = tuple(tuple(map(_with_dash, row, listing.fields)) for row in listing.rows)
    return replace(listing, rows=rows)


def _with_dash(value: Value, field: Field) -> Value:
    return DASH if value is None and field.form in _DASHED else value
