"""How alike two words of a name are: the same, one name spelt in two ways, a slip of the hand, a part, or different."""

import re
from enum import IntEnum
from functools import lru_cache

from rapidfuzz.distance import OSA

from validators.duplicates.given_names import GIVEN_NAMES, SPELLINGS


class Like(IntEnum):
    """The likeness of two words. The order is from the closest."""

    SAME = 0
    SPELLING = 1
    SLIP = 2
    PART = 3
    SILENT = 4
    FAR = 5


_LONG = 8
_TWICE = re.compile(r"(.)\1+")
_SOUNDS = str.maketrans({"ь": "", "ъ": "", "й": "и", "ы": "и", "о": "а", "э": "е"})


@lru_cache(maxsize=20_000)
def sound(word: str) -> str:
    """What is left of a word when doubled letters, signs and vowels that sound alike are made one."""
    return _TWICE.sub(r"\1", word.translate(_SOUNDS).replace("ия", "я").replace("иев", "ев"))


def given(one: str, two: str, usual: frozenset[str] = frozenset()) -> Like:
    """The likeness of two given names; `usual` are names of this office that many people bear."""
    if one == two:
        return Like.SAME
    if one in SPELLINGS and SPELLINGS[one] == SPELLINGS.get(two):
        return Like.SPELLING
    if all(name in GIVEN_NAMES or name in usual for name in (one, two)):
        return Like.FAR
    return Like.SLIP if is_slip(one, two) else Like.FAR


def surname(one: str, two: str) -> Like:
    """The likeness of two surnames; of a double one each half is a part."""
    if one == two:
        return Like.SAME
    if is_slip(one, two):
        return Like.SLIP
    first, second = set(one.split()), set(two.split())
    return Like.PART if len(first) != len(second) and (first <= second or second <= first) else Like.FAR


def patronymic(one: str, two: str) -> Like:
    """The likeness of two patronymics; `SILENT` when one of them is not given."""
    if one == two:
        return Like.SAME if one else Like.SILENT
    if not one or not two:
        return Like.SILENT
    return Like.SLIP if is_slip(one, two) else Like.FAR


def is_slip(one: str, two: str) -> bool:
    """One letter too many, too few or wrong, two letters in each other's place, or words that sound alike.

    In long words two such slips are let pass.
    """
    longest = max(len(one), len(two))
    allowed = 2 if min(len(one), len(two)) >= _LONG else 1
    if longest - min(len(one), len(two)) > allowed:
        return False
    if longest > allowed + 1 and OSA.distance(one, two, score_cutoff=allowed) <= allowed:
        return True
    return one[-1:] == two[-1:] and sound(one) == sound(two)
