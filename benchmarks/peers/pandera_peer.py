"""Pandera on pandas: the same table, the same findings. Runs in an environment of its own."""

import json
import sys
import time

import pandas as pd
import pandera.pandas as pa

WEIGHTS = (2, 4, 10, 3, 5, 9, 4, 6, 8)
STATUSES = ["Кандидат", "Участник", "Завершил", "Выбыл"]
NAME = r"[А-ЯЁ][а-яё]+(?:-[А-ЯЁ][а-яё]+)*"


def inn_is_right(series: pd.Series) -> pd.Series:
    """Check digits of ten-digit ИНН, by column."""
    text = series.astype(str)
    shape = text.str.fullmatch(r"\d{10}")
    digits = text.where(shape, "0000000000")
    total = sum(weight * digits.str[at].astype(int) for at, weight in enumerate(WEIGHTS))
    return shape & (total % 11 % 10 == digits.str[9].astype(int))


def is_number(series: pd.Series) -> pd.Series:
    """The cell is a number."""
    return pd.to_numeric(series, errors="coerce").notna()


def between(low: float, high: float) -> pa.Check:
    """The cell is a number inside the bounds."""
    return pa.Check(lambda series: pd.to_numeric(series, errors="coerce").between(low, high))


def matches(pattern: str) -> pa.Check:
    """The whole text has the shape."""
    return pa.Check(lambda series: series.astype(str).str.fullmatch(pattern))


SCHEMA = pa.DataFrameSchema(
    {
        "Код": pa.Column(checks=[matches(r"ШК-\d{4,}")], unique=True),
        "Фамилия": pa.Column(checks=[matches(NAME)]),
        "Имя": pa.Column(checks=[matches(NAME)]),
        "Отчество": pa.Column(checks=[matches(rf"нет|{NAME}")]),
        "Дата рождения": pa.Column(checks=[between(1, 60000)]),
        "Телефон": pa.Column(checks=[matches(r"\+7\d{10}")]),
        "E-mail": pa.Column(checks=[matches(r"[A-Za-z0-9._%+-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+")]),
        "ИНН": pa.Column(checks=[pa.Check(inn_is_right)]),
        "Статус": pa.Column(checks=[pa.Check.isin(STATUSES)]),
        "Класс": pa.Column(checks=[between(1, 11)]),
        "Сумма": pa.Column(checks=[pa.Check(is_number)]),
        "Прогресс": pa.Column(checks=[between(0, 1)]),
        "Согласие": pa.Column(checks=[pa.Check.isin(["Да", "Нет"])]),
        "Дата заявки": pa.Column(checks=[between(1, 60000)]),
        "Муниципалитет": pa.Column(nullable=False),
    }
)


def findings(frame: pd.DataFrame) -> list[list[int]]:
    """(row, column) of every cell that fails."""
    names = list(frame.columns)
    try:
        SCHEMA.validate(frame, lazy=True)
    except pa.errors.SchemaErrors as error:
        cases = error.failure_cases.dropna(subset=["index"])
        pairs = zip(cases["index"], cases["column"], strict=True)
        return sorted({(int(row), names.index(column)) for row, column in pairs})
    return []


def main() -> None:
    """Reads the JSON table named on the command line, prints seconds and findings as JSON."""
    with open(sys.argv[1], encoding="utf-8") as file:  # noqa: PTH123  a bare script of the peer's environment
        data = json.load(file)
    times = []
    found: list[list[int]] = []
    for _ in range(int(sys.argv[2])):
        frame = pd.DataFrame(data["rows"], columns=data["headings"], dtype=object)
        start = time.perf_counter()
        found = findings(frame)
        times.append(time.perf_counter() - start)
    print(json.dumps({"seconds": sorted(times)[len(times) // 2], "findings": found}))


main()
