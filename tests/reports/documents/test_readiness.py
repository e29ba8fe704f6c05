"""What a row of a draft list lacks, in words, and that a row without lacks is ready."""

from collections.abc import Callable

import pytest

from reports.documents.readiness import lacks, lacks_in_words
from reports.facts import Facts
from tests.reports.documents.papers import OFFICE
from validators.counting.approvals import INSTITUTIONS, MENTORS, SITES, Subject

MakeFacts = Callable[..., Facts]
WAITS_C1 = "направление ПН-0001 ждёт решения по вопросу C1"
APPROVED = "РШ-0009 | Совет | 01.03.2026 | C1 | Утвердить | Принято | ПН-0001; ПН-0002 | 2 | | | | | | |"


@pytest.mark.parametrize(
    ("subject", "code", "said"),
    [
        (SITES, "ПП-0001", ("не заполнено: «Мест: стажировка»", WAITS_C1)),
        (MENTORS, "НС-0001", (WAITS_C1,)),
        (MENTORS, "НС-0002", ("допуск к работе с несовершеннолетними не подтверждён", WAITS_C1)),
        (
            MENTORS,
            "НС-0004",
            (
                "согласие на обработку данных отозвано",
                "выпускники Программы в список по вопросу C3 не входят",
                "не указано приоритетное направление",
            ),
        ),
        (
            INSTITUTIONS,
            "ОО-0002",
            ("не заполнено: «ИНН»", "в перечень входят колледжи и вузы, а тип — «Общеобразовательная»", WAITS_C1),
        ),
    ],
)
def test_everything_that_a_row_lacks_is_told(
    make_facts: MakeFacts, subject: Subject, code: str, said: tuple[str, ...]
) -> None:
    facts = make_facts(OFFICE)
    index = facts.scene.office.tables[subject.key].index_of[code]
    assert lacks(facts, subject, index) == said
    assert lacks_in_words(facts, subject, index) == "; ".join(said)


def test_a_row_whose_priority_is_approved_and_cells_are_filled_is_ready(make_facts: MakeFacts) -> None:
    facts = make_facts(OFFICE | {"DEC": OFFICE["DEC"] + APPROVED})
    assert lacks_in_words(facts, INSTITUTIONS, 0) == "готово"


def test_a_wrong_cell_is_told_by_its_column(make_facts: MakeFacts) -> None:
    facts = make_facts(OFFICE | {"ENT": OFFICE["ENT"].replace("7707083893", "7707083894")})
    assert "«ИНН»: не сходятся контрольные цифры" in lacks(facts, SITES, 0)


def test_the_clearance_is_asked_only_where_the_office_wants_it(make_facts: MakeFacts) -> None:
    settings = '[registers]\nkept = ["MENT", "DEC"]\n[thresholds]\nmentor_clearance = false\n'
    assert lacks(make_facts(OFFICE, settings=settings), MENTORS, 1) == (WAITS_C1,)
