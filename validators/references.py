"""References: a code, «код · название» or a name becomes the id of the record that it means (decisions.md 14)."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from rapidfuzz import fuzz, process

from config.cells.text import fold
from config.codes import CODE
from config.columns import Column
from config.register import Register
from config.registers import REGISTERS
from validators.office import Broken, Office, Table
from validators.place_names import bare

ADVICE = (
    "Впишите код существующей записи или выберите её из списка. Если записи ещё нет, сначала внесите её в свой реестр."
)
ADVICE_NAME = "Впишите код записи или один раз ответьте в «Соответствиях», что значит это написание."


_ALIKE = 80.0
_MOST_ALIKE = 3


@dataclass(frozen=True)
class Question:
    """A spelling that means no one record, asked once: which register's record is it."""

    registers: tuple[str, ...]
    spelling: str
    times: int
    candidates: tuple[str, ...] = ()


@dataclass(frozen=True)
class Linked:
    """The office with references resolved to ids, and the questions for «Соответствия»."""

    office: Office
    questions: tuple[Question, ...]


@dataclass(frozen=True)
class Directory:
    """Who can be meant in a register: its ids, and its names, folded."""

    key: str
    ids: frozenset[str]
    names: Mapping[str, frozenset[str]]
    void: frozenset[str] = field(default=frozenset())

    def find(self, text: str) -> frozenset[str]:
        """The ids that a typed reference may mean: one when it is certain."""
        if text in self.ids:
            return frozenset({text})
        found = self.names.get(fold(text), frozenset())
        return self.names.get(bare(fold(text)), frozenset()) if self.key == "MUN" and not found else found

    def alike(self, text: str) -> list[str]:
        """The ids whose names look like the text, the likeliest first: for a person to choose from."""
        names = process.extract(
            fold(text), self.names.keys(), scorer=fuzz.token_set_ratio, limit=_MOST_ALIKE, score_cutoff=_ALIKE
        )
        return list(dict.fromkeys(one for name, *_ in names for one in sorted(self.names[name])))


def link(office: Office, answers: Mapping[tuple[str, str], str]) -> Linked:
    """Resolves every reference. `answers` map (register, folded spelling) to what staff said it is.

    References to registers that the office does not keep, or has not begun to fill, stay as typed and are not remarked.
    """
    directories = {key: directory_of(table) for key, table in office.tables.items() if table.is_begun}
    tables: dict[str, Table[Any]] = {}
    broken: list[Broken] = []
    questions: dict[tuple[tuple[str, ...], str], Question] = {}
    for key, table in office.tables.items():
        linker = _Linker(table, directories, answers, questions)
        tables[key] = linker.table()
        broken.extend(linker.broken)
    return Linked(replace(office, tables=tables, broken=tuple(broken)), tuple(questions.values()))


def unasked(office: Office) -> tuple[str, ...]:
    """The registers that others refer to, but which are not kept or still empty: references to them are not checked."""
    filled = [table.register for table in office.tables.values() if table.is_begun]
    named = {key for register in filled for column in register.columns for key in column.refers}
    begun = {register.key for register in filled}
    return tuple(one.key for one in REGISTERS if one.key in named - begun)


def directory_of(table: Table[Any]) -> Directory:
    """The directory of a register that has been read."""
    register = table.register
    names: dict[str, set[str]] = {}
    for index in range(len(table)):
        for group in register.names:
            for spelling in _spellings(table, index, group):
                names.setdefault(spelling, set()).add(table.ids[index])
    if register.key == "MUN":
        names = _with_bare(names)
    states = table.values.get(register.life.field, ())
    void = {table.ids[index] for index, state in enumerate(states) if state in register.life.void}
    return Directory(
        register.key, frozenset(table.ids), {name: frozenset(ids) for name, ids in names.items()}, frozenset(void)
    )


def _with_bare(names: dict[str, set[str]]) -> dict[str, set[str]]:
    """With each name without its kind («Лесной район» as «лесной»), unless a municipality is called just so."""
    more: dict[str, set[str]] = {}
    for name, ids in names.items():
        if bare(name) and bare(name) not in names:
            more.setdefault(bare(name), set()).update(ids)
    return names | more


def _spellings(table: Table[Any], index: int, group: Sequence[str]) -> Iterator[str]:
    cells = [table.column(name)[index] for name in group]
    if any(cell is None for cell in cells):
        return
    if len(group) == 1 and isinstance(cells[0], tuple):
        yield from (fold(str(one)) for one in cells[0])
    elif len(group) == 1 and group[0] == "synonyms":
        yield from (fold(one) for one in str(cells[0]).split(";"))
    else:
        yield fold(" ".join(str(cell) for cell in cells))


class _Linker:
    """Resolves the references of one table, collecting those that break and the questions."""

    def __init__(
        self,
        table: Table[Any],
        directories: Mapping[str, Directory],
        answers: Mapping[tuple[str, str], str],
        questions: dict[tuple[tuple[str, ...], str], Question],
    ) -> None:
        self.source = table
        self.directories = directories
        self.answers = answers
        self.questions = questions
        self.broken: list[Broken] = []

    def table(self) -> Table[Any]:
        """The table with ids in its reference columns."""
        changed = {}
        for column in self.source.register.columns:
            if column.kind.is_reference and any(key in self.directories for key in column.refers):
                changed[column.field] = self._column(column)
        return self.source.with_values(**changed) if changed else self.source

    def _column(self, column: Column) -> list[object]:
        typed = self.source.values[column.field]
        parts = {part for cell in typed if cell is not None for part in _parts(cell)}
        means = {part: self._meaning(column, part) for part in parts}
        unknown = {part for part, meaning in means.items() if meaning is None}
        if unknown:
            self._complain(column, typed, unknown)
        return [_resolved(cell, means) for cell in typed]

    def _meaning(self, column: Column, part: str) -> str | None:
        """The id meant, the words themselves where words are allowed, None when it means nothing known."""
        keys = [key for key in column.refers if key in self.directories]
        found = frozenset[str]().union(*(self.directories[key].find(part) for key in keys))
        if not found:
            answers = {key: self.answers.get((key, fold(part)), "") for key in keys}
            found = frozenset(answer for key, answer in answers.items() if answer in self.directories[key].ids)
        if len(found) == 1:
            return next(iter(found))
        code = CODE.fullmatch(part) is not None
        elsewhere = len(keys) < len(column.refers)
        if (column.words_allowed and not code) or (elsewhere and not self._prefix_known(keys, part)):
            return part
        return None

    def _prefix_known(self, keys: Sequence[str], part: str) -> bool:
        return any(row_id[:2] == part[:2] for key in keys for row_id in list(self.directories[key].ids)[:1])

    def _complain(self, column: Column, typed: Sequence[object], unknown: set[str]) -> None:
        asked: set[str] = set()
        for index, cell in enumerate(typed):
            if cell is None or index in self.source.fallen:
                continue
            for part in _parts(cell):
                if part not in unknown or fold(part) in asked:
                    continue
                if CODE.fullmatch(part) is not None:
                    self._break(index, column, f"Записи {part} нет в {_home(column)}.", ADVICE, code=part)
                else:
                    asked.add(fold(part))
                    self._ask(index, column, part, self._times(part, typed))

    def _ask(self, index: int, column: Column, part: str, times: int) -> None:
        asked = [self.directories[key] for key in column.refers if key in self.directories]
        found = sorted({one for directory in asked for one in directory.find(part)})
        shown = "Это написание" if column.privacy.value > 1 or self._means_people(column) else f"«{part}»"
        several = f"подходит к нескольким записям: {', '.join(found[:5])}" if found else f"не найдено в {_home(column)}"
        more = f" Строк с таким написанием: {times}." if times > 1 else ""
        self._break(index, column, f"{shown} {several}.{more}", ADVICE_NAME)
        keys = tuple(directory.key for directory in asked)
        alike = found or [one for directory in asked for one in directory.alike(part)]
        self.questions.setdefault((keys, fold(part)), Question(keys, part, times, tuple(alike[:_MOST_ALIKE])))

    def _means_people(self, column: Column) -> bool:
        """What is typed here may be somebody's name: it is not repeated in a remark (decisions.md 24)."""
        return any(register.person for register in REGISTERS if register.key in column.refers)

    def _times(self, spelling: str, typed: Sequence[object]) -> int:
        """In how many rows a spelling stands: a row of a ведомость makes many facts and is one."""
        folded, table = fold(spelling), self.source
        cells = ((index, cell) for index, cell in enumerate(typed) if cell is not None)
        found = (index for index, cell in cells if any(fold(part) == folded for part in _parts(cell)))
        return len({(table.sources[table.origin[index]].name, table.rows[index]) for index in found})

    def _break(self, index: int, column: Column, text: str, advice: str, *, code: str = "") -> None:
        self.broken.append(Broken(self.source.register.key, index, column.field, text, advice, code))


def _home(column: Column) -> str:
    tabs = [f"«{register.tab}»" for register in REGISTERS if register.key in column.refers]
    return ("реестре " if len(tabs) == 1 else "реестрах ") + " и ".join(tabs)


def _parts(cell: object) -> tuple[str, ...]:
    return tuple(map(str, cell)) if isinstance(cell, tuple) else (str(cell),)


def _resolved(cell: object, means: Mapping[str, str | None]) -> object:
    if cell is None:
        return None
    if isinstance(cell, tuple):
        return tuple(meaning for part in cell if (meaning := means[str(part)]) is not None)
    return means[str(cell)]


def title_of(register: Register[Any], table: Table[Any], index: int) -> str:
    """The first name by which others call a record, empty when it has none."""
    for group in register.names:
        cells = [table.column(name)[index] for name in group]
        if all(cell is not None for cell in cells):
            return " ".join(map(str, cells))
    return ""
