"""Several tabs of one register as one table."""

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from tests.text_tables import BY_KEY, grid
from validators.join import join
from validators.office import Table
from validators.parse import parse


def part(file: str, *codes: str) -> Table[Any]:  # Any: a table of any record
    rows = "\n".join(f"{code} | Команда {code} | Идея" for code in codes)
    parsed = parse(grid(f"Код | Название команды | Стадия\n{rows}", file=file, tab="Команды"), BY_KEY["TEAM"])
    assert parsed.table is not None
    return parsed.table


def test_rows_are_joined_and_know_where_they_are_from() -> None:
    table, remarks = join([part("а.xlsx", "КМ-0001"), part("б.xlsx", "КМ-0002", "КМ-0003")])
    assert not remarks
    assert table.ids == ("КМ-0001", "КМ-0002", "КМ-0003")
    assert [table.place(index, "name").source for index in range(3)] == [
        "а.xlsx#Команды",
        "б.xlsx#Команды",
        "б.xlsx#Команды",
    ]
    assert table.place(1, "name").cell == "B2"


def test_a_code_of_another_file_is_said_at_the_later_row() -> None:
    table, remarks = join([part("а.xlsx", "КМ-0001"), part("б.xlsx", "КМ-0001", "КМ-0002")])
    assert [(one.code, one.place.source, one.place.cell) for one in remarks] == [("C05", "б.xlsx#Команды", "A2")]
    assert len(table.counted) == 2


def test_joined_tables_may_have_several_sources_each() -> None:
    first, _ = join([part("а.xlsx", "КМ-0001"), part("б.xlsx", "КМ-0002")])
    second, _ = join([part("в.xlsx", "КМ-0003"), part("г.xlsx", "КМ-0004", "КМ-0005")])
    table, remarks = join([first, second])
    assert not remarks
    files = ["а.xlsx", "б.xlsx", "в.xlsx", "г.xlsx", "г.xlsx"]
    assert [table.place(index, "name").source for index in range(5)] == [f"{file}#Команды" for file in files]


@given(st.lists(st.lists(st.integers(1, 30), unique=True, min_size=1, max_size=5), min_size=1, max_size=4))
def test_no_row_is_lost_and_no_code_stands_twice(numbers: list[list[int]]) -> None:
    tables = [part(f"{at}.xlsx", *(f"КМ-{one:04d}" for one in some)) for at, some in enumerate(numbers)]
    table, _ = join(tables)
    standing = [table.ids[index] for index in table.counted]
    assert len(table) == sum(map(len, numbers))
    assert sorted(standing) == sorted({code for one in tables for code in one.ids})
