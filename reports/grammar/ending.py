"""The endings of one name by the library pytrovich, with our own rules before its rules."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from itertools import takewhile
from typing import Any

from reports.grammar.case import Case, Gender

_ORDER = (Case.GENITIVE, Case.DATIVE, Case.ACCUSATIVE, Case.INSTRUMENTAL, Case.PREPOSITIONAL)


@dataclass(frozen=True)
class Rule:
    """Names of a gender (of both without one) that fit the pattern get these five endings.

    As in the library a hyphen takes away a letter: `-я`. An empty ending leaves the name as it is. The order is that
    of the cases: genitive, dative, accusative, instrumental, prepositional.
    """

    pattern: re.Pattern[str]
    endings: tuple[str, ...]
    gender: Gender | None = None

    def fits(self, word: str, gender: Gender) -> bool:
        """The rule speaks of the word, which stands in small letters."""
        return self.gender in {None, gender} and self.pattern.search(word) is not None


def declined(word: str, case: Case, gender: Gender, kind: str, rules: Sequence[Rule]) -> str:
    """One word of a name. `kind` is the library's: LASTNAME, FIRSTNAME, MIDDLENAME. Capitals and ё stay."""
    if case is Case.NOMINATIVE or not word:
        return word
    small = word.lower()
    rule = next((one for one in rules if one.fits(small, gender)), None)
    if rule is not None:
        changed = _with_ending(small, rule.endings[_ORDER.index(case)])
    else:
        changed = _by_library(small, case, gender, kind)
    return _as_typed(word, small, changed)


def _with_ending(word: str, ending: str) -> str:
    return word[: len(word) - ending.count("-")] + ending.replace("-", "")


def _as_typed(word: str, small: str, changed: str) -> str:
    if word.isupper() and len(word) > 1:
        return changed.upper()
    same = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(small, changed, strict=False)))
    return word[:same] + changed[same:]


@cache
def _library() -> Any:  # Any: the library has no types of its own parts
    from pytrovich.maker import PetrovichDeclinationMaker

    return PetrovichDeclinationMaker()


def _by_library(word: str, case: Case, gender: Gender, kind: str) -> str:
    from pytrovich import enums

    part, sex, form = enums.NamePart[kind], enums.Gender[gender.name], enums.Case[case.name]
    return str(_library().make(part, sex, form, word))
