"""Exports of other systems in one look: whose each file is, read as a register of its own, told in its own words."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from fnmatch import fnmatchcase
from itertools import compress
from typing import Any

from config.cells.text import fold
from config.exports import keeping_of, register_of
from config.imports import FOLDER, Import, name_in_folder, name_in_office
from config.register import Register
from reports.naming import tab_of
from reports.wording import counted
from sync.backends.base import FileRead
from sync.reading import Reading, read_register
from sync.sheets import Look
from validators.catalogue import FAULTS
from validators.grid import Grid
from validators.intake.taken import Export, Taken
from validators.office import Account, Office, Standing, Table
from validators.remark import Place, Remark, Severity

_NO_MATTER = frozenset({"S6", "S7", "S8", "S10"})
"""Nobody tidies the rows of another system's export."""

_BINDING = frozenset({"S2", "S3", "S4", "F09"})
_TWICE = "Назовите столбцы в самой системе по-разному или переименуйте один из них в файле выгрузки."
_BY_SETTINGS = "Скажите в office.toml, раздел [[import]] «{}», какой столбец чем считать: headings = {{…}}."


@dataclass(frozen=True)
class Exports:
    """All exports of one look: their readings by key, the same for the pure floor, and the files."""

    readings: Mapping[str, Reading]
    values: tuple[Export, ...]
    refused: Mapping[str, FileRead]
    claimed: tuple[FileRead, ...]
    unclaimed: tuple[FileRead, ...]

    @property
    def roles(self) -> Mapping[str, str]:
        """Key of an export → the role of those who mend what is wrong with it."""
        return {key: one.register.owner for key, one in self.readings.items()}


def placed(file: FileRead) -> FileRead:
    """A file of the folder of exports under its name in the office."""
    name = name_in_office(file.name)
    return replace(file, name=name, grids=tuple(replace(grid, file=name) for grid in file.grids))


def read_exports(files: Sequence[FileRead], look: Look) -> Exports:
    """Reads every export that the settings name."""
    readings, values, refused = {}, [], {}
    for one in look.settings.imports:
        own = [file for file in files if _is_of(one, file)]
        bad = next((file for file in own if file.code is not None), None)
        if bad is not None:
            refused[one.key] = bad
        reading = _read(one, own, bad, look)
        faults = tuple(remark for remark in reading.remarks if remark.place.local_key.startswith("?"))
        told = tuple(remark for remark in reading.remarks if remark not in faults and remark.code not in _NO_MATTER)
        readings[one.key] = replace(reading, remarks=told)
        values.append(Export(one, reading.account, reading.table, faults))
    ours = [any(_is_of(one, file) for one in look.settings.imports) for file in files]
    claimed, unclaimed = tuple(compress(files, ours)), tuple(compress(files, (not one for one in ours)))
    return Exports(readings, tuple(values), refused, claimed, unclaimed)


def _is_of(one: Import, file: FileRead) -> bool:
    return any(fnmatchcase(name_in_folder(file.name), mask) for mask in one.source)


def _read(one: Import, files: Sequence[FileRead], bad: FileRead | None, look: Look) -> Reading:
    keepings = {**look.settings.registers, one.key: keeping_of(one)}
    own = replace(look, settings=look.settings.model_copy(update={"registers": keepings}))
    grids = tuple(grid for file in files for grid in _tab(one, file.grids))
    register = register_of(one)
    reading = read_register(register, grids, bad, own)
    if not grids and bad is None:
        return _absent(one, reading, has_files=bool(files))
    lacking = _lacking(one, reading.table) if reading.account.standing is Standing.ACCEPTED else ()
    if lacking:
        text = f"В выгрузке «{one.name}» нет столбцов, без которых её не понять: «{'», «'.join(lacking)}»."
        place = Place(one.key, None, None, None, None, grids[0].source, local_key="columns")
        wrong = Remark("S3", Severity.CRITICAL, place, text, _BY_SETTINGS.format(one.name))
        return Reading(register, Account(Standing.FAILED, text), remarks=(wrong,))
    return _in_own_words(one, reading)


def _tab(one: Import, grids: Sequence[Grid]) -> tuple[Grid, ...]:
    """The tab that the settings name, else the first that holds anything."""
    fit = [grid for grid in grids if one.tab is None or not grid.tab or fold(grid.tab) == fold(one.tab)]
    return tuple(grid for grid in fit if not grid.is_empty)[:1]


def _lacking(one: Import, table: Table[Any] | None) -> tuple[str, ...]:
    if table is None:
        return ()
    wanted = [*one.match_fields, *(("title",) if one.gives == "progress" else ())]
    lacking = [table.register.by_field[name].heading for name in wanted if name in table.missing]
    if one.gives == "progress" and {"progress", "result"} <= table.missing:
        lacking.append(table.register.by_field["progress"].heading)
    return tuple(lacking)


def _absent(one: Import, reading: Reading, *, has_files: bool) -> Reading:
    """No file, or no tab in it: said as it is, whether the export was there before or never."""
    masks = "», «".join(one.source)
    what = (
        f"В файле выгрузки «{one.name}» нет листа с данными."
        if has_files
        else f"Выгрузки «{one.name}» нет в папке {FOLDER}: искали «{masks}»."
    )
    if reading.holds:
        reason = f"{what} Раньше она читалась."
        holds = tuple(replace(hold, reason=reason) for hold in reading.holds)
        return replace(reading, holds=holds, account=replace(reading.account, reason=reason))
    advice = f"Положите файл в папку {FOLDER} или исправьте source и tab в office.toml, раздел [[import]]."
    place = Place(one.key, None, None, None, None, None, local_key="file")
    remark = Remark("S1", Severity.CRITICAL, place, what, advice)
    return replace(reading, account=replace(reading.account, reason=what), remarks=(remark,))


def _in_own_words(one: Import, reading: Reading) -> Reading:
    told = tuple(_in_own_word(one, reading.register, remark) for remark in reading.remarks)
    worst = [remark.text for remark in told if remark.severity is Severity.CRITICAL and remark.code in _BINDING]
    if worst and not reading.holds:
        return replace(reading, account=replace(reading.account, reason=worst[0]), remarks=told)
    return replace(reading, remarks=told)


def _in_own_word(one: Import, register: Register[Any], remark: Remark) -> Remark:
    """Nobody renames the headings of another system's export: the settings say what they are."""
    if remark.code not in _BINDING:
        return remark
    told = remark._replace(advice=_TWICE if remark.code == "S4" else _BY_SETTINGS.format(one.name))
    if remark.code == "S3" and remark.severity is Severity.CRITICAL:
        names = "», «".join(register.by_field[name].heading for name in register.natural[:2])
        return told._replace(text=f"В выгрузке «{one.name}» не хватает столбцов, нужны «{names}».")
    return told


def unread(taken: Iterable[Export], office: Office) -> dict[str, str]:
    """Register → the export that should have added rows to it and gave none, because it could not be read."""
    return {
        one.settings.target: one.settings.name
        for one in taken
        if one.table is None and one.settings.gives != "people" and office.has(one.settings.target)
    }


def intake_remarks(taken: Iterable[Taken], unclaimed: Iterable[FileRead]) -> list[Remark]:
    """One remark an export on the people whom nobody knows, on repeats, on what could not be added; and lost files."""
    remarks = [remark for one in taken for remark in _remarks(one)]
    for file in unclaimed:
        place = Place(None, None, None, None, None, file.name, local_key=file.name)
        text = f"Файл «{file.name}» не читается: о нём не говорит ни один раздел [[import]]."
        advice = f"Допишите раздел [[import]] в office.toml или уберите файл из папки {FOLDER}."
        remarks.append(Remark("S1", Severity.WARNING, place, text, advice))
    return remarks


def _remarks(one: Taken) -> list[Remark]:
    settings, table = one.export.settings, one.export.table
    source = table.sources[0].name if table is not None and table.sources else None
    place = Place(settings.key, None, None, None, None, source)
    found = []
    if one.waiting:
        unknown = counted(len(one.waiting), "человек", "человека", "человек")
        text = f"В выгрузке «{settings.name}» не узнано {unknown} из {one.people}: их строки не учтены."
        found.append(Remark("X01", Severity.WARNING, place._replace(local_key="strangers"), text, _ANSWER))
    if one.lost:
        home = f"реестр «{tab_of(one.lost)}» не ведётся или не прочитан"
        text = f"Выгрузка «{settings.name}» прочитана, но не учтена: {home}."
        found.append(Remark("S1", Severity.ERROR, place._replace(local_key="lost"), text, _KEEP))
    if one.repeats and settings.gives == "candidates":
        text = f"Повторных ответов в «{settings.name}»: {one.repeats}. Учтён последний ответ каждого человека."
        remark = Remark("C05", Severity.INFO, place._replace(local_key="repeats"), text, FAULTS["C06"].advice)
        found.append(remark)
    return found


_ANSWER = (
    "Откройте лист «Кого не узнали» и впишите в последний столбец код участника, а если человек не наш — слово «нет»."
)
_KEEP = "Допишите реестр в [registers] kept в office.toml и проверьте, что он читается."
