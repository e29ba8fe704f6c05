"""Words as people read them."""

import pytest

from reports import wording


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (0, "дней"),
        (1, "день"),
        (2, "дня"),
        (5, "дней"),
        (11, "дней"),
        (14, "дней"),
        (21, "день"),
        (112, "дней"),
        (-3, "дня"),
    ],
)
def test_a_noun_agrees_with_its_number(number: int, words: str) -> None:
    assert wording.agreed(number, "день", "дня", "дней") == words


@pytest.mark.parametrize(
    ("number", "text"),
    [
        (1250, "1\u00a0250"),
        (95.32, "95,3"),
        (12.0, "12"),
        (-2, "\u22122"),
        (-0.5, "\u22120,5"),
        (1234567.89, "1\u00a0234\u00a0567,9"),
    ],
)
def test_numbers_have_a_comma_and_thousands_apart(number: float, text: str) -> None:
    assert wording.decimal(number) == text


def test_the_space_before_a_percent_never_breaks() -> None:
    assert wording.percent(95.3) == "95,3\u00a0%"


@pytest.mark.parametrize(
    ("text", "words", "result"),
    [
        ("Заседание совета", 5, "Заседание совета"),
        ("Прямой эфир с победителями", 3, "Прямой эфир…"),
        ("Отчёт за март, подробный", 3, "Отчёт за март…"),
        ("Слово" * 30, 3, "Слово" * 15 + "Слов…"),
    ],
)
def test_a_cut_text_says_so_and_ends_on_a_word(text: str, words: int, result: str) -> None:
    assert wording.cut(text, words) == result
