"""An office made of its package is the same office: the same package again, nothing new to it, the same answers."""

import json
import shutil
from pathlib import Path

import pytest

from config.errors import UsageError
from sync.cli import main
from sync.demo.build import _write_office
from sync.demo.office import office
from sync.demo.planting import plant
from sync.demo.workbooks import workbooks
from sync.look import look_once
from sync.moving.importing import import_office
from sync.periods import frozen
from sync.run import update
from sync.state.store import Store
from tests.sync.moving.lived import LAST_DAY, desk_at, export
from tests.sync.offices import bytes_of, desk_of


@pytest.fixture(scope="module")
def again(whole: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The office out of the package; nobody may change it."""
    return import_office(tmp_path_factory.mktemp("again") / "office", whole).folder


def asked(folder: Path, capsys: pytest.CaptureFixture[str], *words: str) -> str:
    main([*words, "--office", str(folder), "--today", LAST_DAY])
    return capsys.readouterr().out


def test_the_package_of_the_demo_made_again_is_the_same_bytes(tmp_path: Path) -> None:
    demo = tmp_path / "demo"
    _write_office(demo, workbooks(plant(office(1)).rows), "")
    update(desk_of(demo))
    first = export(demo, tmp_path / "first")
    import_office(tmp_path / "office", first.folder)
    second = export(tmp_path / "office", tmp_path / "second")
    assert bytes_of(first.folder) == bytes_of(second.folder)
    assert len(first.contents.registers) == 25
    result = update(desk_of(tmp_path / "office"))
    assert (result.new, result.fixed, result.written, result.held) == (0, 0, (), ())
    assert bytes_of(demo / "reports") == bytes_of(tmp_path / "office" / "reports")


def test_the_package_of_an_office_that_has_lived_made_again_is_the_same_bytes(
    whole: Path, again: Path, tmp_path: Path
) -> None:
    assert bytes_of(export(again, tmp_path / "second").folder) == bytes_of(whole)


def test_the_files_of_the_office_are_back_in_their_places(lived: Path, again: Path) -> None:
    for folder in ("registers", "reports", "templates", "exports"):
        assert bytes_of(again / folder) == bytes_of(lived / folder)
    assert (again / "office.toml").read_bytes() == (lived / "office.toml").read_bytes()
    assert ((again / "state").stat().st_mode & 0o777, (again / "private").stat().st_mode & 0o777) == (0o700, 0o700)


def test_an_update_right_after_finds_nothing_new_and_holds_what_was_held(whole: Path, tmp_path: Path) -> None:
    folder = import_office(tmp_path / "office", whole).folder
    before = bytes_of(folder / "reports")
    result = update(desk_of(folder, LAST_DAY))
    assert (result.new, result.fixed, result.written, result.held) == (0, 0, (), ("MENT",))
    assert {one["state"] for one in result.registers.values()} == {"unchanged", "held"}
    assert bytes_of(folder / "reports") == before


def test_both_offices_go_on_alike(lived: Path, whole: Path, tmp_path: Path) -> None:
    here = shutil.copytree(lived, tmp_path / "here")
    there = import_office(tmp_path / "there", whole).folder
    told = []
    for folder in (here, there):
        with Store.open(desk_of(folder).state) as store:
            (hold,) = store.holds()
            store.ack(hold.number, "уволились", desk_at(folder).moment)
        result = update(desk_of(folder, "2026-05-20"))
        told.append(
            (result.new, result.fixed, result.held, {key: one["rows"] for key, one in result.registers.items()})
        )
    assert told[0] == told[1]
    facts = [look_once(desk_of(folder, "2026-05-21"), quiet=True) for folder in (here, there)]
    assert facts[0].remarks == facts[1].remarks
    assert facts[0].facts.past == facts[1].facts.past


@pytest.mark.parametrize("words", ["status --json", "figures --json", "history TEAM КМ-0001", "history TEAM --json"])
def test_both_offices_answer_alike(words: str, lived: Path, again: Path, capsys: pytest.CaptureFixture[str]) -> None:
    told = asked(lived, capsys, *words.split())
    assert told
    assert asked(again, capsys, *words.split()) == told


@pytest.mark.parametrize("correction", [0, 1])
def test_a_closed_period_is_as_it_was_issued(correction: int, lived: Path, again: Path) -> None:
    found = []
    for folder in (lived, again):
        desk = desk_at(folder)
        with Store.open(desk.history, read_only=True) as store:
            one = frozen(desk, store, "2026-04", correction)
            found.append((one.period, one.reports, one.stamp))
    assert found[0] == found[1]


def test_an_office_that_was_never_updated_is_taken_along_too(lived: Path, tmp_path: Path) -> None:
    fresh = shutil.copytree(lived, tmp_path / "fresh", ignore=shutil.ignore_patterns("state", "reports"))
    made = export(fresh, tmp_path / "package")
    assert (made.contents.run, made.contents.registers) == (0, ())
    again = import_office(tmp_path / "again", made.folder).folder
    assert bytes_of(again / "registers") == bytes_of(fresh / "registers")
    with Store.open(desk_of(again).state) as store:
        assert store.last_run() == 0


def test_nothing_is_put_into_a_folder_that_holds_anything(whole: Path, tmp_path: Path) -> None:
    (tmp_path / "office").mkdir()
    (tmp_path / "office" / "note.txt").write_text("mine", encoding="utf-8")
    with pytest.raises(UsageError, match="не пуста"):
        import_office(tmp_path / "office", whole)
    assert [path.name for path in tmp_path.iterdir()] == ["office"]


def test_a_zip_gives_the_same_office_and_says_whose_digest_it_is(
    lived: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    made = export(lived, tmp_path / "package", archive=True)
    again = export(lived, tmp_path / "other", archive=True)
    assert made.archive is not None
    assert again.archive is not None
    assert made.archive.read_bytes() == again.archive.read_bytes()
    assert main(["init", str(tmp_path / "office"), "--from-export", str(made.archive), "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert (told["run"], told["sha256"]) == (5, made.digest)
    assert bytes_of(tmp_path / "office" / "registers") == bytes_of(lived / "registers")
