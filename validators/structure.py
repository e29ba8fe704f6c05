"""Remarks on the shape of a tab: missing and repeated columns, merged cells, blank rows, totals, second tables."""

from collections.abc import Iterator
from types import MappingProxyType
from typing import Any

from config.apart import personal_columns
from config.columns import Need
from config.register import Register
from config.settings import Keeping
from validators.catalogue import FAULTS
from validators.framing.kinds_of_row import SECOND_TABLE
from validators.grid import Grid, cell_name, column_letters
from validators.heading import usable
from validators.listed import listed
from validators.merged import unmerged
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
    yield from _unnamed(grid, register, region)
    yield from _missing(grid, register, keeping, region)
    if not keeping.fill_merged:
        yield from _merged(grid, register, region)
    if len(region.heading_rows) > 1:
        yield on_tab(grid, register, "S6", row=region.heading_rows[0])
    yield from _not_data(grid, register, region)


_NOT_DATA = MappingProxyType(
    {
        "total": "Строка {} похожа на итоги и пропущена.",
        "subtotal": "Строка {} похожа на промежуточные итоги и пропущена.",
        "section": "Строка {} похожа на название раздела и пропущена.",
        "note": "Строка {} похожа на примечание или подпись и пропущена.",
        "repeated_heading": "В строке {} ещё раз стоят названия столбцов, она пропущена.",
        "number_row": "В строке {} стоят номера столбцов, она пропущена.",
    }
)


def _not_data(grid: Grid, register: Register[Any], region: Region) -> Iterator[Remark]:
    gaps = unmerged(grid, region.gaps)
    if gaps:
        yield on_tab(grid, register, "S7", f"Среди данных пустые строки: {listed(gaps)}.", row=gaps[0])
    for row, why in region.left_out:
        if why in _NOT_DATA:
            yield on_tab(grid, register, "S8", _NOT_DATA[why].format(row), row=row)
    yield from _others(grid, register, region)
    yield from _hidden(grid, register, region)


def _others(grid: Grid, register: Register[Any], region: Region) -> Iterator[Remark]:
    """One remark on other tables of the tab: below, and on the right."""
    below = next((number for number, why in region.left_out if why == SECOND_TABLE), None)
    beside = region.beside
    if below is not None or beside is not None:
        cell = None if beside is None else cell_name(region.heading_rows[0], beside)
        yield on_tab(grid, register, "S9", others_words(below, beside), row=below, cell=cell)


def others_words(below: int | None, beside: int | None) -> str:
    """What is said of another table from a row (1-based) on, and of what stands from a column (0-based) on."""
    told = [] if below is None else [f"Со строки {below} на листе другая таблица, она не прочитана."]
    if beside is not None:
        told.append(f"Справа от таблицы, со столбца {column_letters(beside)}, стоит что-то ещё, это не прочитано.")
    return " ".join(told)


def _hidden(grid: Grid, register: Register[Any], region: Region) -> Iterator[Remark]:
    """One remark on what is hidden and was read all the same; columns that need not be filled may well be folded."""
    rows = sorted(grid.hidden_rows.intersection(region.rows))
    asked = {column.field for column in register.burden}
    hidden = sorted(at for name, at in region.binding.fields.items() if name in asked and at + 1 in grid.hidden_columns)
    letters = ", ".join(map(column_letters, hidden))
    told = [f"Скрытые строки прочитаны наравне с другими: {listed(rows)}."] if rows else []
    told += [f"Скрытые столбцы прочитаны наравне с другими: {letters}."] if letters else []
    if told:
        yield on_tab(grid, register, "S16", " ".join(told), row=rows[0] if rows else None)


def _unnamed(grid: Grid, register: Register[Any], region: Region) -> Iterator[Remark]:
    """One remark on the columns of the table that hold data under no heading."""
    last = max((at for at, text in enumerate(region.headings) if text), default=0)
    unnamed = [
        at
        for at in range(last + 2)
        if at < len(region.columns)
        and not region.headings[at]
        and sum(cell not in (None, "") for cell in region.columns[at]) * 10 > len(region.rows)
    ]
    if unnamed:
        cells = [cell_name(region.heading_rows[-1], at) for at in unnamed]
        text = f"Над данными нет заголовка, столбец не прочитан: {', '.join(cells)}."
        yield on_tab(grid, register, "S3", text, cell=cells[0], advice="Напишите в этой ячейке название столбца.")


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
    elsewhere = {column.field for column in personal_columns(register)} if grid.annex is not None else set[str]()
    if not named:
        group = ("id", *(name for name in register.natural[:2] if name not in elsewhere))
        names = "», «".join(register.by_field[name].heading for name in group if name in register.by_field)
        text = f"Не по чему отличать строки: нет столбцов «{names}»."
        yield on_tab(grid, register, "S3", text, severity=Severity.CRITICAL)
    elif "id" not in have and not keeping.key and register.prefix:
        yield on_tab(
            grid, register, "S3", f"Нет столбца «{register.id_column.heading}».", column=register.id_column.heading
        )
    for column in register.columns:
        wanted = column.need in {Need.REQUIRED, Need.EXPECTED} and column.field != "id"
        if wanted and column.field not in have | elsewhere and column.heading not in keeping.absent:
            yield on_tab(
                grid,
                register,
                "S3",
                f"Нет столбца «{column.heading}», его проверки не проводятся.",
                column=column.heading,
            )


def _merged(grid: Grid, register: Register[Any], region: Region) -> Iterator[Remark]:
    first, last = region.heading_rows[-1] + 1, max(region.rows[-1:], default=0)
    others = {row for row, _ in region.left_out}
    names = [
        f"{column_letters(area.left - 1)}{area.top}:{column_letters(area.right - 1)}{area.bottom}"
        for area in grid.merges
        if area.bottom >= first and area.top <= last and not others.issuperset(range(area.top, area.bottom + 1))
    ]
    if names:
        text = f"Среди данных объединены ячейки: {listed(names, 3)}."
        yield on_tab(grid, register, "S5", text, cell=names[0].partition(":")[0])
