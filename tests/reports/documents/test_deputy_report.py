"""Д2 «Доклад заместителю Губернатора»: two parts, what has changed, what he is asked to decide."""

from dataclasses import replace
from datetime import date
from functools import cache

import pytest

from config.errors import UsageError
from reports.documents.deputy_report import compose
from reports.documents.document import Document, Occasion
from reports.facts import Past, Reported
from reports.head.figures import eight
from reports.wording import NBSP
from tests.reports.conftest import TABLES, MakeFacts
from tests.reports.documents.reading import everything, lines, plain, texts
from tests.reports.head.pages import demo, figures_of_demo

PAPERS = """
Код     | Направление | Вид    | Заголовок            | Статус          | Исполнитель | Рег. № | Дата       | Корреспондент           | Отчётный период/этап | Подписал
ДК-0001 | Исходящий   | Доклад | Доклад за март       | Отправлен       | РП-0001     | 1-Д    | 06.04.2026 | Заместитель Губернатора | 2026-03              | РП-0001
ДК-0002 | Исходящий   | Письмо | Письмо муниципалитетам | На согласовании | РП-0001   |        |            | ОМСУ                    |                      | заместитель Губернатора
"""
ORDERS = """
Код     | Кто решил               | Дата заседания | Вопрос | Содержание решения      | Результат     | Поручение          | Ответственный         | Срок       | Исполнение
РШ-0001 | заместитель Губернатора | 01.03.2026     | Иное   | Поручить                | Принято       | Доложить о наборе  | РП-0001               | 01.04.2026 |
РШ-0002 | Губернатор              | 01.03.2026     | Иное   | Поручить                | Принято       | Выделить помещение | Министерство          | 02.04.2026 |
РШ-0003 | заместитель Губернатора | 20.04.2026     | Иное   | О продлении набора      | Запланировано |                    |                       |            |
"""
PASSPORT = """
Сведение                 | Значение
Утверждённая численность | 4
"""
ALL = {**TABLES, "DOC": PAPERS, "DEC": ORDERS, "PASSPORT": PASSPORT}
KEPT = '[registers]\nkept = ["STAFF", "PLAN", "EDU", "SCH", "DOC", "DEC"]\n'


@cache
def report() -> Document:
    (found,) = compose(demo(), Occasion())
    return found


def test_it_has_exactly_two_parts() -> None:
    assert [one.heading for one in report().sections] == ["I. Результаты деятельности РПО", "II. Ход Программы"]
    assert report().addressee == ("Заместителю Губернатора Региона", f"Яшиной{NBSP}З.М.")
    assert report().approval is None


def test_it_is_short_enough_for_two_pages() -> None:
    said = everything(report())
    assert len(said.split()) < 700
    assert len(said) < 5_000


def test_its_lights_are_those_of_the_head() -> None:
    office, programme = (lines(report(), title) for title in ("Деятельность РПО", "Ход Программы"))
    known = {one.id: one for one in eight(demo())}
    for key, rows, title in (
        ("K22", office, "План мероприятий"),
        ("K24", office, "Финансы, тыс. руб."),
        ("K13", programme, "Наставники, чел."),
        ("K27", programme, "Страницы и блоги, чел."),
    ):
        one, row = known[key], rows[title]
        assert row["Есть"] == round(one.fact or 0, 1)
        assert row["Оценка"] == one.light.value
        assert row["%"] == round(one.share or 0, 1)
    assert programme["Цифровая платформа, чел."]["%"] == round(figures_of_demo()["K07"].value or 0, 1)


def test_changes_are_told_since_the_last_report() -> None:
    said = plain("\n".join(texts(report(), "programme")))
    assert "Что изменилось с прошлого доклада за март 2026 года:" in said
    now = round(figures_of_demo()["K16"].value or 0)
    assert f"прошли профессиональные пробы и стажировки: было 103, стало {now} (+{now - 103});" in said


def test_what_was_reported_of_a_closed_period_is_what_was(make_facts: MakeFacts) -> None:
    past = Past(reported=(Reported("2026-03", date(2026, 3, 31), {"K02": 0.0, "K07": None}),))
    (found,) = compose(make_facts(ALL, settings=KEPT, past=past), Occasion())
    assert "зачислено: было 0, стало 2 (+2)." in plain("\n".join(texts(found, "programme")))
    (bare,) = compose(make_facts(ALL, settings=KEPT), Occasion())
    assert "зачислено: было 1, стало 2 (+1)." in plain("\n".join(texts(bare, "programme")))


def test_the_report_of_the_same_month_is_not_compared_with_itself(make_facts: MakeFacts) -> None:
    (found,) = compose(make_facts(ALL, settings=KEPT), Occasion("2026-03"))
    assert "с 16 марта 2026 года" in everything(found)
    assert found.title[-1] == "за март 2026 года"
    assert found.file == "Доклад заместителю Губернатора 2026-03"


def test_what_he_must_decide_is_told_part_by_part(make_facts: MakeFacts) -> None:
    (found,) = compose(make_facts(ALL, settings=KEPT), Occasion())
    office, programme = (plain("\n".join(texts(found, key))) for key in ("office", "programme"))
    assert "подписать документ «Письмо муниципалитетам» (ДК-0002);" in office
    assert "согласовать численность РПО: утверждено 4, работают 5 сотрудников;" in office
    assert "обеспечить исполнение просроченных поручений, за которые отвечает не РПО (всего 1)." in office
    assert (
        "Поручения заместителя Губернатора (всего 1): просрочено — 1 («Доложить о наборе», срок 01.04.2026)." in office
    )
    assert "рассмотреть вопрос «О продлении набора» (намечен на 20.04.2026)." in programme


def test_an_office_that_keeps_little_is_told_without_holes(make_facts: MakeFacts) -> None:
    (found,) = compose(make_facts(), Occasion())
    said = everything(found)
    assert "Зачислено 2 участника. Нет данных о числе действующих команд: реестр не ведётся." in said
    assert lines(found, "Ход Программы")["Площадки"]["Пояснение"] == "реестр не ведётся"
    assert said.count("Решений заместителя Губернатора не требуется.") == 2
    (nothing,) = compose(replace(make_facts({}, settings="[registers]\nkept = []\n")), Occasion())
    for hole in ("None", "()", "«»", ": .", "  "):
        assert hole not in said
        assert hole not in everything(nothing)


@pytest.mark.parametrize(
    ("period", "words"), [("2026-06", "начнётся 01.06.2026"), ("Э5", "Дни периода «Э5» неизвестны")]
)
def test_a_period_that_can_not_be_told_is_refused(make_facts: MakeFacts, period: str, words: str) -> None:
    with pytest.raises(UsageError, match=words):
        compose(make_facts(), Occasion(period))
