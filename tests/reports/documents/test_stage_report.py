"""Д1 «Отчёт по этапу»: what the collegial body reads of a stage, over the made-up office and over a sparse one."""

from functools import cache

import pytest

from config.errors import UsageError
from reports.documents.document import Document, Occasion, Stamp
from reports.documents.stage_report import compose
from reports.head.waiting import waiting
from tests.reports.conftest import TABLES, MakeFacts
from tests.reports.documents.reading import everything, lines, plain, table, texts
from tests.reports.head.pages import demo, figures_of_demo
from validators.counting.funnel import count_trained

STAGES = """
Код этапа | Название        | Начало     | Окончание  | Закрыт с   | Обязателен для студентов вузов | Обязателен для школьников и СПО
Э1        | Набор и отбор   | 01.03.2026 | 10.04.2026 | {closed}   | Нет                            | Да
Э2        | Обучение        | 01.05.2026 | 30.05.2026 |            | Да                             | Да
"""
YOUNG = '[registers]\nkept = ["STAFF", "PLAN", "EDU", "SCH", "UNI", "TEAM", "MENT"]\n'


@cache
def report(stage: str | None = None) -> Document:
    (found,) = compose(demo(), Occasion(stage))
    return found


def young(make_facts: MakeFacts, stage: str | None = None, closed: str = "") -> Document:
    facts = make_facts({**TABLES, "STAGE": STAGES.format(closed=closed)}, settings=YOUNG)
    (found,) = compose(facts, Occasion(stage))
    return found


def test_without_a_stage_it_is_of_the_one_that_has_ended_last() -> None:
    assert report().title[0] == "Отчёт по этапу Э3 «Обучение на цифровой платформе»"
    assert (report().period, report().kind, report().file) == ("Э3", "Отчёт по этапу", "Отчёт по этапу Э3")


def test_it_has_all_its_parts_in_their_order() -> None:
    assert [one.key for one in report().sections] == [
        "passport", "results", "plan", "participants", "teams", "partners", "institutions", "money", "problems",
        "proposals",
    ]  # fmt: skip
    assert all(one.blocks for one in report().sections)


def test_the_deputy_agrees_and_the_head_signs() -> None:
    found = report().approval
    assert found is not None
    assert found.stamp is Stamp.AGREE
    assert [one.post for one in report().signers] == ["Руководитель РПО Программы"]


def test_the_passport_tells_days_breaks_and_for_whom(make_facts: MakeFacts) -> None:
    told = {str(name): plain(str(value)) for name, value in table(report(), "").rows}
    assert told["Сроки"] == "с 1 декабря 2025 года по 31 марта 2026 года"
    assert told["Перерыв"] == "с 29 декабря 2025 года по 11 января 2026 года"
    assert told["Для кого обязателен"] == "школьники, студенты СПО и студенты вузов"
    sparse = {str(name): value for name, value in table(young(make_facts), "").rows}
    assert "Перерыв" not in sparse
    assert sparse["Для кого обязателен"] == "школьники и студенты СПО"


def test_numbers_are_those_of_the_figures() -> None:
    figures = figures_of_demo()
    said = plain(" ".join(texts(report(), "results")))
    for key, words in (("K02", "зачислено {} участников"), ("K15", "утверждена {} площадка")):
        assert words.format(round(figures[key].value or 0)) in said
    plan = lines(report(), "План и факт показателей")
    for key in ("K02", "K07", "K13", "K22"):
        one, value = figures[key], figures[key].value
        row = plan[f"{one.indicator.title}, {one.indicator.unit}"]
        assert row["Факт на дату"] == round(value or 0, 1)
        assert row["План на дату"] == one.plan
    people = lines(report(), "Участники по категориям")
    assert people["Школьник"]["Зачислены"] == figures["K02 category=Школьник"].value


def test_measures_of_the_stage_are_told_one_by_one() -> None:
    said = plain(texts(report(), "results")[0])
    assert "Срок наступил у 8 мероприятий: исполнено в срок — 6, позже срока — 1, не исполнено — 1." in said
    rows = table(report(), "Исполнение плана мероприятий этапа").rows
    assert len(rows) == 8
    assert plain(str(rows[5][-1])) == "просрочено на 19 дней"


def test_those_trained_in_all_stages_are_those_of_the_funnel() -> None:
    facts = demo()
    rows = [lines(report(one), f"Занятия этапа {one}")["Очное установочное обучение"] for one in ("Э2", "Э4")]
    assert sum(int(str(row["Всего прошли"])) for row in rows) == count_trained(facts.scene.office, facts.today).value
    for row in rows:
        assert row["Всего прошли"] == sum(int(str(row[one])) for one in ("Школьники", "Студенты СПО", "Студенты вузов"))


def test_what_waits_for_the_body_is_counted_and_the_next_meeting_named() -> None:
    said = [plain(one) for one in texts(report(), "proposals")]
    mentors = sum(one.question == "C3" for one in waiting(demo()))
    assert f"утвердить {mentors} наставников;" in said
    assert "рассмотреть настоящий отчёт по этапу Э3;" in said
    assert said[-1] == "Списки с отметками о готовности приведены в материалах к заседанию 23 апреля 2026 года."
    considered = [plain(one) for one in texts(report("Э1"), "proposals")]
    assert not any("настоящий" in one for one in considered)


def test_a_stage_of_a_young_office_is_told_without_holes(make_facts: MakeFacts) -> None:
    found = young(make_facts)
    said = everything(found)
    assert "Этап закончился 10 апреля 2026 года, но ещё не закрыт." in said
    assert "Данных о деньгах нет: реестр не ведётся." in said
    assert "зачислено 2 участника." in said
    assert found.approval is None
    for hole in ("None", "нет данных о ,", "  ", ": .", "()", "«»"):
        assert hole not in said


def test_who_came_in_the_days_of_the_stage_is_told(make_facts: MakeFacts) -> None:
    said = plain(texts(young(make_facts), "participants")[0])
    assert "За время этапа заявок не было, зачислен 1 участник, никто не выбыл." in said


@pytest.mark.parametrize(
    ("stage", "words"),
    [("Э2", "начнётся 01.05.2026"), ("Э9", "такого этапа в справочнике нет"), ("2026-04", "это не этап")],
)
def test_a_stage_that_can_not_be_told_is_refused(make_facts: MakeFacts, stage: str, words: str) -> None:
    with pytest.raises(UsageError, match=words) as refused:
        young(make_facts, stage)
    assert refused.value.advice


def test_without_a_finished_stage_it_is_refused(make_facts: MakeFacts) -> None:
    ahead = STAGES.format(closed="").replace("10.04.2026", "20.04.2026")
    with pytest.raises(UsageError, match="Завершённых этапов пока нет"):
        compose(make_facts({**TABLES, "STAGE": ahead}, settings=YOUNG), Occasion())
    with pytest.raises(UsageError, match="этапов в справочнике нет"):
        compose(make_facts(), Occasion())


def test_a_closed_stage_is_over_before_its_last_day(make_facts: MakeFacts) -> None:
    found = young(make_facts, closed="12.04.2026")
    assert "этап закрыт 12 апреля 2026 года" in everything(found)


def test_nobody_but_employees_is_named() -> None:
    said = " ".join(everything(report(stage)) for stage in ("Э2", "Э3", "Э5"))
    for key in ("SCH", "UNI", "MENT"):
        held = demo().scene.office.tables[key]
        full = zip(held.values["surname"], held.values["name"], strict=True)
        assert not [one for one in full if all(one) and " ".join(map(str, one)) in said]
    assert "похоже, есть персональные данные (ПЯ-0005)" in said
    assert "Звони" not in said
