"""A figure for programs: one object of JSON in the agreed shape (interfaces.md §4)."""

from reports.figures.figure import Figure
from reports.figures.naming import unit_of
from reports.report import Light

_STATUS = {Light.GREEN: "green", Light.YELLOW: "yellow", Light.RED: "red", Light.GREY: "grey"}


def as_json(figure: Figure) -> dict[str, object]:
    """The figure as values of JSON.

    `fact` is what the named rows give, to the last digit; `share` is rounded to one. `plan`, `fact` and `share` are
    null where there is nothing. Rows of money weigh roubles, and the index of data (K32) has no rows.
    """
    return {
        "id": figure.indicator.id,
        "title": figure.indicator.title,
        "cut": dict(figure.cut),
        "unit": unit_of(figure),
        "plan": _number(figure.plan),
        "fact": _number(figure.value),
        "share": None if figure.share is None else round(figure.share, 1),
        "status": _STATUS[figure.light],
        "as_of": figure.as_of.isoformat(),
        "rows": list(figure.count.rows),
        "of": list(figure.count.of),
    }


def _number(value: float | None) -> int | float | None:
    """A whole number without a point."""
    return int(value) if value is not None and value == int(value) else value
