"""Twenty municipal files make one register, and it is never smaller in silence."""

from collections import Counter
from collections.abc import Callable
from datetime import date
from pathlib import Path
from random import Random

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from config.registers.pupils import SCH
from reports.head.figures import bare_figures
from sync.backends.base import FileRead
from sync.demo.broken import behind_password, cut_off
from sync.desk import Desk
from sync.look import look_once
from sync.pipeline import Survey, survey
from sync.result import Result
from sync.run import update
from sync.sheets import Look
from sync.state.store import Store
from tests.sync.municipal import TOWNS, office, pupils, school_of, send
from tests.sync.offices import bytes_of, copied
from tests.text_tables import TODAY
from validators.grid import grid_of
from validators.office import Standing

EACH = 10


def rows_of(town: str, count: int = EACH) -> list[dict[str, object]]:
    """The pupils of a town under codes of its own block."""
    return [dict(row) for row in pupils((TOWNS.index(town) + 1) * 1000, count, school_of(town))]


def twenty(folder: Path, more: str = "") -> Desk:
    """The office with the lists of all twenty towns in `registers/`."""

    def make(first: Path) -> None:
        office(first, more)
        for town in TOWNS:
            send(first, f"Школьники и СПО — {town}", rows_of(town))

    return copied(folder, ("twenty towns", more), make)


def file_of(town: str) -> str:
    return f"Школьники и СПО — {town}.xlsx"


def figures(seen: Survey) -> dict[str, float]:
    return bare_figures(seen.facts)


def standing(result: Result) -> tuple[object, object]:
    return result.registers["SCH"]["state"], result.registers["SCH"]["rows"]


def reason(result: Result) -> str:
    return str(result.registers["SCH"]["reason"])


def accept(desk: Desk) -> None:
    with Store.open(desk.history) as store:
        for hold in store.holds():
            store.ack(hold.number, "так и нужно", desk.moment)


def test_twenty_files_are_one_register_whose_figures_are_right(tmp_path: Path) -> None:
    desk = twenty(tmp_path)
    first = update(desk)
    assert (first.exit_code, standing(first)) == (0, ("accepted", 20 * EACH))
    seen = look_once(desk, quiet=True)
    table = seen.facts.scene.office.tables["SCH"]
    assert Counter(table.values["municipality"]) == dict.fromkeys(TOWNS, EACH)
    assert {source.file for source in table.sources} == {file_of(town) for town in TOWNS}
    assert {key: figures(seen)[key] for key in ("K01", "K02", "K04")} == {"K01": 200, "K02": 200, "K04": 20}
    before = bytes_of(desk.reports)
    second = update(desk)
    assert (second.exit_code, second.written, bytes_of(desk.reports)) == (0, (), before)


def test_each_remark_names_its_own_file(tmp_path: Path) -> None:
    desk = twenty(tmp_path)
    for town in TOWNS[:5]:
        rows = rows_of(town)
        rows[3]["Статус участника"] = "почти"
        send(tmp_path, f"Школьники и СПО — {town}", rows)
    remarks = [one for one in look_once(desk, quiet=True).remarks if one.code == "C03"]
    assert {(one.place.source, one.place.id) for one in remarks} == {
        (f"{file_of(town)}#{SCH.tab}", f"ШК-{(at + 1) * 1000 + 3:04d}") for at, town in enumerate(TOWNS[:5])
    }


def test_files_in_folders_of_the_municipalities_are_read(tmp_path: Path) -> None:
    desk = office(tmp_path)
    for town in TOWNS[:3]:
        send(tmp_path, f"{town}/Школьники", rows_of(town))
    result = update(desk)
    assert (result.exit_code, standing(result)) == (0, ("accepted", 3 * EACH))


def test_one_code_given_in_two_municipalities_is_said_at_the_later_row(tmp_path: Path) -> None:
    desk = twenty(tmp_path)
    rows = rows_of("Бийск")
    rows[0]["Код"] = rows_of("Барнаул")[0]["Код"]
    send(tmp_path, "Школьники и СПО — Бийск", rows)
    result = update(desk)
    assert standing(result) == ("accepted", 20 * EACH)
    (remark,) = [one for one in look_once(desk, quiet=True).remarks if one.code == "C05"]
    assert (remark.severity, remark.place.cell) == ("critical", "A2")
    assert file_of("Барнаул") in remark.text


SPOILED: dict[str, Callable[[bytes], bytes]] = {"password": behind_password, "truncated": cut_off}


@pytest.mark.parametrize("spoil", SPOILED)
def test_one_broken_file_among_twenty_leaves_the_last_good_data(tmp_path: Path, spoil: str) -> None:
    desk = twenty(tmp_path)
    update(desk)
    path = desk.registers / file_of("Яровое")
    path.write_bytes(SPOILED[spoil](path.read_bytes()))
    result = update(desk)
    assert (result.exit_code, standing(result)) == (1, ("failed", 20 * EACH))
    assert file_of("Яровое") in reason(result)


@pytest.mark.parametrize("spoil", SPOILED)
@pytest.mark.parametrize("name", ["Школьники и СПО — {}", "Школьники {}", "{}", "{}/Школьники", "{}/Список"])
def test_at_the_first_reading_a_broken_file_is_never_left_out_in_silence(tmp_path: Path, spoil: str, name: str) -> None:
    desk = office(tmp_path)
    for town in TOWNS[:4]:
        send(tmp_path, name.format(town), rows_of(town))
    path = desk.registers / f"{name.format('Яровое')}.xlsx"
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(SPOILED[spoil]((desk.registers / "Справочники.xlsx").read_bytes()))
    result = update(desk)
    assert (result.exit_code, standing(result)) == (1, ("failed", 0))
    assert "Яровое" in reason(result)


def test_a_new_broken_file_stops_nothing_and_is_a_critical_remark(tmp_path: Path) -> None:
    desk = twenty(tmp_path)
    update(desk)
    (desk.registers / "Школьники и СПО — Ребриха.xlsx").write_bytes(cut_off((desk.registers / "РПО.xlsx").read_bytes()))
    send(tmp_path, "Школьники и СПО — Бийск", rows_of("Бийск", EACH + 1))
    assert standing(update(desk)) == ("accepted", 20 * EACH + 1)
    (remark,) = [one for one in look_once(desk, quiet=True).remarks if one.code == "F02"]
    assert (remark.severity, remark.place.register) == ("critical", "SCH")


def test_a_file_that_vanished_is_held_by_name_though_it_is_a_twentieth_of_the_rows(tmp_path: Path) -> None:
    desk = twenty(tmp_path)
    update(desk)
    (desk.registers / file_of("Яровое")).unlink()
    result = update(desk)
    assert (result.exit_code, standing(result)) == (7, ("held", 20 * EACH))
    assert reason(result) == f"Пропал файл «{file_of('Яровое')}» (или лист «{SCH.tab}» в нём): строк в нём было 10."
    (remark,) = [one for one in look_once(desk, quiet=True).remarks if one.code == "F08"]
    assert remark.advice.startswith("Верните файл")
    accept(desk)
    after = update(desk)
    assert (after.exit_code, standing(after)) == (0, ("accepted", 19 * EACH))


def test_a_file_that_comes_back_ends_the_hold(tmp_path: Path) -> None:
    desk = twenty(tmp_path)
    update(desk)
    path = desk.registers / file_of("Яровое")
    data = path.read_bytes()
    path.unlink()
    assert update(desk).exit_code == 7
    path.write_bytes(data)
    result = update(desk)
    assert (result.exit_code, standing(result)) == (0, ("unchanged", 20 * EACH))


def test_accepting_one_vanished_file_does_not_accept_another(tmp_path: Path) -> None:
    desk = twenty(tmp_path)
    update(desk)
    (desk.registers / file_of("Яровое")).unlink()
    update(desk)
    accept(desk)
    (desk.registers / file_of("Бийск")).unlink()
    result = update(desk)
    assert standing(result) == ("held", 20 * EACH)
    assert file_of("Бийск") in reason(result)
    assert file_of("Яровое") not in reason(result)


def test_files_renamed_and_moved_into_folders_are_the_same_files(tmp_path: Path) -> None:
    desk = twenty(tmp_path)
    update(desk)
    for town in TOWNS[:5]:
        (desk.registers / town).mkdir()
        (desk.registers / file_of(town)).rename(desk.registers / town / "Школьники.xlsx")
    result = update(desk)
    assert (result.exit_code, standing(result)) == (0, ("accepted", 20 * EACH))


def test_a_file_whose_rows_went_into_others_is_not_missed(tmp_path: Path) -> None:
    desk = twenty(tmp_path)
    update(desk)
    (desk.registers / file_of("Бийск")).unlink()
    send(tmp_path, "Школьники и СПО — Барнаул", [*rows_of("Барнаул"), *rows_of("Бийск")[:5]])
    send(tmp_path, "Школьники и СПО — Алейск", [*rows_of("Алейск"), *rows_of("Бийск")[5:]])
    result = update(desk)
    assert (result.exit_code, standing(result)) == (0, ("accepted", 20 * EACH))


def test_a_file_that_lost_most_of_its_rows_is_held_by_name(tmp_path: Path) -> None:
    desk = twenty(tmp_path)
    update(desk)
    send(tmp_path, "Школьники и СПО — Бийск", rows_of("Бийск", 4))
    result = update(desk)
    assert standing(result) == ("held", 20 * EACH)
    assert f"В файле «{file_of('Бийск')}» строк было 10, стало 4: пропало 6" in reason(result)


def test_an_emptied_file_is_held_by_name(tmp_path: Path) -> None:
    desk = twenty(tmp_path)
    update(desk)
    send(tmp_path, "Школьники и СПО — Бийск", [])
    result = update(desk)
    assert standing(result) == ("held", 20 * EACH)
    assert file_of("Бийск") in reason(result)


def test_a_few_rows_less_in_every_file_are_held_together(tmp_path: Path) -> None:
    desk = twenty(tmp_path)
    update(desk)
    for town in TOWNS:
        send(tmp_path, f"Школьники и СПО — {town}", rows_of(town, 7))
    result = update(desk)
    assert standing(result) == ("held", 20 * EACH)
    assert "Строк было 200, стало 140" in reason(result)


def test_a_column_lost_in_one_file_of_twenty_is_held(tmp_path: Path) -> None:
    desk = twenty(tmp_path)
    update(desk)
    path = desk.registers / file_of("Бийск")
    book = openpyxl.load_workbook(path)
    at = next(cell.column for cell in book[SCH.tab][1] if cell.value == "Телефон")
    book[SCH.tab].cell(1, at).value = "Мои пометки"
    book.save(path)
    result = update(desk)
    assert standing(result) == ("held", 20 * EACH)
    assert f"В файле «{file_of('Бийск')}» пропали столбцы" in reason(result)


def test_all_files_gone_is_a_missing_tab(tmp_path: Path) -> None:
    desk = twenty(tmp_path)
    update(desk)
    for town in TOWNS:
        (desk.registers / file_of(town)).unlink()
    result = update(desk)
    assert standing(result) == ("held", 20 * EACH)
    assert "не найден" in reason(result)


def memory(town: str, name: str, count: int) -> FileRead:
    """A municipality's workbook as it would be read."""
    rows = rows_of(town, count)
    headings = list(rows[0])
    cells = [[_cell(row[heading]) for heading in headings] for row in rows]
    return FileRead(name, name, (grid_of(name, SCH.tab, [headings, *cells]),))


def _cell(value: object) -> object:
    return (value - date(1899, 12, 30)).days if isinstance(value, date) else value


def facts(files: list[FileRead], desk: Desk) -> tuple[object, ...]:
    """All that does not depend on which file stands where."""
    seen = survey(files, Look(desk.settings, TODAY))
    table = seen.facts.scene.office.tables["SCH"]
    people = Counter(zip(table.ids, table.values["surname"], table.values["municipality"], strict=True))
    remarks = Counter((one.fingerprint, one.text) for one in seen.remarks)
    assert seen.readings["SCH"].account.standing is Standing.ACCEPTED
    return people, remarks, figures(seen)


@settings(max_examples=15, deadline=None)
@given(st.lists(st.integers(1, 6), min_size=2, max_size=8), st.randoms(use_true_random=False))
def test_whatever_the_order_of_the_files_the_facts_are_the_same(
    office_files: tuple[Desk, list[FileRead]], sizes: list[int], dice: Random
) -> None:
    desk, others = office_files
    lists = [(TOWNS[at], size) for at, size in enumerate(sizes)]
    names = [f"{number}.xlsx" for number in range(len(lists))]
    first = [memory(town, name, size) for (town, size), name in zip(lists, names, strict=True)]
    dice.shuffle(names)
    second = [memory(town, name, size) for (town, size), name in zip(lists, names, strict=True)]
    dice.shuffle(second)
    assert facts([*others, *first], desk) == facts([*others, *second], desk)


@pytest.fixture(scope="module")
def office_files(tmp_path_factory: pytest.TempPathFactory) -> tuple[Desk, list[FileRead]]:
    desk = office(tmp_path_factory.mktemp("office"))
    return desk, list(desk.backend().read())
