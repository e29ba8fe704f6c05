"""A template × rows: papers one by one or a list, what may not leave the office, references to people."""

from collections.abc import Sequence
from io import BytesIO

import pytest
from docx import Document

from config.errors import UsageError
from reports.facts import Facts
from reports.papers.choice import Chosen
from reports.papers.examples import EXAMPLES
from reports.papers.joined import joined
from reports.papers.marks import TemplateFaultError
from reports.papers.paper import Order
from tests.reports.papers.templates import template, texts
from tests.reports.papers.test_choice import EDU, SCH
from tests.text_tables import scene

ENT = """
Код | Полное наименование | Контактное лицо | Муниципалитет
ПП-0001 | АО «Завод» | Белов Глеб Ильич | Приозёрск
"""
MENT = """
Код | Фамилия | Имя | Отчество | Место работы | Должность | Категория | Согласие: дата | Согласие на передачу | Телефон
НС-0001 | Мельник | Анна | Юрьевна | ПП-0001 | Главный технолог | Предприятие | 01.09.2025 | Нет | +79120000011
НС-0002 | Седых | Лев | Ильич | ПП-0001 | Инженер | Предприятие | | | +79120000012
"""
TEAM = """
Код | Название команды | Наставники
КМ-0001 | Вектор | НС-0001
КМ-0002 | Орбита | НС-0002
"""
PASSPORT = """
Сведение | Значение
Руководитель РПО | Снегова Вера Львовна
"""
FACTS = Facts(scene({"EDU": EDU, "SCH": SCH, "ENT": ENT, "MENT": MENT, "TEAM": TEAM, "PASSPORT": PASSPORT}), ())


def order(key: str, data: bytes, rows: Sequence[int] = (0,), *, outside: bool = False) -> Order:
    return Order(FACTS, FACTS.scene.office.tables[key], data, Chosen(tuple(rows), {}), outside=outside)


def told(made: Order) -> list[list[str]]:
    return [texts(one.data) for one in made.papers()]


def test_each_row_gets_a_paper_of_its_own_and_empty_marks_are_told() -> None:
    made = order("SCH", template("{{ ФИО.дательный }}", "{{ Команда }}"), (0, 1))
    papers = list(made.papers())
    assert [one.code for one in papers] == ["ШК-0001", "ШК-0002"]
    assert [texts(one.data)[0] for one in papers] == ["Яшину Олегу Ильичу", "Ёлкину Петру"]
    assert papers[0].blank == ("Команда",)


def test_a_template_with_a_list_makes_one_paper_of_all() -> None:
    lines = ("{% for ч in люди %}{{ loop.index }} {{ ч.Фамилия }}; {% endfor %}", "Всего {{ Количество }}")
    made = order("SCH", template(*lines), (0, 1))
    assert made.is_list
    assert told(made) == [["1 Яшин; 2 Ёлкин; ", "Всего 2"]]


def test_a_mark_of_one_person_outside_the_rows_of_a_list_is_refused() -> None:
    made = order("SCH", template("{{ Фамилия }}", "{% for ч in люди %}{{ ч.Имя }}{% endfor %}"))
    with pytest.raises(TemplateFaultError, match="вне строк списка"):
        list(made.papers())


def test_the_passport_of_the_office_and_the_day_are_marks_too() -> None:
    lines = ("{{ Руководитель РПО.инициалы }}", "{{ Сегодня.словами }}, {{ Регион }}", "[{{ Губернатор }}]")
    assert told(order("SCH", template(*lines))) == [["В.Л. Снегова", "15 апреля 2026 г., Регион", "[]"]]


def test_a_post_and_a_place_of_work_stand_in_cases() -> None:
    lines = ("{{ Должность.в_тексте.дательный }}", "{{ Место работы.родительный }}")
    assert told(order("MENT", template(*lines))) == [["главному технологу", "АО «Завод»"]]


def test_a_reference_to_a_person_names_him_only_where_his_own_consent_allows() -> None:
    data = template("{{ Наставники }}")
    assert told(order("TEAM", data, (0, 1))) == [["Мельник Анна Юрьевна"], ["НС-0002"]]
    assert told(order("TEAM", data, (0,), outside=True)) == [["НС-0001"]]


@pytest.mark.parametrize(
    ("key", "mark"), [("SCH", "Законный_представитель_ФИО"), ("SCH", "Телефон_родителя"), ("ENT", "Контактное_лицо")]
)
def test_what_nobody_agreed_to_give_away_does_not_leave_the_office(key: str, mark: str) -> None:
    with pytest.raises(UsageError, match=mark):
        order(key, template(f"{{{{ {mark} }}}}"), outside=True).check_outside()
    list_of = template(f"{{% for ч in люди %}}{{{{ ч.{mark} }}}}{{% endfor %}}")
    with pytest.raises(UsageError, match=mark):
        order(key, list_of, outside=True).check_outside()


def test_no_trick_of_a_template_brings_out_what_may_not_leave() -> None:
    line = "{{ люди }} {{ люди | join(', ') }} {% set ч = люди[0] %}{{ ч.Контактное_лицо }}"
    (outside,) = order("ENT", template(line), outside=True).papers()
    assert "Белов" not in " ".join(texts(outside.data))
    (inside,) = order("ENT", template(line)).papers()
    assert "Белов" in " ".join(texts(inside.data))


def test_what_he_agreed_to_may_leave() -> None:
    order("SCH", template("{{ ФИО }} {{ Телефон }}"), outside=True).check_outside()
    order("ENT", template("{{ Полное наименование }}"), outside=True).check_outside()


@pytest.mark.parametrize("name", EXAMPLES)
def test_every_example_is_filled_without_a_fault(name: str) -> None:
    key, draw = EXAMPLES[name]
    (paper,) = order(key, draw()).papers()
    words = " ".join(texts(paper.data))
    assert "{" not in words
    assert ("Яшин" if key == "SCH" else "Мельник") in words


def test_examples_say_what_papers_say() -> None:
    (letter,) = told(order("MENT", EXAMPLES["Благодарность работодателю"][1]()))
    assert "признательность Мельник Анне Юрьевне, главному технологу." in " ".join(letter)
    assert "под руководством А.Ю. Мельник:" in " ".join(letter)
    (diploma,) = told(order("SCH", EXAMPLES["Диплом участника"][1]()))
    assert diploma[2:5] == ["вручается", "Яшину Олегу Ильичу", "Средняя школа № 5"]


def test_papers_in_one_file_begin_a_page_each() -> None:
    papers = [one.data for one in order("SCH", template("{{ Фамилия }}", "текст"), (0, 1)).papers()]
    assert texts(joined(papers)) == ["Яшин", "текст", "Ёлкин", "текст"]
    assert joined(papers[:1]) is not None


def test_papers_that_differ_in_the_header_can_not_stand_in_one_file() -> None:
    papers = [one.data for one in order("SCH", template("текст", header="{{ Фамилия }}"), (0, 1)).papers()]
    with pytest.raises(TemplateFaultError, match="колонтитуле"):
        joined(papers)


def test_automatic_numbers_would_go_on_and_are_refused_in_one_file() -> None:
    document = Document()
    document.add_paragraph("Пункт", style="List Number")
    data = BytesIO()
    document.save(data)
    with pytest.raises(TemplateFaultError, match="нумерация"):
        joined([data.getvalue(), data.getvalue()])
