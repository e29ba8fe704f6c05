"""How far a document is on its way, whose signature it waits for, and whether such documents are entrusted to him."""

from datetime import date

import pytest

from tests.text_tables import TODAY, scene
from validators.counting.signoff import Paper, State, may_sign, paper_of, papers_due, papers_in_work, papers_told

HEAD = "Код | Направление | Вид | Заголовок | Статус | Дата | Отчётный период/этап | Подписал"
KINDS = """
Вид документа | Срок, рабочих дней | Кто подписывает
Отчёт месячный | 5 | Руководитель РПО
Доклад | 5 | Руководитель РПО
Протокол | | Заместитель Губернатора
Итоговый отчёт | 15 | Руководитель РПО
Приказ | |
"""
STAFF = """
Код | ФИО | Должность | Роль | Работает с | Документы в компетенции подписи
РП-0001 | Орлова Вера Ильинична | Руководитель РПО | R1 Руководитель | 01.09.2025 | Отчёт месячный; Доклад
РП-0002 | Гусев Пётр Олегович | Методист | Иная | 01.09.2025 |
"""
STAGES = "Код этапа | Название | Начало | Окончание\nЭ1 | Набор | 01.02.2026 | {}"
DECIDED = "Код | Кто решил | Дата заседания | Вопрос | Содержание решения | Результат | Протокол №"


def office(*papers: str, **more: str) -> dict[str, str]:
    """An office with these documents; the season begins in February."""
    rows = (f"ДК-{at:04d} | {line}" for at, line in enumerate(papers, 1))
    tables = {"DOC": "\n".join((HEAD, *rows)), "DOCKIND": KINDS, "STAFF": STAFF, "STAGE": STAGES.format("31.05.2026")}
    return tables | more


def monthly(state: str, signer: str = "", way: str = "Исходящий") -> str:
    return f"{way} | Отчёт месячный | За март | {state} | 03.04.2026 | 2026-03 | {signer}"


def march(*papers: str, **more: str) -> Paper:
    return paper_of(scene(office(*papers, **more)).office, "Отчёт месячный", "2026-03")


@pytest.mark.parametrize(
    ("papers", "state", "row"),
    [
        pytest.param([], State.ABSENT, None, id="nobody began"),
        pytest.param(["Проект"], State.DRAFT, 0, id="drafted"),
        pytest.param(["На согласовании"], State.AGREEING, 0, id="in agreement"),
        pytest.param(["Подписан"], State.SIGNED, 0, id="signed"),
        pytest.param(["Отправлен"], State.SENT, 0, id="sent"),
        pytest.param(["Исполнен"], State.SENT, 0, id="done is sent"),
        pytest.param(["Ошибочная запись"], State.ABSENT, None, id="a mistake is nothing"),
        pytest.param(["Подписан", "Проект"], State.SIGNED, 0, id="the furthest tells"),
        pytest.param(["Проект", "Проект"], State.DRAFT, 1, id="of two alike the later"),
    ],
)
def test_the_state_is_that_of_the_register(papers: list[str], state: State, row: int | None) -> None:
    found = march(*map(monthly, papers))
    assert (found.state, found.row) == (state, row)
    assert found.state.is_signed == (state in {State.SIGNED, State.SENT})


def test_what_came_from_outside_or_is_of_another_period_is_not_ours() -> None:
    assert march(monthly("Подписан", way="Входящий")).state is State.ABSENT
    assert march(monthly("Подписан").replace("2026-03", "2026-02")).state is State.ABSENT


def test_a_protocol_is_found_by_the_day_of_its_meeting() -> None:
    row = "Внутренний | Протокол | Протокол | Подписан | 20.03.2026 | |"
    found = paper_of(scene(office(row)).office, "Протокол", "2026-03-20")
    assert (found.state, found.signer) == (State.SIGNED, "Заместитель Губернатора")


@pytest.mark.parametrize(
    ("signer", "asked", "who", "may"),
    [
        ("", "Руководитель РПО", "РП-0001", True),
        ("РП-0001", "", "РП-0001", True),
        ("РП-0002", "Руководитель РПО", "РП-0002", False),
        ("методист", "Руководитель РПО", "РП-0002", False),
        ("Министр", "Министр", "Министр", True),
        ("Министр", "Руководитель РПО", "Министр", None),
        ("", "", "", None),
    ],
)
def test_whose_signature_it_waits_for_and_may_he(signer: str, asked: str, who: str, *, may: bool | None) -> None:
    kinds = f"Вид документа | Кто подписывает\nОтчёт месячный | {asked}"
    found = march(monthly("Проект", signer), DOCKIND=kinds)
    assert (found.signer, found.is_competent) == (who, may)


def test_nobody_knows_who_may_sign_where_the_office_has_not_told_it() -> None:
    bare = "\n".join(line.rpartition("|")[0] + "|" for line in STAFF.strip().splitlines()[1:])
    staff = f"{STAFF.strip().splitlines()[0]}\n{bare}"
    assert may_sign(scene(office(STAFF=staff)).office, "РП-0001", "Отчёт месячный") is None


def due(on: date = TODAY, **more: str) -> list[tuple[str, str, date | None]]:
    told = scene(office(monthly("Отправлен"), **more), today=on)
    return [(one.kind, one.period, one.deadline) for one in papers_due(told.office, told.settings, on)]


def test_a_talk_is_due_for_each_month_and_has_the_term_of_its_kind() -> None:
    assert due() == [
        ("Отчёт месячный", "2026-02", date(2026, 3, 6)),
        ("Отчёт месячный", "2026-03", date(2026, 4, 7)),
        ("Доклад", "2026-02", date(2026, 3, 6)),
        ("Доклад", "2026-03", date(2026, 4, 7)),
    ]


def test_a_kind_that_is_not_listed_owes_nothing() -> None:
    assert due(DOCKIND="Вид документа | Кто подписывает\nПриказ |") == []
    assert {kind for kind, *_ in due(DOCKIND="Вид документа | Кто подписывает\nОтчёт месячный |\nДоклад |")} == {
        "Отчёт месячный"
    }


def test_a_protocol_is_due_for_a_meeting_whose_decisions_are_typed_unless_they_cite_it_in_words() -> None:
    line = "РШ-0001 | Совет | 20.03.2026 | C0 | Утвердить | {} | {}"
    protocol = ("Протокол", "2026-03-20", None)
    for result, cited, is_due in (
        ("Принято", "", True),
        ("Принято", "Протокол № 5", False),
        ("Запланировано", "", False),
    ):
        assert (protocol in due(DEC=f"{DECIDED}\n{line.format(result, cited)}")) == is_due


def test_the_final_report_is_due_once_the_last_stage_has_ended() -> None:
    stages = STAGES.format("31.03.2026")
    assert ("Итоговый отчёт", "2026", date(2026, 4, 21)) in due(STAGE=stages)
    assert not [one for one in due() if one[0] == "Итоговый отчёт"]


def test_what_is_in_work_comes_first_by_term_then_the_latest_signed_of_each_kind() -> None:
    rows = [monthly("Отправлен"), monthly("Подписан").replace("2026-03", "2026-02")]
    told = scene(office(*rows))
    found = papers_due(told.office, told.settings, TODAY)
    assert [(one.kind, one.period) for one in papers_in_work(found)] == [("Доклад", "2026-02"), ("Доклад", "2026-03")]
    assert [(one.kind, one.period) for one in papers_told(found)][2:] == [("Отчёт месячный", "2026-03")]
    assert [one.days_left(TODAY) for one in papers_told(found)] == [-40, -8, None]
