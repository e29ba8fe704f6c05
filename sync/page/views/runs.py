"""«Обновления»: the last of them, what each found and wrote."""

from collections.abc import Mapping, Sequence
from typing import Any

from starlette.responses import Response

from reports.naming import tab_of
from reports.report import Field, Form, Listing, Value
from reports.wording import counted, moment
from sync.page.office import finished
from sync.page.site import Visit, section_of
from sync.page.views.view import View
from sync.state.store import Store
from validators.remark import Severity

_MOST = 100
_MOST_NAMED = 4
_FIELDS = (
    Field("№", 6, Form.WHOLE),
    Field("Когда", 17),
    Field("Что произошло", 40),
    Field("Замечаний", 11, Form.WHOLE),
    Field("Новых", 8, Form.WHOLE),
    Field("Исправлено", 11, Form.WHOLE),
    Field("Записано файлов", 10, Form.WHOLE),
)


def show(visit: Visit) -> Response:
    """The newest first."""
    with Store.open(visit.office.desk().state, read_only=True) as store:
        runs = store.last_runs(_MOST)
    rows = tuple(_row(one, quiet=quiet) for quiet, one in runs)
    table = section_of("Журнал обновлений", Listing("", _FIELDS, rows, "Обновлений ещё не было"))
    return visit.show("table.html", "runs", "Журнал обновлений", table=table)


RUNS = View("/runs", "runs", show)


def _row(run: Mapping[str, Any], *, quiet: bool) -> tuple[Value, ...]:  # Any: a JSON object
    wrong = sum(int(run["remarks"].get(one.value, 0)) for one in Severity if one is not Severity.INFO)
    return (
        int(run["run"]),
        moment(finished(run)),
        "ничего не изменилось" if quiet else _words(run),
        wrong,
        None if quiet else int(run["new"]),
        None if quiet else int(run["fixed"]),
        len(run["written"]),
    )


def _some(tabs: Sequence[str]) -> str:
    return ", ".join(tabs) if len(tabs) <= _MOST_NAMED else counted(len(tabs), "реестр", "реестра", "реестров")


def _words(run: Mapping[str, Any]) -> str:  # Any: a JSON object
    states: dict[str, list[str]] = {}
    for key, one in run["registers"].items():
        states.setdefault(str(one["state"]), []).append(tab_of(key))
    words = [
        f"{title}: {_some(states[state])}"
        for state, title in (("failed", "не прочитаны"), ("held", "приём приостановлен"), ("accepted", "изменились"))
        if state in states
    ]
    return "; ".join(words) or "реестры те же, отчёты переписаны"
