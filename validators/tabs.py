"""Which tab is which register: by the settings, by title, a former title, and last by likeness (interfaces.md §1)."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from fnmatch import fnmatchcase
from pathlib import PurePosixPath
from typing import Any

from rapidfuzz import fuzz

from config.cells.text import fold
from config.register import Register
from config.settings import Keeping, Settings
from validators.catalogue import FAULTS
from validators.grid import Grid
from validators.remark import Place, Remark

_LIKE_ENOUGH = 85.0
_COPY = re.compile(r"\(\d+\)$|(^|[\s_\-–—])копия($|[\s_\-–—(])|conflicted|конфликт", re.IGNORECASE)


@dataclass(frozen=True)
class Assigned:
    """Register key → its tabs, with the remarks on likeness (F09). A register without a tab is absent."""

    tabs: Mapping[str, tuple[Grid, ...]]
    remarks: tuple[Remark, ...] = ()


def assign(grids: Sequence[Grid], registers: Sequence[Register[Any]], settings: Settings) -> Assigned:
    """Finds the tabs of every register. Each file gives a register at most one tab, the closest by title.

    Tabs titled «Ведомость …» are read too, all of them, in any file.
    """
    tabs: dict[str, tuple[Grid, ...]] = {}
    remarks: list[Remark] = []
    taken: set[str] = set()
    for register in registers:
        keeping = settings.keeping(register.key)
        certain = [grid for grid in grids if _certain(grid, register, keeping)]
        tabs[register.key] = tuple(_one_a_file(certain))
        taken.update(grid.source for grid in certain)
    for register in registers:
        marked = [grid for grid in grids if grid.source not in taken and _is_titled_marksheet(grid, register)]
        tabs[register.key] += tuple(marked)
        taken.update(grid.source for grid in marked)
    for register in registers:
        found = [grid for grid in tabs[register.key] if not _is_titled_marksheet(grid, register)]
        if found:
            continue
        left = [grid for grid in grids if grid.source not in taken and _may_hold(grid, settings.keeping(register.key))]
        alike = tuple(_one_a_file([grid for grid in left if _alike(grid, register)]))
        tabs[register.key] = (*alike, *tabs[register.key])
        taken.update(grid.source for grid in alike)
        remarks.extend(_likeness(grid, register) for grid in alike)
    return Assigned({key: found for key, found in tabs.items() if found}, tuple(remarks))


def _certain(grid: Grid, register: Register[Any], keeping: Keeping) -> bool:
    if not _may_hold(grid, keeping):
        return False
    if keeping.tab is not None:
        return fold(keeping.tab) == fold(_title(grid))
    if keeping.source and not grid.tab:
        return True
    titles = {fold(title) for title in (register.tab, *register.former)}
    return fold(_title(grid)) in titles


def _may_hold(grid: Grid, keeping: Keeping) -> bool:
    """The settings do not say that the register stands in other files."""
    return not keeping.source or any(fnmatchcase(grid.file, mask) for mask in keeping.source)


def _is_titled_marksheet(grid: Grid, register: Register[Any]) -> bool:
    return register.marksheet is not None and begins_with(_title(grid), register.marksheet)


def begins_with(title: str, word: str) -> bool:
    """The title is the word, or begins with it: «Ведомость», «Ведомость МР-0045»."""
    return f"{fold(title)} ".startswith(f"{fold(word)} ")


def _title(grid: Grid) -> str:
    return grid.tab or PurePosixPath(grid.file).stem


def _alike(grid: Grid, register: Register[Any]) -> bool:
    return not grid.is_empty and fuzz.ratio(fold(_title(grid)), fold(register.tab)) >= _LIKE_ENOUGH


def _one_a_file(grids: Sequence[Grid]) -> Iterator[Grid]:
    seen = set()
    for grid in grids:
        if grid.file not in seen:
            seen.add(grid.file)
            yield grid


def _likeness(grid: Grid, register: Register[Any]) -> Remark:
    text = f"Лист «{_title(grid)}» прочитан как реестр «{register.tab}»."
    place = Place(register.key, None, None, None, None, grid.source)
    return Remark("F09", FAULTS["F09"].severity, place, text, f"Переименуйте лист в «{register.tab}».")


def looks_like_copy(file: str) -> bool:
    """The file is named as a copy: «… (1)», «… копия», «conflicted copy» (decisions.md 22)."""
    return _COPY.search(PurePosixPath(file).stem) is not None
