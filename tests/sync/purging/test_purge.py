"""`rpo purge`: of the person nothing is left in what the service keeps; of everybody else, all of it."""

import json
import shutil
from pathlib import Path

import pytest
from docx import Document

from config.errors import StateError
from sync.cli import main
from sync.desk import Desk
from sync.look import look_once
from sync.periods import frozen
from sync.run import update
from sync.state.purge_store import PurgeStore
from sync.state.store import Store
from tests.sync.offices import bytes_of, desk_of, team, write_book
from tests.sync.purging.aviary import CANARIES, CODE, NOTE, PUPILS, cleared, found, lived, ran, type_pupils
from tests.sync.state.tampering import tampered
from validators.counts import COUNTS


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The office before."""
    return lived(tmp_path_factory.mktemp("aviary")).root


@pytest.fixture(scope="module")
def gone(whole: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The office from which he has gone: nothing in it is changed by tests."""
    root = tmp_path_factory.mktemp("gone")
    shutil.copytree(whole, root, dirs_exist_ok=True)
    cleared(root)
    assert purge(root, CODE, "--reason", "отзыв согласия от 10.04.2026") == 0
    return root


@pytest.fixture
def root(whole: Path, tmp_path: Path) -> Path:
    """A copy of the office before for one test."""
    shutil.copytree(whole, tmp_path, dirs_exist_ok=True)
    return tmp_path


def purge(root: Path, code: str = CODE, *words: str) -> int:
    return ran(root, "purge", code, "--yes", *words)


def test_the_canaries_are_everywhere_before(whole: Path) -> None:
    hits = found(whole)
    assert set(hits["state/rpo.sqlite"]) >= {"Канарейкин", "Птичьи секреты", "Клеткина"}
    for place in ("exports/всё", "reports/restored", "private/documents", "registers"):
        assert [one for one in hits if one.startswith(place)], place


def test_nothing_of_the_person_is_left_anywhere(gone: Path) -> None:
    assert found(gone) == {}
    assert (gone / "private/documents/Другой.csv").is_file(), "papers of others stay"
    assert not (gone / "private/documents/Список.csv").exists()


def test_nothing_comes_back_with_later_updates(gone: Path, tmp_path: Path) -> None:
    shutil.copytree(gone, tmp_path, dirs_exist_ok=True)
    type_pupils(tmp_path, PUPILS)
    facts = look_once(desk_of(tmp_path, "2026-04-16"), quiet=True).facts
    (remark,) = (one for one in facts.remarks if one.code == "S17")
    assert (remark.place.id, remark.severity.value) == (CODE, "critical")
    assert CODE not in facts.scene.office.tables["SCH"].index_of
    update(desk_of(tmp_path, "2026-04-16"))
    assert list(found(tmp_path)) == ["registers/Школьники и СПО.xlsx"]


def test_the_plan_names_the_cells_for_a_person_and_changes_no_register(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = bytes_of(root / "registers")
    assert main(["purge", CODE, "--yes", "--office", str(root)]) == 1
    told = capsys.readouterr().out
    assert "файл «Школьники и СПО.xlsx», лист «Школьники и СПО», строка 3" in told
    assert "exports/всё/2026-04-15" in told
    assert "История версий Google Таблиц" in told
    assert bytes_of(root / "registers") == before
    assert not [one for one in found(root) if not one.startswith("registers")]


def test_a_name_in_another_register_must_go_first(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write_book(root, ["TEAM"], {"TEAM": [team(1, Примечание=NOTE)]})
    assert purge(root) == 1
    assert "Человек назван в других таблицах" in capsys.readouterr().err
    with PurgeStore.open(desk_of(root).state, read_only=True) as store:
        assert store.purges() == ()


def test_without_a_yes_nothing_happens(root: Path) -> None:
    def kept() -> dict[str, str]:
        return {name: one for name, one in bytes_of(root).items() if not name.startswith("state/rpo")}

    before = kept()
    assert ran(root, "purge", CODE) == 2, "there is nobody to ask"
    assert kept() == before


def test_the_chain_holds_and_the_tombstone_is_told(gone: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with PurgeStore.open(desk_of(gone).state, read_only=True) as store:
        store.check_rows()
        (one,) = store.purges()
    assert (one.number, one.code, one.register, one.reason) == (1, CODE, "SCH", "отзыв согласия от 10.04.2026")
    assert one.done["версии строк"] >= 3
    assert ran(gone, "history", "SCH", CODE) == 0
    assert "Данные уничтожены" in capsys.readouterr().out
    assert ran(gone, "restore", "SCH", CODE) == 2
    assert "вернуть нельзя" in capsys.readouterr().err


def test_a_second_time_is_told_and_makes_what_was_cut_short(
    gone: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    shutil.copytree(gone, tmp_path, dirs_exist_ok=True)
    shutil.rmtree(tmp_path / "reports" / "Уничтожение данных")
    assert main(["purge", CODE, "--yes", "--office", str(tmp_path)]) == 0
    assert "уже уничтожены" in capsys.readouterr().out
    assert len(list((tmp_path / "reports" / "Уничтожение данных").glob("*.docx"))) == 2


@pytest.mark.parametrize(
    "change",
    [
        "UPDATE purges SET reason = 'иное'",
        "UPDATE purged_rows SET was = 'x'",
        "DELETE FROM purged_rows",
        "UPDATE row_versions SET cells = '[]' WHERE cells = '{}'",
    ],
)
def test_a_tombstone_that_was_touched_is_found(gone: Path, tmp_path: Path, change: str) -> None:
    state = tmp_path / "rpo.sqlite"
    shutil.copy(gone / "state" / "rpo.sqlite", state)
    with tampered(state) as connection:
        connection.execute(change)
    with Store.open(state, read_only=True) as store, pytest.raises(StateError):
        store.check_rows()


def test_a_closed_period_is_the_same_to_the_last_byte_and_is_counted_the_same_again(whole: Path, gone: Path) -> None:
    assert bytes_of(gone / "reports" / "archive") == bytes_of(whole / "reports" / "archive")
    assert counts_of(desk_of(gone)) == counts_of(desk_of(whole))
    moved = [one for one in look_once(desk_of(gone), quiet=True).facts.remarks if one.code == "X45"]
    assert moved == [], "what was destroyed is no correction"


def counts_of(desk: Desk) -> dict[str, object]:
    """The figures of people in the closed month: as they were sent, and as they are counted from what is kept."""
    with Store.open(desk.history, read_only=True) as store:
        sent = frozen(desk, store, "2026-03")
        office = sent.facts().scene.office
    again = {key: COUNTS[key](office, sent.period.cut).value for key in ("K01", "K02", "K05")}
    assert again["K02"] == 6
    return {**sent.period.figures, **again}


def test_the_change_of_a_figure_says_that_data_were_destroyed(gone: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main(["explain", "K02", "--since", "2026-03-31", "--office", str(gone), "--json"])
    change = json.loads(capsys.readouterr().out)["change"]
    assert change["difference"] == -1
    assert [(part["reason"], part["rows"]) for part in change["parts"]] == [("destroyed", [CODE])]
    assert "уничтожены данные" in change["text"]


def test_words_about_him_in_other_registers_keep_his_code_only(gone: Path) -> None:
    with Store.open(desk_of(gone).state, read_only=True) as store:
        first, *_ = store.rows("TEAM", ["КМ-0001"]).versions
    assert first.cells["note"] == f"Капитан — {CODE}, позвонить {CODE}"


def test_the_act_and_the_extract_are_drafted_with_the_code_in_place_of_the_name(gone: Path) -> None:
    act, extract = sorted((gone / "reports" / "Уничтожение данных").glob("*.docx"))
    text = "\n".join(one.text for one in Document(str(act)).paragraphs)
    for words in ("код ШК-0002", "Отзыв согласия", "Фамилия, Имя, Отчество, Дата рождения", "Председатель", "№ 179"):
        assert words in text
    assert "Выгрузка из журнала" in extract.name
    assert not [word for word in CANARIES if word in text]


@pytest.mark.parametrize(("typed", "words"), [("КМ-0001", "не код человека"), ("ШК-9999", "ничего не знает")])
def test_a_code_of_nobody_is_refused(whole: Path, typed: str, words: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert purge(whole, typed) == 2
    assert words in capsys.readouterr().err


def test_everything_taken_along_after_a_purge_is_believed_elsewhere(gone: Path, tmp_path: Path) -> None:
    assert ran(gone, "export", "--all", "--out", str(tmp_path / "parcel")) == 0
    assert main(["init", str(tmp_path / "new"), "--from-export", str(tmp_path / "parcel"), "-q"]) == 0
    with PurgeStore.open(tmp_path / "new" / "state" / "rpo.sqlite", read_only=True) as store:
        store.check_rows()
        assert [one.code for one in store.purges()] == [CODE]
