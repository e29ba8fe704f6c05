"""Planted faults: each is found once, where it was planted, and goes when it is mended."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

import pytest

from config.columns import Raw
from config.registers import REGISTERS
from config.settings import parse
from sync.backends.base import FileRead
from sync.backends.readers.file import read_file
from sync.demo.office import DemoOffice
from sync.demo.planted import Planted
from sync.demo.planting import Spoiled, plant
from sync.demo.season import TODAY
from sync.demo.small import small_offices
from sync.demo.workbooks import workbooks
from sync.pipeline import survey
from sync.sheets import Look
from validators.catalogue import FAULTS
from validators.grid import Grid, cell_name
from validators.memo import Memo
from validators.remark import Remark
from validators.rules import RULES

LOOK = Look(parse('[office]\noktmo = "62"\n', {}, tuple(one.key for one in REGISTERS)), TODAY, memo=Memo())
Key = tuple[str, str | None, str | None, str | None]


@pytest.fixture
def spoiled(clean: DemoOffice) -> Spoiled:
    return plant(clean)


@pytest.fixture
def files(spoiled: Spoiled) -> list[FileRead]:
    return [read_file(name, data) for name, data in workbooks(spoiled.rows).items()]


def test_every_code_of_the_catalogue_is_planted(clean: DemoOffice) -> None:
    planted = {one.code for one in plant(clean).planted} | {one.code for one in small_offices(clean)}
    assert planted == FAULTS.keys() | {rule.code for rule in RULES}


def test_the_common_codes_are_planted_in_three_registers(spoiled: Spoiled) -> None:
    for code in ("C01", "C02", "C03", "C04", "C05"):
        assert len({one.register for one in spoiled.planted if one.code == code}) >= 3


def test_each_fault_is_found_once_and_nothing_else_is(spoiled: Spoiled, files: list[FileRead]) -> None:
    assert Counter(map(_key, _remarks(files))) == Counter(map(_planted_key, spoiled.planted))


def test_each_fault_is_found_in_its_cell(spoiled: Spoiled, files: list[FileRead]) -> None:
    found = {_key(one): (one.place.source, one.place.cell) for one in _remarks(files)}
    assert {key: found[key] for key in map(_planted_key, spoiled.planted)} == {
        _planted_key(one): (one.source, one.cell) if one.cell else found[_planted_key(one)] for one in spoiled.planted
    }


def test_mending_a_cell_takes_away_its_remark_alone(clean: DemoOffice, spoiled: Spoiled, files: list[FileRead]) -> None:
    """Every seed mends its half of the faults: the next one mends the other half."""
    before = Counter(map(_key, _remarks(files)))
    mendable = [one for one in spoiled.planted if one.mendable]
    for one in mendable[clean.seed % 2 :: 2]:
        after = Counter(map(_key, _remarks([_mended(file, one) for file in files])))
        assert before - after == Counter([_planted_key(one)]), one
        assert after - before == Counter(), one


def test_no_row_has_two_faults(spoiled: Spoiled) -> None:
    places = [(one.source, "".join(filter(str.isdigit, one.cell))) for one in spoiled.planted if one.cell]
    assert len(set(places)) == len(places)


def _remarks(files: Sequence[FileRead]) -> tuple[Remark, ...]:
    return survey(files, LOOK).remarks


def _key(remark: Remark) -> Key:
    return remark.code, remark.place.register, remark.place.id, remark.place.column


def _planted_key(one: Planted) -> Key:
    return one.code, one.register, one.id, one.column


def _mended(file: FileRead, one: Planted) -> FileRead:
    source, cell = one.mended_at or (one.source, one.cell)
    grids = tuple(_mended_grid(grid, one, str(cell)) if grid.source == source else grid for grid in file.grids)
    return replace(file, grids=grids)


def _mended_grid(grid: Grid, one: Planted, cell: str) -> Grid:
    right: Raw = (one.right - date(1899, 12, 30)).days if isinstance(one.right, date) else one.right
    rows = [
        tuple(right if cell_name(number, at) == cell else old for at, old in enumerate(_padded(row, grid.width)))
        if cell.endswith(str(number))
        else row
        for number, row in enumerate(grid.rows, 1)
    ]
    return replace(grid, rows=tuple(rows))


def _padded(row: Sequence[Raw], width: int) -> tuple[Raw, ...]:
    return (*row, *(None,) * (width - len(row)))
