"""The holds of drift: other people's data, codes parted from their records, cells of another type, emptied cells."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from config.settings import LimitsSection
from validators.drift.likeness import Lines
from validators.drift.matching import Drift
from validators.drift.parting import LIMIT, Parting, partings, replaced
from validators.drift.profile import Shift, emptied, hollow, lines_of, retyped
from validators.guard import is_too_much, limit_of

REPLACED = "tab_replaced"
PARTED = "pairs_parted"
RETYPED = "types_changed"
EMPTIED = "columns_emptied"
HOLLOW = "rows_emptied"
"""Kinds of holds."""


class Doubt(NamedTuple):
    """What is doubtful: the kind of hold, why, (cells or rows before, those as before now, limit), the file."""

    kind: str
    reason: str
    counts: tuple[int, int, int]
    file: str = ""


def drifted(drift: Drift, agreed: frozenset[str], limits: LimitsSection) -> Iterator[Doubt]:
    """Of a tab that was replaced nothing else is said, nor of a file in which records parted.

    `agreed` are files whose exchange a person has seen and accepted.
    """
    strangers = replaced(drift)
    if strangers and not agreed:
        was = len(drift.earlier)
        reason = f"В строках стоят другие записи: {strangers} из {was}. Похоже, лист заменён чужой таблицей."
        yield Doubt(REPLACED, reason, (was, was - strangers, LIMIT))
        return
    several = len({source.file for source in drift.now.sources}) > 1
    found = partings(drift)
    for file in dict.fromkeys(source.file for source in drift.now.sources if not source.key):
        if file in agreed:
            continue
        where = f"В файле «{file}» " if several else ""
        subject = file if several else ""
        if file in found and found[file].changed > LIMIT:
            parting = found[file]
            counts = (parting.of, parting.of - parting.changed, LIMIT)
            yield Doubt(PARTED, _said(where, _parted(parting)), counts, subject)
        else:
            lines = lines_of(drift, file)
            yield from _of_columns(lines, where, subject)
            yield from _of_rows(lines, (where, subject), limits)


def _of_columns(lines: Lines, where: str, subject: str) -> Iterator[Doubt]:
    other = retyped(lines)
    if other:
        words = f"изменился вид данных в {_columns(other)}: {_counts(other)}. Похоже, вставлены чужие данные."
        yield Doubt(RETYPED, _said(where, words), _sums(other), subject)
    empty = emptied(lines)
    if empty:
        words = f"опустели столбцы, которые раньше были заполнены: {_named([one.heading for one in empty])}."
        yield Doubt(EMPTIED, _said(where, words), _sums(empty), subject)


def _of_rows(lines: Lines, told: tuple[str, str], limits: LimitsSection) -> Iterator[Doubt]:
    empty, held = hollow(lines)
    if is_too_much(empty, held, limits) and empty > LIMIT:
        words = f"опустели строки, в них остались только код и название: {empty} из {held}."
        yield Doubt(HOLLOW, _said(told[0], words), (held, held - empty, limit_of(held, limits)), told[1])


def _parted(parting: Parting) -> str:
    if parting.columns:
        what = "значения столбца" if len(parting.columns) == 1 else "значения столбцов"
        what += f" {_named(parting.columns)} стоят не в своих строках: {parting.changed} из {parting.of}"
    else:
        what = f"коды стоят не у своих записей: {parting.changed} из {parting.of}"
    return f"{what}. Похоже, один столбец отсортирован отдельно или блок вставлен со сдвигом."


def _columns(shifts: Sequence[Shift]) -> str:
    word = "столбце" if len(shifts) == 1 else "столбцах"
    return f"{word} {_named([one.heading for one in shifts])}"


def _counts(shifts: Sequence[Shift]) -> str:
    return ", ".join(f"{one.changed} из {one.of}" for one in shifts)


def _sums(shifts: Sequence[Shift]) -> tuple[int, int, int]:
    was, changed = sum(one.of for one in shifts), sum(one.changed for one in shifts)
    return was, was - changed, 0


def _named(headings: Sequence[str]) -> str:
    return f"«{'», «'.join(headings)}»"


def _said(where: str, words: str) -> str:
    return where + words if where else words[0].upper() + words[1:]
