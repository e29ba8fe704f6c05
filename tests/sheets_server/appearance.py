"""How a new spreadsheet looks: the default format, the theme, the sizes of rows and columns."""

from tests.sheets_server.colours import THEME as COLOURS
from tests.sheets_server.colours import themed
from tests.sheets_server.plain import Json

_WHITE: Json = {"red": 1, "green": 1, "blue": 1}
ROW_HEIGHT, COLUMN_WIDTH = 21, 100
DEFAULT_FORMAT: Json = {
    "backgroundColor": _WHITE,
    "padding": {"top": 2, "right": 3, "bottom": 2, "left": 3},
    "verticalAlignment": "BOTTOM",
    "wrapStrategy": "OVERFLOW_CELL",
    "textFormat": {
        "foregroundColor": {},
        "fontFamily": "arial,sans,sans-serif",
        "fontSize": 10,
        "bold": False,
        "italic": False,
        "strikethrough": False,
        "underline": False,
        "foregroundColorStyle": {"rgbColor": {}},
    },
    "backgroundColorStyle": {"rgbColor": _WHITE},
}
THEME: Json = {
    "primaryFontFamily": "Arial",
    "themeColors": [{"colorType": name, "color": {"rgbColor": themed(name)}} for name in COLOURS],
}


def effective(entered: Json, alignment: str) -> Json:
    """The format a cell is shown in: what was entered over the defaults; a number stands right, text left, an empty cell (no `alignment`) nowhere."""
    text = DEFAULT_FORMAT["textFormat"] | {"fontFamily": "Arial"} | entered.get("textFormat", {})
    base: Json = dict(DEFAULT_FORMAT)
    if alignment:
        base |= {"horizontalAlignment": alignment, "hyperlinkDisplayType": "PLAIN_TEXT"}
    padding = DEFAULT_FORMAT["padding"] | entered.get("padding", {})
    return base | entered | {"textFormat": text, "padding": padding}
