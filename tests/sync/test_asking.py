"""What is asked for by name: a document by its name, word or code; a tab; both; neither."""

from collections.abc import Sequence

import pytest

from config.errors import UsageError
from reports.report import Report
from sync.asking import wanted
from sync.periods import PeriodError
from tests.sync.made_up_documents import RECIPES

TABS = tuple(Report("Отчёты", f"Отчёт. {title}", ()) for title in ("Сверка", "Показатели", "Доклады"))


def tabs() -> Sequence[Report]:
    return TABS


def asked(*names: str) -> list[str]:
    found = wanted(names, tabs, RECIPES)
    return [*(one.tab.removeprefix("Отчёт. ") for one in found.reports), *(one.code for one in found.documents)]


@pytest.mark.parametrize(
    ("names", "found"),
    [
        ((), ["Сверка", "Показатели", "Доклады"]),
        (("Д2",), ["Д2"]),
        (("д2",), ["Д2"]),
        (("Доклад",), ["Д2"]),
        (("ДОКЛАД заместителю  губернатора",), ["Д2"]),
        (("council",), ["Д4"]),
        (("Матер",), ["Д4"]),
        (("Доклады",), ["Доклады"]),
        (("Докл",), ["Доклады"]),
        (("Сверка",), ["Сверка"]),
        (("Сверочная",), ["Д5"]),
        (("Сверка", "council", "Показ", "Д2", "Д4"), ["Сверка", "Показатели", "Д4", "Д2"]),
    ],
)
def test_a_name_means_a_document_or_a_tab(names: tuple[str, ...], found: list[str]) -> None:
    assert asked(*names) == found


@pytest.mark.parametrize("name", ["Погода", "Д9", "counc il"])
def test_a_name_that_means_nothing_is_answered_by_both_lists(name: str) -> None:
    with pytest.raises(UsageError, match=f"Отчёта «{name}» нет") as error:
        asked(name)
    assert "«Сверка», «Показатели»" in error.value.advice
    assert "Документы: «Доклад заместителю Губернатора» (Д2), «Материалы к заседанию» (Д4)" in error.value.advice


def test_the_tabs_are_not_composed_for_a_document_named_whole() -> None:
    def never() -> Sequence[Report]:
        raise AssertionError

    assert [one.code for one in wanted(("council", "Д2"), never, RECIPES).documents] == ["Д4", "Д2"]


def test_a_period_that_is_not_closed_has_documents_but_no_tabs() -> None:
    def open_period() -> Sequence[Report]:
        raise PeriodError

    assert [one.code for one in wanted(("Матер",), open_period, RECIPES).documents] == ["Д4"]
    with pytest.raises(PeriodError):
        wanted(("Сверка",), open_period, RECIPES)
