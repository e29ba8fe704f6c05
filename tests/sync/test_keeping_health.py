"""`rpo doctor` of what is kept: the age and the wholeness of the newest copy, and personal data kept for too long."""

import json
from collections.abc import Mapping
from datetime import date
from pathlib import Path

import pytest

from sync.backing_up import back_up, restore_state
from sync.cli import main
from sync.run import update
from tests.sync.offices import STAFF, build, desk_of, updated, write_book
from tests.sync.purging.aviary import BORN, SETTINGS, pupil, type_pupils

Told = pytest.CaptureFixture[str]


def found(root: Path, capsys: Told, today: str = "2026-04-15") -> Mapping[str, tuple[bool, str]]:
    """Name → whether it is in order, and what was found."""
    capsys.readouterr()
    main(["doctor", "--office", str(root), "--today", today, "--json"])
    told = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    return {one["name"]: (one["ok"], one["text"]) for one in told}


def test_a_copy_is_asked_for_when_the_history_is_no_more_young(tmp_path: Path, capsys: Told) -> None:
    build(tmp_path / "o")
    assert "Копия истории" not in found(tmp_path / "o", capsys)
    update(desk_of(tmp_path / "o"))
    assert found(tmp_path / "o", capsys)["Копия истории"] == (True, "ещё не делалась")
    assert found(tmp_path / "o", capsys, "2026-04-19")["Копия истории"] == (False, "ещё не делалась")


def test_an_old_copy_and_one_that_is_damaged_are_told(tmp_path: Path, capsys: Told) -> None:
    updated(tmp_path / "o")
    desk = desk_of(tmp_path / "o")
    copy = back_up(desk).path
    day, later = f"{desk.moment:%Y-%m-%d}", f"{desk.moment.year + 1}-01-15"
    words = f"последняя от {desk.moment:%d.%m.%Y}"
    assert found(desk.root, capsys, day)["Копия истории"] == (
        True,
        f"{words}, исправна, последнее обновление в ней № 1",
    )
    assert found(desk.root, capsys, later)["Копия истории"][0] is False
    data = bytearray(copy.read_bytes())
    data[-100] ^= 1
    copy.write_bytes(bytes(data))
    assert found(desk.root, capsys, day)["Копия истории"] == (False, f"{words}, повреждена")


def test_histories_put_aside_are_counted_and_told_when_they_are_old(tmp_path: Path, capsys: Told) -> None:
    updated(tmp_path / "o")
    desk = desk_of(tmp_path / "o")
    restore_state(desk, back_up(desk).path)
    day, later = f"{desk.moment:%Y-%m-%d}", f"{desk.moment.year + 1}-01-15"
    assert found(desk.root, capsys, day)["Отложенные истории"] == (True, "1, из них старше двух недель 0")
    assert found(desk.root, capsys, later)["Отложенные истории"] == (False, "1, из них старше двух недель 1")


def test_people_whose_time_is_over_are_counted_and_not_named(tmp_path: Path, capsys: Told) -> None:
    root = tmp_path / "o"
    root.mkdir()
    (root / "office.toml").write_text(SETTINGS, encoding="utf-8")
    write_book(root, ["STAFF"], {"STAFF": STAFF})
    type_pupils(root, [pupil(1), pupil(2, **{"Хранить до": date(2026, 4, 1)}), pupil(3, **{"Хранить до": BORN})])
    told = found(root, capsys)
    assert told["Срок хранения данных"] == (False, "вышел у 2\u00a0человек")
    assert told["Уничтоженные данные"] == (True, "снова не вписаны")
    assert found(root, capsys, "2009-01-01")["Срок хранения данных"] == (True, "не вышел ни у кого")
