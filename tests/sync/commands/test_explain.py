"""`rpo explain`: the rows behind a figure, those left out, and why it changed since the day that is compared with."""

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from sync.cli import main
from tests.sync.offices import build, bytes_of, team, write_book

FIRST, TODAY = "2026-04-10", "2026-04-15"
EARLY = {"Дата формирования": date(2026, 4, 12)}


def run(office: Path, *words: str, today: str = TODAY) -> int:
    return main([*words, "--office", str(office), "--today", today, "-q"])


def teams(office: Path, *rows: Any) -> None:  # Any: cells of a row
    write_book(office, ["TEAM"], {"TEAM": rows})


@pytest.fixture
def office(tmp_path: Path) -> Path:
    """An office that was taken on the tenth of April and has been edited since."""
    build(tmp_path, teams=[team(1), team(2), team(3, **EARLY), team(4, Стадия="Закрыт")])
    assert run(tmp_path, "sync", today=FIRST) == 0
    teams(tmp_path, team(1), team(2, Стадия="Закрыт"), team(3, **EARLY), team(4, Стадия="Закрыт"), team(5), team(6))
    return tmp_path


def told(office: Path, capsys: pytest.CaptureFixture[str], *words: str) -> str:
    capsys.readouterr()
    assert run(office, "explain", *words) == 0
    return capsys.readouterr().out.replace("\u00a0", " ")


def as_json(office: Path, capsys: pytest.CaptureFixture[str], *words: str) -> dict[str, Any]:
    found = json.loads(told(office, capsys, *words, "--json"))
    assert isinstance(found, dict)
    return found


def test_a_figure_is_told_with_its_rows_and_those_left_out(office: Path, capsys: pytest.CaptureFixture[str]) -> None:
    said = told(office, capsys, "K09").splitlines()
    assert said[0] == "K09 · Команд действует на 15.04.2026: 4 ед."
    assert said[1] == "Учтено (4): КМ-0001, КМ-0003, КМ-0005, КМ-0006."
    assert said[2] == "Не учтено, «Команды и проекты», стадия: «Закрыт» (2): КМ-0002, КМ-0004."


def test_the_change_since_yesterday_is_explained_by_reasons(office: Path, capsys: pytest.CaptureFixture[str]) -> None:
    said = told(office, capsys, "к09").splitlines()
    assert said[3] == (
        "Что изменилось с 14.04.2026: Команд действует 3 → 4: +2 новые строки; "
        "−1 — «Стадия»: было «Идея», стало «Закрыт»."
    )
    assert said[4:] == [
        "  +2 новые строки (2): КМ-0005, КМ-0006.",
        "  −1 — «Стадия»: было «Идея», стало «Закрыт» (1): КМ-0002.",
    ]


def test_another_day_to_compare_with_may_be_named(office: Path, capsys: pytest.CaptureFixture[str]) -> None:
    change = as_json(office, capsys, "K09", "--since", FIRST)["change"]
    assert (change["since"], change["was"], change["difference"]) == (FIRST, 2, 2)
    assert {part["reason"]: (part["value"], part["rows"]) for part in change["parts"]} == {
        "new": (2, ["КМ-0005", "КМ-0006"]),
        "status": (-1, ["КМ-0002"]),
        "passed": (1, ["КМ-0003"]),
    }


def test_nothing_is_compared_before_the_first_update(office: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert as_json(office, capsys, "K09", "--since", "2026-04-09")["change"] is None
    assert "Сравнить не с чем" in told(office, capsys, "K09", "--since", "2026-04-09")


def test_the_json_has_the_agreed_shape_of_a_figure(office: Path, capsys: pytest.CaptureFixture[str]) -> None:
    found = as_json(office, capsys, "K09", "--cut", "stage=Идея")
    assert (found["id"], found["cut"], found["fact"], found["as_of"]) == ("K09", {"stage": "Идея"}, 4, TODAY)
    assert found["rows"] == ["КМ-0001", "КМ-0003", "КМ-0005", "КМ-0006"]
    assert found["left_out"] == []
    assert {"title", "unit", "plan", "share", "status", "of", "why"} <= found.keys()


def test_a_figure_of_a_register_that_is_not_kept_says_so(office: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert told(office, capsys, "K02").startswith("K02 · Зачислено на 15.04.2026: нет данных (не ведётся).")


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("K99",), "Показателя «K99» нет."),
        (("K09", "--cut", "category=Школьник"), "Разреза «category=Школьник» у показателя K09 нет."),
        (("K09", "--cut", "stage"), "Разреза «stage» у показателя K09 нет."),
        (("K09", "--since", "вчера"), "«вчера» — не дата."),
    ],
)
def test_what_can_not_be_asked_is_told_with_what_can(
    office: Path, capsys: pytest.CaptureFixture[str], words: tuple[str, ...], said: str
) -> None:
    capsys.readouterr()
    assert run(office, "explain", *words) == 2
    assert said in capsys.readouterr().err


def test_explaining_writes_nothing(office: Path) -> None:
    before = [bytes_of(office / name) for name in ("registers", "reports")]
    assert run(office, "explain", "K09") == 0
    assert [bytes_of(office / name) for name in ("registers", "reports")] == before
