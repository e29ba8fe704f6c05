"""The twin: the same spreadsheet where the same people did the same things, and no program ever wrote."""

import copy
from collections.abc import Collection, Iterator

from tests.sheets_server.human import HumanHand
from tests.sheets_server.model import Sheet
from tests.sheets_server.ranges import letters
from tests.sheets_server.world import World

_PARTS = ("merges", "sized", "basic_filter", "filter_views", "protected", "conditional")


def twin(hand: HumanHand) -> HumanHand:
    """A copy of the hand's spreadsheet in a world of its own; from now on it follows everything that the hand gets done.

    Take it when the service's tabs are already there, so that formulas which name them read alike.
    """
    with hand.world.lock:
        world = World(hand.world.clock, hand.world.seed)
        world.files[hand.spreadsheet_id] = copy.deepcopy(hand.world.files[hand.spreadsheet_id])
        world.books[hand.spreadsheet_id] = hand.book.copy()
        other = HumanHand(world, hand.spreadsheet_id, hand.email, past=hand.past)
        hand.mirror = other
    return other


def differences(hand: HumanHand, *, without: Collection[int | str] = ()) -> list[str]:
    """Where the hand's spreadsheet is not what people last made of it, a sentence each; [] proves that nobody else
    touched their cells.

    `without` names the tabs, by id or title, that belong to the service.
    """
    if hand.mirror is None:
        raise ValueError("the hand has no twin to be compared with")
    theirs = [sheet for sheet in hand.mirror.book.sheets if not _is_one_of(sheet, without)]
    present = hand.book
    found = []
    for sheet in theirs:
        now = present.sheet(sheet.id)
        if now is None:
            found.append(f"The tab {sheet.title!r} is gone.")
        else:
            found.extend(_of_tab(sheet, now))
    order = [sheet.id for sheet in theirs]
    if [sheet.id for sheet in present.sheets if sheet.id in order] != order:
        found.append("The tabs stand in another order.")
    known = {sheet.id for sheet in hand.mirror.book.sheets}
    extra = [sheet for sheet in present.sheets if sheet.id not in known and not _is_one_of(sheet, without)]
    return found + [f"The tab {sheet.title!r} was added." for sheet in extra]


def _of_tab(sheet: Sheet, now: Sheet) -> Iterator[str]:
    for position in sorted(sheet.cells.keys() | now.cells.keys()):
        if sheet.cell(position) != now.cell(position):
            place = f"{sheet.title}!{letters(position[1])}{position[0] + 1}"
            yield f"{place}: people left {sheet.cell(position)}, now it is {now.cell(position)}."
    if sheet.properties | {"index": 0} != now.properties | {"index": 0}:
        yield f"{sheet.title}: its properties were {sheet.properties}, now they are {now.properties}."
    for name in _PARTS:
        if getattr(sheet, name) != getattr(now, name):
            yield f"{sheet.title}: its {name} were {getattr(sheet, name)}, now they are {getattr(now, name)}."


def _is_one_of(sheet: Sheet, names: Collection[int | str]) -> bool:
    return sheet.id in names or sheet.title in names
