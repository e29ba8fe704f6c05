"""What people do to tabs and to the spreadsheet as a whole."""

from functools import partial

from tests.sheets_server.hand.grip import Action, Glance, Grip
from tests.sheets_server.plain import Json, Value


def _change(grip: Grip, fields: str, **properties: Value) -> None:
    grip.ask("updateSheetProperties", properties={"sheetId": grip.sheet().id, **properties}, fields=fields)


def _rename(grip: Grip) -> None:
    _change(grip, "title", title=grip.text("title"))


def _draw_title(see: Glance) -> Json:
    return {"title": f"{see.sheet.title[:20]} {see.chance.randrange(100)}"}


def _duplicate(grip: Grip) -> None:
    """The copy stands right after its original."""
    name = {"newSheetName": grip.text("title"), "newSheetId": grip.number("id")}
    after = grip.edit.book.sheets.index(grip.sheet()) + 1
    grip.ask("duplicateSheet", sourceSheetId=grip.sheet().id, insertSheetIndex=after, **name)


def _draw_duplicate(see: Glance) -> Json:
    title = f"{see.sheet.title[:15]} (копия {see.chance.randrange(1000)})"
    return {"title": title, "id": see.new_id()}


def _delete(grip: Grip) -> None:
    grip.ask("deleteSheet", sheetId=grip.sheet().id)


def _draw_several(see: Glance) -> Json | None:
    shown = [sheet for sheet in see.book.sheets if not sheet.properties.get("hidden")]
    return {} if len(shown) > 1 else None


def _remake(grip: Grip) -> None:
    """Deletes a tab and makes another of the same name: people call it tidying up."""
    sheet = grip.sheet()
    grip.ask("deleteSheet", sheetId=sheet.id)
    grip.ask("addSheet", properties={"title": sheet.title, "sheetId": grip.number("id")})


def _draw_remake(see: Glance) -> Json | None:
    return None if _draw_several(see) is None else {"id": see.new_id()}


def _add(grip: Grip) -> None:
    properties = {"title": grip.text("title"), "sheetId": grip.number("id")}
    grip.ask("addSheet", properties=properties | {"gridProperties": {"rowCount": 50, "columnCount": 10}})


def _draw_add(see: Glance) -> Json:
    return {"title": f"Лист {see.chance.randrange(10_000)}", "id": see.new_id()}


def _hide(hidden: bool, grip: Grip) -> None:  # noqa: FBT001 — bound by partial
    _change(grip, "hidden", hidden=hidden)


def _draw_shown(see: Glance) -> Json | None:
    return {} if see.sheet.properties.get("hidden") else None


def _move(grip: Grip) -> None:
    """Puts the tab right before another one, or last when none is named."""
    sheets = grip.edit.book.sheets
    place = sheets.index(grip.sheet("before")) if "before" in grip.arguments else len(sheets)
    _change(grip, "index", index=place)


def _draw_move(see: Glance) -> Json:
    others = [sheet.id for sheet in see.book.sheets if sheet.id != see.sheet.id]
    return {"before": see.chance.choice(others)} if others and see.chance.random() < 0.8 else {}


def _protect(grip: Grip) -> None:
    whole = {"range": {"sheetId": grip.sheet().id}, "protectedRangeId": grip.number("id")}
    grip.ask("addProtectedRange", protectedRange=whole)


def _draw_protect(see: Glance) -> Json | None:
    return None if see.sheet.protected else {"id": see.new_id()}


def _protect_range(grip: Grip) -> None:
    """A warning only: others may edit all the same."""
    found = {"range": grip.grid_range(grip.area()), "protectedRangeId": grip.number("id"), "warningOnly": True}
    grip.ask("addProtectedRange", protectedRange=found)


def _unprotect(grip: Grip) -> None:
    for each in list(grip.sheet().protected):
        grip.ask("deleteProtectedRange", protectedRangeId=each["protectedRangeId"])


def _draw_unprotect(see: Glance) -> Json | None:
    return {} if see.sheet.protected else None


def _locale(grip: Grip) -> None:
    grip.ask("updateSpreadsheetProperties", properties={"locale": grip.text("locale")}, fields="locale")


def _zone(grip: Grip) -> None:
    grip.ask("updateSpreadsheetProperties", properties={"timeZone": grip.text("zone")}, fields="timeZone")


def _rename_file(grip: Grip) -> None:
    grip.ask("updateSpreadsheetProperties", properties={"title": grip.text("title")}, fields="title")


TABS: tuple[Action, ...] = (
    Action("rename_tab", _rename, _draw_title),
    Action("duplicate_tab", _duplicate, _draw_duplicate),
    Action("delete_tab", _delete, _draw_several),
    Action("remake_tab", _remake, _draw_remake),
    Action("add_tab", _add, _draw_add),
    Action("hide_tab", partial(_hide, True), _draw_several),  # noqa: FBT003
    Action("show_tab", partial(_hide, False), _draw_shown),  # noqa: FBT003
    Action("move_tab", _move, _draw_move),
    Action("protect_tab", _protect, _draw_protect),
    Action("protect_range", _protect_range, lambda see: {"range": see.range(), "id": see.new_id()}),
    Action("unprotect_tab", _unprotect, _draw_unprotect),
    Action("change_locale", _locale, lambda see: {"locale": see.chance.choice(("ru_RU", "en_US"))}),
    Action("change_zone", _zone, lambda see: {"zone": see.chance.choice(("Europe/Moscow", "Asia/Omsk"))}),
    Action("rename_file", _rename_file, lambda see: {"title": f"Реестры {see.chance.randrange(100)}"}),
)
