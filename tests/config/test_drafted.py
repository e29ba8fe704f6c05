"""Drafted settings are appended to office.toml; nothing that stood there changes."""

import tomllib

import pytest

from config.drafted import has_section, section, with_section
from config.errors import SettingsError
from config.settings import Keeping, parse

KEEPING = Keeping(
    source=("Школы.csv", "Колледжи.csv"),
    tab="Лист1",
    headings={'Тел. "общий"': "Телефон", "Код": ""},
    constants={"Муниципалитет": "Бийск"},
    absent=("ИНН",),
    key=("Название", "Адрес"),
    fill_merged=True,
)


def test_a_section_reads_back_as_what_was_drafted() -> None:
    assert parse(section("EDU", KEEPING), {}).keeping("EDU") == KEEPING


def test_only_what_differs_from_the_defaults_is_written() -> None:
    assert tomllib.loads(section("EDU", Keeping(source=("Школы.csv",)))) == {
        "registers": {"EDU": {"source": ["Школы.csv"]}}
    }


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ('[registers]\nkept = ["STAFF"]\n', '[registers]\nkept = ["STAFF", "EDU"]\n'),
        ("[registers]\nkept = []\n", '[registers]\nkept = ["EDU"]\n'),
        ('[registers]\nkept = ["STAFF",] # все\n', '[registers]\nkept = ["STAFF", "EDU"] # все\n'),
        (
            '[registers]\nkept = [\n  "STAFF",  # и "EDU" потом ]\n  "TEAM"\n]\n[office]\nregion = "Край"',
            '[registers]\nkept = [\n  "STAFF",  # и "EDU" потом ]\n  "TEAM", "EDU"\n]\n[office]\nregion = "Край"',
        ),
        ('[registers]\nkept = ["EDU"]\n', '[registers]\nkept = ["EDU"]\n'),
        ('[office]\nregion = "Край"\n', '[office]\nregion = "Край"\n'),
    ],
)
def test_the_register_joins_the_list_of_the_kept_and_all_else_stays(text: str, kept: str) -> None:
    written = with_section(text, "EDU", KEEPING)
    assert written.startswith(kept.replace('"STAFF",, ', '"STAFF", '))
    assert parse(written, {}).keeping("EDU") == KEEPING


def test_comments_and_empty_lines_stay() -> None:
    text = '# Наш офис\n\n[office]   # кто мы\nregion = "Край" # свой\n\n[registers]\nkept = ["STAFF"] # пока\n'
    written = with_section(text, "EDU", KEEPING)
    for line in text.splitlines():
        assert line.replace('["STAFF"]', '["STAFF", "EDU"]') in written.splitlines()


@pytest.mark.parametrize(
    "text",
    [
        'registers = {kept = ["STAFF"]}\n',
        '[registers.EDU]\ntab = "Школы"\n',
        'registers.kept = ["STAFF"]\n',
    ],
)
def test_settings_that_can_not_be_extended_are_left_alone(text: str) -> None:
    with pytest.raises(SettingsError):
        with_section(text, "EDU", KEEPING)


def test_a_section_that_a_person_wrote_is_seen() -> None:
    assert has_section('[registers.EDU]\ntab = "Школы"\n', "EDU")
    assert has_section('[registers]\nEDU = {tab = "Школы"}\n', "EDU")
    assert not has_section('[registers]\nkept = ["EDU"]\n', "EDU")
