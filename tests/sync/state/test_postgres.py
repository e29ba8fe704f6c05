"""The history on a server: one writer on whatever machine, the same answers as from a file, and the way there and back."""

from datetime import UTC, datetime
from pathlib import Path

import pytest
import time_machine
from sqlalchemy import inspect

from config.errors import BusyError, SettingsError, StateError
from config.settings import parse
from sync.backing_up import back_up, restore_state
from sync.closing import close
from sync.run import update
from sync.state.address import Server, place_of
from sync.state.intent_tables import INTENTS
from sync.state.opening import open_database
from sync.state.store import Store
from sync.state.tables import METADATA
from tests.sync.crash.killing import die, forked
from tests.sync.offices import build, bytes_of, desk_of, team, write_book
from tests.sync.state.outcomes import FIRST_DAY, outcome
from tests.sync.state.servers import Cluster

MOMENT = datetime(2026, 4, 16, 6, 0, tzinfo=UTC)


@pytest.fixture
def server(cluster: Cluster) -> Server:
    return cluster.server()


def on_server(folder: Path, server: Server) -> Path:
    build(folder)
    settings = folder / "office.toml"
    text = settings.read_text(encoding="utf-8")
    settings.write_text(f'{text}\n[state]\nurl = "{server.url}"\n', encoding="utf-8")
    return folder


def told(place: object) -> dict[str, list[str]]:
    with Store.open(place, read_only=True) as store, store.asking() as connection:  # type: ignore[arg-type]  # of a desk
        return {
            name: sorted(str([*map(_plain, row)]) for row in connection.execute(table.select()))
            for name, table in METADATA.tables.items()
            if table is not INTENTS
        }


def _plain(value: object) -> object:
    return bytes(value) if isinstance(value, memoryview) else value


def lived(office: Path) -> None:
    with time_machine.travel(MOMENT, tick=False):
        update(desk_of(office))
        write_book(office, ["TEAM"], {"TEAM": [team(1, Стадия="Скоро"), *map(team, range(2, 6))]})
        update(desk_of(office, "2026-04-16"))
        close(desk_of(office, "2026-05-01"), "2026-04")


def test_an_office_on_a_server_lives_as_one_with_a_file(server: Server, tmp_path: Path) -> None:
    far, near = on_server(tmp_path / "far", server), tmp_path / "near"
    build(near)
    lived(far)
    lived(near)
    assert bytes_of(far / "reports") == bytes_of(near / "reports")
    here, there = told(desk_of(near).history), told(desk_of(far).history)
    for name in here.keys() - {"runs", "periods", "contents"}:
        assert there[name] == here[name], name
    assert {len(there[name]) - len(here[name]) for name in here} == {0}
    assert not (far / "state" / "rpo.sqlite").exists()


def test_a_history_goes_to_a_server_and_comes_back_in_a_copy(server: Server, tmp_path: Path) -> None:
    near = tmp_path / "near"
    build(near)
    lived(near)
    known = told(desk_of(near).history)
    far = on_server(tmp_path / "far", server)
    assert restore_state(desk_of(far), desk_of(near).state).run == 2
    assert told(desk_of(far).history) == known
    made = back_up(desk_of(far))
    assert (made.run, told(made.path)) == (2, known)


def test_a_second_writer_is_told_wherever_he_is(server: Server) -> None:
    with Store.open(server) as store:
        with pytest.raises(BusyError, match="на другой машине") as caught:
            Store.open(server)
        assert caught.value.advice
        store.record(outcome(1))
        with Store.open(server, read_only=True) as reader:
            assert reader.last_run() == 1
    with Store.open(server) as store:
        assert store.last_run() == 1


def test_a_writer_that_was_killed_leaves_no_lock_and_no_half(server: Server) -> None:
    with Store.open(server) as store:
        store.record(outcome(1))

    def dying() -> None:
        with open_database(server, read_only=False).changing("dying") as connection:
            connection.exec_driver_sql("DELETE FROM figures")
            die()

    assert forked(dying) == -9
    with Store.open(server) as store:
        assert store.before(FIRST_DAY).last_run == 1


def test_the_steps_give_the_tables_of_today_on_a_server_too(server: Server) -> None:
    database = open_database(server, read_only=False)
    found = inspect(database.engine)
    for name, table in METADATA.tables.items():
        assert [one["name"] for one in found.get_columns(name)] == [one.name for one in table.columns], name
    database.close()


def test_an_empty_database_is_an_empty_history_and_is_not_changed_by_a_reader(server: Server) -> None:
    with Store.open(server, read_only=True) as store:
        assert store.last_run() == 0
    with Store.open(server) as store:
        assert store.last_run() == 0


def test_a_server_that_does_not_answer_is_told_without_its_address(tmp_path: Path) -> None:
    with pytest.raises(StateError, match="не отвечает") as caught:
        Store.open(f"postgresql+psycopg://rpo@/postgres?host={tmp_path}")
    assert str(tmp_path) not in caught.value.sentence + caught.value.advice
    assert "office.toml" in caught.value.advice


@pytest.mark.parametrize(
    "url", ["postgresql+psycopg://rpo:secret@host/rpo", "postgresql+psycopg://host/rpo?password=secret"]
)
def test_a_password_in_the_address_is_refused_and_not_repeated(url: str) -> None:
    with pytest.raises(SettingsError, match="пароль в адресе не пишут") as caught:
        parse(f'[state]\nurl = "{url}"\n', {})
    assert "secret" not in caught.value.sentence


def test_the_password_is_the_first_line_of_its_file(tmp_path: Path) -> None:
    file = tmp_path / "password"
    file.write_text("секрет\n", encoding="utf-8")
    assert Server("postgresql+psycopg://rpo@host/rpo", file).password == "секрет"  # noqa: S105  made up
    assert isinstance(place_of("postgresql+psycopg://rpo@host/rpo"), Server)
    with pytest.raises(SettingsError, match="не читается"):
        _ = Server("postgresql+psycopg://rpo@host/rpo", tmp_path / "нет").password
