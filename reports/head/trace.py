"""«Расшифровка»: every figure with the codes of the rows that make it, so that whoever doubts can count them."""

from collections.abc import Iterator, Sequence

from reports import wording
from reports.facts import Facts
from reports.figures.figure import QUALITY, Figure, figures
from reports.figures.naming import anchor_of, codes_of, cut_of, shown, unit_of
from reports.figures.own import own_figures
from reports.report import Field, Form, Jump, Listing, Recipe, Report, Value, Words
from validators.counting.count import Count, Way

WORKBOOK = "Отчёты"
TAB = "Расшифровка"
LONGEST = 1_500
"""So many characters of codes stand in one cell; the rest go on in the next row, under the same first cell."""

_FIELDS = (
    Field("Цифра", 34),
    Field("Показатель", 34),
    Field("Срез", 30),
    Field("Значение", 12, Form.NUMBER),
    Field("Ед.", 14),
    Field("Как считается", 26),
    Field("Какие строки", 15),
    Field("Сколько строк", 12, Form.WHOLE),
    Field("Коды строк", 90),
)
_COUNTED, _OUT_OF = "засчитаны", "из скольких"
_WAYS = {
    Way.NUMBER: "сколько строк",
    Way.SHARE: "засчитанные ÷ все, %",
    Way.RATIO: "засчитанные ÷ все",
    Way.MEAN: "среднее по строкам",
}
_WEIGHED = {
    Way.NUMBER: "сумма по строкам",
    Way.SHARE: "сумма засчитанных ÷ сумма всех, %",
    Way.RATIO: "сумма засчитанных ÷ сумма всех",
    Way.MEAN: "среднее по строкам",
}
_INDEX = "по полноте и замечаниям, см. «Отчёт. Качество данных»"


def compose(facts: Facts) -> tuple[Report, ...]:
    """The one tab, figure after figure in the order of «Показатели»."""
    some = [*figures(facts), *own_figures(facts)]
    rows = tuple(row for figure in some for row in _rows(figure))
    blocks = (
        Words("Расшифровка показателей", "title"),
        Words(
            f"По состоянию на {wording.day(facts.today)}. Люди и организации названы кодами своих строк; в скобках — "
            "сколько строка прибавляет: рубли, дни, проценты.",
            "subtitle",
        ),
        Listing("", _FIELDS, rows, "показателей нет", filtered=bool(rows), frozen=True),
    )
    return (Report(WORKBOOK, TAB, blocks),)


TRACE = Recipe("Расшифровка", compose)


def jump_to(figure: Figure) -> Value:
    """«62 из 68», «220 строк», leading to the figure's codes; empty where there are no data or no rows can be named."""
    count, done, due = figure.count, len(figure.count.rows), len(figure.count.of)
    if figure.value is None or figure.indicator.id == QUALITY:
        return None
    words = wording.counted(done, "строка", "строки", "строк")
    if count.way is Way.SHARE and not count.weights and not count.of_weights:
        words = f"{wording.whole(done)} из {wording.whole(due)}"
    return Jump(words, TAB, anchor_of(figure))


def _rows(figure: Figure) -> Iterator[tuple[Value, ...]]:
    one, count = figure.indicator, figure.count
    begin = (
        anchor_of(figure),
        one.title,
        cut_of(figure) or None,
        shown(count.value),
        unit_of(figure) or None,
        way_of(figure),
    )
    if count.value is None or one.id == QUALITY:
        yield (*begin, None, None, count.why or None)
        return
    counted = (_COUNTED, codes_of(count.rows, count.weights))
    for name, ids in (counted, (_OUT_OF, codes_of(count.of, count.of_weights))) if count.of else (counted,):
        for codes in pieces(ids):
            yield (*begin, name, len(ids), codes or "строк нет")


def way_of(figure: Figure) -> str:
    """How the value comes from the codes, in a few words."""
    if figure.indicator.id == QUALITY:
        return _INDEX
    return _words(figure.count)


def _words(count: Count) -> str:
    return (_WEIGHED if count.weights or count.of_weights else _WAYS)[count.way]


def pieces(ids: Sequence[str]) -> list[str]:
    """The codes joined by commas, in as many texts as keep each short enough for a cell; one empty text for none."""
    found = [""]
    for one in ids:
        longer = f"{found[-1]}, {one}" if found[-1] else one
        if found[-1] and len(longer) > LONGEST:
            found.append(one)
        else:
            found[-1] = longer
    return found
