"""What may be quoted of the texts that people type: nothing that looks like somebody's personal data."""

import re
from typing import Any, NamedTuple

from config.cells.personal import traces
from config.cells.text import fold
from config.first_names import FIRST_NAMES
from reports.facts import Facts
from validators.office import Table
from validators.remark import NOT_IN_PLACE

_WORD = r"[А-ЯЁ][а-яё]+(?:-[А-ЯЁ][а-яё]+)?"
_PATRONYMIC = re.compile(
    rf"\b{_WORD} [А-ЯЁ][а-яё]*(?:(?:[ое]в|ь|л|м|к)ич(?:а|у|ем|е)?|(?:[ое]в|ич|инич)н(?:а|ы|е|у|ой|ою))(?![а-яё])"
)
_HONOURED = re.compile(rf"\b(?:им\.|имени) ?(?:[А-ЯЁ]\. ?){{0,2}}{_WORD}(?: {_WORD}){{0,2}}")
_INITIALS = re.compile(rf"\b(?:{_WORD} [А-ЯЁ]\. ?(?:[А-ЯЁ]\.)?|[А-ЯЁ]\. ?(?:[А-ЯЁ]\. ?)?{_WORD})")
_PAIR = re.compile(rf"(?=(?<![А-ЯЁа-яё-])({_WORD}) ({_WORD})(?![а-яё]))")
_CAPITAL = re.compile(r"[А-ЯЁ][а-яё]{3,}(?:-[А-ЯЁ][а-яё]+)?")
_ENDINGS = 2
_SHORTEST = 4


class Asked(NamedTuple):
    """What is quoted, for the words that stand instead of it: «пояснение не приведено: в нём …»."""

    missing: str
    within: str


EXPLANATION = Asked("пояснение не приведено", "нём")
REASON = Asked("причина не приведена", "ней")
MEASURES = Asked("меры не приведены", "них")
TITLE = Asked("название не приведено", "нём")
INSTRUCTION = Asked("текст поручения не приведён", "нём")
DECISION = Asked("текст вопроса не приведён", "нём")


def quoted(facts: Facts, table: Table[Any], index: int, field: str, asked: Asked) -> str:
    """The text of a cell; instead of one with a suspected personal datum, words that say so; "" for an empty cell."""
    text = table.values[field][index] if field in table.values else None
    if not isinstance(text, str) or not text.strip():
        return ""
    tidy = " ".join(text.split())
    place = table.place(index, field)
    if is_clean(facts, tidy) and (place.register, place.id, place.column) not in facts.once(_out_of_place):
        return tidy
    return f"{asked.missing}: в {asked.within}, похоже, есть персональные данные ({table.ids[index]})"


def is_clean(facts: Facts, text: str) -> bool:
    """No telephone, e-mail, document, birthday in it, and nobody is named, neither by name nor by a known surname.

    He after whom a school is called is nobody.
    """
    if any(traces(text, known=facts.once(_service_addresses))):
        return False
    words = _HONOURED.sub("", text)
    if _PATRONYMIC.search(words) or _INITIALS.search(words):
        return False
    pairs = (pair for found in _PAIR.finditer(words) for pair in found.groups())
    if any(_stems(word) & _FIRST for word in pairs):
        return False
    known = facts.once(_surnames)
    return not any(_stems(found.group()) & known for found in _CAPITAL.finditer(words))


def _stems(word: str) -> frozenset[str]:
    """What is left of a word without its ending, as short as two letters."""
    folded = fold(word)
    return frozenset(folded[: len(folded) - cut] for cut in range(_ENDINGS + 1) if len(folded) - cut >= _SHORTEST - 1)


def _stem(name: str) -> str:
    folded = fold(name)
    return folded.rstrip("аяйьоеиы") if len(folded) > _SHORTEST else folded


_FIRST = frozenset(map(_stem, FIRST_NAMES))


def _surnames(facts: Facts) -> frozenset[str]:
    """Surnames of participants and mentors without their endings, where the registers hold names at all."""
    tables = (facts.scene.office.tables.get(key) for key in ("SCH", "UNI", "MENT"))
    typed = (one for table in tables if table is not None for one in table.values.get("surname", ()))
    return frozenset(_stem(one) for one in typed if isinstance(one, str) and len(one) >= _SHORTEST)


def _service_addresses(facts: Facts) -> frozenset[str]:
    table = facts.scene.office.tables.get("STAFF")
    return frozenset() if table is None else frozenset(fold(str(one)) for one in table.values["email"] if one)


def _out_of_place(facts: Facts) -> frozenset[tuple[str | None, str | None, str | None]]:
    """Cells of which a remark says that personal data stand there, though somebody left it as it is."""
    every = (*facts.remarks, *facts.silent)
    return frozenset((one.place.register, one.place.id, one.place.column) for one in every if one.code == NOT_IN_PLACE)
