"""The service's tabs in Google through whole updates: written at once, kept ours, mended when somebody touches them."""

from collections.abc import Callable
from pathlib import Path

import pytest

from sync.cli import main as rpo
from sync.google import http, publishing
from sync.google.names import REPORTS_TITLE, file_of
from sync.google.own_tabs import sheet_id_of
from sync.result import Result
from sync.run import update
from tests.sheets_server.call import Answer, Call, answered
from tests.sheets_server.http import Delivery
from tests.sheets_server.running import Running
from tests.sync.google.faulty import Faults
from tests.sync.google.offices import GoogleOfficeOnTest, build
from tests.sync.offices import team

REMARKS = "Замечания"
BROKEN = [team(number, **({"Стадия": "Почти"} if number == 3 else {})) for number in range(1, 7)]


def again(office: GoogleOfficeOnTest) -> Result:
    return update(office.desk())


@pytest.fixture
def broken(tmp_path: Path, server: Running) -> GoogleOfficeOnTest:
    """An office with one wrong cell, updated once."""
    office = build(tmp_path / "office", server, teams=BROKEN)
    again(office)
    return office


def cut_after_effect(call: Call, answer: Callable[[Call], Answer]) -> Answer | Delivery | None:
    if not call.path.endswith(":batchUpdate"):
        return None
    answer(call)
    return lambda _write: None


def test_the_first_update_makes_the_tabs_and_the_second_writes_nothing(office: GoogleOfficeOnTest) -> None:
    first, second = again(office), again(office)
    order = ["Отчёт. Сводка руководителя", "Отчёт. Качество данных", "Отчёт. Сверка", "Состояние", REMARKS]
    assert [one for one in office.tabs(REPORTS_TITLE) if one in order] == order
    assert first.calls == {"metadata": 3, "read": 3, "write": 3}
    assert second.calls == {"metadata": 0, "read": 3, "write": 0}
    assert (second.exit_code, second.written) == (0, ())


def test_a_wrong_cell_is_remarked_in_both_tabs_and_goes_when_it_is_mended(broken: GoogleOfficeOnTest) -> None:
    beside = broken.values("Команды", REMARKS)
    assert [row[0] for row in beside if row and str(row[0]).startswith("КМ-")] == ["КМ-0003"]
    assert any("Почти" in str(row) for row in broken.values(REPORTS_TITLE, REMARKS))
    column = broken.values("Команды", "Команды и проекты")[0].index("Стадия")
    broken.type("Команды", f"'Команды и проекты'!{'ABCDEFGHIJKLMNOPQRSTUVWXYZ'[column]}4", "Идея")
    assert again(broken).fixed == 1
    assert ["Замечаний нет."] in broken.values("Команды", REMARKS)


def test_a_register_is_not_touched_by_the_service(broken: GoogleOfficeOnTest) -> None:
    before = {tab: broken.values("Команды", tab) for tab in ("Команды и проекты", "Наставники")}
    broken.type("Команды", "'Команды и проекты'!B2", "Другая")
    again(broken)
    after = {tab: broken.values("Команды", tab) for tab in before}
    before["Команды и проекты"][1][1] = "Другая"
    assert after == before


def test_what_somebody_typed_into_a_report_is_kept_aside_and_the_report_is_written_anew(
    broken: GoogleOfficeOnTest,
) -> None:
    good = broken.values(REPORTS_TITLE, REMARKS)
    broken.type(REPORTS_TITLE, f"'{REMARKS}'!A1", "Тут был человек")
    assert again(broken).written == (file_of(REPORTS_TITLE, REMARKS),)
    assert broken.values(REPORTS_TITLE, REMARKS)[2:] == good[2:]
    (aside,) = (broken.folder / "reports" / "Правленное вручную").iterdir()
    assert aside.name.startswith("Замечания (")


@pytest.mark.parametrize(
    "change",
    [
        {"deleteSheet": {}},
        {"updateSheetProperties": {"properties": {"title": "Мои замечания"}, "fields": "title"}},
        {"updateSheetProperties": {"properties": {"hidden": True}, "fields": "hidden"}},
    ],
    ids=["deleted", "renamed", "hidden"],
)
def test_our_tab_comes_back_under_its_own_title_and_number(
    broken: GoogleOfficeOnTest, change: dict[str, dict[str, object]]
) -> None:
    number = broken.tabs(REPORTS_TITLE)[REMARKS]
    assert number == sheet_id_of(f"{REPORTS_TITLE}#{REMARKS}")
    ((kind, body),) = change.items()
    place = {"sheetId": number}
    if isinstance(properties := body.get("properties"), dict):
        broken.batch(REPORTS_TITLE, [{kind: {**body, "properties": {**properties, **place}}}])
    else:
        broken.batch(REPORTS_TITLE, [{kind: place}])
    broken.type("Команды", "'Команды и проекты'!B2", "Другая команда, чтобы было что записать")
    broken.type(REPORTS_TITLE, "'Состояние'!A1", "и здесь")
    again(broken)
    again(broken)
    assert kind == "updateSheetProperties" or broken.tabs(REPORTS_TITLE)[REMARKS] == number


def test_a_title_that_staff_have_taken_is_left_to_them(office: GoogleOfficeOnTest) -> None:
    office.batch("Команды", [{"addSheet": {"properties": {"title": REMARKS, "sheetId": 77}}}])
    office.type("Команды", f"'{REMARKS}'!A1", "Наше")
    again(office)
    assert office.values("Команды", REMARKS) == [["Наше"]]
    assert "Замечания (сервис)" in office.tabs("Команды")
    assert again(office).written == ()


def test_a_heavy_tab_is_laid_down_beside_and_swapped_in_at_once(
    tmp_path: Path, server: Running, monkeypatch: pytest.MonkeyPatch
) -> None:
    plain = build(tmp_path / "plain", server, teams=BROKEN)
    again(plain)
    monkeypatch.setattr(publishing, "MOST_BYTES", 6_000)
    heavy = build(tmp_path / "heavy", server, teams=BROKEN)
    result = again(heavy)
    assert result.calls["write"] > 6
    assert [*heavy.tabs(REPORTS_TITLE)] == [*plain.tabs(REPORTS_TITLE)]
    for tab in (REMARKS, "Отчёт. Качество данных"):
        assert heavy.values(REPORTS_TITLE, tab)[2:] == plain.values(REPORTS_TITLE, tab)[2:]
    assert again(heavy).written == ()


def test_an_answer_that_was_lost_after_the_effect_makes_no_second_tab(
    office: GoogleOfficeOnTest, faults: Faults
) -> None:
    faults.faults.append(cut_after_effect)
    result = again(office)
    faults.faults.clear()
    assert result.exit_code == 0
    tabs = [*office.tabs(REPORTS_TITLE)]
    assert len(tabs) == len({*tabs})
    assert {"Отчёт. Сводка руководителя", "Состояние", REMARKS} <= {*tabs}
    assert again(office).written == ()


def test_when_google_refuses_a_write_the_report_is_left_and_written_the_next_time(
    office: GoogleOfficeOnTest, faults: Faults
) -> None:
    denied = answered({"error": {"code": 403, "message": "no", "status": "PERMISSION_DENIED"}}, 403)
    faults.faults.append(lambda call, _answer: denied if call.path.endswith(":batchUpdate") else None)
    result = again(office)
    assert result.exit_code == 1
    assert all("Редактор" in reason for reason in result.left.values())
    faults.faults.clear()
    assert again(office).exit_code == 0
    assert again(office).written == ()


def test_when_google_is_down_the_last_good_data_stay_and_it_is_said(broken: GoogleOfficeOnTest, faults: Faults) -> None:
    before = broken.values("Команды", REMARKS)
    faults.faults.append(lambda _call, _answer: answered({}, 503))
    result = again(broken)
    assert result.exit_code == 1
    assert {one["state"] for one in result.registers.values()} == {"failed"}
    assert result.registers["TEAM"]["rows"] == 6
    faults.faults.clear()
    assert again(broken).exit_code == 0
    assert broken.values("Команды", REMARKS)[2:] == before[2:]


def test_an_older_copy_of_the_history_does_not_overwrite_newer_reports(broken: GoogleOfficeOnTest) -> None:
    state = broken.folder / "state"
    old = {path: path.read_bytes() for path in state.glob("rpo.sqlite*")}
    for name in ("Первая", "Вторая"):
        broken.type("Команды", "'Команды и проекты'!B2", name)
        broken.type(REPORTS_TITLE, "'Состояние'!A1", name)
        again(broken)
    for path, data in old.items():
        path.write_bytes(data)
    broken.type("Команды", "'Команды и проекты'!B2", "Третья")
    broken.type(REPORTS_TITLE, "'Состояние'!A1", "Третья")
    result = again(broken)
    assert result.exit_code == 1
    assert any("другая копия сервиса" in reason for reason in result.left.values())


def test_an_answer_in_the_tab_of_spellings_is_taken(tmp_path: Path, server: Running) -> None:
    named = [team(number, **({"Наставники": "Громов Иван"} if number == 2 else {})) for number in range(1, 7)]
    office = build(tmp_path / "office", server, teams=named)
    again(office)
    rows = office.values(REPORTS_TITLE, "Соответствия")
    at = next(number for number, row in enumerate(rows, 1) if "Громов Иван" in map(str, row))
    office.type(REPORTS_TITLE, f"'Соответствия'!E{at}", "НС-0002")
    again(office)
    assert not any(row and str(row[0]) == "КМ-0002" for row in office.values("Команды", REMARKS))
    assert office.values(REPORTS_TITLE, "Соответствия")[at - 1][-1] == "НС-0002"
    assert not (office.folder / "reports" / "Правленное вручную").exists()


def test_an_office_that_does_without_tabs_beside_loses_them(broken: GoogleOfficeOnTest) -> None:
    settings = broken.folder / "office.toml"
    settings.write_text(
        settings.read_text(encoding="utf-8").replace("[google]", "[google]\nremarks_beside = false"), encoding="utf-8"
    )
    again(broken)
    assert [*broken.tabs("Команды")] == ["Команды и проекты", "Наставники"]
    assert again(broken).written == ()


def test_a_log_names_no_spreadsheet_and_no_value(office: GoogleOfficeOnTest, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level("INFO", logger=http.LOG.name)
    again(office)
    assert "POST /v4/spreadsheets/{id}:batchUpdate 200" in caplog.text
    assert not any(one in caplog.text for one in (*office.ids.values(), "Команда", "Горин", "КМ-0001"))


@pytest.mark.parametrize("command", ["check", "plan", "status"])
def test_looking_writes_nothing(broken: GoogleOfficeOnTest, command: str, capsys: pytest.CaptureFixture[str]) -> None:
    broken.type("Команды", "'Команды и проекты'!B2", "Другая")
    before = {name: broken.server.world.files[one]["version"] for name, one in broken.ids.items()}
    rpo([command, "--office", str(broken.folder), "-q"])
    assert {name: broken.server.world.files[one]["version"] for name, one in broken.ids.items()} == before
    assert capsys.readouterr().err == ""


def test_without_the_history_the_service_stops_until_its_tabs_are_taken_away(broken: GoogleOfficeOnTest) -> None:
    broken.type("Команды", "'Команды и проекты'!B2", "Другая")
    broken.type(REPORTS_TITLE, "'Состояние'!A1", "и здесь")
    again(broken)
    for path in (broken.folder / "state").iterdir():
        path.unlink()
    assert "удалите в таблице листы сервиса" in next(iter(again(broken).left.values()))
    for name in broken.ids:
        ours = [
            one for title, one in broken.tabs(name).items() if title.startswith(("Отчёт", "Состояние", "Зам", "Без"))
        ]
        broken.batch(name, [{"deleteSheet": {"sheetId": one}} for one in ours])
    assert again(broken).exit_code == 0


def test_without_a_network_only_the_first_spreadsheet_is_waited_for(broken: GoogleOfficeOnTest) -> None:
    settings = broken.folder / "office.toml"
    text = settings.read_text(encoding="utf-8")
    settings.write_text(text.replace(broken.server.url, "http://127.0.0.1:9"), encoding="utf-8")
    result = again(broken)
    assert result.exit_code == 1
    assert sum(result.calls.values()) <= http.TRIES
    assert result.registers["STAFF"]["rows"] == 2


def test_a_report_that_could_not_be_looked_at_is_written_the_next_time_though_nothing_changed_since(
    broken: GoogleOfficeOnTest, faults: Faults
) -> None:
    broken.type("Команды", "'Команды и проекты'!B2", "Другая")
    broken.type("Команды", "'Команды и проекты'!A3", "КМ-0001")
    reports = broken.ids[REPORTS_TITLE]
    denied = answered({"error": {"code": 403, "message": "no", "status": "PERMISSION_DENIED"}}, 403)
    faults.faults.append(lambda call, _answer: denied if reports in call.path else None)
    assert again(broken).left
    faults.faults.clear()
    assert file_of(REPORTS_TITLE, REMARKS) in again(broken).written
    assert again(broken).written == ()
