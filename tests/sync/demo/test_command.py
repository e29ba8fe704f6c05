"""`rpo demo`: the office is made, updated, and people are told where to look."""

from pathlib import Path

import pytest

from sync.cli import main


def test_demo_makes_an_office_with_errors_updates_it_and_says_where_to_look(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "demo"
    assert main(["demo", str(folder), "--seed", "2"]) == 0
    said = capsys.readouterr().out
    assert "Отчёты.xlsx" in said
    assert "rpo check" in said
    assert (folder / "reports" / "Отчёты.xlsx").is_file()
    assert list((folder / "reports").glob("Замечания — *.xlsx"))
    assert main(["check", "--office", str(folder), "-q"]) == 1


def test_demo_refuses_a_folder_that_it_did_not_make(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "важное.txt").write_text("чужое", encoding="utf-8")
    assert main(["demo", str(tmp_path)]) == 2
    assert "не командой demo" in capsys.readouterr().err
