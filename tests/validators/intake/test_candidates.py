"""Answers of a form beside a register: who is new, who repeats, who is there already."""

from config.exports import keeping_of, register_of
from config.imports import Import
from tests.text_tables import TODAY, codes, grid, table
from validators.intake.candidates import add_candidates, with_candidates
from validators.intake.taken import Export, Taken
from validators.office import Account, Office, Standing, Table
from validators.parse import parse
from validators.references import link, unasked

SCH = """
Код     | Фамилия | Имя  | Отчество | Дата рождения | Статус участника | E-mail
ШК-0001 | Орлова  | Вера | Ильинична | 05.02.2010   | Участник         | vera@example.ru
ШК-0002 | Гусев   | Лев  | Ильич     | 06.02.2010   | Ошибочная запись |
ШК-0003 | Чиж     | Ия   | нет       | 07.02.2010   | Выбыл            | chizh@example.ru
"""


def form(*match: str) -> Import:
    """A form whose people are known by these columns."""
    return Import(name="Форма", gives="candidates", register="SCH", source=("*",), match=match)


def answers(settings: Import, text: str) -> Export:
    """A text table as the answers of a form."""
    sheet = grid(text, file="./imports/Форма.csv", tab="")
    read = parse(sheet, register_of(settings), keeping_of(settings))
    assert read.table is not None, codes(read.remarks)
    return Export(settings, Account(Standing.ACCEPTED, None, TODAY), read.table, read.remarks)


def added(settings: Import, text: str) -> tuple[list[tuple[str, ...]], Taken]:
    """(surname, name, e-mail, grade) of the candidates, and the account."""
    found, taken = add_candidates(table("SCH", SCH), answers(settings, text))
    names = ("surname", "name", "email", "grade")
    rows = [tuple(str(found.values[name][index] or "") for name in names) for index in found.from_exports]
    return rows, taken


def test_a_new_person_becomes_a_candidate_with_a_natural_id_and_his_row() -> None:
    export = answers(form("E-mail"), "Фамилия | Имя | E-mail\nЛунёв | Яков | lunev@example.ru")
    found, taken = add_candidates(table("SCH", SCH), export)
    assert (len(found), taken.given) == (4, 1)
    assert (found.ids[3][:1], found.values["status"][3]) == ("?", "Кандидат")
    place = found.place(3, None)
    assert (place.id, place.source, place.row) == (None, "./imports/Форма.csv", 2)


def test_a_person_of_the_register_is_not_added_whatever_his_status() -> None:
    text = """
    Фамилия | Имя  | Дата рождения | E-mail
    ОРЛОВА  | Вера | 05.02.2010    | other@example.ru
    Гусев   | Лев  | 06.02.2010    |
    Иное    | Ия   | 01.01.2011    | CHIZH@example.ru
    Чиж     | Ия   | 01.01.2011    | Chizh@example.ru
    """
    rows, taken = added(form("E-mail"), text)
    assert rows == [("Иное", "Ия", "CHIZH@example.ru", "")]
    assert (taken.known, taken.given, taken.repeats) == (3, 1, 0)


def test_a_repeat_counts_once_and_the_later_answer_wins() -> None:
    text = """
    Дата заявки | Фамилия | Имя  | Дата рождения | Класс или курс | E-mail
    03.03.2026  | Лунёв   | Яков | 03.02.2010    | 9Б             | lunev@example.ru
    01.03.2026  | Лунев   | Яков | 03.02.2010    | 9А             | LUNEV@example.ru
    02.03.2026  | Лунёв   | Яков | 03.02.2010    | 9В             | second@example.ru
    """
    rows, taken = added(form("E-mail"), text)
    assert rows == [("Лунёв", "Яков", "lunev@example.ru", "9Б")]
    assert taken.repeats == 2


def test_brothers_with_one_address_are_two_people() -> None:
    text = """
    Фамилия | Имя  | E-mail
    Зимин   | Пётр | mama@example.ru
    Зимина  | Анна | mama@example.ru
    """
    rows, _ = added(form("E-mail"), text)
    assert [row[1] for row in rows] == ["Пётр", "Анна"]


def test_namesakes_without_a_birthday_are_told_by_their_addresses() -> None:
    text = """
    Фамилия | Имя  | E-mail
    Зимин   | Пётр | one@example.ru
    Зимин   | Пётр | two@example.ru
    """
    export = answers(form("E-mail"), text)
    found, taken = add_candidates(table("SCH", SCH), export)
    assert taken.given == 2
    assert len(set(found.ids)) == len(found.ids)


def test_a_row_without_a_name_is_no_application() -> None:
    rows, taken = added(form("E-mail"), "Фамилия | Имя | E-mail\n | | a@example.ru\nЛунёв | Яков | b@example.ru")
    assert ([row[0] for row in rows], taken.silent) == (["Лунёв"], 1)


def test_the_codes_and_states_of_a_form_are_not_ours() -> None:
    text = """
    Код     | Статус | Фамилия | Имя
    ШК-0001 | Новая  | Лунёв   | Яков
    """
    export = answers(form("Фамилия", "Имя", "Дата рождения"), text)
    found, _ = add_candidates(table("SCH", SCH), export)
    assert (found.ids[3][:1], found.values["status"][3], codes(export.faults)) == ("?", "Кандидат", [])


def test_two_forms_of_one_register_count_a_person_once() -> None:
    text = "Фамилия | Имя | E-mail\nЛунёв | Яков | lunev@example.ru"
    first = answers(form("E-mail"), text)
    second = answers(form("E-mail"), text)
    tables, taken = with_candidates({"SCH": table("SCH", SCH)}, (first, second))
    assert len(tables["SCH"]) == 4
    assert [one.given for one in taken] == [1, 0]


def test_without_the_register_nothing_is_added_and_it_is_said() -> None:
    export = answers(form("E-mail"), "Фамилия | Имя | E-mail\nЛунёв | Яков | lunev@example.ru")
    none: dict[str, Table] = {}  # type: ignore[type-arg]  # tables of any record
    _, (taken,) = with_candidates(none, (export,))
    assert (taken.given, taken.rows, bool(taken.lost)) == (0, 1, True)


def test_candidates_alone_do_not_begin_a_register() -> None:
    """References to a register that staff have not begun stay unchecked, though a form has filled it already."""
    empty = table("SCH", "Код | Фамилия | Имя | Дата рождения | Статус участника")
    found, _ = add_candidates(empty, answers(form("E-mail"), "Фамилия | Имя | E-mail\nЛунёв | Яков | l@example.ru"))
    entered = table("PROG", "Код | Участник | Вид | Название | Результат\nПЭ-0001 | ШК-0001 | Защита | А | Пройдено")
    office = Office({"SCH": found, "PROG": entered})
    assert (found.is_begun, len(found)) == (False, 1)
    assert "SCH" in unasked(office)
    assert link(office, {}).office.broken == ()
