"""Settings: defaults that work, mistakes named by their line, variables of the environment."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from config.errors import SettingsError
from config.settings import Keeping, Settings, parse

KNOWN = ("SCH", "UNI", "TEAM")


def test_an_empty_file_is_a_whole_office() -> None:
    assert parse("", {}) == Settings()


def test_a_register_says_how_it_is_kept() -> None:
    settings = parse('[registers]\nkept = ["SCH"]\n[registers.SCH]\nsource = "а.xlsx"\nabsent = ["ИНН"]', {}, KNOWN)
    assert settings.kept == ("SCH",)
    assert settings.keeping("SCH").source == ("а.xlsx",)
    assert settings.keeping("UNI") == Keeping()


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ('[office]\nregion = "Край"\nseasn = "2025/2026"', ("строка 3", "«office.seasn»", "«season»")),
        ("[limits]\nvanish_row = 1", ("строка 2", "«vanish_rows»")),
        ("[offise]\n", ("строка 1", "«office»")),
        ('[limits]\nvanish_rows = "много"', ("строка 2", "целое число")),
        ("[limits]\nvanish_rows = 0", ("строка 2", "не меньше 1")),
        ('[storage]\nkind = "ftp"', ("строка 2", "folder")),
        ('[office]\ntime_zone = "Москва"', ("строка 2", "Asia/Yekaterinburg")),
        ('[office]\ntoday = "вчера"', ("строка 2", "дата")),
        ('[registers]\nkept = ["SHC"]', ("строка 2", "«SHC»", "«SCH»")),
        ("[registers.SCH]\nheadngs = {}", ("строка 2", "«headings»")),
        ('[ownership]\nteam_sise = "SCH"', ("строка 2", "«ownership.team_sise»", "«team_size»")),
        ('[ownership]\nteam_size = "UNI"', ("строка 2", "«ownership.team_size»", "'TEAM' или 'SCH'")),
        ("region = ", ("не читается",)),
        ("registers = 5", ("registers", "таблиц")),
    ],
)
def test_a_mistake_is_named_with_its_line_and_the_nearest_key(text: str, parts: tuple[str, ...]) -> None:
    with pytest.raises(SettingsError) as found:
        parse(text, {}, KNOWN)
    assert all(part in found.value.sentence for part in parts), found.value.sentence


FORM = '[office]\n[[import]]\nname = "Форма"\ngives = "candidates"\nregister = "SCH"\nsource = "Форма*.csv"\n'


def test_an_import_says_what_it_gives_and_by_what_people_are_known() -> None:
    (form,) = parse(FORM + 'match = ["E-mail"]', {}, KNOWN).imports
    assert (form.key, form.target, form.source, form.match_fields) == (
        "import:Форма", "SCH", ("Форма*.csv",), ("email",),
    )  # fmt: skip
    (platform,) = parse('[[import]]\nname = "П"\ngives = "progress"\nsource = "*.csv"', {}, KNOWN).imports
    assert (platform.target, platform.match_fields) == ("PROG", ("surname", "name", "born"))


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ('[[import]]\nname = "П"\ngivs = "progress"\nsource = "x"', ("строка 9", "«import.givs»", "«gives»")),
        ('[[import]]\nname = "П"\ngives = "facts"\nsource = "x"', ("строка 9", "'progress'")),
        ('[[import]]\nname = "П"\ngives = "progress"', ("строка 7", "«import.source»", "обязателен")),
        ('[[import]]\nname = "форма"\ngives = "progress"\nsource = "x"', ("«форма»", "у двух разделов")),
        ('[[import]]\nname = "П"\ngives = "people"\nsource = "x"', ("строка 7", "register", "UNI")),
        ('[[import]]\nname = "П"\ngives = "progress"\nregister = "SCH"\nsource = "x"', ("register", "не нужен")),
        ('match = ["Имя"]', ("строка 7", "Дата рождения")),
        ('match = ["Почта"]', ("строка 7", "«Почта»", "E-mail")),
        ('match = "Код участника"', ("прогресса",)),
        ("[imports]\nname = 1", ("строка 7", "«imports»", "«import»")),
    ],
)
def test_a_mistake_in_an_import_is_named_with_its_line(text: str, parts: tuple[str, ...]) -> None:
    with pytest.raises(SettingsError) as found:
        parse(FORM + text, {}, KNOWN)
    assert all(part in found.value.sentence for part in parts), found.value.sentence


def test_a_lone_bracket_around_import_is_explained() -> None:
    with pytest.raises(SettingsError) as found:
        parse('[import]\nname = "Форма"', {}, KNOWN)
    assert "[[import]]" in found.value.sentence


def test_a_variable_for_a_list_of_sections_is_refused() -> None:
    with pytest.raises(SettingsError) as found:
        parse(FORM, {"RPO_IMPORT__NAME": "Форма"}, KNOWN)
    assert "RPO_IMPORT__NAME" in found.value.sentence


def test_the_environment_overrides_the_file() -> None:
    environ = {
        "RPO_LIMITS__VANISH_ROWS": "7",
        "RPO_OFFICE__TODAY": "2026-04-15",
        "RPO_RULES__MUTED": "X01, C06",
        "HOME": "/",
    }
    settings = parse("[limits]\nvanish_rows = 3", environ)
    assert settings.limits.vanish_rows == 7
    assert settings.office.today == date(2026, 4, 15)
    assert settings.rules.muted == ("X01", "C06")


def test_a_wrong_variable_of_the_environment_is_a_mistake_too() -> None:
    with pytest.raises(SettingsError):
        parse("", {"RPO_LIMITS__VANISH_ROWZ": "7"})


def test_settings_can_not_be_changed() -> None:
    with pytest.raises(ValueError, match="frozen"):
        Settings().office.region = "Край"  # type: ignore[misc]  # this is what must fail


def outcome(text: str) -> Settings | str:
    try:
        return parse(text, {}, KNOWN)
    except SettingsError as found:
        return found.sentence


@given(st.text(max_size=60))
def test_any_text_is_read_or_refused_with_a_sentence(text: str) -> None:
    assert outcome(text)
