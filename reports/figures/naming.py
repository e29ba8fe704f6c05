"""How a figure is called by people: its cut in Russian, the row under which «Расшифровка» keeps it, its numbers."""

from collections.abc import Mapping, Sequence

from reports import wording
from reports.figures.cuts import CUTS
from reports.figures.figure import STATE, Figure
from reports.report import Value
from validators.counting.count import Way

_STATE = "Состояние"


def title_of_cut(key: str) -> str:
    """«Категория», «Муниципалитет», «Состояние»."""
    return _STATE if key == STATE else CUTS[key][0]


def cut_of(figure: Figure) -> str:
    """«Категория: Школьник»; empty for the whole."""
    return "; ".join(f"{title_of_cut(key)}: {value}" for key, value in figure.cut.items())


def anchor_of(figure: Figure) -> str:
    """«K02», «K02 · Категория: Школьник»: the first cell of the figure's rows in «Расшифровка»."""
    cut = cut_of(figure)
    return f"{figure.indicator.id} · {cut}" if cut else figure.indicator.id


def unit_of(figure: Figure) -> str:
    """That of the indicator; of a state whose kind differs, a percent or nothing: people, days and places are apart."""
    unit, count = figure.indicator.unit, figure.count
    if STATE not in figure.cut:
        return unit
    if count.way is Way.SHARE:
        return "%"
    return "" if unit == "%" or count.weights or count.way is not Way.NUMBER else unit


def rounded(value: float | None) -> int | float | None:
    """A number for a cell, one digit after the comma, a whole one without any; None stays None."""
    if value is None:
        return None
    short = round(value, 1)
    return int(short) if short == int(short) else short


def shown(value: float | None) -> Value:
    """The same, with «нет данных» where there are none."""
    return "нет данных" if value is None else rounded(value)


def codes_of(ids: Sequence[str], weights: Mapping[str, float]) -> list[str]:
    """The codes of rows; where they weigh other than one, each with its weight: «ФН-0009 (169 260)»."""
    if all(weights.get(one, 1) == 1 for one in ids):
        return list(ids)
    return [f"{one} ({wording.decimal(weights.get(one, 1))})" for one in ids]
