"""The settings of the next season: its name, the office's numbers; nothing that bound the old tables."""

import pytest

from config.settings import Settings, parse
from sync.founding import settings_text
from sync.season_settings import next_settings

OLD = """# Настройки офиса
[office]
region = "Приозёрская область"
season = "2025/2026"   # сезон Программы
today = 2026-04-15
settling_until = 2026-06-10

[registers]
kept = ["STAFF", "SCH"]

[registers.SCH]
source = ["Школьники*.xlsx"]
key = [
    "Фамилия",
    "Имя",
]

[[import]]
name = "Форма"
gives = "candidates"
register = "SCH"
source = "Форма*.csv"

[storage]
kind = "google"

[google]
reports_spreadsheet = "https://docs.google.com/spreadsheets/d/1aB2cD3eF4gH5iJ6kL7mN8oP9/edit"

[[google.spreadsheet]]
name = "Команды"
registers = ["STAFF"]
id = "https://docs.google.com/spreadsheets/d/1qR2sT3uV4wX5yZ6aB7cD8eF9/edit"

[personal_data]
mode = "in_sheet"

[thresholds]
team_min = 4

[state]
url = "sqlite:////srv/rpo/old.sqlite"
"""


def settings(text: str) -> Settings:
    return parse(text, {})


def test_what_is_the_offices_own_goes_on_and_what_bound_old_tables_does_not() -> None:
    text, dropped = next_settings(OLD, "2026/2027")
    found = settings(text)
    assert (found.office.season, found.office.region) == ("2026/2027", "Приозёрская область")
    assert (found.office.today, found.office.settling_until) == (None, None)
    assert found.kept == ("STAFF", "SCH")
    assert found.thresholds.team_min == 4
    assert (found.registers, found.imports, found.google.spreadsheets) == ({}, (), ())
    assert (found.storage.kind, found.personal_data.mode) == ("folder", "local")
    assert found.state.url == "sqlite:///state/rpo.sqlite"
    assert dropped == [
        "[registers.SCH]", "[import]", "[storage]", "[google]", "[google.spreadsheet]", "[personal_data]", "[state]",
    ]  # fmt: skip


def test_every_old_line_is_still_there() -> None:
    text, _ = next_settings(OLD, "2026/2027")
    assert '# source = ["Школьники*.xlsx"]' in text
    assert "# today = 2026-04-15" in text
    assert 'season = "2026/2027"   # сезон Программы' in text


@pytest.mark.parametrize("old", ["", '[office]\nregion = "Край"\n', '[registers]\nkept = ["TEAM"]\n'])
def test_a_season_that_was_not_written_is_written_now(old: str) -> None:
    text, dropped = next_settings(old, "2026/2027")
    assert settings(text).office.season == "2026/2027"
    assert dropped == []


def test_the_commented_example_stays_an_example() -> None:
    from datetime import date

    text, _ = next_settings(settings_text("2025/2026", date(2026, 6, 10)), "2026/2027")
    assert settings(text).office.season == "2026/2027"
    assert settings(text).office.settling_until is None
