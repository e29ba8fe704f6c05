"""What in the shape of a table is in the way when no register is known: merged cells, doubled headings, gaps."""

from collections.abc import Iterator

from validators.catalogue import FAULTS
from validators.framing.frame import Frame
from validators.framing.kinds_of_row import BLANK, SECOND_TABLE
from validators.grid import Grid, cell_name
from validators.heading import heading_key
from validators.listed import listed
from validators.merged import merged_among
from validators.remark import Place, Remark, Severity
from validators.structure import others_words


def facts(grid: Grid, frame: Frame) -> Iterator[Remark]:
    """Remarks S4–S9 on a table without a register: none of them stops anything."""
    yield from _doubled(grid, frame)
    merged = merged_among(grid, frame.rows)
    if merged:
        where = cell_name(merged[0].top, merged[0].left - 1)
        text = f"Среди данных есть объединённые ячейки: {len(merged)}, первая — {where}."
        yield _remark(grid, "S5", text, row=merged[0].top, cell=where)
    gaps = [row for row, why in frame.left_out if why == BLANK and frame.rows[0] < row < frame.rows[-1]]
    if gaps:
        yield _remark(grid, "S7", f"Среди данных пустые строки: {listed(gaps)}.", row=gaps[0])
    below = next((row for row, why in frame.left_out if why == SECOND_TABLE), None)
    if below is not None or frame.beside is not None:
        cell = None if frame.beside is None else cell_name(frame.heading_rows[0], frame.beside)
        yield _remark(grid, "S9", others_words(below, frame.beside), row=below, cell=cell)


def _doubled(grid: Grid, frame: Frame) -> Iterator[Remark]:
    seen: set[str] = set()
    for at, heading in enumerate(frame.headings):
        key = heading_key(heading)
        if key and key in seen:
            where = cell_name(frame.heading_rows[-1], at)
            text = f"Заголовок «{heading}» стоит дважды, второй раз в ячейке {where}."
            yield _remark(grid, "S4", text, column=heading, cell=where)
        seen.add(key)


def _remark(
    grid: Grid, code: str, text: str, *, row: int | None = None, column: str | None = None, cell: str | None = None
) -> Remark:
    fault = FAULTS[code]
    place = Place(None, None, row, column, cell, grid.source, local_key=cell or column or "")
    severity = Severity.WARNING if fault.severity is Severity.CRITICAL else fault.severity
    return Remark(code, severity, place, text, fault.advice)
