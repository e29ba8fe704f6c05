"""One word of a title by the dictionary pymorphy3: what it is in the nominative, and its other forms."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import takewhile
from typing import Any

from reports.grammar.case import Case

_TAGS = {
    Case.NOMINATIVE: "nomn",
    Case.GENITIVE: "gent",
    Case.DATIVE: "datv",
    Case.ACCUSATIVE: "accs",
    Case.INSTRUMENTAL: "ablt",
    Case.PREPOSITIONAL: "loct",
}
_NEVER_CHANGE = frozenset(
    {"пресс", "арт", "вице", "экс", "обер", "унтер", "лейб", "бизнес", "веб", "шеф", "топ", "контент", "штаб", "статс"}
    | {"генерал", "контр", "премьер", "медиа", "видео", "кризис", "интернет", "ивент", "дата", "проект", "офис"}
    | {"бренд", "тим", "эйчар", "фото", "аудио", "онлайн", "мини", "продакт", "камер", "фандрайзинг", "пиар"}
)
"""First parts of compounds that stay: пресс-секретарю, генерал-майору."""

_FOREIGN = frozenset({"коуч", "эдвайзер", "форсайтер", "фасилитатор"})
"""Posts that the dictionary takes for something else than a noun; they are declined like «врач», «актёр»."""

_ENDINGS = dict(zip(list(Case)[1:], ("а", "у", "а", "ом", "е"), strict=True))
_HISSING = "жшчщц"


@dataclass(frozen=True)
class Word:
    """A word in the nominative singular. `gender` is "" where a word goes with any: судья.

    `may_describe` — it is an adjective or a participle, which may stand for a noun as well: заведующая. `form` is the
    library's own; None for a word that it does not know, declined like other words with a consonant at the end.
    """

    text: str
    before: str
    gender: str
    may_describe: bool
    is_person: bool
    form: Any = None  # Any: the library has no types

    def agrees(self, other: "Word") -> bool:
        """Both may stand side by side as adjective and noun."""
        return not self.gender or not other.gender or self.gender == other.gender


def read(text: str, *, shouted: bool = False) -> Word | None:
    """The word as the head of a title or an adjective before it; None when it is in no nominative singular.

    An abbreviation is none either, unless the whole title is `shouted` in capital letters.
    """
    if not text[:1].isalpha() or "." in text or (text.isupper() and len(text) > 1 and not shouted):
        return None
    return _read(text)


@cache
def _read(text: str) -> Word | None:
    small = text.lower()
    before, hyphen, last = text.rpartition("-")
    if not hyphen or _dictionary().word_is_known(small):
        before, last = "", text
    forms = [one for one in _dictionary().parse(last.lower()) if {"nomn", "sing"} <= one.tag.grammemes]
    describing = [one for one in forms if one.tag.POS in {"ADJF", "PRTF"}]
    named = sorted((one for one in forms if one.tag.POS == "NOUN"), key=lambda one: one.tag.animacy != "anim")
    best = (describing or named or [None])[0]
    if best is None:
        is_known = last.lower() in _FOREIGN
        return Word(text, before, "masc", may_describe=False, is_person=True) if is_known else None
    gender = "" if "ms-f" in best.tag or "Fixd" in best.tag else str(best.tag.gender or "")
    person = bool(describing) or best.tag.animacy == "anim"
    return Word(text, before, gender, bool(describing), person, best)


def changed(word: Word, case: Case, head: Word, *, persons: bool) -> str:
    """The word in the case, with its capitals, and with ё only where it was typed or where the ending has it."""
    last = word.text[len(word.before) :].lstrip("-")
    ending = _ending_of(word, last, case, head, persons=persons)
    if not word.before:
        return ending
    parts = (_first_part(part, case, head, persons=persons) for part in word.before.split("-"))
    return "-".join((*parts, ending))


def _first_part(part: str, case: Case, head: Word, *, persons: bool) -> str:
    word = None if part.casefold() in _NEVER_CHANGE else read(part)
    return part if word is None else changed(word, case, head, persons=persons)


def _ending_of(word: Word, last: str, case: Case, head: Word, *, persons: bool) -> str:
    if word.form is None:
        hissing = case is Case.INSTRUMENTAL and last[-1:] in _HISSING
        return last + ("ем" if hissing else _ENDINGS[case])
    tags = {_tag(case, head, persons=persons), "sing"}
    form = word.form.inflect(tags)
    return last if form is None else _as_typed(last, form.word)


def _tag(case: Case, head: Word, *, persons: bool) -> str:
    """The accusative of a man is his genitive («директора»), of a thing the nominative; others have their own."""
    if case is not Case.ACCUSATIVE or head.gender == "femn" or head.text.lower().endswith(("а", "я")):
        return _TAGS[case]
    return _TAGS[Case.GENITIVE if persons else Case.NOMINATIVE]


def _as_typed(typed: str, form: str) -> str:
    if typed.isupper() and len(typed) > 1:
        return form.upper()
    letters = list(_letters(typed, form))
    return "".join(letters) + form[len(letters) :]


def _letters(typed: str, form: str) -> Iterator[str]:
    """The beginning that both have, as it was typed."""
    pairs = zip(typed, form, strict=False)
    same = takewhile(lambda pair: _plain(pair[0]) == _plain(pair[1]), pairs)
    return (letter for letter, _ in same)


def _plain(letter: str) -> str:
    return letter.lower().replace("ё", "е")


@cache
def _dictionary() -> Any:  # Any: the library has no types
    """Loaded when the first title is declined, about 0.1 s."""
    from pymorphy3 import MorphAnalyzer

    return MorphAnalyzer()
