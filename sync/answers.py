"""What staff answered in the service's tab «Соответствия»: read back before it is written again, so nothing is lost."""

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from config.cells.text import fold, tidy
from config.codes import fold_code
from config.registers import REGISTERS
from reports.questions import ANSWER, SPELLING, WHERE, WORKBOOK
from sync.backends.readers.file import read_file
from sync.before import Before
from sync.files import sha256_of
from validators.grid import Grid

ANSWERS_FILE = f"{WORKBOOK}.xlsx"


def with_answers(reports: Path, before: Before) -> Before:
    """The memory with what staff answered in «Соответствия» since the last update."""
    path = reports / ANSWERS_FILE
    if path.is_file() and sha256_of(path) != before.files.get(ANSWERS_FILE):
        return replace(before, answers={**before.answers, **read_answers(path)})
    return before


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
    start, places = _heading(grid)
    if not places:
        return {}
    keys: Mapping[str, str] = {register.tab: register.key for register in REGISTERS}
    found: dict[tuple[str, str], str] = {}
    for row in grid.rows[start:]:
        cells = [row[places[name]] if places[name] < len(row) else None for name in (SPELLING, WHERE, ANSWER)]
        spelling, where, answer = (tidy(cell) if isinstance(cell, str) else "" for cell in cells)
        code = fold_code(answer.split(" · ")[0]) or answer.split(" · ")[0]
        if spelling and code:
            found |= {(keys[tab], fold(spelling)): code for tab in where.split("; ") if tab in keys}
    return found


def _heading(grid: Grid) -> tuple[int, dict[str, int]]:
    for index, row in enumerate(grid.rows):
        if {SPELLING, WHERE, ANSWER} <= set(row):
            return index + 1, {str(cell): at for at, cell in enumerate(row) if cell}
    return 0, {}
