"""The heading of real tables, kept by many hands, is found by its very rows."""

import pytest

from benchmarks.headings import CORPUS, Compared, compared

pytestmark = pytest.mark.skipif(not CORPUS.is_dir(), reason="the corpus of real tables is not beside the checkout")

TITLE_COUNTED = {
    "messy/mt_mixed_glb.csv",
    "messy/pollock_Note_4_Staff_costs_Average_number_of_persons_employed_13_14..csv",
    "messy/pollock_Sustainability_Water_consumption_P_56.csv",
}
"""Labels that count title rows to the heading."""
DOUBTFUL = {"messy/mt_begroting.csv", "messy/pollock_nati_clin_audi_bowe_canc_2017_tran_main_fiel_list.csv"}
"""A heading that goes on one row below the label; a first table of one column over the real one."""
TABLES_DEEP_DOWN = {"messy/mt_bian_definitions.xlsm", "messy/ps_hidden_rows_cols.xlsx"}
"""Labelled without a heading: a table under 46 rows of text; a square of letters and numbers, said to be doubtful."""


@pytest.fixture(scope="module")
def found() -> list[Compared]:
    return list(compared(CORPUS))


def test_nine_of_ten_headings_are_found_by_their_very_rows(found: list[Compared]) -> None:
    labelled = [one for one in found if one.label["header"]]
    missed = {one.label["file"] for one in labelled if not one.is_exact}
    assert missed == TITLE_COUNTED | DOUBTFUL
    assert len(missed) * 10 <= len(labelled)


def test_the_row_of_column_numbers_is_never_data(found: list[Compared]) -> None:
    assert all(one.is_number_row_right for one in found)
    assert sum(one.label["number_row"] is not None for one in found) == 7


def test_a_tab_without_a_heading_is_refused_or_said_to_be_doubtful(found: list[Compared]) -> None:
    passed = {one.label["file"]: one.said for one in found if not one.label["header"] and not one.said["refused"]}
    assert passed.keys() == TABLES_DEEP_DOWN
    assert all("неуверенно" in str(one["text"]) for one in passed.values())


def test_the_body_begins_where_the_label_says(found: list[Compared]) -> None:
    told = [one for one in found if one.is_exact and one.label["header"] and one.label["first_data_row"]]
    late = [one.label["file"] for one in told if one.said["first_data_row"] != one.label["first_data_row"]]
    assert late == ["messy/readxl_skipping.xlsx"], "there the row after the heading is blank"
