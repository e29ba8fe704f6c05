"""A letter as a value, and as text for every mail program: plain words, and the same words as simple HTML."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from html import escape

from config.cells.text import tidy
from reports import wording

DIGEST = "digest"
"""The kind of the one letter a day that an employee may get."""

_FOOT = (
    "Письмо составила программа «РПО», отвечать на него не нужно. Имён участников в нём нет: строки названы кодами.",
    "Следующее придёт в рабочий день, когда будет новое.",
)
_BULLET = "• "
_BROWSER = re.compile(r"https?://[^\s<>\"']+")


@dataclass(frozen=True)
class Line:
    """A point of a list. `where` is said on a line of its own; `address` is that of the very cell in the browser."""

    words: str
    where: str = ""
    address: str = ""


@dataclass(frozen=True)
class Part:
    """A part of a letter under its heading; `more` is said after the list."""

    title: str
    lines: tuple[Line, ...] = ()
    more: str = ""


@dataclass(frozen=True)
class Digest:
    """What an employee is told on a working day.

    `recipient` is his code in STAFF and `address` his service e-mail; `told` are the keys of what he is told, by which
    it is not told to him again.
    """

    recipient: str
    address: str
    day: date
    subject: str
    opening: str
    parts: tuple[Part, ...]
    told: tuple[str, ...] = ()
    kind: str = DIGEST


def as_text(letter: Digest) -> str:
    """The letter in plain words; every line is one, whatever stood in the cells that it tells of."""
    return "\n".join(_lines(letter)) + "\n"


def as_html(letter: Digest) -> str:
    """The same words in simple HTML: headings, lists and links, no pictures, nothing that is fetched."""
    return "\n".join(
        (
            '<!DOCTYPE html><html lang="ru"><head><meta charset="utf-8">',
            f"<title>{_safe(letter.subject)}</title></head><body>",
            f"<p>{_safe(letter.opening)}</p>",
            *(line for part in letter.parts for line in _part_as_html(part)),
            f"<hr><p><small>{'<br>'.join(map(_safe, _FOOT))}</small></p></body></html>\n",
        )
    )


def _lines(letter: Digest) -> Iterator[str]:
    yield tidy(letter.opening)
    for part in letter.parts:
        yield ""
        yield tidy(part.title)
        for line in part.lines:
            yield f"{_BULLET}{tidy(line.words)}"
            if line.where:
                yield f"  {tidy(line.where)}"
            if _leads(line):
                yield f"  {line.address}"
        if part.more:
            yield tidy(part.more)
    yield ""
    yield from _FOOT


def _part_as_html(part: Part) -> Iterator[str]:
    yield f"<h3>{_safe(part.title)}</h3>"
    if part.lines:
        yield "<ul>"
        for line in part.lines:
            where = f"<br>{_safe(line.where)}" if line.where else ""
            link = f'<br><a href="{escape(line.address)}">{escape(line.address)}</a>' if _leads(line) else ""
            yield f"<li>{_safe(line.words)}{where}{link}</li>"
        yield "</ul>"
    if part.more:
        yield f"<p>{_safe(part.more)}</p>"


def _leads(line: Line) -> bool:
    return _BROWSER.fullmatch(line.address) is not None


def _safe(text: str) -> str:
    return escape(tidy(text))


def points(count: int) -> str:
    """«и ещё 3 строки»."""
    return f"и ещё {wording.counted(count, 'строка', 'строки', 'строк')}"
