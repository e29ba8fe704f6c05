"""A number pattern (`[red]#,##0.00;"нет"`) cut into sections and tokens."""

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

Kind = Literal["literal", "digit", "point", "comma", "percent", "exponent", "slash", "text", "date", "elapsed", "half"]


@dataclass(frozen=True)
class Token:
    """One piece of a section; `text` is what it prints for a literal, else the letters as written."""

    kind: Kind
    text: str


@dataclass(frozen=True)
class Section:
    """What stands between two `;`: its tokens and its own condition (`[<100]`), None when it has none."""

    tokens: tuple[Token, ...]
    condition: tuple[str, float] | None = None

    @property
    def is_date(self) -> bool:
        """It prints a date or a time and no number."""
        kinds = {token.kind for token in self.tokens}
        return bool(kinds & {"date", "elapsed", "half"}) and not self._digits_before_seconds

    @property
    def _digits_before_seconds(self) -> bool:
        first = next((token.kind for token in self.tokens if token.kind in {"digit", "date", "elapsed"}), "")
        return first == "digit"

    @property
    def takes_text(self) -> bool:
        """It has an `@`."""
        return any(token.kind == "text" for token in self.tokens)

    @property
    def takes_numbers(self) -> bool:
        """It prints a number."""
        return any(token.kind == "digit" for token in self.tokens)


_TOKEN = re.compile(
    r"""
    "(?P<quoted>[^"]*)"? | \\(?P<escaped>.) | _(?P<width>.) | \*(?P<fill>.)
    | \[\$(?P<money>[^\]-]*)(?:-[^\]]*)?\]
    | \[(?P<elapsed>h+|m+|s+)\]
    | \[(?P<operator><=|>=|<>|<|>|=)(?P<limit>-?[\d.]+)\]
    | (?P<colour>\[[^\]]*\])
    | (?P<half>am/pm|a/p)
    | (?P<exponent>e[+-])
    | (?P<date>y+|M+|m+|d+|h+|s+)
    | (?P<digit>[0\#?]) | (?P<point>\.) | (?P<comma>,) | (?P<percent>%) | (?P<slash>/) | (?P<text>@)
    | (?P<semicolon>;) | (?P<literal>.)
    """,
    re.VERBOSE | re.IGNORECASE | re.DOTALL,
)
_KINDS: dict[str, Kind] = {
    kind: kind for kind in ("half", "exponent", "date", "digit", "point", "comma", "percent", "slash", "text")
}


@lru_cache(maxsize=512)
def sections(pattern: str) -> tuple[Section, ...]:
    """The sections of a pattern in their order; colours leave nothing behind."""
    found: list[Section] = []
    tokens: list[Token] = []
    condition: tuple[str, float] | None = None
    for match in _TOKEN.finditer(pattern):
        if match["semicolon"]:
            found.append(Section(tuple(tokens), condition))
            tokens, condition = [], None
        elif match["operator"]:
            condition = (match["operator"], float(match["limit"]))
        else:
            tokens.extend(_token(match))
    return (*found, Section(tuple(tokens), condition))


def _token(match: re.Match[str]) -> tuple[Token, ...]:
    match match.lastgroup:
        case "colour" | None:
            return ()
        case "width":
            return (Token("literal", " "),)
        case "elapsed":
            return (Token("elapsed", match["elapsed"].lower()),)
        case "date":
            return tuple(Token("date", run) for run in _runs(match["date"]))
        case name if name in _KINDS:
            return (Token(_KINDS[name], match[name]),)
        case name:  # quoted, escaped, fill, money, literal; `* ` prints once (recorded: ` $ 23.00 `)
            return (Token("literal", match[name]),)


def _runs(letters: str) -> list[str]:
    """`Mm` is a month and a minute: IGNORECASE joined what the case of the letter parts."""
    return [run[0] for run in re.finditer(r"(.)\1*", letters)]
