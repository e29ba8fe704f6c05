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

    A row that got its code, or a new natural key, is not gone: rows without a code are compared by number only.
    """
    coded = {row_id for row_id in before if not row_id.startswith("?")}
    nameless_gone = max(0, len(before - coded - now) - len(now - before))
    gone = len(coded - now) + nameless_gone
    limit = max(limits.vanish_rows, int(len(before) * limits.vanish_share))
    emptied = bool(before) and not now
    if emptied or gone > limit or gone > len(before) * limits.always_ask_share:
        return Vanishing(len(before), len(now), gone, limit)
    return None


@dataclass(frozen=True)
class Copies:
    """Two files of one register that can't both be true, and what they are: in the words of F07."""

    first: str
    second: str
    text: str
    advice: str


def copies(tables: Sequence[Table[Any]]) -> Copies | None:
    """Two files that share half of their rows or codes, or are named as copies: neither is guessed (F07)."""
    if len(tables) < 2:
        return None
    files = [(table.sources[0].file, table, roll(table)) for table in tables]
    for (one, first, people), (two, second, others) in combinations(files, 2):
        kin = kinship(people, others)
        named = looks_like_copy(one) or looks_like_copy(two)
        if kin.share >= COPY or kin.share_of_codes >= COPY or (kin.codes and named):
            return _copies(one, two, kin, equal=_equal(first, second))
    return None


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
