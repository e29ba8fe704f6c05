"""`rpo doctor` in an office in Google: one fault of a spreadsheet at a time, each with its remedy."""

from typing import Any

import pytest

from tests.sheets_server.identities import SHEETS
from tests.sheets_server.surroundings import Surroundings
from tests.sheets_server.world import SPREADSHEET
from tests.sync.google.examined import TEAMS, XLSX, findings, only, settings, wrong
from tests.sync.google.offices import ACCOUNT, OWNER, GoogleOfficeOnTest


def everything(office: GoogleOfficeOnTest) -> list[Any]:  # Any: JSON
    """All that the owner sees and that lies behind it."""
    return [
        office.ask("GET", f"/v4/spreadsheets/{one}", query={"includeGridData": "true"}) for one in office.ids.values()
    ]


def allow(office: GoogleOfficeOnTest, role: str) -> None:
    """The account of the service gets another role in the spreadsheet of teams."""
    permissions = office.server.world.files[office.ids[TEAMS]]["permissions"]
    permissions[:] = [one for one in permissions if one["emailAddress"] != ACCOUNT]
    if role:
        permissions.append(office.server.world.permission(role, ACCOUNT))


def test_in_a_healthy_office_all_is_well_and_everything_is_told_once(office: GoogleOfficeOnTest) -> None:
    found = findings(office)
    names = [one[0] for one in found]
    assert all(one[1] for one in found)
    assert len(names) == len({*names})
    assert found[0] == ("Ключ Google", True, ACCOUNT, "")
    assert {f"{what} «{book}»" for what in ("Таблица", "Права на") for book in office.ids} <= {*names}


def test_nothing_is_changed_and_nothing_is_left_behind(office: GoogleOfficeOnTest) -> None:
    before = everything(office)
    findings(office)
    findings(office)
    assert everything(office) == before


def test_the_api_that_nobody_enabled(office: GoogleOfficeOnTest, around: Surroundings) -> None:
    around.world.identities.disable(SHEETS)
    name, text, advice = only(office)
    assert name == "Таблица «Отчёты РПО»"
    assert "не включён Google Sheets API" in text
    assert "«Включить»" in advice


def test_a_spreadsheet_that_is_not_shared(office: GoogleOfficeOnTest) -> None:
    allow(office, "")
    name, text, advice = only(office)
    assert (name, text) == ("Таблица «Команды»", "Таблица закрыта для служебного аккаунта.")
    assert f"дайте доступ адресу {ACCOUNT} с ролью «Редактор»" in advice


@pytest.mark.parametrize("role", ["reader", "commenter"])
def test_a_spreadsheet_that_may_only_be_looked_at(office: GoogleOfficeOnTest, role: str) -> None:
    allow(office, role)
    name, text, advice = only(office)
    assert (name, text.partition(",")[0]) == ("Права на «Команды»", "Служебный аккаунт может только смотреть таблицу")
    assert f"{ACCOUNT} роль «Редактор»" in advice


def test_an_account_that_owns_the_spreadsheet_has_more_rights_than_needed(office: GoogleOfficeOnTest) -> None:
    area = {"sheetId": office.tabs(TEAMS)["Наставники"]}
    locked = {"range": area, "editors": {"users": [OWNER]}}
    office.batch(TEAMS, [{"addProtectedRange": {"protectedRange": locked}}])
    assert wrong(office) == []
    allow(office, "owner")
    name, text, advice = only(office)
    assert name == "Права на «Команды»"
    assert "прав больше, чем нужно" in text
    assert "роль «Редактор»" in advice


def test_an_excel_file_opened_as_a_google_file(office: GoogleOfficeOnTest) -> None:
    record = office.server.world.add_file("Команды.xlsx", XLSX, owner=OWNER)
    assert record["mimeType"] != SPREADSHEET
    record["permissions"].append(office.server.world.permission("writer", ACCOUNT))
    settings(office, office.ids[TEAMS], record["id"])
    name, text, advice = only(office)
    assert name == "Таблица «Команды»"
    assert "файл Excel" in text
    assert "«Сохранить как Google Таблицу»" in advice


def test_an_address_with_a_mistake_in_it(office: GoogleOfficeOnTest) -> None:
    settings(office, office.ids[TEAMS], "1" + "x" * 43)
    name, text, advice = only(office)
    assert name == "Таблица «Команды»"
    assert "Таблицы с таким адресом нет" in text
    assert "Скопируйте адрес таблицы из браузера" in advice


def test_a_spreadsheet_in_the_bin(office: GoogleOfficeOnTest) -> None:
    office.server.world.files[office.ids[TEAMS]]["trashed"] = True
    assert "если таблица в корзине, восстановите её" in only(office)[2]


def test_another_language(office: GoogleOfficeOnTest) -> None:
    office.server.world.books[office.ids[TEAMS]].properties["locale"] = "en_US"
    name, text, advice = only(office)
    assert name == "Язык «Команды»"
    assert "en_US" in text
    assert "«Региональные настройки»: Россия" in advice


def test_another_time_zone(office: GoogleOfficeOnTest) -> None:
    office.server.world.books[office.ids[TEAMS]].properties["timeZone"] = "Asia/Omsk"
    name, text, advice = only(office)
    assert name == "Часовой пояс «Команды»"
    assert text == "Asia/Omsk, а в office.toml Europe/Moscow"
    assert "«Часовой пояс»" in advice


def test_a_heading_row_that_is_gone(office: GoogleOfficeOnTest) -> None:
    rows = {"sheetId": office.tabs(TEAMS)["Наставники"], "dimension": "ROWS", "startIndex": 0, "endIndex": 1}
    office.batch(TEAMS, [{"deleteDimension": {"range": rows}}])
    name, text, advice = only(office)
    assert (name, text) == ("Реестр «Наставники»", "на листе нет строки заголовков")
    assert "Верните строку заголовков" in advice


def test_a_registers_tab_that_is_gone(office: GoogleOfficeOnTest) -> None:
    office.batch(TEAMS, [{"deleteSheet": {"sheetId": office.tabs(TEAMS)["Наставники"]}}])
    name, text, advice = only(office)
    assert (name, text) == ("Реестр «Наставники»", "в таблице «Команды» нет такого листа")
    assert "Назовите лист «Наставники»" in advice
