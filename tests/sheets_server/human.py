"""A person at work in a spreadsheet: actions one after another, each remembered with what became of it."""

import random
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from types import MappingProxyType

from tests.sheets_server.errors import ApiError, Refused
from tests.sheets_server.hand import ACTIONS, BY_NAME
from tests.sheets_server.hand.grip import Glance, Grip, Step
from tests.sheets_server.model import Spreadsheet
from tests.sheets_server.plain import Json, Position, Value
from tests.sheets_server.world import World


@dataclass(frozen=True)
class Deed:
    """An action with its arguments: the same deed done in two like spreadsheets gives like spreadsheets."""

    name: str
    arguments: Mapping[str, Value] = field(default_factory=lambda: MappingProxyType({}))


@dataclass(frozen=True)
class Done:
    """What became of a deed: whether it changed the value of a cell, and why not when it was refused."""

    deed: Deed
    changed: bool = False
    refused: str = ""


class HumanHand:
    """Somebody who edits a spreadsheet by hand; without an e-mail it is its owner.

    What the hand types is read in the spreadsheet's locale. `journal` holds everything done so far, oldest first;
    a `mirror` does everything again that this hand got done (see twin).
    """

    def __init__(
        self, world: World, spreadsheet_id: str, email: str | None = None, *, past: Sequence[Step] = ()
    ) -> None:
        self.world = world
        self.spreadsheet_id = spreadsheet_id
        self.email = email or _owner(world, spreadsheet_id)
        self.journal: list[Done] = []
        self.mirror: HumanHand | None = None
        self._past = list(past)

    @property
    def past(self) -> tuple[Step, ...]:
        """The steps that this hand can still take back, oldest first."""
        return tuple(self._past)

    @property
    def book(self) -> Spreadsheet:
        """The spreadsheet as it is now."""
        return self.world.books[self.spreadsheet_id]

    @property
    def changed(self) -> int:
        """How many deeds changed the value of a cell."""
        return sum(done.changed for done in self.journal)

    def do(self, name: str, **arguments: Value) -> Done:
        """Does one thing; arguments as the action wants them. What the interface refuses is told, not raised."""
        return self.perform(Deed(name, arguments))

    def perform(self, deed: Deed) -> Done:
        """Does a deed, and has the mirror do it too when it went through."""
        with self.world.lock:
            done = self._performed(deed)
            self.journal.append(done)
            if self.mirror is not None and not done.refused:
                self.mirror.follow(deed)
        return done

    def follow(self, deed: Deed) -> Done:
        """Does what another hand did; a deed that means nothing here still counts as a step that can be undone."""
        done = self.perform(deed)
        if done.refused and deed.name != "undo":
            self._past.append(Step(self.book, self.book))
        return done

    def _performed(self, deed: Deed) -> Done:
        before = self.book
        try:
            edit = self.world.edit(self.spreadsheet_id, self.email)
            BY_NAME[deed.name].perform(Grip(edit, dict(deed.arguments), self.past))
        except (Refused, ApiError) as wrong:
            return Done(deed, refused=str(wrong) or type(wrong).__name__)
        record = self.world.files[self.spreadsheet_id]
        self.world.commit(edit)
        self._tell_late(record)
        if deed.name == "undo":
            self._past.pop()
        else:
            self._past.append(Step(before, self.book))
        return Done(deed, changed=values_of(before) != values_of(self.book))

    def _tell_late(self, before: Json) -> None:
        after = self.world.files[self.spreadsheet_id]
        shown = self.world.lateness.edited(self.spreadsheet_id, before, after, self.world.clock.now())
        self.world.files[self.spreadsheet_id] = shown


def random_action(
    chance: random.Random, world: World, spreadsheet_id: str, *, without: Collection[int | str] = ()
) -> Deed:
    """Something that a person might do now, by chance; never to the tabs named `without`, by id or title.

    Raises ValueError when there is no tab left to do it to.
    """
    book = world.books[spreadsheet_id]
    tabs = [sheet for sheet in book.sheets if sheet.id not in without and sheet.title not in without]
    if not tabs:
        raise ValueError("there is no tab to work in")
    theirs = replace(book, sheets=tabs)
    while True:
        sheet = chance.choice(tabs)
        action = chance.choice(ACTIONS)
        drawn = action.draw(Glance(chance, theirs, sheet))
        if drawn is not None:
            return Deed(action.name, {"sheet": sheet.id} | drawn)


def values_of(book: Spreadsheet) -> dict[tuple[int, Position], Json]:
    """What was entered into every cell of every tab that holds a value."""
    places = ((sheet, place) for sheet in book.sheets for place in sheet.cells)
    return {(sheet.id, place): value for sheet, place in places if (value := sheet.entered(place)) is not None}


def _owner(world: World, spreadsheet_id: str) -> str | None:
    permissions: list[Json] = world.files[spreadsheet_id]["permissions"]
    return next((each["emailAddress"] for each in permissions if each["role"] == "owner"), None)
