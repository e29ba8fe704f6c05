"""How like two headings are: stems, abbreviations and synonyms, common words weighing little."""

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache
from types import MappingProxyType

from rapidfuzz import fuzz

from validators.heading import heading_key

EXACT = 1.0
_NEAR = 90.0
_FAINT = 0.35

_PREFIX = re.compile(r"^\s*\d{1,3}[_.)]\s*(?=\D)")
_UNITS = re.compile(r"[,(]\s*(?:тыс|млн|руб|чел|ед|шт|час|%)[^,()]*\)?\s*$", re.IGNORECASE)
_FULL_NAME = re.compile(r"\bф\s+и\s+о\b|\bфамилия\s+имя\s+отчество\b")
_BIRTHDAY = re.compile(r"\bд\s?р\b")
_MAIL = re.compile(r"\be\s?mail\b|\bе\s?mail\b|\bэл\s+(?:почта|адрес)\b|\bэлектронн\w+\s+(?:почт\w+|адрес\w*)")
_ENDING = re.compile(
    r"(?:иями|ями|ами|иях|ях|ах|ого|его|ому|ему|ыми|ими|ые|ие|ый|ий|ой|ая|яя|ое|ее|ов|ев|ей|ам|ям|ом|ем|ию|ью|ия"
    r"|ья|ий|а|я|о|е|ы|и|у|ю|ь|й)$"
)
_STEM = 7
_SHORTEST = 3
_LONGEST_CUT = 5

_SAME: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "наимено": ("назван",),
        "name": ("назван",),
        "title": ("назван",),
        "учрежде": ("организ",),
        "заведен": ("организ",),
        "школ": ("образов", "организ"),
        "оо": ("образов", "организ"),
        "оу": ("образов", "организ"),
        "email": ("почт",),
        "mail": ("почт",),
        "phone": ("телефон",),
        "тлф": ("телефон",),
        "website": ("сайт",),
        "site": ("сайт",),
        "веб": ("сайт",),
        "address": ("адрес",),
        "местона": ("адрес",),
        "person": ("фио",),
        "ученик": ("фио",),
        "учащийс": ("фио",),
        "обучающ": ("фио",),
        "мама": ("родител",),
        "предста": ("родител",),
        "исполни": ("ответст",),
        "коммент": ("примеча",),
        "заверше": ("окончан",),
        "старт": ("начал",),
        "единиц": ("ед",),
        "измерен": ("изм",),
        "индикат": ("показат",),
    }
)
_LITTLE = frozenset(
    {"номер", "п", "в", "во", "на", "по", "из", "от", "к", "о", "об", "с", "со", "и", "или", "для", "при"}
    | {"не", "а", "строк", "контакт", "мобильн", "рабочи", "полн", "кратк", "сокраще", "официал", "основн"}
    | {"электро", "ваш", "указа", "дополни", "всех", "эл", "реализа"}
)
"""Stems that change little in a heading."""

GENERIC = frozenset(
    {"назван", "организ", "адрес", "телефон", "почт", "сайт", "район", "муницип", "округ", "област", "город"}
    | {"регион", "дат", "статус", "состоян", "примеча", "тип", "вид", "код", "номер", "категор", "начал", "окончан"}
    | {"срок", "ответст", "должнос", "инн", "огрн", "кпп", "октмо", "год", "источни", "сумм", "план", "факт"}
    | {"фио", "им", "фамил", "отчеств", "пол", "итог", "результ", "описан", "ссылк", "документ", "решен", "объект"}
    | {"контакт", "id", "date", "status", "type", "факс", "руковод", "значен", "врем", "мест", "работ", "период"}
    | {"причин", "ед", "изм", "юридиче", "кратк", "полн", "сокраще", "форм"}
)
"""Stems that any table may bear: they say nothing of the register."""


@lru_cache(maxsize=4096)
def stems(heading: str) -> tuple[str, ...]:
    """The stems of a heading, each once, synonyms made one; a word that may be cut short («тел») ends in a dot."""
    text = heading_key(_UNITS.sub("", _PREFIX.sub("", heading)))
    text = _MAIL.sub(" почта ", _BIRTHDAY.sub(" дата рождения ", _FULL_NAME.sub(" фио ", text)))
    found: dict[str, str] = {}
    for word in text.split():
        stem = _stem(word)
        for one in _SAME.get(stem.rstrip("."), (stem,)):
            found.setdefault(one.rstrip("."), one)
    return tuple(found.values())


@lru_cache(maxsize=65536)
def likeness(theirs: str, ours: str) -> float:
    """From 0 (nothing in common) to 1 (the same words); our words all among theirs weigh most."""
    first, second = heading_key(_PREFIX.sub("", theirs)), heading_key(ours)
    if first == second:
        return EXACT
    ratio = fuzz.ratio(first, second)
    return max(ratio / 100 if ratio >= _NEAR else 0.0, _by_stems(stems(theirs), stems(ours)))


def weight(stem: str) -> float:
    """How much of a heading's meaning is in a stem."""
    return _FAINT if _is_little(stem) else 1.0


def strays(theirs: str, ours: str) -> bool:
    """Whether theirs says something of its own besides common words: «Название проекта» is no «Наименование»."""
    own = [one for one in stems(theirs) if not any(_alike(one, other) for other in stems(ours))]
    return not tells(theirs, ours) and any(_is_telling(one) for one in own)


def tells(theirs: str, ours: str) -> bool:
    """Whether the words that two headings share are of the kind that tells registers apart."""
    common = [one for one in stems(theirs) if any(_alike(one, other) for other in stems(ours))]
    return any(map(_is_telling, common))


def _is_telling(stem: str) -> bool:
    return stem.rstrip(".") not in GENERIC and not _is_little(stem) and len(stem) >= _SHORTEST


def _is_little(stem: str) -> bool:
    return stem.rstrip(".") in _LITTLE or stem.isdecimal()


def _by_stems(theirs: Sequence[str], ours: Sequence[str]) -> float:
    common = sum(weight(one) for one in ours if any(_alike(one, other) for other in theirs))
    wanted = sum(map(weight, ours))
    union = wanted + sum(map(weight, theirs)) - common
    if not common or not wanted:
        return 0.0
    return 0.6 * common / wanted + 0.4 * common / union


def _alike(one: str, other: str) -> bool:
    """Equal, or one is the other cut short («тел», «орг»)."""
    first, second = one.rstrip("."), other.rstrip(".")
    if first == second:
        return True
    return (one != first and second.startswith(first)) or (other != second and first.startswith(second))


def _stem(word: str) -> str:
    cut = _ENDING.sub("", word)
    if cut != word and len(cut) >= _SHORTEST:
        return cut[:_STEM]
    return f"{word}." if _SHORTEST <= len(word) <= _LONGEST_CUT else word[:_STEM]
