"""Charts drawn by ourselves: every value is seen at its place, nothing leaves the picture, gaps stay gaps."""

import xml.etree.ElementTree as ET  # what is read was written here
from itertools import pairwise

import pytest

from reports.formats import FORMATS
from reports.formats.axis import axis_of
from reports.formats.charted import marks_of
from reports.formats.marks import Bar, Dot, Stroke, Text
from reports.formats.page import Page
from reports.formats.palette import SERIES
from reports.formats.svg import svg_of
from reports.report import Chart, ChartKind, Report, Series, Words
from tests.reports.formats.conftest import CHARTS, MONTHS

INK = "#1F2933"


def chart(kind: ChartKind, *series: Series, unit: str = "") -> Chart:
    return Chart("Диаграмма", kind, tuple(f"кат. {n}" for n in range(len(series[0].values))), series, unit)


def bars(one: Chart) -> list[Bar]:
    return [mark for mark in marks_of(one, 700, 200) if isinstance(mark, Bar) and mark.width > 10.01]


@pytest.mark.parametrize(
    ("values", "ticks"),
    [
        ((12, 7), (0, 5, 10, 15)),
        ((1, 2), (0, 1, 2)),
        ((0.5, 0.9), (0, 0.2, 0.4, 0.6, 0.8, 1)),
        ((95.3,), (0, 20, 40, 60, 80, 100)),
        ((-5, 20), (-5, 0, 5, 10, 15, 20)),
        ((-3,), (-3, -2, -1, 0, 1)),
        ((), (0, 1)),
        ((0, 0), (0, 1)),
        ((1_529_200.5,), (0, 500_000, 1_000_000, 1_500_000, 2_000_000)),
    ],
)
def test_an_axis_holds_zero_and_all_values_in_round_steps(values: tuple[float, ...], ticks: tuple[float, ...]) -> None:
    assert axis_of(values).ticks == ticks


def test_columns_are_as_high_as_their_values() -> None:
    low, high = bars(chart(ChartKind.COLUMN, Series("а", (10, 40))))
    assert high.height == pytest.approx(4 * low.height)
    assert high.y + high.height == pytest.approx(low.y + low.height)


def test_bars_are_as_long_as_their_values_and_stand_in_their_order() -> None:
    first, second = bars(chart(ChartKind.BAR, Series("а", (30, 15))))
    assert first.width == pytest.approx(2 * second.width)
    assert first.y < second.y


def test_a_stack_is_as_high_as_the_sum_and_goes_down_for_what_is_below_zero() -> None:
    lower, upper, below = bars(chart(ChartKind.STACKED, Series("а", (10,)), Series("б", (20,)), Series("в", (-10,))))
    assert upper.y + upper.height == pytest.approx(lower.y)
    assert upper.height == pytest.approx(2 * lower.height)
    assert below.y == pytest.approx(lower.y + lower.height)


@pytest.mark.parametrize("kind", list(ChartKind))
def test_a_gap_draws_nothing(kind: ChartKind) -> None:
    whole = marks_of(chart(kind, Series("а", (1, 2, 3)), Series("б", (3, 2, 1))), 700, 200)
    holey = marks_of(chart(kind, Series("а", (1, None, 3)), Series("б", (3, 2, 1))), 700, 200)
    seen = (Bar, Dot)
    assert sum(isinstance(one, seen) for one in whole) - sum(isinstance(one, seen) for one in holey) == 1


def test_a_line_is_broken_at_a_gap() -> None:
    marks = marks_of(chart(ChartKind.LINE, Series("а", (1, 2, None, 4, 5))), 700, 200)
    thick = [mark for mark in marks if isinstance(mark, Stroke) and mark.width > 1]
    assert [len(mark.points) for mark in thick] == [2, 2]


def test_one_series_says_its_values_and_needs_no_legend() -> None:
    words = [mark.words for mark in marks_of(CHARTS[0], 700, 200) if isinstance(mark, Text)]
    assert "12" in words
    assert "Команд" not in words
    assert "команд" in words


def test_several_series_have_a_legend() -> None:
    words = [mark.words for mark in marks_of(CHARTS[1], 700, 200) if isinstance(mark, Text)]
    assert {"План", "Факт", "человек", *MONTHS} <= set(words)


@pytest.mark.parametrize("one", CHARTS, ids=lambda one: one.kind.value)
@pytest.mark.parametrize("width", [760, 520])
def test_nothing_leaves_the_picture(one: Chart, width: float) -> None:
    for mark in marks_of(one, width, 200):
        match mark:
            case Bar(x, y, wide, high):
                assert x >= 0
                assert x + wide <= width + 0.01
                assert 0 <= y <= y + high <= 200.01
            case Stroke(points=points):
                assert all(-0.01 <= x <= width + 0.01 and -0.01 <= y <= 200.01 for x, y in points)
            case Text(x, y):
                assert 0 <= x <= width
                assert 0 < y <= 200
            case _:
                pass


def test_names_of_many_categories_do_not_run_into_one_another() -> None:
    days = tuple(f"{day:02}.04.2026" for day in range(1, 31))
    one = Chart("Дни", ChartKind.LINE, days, (Series("а", tuple(range(30))),))
    labels = sorted(mark.x for mark in marks_of(one, 520, 200) if isinstance(mark, Text) and mark.anchor == "middle")
    assert 2 <= len(labels) < 30
    assert all(right - left > 25 for left, right in pairwise(labels))


@pytest.mark.parametrize("one", CHARTS, ids=lambda one: one.kind.value)
def test_the_picture_is_whole_xml(one: Chart) -> None:
    root = ET.fromstring(svg_of(one, 700))  # noqa: S314  it was written here
    assert root.attrib["role"] == "img"
    assert root.attrib["viewBox"] == f"0 0 700 {one.lines * 13.5:g}"


def test_words_of_a_chart_are_no_markup() -> None:
    one = Chart("А < Б & «В»", ChartKind.BAR, ("<i>",), (Series("а", (1,)),))
    root = ET.fromstring(svg_of(one, 700))  # noqa: S314  it was written here
    assert root.attrib["aria-label"] == "А < Б & «В»"


@pytest.mark.parametrize(
    "one",
    [
        Chart("Пусто", ChartKind.BAR, (), ()),
        Chart("Пусто", ChartKind.LINE, (), (Series("а", ()),)),
        Chart("Пусто", ChartKind.COLUMN, ("а", "б"), (Series("а", (None, None)),)),
    ],
)
def test_a_chart_without_a_value_takes_no_place(one: Chart) -> None:
    page = Page(Report("Отчёты", "Лист", (Words("Отчёт", "title"), one)))
    without = Page(Report("Отчёты", "Лист", (Words("Отчёт", "title"),)))
    assert page.sheet == without.sheet
    for name in ("xlsx", "html", "pdf"):
        assert FORMATS[name]("О", (page,)) == FORMATS[name]("О", (without,))


def test_neighbours_differ_in_lightness() -> None:
    greys = [
        0.299 * int(look.colour[1:3], 16) + 0.587 * int(look.colour[3:5], 16) + 0.114 * int(look.colour[5:], 16)
        for look in SERIES
    ]
    assert all(abs(left - right) > 35 for left, right in pairwise(greys))
    assert len({(look.dash, look.shape) for look in SERIES}) == len(SERIES)
