"""Text as people type it: tidying, comparison keys, empty-like values and look-alike letters of two alphabets."""

import re
from dataclasses import dataclass
from itertools import groupby
from unicodedata import is_normalized, normalize

from config.columns import Column, Raw, Reading

LATIN_TWINS = "ABCEHKMOPTXaceopxy"
CYRILLIC_TWINS = "АВСЕНКМОРТХасеорху"
TO_CYRILLIC = str.maketrans(LATIN_TWINS, CYRILLIC_TWINS)
TO_LATIN = str.maketrans(CYRILLIC_TWINS, LATIN_TWINS)

SPOILED = re.compile(r"[+-]?[0-9]+(?:[.,][0-9]+)?[eEеЕ][+-]?[0-9]+")
"""`9,12346E+10`: a long number that the spreadsheet has shortened; its last digits are lost."""

_INVISIBLE = re.compile(
    r"[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\xad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\ud800-\udfff]"
)
_NOT_WORD = re.compile(r"[\W_]+")
_LATIN = re.compile(r"[A-Za-z]")
_MIXED = re.compile(r"[A-Za-z][А-Яа-яЁё]|[А-Яа-яЁё][A-Za-z]")
_WORD = re.compile(r"[A-Za-zА-Яа-яЁё]+")
_NOTHING = "нет|н/д|н.д.|н.д|н/д.|нет данных|не указано|отсутствует|x|х|0|#n/a|#н/д"
_DASHES = "-|--|---|—|––|–|−|‐|‑"
_EMPTY_LIKE = frozenset(("", "?", "??", ".", "..", "...", "…", *_NOTHING.split("|"), *_DASHES.split("|")))
_LONGEST_EMPTY = 12


def tidy(text: str) -> str:
    """The text in NFC without invisible characters, trimmed, every run of white space made one space.

    >>> tidy("  Анна   Иванова ")
    'Анна Иванова'
    """
    if text.isprintable() and "  " not in text and is_normalized("NFC", text) and text == text.strip():
        return text
    return " ".join(normalize("NFC", _INVISIBLE.sub("", text)).split())


def fold(text: str) -> str:
    """The key by which two spellings are compared: no case, no ё, no punctuation, no Latin letter in a Cyrillic word.

    >>> fold("МАОУ «Лицей №5»")
    'маоу лицей 5'
    """
    if _LATIN.search(text) and _MIXED.search(text):
        text = fold_twins(text)
    key = text.casefold().replace("ё", "е")
    if key.isalnum():
        return key
    return _NOT_WORD.sub(" ", key).strip() or key.strip()


def is_empty_like(text: str) -> bool:
    """Whether a tidied text only says that there is nothing to say: `-`, «н/д», «нет данных», `?`, `0` and kin."""
    return len(text) <= _LONGEST_EMPTY and text.casefold() in _EMPTY_LIKE


def as_text(raw: Raw) -> str:
    """The text of a cell, a number as a person sees it (12.0 is `12`, 2.5 is `2,5`)."""
    if isinstance(raw, str):
        return raw
    if isinstance(raw, int):
        return str(int(raw)) if raw.bit_length() < 128 else "1E+39"
    if isinstance(raw, float):
        whole = raw.is_integer() and abs(raw) < 1e16
        return str(int(raw)) if whole else repr(raw).replace(".", ",")
    return ""


@dataclass(frozen=True, slots=True)
class Mixture:
    """A letter of the other alphabet inside a word: which, where (from 1), and the whole text mended, if it can be."""

    letter: str
    place: int
    mended: str | None

    @property
    def words(self) -> str:
        """What is wrong, for people."""
        kind, others = ("Латинская", "русских") if self.letter.isascii() else ("Русская", "латинских")
        return f"{kind} буква «{self.letter}», {self.place}-я по счёту, среди {others}"


def fold_twins(text: str) -> str:
    """Latin look-alikes replaced by Cyrillic letters in the words that mix the two alphabets."""
    return _WORD.sub(lambda match: _cyrillic(match[0]), text)


def find_mixture(text: str, *, names: bool = False) -> Mixture | None:
    """The first word that mixes alphabets by mistake; with `names` the mended text may be Cyrillic only.

    A word put together on purpose («ТехноLab»: three and more letters of each alphabet) is no mistake, but in a name.
    """
    if _LATIN.search(text) is None or _MIXED.search(text) is None:
        return None
    words = [word for word in _WORD.finditer(text) if _MIXED.search(word[0])]
    wrong = [word for word in words if names or not _deliberate(word[0])]
    if not wrong:
        return None
    mended: str | None = text
    for word in reversed(wrong):
        pure = _pure(word[0], names=names)
        mended = None if pure is None or mended is None else mended[: word.start()] + pure + mended[word.end() :]
    offset = _odd_letter(wrong[0][0], names=names)
    place = wrong[0].start() + offset
    return Mixture(text[place], place + 1, mended)


def read_text(raw: Raw, column: Column) -> Reading:
    """Free text; C07 for words of mixed alphabets, C04 (warning) for a text longer than the column allows."""
    if raw == 0 and not isinstance(raw, str):
        return Reading()
    text = as_text(raw)
    if len(text) > column.longest:
        return Reading(text, "C04", f"Текст длиннее {column.longest} знаков", "Сократите текст до главного.", "warning")
    return mixture_reading(text) or Reading(text)


def mixture_reading(text: str) -> Reading | None:
    """C07 when a word of the text mixes alphabets by mistake: a warning with the mended text, or an error."""
    found = find_mixture(text)
    if found is None:
        return None
    if found.mended is None:
        return Reading(None, "C07", found.words, "Наберите слово заново буквами одного алфавита.")
    return Reading(found.mended, "C07", found.words, "Замените букву на такую же из алфавита всего слова.", "warning")


def _cyrillic(word: str) -> str:
    return word.translate(TO_CYRILLIC) if _MIXED.search(word) else word


def _pure(word: str, *, names: bool) -> str | None:
    cyrillic = word.translate(TO_CYRILLIC)
    if not _LATIN.search(cyrillic):
        return cyrillic
    latin = word.translate(TO_LATIN)
    return latin if latin.isascii() and not names else None


def _odd_letter(word: str, *, names: bool) -> int:
    """The place of the first letter that does not belong: Latin without a twin, else of the alphabet that is fewer."""
    if not names and _LATIN.search(word.translate(TO_CYRILLIC)) and word.translate(TO_LATIN).isascii():
        return next(place for place, letter in enumerate(word) if not letter.isascii())
    latin = [place for place, letter in enumerate(word) if letter.isascii()]
    return next((place for place in latin if word[place] not in LATIN_TWINS), latin[0])


def _deliberate(word: str) -> bool:
    runs = ["".join(run) for _, run in groupby(word, str.isascii)]
    return min(map(len, runs)) >= 3 and _pure(word, names=False) is None
