"""`rpo init --google` from an empty folder to filled spreadsheets, and remarks beside the rows after updates."""

import io
import json
import re
import tomllib
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from config.register import REMARKS_HEADING
from config.registers import REGISTERS
from reports import beside
from sync.cli import main
from sync.google.own_tabs import TAB_KEY
from sync.run import update
from tests.sheets_server.human import HumanHand
from tests.sheets_server.running import Running
from tests.sync.google.offices import ACCOUNT, OWNER, GoogleOfficeOnTest, make_spreadsheet, write_key
from tests.sync.offices import desk_of

BY_KEY = {register.key: register for register in REGISTERS}
TEAMS = "Команды и проекты"


class Person(io.StringIO):
    """A keyboard at which somebody sits."""

    def isatty(self) -> bool:
        return True


def init(folder: Path, *more: str) -> int:
    return main(["init", str(folder), "--google", "--today", "2026-04-15", *more])


def settings_of(folder: Path) -> dict[str, Any]:  # Any: what TOML gives
    return tomllib.loads((folder / "office.toml").read_text(encoding="utf-8"))


def shared(folder: Path, server: Running, *more: str, role: str = "writer") -> GoogleOfficeOnTest:
    """An office that was founded, whose spreadsheets a person has made, shared and written down."""
    assert init(folder, "-q", *more) == 0
    write_key(folder / "private" / "google-key.json", server.url)
    names = [one["name"] for one in settings_of(folder)["google"]["spreadsheet"]]
    ids = {name: make_spreadsheet(server, name, role) for name in (*names, "Отчёты РПО")}
    text = (folder / "office.toml").read_text(encoding="utf-8")
    text = text.replace("[google]\n", f'[google]\nendpoint = "{server.url}"\n')
    text = text.replace('reports_spreadsheet = ""', f'reports_spreadsheet = "{ids["Отчёты РПО"]}"')
    for name in names:
        address = f"https://docs.google.com/spreadsheets/d/{ids[name]}/edit?gid=0#gid=0"
        text = re.sub(rf'(name = "{name}"\n.*\n)id = ""', rf'\1id = "{address}"', text)
    (folder / "office.toml").write_text(text, encoding="utf-8")
    return GoogleOfficeOnTest(folder, server, ids)


@pytest.fixture
def office(tmp_path: Path, server: Running) -> GoogleOfficeOnTest:
    return shared(tmp_path / "Офис", server)


def only(office: GoogleOfficeOnTest, *names: str) -> None:
    """Leaves just these spreadsheets in the settings: a fill of all takes its time."""
    text = (office.folder / "office.toml").read_text(encoding="utf-8")
    before, *sections = text.partition("[personal_data]")[0].split("[[google.spreadsheet]]")
    kept = [one for one in sections if re.search(rf'name = "({"|".join(names)})"', one)]
    rest = "[personal_data]" + text.partition("[personal_data]")[2]
    joined = "".join(f"[[google.spreadsheet]]{one}" for one in kept)
    (office.folder / "office.toml").write_text(f"{before}{joined}{rest}", encoding="utf-8")


# Founding.


def test_the_mixed_office_is_what_is_proposed(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert init(tmp_path) == 0
    written = settings_of(tmp_path)
    assert (written["storage"]["kind"], written["personal_data"]["mode"]) == ("mixed", "local")
    here = {path.name for path in (tmp_path / "registers").iterdir()}
    assert here == {"Студенты вузов.xlsx", "Школьники и СПО.xlsx", "Наставники.xlsx"}
    assert [path.name for path in (tmp_path / "templates").iterdir()] == ["Прохождение этапов.xlsx"]
    there = {key for one in written["google"]["spreadsheet"] for key in one["registers"]}
    assert there.isdisjoint({"UNI", "SCH", "MENT", "PROG"})
    said = capsys.readouterr().out
    assert all(f"{number}. " in said for number in range(1, 9))
    assert all(one["name"] in said for one in written["google"]["spreadsheet"])


def test_in_an_office_of_codes_names_have_files_of_their_own(tmp_path: Path) -> None:
    assert init(tmp_path, "--mode", "codes", "-q") == 0
    written = settings_of(tmp_path)
    assert (written["storage"]["kind"], written["personal_data"]["mode"]) == ("google", "codes")
    assert not any((tmp_path / "registers").iterdir())
    keys = {path.name for path in (tmp_path / "private").iterdir()}
    assert keys == {"Студенты вузов (имена).xlsx", "Школьники и СПО (имена).xlsx", "Наставники (имена).xlsx"}


@pytest.mark.parametrize(("typed", "said"), [("да\n", "Офис создан"), ("нет\n", "Офис не создан"), ("", "не создан")])
def test_names_in_google_want_a_yes_after_the_warning(
    tmp_path: Path, typed: str, said: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("sys.stdin", Person(typed))
    assert init(tmp_path, "--mode", "in_sheet") == 0
    printed = capsys.readouterr().out
    assert printed.index("152-ФЗ") < printed.index(said)
    assert (tmp_path / "office.toml").is_file() == (typed == "да\n")


@pytest.mark.parametrize(
    "more",
    [["--mode", "in_sheet"], ["--mode", "in_sheet", "--json"], ["--part", "Бийск"]],
    ids=["nobody to ask", "a program", "a part"],
)
def test_what_can_not_be_founded_leaves_nothing(tmp_path: Path, more: Sequence[str]) -> None:
    assert init(tmp_path, *more) == 2
    assert not any(tmp_path.iterdir())


def test_an_office_in_a_folder_stays_one(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["init", str(tmp_path), "-q"]) == 0
    assert init(tmp_path) == 2
    assert "уже есть офис" in capsys.readouterr().err


def test_addresses_that_are_missing_are_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    init(tmp_path, "-q")
    assert init(tmp_path) == 2
    said = capsys.readouterr().err
    assert "не вписаны адреса таблиц: План, Команды, Организации, РПО, Справочники, Отчёты РПО" in said


def test_the_mode_of_an_office_is_changed_in_its_settings(office: GoogleOfficeOnTest) -> None:
    assert init(office.folder, "--mode", "codes") == 2


# Filling.


def test_a_whole_office_is_filled_and_then_read_without_a_remark_on_its_tables(
    office: GoogleOfficeOnTest, capsys: pytest.CaptureFixture[str]
) -> None:
    assert init(office.folder, "--yes") == 0
    said = capsys.readouterr().out
    assert "Лист «Команды и проекты» вместо пустого листа «Sheet1»" in said
    assert "готовые коды КМ-0001…КМ-0300" in said
    assert "«Отчёты РПО»\n  доступ есть" in said
    assert [*office.tabs("Команды")] == [TEAMS, beside.TAB]
    lists = [one.tab for one in REGISTERS if one.list_of]
    assert [*office.tabs("Справочники")] == [*lists, beside.TAB]
    result = update(office.desk())
    assert [one for one, found in result.registers.items() if found["reason"]] == []
    assert result.exit_code == 0
    assert update(office.desk()).written == ()
    again = init(office.folder)
    assert (again, "остаётся как есть" in capsys.readouterr().out) == (0, True)


def test_a_filled_spreadsheet_is_not_filled_again(office: GoogleOfficeOnTest) -> None:
    only(office, "Команды")
    init(office.folder, "--yes", "-q")
    office.type("Команды", f"'{TEAMS}'!C2", "Вершина")
    before = office.server.world.books[office.ids["Команды"]]
    assert init(office.folder, "--yes") == 0
    assert office.server.world.books[office.ids["Команды"]] is before


def test_a_register_that_is_begun_later_gets_its_tab_beside_the_others(office: GoogleOfficeOnTest) -> None:
    only(office, "План")
    init(office.folder, "--yes", "-q")
    office.type("План", "'План мероприятий'!C2", "Установочный семинар")
    file = office.folder / "office.toml"
    file.write_text(file.read_text(encoding="utf-8").replace('["PLAN"]', '["PLAN", "NOTE"]'), encoding="utf-8")
    assert init(office.folder, "--yes") == 0
    assert sorted(office.tabs("План")) == sorted(["План мероприятий", "Пояснения", beside.TAB])
    assert office.values("План", "План мероприятий")[1][1:3] == ["МР-0001", "Установочный семинар"]


@pytest.mark.parametrize("title", [TEAMS, "Sheet1"])
def test_a_spreadsheet_in_which_somebody_has_typed_is_left_whole(
    office: GoogleOfficeOnTest, title: str, capsys: pytest.CaptureFixture[str]
) -> None:
    only(office, "Команды", "План")
    office.batch(
        "Команды", [{"updateSheetProperties": {"properties": {"sheetId": 0, "title": title}, "fields": "title"}}]
    )
    office.type("Команды", f"'{title}'!B3", "звонил Петров")
    before = office.server.world.books[office.ids["Команды"]]
    assert init(office.folder, "--yes") == 1
    assert f"Лист «{title}» не пуст: в ячейке B3 уже что-то написано. Таблица не тронута." in capsys.readouterr().out
    assert office.server.world.books[office.ids["Команды"]] is before
    assert "План мероприятий" in office.tabs("План"), "the others are filled"


def test_without_a_yes_nothing_is_written(
    office: GoogleOfficeOnTest, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    only(office, "Команды")
    assert init(office.folder) == 2
    assert "--yes" in capsys.readouterr().err
    monkeypatch.setattr("sys.stdin", Person("потом\n"))
    assert init(office.folder) == 0
    assert [*office.tabs("Команды")] == ["Sheet1"]
    monkeypatch.setattr("sys.stdin", Person("Да\n"))
    assert init(office.folder) == 0
    assert [*office.tabs("Команды")] == [TEAMS, beside.TAB]


def test_what_somebody_typed_while_the_plan_was_read_is_not_lost(
    office: GoogleOfficeOnTest, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    only(office, "Команды")

    class Slow(Person):
        def readline(self, size: int = -1, /) -> str:  # type: ignore[override]  # typeshed thinks that it gives bytes
            office.type("Команды", "Sheet1!A1", "наши команды")
            return super().readline(size)

    monkeypatch.setattr("sys.stdin", Slow("да\n"))
    assert init(office.folder) == 1
    assert "Лист «Sheet1» не пуст" in capsys.readouterr().out
    assert office.values("Команды", "Sheet1") == [["наши команды"]]


@pytest.mark.parametrize(("role", "words"), [("", ACCOUNT), ("reader", "Редактор")])
def test_a_spreadsheet_that_is_not_shared_says_with_whom_to_share_it(
    tmp_path: Path, server: Running, role: str, words: str, capsys: pytest.CaptureFixture[str]
) -> None:
    office = shared(tmp_path / "Офис", server, role=role)
    only(office, "Команды")
    assert init(office.folder, "--yes") == 1
    assert words in capsys.readouterr().out
    assert [*office.tabs("Команды")] == ["Sheet1"]


def test_programs_get_what_became_of_each_spreadsheet(
    office: GoogleOfficeOnTest, capsys: pytest.CaptureFixture[str]
) -> None:
    only(office, "Команды")
    capsys.readouterr()
    assert init(office.folder, "--yes", "--json") == 0
    (told,) = json.loads(capsys.readouterr().out)["spreadsheets"]
    assert told["filled"] == [TEAMS, beside.TAB]
    assert (told["missing"], told["refused"]) == ([], None)


def test_an_answer_that_was_lost_makes_no_second_tab(office: GoogleOfficeOnTest, faults: Any) -> None:  # Any: a fixture
    only(office, "Команды")

    def cut(call: Any, answer: Any) -> Any:  # Any: a call of the server and what it sends
        if not call.path.endswith(":batchUpdate"):
            return None
        answer(call)
        return lambda _write: None

    faults.faults.append(cut)
    assert init(office.folder, "--yes") == 1
    faults.faults.clear()
    assert init(office.folder, "--yes") == 0
    assert [*office.tabs("Команды")] == [TEAMS, beside.TAB]


def test_a_table_of_codes_is_filled_without_the_columns_of_names(tmp_path: Path, server: Running) -> None:
    office = shared(tmp_path / "Офис", server, "--mode", "codes")
    only(office, "Школьники и СПО")
    text = (office.folder / "office.toml").read_text(encoding="utf-8").replace('kind = "google"', 'kind = "mixed"')
    (office.folder / "office.toml").write_text(text, encoding="utf-8")
    assert init(office.folder, "--yes") == 0
    headings = office.values("Школьники и СПО", "Школьники и СПО")[0]
    assert headings[:2] == [REMARKS_HEADING, "Код"]
    assert {"Фамилия", "Имя", "Телефон", "Дата рождения"}.isdisjoint(headings)


def test_the_tab_of_remarks_is_ours_from_the_beginning(office: GoogleOfficeOnTest) -> None:
    only(office, "Команды")
    init(office.folder, "--yes", "-q")
    got = office.ask("GET", f"/v4/spreadsheets/{office.ids['Команды']}")
    (ours,) = [one for one in got["sheets"] if one.get("developerMetadata")]
    assert ours["properties"]["title"] == beside.TAB
    assert ours["developerMetadata"][0]["metadataKey"] == TAB_KEY
    (closed,) = office.server.world.books[office.ids["Команды"]].sheets[1].protected
    assert closed["editors"]["users"] == [ACCOUNT]


# Remarks beside the rows.


def with_teams(office: GoogleOfficeOnTest) -> None:
    """Staff fill five teams; the second and the fourth have a wrong stage."""
    only(office, "Команды")
    init(office.folder, "--yes", "-q")
    columns = {
        "Название команды": [f"Команда {number}" for number in range(5, 0, -1)],
        "Стадия": ["Идея", "почти", "Идея", "почти", "Идея"],
    }
    data = [
        {"range": f"'{TEAMS}'!{letter(office, name)}2", "majorDimension": "COLUMNS", "values": [cells]}
        for name, cells in columns.items()
    ]
    path = f"/v4/spreadsheets/{office.ids['Команды']}/values:batchUpdate"
    office.ask("POST", path, {"valueInputOption": "USER_ENTERED", "data": data})


def letter(office: GoogleOfficeOnTest, heading: str) -> str:
    return chr(ord("A") + office.values("Команды", TEAMS)[0].index(heading))


def beside_rows(office: GoogleOfficeOnTest) -> dict[str, str]:
    """Name of the team → what the service says beside it."""
    heading, *rows = office.values("Команды", TEAMS)
    at, name = heading.index(REMARKS_HEADING), heading.index("Название команды")
    return {row[name]: row[at] for row in rows if len(row) > max(at, name) and row[name]}


def wrong(office: GoogleOfficeOnTest) -> list[str]:
    return sorted(team for team, text in beside_rows(office).items() if "«Стадия»" in text)


def test_remarks_stand_beside_the_rows_after_an_update_and_stay_there(office: GoogleOfficeOnTest) -> None:
    with_teams(office)
    update(desk_of(office.folder, "2026-04-15"))
    assert wrong(office) == ["Команда 2", "Команда 4"]
    hand = HumanHand(office.server.world, office.ids["Команды"], OWNER)
    deeds: tuple[tuple[str, dict[str, Any]], ...] = (  # Any: arguments of a deed
        ("sort", {"range": "A2:V6", "column": 2}),
        ("insert_rows", {"at": 1}),
        ("delete_rows", {"at": 6}),
        ("sort", {"range": "A2:V8", "column": 2, "descending": True}),
        ("insert_columns", {"at": 2}),
    )
    for name, given in deeds:
        assert not hand.do(name, sheet=TEAMS, **given).refused
        assert wrong(office) == [team for team in ("Команда 2", "Команда 4") if team in beside_rows(office)]
    assert wrong(office)


def test_our_own_remarks_are_no_change_of_the_register(office: GoogleOfficeOnTest) -> None:
    with_teams(office)
    backend = desk_of(office.folder).backend()
    before = backend.fingerprints()
    update(desk_of(office.folder, "2026-04-15"))
    assert wrong(office)
    assert desk_of(office.folder).backend().fingerprints() == before


def test_a_remark_goes_when_its_cell_is_mended(office: GoogleOfficeOnTest) -> None:
    with_teams(office)
    update(desk_of(office.folder, "2026-04-15"))
    office.type("Команды", f"'{TEAMS}'!{letter(office, 'Стадия')}3", "Идея")
    update(desk_of(office.folder, "2026-04-15"))
    assert wrong(office) == ["Команда 2"]


def test_staff_may_take_the_column_of_remarks_away(office: GoogleOfficeOnTest) -> None:
    with_teams(office)
    hand = HumanHand(office.server.world, office.ids["Команды"], OWNER)
    assert not hand.do("delete_columns", sheet=TEAMS, at=0).refused
    result = update(desk_of(office.folder, "2026-04-15"))
    assert result.registers["TEAM"]["rows"] == 5
