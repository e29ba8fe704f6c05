"""`rpo doctor` when Google is not reached or lets nobody in: one fault at a time, each with its remedy."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from sync.google.doctor import examine_google
from tests.sheets_server.call import Answer, Call
from tests.sheets_server.faults import Rule
from tests.sheets_server.running import running
from tests.sheets_server.surroundings import Surroundings
from tests.sheets_server.tokens import made
from tests.sync.google.examined import GOOGLES, findings, only, settings
from tests.sync.google.faulty import Faults
from tests.sync.google.offices import ACCOUNT, GoogleOfficeOnTest, write_key
from tests.sync.google.proxies import made_up_certificate, proxy
from tests.sync.google.times import Times


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


def test_a_key_that_is_absent(office: GoogleOfficeOnTest) -> None:
    (office.folder / "private" / "google-key.json").unlink()
    name, text, advice = only(office)
    assert name == "Ключ Google"
    assert "нет" in text
    assert "«Добавить ключ»" in advice
