"""Which register a table resembles, and that other people's tables resemble none."""

from typing import Any

import pytest

from config.columns import Raw
from config.register import Register
from config.registers import REGISTERS
from tests.text_tables import BY_KEY, grid
from tests.validators.explore.legacy import FOREIGN, OURS
from validators.explore.resemblance import THRESHOLD
from validators.explore.tab import Explored, Wish, explore
from validators.framing.no_table import NoTable
from validators.grid import grid_of


def explored(text: str, *, tab: str = "Лист1", file: str = "Таблица.xlsx", key: str | None = None) -> Explored:
    return explore(grid(text, file=file, tab=tab), REGISTERS, Wish(BY_KEY[key] if key else None))


def mapping(tab: Explored) -> dict[str, str]:
    """Their heading → ours."""
    return {one.heading: one.target.heading for one in tab.columns if one.target is not None}


@pytest.mark.parametrize("key", OURS)
def test_an_old_table_resembles_its_register(key: str) -> None:
    found = explored(OURS[key]).found
    assert found is not None
    assert found.register.key == key


@pytest.mark.parametrize("name", FOREIGN)
def test_a_table_of_other_work_resembles_none(name: str) -> None:
    tab = explored(FOREIGN[name])
    assert tab.found is None
    assert tab.likest[0].confidence < THRESHOLD
    assert all(one.target is None for one in tab.columns)


def filled(register: Register[Any], number: int) -> list[Raw]:  # Any: a register of any record
    """A row in which every column holds what it may hold."""
    cells: list[Raw] = [
        one.among.values[0] if one.among else one.kind.example or f"Слово {number}" for one in register.columns
    ]
    cells[0] = f"{register.prefix}-{number:04d}" if register.prefix else f"Название {number}"
    return cells


@pytest.mark.parametrize("key", BY_KEY)
def test_a_table_under_our_own_headings_is_sure_of_itself(key: str) -> None:
    register = BY_KEY[key]
    headings = [column.heading for column in register.columns]
    rows = [filled(register, number) for number in range(1, 5)]
    found = explore(grid_of("Таблица.xlsx", register.tab, [headings, *rows]), REGISTERS, Wish()).found
    assert found is not None
    assert found.register is register
    assert found.confidence >= 0.9


def test_a_heading_without_rows_is_no_table() -> None:
    headings = [column.heading for column in BY_KEY["TEAM"].columns]
    tab = explore(grid_of("Таблица.xlsx", "Команды", [headings]), REGISTERS, Wish())
    assert isinstance(tab.frame, NoTable)
    assert tab.frame.why == "heading_only"


def test_cells_decide_where_words_are_vague() -> None:
    vague = (
        "Название | Тип | Район | Телефон\n{0} | {2} | Лесной | 8 912 345-67-89\n{1} | {2} | Речной | 8 912 345-67-88"
    )
    schools = explored(vague.format("Школа № 5", "Гимназия № 2", "СОШ"))
    shops = explored(vague.format("Ромашка", "Василёк", "цветы"))
    assert schools.found is not None
    assert schools.found.register.key == "EDU"
    assert shops.found is None


def test_a_title_over_the_table_helps() -> None:
    rows = "ФИО | Должность | Телефон\nСнегов Юрий Петрович | инженер | 8 912 345-67-89"
    assert explored(rows).found is None
    titled = explored(f"Список наставников\n{rows}").found
    assert titled is not None
    assert titled.register.key == "MENT"


def test_columns_are_matched_one_to_one() -> None:
    matched = mapping(explored(OURS["SCH"]))
    assert matched["Ф.И.О. ребенка"] == "ФИО ребенка"
    assert matched["ФИО родителя"] == "Законный представитель: ФИО"
    assert matched["Телефон родителя"] == "Законный представитель: телефон"
    assert len(set(matched.values())) == len(matched)


def test_a_number_of_their_own_is_not_our_code() -> None:
    table = OURS["EDU"].replace("Наименование учреждения", "Код | Наименование учреждения")
    table = table.replace("МБОУ", "17 | МБОУ").replace("КГБПОУ", "18 | КГБПОУ")
    matched = mapping(explored(table))
    assert "Код" not in matched
    assert matched["Наименование учреждения"] == "Полное наименование"


def test_an_unnamed_column_of_mail_addresses_is_known_by_its_cells() -> None:
    rows = "\n".join(f"Орлов Иван Ильич | АлтГТУ | {n} | orlov{n}@example.ru" for n in (1, 2, 3, 4))
    assert mapping(explored(f"ФИО студента | Вуз | Курс | для связи\n{rows}"))["для связи"] == "E-mail"


def test_a_register_may_be_named_by_a_person() -> None:
    tab = explored(FOREIGN["debtors"], key="ENT")
    assert tab.found is not None
    assert mapping(tab) == {"Наименование организации": "Полное наименование", "Примечание": "Примечание"}


def test_the_share_of_cells_that_read_is_told() -> None:
    table = OURS["UNI"].replace("89123456789", "не знаю")
    shares = {one.heading: one.parses for one in explored(table).columns}
    assert shares["Моб. телефон"] == 0.67
    assert shares["Фамилия Имя Отчество"] == 1.0


def test_a_column_of_no_register_tells_the_share_of_its_main_look() -> None:
    tab = explored("Показание | Дата\n12 | 01.01.2026\n13 | 02.01.2026\nнет света | 03.01.2026")
    assert [one.parses for one in tab.columns] == [0.67, 1.0]
