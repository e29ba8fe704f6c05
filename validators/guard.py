"""Guards before a reading becomes the truth: too many rows gone, and two files that are copies of each other."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Any

from config.settings import LimitsSection
from validators.catalogue import FAULTS
from validators.kinship import COPY, Kinship, kinship, roll
from validators.office import Table
from validators.tabs import looks_like_copy


@dataclass(frozen=True)
class Vanishing:
    """Rows that were there and are gone: how many there were, are now, and how many may go without asking."""

    was: int
    now: int
    gone: int
    limit: int


def vanished(before: frozenset[str], now: frozenset[str], limits: LimitsSection) -> Vanishing | None:
    """None when few enough rows are gone (decisions.md 27): not more than max(rows, share), and never over half.

    A row that got its code, or a new natural key, is not gone: as many rows without a code may go as new ones came.
    """
    lost = before - now
    nameless = sum(row_id.startswith("?") for row_id in lost)
    gone = len(lost) - nameless + max(0, nameless - len(now - before))
    emptied = bool(before) and not now
    if emptied or is_too_much(gone, len(before), limits):
        return Vanishing(len(before), len(now), gone, limit_of(len(before), limits))
    return None


def limit_of(was: int, limits: LimitsSection) -> int:
    """How many of so many rows may go without asking."""
    return max(limits.vanish_rows, int(was * limits.vanish_share))


def is_too_much(gone: int, was: int, limits: LimitsSection) -> bool:
    """More rows went than may go without asking, or more than half."""
    return gone > limit_of(was, limits) or gone > was * limits.always_ask_share


@dataclass(frozen=True)
class Copies:
    """Two files of one register that can't both be true, and what they are: in the words of F07."""

    first: str
    second: str
    text: str
    advice: str


def copies(tables: Sequence[Table[Any]]) -> Copies | None:
    """Two files that share half of their rows or codes, or are named as copies: neither is guessed (F07).

    A small ведомость may lie within a large one: it is a copy only when it holds half of the larger.
    """
    if len(tables) < 2:
        return None
    files = [(table.sources[0].file, table, roll(table)) for table in tables]
    for (one, first, people), (two, second, others) in combinations(files, 2):
        kin = kinship(people, others)
        named = looks_like_copy(one) or looks_like_copy(two)
        if _share_much(first, second, kin) or (kin.codes and named):
            names = (one, two) if one != two else (first.sources[0].name, second.sources[0].name)
            return _copies(*names, kin, equal=_equal(first, second))
    return None


def _share_much(first: Table[Any], second: Table[Any], kin: Kinship) -> bool:
    if first.sources[0].key and second.sources[0].key:
        return kin.codes * 2 >= max(kin.was, kin.now) > 0
    return kin.share >= COPY or kin.share_of_codes >= COPY


def _copies(one: str, two: str, kin: Kinship, *, equal: bool) -> Copies:
    if equal:
        text = f"Файлы «{one}» и «{two}» — копии друг друга: строки в них одинаковы."
    elif kin.share < COPY and kin.codes > kin.same:
        text = f"В файлах «{one}» и «{two}» одни и те же коды стоят у разных записей: {kin.codes - kin.same}."
        return Copies(one, two, text, _CODES_TWICE)
    else:
        text = f"Файлы «{one}» и «{two}» похожи на копии друг друга, какой из них верный — неизвестно."
    return Copies(one, two, text, FAULTS["F07"].advice)


_CODES_TWICE = (
    "Обе таблицы начаты с одного шаблона. Дайте второй свои коды: «rpo init ПАПКА --part НАЗВАНИЕ» "
    "выдаёт таблицу с собственными номерами."
)


def _equal(first: Table[Any], second: Table[Any]) -> bool:
    return first.ids == second.ids and {**first.raw} == {**second.raw}
