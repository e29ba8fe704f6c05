"""The ten tables: their figures are those of the head, their marks differ, nobody is named, what must hide is hidden."""

import re

import pytest

from reports.disclosure.draft import Mark, People
from reports.disclosure.personal import found_in, known_people
from reports.federal.compose import compose
from reports.federal.passport import Letter, short_name
from reports.federal.teams import interval
from reports.figures.naming import rounded
from tests.reports.federal.released import before, cells, draft, head, released, rows
from tests.reports.head.pages import demo, figures_of_demo

TITLES = (
    "Паспорт", "Показатели", "Участники", "Этапы", "Муниципалитеты", "Команды и проекты", "Наставники",
    "Площадки и организации", "Контрольные точки и решения", "Финансы",
)  # fmt: skip


def figure(name: str) -> float | int | None:
    return rounded(figures_of_demo()[name].value)


def test_there_are_ten_tables_in_their_order() -> None:
    assert [(one.code, one.title) for one in released().tables] == [(str(at), one) for at, one in enumerate(TITLES, 1)]


def test_indicators_that_are_told_are_those_of_the_head() -> None:
    told = {code: row["Факт"] for code, row in rows("2").items() if isinstance(row["Факт"], int | float)}
    assert len(told) >= 28
    for code, value in told.items():
        assert value == pytest.approx(float(figure(code) or 0), abs=0.051), code


def test_people_by_category_and_municipality_are_those_of_the_head() -> None:
    for category in ("Школьник", "Студент СПО", "Студент вуза"):
        assert rows("3")[category]["Заявок"] == figure(f"K01 category={category}")
        assert rows("3")[category]["Зачислено"] == figure(f"K02 category={category}")
    for name, row in rows("5").items():
        if isinstance(row["Зачислено"], int) and f"K02 municipality={name}" in figures_of_demo():
            assert row["Зачислено"] == figure(f"K02 municipality={name}"), name
    assert rows("5")["Всего"]["Зачислено"] == rows("3")["Всего"]["Зачислено"] == rows("2")["K02"]["Факт"] == 220


def test_mentors_sites_and_money_are_those_of_the_head() -> None:
    assert rows("7")["Всего"]["Утверждено"] == figure("K13 state=утверждено")
    assert rows("7")["Предприятие"]["Утверждено"] == figure("K13 category=Предприятие")
    assert sum(row["Строка"] == "Площадка" for row in rows("8").values()) == figure("K15")
    assert rows("10")["Всего"]["% плана на дату"] == figure("K24")
    assert rows("8")["Всего"]["Прошли, чел."] == figure("K16")


def test_stages_are_those_of_the_indicators() -> None:
    stages = rows("4")
    assert stages["Э1, Всего"]["Прошли"] == figure("K02")
    assert stages["Э5, Всего"]["Прошли"] == figure("K16")
    assert stages["Э2, Школьник"]["Должны пройти"] == stages["Э2, Школьник"]["Прошли"] == 82
    assert stages["Э5, Школьник"]["Должны пройти"] is Mark.NOT_MEANT
    assert set(stages["Э6, Всего"].values()) >= {Mark.NOT_MEANT}


def test_nought_hidden_no_data_and_not_meant_are_four_marks() -> None:
    values = set(map(str, cells().values()))
    assert {"0", "скрыто", "нет данных", "не предусмотрено"} <= values
    assert rows("3")["Школьник"]["Завершили"] == 0
    assert rows("2")["K21"]["Факт"] is Mark.HIDDEN


def test_no_small_number_of_people_is_told_and_totals_are_true() -> None:
    true = {
        table.address(row, at): cell
        for table in draft().tables
        for row in table.rows
        for at, cell in enumerate(row.cells)
    }
    people = {key: cell.value for key, cell in true.items() if isinstance(cell, People)}
    assert len(people) > 90
    for key, value in people.items():
        assert cells()[key] in {value, Mark.HIDDEN}, key
        assert cells()[key] is Mark.HIDDEN or not 0 < value < 5, key
    assert cells()["3/Всего/Зачислено"] == people["3/Всего/Зачислено"]


def test_municipalities_are_never_told_by_category() -> None:
    assert list(rows("5")["Всего"]) == ["Муниципалитет", "ОКТМО", "Зачислено", "Команд", "Организаций", "Площадок"]


def test_nobody_is_named_but_the_head_who_signs() -> None:
    said = "\n".join(str(value) for value in cells().values())
    assert not re.search(r"(ШК|СТ|НС|РП)-[0-9]", said)
    office = demo().scene.office
    surnames = {str(one) for key in ("SCH", "UNI", "MENT") for one in office.tables[key].values["surname"]}
    assert not [one for one in surnames if re.search(rf"\b{one}\b", said)]
    assert cells()["1/Подписал: имя/Значение"] == "С.О. Дорофеев"
    assert said.count("Дорофеев") == 1


def test_the_number_day_and_telephone_stand_in_the_passport_alone() -> None:
    assert cells()["1/Номер письма/Значение"] == "8-М"
    assert cells()["1/Дата письма/Значение"] == demo().today
    assert cells()["1/Исполнитель: телефон/Значение"] == "8 (3999) 55-01-14"
    assert cells()["1/Исполнитель: должность/Значение"] == "Заместитель руководителя по отчётности"
    others = [str(value) for key, value in cells().items() if not key.startswith("1/")]
    assert not [one for one in others if "55-01-14" in one or one == "8-М"]


@pytest.mark.parametrize(
    ("size", "words"), [(0, "0"), (1, "менее 5"), (4, "менее 5"), (5, "5–9"), (9, "5–9"), (10, "10–14"), (23, "20–24")]
)
def test_the_size_of_a_team_is_an_interval(size: int, words: str) -> None:
    assert interval(size, 5) == words


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("Дорофеев Степан Олегович", "С.О. Дорофеев"),
        ("Ли Мин нет", "М. Ли"),
        ("Кузнецова", "Кузнецова"),
        ("", ""),
    ],
)
def test_a_name_is_shortened(name: str, words: str) -> None:
    assert short_name(name) == words


def test_the_package_before_stands_beside_and_the_difference_with_it() -> None:
    was = before({"2/K01/Факт": 245, "2/K02/Факт": Mark.HIDDEN, "2/K09/Факт": 21})
    table = compose(demo(), demo(), head(), Letter(), was).tables[1]
    found = {row.key: row.cells[7:9] for row in table.rows}
    assert found["K01"][0] == 245
    assert getattr(found["K01"][1], "value", None) == 7
    assert found["K02"] == (Mark.HIDDEN, Mark.HIDDEN)
    assert found["K09"] == (21, 1)
    assert found["K05"] == (Mark.NO_DATA, Mark.NO_DATA)


def test_the_words_of_the_made_up_office_pass_but_the_planted_ones() -> None:
    office = demo().scene.office
    known = known_people(office)
    themes = [str(one) for one in office.tables["TEAM"].values["project"] if one]
    assert [one for one in themes if found_in(one, known)] == []
    titles = [str(one) for key in ("ENT", "EDU") for one in office.tables[key].values["title"] if one]
    assert [one for one in titles if found_in(one, known, free=False)] == []
