"""`rpo doctor` in an office that keeps names apart: one fault at a time, each with its remedy."""

from pathlib import Path

import pytest

from reports.templates.layout import Part
from sync.names_health import Found, names_apart
from tests.sync.coded import KEY, build_coded, written
from tests.sync.offices import build, desk_of, mentor


@pytest.fixture
def coded(tmp_path: Path) -> Path:
    return build_coded(tmp_path)


def wrong(root: Path) -> list[Found]:
    return [one for one in names_apart(desk_of(root)) if not one[1]]


def test_all_is_well(coded: Path) -> None:
    found = list(names_apart(desk_of(coded)))
    assert [one[0] for one in found] == ["Права на папку с именами", "Имена: Наставники"]
    assert all(one[1] for one in found)
    assert "у 6 из 6" in found[1][2]


def test_an_office_that_keeps_names_in_its_registers_is_not_asked(tmp_path: Path) -> None:
    build(tmp_path)
    assert list(names_apart(desk_of(tmp_path))) == []


def test_no_folder(coded: Path) -> None:
    (coded / KEY).unlink()
    (coded / "private").rmdir()
    assert [one[2] for one in wrong(coded)] == ["нет папки private"]


def test_no_key_file(coded: Path) -> None:
    (coded / KEY).unlink()
    (one,) = wrong(coded)
    assert "у 0 из 6" in one[2]
    assert "Наставники (имена).xlsx" in one[3]


def test_some_codes_without_a_name(coded: Path) -> None:
    (coded / KEY).write_bytes(written([mentor(1), mentor(2)], Part.NAMES))
    assert ["у 2 из 6" in one[2] for one in wrong(coded)] == [True]


def test_strangers_can_read(coded: Path) -> None:
    (coded / "private").chmod(0o755)
    (coded / KEY).chmod(0o644)
    (one,) = wrong(coded)
    assert "Наставники (имена).xlsx" in one[2]
    assert "chmod 700 private" in one[3]
    (coded / KEY).chmod(0o600)
    (coded / "private").chmod(0o711)
    assert wrong(coded) == []
