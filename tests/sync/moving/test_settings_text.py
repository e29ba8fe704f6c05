"""Settings leave without secrets and without places of this machine; what is left out is named, never shown."""

import tomllib
from importlib.resources import files

import pytest

from config.errors import SettingsError
from sync.moving.settings_text import portable

PLAIN = '[office]\nregion = "Приозёрская область"  # наша\ntoday = 2026-04-15\n\n[state]\nurl = "sqlite:///state/rpo.sqlite"\n'


def test_settings_without_secrets_leave_as_they_are() -> None:
    assert portable(PLAIN) == (PLAIN, ())


@pytest.mark.parametrize(
    ("line", "key"),
    [
        ('[google]\ncredentials = "private/КАНАРЕЙКА.json"  # ключ\n', "google.credentials"),
        ('[mail]\npassword = "КАНАРЕЙКА"\n', "mail.password"),
        ('[mail]\nPassword= "КАНАРЕЙКА"\n', "mail.Password"),
        ('[page]\n  token="КАНАРЕЙКА"\n', "page.token"),
        ('[[hook]]\napi_key = "КАНАРЕЙКА"\n', "hook.api_key"),
        ('mail.password = "КАНАРЕЙКА"\n', "mail.password"),
        ('"secret" = "КАНАРЕЙКА"\n', "secret"),
    ],
)
def test_a_secret_stays_here_and_its_key_is_named(line: str, key: str) -> None:
    found = portable(line + PLAIN)
    assert "КАНАРЕЙКА" not in found.text
    assert found.left_out == (key,)
    assert tomllib.loads(found.text)["office"]["region"] == "Приозёрская область"
    assert portable(found.text) == found


def test_a_secret_that_is_switched_off_stays_here_too() -> None:
    found = portable('[mail]\n# password = "КАНАРЕЙКА"\n' + PLAIN)
    assert "КАНАРЕЙКА" not in found.text


@pytest.mark.parametrize(
    "line",
    [
        'mail = {host = "a", password = "КАНАРЕЙКА"}\n',
        'storage = {folder = "D:/Офис"}\n',
        '[mail]\npassword = """\nКАНАРЕЙКА\n"""\n',
    ],
)
def test_what_can_not_be_taken_out_is_refused(line: str) -> None:
    with pytest.raises(SettingsError, match="не отдельной строкой") as error:
        portable(line + PLAIN)
    assert "КАНАРЕЙКА" not in error.value.sentence + error.value.advice


@pytest.mark.parametrize(
    ("line", "section", "key", "value"),
    [
        ('[storage]\nkind = "folder"\nfolder = "//server/РПО/таблицы"\n', "storage", "folder", "registers"),
        ('[storage]\nfolder = "таблицы"   # наши\n', "storage", "folder", "registers"),
        ('[state]\nurl = "sqlite:////var/lib/rpo.sqlite"\n', "state", "url", "sqlite:///state/rpo.sqlite"),
        ('[state]\nurl = "postgresql+psycopg://u:p@h/d"\n', "state", "url", "sqlite:///state/rpo.sqlite"),
    ],
)
def test_places_of_this_machine_become_the_usual_ones(line: str, section: str, key: str, value: str) -> None:
    found = portable(line + '[office]\nregion = "Область"\n')
    assert tomllib.loads(found.text)[section][key] == value
    assert found.left_out == ()


def test_the_example_settings_leave_but_for_the_path_of_the_key() -> None:
    text = (files("config") / "example.toml").read_text(encoding="utf-8")
    found = portable(text)
    assert found.left_out == ("google.credentials",)
    assert len(found.text.splitlines()) == len(text.splitlines())
    left = tomllib.loads(text)
    del left["google"]["credentials"]
    assert tomllib.loads(found.text) == left
