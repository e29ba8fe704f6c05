"""The commands as a person types them."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from sync.cli import main
from tests.sync.offices import build, bytes_of, team, write_book

TODAY = "2026-04-15"


@pytest.fixture
def office(tmp_path: Path) -> Path:
    """A small office with one fault: a stage that is not in the list."""
    build(tmp_path, teams=[team(1, Стадия="почти"), *(team(number) for number in range(2, 7))])
    return tmp_path


def test_check_prints_remarks_and_writes_nothing(office: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = bytes_of(office)
    assert main(["check", "--office", str(office)]) == 1
    assert "Стадия" in capsys.readouterr().out
    assert bytes_of(office) == before


def test_check_json_is_one_object_a_line_in_the_agreed_shape(office: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--office", str(office), "--json", "check"]) == 1
    (remark,) = map(json.loads, capsys.readouterr().out.splitlines())
    assert (remark["code"], remark["register"], remark["id"], remark["column"]) == ("C03", "TEAM", "КМ-0001", "Стадия")
    assert remark["source"] == "Команды.xlsx#Команды и проекты"
    assert remark["owner"] == "РП-0002"
    assert set(remark) == {
        "code", "severity", "register", "id", "row", "column", "cell", "source", "text", "advice", "owner", "since", "fingerprint",
    }  # fmt: skip


def test_sync_tells_what_it_did(office: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["sync", "--office", str(office)]) == 0
    assert "Обновление № 1" in capsys.readouterr().out
    assert main(["sync", "--office", str(office), "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["written"] == []


def test_plan_says_what_sync_would_write_and_sync_does_it(office: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["plan", "--office", str(office), "--json"]) == 0
    plan = json.loads(capsys.readouterr().out)
    targets = {change["target"] for change in plan["changes"]}
    assert not (office / "reports").exists()
    assert main(["sync", "--office", str(office), "--json", "--plan", plan["checksum"]]) == 0
    written = json.loads(capsys.readouterr().out)["written"]
    assert targets == {f"reports/{name}" for name in written}
    assert main(["plan", "--office", str(office), "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["changes"] == []


def test_plan_counts_the_rows_that_change(office: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main(["sync", "--office", str(office), "-q"])
    write_book(office, ["TEAM"], {"TEAM": [team(number) for number in range(1, 7)]})
    capsys.readouterr()
    main(["plan", "--office", str(office), "--json"])
    changes = json.loads(capsys.readouterr().out)["changes"]
    assert {change["tab"] for change in changes} >= {"Замечания"}
    assert all(change["cells"] for change in changes)


def test_status_and_ack_tell_and_lift_a_hold(office: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main(["sync", "--office", str(office), "-q"])
    write_book(office, ["TEAM"], {"TEAM": [team(1)]})
    assert main(["sync", "--office", str(office), "-q"]) == 7
    assert main(["status", "--office", str(office)]) == 7
    assert 'rpo ack 1 --reason "причина"' in capsys.readouterr().out
    assert main(["ack", "2", "--reason", "так надо", "--office", str(office)]) == 2
    assert main(["ack", "TEAM", "--reason", "команды распущены", "--office", str(office)]) == 0
    assert main(["sync", "--office", str(office), "-q"]) == 0
    assert main(["status", "--office", str(office)]) == 0


def test_doctor_names_what_is_wrong_with_advice(office: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["doctor", "--office", str(office)]) == 0
    (office / "registers" / "Команды.xlsx").write_bytes(b"")
    assert main(["doctor", "--office", str(office)]) == 1
    assert "Команды.xlsx" in capsys.readouterr().out


@pytest.mark.parametrize("command", ["check", "plan", "sync", "status", "doctor", "rules", "registers"])
def test_common_options_stand_before_and_after_every_command(
    office: Path, command: str, capsys: pytest.CaptureFixture[str]
) -> None:
    options = ["--office", str(office), "--today", TODAY, "--json", "-q"]
    first = main([*options, command]), capsys.readouterr().out
    second = main([command, *options]), capsys.readouterr().out
    assert first[0] == second[0]
    assert first[1].count("\n") == second[1].count("\n") > 0


@pytest.mark.parametrize(
    ("words", "part"),
    [
        (["sink"], "sink"),
        (["sync", "--plam", "1"], "--plam"),
        (["ack", "1"], "--reason"),
        (["check", "--register"], "--register"),
    ],
)
def test_a_wrong_command_is_explained_in_russian(
    words: list[str], part: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as stopped:
        main(words)
    said = capsys.readouterr().err
    assert stopped.value.code == 2
    assert said.startswith("Команда набрана неверно")
    assert part in said
    assert "argument" not in said


def test_wrong_settings_are_named_by_line(office: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (office / "office.toml").write_text('[office]\nregion = "Край"\nseasn = "2025/2026"\n', encoding="utf-8")
    assert main(["check", "--office", str(office)]) == 2
    said = capsys.readouterr().err
    assert "строка 3" in said
    assert "season" in said


def test_outside_of_an_office_there_is_a_sentence(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "--office", str(tmp_path)]) == 2
    assert "rpo init" in capsys.readouterr().err


def test_a_date_that_is_none_is_refused(office: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "--office", str(office), "--today", "завтра"]) == 2
    assert "2026-04-15" in capsys.readouterr().err


def test_help_imports_nothing_heavy() -> None:
    code = (
        "import sys, contextlib, io\nfrom sync.cli import main\n"
        "with contextlib.suppress(SystemExit), contextlib.redirect_stdout(io.StringIO()): main(['--help'])\n"
        "print([name for name in ('pydantic', 'sqlalchemy', 'xlsxwriter', 'python_calamine', 'rich', 'rapidfuzz') if name in sys.modules])"
    )
    result = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert result.stdout.strip() == "[]"


def test_a_pipe_sees_no_progress_bar(office: Path) -> None:
    result = subprocess.run(
        [sys.executable, "-m", "sync", "sync", "--office", str(office)], capture_output=True, text=True, check=True
    )
    assert result.stderr == ""
