"""What programs ask of the page: is the service well (`/healthz`), and its figures for Prometheus (`/metrics`).

The text of Prometheus is written here: ten gauges of one office need no registry of a library, which is one for the
whole process and outlives an application.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, Response
from starlette.routing import Route

from config.errors import OfficeError
from sync.page.office import Office, finished
from sync.state.store import Store
from validators.remark import Severity

_STALE = timedelta(hours=26)
"""The full update goes every night; two hours more are for a long one."""
_TEXT = "text/plain; version=0.0.4; charset=utf-8"


@dataclass(frozen=True)
class Health:
    """How the service does. `age` is that of the last update; `failed` and `held` are keys of registers."""

    run: int = 0
    finished: datetime | None = None
    age: timedelta | None = None
    held: tuple[str, ...] = ()
    failed: tuple[str, ...] = ()
    remarks: tuple[tuple[str, int], ...] = ()
    rows: tuple[tuple[str, int], ...] = ()
    state_opens: bool = True

    @property
    def is_well(self) -> bool:
        """The history opens, and the last update is not too old."""
        return self.state_opens and self.age is not None and self.age <= _STALE

    def as_json(self) -> dict[str, object]:
        """What `/healthz` says: keys of registers and numbers, nothing of people."""
        return {
            "status": "ok" if self.is_well else "trouble",
            "run": self.run,
            "finished": self.finished.isoformat() if self.finished else None,
            "age_seconds": int(self.age.total_seconds()) if self.age is not None else None,
            "held": list(self.held),
            "failed": list(self.failed),
            "state_opens": self.state_opens,
        }


def routes(office: Office) -> Sequence[Route]:
    """Both addresses; no session is needed, for they tell nothing of people."""

    async def healthz(_request: Request) -> Response:
        health = await run_in_threadpool(health_of, office)
        return JSONResponse(health.as_json(), 200 if health.is_well else 503)

    async def metrics(_request: Request) -> Response:
        health = await run_in_threadpool(health_of, office)
        return PlainTextResponse("\n".join([*metric_lines(health), ""]), media_type=_TEXT)

    return (Route("/healthz", healthz), Route("/metrics", metrics))


def health_of(office: Office) -> Health:
    """How the service does, by its history alone."""
    desk = office.desk()
    try:
        with Store.open(desk.state, read_only=True) as store:
            last, holds = store.last_result(), store.holds()
    except OfficeError:
        return Health(state_opens=False)
    if not last:
        return Health()
    ended, registers = finished(last), last["registers"]
    return Health(
        run=last["run"],
        finished=ended,
        age=desk.moment - ended,
        held=tuple(dict.fromkeys(one.register for one in holds if not one.accepted and not one.of_file)),
        failed=tuple(key for key, one in registers.items() if one["state"] == "failed"),
        remarks=tuple((one.value, int(last["remarks"].get(one.value, 0))) for one in Severity),
        rows=tuple((key, int(one["rows"])) for key, one in registers.items()),
    )


def metric_lines(health: Health) -> Iterator[str]:
    """The gauges; their labels are keys of registers of the catalogue and severities, never what people typed."""
    yield from _gauge("rpo_up", "The history opens and the last update is fresh.", {"": int(health.is_well)})
    yield from _gauge("rpo_state_opens", "The history opens.", {"": int(health.state_opens)})
    yield from _gauge("rpo_last_run_number", "Number of the last update.", {"": health.run})
    if health.finished is not None and health.age is not None:
        moment = int(health.finished.timestamp())
        yield from _gauge("rpo_last_run_timestamp_seconds", "When the last update ended.", {"": moment})
        age = int(health.age.total_seconds())
        yield from _gauge("rpo_last_run_age_seconds", "How long ago the last update ended.", {"": age})
    yield from _gauge("rpo_registers_held", "Registers whose data wait for a person.", {"": len(health.held)})
    yield from _gauge("rpo_registers_failed", "Registers that could not be read.", {"": len(health.failed)})
    remarks = {f'{{severity="{name}"}}': count for name, count in health.remarks}
    yield from _gauge("rpo_remarks", "Open remarks.", remarks)
    rows = {f'{{register="{key}"}}': count for key, count in health.rows if key.isascii() and key.isalnum()}
    yield from _gauge("rpo_register_rows", "Rows of a register.", rows)


def _gauge(name: str, what: str, values: dict[str, int]) -> Iterator[str]:
    if values:
        yield f"# HELP {name} {what}"
        yield f"# TYPE {name} gauge"
        yield from (f"{name}{labels} {value}" for labels, value in values.items())
