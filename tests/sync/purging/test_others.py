"""Whoever is destroyed, the history of all others stays as it was: rows by chance, and each of an office in turn."""

import shutil
from datetime import datetime
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from sync.look import look_with
from sync.purging.readings import rewriting
from sync.purging.whom import PEOPLE, person_of
from sync.sheets import Look
from sync.state.codec import digest_of
from sync.state.erasing import Erasure
from sync.state.purge_store import PurgeStore
from sync.state.purges import Purge
from tests.sync.offices import desk_of
from tests.sync.purging.aviary import CODES, lived
from validators.grid import Grid, grid_of
from validators.parse import parse
from validators.purging.grids import kept_fields, without_person
from validators.purging.identity import identities
from validators.purging.marks import marks_of

SCH = next(one for one in PEOPLE if one.key == "SCH")
FIELDS = ("id", "surname", "name", "patronymic", "phone", "guardian", "status", "note")
HEADINGS = [SCH.by_field[name].heading for name in FIELDS]


def test_each_of_an_office_goes_in_turn_and_leaves_the_others_alone(tmp_path: Path) -> None:
    root = lived(tmp_path / "o").root
    desk = desk_of(root)
    with PurgeStore.open(desk.history) as store:
        versions = {code: store.rows("SCH", [code]).versions for code in CODES}
        for number, code in enumerate(CODES[:3], 1):
            before = store.before(desk.today)
            look = Look(desk.settings, desk.today, before, store.grids, digest_of)
            person = person_of(store, look_with(desk, store, before, quiet=True).facts.scene.office, SCH, code)
            draft = Purge(0, datetime(2026, 4, 15, 9), desk.today, "SCH", code, "причина")  # noqa: DTZ001  a made-up moment
            kept, stripped = (rewriting(person, look, bare=bare) for bare in (False, True))
            store.erase(Erasure(draft, person.marks, kept, stripped, person.fingerprints))
            store.check_rows()
            for other in CODES[number:]:
                assert store.rows("SCH", [other]).versions == versions[other]
        assert [one.code for one in store.purges()] == list(CODES[:3])
    shutil.rmtree(root)


SURNAMES = st.sampled_from(["Белов", "Белова", "Беловский", "Ким", "Орёл", "Орлов", "Иванов-Белов", "Зайцев"])
NAMES = st.sampled_from(["Иван", "Ивана", "Пётр", "Кира", "Лев"])
PHONES = st.sampled_from(["+7 912 345-67-89", "89123456780", "+79123456781", 79123456789, None])
ROWS = st.tuples(SURNAMES, NAMES, st.sampled_from(["Ильич", "нет", "Львовна"]), PHONES, SURNAMES, st.just("Участник"), st.none())  # fmt: skip


@settings(max_examples=40)
@given(st.lists(ROWS, min_size=2, max_size=7), st.data())
def test_a_person_of_any_name_goes_from_a_tab_and_takes_nobody_s_cells_along(
    rows: list[tuple[object, ...]], data: st.DataObject
) -> None:
    coded = [(f"ШК-{number:04d}", *row[:4], f"{row[4]} Анна Ивановна", *row[5:]) for number, row in enumerate(rows, 1)]
    tab = grid_of("Школьники.xlsx", SCH.tab, [HEADINGS, *coded])
    table = parse(tab, SCH).table
    assert table is not None
    code = data.draw(st.sampled_from(table.ids))
    cells = [dict(zip(FIELDS, row, strict=True)) for row in coded]
    known = {str(one["id"]): list(identities(SCH, one)) for one in cells}  # type: ignore[arg-type]  # cells as typed
    marks = marks_of(code, known.pop(code), [one for each in known.values() for one in each])
    for bare in (False, True):
        after = without_person(tab, table, code, marks, bare=bare)
        assert of_others(after, code) == of_others(tab, code)
        (mine,) = (row for row in after.rows[1:] if row[0] == code)
        left = {name for name, cell in zip(FIELDS, mine, strict=True) if cell is not None}
        assert left <= ({"id"} if bare else kept_fields(SCH) | {"id"})
    assert without_person(after, parse(after, SCH).table, code, marks, bare=True) == after, "a second time is none"


def of_others(grid: Grid, code: str) -> list[tuple[object, ...]]:
    return [row for row in grid.rows if row[0] != code]
