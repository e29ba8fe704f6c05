"""«Периоды и файлы»: closed periods as they were issued, packages, documents that name nobody."""

import json
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path
from urllib.parse import quote

from starlette.responses import Response

from config.periods import period_words
from reports.federal.writing.package import zipped
from reports.wording import day, moment
from sync.desk import Desk
from sync.files import sha256_of
from sync.issuing import name_of_package
from sync.page.site import Visit
from sync.page.views.reports import given
from sync.page.views.view import View, not_there
from sync.state.packages import IssuedPackage
from sync.state.periods import Period
from sync.state.store import Store
from validators.counting.papers import FEDERAL_OFFICE

_DOCUMENTS = frozenset({".docx", ".pdf", ".xlsx", ".html"})


def show(visit: Visit) -> Response:
    """All that can be taken."""
    desk = visit.office.desk()
    with Store.open(desk.state, read_only=True) as store:
        periods = [_period(one) for one in _periods(store)]
        packages = [_package(one) for one in _packages(desk, store)]
    documents = [{"name": one.name, "address": f"/documents/{quote(one.name, safe='')}"} for one in _documents(desk)]
    return visit.show("files.html", "files", "Периоды и файлы", periods=periods, packages=packages, documents=documents)


def give_period(visit: Visit) -> Response:
    """A file of a closed period, as it was issued."""
    told = visit.request.path_params
    with Store.open(visit.office.desk().state, read_only=True) as store:
        found = store.period(told["period"], told["correction"])
    data = None if found is None else found.files.get(told["name"])
    if found is None or data is None:
        return not_there(visit, "files")
    return given(f"{_name_of(found)} {told['name']}", data)


def give_package(visit: Visit) -> Response:
    """A package as an archive."""
    desk = visit.office.desk()
    with Store.open(desk.state, read_only=True) as store:
        found = [one for one in _packages(desk, store) if one.number == visit.request.path_params["number"]]
    if not found:
        return not_there(visit, "files")
    return given(f"{name_of_package(found[0])}.zip", zipped(found[0].files), "application/zip")


def give_document(visit: Visit) -> Response:
    """A document that lies beside the reports, as the service made it."""
    asked = visit.request.path_params["name"]
    found = next((one for one in _documents(visit.office.desk()) if one.name == asked), None)
    return not_there(visit, "files") if found is None else given(found.name, found.read_bytes())


FILES = View("/files", "files", show)
PERIOD_FILE = View("/periods/{period:str}/{correction:int}/{name:str}", "files", give_period)
PACKAGE_FILE = View("/packages/{number:int}", "files", give_package)
DOCUMENT_FILE = View("/documents/{name:str}", "files", give_document)


def _periods(store: Store) -> Iterator[Period]:
    """Every report of every closed period, the last one first."""
    for closed in reversed(store.before(date.max).closed):
        for correction in range(closed.correction, -1, -1):
            found = store.period(closed.period, correction)
            if found is not None:
                yield found


def _packages(desk: Desk, store: Store) -> tuple[IssuedPackage, ...]:
    return store.packages(desk.settings.office.season, FEDERAL_OFFICE)


def _documents(desk: Desk) -> list[Path]:
    """What `report` made beside the reports and nobody has changed since. What names people lies elsewhere."""
    try:
        known = json.loads(desk.made.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return []
    beside = [(Path(path), digest) for path, digest in known.items() if Path(path).parent == desk.reports]
    return sorted(
        path
        for path, digest in beside
        if path.suffix in _DOCUMENTS and path.is_file() and not path.is_symlink() and sha256_of(path) == digest
    )


def _name_of(period: Period) -> str:
    return f"{period.period}-r{period.correction}" if period.correction else period.period


def _period(period: Period) -> Mapping[str, object]:
    base = f"/periods/{quote(period.period, safe='')}/{period.correction}"
    return {
        "title": period_words(period.period),
        "correction": period.correction,
        "cut": day(period.cut),
        "closed": moment(period.closed_at),
        "files": [{"name": name, "address": f"{base}/{quote(name, safe='')}"} for name in period.files],
    }


def _package(package: IssuedPackage) -> Mapping[str, object]:
    return {
        "title": f"{period_words(package.period)}, № {package.number} в сезоне",
        "correction": package.correction,
        "request": package.request,
        "as_of": day(package.as_of),
        "issued": moment(package.issued_at),
        "name": f"{name_of_package(package)}.zip",
        "address": f"/packages/{package.number}",
    }
