"""What staff answered in the service's tab «Соответствия»: read back before it is written again, so nothing is lost."""

from dataclasses import replace
from pathlib import Path

from config.cells.text import fold, tidy
from config.codes import fold_code
from config.imports import key_of_name
from config.registers import REGISTERS
from reports.questions import ANSWER, SPELLING, WHERE, WORKBOOK
from reports.remarks import WORKBOOK as REMARKS
from reports.strangers import EXPORT, MARK
from sync.backends.readers.file import read_file
from sync.before import Before
from sync.files import sha256_of
from validators.grid import Grid

ANSWERS_FILE = f"{WORKBOOK}.xlsx"


def with_answers(reports: Path, before: Before) -> Before:
    """The memory with what staff answered in «Соответствия» since the last update."""
    answers = dict(before.answers)
    for name in dict.fromkeys((ANSWERS_FILE, *sorted(before.files))):
        path = reports / name
        if _may_answer(name) and path.is_file() and sha256_of(path) != before.files.get(name):
            answers |= read_answers(path)
    return before if answers == before.answers else replace(before, answers=answers)


def _may_answer(name: str) -> bool:
    """The common workbook of questions, and an employee's own, where «Кого не узнали» names people."""
    return name == ANSWERS_FILE or name.startswith(f"{REMARKS} — ")


def read_answers(path: Path) -> dict[tuple[str, str], str]:
    """(register key, folded spelling) → code. Empty when the file is absent or can't be read just now."""
    if not path.is_file():
        return {}
    read = read_file(path.name, path.read_bytes())
    answers: dict[tuple[str, str], str] = {}
    for grid in read.grids:
        answers |= _answers(grid)
    return answers


def _answers(grid: Grid) -> dict[tuple[str, str], str]:
    found: dict[tuple[str, str], str] = {}
    for what, where, keys_of in ((SPELLING, WHERE, _registers), (MARK, EXPORT, _export)):
        start, places = _heading(grid, {what, where, ANSWER})
        for row in grid.rows[start:] if places else ():
            cells = [row[places[name]] if places[name] < len(row) else None for name in (what, where, ANSWER)]
            spelling, place, answer = (tidy(cell) if isinstance(cell, str) else "" for cell in cells)
            code = fold_code(answer.split(" · ")[0]) or answer.split(" · ")[0]
            if spelling and code:
                found |= {(key, fold(spelling)): code for key in keys_of(place)}
    return found


def _registers(where: str) -> list[str]:
    keys = {register.tab: register.key for register in REGISTERS}
    return [keys[tab] for tab in where.split("; ") if tab in keys]


def _export(where: str) -> list[str]:
    return [key_of_name(where)] if where else []


def _heading(grid: Grid, wanted: set[str]) -> tuple[int, dict[str, int]]:
    for index, row in enumerate(grid.rows):
        if wanted <= set(row):
            return index + 1, {str(cell): at for at, cell in enumerate(row) if cell}
    return 0, {}
