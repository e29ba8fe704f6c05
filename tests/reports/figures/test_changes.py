"""The explained change of a figure: each reason in its exact words, and parts that always add up."""

from datetime import date
from math import fsum

import pytest

from reports.facts import Facts
from reports.figures.catalogue import BY_ID
from reports.figures.change.shares import ROWS, WHOLE, changed, contribution, weights
from reports.figures.change.value import Cause, Change, Kind, Part
from reports.figures.change.words import sentence
from reports.figures.changes import changes_since, explain
from reports.wording import NBSP
from tests.reports.figures.histories import judge
from tests.reports.figures.offices import (
    DECIDED,
    NEW,
    NEWER,
    NEXT_WEEK,
    OFFICE,
    TWIN,
    Tables,
    added,
    edited,
    facts,
    removed,
)
from tests.text_tables import TODAY
from validators.counting.count import Count, Way, number, share, weighed

SCHOOL = "Приозёрный район"
MOST_OTHER = 0.01
"""Of the parts may have no reason."""


def without(key: str) -> Tables:
    return {name: text for name, text in OFFICE.items() if name != key}


def explained(key: str, now: Tables, today: date = TODAY, cut: dict[str, str] | None = None) -> Change:
    return explain(facts(), facts(now, today), BY_ID[key], cut)


def plain(text: str) -> str:
    return text.replace(NBSP, " ")


@pytest.mark.parametrize(
    ("key", "now", "kind", "said"),
    [
        ("K02", added("SCH", NEW, NEWER), Kind.NEW, "Зачислено 3 → 5: +2 новых (все — Заречный)."),
        ("K02", removed("SCH", "ШК-0001"), Kind.GONE, f"Зачислено 3 → 2: −1 строка удалена ({SCHOOL})."),
        ("K02", removed("SCH", "ШК-0005"), Kind.DESTROYED, f"Зачислено 3 → 2: −1 — уничтожены данные ({SCHOOL})."),
        (
            "K02",
            edited("SCH", ("ШК-0001", "Статус участника", "Ошибочная запись")),
            Kind.STATUS,
            f"Зачислено 3 → 2: −1 ошибочная запись ({SCHOOL}).",
        ),
        (
            "K02",
            edited("SCH", ("ШК-0004", "Статус участника", "Участник")),
            Kind.STATUS,
            f"Зачислено 3 → 4: +1 зачислен ({SCHOOL}).",
        ),
        (
            "K18",
            edited("SCH", ("ШК-0001", "Статус участника", "Выбыл"), ("ШК-0001", "Дата выбытия", "14.04.2026")),
            Kind.STATUS,
            f"Сохранность контингента 100 % → 66,7 %: −33,3 (1 выбыл; {SCHOOL}).",
        ),
        (
            "K12",
            edited("TEAM", ("КМ-0001", "Стадия", "Защищён")),
            Kind.STATUS,
            "Проектов защищено 0 → 1: +1 — «Стадия»: было «Разработка», стало «Защищён».",
        ),
        (
            "K22",
            edited("PLAN", ("МР-0002", "Статус", "Исполнено"), ("МР-0002", "Окончание (факт)", "30.03.2026")),
            Kind.STATUS,
            "Исполнение плана мероприятий в срок 50 % → 100 %: +50 (1 — «Статус»: было «В работе», стало «Исполнено»).",
        ),
        (
            "K02",
            edited("SCH", ("ШК-0003", "Дата зачисления", "10.04.2026")),
            Kind.CELL,
            f"Зачислено 3 → 4: +1 — исправлено «Дата зачисления» ({SCHOOL}).",
        ),
        (
            "K02",
            edited("SCH", ("ШК-0003", "Дата зачисления", "")),
            Kind.CELL,
            f"Зачислено 3 → 4: +1 — стёрто «Дата зачисления» ({SCHOOL}).",
        ),
        (
            "K13",
            edited("MENT", ("НС-0002", "Срок полномочий до", "01.04.2026")),
            Kind.CELL,
            "Наставников утверждено 2 → 1: −1 — вписано «Срок полномочий до».",
        ),
        (
            "K24",
            edited("FIN", ("ФН-0002", "Кассовое исполнение", "пятьсот")),
            Kind.CELL,
            "Кассовое исполнение 47,6 % → 47,6 %: 0 (1 — не читается «Кассовое исполнение»).",
        ),
        (
            "K27",
            edited("SCH", ("ШК-0002", "Команда", "")),
            Kind.CELL,
            "Участников охвачено действующей страницей 66,7 % → 33,3 %: −33,3 (1 — стёрто «Команда»; Заречный).",
        ),
        (
            "K02",
            edited("SCH", ("ШК-0001", "Статус участника", "кто-то")),
            Kind.FALLEN,
            f"Зачислено 3 → 2: −1 строка больше не учтена: не читается «Статус участника» ({SCHOOL}).",
        ),
        (
            "K04",
            edited("EDU", ("ОО-0002", "Муниципалитет", SCHOOL)),
            Kind.OTHER_ROW,
            "Муниципалитетов охвачено 2 → 1: −1 — изменения в «Образовательные организации»: ОО-0002.",
        ),
        (
            "K05",
            edited("SCH", ("ШК-0002", "Образовательная организация", "ОО-0001")),
            Kind.OTHER_ROW,
            "Образовательных организаций охвачено 2 → 1: −1 — изменения в «Школьники и СПО»: ШК-0002 (Заречный).",
        ),
        (
            "K27",
            edited("PAGE", ("СР-0001", "Последняя публикация", "01.01.2026")),
            Kind.OTHER_ROW,
            "Участников охвачено действующей страницей 66,7 % → 0 %: −66,7 (2 — изменения в «Страницы и блоги»: СР-0001).",
        ),
        (
            "K13",
            edited("DEC", ("РШ-0001", "Отменено с", "10.04.2026")),
            Kind.DECISION,
            "Наставников утверждено 2 → 0: −2 — отозвано решение РШ-0001.",
        ),
        (
            "K13",
            edited("DEC", ("РШ-0001", "Объекты", "НС-0001, кроме НС-0002")),
            Kind.DECISION,
            "Наставников утверждено 2 → 1: −1 — изменено решение РШ-0001.",
        ),
        (
            "K13",
            edited("DEC", ("РШ-0001", "Результат", "???")),
            Kind.DECISION,
            "Наставников утверждено 2 → 0: −2 — изменено решение РШ-0001.",
        ),
        ("K13", added("DEC", DECIDED), Kind.DECISION, "Наставников утверждено 2 → 3: +1 — есть решение РШ-0002."),
        (
            "K13",
            removed("DEC", "РШ-0001"),
            Kind.DECISION,
            "Наставников утверждено 2 → 0: −2 — удалено решение РШ-0001.",
        ),
        (
            "K13",
            without("DEC"),
            Kind.DATA,
            "Наставников утверждено 2 → 0: −2 — больше нет реестра «Решения и поручения».",
        ),
        (
            "K24",
            edited("FIN", ("ФН-0002", "Кассовое исполнение", "900")),
            Kind.CELL,
            "Кассовое исполнение 47,6 % → 66,7 %: +19 (1 — исправлено «Кассовое исполнение»).",
        ),
    ],
)
def test_the_one_reason_of_a_change_is_told_in_words(key: str, now: Tables, kind: Kind, said: str) -> None:
    change = explained(key, now)
    assert plain(sentence(change)) == said
    assert {part.cause.kind for part in change.parts} == {kind}
    assert fsum(part.value for part in change.parts) == pytest.approx(change.difference, abs=1e-9)


@pytest.mark.parametrize(
    ("key", "kind", "said"),
    [
        ("K02", Kind.STARTED, f"Зачислено 3 → 4: +1 начал участвовать ({SCHOOL})."),
        ("K09", Kind.PASSED, "Команд действует 1 → 2: +1 — наступил срок."),
        ("K13", Kind.ENDED, "Наставников утверждено 2 → 1: −1 — истёк срок."),
        ("K22", Kind.PASSED, "Исполнение плана мероприятий в срок 50 % → 33,3 %: −16,7 (1 — наступил срок)."),
        ("K24", Kind.TIME, "Кассовое исполнение 47,6 % → 44,6 %: −3 (2 — прошло время)."),
    ],
)
def test_what_the_day_alone_changed_is_laid_to_the_day(key: str, kind: Kind, said: str) -> None:
    change = explained(key, OFFICE, NEXT_WEEK)
    assert plain(sentence(change)) == said
    assert [part.cause.kind for part in change.parts] == [kind]


def test_a_participant_whose_last_day_has_come_has_left() -> None:
    gone = edited("SCH", ("ШК-0001", "Статус участника", "Выбыл"), ("ШК-0001", "Дата выбытия", "18.04.2026"))
    change = explain(facts(gone), facts(gone, NEXT_WEEK), BY_ID["K18"])
    assert [(part.cause.kind, part.ids) for part in change.parts] == [
        (Kind.LEFT, ("ШК-0001",)),
        (Kind.STARTED, ("ШК-0003",)),
    ]
    assert plain(sentence(change)) == (
        "Сохранность контингента 100 % → 75 %: −29,2 (1 выбыл; Приозёрный район); +4,2 (1 начал участвовать; Приозёрный район)."
    )


def test_a_row_that_is_mended_stands_again() -> None:
    spoiled = edited("SCH", ("ШК-0001", "Статус участника", "кто-то"))
    change = explain(facts(spoiled), facts(), BY_ID["K02"])
    assert plain(sentence(change)) == f"Зачислено 2 → 3: +1 строка снова учтена ({SCHOOL})."


def test_a_repeat_names_the_row_by_which_the_human_being_is_counted() -> None:
    change = explained("K02", added("SCH", TWIN))
    assert not change.is_change
    assert [(part.cause.kind, part.ids, part.by, part.value) for part in change.parts] == [
        (Kind.TWICE, ("ШК-0002",), ("ШК-0000",), -1),
        (Kind.NEW, ("ШК-0000",), (), 1),
    ]


def test_a_telephone_mended_on_the_day_of_a_term_is_not_the_reason() -> None:
    now = edited("SCH", ("ШК-0003", "Отчество", "Львович"))
    change = explained("K02", now, NEXT_WEEK)
    assert [part.cause.kind for part in change.parts] == [Kind.STARTED]


def test_a_status_and_a_date_typed_together_are_one_reason() -> None:
    now = edited("SCH", ("ШК-0004", "Статус участника", "Участник"), ("ШК-0004", "Дата зачисления", "10.04.2026"))
    change = explained("K02", now)
    assert [(part.cause.kind, part.cause.was, part.cause.now) for part in change.parts] == [
        (Kind.STATUS, "Кандидат", "Участник")
    ]


def test_the_share_of_the_rows_and_of_the_denominator_are_told_apart() -> None:
    left = edited("SCH", ("ШК-0001", "Статус участника", "Выбыл"), ("ШК-0001", "Дата выбытия", "14.04.2026"))
    now = {**left, "SCH": left["SCH"] + NEW}
    change = explain(facts(left), facts(now), BY_ID["K18"])
    (part,) = change.parts
    assert (part.cause.kind, part.ids) == (Kind.NEW, ("ШК-0006",))
    assert part.of_rows == pytest.approx(100 * (1 / 3 + 1 / 4) / 2)
    assert part.of_whole == pytest.approx(-100 * (2 + 3) / (2 * 3 * 4))
    assert part.value == pytest.approx(change.difference) == pytest.approx(75 - 200 / 3)


def test_a_group_of_a_cut_is_explained_by_the_cell_that_moved_the_row_into_it() -> None:
    change = explained("K02", edited("SCH", ("ШК-0001", "Муниципалитет", "Заречный")), cut={"municipality": "Заречный"})
    assert plain(sentence(change)) == "Зачислено (Заречный) 1 → 2: +1 — вписано «Муниципалитет»."


@pytest.mark.parametrize(
    ("before", "now", "said"),
    [
        (OFFICE, without("SCH"), "Зачислено: было 3, теперь нет данных (не ведётся)."),
        (without("SCH"), OFFICE, "Зачислено: не было данных (не ведётся), стало 3."),
        (without("SCH"), without("SCH"), "Зачислено: по-прежнему нет данных, не ведётся."),
        (OFFICE, OFFICE, "Зачислено: без изменений, 3."),
    ],
)
def test_no_data_is_never_told_as_nought(before: Tables, now: Tables, said: str) -> None:
    change = explain(facts(before), facts(now), BY_ID["K02"])
    assert plain(sentence(change)) == said
    assert fsum(part.value for part in change.parts) == change.difference


def test_four_reasons_are_named_the_largest_first_and_the_rest_is_counted() -> None:
    parts = tuple(
        Part(Cause(Kind.CELL, what=name, deed="исправлено"), tuple(f"ШК-{name}{n}" for n in range(size)), -float(size))
        for name, size in (("А", 6), ("Б", 5), ("В", 4), ("Г", 3), ("Д", 2), ("Е", 1))
    )
    change = Change(BY_ID["K02"], number(["х"] * 30), number(["х"] * 9), TODAY, TODAY, parts)
    assert plain(sentence(change)) == (
        "Зачислено 30 → 9: −6 — исправлено «А»; −5 — исправлено «Б»; −4 — исправлено «В»; −3 — исправлено «Г»; "
        "и ещё 2 причины: −3."
    )


@pytest.mark.parametrize(
    ("before", "now"),
    [
        (number("абв"), number("бвгд")),
        (number("ааб"), number("аб")),
        (share("аб", "абвг", ""), share("бвг", "абвгд", "")),
        (share("", "аб", ""), share("аб", "аб", "")),
        (
            weighed({"а": 10.5, "б": 0.1}, {"а": 20.0, "б": 3.3}, Way.SHARE, ""),
            weighed({"а": 12.5}, {"а": 21.0, "в": 7.7}, Way.SHARE, ""),
        ),
        (weighed({"а": 3, "б": 4}, {"х": 2}, Way.RATIO, ""), weighed({"б": 4.5}, {"х": 2, "у": 1}, Way.RATIO, "")),
        (weighed({"а": 30, "б": 40}, {}, Way.MEAN, ""), weighed({"б": 41, "в": 100, "г": 0}, {}, Way.MEAN, "")),
        (weighed({"а": 3.25}, {}, Way.NUMBER, ""), weighed({"а": 1.5, "б": 2}, {}, Way.NUMBER, "")),
    ],
)
def test_the_contributions_of_the_rows_add_up_for_every_way_of_counting(before: Count, now: Count) -> None:
    first, last = weights(before), weights(now)
    parts = [contribution(now.way, first, last, one, by) for one, by in changed(first, last).items()]
    assert before.value is not None
    assert now.value is not None
    assert fsum(parts) == pytest.approx(now.value - before.value, abs=1e-9)


def test_a_row_that_leaves_both_halves_of_a_share_has_a_contribution_in_each() -> None:
    first, last = weights(share("аб", "абв", "")), weights(share("б", "бв", ""))
    assert changed(first, last) == {(ROWS, "а"): -1, (WHOLE, "а"): -1}


def test_a_row_that_comes_without_any_weight_has_its_reason_too() -> None:
    before = edited("FIN", ("ФН-0002", "План, год", "0"), ("ФН-0002", "Кассовое исполнение", ""))
    now = edited("FIN", ("ФН-0002", "План, год", "0"), ("ФН-0002", "Кассовое исполнение", "0"))
    change = explain(facts(before), facts(now), BY_ID["K24"])
    assert [(part.cause.kind, part.cause.deed, part.ids, part.value) for part in change.parts] == [
        (Kind.CELL, "вписано", ("ФН-0002",), 0)
    ]


def test_the_changed_indicators_are_told_in_the_order_of_their_codes() -> None:
    changes = changes_since(facts(today=NEXT_WEEK), facts())
    found = [change.indicator.id for change in changes]
    assert found == sorted(found)
    assert {"K02", "K09", "K13", "K22", "K24"} <= set(found)
    assert "K12" not in found
    assert all(change.is_change and change.parts for change in changes)


def test_an_office_that_did_not_change_has_nothing_to_explain() -> None:
    assert changes_since(facts(), facts()) == ()


def test_the_index_of_data_is_explained_by_its_parts() -> None:
    now: Facts = facts(edited("SCH", ("ШК-0001", "Дата рождения", ""), ("ШК-0002", "Класс или курс", "")))
    change = explain(facts(), now, BY_ID["K32"])
    assert [(part.cause.kind, part.cause.what) for part in change.parts] == [(Kind.QUALITY, "полнота")]
    assert fsum(part.value for part in change.parts) == pytest.approx(change.difference, abs=1e-9)


@pytest.mark.parametrize("seed", range(8))
def test_whatever_an_office_does_for_weeks_every_change_is_explained_whole(seed: int) -> None:
    told = judge(seed)
    assert told.wrong == ()
    assert told.other <= MOST_OTHER * told.parts
