"""X02, X03, X04: one human being is one row, and his contacts are his own."""

from collections.abc import Mapping
from dataclasses import replace

import pytest

from tests.text_tables import TODAY, of_rule, scene
from validators.counts import COUNTS
from validators.duplicates.answers import with_pairs
from validators.office import Scene
from validators.remark import Remark, Severity
from validators.rule import check
from validators.rules import RULES

HEAD = "Код | Фамилия | Имя | Отчество | Дата рождения | Статус участника | Дата зачисления | Дата выбытия | Дата заявки | Телефон | E-mail | Муниципалитет"
FIRST = "ШК-0001 | Чайкина | Ольга | Ильинична | 03.02.2010 | Участник | 30.10.2025 | | 01.10.2025 | +7 912 345-67-81 | o@example.ru | Бийск"
MENTORS = "Код | Фамилия | Имя | Отчество | Телефон | Из числа выпускников Программы\n"
STATUS, BORN, SURNAME = ("ШК-0002", "Статус участника"), ("ШК-0002", "Дата рождения"), ("ШК-0002", "Фамилия")


def pupils(*rows: str, first: str = FIRST) -> dict[str, str]:
    """A register of pupils that begins with the first row."""
    return {"SCH": "\n".join((HEAD, first, *rows))}


def second(names: str, born: str = "03.02.2010", rest: str = "Участник | 01.11.2025") -> dict[str, str]:
    """Two pupils: the first and another one."""
    return pupils(f"ШК-0002 | {names} | {born} | {rest}")


def of(code: str, look: Scene) -> list[Remark]:
    """The remarks of one rule."""
    return [one for one in check(look, RULES) if one.code == code]


def answered(tables: Mapping[str, str], answer: str, spelling: str = "шк 0001 и шк 0002") -> Scene:
    """The office of which staff have said who a pair is."""
    look = scene(tables)
    return replace(look, office=with_pairs(look.office, {("SCH", spelling): answer}))


@pytest.mark.parametrize(
    "names",
    [
        "Чайкина | Ольга | Ильинична",
        "ЧАЙКИНА | ольга | ильинична",
        "Чaйкина | Ольга | Ильинична",
        "Ольга | Чайкина | Ильинична",
        "Чайкина  | Ольга | Ильинична",
    ],
)
def test_the_same_name_and_birthday_is_one_person_and_the_later_row_is_not_counted(names: str) -> None:
    tables = second(names)
    assert of_rule("X02", tables) == [STATUS]
    assert of_rule("X03", tables) == []
    assert of_rule("X04", tables) == []
    assert COUNTS["K02"](scene(tables).office, TODAY).rows == ("ШК-0001",)


def test_dots_over_a_letter_make_no_other_person() -> None:
    first = FIRST.replace("Чайкина", "Семёнова")
    tables = pupils("ШК-0002 | Семенова | Ольга | Ильинична | 03.02.2010 | Участник | 01.11.2025", first=first)
    assert of_rule("X02", tables) == [STATUS]


def test_the_row_of_the_earlier_enrolment_counts_wherever_it_stands() -> None:
    tables = second("Чайкина | Ольга | Ильинична", rest="Участник | 01.10.2025")
    assert of_rule("X02", tables) == [("ШК-0001", "Статус участника")]
    assert COUNTS["K02"](scene(tables).office, TODAY).rows == ("ШК-0002",)


def test_one_who_is_not_enrolled_comes_after_one_who_is() -> None:
    tables = second("Чайкина | Ольга | Ильинична", rest="Кандидат | | | 01.09.2025")
    assert of_rule("X02", tables) == [STATUS]
    assert COUNTS["K01"](scene(tables).office, TODAY).rows == ("ШК-0001",)


def test_a_pupil_who_stands_among_the_students_is_one_person() -> None:
    students = f"{HEAD}\nСТ-0001 | Чайкина | Ольга | Ильинична | 03.02.2010 | Участник | 01.11.2025"
    assert of_rule("X02", pupils() | {"UNI": students}) == [("СТ-0001", "Статус участника")]


def test_two_municipalities_are_told() -> None:
    tables = second("Чайкина | Ольга | Ильинична", rest="Участник | 01.11.2025 | | | | | Рубцовск")
    (remark,) = of("X02", scene(tables))
    assert remark.severity is Severity.CRITICAL
    assert remark.text == (
        "Тот же человек уже записан: ШК-0001. Совпадают имя и дата рождения. Он записан в двух муниципалитетах."
    )


@pytest.mark.parametrize(
    ("first", "rest"),
    [
        pytest.param(FIRST.replace("Участник", "Ошибочная запись"), "Участник | 01.11.2025", id="a mistake"),
        pytest.param(
            FIRST.replace("Участник | 30.10.2025 | ", "Выбыл | 30.10.2025 | 01.12.2025"),
            "Участник | 20.01.2026",
            id="left and came again",
        ),
        pytest.param(
            FIRST.replace("Участник | 30.10.2025", "Завершил | 30.10.2024"), "Участник | 01.11.2025", id="last season"
        ),
        pytest.param(
            FIRST.replace("Участник | 30.10.2025 | | 01.10.2025", "Не прошёл отбор | | | 01.10.2024"),
            "Участник | 01.11.2025",
            id="not admitted a season ago",
        ),
    ],
)
def test_taking_part_again_is_no_fault_and_one_person_all_the_same(first: str, rest: str) -> None:
    tables = pupils(f"ШК-0002 | Чайкина | Ольга | Ильинична | 03.02.2010 | {rest}", first=first)
    assert of_rule("X02", tables) == of_rule("X03", tables) == of_rule("X04", tables) == []
    assert COUNTS["K02"](scene(tables).office, TODAY).value == 1


def test_who_left_and_came_again_takes_part() -> None:
    first = FIRST.replace("Участник | 30.10.2025 | ", "Выбыл | 30.10.2025 | 01.12.2025")
    tables = pupils("ШК-0002 | Чайкина | Ольга | Ильинична | 03.02.2010 | Участник | 20.01.2026", first=first)
    assert COUNTS["K05"](scene(tables).office, TODAY).why == ""
    assert of("X02", scene(tables)) == []


@pytest.mark.parametrize(
    ("names", "born", "column"),
    [
        ("Чайкина | Ольга | Ильинична", "02.03.2010", "Дата рождения"),
        ("Чайкина | Ольга | Ильинична", "08.02.2010", "Дата рождения"),
        ("Чайкина | Ольга | Ильинична", "03.02.2009", "Дата рождения"),
        ("Чайкина | Ольга | Ильинична", "", "Дата рождения"),
        ("Чайикна | Ольга | Ильинична", "03.02.2010", "Фамилия"),
        ("Чейкина | Ольга | Ильинична", "03.02.2010", "Фамилия"),
        ("Воробьёва | Ольга | Ильинична", "03.02.2010", "Фамилия"),
        ("Чайкина-Воробьёва | Ольга | Ильинична", "03.02.2010", "Фамилия"),
        ("Чайкина | Олга | Ильинична", "03.02.2010", "Имя"),
        ("Чайкина | Ольга | Ильинишна", "03.02.2010", "Отчество"),
        ("Чайкина | Ольга | нет", "03.02.2010", "Отчество"),
    ],
)
def test_one_slip_makes_a_pair_of_which_people_are_asked(names: str, born: str, column: str) -> None:
    tables = second(names, born)
    expected = "Фамилия" if not born else column
    assert of_rule("X03", tables) == [("ШК-0002", expected)]
    assert of_rule("X02", tables) == []
    assert COUNTS["K02"](scene(tables).office, TODAY).value == 2


@pytest.mark.parametrize(
    ("names", "born", "phone"),
    [
        pytest.param("Чайкина | Алина | Ильинична", "03.02.2010", "+7 912 345-67-80", id="a twin"),
        pytest.param("Чайкин | Олег | Ильич", "03.02.2010", "+7 912 345-67-80", id="a twin brother"),
        pytest.param("Чайкина | Елена | Ильинична", "05.06.2008", "+7 912 345-67-80", id="a sister"),
        pytest.param("Чайкина | Ольга | Ильинична", "19.07.2007", "+7 912 345-67-80", id="a namesake"),
        pytest.param("Воробьёва | Ольга | Петровна", "03.02.2010", "+7 912 345-67-80", id="born on one day"),
        pytest.param("Чайкина | | Ильинична", "03.02.2010", "+7 912 345-67-80", id="no given name"),
    ],
)
def test_different_people_are_let_pass(names: str, born: str, phone: str) -> None:
    tables = second(names, born, f"Участник | 01.11.2025 | | | {phone}")
    assert of_rule("X02", tables) == of_rule("X03", tables) == of_rule("X04", tables) == []


def test_twins_with_one_telephone_are_two_people_and_the_telephone_is_asked_about() -> None:
    tables = second("Чайкина | Алина | Ильинична", rest="Участник | 01.11.2025 | | | +7 912 345-67-81")
    assert of_rule("X02", tables) == of_rule("X03", tables) == []
    assert of_rule("X04", tables) == [("ШК-0002", "Телефон")]


def test_different_people_are_both_counted_and_nobody_speaks_of_them() -> None:
    for born in ("03.02.2010", "08.02.2010"):
        look = answered(second("Чайкина | Ольга | Ильинична", born), "Разные люди")
        assert of("X02", look) == of("X03", look) == []
        assert COUNTS["K02"](look.office, TODAY).value == 2


def test_one_person_is_counted_once_however_his_rows_differ() -> None:
    look = answered(second("Воробьёва | Ольга | Ильинична", "08.02.2010"), "один человек")
    (remark,) = of("X02", look)
    assert remark.text == "Это тот же человек, что ШК-0001: так ответили в «Соответствиях»."
    assert of("X03", look) == []
    assert COUNTS["K02"](look.office, TODAY).rows == ("ШК-0001",)


@pytest.mark.parametrize("answer", ["не знаю", "?", "ШК-0001"])
def test_an_answer_that_says_nothing_changes_nothing(answer: str) -> None:
    assert len(of("X02", answered(second("Чайкина | Ольга | Ильинична"), answer))) == 1


def test_a_remark_names_nobody_and_tells_no_birthday() -> None:
    for tables in (second("Чайкина | Ольга | Ильинична"), second("Чайкина | Ольга | Ильинична", "08.02.2010")):
        for one in check(scene(tables), RULES):
            if one.code in {"X02", "X03"}:
                assert not {"Чайкина", "Ольга", "2010", "912"} & set(one.text.replace(".", " ").split())


@pytest.mark.parametrize(
    ("mentor", "told"),
    [
        ("Чайкина | Ольга | Ильинична | +7 912 345-67-81 |", [("НС-0001", "Из числа выпускников Программы")]),
        ("Чайкина | Ольга | Ильинична | +7 912 345-67-81 | ШК-0001", []),
        ("Чайкина | Ольга | Ильинична | +7 912 345-67-80 |", []),
        ("Чайкина | Елена | Ильинична | +7 912 345-67-80 |", []),
    ],
)
def test_a_mentor_who_was_a_participant_says_so(mentor: str, told: list[tuple[str, str]]) -> None:
    tables = pupils() | {"MENT": f"{MENTORS}НС-0001 | {mentor}"}
    assert of_rule("X03", tables) == told
    assert of_rule("X02", tables) == of_rule("X04", tables) == []


def test_a_graduate_of_the_name_of_a_mentor_is_asked_about_without_a_contact() -> None:
    first = FIRST.replace("Участник | 30.10.2025", "Завершил | 30.10.2024")
    tables = pupils(first=first) | {"MENT": f"{MENTORS}НС-0001 | Чайкина | Ольга | Ильинична | +7 912 345-67-80 |"}
    assert of_rule("X03", tables) == [("НС-0001", "Из числа выпускников Программы")]


def test_a_mentor_is_approved_once() -> None:
    head = "Код | Фамилия | Имя | Отчество | Телефон | Статус | Дата утверждения\n"
    row = "| Орлов | Илья | Львович | +7 912 345-67-81 | Утверждён | 07.11.2025"
    tables = {"MENT": f"{head}НС-0001 {row}\nНС-0002 {row}"}
    assert of_rule("X02", tables) == [("НС-0002", "Статус")]
    assert COUNTS["K13"](scene(tables).office, TODAY).rows == ("НС-0001",)


def test_mentors_of_one_name_with_telephones_of_their_own_are_asked_about() -> None:
    tables = {"MENT": f"{MENTORS}НС-0001 | Орлов | Илья | Львович | +7 912 345-67-81 |\n"
                      "НС-0002 | Орлов | Илья | Львович | +7 912 345-67-82 |"}  # fmt: skip
    assert of_rule("X02", tables) == []
    assert of_rule("X03", tables) == [("НС-0002", "Фамилия")]


OTHERS = ("Галкин | Пётр | Ильич", "Стрижов | Лев | Олегович", "Дроздова | Инна | Львовна", "Сойкин | Яков | Маркович")


@pytest.mark.parametrize(("count", "severity"), [(1, "warning"), (2, "warning"), (3, "error"), (4, "error")])
def test_a_contact_of_several_people_is_told_once_and_of_many_it_is_an_error(count: int, severity: str) -> None:
    rows = [
        f"ШК-000{number} | {names} | 1{number}.05.2009 | Участник | 30.10.2025 | | | +7 912 345-67-81 | O@example.ru"
        for number, names in enumerate(OTHERS[:count], 2)
    ]
    (remark,) = of("X04", scene(pupils(*rows)))
    assert (remark.severity.value, remark.place.id, remark.place.column) == (severity, f"ШК-000{count + 1}", "Телефон")
    assert remark.text.startswith(f"Один телефон на {count + 1} человек: он же стоит у ШК-0001")


def test_an_address_alone_is_told_too() -> None:
    row = "ШК-0002 | Галкин | Пётр | Ильич | 12.05.2009 | Участник | 30.10.2025 | | | | o@example.ru"
    assert of_rule("X04", pupils(row)) == [("ШК-0002", "E-mail")]


def test_a_row_is_told_once_however_many_rows_it_is_like() -> None:
    row = "| Чайкина | Ольга | Ильинична | {} | Участник | 01.11.2025"
    tables = pupils(f"ШК-0002 {row.format('08.02.2010')}", f"ШК-0003 {row.format('05.02.2010')}")
    texts = {one.place.id: one.text.partition(". ")[0] for one in of("X03", scene(tables))}
    assert texts == {
        "ШК-0002": "Возможно, тот же человек уже записан: ШК-0001",
        "ШК-0003": "Возможно, тот же человек уже записан: ШК-0001, ШК-0002",
    }


def test_rows_without_codes_are_named_by_their_rows() -> None:
    first = FIRST.replace("ШК-0001", "")
    (remark,) = of("X02", scene(pupils(f" | {' | '.join(first.split(' | ')[1:])}", first=first)))
    assert "строка 2 («Школьники и СПО»)" in remark.text
