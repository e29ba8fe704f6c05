"""The rows that a figure leaves out, each with the reason that keeps it out."""

from datetime import date

import pytest

from reports.figures.catalogue import BY_ID
from reports.figures.figure import count_in, count_of
from reports.figures.left_out import REGISTERS_OF, Left, left_out
from tests.reports.figures.histories import beginning, facts_of
from tests.reports.figures.offices import OFFICE, TWIN, Tables, added, edited, facts
from tests.text_tables import TODAY
from validators.counting.people import PEOPLE
from validators.counts import COUNTS


def left(
    key: str, tables: Tables = OFFICE, cut: dict[str, str] | None = None
) -> list[tuple[str, tuple[str, ...], bool]]:
    seen = facts(tables)
    count = count_in(seen.scene.office, seen.today, key, cut or {})
    return [(one.reason, one.ids, one.of) for one in left_out(seen, BY_ID[key], cut or {}, count)]


def test_a_candidate_and_one_whose_day_has_not_come_are_left_out_of_those_enrolled() -> None:
    assert left("K02") == [
        ("срок ещё не наступил", ("ШК-0003",), False),
        ("статус участника: «Кандидат»", ("ШК-0004",), False),
    ]


@pytest.mark.parametrize(
    ("tables", "reason", "row"),
    [
        (
            edited("SCH", ("ШК-0001", "Статус участника", "кто-то")),
            "строка не учтена: не читается «Статус участника»",
            "ШК-0001",
        ),
        (edited("SCH", ("ШК-0001", "Статус участника", "Ошибочная запись")), "ошибочная запись", "ШК-0001"),
        (added("SCH", TWIN), "повторяет другую строку того же человека", "ШК-0002"),
    ],
)
def test_a_row_that_does_not_count_is_told_with_what_is_wrong(tables: Tables, reason: str, row: str) -> None:
    assert (reason, (row,), False) in left("K02", tables)


@pytest.mark.parametrize(
    ("tables", "reason"),
    [
        (OFFICE, "нет решения"),
        (edited("MENT", ("НС-0003", "Статус", "Отклонён")), "статус: «Отклонён»"),
        (added("DEC", "РШ-0002 | Совет | 10.06.2026 | C3 | Утвердить | Принято | НС-0003 |\n"), "срок ещё не наступил"),
        (
            added("DEC", "РШ-0002 | Совет | 10.03.2026 | C3 | Утвердить | Принято | НС-0003 | 01.04.2026\n"),
            "решение отозвано",
        ),
    ],
)
def test_a_mentor_is_left_out_for_what_his_approval_lacks(tables: Tables, reason: str) -> None:
    assert left("K13", tables) == [(reason, ("НС-0003",), False)]


def test_rows_of_the_denominator_come_first_and_are_told_apart() -> None:
    assert left("K22") == [
        ("статус: «В работе»", ("МР-0002",), True),
        ("статус: «В работе»", ("МР-0003",), False),
    ]


def test_of_a_cut_only_its_own_rows_and_those_of_no_group_are_told() -> None:
    lost = edited("EDU", ("ОО-0002", "Муниципалитет", ""))
    assert left("K02", lost, {"municipality": "Приозёрный район"}) == [
        ("не указано: муниципалитет", ("ШК-0002",), False),
        ("срок ещё не наступил", ("ШК-0003",), False),
        ("статус участника: «Кандидат»", ("ШК-0004",), False),
    ]


def test_a_register_that_is_not_kept_leaves_out_nothing() -> None:
    seen = facts({"EDU": OFFICE["EDU"]})
    count = count_in(seen.scene.office, date(2026, 4, 15), "K02", {})
    assert left_out(seen, BY_ID["K02"], {}, count) == ()


def test_the_registers_of_an_indicator_have_all_the_rows_that_it_counts() -> None:
    seen = facts_of(beginning(1), TODAY)
    for key in COUNTS:
        tables = [seen.scene.office.tables[name] for name in REGISTERS_OF.get(key, PEOPLE)]
        known = {one for table in tables for one in table.ids}
        assert not tables or known.issuperset(count_of(seen, key).rows), key


def test_a_line_names_its_register() -> None:
    seen = facts()
    count = count_in(seen.scene.office, seen.today, "K13", {})
    assert left_out(seen, BY_ID["K13"], {}, count) == (Left("MENT", "нет решения", ("НС-0003",)),)
