"""Frictionless: the same table, the same findings. Runs in an environment of its own."""

import json
import sys
import time

from frictionless import Check, Checklist, Resource, Schema, errors, fields

WEIGHTS = (2, 4, 10, 3, 5, 9, 4, 6, 8)
NAME = r"[А-ЯЁ][а-яё]+(?:-[А-ЯЁ][а-яё]+)*"


def text(name: str, pattern: str = "", among: tuple[str, ...] = ()) -> fields.StringField:
    """A text column with a shape or a list of values."""
    constraints: dict[str, object] = {"required": True}
    if pattern:
        constraints["pattern"] = pattern
    if among:
        constraints["enum"] = list(among)
    return fields.StringField(name=name, constraints=constraints)


def number(name: str, low: float | None = None, high: float | None = None) -> fields.NumberField:
    """A number column with bounds."""
    bounds = {"minimum": low, "maximum": high}
    known = {key: bound for key, bound in bounds.items() if bound is not None}
    return fields.NumberField(name=name, constraints={"required": True, **known})


SCHEMA = Schema(
    fields=[
        text("Код", r"ШК-\d{4,}"), text("Фамилия", NAME), text("Имя", NAME), text("Отчество", rf"нет|{NAME}"),
        number("Дата рождения", 1, 60000), text("Телефон", r"\+7\d{10}"),
        text("E-mail", r"[A-Za-z0-9._%+-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+"), text("ИНН", r"\d{10}"),
        text("Статус", among=("Кандидат", "Участник", "Завершил", "Выбыл")), number("Класс", 1, 11), number("Сумма"),
        number("Прогресс", 0, 1), text("Согласие", among=("Да", "Нет")), number("Дата заявки", 1, 60000),
        text("Муниципалитет"),
    ]
)  # fmt: skip


class InnIsRight(Check):
    """Check digits of ИНН, by row."""

    type = "inn-is-right"
    Errors = [errors.CellError]  # noqa: RUF012  the peer's own protocol

    def validate_row(self, row):
        """Yields an error for a wrong ИНН."""
        cell = row["ИНН"] or ""
        if len(cell) == 10 and cell.isdigit():
            total = sum(weight * int(digit) for weight, digit in zip(WEIGHTS, cell, strict=False))
            if total % 11 % 10 != int(cell[9]):
                yield errors.CellError.from_row(row, note="check digit", field_name="ИНН")


def main() -> None:
    """Reads the JSON table named on the command line, prints seconds and findings as JSON."""
    with open(sys.argv[1], encoding="utf-8") as file:  # noqa: PTH123  a bare script of the peer's environment
        data = json.load(file)
    times = []
    found: list[list[int]] = []
    for _ in range(int(sys.argv[2])):
        start = time.perf_counter()
        resource = Resource(data=[data["headings"], *data["rows"]], schema=SCHEMA)
        report = resource.validate(Checklist(checks=[InnIsRight()]), limit_errors=10**9)
        times.append(time.perf_counter() - start)
        cells = [error for error in report.task.errors if hasattr(error, "field_number")]
        pairs = {(error.row_number - 2, error.field_number - 1) for error in cells}
        found = sorted(map(list, pairs))
    print(json.dumps({"seconds": sorted(times)[len(times) // 2], "findings": found}))


main()
