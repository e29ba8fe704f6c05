"""The endings of one name by the library petrovich, mended, with our own rules before its rules."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from itertools import takewhile
from typing import Any

from reports.grammar.case import Case, Gender

_ORDER = (Case.GENITIVE, Case.DATIVE, Case.ACCUSATIVE, Case.INSTRUMENTAL, Case.PREPOSITIONAL)
_BOTH = "androgynous"
_WRONG = frozenset({"ван", "гусь"})
"""The library's exceptions with these words in them are wrong: such surnames are declined."""


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
    """One word of a name. `kind` is the library's: lastname, firstname, middlename. Capitals and ё stay."""
    if case is Case.NOMINATIVE or not word:
        return word
    small = word.lower()
    rule = next((one for one in rules if one.fits(small, gender)), None)
    if rule is not None:
        changed = _with_ending(small, rule.endings[_ORDER.index(case)])
    else:
        changed = str(getattr(_library(), kind)(small, _ORDER.index(case), gender.value))
    return _as_typed(word, small, changed)


def _with_ending(word: str, ending: str) -> str:
    return word[: len(word) - ending.count("-")] + ending.replace("-", "")


def _as_typed(word: str, small: str, changed: str) -> str:
    if word.isupper() and len(word) > 1:
        return changed.upper()
    same = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(small, changed, strict=False)))
    return word[:same] + changed[same:]


@cache
def _library() -> Any:  # Any: the library has no types
    """Mended: version 2.0.1 passes over rules for both genders, and takes its «.» (unchanged) for a letter."""
    from petrovich.main import Petrovich

    library = Petrovich()
    for form in library.data.values():
        for kind, rules in form.items():
            kept = (one for one in rules if not (kind == "exceptions" and _WRONG & set(one["test"])))
            form[kind] = [mended for one in kept for mended in _mended(one)]
    return library


def _mended(rule: dict[str, Any]) -> list[dict[str, Any]]:  # Any: JSON of the library
    genders = [one.value for one in Gender] if rule["gender"] == _BOTH else [rule["gender"]]
    endings = ["" if one == "." else one for one in rule["mods"]]
    return [{**rule, "gender": gender, "mods": endings} for gender in genders]
