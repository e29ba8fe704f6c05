"""What people do to the past: undo their last action, restore an earlier version of the whole spreadsheet."""

from dataclasses import replace

from tests.sheets_server.errors import Refused
from tests.sheets_server.hand.grip import Action, Glance, Grip, Step
from tests.sheets_server.model import Sheet, Spreadsheet, indexed
from tests.sheets_server.plain import Json

_ABOUT_THE_WHOLE = ("named", "metadata")


def _undo(grip: Grip) -> None:
    """Takes back one action: only the tabs that it changed become what they were; what others did elsewhere stays."""
    if not grip.past:
        raise Refused("There is nothing to undo.")
    step, book = grip.past[-1], grip.edit.book
    for sheet in [each for each in book.sheets if step.before.sheet(each.id) is None and step.after.sheet(each.id)]:
        grip.edit.writes(sheet, sheet.whole)
        book.sheets.remove(sheet)
    for sheet in step.before.sheets:
        if _changed(sheet, step.after.sheet(sheet.id)):
            _restore(grip, sheet)
    _reorder(step, book)
    if step.before.properties != step.after.properties:
        book.properties = step.before.properties
    for name in _ABOUT_THE_WHOLE:
        before, after = getattr(step.before, name), getattr(step.after, name)
        kept = [one for one in getattr(book, name) if one in before or one not in after]
        setattr(book, name, kept + [one for one in before if one not in after and one not in kept])
    indexed(book.sheets)


def _restore_version(grip: Grip) -> None:
    """The whole spreadsheet becomes what it was so many actions ago, tabs of others and of programs included."""
    back = grip.number("back", 1)
    if not 1 <= back <= len(grip.past):
        raise Refused("There is no such version.")
    old, book = grip.past[-back].before.copy(), grip.edit.book
    book.sheets, book.properties = old.sheets, old.properties
    book.named, book.metadata = old.named, old.metadata


def _changed(sheet: Sheet, later: Sheet | None) -> bool:
    """The action has left the tab different, its place among the tabs aside."""
    if later is None:
        return True
    return _bare(sheet) != _bare(later)


def _bare(sheet: Sheet) -> Sheet:
    return replace(sheet, computed={}, properties=sheet.properties | {"index": 0})


def _restore(grip: Grip, sheet: Sheet) -> None:
    sheets = grip.edit.book.sheets
    present = grip.edit.book.sheet(sheet.id)
    other = grip.edit.book.titled(sheet.title)
    if other is not None and other.id != sheet.id:
        raise Refused(f"There is another tab called {sheet.title!r} by now.")
    if present is None:
        sheets.insert(min(sheet.properties["index"], len(sheets)), sheet.copy())
    else:
        grip.edit.writes(present, present.whole)
        sheets[sheets.index(present)] = sheet.copy()


def _reorder(step: Step, book: Spreadsheet) -> None:
    """The tabs stand in their order of before, those that came since after them."""
    order = [sheet.id for sheet in step.before.sheets]
    if order != [sheet.id for sheet in step.after.sheets]:
        book.sheets.sort(key=lambda sheet: order.index(sheet.id) if sheet.id in order else len(order))


def _draw_back(see: Glance) -> Json:
    return {"back": see.chance.randrange(1, 4)}


PAST: tuple[Action, ...] = (
    Action("undo", _undo, lambda _see: {}),
    Action("restore_version", _restore_version, _draw_back),
)
