"""`rpo season`: the made-up office goes into its next season; exact counts, clear refusals, the old office untouched."""

import json
from collections import Counter
from contextlib import redirect_stdout
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from sync.cli import main
from sync.demo.build import build_clean
from sync.desk import SETTINGS_FILE
from sync.run import update
from sync.state.store import Store
from tests.sync.coded import KEY, build_coded
from tests.sync.offices import bytes_of, desk_of
from tests.sync.through_time import ROWS, begun, typed
from validators.parts import Part

FIRST_DAY = "2026-09-01"


@pytest.fixture(scope="module")
def old(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The made-up office without faults."""
    folder = tmp_path_factory.mktemp("office") / "demo"
    build_clean(folder, 1)
    return folder


@pytest.fixture(scope="module")
def drafted(old: Path) -> tuple[Path, dict[str, Any]]:
    """The office of the next season, and what was told of it."""
    folder = old.with_name("next")
    before = bytes_of(old)
    told = StringIO()
    with redirect_stdout(told):
        assert main(["season", "2026/2027", str(folder), "--office", str(old), "--json"]) == 0
    assert bytes_of(old) == before
    return folder, json.loads(told.getvalue())


def rows_of(folder: Path, file: str, tab: str) -> list[dict[str, Any]]:
    page = load_workbook(folder / "registers" / file)[tab]
    heading, *rows = page.iter_rows(values_only=True)
    return [{str(name): cell for name, cell in zip(heading, row, strict=True) if cell is not None} for row in rows]


def filled(rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    return [row for row in rows if len(row) > 1]


def test_what_went_on_is_counted_by_register(drafted: tuple[Path, dict[str, Any]]) -> None:
    told = drafted[1]
    assert {key: one["carried"] for key, one in told["registers"].items()} == {
        "PASSPORT": 13, "MUN": 20, "FUNCTION": 27, "DOCKIND": 14, "FEDPROJECT": 5, "PRIORITY": 5, "STAFF": 7, "SCH": 143,
        "UNI": 40, "ENT": 20, "MENT": 0, "EDU": 65, "DEC": 9, "PAGE": 10,
    }  # fmt: skip
    assert told["left"].keys() == {"PLAN", "IND", "TEAM", "PROG", "FIN", "NP", "PUB", "DOC", "AGENDA", "NOTE", "STAGE"}
    assert told["registers"]["SCH"]["stayed"] == {
        "последний класс или курс": 30,
        "завершили, выбыли, не прошли отбор": 27,
    }


def test_rows_counted_stand_in_the_new_workbooks(drafted: tuple[Path, dict[str, Any]]) -> None:
    folder, told = drafted
    pupils = filled(rows_of(folder, "Школьники и СПО.xlsx", "Школьники и СПО"))
    assert len(pupils) == told["registers"]["SCH"]["carried"]
    assert {row["Статус участника"] for row in pupils} <= {"Участник", "Кандидат"}
    assert not any("Команда" in row for row in pupils)
    assert {row["Учебный год"] for row in pupils if "Учебный год" in row} == {"2026/2027"}


def test_everybody_is_a_year_older(old: Path, drafted: tuple[Path, dict[str, Any]]) -> None:
    tab = ("Школьники и СПО.xlsx", "Школьники и СПО")
    before = {row["Код"]: row["Класс или курс"] for row in filled(rows_of(old, *tab))}
    for row in filled(rows_of(drafted[0], *tab)):
        was, now = (int("".join(filter(str.isdigit, str(one)))) for one in (before[row["Код"]], row["Класс или курс"]))
        assert now == was + 1


def test_new_codes_go_on_after_the_largest_of_the_old_office(old: Path, drafted: tuple[Path, dict[str, Any]]) -> None:
    for file, tab in (("Команды.xlsx", "Команды и проекты"), ("Школьники и СПО.xlsx", "Школьники и СПО")):
        known = {row["Код"] for row in filled(rows_of(old, file, tab))}
        spare = [row["Код"] for row in rows_of(drafted[0], file, tab) if len(row) == 1]
        assert spare[0][-4:] == f"{max(int(code[-4:]) for code in known) + 1:04d}"
        assert not known & set(spare)


def test_a_code_that_was_deleted_is_not_given_again(tmp_path: Path) -> None:
    desk = begun(tmp_path / "office")
    typed(desk, ROWS[:-1], "2026-04-20")
    assert main(["season", "2026/2027", "--office", str(desk.root), "-q"]) == 0
    spare = rows_of(desk.root.with_name("office-2026-2027"), "Команды.xlsx", "Команды и проекты")
    assert spare[0] == {"Код": "КМ-0013"}


def test_the_new_office_is_clean_but_for_what_must_be_filled(
    drafted: tuple[Path, dict[str, Any]], capsys: pytest.CaptureFixture[str]
) -> None:
    main(["check", "--office", str(drafted[0]), "--today", FIRST_DAY, "--json"])
    remarks = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    found = Counter((one["severity"], one["code"], one["register"]) for one in remarks)
    assert found == {
        ("error", "X37", "DEC"): 4,
        ("info", "X48", "EDU"): 2,
        ("info", "X48", "ENT"): 20,
    }


def test_the_new_office_lives(drafted: tuple[Path, dict[str, Any]]) -> None:
    desk = desk_of(drafted[0], FIRST_DAY)
    assert desk.settings.office.season == "2026/2027"
    assert update(desk).exit_code == 0


def test_a_folder_that_is_not_empty_is_refused(old: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "note.txt").write_text("моё", encoding="utf-8")
    assert main(["season", "2026/2027", str(tmp_path), "--office", str(old)]) == 2
    assert "уже есть и не пуста. Ничего не изменено." in capsys.readouterr().err
    assert [one.name for one in tmp_path.iterdir()] == ["note.txt"]


@pytest.mark.parametrize("season", ["2025/2026", "2024/2025", "2027/2028", "2026/2028", "2026", "2026-2027"])
def test_only_the_next_season_is_drafted(old: Path, season: str) -> None:
    assert main(["season", season, "--office", str(old)]) == 2
    assert [one.name for one in old.parent.iterdir() if one.name.startswith("demo-")] == []


def test_the_folder_stands_beside_the_old_one_by_default(tmp_path: Path) -> None:
    desk = begun(tmp_path / "office")
    assert main(["season", "2026/2027", "--office", str(desk.root), "-q"]) == 0
    made = tmp_path / "office-2026-2027"
    assert (made / SETTINGS_FILE).is_file()
    assert sorted(path.name for path in (made / "registers").iterdir()) == [
        "Команды.xlsx", "Наставники.xlsx", "РПО.xlsx", "Справочники.xlsx",
    ]  # fmt: skip
    assert (made / "templates" / "План мероприятий.xlsx").is_file()


def test_parts_of_the_region_keep_their_codes(tmp_path: Path) -> None:
    desk = begun(tmp_path / "office")
    with Store.open(desk.history) as store:
        store.give_part(Part("Бийск", 2000, 2999), desk.today)
    assert main(["season", "2026/2027", "--office", str(desk.root), "-q"]) == 0
    with Store.open(tmp_path / "office-2026-2027" / "state" / "rpo.sqlite", read_only=True) as store:
        assert store.parts() == (Part("Бийск", 2000, 2999),)


def test_people_are_told_what_went_on_what_stayed_and_what_to_fill(
    old: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["season", "2026/2027", str(tmp_path / "told"), "--office", str(old)]) == 0
    told = capsys.readouterr().out
    for words in (
        "Прежний офис не изменён.",
        "Осталось в прежнем офисе целиком:\n  План мероприятий:",
        "Очищены ссылки на строки, которые не перешли:\n  Школьники и СПО, «Команда»:",
        "Этапы: даты поставлены примерные",
        "Проверьте: rpo check --office",
    ):
        assert words in told


def test_all_takes_those_whose_approval_ran_out(old: Path, tmp_path: Path) -> None:
    assert main(["season", "2026/2027", str(tmp_path / "all"), "--all", "--office", str(old), "-q"]) == 0
    mentors = filled(rows_of(tmp_path / "all", "Наставники.xlsx", "Наставники"))
    assert len(mentors) == 39
    assert all("нужно новое решение" in str(row["Примечание"]) for row in mentors)


def test_names_that_are_kept_apart_go_on_apart(tmp_path: Path) -> None:
    folder = build_coded(tmp_path / "office")
    assert main(["season", "2026/2027", "--all", "--office", str(folder), "-q"]) == 0
    made = tmp_path / "office-2026-2027"
    shared = rows_of(made, "Наставники.xlsx", "Наставники")
    assert "Код" in shared[0]
    assert not any({"Фамилия", "Имя", "Телефон"} & row.keys() for row in shared)
    page = load_workbook(made / KEY)["Наставники"]
    assert {str(row[1]) for row in page.iter_rows(min_row=2, max_row=7, values_only=True)} == {"Горин"}
    assert desk_of(made, FIRST_DAY).settings.personal_data.mode == "codes"
    update(desk_of(made, FIRST_DAY))
