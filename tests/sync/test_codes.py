"""Mode «codes»: shared tables hold codes, names come from key files on this machine, and the findings are the same."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

import pytest

from config.apart import is_of_people, key_file, personal_columns
from config.registers import REGISTERS
from config.settings import Keeping, Settings, parse
from reports.nameless import nameless
from reports.quality import by_register
from sync.backends.base import FileRead
from sync.backends.readers.file import read_file
from sync.demo.office import office
from sync.demo.planting import Spoiled, plant
from sync.demo.season import TODAY
from sync.demo.workbooks import workbooks
from sync.pipeline import Survey, survey
from sync.sheets import Look
from tests.sync.coded import CODES, parted, place_apart
from tests.text_tables import grid
from validators.grid import Grid
from validators.remark import Remark, Severity
from validators.shared import names_in_shared

BY_KEY = {register.key: register for register in REGISTERS}
PEOPLE = [register.key for register in REGISTERS if is_of_people(register)]
SETTINGS = parse('[office]\noktmo = "62"\n' + CODES, {})


@lru_cache
def spoiled() -> Spoiled:
    return plant(office(1))


@lru_cache
def whole() -> tuple[FileRead, ...]:
    return tuple(read_file(name, data) for name, data in workbooks(spoiled().rows).items())


def seen(shared: Sequence[FileRead], private: Sequence[FileRead] = (), settings: Settings = SETTINGS) -> Survey:
    return survey(shared, Look(settings, TODAY), (), private)


def key(remark: Remark) -> tuple[str, str | None, str | None, str | None]:
    return remark.code, remark.place.register, remark.place.id, remark.place.column


def planted() -> Counter[tuple[str, str | None, str | None, str | None]]:
    return Counter((one.code, one.register, one.id, one.column) for one in spoiled().planted)


def keys_changed(private: Sequence[FileRead], tab: str, change: "Change") -> list[FileRead]:
    return [
        replace(file, grids=tuple(change(grid) if grid.tab == tab else grid for grid in file.grids)) for file in private
    ]


class Change:
    """A change of the rows of a key file."""

    def __init__(self, rows: Sequence[int] = (), *, drop: bool = False, code: str | None = None) -> None:
        self.rows, self.drop, self.code = frozenset(rows), drop, code

    def __call__(self, grid: Grid) -> Grid:
        kept = [
            (self.code, *row[1:]) if number in self.rows and self.code is not None else row
            for number, row in enumerate(grid.rows, 1)
            if not (self.drop and number in self.rows)
        ]
        return replace(grid, rows=tuple(kept))


def test_names_apart_give_the_same_findings() -> None:
    shared, private = parted(whole())
    assert Counter(map(key, seen(shared, private).remarks)) == planted()


def test_each_finding_points_where_a_person_mends_it() -> None:
    shared, private = parted(whole())
    grids = {grid.source: grid for file in whole() for grid in file.grids}
    expected = {}
    for one in spoiled().planted:
        where = (one.source, one.cell)
        if one.source is not None and one.cell is not None:
            where = place_apart(grids[one.source], one.cell, BY_KEY[str(one.register)])
        expected[one.code, one.register, one.id, one.column] = where
    found = {key(one): (one.place.source, one.place.cell) for one in seen(shared, private).remarks}
    assert found == expected
    assert any(str(source).startswith("./private/") for source, _ in found.values())


def test_the_order_of_rows_in_a_key_file_does_not_matter() -> None:
    shared, private = parted(whole())
    turned = [
        replace(file, grids=tuple(replace(one, rows=(one.rows[0], *reversed(one.rows[1:]))) for one in file.grids))
        for file in private
    ]
    assert Counter(map(key, seen(shared, turned).remarks)) == planted()


def test_codes_are_compared_after_folding() -> None:
    shared, private = parted(whole())
    typed = [
        replace(
            file,
            grids=tuple(
                replace(one, rows=tuple((str(row[0]).lower().replace("-", " – "), *row[1:]) for row in one.rows))
                for one in file.grids
            ),
        )
        for file in private
    ]
    assert Counter(map(key, seen(shared, typed).remarks)) == planted()


def test_an_absent_key_file_is_one_line_a_register_and_never_a_row() -> None:
    shared, _ = parted(whole())
    remarks = seen(shared).remarks
    personal = {(one.key, column.heading) for one in REGISTERS for column in personal_columns(one)}
    assert not [one for one in remarks if (one.place.register, one.place.column) in personal]
    told = [one for one in remarks if "нет файла с именами" in one.text]
    assert [(one.code, one.place.register) for one in told] == [("S3", key) for key in PEOPLE]
    assert all(one.text.startswith("Не проверялось") for one in told)


def test_a_code_without_a_name_is_not_checked_and_counted_in_one_remark() -> None:
    shared, private = parted(whole())
    fewer = keys_changed(private, BY_KEY["MENT"].tab, Change(range(20, 25), drop=True))
    more = Counter(map(key, seen(shared, fewer).remarks)) - planted()
    assert more == Counter([("C01", "MENT", None, None)])
    told = next(one for one in seen(shared, fewer).remarks if key(one) in more)
    assert "нет имён для 5\xa0кодов из 40" in told.text
    assert told.place.source == "./private/Наставники (имена).xlsx#Наставники"


def test_a_code_that_the_register_does_not_have_is_one_remark() -> None:
    shared, private = parted(whole())
    strange = keys_changed(private, BY_KEY["UNI"].tab, Change([30], code="СТ-0999"))
    told = [one for one in seen(shared, strange).remarks if one.code == "X01" and one.place.id is None]
    assert [(one.place.register, one.place.row) for one in told] == [("UNI", 30)]
    assert "СТ-0999" in told[0].text


def test_rows_without_a_code_and_with_a_repeated_one_are_told() -> None:
    shared, private = parted(whole())
    tab = BY_KEY["UNI"].tab
    wrong = keys_changed(keys_changed(private, tab, Change([30], code="")), tab, Change([40], code="СТ-0001"))
    told = {one.code: one.place.row for one in seen(shared, wrong).remarks if one.place.id is None}
    assert told["C12"] == 30
    assert told["C05"] == 40


def test_columns_with_names_in_a_shared_table_are_critical_and_not_read() -> None:
    _, private = parted(whole())
    remarks = seen(whole(), private).remarks
    told = [one for one in remarks if one.code == "X43" and one.place.id is None]
    assert {(one.place.register, one.place.column) for one in told} == {
        (one.key, column.heading)
        for one in REGISTERS
        for column in personal_columns(one)
        if any(grid.tab == one.tab for file in whole() for grid in file.grids)
    }
    assert {one.severity for one in told} == {Severity.CRITICAL}
    table = seen(whole()).facts.scene.office.tables["SCH"]
    assert set(table.values["surname"]) == {None}


@pytest.mark.parametrize("cell", ["Чайкина Ольга Петровна", "8 912 345-67-89", "olga@example.ru", "112-233-445 95"])
def test_an_unknown_column_with_names_or_contacts_is_found_by_its_content(cell: str) -> None:
    shared, private = parted(whole())
    told = [one for one in seen(_with_column(shared, "TEAM", "Контакт", cell), private).remarks if one.code == "X43"]
    mine = [one for one in told if one.place.column == "Контакт"]
    assert [(one.place.register, one.place.row) for one in mine] == [("TEAM", 3)]
    assert cell not in mine[0].text + mine[0].advice


@pytest.mark.parametrize("cell", ["Технопарк «Заря»", "ИНН 7707083893", "https://example.ru/team", "Этап 2, до 14.05"])
def test_an_unknown_column_of_other_words_is_let_pass(cell: str) -> None:
    shared, private = parted(whole())
    assert Counter(map(key, seen(_with_column(shared, "TEAM", "Площадка", cell), private).remarks)) == planted()


def test_a_name_in_place_of_a_code_is_found() -> None:
    shared, private = parted(whole())
    named = _typed(shared, "TEAM", "Капитан", "Чайкина Ольга Петровна")
    told = [key(one) for one in seen(named, private).remarks if one.code == "X43"]
    assert ("X43", "TEAM", None, "Капитан") in told


def test_without_names_nothing_is_called_passed_or_empty() -> None:
    shared, private = parted(whole())
    full, bare = seen(shared, private).facts, seen(shared).facts
    silent = {row[0]: row[1] for row in nameless(bare)}
    assert silent == {BY_KEY[key].tab: f"нет файла с именами «private/{key_file(BY_KEY[key])}»" for key in PEOPLE}
    assert list(nameless(full)) == []
    for key in PEOPLE:
        with_names, without = by_register(full)[key].filled, by_register(bare)[key].filled
        assert without.all < with_names.all
        assert without.percent is not None
        assert without.percent > 95


@pytest.mark.parametrize(
    ("head", "row", "columns"),
    [
        ("Код | ФИО | Модуль 1", "ШК-0001 | Чайкина Ольга Ильична | +", ["ФИО"]),
        ("Код | Кто | Модуль 1", "ШК-0001 | Чайкина Ольга Ильична | +", ["Кто"]),
        ("Код | Модуль 1", "ШК-0001 | +", []),
    ],
)
def test_a_shared_marksheet_names_nobody(head: str, row: str, columns: list[str]) -> None:
    sheet = grid(f"{head}\n{row}", file="Ведомость.xlsx", tab="Ведомость")
    told = names_in_shared(sheet, BY_KEY["PROG"], Keeping())
    assert [(one.code, one.place.row) for one in told] == [("X43", 1 if "ФИО" in columns else 2) for _ in columns]
    assert not any("Чайкина" in f"{one.text} {one.advice}" for one in told)


def test_a_mixed_office_keeps_names_in_its_folder() -> None:
    text = CODES + (f'[storage]\nkind = "mixed"\n[[google.spreadsheet]]\nid = "{"a" * 44}"\nregisters = ["MENT"]\n')
    remarks = seen(whole(), (), parse(text, {})).remarks
    assert {one.place.register for one in remarks if one.code == "X43" and one.place.id is None} == {"MENT"}


def _with_column(files: Sequence[FileRead], register: str, heading: str, cell: str) -> list[FileRead]:
    def wider(grid: Grid) -> Grid:
        more = [heading, None, cell] + [None] * len(grid.rows)
        padded = ((*row, *(None,) * (grid.width - len(row))) for row in grid.rows)
        return replace(grid, rows=tuple((*row, more[at]) for at, row in enumerate(padded)))

    return [
        replace(file, grids=tuple(wider(grid) if grid.tab == BY_KEY[register].tab else grid for grid in file.grids))
        for file in files
    ]


def _typed(files: Sequence[FileRead], register: str, heading: str, cell: str) -> list[FileRead]:
    def with_cell(grid: Grid) -> Grid:
        at = grid.rows[0].index(heading)
        row = grid.rows[2]
        changed = tuple(
            cell if place == at else (row[place] if place < len(row) else None) for place in range(grid.width)
        )
        return replace(grid, rows=(*grid.rows[:2], changed, *grid.rows[3:]))

    return [
        replace(file, grids=tuple(with_cell(grid) if grid.tab == BY_KEY[register].tab else grid for grid in file.grids))
        for file in files
    ]
