"""Codes of records: two Cyrillic letters, a dash and at least four digits (domain.md §5.0)."""

import re
from collections.abc import Mapping
from types import MappingProxyType

PREFIXES: Mapping[str, str] = MappingProxyType(
    {
        "PLAN": "МР",
        "IND": "ПК",
        "UNI": "СТ",
        "SCH": "ШК",
        "TEAM": "КМ",
        "MENT": "НС",
        "ENT": "ПП",
        "EDU": "ОО",
        "PROG": "ПЭ",
        "DEC": "РШ",
        "FIN": "ФН",
        "NP": "НП",
        "PAGE": "СР",
        "PUB": "ПБ",
        "DOC": "ДК",
        "STAFF": "РП",
        "AGENDA": "АГ",
        "NOTE": "ПЯ",
        "PRIORITY": "ПН",
    }
)
"""Register key → prefix of its codes. A code is issued once and never reused."""

CODE = re.compile(r"[А-Я]{2}-[0-9]{4,}")
_LOOKS_LIKE = re.compile(r"([A-Za-zА-Яа-яЁё]{2})[\s\-‐‑‒–—−_]*([0-9]{1,9})")
_TWINS = str.maketrans("ABCEHKMOPTXY", "АВСЕНКМОРТХУ")


def fold_code(text: str) -> str | None:
    """`км–12`, `KM-0012` → `КМ-0012`; None when the text does not look like a code at all."""
    if CODE.fullmatch(text):
        return text
    match = _LOOKS_LIKE.fullmatch(text.strip())
    if match is None:
        return None
    letters, digits = match.groups()
    return f"{letters.upper().translate(_TWINS)}-{digits.zfill(4)}"


def make_code(prefix: str, number: int) -> str:
    """Number 12 of the prefix «КМ» → `КМ-0012`."""
    return f"{prefix}-{number:04d}"


def number_of(code: str) -> int:
    """The number inside a well-formed code."""
    return int(code.rpartition("-")[2])
