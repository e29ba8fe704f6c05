"""`rpo explore` as a person types it."""

import json
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from sync.cli import main
from tests.sync.offices import bytes_of
from tests.text_tables import grid
from tests.validators.explore.legacy import FOREIGN, OURS

SETTINGS = '# Наш офис\n[office]\nregion = "Край"\ntoday = 2026-04-15\n\n[registers]\nkept = ["STAFF"]  # пока\n'
Said = Callable[[], str]
Objects = list[dict[str, Any]]  # Any: what JSON gives
KEYS = {
    "file", "sheet", "header", "number_row", "first_data_row", "last_data_row", "left_out", "register", "confidence",
    "columns", "problems", "refused", "text",
}  # fmt: skip


@pytest.fixture
def said(capsys: pytest.CaptureFixture[str]) -> Said:
    """What was printed since the last question."""
    return lambda: capsys.readouterr().out


@pytest.fixture(autouse=True)
def nowhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """No office is near."""
    monkeypatch.delenv("RPO_OFFICE", raising=False)
    (tmp_path / "here").mkdir()
    monkeypatch.chdir(tmp_path / "here")


def workbook(path: Path, tabs: Mapping[str, str]) -> str:
    """A workbook of text tables."""
    book = openpyxl.Workbook()
    book.remove(book.worksheets[0])
    for title, text in tabs.items():
        sheet = book.create_sheet(title)
        for row in grid(text).rows if text else ():
            sheet.append(row)
    path.parent.mkdir(exist_ok=True)
    book.save(path)
    return str(path)


def office(folder: Path, settings: str = SETTINGS) -> Path:
    (folder / "registers").mkdir(parents=True)
    (folder / "office.toml").write_text(settings, encoding="utf-8")
    return folder


def objects(text: str) -> Objects:
    return [json.loads(line) for line in text.splitlines()]


def test_json_is_one_object_a_tab_in_the_agreed_shape(tmp_path: Path, said: Said) -> None:
    file = workbook(tmp_path / "Ученики.xlsx", {"Лист1": OURS["SCH"] + "Итого | 3", "Пусто": ""})
    assert main(["explore", file, "--json"]) == 0
    first, second = objects(said())
    assert set(first) == set(second) == KEYS
    assert (first["file"], first["sheet"], first["refused"]) == (file, "Лист1", None)
    assert (first["header"], first["number_row"]) == ([3, 3], None)
    assert (first["first_data_row"], first["last_data_row"]) == (4, 6)
    assert {"row": 7, "why": "total"} in first["left_out"]
    assert first["register"] == "SCH"
    assert first["confidence"] > 0.8
    assert first["columns"][1] == {
        "cell": "B3", "heading": "Ф.И.О. ребенка", "field": "ФИО ребенка", "parses": 1.0,
    }  # fmt: skip
    assert {"code", "severity", "register", "cell", "text", "advice"} <= set(first["problems"][0])
    assert (second["header"], second["columns"], second["refused"]) == (None, [], "empty")


def test_a_foreign_table_has_no_register_and_little_confidence(tmp_path: Path, said: Said) -> None:
    file = workbook(tmp_path / "Ярмарки.xlsx", {"Лист1": FOREIGN["fairs"]})
    assert main(["explore", file, "--json"]) == 0
    (found,) = objects(said())
    assert found["register"] is None
    assert found["confidence"] < 0.5
    assert {one["field"] for one in found["columns"]} == {None}


def test_a_refused_file_is_told_apart_and_the_others_go_on(tmp_path: Path, said: Said) -> None:
    broken = tmp_path / "Обрывок.xlsx"
    broken.write_bytes(b"PK\x03\x04" + b"x" * 100)
    file = workbook(tmp_path / "Ученики.xlsx", {"Лист1": OURS["SCH"]})
    assert main(["explore", str(broken), file, "--json"]) == 1
    first, second = objects(said())
    assert set(first) == KEYS
    assert first["refused"] not in {None, ""}
    assert first["text"].startswith("Файл «Обрывок.xlsx»")
    assert second["register"] == "SCH"


def test_a_workbook_without_a_table_in_any_tab_ends_with_1(tmp_path: Path, said: Said) -> None:
    file = workbook(tmp_path / "Пустая.xlsx", {"А": "", "Б": "", "В": ""})
    assert main(["explore", file]) == 1
    assert said().strip() == f"{file}: пустые листы — «А», «Б», «В»."


def test_the_page_says_where_what_how_and_what_next(tmp_path: Path, said: Said) -> None:
    file = workbook(tmp_path / "Мои ученики.xlsx", {"Лист1": OURS["SCH"]})
    assert main(["explore", file]) == 0
    page = said()
    assert "Похоже на реестр «Школьники и СПО» (уверенно)." in page
    assert "Заголовок: строка 3. Данные: строки 4–6, всего 3." in page
    assert "Нет в таблице: «Статус участника», «Согласие: дата», «Согласие дал»." in page
    assert "строки будут различаться по столбцам «Ф.И.О. ребенка», «Дата рожд.»" in page
    assert f"rpo explore '{file}' --write" in page
    assert len(page.splitlines()) <= 40


def test_no_name_and_no_telephone_of_a_person_is_printed(tmp_path: Path, said: Said) -> None:
    table = OURS["SCH"].replace("Орлов Иван Ильич", "Oрлов И.").replace("345-67-89", "345")
    file = workbook(tmp_path / "Ученики.xlsx", {"Лист1": table})
    for options in ([], ["--json"], ["-v"], ["--register", "PROG"], ["--register", "PUB", "--json"]):
        main(["explore", file, *options])
        printed = said()
        for secret in ("рлов", "Чайкин", "Горин", "8 912 345"):
            assert secret not in printed


def test_quiet_is_a_line_a_tab(tmp_path: Path, said: Said) -> None:
    file = workbook(tmp_path / "Две.xlsx", {"А": OURS["SCH"], "Б": FOREIGN["fairs"]})
    assert main(["explore", file, "-q"]) == 0
    assert len(said().splitlines()) == 2


def test_one_sheet_may_be_asked_for(tmp_path: Path, said: Said, capsys: pytest.CaptureFixture[str]) -> None:
    file = workbook(tmp_path / "Две.xlsx", {"А": OURS["SCH"], "Б": FOREIGN["fairs"]})
    assert main(["explore", file, "--sheet", "Б", "--json"]) == 0
    assert [one["sheet"] for one in objects(said())] == ["Б"]
    assert main(["explore", file, "--sheet", "В"]) == 2
    assert "«А», «Б»" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("words", "part"),
    [
        (["нет.xlsx"], "Файла «нет.xlsx» нет"),
        (["."], "папка"),
        (["{}", "--register", "ABC"], "Реестра «ABC» нет"),
        (["{}", "--constant", "Муниципалитет"], "--constant"),
        (["{}", "--constant", "Цвет=синий"], "--constant"),
    ],
)
def test_wrong_usage_is_said_with_advice(
    tmp_path: Path, words: list[str], part: str, capsys: pytest.CaptureFixture[str]
) -> None:
    file = workbook(tmp_path / "Ученики.xlsx", {"Лист1": OURS["SCH"]})
    assert main(["explore", *(word.format(file) for word in words)]) == 2
    assert part in capsys.readouterr().err


def test_without_an_office_the_draft_of_one_is_printed(tmp_path: Path, said: Said) -> None:
    file = workbook(tmp_path / "Ученики.xlsx", {"Лист1": OURS["SCH"]})
    before = bytes_of(tmp_path)
    assert main(["explore", file, "--write", "-q"]) == 0
    printed = said()
    assert '[registers]\nkept = ["SCH"]' in printed
    assert "[registers.SCH.headings]" in printed
    assert "office.toml" in printed
    assert bytes_of(tmp_path) == before


@pytest.mark.parametrize("key", OURS)
def test_after_write_check_reads_the_table_as_the_register(tmp_path: Path, key: str, said: Said) -> None:
    root = office(tmp_path / "office")
    file = workbook(root / "registers" / "Старая таблица.xlsx", {"Лист1": OURS[key]})
    assert main(["explore", file, "--write", "--office", str(root)]) == 0
    assert f"[registers.{key}]" in said()
    main(["sync", "--office", str(root), "--json"])
    states = json.loads(said())["registers"]
    rows = len(OURS[key].strip().splitlines()) - next(
        number for number, line in enumerate(OURS[key].strip().splitlines(), 1) if line.count("|") > 1
    )
    assert states[key] == {"state": "accepted", "rows": rows, "counted": rows, "reason": None}
    main(["check", "--office", str(root), "--json", "--register", key])
    assert not {one["code"] for one in objects(said())} & {"S1", "S2", "S3", "S4", "S5", "F09", "C05"}


def test_what_a_person_wrote_is_never_changed(tmp_path: Path, said: Said) -> None:
    settings = f'{SETTINGS}\n[registers.SCH]\ntab = "Ученики"  # не трогать\n'
    root = office(tmp_path / "office", settings)
    file = workbook(root / "registers" / "Ученики.xlsx", {"Лист1": OURS["SCH"]})
    assert main(["explore", file, "--write", "--office", str(root)]) == 1
    assert (root / "office.toml").read_text(encoding="utf-8") == settings
    printed = said()
    assert "уже есть раздел [registers.SCH]" in printed
    assert '"Ф.И.О. ребенка" = "ФИО ребенка"' in printed


def test_comments_line_ends_mark_and_rights_of_the_settings_stay(tmp_path: Path) -> None:
    root = office(tmp_path / "office")
    path = root / "office.toml"
    path.write_bytes(b"\xef\xbb\xbf" + SETTINGS.replace("\n", "\r\n").encode())
    path.chmod(0o600)
    file = workbook(root / "registers" / "Ученики.xlsx", {"Лист1": OURS["SCH"]})
    assert main(["explore", file, "--write", "-q", "--office", str(root)]) == 0
    data = path.read_bytes()
    assert data.startswith(b"\xef\xbb\xbf")
    assert data.count(b"\r\n") == data.count(b"\n")
    text = data.decode("utf-8-sig").replace("\r\n", "\n")
    assert text.startswith(SETTINGS.replace('["STAFF"]', '["STAFF", "SCH"]'))
    assert path.stat().st_mode & 0o777 == 0o600


def test_files_kept_alike_become_one_register(tmp_path: Path, said: Said) -> None:
    root = office(tmp_path / "office")
    files = [
        workbook(root / "registers" / f"{name}.xlsx", {"Лист1": OURS["EDU"].replace("Бийск", name)})
        for name in ("Бийск", "Рубцовск")
    ]
    assert main(["explore", *files, "--write", "-q", "--office", str(root)]) == 0
    text = (root / "office.toml").read_text(encoding="utf-8")
    assert text.count("[registers.EDU]") == 1
    assert 'source = ["Бийск.xlsx", "Рубцовск.xlsx"]' in text
    said()


def test_files_kept_otherwise_are_not_joined_silently(tmp_path: Path, said: Said) -> None:
    root = office(tmp_path / "office")
    first = workbook(root / "registers" / "А.xlsx", {"Лист1": OURS["EDU"]})
    second = workbook(root / "registers" / "Б.xlsx", {"Другой лист": OURS["EDU"]})
    assert main(["explore", first, second, "--write", "-q", "--office", str(root)]) == 1
    assert 'source = ["А.xlsx"]' in (root / "office.toml").read_text(encoding="utf-8")
    assert "таблица устроена иначе" in said()


def test_a_file_outside_of_the_registers_is_to_be_put_there(tmp_path: Path, said: Said) -> None:
    root = office(tmp_path / "office")
    file = workbook(tmp_path / "Загрузки" / "Ученики.xlsx", {"Лист1": OURS["SCH"]})
    assert main(["explore", file, "--write", "-q", "--office", str(root)]) == 0
    assert f"Положите в папку {root / 'registers'}: Ученики.xlsx." in said()
    assert not list((root / "registers").iterdir())


def test_a_constant_is_written(tmp_path: Path) -> None:
    root = office(tmp_path / "office")
    file = workbook(root / "registers" / "Ученики.xlsx", {"Лист1": OURS["SCH"]})
    options = ["--constant", "Муниципалитет=Бийск", "--constant", "Статус участника=Участник"]
    assert main(["explore", file, "--write", "-q", *options, "--office", str(root)]) == 0
    text = (root / "office.toml").read_text(encoding="utf-8")
    assert '"Муниципалитет" = "Бийск"' in text
    assert "Статус участника" not in text.partition("absent")[2].partition("\n")[0]


def test_a_foreign_table_is_not_written(tmp_path: Path, said: Said) -> None:
    root = office(tmp_path / "office")
    file = workbook(root / "registers" / "Ярмарки.xlsx", {"Лист1": FOREIGN["fairs"]})
    assert main(["explore", file, "--write", "--office", str(root)]) == 1
    assert (root / "office.toml").read_text(encoding="utf-8") == SETTINGS
    assert "--register" in said()


def test_settings_written_in_an_odd_way_get_the_draft_printed(tmp_path: Path, said: Said) -> None:
    odd = 'registers = {kept = ["STAFF"]}\n'
    root = office(tmp_path / "office", odd)
    file = workbook(root / "registers" / "Ученики.xlsx", {"Лист1": OURS["SCH"]})
    assert main(["explore", file, "--write", "--office", str(root)]) == 1
    assert (root / "office.toml").read_text(encoding="utf-8") == odd
    assert "[registers.SCH]" in said()


def test_beside_json_the_writing_is_told_apart(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    root = office(tmp_path / "office")
    file = workbook(root / "registers" / "Ученики.xlsx", {"Лист1": OURS["SCH"]})
    assert main(["explore", file, "--write", "--json", "--office", str(root)]) == 0
    printed = capsys.readouterr()
    assert len(objects(printed.out)) == 1
    assert "дописан раздел" in printed.err


def test_the_lists_of_our_own_template_are_passed_over(tmp_path: Path, said: Said) -> None:
    assert main(["init", str(tmp_path / "new"), "-q"]) == 0
    said()
    assert main(["explore", str(tmp_path / "new" / "registers" / "План.xlsx"), "--json"]) in {0, 1}
    assert {one["sheet"]: one["refused"] for one in objects(said())}["Списки"] == "service_tab"
    own = workbook(tmp_path / "Свои.xlsx", {"Списки": OURS["SCH"]})
    assert main(["explore", own, "--json"]) == 0
    assert objects(said())[0]["register"] == "SCH"


def test_a_table_that_stops_its_register_is_not_written(tmp_path: Path, said: Said) -> None:
    root = office(tmp_path / "office")
    twice = OURS["SCH"].replace("ФИО родителя", "Дата рожд.")
    file = workbook(root / "registers" / "Ученики.xlsx", {"Лист1": twice})
    assert main(["explore", file, "--write", "--office", str(root)]) == 1
    assert (root / "office.toml").read_text(encoding="utf-8") == SETTINGS
    printed = said()
    assert "Реестром таблица пока не читается" in printed
    assert "S4 (G3): Заголовок «Дата рожд.» стоит дважды" in printed


def test_all_columns_and_causes_are_told_when_asked(tmp_path: Path, said: Said) -> None:
    file = workbook(tmp_path / "Ученики.xlsx", {"Лист1": OURS["SCH"]})
    assert main(["explore", file]) == 0
    short = said()
    assert main(["explore", file, "-v"]) == 0
    assert "S10: В таблице нет кодов" in said()
    assert "S10" not in short
