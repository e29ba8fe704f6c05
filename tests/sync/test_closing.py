"""A closed period: what was reported stays for ever, what is changed afterwards is told, a correction says what it changed."""

import json
import shutil
from collections.abc import Sequence
from datetime import date
from pathlib import Path

import openpyxl
import pytest
import time_machine

from config.errors import OfficeError, UsageError
from reports.composed import compose_all
from reports.facts import Reported
from reports.figures.figure import figures
from reports.formats import FORMATS
from reports.formats.page import Page
from reports.periods import TAB
from sync.cli import main
from sync.closing import UnreadError, close, correct
from sync.desk import Desk
from sync.look import look_once
from sync.periods import Frozen, PeriodError, frozen
from sync.rewind import facts_at, known_now
from sync.run import update
from sync.state.store import Store
from tests.sync.offices import Rows, build, bytes_of, desk_of, team, updated, write_book
from validators.counts import COUNTS
from validators.remark import Remark, Severity

SIX = [team(number) for number in range(1, 7)]
MAY = "2026-05-05"


@pytest.fixture(scope="module")
def accepted_twice(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("accepted twice")
    updated(root, teams=SIX)
    update(desk_of(root, "2026-04-20"))
    return root


@pytest.fixture
def office(tmp_path: Path, accepted_twice: Path) -> Path:
    """Six teams, accepted on 15 April and again on 20 April."""
    return shutil.copytree(accepted_twice, tmp_path, dirs_exist_ok=True)


def type_teams(office: Path, teams: Rows, day: str = "2026-05-10") -> Desk:
    """Types the teams and updates on a day."""
    write_book(office, ["TEAM"], {"TEAM": teams})
    desk = desk_of(office, day)
    update(desk)
    return desk


def with_team(number: int, **cells: object) -> Rows:
    return [team(number, **cells) if at == number else team(at) for at in range(1, 7)]


def opened(office: Path, period: str, correction: int | None = None) -> Frozen:
    desk = desk_of(office, MAY)
    with Store.open(desk.history, read_only=True) as store:
        return frozen(desk, store, period, correction)


def rendered(found: Frozen) -> bytes:
    (data,) = FORMATS["xlsx"]("Отчёты", [Page(report, found.stamp) for report in found.reports]).values()
    return data


def told(office: Path, day: str = "2026-05-10") -> list[Remark]:
    return [one for one in look_once(desk_of(office, day), quiet=True).remarks if one.code == "X45"]


def archive(office: Path, name: str) -> Path:
    return office / "reports" / "archive" / name


def test_a_closed_period_lies_in_the_archive_with_a_manifest(office: Path) -> None:
    period = close(desk_of(office, MAY), "апрель 2026")
    folder = archive(office, "2026-04")
    assert sorted(path.name for path in folder.iterdir()) == ["manifest.json", "Отчёты.xlsx"]
    manifest = json.loads((folder / "manifest.json").read_text(encoding="utf-8"))
    assert manifest["files"] == {"Отчёты.xlsx": bytes_of(folder)["Отчёты.xlsx"]}
    assert (manifest["period"], manifest["cut"], manifest["run"], manifest["correction"]) == (
        "2026-04", "2026-04-30", 2, 0,
    )  # fmt: skip
    assert manifest["program"]
    assert period.figures["K09"] == 6
    book = openpyxl.load_workbook(folder / "Отчёты.xlsx")
    assert "Состояние" in book.sheetnames
    shown = [cell.value for row in book["Состояние"].iter_rows() for cell in row]
    assert "Отчётный период закрыт: апрель 2026 г., данные на 30.04.2026." in shown
    assert any("30.04.2026 · Обновление №\u00a02 от" in str(value) for value in shown)


def test_what_was_reported_of_a_closed_period_is_known_to_later_documents(office: Path) -> None:
    period = close(desk_of(office, MAY), "2026-04")
    assert look_once(desk_of(office, "2026-05-10"), quiet=True).facts.past.reported == (
        Reported("2026-04", period.cut, period.figures),
    )
    assert look_once(desk_of(office, "2026-04-20"), quiet=True).facts.past.reported == ()


def test_no_report_that_names_people_is_archived(office: Path) -> None:
    close(desk_of(office, MAY), "2026-04")
    book = openpyxl.load_workbook(archive(office, "2026-04") / "Отчёты.xlsx")
    words = " ".join(str(cell.value) for sheet in book for row in sheet.iter_rows() for cell in row)
    assert "Горин" not in words
    assert not any(one.local for one in opened(office, "2026-04").reports)


def test_closing_again_is_refused_and_changes_nothing(office: Path) -> None:
    close(desk_of(office, MAY), "2026-04")
    before = bytes_of(office / "reports" / "archive")
    with pytest.raises(PeriodError, match="второй раз") as refused:
        close(desk_of(office, "2026-05-06"), "2026-04")
    assert "--correct" in refused.value.advice
    assert bytes_of(office / "reports" / "archive") == before


def test_what_was_frozen_is_the_same_bytes_whatever_happens_later(office: Path) -> None:
    close(desk_of(office, MAY), "2026-04")
    file = archive(office, "2026-04") / "Отчёты.xlsx"
    before = file.read_bytes()
    type_teams(office, [team(1, Стадия="Закрыт"), *SIX[1:], team(7)])
    text = (office / "office.toml").read_text(encoding="utf-8")
    (office / "office.toml").write_text(f"{text}\n[thresholds]\ndata_green = 1\ndata_yellow = 0\n", encoding="utf-8")
    update(desk_of(office, "2026-06-01"))
    shutil.rmtree(office / "reports" / "archive")
    assert rendered(opened(office, "2026-04")) == before
    with pytest.raises(PeriodError):
        close(desk_of(office, "2026-06-01"), "2026-04")
    assert file.read_bytes() == before


def test_frozen_facts_are_read_with_the_settings_of_then(office: Path) -> None:
    close(desk_of(office, MAY), "2026-04")
    text = (office / "office.toml").read_text(encoding="utf-8")
    (office / "office.toml").write_text(f"{text}\n[thresholds]\nteam_min = 7\n", encoding="utf-8")
    type_teams(office, SIX[:5])
    facts = opened(office, "2026-04").facts()
    assert facts.scene.settings.thresholds.team_min == 3
    assert facts.today == date(2026, 4, 30)
    assert len(facts.scene.office.tables["TEAM"]) == 6


def test_a_damaged_file_of_the_archive_is_put_back(office: Path) -> None:
    close(desk_of(office, MAY), "2026-04")
    file = archive(office, "2026-04") / "Отчёты.xlsx"
    before = file.read_bytes()
    file.write_bytes(b"")
    with pytest.raises(PeriodError):
        close(desk_of(office, MAY), "2026-04")
    assert file.read_bytes() == before


@pytest.mark.parametrize("day", ["2026-04-20", "2026-04-30"])
def test_a_period_that_is_not_over_is_refused(office: Path, day: str) -> None:
    with pytest.raises(PeriodError, match="последний день 30"):
        close(desk_of(office, day), "2026-04")


def test_a_period_before_the_first_update_is_refused(office: Path) -> None:
    with pytest.raises(PeriodError, match="не принял ни одного"):
        close(desk_of(office, MAY), "2026-03")


def test_an_office_without_updates_has_nothing_to_close(tmp_path: Path) -> None:
    build(tmp_path)
    with pytest.raises(PeriodError, match="Обновлений ещё не было"):
        close(desk_of(tmp_path, MAY), "2026-04")


@pytest.mark.parametrize("words", ["весна", "2026-13", "2026-К5", ""])
def test_what_is_no_period_is_refused(office: Path, words: str) -> None:
    with pytest.raises(UsageError):
        close(desk_of(office, MAY), words)


def test_a_period_that_was_not_closed_has_no_report(office: Path) -> None:
    with pytest.raises(PeriodError, match="не закрыт"):
        opened(office, "2026-04")
    close(desk_of(office, MAY), "2026-04")
    with pytest.raises(PeriodError, match="№ 1 нет"):
        opened(office, "2026-04", 1)


@pytest.mark.parametrize(
    ("typed", "day", "name", "cut"),
    [
        ("2026-Q2", "2026-07-01", "2026-К2", date(2026, 6, 30)),
        ("II кв. 2026", "2026-07-01", "2026-К2", date(2026, 6, 30)),
        ("2026", "2027-01-01", "2026", date(2026, 12, 31)),
    ],
)
def test_quarters_and_years_are_closed_too(office: Path, typed: str, day: str, name: str, cut: date) -> None:
    period = close(desk_of(office, day), typed)
    assert (period.period, period.cut) == (name, cut)
    assert (archive(office, name) / "Отчёты.xlsx").is_file()


STAGES = ({"Код этапа": "Э4", "Название": "Проекты", "Начало": date(2026, 1, 12), "Окончание": date(2026, 4, 24)},)


def test_a_stage_is_closed_on_its_own_last_day(office: Path) -> None:
    with pytest.raises(PeriodError, match="Дни этапа Э4 неизвестны"):
        close(desk_of(office, MAY), "Э4")
    write_book(office, ["STAGE"], {"STAGE": STAGES}, "Справочники")
    update(desk_of(office, MAY))
    period = close(desk_of(office, MAY), "этап 4")
    assert (period.period, period.cut, period.run) == ("Э4", date(2026, 4, 24), 2)


def held(office: Path) -> None:
    """The teams are put aside on 28 April: nearly all of them are gone."""
    type_teams(office, SIX[:1], "2026-04-28")


def test_a_register_that_was_held_then_is_named_and_refused(office: Path) -> None:
    held(office)
    with pytest.raises(UnreadError, match="«Команды и проекты» — приём приостановлен") as refused:
        close(desk_of(office, MAY), "2026-04")
    assert refused.value.exit_code == 7


def test_a_register_that_was_not_read_then_is_named_and_refused(office: Path) -> None:
    path = office / "registers" / "Команды.xlsx"
    path.write_bytes(path.read_bytes()[:2000])
    update(desk_of(office, "2026-04-28"))
    with pytest.raises(UnreadError, match="«Команды и проекты» — не прочитан"):
        close(desk_of(office, MAY), "2026-04")


def test_what_was_held_later_is_no_obstacle(office: Path) -> None:
    type_teams(office, SIX[:1], "2026-05-02")
    assert close(desk_of(office, MAY), "2026-04").figures["K09"] == 6


def test_with_a_reason_it_is_closed_and_says_so(office: Path) -> None:
    held(office)
    period = close(desk_of(office, MAY), "2026-04", force="файл вернут после праздников")
    assert period.figures["K09"] == 6
    (notice,) = {one.notice for one in opened(office, "2026-04").reports}
    assert "Не приняты к этому дню: Команды и проекты" in notice
    assert "Файл вернут после праздников." in notice
    manifest = json.loads((archive(office, "2026-04") / "manifest.json").read_text(encoding="utf-8"))
    assert (manifest["unread"], manifest["reason"]) == (["TEAM"], "файл вернут после праздников")


def test_a_correction_stands_beside_what_was_sent(office: Path) -> None:
    close(desk_of(office, MAY), "2026-04")
    sent = bytes_of(archive(office, "2026-04"))
    desk = type_teams(office, with_team(3, **{"Дата формирования": date(2026, 5, 2)}))
    period = correct(desk, "2026-04", "опечатка в дате")
    assert (period.correction, period.cut, period.figures["K09"]) == (1, date(2026, 4, 30), 5)
    assert bytes_of(archive(office, "2026-04")) == sent
    book = openpyxl.load_workbook(archive(office, "2026-04-r1") / "Отчёты.xlsx")
    rows = [[cell.value for cell in row if cell.value is not None] for row in book["Отчёт. Что уточнено"].iter_rows()]
    assert ["K09", "Команд действует", "всего", "ед.", 6, 5, -1] in rows
    assert rendered(opened(office, "2026-04", 0)) == (archive(office, "2026-04") / "Отчёты.xlsx").read_bytes()
    assert rendered(opened(office, "2026-04")) == (archive(office, "2026-04-r1") / "Отчёты.xlsx").read_bytes()


def test_a_correction_is_composed_from_facts_that_come_back(office: Path) -> None:
    first = close(desk_of(office, MAY), "2026-04")
    desk = type_teams(office, with_team(3, **{"Дата формирования": date(2026, 5, 2)}))
    second = correct(desk, "2026-04", "опечатка в дате")
    type_teams(office, SIX, "2026-05-20")
    for number, period in enumerate((first, second)):
        found = opened(office, "2026-04", number)
        assert {one.name: one.value for one in figures(found.facts())} == period.figures
        shown = {one.tab: one.blocks for one in compose_all(found.facts())}
        issued = {one.tab: one.blocks for one in found.reports if one.tab != TAB}
        assert issued == {tab: shown[tab] for tab in issued}


def test_a_correction_lists_exactly_the_changed_figures(office: Path) -> None:
    first = close(desk_of(office, MAY), "2026-04")
    desk = type_teams(office, with_team(3, **{"Дата формирования": date(2026, 5, 2)}))
    second = correct(desk, "2026-04", "опечатка в дате")
    names = first.figures.keys() | second.figures.keys()
    differ = {name for name in names if first.figures.get(name) != second.figures.get(name)}
    manifest = json.loads(second.files["manifest.json"])
    assert {one["figure"] for one in manifest["changed"]} == differ
    assert "K09" in differ
    assert "K12" not in differ
    assert {one["figure"]: (one["was"], one["now"]) for one in manifest["changed"]}["K09"] == (6, 5)


def test_a_second_correction_is_told_from_the_first(office: Path) -> None:
    close(desk_of(office, MAY), "2026-04")
    desk = type_teams(office, with_team(3, **{"Дата формирования": date(2026, 5, 2)}))
    correct(desk, "2026-04", "опечатка в дате")
    desk = type_teams(office, SIX, "2026-05-12")
    second = correct(desk, "2026-04", "дата была верна")
    changes = json.loads(second.files["manifest.json"])["changed"]
    assert {one["figure"]: (one["was"], one["now"]) for one in changes}["K09"] == (5, 6)
    assert archive(office, "2026-04-r2").is_dir()


def test_a_correction_of_nothing_is_refused(office: Path) -> None:
    close(desk_of(office, MAY), "2026-04")
    with pytest.raises(PeriodError, match="ни один показатель не изменился"):
        correct(desk_of(office, MAY), "2026-04", "так")
    assert not archive(office, "2026-04-r1").exists()


def test_a_later_fact_does_not_change_a_closed_period(office: Path) -> None:
    close(desk_of(office, MAY), "2026-04")
    desk = type_teams(office, [*SIX, team(7, **{"Дата формирования": date(2026, 5, 3)})])
    assert told(office) == []
    facts = known_now(desk, date(2026, 4, 30))
    assert facts is not None
    assert COUNTS["K09"](facts.scene.office, facts.today).value == 6


def test_a_period_that_was_not_closed_can_not_be_corrected(office: Path) -> None:
    with pytest.raises(PeriodError, match="не закрыт"):
        correct(desk_of(office, MAY), "2026-04", "так")


def test_a_fact_changed_afterwards_is_remarked_at_its_cell_until_it_is_mended(office: Path) -> None:
    close(desk_of(office, MAY), "2026-04")
    type_teams(office, with_team(3, **{"Дата формирования": date(2026, 5, 2)}))
    (remark,) = told(office)
    assert (remark.severity, remark.place.register, remark.place.id, remark.place.column) == (
        Severity.WARNING, "TEAM", "КМ-0003", "Дата формирования",
    )  # fmt: skip
    assert "после отчётной даты 30.04.2026: «Дата формирования» было 01.10.2025, стало 02.05.2026" in remark.text
    assert "K09 за апрель 2026 г. было 6, стало 5" in remark.text
    assert "rpo close 2026-04 --correct" in remark.advice
    type_teams(office, SIX, "2026-05-11")
    assert told(office, "2026-05-11") == []


def test_a_correction_takes_the_remarks_away(office: Path) -> None:
    close(desk_of(office, MAY), "2026-04")
    desk = type_teams(office, with_team(3, **{"Дата формирования": date(2026, 5, 2)}))
    assert len(told(office)) == 1
    correct(desk, "2026-04", "опечатка в дате")
    assert told(office) == []
    assert update(desk).fixed == 1


def test_what_was_changed_between_the_last_day_and_the_closing_is_told_too(office: Path) -> None:
    type_teams(office, with_team(3, **{"Дата формирования": date(2026, 5, 2)}), "2026-05-04")
    assert close(desk_of(office, MAY), "2026-04").figures["K09"] == 6
    result = update(desk_of(office, "2026-05-04"))
    assert result.new == 1
    assert [one.place.id for one in told(office)] == ["КМ-0003"]


@pytest.mark.parametrize(
    ("teams", "ids"),
    [
        ([*SIX, team(7, **{"Дата формирования": date(2026, 4, 2)})], ["КМ-0007"]),
        (with_team(2, Стадия="Ошибочная запись"), ["КМ-0002"]),
        (with_team(2, Стадия="Закрыт"), []),
        (with_team(2, Стадия="Разработка", Примечание="переехали"), []),
        (with_team(2, **{"Название команды": "Ромашка"}), []),
        (SIX[::-1], []),
    ],
    ids=[
        "added with an earlier day",
        "called a mistake",
        "closed on nobody knows what day",
        "moved on",
        "renamed",
        "sorted",
    ],
)
def test_only_what_says_something_else_of_that_time_is_told(office: Path, teams: Rows, ids: Sequence[str]) -> None:
    close(desk_of(office, MAY), "2026-04")
    type_teams(office, teams)
    assert [one.place.id for one in told(office)] == ids


def test_a_row_of_two_closed_periods_is_told_once(office: Path) -> None:
    desk = desk_of(office, "2026-07-01")
    close(desk, "2026-04")
    close(desk, "2026-К2")
    type_teams(office, with_team(3, **{"Дата формирования": date(2026, 7, 2)}), "2026-07-02")
    (remark,) = told(office, "2026-07-02")
    assert "за апрель 2026 г." in remark.text
    assert "за II квартал 2026 г." in remark.text


def test_the_same_day_ends_when_it_ends_in_the_office(tmp_path: Path) -> None:
    build(tmp_path, teams=SIX)
    text = (tmp_path / "office.toml").read_text(encoding="utf-8")
    text = text.replace("today = 2026-04-15\n", 'time_zone = "Asia/Yekaterinburg"\n')
    (tmp_path / "office.toml").write_text(text, encoding="utf-8")
    with time_machine.travel("2026-04-30T18:59:00+00:00", tick=False):  # 23:59 in Yekaterinburg
        update(desk_of(tmp_path))
        with pytest.raises(PeriodError, match="ещё не закончился"):
            close(desk_of(tmp_path), "2026-04")
    with time_machine.travel("2026-04-30T19:00:00+00:00", tick=False):  # midnight there, still April in Moscow
        write_book(tmp_path, ["TEAM"], {"TEAM": [*SIX, team(7)]})
        update(desk_of(tmp_path))
        desk = desk_of(tmp_path)
        period = close(desk, "2026-04")
    assert (period.run, period.figures["K09"]) == (1, 6)
    with Store.open(desk.history, read_only=True) as store:
        found = [facts_at(desk, store, day) for day in (date(2026, 4, 29), date(2026, 4, 30), date(2026, 5, 1))]
    assert [None if one is None else len(one.scene.office.tables["TEAM"]) for one in found] == [None, 6, 7]


def test_the_command_says_what_it_did_and_why_not(office: Path, capsys: pytest.CaptureFixture[str]) -> None:
    where = ["--office", str(office), "--today", MAY]
    assert main(["close", "2026-04", *where]) == 0
    said = capsys.readouterr().out
    assert "Период закрыт: апрель 2026 г., данные на 30.04.2026 по обновлению № 2." in said
    assert "reports/archive/2026-04" in said
    assert main(["close", "2026-04", *where]) == 1
    assert "второй раз" in capsys.readouterr().err
    assert main(["close", "2026-05", *where]) == 1
    assert main(["close", "май", *where]) == 2
    capsys.readouterr()
    type_teams(office, with_team(3, **{"Дата формирования": date(2026, 5, 2)}))
    assert main(["close", "2026-04", "--correct", "опечатка", "--json", *where]) == 0
    assert json.loads(capsys.readouterr().out)["correction"] == 1


def test_a_refusal_is_a_sentence_with_advice(office: Path) -> None:
    held(office)
    for period in ("2026-03", "2026-04", "2026-05"):
        with pytest.raises(OfficeError) as refused:
            close(desk_of(office, MAY), period)
        assert refused.value.sentence.endswith(".")
        assert refused.value.advice.endswith(".")
