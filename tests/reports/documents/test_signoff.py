"""The word of a document's state, and that it is a draft only until a signed one is registered."""

from collections.abc import Callable

import pytest

from reports.documents.deputy_report import DEPUTY
from reports.documents.document import Occasion
from reports.documents.signoff import is_unsigned, state_of
from reports.documents.stage_report import STAGE_REPORT
from reports.facts import Facts
from tests.reports.made_up import made_up_facts

MakeFacts = Callable[..., Facts]
HEAD = "Код | Направление | Вид | Заголовок | Статус | Отчётный период/этап"


@pytest.mark.parametrize(
    ("status", "word", "is_draft"),
    [
        ("Проект", "проект", True),
        ("На согласовании", "на согласовании", True),
        ("Подписан", "подписан", False),
        ("Отправлен", "отправлен", False),
    ],
)
def test_a_document_is_a_draft_until_it_is_signed(
    make_facts: MakeFacts, status: str, word: str, *, is_draft: bool
) -> None:
    facts = make_facts({"DOC": f"{HEAD}\nДК-0001 | Исходящий | Отчёт по этапу | Отчёт | {status} | Э3"})
    assert (state_of(facts, "Отчёт по этапу", "Э3"), is_unsigned(facts, "Отчёт по этапу", "Э3")) == (word, is_draft)


def test_a_document_that_nobody_has_registered_is_a_draft(make_facts: MakeFacts) -> None:
    for tables in ({}, {"DOC": f"{HEAD}\nДК-0001 | Исходящий | Доклад | Доклад | Подписан | 2026-03"}):
        facts = make_facts(tables)
        assert (state_of(facts, "Отчёт по этапу", "Э3"), is_unsigned(facts, "Доклад", "2026-02")) == (
            "нет в реестре",
            True,
        )


def test_the_reports_of_the_made_up_office_are_drafts_until_they_are_signed() -> None:
    facts = made_up_facts()
    (sent,), (asked,) = STAGE_REPORT.compose(facts, Occasion(period="Э3")), DEPUTY.compose(facts, Occasion())
    assert (sent.is_draft, asked.is_draft) == (False, True)
