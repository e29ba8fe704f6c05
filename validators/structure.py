"""Remarks on the shape of a tab: missing and repeated columns, merged cells, blank rows, totals, second tables."""

from collections.abc import Iterator, Sequence
from typing import Any

from config.columns import Need
from config.register import Register
from config.settings import Keeping
from validators.catalogue import FAULTS
from validators.grid import Grid, cell_name, column_letters
from validators.heading import usable
from validators.remark import Place, Remark, Severity
from validators.shape import Region


def on_tab(  # noqa: PLR0913  a remark about a tab has this many facts
    grid: Grid,
    register: Register[Any],
    code: str,
    text: str = "",
    *,
    severity: Severity | None = None,
    column: str | None = None,
    cell: str | None = None,
    row: int | None = None,
    advice: str = "",
) -> Remark:
    """A remark on a tab as a whole."""
    fault = FAULTS[code]
    place = Place(register.key, None, row, column, cell, grid.source, local_key=column or "")
    return Remark(code, severity or fault.severity, place, text or f"{fault.title}.", advice or fault.advice)


def structure(grid: Grid, register: Register[Any], keeping: Keeping, region: Region) -> Iterator[Remark]:
    """The remarks on the shape of a tab: S3–S9 and F09."""
    binding, heading = region.binding, region.heading_rows[-1]
    for at, name in binding.twice:
        where = cell_name(heading, at)
        yield on_tab(
            grid,
            register,
            "S4",
            f"Заголовок «{name}» стоит дважды, второй раз в ячейке {where}.",
            column=name,
            cell=where,
        )
    for at, name in binding.alike:
        ours, where = register.by_field[name].heading, cell_name(heading, at)
        text = f"Столбец «{region.headings[at]}» прочитан как «{ours}»."
        yield on_tab(grid, register, "F09", text, column=ours, cell=where, advice=f"Переименуйте столбец в «{ours}».")
    yield from _missing(grid, register, keeping, region)
    if not keeping.fill_merged:
        yield from _merged(grid, register, region)
    if len(region.heading_rows) > 1:
        yield on_tab(grid, register, "S6", row=region.heading_rows[0])
    if region.gaps:
        rows = _numbers(region.gaps)
        yield on_tab(grid, register, "S7", f"Среди данных пустые строки: {rows}.", row=region.gaps[0])
    for row in [number for number, why in region.left_out if why == "total"]:
        yield on_tab(grid, register, "S8", f"Строка {row} похожа на итоги и пропущена.", row=row)
    second = [number for number, why in region.left_out if why == "second_table"]
    if second:
        yield on_tab(
            grid, register, "S9", f"Со строки {second[0]} на листе другая таблица, она не прочитана.", row=second[0]
        )


def _numbers(rows: Sequence[int]) -> str:
    shown = ", ".join(map(str, rows[:5]))
    return shown if len(rows) <= 5 else f"{shown} и ещё {len(rows) - 5}"


def _missing(grid: Grid, register: Register[Any], keeping: Keeping, region: Region) -> Iterator[Remark]:
    have = {*region.binding.fields}
    for composite in usable(register.composites, region.binding):
        have.update(composite.fields)
    have.update(column.field for column in register.columns if column.heading in keeping.constants)
    named = (
        "id" in have
        or bool(keeping.key)
        or (bool(register.natural) and all(name in have for name in register.natural[:2]))
    )
    if not named:
        group = register.natural[:2] or ("id",)
        names = "», «".join(register.by_field[name].heading for name in ("id", *group) if name in register.by_field)
        text = f"Не по чему отличать строки: нет столбцов «{names}»."
        yield on_tab(grid, register, "S3", text, severity=Severity.CRITICAL)
    elif "id" not in have and not keeping.key and register.prefix:
        yield on_tab(
            grid, register, "S3", f"Нет столбца «{register.id_column.heading}».", column=register.id_column.heading
        )
    for column in register.columns:
        wanted = column.need in {Need.REQUIRED, Need.EXPECTED} and column.field != "id"
        if wanted and column.field not in have and column.heading not in keeping.absent:
            yield on_tab(
                grid,
                register,
                "S3",
                f"Нет столбца «{column.heading}», его проверки не проводятся.",
                column=column.heading,
            )


def _merged(grid: Grid, register: Register[Any], region: Region) -> Iterator[Remark]:
    first, last = region.heading_rows[-1] + 1, max(region.rows[-1:], default=0)
    names = [
        f"{column_letters(area.left - 1)}{area.top}:{column_letters(area.right - 1)}{area.bottom}"
        for area in grid.merges
        if area.bottom >= first and area.top <= last
    ]
    if names:
        more = f" и ещё {len(names) - 3}" if len(names) > 3 else ""
        text = f"Среди данных объединены ячейки: {', '.join(names[:3])}{more}."
        yield on_tab(grid, register, "S5", text, cell=names[0].partition(":")[0])
