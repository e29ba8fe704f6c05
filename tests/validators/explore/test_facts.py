"""The shape of a table that no register knows is told as that of a register is."""

from tests.text_tables import grid
from validators.explore.facts import facts
from validators.framing.frame import Frame, find

FAIRS = "Ярмарка | Площадь | Мест\nСеверная | Ленина | #12\nЮжная | Мира | #15\nВосточная | Труда | #9"


def told(text: str) -> list[tuple[str, int | None, str | None]]:
    tab = grid(text)
    frame = find(tab)
    assert isinstance(frame, Frame)
    return [(one.code, one.place.row, one.place.cell) for one in facts(tab, frame)]


def test_an_orderly_table_has_nothing_to_tell() -> None:
    assert told(FAIRS) == []


def test_what_stands_on_the_right_is_named_by_its_cell() -> None:
    lines = FAIRS.splitlines()
    beside = "\n".join(
        [lines[0], *(f"{line} | | черновик | #{number}" for number, line in enumerate(lines[1:], start=4))]
    )
    assert told(beside) == [("S9", None, "E1")]


def test_a_table_below_is_named_by_its_row() -> None:
    assert told(f"{FAIRS}\n\nСтатья | Сумма\nАренда | #100\nСвет | #20") == [("S9", 6, None)]


def test_a_blank_row_and_a_heading_that_stands_twice_are_told() -> None:
    text = FAIRS.replace("Площадь", "Ярмарка").replace("\nЮжная", "\n\nЮжная")
    assert told(text) == [("S4", None, "B1"), ("S7", 3, None)]
