"""Charts and jumps through whole publications: what an earlier update drew is replaced, in one call with its tab."""

from typing import Any

from reports.formats.google import prepared
from reports.formats.google_charts import chart_id_of
from reports.formats.page import Page
from reports.report import Chart, ChartKind, Field, Jump, Listing, Report, Series, Words
from sync.google.own_tabs import content_digest, sheet_id_of
from sync.google.publishing import Desired, batches
from sync.google.spreadsheet import METADATA_FIELDS, OWN_FIELDS, Spreadsheet, spreadsheet_of
from tests.sheets_server.asking import Office

Json = dict[str, Any]  # Any: what the Sheets API answers
FIRST, SECOND = "Отчёты РПО#Отчёт. Первый", "Отчёты РПО#Отчёт. Второй"


def report(tab: str, *charts: Chart, to: str = "Отчёт. Второй") -> Report:
    table = Listing("", (Field("Код", 12), Field("Что", 40)), ((Jump("К01", to, "КМ-0001"), "строка"),))
    return Report("Отчёты", tab, (Words("Отчёт", "title"), *charts, table))


def chart(title: str, *values: float) -> Chart:
    return Chart(title, ChartKind.COLUMN, tuple(map(str, range(len(values)))), (Series("а", values),))


def desired(name: str, made: Report, run: int) -> Desired:
    return Desired(name, prepared(Page(made).sheet), run, None)


def present(office: Office) -> Spreadsheet:
    return spreadsheet_of(office.get(fields=METADATA_FIELDS))


def publish(office: Office, *tabs: Desired) -> None:
    for batch in batches(tabs, present(office), None):
        office.batch(*batch.requests)


def tab_named(office: Office, title: str) -> Json:
    sheets: list[Json] = office.get(includeGridData="true")["sheets"]
    return next(one for one in sheets if one["properties"]["title"] == title)


def links(tab: Json) -> list[str]:
    cells = [cell for row in tab["data"][0]["rowData"] for cell in row.get("values", ())]
    return [run["format"]["link"]["uri"] for cell in cells for run in cell.get("textFormatRuns", ())]


def test_charts_are_replaced_with_their_tab() -> None:
    office = Office()
    publish(office, desired(FIRST, report("Отчёт. Первый", chart("А", 1, 2), chart("Б", 3)), 1))
    assert len(present(office).ours[FIRST].charts) == 2
    publish(office, desired(FIRST, report("Отчёт. Первый", chart("В", 5, 6, 7)), 2))
    assert [one["spec"]["title"] for one in tab_named(office, "Отчёт. Первый")["charts"]] == ["В"]
    publish(office, desired(FIRST, report("Отчёт. Первый"), 3))
    assert "charts" not in tab_named(office, "Отчёт. Первый")


def test_charts_of_another_tab_are_not_touched() -> None:
    office = Office()
    publish(
        office,
        desired(FIRST, report("Отчёт. Первый", chart("А", 1)), 1),
        desired(SECOND, report("Отчёт. Второй", chart("Б", 1)), 1),
    )
    publish(office, desired(FIRST, report("Отчёт. Первый"), 2))
    assert [one["spec"]["title"] for one in tab_named(office, "Отчёт. Второй")["charts"]] == ["Б"]


def test_a_jump_leads_to_a_tab_of_the_same_call_and_to_one_that_stands_already() -> None:
    office = Office()
    publish(office, desired(FIRST, report("Отчёт. Первый"), 1), desired(SECOND, report("Отчёт. Второй"), 1))
    assert links(tab_named(office, "Отчёт. Первый")) == [f"#gid={sheet_id_of(SECOND)}"]
    publish(office, desired(FIRST, report("Отчёт. Первый", chart("А", 1)), 2))
    assert links(tab_named(office, "Отчёт. Первый")) == [f"#gid={sheet_id_of(SECOND)}"]


def test_a_jump_to_a_tab_that_is_not_there_is_words() -> None:
    office = Office()
    publish(office, desired(FIRST, report("Отчёт. Первый", to="Отчёт. Третий"), 1))
    assert links(tab_named(office, "Отчёт. Первый")) == []


def test_what_is_read_back_is_what_was_meant() -> None:
    """The digest of the mark is that of the values that stand, the cells of charts among them."""
    office = Office()
    meant = desired(FIRST, report("Отчёт. Первый", chart("А", 1.5, 2)), 1)
    publish(office, meant)
    values = office.values("Отчёт. Первый", valueRenderOption="UNFORMATTED_VALUE")
    assert content_digest(values) == meant.mark.digest


def test_a_heavy_tab_is_swapped_in_with_its_charts() -> None:
    office = Office()
    rows = tuple((f"КМ-{number:04d}", "слово " * 60) for number in range(4000))
    table = Listing("", (Field("Код", 12), Field("Что", 60)), rows)
    made = Report("Отчёты", "Отчёт. Первый", (Words("Отчёт", "title"), chart("А", 1, 2), table))
    calls = batches((desired(FIRST, made, 1),), present(office), None)
    assert len(calls) > 1
    for batch in calls:
        office.batch(*batch.requests)
    tab = tab_named(office, "Отчёт. Первый")
    assert [one["spec"]["title"] for one in tab["charts"]] == ["А"]


def test_the_answer_of_a_write_tells_which_charts_stand() -> None:
    """So the next update knows what to take away without asking."""
    office = Office()
    (batch,) = batches((desired(FIRST, report("Отчёт. Первый", chart("А", 1)), 1),), present(office), None)
    body = {
        "requests": list(batch.requests),
        "includeSpreadsheetInResponse": True,
        "responseRanges": ["'Отчёт. Первый'"],
        "responseIncludeGridData": True,
    }
    reply = office.ask("POST", ":batchUpdate", body, fields=OWN_FIELDS).json()
    sheet = reply["updatedSpreadsheet"]["sheets"][-1]
    assert sheet["charts"] == [{"chartId": chart_id_of(sheet_id_of(FIRST), 0)}]
