"""Rows of a platform beside the register of stages: whose, how far, and once."""

from collections.abc import Mapping

import pytest

from config.columns import Raw
from config.exports import keeping_of, register_of
from config.imports import Import
from tests.text_tables import TODAY, codes, grid, scene
from validators.grid import grid_of
from validators.intake.progress import with_progress
from validators.intake.taken import Export, Taken
from validators.office import Account, Office, Standing
from validators.parse import parse

SCH = """
Код     | Фамилия | Имя  | Отчество  | Дата рождения | Статус участника | E-mail          | Логин на цифровой платформе
ШК-0001 | Орлова  | Вера | Ильинична | 05.02.2010    | Участник         | mama@example.ru | vera.orlova
ШК-0002 | Орлов   | Лев  | Ильич     | 06.02.2010    | Участник         | mama@example.ru | lev
ШК-0003 | Чиж     | Ия   | нет       | 07.02.2010    | Участник         | chizh@example.ru |
"""
PROG = """
Код     | Участник | Вид                       | Название | Начало     | Результат | Прогресс, %
ПЭ-0001 | ШК-0003  | Модуль цифровой платформы | Модуль 1 | 01.03.2026 | Пройдено  | 100
"""
Fact = tuple[object, ...]


def export(text: str, match: str, **constants: str) -> Export:
    """A text table as an export of the platform."""
    settings = Import(name="Платформа", gives="progress", source=("*",), match=(match,), constants=constants)
    read = parse(grid(text, file="./imports/п.csv", tab=""), register_of(settings), keeping_of(settings))
    assert read.table is not None, codes(read.remarks)
    return Export(settings, Account(Standing.ACCEPTED, None, TODAY), read.table)


def joined(*exports: Export, answers: Mapping[tuple[str, str], str] | None = None) -> tuple[list[Fact], list[Taken]]:
    """(participant, title, result, progress) of the facts that came from exports, and the accounts."""
    office: Office = scene({"SCH": SCH, "PROG": PROG}).office
    found, taken = with_progress(office, exports, answers or {})
    prog = found.tables["PROG"]
    names = ("participant", "title", "result", "progress")
    return [tuple(prog.values[name][index] for name in names) for index in prog.from_exports], list(taken)


@pytest.mark.parametrize(
    ("progress", "result", "fact"),
    [
        ("100", "", ("Пройдено", 100.0)),
        ("99,5", "", ("В процессе", 99.5)),
        ("", "завершён", ("Пройдено", 100.0)),
        ("40 %", "не пройден", ("Не пройдено", 40.0)),
        ("0", "", None),
        ("", "", None),
        ("0", "не начат", None),
        ("много", "", None),
        ("много", "Завершено", ("Пройдено", 100.0)),
    ],
)
def test_how_far_a_person_went(progress: str, result: str, fact: Fact | None) -> None:
    rows, (taken,) = joined(export(f"Логин | Модуль | Прогресс | Статус\nlev | А | {progress} | {result}", "Логин"))
    assert rows == ([] if fact is None else [("ШК-0002", "А", *fact)])
    assert taken.silent == (fact is None)


def test_a_bare_one_beside_whole_percents_is_one_percent() -> None:
    cells: list[list[Raw]] = [["Логин", "Модуль", "Прогресс"], ["lev", "А", 1], ["vera.orlova", "А", 80]]
    settings = Import(name="П", gives="progress", source=("*",), match=("Логин",))
    read = parse(grid_of("./imports/п.xlsx", "Л", cells), register_of(settings), keeping_of(settings))
    rows, _ = joined(Export(settings, Account(Standing.ACCEPTED), read.table))
    assert [row[2:] for row in rows] == [("В процессе", 1.0), ("В процессе", 80.0)]


def test_fractions_of_a_percent_column_are_percents() -> None:
    cells: list[list[Raw]] = [["Логин", "Модуль", "Прогресс"], ["lev", "А", 1], ["vera.orlova", "А", 0.8]]
    settings = Import(name="П", gives="progress", source=("*",), match=("Логин",))
    read = parse(grid_of("./imports/п.xlsx", "Л", cells), register_of(settings), keeping_of(settings))
    rows, _ = joined(Export(settings, Account(Standing.ACCEPTED), read.table))
    assert [row[2:] for row in rows] == [("Пройдено", 100.0), ("В процессе", 80.0)]


def test_the_furthest_of_several_exports_counts_once() -> None:
    text = "Логин | Модуль | Прогресс\nlev | А | {}"
    rows, taken = joined(*(export(text.format(done), "Логин") for done in (40, 70, 55)))
    assert rows == [("ШК-0002", "А", "В процессе", 70.0)]
    assert [(one.given, one.repeats) for one in taken] == [(0, 1), (1, 0), (0, 1)]


def test_a_row_of_staff_wins_and_spellings_of_a_title_are_one() -> None:
    rows, (taken,) = joined(export("E-mail | Модуль | Прогресс\nchizh@example.ru | МОДУЛЬ 1. | 20", "E-mail"))
    assert (rows, taken.repeats) == ([], 1)


def test_a_module_that_the_settings_name() -> None:
    rows, _ = joined(export("Логин | Прогресс\nlev | 100", "Логин", Название="Введение"))
    assert rows == [("ШК-0002", "Введение", "Пройдено", 100.0)]


def test_a_kind_that_can_not_be_read_makes_no_fact() -> None:
    rows, (taken,) = joined(export("Логин | Модуль | Вид | Прогресс\nlev | А | Вебинар | 100", "Логин"))
    assert (rows, taken.silent) == ([], 1)


def test_an_address_of_two_is_settled_by_the_name_else_asked() -> None:
    text = """
    E-mail          | ФИО        | Модуль | Прогресс
    mama@example.ru | Орлов Лев  | А      | 100
    mama@example.ru |            | Б      | 100
    """
    rows, (taken,) = joined(export(text, "E-mail"))
    assert rows == [("ШК-0002", "А", "Пройдено", 100.0)]
    (asked,) = taken.waiting
    assert asked.alike == ("ШК-0001", "ШК-0002")


def test_logins_that_differ_by_a_dot_are_different() -> None:
    rows, (taken,) = joined(export("Логин | Модуль | Прогресс\nvera_orlova | А | 100", "Логин"))
    assert (rows, len(taken.waiting)) == ([], 1)


def test_a_mark_tells_no_name_and_is_the_same_in_the_next_export() -> None:
    first = joined(export("Логин | ФИО | Модуль | Прогресс\nfinch | Пеночкин Фёдор | А | 10", "Логин"))[1][0]
    second = joined(export("Логин | Модуль | Прогресс\nFINCH | Б | 90\nfinch | В | 10", "Логин"))[1][0]
    (one,), (two,) = first.waiting, second.waiting
    assert one.mark == two.mark
    assert (one.rows, two.rows) == (1, 2)
    assert "finch" not in one.mark


def test_an_answer_gives_a_stranger_his_code_or_sends_him_away() -> None:
    one = export("Логин | Модуль | Прогресс\nfinch | А | 10", "Логин")
    mark = joined(one)[1][0].waiting[0].mark
    rows, (taken,) = joined(one, answers={("import:Платформа", mark): "ШК-0001"})
    assert (rows, taken.waiting, taken.people) == ([("ШК-0001", "А", "В процессе", 10.0)], (), 1)
    rows, (taken,) = joined(one, answers={("import:Платформа", mark): "нет"})
    assert (rows, taken.waiting, taken.people) == ([], (), 0)
    rows, (taken,) = joined(one, answers={("import:Платформа", mark): "ШК-0777"})
    assert (rows, len(taken.waiting)) == ([], 1)


def test_a_code_of_ours_is_a_key_too() -> None:
    rows, _ = joined(export("Код участника | Модуль | Прогресс\nшк 0002 | А | 100", "Код участника"))
    assert [row[0] for row in rows] == ["ШК-0002"]


def test_a_row_of_nobody_is_silent() -> None:
    rows, (taken,) = joined(export("Логин | Модуль | Прогресс\n | А | 100\nlev | Б | 100", "Логин"))
    assert (len(rows), taken.silent, taken.waiting) == (1, 1, ())


def test_without_the_register_of_stages_nothing_is_added_and_it_is_said() -> None:
    office = scene({"SCH": SCH}).office
    found, (taken,) = with_progress(office, (export("Логин | Модуль | Прогресс\nlev | А | 100", "Логин"),), {})
    assert ("PROG" in found.tables, taken.given, bool(taken.lost)) == (False, 0, True)
