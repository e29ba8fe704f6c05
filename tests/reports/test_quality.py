"""The index of data quality and its report."""

from collections.abc import Callable
from datetime import date

import pytest

from reports.facts import Facts, Mended, Past
from reports.quality import Part, Quality, by_register, light_of, pace, total
from reports.quality_report import compose, pace_words
from reports.report import Light, Listing

MakeFacts = Callable[..., Facts]
SETTLING = '[office]\nsettling_until = 2026-05-20\n[registers]\nkept = ["STAFF", "PLAN", "EDU", "SCH"]\n'


def test_completeness_is_filled_required_cells_of_counted_rows(make_facts: MakeFacts) -> None:
    # Two counted pupils, eleven required cells each with the date of enrolment, one patronymic is empty.
    assert by_register(make_facts())["SCH"].filled == Part(19, 20)


def test_correctness_is_rows_without_errors(make_facts: MakeFacts) -> None:
    assert by_register(make_facts())["SCH"].correct == Part(2, 4)


def test_a_register_out_of_its_norm_is_not_up_to_date(make_facts: MakeFacts) -> None:
    facts = make_facts(past=Past(changed_on={"PLAN": date(2026, 2, 1)}))
    registers = by_register(facts)
    assert registers["PLAN"].fresh == Part(0, 1)
    assert total(facts, registers).fresh == Part(3, 4)


def test_promptness_counts_working_days_and_has_no_history_at_first(make_facts: MakeFacts) -> None:
    assert total(make_facts(), {}).prompt.percent is None
    fixed = (Mended(date(2026, 4, 10), date(2026, 4, 15)), Mended(date(2026, 4, 1), date(2026, 4, 15)))
    assert total(make_facts(past=Past(fixed=fixed)), {}).prompt == Part(1, 2)


def test_the_index_is_the_mean_of_what_is_known_and_names_the_weakest() -> None:
    quality = Quality(Part(9, 10), Part(7, 10), Part(1, 1))
    assert quality.index == pytest.approx(86.67, abs=0.01)
    assert quality.weakest == "корректность"
    assert Quality().index is None


def test_data_are_red_while_a_row_is_not_counted(make_facts: MakeFacts) -> None:
    facts = make_facts()
    assert light_of(facts, Quality(Part(1, 1))) is Light.RED
    clean = make_facts({"EDU": "Код | Полное наименование\nОО-0001 | Школа № 5"})
    assert light_of(clean, Quality(Part(99, 100))) is Light.GREEN
    assert light_of(clean, Quality(Part(90, 100))) is Light.YELLOW


def test_while_the_tables_are_put_in_order_the_light_is_grey_and_shows_the_pace(make_facts: MakeFacts) -> None:
    past = Past(open_week_ago=frozenset(map(str, range(270))), started=900)
    facts = make_facts(settings=SETTLING, past=past)
    left = pace(facts).left
    assert light_of(facts, Quality(Part(1, 2))) is Light.GREY
    assert pace_words(facts) == (
        f"Осталось {left} из 900, \u2212{270 - left} за неделю. До 20.05.2026 идёт наведение порядка, оценка не ставится."
    )


def test_the_report_shows_registers_people_and_codes(make_facts: MakeFacts) -> None:
    listings = [block for block in compose(make_facts())[0].blocks if isinstance(block, Listing)]
    assert [listing.title for listing in listings] == [
        "Индекс качества",
        "По сотрудникам",
        "По видам замечаний",
        "Оставлено как есть",
    ]
    assert listings[0].rows[0][0] == "Все реестры"
    assert listings[0].rows[0][4] == "нет истории"
    assert "Куратор школьников" in [row[0] for row in listings[1].rows]
    assert "C03" in [row[0] for row in listings[2].rows]
