"""«Замечания»: causes first, rows by code, names only in the workbook of an employee who may see them."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from reports.causes import causes
from reports.facts import Facts
from reports.naming import workbook_of
from reports.remarks import compose, dosed
from reports.report import Link, Listing, Report
from validators.remark import Place, Remark, Severity

MakeFacts = Callable[..., Facts]


def only_listing(report: Report) -> Listing:
    return next(block for block in report.blocks if isinstance(block, Listing))


def by_tab(facts: Facts) -> dict[tuple[str, str], Report]:
    return {(report.workbook, report.tab): report for report in compose(facts)}


def remark_of(
    row: int, *, code: str = "C02", severity: Severity = Severity.ERROR, old: bool = False, since: int = 1
) -> Remark:
    place = Place(
        "SCH",
        f"ШК-{row:04d}",
        row,
        "Класс или курс",
        f"G{row}",
        "Школьники и СПО.xlsx#Школьники и СПО",
        f"ШК-{row:04d}",
    )
    return Remark(code, severity, place, "Не читается.", "Исправьте.", "РП-0003", date(2026, 4, since), old)


def test_what_keeps_rows_out_of_the_count_comes_first_then_what_frees_most_rows() -> None:
    remarks = [
        remark_of(1),
        *(remark_of(row, code="C03") for row in (2, 3)),
        remark_of(4, code="C12", severity=Severity.CRITICAL),
    ]
    assert [cause.first.code for cause in causes(remarks)] == ["C12", "C03", "C02"]


def test_the_common_workbook_names_rows_by_code_and_links_to_their_cells(make_facts: MakeFacts) -> None:
    listing = only_listing(by_tab(make_facts())["Замечания", "Замечания"])
    rows = [row for row in listing.rows if row[0] == "Строка"]
    assert all(str(row[3]).startswith(("ШК-", "ОО-", "РП-", "МР-")) for row in rows)
    assert Link("H4", "Школьники и СПО.xlsx", "Школьники и СПО", "H4") in [row[4] for row in rows]
    words = " ".join(str(value) for row in listing.rows for value in row)
    assert "Воробьёв" not in words
    assert "Галкин" not in words


def test_causes_stand_above_rows_and_information_below(make_facts: MakeFacts) -> None:
    listing = only_listing(by_tab(make_facts())["Замечания", "Замечания"])
    kinds = [str(row[0]) for row in listing.rows]
    above, below = kinds[: listing.leading], kinds[listing.leading :]
    assert "Причина" not in below
    assert "К сведению" not in above
    assert below == sorted(below, key="К сведению".__eq__)
    assert listing.rows[0][1] == "Строка не учтена"


def test_an_employee_with_access_reads_names_in_his_own_workbook(make_facts: MakeFacts) -> None:
    reports = by_tab(make_facts())
    own = only_listing(reports["Замечания — Куратор школьников", "Замечания"])
    assert "Чайкина О., школа № 5 (ШК-0001)" in [row[3] for row in own.rows]


def test_an_employee_without_access_reads_codes(make_facts: MakeFacts) -> None:
    facts = make_facts()
    moved = replace(facts, remarks=tuple(remark._replace(owner="РП-0002") for remark in facts.remarks))
    own = only_listing(by_tab(moved)["Замечания — Куратор студентов", "Замечания"])
    assert "ШК-0001" in [row[3] for row in own.rows]


def test_two_people_of_one_post_have_two_workbooks_and_no_names_in_them(make_facts: MakeFacts) -> None:
    office = make_facts().scene.office
    assert workbook_of(office, "РП-0004") == "Замечания — Методист (РП-0004)"
    assert workbook_of(office, "РП-0001") == "Замечания — Руководитель РПО"


def test_every_employee_has_a_workbook_even_when_there_is_nothing_to_mend(make_facts: MakeFacts) -> None:
    own = by_tab(make_facts())["Замечания — Методист (РП-0005)", "Замечания"]
    assert only_listing(own).rows == ()
    assert any("исправлять нечего" in getattr(block, "text", "") for block in own.blocks)


def test_old_causes_are_dosed_and_mistakes_of_today_come_first(make_facts: MakeFacts) -> None:
    old = [remark_of(row, old=True)._replace(code=f"C{row:02d}") for row in (9, 10, 11, 12, 13)]
    fresh = [remark_of(1, since=10), remark_of(2, code="C03", since=15)]
    warning = remark_of(3, code="C07", severity=Severity.WARNING, since=15)
    dose = dosed(make_facts(), [*old, *fresh, warning])
    assert [cause.first.code for cause in dose.now] == ["C03", "C02", "C09", "C10", "C11"]
    assert [remark.code for remark in dose.later] == ["C12", "C13", "C07"]


def test_a_remark_without_owner_stands_on_its_own_tab(make_facts: MakeFacts) -> None:
    lost = Remark("F03", Severity.CRITICAL, Place(source="Старый.xlsx"), "Это не книга Excel.", "Сохраните заново.")
    facts = make_facts()
    listing = only_listing(by_tab(replace(facts, remarks=(*facts.remarks, lost)))["Замечания", "Без ответственного"])
    assert listing.rows[0][:4] == ("Лист", "Реестр не учтён", "—", "")
    assert listing.rows[0][4] == Link("файл", "Старый.xlsx", "", "")
    assert listing.rows[0][9] == "не назначен"


def test_an_office_without_remarks_says_so(make_facts: MakeFacts) -> None:
    report = by_tab(replace(make_facts(), remarks=()))["Замечания", "Замечания"]
    assert only_listing(report).rows == ()
    assert any(getattr(block, "text", "") == "Замечаний нет." for block in report.blocks)


def test_personal_data_out_of_place_cost_no_row_but_are_seen_first(make_facts: MakeFacts) -> None:
    facts = make_facts(tables={}, more=(remark_of(1), remark_of(2, code="X43", severity=Severity.CRITICAL)))
    report = by_tab(facts)["Замечания", "Замечания"]
    first = only_listing(report).rows[0]
    assert first[1] == "Личные данные видны лишним людям"
    assert "не учтен" not in str(report.blocks[2])
