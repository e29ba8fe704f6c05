"""What staff said of two rows that look like one human being: «разные люди» or «один человек», named by two codes."""

import re
from collections.abc import Mapping
from dataclasses import replace

from config.cells.text import fold
from config.codes import CODE
from validators.office import Office

DIFFERENT, SAME = "разные люди", "один человек"
"""The two answers, as they are offered."""

_BETWEEN = " и "
_TWO_CODES = re.compile(r"([а-я]{2}) ([0-9]{4,}) и ([а-я]{2}) ([0-9]{4,})")
_FIRST_WORDS = ((DIFFERENT, ("разн", "не один", "двое", "два ")), (SAME, ("один", "одно", "тот же", "та же")))


def spelling_of(one: str, other: str) -> str:
    """How a pair is called in the list: both codes, always in one order."""
    return _BETWEEN.join(sorted((one, other)))


def pair_of(spelling: str) -> frozenset[str] | None:
    """The two codes of a pair by its spelling, folded or not; None for the spelling of anything else."""
    found = _TWO_CODES.fullmatch(fold(spelling))
    if found is None:
        return None
    codes = frozenset(f"{letters.upper()}-{digits}" for letters, digits in (found.group(1, 2), found.group(3, 4)))
    return codes if len(codes) == len(found.groups()) // 2 and all(map(CODE.fullmatch, codes)) else None


def meaning_of(answer: str) -> str | None:
    """`DIFFERENT` or `SAME`, however it was typed; None when it is neither."""
    said = fold(answer)
    return next((meaning for meaning, words in _FIRST_WORDS if said.startswith(words)), None)


def with_pairs(office: Office, answers: Mapping[tuple[str, str], str]) -> Office:
    """The office with what staff said of pairs. `answers` map (register, folded spelling) to the answer."""
    said: dict[frozenset[str], str | None] = {}
    for (_, spelling), answer in answers.items():
        pair = pair_of(spelling)
        if pair is not None:
            said[pair] = meaning_of(answer)
    different, same = (
        frozenset(pair for pair, told in said.items() if told == meaning) for meaning in (DIFFERENT, SAME)
    )
    return replace(office, different=different, same=same)
