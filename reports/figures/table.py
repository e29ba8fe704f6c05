"""Figures as lines of plain text for a terminal: the columns are as wide as their words."""

from collections.abc import Iterator, Sequence

from reports import wording
from reports.figures.figure import Figure
from reports.figures.naming import cut_of, unit_of
from reports.report import Light

HEADINGS = ("Код", "Показатель", "Ед.", "План на дату", "Факт", "%", "Оценка", "Почему")
NUMBERS = frozenset({"План на дату", "Факт", "%"})


def lines(some: Sequence[Figure]) -> Iterator[str]:
    """A heading and one line a figure; one sentence when there is none."""
    if not some:
        yield "Таких показателей нет."
        return
    rows = [HEADINGS, *map(_cells, some)]
    widths = [max(len(row[at]) for row in rows) for at in range(len(HEADINGS))]
    for row in rows:
        cells = zip(HEADINGS, row, widths, strict=True)
        yield "  ".join(
            cell.rjust(width) if name in NUMBERS else cell.ljust(width) for name, cell, width in cells
        ).rstrip()


def _cells(figure: Figure) -> tuple[str, ...]:
    one, cut = figure.indicator, cut_of(figure)
    title = f"{one.title}, {cut}" if cut else one.title
    numbers = (_number(value) for value in (figure.plan, figure.value, figure.share))
    return (one.id, title, unit_of(figure), *numbers, light_words(figure), figure.why)


def _number(value: float | None) -> str:
    return "—" if value is None else wording.decimal(value)


def light_words(figure: Figure) -> str:
    """The word of the light: «без оценки» where there is a value and nothing to judge it by."""
    return "без оценки" if figure.value is not None and figure.light is Light.GREY else figure.light.value
