"""What a workbook for staff offers: dropdowns, hints, ready codes, folded columns, text that stays text."""

import io
from collections.abc import Mapping, Sequence
from datetime import date, datetime
from itertools import pairwise
from typing import Any

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from config.columns import Need, Raw
from config.register import Register
from config.registers import REGISTERS
from reports.templates import Numbering, reference_options, render_workbook
from reports.templates.beginning import kept_workbooks, season_of, spare_workbooks, starting_options, starting_rows
from validators.grid import Grid
from validators.parse import parse

AnyRegister = Register[Any]  # Any: each register has a record class of its own
BY_KEY = {register.key: register for register in REGISTERS}
EACH = pytest.mark.parametrize("register", REGISTERS, ids=lambda one: one.key)


def opened(data: bytes) -> Workbook:
    return load_workbook(io.BytesIO(data))


def tab(key: str, **given: Any) -> Worksheet:  # Any: the arguments of render_workbook
    return opened(render_workbook([BY_KEY[key]], **given))[BY_KEY[key].tab]


def letters(sheet: Worksheet) -> dict[str, str]:
    return {str(cell.value): cell.coordinate.rstrip("1") for cell in sheet[1]}


def rules(sheet: Worksheet) -> dict[str, DataValidation]:
    at = {letter: heading for heading, letter in letters(sheet).items()}
    found = sheet.data_validations.dataValidation
    return {at[str(rule.sqref).partition("2:")[0]]: rule for rule in found}


def column_of(sheet: Worksheet, heading: str) -> list[object]:
    return [cell.value for cell in sheet[letters(sheet)[heading]][1:]]


@EACH
def test_the_heading_is_the_first_row_and_has_every_column_once(register: AnyRegister) -> None:
    headings = [cell.value for cell in tab(register.key)[1]]
    assert sorted(map(str, headings)) == sorted(column.heading for column in register.columns)


@EACH
def test_a_template_reads_back_as_an_empty_register_without_remarks(register: AnyRegister) -> None:
    parsed = parse(as_grid(tab(register.key)), register)
    assert parsed.remarks == ()
    assert parsed.table is not None
    assert len(parsed.table) == 0


@pytest.mark.parametrize("key", starting_rows("2025/2026"))
def test_the_lists_of_a_new_office_read_back_without_remarks(key: str) -> None:
    rows = starting_rows("2025/2026")
    parsed = parse(as_grid(tab(key, rows=rows)), BY_KEY[key])
    assert [remark.text for remark in parsed.remarks] == []
    assert parsed.table is not None
    assert len(parsed.table) == len(rows[key])


def as_grid(sheet: Worksheet) -> Grid:
    rows = tuple(tuple(map(_raw, row)) for row in sheet.iter_rows(values_only=True))
    return Grid("Шаблон.xlsx", sheet.title, rows)


def _raw(value: Any) -> Raw:  # Any: what openpyxl gives
    if isinstance(value, datetime):
        return (value - datetime(1899, 12, 30)).days  # noqa: DTZ001  a cell has no time zone
    return value  # type: ignore[no-any-return]  # text and numbers stay as they are


@EACH
def test_every_column_has_a_hint_within_the_limits_of_excel(register: AnyRegister) -> None:
    found = rules(tab(register.key))
    assert found.keys() == {column.heading for column in register.columns}
    for rule in found.values():
        assert 0 < len(rule.promptTitle or "") <= 32
        assert 0 < len(rule.prompt or "") <= 255
        assert len(rule.error or "") <= 255


@EACH
def test_a_value_typed_by_hand_is_never_refused(register: AnyRegister) -> None:
    assert {rule.errorStyle for rule in rules(tab(register.key)).values()} == {"warning"}


@pytest.mark.parametrize(
    ("key", "heading", "offered"),
    [
        ("SCH", "Согласие дал", '"Представитель,Сам,Оба"'),
        ("PLAN", "Финансируется", '"Да,Нет"'),
    ],
)
def test_a_short_list_stands_in_the_cell_itself(key: str, heading: str, offered: str) -> None:
    rule = rules(tab(key))[heading]
    assert (rule.type, rule.formula1) == ("list", offered)


def test_a_long_list_and_one_with_commas_stand_in_a_hidden_tab() -> None:
    register = BY_KEY["PROG"]
    book = opened(render_workbook([register]))
    lists = book["Списки"]
    formula = str(rules(book[register.tab])["Поощрение (мера мотивации)"].formula1)
    assert lists.sheet_state == "hidden"
    letter = formula.split("$")[1]
    listed = tuple(cell.value for cell in lists[letter][1:] if cell.value)
    among = register.by_field["reward"].among
    assert among is not None
    assert listed == among.values
    assert formula == f"'Списки'!${letter}$2:${letter}${len(listed) + 1}"


def test_a_reference_offers_the_records_that_are_known() -> None:
    options = {"STAGE": ("Э1 · Набор и отбор", "Э2 · Установочное обучение")}
    assert rules(tab("PLAN", options=options))["Этап"].formula1 == '"Э1 · Набор и отбор,Э2 · Установочное обучение"'


def test_a_reference_to_nothing_known_has_a_hint_and_no_dropdown() -> None:
    assert rules(tab("PLAN"))["Этап"].type is None
    assert str(rules(tab("PLAN"))["Этап"].prompt).startswith("Обязательно.")


def test_a_cell_that_takes_several_values_does_not_warn() -> None:
    options = {"FUNCTION": ("T1 · Планирование",)}
    assert not rules(tab("STAFF", options=options))["Закреплённые функции"].showErrorMessage
    assert rules(tab("PLAN"))["Вид"].showErrorMessage


@EACH
def test_columns_that_may_stay_empty_are_folded_to_the_right(register: AnyRegister) -> None:
    sheet = tab(register.key)
    folded = folded_headings(sheet)
    headings = [str(cell.value) for cell in sheet[1]]
    assert headings[len(headings) - len(folded) :] == folded
    for column in register.columns:
        if column.need in {Need.REQUIRED, Need.EXPECTED} or column.when or column.field == "id":
            assert column.heading not in folded


def folded_headings(sheet: Worksheet) -> list[str]:
    at = letters(sheet)
    grouped: set[str] = set()
    for letter, dimension in sheet.column_dimensions.items():
        if dimension.outlineLevel == 1 and dimension.hidden:
            grouped.update(
                one for one in at.values() if dimension.min <= sheet[f"{one}1"].column <= dimension.max or one == letter
            )
    return [heading for heading, letter in at.items() if letter in grouped]


@pytest.mark.parametrize(
    ("key", "heading", "is_folded"),
    [
        ("SCH", "Телефон", False),
        ("SCH", "Категория", True),
        ("SCH", "Примечание", True),
        ("PLAN", "Статус", False),
        ("PLAN", "Место", True),
    ],
)
def test_what_a_clerk_needs_stands_in_view(key: str, heading: str, is_folded: bool) -> None:  # noqa: FBT001  a table
    assert (heading in folded_headings(tab(key))) is is_folded


@pytest.mark.parametrize(
    ("key", "heading", "number_format"),
    [
        ("SCH", "Дата рождения", "dd.mm.yyyy"),
        ("SCH", "Код", "@"),
        ("SCH", "Телефон", "@"),
        ("EDU", "ИНН", "@"),
        ("DOC", "Отчётный период/этап", "@"),
        ("FIN", "План, год", "#,##0.00"),
        ("PROG", "Прогресс на цифровой платформе, %", "0%"),
    ],
)
def test_a_column_is_formatted_for_what_it_holds(key: str, heading: str, number_format: str) -> None:
    sheet = tab(key)
    dimension = sheet.column_dimensions[letters(sheet)[heading]]
    assert dimension.number_format == number_format


@pytest.mark.parametrize(
    ("key", "first", "last", "count"),
    [
        ("TEAM", "КМ-0001", "КМ-0300", 300),
        ("PROG", "ПЭ-0001", "ПЭ-4000", 4000),
        ("PRIORITY", "ПН-0001", "ПН-0300", 300),
    ],
)
def test_codes_are_ready(key: str, first: str, last: str, count: int) -> None:
    codes = column_of(tab(key), "Код")
    assert (codes[0], codes[-1], len(codes)) == (first, last, count)


@pytest.mark.parametrize("key", ["STAGE", "MUN", "FUNCTION", "DOCKIND", "FEDPROJECT", "PASSPORT"])
def test_a_list_without_codes_is_not_numbered(key: str) -> None:
    assert tab(key).max_row == 1


def test_a_part_of_the_region_has_a_block_of_its_own() -> None:
    codes = column_of(tab("SCH", numbering=Numbering(start=2000, count=3)), "Код")
    assert codes == ["ШК-2000", "ШК-2001", "ШК-2002"]


def test_ready_codes_follow_after_the_largest_that_is_used() -> None:
    rows: Mapping[str, Sequence[Mapping[str, object]]] = {
        "TEAM": [{"Код": "КМ-0007", "Название команды": "Вектор"}, {"Код": "km 12", "Название команды": "Азимут"}]
    }
    sheet = tab("TEAM", rows=rows, numbering=Numbering(count=4))
    assert column_of(sheet, "Код") == ["КМ-0007", "km 12", "КМ-0008", "КМ-0009"]
    assert column_of(sheet, "Название команды")[:2] == ["Вектор", "Азимут"]


def test_values_keep_their_type_and_text_stays_text() -> None:
    row = {
        "Код": "МР-0001",
        "Мероприятие": "=1+1",
        "Начало (план)": date(2026, 2, 1),
        "Финансируется": True,
        "Место": "007",
    }
    sheet = tab("PLAN", rows={"PLAN": [row]})
    cells = {heading: sheet[f"{letter}2"] for heading, letter in letters(sheet).items()}
    assert (cells["Мероприятие"].value, cells["Мероприятие"].data_type) == ("=1+1", "s")
    assert cells["Начало (план)"].value == datetime(2026, 2, 1)  # noqa: DTZ001  a cell has no time zone
    assert cells["Начало (план)"].number_format == "dd.mm.yyyy"
    assert cells["Финансируется"].value == "Да"
    assert cells["Место"].value == "007"


def test_an_unknown_heading_is_refused() -> None:
    with pytest.raises(KeyError, match="Цвет"):
        render_workbook([BY_KEY["TEAM"]], rows={"TEAM": [{"Цвет": "синий"}]})


def test_the_same_arguments_give_the_same_bytes() -> None:
    assert render_workbook([BY_KEY["TEAM"], BY_KEY["EDU"]]) == render_workbook([BY_KEY["TEAM"], BY_KEY["EDU"]])


@EACH
def test_the_heading_stays_in_sight_and_can_be_filtered(register: AnyRegister) -> None:
    sheet = tab(register.key)
    assert sheet.freeze_panes == "B2"
    assert sheet.auto_filter.ref.startswith("A1:")
    assert all(cell.font.b and cell.alignment.wrap_text for cell in sheet[1])


@pytest.mark.parametrize(
    ("key", "row", "options"),
    [
        ("TEAM", {"Код": "КМ-0012", "Название команды": "Вектор"}, ("КМ-0012 · Вектор",)),
        ("TEAM", {"Код": "КМ-0012"}, ("КМ-0012",)),
        ("TEAM", {"Название команды": "Вектор"}, ()),
        ("TEAM", {"Код": "КМ-0012", "Название команды": "Вектор", "Стадия": "Ошибочная запись"}, ()),
        ("STAFF", {"Код": "РП-0001", "ФИО": "Чайкина Ольга Петровна"}, ("РП-0001 · Чайкина Ольга Петровна",)),
        ("STAGE", {"Код этапа": "Э1", "Название": "Набор и отбор"}, ("Э1 · Набор и отбор",)),
        ("MUN", {"Наименование": "Барнаул", "Краткое": "Брн"}, ("Барнаул",)),
    ],
)
def test_an_option_is_a_code_and_a_name(key: str, row: Mapping[str, object], options: tuple[str, ...]) -> None:
    assert reference_options(BY_KEY[key], [row]) == options


def test_an_option_reads_back_as_the_record_it_names() -> None:
    column = BY_KEY["PLAN"].by_field["stage"]
    for option in starting_options("2025/2026")["STAGE"]:
        assert column.kind.read(option, column).value == option.partition(" · ")[0]


def test_the_stages_fill_the_season_without_gaps() -> None:
    dated = [row for row in starting_rows("2025/2026")["STAGE"] if row["Начало"]]
    days = [(row["Начало"], row["Окончание"]) for row in dated]
    assert (days[0][0], days[-1][1]) == (date(2025, 9, 1), date(2026, 8, 31))
    for (_, end), (start, _) in pairwise(days):
        assert isinstance(start, date)
        assert isinstance(end, date)
        assert (start - end).days == 1


@pytest.mark.parametrize(
    ("day", "season"),
    [(date(2025, 9, 1), "2025/2026"), (date(2026, 4, 15), "2025/2026"), (date(2026, 8, 31), "2025/2026")],
)
def test_a_season_goes_from_september_to_august(day: date, season: str) -> None:
    assert season_of(day) == season


def test_every_register_has_one_workbook_at_the_start() -> None:
    books = {**kept_workbooks("2025/2026"), **spare_workbooks("2025/2026")}
    tabs = [name for data in books.values() for name in opened(data).sheetnames if name != "Списки"]
    assert sorted(tabs) == sorted(register.tab for register in REGISTERS)
