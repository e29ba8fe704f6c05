"""A formula cut into pieces in the syntax of a locale; the pieces joined again are the formula itself."""

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from tests.sheets_server.locales import Locale

Kind = Literal[
    "space", "text", "error", "reference", "number", "function", "name", "operator",
    "(", ")", "{", "}", "argument", "column", "row",
]  # fmt: skip


@dataclass(frozen=True)
class Piece:
    """One piece, as written."""

    kind: Kind
    text: str


class FormulaSyntaxError(ValueError):
    """The formula can't be read in this locale; Sheets shows #ERROR!."""


_CELL = r"(?:\$?[A-Za-z]{1,3}\$?\d+)"
_END = rf"(?:{_CELL}|\$?[A-Za-z]{{1,3}}|\$?\d+)"
_TITLE = r"(?:'(?:[^']|'')+'!|[^\W\d][\w.]*!)"
_KINDS: dict[str, Kind] = {"(": "(", ")": ")", "{": "{", "}": "}"}


@lru_cache(maxsize=8)
def _pattern(decimal: str) -> re.Pattern[str]:
    point = re.escape(decimal)
    return re.compile(
        rf"""
        (?P<space>\s+)
        | (?P<text>"(?:[^"]|"")*")
        | (?P<error>\#(?:REF!|N/A|DIV/0!|VALUE!|NAME\?|NUM!|NULL!|ERROR!))
        | (?P<reference>{_TITLE}?(?:{_END}:{_END}|{_CELL})(?![\w.(!]))
        | (?P<number>(?:\d+(?:{point}\d*)?|{point}\d+)(?:[eE][+-]?\d+)?(?!\w))
        | (?P<function>[^\W\d][\w.]*(?=\s*\())
        | (?P<name>[^\W\d][\w.]*)
        | (?P<operator><>|<=|>=|[-+*/^&=<>%])
        | (?P<bracket>[(){{}}])
        | (?P<separator>[,;\\])
        """,
        re.VERBOSE,
    )


@lru_cache(maxsize=65_536)
def pieces(formula: str, locale: Locale) -> tuple[Piece, ...]:
    """The pieces after the leading `=`. Raises FormulaSyntaxError.

    `;` between arguments is taken in every locale, `,` only where it parts no decimals, `\\` only where it parts
    columns (sheets_api.md §5; benlcollins.com/spreadsheets/sheets-location for `;` and `\\`).
    """
    found: list[Piece] = []
    brackets: list[str] = []
    pattern = _pattern(locale.decimal)
    position = 1
    while position < len(formula):
        match = pattern.match(formula, position)
        if match is None:
            raise FormulaSyntaxError(formula[position:])
        found.append(_piece(match, brackets, locale))
        position = match.end()
    return tuple(found)


def _piece(match: re.Match[str], brackets: list[str], locale: Locale) -> Piece:
    text = match[0]
    match match.lastgroup:
        case "bracket":
            _nest(text, brackets)
            return Piece(_KINDS[text], text)
        case "separator":
            return Piece(_separator(text, brackets[-1] if brackets else "", locale), text)
        case "space" | "text" | "error" | "reference" | "number" | "function" | "name" | "operator" as kind:
            return Piece(kind, text)
    raise FormulaSyntaxError(text)


def _nest(text: str, brackets: list[str]) -> None:
    if text in "({":
        brackets.append(text)
    elif not brackets or brackets.pop() != {")": "(", "}": "{"}[text]:
        raise FormulaSyntaxError(text)


def _separator(text: str, bracket: str, locale: Locale) -> Kind:
    if bracket == "(" and text in (locale.argument, ";"):
        return "argument"
    if bracket == "{" and text == locale.column:
        return "column"
    if bracket == "{" and text == locale.row:
        return "row"
    raise FormulaSyntaxError(text)
