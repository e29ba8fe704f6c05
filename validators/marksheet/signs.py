"""One mark of a ведомость: a sign, a percent or a score becomes a result, a progress, a score."""

import re
from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple

from config.cells.choices import read_choice
from config.cells.text import TO_CYRILLIC, as_text, tidy
from config.columns import CellError, Raw, Reading
from config.registers.participation import PLATFORM_MODULE, PROG, REWARD
from config.registers.record_state import MISTAKE
from validators.memo import read_cell

PASSED, GOING, FAILED, ABSENT, NOT_NEEDED = "Пройдено", "В процессе", "Не пройдено", "Не явился", "Не требуется"

SIGNS = ("+", "−", "н", "не треб.", "в процессе")
"""The signs that a dropdown offers."""

LEGEND = (
    "«+» — пройдено, «−» — не пройдено, «н» — не явился, «не треб.» — не требуется, «в процессе»; "
    "у модуля цифровой платформы — процент, у остальных можно балл от 0 до 100"
)
"""The signs in words, for people."""

_WORDS = {
    PASSED: "+|v|1|истина|true|да|зачет|зач|зачтено|пройдено|пройден|пройдена|прошел|прошла|сдал|сдала|сдано|был|была"
    "|присутствовал|присутствовала|явился|явилась|участвовал|участвовала",
    FAILED: "-|н/з|незачет|не зачет|незач|не зачтено|незачтено|не пройдено|не пройден|не пройдена|не прошел|не прошла"
    "|не сдал|не сдала|не сдано",
    ABSENT: "н|н/я|ня|н/б|нб|неявка|не явка|не явился|не явилась|отсутствовал|отсутствовала|отсутствует|отс|не был"
    "|не была|не пришел|не пришла",
    NOT_NEEDED: "не треб|нетреб|н/т|нт|не требуется|не нужно|не обязательно|освобожден|освобождена|осв",
    GOING: "…|в процессе|в проц|идет|проходит",
    MISTAKE: "ошибочная запись",
}
_SIGNS: Mapping[str, str] = MappingProxyType(
    {word: result for result, words in _WORDS.items() for word in words.split("|")}
)
_NOTHING = frozenset({"", "ложь", "false", "☐", "н/д", "н.д", "нет данных", "не указано"})
_TWOFOLD = {
    "х": "Крестик можно понять двояко",
    "✗": "Крестик можно понять двояко",
    "0": "Ноль можно понять двояко: не был, не прошёл или балл 0",
    "нет": "«Нет» можно понять двояко: не был или не прошёл",
    "?": "Знак вопроса — не отметка",
}
_ALIKE = str.maketrans(
    {
        **dict.fromkeys("−–—‐‑‒―﹣－", "-"),
        **dict.fromkeys("＋➕", "+"),
        **dict.fromkeys("✓✔✅☑√", "v"),
        **dict.fromkeys("✘❌✖×", "✗"),
        "\\": "/",
        "\ufe0f": None,
        "ё": "е",
    }
)
_DOTS = re.compile(r"\.{2,}|…+")
_FIGURE = re.compile(r"(.*?)(?<![0-9.,])([0-9]{1,3}(?:[.,][0-9]+)?)\s*(%?)\s*(?:б\.?|балл(?:а|ов)?)?((?:\s.*|[+-])?)")
_ADVICE = f"Поставьте: {LEGEND}. Пустая клетка — записи нет."
_HEALTH = re.compile(r"бол(ел|еет|ьн|езн)|забол|б/л|орви|грипп|справк|по болезни")
_MARKED = frozenset({PASSED, FAILED, GOING})


class Mark(NamedTuple):
    """What a mark says. `progress` is a percent 0–100, `score` 0–100; with a `fault` nothing else is known."""

    result: str | None = None
    progress: float | None = None
    score: float | None = None
    reward: str | None = None
    fault: Reading | None = None


def read_mark(raw: Raw, kind: str | None) -> Mark | None:
    """The mark of a cell in a column of this kind of activity; None when the cell says nothing."""
    if isinstance(raw, CellError):
        return Mark(fault=read_cell(raw, PROG.by_field["result"]))
    if isinstance(raw, int | float):
        return _number(float(raw), kind)
    key = _key(raw or "")
    if key in _NOTHING:
        return None
    if key in _SIGNS:
        return _signed(_SIGNS[key], kind)
    return _with_figure(key, kind) or _in_words(tidy(raw or ""), key, kind)


def _key(text: str) -> str:
    """The mark for comparison: Cyrillic, small, one kind of dash, no full stop at the end."""
    key = tidy(text).translate(TO_CYRILLIC).casefold().translate(_ALIKE)
    key = re.sub(r"\s*/\s*", "/", _DOTS.sub("…", key))
    if len(set(key)) == 1 and key[0] in "+-v":
        return key[0]
    return key.rstrip(" .") or key


def _signed(result: str, kind: str | None) -> Mark:
    return Mark(result, progress=100.0 if result == PASSED and kind == PLATFORM_MODULE else None)


def _number(number: float, kind: str | None) -> Mark:
    if number == 1:
        return _signed(PASSED, kind)
    share = 0 < number < 1
    if number == 0 and kind != PLATFORM_MODULE:
        return _fault(_TWOFOLD["0"])
    return _figure(round(number * 100, 10) if share else number, kind, None)


def _with_figure(key: str, kind: str | None) -> Mark | None:
    """A percent, a score, or one of them with a sign: «85 %», «92 балла», «45 −», «+ 80»."""
    match = _FIGURE.fullmatch(key)
    if match is None:
        return None
    before, figure, percent, after = (part.strip() for part in match.groups())
    sign = before or after
    result = _SIGNS.get(sign)
    if (before and after) or (sign and (result not in _MARKED or sign == "1")):
        return None
    number = float(figure.replace(",", "."))
    if before == "-" and key[1:2] != " ":
        return _figure(-number, kind, None)
    if percent or result:
        return _figure(number, kind, result)
    return _number(number, kind)


def _figure(number: float, kind: str | None, result: str | None) -> Mark:
    module = kind == PLATFORM_MODULE
    if number < 0:
        advice = f"Если не пройдено, напишите «{as_text(-number)} −» или просто «−»."
        return _fault("Число отрицательное", "C04", advice)
    if number > 100:
        return _fault("Процент больше 100" if module else "Балл больше 100", "C04", _ADVICE)
    if module:
        return Mark(result or (PASSED if number >= 100 else GOING), progress=number)
    return Mark(result or PASSED, score=number)


def _in_words(text: str, key: str, kind: str | None) -> Mark:
    """The name of a reward, in a column of rewards; else a fault."""
    if kind == REWARD:
        reward = read_choice(text, PROG.by_field["reward"])
        if isinstance(reward.value, str):
            return Mark(PASSED, reward=reward.value)
    if _HEALTH.match(key):
        return _fault("О здоровье в ведомости не пишут", advice="Поставьте «н»: не явился.")
    return _fault(_TWOFOLD.get(key, "Отметка не понята"))


def _fault(text: str, code: str = "C03", advice: str = _ADVICE) -> Mark:
    return Mark(fault=Reading(None, code, text, advice))
