"""Locales: separators, words and default patterns that follow from a tag."""

import pytest

from tests.sheets_server.locales import locale_of

SEPARATORS = """
    tag   | decimal | argument | column   # proof
    en_US | .       | ,        | ,        # recorded formula =SUM(A2,B2), grids/with-formula.json
    ru_RU | ,       | ;        | \\        # sheets_api.md §5 "Locale ru_RU"
    es_ES | ,       | ;        | \\        # sheets_api.md §5, Spanish projects
    de_DE | ,       | ;        | \\        # not proven
    ru_UA | ,       | ;        | \\        # not proven: an unknown country takes its language
    xx_XX | .       | ,        | ,        # not proven: an unknown language reads as en_US
"""


def rows(text: str) -> list[list[str]]:
    lines = [line.split("#")[0] for line in text.strip().splitlines()[1:]]
    return [[cell.strip() for cell in line.split("|")] for line in lines]


@pytest.mark.parametrize(("tag", "decimal", "argument", "column"), rows(SEPARATORS))
def test_a_tag_gives_its_separators(tag: str, decimal: str, argument: str, column: str) -> None:
    locale = locale_of(tag)
    assert (locale.tag, locale.decimal, locale.argument, locale.column) == (tag, decimal, argument, column)
    assert locale.row == ";"


@pytest.mark.parametrize(
    ("tag", "kind", "pattern"),
    [
        ("en_US", "DATE_TIME", "M/d/yyyy H:mm:ss"),  # recorded: grids/time-formula.json names only the type
        ("en_US", "CURRENCY", '"$"#,##0.00'),  # recorded: grids/mixed-data.json
        ("en_US", "TEXT", ""),
        ("ru_RU", "DATE", "dd.MM.yyyy"),  # not proven
        ("ru_RU", "CURRENCY", "#,##0.00[$ ₽]"),  # recorded as a pattern of en_US: grids/mixed-data.json
    ],
)
def test_a_format_that_names_only_its_type_has_a_pattern(tag: str, kind: str, pattern: str) -> None:
    assert locale_of(tag).default_pattern(kind) == pattern


def test_every_locale_names_twelve_months_and_seven_days() -> None:
    for tag in ("en_US", "en_GB", "ru_RU", "es_ES", "fr_FR", "de_DE"):
        locale = locale_of(tag)
        assert len(set(locale.months)) == len(set(locale.month_forms)) == len(locale.short_months) == 12
        assert len(set(locale.days)) == len(locale.short_days) == 7


def test_a_tag_with_a_hyphen_or_without_a_country_is_the_same_locale() -> None:
    assert locale_of("ru-RU") == locale_of("ru_RU")
    assert locale_of("ru").true == "ИСТИНА"
