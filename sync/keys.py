"""Key files of mode «codes»: whose each is, what is wrong with them, and the tabs of codes with their names beside."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from config.apart import FOLDER, is_of_people, is_shared, key_file, name_in_office, personal_columns
from config.cells.text import fold, tidy
from config.codes import fold_code
from config.columns import Need
from config.register import Register
from config.settings import Settings
from reports.wording import counted
from sync.backends.base import FileRead
from validators.catalogue import FAULTS
from validators.grid import Grid
from validators.keyfile import Key, read_key
from validators.private import Joined, join
from validators.remark import Place, Remark, Severity
from validators.shared import names_in_shared

_MOST_SHOWN = 5


@dataclass(frozen=True)
class Keys:
    """The tabs of key files by register; `refused` — register → its file that could not be read."""

    tabs: Mapping[str, tuple[Grid, ...]] = field(default_factory=dict)
    refused: Mapping[str, FileRead] = field(default_factory=dict)
    remarks: tuple[Remark, ...] = ()


def placed(file: FileRead) -> FileRead:
    """A file of the folder of names under its name in the office."""
    name = name_in_office(file.name)
    return replace(file, name=name, grids=tuple(replace(grid, file=name) for grid in file.grids))


def keys_of(files: Sequence[FileRead], registers: Sequence[Register[Any]], settings: Settings) -> Keys:
    """Tells whose each tab is: by the codes in it, else by the title of the tab, else by the name of the file."""
    shared = [one for one in registers if is_shared(one, settings) and personal_columns(one)]
    tabs: dict[str, tuple[Grid, ...]] = {}
    refused: dict[str, FileRead] = {}
    remarks: list[Remark] = []
    for file in files:
        if file.code is not None:
            refused |= {one.key: file for one in shared if _is_called(file.name, one)}
        for grid in file.grids:
            owner = _owner(grid, shared)
            if owner is not None:
                tabs[owner.key] = (*tabs.get(owner.key, ()), grid)
            elif not grid.is_empty and len(file.grids) == 1:
                remarks.append(_nobodys(grid))
    return Keys(tabs, refused, tuple(remarks))


def _owner(grid: Grid, registers: Sequence[Register[Any]]) -> Register[Any] | None:
    codes = Counter(
        code[:2] for row in grid.rows for cell in row if isinstance(cell, str) and (code := fold_code(tidy(cell)))
    )
    by_codes = [one for one in registers if codes[one.prefix or ""]]
    if by_codes:
        return max(by_codes, key=lambda one: codes[one.prefix or ""])
    return next((one for one in registers if fold(grid.tab) == fold(one.tab) or _is_called(grid.file, one)), None)


def _is_called(file: str, register: Register[Any]) -> bool:
    stem = f"{fold(file.rpartition('/')[2].rpartition('.')[0])} "
    return any(stem.startswith(f"{fold(title)} ") for title in (register.tab, register.workbook, *register.former))


def _nobodys(grid: Grid) -> Remark:
    text = f"Файл «{_shown(grid.file)}» не прочитан: в нём нет кодов ни одного реестра, который ведут по кодам."
    advice = "Впишите в первый столбец коды, как в реестре, или уберите файл из этой папки."
    place = Place(None, None, None, None, None, grid.source, local_key=grid.source)
    return Remark("S1", Severity.WARNING, place, text, advice)


@dataclass(frozen=True)
class Named:
    """The tabs of a register, with names beside codes where they are kept apart, and what is wrong with the names.

    `named` of the `codes` have names.
    """

    grids: tuple[Grid, ...]
    remarks: tuple[Remark, ...] = ()
    codes: int = 0
    named: int = 0


def with_names(register: Register[Any], grids: Sequence[Grid], keys: Keys, settings: Settings) -> Named:
    """Sets the names of key files beside the codes of a shared register; other registers come back as they are.

    So do readings of the history, which have the names of then.
    """
    if not is_shared(register, settings) or any(grid.annex is not None for grid in grids):
        return Named(tuple(grids))
    keeping = settings.keeping(register.key)
    found = [remark for grid in grids for remark in names_in_shared(grid, register, keeping)]
    if not personal_columns(register) or not grids:
        return Named(tuple(grids), tuple(found))
    own = keys.tabs.get(register.key, ())
    read = [(grid, read_key(grid, register, keeping)) for grid in own]
    usable = [key for _, key in read if key is not None]
    joined = [join(grid, usable, register, keeping) for grid in grids]
    found += [_unheaded(register, grid) for grid, key in read if key is None]
    found += _on_keys(register, usable, joined)
    if not own and register.key not in keys.refused and is_of_people(register):
        found.append(_absent(register))
    codes = {code for one in joined for code in one.codes}
    named = sum(any(code in key.rows for key in usable) for code in codes)
    return Named(tuple(one.grid for one in joined), tuple(found), len(codes), named)


def _absent(register: Register[Any]) -> Remark:
    name = f"{FOLDER}/{key_file(register)}"
    text = f"Не проверялось: нет файла с именами «{name}»."
    advice = f"Положите этот файл в папку {FOLDER} офиса: код и столбцы с именами и контактами, как в шаблоне."
    return _remark(register, "S3", None, text, advice)


def _unheaded(register: Register[Any], grid: Grid) -> Remark:
    text = f"Имена не прочитаны: в файле «{_shown(grid.file)}» не найдены столбец «Код» и столбцы с именами."
    advice = "Верните строку с названиями столбцов: Код, Фамилия, Имя и другие, как в шаблоне."
    return _remark(register, "S2", grid, text, advice)._replace(severity=Severity.ERROR)


def _on_keys(register: Register[Any], keys: Sequence[Key], joined: Sequence[Joined]) -> Iterator[Remark]:
    codes = {code for one in joined for code in one.codes}
    first: dict[str, Key] = {}
    for key in keys:
        yield from _on_rows(register, key)
        yield from _in_two_files(register, key, first)
        first |= {code: key for code in key.rows if code not in first}
        strange = [code for code in key.rows if code not in codes]
        if strange:
            text = f"В файле с именами есть коды, строк которых в общей таблице нет или они пусты: {_listed(strange)}."
            advice = "Исправьте код в этом файле или заполните строку с этим кодом в общей таблице."
            yield _remark(register, "X01", key.grid, text, advice, row=key.rows[strange[0]])
    if keys:
        yield from _lacking(register, keys)
    if keys and is_of_people(register):
        yield from _unnamed(register, keys, joined)


def _on_rows(register: Register[Any], key: Key) -> Iterator[Remark]:
    if key.nameless:
        rows = ", ".join(map(str, key.nameless[:_MOST_SHOWN]))
        text = f"В файле с именами есть строки без кода, они не прочитаны: {rows}{_more(key.nameless)}."
        yield _remark(register, "C12", key.grid, text, "Впишите коды, как в общей таблице.", row=key.nameless[0])
    for row, first in key.repeated:
        text = f"Код в строке {row} файла с именами уже стоит в строке {first}, взята первая."
        yield _remark(register, "C05", key.grid, text, "Оставьте у каждого кода одну строку.", row=row)


def _in_two_files(register: Register[Any], key: Key, earlier: Mapping[str, Key]) -> Iterator[Remark]:
    again = [code for code in key.rows if code in earlier]
    if again:
        file = _shown(earlier[again[0]].grid.file)
        text = f"Коды этого файла с именами стоят и в файле «{file}», взято оттуда: {_listed(again)}."
        yield _remark(register, "C05", key.grid, text, "Оставьте у каждого кода одну строку.", row=key.rows[again[0]])


def _lacking(register: Register[Any], keys: Sequence[Key]) -> Iterator[Remark]:
    """Columns that are asked of everybody and stand in no key file; «ФИО» is as good as three columns."""
    here = {name for key in keys for name in key.columns}
    whole = {field for one in register.composites if here.intersection(one.headings) for field in one.fields}
    for column in personal_columns(register):
        if column.need in {Need.REQUIRED, Need.EXPECTED} and column.heading not in here and column.field not in whole:
            text = f"В файле с именами нет столбца «{column.heading}», его проверки не проводятся."
            place = Place(register.key, None, None, column.heading, None, keys[0].grid.source, column.heading)
            yield Remark("S3", FAULTS["S3"].severity, place, text, FAULTS["S3"].advice)


def _unnamed(register: Register[Any], keys: Sequence[Key], joined: Sequence[Joined]) -> Iterator[Remark]:
    codes = [code for one in joined for code in one.codes]
    lacking = [code for code in codes if not any(code in key.rows for key in keys)]
    if lacking:
        rows = counted(len(lacking), "кода", "кодов", "кодов")
        text = f"Не проверялось: в файле с именами нет имён для {rows} из {len(codes)}: {_listed(lacking)}."
        advice = "Впишите имена и контакты в файл с именами рядом с этими кодами."
        yield _remark(register, "C01", keys[0].grid, text, advice)._replace(severity=Severity.WARNING)


def _listed(codes: Sequence[str]) -> str:
    return ", ".join(codes[:_MOST_SHOWN]) + _more(codes)


def _more(found: Sequence[object]) -> str:
    return f" и ещё {len(found) - _MOST_SHOWN}" if len(found) > _MOST_SHOWN else ""


def _shown(file: str) -> str:
    return file.removeprefix("./")


def _remark(
    register: Register[Any], code: str, grid: Grid | None, text: str, advice: str, *, row: int | None = None
) -> Remark:
    source = grid.source if grid is not None else name_in_office(key_file(register))
    key = f"names {source} {row or ''}" if code == "C05" else "names"
    place = Place(register.key, None, row, None, None, source, local_key=key)
    return Remark(code, FAULTS[code].severity if code in FAULTS else Severity.WARNING, place, text, advice)
