"""The sentences of remarks about reading: what is wrong and how to mend it."""

from config.cells.personal import traces
from config.cells.text import tidy
from config.columns import Column, Privacy, Raw, Reading
from validators.catalogue import FAULTS
from validators.remark import Severity

_LONGEST_QUOTE = 60
_WRITTEN = " Записано: «"


def sentence(text: str) -> str:
    """The text with a full stop, unless it ends with one already."""
    stripped = text.strip()
    return stripped if stripped.endswith((".", "!", "?", "…")) else f"{stripped}."


def quoted(raw: Raw, column: Column) -> str:
    """` Записано: «…».` for a column without personal data, nothing for the others (architecture.md §7).

    A column of codes of people may hold a name instead: what has no digit in it is not shown. Nor is a telephone that
    was typed into a wrong column.
    """
    if raw is None or not isinstance(raw, str | int | float) or column.privacy > Privacy.P1:
        return ""
    if column.privacy is Privacy.P1 and column.kind.is_reference and not any(map(str.isdecimal, str(raw))):
        return ""
    shown = tidy(raw) if isinstance(raw, str) else f"{raw:.15g}".replace(".", ",")
    if any(traces(shown)):
        return ""
    if len(shown) > _LONGEST_QUOTE:
        shown = shown[:_LONGEST_QUOTE] + "…"
    return f"{_WRITTEN}{shown}»."


def unquoted(text: str) -> str:
    """The text of a remark without what is written in the cell."""
    return text.partition(_WRITTEN)[0]


def reading_words(reading: Reading, raw: Raw, column: Column) -> tuple[Severity, str, str]:
    """Severity, text and advice of a fault found while reading a cell."""
    fault = FAULTS[reading.code or "C02"]
    severity = Severity(reading.severity) if reading.severity else fault.severity
    quote = "" if reading.code == "C10" else quoted(raw, column)
    advice = reading.advice or column.kind.advice or fault.advice
    return severity, sentence(reading.text or fault.title) + quote, sentence(advice)


def empty_words(column: Column) -> tuple[str, str]:
    """Text and advice for a required cell that is empty."""
    example = f" Например: {column.kind.example}." if column.kind.example and not column.kind.is_reference else ""
    choice = " Выберите значение из списка." if column.among else ""
    return f"Не заполнено «{column.heading}».", f"Заполните ячейку.{choice}{example}"
