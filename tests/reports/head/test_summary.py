"""The head's page: one sheet, forty lines, two hundred and fifty words."""

import io
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime

import openpyxl
import pytest

from reports.facts import Facts, Past, Pending
from reports.formats.xlsx import render
from reports.head.figures import eight
from reports.head.summary import compose, size_of
from reports.layout import lay_out
from reports.report import Light, Listing, Report, Stamp, Words

MakeFacts = Callable[..., Facts]
STAMP = Stamp(1234, datetime(2026, 4, 15, 2, 0, tzinfo=UTC))
HEADINGS = ("От вас сегодня", "Восемь цифр", "Где плохо", "Ближайшие 7 рабочих дней", "Со вчера", "Люди")


def block(page: Report, title: str) -> Listing:
    return next(one for one in page.blocks if isinstance(one, Listing) and one.fields[0].heading.startswith(title))


def rich(make_facts: MakeFacts, pending: Pending, people: int) -> Facts:
    staff = ["Код | ФИО | Должность | Роль"]
    plan = [
        "Код | Мероприятие | Ответственный | Начало (план) | Окончание (план) | Статус | Причина отклонения | Принятые меры"
    ]
    why = "Площадка закрыта на ремонт до самого конца месяца | Договорились с домом молодёжи о переносе мероприятия"
    for number in range(1, people + 1):
        role = "R1 Руководитель" if number == 1 else "Иная"
        staff.append(f"РП-{number:04d} | Птицын Иван Ильич | Специалист по вопросам сопровождения {number} | {role}")
    for number in range(1, 61):
        title = f"Совещание с операторами площадок северных муниципалитетов о весенней сессии {number}"
        end = date(2026, 4, 1 + number % 28)
        who = f"РП-{1 + number % people:04d}"
        plan.append(f"МР-{number:04d} | {title} | {who} | 01.03.2026 | {end:%d.%m.%Y} | В работе | {why}")
    past = Past(frozenset(f"x{n}" for n in range(9)), None, {"K02": 1.0, "K09": 7.0})
    return make_facts({"STAFF": "\n".join(staff), "PLAN": "\n".join(plan)}, past=past, pending=(pending,) * 9)


@pytest.mark.parametrize("people", [1, 6, 12, 40])
def test_the_page_keeps_its_limits_however_much_there_is_to_say(
    make_facts: MakeFacts, pending: Pending, people: int
) -> None:
    (page,) = compose(rich(make_facts, pending, people))
    lines, words = size_of(page)
    assert lines <= 40
    assert words <= 250
    written = [box.value for box in lay_out(page, STAMP).boxes if isinstance(box.value, str | int | float | date)]
    assert sum(any(map(str.isalnum, word)) for value in written for word in str(value).split()) <= 250
    limits = dict(zip(HEADINGS, (5, 8, 5, 7, 1, 12), strict=True))
    assert all(0 < len(block(page, title).rows) <= most for title, most in limits.items())


def test_what_did_not_fit_is_counted_in_the_heading(make_facts: MakeFacts, pending: Pending) -> None:
    (page,) = compose(rich(make_facts, pending, 6))
    shown = len(block(page, "Ближайшие").rows)
    assert block(page, "Ближайшие").fields[0].heading == f"Ближайшие 7 рабочих дней: показано {shown} из 18"


def test_blocks_stand_in_their_order(make_facts: MakeFacts) -> None:
    (page,) = compose(make_facts())
    listings = [one.fields[0].heading for one in page.blocks if isinstance(one, Listing)]
    assert [next(title for title in HEADINGS if heading.startswith(title)) for heading in listings] == list(HEADINGS)


def test_empty_blocks_say_no(make_facts: MakeFacts) -> None:
    (page,) = compose(make_facts({}))
    assert all(
        block(page, title).rows == () and block(page, title).empty == "нет"
        for title in HEADINGS
        if title != "Восемь цифр"
    )
    assert {(row[2], row[5]) for row in block(page, "Восемь цифр").rows} == {("—", Light.GREY)}


def test_the_head_sees_what_waits_for_him_and_who_prepared_it(make_facts: MakeFacts, pending: Pending) -> None:
    (page,) = compose(make_facts(pending=(pending,)))
    assert block(page, "От вас сегодня").rows == (
        ("Принять данные «Команды и проекты»?", "18:00", "Гусев"),
        ("Заседание совета", "18:00", "—"),
    )


def test_what_is_late_is_shown_with_cause_and_measures(make_facts: MakeFacts) -> None:
    (page,) = compose(make_facts())
    assert block(page, "Где плохо").rows == (("Установочный семинар", "Гусев", 5, "ремонт зала", "ищем другой зал"),)
    assert block(page, "Ближайшие").rows == (("Проектная сессия", date(2026, 4, 17), "Чайкина"),)


DOCUMENTS = """
Код     | Направление | Вид            | Заголовок        | Статус          | Исполнитель | Подписал         | Срок ответа
ДК-0001 | Исходящий   | Отчёт месячный | Отчёт за март    | На согласовании | РП-0003     |                  |
ДК-0002 | Исходящий   | Письмо         | Письмо куратору  | Проект          | РП-0002     | Руководитель РПО | 14.04.2026
ДК-0003 | Исходящий   | Письмо         | Чужое письмо     | Проект          | РП-0002     | Министр          |
ДК-0004 | Исходящий   | Письмо         | Готовое письмо   | Подписан        | РП-0002     |                  |
"""


def test_documents_wait_for_the_heads_signature(make_facts: MakeFacts) -> None:
    tables = {
        "STAFF": "Код | ФИО | Должность | Роль\nРП-0003 | Чайкина Ольга Петровна | Куратор | Иная",
        "DOC": DOCUMENTS,
    }
    (page,) = compose(make_facts(tables))
    assert block(page, "От вас сегодня").rows == (
        ("Подписать: Письмо куратору", "просрочено 1\u00a0день", "—"),
        ("Подписать: Отчёт за март", "18:00", "Чайкина"),
    )


PLANNED = """
Код     | Показатель | Код показателя | План года | План I кв. | План II кв. | План III кв. | План IV кв. | Нарастающий итог | Причина отклонения
ПК-0001 | Зачислено  | К02            | 40        | 3          | 9           | 20           | 40          | Да               | набор сдвинут
"""


ENROLLED = """
Код     | Фамилия  | Имя  | Дата рождения | Статус участника | Дата зачисления
ШК-0001 | Чижов    | Лев  | 01.02.2010    | Участник         | 10.04.2026
ШК-0002 | Воробьёв | Иван | 02.02.2010    | Участник         | 01.10.2025
"""


def test_a_figure_has_plan_fact_percent_change_and_reason(make_facts: MakeFacts) -> None:
    figure = eight(make_facts({"IND": PLANNED, "SCH": ENROLLED}))[0]
    assert (figure.plan, figure.fact, figure.share, figure.week) == (4, 2, 50, 1)
    assert (figure.light, figure.why) == (Light.RED, "не хватает 2: набор сдвинут")


def test_figures_of_registers_that_are_not_kept_are_grey_and_never_zero(make_facts: MakeFacts) -> None:
    figures = {one.id: one for one in eight(make_facts())}
    assert (figures["K24"].fact, figures["K24"].light, figures["K24"].why) == (None, Light.GREY, "не ведётся")


def test_since_yesterday_tells_changes_of_figures_and_remarks(make_facts: MakeFacts) -> None:
    now = make_facts()
    known = frozenset(remark.fingerprint for remark in now.remarks)
    past = Past(known | {"a", "b"}, None, {"K02": 1.0})
    (page,) = compose(replace(now, past=past))
    assert block(page, "Со вчера").rows[0][:2] == ("участники +1", "исправлено замечаний: 2")


def test_a_line_for_each_person(make_facts: MakeFacts) -> None:
    (page,) = compose(make_facts())
    rows = {row[0]: row[1:] for row in block(page, "Люди").rows}
    assert len(rows) == 5
    assert rows["Гусев"][:2] == (1, 1)


def test_nothing_is_said_of_tabs_and_rules(make_facts: MakeFacts, pending: Pending) -> None:
    (page,) = compose(make_facts(pending=(pending,)))
    text = " ".join(one.text for one in page.blocks if isinstance(one, Words)).casefold()
    assert "лист" not in text.replace("специалист", "")
    assert "правил" not in text


def test_the_page_is_printed_on_one_sheet(make_facts: MakeFacts) -> None:
    (page,) = compose(make_facts())
    book = openpyxl.load_workbook(io.BytesIO(render([lay_out(page, STAMP)])))
    sheet = book.worksheets[0]
    assert sheet.page_setup.orientation == "landscape"
    assert sheet.sheet_properties.pageSetUpPr is not None
    assert sheet.sheet_properties.pageSetUpPr.fitToPage
    assert sheet.page_setup.fitToHeight in {None, 1}  # one is the default that the file leaves out


def test_a_figure_without_a_plan_is_shown_without_a_light(make_facts: MakeFacts) -> None:
    (page,) = compose(make_facts({"SCH": ENROLLED}))
    assert block(page, "Восемь цифр").rows[0] == ("Участники, чел.", "—", 2, "—", 1, "без оценки", "плана нет")


def test_while_data_settle_the_page_shows_the_pace(make_facts: MakeFacts) -> None:
    past = Past(open_week_ago=frozenset(map(str, range(270))), started=900)
    facts = make_facts({"SCH": ENROLLED}, settings="[office]\nsettling_until = 2026-05-20", past=past)
    (page,) = compose(facts)
    left = len(facts.remarks)
    assert block(page, "Восемь цифр").rows[-1][5:] == (
        "без оценки",
        f"осталось {left} из 900, \u2212{270 - left} за неделю",
    )
