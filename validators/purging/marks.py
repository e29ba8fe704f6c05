"""By what a person is known in any text: name, telephones, addresses that nobody else has; a code takes their place.

Only what is his alone is looked for, so that nobody else's data are touched: a telephone that a sister has, too, and a
surname that others bear stay where they are, but for his own row.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

_ENDING, _LAST_DIGITS, _LEAST = "[а-яё]{0,3}", 10, 4
_GAP = r"[\s()\-‐‑–—.]{0,3}"
_DIGITS = re.compile(r"\D+")


class Identity(NamedTuple):
    """What one row says of who somebody is; "" for what it does not. `contacts` are telephones and addresses."""

    surname: str = ""
    name: str = ""
    patronymic: str = ""
    contacts: tuple[str, ...] = ()


@dataclass(frozen=True)
class Marks:
    """The patterns by which a person is found, and the code that takes their place."""

    code: str
    patterns: tuple[re.Pattern[str], ...] = ()
    phones: frozenset[str] = field(default=frozenset())

    def swept(self, text: str) -> str:
        """The text with the code in place of whatever tells of the person."""
        for pattern in self.patterns:
            text = pattern.sub(self.code, text)
        return text

    def found(self, text: str) -> bool:
        """The text tells of the person."""
        return any(pattern.search(text) for pattern in self.patterns)

    def is_number_of(self, number: float) -> bool:
        """The number is a telephone of the person that was typed as one."""
        return number > 0 and len(digits := f"{number:.0f}") >= _LAST_DIGITS and digits[-_LAST_DIGITS:] in self.phones


def marks_of(code: str, own: Iterable[Identity], others: Iterable[Identity]) -> Marks:
    """The marks of a person. `own` — what all versions of his row say; `others` — what those of all others say.

    A pattern that would touch anybody else is none of his marks.
    """
    rest = set(others)
    names = {" ".join(filter(None, (one.surname, one.name, one.patronymic))) for one in rest}
    contacts = {_contact(each) for one in rest for each in one.contacts}
    found: dict[str, None] = {}
    phones: set[str] = set()
    for one in dict.fromkeys(own):
        found |= dict.fromkeys(_of_names(one))
        free = [each for each in one.contacts if _contact(each) not in contacts]
        found |= dict.fromkeys(map(_of_contact, free))
        phones |= {_contact(each) for each in free if "@" not in each}
    patterns = (re.compile(one, re.IGNORECASE) for one in found if one)
    return Marks(code, tuple(one for one in patterns if not any(map(one.search, names))), frozenset(phones))


def _of_names(one: Identity) -> list[str]:
    """The longest first: a whole name goes as a whole."""
    surname, name, patronymic = (_word(part) for part in (one.surname, one.name, one.patronymic))
    found = []
    if surname and name and patronymic:
        found += [rf"\b{surname}\s+{name}\s+{patronymic}\b", rf"\b{name}\s+{patronymic}\s+{surname}\b"]
    if surname and name:
        found += [rf"\b{surname}\s+{name}\b", rf"\b{name}\s+{surname}\b"]
    if surname and len(one.surname) >= _LEAST:
        initials = rf"(?:\s+{re.escape(one.name[0])}\.(?:\s?[А-ЯЁ]\.)?)?" if one.name else ""
        found.append(rf"\b{surname}\b{initials}")
    return found


def _word(text: str) -> str:
    """The word in any case: «Галкин» is found in «Галкиным», «ё» and «е» are one letter."""
    bare = re.sub(r"[аяйьыиеёоую]+$", "", text.strip(), flags=re.IGNORECASE) if len(text) > _LEAST else text.strip()
    letters = "".join("[её]" if letter in "еёЕЁ" else re.escape(letter) for letter in bare)
    return f"{letters}{_ENDING}" if letters else ""


def _contact(text: str) -> str:
    """The last ten digits of a telephone, an address in small letters."""
    return text.strip().casefold() if "@" in text else _DIGITS.sub("", text)[-_LAST_DIGITS:]


def _of_contact(text: str) -> str:
    if "@" in text:
        return re.escape(text.strip())
    digits = _contact(text)
    return rf"(?:\+?[78]{_GAP})?{_GAP.join(digits)}" if len(digits) == _LAST_DIGITS else ""


def is_among(marks: Marks, cells: Sequence[object]) -> bool:
    """The cells of a row, one after another, tell of the person."""
    words = " ".join(str(cell) for cell in cells if isinstance(cell, str) and cell.strip())
    return marks.found(words) or any(isinstance(cell, int | float) and marks.is_number_of(cell) for cell in cells)
