"""What staff answered in the service's tab «Соответствия»: read back before it is written again, so nothing is lost."""

from collections.abc import Callable, Iterable
from dataclasses import replace

from config.cells.text import fold, tidy
from config.codes import fold_code
from config.imports import key_of_name
from config.registers import REGISTERS
from reports.pairs import PAIR, WHO
from reports.pairs import TAB as PAIRS
from reports.pairs import WHERE as REGISTERS_OF_PAIR
from reports.questions import ANSWER, OF_PEOPLE, SPELLING, WHERE, WORKBOOK
from reports.remarks import WORKBOOK as REMARKS
from reports.strangers import EXPORT, MARK
from sync.before import Before
from sync.shelves.shelves import Shelves
from validators.grid import Grid


def with_answers(shelves: Shelves, before: Before) -> Before:
    """The memory with what staff answered in «Соответствия» since the last update."""
    names = [name for name in dict.fromkeys((*ANSWERED, *sorted(before.files))) if takes_answers(name)]
    answers = dict(before.answers)
    for name, stands in shelves.standing(names).items():
        if stands.digest is not None and stands.digest != before.files.get(name):
            answers |= read_answers(shelves.present(name))
    return before if answers == before.answers else replace(before, answers=answers)


ANSWERED = (f"{WORKBOOK}.xlsx", f"{OF_PEOPLE}.xlsx")
"""Workbooks of the folder that are made for answers: an edit there is read, not kept aside."""


def takes_answers(name: str) -> bool:
    """Staff answer in the common workbook of questions, and in their own, where «Кого не узнали» names people."""
    return name in ANSWERED or name.startswith(f"{REMARKS} — ") or name.endswith((f"#{WORKBOOK}", f"#{PAIRS}"))


def read_answers(grids: Iterable[Grid]) -> dict[tuple[str, str], str]:
    """(register key, folded spelling) → code, from the tabs in which staff answer."""
    answers: dict[tuple[str, str], str] = {}
    for grid in grids:
        answers |= _answers(grid)
    return answers


def _answers(grid: Grid) -> dict[tuple[str, str], str]:
    found: dict[tuple[str, str], str] = {}
    for what, where, said, keys_of in _LISTS:
        start, places = _heading(grid, {what, where, said})
        for row in grid.rows[start:] if places else ():
            cells = [row[places[name]] if places[name] < len(row) else None for name in (what, where, said)]
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


_LISTS: tuple[tuple[str, str, str, Callable[[str], list[str]]], ...] = (
    (SPELLING, WHERE, ANSWER, _registers),
    (MARK, EXPORT, ANSWER, _export),
    (PAIR, REGISTERS_OF_PAIR, WHO, _registers),
)
"""The lists in which staff answer: headings of what is asked, of where it stands and of the answer; keys of a place."""


def _heading(grid: Grid, wanted: set[str]) -> tuple[int, dict[str, int]]:
    for index, row in enumerate(grid.rows):
        if wanted <= set(row):
            return index + 1, {str(cell): at for at, cell in enumerate(row) if cell}
    return 0, {}
