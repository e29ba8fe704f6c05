"""«Состояние»: each register, what waits for a decision, when the service looked last."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from starlette.responses import Response

from reports import state
from reports.naming import tab_of
from reports.report import Listing, Words
from reports.wording import counted, day, moment, sentence
from sync.before import Hold
from sync.deeds.accept import ACCEPT
from sync.page.office import finished
from sync.page.site import Visit, section_of
from sync.page.views.view import View


def show(visit: Visit) -> Response:
    """The first page of everybody."""
    seen = visit.office.look()
    now = visit.office.desk().moment
    waiting = [_hold(one) for one in seen.holds if not one.accepted]
    return visit.show(
        "state.html",
        "state",
        "Состояние офиса",
        last=_last(seen.last, now),
        failed=_failed(seen.last),
        holds=waiting,
        may_accept=visit.may(ACCEPT.key),
        deed=ACCEPT,
        table="" if seen.facts is None else section_of("Реестры", *_blocks(seen.facts)),
    )


STATE = View("/", "state", show)


def _blocks(facts: Any) -> list[Any]:  # Any: blocks of the report «Состояние»
    """The tab «Состояние» without its title and without the commands: here there are forms instead."""
    (report,) = state.compose(facts)
    titles = {"title", "subtitle"}
    return [
        one
        for one in report.blocks
        if not (isinstance(one, Words) and one.size in titles)
        and not (isinstance(one, Listing) and one.title == state.WAITING)
    ]


def _last(last: Mapping[str, Any], now: datetime) -> str:  # Any: a JSON object
    if not last:
        return "Обновлений ещё не было."
    ended = finished(last)
    return f"Сервис смотрел в последний раз {moment(ended)}, {_ago(now, ended)}: обновление № {last['run']}."


def _ago(now: datetime, then: datetime) -> str:
    minutes = int((now - then).total_seconds() // 60)
    if minutes < 1:
        return "только что"
    if minutes < 60:
        return f"{counted(minutes, 'минуту', 'минуты', 'минут')} назад"
    hours = minutes // 60
    if hours < 48:
        return f"{counted(hours, 'час', 'часа', 'часов')} назад"
    return f"{counted(hours // 24, 'день', 'дня', 'дней')} назад"


def _failed(last: Mapping[str, Any]) -> list[str]:  # Any: a JSON object
    return [
        f"«{tab_of(key)}» не прочитан. {sentence(str(one['reason'] or 'Причина в журнале'))}"
        for key, one in last.get("registers", {}).items()
        if one["state"] == "failed"
    ]


def _hold(hold: Hold) -> Mapping[str, object]:
    what = "Новый файл ждёт решения" if hold.of_file else "Приём данных приостановлен"
    return {
        "number": hold.number,
        "title": f"{what}: «{tab_of(hold.register)}»",
        "reason": sentence(hold.reason),
        "since": day(hold.since),
    }
