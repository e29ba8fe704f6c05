"""«Действия»: what a person may ask for, the form of each, and what came of it."""

from urllib.parse import quote

from starlette.responses import RedirectResponse, Response

from config.errors import BusyError, OfficeError, UsageError
from sync.deeds.deed import Deed
from sync.page.site import Visit
from sync.page.troubles import without_commands
from sync.page.views.files import DOCUMENT_FILE
from sync.page.views.view import View, not_there

_WAIT = 15.0
"""Seconds that the browser waits for a deed to end; longer ones are asked for again by the person."""


def show(visit: Visit) -> Response:
    """The list of what he may do."""
    return visit.show("deeds.html", "deeds", "Действия", deeds=visit.deeds)


def show_one(visit: Visit) -> Response:
    """The form of a deed."""
    deed = _asked(visit)
    return not_there(visit, "deeds") if deed is None else _form(visit, deed, dict(visit.request.query_params))


def do(visit: Visit) -> Response:
    """Begins the deed and leads to what comes of it; a wish that lacks something comes back with what was written."""
    deed = _asked(visit)
    if deed is None:
        return not_there(visit, "deeds")
    wish = {one.name: visit.form.get(one.name, "") for one in deed.asks}
    try:
        task = visit.site.worker.start(deed, wish, visit.person)
    except UsageError as error:
        return _form(visit, deed, wish, error, 422)
    except BusyError as error:
        return _form(visit, deed, wish, error, 409)
    task.over.wait(_WAIT)
    return RedirectResponse(f"/done/{task.number}", 303)


def show_done(visit: Visit) -> Response:
    """What came of a deed, or that it is still being done."""
    task = visit.site.worker.task(visit.request.path_params["number"])
    if task is None or not visit.may(task.deed.key):
        return not_there(visit, "deeds")
    lines = [] if task.done is None else [_line(one) for one in task.done.lines]
    files = [] if task.done is None else [_address(one.name, one.suffix) for one in task.done.files]
    return visit.show(
        "done.html",
        "deeds",
        task.deed.title,
        deed=task.deed,
        number=task.number,
        began=f"{task.began:%H:%M}",
        is_over=task.over.is_set(),
        lines=lines,
        files=files,
        trouble=task.trouble,
    )


DEEDS = View("/deeds", "deeds", show)
DEED = View("/deeds/{key:str}", "deeds", show_one)
DO = View("/deeds/{key:str}", "deeds", do, "POST")
DONE = View("/done/{number:int}", "deeds", show_done)


def _asked(visit: Visit) -> Deed | None:
    """The deed of the address, when his role has it."""
    key = visit.request.path_params["key"]
    return next((one for one in visit.deeds if one.key == key), None)


def _form(
    visit: Visit, deed: Deed, told: dict[str, str], error: OfficeError | None = None, status: int = 200
) -> Response:
    desk = visit.office.desk()
    choices = {one.name: one.choices(desk) for one in deed.asks if one.choices is not None}
    return visit.show(
        "deed.html",
        "deeds",
        deed.title,
        deed=deed,
        told=told,
        choices=choices,
        sentence="" if error is None else error.sentence,
        advice="" if error is None else without_commands(error.advice),
        status=status,
    )


def _line(line: str) -> dict[str, object]:
    """A line of the account; what is indented in a terminal is a part of the line before."""
    return {"words": without_commands(line.strip()), "inner": line.startswith(" ")}


def _address(name: str, suffix: str) -> dict[str, str]:
    """Packages are listed by their numbers with the other files; a document is given by its name."""
    is_package = suffix == ".zip"
    address = "/files#packages" if is_package else DOCUMENT_FILE.path.partition("{")[0] + quote(name, safe="")
    return {"name": name, "address": address}
