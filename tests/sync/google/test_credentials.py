"""Which key is taken and which is refused: each refusal a sentence with its remedy."""

import json
from pathlib import Path

import pytest
from google.oauth2 import service_account

from config.errors import SettingsError
from config.google import GoogleSection
from sync.google.credentials import SCOPES, account_of
from tests.sync.google.offices import ACCOUNT, write_key

KEY = "private/google-key.json"
LOCAL = GoogleSection(endpoint="http://127.0.0.1:1")
GOOGLES = "https://oauth2.googleapis.com/token"


def refusal(google: GoogleSection, folder: Path) -> SettingsError:
    with pytest.raises(SettingsError) as found:
        account_of(google, folder)
    return found.value


def test_a_key_of_google_gives_the_address_to_share_with_and_asks_for_spreadsheets_only(tmp_path: Path) -> None:
    write_key(tmp_path / KEY, "", token_uri=GOOGLES)
    account = account_of(GoogleSection(), tmp_path)
    assert account.email == ACCOUNT
    assert isinstance(account.credentials, service_account.Credentials)
    assert account.credentials.scopes == ["https://www.googleapis.com/auth/spreadsheets"] == [*SCOPES]


@pytest.mark.parametrize(
    "address", ["https://accounts.google.com/o/oauth2/token", "https://www.googleapis.com/oauth2/v4/token"]
)
def test_older_keys_of_google_are_taken_too(tmp_path: Path, address: str) -> None:
    write_key(tmp_path / KEY, "", token_uri=address)
    assert account_of(GoogleSection(), tmp_path).email == ACCOUNT


def test_a_key_of_a_server_on_this_machine_is_taken_when_the_endpoint_is_here_too(tmp_path: Path) -> None:
    write_key(tmp_path / KEY, "http://127.0.0.1:1")
    assert account_of(LOCAL, tmp_path).email == ACCOUNT


def test_a_key_that_is_absent_is_told_with_the_way_to_make_one(tmp_path: Path) -> None:
    found = refusal(LOCAL, tmp_path)
    assert found.sentence == f"Файла ключа {tmp_path / KEY} нет."
    assert "«Добавить ключ» → JSON" in found.advice


@pytest.mark.parametrize("mode", [0o644, 0o640, 0o606, 0o620])
def test_a_key_that_others_may_open_is_not_used(tmp_path: Path, mode: int) -> None:
    write_key(tmp_path / KEY, "http://127.0.0.1:1").chmod(mode)
    found = refusal(LOCAL, tmp_path)
    assert "открыт для других пользователей" in found.sentence
    assert found.advice == f"Закройте его: chmod 600 {tmp_path / KEY}"


def test_a_folder_in_place_of_the_key_can_not_be_read(tmp_path: Path) -> None:
    (tmp_path / KEY).mkdir(parents=True)
    assert "не читается" in refusal(LOCAL, tmp_path).sentence


OAUTH_CLIENT = {"installed": {"client_id": "1.apps.googleusercontent.com", "client_secret": "x", "token_uri": GOOGLES}}
PERSON = {"type": "authorized_user", "client_id": "1", "client_secret": "x", "refresh_token": "y"}


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("ключ", "— не JSON"),
        ("", "— не JSON"),
        ("AIzaSyMadeUpKeyOfAnApi", "— не JSON"),
        ('"AIzaSyMadeUpKeyOfAnApi"', "не ключ служебного аккаунта"),
        ("[]", "не ключ служебного аккаунта"),
        (json.dumps(OAUTH_CLIENT), "не ключ служебного аккаунта"),
        (json.dumps(PERSON), "не ключ служебного аккаунта"),
        (json.dumps({"type": "service_account"}), "не ключ служебного аккаунта"),
        (json.dumps({"type": "service_account", "client_email": ACCOUNT, "token_uri": GOOGLES}), "испорчен"),
    ],
    ids=["words", "empty", "API key", "API key quoted", "a list", "OAuth client", "a person", "no e-mail", "no key"],
)
def test_another_file_in_place_of_the_key_is_told(tmp_path: Path, text: str, words: str) -> None:
    path = write_key(tmp_path / KEY, "")
    path.write_text(text, encoding="utf-8")
    found = refusal(GoogleSection(), tmp_path)
    assert words in found.sentence
    assert "Сервисные аккаунты → Ключи" in found.advice
    assert "x" not in found.sentence.split()


def test_a_file_in_another_encoding_can_not_be_read(tmp_path: Path) -> None:
    write_key(tmp_path / KEY, "").write_bytes("{ключ}".encode("utf-16"))
    assert "не читается" in refusal(LOCAL, tmp_path).sentence


@pytest.mark.parametrize(
    "damage", ["-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n", "", "ключ", 5, None]
)
def test_a_damaged_key_is_told_without_its_content(tmp_path: Path, damage: object) -> None:
    write_key(tmp_path / KEY, "", token_uri=GOOGLES, private_key=damage)
    found = refusal(GoogleSection(), tmp_path)
    assert found.sentence == "Файл ключа google-key.json испорчен."
    assert "AAAA" not in found.advice


@pytest.mark.parametrize(
    "address",
    [
        "https://oauth2.googleapis.com.example.ru/token",
        "http://oauth2.googleapis.com/token",
        "https://example.ru/token",
        "",
    ],
)
@pytest.mark.parametrize("google", [GoogleSection(), LOCAL], ids=["Google", "this machine"])
def test_a_key_that_leads_elsewhere_is_not_used(tmp_path: Path, address: str, google: GoogleSection) -> None:
    write_key(tmp_path / KEY, "", token_uri=address)
    found = refusal(google, tmp_path)
    assert "ведёт не в Google" in found.sentence
    assert "Удалите этот файл" in found.advice


def test_a_key_of_this_machine_is_not_used_with_google(tmp_path: Path) -> None:
    write_key(tmp_path / KEY, "http://127.0.0.1:1")
    assert "ведёт не в Google" in refusal(GoogleSection(), tmp_path).sentence


def test_a_machine_without_a_sign_in_is_told_how_to_sign_in(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GOOGLE_APPLICATION_CREDENTIALS", str(tmp_path / "absent.json"))
    found = refusal(GoogleSection(credentials="adc"), tmp_path)
    assert "входа нет" in found.sentence
    assert "gcloud auth application-default login" in found.advice


def test_a_sign_in_of_a_person_has_no_address_to_share_with(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "adc.json"
    path.write_text(json.dumps(PERSON), encoding="utf-8")
    monkeypatch.setenv("GOOGLE_APPLICATION_CREDENTIALS", str(path))
    account = account_of(GoogleSection(credentials="adc"), tmp_path)
    assert account.email is None


def test_a_sign_in_of_this_machine_that_leads_elsewhere_is_not_used(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = write_key(tmp_path / "adc.json", "https://evil.example")
    monkeypatch.setenv("GOOGLE_APPLICATION_CREDENTIALS", str(path))
    with pytest.raises(SettingsError, match="чужой"):
        account_of(GoogleSection(credentials="adc"), tmp_path)
