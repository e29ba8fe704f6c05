"""The column of a template in which staff see the service's remarks beside their rows: one formula in its heading.

It is the first column of all, like the margin of a page, and stays in sight together with the codes: a clerk sees it
without scrolling, wherever in the row he types. After the last column it would be out of sight, and among the others it
would stand in the way of rows pasted from a workbook, which begin with the code.
"""

from collections.abc import Iterator

from reports.formats.google_looks import Request, coloured, format_of, range_of
from reports.formats.palette import LIGHTS
from reports.report import Light
from reports.templates.formulas import holds_a_remark, remarks_beside
from reports.templates.layout import Weight, heading_look
from validators.grid import column_letters

WIDTH = 34
"""In characters."""
_AT = 0
_NOTE = (
    "Сюда сервис сам ставит замечания к строке. Ничего в этот столбец не пишите и не вставляйте: исправьте строку, "
    "и при следующем обновлении замечание уйдёт. Столбец можно скрыть или удалить: сервис работает и без него."
)


def remarks_column(sheet_id: int, locale: str, codes: int, height: int) -> Iterator[Request]:
    """The heading cell whose formula spills down, the colour of remarks. `codes` is the column of codes, 0-based."""
    formula = remarks_beside(locale, column_letters(codes))
    look = format_of(heading_look(Weight.ASIDE))
    cell = {"userEnteredValue": {"formulaValue": formula}, "userEnteredFormat": look, "note": _NOTE}
    start = {"sheetId": sheet_id, "rowIndex": 0, "columnIndex": _AT}
    fields = "userEnteredValue,userEnteredFormat,note"
    yield {"updateCells": {"start": start, "rows": [{"values": [cell]}], "fields": fields}}
    below = {"userEnteredFormat": {"wrapStrategy": "WRAP", "verticalAlignment": "TOP"}}
    fields = "userEnteredFormat(wrapStrategy,verticalAlignment)"
    yield {"repeatCell": {"range": range_of(sheet_id, 1, height - 1, _AT, _AT), "cell": below, "fields": fields}}
    yield {"addConditionalFormatRule": {"rule": _coloured(sheet_id, locale), "index": 0}}


def _coloured(sheet_id: int, locale: str) -> Request:
    """A remark is light red, as a red light of a report; the rule covers the whole column, wherever its rows move."""
    formula = holds_a_remark(locale, column_letters(_AT))
    condition = {"type": "CUSTOM_FORMULA", "values": [{"userEnteredValue": formula}]}
    place = {"sheetId": sheet_id, "startColumnIndex": _AT, "endColumnIndex": _AT + 1}
    return {"ranges": [place], "booleanRule": {"condition": condition, "format": coloured(LIGHTS[Light.RED])}}
