"""Who a row is: its code, the id that the service issued by its key, or its natural key until it has a code."""

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import count
from typing import Any

from config.cells.text import fold, tidy
from config.codes import CODE, fold_code, make_code, number_of
from config.columns import Raw
from config.register import Register
from config.settings import Keeping
from validators.catalogue import FAULTS
from validators.grid import Grid
from validators.heading import heading_key, vocabulary
from validators.office import Table
from validators.remark import Place, Remark, Severity
from validators.shape import Region
from validators.structure import on_tab


@dataclass(frozen=True)
class Identified:
    """Ids of all rows, the rows that do not stand for want of one, and the ids issued now."""

    ids: tuple[str, ...]
    fallen: frozenset[int] = frozenset()
    remarks: tuple[Remark, ...] = ()
    issued: Mapping[str, str] = field(default_factory=dict)


def identify(grid: Grid, table: Table[Any], region: Region, keeping: Keeping, issued: Mapping[str, str]) -> Identified:
    """Gives every row of a freshly read table its id; remarks empty (C01, S10) and repeated (C05) codes."""
    if keeping.key:
        return _by_key(grid, table, region, keeping, issued)
    typed = table.values["id"]
    ids = list(map(str, typed))
    uncoded = [index for index, code in enumerate(typed) if not code]
    for index in uncoded:
        ids[index] = natural_id(table, index)
    nameless = {index for index in uncoded if not ids[index]}
    for index in nameless:
        ids[index] = f"?row{table.rows[index]}"
    named = _with(table, ids)
    repeated = _repeats(typed)
    remarks = [*_empty_codes(grid, named, region, uncoded, nameless), *_repeated(named, repeated)]
    return Identified(tuple(ids), frozenset(nameless | repeated.keys()), tuple(remarks))


def _with(table: Table[Any], ids: Sequence[str]) -> Table[Any]:
    return Table(table.register, tuple(ids), table.values, table.raw, table.rows, table.origin, table.sources)


def natural_id(table: Table[Any], index: int) -> str:
    """The id of a row without a code, from its natural key; empty when nothing of the key can be read."""
    cells = [table.values[name][index] for name in table.register.natural if name in table.values]
    if all(cell is None for cell in cells):
        return ""
    text = "\x1f".join(fold(str(cell)) if cell is not None else "" for cell in cells)
    return "?" + hashlib.sha256(text.encode()).hexdigest()[:12]


def _repeats(codes: Sequence[object]) -> dict[int, int]:
    if len(set(codes)) == len(codes):
        return {}
    first: dict[object, int] = {}
    later = {}
    for index, code in enumerate(codes):
        if code is None:
            continue
        if code in first:
            later[index] = first[code]
        else:
            first[code] = index
    return later


def _repeated(table: Table[Any], repeats: Mapping[int, int]) -> Iterator[Remark]:
    for index, earlier in repeats.items():
        text = f"Код {table.ids[index]} уже стоит в строке {table.rows[earlier]}, поэтому эта строка не учтена."
        yield Remark("C05", Severity.CRITICAL, table.place(index, "id"), text, FAULTS["C05"].advice)


def _empty_codes(
    grid: Grid, table: Table[Any], region: Region, uncoded: Sequence[int], nameless: set[int]
) -> Iterator[Remark]:
    raws = table.raw.get("id")
    if raws is None:
        return
    empty = [index for index in uncoded if _is_untyped(raws[index])]
    if not empty:
        return
    heading = table.register.id_column.heading
    if len(empty) > 1 and len(empty) * 2 > len(table):
        text = f"Столбец «{heading}» почти пуст: без кода {len(empty)} из {len(table)} строк."
        yield on_tab(grid, table.register, "S10", text, column=heading)
        return
    free = _free_codes(grid, table.register, region)
    for index in empty:
        severity = Severity.CRITICAL if index in nameless else FAULTS["C01"].severity
        advice = f"Впишите код {next(free)}: он свободен." if table.register.prefix else "Впишите название."
        yield Remark("C01", severity, table.place(index, "id"), f"Не заполнено «{heading}».", advice)


def _is_untyped(raw: Raw) -> bool:
    return raw is None or (isinstance(raw, str) and not tidy(raw))


def _free_codes(grid: Grid, register: Register[Any], region: Region) -> Iterator[str]:
    at = region.binding.fields["id"]
    cells = (row[at] for row in grid.rows if at < len(row))
    used = [fold_code(cell) for cell in cells if isinstance(cell, str)]
    last = max((number_of(code) for code in used if code and CODE.fullmatch(code)), default=0)
    prefix = register.prefix or ""
    return (make_code(prefix, number) for number in count(last + 1))


def _by_key(grid: Grid, table: Table[Any], region: Region, keeping: Keeping, issued: Mapping[str, str]) -> Identified:
    register = table.register
    prefix = register.prefix or _OWN_PREFIX
    numbers = count(max((number_of(code) for code in issued.values() if CODE.fullmatch(code)), default=0) + 1)
    known = dict(issued)
    ids = []
    keys = _keys(region, register, keeping)
    repeats = _repeats(keys)
    for index, key in enumerate(keys):
        own = f"{key}\x1f{table.rows[index]}" if index in repeats else key
        if own not in known:
            known[own] = make_code(prefix, next(numbers))
        ids.append(known[own])
    named = _with(table, ids)
    remarks = [on_tab(grid, register, "S10", _KEY_WORDS.format(", ".join(keeping.key)), severity=Severity.WARNING)]
    remarks += [_same_key(named, index, earlier, keeping) for index, earlier in repeats.items()]
    fresh = {key: code for key, code in known.items() if key not in issued}
    return Identified(tuple(ids), frozenset(repeats), tuple(remarks), fresh)


_OWN_PREFIX = "ЗП"
_KEY_WORDS = "В таблице нет кодов, строки различаются по столбцам: {}. Коды выданы сервисом."


def _same_key(table: Table[Any], index: int, earlier: int, keeping: Keeping) -> Remark:
    heading = keeping.key[0]
    text = f"Строка повторяет строку {table.rows[earlier]} (столбцы: {', '.join(keeping.key)}) и не учтена."
    place = table.place(index, None)
    named = Place(place.register, place.id, place.row, heading, None, place.source, place.local_key)
    return Remark(
        "C05",
        Severity.CRITICAL,
        named,
        text,
        "Удалите повтор или добавьте в настройку key столбец, который их различает.",
    )


def _keys(region: Region, register: Register[Any], keeping: Keeping) -> list[str]:
    words = vocabulary(register, keeping)
    picked: list[Sequence[Raw]] = []
    for heading in keeping.key:
        folded = heading_key(heading)
        at = region.binding.fields.get(
            words.fields.get(folded, ""), region.binding.parts.get(words.parts.get(folded, ""))
        )
        if at is not None:
            picked.append(region.columns[at])
    rows = zip(*picked, strict=True) if picked else [()] * len(region.rows)
    return [
        hashlib.sha256("\x1f".join(fold(str(cell or "")) for cell in row).encode()).hexdigest()[:16] for row in rows
    ]
