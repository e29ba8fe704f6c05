"""The values of a chart as a table of cells: formats that draw charts from cells lay it down out of sight."""

from reports.formats.cell_text import clean
from reports.report import Chart


def rows_of(chart: Chart) -> list[list[str | float | None]]:
    """Names of the series above, categories at the left; None is an empty cell."""
    head: list[str | float | None] = [clean(chart.title), *(clean(one.name) for one in chart.series)]
    values = zip(*(one.values for one in chart.series), strict=True) if chart.series else ()
    return [head, *([clean(category), *line] for category, line in zip(chart.categories, values, strict=False))]
