"""Days and periods in words."""

from datetime import date

import pytest

from reports.grammar.words import day_in_full, day_in_quotes, day_in_words, for_period, in_period, of_period

DAY = date(2026, 4, 5)


def plain(text: str) -> str:
    return text.replace("\u00a0", " ")


def test_a_day_is_written_in_three_ways() -> None:
    assert plain(day_in_words(DAY)) == "5 апреля 2026 г."
    assert plain(day_in_full(DAY)) == "5 апреля 2026 года"
    assert plain(day_in_quotes(DAY)) == "«05» апреля 2026 г."


def test_the_parts_of_a_date_stay_on_one_line() -> None:
    assert day_in_words(DAY) == "5\u00a0апреля 2026\u00a0г."


@pytest.mark.parametrize(
    ("period", "words"),
    [
        ("2026-04", ("за апрель 2026 года", "в апреле 2026 года", "апреля 2026 года")),
        ("2026-05", ("за май 2026 года", "в мае 2026 года", "мая 2026 года")),
        ("2026-К1", ("за I квартал 2026 года", "в I квартале 2026 года", "I квартала 2026 года")),
        ("2025-К4", ("за IV квартал 2025 года", "в IV квартале 2025 года", "IV квартала 2025 года")),
        ("2026", ("за 2026 год", "в 2026 году", "2026 года")),
        ("Э4", ("по этапу Э4", "на этапе Э4", "этапа Э4")),
    ],
)
def test_a_period_is_named_in_cases(period: str, words: tuple[str, str, str]) -> None:
    assert tuple(plain(one(period)) for one in (for_period, in_period, of_period)) == words


def test_a_stage_is_named_by_its_title() -> None:
    assert plain(for_period("Э4", "Защита")) == "по этапу Э4 «Защита»"
