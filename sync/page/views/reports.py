"""«Отчёты»: the reports for everybody as pages with charts, and the same in one file."""

from urllib.parse import quote

from starlette.responses import Response

from reports.formats import FORMATS
from reports.quality_report import WORKBOOK
from reports.wording import day
from sync.page.site import Visit, address_of, report_of
from sync.page.views.view import View, not_there

_KINDS = {
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "pdf": "application/pdf",
}


def show(visit: Visit) -> Response:
    """The list of them."""
    pages = visit.office.look().reports
    listed = [{"address": address_of(one), "title": one.report.tab} for one in pages]
    return visit.show("reports.html", "reports", "Отчёты", reports=listed, kinds=tuple(_KINDS))


def show_one(visit: Visit) -> Response:
    """One report by the title of its tab."""
    pages, tab = visit.office.look().reports, visit.request.path_params["tab"]
    at = next((number for number, one in enumerate(pages) if one.report.tab == tab), None)
    if at is None:
        return not_there(visit, "reports")
    return visit.show("report.html", "reports", tab, report=report_of(pages, at))


def give(visit: Visit) -> Response:
    """All of them in one file: «Отчёты.xlsx», «Отчёты.pdf»."""
    kind, seen = visit.request.path_params["kind"], visit.office.look()
    if kind not in _KINDS or not seen.reports or seen.facts is None:
        return not_there(visit, "reports")
    ((name, data),) = FORMATS[kind](f"{WORKBOOK} на {day(seen.facts.today)}", seen.reports).items()
    return given(name, data, _KINDS[kind])


REPORTS = View("/reports", "reports", show)
REPORT = View("/reports/{tab:str}", "reports", show_one)
REPORT_FILE = View("/reports-file/{kind:str}", "reports", give)


def given(name: str, data: bytes, kind: str = "application/octet-stream") -> Response:
    """A file that the browser saves and never opens as a page of ours."""
    headers = {"Content-Disposition": f"attachment; filename*=UTF-8''{quote(name)}"}
    return Response(data, media_type=kind, headers=headers)
