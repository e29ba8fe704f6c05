"""When a remark is silent because staff left it as it is."""

from datetime import date, timedelta

import pytest

from tests.text_tables import scene
from validators.leave import MOST_DAYS, Leave, Ruling, rule_on, values_of
from validators.remark import Place, Remark, Severity

DAY = date(2026, 4, 15)
LATEST = DAY + timedelta(days=MOST_DAYS)
TEAM = """
Код     | Название команды | Стадия
КМ-0001 | {name}           | {stage}
"""


def leave(reason: str = "так решил совет", until: str = "", *, value: str = "v", by_head: bool = False) -> Leave:
    return Leave(reason, until, "Замечания.xlsx#Замечания", DAY, 7, value, by_head)


@pytest.mark.parametrize(
    ("until", "end"),
    [
        ("", LATEST),
        ("когда-нибудь", LATEST),
        ("2026-05-01", date(2026, 5, 1)),
        ("2026-04-01", date(2026, 4, 1)),
        (LATEST.isoformat(), LATEST),
        ("2099-01-01", LATEST),
    ],
)
def test_silence_ends_on_the_day_that_was_given_but_not_later_than_allowed(until: str, end: date) -> None:
    assert leave(until=until).end == end


@pytest.mark.parametrize(
    ("written", "value", "after", "critical", "ruling"),
    [
        (leave(), "v", 0, False, Ruling.SILENT),
        (leave(), "v", MOST_DAYS, False, Ruling.SILENT),
        (leave(), "v", MOST_DAYS + 1, False, Ruling.EXPIRED),
        (leave(until="2026-04-15"), "v", 0, False, Ruling.SILENT),
        (leave(until="2026-04-15"), "v", 1, False, Ruling.EXPIRED),
        (leave(until="2026-04-14"), "v", 0, False, Ruling.EXPIRED),
        (leave(), "w", 0, False, Ruling.CHANGED),
        (leave(value="?"), "v", 0, False, Ruling.CHANGED),
        (leave(""), "v", 0, False, Ruling.TAKEN_BACK),
        (leave("", "2026-05-01"), "v", 0, False, Ruling.NO_REASON),
        (leave(), "v", 0, True, Ruling.ASKS_HEAD),
        (leave(by_head=True), "v", 0, True, Ruling.SILENT),
        (leave(by_head=True), "v", 0, False, Ruling.SILENT),
        (leave("", by_head=True), "v", 0, True, Ruling.TAKEN_BACK),
        (leave(by_head=True), "w", 0, True, Ruling.CHANGED),
        (leave(by_head=True), "v", MOST_DAYS + 1, True, Ruling.EXPIRED),
    ],
)
def test_a_remark_is_silent_for_a_reason_in_time_and_of_this_very_value(
    written: Leave,
    value: str,
    after: int,
    critical: bool,  # noqa: FBT001
    ruling: Ruling,
) -> None:
    assert rule_on(written, value, DAY + timedelta(days=after), critical=critical).ruling is ruling


def digest(place: Place, text: str = "Не так.", *, name: str = "Лес", stage: str = "почти") -> str:
    remark = Remark("C03", Severity.ERROR, place, text, "Исправьте.")
    (value,) = values_of([remark], scene({"TEAM": TEAM.format(name=name, stage=stage)}).office).values()
    return value


CELL = Place("TEAM", "КМ-0001", 2, "Стадия", "C2", "Ф#Л", "КМ-0001")
ROW = CELL._replace(column=None, cell=None)
TAB = Place("TEAM", source="Ф#Л")


def test_the_value_of_a_cell_is_what_stands_in_it_and_nothing_else() -> None:
    assert digest(CELL) == digest(CELL, "Иные слова.", name="Река") == digest(CELL._replace(row=9, source="Другой"))
    assert digest(CELL) != digest(CELL, stage="скоро")


def test_the_value_of_a_row_is_all_of_it() -> None:
    assert digest(ROW) == digest(ROW, "Иные слова.")
    assert digest(ROW) != digest(ROW, name="Река")


def test_the_value_of_a_tab_is_what_is_said_of_it() -> None:
    assert digest(TAB) == digest(TAB, name="Река", stage="скоро")
    assert digest(TAB) != digest(TAB, "Иные слова.")


def test_two_faults_of_one_fingerprint_have_one_value() -> None:
    remarks = [Remark("S4", Severity.ERROR, TAB, text, "Исправьте.") for text in ("Раз.", "Два.")]
    office = scene({"TEAM": TEAM.format(name="Лес", stage="почти")}).office
    assert values_of(remarks, office) == values_of(remarks[::-1], office)
    assert len(values_of(remarks, office)) == 1
