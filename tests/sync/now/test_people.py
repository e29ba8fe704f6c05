"""Who may type into the tab, what he leaves half-typed, what he types that he should not; nobody is named there."""

import json

import pytest

from reports.now import TAB
from sync.google.names import REPORTS_TITLE
from sync.now.doing import Looked
from sync.now.hearing import hear_and_do
from sync.now.place import FILE
from tests.sheets_server.call import Call
from tests.sheets_server.faults import Rule
from tests.sync.google.offices import ACCOUNT
from tests.sync.now.heads_tab import HeadsTab, said
from tests.sync.offices import build

READS = "/v4/*:batchGet"
COLLEAGUE = "colleague@example.ru"
CLOSE, HISTORY = "Закрыть период", "История строки"


def typed_by(tab: HeadsTab, email: str, letter: str, value: str) -> bool:
    """A colleague types into the line «Закрыть период»; whether he was let."""
    office = tab.stage.office
    path = f"/v4/spreadsheets/{office.ids[REPORTS_TITLE]}/values/'{TAB}'!{letter}{tab.row(CLOSE)}"
    data = json.dumps({"values": [[value]]}).encode()
    call = Call("PUT", path, {"valueInputOption": ["USER_ENTERED"]}, data, email=email)
    return office.server.sheets.answer(call).status == 200


def let_in(tab: HeadsTab, email: str, *, to_the_tab: bool) -> None:
    """The owner shares the spreadsheet with a colleague, and lets him into the protected tab."""
    office, world = tab.stage.office, tab.stage.world
    world.files[office.ids[REPORTS_TITLE]]["permissions"].append(world.permission("writer", email))
    if not to_the_tab:
        return
    got = office.ask("GET", f"/v4/spreadsheets/{office.ids[REPORTS_TITLE]}")
    (lock,) = next(one["protectedRanges"] for one in got["sheets"] if one["properties"]["title"] == TAB)
    changed = {"protectedRangeId": lock["protectedRangeId"], "editors": {"users": [ACCOUNT, email]}}
    office.batch(REPORTS_TITLE, [{"updateProtectedRange": {"protectedRange": changed, "fields": "editors"}}])


def test_staff_who_may_edit_the_table_of_reports_may_not_ask_for_deeds(tab: HeadsTab) -> None:
    let_in(tab, COLLEAGUE, to_the_tab=False)
    assert not typed_by(tab, COLLEAGUE, "C", "2026-04")
    assert not typed_by(tab, COLLEAGUE, "F", "да")


def test_whom_the_owner_lets_in_may_ask_and_stays_let_in(tab: HeadsTab) -> None:
    let_in(tab, COLLEAGUE, to_the_tab=True)
    assert typed_by(tab, COLLEAGUE, "C", "2026-04")
    assert typed_by(tab, COLLEAGUE, "F", "да")
    assert said(tab.look()) == [CLOSE]
    tab.update()
    assert typed_by(tab, COLLEAGUE, "C", "2026-05")


def test_what_is_half_typed_does_nothing_and_is_not_lost(tab: HeadsTab) -> None:
    tab.type(CLOSE, "2026-04", "=1+1", go="потом")
    assert tab.look() == Looked()
    assert tab.update().written == (FILE,)
    line = tab.lines()[CLOSE]
    assert (line.asked, line.go, line.told) == (["2026-04", "=1+1", ""], "потом", "")
    assert tab.update().written == ()


def test_what_is_typed_during_an_update_is_not_overwritten(tab: HeadsTab) -> None:
    tab.type(HISTORY, "MENT", "НС-0001")
    tab.look()
    reads: list[str] = []

    def meanwhile(call: Call) -> None:
        if tab.stage.office.ids[REPORTS_TITLE] in call.path:
            reads.append(call.path)
            if len(reads) == 2:
                tab.cell(CLOSE, "C", "2026-04")

    tab.stage.around.faults.set((Rule(("human",), route=READS, deed=meanwhile),))
    result = tab.update()
    tab.stage.around.faults.set(())
    assert "изменился во время обновления" in result.left[FILE]
    tab.update()
    lines = tab.lines()
    assert (lines[CLOSE].asked[0], lines[HISTORY].go) == ("2026-04", "")
    assert "НС-0001" in lines[HISTORY].result


HOSTILE = {
    HISTORY: ("MENT", '=HYPERLINK("http://x.example","да")'),
    CLOSE: ("<script>alert(1)</script>", "'=1+1"),
    "Восстановить строки": ("MENT", "+79120000001; Горин Иван", "{{7*7}}"),
    "Откуда цифра": ("K09", "=IMPORTRANGE(A1)"),
    "Сделать документ": ("К планёрке", "я" * 2000, "../../etc/passwd"),
    "Принять": ("=1+1", "@SUM(1)"),
}


def test_hostile_words_stay_words_and_are_not_repeated(tab: HeadsTab) -> None:
    for title, words in HOSTILE.items():
        tab.type(title, *words)
    assert all(one.told.startswith("Не сделано.") for one in tab.look().done)
    tab.update()
    sheet = tab.stage.ours()[FILE.removeprefix("Google: ")]
    entered = [cell["userEnteredValue"] for cell in sheet.cells.values() if "userEnteredValue" in cell]
    assert all(set(one) == {"stringValue"} for one in entered)
    told = " ".join(line.told for line in tab.lines().values())
    typed = [one for words in HOSTILE.values() for one in words if one not in {"MENT", "K09", "К планёрке"}]
    assert not any(one in told for one in (*typed, "Горин", "7912"))
    assert tab.update().written == ()


def test_a_tab_that_is_deleted_comes_back_blank_with_what_was_told(tab: HeadsTab) -> None:
    told = tab.ask(HISTORY, "MENT", "НС-0001").told
    office = tab.stage.office
    office.batch(REPORTS_TITLE, [{"deleteSheet": {"sheetId": office.tabs(REPORTS_TITLE)[TAB]}}])
    assert tab.look() == Looked()
    tab.update()
    assert tab.lines()[HISTORY].told == told
    assert tab.look() == Looked()


def test_lines_without_their_marks_and_copies_of_lines_ask_for_nothing(tab: HeadsTab) -> None:
    tab.type(CLOSE, "2026-04")
    tab.cell(CLOSE, "H", "что-то")
    tab.cell("Уточнить период", "H", "history.0")
    tab.cell("Уточнить период", "F", "да")
    looked = tab.look()
    assert said(looked) == [HISTORY], "the first line that calls itself so; it lacks words"
    assert looked.done[0].told.startswith("Не сделано. Не заполнено: «Реестр».")


def test_a_look_at_a_tab_in_which_nobody_asks_is_one_read(tab: HeadsTab) -> None:
    tab.look()
    desk = tab.desk()
    assert hear_and_do(desk, desk.moment) == Looked()
    assert desk.calls == {"metadata": 0, "read": 1, "write": 0}


def test_a_table_that_can_not_be_read_asks_for_nothing(tab: HeadsTab) -> None:
    tab.type(CLOSE, "2026-04")
    tab.stage.around.faults.set((Rule(("503",), route=READS),))
    assert tab.look() == Looked()
    tab.stage.around.faults.set(())
    assert said(tab.look()) == [CLOSE]


def test_an_office_in_a_folder_has_no_such_tab(tmp_path_factory: pytest.TempPathFactory) -> None:
    desk = build(tmp_path_factory.mktemp("folder") / "office")
    assert hear_and_do(desk, desk.moment) == Looked()
    assert not (desk.root / "state").exists()
