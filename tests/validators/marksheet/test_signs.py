"""Each mark of a ведомость, as people really type it."""

import pytest

from config.columns import CellError, Raw
from config.registers.participation import ACTIVITY_KINDS, PLATFORM_MODULE, REWARD
from validators.marksheet.signs import SIGNS, Mark, read_mark

SESSION = "Проектная сессия"

PASSED = """
+ ++ ＋ ➕ ✓ ✔ ✔️ ✅ ☑ √ v V 1 да Да ДА зачёт зачет Зачёт. зач. зачтено пройдено Пройдено пройден прошла сдал был
была присутствовал присутствовала явился явилась участвовала ИСТИНА
"""
FAILED = "- − – — ‐ ‑ ‒ ― -- незачёт н/з незач. Незачтено"
ABSENT = "н Н н. H H. н/я Н/Я н\\я н/б нб неявка Неявка отс. отсутствовал отсутствовала"
WORDS = [
    ("не пройдено", "Не пройдено"),
    ("не прошёл", "Не пройдено"),
    ("не сдала", "Не пройдено"),
    ("не зачтено", "Не пройдено"),
    ("не явился", "Не явился"),
    ("Не явилась", "Не явился"),
    ("н / я", "Не явился"),
    ("не была", "Не явился"),
    ("не треб.", "Не требуется"),
    ("не треб", "Не требуется"),
    ("Не требуется", "Не требуется"),
    ("нетреб", "Не требуется"),
    ("н/т", "Не требуется"),
    ("освобождён", "Не требуется"),
    ("в процессе", "В процессе"),
    ("В процессе", "В процессе"),
    ("…", "В процессе"),
    ("...", "В процессе"),
    ("идёт", "В процессе"),
    ("Ошибочная запись", "Ошибочная запись"),
    ("  +  ", "Пройдено"),
    ("\u200b+\u00a0", "Пройдено"),
    ("в\u00a0процессе", "В процессе"),
]  # fmt: skip
ONE_WORD = [
    (word, result)
    for words, result in ((PASSED, "Пройдено"), (FAILED, "Не пройдено"), (ABSENT, "Не явился"))
    for word in words.split()
]


@pytest.mark.parametrize(("typed", "result"), [*ONE_WORD, *WORDS])
def test_a_sign_is_a_result(typed: str, result: str) -> None:
    assert read_mark(typed, SESSION) == Mark(result)


@pytest.mark.parametrize("raw", [None, "", "  ", "\u200b", "ЛОЖЬ", "н/д", "Н.д.", "не указано", "☐"])
def test_a_cell_that_says_nothing_is_no_fact(raw: Raw) -> None:
    assert read_mark(raw, SESSION) is None


@pytest.mark.parametrize(
    ("raw", "score"),
    [(87, 87.0), (87.5, 87.5), (100, 100.0), ("87", 87.0), ("87,5", 87.5), ("87.5", 87.5), ("87 баллов", 87.0), ("92 б.", 92.0),
     ("85%", 85.0), ("85 %", 85.0), (0.85, 85.0), ("+ 80", 80.0), ("80 +", 80.0), ("+80", 80.0), ("зачёт 64", 64.0)],
)  # fmt: skip
def test_a_number_is_a_score_of_one_who_passed(raw: Raw, score: float) -> None:
    assert read_mark(raw, SESSION) == Mark("Пройдено", score=score)


@pytest.mark.parametrize("raw", ["45 −", "− 45", "45−", "- 45", "незачёт 45", "45 не пройдено"])
def test_a_score_with_a_minus_is_of_one_who_did_not_pass(raw: str) -> None:
    assert read_mark(raw, SESSION) == Mark("Не пройдено", score=45.0)


@pytest.mark.parametrize(
    ("raw", "result", "progress"),
    [(1, "Пройдено", 100.0), (1.0, "Пройдено", 100.0), (100, "Пройдено", 100.0), ("100%", "Пройдено", 100.0),
     ("100 %", "Пройдено", 100.0), ("100", "Пройдено", 100.0), ("+", "Пройдено", 100.0), ("1", "Пройдено", 100.0),
     (0.57, "В процессе", 57.0), (57, "В процессе", 57.0), ("57%", "В процессе", 57.0), ("57,5 %", "В процессе", 57.5),
     ("1%", "В процессе", 1.0), (0, "В процессе", 0.0), ("0%", "В процессе", 0.0), ("30% −", "Не пройдено", 30.0),
     ("−", "Не пройдено", None), ("н", "Не явился", None), ("…", "В процессе", None)],
)  # fmt: skip
def test_a_number_of_a_platform_module_is_its_progress(raw: Raw, result: str, progress: float | None) -> None:
    assert read_mark(raw, PLATFORM_MODULE) == Mark(result, progress=progress)


def test_a_reward_is_named_in_its_cell() -> None:
    assert read_mark("Диплом", REWARD) == Mark("Пройдено", reward="Диплом")
    assert read_mark("стипендия", REWARD) == Mark("Пройдено", reward="Стипендия")
    assert read_mark("+", REWARD) == Mark("Пройдено")


@pytest.mark.parametrize(
    ("raw", "code"),
    [("опоздал", "C03"), ("х", "C03"), ("x", "C03"), ("✗", "C03"), ("0", "C03"), (0, "C03"), ("нет", "C03"), ("?", "C03"), ("н+", "C03"),
     ("8/10", "C03"), ("1000", "C03"), ("1 000", "C03"), ("5 6", "C03"), ("+ н", "C03"), ("н 50", "C03"), (".", "C03"), ("Диплом", "C03"),
     (101, "C04"), (46000, "C04"), ("120", "C04"), ("150%", "C04"), (-45, "C04"), ("-45", "C04"), ("−45", "C04"),
     (CellError("#REF!"), "C10"), (CellError("#Н/Д"), "C10")],
)  # fmt: skip
def test_what_is_not_a_mark_is_a_fault_with_the_allowed_signs(raw: Raw, code: str) -> None:
    mark = read_mark(raw, SESSION)
    assert mark is not None
    assert mark.fault is not None
    assert (mark.fault.code, mark.result, mark.score) == (code, None, None)
    assert code != "C03" or "«не треб.»" in mark.fault.advice


@pytest.mark.parametrize("raw", ["болел", "Болеет", "заболела", "б/л", "по болезни", "больничный"])
def test_health_is_not_written_in_a_sheet(raw: str) -> None:
    mark = read_mark(raw, SESSION)
    assert mark is not None
    assert mark.fault is not None
    assert "здоровье" in mark.fault.text
    assert "«н»" in mark.fault.advice


@pytest.mark.parametrize(("raw", "advised"), [(-45, "«45 −»"), ("-45", "«45 −»"), (-4.5, "«4,5 −»")])
def test_a_negative_number_is_told_how_to_write_it(raw: Raw, advised: str) -> None:
    mark = read_mark(raw, SESSION)
    assert mark is not None
    assert mark.fault is not None
    assert advised in mark.fault.advice


@pytest.mark.parametrize("kind", [None, *ACTIVITY_KINDS.values])
@pytest.mark.parametrize("sign", SIGNS)
def test_what_the_dropdown_offers_reads(sign: str, kind: str | None) -> None:
    mark = read_mark(sign, kind)
    assert mark is not None
    assert mark.fault is None
