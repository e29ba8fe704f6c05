"""A municipality sends its list again: the new file is proposed, taken after a word, and nobody is lost by it."""

import json
from collections import Counter
from pathlib import Path

import pytest

from sync.cli import main
from sync.demo.broken import cut_off
from sync.desk import Desk
from sync.look import look_once
from sync.result import Result
from sync.run import update
from sync.state.store import Store
from tests.sync.municipal import office, pupil, pupils, send
from tests.sync.offices import Rows, bytes_of, copied, desk_of

OLD, NEW = "Бийск 01.10.xlsx", "Бийск 15.10.xlsx"
LATEST = "[registers.SCH]\nalways_latest = true"


def begin(folder: Path, more: str = "", count: int = 50) -> Desk:
    """Two municipalities, both accepted."""

    def make(first: Path) -> None:
        desk = office(first, more)
        send(first, "Бийск 01.10", pupils(1000, count))
        send(first, "Барнаул 01.10", pupils(2000, 20, "Школа № 1 города Барнаул"))
        assert update(desk).exit_code == 0

    return copied(folder, ("two municipalities", more, count), make)


def next_rows(gone: int = 3, new: int = 5, count: int = 50) -> Rows:
    """The list of Бийск a fortnight later: the first rows gone, others added."""
    return pupils(1000 + gone, count - gone + new)


def accept(desk: Desk) -> None:
    with Store.open(desk.history) as store:
        for hold in store.holds():
            store.ack(hold.number, "прислали новый список", desk.moment)


def waiting(desk: Desk) -> list[tuple[str, str, str]]:
    with Store.open(desk.history, read_only=True) as store:
        return [(one.kind, one.subject, one.reason) for one in store.holds() if not one.accepted]


def rows_of(result: Result) -> tuple[object, object]:
    return result.registers["SCH"]["state"], result.registers["SCH"]["rows"]


def files_read(desk: Desk) -> list[str]:
    table = look_once(desk, quiet=True).facts.scene.office.tables["SCH"]
    return sorted(source.file for source in table.sources)


def test_a_newer_list_waits_while_all_else_goes_on(tmp_path: Path) -> None:
    desk = begin(tmp_path)
    send(tmp_path, "Бийск 15.10", next_rows())
    send(tmp_path, "Барнаул 01.10", pupils(2000, 22, "Школа № 1 города Барнаул"))
    result = update(desk)
    assert (result.exit_code, result.held) == (7, ("SCH",))
    assert rows_of(result) == ("accepted", 72)
    ((kind, subject, reason),) = waiting(desk)
    assert (kind, subject) == ("next_sending", NEW)
    assert reason == (f"Файл «{NEW}» похож на следующую присылку файла «{OLD}»: те же люди 47 из 50, новых 5, нет 3.")


def test_the_question_is_one_remark_and_a_second_update_is_quiet(tmp_path: Path) -> None:
    desk = begin(tmp_path)
    send(tmp_path, "Бийск 15.10", next_rows())
    first = update(desk)
    (remark,) = [one for one in look_once(desk, quiet=True).remarks if one.code == "F08"]
    assert (remark.severity, remark.place.source) == ("warning", NEW)
    assert "rpo ack 1 " in remark.advice
    before = bytes_of(desk.reports)
    second = update(desk)
    assert (first.exit_code, second.exit_code, second.written) == (7, 7, ())
    assert bytes_of(desk.reports) == before


def test_a_newer_list_that_was_accepted_takes_the_place_of_the_older(tmp_path: Path) -> None:
    desk = begin(tmp_path)
    send(tmp_path, "Бийск 15.10", next_rows())
    update(desk)
    accept(desk)
    result = update(desk)
    assert (result.exit_code, rows_of(result)) == (0, ("accepted", 72))
    assert files_read(desk) == ["Барнаул 01.10.xlsx", NEW]
    assert update(desk).written == ()


def test_the_older_list_may_lie_there_and_may_go_without_a_question(tmp_path: Path) -> None:
    desk = begin(tmp_path)
    send(tmp_path, "Бийск 15.10", next_rows())
    update(desk)
    accept(desk)
    update(desk)
    (note,) = [one for one in look_once(desk, quiet=True).remarks if one.code == "F07"]
    assert (note.severity, note.place.source) == ("info", f"{OLD}#Школьники и СПО")
    (desk.registers / OLD).unlink()
    result = update(desk)
    assert (result.exit_code, rows_of(result)) == (0, ("unchanged", 72))
    assert not [one for one in look_once(desk, quiet=True).remarks if one.code == "F07"]


def test_an_older_list_that_broke_after_it_was_replaced_stops_nothing(tmp_path: Path) -> None:
    desk = office(tmp_path)
    send(tmp_path, "Школьники и СПО", pupils(1000, 50))
    update(desk)
    send(tmp_path, "Школьники и СПО 15.10", next_rows())
    update(desk)
    accept(desk)
    update(desk)
    path = desk.registers / "Школьники и СПО.xlsx"
    path.write_bytes(cut_off(path.read_bytes()))
    assert rows_of(update(desk)) == ("unchanged", 52)


def test_an_older_list_that_somebody_types_on_is_asked_about_again(tmp_path: Path) -> None:
    desk = begin(tmp_path)
    send(tmp_path, "Бийск 15.10", next_rows())
    update(desk)
    accept(desk)
    update(desk)
    send(tmp_path, "Бийск 01.10", pupils(1000, 51))
    result = update(desk)
    assert (result.exit_code, rows_of(result)) == (7, ("unchanged", 72))
    assert [(kind, subject) for kind, subject, _ in waiting(desk)] == [("next_sending", OLD)]


def test_an_older_list_comes_back_when_the_newer_is_taken_away(tmp_path: Path) -> None:
    desk = begin(tmp_path)
    send(tmp_path, "Бийск 15.10", next_rows())
    update(desk)
    accept(desk)
    update(desk)
    (desk.registers / NEW).unlink()
    result = update(desk)
    assert (result.exit_code, rows_of(result)) == (0, ("accepted", 70))


def test_a_third_list_takes_the_place_of_the_second_and_the_first_stays_passed_over(tmp_path: Path) -> None:
    desk = begin(tmp_path)
    for name, gone in (("Бийск 15.10", 3), ("Бийск 01.11", 5)):
        send(tmp_path, name, next_rows(gone))
        assert update(desk).exit_code == 7
        accept(desk)
        assert update(desk).exit_code == 0
    (desk.registers / NEW).unlink()
    result = update(desk)
    assert result.exit_code == 0
    assert files_read(desk) == ["Барнаул 01.10.xlsx", "Бийск 01.11.xlsx"]


def test_forty_people_gone_are_told_and_need_one_word_only(tmp_path: Path) -> None:
    desk = begin(tmp_path)
    send(tmp_path, "Бийск 15.10", pupils(1040, 10))
    assert update(desk).exit_code == 7
    ((_, _, reason),) = waiting(desk)
    assert "те же люди 10 из 50, новых 0, нет 40" in reason
    accept(desk)
    result = update(desk)
    assert (result.exit_code, rows_of(result)) == (0, ("accepted", 30))


def test_always_the_latest_takes_it_without_asking(tmp_path: Path) -> None:
    desk = begin(tmp_path, LATEST)
    send(tmp_path, "Бийск 15.10", next_rows())
    result = update(desk)
    assert (result.exit_code, rows_of(result)) == (0, ("accepted", 72))
    assert files_read(desk) == ["Барнаул 01.10.xlsx", NEW]
    (desk.registers / OLD).unlink()
    assert update(desk).exit_code == 0


def test_always_the_latest_still_asks_when_most_people_are_gone(tmp_path: Path) -> None:
    desk = begin(tmp_path, LATEST)
    send(tmp_path, "Бийск 15.10", pupils(1040, 10))
    result = update(desk)
    assert (result.exit_code, rows_of(result)) == (7, ("held", 70))
    ((kind, subject, reason),) = waiting(desk)
    assert (kind, subject) == ("rows_vanished", NEW)
    assert reason.startswith(f"В файле «{NEW}» (раньше «{OLD}») строк было 50, стало 10: пропало 40")
    accept(desk)
    assert rows_of(update(desk)) == ("accepted", 30)


def test_of_two_newer_lists_none_is_guessed(tmp_path: Path) -> None:
    desk = begin(tmp_path, LATEST)
    send(tmp_path, "Бийск 15.10", next_rows())
    send(tmp_path, "Бийск 20.10", next_rows(4))
    assert rows_of(update(desk)) == ("unchanged", 70)
    asked = waiting(desk)
    assert [subject for _, subject, _ in asked] == [NEW, "Бийск 20.10.xlsx"]
    assert all("несколько" in reason for _, _, reason in asked)
    accept(desk)
    assert update(desk).exit_code == 7, "a word for both is a word for none"
    with Store.open(desk.history) as store:
        number = next(one.number for one in store.holds() if one.subject == NEW)
        store.ack(number, "это полный список", desk.moment)
    assert update(desk).exit_code == 7, "the other one still lies there"
    assert files_read(desk) == ["Барнаул 01.10.xlsx", NEW]
    (desk.registers / "Бийск 20.10.xlsx").unlink()
    assert update(desk).exit_code == 0


def test_several_municipalities_may_wait_at_once_each_under_its_number(tmp_path: Path) -> None:
    desk = begin(tmp_path)
    send(tmp_path, "Бийск 15.10", next_rows())
    send(tmp_path, "Барнаул 15.10", pupils(2000, 21, "Школа № 1 города Барнаул"))
    update(desk)
    with Store.open(desk.history) as store:
        holds = {one.subject: one.number for one in store.holds()}
        assert sorted(holds.values()) == [1, 2]
        store.ack(holds[NEW], "верно", desk.moment)
    assert update(desk).exit_code == 7
    assert files_read(desk) == ["Барнаул 01.10.xlsx", NEW]
    assert [subject for _, subject, _ in waiting(desk)] == ["Барнаул 15.10.xlsx"]


def test_the_same_people_under_no_codes_are_known_by_name_and_birthday(tmp_path: Path) -> None:
    desk = begin(tmp_path)
    send(tmp_path, "Бийск 15.10", [{**row, "Код": None} for row in next_rows()])
    update(desk)
    ((kind, _, reason),) = waiting(desk)
    assert kind == "next_sending"
    assert "те же люди 47 из 50, новых 5, нет 3" in reason


def test_a_list_that_shares_half_its_people_is_a_copy_as_before(tmp_path: Path) -> None:
    desk = begin(tmp_path)
    send(tmp_path, "Бийск 15.10", pupils(1015, 50))
    result = update(desk)
    assert (result.exit_code, rows_of(result)) == (1, ("failed", 70))
    (remark,) = [one for one in look_once(desk, quiet=True).remarks if one.code == "F07"]
    assert OLD in remark.text
    assert NEW in remark.text


@pytest.mark.parametrize("copy", ["Бийск 01.10 (1)", "Бийск 01.10 — копия"])
def test_a_file_named_as_a_copy_is_never_guessed(tmp_path: Path, copy: str) -> None:
    desk = begin(tmp_path)
    (desk.registers / f"{copy}.xlsx").write_bytes((desk.registers / OLD).read_bytes())
    result = update(desk)
    assert (result.exit_code, rows_of(result)) == (1, ("failed", 70))
    (remark,) = [one for one in look_once(desk, quiet=True).remarks if one.code == "F07"]
    assert "строки в них одинаковы" in remark.text


def test_without_memory_neither_of_two_lists_is_guessed(tmp_path: Path) -> None:
    desk = office(tmp_path)
    send(tmp_path, "Бийск 01.10", pupils(1000, 50))
    send(tmp_path, "Бийск 15.10", next_rows())
    result = update(desk)
    assert (result.exit_code, rows_of(result)) == (1, ("failed", 0))


def test_two_tables_begun_from_one_template_are_told_to_take_their_own_codes(tmp_path: Path) -> None:
    desk = office(tmp_path)
    send(tmp_path, "Бийск", pupils(1, 20))
    others = [{**pupil(number + 4001), "Код": f"ШК-{number:04d}"} for number in range(1, 21)]
    send(tmp_path, "Барнаул", others)
    update(desk)
    (remark,) = [one for one in look_once(desk, quiet=True).remarks if one.code == "F07"]
    assert "одни и те же коды стоят у разных записей: 20" in remark.text
    assert "--part" in remark.advice


def test_a_newer_list_without_a_column_says_so(tmp_path: Path) -> None:
    import openpyxl

    desk = begin(tmp_path)
    path = send(tmp_path, "Бийск 15.10", next_rows())
    book = openpyxl.load_workbook(path)
    sheet = book["Школьники и СПО"]
    at = next(cell.column for cell in sheet[1] if cell.value == "Телефон")
    sheet.cell(1, at).value = "Мои пометки"
    book.save(path)
    update(desk)
    ((_, _, reason),) = waiting(desk)
    assert reason.endswith("В новом файле нет столбцов, которые были заполнены: «Телефон».")


def test_the_head_is_asked_about_the_file_and_the_state_says_accepted(tmp_path: Path) -> None:
    import openpyxl

    desk = begin(tmp_path)
    send(tmp_path, "Бийск 15.10", next_rows())
    update(desk)
    book = openpyxl.load_workbook(desk.reports / "Отчёты.xlsx")
    said = {
        tab: " ".join(str(cell.value) for row in book[tab].iter_rows() for cell in row if cell.value is not None)
        for tab in ("Отчёт. Сводка руководителя", "Состояние")
    }
    assert f"Взять новый файл «{NEW}» вместо прежнего?" in said["Отчёт. Сводка руководителя"]
    assert "принято; новый файл ждёт решения" in said["Состояние"]
    assert "rpo ack 1 " in said["Состояние"]


def test_remarks_of_a_list_that_waits_are_not_heard(tmp_path: Path) -> None:
    desk = begin(tmp_path)
    before = Counter(one.code for one in look_once(desk, quiet=True).remarks)
    send(tmp_path, "Бийск 15.10", [{**row, "Имя": "М."} for row in next_rows()])
    update(desk)
    after = Counter(one.code for one in look_once(desk, quiet=True).remarks)
    assert after - before == Counter({"F08": 1})


def test_an_office_of_another_day_still_waits_since_the_first(tmp_path: Path) -> None:
    desk = begin(tmp_path)
    send(tmp_path, "Бийск 15.10", next_rows())
    update(desk)
    update(desk_of(tmp_path, "2026-04-20"))
    with Store.open(desk.history) as store:
        assert [(one.number, one.since.isoformat()) for one in store.holds()] == [(1, "2026-04-15")]


def test_a_person_sees_it_in_sync_and_status_and_takes_it_by_number(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    begin(tmp_path)
    send(tmp_path, "Бийск 15.10", next_rows())
    assert main(["sync", "--office", str(tmp_path)]) == 7
    assert f"SCH: новый файл ждёт решения. Файл «{NEW}» похож" in capsys.readouterr().out
    assert main(["status", "--office", str(tmp_path)]) == 7
    assert "Новый файл ждёт решения: «Школьники и СПО»." in capsys.readouterr().out
    assert main(["status", "--office", str(tmp_path), "--json"]) == 7
    (held,) = json.loads(capsys.readouterr().out)["held"]
    assert (held["hold"], held["register"], held["kind"], held["file"]) == (1, "SCH", "next_sending", NEW)
    assert main(["ack", "1", "--reason", "прислали новый список", "--office", str(tmp_path)]) == 0
    assert main(["sync", "--office", str(tmp_path)]) == 0
    assert main(["status", "--office", str(tmp_path)]) == 0
