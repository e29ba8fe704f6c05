"""The columns of staff in «Замечания», the municipality, what came back, and lists that say how much they show."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reports import remark_lines
from reports.facts import Facts, Mended, Past
from reports.quality_report import compose as quality
from reports.remarks import compose
from reports.report import Form, Listing, Report
from reports.row_mark import HEADING, REASON, UNTIL, RowMark, mark_of, plain, row_digest, shown_digest
from tests.reports.conftest import SETTINGS, facts_of
from validators.leave import Leave, Ruled, Ruling
from validators.remark import Place, Remark, Severity

MakeFacts = Callable[..., Facts]
MUN = """
Наименование     | ОКТМО
Приозёрный район | 01705000
Бийск            | 01701000
"""
SCHOOLS = """
Код     | Полное наименование  | Тип   | Муниципалитет
ОО-0001 | Школа № 5            | школа | Приозёрный район
ОО-0002 | Школа № 6            | школа | Бийск
ОО-0003 | Школа № 7            | школа |
"""
STAFF = """
Код     | ФИО                    | Должность         | Роль            | Работает с | Доступ к ПДн
РП-0001 | Орлова Вера Ильинична  | Руководитель РПО  | R1 Руководитель | 01.09.2025 |
РП-0004 | Сорокин Иван Львович   | Методист          | Иная            | 01.09.2025 |
"""
GOOGLE = """
[registers]
kept = ["STAFF", "EDU"]
[storage]
kind = "mixed"
[google]
reports_spreadsheet = "1ReportsReportsReportsReports"
[[google.spreadsheet]]
id = "1SchoolsSchoolsSchoolsSchools"
registers = ["EDU"]
"""


def remark(number: int, **changed: object) -> Remark:
    code = f"ОО-{number:04d}"
    place = Place("EDU", code, number + 1, "ИНН", f"D{number + 1}", "Школы.xlsx#Школы", code)
    made = Remark(
        "C09", Severity.ERROR, place, f"В ИНН школы {number} опечатка.", "Сверьте.", "РП-0004", date(2026, 4, 1)
    )
    return made._replace(**changed)  # type: ignore[arg-type]  # fields of a remark


def office(
    *remarks: Remark, settings: str = SETTINGS, tables: Mapping[str, str] | None = None, **more: object
) -> Facts:
    known = tables or {"STAFF": STAFF, "MUN": MUN, "EDU": SCHOOLS}
    facts = facts_of(known, settings=settings)
    return replace(facts, remarks=remarks, **more)  # type: ignore[arg-type]  # fields of facts


def listing(facts: Facts, workbook: str = "Замечания", tab: str = "Замечания") -> Listing:
    report = next(one for one in compose(facts) if (one.workbook, one.tab) == (workbook, tab))
    return next(block for block in report.blocks if isinstance(block, Listing))


def column(table: Listing, heading: str) -> list[object]:
    at = [one.heading for one in table.fields].index(heading)
    return [row[at] for row in table.rows]


def words(report: Report) -> str:
    return " ".join(getattr(block, "text", "") for block in report.blocks)


def test_every_tab_of_remarks_ends_with_the_columns_of_staff_and_a_hidden_mark() -> None:
    for report in compose(office(remark(1), remark(2))):
        (table,) = [block for block in report.blocks if isinstance(block, Listing)]
        reason, until, mark = table.fields[-3:]
        assert (reason.heading, until.heading) == (REASON, UNTIL)
        assert (reason.typed, until.typed, until.form) == (True, True, Form.DATE)
        assert mark.heading.startswith(HEADING)
        assert mark.hidden
        assert all(mark_of(row[-1]) for row in table.rows)


def test_rows_are_filtered_by_municipality_and_a_cause_counts_them() -> None:
    table = listing(office(remark(1), remark(2), remark(3)))
    assert column(table, "Муниципалитет") == [
        "Приозёрный район: 1; Бийск: 1; без муниципалитета: 1",
        "Приозёрный район",
        "Бийск",
        None,
    ]


def test_a_cause_of_one_municipality_only_names_it() -> None:
    assert column(listing(office(remark(1), remark(1, code="C02"))), "Муниципалитет") == ["Приозёрный район"] * 2
    both = listing(office(remark(1), remark(1, text="Иначе.")))
    assert column(both, "Муниципалитет")[0] == "Приозёрный район"


def test_municipalities_that_are_not_named_are_counted() -> None:
    names = [f"Район {number}" for number in range(1, 9)]
    tables = {
        "STAFF": STAFF,
        "MUN": "\n".join(["Наименование | ОКТМО", *(f"{name} |" for name in names)]),
        "EDU": "Код | Полное наименование | Муниципалитет\n"
        + "\n".join(f"ОО-{number:04d} | Школа {number} | {name}" for number, name in enumerate(names, start=1)),
    }
    table = listing(office(*map(remark, range(1, 9)), tables=tables))
    assert str(column(table, "Муниципалитет")[0]).endswith("; ещё 3\u00a0муниципалитета: 3")


def test_an_office_without_municipalities_has_no_such_column() -> None:
    table = listing(office(remark(3)))
    assert "Муниципалитет" not in [one.heading for one in table.fields]


@pytest.mark.parametrize(("key", "code", "said"), [("EDU", "ОО-0001", True), ("SCH", "ШК-0001", False)])
def test_where_people_stay_on_this_machine_their_municipality_does_too(key: str, code: str, said: bool) -> None:  # noqa: FBT001
    pupils = "Код | Фамилия | Образовательная организация | Муниципалитет\nШК-0001 | Чижова | ОО-0001 | Бийск"
    tables = {"STAFF": STAFF, "MUN": MUN, "EDU": SCHOOLS, "SCH": pupils}
    one = remark(1, place=Place(key, code, 2, None, None, "Ф#Л", code))
    facts = office(one, settings=GOOGLE, tables=tables)
    assert ("Муниципалитет" in [field.heading for field in listing(facts).fields]) is said
    own = listing(facts, "Замечания — Методист")
    assert "Муниципалитет" in [field.heading for field in own.fields]


def test_a_list_that_is_cut_says_how_much_it_shows(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(remark_lines, "_MOST_ROWS", 2)
    table = listing(
        office(
            *(remark(number % 3 + 1, code=f"C{number:02d}", text="Так.") for number in range(10, 13)),
            *map(remark, (1, 2, 3)),
        )
    )
    assert "Показано 2 из 3\u00a0строк: сначала устраните причины, названные выше." in column(table, "Что не так")


def test_what_came_back_says_when_it_was_seen_first() -> None:
    back = remark(1, first=date(2026, 2, 3))
    table = listing(office(back, remark(2)))
    cause, first, second = column(table, "Что не так")
    assert str(cause).endswith("Вернулись после исправления: 1.")
    assert first == "В ИНН школы 1 опечатка. Вернулось: уже было 03.02.2026 и исправлялось."
    assert "Вернул" not in str(second)


def test_silent_remarks_are_below_and_not_counted() -> None:
    left = remark(2)
    leave = Leave("сверено с ФНС", "2026-05-01", "Замечания.xlsx#Замечания", date(2026, 4, 10), 5, "v")
    facts = office(remark(1), silent=(left,), ruled={left.fingerprint: Ruled(leave, Ruling.SILENT)})
    table = listing(facts)
    assert column(table, "Что это") == ["Строка", "Оставлено"]
    assert column(table, REASON) == [None, "сверено с ФНС"]
    assert column(table, UNTIL) == [None, date(2026, 5, 1)]
    report = compose(facts)[0]
    assert "Всего 1\u00a0замечание, 1\u00a0причина." in words(report)
    assert "Оставлено как есть: 1." in words(report)


def test_quality_lists_what_is_left_and_counts_what_was_mended() -> None:
    left = remark(2)
    leave = Leave("Иванов болеет", "", "Замечания — Методист.xlsx#Замечания", date(2026, 4, 10), 5, "v")
    fixed = (Mended(date(2026, 4, 1), date(2026, 4, 3), "EDU", "РП-0004"), Mended(date(2026, 4, 1), date(2026, 4, 3)))
    facts = office(
        remark(1, first=date(2026, 1, 1)),
        silent=(left,),
        ruled={left.fingerprint: Ruled(leave, Ruling.SILENT)},
        past=Past(fixed=fixed),
    )
    registers, people, _, exceptions = [block for block in quality(facts)[0].blocks if isinstance(block, Listing)]
    mended = dict(zip(column(registers, "Реестр"), column(registers, "Исправлено за 30 дней"), strict=True))
    assert (mended["Все реестры"], mended["Образовательные организации"]) == (2, 1)
    own = dict(zip(column(people, "Сотрудник"), people.rows, strict=True))["Методист"]
    assert (own[1], own[6], own[-1]) == (1, 1, 1)
    assert column(people, "Сотрудник").count("Без ответственного") == 1
    (row,) = exceptions.rows
    assert row[:2] == ("Методист", date(2026, 7, 9))
    assert "Иванов" not in str(row)


@given(st.text(), st.integers(0), st.integers(0))
def test_a_mark_is_read_back_as_it_was_written(text: str, version: int, number: int) -> None:
    mark = RowMark("a" * 16, version, number, row_digest([("Что", text)]), shown_digest(text, None))
    assert mark_of(str(mark)) == mark
    assert mark_of(f" {mark} ") == mark


@pytest.mark.parametrize("text", [None, 7, "", "а.б", "x.1.y.z.w", "a.1.2.3", "a.1.2.3.4.5"])
def test_other_words_are_no_mark(text: object) -> None:
    assert mark_of(text) is None


@given(
    st.dictionaries(
        st.text(min_size=1).filter(lambda one: not one.startswith(HEADING)),
        st.text() | st.dates(date(1900, 3, 1)) | st.none(),
    )
)
def test_a_row_is_known_again_whatever_the_order_of_columns_and_what_staff_wrote(cells: dict[str, object]) -> None:
    said = [*cells.items()]
    typed: list[tuple[str, object]] = [(REASON, "так"), (UNTIL, 46000), (f"{HEADING} 1", "метка")]
    assert row_digest(said) == row_digest([*said[::-1], *typed])


def test_a_day_is_known_again_as_its_number() -> None:
    assert plain(date(2026, 5, 1)) == plain(46143) == plain(46143.0)
