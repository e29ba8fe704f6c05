"""A form whose rows are municipalities or categories, and whose columns are indicators."""

import re
from collections.abc import Iterator, Mapping

from config.cells.text import fold
from config.columns import Raw
from reports.figures.catalogue import BY_ID
from reports.filling.cells import Cell, text_at
from reports.filling.marks import Wanted, What
from reports.filling.titles import title_of
from validators.grid import Grid

_GROUPS: Mapping[str, re.Pattern[str]] = {
    "municipality": re.compile(
        r"(?:наименование )?(?:муниципал\w*|территори\w*|район\w*|округ\w*|город\w*)(?: \w+){0,3}"
    ),
    "category": re.compile(r"категори\w*(?: \w+){0,2}"),
}
_WHOLE = re.compile(r"(?:всего|итого)(?: по \w+)?")
_SEVERAL = 2


def marks_by_groups(grid: Grid, cells: Mapping[Cell, Raw]) -> tuple[dict[Cell, Wanted], dict[int, str]]:
    """The marks of such a form and the titles of its rows; nothing where the tab is no such form."""
    for row in range(1, len(grid.rows) + 1):
        found = next(_groups(grid, cells, row), None)
        codes = {at: code for at, code in _indicators(grid, cells, row) if found is not None and at > found[0]}
        if len(codes) >= _SEVERAL and found is not None:
            return _marks(grid, cells, row, (*found, codes))
    return {}, {}


def _indicators(grid: Grid, cells: Mapping[Cell, Raw], row: int) -> Iterator[tuple[int, str]]:
    """The columns over which an indicator stands, whole: of two cuts at once nothing is told."""
    for at in range(grid.width):
        title = title_of(text_at(cells, row, at))
        if title.code and not title.category and title.is_clear and title.what in {None, What.FACT, _own(title.code)}:
            yield at, title.code


def _own(code: str) -> What | None:
    """«Доля прошедших обучение, %» is the fact of an indicator that is a percentage."""
    return What.SHARE if BY_ID[code].unit == "%" else None


def _groups(grid: Grid, cells: Mapping[Cell, Raw], row: int) -> Iterator[tuple[int, str]]:
    """The column that names the groups, and the cut that they are of."""
    for at in range(grid.width):
        text = fold(text_at(cells, row, at))
        yield from ((at, cut) for cut, pattern in _GROUPS.items() if pattern.fullmatch(text))


def _marks(
    grid: Grid, cells: Mapping[Cell, Raw], heading: int, found: tuple[int, str, Mapping[int, str]]
) -> tuple[dict[Cell, Wanted], dict[int, str]]:
    column, cut, codes = found
    marks: dict[Cell, Wanted] = {}
    titles: dict[int, str] = {}
    for row in range(heading + 1, len(grid.rows) + 1):
        name = text_at(cells, row, column)
        group = _group(cut, name)
        if group is None or name == text_at(cells, heading, column):
            continue
        for at, code in codes.items():
            if cells.get((row, at)) is None and (not group or cut in BY_ID[code].cuts):
                marks[row, at] = Wanted(code, cut=cut if group else "", group=group)
                titles[row] = name
    return marks, titles


def _group(cut: str, name: str) -> str | None:
    """The group as the form calls it, empty for the row of all, None for no group."""
    if not name or name.isdigit() or title_of(name).code:
        return None
    if _WHOLE.fullmatch(fold(name)):
        return ""
    title = title_of(name)
    if cut == "category":
        return title.category if title.category and title.is_clear and not title.rest else None
    return name.replace(";", ",").replace("}", "").replace("{", "")
