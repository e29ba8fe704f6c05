"""The gate is the only way out: small numbers hide, texts with personal data stay at home, nobody else can release."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reports.disclosure.audit import audit
from reports.disclosure.draft import (
    Draft,
    DraftTable,
    Explained,
    Following,
    Head,
    Mark,
    People,
    Percent,
    Rank,
    Row,
    Text,
)
from reports.disclosure.personal import Known
from reports.disclosure.release import Released, release, system_of
from reports.disclosure.system import Issued, Sum
from reports.report import Field

HEAD = Head("Приозёрская область", "62", "2025/2026", "2026-04", date(2026, 4, 30), "1.0")
FIELDS = (Field("Строка", 10), Field("Зачислено", 10))
NOBODY = Known()


def table(values: Mapping[str, int], whole: int | None = None) -> DraftTable:
    rows = [Row(key, (key, People(value))) for key, value in values.items()]
    total = sum(values.values()) if whole is None else whole
    return DraftTable("5", "Муниципалитеты", FIELDS, (*rows, Row("Всего", ("Всего", People(total, Rank.GRAND)))))


def draft(values: Mapping[str, int], **changed: object) -> Draft:
    sums = (Sum("5/Всего/Зачислено", tuple(f"5/{key}/Зачислено" for key in values)),)
    usual = Draft(HEAD, (table(values),), NOBODY, sums=sums)
    return replace(usual, **changed)  # type: ignore[arg-type]  # fields of Draft by their names


def column(one: Released) -> list[object]:
    return [cells[1] for _, cells in one.tables[0].rows]


def test_a_small_number_and_another_that_covers_it_are_hidden_and_the_total_is_true() -> None:
    found = column(release(draft({"Бийск": 20, "Барнаул": 7, "Рубцовск": 3}), (), 5))
    assert found == [20, Mark.HIDDEN, Mark.HIDDEN, 30]


def test_nothing_is_hidden_where_nothing_is_small() -> None:
    one = release(draft({"Бийск": 20, "Барнаул": 7, "Рубцовск": 0}), (), 5)
    assert (column(one), one.hidden) == ([20, 7, 0, 27], frozenset())


def test_a_percentage_of_a_hidden_number_and_what_follows_it_are_hidden() -> None:
    key = "5/Рубцовск/Зачислено"
    more = DraftTable(
        "2", "Показатели", FIELDS, (Row("а", ("а", Percent(10, key, 30))), Row("б", ("б", Following(1.5, (key,)))))
    )
    values = {"Бийск": 20, "Барнаул": 7, "Рубцовск": 3}
    one = release(draft(values, tables=(table(values), more)), (), 5)
    assert [cells[1] for _, cells in one.tables[1].rows] == [Mark.HIDDEN, Mark.HIDDEN]


def test_wholes_give_way_where_they_would_tell_a_small_number() -> None:
    """Two have left: what is told of all would tell it, so the number of those active hides with it."""
    rows = (
        Row("Зачислено", ("Зачислено", People(30, Rank.GRAND))),
        Row("Активны", ("Активны", People(28, Rank.WHOLE))),
        Row("Выбыло", ("Выбыло", People(2, Rank.WHOLE))),
    )
    sums = (Sum("3/Зачислено/Зачислено", ("3/Активны/Зачислено", "3/Выбыло/Зачислено")),)
    one = release(Draft(HEAD, (DraftTable("3", "Участники", FIELDS, rows),), NOBODY, sums=sums), (), 5)
    assert column(one) == [30, Mark.HIDDEN, Mark.HIDDEN]


def test_an_earlier_package_is_reckoned_with() -> None:
    """April said 20 and 10 of 30; in May one town hides its change of two, and the other must hide, too."""
    keys = {"5/Бийск/Зачислено": 20, "5/Барнаул/Зачислено": 10, "5/Всего/Зачислено": 30}
    sums = (Sum("5/Всего/Зачислено", ("5/Бийск/Зачислено", "5/Барнаул/Зачислено")),)
    april = Issued("2026-03", keys, frozenset(), sums, (), date(2026, 3, 31))
    one = release(draft({"Бийск": 22, "Барнаул": 17}), (april,), 5)
    assert column(one) == [Mark.HIDDEN, Mark.HIDDEN, 39]


def test_a_text_with_personal_data_stays_at_home_and_is_told_by_code() -> None:
    words = (
        Text("Река", "КМ-0001"),
        Text("Звоните +7 983 777-11-22", "КМ-0002"),
        Text("Проект Канарейкина", "КМ-0003"),
    )
    rows = tuple(Row(one.source, (one.source, one)) for one in words)
    teams = DraftTable("6", "Команды", (Field("Код", 8), Field("Тема", 20)), rows)
    known = Known(surnames=frozenset({"канарейкин"}))
    one = release(Draft(HEAD, (teams,), known), (), 5)
    assert column(one) == ["Река", Mark.HIDDEN, Mark.HIDDEN]
    assert [(kept.source, kept.place) for kept in one.kept] == [
        ("КМ-0002", "таблица 6, «Тема»"),
        ("КМ-0003", "таблица 6, «Тема»"),
    ]


@pytest.mark.parametrize("field", ["subject", "reason", "measures", "who"])
def test_an_explanation_that_names_somebody_stays_at_home_whole(field: str) -> None:
    harmless = Explained("ПЯ-0001", "K02", "Набор продлён")
    naming = replace(Explained("ПЯ-0002", "K02", "Набор продлён"), **{field: "own@example.org"})  # type: ignore[arg-type]
    one = release(draft({"Бийск": 20}, notes=(harmless, naming)), (), 5)
    assert one.notes == (harmless,)
    assert [kept.source for kept in one.kept] == ["ПЯ-0002"]


def test_nobody_else_can_make_what_is_released() -> None:
    one = release(draft({"Бийск": 20}), (), 5)
    with pytest.raises(TypeError):
        replace(one, seal=None)


@settings(max_examples=25)
@given(st.lists(st.integers(0, 12), min_size=2, max_size=7))
def test_whatever_the_numbers_are_nothing_small_can_be_worked_out(values: list[int]) -> None:
    one = draft({f"Город {at}": value for at, value in enumerate(values)})
    out = release(one, (), 5)
    shown = [value for value in column(out)[:-1] if isinstance(value, int)]
    assert all(value == 0 or value >= 5 for value in shown)
    assert audit(system_of(one, (), 5), out.hidden) == ()


def told_on(day: date, seen: Mapping[str, int], *hidden: str) -> Issued:
    """A package of the same season that shows some towns and hides others."""
    names = {f"5/{key}/Зачислено": value for key, value in seen.items()}
    sums = (Sum("5/Всего/Зачислено", tuple(f"5/{key}/Зачислено" for key in ("Бийск", "Барнаул", "Рубцовск"))),)
    return Issued("форма", names, frozenset(f"5/{key}/Зачислено" for key in hidden), sums, (), day)


def test_what_a_form_of_the_same_numbers_shows_hides_nothing_and_what_it_hides_stays_hidden() -> None:
    """Left alone the gate would hide Барнаул; the form has told it and hidden Бийск, and a reader has both."""
    values = {"Бийск": 20, "Барнаул": 7, "Рубцовск": 3}
    before = told_on(HEAD.as_of, {"Барнаул": 7, "Всего": 30}, "Бийск", "Рубцовск")
    assert column(release(draft(values), (before,), 5)) == [Mark.HIDDEN, 7, Mark.HIDDEN, 30]


def test_numbers_that_were_corrected_are_other_numbers() -> None:
    values = {"Бийск": 20, "Барнаул": 17, "Рубцовск": 3}
    before = told_on(HEAD.as_of, {"Барнаул": 7, "Всего": 30}, "Бийск", "Рубцовск")
    assert column(release(draft(values), (before,), 5))[1] is Mark.HIDDEN


@settings(max_examples=12)
@given(st.lists(st.integers(0, 12), min_size=3, max_size=5), st.data())
def test_two_packages_of_the_same_numbers_tell_no_more_than_one(numbers: list[int], data: st.DataObject) -> None:
    """What is in sight in either of them, taken together, still hides every small number."""
    values = dict(zip("абвгд", numbers, strict=False))
    one = release(draft(values), (), 5)
    cells = {key: value for key, value in one.cells().items() if isinstance(value, int)}
    some = data.draw(st.sets(st.sampled_from(sorted(cells)))) if cells else set()
    before = Issued("форма", {key: cells[key] for key in some}, one.untold, (), (), HEAD.as_of)
    two = release(draft(values), (before,), 5)
    assert audit(system_of(draft(values), (), 5), one.untold & two.untold) == ()
