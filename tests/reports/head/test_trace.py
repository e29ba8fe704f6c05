"""«Расшифровка»: under each figure's name the codes of its rows, none cut short, nobody named."""

import io
import re
from collections.abc import Callable

import openpyxl
import pytest

from reports.facts import Facts
from reports.figures.figure import QUALITY, figures
from reports.figures.naming import anchor_of
from reports.figures.own import own_figures
from reports.formats.xlsx import render
from reports.head.trace import LONGEST, TAB, compose, jump_to, pieces
from reports.layout import lay_out
from reports.report import Jump, Listing, Report
from tests.reports.figures.test_figure import MONEY, OFFICE, figure, planned
from tests.reports.made_up import made_up_facts

MakeFacts = Callable[..., Facts]


def page(facts: Facts) -> Report:
    (one,) = compose(facts)
    return one


def listing(facts: Facts) -> Listing:
    return next(one for one in page(facts).blocks if isinstance(one, Listing))


def rows(facts: Facts, anchor: str) -> list[tuple[object, ...]]:
    return [row for row in listing(facts).rows if row[0] == anchor]


def test_a_number_is_one_row_with_the_codes_of_its_rows(make_facts: MakeFacts) -> None:
    (row,) = rows(make_facts(OFFICE), "K09")
    assert row == (
        "K09", "Команд действует", None, 2, "ед.", "сколько строк", "засчитаны", 2, "КМ-0001, КМ-0002",
    )  # fmt: skip


def test_a_cut_stands_under_its_own_name(make_facts: MakeFacts) -> None:
    (row,) = rows(make_facts(OFFICE), "K02 · Категория: Школьник")
    assert row[1:4] == ("Зачислено", "Категория: Школьник", 2)
    assert row[-1] == "ШК-0001, ШК-0002"


def test_a_share_names_the_rows_of_its_denominator_too(make_facts: MakeFacts) -> None:
    done, due = rows(make_facts(OFFICE), "K18")
    assert done[3:] == (66.7, "%", "засчитанные ÷ все, %", "засчитаны", 2, "ШК-0001, ШК-0002")
    assert due[3:] == (66.7, "%", "засчитанные ÷ все, %", "из скольких", 3, "ШК-0001, ШК-0002, ШК-0003")


def test_money_is_said_to_be_summed(make_facts: MakeFacts) -> None:
    done, due = rows(make_facts({"FIN": MONEY}), "K24")
    assert done[5] == "сумма засчитанных ÷ сумма всех, %"
    assert (done[8], due[8]) == ("ФН-0001 (900), ФН-0002 (1\u00a0500)", "ФН-0001 (1\u00a0000), ФН-0002 (3\u00a0000)")


def test_a_figure_without_data_says_why(make_facts: MakeFacts) -> None:
    (row,) = rows(make_facts({}), "K02")
    assert row[3:] == ("нет данных", "чел.", "сколько строк", None, None, "не ведётся")


def test_a_zero_has_no_rows_and_says_so(make_facts: MakeFacts) -> None:
    (row,) = rows(make_facts(OFFICE), "K12")
    assert (row[3], row[7], row[8]) == (0, 0, "строк нет")


def test_the_index_of_data_is_said_to_have_no_rows(make_facts: MakeFacts) -> None:
    (row,) = rows(make_facts(OFFICE), QUALITY)
    assert "Отчёт. Качество данных" in str(row[5])
    assert row[6:] == (None, None, None)


def test_an_own_indicator_is_traced_to_the_row_where_it_was_typed(make_facts: MakeFacts) -> None:
    (row,) = rows(make_facts(planned("РК1", "20", more="| | 18 | |")), "РК1")
    assert (row[3], row[8]) == (18, "ПК-0001 (18)")


@pytest.mark.parametrize(("many", "cells"), [(0, 1), (1, 1), (166, 1), (167, 2), (332, 2), (333, 3), (4000, 25)])
def test_long_lists_go_on_in_the_next_row_and_lose_nothing(many: int, cells: int) -> None:
    ids = [f"ШК-{number:04d}" for number in range(1, many + 1)]
    found = pieces(ids)
    assert len(found) == cells
    assert all(len(one) <= LONGEST for one in found)
    assert [code for one in found for code in one.split(", ") if code] == ids


_WEIGHT = re.compile(r" \([^)]*\)")


def test_every_figure_is_traced_to_the_very_rows_that_it_names() -> None:
    facts = made_up_facts()
    told: dict[tuple[object, object], list[str]] = {}
    for row in listing(facts).rows:
        told.setdefault((row[0], row[6]), []).extend(_WEIGHT.sub("", str(row[8] or "")).split(", "))
    every = [*figures(facts), *own_figures(facts)]
    assert {row[0] for row in listing(facts).rows} == set(map(anchor_of, every))
    for one in every:
        if one.value is not None and one.indicator.id != QUALITY:
            assert told[anchor_of(one), "засчитаны"] == list(one.count.rows or ("строк нет",)), one.name
            assert told.get((anchor_of(one), "из скольких"), []) == list(one.count.of), one.name


def test_the_names_of_figures_differ() -> None:
    anchors = [anchor_of(one) for one in figures(made_up_facts())]
    assert len(set(anchors)) == len(anchors)


def test_a_jump_leads_to_the_rows_of_its_figure(make_facts: MakeFacts) -> None:
    facts = make_facts(OFFICE)
    assert jump_to(figure(facts, "K02")) == Jump("3\u00a0строки", TAB, "K02")
    assert jump_to(figure(facts, "K18")) == Jump("2 из 3", TAB, "K18")
    assert jump_to(figure(facts, "K12")) == Jump("0\u00a0строк", TAB, "K12")
    assert jump_to(figure(facts, "K22")) is None
    assert jump_to(figure(make_facts({"FIN": MONEY}), "K24")) == Jump("2\u00a0строки", TAB, "K24")
    anchors = {row[0] for row in listing(facts).rows}
    assert {"K02", "K18", "K12"} <= anchors


def test_nobody_is_named() -> None:
    facts = made_up_facts()
    words = " ".join(str(cell) for row in listing(facts).rows for cell in row)
    for key in ("SCH", "UNI", "MENT"):
        table = facts.scene.office.tables[key]
        surnames = {str(name) for name in table.values["surname"] if name}
        assert surnames
        assert not surnames & set(words.replace(",", " ").split())


def test_the_heading_stays_in_sight_and_no_cell_is_clipped() -> None:
    sheet = lay_out(page(made_up_facts()), None)
    assert sheet.freeze == sheet.filtered[0] + 1 if sheet.filtered else False
    assert max(sheet.heights) < 400
    book = openpyxl.load_workbook(io.BytesIO(render([sheet])))
    cells = [str(cell.value) for row in book[TAB].iter_rows() for cell in row if cell.value is not None]
    assert max(map(len, cells)) <= LONGEST


def test_an_empty_office_has_the_page(make_facts: MakeFacts) -> None:
    assert lay_out(page(make_facts({})), None).boxes
