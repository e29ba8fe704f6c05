"""The queue by itself: its tables, what a dead worker leaves, and who is looked at."""

import asyncio
from collections.abc import Awaitable, Callable
from pathlib import Path

import psycopg
import pytest

pytest.importorskip("procrastinate", reason="the libraries of the queue are not installed")

from procrastinate.jobs import Job

from config.errors import UsageError
from sync.cli import main
from sync.google.bucket import ProcessQuota
from sync.service.call import Seen, Wanted, as_json
from sync.state.address import Server
from sync.worker.bench import Bench
from sync.worker.database import SCHEMA, QueueError, connector_of, parameters, prepare, server_of
from sync.worker.rounds import go_round, sweep
from sync.worker.tasks import LOOK, WORK, Tasks
from tests.sync import offices
from tests.sync.state.servers import Cluster

STALLED = 30.0


@pytest.fixture
def server(cluster: Cluster) -> Server:
    """An empty queue."""
    one = server_of(cluster.url(), None)
    with psycopg.connect(**parameters(one)) as connection:
        connection.execute(f"DROP SCHEMA IF EXISTS {SCHEMA} CASCADE")
    prepare(one)
    return one


def jobs(server: Server, folder: Path, do: Callable[[Tasks], Awaitable[object]]) -> list[Job]:
    """What stands in the queue after something was done with it."""

    async def done() -> list[Job]:
        tasks = Tasks(folder, connector_of(server), Bench(ProcessQuota()), lambda _words: None)
        async with tasks.app.open_async():
            await do(tasks)
            return list(await tasks.app.job_manager.list_jobs_async())

    return asyncio.run(done())


async def begun(tasks: Tasks, *works: Wanted, dies: bool = True) -> None:
    """A worker takes up these works one after another, and dies."""
    worker = await tasks.app.job_manager.register_worker()
    for one in works:
        await tasks.ask_for_work("office", one, Seen())
        assert await tasks.app.job_manager.fetch_job(queues=None, worker_id=worker) is not None
    if dies:
        query = "UPDATE procrastinate_workers SET last_heartbeat = now() - interval '1 minute'"
        await tasks.app.connector.execute_query_async(query)


def test_what_a_dead_worker_left_is_taken_up_by_another(server: Server, tmp_path: Path) -> None:
    async def swept(tasks: Tasks) -> None:
        await begun(tasks, Wanted("full", "a"), dies=False)
        assert await sweep(tasks, STALLED) == 0, "it lives"
        await begun(tasks)
        assert await sweep(tasks, STALLED) == 1

    assert [(one.status, one.task_kwargs["job"], one.attempts) for one in jobs(server, tmp_path, swept)] == [
        ("todo", "full", 1)
    ]


def test_what_waits_already_is_not_taken_up_twice(server: Server, tmp_path: Path) -> None:
    async def swept(tasks: Tasks) -> None:
        await begun(tasks, Wanted("full", "a"))
        await tasks.ask_for_work("office", Wanted("full", "a"), Seen())
        await sweep(tasks, STALLED)

    assert [(one.status, one.attempts) for one in jobs(server, tmp_path, swept)] == [("todo", 0)]


def test_an_office_is_worked_in_by_one_at_a_time_and_its_terms_go_first(server: Server, tmp_path: Path) -> None:
    async def fetched(tasks: Tasks) -> None:
        for job in ("light", "full", "close", "full"):
            await tasks.ask_for_work("office", Wanted(job, "a"), Seen())
        await tasks.ask_for_work("other", Wanted("light", "a"), Seen())
        worker = await tasks.app.job_manager.register_worker()
        found = [await tasks.app.job_manager.fetch_job(queues=None, worker_id=worker) for _ in range(3)]
        assert [(one.lock, one.task_kwargs["job"]) for one in found if one is not None] == [
            ("office", "close"), ("other", "light"),
        ]  # fmt: skip

    waiting = [str(one.task_kwargs["job"]) for one in jobs(server, tmp_path, fetched) if one.status == "todo"]
    assert sorted(waiting) == ["full", "light"], "one of a kind waits"


def test_every_folder_is_going_to_be_looked_at_once(server: Server, tmp_path: Path) -> None:
    for name in ("a", "b", ".hidden"):
        (tmp_path / name).mkdir()

    async def rounds(tasks: Tasks) -> None:
        await go_round(tasks)
        await go_round(tasks)

    assert [(one.task_name, one.task_kwargs["office"]) for one in jobs(server, tmp_path, rounds)] == [
        (LOOK, "a"), (LOOK, "b"),
    ]  # fmt: skip


def test_a_look_put_off_by_a_wrong_clock_is_asked_for_anew(server: Server, tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()

    async def rounds(tasks: Tasks) -> None:
        await tasks.ask_for_look("a", Seen(), 0, 86_400.0)
        await go_round(tasks)

    assert [one.scheduled_at for one in jobs(server, tmp_path, rounds)] == [None]


def test_the_tables_are_made_once_and_a_wrong_address_is_told(server: Server, tmp_path: Path) -> None:
    prepare(server)
    offices.build(tmp_path / "office")
    nowhere = f"postgresql://rpo@/nothing?host={tmp_path}"
    with pytest.raises(QueueError):
        prepare(server_of(nowhere, None))
    assert main(["worker", "--offices", str(tmp_path), "--database", nowhere]) == QueueError.exit_code


@pytest.mark.parametrize(
    "address", ["postgresql://rpo:secret@host/rpo", "postgresql://h/rpo?password=x", "mysql://h/x"]
)
def test_no_password_stands_in_a_command(address: str) -> None:
    with pytest.raises(UsageError) as refused:
        server_of(address, None)
    assert "secret" not in refused.value.sentence


def test_two_offices_of_one_history_stop_the_worker(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    offices.build(tmp_path / "a")
    (tmp_path / "b").symlink_to(tmp_path / "a")
    assert main(["worker", "--offices", str(tmp_path), "--database", "postgresql://h/x"]) == 2
    assert "У офисов «a» и «b» одна и та же история." in capsys.readouterr().err


def test_the_queue_holds_names_and_marks_only(server: Server, tmp_path: Path) -> None:
    async def asked(tasks: Tasks) -> None:
        await tasks.ask_for_work("office", Wanted("full", "a"), Seen())

    (one,) = jobs(server, tmp_path, asked)
    assert (one.task_name, one.queueing_lock) == (WORK, "office/full")
    assert one.task_kwargs == {"office": "office", "job": "full", "occasion": "a", "seen": as_json_lists(Seen())}


def as_json_lists(seen: Seen) -> dict[str, object]:
    return {name: list(value) if isinstance(value, tuple) else value for name, value in as_json(seen).items()}
