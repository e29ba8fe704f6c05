"""The papers of a meeting: which there are before it and after, what they say, whom they name."""

from collections.abc import Callable
from datetime import date

import pytest

from config.errors import UsageError
from reports.documents.council import compose
from reports.documents.document import Document, Occasion
from reports.facts import Facts
from reports.report import Listing
from tests.reports.documents.papers import OFFICE, column, listings, words
from tests.reports.made_up import made_up_facts

MakeFacts = Callable[..., Facts]
MEETING, HELD = date(2026, 4, 23), date(2026, 3, 20)


@pytest.fixture
def papers(make_facts: MakeFacts) -> dict[str, Document]:
    """The papers of the next planned meeting by their files."""
    return {one.file: one for one in compose(make_facts(OFFICE), Occasion())}


@pytest.fixture
def after(make_facts: MakeFacts) -> dict[str, Document]:
    """The papers of the meeting whose protocol is typed."""
    return {one.file: one for one in compose(make_facts(OFFICE), Occasion(meeting=HELD))}


def test_before_the_meeting_there_are_materials_lists_protocol_rows_extracts_and_the_reminder(
    papers: dict[str, Document],
) -> None:
    assert [(one.file, one.is_draft, one.names_people) for one in papers.values()] == [
        ("Материалы к заседанию 23.04.2026", True, False),
        ("Список наставников на утверждение 23.04.2026", True, True),
        ("Проект протокола 23.04.2026", True, False),
        ("Строки решений 23.04.2026", False, False),
        ("Выписка 23.04.2026 — Минэкономики", True, False),
        ("Напоминание о поручениях 23.04.2026", True, False),
    ]


def test_the_agenda_has_what_is_planned_and_all_that_waits(papers: dict[str, Document]) -> None:
    agenda = listings(papers["Материалы к заседанию 23.04.2026"])[0]
    assert [row[1:] for row in agenda.rows] == [
        ("Об утверждении приоритетных направлений социально-экономического развития", "список: 2\u00a0направления", "ещё нет"),
        ("Об утверждении перечня предприятий и площадок для профессиональных проб и стажировок", "список: 1\u00a0площадка", "ещё нет"),
        ("Об утверждении списка наставников", "список: 3\u00a0наставника", "РШ-0006"),
        ("Об утверждении перечня образовательных организаций, ведущих подготовку по приоритетным направлениям", "список: 1\u00a0организация", "ещё нет"),
        ("О ходе исполнения поручений", "сведения об исполнении", "ещё нет"),
    ]  # fmt: skip
    said = words(papers["Материалы к заседанию 23.04.2026"])
    assert (
        "Вынесено 5\u00a0вопросов. На утверждение предложено: 2\u00a0направления, 1\u00a0площадка, 3\u00a0наставника, 1\u00a0организация."
        in said
    )


def test_mentors_are_named_in_one_paper_only_and_never_without_a_consent(papers: dict[str, Document]) -> None:
    named = papers.pop("Список наставников на утверждение 23.04.2026")
    (table,) = listings(named)
    assert column(table, "Фамилия, имя, отчество") == [
        "Лунин Пётр Ильич",
        "Гусев Лев Ильич",
        "имя не указано: нет действующего согласия",
    ]
    assert column(table, "Должность и место работы") == ["Мастер, Завод станков", "Депутат, Дума", "—"]
    for paper in papers.values():
        assert not [name for name in ("Лунин", "Чижов", "Лев Ильич") if name in words(paper)]


def test_the_protocol_numbers_each_decision_and_appends_the_lists(papers: dict[str, Document]) -> None:
    paper = papers["Проект протокола 23.04.2026"]
    said = words(paper)
    assert paper.issuer == ("Совет по кадрам",)
    assert "3.1.\u00a0Утвердить список наставников: 3\u00a0наставника (приложение №\u00a03)." in said
    assert "5.1.\u00a0Принять к сведению информацию об исполнении поручений." in said
    assert "«Провести сборы» (ответственный — Минспорта, срок — 10.04.2026) до" in said
    assert [one.heading for one in paper.sections if one.new_page] == [
        "Приложение №\u00a01. Приоритетные направления (к вопросу 1)",
        "Приложение №\u00a02. Предприятия и площадки (к вопросу 2)",
        "Приложение №\u00a03. Наставники (к вопросу 3)",
        "Приложение №\u00a04. Образовательные организации (к вопросу 4)",
    ]
    assert [one.post for one in paper.signers] == ["Председатель", "Секретарь"]


def test_after_the_meeting_it_is_told_what_was_decided_what_is_left_and_why(after: dict[str, Document]) -> None:
    paper = after["Итоги заседания 20.03.2026"]
    assert "Рассмотрены 4\u00a0пункта, из них принято: 2. Протокол №\u00a07." in words(paper)
    decided, tasks, left, refused = listings(paper)
    assert column(decided, "Результат") == ["Принято", "Перенесено", "Отклонено", "Принято"]
    assert column(decided, "Утверждено") == [1, None, None, None]
    assert column(tasks, "Ответственный") == ["Минспорта"]
    why = dict(zip(column(left, "Код"), column(left, "Почему не утверждено"), strict=True))
    assert why["НС-0002"] == "исключено из решения РШ-0001 словом «кроме»"
    assert why["ПП-0001"] == "рассмотрение перенесено (РШ-0002)"
    assert why["НС-0003"] == "на заседании не решалось"
    assert "ОО-0001" not in why
    assert column(refused, "Объекты") == ["ОО-0001"]


def test_each_department_and_whoever_answers_for_an_instruction_has_one_extract(after: dict[str, Document]) -> None:
    mine = {name: words(one) for name, one in after.items() if name.startswith("Выписка")}
    assert list(mine) == ["Выписка 20.03.2026 — Минспорта", "Выписка 20.03.2026 — Минэкономики"]
    assert "Поручение: Провести сборы. Срок — 10.04.2026." in mine["Выписка 20.03.2026 — Минспорта"]
    assert "Утвердить список № 1" not in mine["Выписка 20.03.2026 — Минспорта"]
    assert "РЕШИЛИ (пункт 1): Утвердить список № 1. Результат: принято." in mine["Выписка 20.03.2026 — Минэкономики"]
    assert not [one for name, one in after.items() if name.startswith("Выписка") and one.is_draft]


def test_departments_whose_names_are_long_and_alike_have_files_of_their_own(make_facts: MakeFacts) -> None:
    long = "Министерство труда, занятости, социального развития и кадровой политики области, управление"
    tables = OFFICE | {"DEC": OFFICE["DEC"].replace("5 | Минэкономики", f"5 | {long} № 1; {long} № 2")}
    files = [one.file for one in compose(make_facts(tables), Occasion()) if one.file.startswith("Выписка")]
    assert len(files) == len(set(files)) == 2


def test_the_reminder_begins_with_what_is_overdue(papers: dict[str, Document]) -> None:
    (table,) = listings(papers["Напоминание о поручениях 23.04.2026"])
    assert column(table, "Что со сроком") == ["просрочено на 5\u00a0дней", "осталось 2\u00a0дня"]
    assert column(table, "Ответственный") == ["Минспорта", "Гусев"]


def test_a_meeting_that_is_over_and_has_no_protocol_says_so(make_facts: MakeFacts) -> None:
    plan = OFFICE["PLAN"].replace("23.04.2026", "14.04.2026")
    first, *others = compose(make_facts(OFFICE | {"PLAN": plan}), Occasion(meeting=date(2026, 4, 14)))
    assert "не внесён" in words(first)
    assert [one.file.partition(" 14.04")[0] for one in others][:4] == [
        "Материалы к заседанию",
        "Список наставников на утверждение",
        "Проект протокола",
        "Строки решений",
    ]


@pytest.mark.parametrize("meeting", [None, date(2026, 4, 1)])
def test_a_meeting_that_nobody_has_planned_is_a_sentence(make_facts: MakeFacts, meeting: date | None) -> None:
    with pytest.raises(UsageError) as caught:
        compose(make_facts({"STAFF": OFFICE["STAFF"]}), Occasion(meeting=meeting))
    assert "аседани" in caught.value.sentence
    assert caught.value.advice


def test_a_day_ahead_may_be_asked_for_before_anybody_has_planned_it(make_facts: MakeFacts) -> None:
    papers = compose(make_facts({"MENT": OFFICE["MENT"]}), Occasion(meeting=MEETING))
    assert papers[0].file == "Материалы к заседанию 23.04.2026"


def test_a_signed_protocol_is_no_draft_any_more(make_facts: MakeFacts) -> None:
    head = "Код | Направление | Вид | Заголовок | Статус | Дата"
    signed = {"DOC": f"{head}\nДК-0001 | Внутренний | Протокол | Протокол | {{}} | 23.04.2026"}
    for state, is_draft in (("Проект", True), ("Подписан", False)):
        tables = OFFICE | {"DOC": signed["DOC"].format(state)}
        found = {one.kind: one.is_draft for one in compose(make_facts(tables), Occasion())}
        assert found["Протокол"] == is_draft


def test_no_participant_and_no_mentor_of_the_made_up_office_is_named_where_it_is_not_said() -> None:
    facts = made_up_facts()
    said = "\n".join(words(one) for one in compose(facts, Occasion()) if not one.names_people)
    for key in ("SCH", "UNI", "MENT"):
        values = facts.scene.office.tables[key].values
        full = [(one, two) for one, two in zip(values["surname"], values["name"], strict=True) if one and two]
        assert not [one for one in full if " ".join(map(str, one)) in said]
    assert all(isinstance(one, Listing) for one in listings(compose(facts, Occasion())[0]))
