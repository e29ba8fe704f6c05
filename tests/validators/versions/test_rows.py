"""Rows through readings: a version only where something is typed otherwise, one story whatever moves around it."""

import pytest

from tests.validators.versions.ledger import HEADING, Ledger, tab, team

ROWS = [team(number) for number in range(1, 9)]


@pytest.fixture
def ledger() -> Ledger:
    """A register of eight teams that was read once."""
    ledger = Ledger()
    assert len(ledger.take(tab([HEADING, *ROWS]))) == 8
    return ledger


def stories(ledger: Ledger) -> dict[str, int]:
    return {row.id: row.story for row in ledger.rows}


def test_the_same_tab_adds_nothing(ledger: Ledger) -> None:
    assert ledger.take(tab([HEADING, *ROWS])) == ()


def test_a_sorted_tab_adds_nothing(ledger: Ledger) -> None:
    assert ledger.take(tab([HEADING, *ROWS[::-1]])) == ()


def test_blank_rows_between_add_nothing(ledger: Ledger) -> None:
    assert ledger.take(tab([HEADING, *ROWS[:3], (), (), *ROWS[3:]])) == ()


def test_columns_in_another_order_add_nothing(ledger: Ledger) -> None:
    assert ledger.take(tab([row[:1] + row[:0:-1] for row in (HEADING, *ROWS)])) == ()


def test_a_changed_cell_is_one_version_of_one_row(ledger: Ledger) -> None:
    (version,) = ledger.take(tab([HEADING, *ROWS[:2], team(3, stage="Апробация"), *ROWS[3:]]))
    assert (version.story, version.id, version.gone) == (3, "КМ-0003", False)
    assert dict(version.cells) == {
        "id": "КМ-0003", "name": "Команда Берег 3", "stage": "Апробация", "project": ROWS[2][3], "score": 3, "~Кружок": "Кружок 3",
    }  # fmt: skip


def test_a_changed_cell_of_a_sorted_tab_is_one_version(ledger: Ledger) -> None:
    changed = [team(3, stage="Апробация") if row is ROWS[2] else row for row in ROWS]
    assert [(one.story, one.id) for one in ledger.take(tab([HEADING, *changed[::-1]]))] == [(3, "КМ-0003")]


def test_a_code_typed_anew_keeps_the_story(ledger: Ledger) -> None:
    (version,) = ledger.take(tab([HEADING, *ROWS[:2], team(3, code="КМ-0103"), *ROWS[3:]]))
    assert (version.story, version.id) == (3, "КМ-0103")
    (later,) = ledger.take(tab([HEADING, *ROWS[:2], team(3, code="КМ-0103", score=50), *ROWS[3:]]))
    assert (later.story, later.id) == (3, "КМ-0103")


def test_a_lost_code_keeps_the_story(ledger: Ledger) -> None:
    (version,) = ledger.take(tab([HEADING, *ROWS[:2], team(3, code=None), *ROWS[3:]]))
    assert (version.story, version.id[0]) == (3, "?")


def test_a_row_that_is_gone_says_so_once(ledger: Ledger) -> None:
    (version,) = ledger.take(tab([HEADING, *ROWS[:2], *ROWS[3:]]))
    assert (version.story, version.id, version.gone, version.cells) == (3, "КМ-0003", True, {})
    assert ledger.take(tab([HEADING, *ROWS[:2], *ROWS[3:]])) == ()


def test_a_new_row_begins_a_story(ledger: Ledger) -> None:
    (version,) = ledger.take(tab([HEADING, team(20), *ROWS]))
    assert (version.story, version.id) == (0, "КМ-0020")
    assert stories(ledger)["КМ-0020"] == 9


def test_another_record_under_an_old_code_begins_a_story(ledger: Ledger) -> None:
    other = ("КМ-0003", "Совсем другие", "Защищён", "Иной труд", 91, "Хор")
    versions = ledger.take(tab([HEADING, *ROWS[:2], other, *ROWS[3:]]))
    assert [(one.story, one.id, one.gone) for one in versions] == [(0, "КМ-0003", False), (3, "КМ-0003", True)]


@pytest.mark.parametrize(
    ("at", "heading"),
    [(1, "Команда"), (1, "Наименование команды"), (3, "Тема проекта"), (5, "Секция"), (5, "Кружок 2026")],
)
def test_a_heading_typed_anew_changes_no_row(ledger: Ledger, at: int, heading: str) -> None:
    renamed = (*HEADING[:at], heading, *HEADING[at + 1 :])
    assert ledger.take(tab([renamed, *ROWS])) == ()
    assert ledger.cells("КМ-0002")[heading] == ROWS[1][at]


def test_a_column_that_is_none_of_ours_and_changed_with_its_heading_is_another_column(ledger: Ledger) -> None:
    rows = [(*row[:5], f"Другое {at}") for at, row in enumerate(ROWS)]
    assert len(ledger.take(tab([(*HEADING[:5], "Секция"), *rows]))) == 8


def test_a_new_empty_column_changes_no_row(ledger: Ledger) -> None:
    assert ledger.take(tab([(*HEADING, "Примечание"), *ROWS])) == ()


def test_two_columns_with_one_heading_are_both_kept() -> None:
    ledger = Ledger()
    ledger.take(tab([(*HEADING, "Кружок"), *((*row, "второй") for row in ROWS)]))
    assert ledger.rows[0].cells["~Кружок"] == "Кружок 1"
    assert ledger.rows[0].cells["~Кружок 2"] == "второй"


def test_a_row_carried_into_another_file_keeps_its_story() -> None:
    ledger = Ledger()
    ledger.take(tab([HEADING, *ROWS[:4]], "А.xlsx"), tab([HEADING, *ROWS[4:]], "Б.xlsx"))
    assert ledger.take(tab([HEADING, *ROWS[:3]], "А.xlsx"), tab([HEADING, *ROWS[3:]], "Б.xlsx")) == ()
    (version,) = ledger.take(tab([HEADING, *ROWS[:3]], "А.xlsx"), tab([HEADING, team(4, score=7), *ROWS[4:]], "Б.xlsx"))
    assert (version.story, version.source) == (4, "Б.xlsx#Команды и проекты")


def test_rows_with_one_code_are_told_apart_by_their_cells() -> None:
    ledger = Ledger()
    ledger.take(tab([HEADING, *ROWS, team(30, code="КМ-0003")]))
    twins = {row.cells["name"]: row.story for row in ledger.rows if row.id == "КМ-0003"}
    assert len(twins) == 2
    swapped = [HEADING, team(30, code="КМ-0003"), *ROWS]
    assert ledger.take(tab(swapped)) == ()
    (version,) = ledger.take(tab([HEADING, team(30, code="КМ-0003", score=99), *ROWS]))
    assert version.story == twins[str(team(30)[1])]


def test_a_full_name_in_one_column_is_kept_as_it_is_typed() -> None:
    ledger = Ledger("MENT")
    heading, row = ("Код", "ФИО", "Должность", "Телефон"), ("НС-0001", "Горин Олег Львович", "Инженер", "+79120000001")
    ledger.take(tab([heading, row]))
    assert ledger.cells("НС-0001") == dict(zip(heading, row, strict=True))
