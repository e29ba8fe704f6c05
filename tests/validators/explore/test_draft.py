"""The drafted settings: under them the table reads as the register."""

from dataclasses import replace

import pytest

from config.columns import Need
from config.registers import REGISTERS
from config.settings import Keeping
from tests.text_tables import BY_KEY, grid
from tests.validators.explore.legacy import OURS
from validators.explore.draft import Draft
from validators.explore.tab import Wish, explore
from validators.framing.frame import Frame
from validators.grid import Area, Grid
from validators.parse import parse
from validators.remark import Severity


def drafted(table: str | Grid, key: str | None = None, **constants: str) -> Draft:
    asked = Wish(BY_KEY[key] if key else None, constants)
    found = explore(table if isinstance(table, Grid) else grid(table, tab="Лист1"), REGISTERS, asked).draft
    assert found is not None
    return found


def keeping(table: str | Grid, key: str | None = None, **constants: str) -> Keeping:
    return drafted(table, key, **constants).keeping


@pytest.mark.parametrize("key", OURS)
def test_under_the_draft_every_row_is_read_and_nothing_is_missing(key: str) -> None:
    table = grid(OURS[key], tab="Лист1")
    tab = explore(table, REGISTERS, Wish())
    assert isinstance(tab.frame, Frame)
    assert tab.draft is not None
    parsed = parse(table, BY_KEY[key], tab.draft.keeping)
    assert parsed.table is not None
    assert parsed.table.rows == tab.frame.rows
    assert tab.rows == len(parsed.table.counted) == len(tab.frame.rows)
    assert not [one for one in parsed.remarks if one.code in {"S3", "S4", "S5", "F09"}]


def test_only_headings_that_the_register_does_not_know_are_named() -> None:
    assert keeping(OURS["UNI"]).headings == {"Фамилия Имя Отчество": "ФИО", "Моб. телефон": "Телефон"}


def test_a_column_that_is_called_as_ours_but_is_not_is_put_aside() -> None:
    table = OURS["EDU"].replace("Наименование учреждения", "Код | Наименование учреждения")
    table = table.replace("МБОУ", "17 | МБОУ").replace("КГБПОУ", "18 | КГБПОУ")
    found = keeping(table)
    assert found.headings["Код"] == ""
    parsed = parse(grid(table, tab="Лист1"), BY_KEY["EDU"], found)
    assert not [one for one in parsed.remarks if one.place.column == "Код"]


def test_a_column_put_aside_is_not_bound_by_likeness_either() -> None:
    table = "Код | Название командa | Стадия\nКМ-0001 | Вектор | Идея"
    aside = Keeping(headings={"Название командa": ""}, constants={"Название команды": "Без имени"})
    parsed = parse(grid(table), BY_KEY["TEAM"], aside)
    assert parsed.table is not None
    assert parsed.table.values["name"] == ("Без имени",)


def test_required_columns_that_the_table_lacks_are_named() -> None:
    found = keeping(OURS["ENT"]).absent
    assert found == ("Приоритетное направление", "Вид площадки")
    wanted = {one.heading for one in BY_KEY["ENT"].columns if one.need in {Need.REQUIRED, Need.EXPECTED}}
    assert set(found) <= wanted


def test_a_constant_of_a_person_is_not_missing() -> None:
    found = keeping(OURS["PLAN"], Вид="Мероприятие")
    assert found.constants == {"Вид": "Мероприятие"}
    assert "Вид" not in found.absent


def test_a_line_over_the_heading_that_names_a_column_is_a_constant() -> None:
    found = keeping(f"Муниципалитет: Бийск\n\n{OURS['SCH'].partition('2025-2026 уч. год')[2].strip()}")
    assert found.constants == {"Муниципалитет": "Бийск"}


def test_people_are_told_apart_by_name_and_birthday() -> None:
    assert keeping(OURS["SCH"]).key == ("Ф.И.О. ребенка", "Дата рожд.")


def test_the_key_is_the_shortest_group_that_differs_in_every_row() -> None:
    assert keeping(OURS["ENT"]).key == ("Наименование предприятия",)
    twins = OURS["ENT"].replace("АО «Сибирский завод»", "ООО «Заря»")
    assert keeping(twins).key == ("Наименование предприятия", "Район")


def test_rows_that_no_key_tells_apart_are_counted() -> None:
    lines = OURS["EDU"].splitlines()
    found = drafted("\n".join([*lines, lines[1]]))
    assert found.keeping.key == ("Наименование учреждения",)
    assert found.alike == 1


def test_a_table_with_codes_needs_no_key() -> None:
    table = (
        "Код | Команда | Тьютор | Стадия\nКМ-0001 | Вектор | Белов Глеб | Идея\nКМ-0002 | Орбита | Зимин Тимур | Идея"
    )
    assert keeping(table).key == ()


def test_merged_cells_among_the_data_are_filled() -> None:
    table = grid(OURS["EDU"], tab="Лист1")
    first = table.rows[1]
    spread = replace(
        table,
        rows=(*table.rows[:2], (*table.rows[2][:2], None, *table.rows[2][3:]), *table.rows[3:]),
        merges=(Area(2, 3, 3, 3),),
    )
    found = keeping(spread)
    assert found.fill_merged
    parsed = parse(spread, BY_KEY["EDU"], found)
    assert parsed.table is not None
    assert parsed.table.values["municipality"][:2] == (first[2],) * 2


def test_the_file_and_the_tab_are_named() -> None:
    found = keeping(grid(OURS["EDU"], file="Школы [2025].xlsx", tab="Лист1"))
    assert found.source == ("Школы [[]2025].xlsx",)
    assert found.tab == "Лист1"
    assert keeping(grid(OURS["EDU"], tab="Школы")).tab is None


def test_no_problem_of_a_draft_is_a_matter_of_settings() -> None:
    tab = explore(grid(OURS["MENT"], tab="Лист1"), REGISTERS, Wish())
    assert all(one.severity is not Severity.CRITICAL for one in tab.problems)
    assert {one.code for one in tab.problems} == {"S10"}
