"""`rpo restore` and `rpo history`: a row deleted long ago comes back as it was, the register is not touched."""

import json
import shutil
from datetime import date
from pathlib import Path

import pytest
from openpyxl import load_workbook

from reports.templates.layout import Part
from sync.cli import main
from sync.desk import Desk
from sync.run import update
from tests.reports.test_restored import read_back
from tests.sync.coded import KEY, build_coded, written
from tests.sync.offices import bytes_of, desk_of, mentor, write_book
from tests.sync.through_time import ROWS, begun, named, typed
from validators.grid import Grid

LOST = named(
    5, Балл=4.5, **{"Дата защиты": date(2026, 3, 20), "Примечание": "=не формула", "Заявленная численность": 7}
)


@pytest.fixture(scope="module")
def lived(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Grid]:
    """An office that lost a team seven months and nine updates ago, and the tab where it stood."""
    office = begun(tmp_path_factory.mktemp("office"))
    typed(office, [*ROWS[:4], LOST, *ROWS[5:]], "2026-04-20")
    (file,) = (one for one in office.backend().read() if one.name == "Команды.xlsx")
    (grid,) = (one for one in file.grids if one.tab == "Команды и проекты")
    for turn in range(9):
        typed(office, [*ROWS[:4], *ROWS[5:], named(20, Балл=turn)], f"2026-{5 + turn % 7:02d}-{turn + 1:02d}")
    return office.root, grid


@pytest.fixture
def bereft(lived: tuple[Path, Grid], tmp_path: Path) -> tuple[Desk, Grid]:
    """A copy of that office for one test."""
    root, grid = lived
    shutil.copytree(root, tmp_path, dirs_exist_ok=True)
    return desk_of(tmp_path, "2026-12-01"), grid


def ran(desk: Desk, *words: str) -> int:
    return main([*words, "--office", str(desk.root), "--today", desk.today.isoformat()])


def made(desk: Desk) -> list[Path]:
    return sorted((desk.reports / "restored").glob("*"))


def test_a_row_deleted_long_ago_comes_back_equal(bereft: tuple[Desk, Grid]) -> None:
    desk, tab = bereft
    before = bytes_of(desk.registers)
    assert ran(desk, "restore", "TEAM", "КМ-0005") == 0
    (path,) = made(desk)
    assert path.name.startswith("Команды и проекты 2026-12-01 ")
    rows = read_back(path.read_bytes())
    lost = next(row for row in tab.rows if row[:1] == ("КМ-0005",))
    width = len(tab.rows[0])
    assert rows[0] == tab.rows[0]
    assert rows[1] + (None,) * (width - len(rows[1])) == lost + (None,) * (width - len(lost))
    assert bytes_of(desk.registers) == before


def test_the_file_is_for_its_owner_alone(bereft: tuple[Desk, Grid]) -> None:
    ran(bereft[0], "restore", "TEAM", "КМ-0005")
    assert made(bereft[0])[0].stat().st_mode & 0o077 == 0


def test_a_row_put_back_by_hand_is_in_the_register_again(bereft: tuple[Desk, Grid]) -> None:
    desk, _ = bereft
    typed(desk, [*ROWS[:4], LOST, *ROWS[5:], named(20, Балл=8)], "2026-12-02")
    assert ran(desk, "history", "TEAM", "КМ-0005") == 0


def test_several_rows_stand_in_one_file_in_the_order_asked_for(bereft: tuple[Desk, Grid]) -> None:
    desk, _ = bereft
    assert ran(desk, "restore", "Команды и проекты", "КМ-0020", "км-5", "КМ-0005") == 0
    assert [row[0] for row in read_back(made(desk)[0].read_bytes())] == ["Код", "КМ-0020", "КМ-0005"]


@pytest.mark.parametrize(("day", "score"), [("2026-04-15", None), ("2026-04-20", 4.5), ("2026-04-30", 4.5)])
def test_the_day_picks_the_version(bereft: tuple[Desk, Grid], day: str, score: float | None) -> None:
    desk, _ = bereft
    assert ran(desk, "restore", "TEAM", "КМ-0005", "--as-of", day) == 0
    heading, row = read_back(made(desk)[0].read_bytes())
    assert dict(zip(heading, row + (None,) * (len(heading) - len(row)), strict=True))["Балл"] == score


@pytest.mark.parametrize("day", ["2026-04-14", "2026-12-01"])
def test_a_day_without_the_row_is_told(bereft: tuple[Desk, Grid], day: str, capsys: pytest.CaptureFixture[str]) -> None:
    desk, _ = bereft
    assert ran(desk, "restore", "TEAM", "КМ-0005", "--as-of", day) == 2
    told = capsys.readouterr().err
    assert "строки КМ-0005 в реестре «Команды и проекты» не было" in told
    assert "с 15.04.2026 по 01.05.2026" in told
    assert made(desk) == []


def test_an_unknown_code_names_the_near_ones(bereft: tuple[Desk, Grid], capsys: pytest.CaptureFixture[str]) -> None:
    assert ran(bereft[0], "restore", "TEAM", "КМ-0055") == 2
    told = capsys.readouterr().err
    assert "Кода «КМ-0055» в истории реестра «Команды и проекты» нет и не было." in told
    assert "КМ-0005" in told
    assert made(bereft[0]) == []


@pytest.mark.parametrize("words", [("restore", "XXX", "КМ-0001"), ("history", "XXX")])
def test_an_unknown_register_names_the_registers(
    bereft: tuple[Desk, Grid], words: tuple[str, ...], capsys: pytest.CaptureFixture[str]
) -> None:
    assert ran(bereft[0], *words) == 2
    assert "PLAN, IND, UNI, SCH, TEAM" in capsys.readouterr().err


def test_a_second_restore_takes_no_files_place(bereft: tuple[Desk, Grid]) -> None:
    desk, _ = bereft
    for _ in range(3):
        assert ran(desk, "restore", "TEAM", "КМ-0005") == 0
    assert len(made(desk)) == 3


def test_people_are_told_how_to_put_the_row_back(bereft: tuple[Desk, Grid], capsys: pytest.CaptureFixture[str]) -> None:
    ran(bereft[0], "restore", "TEAM", "КМ-0005")
    told = capsys.readouterr().out
    assert "Реестр не изменён. Чтобы вернуть строку, скопируйте её из файла в «Команды и проекты»" in told
    assert "КМ-0005: какой строка была с 20.04.2026, по 01.05.2026" in told


def test_a_restored_row_bears_the_headings_of_its_last_day(tmp_path: Path) -> None:
    path = tmp_path / "registers" / "Команды.xlsx"
    path.parent.mkdir()
    (tmp_path / "office.toml").write_text('[registers]\nkept = ["TEAM"]\n', encoding="utf-8")
    rows = [(f"КМ-{n:04d}", f"Имя {n * 31}", f"Кружок {n}") for n in range(1, 9)]
    for day, heading, there in (
        ("20", "Кружок", rows),
        ("21", "Секция", rows),
        ("22", "Секция", [*rows[:2], *rows[3:]]),
    ):
        _book(path, [("Код", "Команда", heading), *there])
        update(desk_of(tmp_path, f"2026-04-{day}"))
    desk = desk_of(tmp_path, "2026-04-23")
    assert ran(desk, "restore", "TEAM", "КМ-0003") == 0
    (first,) = made(desk)
    assert read_back(first.read_bytes()) == (("Код", "Команда", "Секция"), rows[2])
    assert ran(desk, "restore", "TEAM", "КМ-0003", "--as-of", "2026-04-20") == 0
    (second,) = (one for one in made(desk) if one != first)
    assert read_back(second.read_bytes()) == (("Код", "Команда", "Кружок"), rows[2])


def _book(path: Path, rows: list[tuple[str, ...]]) -> None:
    from openpyxl import Workbook

    book = Workbook()
    page = book.active
    assert page is not None
    page.title = "Команды и проекты"
    for row in rows:
        page.append(row)
    book.save(path)


def test_every_version_is_told_with_what_it_changed(
    bereft: tuple[Desk, Grid], capsys: pytest.CaptureFixture[str]
) -> None:
    assert ran(bereft[0], "history", "TEAM", "км-5") == 0
    lines = [line.strip() for line in capsys.readouterr().out.splitlines() if line]
    assert lines[0] == "«Команды и проекты», КМ-0005. 3\u00a0версии."
    assert "15.04.2026 — 20.04.2026 (обновление № 1): строка появилась, Команды.xlsx#Команды и проекты" in lines
    changed = lines.index("20.04.2026 — 01.05.2026 (обновление № 2): изменено")
    assert sorted(lines[changed + 1 : changed + 5]) == [
        "Балл: пусто → 4,5", "Дата защиты: пусто → 20.03.2026", "Заявленная численность: пусто → 7", "Примечание: пусто → =не формула",
    ]  # fmt: skip
    assert lines[-1] == "01.05.2026 — сейчас (обновление № 3): строки в реестре нет"


def test_what_changed_lately_is_told_newest_first(
    bereft: tuple[Desk, Grid], capsys: pytest.CaptureFixture[str]
) -> None:
    assert ran(bereft[0], "history", "TEAM", "--last", "3") == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[1:] == [
        f"{day}  обновление № {run}  КМ-0020  «Балл»"
        for day, run in (("09.06.2026", 11), ("08.05.2026", 10), ("07.11.2026", 9))
    ]
    assert ran(bereft[0], "history", "TEAM") == 0
    assert "строка удалена" in capsys.readouterr().out


def test_json_is_one_object_a_version(bereft: tuple[Desk, Grid], capsys: pytest.CaptureFixture[str]) -> None:
    ran(bereft[0], "history", "TEAM", "КМ-0005", "--json")
    first, second, third = map(json.loads, capsys.readouterr().out.splitlines())
    assert (first["run"], first["day"], first["until_run"], first["until_day"]) == (1, "2026-04-15", 2, "2026-04-20")
    assert first["cells"]["Дата формирования"] == "2025-10-01"
    assert {"heading": "Балл", "old": None, "new": 4.5} in second["changed"]
    assert (third["gone"], third["cells"], third["until_day"]) == (True, {}, None)


def test_an_office_without_updates_says_so(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write_book(tmp_path, ["TEAM"], {"TEAM": ROWS})
    (tmp_path / "office.toml").write_text('[registers]\nkept = ["TEAM"]\n', encoding="utf-8")
    assert main(["history", "TEAM", "КМ-0001", "--office", str(tmp_path)]) == 2
    assert "История начинается с первого обновления" in capsys.readouterr().err
    assert main(["history", "TEAM", "--office", str(tmp_path)]) == 0
    assert not (tmp_path / "state").exists()


def test_names_that_are_kept_apart_stand_on_a_tab_of_their_own(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = build_coded(tmp_path)
    update(desk_of(folder, "2026-04-20"))
    for part, place in ((Part.CODED, "registers/Наставники.xlsx"), (Part.NAMES, KEY)):
        (folder / place).write_bytes(written([mentor(number) for number in (1, 2, 4, 5, 6)], part))
    update(desk_of(folder, "2026-04-21"))
    desk = desk_of(folder, "2026-04-22")
    assert ran(desk, "restore", "MENT", "НС-0003") == 0
    assert "их верните в файл с именами в папке private" in capsys.readouterr().out
    book = load_workbook(made(desk)[0])
    assert book.sheetnames == ["Наставники", "Имена"]
    told = {tab: {cell for row in book[tab].iter_rows(values_only=True) for cell in row} for tab in book.sheetnames}
    names = {mentor(3)["Фамилия"], mentor(3)["Имя"], mentor(3)["Телефон"]}
    assert names & told["Наставники"] == set()
    assert names < told["Имена"]
    assert "НС-0003" in told["Наставники"] & told["Имена"]
