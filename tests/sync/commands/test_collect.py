"""`rpo collect`: a workbook without an office, what people and programs are told, what is new since the last one."""

import csv
import io
import json
import zipfile
from html import escape
from pathlib import Path

import openpyxl
import pytest

from reports.disclosure.draft import Head
from sync.cli import main
from tests.sync.collecting.regions import AS_OF, HEADS, PERIOD, corrected, files, lay, region

OURS, OTHER = (region(one) for one in HEADS[:2])
FIRST = files(OURS)
HOSTILE = ('=HYPERLINK("http://x")', "@SUM(1)", "<b>край</b>")


@pytest.fixture
def sent(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with the packages of two regions; the current folder is another one."""
    (tmp_path / "here").mkdir()
    (tmp_path / "sent").mkdir()
    monkeypatch.chdir(tmp_path / "here")
    return lay(tmp_path / "sent", {"a": FIRST, "b": files(OTHER)})


def test_the_workbook_lies_in_the_current_folder_and_people_are_told(
    sent: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["collect", str(sent)]) == 0
    told = capsys.readouterr().out
    assert "апрель 2026 г.», сезон 2025/2026: приняты пакеты 2\u00a0субъектов из 89" in told
    assert "Не прислали (87): Республика Башкортостан" in told
    names = openpyxl.load_workbook(Path("Свод по регионам 2026-04.xlsx"), read_only=True).sheetnames
    assert names[:3] == ["Кто отчитался", "Итоги", "Факт K01–K09"]
    assert names[-1] == "Пакеты"
    assert all(len(name) <= 31 for name in names)


def test_a_second_collection_changes_nothing(sent: Path) -> None:
    command = ["collect", str(sent), "-q", "--out", "свод.html"]
    assert main(command) == 0
    before = {path.name: path.read_bytes() for path in Path().iterdir()}
    assert main(command) == 0
    assert {path.name: path.read_bytes() for path in Path().iterdir()} == before


def test_a_workbook_that_somebody_has_changed_is_kept(sent: Path, capsys: pytest.CaptureFixture[str]) -> None:
    Path("свод.json").write_bytes(b"notes")
    assert main(["collect", str(sent), "--out", "свод.json", "-q"]) == 0
    assert "был изменён вручную" in capsys.readouterr().out
    assert [path.read_bytes() for path in Path("Правленное вручную").iterdir()] == [b"notes"]


def test_programs_are_told_the_same_and_a_refused_package_is_exit_code_one(
    sent: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    lay(sent, {"c": {**files(region(HEADS[2])), "data.csv": b""}})
    assert main(["collect", str(sent), "--json", "--period", "апрель 2026", "--out", "свод.json"]) == 1
    told = json.loads(capsys.readouterr().out)
    assert (told["period"], told["season"], len(told["missing"])) == ("2026-04", "2025/2026", 87)
    assert [one["region"] for one in told["accepted"]] == [OURS.head.region, OTHER.head.region]
    assert [one["package"] for one in told["refused"]] == ["c.zip"]
    assert next(one for one in told["missing"] if one["sent"])["region"] == HEADS[2].region


def test_what_is_new_since_an_earlier_collection(sent: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (sent / "b.zip").unlink()
    assert main(["collect", str(sent), "--out", "раньше.xlsx", "-q"]) == 0
    lay(sent, {"b": files(OTHER), "c": corrected(OURS, FIRST)})
    capsys.readouterr()
    assert main(["collect", str(sent), "--since", "раньше.xlsx", "--json", "--out", "свод.json"]) == 0
    news = {one["region"]: one["since"] for one in json.loads(capsys.readouterr().out)["accepted"]}
    assert news == {
        OURS.head.region: "уточнение №\u00a01 вместо первого пакета",
        OTHER.head.region: "новый",
    }
    assert main(["collect", str(sent), "--since", "раньше.xlsx", "--out", "свод.json"]) == 0
    assert f"Уточнили с прошлого свода (1): {OURS.head.region}." in capsys.readouterr().out


@pytest.mark.parametrize(
    ("extra", "code"),
    [
        (["--since", "нет.xlsx"], 2),
        (["--since", "чужой.xlsx"], 1),
        (["--out", "свод.docx"], 2),
        (["--out", "."], 2),
        (["--period", "вчера"], 2),
        (["--period", "2026-05"], 2),
    ],
)
def test_a_wrong_command_is_told_in_a_sentence(
    sent: Path, extra: list[str], code: int, capsys: pytest.CaptureFixture[str]
) -> None:
    openpyxl.Workbook().save("чужой.xlsx")
    assert main(["collect", str(sent), *extra]) == code
    told = capsys.readouterr().err
    assert told.count("\n") == 2
    assert "Сбой" not in told


def test_hostile_names_of_regions_are_words_in_every_form(sent: Path) -> None:
    heads = [Head(name, "62", "2025/2026", PERIOD, AS_OF, "1.0") for name in HOSTILE]
    lay(sent, {f"x{at}": files(region(one, 1)) for at, one in enumerate(heads)})
    out = [part for end in ("xlsx", "html", "csv", "json") for part in ("--out", f"свод.{end}")]
    assert main(["collect", str(sent), "-q", *out]) == 0
    with zipfile.ZipFile("свод.xlsx") as book:
        texts = {name: book.read(name).decode() for name in book.namelist()}
    assert not [name for name, text in texts.items() if "<f>" in text or "<f " in text or "<hyperlink" in text]
    assert all(f">{escape(one, quote=False)}<" in texts["xl/sharedStrings.xml"] for one in HOSTILE)
    page = Path("свод.html").read_text(encoding="utf-8")
    assert "<b>край" not in page
    assert "&lt;b&gt;край" in page
    assert HOSTILE[0] in json.dumps(json.loads(Path("свод.json").read_text("utf-8")), ensure_ascii=False).replace(
        "\\", ""
    )
    lines = csv.reader(io.StringIO(Path("свод (csv)/Кто отчитался.csv").read_text("utf-8-sig")), delimiter=";")
    assert f"'{HOSTILE[0]}" in {cell for line in lines for cell in line}
