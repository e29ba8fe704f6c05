"""`rpo doctor` in an office in Google: one fault at a time, as Google answers it, each with its remedy."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from sync.google.doctor import Found, examine_google
from sync.google.office import GoogleOffice
from tests.sheets_server.call import Answer, Call
from tests.sheets_server.faults import Rule
from tests.sheets_server.identities import SHEETS
from tests.sheets_server.running import running
from tests.sheets_server.surroundings import Surroundings
from tests.sheets_server.tokens import made
from tests.sheets_server.world import SPREADSHEET
from tests.sync.google.conftest import Faults
from tests.sync.google.offices import ACCOUNT, OWNER, GoogleOfficeOnTest, write_key
from tests.sync.google.proxies import made_up_certificate, proxy
from tests.sync.google.times import Times

TEAMS = "Команды"
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
GOOGLES = "https://oauth2.googleapis.com/token"


def findings(office: GoogleOfficeOnTest, times: Times | None = None) -> list[Found]:
    """What `doctor` finds, on a clock that moves only when it sleeps."""
    desk = office.desk()
    ports = (times or Times()).ports
    google = GoogleOffice(desk.settings.google, desk.root, desk.state.parent / "google.json", ports)
    return list(examine_google(google, desk.settings))


def wrong(office: GoogleOfficeOnTest) -> list[Found]:
    return [one for one in findings(office) if not one[1]]


def only(office: GoogleOfficeOnTest) -> tuple[str, str, str]:
    """The one thing that is wrong: its name, its text and the advice."""
    ((name, _, text, advice),) = wrong(office)
    return name, text, advice


def settings(office: GoogleOfficeOnTest, old: str, new: str) -> None:
    path = office.folder / "office.toml"
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


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
    assert (name, text) == ("Права на «Команды»", "аккаунт может только смотреть")
    assert f"{ACCOUNT} с ролью «Редактор»" in advice


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


def test_a_sign_in_of_a_person_has_more_rights_than_needed(
    office: GoogleOfficeOnTest, monkeypatch: pytest.MonkeyPatch
) -> None:
    person = office.folder / "person.json"
    key = {"type": "authorized_user", "client_id": "1", "client_secret": "x", "refresh_token": "y"}
    person.write_text(json.dumps(key), encoding="utf-8")
    monkeypatch.setenv("GOOGLE_APPLICATION_CREDENTIALS", str(person))
    settings(office, "[google]", '[google]\ncredentials = "adc"')
    desk = office.desk()
    first = next(iter(examine_google(desk.google, desk.settings)))
    assert not first[1]
    assert "от имени человека" in first[2]
    assert "Создайте служебный аккаунт" in first[3]


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


@pytest.mark.parametrize("skew", [-3600, 3600])
def test_a_clock_with_which_google_lets_nobody_in(
    office: GoogleOfficeOnTest, around: Surroundings, skew: float
) -> None:
    around.world.identities.skew = skew
    _, text, advice = only(office)
    assert "часы этого компьютера идут неверно" in text
    assert "Включите точное время" in advice


@pytest.mark.parametrize(("ahead", "well"), [(0, True), (299, True), (-299, True), (301, False), (-7200, False)])
def test_a_clock_that_differs_from_the_date_of_googles_answers(
    office: GoogleOfficeOnTest,
    faults: Faults,
    ahead: float,
    well: bool,  # noqa: FBT001  a column of the table
) -> None:
    def dated(call: Call, answer: Callable[[Call], Answer]) -> Answer | None:
        found = answer(call)
        return Answer(found.status, found.body, found.headers | {"Date": "Mon, 02 Feb 2026 02:40:00 GMT"})

    faults.faults.append(dated)
    found = findings(office, Times(wall=1_770_000_000.0 + ahead))
    (clock,) = [one for one in found if one[0] == "Часы и Google"]
    assert clock[1] is well
    assert f"{abs(ahead)} с" in clock[2]
    assert "Включите точное время" in clock[3]


def test_a_key_that_was_taken_back(office: GoogleOfficeOnTest, around: Surroundings) -> None:
    around.world.identities.revoke(ACCOUNT)
    _, text, advice = only(office)
    assert "ключ служебного аккаунта удалён или отключён" in text
    assert "Создайте новый ключ" in advice


def test_a_token_that_google_does_not_take(office: GoogleOfficeOnTest, around: Surroundings) -> None:
    around.faults.set((Rule(("401",), route="/v4/*"),))
    _, text, advice = only(office)
    assert "не принял вход служебного аккаунта" in text
    assert "Проверьте файл ключа" in advice


def test_a_sign_in_without_the_right_to_spreadsheets(
    office: GoogleOfficeOnTest, around: Surroundings, faults: Faults
) -> None:
    narrow = made(ACCOUNT, around.world.clock.now(), "https://www.googleapis.com/auth/drive.metadata.readonly")
    body = json.dumps({"access_token": narrow, "expires_in": 3599, "token_type": "Bearer"}).encode()
    given = Answer(200, body, {"Content-Type": "application/json"})
    faults.faults.append(lambda call, _answer: given if call.path == "/token" else None)
    _, text, advice = only(office)
    assert "нет права на таблицы" in text
    assert "https://www.googleapis.com/auth/spreadsheets" in advice


def test_a_quota_that_others_have_used_up(office: GoogleOfficeOnTest, around: Surroundings) -> None:
    around.quota.foreign(1.0)
    _, text, advice = only(office)
    assert "слишком много обращений за минуту" in text
    assert "попробует ещё раз" in advice


def test_a_network_that_is_closed(office: GoogleOfficeOnTest) -> None:
    with running() as gone:
        url = gone.url
    settings(office, office.server.url, url)
    write_key(office.folder / "private" / "google-key.json", url)
    _, text, advice = only(office)
    assert "сеть недоступна или закрыта" in text
    assert "sheets.googleapis.com и oauth2.googleapis.com (443)" in advice


def out_to_google(office: GoogleOfficeOnTest, monkeypatch: pytest.MonkeyPatch, url: str) -> None:
    """The office as it is in earnest, with Google's own addresses, behind a proxy on the loopback."""
    settings(office, f'endpoint = "{office.server.url}"', "")
    write_key(office.folder / "private" / "google-key.json", "", token_uri=GOOGLES)
    for name in ("NO_PROXY", "no_proxy", "https_proxy", "ALL_PROXY", "all_proxy"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("HTTPS_PROXY", url)


def test_a_proxy_that_lets_nobody_in(office: GoogleOfficeOnTest, monkeypatch: pytest.MonkeyPatch) -> None:
    with proxy() as url:
        out_to_google(office, monkeypatch, url)
        _, text, advice = only(office)
    assert "прокси-сервер не пропускает" in text
    assert "HTTPS_PROXY" in advice


def test_a_certificate_of_somebody_else(
    office: GoogleOfficeOnTest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with proxy(made_up_certificate(tmp_path / "made-up.pem")) as url:
        out_to_google(office, monkeypatch, url)
        _, text, advice = only(office)
    assert "сертификат не тот" in text
    assert "не вскрывать sheets.googleapis.com" in advice


@pytest.mark.parametrize("route", ["/v4/*", "/token"])
def test_a_network_that_asks_to_sign_in(office: GoogleOfficeOnTest, around: Surroundings, route: str) -> None:
    around.faults.set((Rule(("portal",), route=route),))
    _, text, advice = only(office)
    assert "пришла веб-страница" in text
    assert "Откройте на этом компьютере браузер и войдите в сеть" in advice


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


def test_a_key_that_is_absent(office: GoogleOfficeOnTest) -> None:
    (office.folder / "private" / "google-key.json").unlink()
    name, text, advice = only(office)
    assert name == "Ключ Google"
    assert "нет" in text
    assert "«Добавить ключ»" in advice
