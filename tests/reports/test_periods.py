"""Reports of a closed period: what they say of themselves, and what a correction changed."""

from datetime import date

import pytest

from reports.periods import Changed, Issue, as_issued, changed, correction
from reports.report import Listing, Report

ISSUE = Issue("2026-04", date(2026, 4, 30))


@pytest.mark.parametrize(
    ("was", "now", "names"),
    [
        ({"K02": 3.0}, {"K02": 3.0}, []),
        ({"K02": 3.0}, {"K02": 4.0}, ["K02"]),
        ({"K02": None}, {"K02": None}, []),
        ({"K02": None}, {"K02": 0.0}, ["K02"]),
        ({"K02": 0.0}, {"K02": None}, ["K02"]),
        ({"K02": 1.0, "K02 category=Школьник": 1.0}, {"K02": 1.0}, ["K02 category=Школьник"]),
        ({"K09": 1.0, "K02": 1.0}, {"K09": 2.0, "K02": 2.0}, ["K02", "K09"]),
        ({"K18": 100 * 1 / 3}, {"K18": 100 / 3}, []),
    ],
)
def test_exactly_the_changed_figures_are_named(
    was: dict[str, float | None], now: dict[str, float | None], names: list[str]
) -> None:
    assert [one.name for one in changed(was, now)] == names


@pytest.mark.parametrize(
    ("issue", "words"),
    [
        (ISSUE, "Отчётный период закрыт: апрель 2026 г., данные на 30.04.2026."),
        (
            Issue("2026-К2", date(2026, 6, 30), 2, "опечатка в дате"),
            "Уточнённый отчёт №\u00a02: II квартал 2026 г., на 30.06.2026. Причина: Опечатка в дате.",
        ),
        (
            Issue("Э4", date(2026, 5, 15), 0, "файл вернут завтра", ("TEAM",)),
            (
                "Отчётный период закрыт: этап Э4, данные на 15.05.2026. Не приняты к этому дню: Команды и проекты. "
                "Причина: Файл вернут завтра."
            ),
        ),
    ],
)
def test_a_report_says_what_it_is(issue: Issue, words: str) -> None:
    assert issue.notice == words


def test_only_the_common_workbook_is_issued_and_keeps_its_own_notice() -> None:
    tabs = (
        Report("Отчёты", "Состояние", (), notice="Имена в таблицах."),
        Report("Замечания", "Замечания", ()),
        Report("Отчёты", "Личное", (), local=True),
    )
    (one,) = as_issued(tabs, ISSUE)
    assert one.tab == "Состояние"
    assert one.notice == f"{ISSUE.notice} Имена в таблицах."


def test_a_correction_tells_what_was_and_what_is() -> None:
    issue = Issue("2026-04", date(2026, 4, 30), 1, "опечатка")
    report = correction(issue, [Changed("K02", 10.0, 12.0), Changed("K13 category=Предприятие", None, 3.0)])
    listing = next(block for block in report.blocks if isinstance(block, Listing))
    assert listing.rows == (
        ("K02", "Зачислено", "всего", "чел.", 10.0, 12.0, 2.0),
        ("K13", "Наставников утверждено", "Категория: Предприятие", "чел.", None, 3.0, None),
    )
