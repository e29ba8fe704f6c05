"""The made-up office before any fault: it is full, it is clean, and what it says agrees with itself."""

from collections import Counter
from collections.abc import Callable, Iterator
from datetime import date, timedelta

from config.registers import REGISTERS
from config.settings import parse
from sync.backends.readers.file import read_file
from sync.demo.draft import Row
from sync.demo.office import DemoOffice
from sync.demo.season import STAGES, TODAY
from sync.demo.workbooks import workbooks
from sync.pipeline import survey
from sync.sheets import Look
from validators.remark import Severity

ROWS = {
    "SCH": 200,
    "UNI": 50,
    "TEAM": 22,
    "MENT": 40,
    "ENT": 25,
    "EDU": 80,
    "MUN": 20,
}
KEYS = tuple(register.key for register in REGISTERS)


def test_every_register_is_filled(clean: DemoOffice) -> None:
    assert {key: len(clean.rows[key]) for key in ROWS} == ROWS
    assert all(clean.rows[key] for key in KEYS)
    assert 1700 <= len(clean.rows["PROG"]) <= 2300
    assert 95 <= len(clean.rows["PLAN"]) <= 130


def test_every_cell_belongs_to_a_column(clean: DemoOffice) -> None:
    strange = {
        (register.key, name)
        for register in REGISTERS
        for row in clean.rows[register.key]
        for name in row
        if name not in register.by_field
    }
    assert strange == set()


def test_a_clean_office_has_no_remarks(clean: DemoOffice) -> None:
    files = [read_file(name, data) for name, data in workbooks(clean.rows).items()]
    look = Look(parse('[office]\noktmo = "62"\n', {}, KEYS), TODAY)
    remarks = survey(files, look).remarks
    assert [one.text for one in remarks if one.severity is not Severity.INFO] == []
    assert len(remarks) < 5


def test_a_seed_gives_the_same_office_and_another_seed_another(office_of: Callable[[int], DemoOffice]) -> None:
    assert office_of(7).rows == office_of(7).rows
    assert office_of(7).rows["SCH"] != office_of(8).rows["SCH"]


def test_nobody_shares_a_name_a_telephone_or_an_address(clean: DemoOffice) -> None:
    people = [*clean.rows["UNI"], *clean.rows["SCH"]]
    contacts = [row[name] for row in [*people, *clean.rows["MENT"]] for name in ("phone", "email") if row[name]]
    assert _repeated((row["surname"], row["name"]) for row in people) == []
    assert _repeated(contacts) == []


def test_pupils_are_of_the_age_of_their_class(clean: DemoOffice) -> None:
    for row in clean.rows["SCH"]:
        number = int(str(row["grade"]).removesuffix(" курс").rstrip("АБВГ"))
        class_number = number + 9 if row["category"] == "Студент СПО" else number
        assert class_number + 5 <= _age(row, date(2025, 9, 1)) <= class_number + 8
        assert 14 <= _age(row, _day(row["enrolled"] or row["applied"])) <= 17


def test_students_are_eighteen_to_twenty_one(clean: DemoOffice) -> None:
    for row in clean.rows["UNI"]:
        assert 18 <= _age(row, _day(row["enrolled"] or row["applied"])) <= 21


def test_consent_is_given_by_the_right_person_before_enrolment(clean: DemoOffice) -> None:
    for row in [*clean.rows["SCH"], *clean.rows["UNI"]]:
        assert row["enrolled"] is None or _day(row["consent_on"]) <= _day(row["enrolled"])
        assert row["consent_by"] != "Представитель" or _age(row, TODAY + timedelta(days=45)) < 18


def test_those_who_left_sit_in_no_team_and_those_who_stay_in_one(clean: DemoOffice) -> None:
    for row in clean.rows["SCH"]:
        assert (row.get("team") is not None) == (row["status"] == "Участник")


def test_a_team_is_complete_and_both_sides_agree(clean: DemoOffice) -> None:
    approved = {row["id"]: _day(row["approved"]) for row in clean.rows["MENT"] if row["status"] == "Утверждён"}
    students = {str(row["id"]): row for row in clean.rows["UNI"]}
    for team in clean.rows["TEAM"]:
        pupils = [row["id"] for row in clean.rows["SCH"] if str(row.get("team"))[:7] == team["id"]]
        inside = [row for row in students.values() if str(row.get("teams"))[:7] == team["id"]]
        assert 3 <= len(pupils) <= 12
        assert team["captain"] in pupils
        assert team["size"] == len(pupils) + len(inside)
        for leader in _codes(team["leaders"]):
            assert students[leader] in inside
            assert students[leader]["status"] == "Участник"
        assert all(approved[mentor] <= _day(team["formed"]) for mentor in _codes(team["mentors"]))


def test_a_mentor_has_at_most_three_teams(clean: DemoOffice) -> None:
    load = Counter(mentor for team in clean.rows["TEAM"] for mentor in _codes(team["mentors"]))
    assert max(load.values()) <= 3


def test_a_decision_counts_the_rows_that_cite_it(clean: DemoOffice) -> None:
    for decision in clean.rows["DEC"]:
        if decision.get("approved_count") is None:
            continue
        citing = [
            row
            for key in ("PRIORITY", "ENT", "MENT", "EDU")
            for row in clean.rows[key]
            if row.get("decision") == decision["id"]
        ]
        assert decision["approved_count"] == len(citing)
        assert set(_codes(decision["objects"])) == {row["id"] for row in citing}
        assert all(row.get("approved", row.get("since")) == decision["decided"] for row in citing)


def test_a_closed_stage_has_its_report_and_was_taken_to_the_council(clean: DemoOffice) -> None:
    reports = {row["period"] for row in clean.rows["DOC"] if row["kind"] == "Отчёт по этапу"}
    decided = {row.get("stage"): _day(row["decided"]) for row in clean.rows["DEC"] if row.get("stage")}
    for span in STAGES:
        if span.closed:
            assert span.code in reports
            assert decided[span.code] - span.closed <= timedelta(days=30)


def test_activities_lie_within_membership_and_stage(clean: DemoOffice) -> None:
    people = {row["id"]: row for row in [*clean.rows["UNI"], *clean.rows["SCH"]]}
    spans = {span.code: span for span in STAGES}
    for row in clean.rows["PROG"]:
        if row["start"] is None:
            assert row["result"] == "Не требуется"
            continue
        person, start = people[row["participant"]], _day(row["start"])
        end = _day(row.get("end") or row["start"])
        assert start <= end <= TODAY
        if row["kind"] == "Отбор (эссе/тест)":
            assert _day(person["applied"]) <= start
            continue
        assert _day(person["enrolled"]) <= start
        assert person["left"] is None or end <= _day(person["left"])
        assert spans[str(row["stage"])].start <= start
        assert end <= spans[str(row["stage"])].end


def test_every_member_was_active_within_thirty_days(clean: DemoOffice) -> None:
    last: dict[object, date] = {}
    for row in clean.rows["PROG"]:
        if row["start"] is not None:
            last[row["participant"]] = max(_day(row["start"]), last.get(row["participant"], date.min))
    members = [row for key in ("UNI", "SCH") for row in clean.rows[key] if row["status"] == "Участник"]
    assert all(TODAY - last[row["id"]] <= timedelta(days=30) for row in members)


def test_a_site_is_used_as_approved_and_not_above_its_places(clean: DemoOffice) -> None:
    sites = {row["id"]: row for row in clean.rows["ENT"]}
    tests: Counter[tuple[str, date]] = Counter()
    internships: Counter[str] = Counter()
    for row in clean.rows["PROG"]:
        if row["kind"] not in {"Профессиональная проба", "Стажировка"}:
            continue
        site, start = sites[row["organisation"]], _day(row["start"])
        assert _day(site["approved"]) <= start <= _day(site["agreement_until"])
        if row["kind"] == "Стажировка":
            assert site["site_kind"] in {"Стажировка", "Обе"}
            internships[str(site["id"])] += 1
        else:
            assert site["site_kind"] in {"Профессиональные пробы", "Обе"}
            tests[str(site["id"]), start] += 1
    assert all(number <= int(str(sites[one]["places_internship"])) for one, number in internships.items())
    assert all(number <= int(str(sites[one]["places_tests"])) for (one, _), number in tests.items())


def test_money_agrees_with_itself_and_with_the_plan(clean: DemoOffice) -> None:
    financed = {str(row["id"]) for row in clean.rows["PLAN"] if row["financed"] == "Да"}
    assert {str(row["measure"])[:7] for row in clean.rows["FIN"]} == financed
    for row in clean.rows["FIN"]:
        assert sum(float(str(row[f"plan_q{number}"])) for number in range(1, 5)) == row["plan_year"]
        assert 0 <= float(str(row["cash"])) <= float(str(row["obligations"])) <= float(str(row["plan_year"]))
        assert TODAY - _day(row["as_of"]) <= timedelta(days=10)


def test_whoever_answers_for_a_measure_has_its_function_and_is_there(clean: DemoOffice) -> None:
    staff = {row["id"]: row for row in clean.rows["STAFF"]}
    for row in clean.rows["PLAN"]:
        keeper = staff[str(row["responsible"])[:7]]
        assert row["function"] in str(keeper["functions"]).split("; ")
        assert keeper["until"] is None or _day(row["end"]) <= _day(keeper["until"])


def test_each_function_has_a_keeper_who_works_today(clean: DemoOffice) -> None:
    kept = {one for row in clean.rows["STAFF"] if not row["until"] for one in str(row["functions"]).split("; ")}
    assert kept >= {row["id"] for row in clean.rows["FUNCTION"]}


def test_what_is_late_has_a_reason_and_measures(clean: DemoOffice) -> None:
    late = [row for row in clean.rows["PLAN"] if row["status"] == "В работе" and _day(row["end"]) < TODAY]
    assert 2 <= len(late) <= 5
    assert all(row["why_late"] and row["measures"] and row["forecast"] for row in late)


def test_the_day_has_life(clean: DemoOffice) -> None:
    assert sum(row["status"] == "На согласовании" for row in clean.rows["DOC"]) == 3
    assert any(row.get("due") == TODAY and row.get("execution") == "На контроле" for row in clean.rows["DEC"])
    assert sum(TODAY < _day(row["end"]) <= TODAY + timedelta(days=9) for row in clean.rows["PLAN"]) >= 3
    assert {row["status"] for row in clean.rows["SCH"]} == {"Участник", "Выбыл", "Кандидат", "Не прошёл отбор"}
    assert all(row["left_why"] for row in clean.rows["SCH"] if row["status"] == "Выбыл")
    assert sum(row["stage"] == "Идея" for row in clean.rows["TEAM"]) == 2


def _age(row: Row, on: date) -> int:
    born = _day(row["born"])
    return on.year - born.year - ((on.month, on.day) < (born.month, born.day))


def _day(cell: object) -> date:
    assert isinstance(cell, date)
    return cell


def _codes(cell: object) -> list[str]:
    return str(cell).split("; ")


def _repeated(values: object) -> list[object]:
    assert isinstance(values, Iterator | list)
    return [value for value, times in Counter(values).items() if times > 1]
