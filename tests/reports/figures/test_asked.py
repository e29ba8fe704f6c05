"""Which figures a person asked for, and how they are printed."""

from collections.abc import Callable

import pytest

from config.errors import UsageError
from reports.facts import Facts
from reports.figures.asked import asked
from reports.figures.table import HEADINGS, lines
from tests.reports.figures.test_figure import INDICATOR, MONEY, OFFICE, even, planned

MakeFacts = Callable[..., Facts]
EVERYTHING = {**planned("K09", "4", quarters=even("4"), more="| Да | | |"), "FIN": MONEY}


def named(facts: Facts, *codes: str, cut: str = "") -> list[str]:
    return [one.name for one in asked(facts, codes, cut)]


@pytest.mark.parametrize("typed", ["K09", "k09", "К09", "к09"])
def test_a_code_may_be_typed_in_any_alphabet_and_case(make_facts: MakeFacts, typed: str) -> None:
    assert named(make_facts(EVERYTHING), typed) == ["K09"]


def test_without_codes_there_are_all_the_whole_figures(make_facts: MakeFacts) -> None:
    names = named(make_facts(EVERYTHING))
    assert names == sorted(names)
    assert {"K01", "K02", "K09", "K24", "K32"} <= set(names)
    assert not [name for name in names if " " in name]


def test_an_own_indicator_is_among_them(make_facts: MakeFacts) -> None:
    tables = {**OFFICE, "IND": f"{INDICATOR}\nПК-0001 | РК1 | Кураторы | ед. | 20 | | | | | | | 18 | |"}
    facts = make_facts(tables)
    assert named(facts)[-1] == "РК1"
    assert named(facts, "рк1") == ["РК1"]


def test_a_cut_gives_the_whole_and_then_each_group(make_facts: MakeFacts) -> None:
    facts = make_facts(EVERYTHING)
    assert named(facts, "K02", cut="category") == ["K02", "K02 category=Студент СПО", "K02 category=Школьник"]
    assert named(facts, "K02", cut="category=школьник") == ["K02 category=Школьник"]
    assert named(facts, "K09", cut="category") == []
    assert named(facts, cut="source") == ["K24", "K24 source=Местный бюджет", "K24 source=Федеральный бюджет"]


def test_all_cuts_can_be_asked_for_at_once(make_facts: MakeFacts) -> None:
    names = named(make_facts(EVERYTHING), "K02", cut="all")
    assert names[0] == "K02"
    assert {name.split()[1].split("=")[0] for name in names[1:]} == {"category", "municipality", "priority"}


@pytest.mark.parametrize(
    ("codes", "cut", "sentence", "advice"),
    [
        (["K77"], "", "Показателя «K77» нет.", "Все показатели: rpo figures."),
        (["K09", "Z"], "", "Показателя «Z» нет.", "Все показатели: rpo figures."),
        (["K02"], "who", "Разреза «who» нет.", "Есть: category, municipality"),
        (["K02"], "category=Кто", "Группы «Кто» в разрезе category нет.", "Есть: Студент СПО, Школьник."),
        (["K09"], "category=Школьник", "Группы «Школьник» в разрезе category нет.", "такого разреза нет"),
    ],
)
def test_what_there_is_not_is_said_with_what_there_is(
    make_facts: MakeFacts, codes: list[str], cut: str, sentence: str, advice: str
) -> None:
    with pytest.raises(UsageError) as raised:
        asked(make_facts(EVERYTHING), codes, cut)
    assert raised.value.sentence == sentence
    assert advice in raised.value.advice


def test_people_read_a_line_a_figure(make_facts: MakeFacts) -> None:
    heading, *rows = lines(asked(make_facts(EVERYTHING), ["K09", "K24", "K02", "K22"]))
    assert heading.split("  ")[0] == HEADINGS[0]
    assert [" ".join(row.split()) for row in rows] == [
        "K02 Зачислено чел. — 3 — без оценки плана нет",
        "K09 Команд действует ед. 4 2 50 красный не хватает 2",
        "K22 Исполнение плана мероприятий в срок % — — — нет данных не ведётся",
        "K24 Кассовое исполнение % — 60 — красный не освоено 1,6 тыс. руб.",
    ]


def test_columns_stand_one_under_another(make_facts: MakeFacts) -> None:
    heading, *rows = lines(asked(make_facts(EVERYTHING), ["K02", "K09"]))
    at = heading.index("Оценка")
    assert [row[at:].split()[0] for row in rows] == ["без", "красный"]
    end = heading.index("Факт") + len("Факт")
    assert [row[:end].split()[-1] for row in rows] == ["3", "2"]


def test_nothing_to_show_is_a_sentence(make_facts: MakeFacts) -> None:
    assert list(lines(asked(make_facts(EVERYTHING), ["K09"], "category"))) == ["Таких показателей нет."]
