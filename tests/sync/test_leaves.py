"""«Оставить как есть»: a remark is silent while staff have a reason, and nothing that they wrote is lost."""

import json
import sqlite3
from datetime import date, datetime, timedelta
from pathlib import Path

import openpyxl
import pytest

from reports.row_mark import REASON, UNTIL
from sync.cli import main as rpo
from sync.desk import Desk
from sync.result import Result
from sync.run import update
from sync.state.store import Store
from tests.sync.leaving import Line, common, day_of, own
from tests.sync.offices import build, desk_of, team, updated, write_book

STUDENTS, HEAD = "Специалист по работе со студентами", "Руководитель РПО"
TODAY = date(2026, 4, 15)
MOST = TODAY + timedelta(days=90)
TEAMS = [team(1, Стадия="почти"), team(2, Стадия="скоро"), *(team(number) for number in range(3, 7))]


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    """An office with two wrong cells, updated once."""
    return updated(tmp_path, teams=TEAMS)


def later(desk: Desk, days: int) -> Result:
    return update(desk_of(desk.root, (TODAY + timedelta(days=days)).isoformat()))


def type_stage(desk: Desk, *stages: str) -> None:
    teams = [team(number, Стадия=stage) for number, stage in enumerate(stages, start=1)]
    write_book(desk.root, ["TEAM"], {"TEAM": [*teams, *TEAMS[len(teams) :]]})


def open_codes(desk: Desk) -> set[str]:
    lines = common(desk.reports).lines()
    return {one["Строка"] for one in lines if one["Что это"] == "Строка"}


def checked(desk: Desk, capsys: pytest.CaptureFixture[str]) -> list[str]:
    capsys.readouterr()
    rpo(["check", "--json", "--office", str(desk.root)])
    return [json.loads(line)["id"] for line in capsys.readouterr().out.splitlines()]


def aside(desk: Desk) -> list[str]:
    folder = desk.reports / "Правленное вручную"
    return [path.name for path in folder.iterdir()] if folder.is_dir() else []


@pytest.mark.parametrize("post", ["", STUDENTS])
def test_a_remark_with_a_reason_is_silent_everywhere(desk: Desk, post: str, capsys: pytest.CaptureFixture[str]) -> None:
    book = own(desk.reports, post) if post else common(desk.reports)
    book.write("КМ-0001", "так решил совет", datetime(2026, 5, 1))  # noqa: DTZ001  a cell has no zone
    assert set(checked(desk, capsys)) == {"КМ-0002"}
    result = update(desk)
    assert (result.remarks["error"], result.new, result.fixed) == (1, 0, 0)
    assert open_codes(desk) == {"КМ-0002"}
    for one in (common(desk.reports), own(desk.reports, STUDENTS)):
        line = one.line("КМ-0001")
        assert (line["Что это"], day_of(line[UNTIL])) == ("Оставлено", date(2026, 5, 1))
    assert own(desk.reports, STUDENTS).line("КМ-0001")[REASON] == "так решил совет"
    assert aside(desk) == []
    assert update(desk).written == ()


def test_a_reason_beside_a_remark_that_is_over_by_then_is_kept_in_the_history(desk: Desk) -> None:
    common(desk.reports).write("КМ-0001", "так решил совет")
    type_stage(desk, "Идея", "скоро")
    update(desk)
    with sqlite3.connect(str(desk.history)) as history:
        rows = history.execute("SELECT reason, run, gone_run, silent_until FROM leaves").fetchall()
    assert rows == [("так решил совет", 2, 2, None)]
    type_stage(desk, "почти", "скоро")
    assert update(desk_of(desk.root)).remarks["error"] == 2
    assert aside(desk) == []


def test_what_was_written_in_ones_own_workbook_is_not_told_to_all(desk: Desk) -> None:
    own(desk.reports, STUDENTS).write("КМ-0001", "Белов в отпуске")
    update(desk)
    assert common(desk.reports).line("КМ-0001")[REASON] == "записано в книге сотрудника"
    report = openpyxl.load_workbook(desk.reports / "Отчёты.xlsx")["Отчёт. Качество данных"]
    assert "Белов" not in str([*report.values])
    assert "сотрудник, в своей книге" in str([*report.values])


@pytest.mark.parametrize(
    ("until", "end", "words"),
    [
        (datetime(2026, 6, 30), date(2026, 6, 30), "до 30.06.2026."),  # noqa: DTZ001  a cell has no zone
        ("30.06.2026", date(2026, 6, 30), "до 30.06.2026."),
        ("2026-06-30", date(2026, 6, 30), "до 30.06.2026."),
        ("30 июня 2026", date(2026, 6, 30), "до 30.06.2026."),
        (None, MOST, "срок не указан, взято 90 дней"),
        ("как-нибудь", MOST, "срок «как-нибудь» не прочитан, взято 90 дней"),
        ("31.12.2026", MOST, "дольше 90 дней нельзя"),
        (TODAY.strftime("%d.%m.%Y"), TODAY, "до 15.04.2026."),
        (MOST.strftime("%d.%m.%Y"), MOST, "до 14.07.2026."),
    ],
)
def test_the_term_is_a_day_of_the_next_ninety_and_it_is_said_which(
    desk: Desk, until: object, end: date, words: str
) -> None:
    common(desk.reports).write("КМ-0001", "так и надо", until)
    update(desk)
    line = common(desk.reports).line("КМ-0001")
    assert day_of(line[UNTIL]) == end
    assert words in line["Как исправить"]
    assert later(desk, (end - TODAY).days).remarks["error"] == 1
    result = later(desk, (end - TODAY).days + 1)
    assert (result.remarks["error"], result.new) == (2, 0)
    back = common(desk.reports).line("КМ-0001")
    assert (back["Что это"], back[REASON], back[UNTIL]) == ("Строка", None, None)
    assert f"прошёл {end:%d.%m.%Y} (причина была: «так и надо»)" in back["Как исправить"]
    assert day_of(back["С какого дня"]) == TODAY


def test_a_day_that_is_past_leaves_the_remark_open(desk: Desk) -> None:
    common(desk.reports).write("КМ-0001", "так и надо", "01.04.2026")
    assert update(desk).remarks["error"] == 2
    assert "прошёл 01.04.2026" in common(desk.reports).line("КМ-0001")["Как исправить"]


@pytest.mark.parametrize("reason", [None, "  ", "-", "нет"])
def test_a_date_without_a_reason_is_not_enough(desk: Desk, reason: object) -> None:
    common(desk.reports).write("КМ-0001", reason, "30.06.2026")
    assert update(desk).remarks["error"] == 2
    line = common(desk.reports).line("КМ-0001")
    assert "впишите причину" in line["Как исправить"]
    assert day_of(line[UNTIL]) == date(2026, 6, 30)


def test_a_value_that_changes_ends_the_silence_and_the_same_reason_may_be_written_again(desk: Desk) -> None:
    common(desk.reports).write("КМ-0001", "так и надо")
    update(desk)
    type_stage(desk, "вот-вот")
    assert update(desk).remarks["error"] == 2
    line = common(desk.reports).line("КМ-0001")
    assert (line["Что это"], line[REASON]) == ("Строка", None)
    assert "«так и надо»), но значение в ячейке с тех пор изменилось" in line["Как исправить"]
    common(desk.reports).write("КМ-0001", "так и надо")
    assert update(desk).remarks["error"] == 1
    type_stage(desk, "почти что")
    assert update(desk).remarks["error"] == 2


def test_a_reason_for_a_value_that_has_changed_meanwhile_is_not_taken_for_the_new_one(desk: Desk) -> None:
    type_stage(desk, "вот-вот")
    common(desk.reports).write("КМ-0001", "так и надо")
    assert update(desk).remarks["error"] == 2
    assert "значение в ячейке с тех пор изменилось" in common(desk.reports).line("КМ-0001")["Как исправить"]


def test_a_reason_that_is_wiped_out_opens_the_remark_again(desk: Desk) -> None:
    common(desk.reports).write("КМ-0001", "так и надо")
    update(desk)
    own(desk.reports, STUDENTS).write("КМ-0001")
    result = update(desk)
    assert (result.remarks["error"], result.new, result.fixed) == (2, 0, 0)
    line = common(desk.reports).line("КМ-0001")
    assert (line["Что это"], line[REASON], line["Как исправить"].startswith("Выберите")) == ("Строка", None, True)


def test_two_who_write_of_one_remark_are_both_heard(desk: Desk) -> None:
    common(desk.reports).write("КМ-0001", "решил совет", "01.06.2026")
    own(desk.reports, STUDENTS).write("КМ-0001", "команда болеет")
    assert update(desk).remarks["error"] == 1
    line = own(desk.reports, STUDENTS).line("КМ-0001")
    assert set(line[REASON].split("; ")) == {"решил совет", "команда болеет"}
    assert day_of(line[UNTIL]) == date(2026, 6, 1)
    assert common(desk.reports).line("КМ-0001")[REASON] == "записано в книге сотрудника"


def test_a_mended_cell_ends_what_was_written_and_its_remark_comes_back_open_with_its_first_day(desk: Desk) -> None:
    common(desk.reports).write("КМ-0001", "так и надо")
    update(desk)
    type_stage(desk, "Идея")
    assert later(desk, 1).fixed == 1
    type_stage(desk, "почти")
    result = later(desk, 2)
    assert (result.new, result.remarks["error"]) == (1, 2)
    line = common(desk.reports).line("КМ-0001")
    assert "Вернулось: уже было 15.04.2026 и исправлялось." in line["Что не так"]
    assert (line["Что это"], line[REASON]) == ("Строка", None)
    assert day_of(line["С какого дня"]) == TODAY + timedelta(days=2)


def by_stage(lines: list[Line]) -> None:
    lines.sort(key=lambda one: str(one["Что не так"]))


def reversed_(lines: list[Line]) -> None:
    lines.reverse()


@pytest.mark.parametrize("in_sight", [False, True], ids=["whole", "without the hidden column"])
@pytest.mark.parametrize("order", [by_stage, reversed_])
def test_lines_may_be_sorted(desk: Desk, order: object, *, in_sight: bool) -> None:
    def sort_and_write(lines: list[Line]) -> None:
        order(lines)  # type: ignore[operator]  # one of the two above
        for one in lines:
            if one["Строка"] == "КМ-0002":
                one[REASON] = "так и надо"

    common(desk.reports).change(sort_and_write, in_sight=in_sight)
    update(desk)
    assert open_codes(desk) == {"КМ-0001"}


def test_other_edits_are_kept_aside_and_the_answers_are_read_all_the_same(desk: Desk) -> None:
    def write(lines: list[Line]) -> None:
        for one in lines:
            if one["Строка"] == "КМ-0001":
                one[REASON], one["Что не так"] = "так и надо", "Стёрто случайно"

    common(desk.reports).change(write)
    update(desk)
    assert open_codes(desk) == {"КМ-0002"}
    assert len(aside(desk)) == 1


def test_what_is_written_beside_a_cause_is_kept_aside_and_silences_nothing(tmp_path: Path) -> None:
    desk = updated(tmp_path, teams=[team(number, Стадия="почти") for number in range(1, 7)])

    def write(lines: list[Line]) -> None:
        cause = next(one for one in lines if str(one["Что это"]).startswith("Причина"))
        cause[REASON] = "все такие"

    common(desk.reports).change(write)
    assert update(desk).remarks["error"] == 6
    assert len(aside(desk)) == 1


def test_a_workbook_that_cannot_be_read_is_left_as_it_is_and_read_when_it_can_be(desk: Desk) -> None:
    path = desk.reports / "Замечания.xlsx"
    common(desk.reports).write("КМ-0001", "так и надо")
    written = path.read_bytes()
    path.write_bytes(written[: len(written) // 2])
    result = update(desk)
    assert result.exit_code == 1
    assert "оставлен как есть" in result.left["Замечания.xlsx"]
    assert path.read_bytes() == written[: len(written) // 2]
    path.write_bytes(written)
    assert update(desk).remarks["error"] == 1
    assert later(desk, 1).exit_code == 0


def test_an_answer_that_stands_in_a_workbook_which_could_not_be_written_is_taken_once(desk: Desk) -> None:
    own_book = own(desk.reports, STUDENTS)
    own_book.write("КМ-0001", "так и надо")
    written = own_book.path.read_bytes()
    update(desk)
    own_book.path.write_bytes(written)
    result = later(desk, 30)
    assert result.remarks["error"] == 1
    assert day_of(common(desk.reports).line("КМ-0001")[UNTIL]) == MOST


def test_an_answer_that_is_read_late_is_of_the_value_that_was_seen(desk: Desk) -> None:
    path = desk.reports / "Замечания.xlsx"
    common(desk.reports).write("КМ-0001", "так и надо")
    written = path.read_bytes()
    path.write_bytes(written[:300])
    type_stage(desk, "вот-вот")
    update(desk)
    path.write_bytes(written)
    assert update(desk).remarks["error"] == 2
    assert "значение в ячейке с тех пор изменилось" in common(desk.reports).line("КМ-0001")["Как исправить"]


def test_a_register_that_fails_loses_no_answer(desk: Desk) -> None:
    common(desk.reports).write("КМ-0001", "так и надо")
    update(desk)
    book = desk.registers / "Команды.xlsx"
    good = book.read_bytes()
    book.write_bytes(b"not a workbook at all")
    assert update(desk).exit_code == 1
    book.write_bytes(good)
    assert update(desk).remarks["error"] == 1
    assert common(desk.reports).line("КМ-0001")[REASON] == "так и надо"


def test_without_the_history_the_workbook_with_answers_is_kept_aside(desk: Desk) -> None:
    common(desk.reports).write("КМ-0001", "так и надо")
    update(desk)
    for path in desk.state.parent.iterdir():
        path.unlink()
    assert update(desk).remarks["error"] == 2
    assert any(name.startswith("Замечания (") for name in aside(desk))


def test_what_is_left_is_listed_in_the_report_on_quality_with_its_end(desk: Desk) -> None:
    common(desk.reports).write("КМ-0001", "решил совет", "01.06.2026")
    update(desk)
    sheet = openpyxl.load_workbook(desk.reports / "Отчёты.xlsx")["Отчёт. Качество данных"]
    rows = [[cell for cell in row if cell is not None] for row in sheet.values]
    (row,) = [one for one in rows if "решил совет" in one]
    assert row[0] == STUDENTS
    assert day_of(row[1]) == date(2026, 6, 1)
    assert row[3] == "КМ-0001"


def test_the_pace_does_not_call_silenced_remarks_open(desk: Desk) -> None:
    common(desk.reports).write("КМ-0001", "так и надо")
    update(desk)
    with Store.open(desk.history, read_only=True) as store:
        assert len(store.before(TODAY + timedelta(days=1)).past.open_yesterday or ()) == 1
    later(desk, 95)
    with Store.open(desk.history, read_only=True) as store:
        assert len(store.before(TODAY + timedelta(days=96)).past.open_yesterday or ()) == 2


CRITICAL = [team(1, Код="КМ-0001"), *(team(number) for number in range(2, 7)), team(7, Код="КМ-0002")]


@pytest.fixture
def broken(tmp_path: Path) -> Desk:
    """An office with a critical remark of the employee: a code that stands twice."""
    desk = build(tmp_path, teams=CRITICAL)
    assert update(desk).remarks["critical"] == 1
    return desk


@pytest.mark.parametrize("post", ["", STUDENTS])
def test_a_critical_remark_waits_for_the_head(broken: Desk, post: str) -> None:
    book = own(broken.reports, post) if post else common(broken.reports)
    line = next(one for one in book.lines() if one["Последствие"] == "Строка не учтена")
    book.write(line["Строка"], "это две команды", "01.06.2026")
    assert update(broken).remarks["critical"] == 1
    said = next(one for one in book.lines() if one["Последствие"] == "Строка не учтена")
    assert said[REASON] == "нужно решение руководителя: это две команды"
    assert day_of(said[UNTIL]) == date(2026, 6, 1)
    assert f"в книге «Замечания — {HEAD}»" in said["Как исправить"]
    assert update(broken).written == ()
    decisions = own(broken.reports, HEAD, "Решения руководителя")
    (asked,) = decisions.lines()
    assert "Просят оставить как есть: «это две команды»" in asked["Как исправить"]
    decisions.write(asked["Строка"], "согласен", "01.05.2026")
    assert update(broken).remarks["critical"] == 0
    (left,) = decisions.lines()
    assert (left["Что это"], left[REASON], day_of(left[UNTIL])) == ("Оставлено", "согласен", date(2026, 5, 1))
    assert later(broken, 17).remarks["critical"] == 1


def test_the_head_takes_his_decision_back(broken: Desk) -> None:
    code = next(one for one in common(broken.reports).lines() if one["Последствие"] == "Строка не учтена")["Строка"]
    common(broken.reports).write(code, "это две команды")
    update(broken)
    decisions = own(broken.reports, HEAD, "Решения руководителя")
    decisions.write(code, "согласен")
    update(broken)
    decisions.write(code)
    assert update(broken).remarks["critical"] == 1
