"""Parts of the region: workbooks with a block of codes that no other part ever gets."""

import json
import re
from argparse import Namespace
from collections.abc import Iterator, Mapping, Sequence
from itertools import islice
from pathlib import Path
from typing import Any

from config.cells.text import fold
from config.codes import CODE, fold_code, make_code, number_of
from config.errors import BusyError, UsageError
from config.registers import REGISTERS
from config.registers.municipalities import MUN
from reports.templates.beginning import part_workbooks
from sync.backends.base import FileRead
from sync.backends.folder import FolderBackend
from sync.desk import SETTINGS_FILE, Desk, open_desk
from sync.founding import write_new
from sync.state.store import Store
from sync.writing import the_only_writer
from validators.office import Table
from validators.parse import parse
from validators.parts import PEOPLE, Part, block_from, free_blocks, municipality_of
from validators.references import directory_of
from validators.tabs import assign

_REGISTERS = tuple(register for register in REGISTERS if register.key in PEOPLE)
_ROWS = max(register.rows for register in _REGISTERS)
_PREFIXES = frozenset(register.prefix for register in _REGISTERS)
_FORBIDDEN = re.compile(r'[\\/:*?"<>|\x00-\x1f]')


def found_parts(options: Namespace) -> int:
    """Adds workbooks for parts of the region, each with a block of codes of its own, and remembers whose they are.

    Raises UsageError before anything is written when a name or a block is taken.
    """
    root = Path(options.folder)
    if not (root / SETTINGS_FILE).is_file():
        raise UsageError(f"В папке {root} нет офиса.", advice=f"Сначала создайте его: rpo init {root}.")
    desk = open_desk(Namespace(office=str(root), today=options.today))
    with Store.open(desk.history, read_only=True) as store:
        given = store.parts()
        files = _files(desk)
        listed = _municipalities(files, desk)
        parts = _blocks(_names(options, listed, given), options.first, given, _taken(files, store, desk))
    contents = _workbooks(parts, desk)
    _give(desk, given, parts, contents)
    if options.json:
        shown = [{"part": part.name, "first": part.first, "last": part.last} for part in parts]
        found = {"office": str(root.resolve()), "parts": shown, "written": [*contents]}
        print(json.dumps(found, ensure_ascii=False))
    elif not options.quiet:
        print(_words(root, parts, [*contents], _unlisted(parts, listed)))
    return 0


def _give(desk: Desk, given: Sequence[Part], parts: Sequence[Part], contents: Mapping[str, bytes]) -> None:
    """Writes the workbooks, then the memory of them: a block whose workbook stands is seen even without it."""
    with the_only_writer(desk) as store:
        if store.parts() != given:
            raise BusyError("Коды частей только что выданы другим запуском.", advice="Повторите команду.")
        write_new(desk.root, contents)
        for part in parts:
            store.give_part(part, desk.today)


def _names(options: Namespace, listed: Table[Any] | None, given: Sequence[Part]) -> list[str]:
    """The parts that were asked for: named on the command line, or all of the list that have no codes yet."""
    have = {fold(part.name): part for part in given}
    named = {fold(name): _part(name) for name in options.part or ()}
    if options.listed and listed is not None:
        named |= {key: _part(one.id) for one in listed.living() if (key := fold(one.id)) not in have}
    if not named:
        raise UsageError(
            "В «Муниципалитетах» нет ни одного, у которого ещё не было бы своих кодов.",
            advice="Заполните «Муниципалитеты» в «Справочники.xlsx» или назовите часть: --part Бийск.",
        )
    for key, part in have.items():
        if key in named:
            raise UsageError(
                f"Части «{part.name}» уже выданы номера {part.first}…{part.last}. Ничего не изменено.",
                advice=f'Если таблица потерялась или нужна ещё одна, назовите её иначе: --part "{part.name} 2".',
            )
    return list(named.values())


def _part(name: str) -> str:
    part = " ".join(name.split())
    if not part or _FORBIDDEN.search(part) or len(part) > 80:
        raise UsageError(
            "Название части региона не годится для имени файла.",
            advice='Напишите название коротко и без знаков \\ / : * ? " < > |, например: --part Бийск.',
        )
    return part


def _blocks(names: Sequence[str], first: int | None, given: Sequence[Part], taken: frozenset[int]) -> list[Part]:
    """A block for each name: the first from the number that was asked for, the others from free thousands."""
    parts: list[Part] = []
    rest = list(names)
    if first is not None:
        parts.append(_asked(rest.pop(0), first, given, taken))
    starts = islice(free_blocks((*given, *parts), taken), len(rest))
    return [*parts, *(Part(name, *block_from(start, _ROWS)) for name, start in zip(rest, starts, strict=True))]


def _asked(name: str, first: int, given: Sequence[Part], taken: frozenset[int]) -> Part:
    free = next(iter(free_blocks(given, taken)))
    advice = f"Свободны номера с {free}: --from {free}, или уберите --from, и номера найдутся сами."
    if first <= _ROWS:
        raise UsageError(
            f"Для части региона нужны номера больше {_ROWS}: коды до него уже стоят в общих таблицах.", advice=advice
        )
    part = Part(name, *block_from(first, _ROWS))
    for other in given:
        if part.first <= other.last and other.first <= part.last:
            raise UsageError(f"Номера {other.first}…{other.last} уже у части «{other.name}».", advice=advice)
    clash = min((number for number in taken if part.has(number)), default=None)
    if clash is not None:
        raise UsageError(f"Код с номером {clash} уже стоит в таблицах офиса.", advice=advice)
    return part


def _files(desk: Desk) -> list[FileRead]:
    templates = FolderBackend(desk.root / "templates", desk.settings)
    return [*desk.backend().read(), *(templates.read() if (desk.root / "templates").is_dir() else ())]


def _taken(files: Sequence[FileRead], store: Store, desk: Desk) -> frozenset[int]:
    """The numbers of all codes of people that stand in a table of the office, or stood at the last reading."""
    snapshots = store.before(desk.today).snapshots
    known = {row_id for key in PEOPLE if key in snapshots for row_id in snapshots[key].ids if CODE.fullmatch(row_id)}
    return frozenset(map(number_of, known.union(_codes(files))))


def _codes(files: Sequence[FileRead]) -> Iterator[str]:
    for file in files:
        for grid in file.grids:
            cells = {cell for row in grid.rows for cell in row if isinstance(cell, str)}
            yield from (code for cell in cells if (code := fold_code(cell)) and code[:2] in _PREFIXES)


def _municipalities(files: Sequence[FileRead], desk: Desk) -> Table[Any] | None:
    """«Муниципалитеты» as they stand; None when they can't be read."""
    tabs = assign([grid for file in files for grid in file.grids], [MUN], desk.settings).tabs.get(MUN.key, ())
    return parse(tabs[0], MUN, desk.settings.keeping(MUN.key)).table if tabs else None


def _unlisted(parts: Sequence[Part], listed: Table[Any] | None) -> list[str]:
    if listed is None or not len(listed):
        return []
    known = directory_of(listed)
    return [part.name for part in parts if municipality_of(part, known) is None]


def _workbooks(parts: Sequence[Part], desk: Desk) -> dict[str, bytes]:
    season = desk.settings.office.season
    return {
        f"templates/{name}": data
        for part in parts
        for name, data in part_workbooks(season, _REGISTERS, part.name, part.first).items()
    }


def _words(root: Path, parts: Sequence[Part], written: Sequence[str], unlisted: Sequence[str]) -> str:
    lines = [f"Таблицы готовы в папке {root}:", *(f"  {name}" for name in written), "Коды:"]
    lines += [f"  {part.name}: {_codes_of(part)}" for part in parts]
    lines += [
        "Номера остаются за частью навсегда, в готовых строках стоят первые из них.",
        "Отдайте таблицы тем, кто их ведёт, а заполненные кладите в папку registers: строки сложатся с общими.",
        "Столбец «Муниципалитет» в них заполнять не нужно: он известен по коду.",
    ]
    if unlisted:
        lines.append(
            f"В «Муниципалитетах» нет: {', '.join(unlisted)}. Впишите их туда, иначе по коду муниципалитет не узнать."
        )
    return "\n".join(lines)


def _codes_of(part: Part) -> str:
    spans = (
        f"{make_code(one.prefix or '', part.first)}…{make_code(one.prefix or '', part.first + one.rows - 1)}"
        for one in _REGISTERS
    )
    return ", ".join(spans)
