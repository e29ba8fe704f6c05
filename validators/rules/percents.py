"""A column of percents says them in one way: 15 beside 0,15 may be fifteen percent or fifteen hundredths of one."""

from collections import defaultdict
from collections.abc import Iterator
from typing import Any

from config.imports import is_export
from validators.listed import listed
from validators.office import Scene, Table
from validators.remark import Severity
from validators.rule import Complaint, RowOf, rule


@rule("X65", Severity.WARNING, "Проценты в столбце записаны одинаково")
def percents_are_written_in_one_way(scene: Scene) -> Iterator[Complaint]:
    """Задайте столбцу формат «Процент» и впишите проценты в названные ячейки заново: 15 %, а не 15."""
    for table in scene.office.tables.values():
        for column in table.register.columns:
            if column.kind.name == "percent" and column.field not in table.missing:
                yield from _mixed(table, column.field)


def _mixed(table: Table[Any], name: str) -> Iterator[Complaint]:
    """One complaint a tab, at the first cell of those that are fewer; 0 and 1 are written alike in both ways."""
    fractions: dict[int, list[int]] = defaultdict(list)
    wholes: dict[int, list[int]] = defaultdict(list)
    for index in table.counted:
        raw = table.raw[name][index]
        if isinstance(raw, int | float) and raw not in (0, 1) and table.values[name][index] is not None:
            (fractions if raw < 1 else wholes)[table.origin[index]].append(index)
    for origin in fractions.keys() & wholes.keys():
        if is_export(table.sources[origin].file):
            continue
        fewer, more = sorted((fractions[origin], wholes[origin]), key=len)
        how, other = ("долей", "числом") if fewer is fractions[origin] else ("числом", "долей")
        cells = listed([table.place(index, name).cell for index in fewer])
        text = f"Проценты записаны по-разному: {how} ({cells}), а у остальных {other} (ячеек: {len(more)})."
        yield Complaint(RowOf(table, fewer[0]), name, text)
