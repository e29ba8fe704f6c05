"""The ready block of rows: the headings of the register in the order of its template, the next codes, typed cells kept."""

from collections.abc import Callable
from datetime import date
from io import BytesIO

import openpyxl

from config.registers.decisions import DEC
from reports.documents.council_meeting import meeting_of
from reports.documents.council_rows import FIELDS, new_rows, rows_paper, same_rows
from reports.documents.document import Occasion
from reports.facts import Facts
from reports.report import Listing, Value
from reports.templates import Numbering, render_workbook
from tests.reports.documents.papers import OFFICE, words
from tests.reports.documents.test_council import HELD, MEETING

MakeFacts = Callable[..., Facts]


def as_rows(table: Listing) -> list[dict[str, Value]]:
    """The filled cells of each row under their headings."""
    return [
        {field.heading: cell for field, cell in zip(table.fields, row, strict=True) if cell is not None}
        for row in table.rows
    ]


def test_the_headings_are_those_of_the_template_in_its_order() -> None:
    book = openpyxl.load_workbook(BytesIO(render_workbook([DEC], numbering=Numbering(count=3))))
    cells = next(row for row in book[DEC.tab].iter_rows(values_only=True) if "Код" in row)
    typed = [str(cell) for cell in cells if cell is not None]
    assert typed[: len(FIELDS)] == [one.heading for one in FIELDS]


def test_before_the_meeting_rows_are_planned_and_those_that_are_there_keep_their_words(make_facts: MakeFacts) -> None:
    meeting = meeting_of(make_facts(OFFICE), Occasion(meeting=MEETING))
    fresh, (same,) = as_rows(new_rows(meeting)), as_rows(same_rows(meeting))
    assert [row["Код"] for row in fresh] == ["РШ-0007", "РШ-0008", "РШ-0009", "РШ-0010"]
    assert fresh[0] == {
        "Код": "РШ-0007",
        "Кто решил": "Совет по кадрам",
        "Дата заседания": MEETING,
        "Вопрос": "C1 Приоритетные направления",
        "Содержание решения": "Утвердить приоритетные направления социально-экономического развития: 2\u00a0направления.",
        "Результат": "Запланировано",
        "Объекты": "ПН-0001; ПН-0002",
        "Пункт": "1",
    }
    assert same == {
        "Код": "РШ-0006",
        "Кто решил": "Совет",
        "Дата заседания": MEETING,
        "Вопрос": "C3 Наставники",
        "Содержание решения": "Рассмотреть список № 2.",
        "Результат": "Запланировано",
        "Объекты": "НС-0003; НС-0002; НС-0004",
        "Пункт": "3",
        "Ведомства-участники": "Минэкономики",
    }


def test_after_the_meeting_rows_are_accepted_and_counted(make_facts: MakeFacts) -> None:
    day = date(2026, 4, 14)
    tables = OFFICE | {"DEC": OFFICE["DEC"].replace("23.04.2026", "14.04.2026")}
    meeting = meeting_of(make_facts(tables), Occasion(meeting=day))
    (same,) = as_rows(same_rows(meeting))
    assert (same["Результат"], same["Утверждено, ед."]) == ("Принято", 3)
    assert same["Содержание решения"] == "Утвердить список наставников: 3\u00a0наставника."
    assert {row["Результат"] for row in as_rows(new_rows(meeting))} == {"Принято"}


def test_what_the_protocol_has_told_needs_no_rows(make_facts: MakeFacts) -> None:
    assert rows_paper(meeting_of(make_facts(OFFICE), Occasion(meeting=HELD))) == ()


def test_the_steps_say_which_rows_are_new_and_which_are_there(make_facts: MakeFacts) -> None:
    (paper,) = rows_paper(meeting_of(make_facts(OFFICE), Occasion(meeting=MEETING)))
    said = words(paper)
    assert "Новые строки (коды РШ-0007…РШ-0010) вставьте в реестр на место пустых строк с этими кодами" in said
    assert "Строка РШ-0006 в реестре уже есть: вставьте значения поверх" in said


def test_after_a_meeting_on_the_agenda_its_status_is_asked_for(make_facts: MakeFacts) -> None:
    head = "Код | Команда | Форма | Уровень | Организация/сообщество/документ | Начало | Статус"
    agenda = f"{head}\nАГ-0001 | КМ-0001 | C6.1 | Региональный | Союз | 01.05.2026 | Предложено"
    plan = OFFICE["PLAN"].replace("23.04.2026", "14.04.2026")
    for more, is_asked in (({"AGENDA": agenda}, True), ({}, False)):
        meeting = meeting_of(make_facts(OFFICE | {"PLAN": plan} | more), Occasion(meeting=date(2026, 4, 14)))
        (paper,) = rows_paper(meeting)
        assert ("статус «Включён» поставьте сами" in words(paper)) == is_asked


def test_an_office_without_decisions_begins_with_the_first_code(make_facts: MakeFacts) -> None:
    meeting = meeting_of(make_facts({"MENT": OFFICE["MENT"]}), Occasion(meeting=MEETING))
    assert [row["Код"] for row in as_rows(new_rows(meeting))] == ["РШ-0001"]
