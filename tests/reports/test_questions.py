"""«Соответствия»."""

from collections.abc import Callable
from dataclasses import replace

from reports.facts import Facts, Question
from reports.questions import compose
from reports.report import Listing

MakeFacts = Callable[..., Facts]


def test_without_questions_there_is_no_tab(make_facts: MakeFacts) -> None:
    assert compose(make_facts()) == ()


def test_open_questions_come_first_and_answers_stay_in_sight(make_facts: MakeFacts) -> None:
    asked = (
        Question(("EDU",), "лицей 2", 3, (), "ОО-0002"),
        Question(("EDU", "ENT"), "школа 55", 27, ("ОО-0001", "ОО-0003")),
    )
    (report,) = compose(replace(make_facts(), questions=asked))
    listing = next(block for block in report.blocks if isinstance(block, Listing))
    assert [row[:-1] for row in listing.rows] == [
        ("школа 55", "Образовательные организации; Предприятия и площадки", 27, "ОО-0001, ОО-0003", None),
        ("лицей 2", "Образовательные организации", 3, "—", "ОО-0002"),
    ]
    assert [field.heading for field in listing.fields if not field.hidden][-1] == "Что это (код)"
