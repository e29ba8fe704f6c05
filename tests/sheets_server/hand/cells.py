"""What people do to cells: type, clear, paste, drag, replace, annotate, colour, merge."""

from tests.sheets_server.errors import Refused
from tests.sheets_server.hand.grip import Action, Glance, Grip
from tests.sheets_server.plain import Json
from tests.sheets_server.ranges import Area, letters


def _type(grip: Grip) -> None:
    area = grip.area("cell")
    grip.type(grip.sheet(), (area.top, area.left), [[grip.text("text")]])


def _draw_type(see: Glance) -> Json:
    return {"cell": see.cell(), "text": see.typed()}


def _draw_header(see: Glance) -> Json:
    return {"cell": f"{letters(see.column())}1", "text": see.chance.choice(("Сумма, руб.", "Ф.И.О.", "Номер", "код "))}


def _clear(grip: Grip) -> None:
    grip.ask("updateCells", range=grip.grid_range(grip.area()), fields="userEnteredValue")


def _draw_range(see: Glance) -> Json:
    return {"range": see.range()}


def _clear_column(grip: Grip) -> None:
    sheet, column = grip.sheet(), grip.number("column")
    area = Area(1, column, max(sheet.rows, 2), column + 1)
    grip.ask("updateCells", range=grip.grid_range(area), fields="userEnteredValue")


def _draw_column(see: Glance) -> Json:
    return {"column": see.column()}


def _paste(grip: Grip) -> None:
    area = grip.area("cell")
    grip.type(grip.sheet(), (area.top, area.left), grip.arguments["rows"])


def _draw_paste(see: Glance) -> Json:
    rows, columns = see.chance.randrange(1, 5), see.chance.randrange(1, 4)
    return {"cell": see.cell(), "rows": [[see.typed() for _ in range(columns)] for _ in range(rows)]}


def _replace_table(grip: Grip) -> None:
    sheet = grip.sheet()
    grip.ask("updateCells", range=grip.grid_range(sheet.whole), fields="userEnteredValue")
    grip.type(sheet, (0, 0), grip.arguments["rows"])


def _draw_table(see: Glance) -> Json:
    heading = [f"Столбец {letters(column)}" for column in range(see.table.right)]
    rows = [[see.typed() for _ in heading] for _ in range(see.chance.randrange(1, 8))]
    return {"rows": [heading, *rows]}


def _fill_down(grip: Grip) -> None:
    area = grip.area()
    if area.rows < 2:
        raise Refused("There is nothing below to fill.")
    first = area._replace(bottom=area.top + 1)
    rest = area._replace(top=area.top + 1)
    grip.ask("copyPaste", source=grip.grid_range(first), destination=grip.grid_range(rest))


def _draw_tall(see: Glance) -> Json | None:
    if see.table.bottom < 3:
        return None
    column = letters(see.column())
    top = see.row(1)
    return {"range": f"{column}{top + 1}:{column}{min(top + 3, see.sheet.rows)}"} if top + 1 < see.sheet.rows else None


def _moved(kind: str, grip: Grip) -> None:
    source, target = grip.area(), grip.area("cell")
    if kind == "cutPaste":
        point = {"sheetId": grip.sheet().id, "rowIndex": target.top, "columnIndex": target.left}
        grip.ask(kind, source=grip.grid_range(source), destination=point, pasteType="PASTE_NORMAL")
    else:
        grip.ask(kind, source=grip.grid_range(source), destination=grip.grid_range(target))


def _cut_paste(grip: Grip) -> None:
    _moved("cutPaste", grip)


def _copy_paste(grip: Grip) -> None:
    _moved("copyPaste", grip)


def _draw_move(see: Glance) -> Json:
    return {"range": see.range(), "cell": see.cell()}


def _draw_row_move(see: Glance) -> Json:
    row = see.row(1) + 1
    return {"range": f"{row}:{row}", "cell": f"A{see.row(1) + 1}"}


def _replace(grip: Grip) -> None:
    """Find and replace, as typed input, in cells that hold the text."""
    sheet, find, new = grip.sheet(), grip.text("find"), grip.text("text")
    for position in sorted(sheet.cells):
        text = (sheet.entered(position) or {}).get("stringValue", "")
        if find and find in text:
            grip.type(sheet, position, [[text.replace(find, new)]])


def _draw_replace(see: Glance) -> Json:
    return {"find": see.chance.choice(("Заявка", "ПК-", "а", "0")), "text": see.chance.choice(("Заявка", "№", ""))}


def _note(grip: Grip) -> None:
    area = grip.area("cell")
    rows = [{"values": [{"note": grip.text("text")}]}]
    grip.ask("updateCells", range=grip.grid_range(area), rows=rows, fields="note")


def _draw_note(see: Glance) -> Json:
    return {"cell": see.cell(), "text": see.chance.choice(("Проверить", "Уточнено по телефону", ""))}


def _colour(grip: Grip) -> None:
    cell = {"userEnteredFormat": {"backgroundColor": {"red": 1.0, "green": grip.number("green") / 255}}}
    grip.ask("repeatCell", range=grip.grid_range(grip.area()), cell=cell, fields="userEnteredFormat.backgroundColor")


def _draw_colour(see: Glance) -> Json:
    return {"range": see.range(), "green": see.chance.randrange(256)}


def _as_text(grip: Grip) -> None:
    cell = {"userEnteredFormat": {"numberFormat": {"type": "TEXT", "pattern": "@"}}}
    grip.ask("repeatCell", range=grip.grid_range(grip.area()), cell=cell, fields="userEnteredFormat.numberFormat")


def _merge(grip: Grip) -> None:
    grip.ask("mergeCells", range=grip.grid_range(grip.area()), mergeType="MERGE_ALL")


def _unmerge(grip: Grip) -> None:
    grip.ask("unmergeCells", range=grip.grid_range(grip.area()))


def _draw_unmerge(see: Glance) -> Json | None:
    return {"range": f"1:{see.sheet.rows}"} if see.sheet.merges else None


CELLS: tuple[Action, ...] = (
    Action("type", _type, _draw_type),
    Action("rename_header", _type, _draw_header),
    Action("clear", _clear, _draw_range),
    Action("clear_column", _clear_column, _draw_column),
    Action("paste", _paste, _draw_paste),
    Action("replace_table", _replace_table, _draw_table),
    Action("fill_down", _fill_down, _draw_tall),
    Action("cut_paste", _cut_paste, _draw_move),
    Action("cut_paste_row", _cut_paste, _draw_row_move),
    Action("copy_paste", _copy_paste, _draw_move),
    Action("find_and_replace", _replace, _draw_replace),
    Action("note", _note, _draw_note),
    Action("colour", _colour, _draw_colour),
    Action("format_as_text", _as_text, _draw_range),
    Action("merge", _merge, _draw_range),
    Action("unmerge", _unmerge, _draw_unmerge),
)
