"""Which tab is which register: by settings, title, former title, likeness."""

from config.registers import REGISTERS
from config.settings import Settings, parse
from tests.text_tables import grid
from validators.grid import Grid
from validators.tabs import assign

KEYS = tuple(one.key for one in REGISTERS)
ROW = "Код | Название команды\nКМ-0001 | Вектор"


def found(*grids: Grid, settings: Settings | None = None) -> dict[str, list[str]]:
    tabs = assign(grids, REGISTERS, settings or Settings()).tabs
    return {key: [one.source for one in given] for key, given in tabs.items()}


def test_a_tab_is_known_by_its_title_in_any_file() -> None:
    assert found(grid(ROW, file="а.xlsx", tab="команды и  проекты")) == {"TEAM": ["а.xlsx#команды и  проекты"]}


def test_a_tab_is_known_by_a_former_title() -> None:
    assert list(found(grid(ROW, tab="Реестр команд"))) == ["TEAM"]


def test_a_tab_known_by_likeness_is_said() -> None:
    assigned = assign([grid(ROW, tab="Команды и прокты")], REGISTERS, Settings())
    assert list(assigned.tabs) == ["TEAM"]
    assert [one.code for one in assigned.remarks] == ["F09"]


def test_a_copy_of_a_tab_in_one_file_is_not_read() -> None:
    both = found(grid(ROW, tab="Команды и проекты"), grid(ROW, tab="Команды и проекты (2)"))
    assert both == {"TEAM": ["Файл.xlsx#Команды и проекты"]}


def test_a_register_in_two_files_has_two_tabs() -> None:
    tabs = [grid(ROW, file=name, tab="Команды и проекты") for name in ("а.xlsx", "б.xlsx")]
    assert len(found(*tabs)["TEAM"]) == 2


def test_every_marksheet_of_every_file_is_read_beside_the_long_form() -> None:
    titles = [
        ("а.xlsx", "Прохождение этапов"),
        ("а.xlsx", "Ведомость"),
        ("а.xlsx", "Ведомость КМ-0001"),
        ("б.xlsx", "ВЕДОМОСТЬ осени"),
    ]
    assert found(*(grid(ROW, file=file, tab=tab) for file, tab in titles)) == {
        "PROG": [f"{file}#{tab}" for file, tab in titles]
    }


def test_a_title_that_only_resembles_a_marksheet_is_left_alone() -> None:
    assert found(grid(ROW, tab="Ведомости"), grid(ROW, tab="Сводная ведомость")) == {}


def test_settings_may_give_a_tab_so_titled_to_another_register() -> None:
    settings = parse('[registers.TEAM]\ntab = "Ведомость команд"', {}, KEYS)
    tabs = found(grid(ROW, tab="Ведомость команд"), grid(ROW, tab="Ведомость"), settings=settings)
    assert tabs == {"TEAM": ["Файл.xlsx#Ведомость команд"], "PROG": ["Файл.xlsx#Ведомость"]}


def test_a_tab_of_something_else_is_left_alone() -> None:
    assert found(grid(ROW, tab="Черновик"), grid("", tab="Лист1")) == {}


def test_settings_name_the_file_and_the_tab() -> None:
    settings = parse('[registers.TEAM]\nsource = "стар*.xlsx"\ntab = "Лист1"', {}, KEYS)
    old, other = grid(ROW, file="старые.xlsx", tab="Лист1"), grid(ROW, file="новые.xlsx", tab="Команды и проекты")
    assert found(old, other, settings=settings) == {"TEAM": ["старые.xlsx#Лист1"]}


def test_a_list_of_text_is_known_by_its_file() -> None:
    assert list(found(grid(ROW, file="Наставники.csv", tab=""))) == ["MENT"]
