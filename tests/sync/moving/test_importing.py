"""A package of an earlier state of the history is brought to the present one."""

import sqlite3
from pathlib import Path

from sync.moving.exporting import export_everything
from sync.moving.importing import import_office
from sync.run import update
from sync.state.migrations import MIGRATIONS
from sync.state.store import Store
from sync.state.tables import METADATA
from tests.sync.moving.lived import desk_at
from tests.sync.moving.test_opened import changed, signed
from tests.sync.offices import desk_of

FIVE = 5
"""The step of the history that did not yet follow rows."""


def earlier(package: Path) -> Path:
    """The package as a program of the fifth step would have made it."""
    made = " ".join(statement for step in MIGRATIONS[:FIVE] for statement in step)
    gone = {f"history/{name}.csv" for name in METADATA.tables if f"CREATE TABLE {name} " not in made}
    for path in gone:
        (package / path).unlink()
    steps = package / "history" / "schema_version.csv"
    steps.write_bytes(b"".join(steps.read_bytes().splitlines(keepends=True)[: FIVE + 1]))
    signed(package, "history/schema_version.csv")

    def of_then(shape: dict[str, object]) -> None:
        rpo, resources = shape["rpo"], shape["resources"]
        assert isinstance(rpo, dict)
        assert isinstance(resources, list)
        rpo["state_version"] = FIVE
        shape["resources"] = [one for one in resources if one["path"] not in gone]

    changed(package, of_then)
    return package


def test_the_steps_that_are_missing_are_done(package: Path, tmp_path: Path) -> None:
    folder = import_office(tmp_path / "office", earlier(package)).folder
    state = folder / "state" / "rpo.sqlite"
    assert state.stat().st_mode & 0o777 == 0o600
    connection = sqlite3.connect(state)
    version = connection.execute("SELECT max(version) FROM schema_version").fetchone()
    connection.close()
    assert version == (len(MIGRATIONS),)
    result = update(desk_of(folder, "2026-05-13"))
    assert (result.new, result.fixed) == (0, 0)
    with Store.open(desk_of(folder).state, read_only=True) as store:
        assert store.row_codes("TEAM") == [f"КМ-{number:04d}" for number in range(1, 7)]
        assert store.period("2026-04") is not None


def test_a_history_in_another_place_is_taken_along_to_the_usual_one(whole: Path, tmp_path: Path) -> None:
    folder = import_office(tmp_path / "office", whole).folder
    text = (folder / "office.toml").read_text(encoding="utf-8")
    elsewhere = tmp_path / "elsewhere" / "rpo.sqlite"
    (folder / "office.toml").write_text(f'{text}\n[state]\nurl = "sqlite:///{elsewhere}"\n', encoding="utf-8")
    (folder / "state").rename(elsewhere.parent)
    made = export_everything(desk_at(folder), tmp_path / "again")
    again = import_office(tmp_path / "third", made.folder).folder
    assert desk_of(again).state == again / "state" / "rpo.sqlite"
    with Store.open(desk_of(again).state, read_only=True) as store:
        assert store.last_run() == made.contents.run
