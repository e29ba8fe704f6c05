"""The loop of the council over real workbooks: draft list → rows pasted → the next update approves → the next list."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path

import pytest

from reports.documents.council import compose
from reports.documents.council_rows import NEW, SAME
from reports.documents.document import Document, Occasion
from reports.facts import Facts
from reports.report import Listing, Value
from sync.look import look_once
from sync.run import update
from tests.sync.offices import STAFF, Rows, desk_of, mentor, write_book
from validators.counting.approvals import approved
from validators.counting.meetings import questions

COUNCIL = "Совет по кадровой политике"
MEETING, NEXT = date(2026, 4, 23), date(2026, 5, 21)
BEFORE, AFTER = "2026-04-15", "2026-04-24"
KEPT = ("STAFF", "MENT", "ENT", "EDU", "DEC")
SETTINGS = f"""
[office]
region = "Приозёрская область"
today = {BEFORE}

[registers]
kept = [{", ".join(f'"{key}"' for key in KEPT)}]
"""
PRIORITIES: Rows = (
    {"Код": "ПН-0001", "Название": "Экология"},
    {"Код": "ПН-0002", "Название": "Туризм"},
)
SITES: Rows = tuple(
    {"Код": f"ПП-000{at}", "Полное наименование": f"Завод № {at}", "ИНН": inn, "Муниципалитет": "Приозёрский район",
     "Приоритетное направление": "ПН-0001", "Вид площадки": "Обе", "Мест: профпробы": 5, "Мест: стажировка": 3}
    for at, inn in ((1, "7707083893"), (2, "7736050003"))
)  # fmt: skip
SCHOOLS: Rows = (
    {"Код": "ОО-0001", "Полное наименование": "Колледж связи", "Тип": "Колледж (СПО)", "ИНН": "7701002520",
     "Муниципалитет": "Приозёрский район", "Ведёт подготовку по приоритетным направлениям": "ПН-0001"},
)  # fmt: skip
STAGES: Rows = (
    {"Код этапа": "Э1", "Название": "Набор", "Начало": date(2025, 9, 1), "Окончание": date(2026, 3, 31),
     "Закрыт с": date(2026, 4, 7)},
)  # fmt: skip
PLANNED: Mapping[str, object] = {
    "Код": "РШ-0003", "Кто решил": COUNCIL, "Дата заседания": MEETING, "Вопрос": "C3 Наставники",
    "Содержание решения": "Рассмотреть список наставников", "Результат": "Запланировано", "Объекты": "НС-0002",
}  # fmt: skip
TYPED = ("", "Предложен", "На утверждении", "", "")


def office(folder: Path) -> None:
    """Five mentors, two sites, a college, two priorities and a stage, nothing of it decided; a question is planned."""
    folder.mkdir(exist_ok=True)
    (folder / "office.toml").write_text(SETTINGS, encoding="utf-8")
    mentors = [{**mentor(at), "Статус": TYPED[at - 1] or None} for at in range(1, 6)]
    places = [{"Наименование": "Приозёрский район", "ОКТМО": "62601000", "Краткое": "Приозёрье"}]
    lists = {"PRIORITY": PRIORITIES, "STAGE": STAGES, "MUN": places}
    write_book(folder, ["STAFF"], {"STAFF": STAFF})
    write_book(folder, ["MENT"], {"MENT": mentors})
    write_book(folder, ["ENT", "EDU"], {"ENT": SITES, "EDU": SCHOOLS})
    write_book(folder, list(lists), lists, "Справочники")
    write_book(folder, ["DEC"], {"DEC": [PLANNED]})


def facts(folder: Path, today: str) -> Facts:
    """What the office tells after an update of the day."""
    desk = desk_of(folder, today)
    assert update(desk).exit_code == 0
    return look_once(desk, quiet=True).facts


def pasted(papers: tuple[Document, ...], title: str) -> list[dict[str, Value]]:
    """The rows of a ready block, as they land in the register."""
    blocks = [block for paper in papers for section in paper.sections for block in section.blocks]
    found = [one for one in blocks if isinstance(one, Listing) and one.title == title]
    return [
        {field.heading: cell for field, cell in zip(one.fields, row, strict=True) if cell is not None}
        for one in found
        for row in one.rows
    ]


def waits(told: Facts, day: date) -> dict[str, tuple[str, ...]]:
    """Question → what the meeting of the day is to decide."""
    return {one.code: one.objects for one in questions(told.scene.office, day, told.today)}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("council")


@pytest.fixture(scope="module")
def meeting(folder: Path) -> dict[str, dict[str, Value]]:
    """The block of the day after the meeting, a row a question, as pasted over and under what is there."""
    office(folder)
    before = facts(folder, BEFORE)
    assert waits(before, MEETING) == {
        "C1": ("ПН-0001", "ПН-0002"),
        "C2": ("ПП-0001", "ПП-0002"),
        "C3": ("НС-0002", "НС-0001", "НС-0003", "НС-0004", "НС-0005"),
        "C4": ("ОО-0001",),
        "C5": ("Э1",),
    }
    papers = compose(facts(folder, AFTER), Occasion(meeting=MEETING))
    rows = [*pasted(papers, NEW), *pasted(papers, SAME)]
    return {str(row["Вопрос"])[:2]: row for row in rows}


def test_the_block_has_a_row_a_question_with_the_next_codes(meeting: dict[str, dict[str, Value]]) -> None:
    assert {code: row["Код"] for code, row in meeting.items()} == {
        "C1": "РШ-0004",
        "C2": "РШ-0005",
        "C4": "РШ-0006",
        "C5": "РШ-0007",
        "C3": "РШ-0003",
    }
    assert {row["Результат"] for row in meeting.values()} == {"Принято"}
    assert meeting["C2"]["Объекты"] == "ПП-0001; ПП-0002"
    assert (meeting["C2"]["Утверждено, ед."], meeting["C5"]["Этап"]) == (2, "Э1")


def test_what_was_accepted_is_approved_and_leaves_the_list_and_the_rest_stays(
    folder: Path, meeting: dict[str, dict[str, Value]]
) -> None:
    typed = {code: dict(row) for code, row in meeting.items()}
    typed["C1"]["Результат"] = "Перенесено"
    typed["C3"] |= {"Объекты": f"{typed['C3']['Объекты']}, кроме НС-0004, НС-0005", "Утверждено, ед.": 3}
    typed["C4"]["Результат"] = "Отклонено"
    typed["C5"]["Результат"] = "На доработку"
    rows = sorted(typed.values(), key=lambda row: str(row["Код"]))
    write_book(folder, ["DEC"], {"DEC": rows})
    after = facts(folder, AFTER)

    mentors = after.scene.office.tables["MENT"]
    assert [mentors.ids[at] for at in approved(after.scene.office, "MENT", after.today)] == [
        "НС-0001",
        "НС-0002",
        "НС-0003",
    ]
    assert waits(after, NEXT) == {"C1": ("ПН-0001", "ПН-0002"), "C3": ("НС-0004", "НС-0005"), "C5": ("Э1",)}
    assert waits(after, MEETING) == {}
    assert not [one for one in after.remarks if one.place.register == "DEC" and one.asks]


def test_a_block_pasted_unchanged_approves_all_and_leaves_no_remark_about_decisions(
    folder: Path, meeting: dict[str, dict[str, Value]]
) -> None:
    rows = sorted(meeting.values(), key=lambda row: str(row["Код"]))
    write_book(folder, ["DEC"], {"DEC": rows})
    after = facts(folder, AFTER)
    assert waits(after, NEXT) == {}
    for key, number in (("PRIORITY", 2), ("ENT", 2), ("MENT", 5), ("EDU", 1)):
        assert len(list(approved(after.scene.office, key, after.today))) == number
    assert not [one for one in after.remarks if one.place.register == "DEC" and one.asks]
    typed = {one.place.id for one in after.remarks if one.code == "X35"}
    assert typed == {"НС-0002", "НС-0003"}
