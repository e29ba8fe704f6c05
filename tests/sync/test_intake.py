"""Whole updates with exports of other systems: forms, a platform, an older list."""

from argparse import Namespace
from datetime import date
from pathlib import Path

import openpyxl
import pytest

from config.errors import SettingsError
from sync.commands import ack
from sync.desk import Desk
from sync.look import look_once
from sync.pipeline import Survey
from sync.run import update
from sync.state.store import Store
from tests.sync.exports import (
    FORM,
    OWN,
    PLATFORM,
    PUPILS,
    SETTINGS,
    STUDENTS_OWN,
    build,
    pupil,
    put,
    put_old_list,
    rows_of,
)
from tests.sync.offices import bytes_of, desk_of, write_book
from validators.counts import counts
from validators.remark import Remark, Severity

APPLICATIONS = "Новые заявки. Школьники и СПО"
STRANGERS = "Кого не узнали"


def look(desk: Desk) -> Survey:
    return look_once(desk, quiet=True)


def applied(desk: Desk) -> float | None:
    return counts(look(desk).facts.scene.office, desk.today)["K01"].value


def remark(desk: Desk, code: str, key: str | None) -> Remark | None:
    return next((one for one in look(desk).remarks if (one.code, one.place.register) == (code, key)), None)


def facts(desk: Desk) -> list[tuple[object, ...]]:
    table = look(desk).facts.scene.office.tables["PROG"]
    return list(zip(*(table.values[name] for name in ("participant", "title", "result", "progress")), strict=True))


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    """The office with all its exports."""
    office = build(tmp_path)
    put(tmp_path, "Форма 2026.csv", FORM)
    put(tmp_path, "платформа/март.csv", PLATFORM)
    put_old_list(tmp_path)
    return office


def test_answers_of_a_form_count_as_applications_each_once(desk: Desk) -> None:
    (desk.root / "imports" / "Форма 2026.csv").rename(desk.root / "Форма 2026.csv")
    before = counts(look_once(build(desk.root, settings=SETTINGS.split("[[import]]")[0]), quiet=True).facts.scene.office,
                    desk.today)["K01"].value  # fmt: skip
    (desk.root / "Форма 2026.csv").rename(desk.root / "imports" / "Форма 2026.csv")
    (desk.root / "office.toml").write_text(SETTINGS, encoding="utf-8")
    assert (before, applied(desk_of(desk.root))) == (2, 6)


def test_the_clerk_sees_the_latest_answer_of_each_in_the_columns_of_his_register(desk: Desk) -> None:
    update(desk)
    rows = rows_of(desk.reports / OWN, APPLICATIONS)
    at = next(index for index, row in enumerate(rows) if row[0] == "Фамилия")
    shown = [dict(zip(map(str, rows[at]), row, strict=True)) for row in rows[at + 1 :]]
    assert [(row["Фамилия"], row["Имя"], row["Класс или курс"]) for row in shown] == [
        ("Зимина", "Анна", "9Б"),
        ("Зимин", "Пётр", "8Б"),
        ("Лунев", "Яков", "9В"),
        ("Ершов", "Глеб", "9А"),
    ]
    assert {row["Статус участника"] for row in shown} == {"Кандидат"}
    assert [row["Проверьте"] for row in shown] == [None, None, None, "E-mail: Нет знака «@»."]
    assert shown[0]["Образовательная организация"] == "ОО-0001 · Школа № 5"
    assert list(rows[at][:4]) == ["Фамилия", "Имя", "Отчество", "Дата рождения"]


def test_an_application_copied_into_the_register_counts_once_and_leaves_the_list(desk: Desk) -> None:
    update(desk)
    copied = pupil(3, "Зимина", "Анна", "Львовна", **{
        "Дата рождения": date(2010, 2, 4), "Статус участника": "Кандидат", "Дата зачисления": None,
        "E-mail": "mama@example.ru", "Логин на цифровой платформе": None,
    })  # fmt: skip
    write_book(desk.root, ["SCH"], {"SCH": [*PUPILS, copied]})
    assert applied(desk) == 6
    update(desk)
    names = {row[0] for row in rows_of(desk.reports / OWN, APPLICATIONS)}
    assert "Зимина" not in names
    assert "Зимин" in names


def test_rows_of_a_form_make_no_remarks_of_the_register(desk: Desk) -> None:
    of_pupils = [one for one in look(desk).remarks if one.place.register == "SCH" and one.code != "X24"]
    assert of_pupils == []


def test_names_stay_in_the_workbooks_of_those_who_may_see_them(desk: Desk) -> None:
    update(desk)
    books = {path.name: openpyxl.load_workbook(path) for path in desk.reports.glob("*.xlsx")}
    telling = {
        name
        for name, book in books.items()
        for sheet in book
        for row in sheet.iter_rows(values_only=True)
        for cell in row
        if isinstance(cell, str) and any(word in cell for word in ("Зимин", "Пеночкин", "stranger", "mama@"))
    }
    assert telling == {OWN, STUDENTS_OWN}


def test_without_access_to_personal_data_nobody_is_shown_names(desk: Desk) -> None:
    path = desk.registers / "РПО.xlsx"
    book = openpyxl.load_workbook(path)
    sheet = book["Состав и обязанности РПО"]
    at = [cell.value for cell in sheet[1]].index("Доступ к ПДн") + 1
    for row in range(2, 5):
        sheet.cell(row, at).value = "Нет"
    book.save(path)
    update(desk)
    tabs = {tab for file in desk.reports.glob("Замечания*.xlsx") for tab in openpyxl.load_workbook(file).sheetnames}
    assert tabs <= {"Замечания", "Позже", "Без ответственного"}
    assert STRANGERS in openpyxl.load_workbook(desk.reports / "Соответствия.xlsx").sheetnames
    shown = " ".join(str(cell) for row in rows_of(desk.reports / "Отчёты.xlsx", "Состояние") for cell in row)
    assert "показать некому" in shown


def test_progress_of_the_platform_becomes_facts(desk: Desk) -> None:
    assert facts(desk) == [
        ("ШК-0001", "Основы проекта", "Пройдено", 100.0),
        ("ШК-0001", "Команда", "В процессе", 45.0),
        ("ШК-0002", "Основы проекта", "Пройдено", 100.0),
    ]


def test_progress_does_not_go_back_in_a_later_export(desk: Desk) -> None:
    put(desk.root, "платформа/апрель.csv", PLATFORM.replace(";45;", ";60;"))
    put(desk.root, "платформа/май.csv", PLATFORM.replace(";45;", ";5;"))
    assert sorted(facts(desk), key=str) == [
        ("ШК-0001", "Команда", "В процессе", 60.0),
        ("ШК-0001", "Основы проекта", "Пройдено", 100.0),
        ("ШК-0002", "Основы проекта", "Пройдено", 100.0),
    ]


def test_a_fact_that_staff_typed_wins(desk: Desk) -> None:
    typed = {
        "Код": "ПЭ-0001", "Участник": "Орлова Вера Олеговна", "Вид": "Модуль цифровой платформы",
        "Название": "Основы проекта", "Начало": date(2026, 3, 1), "Результат": "Не пройдено",
        "Прогресс на цифровой платформе, %": 0.2,
    }  # fmt: skip
    write_book(desk.root, ["PROG"], {"PROG": [typed]})
    of_first = [fact for fact in facts(desk) if fact[:2] == ("ШК-0001", "Основы проекта")]
    assert of_first == [("ШК-0001", "Основы проекта", "Не пройдено", 20.0)]


def test_people_whom_nobody_knows_are_one_remark_and_a_list(desk: Desk) -> None:
    found = remark(desk, "X01", "import:Платформа")
    assert found is not None
    assert "не узнано 2\xa0человека из 4" in found.text
    update(desk)
    named = rows_of(desk.reports / STUDENTS_OWN, STRANGERS)
    assert [row[1] for row in named[-2:]] == ["Пеночкин Фёдор, stranger", "Гусев Лев, other"]
    assert [row[4] for row in named[-2:]] == ["—", "ШК-0002"]


def answer(desk: Desk, file: str, who: str, said: str) -> None:
    path = desk.reports / file
    book = openpyxl.load_workbook(path)
    row = next(row for row in book[STRANGERS].iter_rows() if who in {str(cell.value) for cell in row})
    row[-2].value = said  # the last one in sight
    book.save(path)


@pytest.mark.parametrize("file", [STUDENTS_OWN, "Соответствия.xlsx"])
def test_an_answer_typed_once_gives_the_person_his_facts(desk: Desk, file: str) -> None:
    update(desk)
    marks = {row[1]: str(row[0]) for row in rows_of(desk.reports / STUDENTS_OWN, STRANGERS)}
    answer(desk, file, marks["Гусев Лев, other"], "шк-0002")
    answer(desk, file, marks["Пеночкин Фёдор, stranger"], "нет")
    update(desk)
    assert remark(desk, "X01", "import:Платформа") is None
    assert ("ШК-0002", "Основы проекта", "Пройдено", 100.0) in facts(desk)
    assert len(facts(desk)) == 3
    assert update(desk).written == ()
    shown = {row[-2] for row in rows_of(desk.reports / "Соответствия.xlsx", STRANGERS)}
    assert {"ШК-0002", "нет"} <= shown
    assert (desk.reports / "Правленное вручную").exists() == (file == STUDENTS_OWN)  # it has tabs without answers, too


def test_a_wrong_answer_leaves_the_question_open(desk: Desk) -> None:
    update(desk)
    marks = {row[1]: str(row[0]) for row in rows_of(desk.reports / STUDENTS_OWN, STRANGERS)}
    answer(desk, STUDENTS_OWN, marks["Гусев Лев, other"], "ШК-0999")
    update(desk)
    found = remark(desk, "X01", "import:Платформа")
    assert found is not None
    assert "не узнано 2" in found.text


def test_an_older_list_says_who_goes_on_and_counts_nothing(desk: Desk) -> None:
    update(desk)
    rows = rows_of(desk.reports / OWN, "Прежние списки")[-2:]
    assert [row[:4] for row in rows] == [
        ("нет", None, "Рябинин", "Олег"),
        ("продолжает", "ШК-0001", "Орлова", "Вера"),
    ]
    assert counts(look(desk).facts.scene.office, desk.today)["K02"].value == 2


def test_a_second_update_is_quiet_and_exports_are_never_changed(desk: Desk) -> None:
    exports = bytes_of(desk.root / "imports")
    assert update(desk).exit_code == 0
    before = bytes_of(desk.reports)
    assert update(desk).written == ()
    assert bytes_of(desk.reports) == before
    assert bytes_of(desk.root / "imports") == exports


def test_a_new_export_is_seen_by_the_next_update(desk: Desk) -> None:
    update(desk)
    put(
        desk.root,
        "Форма 2026.csv",
        FORM + "18.03.2026;Дроздова;Ия;Львовна;07.02.2010;Школа № 5;9А;d@example.ru;Новая\n",
    )
    assert OWN in update(desk).written
    assert applied(desk) == 7


def test_a_form_that_is_gone_is_held_and_its_applications_stay(desk: Desk) -> None:
    update(desk)
    (desk.root / "imports" / "Форма 2026.csv").unlink()
    result = update(desk)
    assert (result.exit_code, result.held, applied(desk)) == (7, ("import:Форма заявки",), 6)
    assert result.registers["SCH"]["state"] == "unchanged"
    held = remark(desk, "F08", "import:Форма заявки")
    assert held is not None
    assert "нет в папке imports" in held.text
    shown = " ".join(str(cell) for row in rows_of(desk.reports / "Отчёты.xlsx", "Состояние") for cell in row)
    assert "Выгрузка «Форма заявки»" in shown


def test_a_form_whose_end_is_accepted_is_no_longer_counted_and_says_so(desk: Desk) -> None:
    update(desk)
    (desk.root / "imports" / "Форма 2026.csv").unlink()
    update(desk)
    ack.run(Namespace(office=str(desk.root), today=None, hold="1", reason="приём окончен", quiet=True))
    result = update(desk)
    assert result.exit_code == 1
    assert result.registers["import:Форма заявки"]["state"] == "failed"
    count = counts(look(desk).facts.scene.office, desk.today)["K01"]
    assert (count.value, count.why) == (None, "не прочитано")


def test_an_export_that_lost_its_rows_is_held(desk: Desk) -> None:
    update(desk)
    put(desk.root, "платформа/март.csv", "\n".join(PLATFORM.splitlines()[:2]))
    result = update(desk)
    assert (result.exit_code, result.held) == (7, ("import:Платформа",))
    assert len(facts(desk)) == 3


def test_a_damaged_export_fails_alone_and_its_last_good_facts_stay(desk: Desk) -> None:
    update(desk)
    path = desk.root / "imports" / "Список 2024.xlsx"
    path.write_bytes(path.read_bytes()[:700])
    result = update(desk)
    assert result.exit_code == 1
    assert result.registers["import:Прошлый сезон"]["state"] == "failed"
    assert result.registers["SCH"]["state"] == "unchanged"
    damaged = next(one for one in look(desk).remarks if one.place.source == "./imports/Список 2024.xlsx")
    assert (damaged.code, damaged.place.register) == ("F02", "import:Прошлый сезон")


@pytest.mark.parametrize(
    ("old", "new", "code", "words"),
    [
        ("Логин;", "Кто;", "S3", "«Логин на цифровой платформе»"),
        ("Прогресс;Статус;", "Да;Нет;", "S3", "«Прогресс на цифровой платформе, %»"),
        ("Логин;ФИО;Название модуля;Прогресс;Статус;Дата завершения", "а;б;в;г;д;е", "S2", "знакомых столбцов"),
    ],
)
def test_an_export_without_its_columns_says_which_and_where_to_name_them(
    desk: Desk, old: str, new: str, code: str, words: str
) -> None:
    put(desk.root, "платформа/март.csv", PLATFORM.replace(old, new))
    found = remark(desk, code, "import:Платформа")
    assert found is not None
    assert (found.severity, words in found.text) == (Severity.CRITICAL, True), found.text
    assert "headings" in found.advice
    assert facts(desk) == []


def test_an_export_that_was_never_there_is_said_and_the_registers_go_on(tmp_path: Path) -> None:
    desk = build(tmp_path)
    found = remark(desk, "S1", "import:Платформа")
    assert found is not None
    assert "нет в папке imports" in found.text
    result = update(desk)
    assert result.registers["SCH"]["state"] == "accepted"
    assert applied(desk) is None


def test_a_file_that_no_section_names_is_pointed_out(desk: Desk) -> None:
    put(desk.root, "непонятно.csv", "а;б\n1;2\n")
    found = remark(desk, "S1", None)
    assert found is not None
    assert (found.severity, found.place.source) == (Severity.WARNING, "./imports/непонятно.csv")


def test_progress_without_the_register_of_stages_is_not_counted_and_says_so(desk: Desk) -> None:
    (desk.root / "office.toml").write_text(SETTINGS.replace(', "PROG"', ""), encoding="utf-8")
    without = desk_of(desk.root)
    found = remark(without, "S1", "import:Платформа")
    assert found is not None
    assert "не ведётся" in found.text
    assert "PROG" not in look(without).facts.scene.office.tables


def test_a_heading_that_we_do_not_have_is_named_with_its_line(desk: Desk) -> None:
    text = SETTINGS.replace('"Класс или курс"}', '"Класс или курсы"}')
    (desk.root / "office.toml").write_text(text, encoding="utf-8")
    with pytest.raises(SettingsError) as found:
        desk_of(desk.root)
    assert "строка 15" in found.value.sentence
    assert "есть «Класс или курс»" in found.value.sentence


def test_a_register_in_a_folder_called_imports_is_a_register(desk: Desk) -> None:
    (desk.registers / "imports").mkdir()
    write_book(desk.root, ["SCH"], {"SCH": [pupil(1, "Орлова", "Вера", "Олеговна", **{"Согласие дал": "сосед"})]})
    (desk.registers / "Школьники и СПО.xlsx").rename(desk.registers / "imports" / "Школьники и СПО.xlsx")
    assert [one.code for one in look(desk).remarks if one.place.register == "SCH"] == ["C03"]


def test_an_export_that_the_settings_drop_leaves_nothing_behind(desk: Desk) -> None:
    update(desk)
    (desk.root / "imports" / "Форма 2026.csv").unlink()
    assert update(desk).exit_code == 7
    parts = SETTINGS.split("[[import]]")
    (desk.root / "office.toml").write_text("[[import]]".join((parts[0], *parts[2:])), encoding="utf-8")
    assert update(desk_of(desk.root)).exit_code == 0
    with Store.open(desk.history) as store:
        assert store.holds() == ()
        assert "import:Форма заявки" not in {one.register for one in store.before(desk.today).opened.values()}
    assert applied(desk_of(desk.root)) == 2
