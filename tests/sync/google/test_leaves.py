"""«Оставить как есть» in Google: staff write into two columns of a tab that is closed otherwise, and nothing is lost."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from reports.leave_lines import ASKS
from reports.row_mark import HEADING, REASON, UNTIL
from sync.google.names import REPORTS_TITLE, file_of
from sync.result import Result
from sync.run import update
from tests.sheets_server.call import Answer, Call, answered
from tests.sheets_server.http import Delivery
from tests.sheets_server.running import Running
from tests.sync.google.faulty import Faults
from tests.sync.google.offices import GoogleOfficeOnTest, build
from tests.sync.leaving import own
from tests.sync.offices import team
from tests.sync.stateful.worlds.sheets import words_in

REMARKS = "Замечания"
HEAD = "Руководитель РПО"
STAFF = "colleague@example.ru"
BROKEN = [team(number, **({"Стадия": "Почти"} if number in {3, 4} else {})) for number in range(1, 7)]
SERIAL = 46143
"""01.05.2026 as a day number."""


def again(office: GoogleOfficeOnTest) -> Result:
    return update(office.desk())


@pytest.fixture
def broken(tmp_path: Path, server: Running) -> GoogleOfficeOnTest:
    """An office with two wrong cells, updated once; an employee may edit the table of reports."""
    office = build(tmp_path / "office", server, teams=BROKEN)
    again(office)
    world = server.world
    world.files[office.ids[REPORTS_TITLE]]["permissions"].append(world.permission("writer", STAFF))
    return office


def table(office: GoogleOfficeOnTest, tab: str = REMARKS) -> tuple[int, list[str], list[list[object]]]:
    """The number of the heading's row, the headings, the lines below."""
    rows = office.values(REPORTS_TITLE, tab)
    at = next(number for number, row in enumerate(rows) if REASON in row)
    return at + 1, [str(one) for one in rows[at]], rows[at + 1 :]


def line(office: GoogleOfficeOnTest, code: str) -> dict[str, object]:
    _, heads, rows = table(office)
    found = next(row for row in rows if row[3] == code)
    return dict(zip(heads, [*found, *[""] * len(heads)], strict=False))


def cell(office: GoogleOfficeOnTest, code: str, heading: str) -> str:
    at, heads, rows = table(office)
    row = next(number for number, row in enumerate(rows, start=at + 1) if row[3] == code)
    return f"'{REMARKS}'!{chr(ord('A') + heads.index(heading))}{row}"


def write(office: GoogleOfficeOnTest, code: str, reason: str, until: object = None) -> None:
    office.type(REPORTS_TITLE, cell(office, code, REASON), reason)
    if until is not None:
        office.type(REPORTS_TITLE, cell(office, code, UNTIL), until)


def typed_by(office: GoogleOfficeOnTest, email: str, place: str, value: str) -> int:
    """Somebody else types into a cell; the status of the answer."""
    path = f"/v4/spreadsheets/{office.ids[REPORTS_TITLE]}/values/{place}"
    data = json.dumps({"values": [[value]]}).encode()
    call = Call("PUT", path, {"valueInputOption": ["USER_ENTERED"]}, data, email=email)
    return office.server.sheets.answer(call).status


@pytest.mark.parametrize("until", ["01.05.2026", SERIAL, None])
def test_an_answer_silences_its_remark_in_every_tab(broken: GoogleOfficeOnTest, until: object) -> None:
    write(broken, "КМ-0003", "так решил совет", until)
    result = again(broken)
    assert (result.remarks["error"], result.new, result.fixed) == (1, 0, 0)
    left = line(broken, "КМ-0003")
    assert (left["Что это"], left[REASON]) == ("Оставлено", "так решил совет")
    assert left[UNTIL] == (SERIAL if until else SERIAL + 74)
    assert [row[0] for row in broken.values("Команды", REMARKS) if str(row[:1]).count("КМ-")] == ["КМ-0004"]
    assert any("так решил совет" in row for row in broken.values(REPORTS_TITLE, "Отчёт. Качество данных"))
    assert not (broken.folder / "reports" / "Правленное вручную").exists()
    assert again(broken).written == ()


def test_staff_may_write_into_the_two_columns_and_nowhere_else(broken: GoogleOfficeOnTest) -> None:
    assert typed_by(broken, STAFF, cell(broken, "КМ-0003", REASON), "так решил совет") == 200
    assert typed_by(broken, STAFF, cell(broken, "КМ-0003", UNTIL), "01.05.2026") == 200
    assert typed_by(broken, STAFF, cell(broken, "КМ-0003", "Что не так"), "Всё так") != 200
    again(broken)
    assert typed_by(broken, STAFF, cell(broken, "КМ-0003", REASON), "") == 200
    assert again(broken).remarks["error"] == 2


def test_the_mark_of_a_row_is_out_of_sight(broken: GoogleOfficeOnTest) -> None:
    _, heads, _ = table(broken)
    answer = broken.ask("GET", f"/v4/spreadsheets/{broken.ids[REPORTS_TITLE]}", query={"includeGridData": "true"})
    (tab,) = [one for one in answer["sheets"] if one["properties"]["title"] == REMARKS]
    hidden = [at for at, one in enumerate(tab["data"][0]["columnMetadata"]) if one.get("hiddenByUser")]
    assert [heads[at].split()[0] for at in hidden] == [HEADING]


def test_a_tab_that_staff_have_sorted_is_read_right(broken: GoogleOfficeOnTest) -> None:
    at, heads, rows = table(broken)
    write(broken, "КМ-0003", "так решил совет")
    tab = broken.tabs(REPORTS_TITLE)[REMARKS]
    area = {"sheetId": tab, "startRowIndex": at, "endRowIndex": at + len(rows), "startColumnIndex": 0}
    for width in (len(heads), len(heads) - 1):
        place = area | {"endColumnIndex": width}
        specs = [{"dimensionIndex": 6, "sortOrder": "DESCENDING"}, {"dimensionIndex": 3, "sortOrder": "DESCENDING"}]
        broken.batch(REPORTS_TITLE, [{"sortRange": {"range": place, "sortSpecs": specs}}])
    assert again(broken).remarks["error"] == 1
    assert line(broken, "КМ-0003")["Что это"] == "Оставлено"
    assert line(broken, "КМ-0004")["Что это"] == "Строка"


def typing_once_read(office: GoogleOfficeOnTest, place: str, words: str) -> Callable[..., Answer | Delivery | None]:
    """Somebody types when the tabs of reports have been read, right before they are looked at once more."""
    reads = []

    def meanwhile(call: Call, _answer: Callable[[Call], Answer]) -> Answer | Delivery | None:
        if office.ids[REPORTS_TITLE] in call.path and "batchGet" in call.path:
            reads.append(call.path)
            if len(reads) == 2:
                office.type(REPORTS_TITLE, place, words)
        return None

    return meanwhile


def test_an_answer_written_while_an_update_goes_on_is_not_overwritten(
    broken: GoogleOfficeOnTest, faults: Faults
) -> None:
    broken.type("Команды", "'Команды и проекты'!B2", "Другая")
    broken.type("Команды", "'Команды и проекты'!A3", "КМ-0001")
    faults.faults.append(typing_once_read(broken, cell(broken, "КМ-0003", REASON), "так решил совет"))
    result = again(broken)
    faults.faults.clear()
    assert "изменился во время обновления" in result.left[file_of(REPORTS_TITLE, REMARKS)]
    again(broken)
    assert line(broken, "КМ-0003")[REASON] == "так решил совет"
    assert again(broken).written == ()


def test_what_the_owner_types_into_a_report_while_an_update_goes_on_is_kept_aside(
    broken: GoogleOfficeOnTest, faults: Faults
) -> None:
    broken.type("Команды", "'Команды и проекты'!B2", "Другая")
    faults.faults.append(typing_once_read(broken, "'Отчёт. Команды и проекты'!A1", "спросить у совета"))
    result = again(broken)
    faults.faults.clear()
    assert list(result.left) == [file_of(REPORTS_TITLE, "Отчёт. Команды и проекты")]
    again(broken)
    (aside,) = (broken.folder / "reports").glob("*/*Команды и проекты*.xlsx")
    assert "спросить у совета" in words_in(aside)
    assert again(broken).written == ()


@pytest.mark.parametrize("status", [403, 429, 500, 503])
def test_a_reading_that_fails_loses_no_answer(broken: GoogleOfficeOnTest, faults: Faults, status: int) -> None:
    write(broken, "КМ-0003", "так решил совет")
    reports = broken.ids[REPORTS_TITLE]
    denied = answered({"error": {"code": status, "message": "no", "status": "X"}}, status)
    faults.faults.append(lambda call, _answer: denied if reports in call.path and call.method == "GET" else None)
    assert again(broken).exit_code == 1
    faults.faults.clear()
    assert again(broken).remarks["error"] == 1
    assert line(broken, "КМ-0003")[REASON] == "так решил совет"


def test_a_tab_that_somebody_deletes_loses_no_answer(broken: GoogleOfficeOnTest) -> None:
    write(broken, "КМ-0003", "так решил совет")
    again(broken)
    broken.batch(REPORTS_TITLE, [{"deleteSheet": {"sheetId": broken.tabs(REPORTS_TITLE)[REMARKS]}}])
    again(broken)
    assert line(broken, "КМ-0003")[REASON] == "так решил совет"


def test_a_critical_remark_waits_for_the_head_who_answers_in_his_own_workbook(tmp_path: Path, server: Running) -> None:
    teams = [*(team(number) for number in range(1, 7)), team(7, Код="КМ-0002")]
    office = build(tmp_path / "office", server, teams=teams)
    assert again(office).remarks["critical"] == 1
    code = str(next(row[3] for row in table(office)[2] if row[1] == "Строка не учтена"))
    write(office, code, "это две команды")
    assert again(office).remarks["critical"] == 1
    assert line(office, code)[REASON] == f"{ASKS}: это две команды"
    decisions = own(office.folder / "reports", HEAD, "Решения руководителя")
    decisions.write(code, "согласен")
    assert again(office).remarks["critical"] == 0
    assert line(office, code)[REASON] == "записано в книге сотрудника"


def test_an_answer_in_a_tab_of_spellings_may_be_written_by_staff(tmp_path: Path, server: Running) -> None:
    named = [team(number, **({"Наставники": "Громов Иван"} if number == 2 else {})) for number in range(1, 7)]
    office = build(tmp_path / "office", server, teams=named)
    again(office)
    world = server.world
    world.files[office.ids[REPORTS_TITLE]]["permissions"].append(world.permission("writer", STAFF))
    rows = office.values(REPORTS_TITLE, "Соответствия")
    at = next(number for number, row in enumerate(rows, 1) if "Громов Иван" in map(str, row))
    assert typed_by(office, STAFF, f"'Соответствия'!E{at}", "НС-0002") == 200
    assert typed_by(office, STAFF, f"'Соответствия'!A{at}", "Иванов") != 200


def test_a_tab_of_an_earlier_version_is_opened_for_staff(broken: GoogleOfficeOnTest) -> None:
    book = broken.ids[REPORTS_TITLE]
    got = broken.ask("GET", f"/v4/spreadsheets/{book}")
    sheet = next(one for one in got["sheets"] if one["properties"]["title"] == REMARKS)
    (lock,) = sheet["protectedRanges"]
    closed = {key: value for key, value in lock.items() if key != "unprotectedRanges"}
    change = {
        "updateProtectedRange": {"protectedRange": closed | {"unprotectedRanges": []}, "fields": "unprotectedRanges"}
    }
    broken.batch(REPORTS_TITLE, [change])
    assert typed_by(broken, STAFF, cell(broken, "КМ-0003", REASON), "так") != 200
    (broken.folder / "state" / "google.json").unlink()
    broken.type(REPORTS_TITLE, f"'{REMARKS}'!A1", "чтобы было что записать")
    again(broken)
    assert typed_by(broken, STAFF, cell(broken, "КМ-0003", REASON), "так") == 200
