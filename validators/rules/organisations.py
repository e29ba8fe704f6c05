"""Organisations: one that stands in two rows, and a branch that is called by the number of its head."""

import re
from collections.abc import Iterator
from itertools import combinations
from typing import Any

from rapidfuzz import fuzz

from config.cells.text import fold
from validators.office import Scene, Table
from validators.remark import Severity
from validators.rule import Complaint, RowOf, rule

_ALIKE = 90
"""Of 100: names that differ by a letter or two (domain.md §5.1, ENT)."""
_FORMS = frozenset(
    ("ооо", "ао", "оао", "зао", "пао", "ип", "спк", "гуп", "муп", "фгуп", "нпо", "нп", "ано", "фонд", "филиал")
)
_BRANCH = (
    "Если это филиал, всё верно: оставьте как есть. Если та же организация, оставьте одну строку, а у лишней поставьте "
    "статус «Ошибочная запись»."
)
_WORD = re.compile(r"[^\W\d_]+|\d+")


@rule("X64", Severity.WARNING, "Организация записана один раз: ИНН и название не спорят", needs=("ENT",))
def an_organisation_has_one_row(scene: Scene) -> Iterator[Complaint]:
    """Сверьте ИНН с ЕГРЮЛ. Если это одна организация, оставьте одну строку, а у лишней поставьте статус «Ошибочная
    запись»; если разные и всё верно, оставьте как есть."""
    table = scene.office.tables["ENT"]
    if "inn" in table.missing:
        return
    yield from _branches(table)
    yield from _alike(table)


def _branches(table: Table[Any]) -> Iterator[Complaint]:
    firsts: dict[object, int] = {}
    inns, kpps = table.values["inn"], table.values["kpp"]
    for index in table.counted:
        inn = inns[index]
        if inn is None:
            continue
        first = firsts.setdefault(inn, index)
        if kpps[index] != kpps[first]:
            text = f"Такой же ИНН у {table.ids[first]}, а КПП другой: так бывает только у филиала."
            yield Complaint(RowOf(table, index), "inn", text, _BRANCH)


def _alike(table: Table[Any]) -> Iterator[Complaint]:
    """Each later row once, for the first row that is called alike."""
    inns = table.values["inn"]
    names = {index: _bare(str(table.values["title"][index])) for index in table.counted if inns[index] is not None}
    told = set()
    for first, index in combinations(names, 2):
        if inns[first] != inns[index] and index not in told and _are_alike(names[first], names[index]):
            told.add(index)
            text = f"Название почти как у {table.ids[first]}, а ИНН другой."
            yield Complaint(RowOf(table, index), "title", text)


def _bare(title: str) -> tuple[str, ...]:
    """The words of a name without its legal form: «ООО «Бор»» and «Бор, АО» are called alike."""
    return tuple(word for word in _WORD.findall(fold(title)) if word not in _FORMS)


def _are_alike(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """«Завод № 1» and «Завод № 2» are two."""
    if not one or not other or _numbers(one) != _numbers(other):
        return False
    return fuzz.ratio(" ".join(one), " ".join(other), score_cutoff=_ALIKE) > 0


def _numbers(words: tuple[str, ...]) -> list[str]:
    return sorted(filter(str.isdecimal, words))
