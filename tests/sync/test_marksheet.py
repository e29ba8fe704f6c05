"""A season kept as ведомость gives the facts and the figures of the long form; whole looks and updates."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from functools import lru_cache
from random import Random
from typing import Any

import pytest

from config.registers import REGISTERS
from config.settings import Settings, parse
from reports.templates import Numbering, render_workbook
from sync.backends.base import FileRead
from sync.backends.readers.delimited import read_delimited
from sync.backends.readers.file import read_file
from sync.demo.office import office
from sync.demo.season import TODAY
from sync.demo.workbooks import workbooks
from sync.pipeline import Survey, survey
from sync.sheets import Look
from tests.sync.backends.workbooks import workbook_bytes
from validators.counts import counts
from validators.office import Standing
from validators.remark import Severity

KEYS = tuple(register.key for register in REGISTERS)
BY_KEY = {register.key: register for register in REGISTERS}
SETTINGS = parse('[office]\noktmo = "62"\n', {}, KEYS)
FACTS = (
    "participant",
    "kind",
    "title",
    "start",
    "result",
    "progress",
    "score",
    "stage",
    "event",
    "organisation",
    "end",
)

ACTIVITIES: Sequence[tuple[str, str, str]] = (
    ("Отбор участников", "Отбор (эссе/тест)", "Отбор участников"),
    ("Губернаторская школа, поток 1", "Очное установочное обучение", "Губернаторская школа"),
    ("Модуль 1 цифровой платформы", "Модуль цифровой платформы", "Модуль 1. Мой регион"),
    ("Модуль 2 цифровой платформы", "Модуль цифровой платформы", "Модуль 2. Проектное мышление"),
    ("Модуль 3 цифровой платформы", "Модуль цифровой платформы", "Модуль 3. Профессии региона"),
    ("Проектная сессия 1", "Проектная сессия", "Проектная сессия 1. Паспорт проекта"),
    ("Проектная сессия 2", "Проектная сессия", "Проектная сессия 2. Разработка решения"),
    ("Профессиональные пробы, поток 1", "Профессиональная проба", "Профессиональная проба: один день на предприятии"),
)  # fmt: skip
"""Measure of the plan, kind, title: what a season of a pupil is made of."""

Pupil = Mapping[str, Any]


@lru_cache(maxsize=1)
def rows() -> Mapping[str, Any]:
    return office(1).rows


def pupils() -> list[Pupil]:
    """The members of all teams, team by team."""
    return sorted((one for one in rows()["SCH"] if one["status"] == "Участник"), key=lambda one: str(one["team"]))


def measure(title: str) -> Mapping[str, Any]:
    return next(one for one in rows()["PLAN"] if one["title"] == title)


def season_marks() -> dict[tuple[str, str], object]:
    """(pupil, measure) → the mark as a clerk types it; about eight a pupil, a few cells stay blank."""
    dice = Random("season")
    marks: dict[tuple[str, str], object] = {}
    for pupil in pupils():
        for title, kind, _ in ACTIVITIES:
            if kind.startswith("Отбор"):
                mark: object = dice.randint(61, 98)
            elif kind.startswith("Модуль"):
                mark = 1 if dice.random() < 0.8 else dice.randint(20, 90) / 100
            elif kind.startswith("Очное"):
                mark = dice.choice(["+", "+", "не треб."])
            else:
                mark = dice.choice(["+", "+", "+", "+", "н", "−"])
            if dice.random() < 0.97:
                marks[pupil["id"], title] = mark
    return marks


def site() -> str:
    return str(next(one["id"] for one in rows()["ENT"]))


def long_row(number: int, pupil: str, activity: tuple[str, str, str], mark: object) -> Mapping[str, object]:
    """The same fact as a row of «Прохождение этапов», every cell typed by hand."""
    title, kind, name = activity
    plan = measure(title)
    longer = plan["end"] > plan["start"]
    words = {"+": "Пройдено", "н": "Не явился", "−": "Не пройдено", "не треб.": "Не требуется"}
    result = words.get(str(mark)) or ("В процессе" if isinstance(mark, float) and mark < 1 else "Пройдено")
    happened = result != "Не требуется"
    return {
        "Код": f"ПЭ-{number:04d}",
        "Участник": pupil,
        "Вид": kind,
        "Название": name,
        "Начало": (plan["start"] if longer else plan["done"]) if happened else None,
        "Окончание": plan["done"] if longer and happened else None,
        "Этап": None if happened else plan["stage"],
        "Результат": result,
        "Прогресс на цифровой платформе, %": mark if kind.startswith("Модуль") else None,
        "Балл": mark if kind.startswith("Отбор") else None,
        "Организация": site() if kind.startswith("Профес") and happened else None,
        "Мероприятие": plan["id"],
    }


def long_rows(marks: Mapping[tuple[str, str], object]) -> list[Mapping[str, object]]:
    by_title = {one[0]: one for one in ACTIVITIES}
    return [
        long_row(number, who, by_title[title], mark) for number, ((who, title), mark) in enumerate(marks.items(), 1)
    ]


def long_book(marks: Mapping[tuple[str, str], object]) -> FileRead:
    given = long_rows(marks)
    book = render_workbook([BY_KEY["PROG"]], rows={"PROG": given}, numbering=Numbering(count=len(given)))
    return read_file("Прохождение этапов.xlsx", book)


def sheet_of(people: Sequence[Pupil], marks: Mapping[tuple[str, str], object], named: bool) -> list[list[object]]:  # noqa: FBT001
    """A ведомость of some pupils as a clerk types it."""
    head: list[list[object]] = [
        ["Ведомость сезона"],
        ["", "", "", *(measure(title)["id"] for title, _, _ in ACTIVITIES)],
        ["Код", "ФИО", "Команда", *(name for _, _, name in ACTIVITIES)],
        ["Организация", "", "", *(site() if kind.startswith("Профес") else None for _, kind, _ in ACTIVITIES)],
    ]
    for one in people:
        name = f"{one['surname']} {one['name']} {one['patronymic']}"
        who = ["", name] if named else [one["id"], name]
        head.append([*who, one["team"], *(marks.get((one["id"], title)) for title, _, _ in ACTIVITIES)])
    return head


def one_sheet(marks: Mapping[tuple[str, str], object], *, named: bool = False) -> FileRead:
    return read_file("Ведомость.xlsx", workbook_bytes({"Ведомость": sheet_of(pupils(), marks, named)}))


def a_sheet_a_team(marks: Mapping[tuple[str, str], object]) -> FileRead:
    teams = sorted({str(one["team"])[:7] for one in pupils()})
    tabs = {
        f"Ведомость {team}": sheet_of(
            [one for one in pupils() if str(one["team"]).startswith(team)], marks, named=False
        )
        for team in teams
    }
    assert len(tabs) == 22
    return read_file("Ведомости команд.xlsx", workbook_bytes(tabs))


def others() -> list[FileRead]:
    return _others()


@lru_cache(maxsize=1)
def _others() -> list[FileRead]:
    kept = {key: given for key, given in rows().items() if key != "PROG"}
    return [read_file(name, data) for name, data in workbooks(kept).items()]


def look(*files: FileRead, settings: Settings = SETTINGS) -> Survey:
    return survey([*others(), *files], Look(settings, TODAY))


def facts(found: Survey) -> list[tuple[object, ...]]:
    table = found.facts.scene.office.tables["PROG"]
    return sorted((tuple(table.values[name][at] for name in FACTS) for at in table.counted), key=repr)


def prog_remarks(found: Survey) -> list[tuple[str, str | None, str]]:
    """The remarks that stand at a cell: a whole register that lags is another matter."""
    return [
        (one.code, one.place.cell, one.text)
        for one in found.remarks
        if one.place.register == "PROG" and one.place.cell and one.severity is not Severity.INFO
    ]


def test_a_seasons_marksheet_gives_the_facts_and_the_figures_of_the_long_form() -> None:
    marks = season_marks()
    assert len({str(one["team"]) for one in pupils()}) == 22
    assert 7.5 < len(marks) / len(pupils()) <= 8
    by_rows = look(long_book(marks))
    assert prog_remarks(by_rows) == []
    expected = facts(by_rows)
    assert len(expected) == len(marks)
    figures = counts(by_rows.facts.scene.office, TODAY)
    assert sum(one.value is not None for one in figures.values()) >= 10
    for book in (one_sheet(marks), one_sheet(marks, named=True), a_sheet_a_team(marks)):
        found = look(book)
        assert found.readings["PROG"].account.standing is Standing.ACCEPTED
        assert prog_remarks(found) == []
        assert facts(found) == expected
        assert counts(found.facts.scene.office, TODAY) == figures


def test_every_fact_of_a_season_knows_the_cell_of_its_mark() -> None:
    marks = season_marks()
    book = one_sheet(marks)
    table = look(book).facts.scene.office.tables["PROG"]
    typed = {
        ("Ведомость.xlsx#Ведомость", f"{'DEFGHIJK'[at]}{row}") for row in range(5, 5 + len(pupils())) for at in range(8)
    }
    places = {(place.source, place.cell) for at in range(len(table)) if (place := table.place(at, "result"))}
    assert places <= typed
    assert len(places) == len(marks)


def test_the_same_season_in_both_forms_counts_once_and_is_told_once_a_column() -> None:
    marks = season_marks()
    both = look(long_book(marks), one_sheet(marks))
    assert facts(both) == facts(look(long_book(marks)))
    told = [one for one in both.remarks if one.place.register == "PROG"]
    assert {(one.code, one.severity) for one in told} == {("C05", Severity.INFO)}
    assert sorted(one.place.cell or "" for one in told) == [f"{letter}2" for letter in "DEFGHIJK"]


def test_halves_of_a_season_in_two_forms_make_the_whole() -> None:
    marks = season_marks()
    first = dict([*marks.items()][: len(marks) // 2])
    second = dict([*marks.items()][len(marks) // 2 :])
    assert facts(look(long_book(first), one_sheet(second))) == facts(look(long_book(marks)))


def test_a_mark_that_contradicts_the_long_form_is_a_warning_at_its_cell_and_the_row_wins() -> None:
    marks = season_marks()
    pupil = pupils()[0]["id"]
    title = "Проектная сессия 1"
    by_rows, by_sheet = {(pupil, title): "+"}, {(pupil, title): "н"}
    found = look(long_book(by_rows), one_sheet(by_sheet))
    assert [(code, cell) for code, cell, _ in prog_remarks(found)] == [("C05", "I5")]
    assert "Прохождение этапов.xlsx" in prog_remarks(found)[0][2]
    assert [fact[4] for fact in facts(found)] == ["Пройдено"]
    assert marks


def test_sorting_people_and_moving_columns_keeps_every_id() -> None:
    marks = season_marks()
    typed = sheet_of(pupils(), marks, named=False)
    mixed = [*typed[:4], *reversed(typed[4:])]
    mixed = [[*row[:3], *reversed([*row[3:], *[None] * (11 - len(row))])] if len(row) > 1 else row for row in mixed]
    ids = [
        set(
            look(read_file("Ведомость.xlsx", workbook_bytes({"Ведомость": sheet})))
            .facts.scene.office.tables["PROG"]
            .ids
        )
        for sheet in (typed, mixed)
    ]
    assert ids[0] == ids[1]
    assert len(ids[0]) == len(marks)


def test_a_copy_of_a_marksheet_is_refused_but_a_small_one_within_a_large_one_is_not() -> None:
    marks = season_marks()
    copy = replace(one_sheet(marks), name="Ведомость (1).xlsx")
    copy = replace(copy, grids=tuple(replace(one, file=copy.name) for one in copy.grids))
    assert look(one_sheet(marks), copy).readings["PROG"].account.standing is Standing.FAILED
    few = {key: mark for key, mark in marks.items() if key[1] == "Проектная сессия 2"}
    small = replace(one_sheet(few), name="Сессия.xlsx")
    small = replace(small, grids=tuple(replace(one, file=small.name) for one in small.grids))
    found = look(one_sheet(marks), small)
    assert found.readings["PROG"].account.standing is Standing.ACCEPTED
    assert len(facts(found)) == len(marks)


def test_an_unreadable_marksheet_keeps_the_register_from_passing_as_whole() -> None:
    refused = FileRead("Ведомость МР-0010.xlsx", "", code="F01", text="Файл закрыт паролем.")
    found = look(long_book(season_marks()), refused)
    assert found.readings["PROG"].account.standing is Standing.FAILED


def test_the_day_of_the_plan_moves_with_the_plan_and_the_ids_stay() -> None:
    title, moved = "Выездная встреча: Светлобор", date(2026, 1, 23)
    sheet = [["Код", measure(title)["id"]], ["Вид", "Защита"], [pupils()[0]["id"], "+"]]
    book = read_file("Ведомость.xlsx", workbook_bytes({"Ведомость": sheet}))
    plan = [{**one, "done": moved, "title": "Встреча"} if one["title"] == title else one for one in rows()["PLAN"]]
    anew = read_file("План.xlsx", workbooks({"PLAN": plan})["План.xlsx"])
    tables = [
        survey(files, Look(SETTINGS, TODAY)).facts.scene.office.tables["PROG"]
        for files in ([*others(), book], [*(one for one in others() if one.name != anew.name), anew, book])
    ]
    assert [list(table.values["start"]) for table in tables] == [[date(2026, 1, 20)], [moved]]
    assert [list(table.values["title"]) for table in tables] == [[title], ["Встреча"]]
    assert tables[0].ids == tables[1].ids


def test_a_list_of_text_may_be_a_marksheet() -> None:
    first, second = (one["id"] for one in pupils()[:2])
    text = f"Код;{measure('Модуль 1 цифровой платформы')['id']};{measure('Отбор участников')['id']}\n{first};100%;85\n{second};40 %;н\n"
    book = read_delimited("Ведомость осени.csv", text.encode("cp1251"))
    found = look(book)
    assert prog_remarks(found) == []
    assert {fact[4:7] for fact in facts(found)} == {
        ("В процессе", 40.0, None),
        ("Не явился", None, None),
        ("Пройдено", None, 85.0),
        ("Пройдено", 100.0, None),
    }


def test_a_tab_named_in_the_settings_is_a_marksheet_by_its_head() -> None:
    settings = parse('[office]\noktmo = "62"\n[registers.PROG]\ntab = "Явка"\n', {}, KEYS)
    marks = {(pupils()[0]["id"], "Отбор участников"): 80}
    book = read_file("Явка.xlsx", workbook_bytes({"Явка": sheet_of(pupils()[:1], marks, named=False)}))
    assert len(facts(look(book, settings=settings))) == 1


@pytest.mark.parametrize("tab", ["Ведомость", "Ведомость МР-0010", "ВЕДОМОСТЬ осень", "ведомость"])
def test_a_tab_so_titled_is_read_in_any_workbook(tab: str) -> None:
    marks = {(pupils()[0]["id"], "Отбор участников"): 80}
    book = read_file(
        "Прочее.xlsx", workbook_bytes({"Заметки": [["а"]], tab: sheet_of(pupils()[:1], marks, named=False)})
    )
    assert len(facts(look(book))) == 1
