"""`rpo report`: files of any format, nothing recorded, nothing of somebody else overwritten in silence."""

import json
from pathlib import Path

import openpyxl
import pytest

from sync.cli import main
from tests.sync.offices import build, bytes_of, team

DAY = "15.04.2026"


@pytest.fixture
def office(tmp_path: Path) -> Path:
    """A small office on 15 April 2026."""
    root = tmp_path / "office"
    build(root, teams=[team(number) for number in range(1, 7)])
    return root


def report(office: Path, *words: str) -> int:
    return main(["report", *words, "--office", str(office), "--today", "2026-04-15", "-q"])


def test_all_reports_stand_in_one_workbook_and_nothing_is_recorded(
    office: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert report(office) == 0
    file = office / "reports" / f"Отчёты на {DAY}.xlsx"
    assert capsys.readouterr().out == f"Записан {file}.\n"
    assert {"Отчёт. Сводка руководителя", "Отчёт. Сверка"} <= set(openpyxl.load_workbook(file).sheetnames)
    assert not list((office / "state").glob("*.sqlite"))


def test_the_workbooks_of_updates_are_left_as_they_are(office: Path) -> None:
    assert main(["sync", "--office", str(office), "-q"]) == 0
    before = bytes_of(office / "reports")
    assert report(office, "--format", "xlsx,html,pdf,csv,json") == 0
    assert before.items() <= bytes_of(office / "reports").items()


@pytest.mark.parametrize("name", ["Сверка", "сверка", "Отчёт. Сверка", "отчет. сверка", "Свер", " сверка "])
def test_a_report_is_asked_for_as_people_call_it(office: Path, name: str, tmp_path: Path) -> None:
    assert report(office, name, "--format", "json", "--out", str(tmp_path / "сюда")) == 0
    (file,) = (tmp_path / "сюда").iterdir()
    assert file.name == f"Сверка на {DAY}.json"
    assert [one["tab"] for one in json.loads(file.read_text(encoding="utf-8"))["reports"]] == ["Отчёт. Сверка"]


def test_several_reports_stand_in_the_order_in_which_they_were_asked_for(office: Path, tmp_path: Path) -> None:
    assert report(office, "Сверка", "Качество", "Сверка", "--format", "JSON", "--out", str(tmp_path / "сюда")) == 0
    (file,) = (tmp_path / "сюда").iterdir()
    assert file.name == f"Сверка, Качество данных на {DAY}.json"


@pytest.mark.parametrize(
    ("words", "said", "advice"),
    [
        (["Сверк", "Погода"], "Отчёта «Погода» нет.", "Есть такие: «Сводка руководителя», «"),
        (["--format", "html,doc"], "Вида «doc» нет.", "Есть такие: xlsx, html, pdf, csv, json."),
        (["--format", " , "], "Вида « , » нет.", "Есть такие: xlsx"),
    ],
)
def test_a_wrong_name_or_format_is_answered_by_the_list(
    office: Path, words: list[str], said: str, advice: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert report(office, *words) == 2
    answer = capsys.readouterr().err
    assert said in answer
    assert advice in answer
    assert not (office / "reports").exists()


@pytest.mark.parametrize(
    ("words", "said", "advice"),
    [
        (["--format", "docx"], "Листы отчётов в таком виде не делаются.", "Для листов есть: xlsx, html, pdf"),
        (["Сверка", "--template"], "Шаблоны есть только у документов.", "rpo report Д1 --template"),
        (["Сверка", "--meeting", "завтра"], "«завтра» — не дата.", "2026-04-23"),
    ],
)
def test_what_only_documents_have_is_refused_for_tabs(
    office: Path, words: list[str], said: str, advice: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert report(office, *words) == 2
    answer = capsys.readouterr().err
    assert said in answer
    assert advice in answer
    assert not (office / "reports").exists()
    assert not (office / "templates").exists()


def test_a_file_made_earlier_is_replaced_without_a_word(office: Path, capsys: pytest.CaptureFixture[str]) -> None:
    report(office, "Сверка")
    capsys.readouterr()
    build(office, teams=[team(number) for number in range(1, 6)])
    assert report(office, "Сверка") == 0
    assert len(capsys.readouterr().out.splitlines()) == 1
    assert [file.name for file in (office / "reports").iterdir()] == [f"Сверка на {DAY}.xlsx"]


@pytest.mark.parametrize("made_before", ["by us", ""], ids=["edited since", "made by somebody else"])
def test_a_file_of_somebody_else_is_kept_aside_and_said(
    office: Path, made_before: str, capsys: pytest.CaptureFixture[str]
) -> None:
    file = office / "reports" / f"Сверка на {DAY}.html"
    if made_before:
        report(office, "Сверка", "--format", "html")
    file.parent.mkdir(exist_ok=True)
    file.write_text("моё", encoding="utf-8")
    capsys.readouterr()
    assert report(office, "Сверка", "--format", "html") == 0
    assert "прежний сохранён в папке «Правленное вручную»" in capsys.readouterr().out
    (kept,) = (office / "reports" / "Правленное вручную").iterdir()
    assert kept.read_text(encoding="utf-8") == "моё"
    assert "<html" in file.read_text(encoding="utf-8")


def test_many_files_of_one_format_are_said_in_one_line(office: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert report(office, "--format", "csv") == 0
    folder = office / "reports" / f"Отчёты на {DAY} (csv)"
    count = len(list(folder.iterdir()))
    assert count > 5
    assert capsys.readouterr().out.startswith(f"Записано в {folder}: {count}\u00a0файл")


def test_a_program_gets_the_paths(office: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert report(office, "Сверка", "--json", "--format", "pdf,html") == 0
    told = json.loads(capsys.readouterr().out)
    names = [Path(path).name for path in told["written"]]
    assert names == [f"Сверка на {DAY}.pdf", f"Сверка на {DAY}.html"]
    assert told["kept_aside"] == []


def test_no_name_of_an_employee_or_a_child_is_in_a_name_of_a_file(office: Path) -> None:
    report(office, "--format", "csv,xlsx")
    names = " ".join(path.name for path in (office / "reports").rglob("*"))
    assert "Снегова" not in names
    assert "Белов" not in names


def test_a_closed_period_is_told_as_it_was_reported_and_as_it_is_known_now(office: Path, tmp_path: Path) -> None:
    assert main(["sync", "--office", str(office), "--today", "2026-04-15", "-q"]) == 0
    assert main(["close", "2026-03", "--office", str(office), "--today", "2026-04-15", "-q", "--force", "проба"]) == 1
    assert main(["sync", "--office", str(office), "--today", "2026-03-31", "-q"]) == 0
    assert main(["close", "2026-03", "--office", str(office), "--today", "2026-04-15", "-q"]) == 0
    build(office, teams=[team(number) for number in range(1, 8)])
    assert main(["sync", "--office", str(office), "--today", "2026-04-16", "-q"]) == 0
    then, now = tmp_path / "тогда", tmp_path / "теперь"
    of_march = ["Команды", "--period", "2026-03", "--format", "json", "--out"]
    assert report(office, *of_march, str(then)) == 0
    assert report(office, *of_march, str(now), "--as-known-now") == 0
    told = [(folder / "Команды и проекты на 31.03.2026.json").read_text(encoding="utf-8") for folder in (then, now)]
    assert ["КМ-0007" in one for one in told] == [False, True]
    assert ["Отправлен был другой отчёт" in one for one in told] == [False, True]


def test_a_period_that_is_not_closed_has_no_report(office: Path) -> None:
    assert report(office, "--period", "2026-03") == 1
    assert report(office, "--period", "мартобрь") == 2
