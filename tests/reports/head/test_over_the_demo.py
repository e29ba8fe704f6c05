"""The tabs of council and municipalities over the made-up office: their totals are the figures, everything can be read."""

from collections.abc import Callable

import pytest

from reports.facts import Facts
from reports.head import agenda, decisions, institutions, mentors, municipalities
from reports.municipal_remarks import compose as municipal_remarks
from reports.report import Report
from tests.reports.head.pages import demo, figures_of_demo, listing, rows, too_narrow, with_titles, words
from validators.counting.work import instructions

TABS: tuple[Callable[[Facts], tuple[Report, ...]], ...] = (
    mentors.compose,
    institutions.compose,
    decisions.compose,
    agenda.compose,
    municipalities.compose,
)
each_tab = pytest.mark.parametrize("compose", TABS, ids=lambda one: one.__module__.rpartition(".")[2])


def value(name: str) -> float | None:
    found = figures_of_demo()[name].value
    return None if found is None else round(found, 1)


def made(compose: Callable[[Facts], tuple[Report, ...]]) -> Report:
    (report,) = compose(demo())
    return report


@each_tab
def test_every_cell_fits_into_its_column(compose: Callable[[Facts], tuple[Report, ...]]) -> None:
    assert too_narrow(made(compose)) == []


@each_tab
def test_no_participant_and_no_mentor_is_named(compose: Callable[[Facts], tuple[Report, ...]]) -> None:
    said, office = words(made(compose)), demo().scene.office
    for key in ("SCH", "UNI", "MENT"):
        table = office.tables[key]
        full = zip(table.values["surname"], table.values["name"], strict=True)
        assert not [index for index, one in enumerate(full) if all(one) and " ".join(map(str, one)) in said]


def test_totals_of_mentors_and_sites_are_the_figures() -> None:
    page = made(mentors.compose)
    states = ("предложено", "утверждено", "закреплено", "активны")
    by_category = rows(page, "Наставники по категориям")
    assert by_category["Все наставники"] == tuple(value(f"K13 state={one}") for one in states)
    for category in ("Предприятие", "Организация"):
        assert by_category[category][1] == value(f"K13 category={category}")
    whole = rows(page, "Площадки: места и загрузка")["Все площадки"]
    assert (whole[0], whole[4]) == (value("K15"), value("K17"))


def test_totals_of_institutions_are_the_figures() -> None:
    by_type = rows(made(institutions.compose), "По типам")
    whole = by_type.pop("Все организации")
    assert (whole[1], whole[4]) == (value("K05"), value("K33"))
    for name in ("Общеобразовательная", "Вуз"):
        assert by_type[name][1] == value(f"K05 kind={name}")
    for at in (0, 1, 3, 4, 5):
        assert sum(int(str(line[at])) for line in by_type.values()) == whole[at]


def test_totals_of_decisions_are_the_figures() -> None:
    page = made(decisions.compose)
    matrix = {str(name)[:2]: line for name, line in rows(page, "Вопросы").items()}
    assert (matrix["C2"][6], matrix["C3"][6], matrix["C4"][6]) == (value("K15"), value("K13"), value("K33"))
    assert matrix["Вс"][7] == len(listing(page, "Ждут решения").rows)
    (told,) = with_titles(listing(page, "Поручения"))
    assert told["В срок, %"] == value("K23")
    assert told["Всего"] == len(list(instructions(demo().scene.office)))
    assert told["Всего"] == sum(int(str(told[one])) for one in list(told)[1:7])


def test_totals_of_the_agenda_are_the_figures() -> None:
    page = made(agenda.compose)
    forms = rows(page, "По формам участия")
    assert forms["Вся повестка"][0] == value("K20")
    assert forms["C6.2 Экспертный пул"][0] == value("K20 state=C6.2 экспертный пул")
    stayed = rows(page, "Остались в регионе")["Все выпускники"]
    assert (stayed[4], stayed[3]) == (value("K34"), value("K34 state=неизвестно"))


def test_totals_of_municipalities_are_the_figures() -> None:
    page = made(municipalities.compose)
    found = rows(page, "")
    keys = ("K02", "K09", "K05", "K13", "K15")
    assert found["Весь регион"][4:9] == tuple(value(key) for key in keys)
    for name in ("Городской округ Светлобор", "Городской округ Синеборск"):
        assert found[name][4] == value(f"K02 municipality={name}")
    lines = [line for name, line in found.items() if name != "Весь регион"]
    assert sum(int(str(line[4])) for line in lines if line[4] != "—") == value("K02")


def test_nobody_gets_a_workbook_of_a_municipality_unasked() -> None:
    assert municipal_remarks(demo()) == ()
