"""One grid of columns for all listings, and rows as high as their words."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from reports.layout import content_digest, height_of, lay_out, lines_of
from reports.report import Field, Listing, Report, Stamp, Words
from reports.sheet import Tone

STAMP = Stamp(17, datetime(2026, 4, 15, 2, 0, tzinfo=UTC))
WIDE = Listing(
    "Строки", tuple(Field(f"Поле {n}", 20) for n in range(6)), (tuple("абвгде"),), filtered=True, frozen=True
)
NARROW = Listing("Причины", (Field("Что", 60), Field("Сколько", 20)), (("x", 1), ("y", 2)))
REPORT = Report(
    "Отчёты", "Лист", (Words("Заголовок", "title"), Words("По состоянию на сегодня", "subtitle"), WIDE, NARROW)
)


def test_a_filtered_listing_has_no_merged_cells() -> None:
    sheet = lay_out(REPORT, STAMP)
    assert sheet.filtered is not None
    first, last = sheet.filtered
    assert all(box.left == box.right for box in sheet.boxes if first <= box.row <= last)
    assert last - first == 1


def test_every_listing_takes_the_whole_width() -> None:
    sheet = lay_out(REPORT, STAMP)
    by_row: dict[int, list[int]] = {}
    for box in sheet.boxes:
        by_row.setdefault(box.row, []).extend(range(box.left, box.right + 1))
    assert all(sorted(columns) == list(range(len(sheet.widths))) for columns in by_row.values())


def test_a_listing_of_more_columns_than_the_filtered_one_still_fits() -> None:
    many = Listing("", tuple(Field(str(n), 5) for n in range(9)), (tuple(range(9)),))
    sheet = lay_out(Report("К", "Л", (WIDE, many)), None)
    assert len(sheet.widths) >= 9


def test_the_stamp_stands_in_the_line_under_the_title() -> None:
    assert lay_out(REPORT, STAMP).boxes[1].value == "По состоянию на сегодня · Обновление №\u00a017 от 15.04.2026 02:00"
    bare = Report("К", "Л", (Words("Заголовок", "title"), Words("Текст")))
    assert lay_out(bare, STAMP).boxes[1].value == "Обновление №\u00a017 от 15.04.2026 02:00"


def test_a_digest_knows_the_content_and_not_the_stamp() -> None:
    other = Report("Отчёты", "Лист", (*REPORT.blocks, Words("ещё")))
    assert content_digest(REPORT) == content_digest(Report(**vars(REPORT)))
    assert content_digest(REPORT) != content_digest(other)


def test_an_empty_listing_says_so_in_words() -> None:
    sheet = lay_out(Report("К", "Л", (Listing("Сроки", (Field("Что", 30),), ()),)), None)
    assert sheet.boxes[-1].value == "нет"


@pytest.mark.parametrize(
    ("text", "letters", "lines"),
    [
        ("", 10, 1),
        ("слово слово", 11, 1),
        ("слово слово", 10, 2),
        ("а\nб", 10, 2),
        ("ж" * 25, 10, 3),
        ("ж " + "ж" * 12, 10, 3),
    ],
)
def test_lines_are_counted_by_whole_words(text: str, letters: float, lines: int) -> None:
    assert lines_of(text, letters) == lines


def test_a_long_text_makes_a_higher_row() -> None:
    assert height_of("слово " * 30, 20, Tone.CELL) > 3 * height_of("слово", 20, Tone.CELL)


def test_what_the_office_must_see_stands_under_the_title_with_and_without_a_stamp() -> None:
    told = replace(REPORT, notice="Имена хранятся в Google Таблицах.")
    for stamp in (STAMP, None):
        texts = [box.value for box in lay_out(told, stamp).boxes[:3]]
        assert texts[0] == "Заголовок"
        assert texts[2] == "Имена хранятся в Google Таблицах."
    unstamped = replace(told, stamped=False, blocks=told.blocks[2:])
    assert lay_out(unstamped, STAMP).boxes[0].value == "Имена хранятся в Google Таблицах."
    assert content_digest(told) != content_digest(REPORT)
