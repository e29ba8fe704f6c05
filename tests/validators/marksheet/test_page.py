"""The page for staff says what is true: its example reads, its signs mean what it says."""

from pathlib import Path

import pytest

from config.registers.participation import PLATFORM_MODULE, RESULTS
from tests.validators.marksheet.sheets import facts, read
from validators.marksheet.signs import read_mark

PAGE = (Path(__file__).parents[3] / "docs" / "marksheet.md").read_text(encoding="utf-8")
EXAMPLE = PAGE.split("```")[1]
PLAN = """
Код     | Мероприятие                 | Вид         | Начало (план) | Окончание (план)
МР-0033 | Проектная сессия 1          | Мероприятие | 19.01.2026    | 19.01.2026
МР-0024 | Модуль 1 цифровой платформы | Мероприятие | 01.12.2025    | 26.12.2025
МР-0047 | Профессиональные пробы      | Мероприятие | 17.02.2026    | 17.02.2026
"""
SIGNS = [
    (word.strip().strip("«»`"), row.split("|")[2].strip())
    for row in PAGE.splitlines()
    if row.startswith("| ") and row.split("|")[2].strip() in RESULTS.values
    for word in row.split("|")[1].replace("» ", "»|").replace("` ", "`|").split("|")
    if word.strip()
]


def test_the_example_reads() -> None:
    parsed = read(EXAMPLE, plan=PLAN)
    assert parsed.remarks == ()
    assert facts(parsed, "participant", "kind", "result", "progress", "organisation") == [
        ("ШК-0001", "Проектная сессия", "Пройдено", None, None),
        ("ШК-0002", "Проектная сессия", "Не явился", None, None),
        ("ШК-0001", PLATFORM_MODULE, "Пройдено", 100.0, None),
        ("ШК-0002", PLATFORM_MODULE, "В процессе", 40.0, None),
        ("ШК-0001", "Профессиональная проба", "Пройдено", None, "ПП-0004"),
    ]


@pytest.mark.parametrize(("sign", "result"), SIGNS)
def test_a_sign_of_the_page_means_what_it_says(sign: str, result: str) -> None:
    mark = read_mark(sign, None)
    assert mark is not None
    assert mark.result == result


def test_the_page_shows_signs_of_every_result() -> None:
    assert len(SIGNS) >= 15
    assert {result for _, result in SIGNS} == {"Пройдено", "Не пройдено", "Не явился", "Не требуется", "В процессе"}
