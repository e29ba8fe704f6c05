"""`rpo figures` as a person and a program type it: it reads the office and writes nothing."""

import json
from pathlib import Path

import pytest

from sync.cli import main
from tests.sync.offices import build, bytes_of, team

KEYS = ["id", "title", "cut", "unit", "plan", "fact", "share", "status", "as_of", "rows", "of"]


@pytest.fixture
def office(tmp_path: Path) -> Path:
    """Six teams, one of them closed."""
    build(tmp_path, teams=[team(1, Стадия="Закрыт"), *(team(number) for number in range(2, 7))])
    return tmp_path


def test_figures_prints_a_table_and_writes_nothing(office: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = bytes_of(office)
    assert main(["figures", "--office", str(office)]) == 0
    printed = capsys.readouterr().out.splitlines()
    assert printed[0].split() == ["Код", "Показатель", "Ед.", "План", "на", "дату", "Факт", "%", "Оценка", "Почему"]
    (line,) = [line for line in printed if line.startswith("K09")]
    assert " ".join(line.split()) == "K09 Команд действует ед. — 5 — без оценки плана нет"
    assert bytes_of(office) == before


def test_figures_json_is_one_object_a_line_in_the_agreed_shape(
    office: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["--office", str(office), "--json", "figures", "K09"]) == 0
    (one,) = map(json.loads, capsys.readouterr().out.splitlines())
    assert list(one) == KEYS
    assert (one["id"], one["fact"], one["status"], one["as_of"]) == ("K09", 5, "grey", "2026-04-15")
    assert one["rows"] == [f"КМ-{number:04d}" for number in range(2, 7)]


def test_a_register_that_is_not_kept_gives_null_and_never_zero(
    office: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["figures", "K02", "--office", str(office), "--json"]) == 0
    (one,) = map(json.loads, capsys.readouterr().out.splitlines())
    assert (one["fact"], one["status"], one["rows"]) == (None, "grey", [])


def test_a_cut_is_asked_for_by_its_key_or_by_its_group(office: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["figures", "k09", "--cut", "stage", "--office", str(office), "--json"]) == 0
    told = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [(one["cut"], one["fact"]) for one in told] == [({}, 5), ({"stage": "Идея"}, 5)]
    assert main(["figures", "K09", "--cut", "stage=идея", "--office", str(office), "--json"]) == 0
    (one,) = map(json.loads, capsys.readouterr().out.splitlines())
    assert one["cut"] == {"stage": "Идея"}


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["K77"], "Показателя «K77» нет."),
        (["--cut", "who"], "Разреза «who» нет."),
        (["K09", "--cut", "stage=Нет"], "Группы «Нет» в разрезе stage нет.\nЕсть: Идея."),
    ],
)
def test_a_wrong_word_is_told_and_ends_with_two(
    office: Path, capsys: pytest.CaptureFixture[str], words: list[str], said: str
) -> None:
    assert main(["figures", *words, "--office", str(office)]) == 2
    assert said in capsys.readouterr().err
