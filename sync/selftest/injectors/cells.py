"""Mistakes of one cell, typed anew: another text, nothing, a failed formula, another day or number."""

import re
from collections.abc import Mapping
from typing import Annotated

from pydantic import BeforeValidator, Field, model_validator

from config.cells.text import as_text
from config.columns import CellError
from config.section import one_or_many
from sync.selftest.copying import serial
from sync.selftest.injectors.injector import DayOf, Injected, Injector, RecordOf, at_place
from sync.selftest.place import Place

NewCell = str | float | DayOf | RecordOf
"""What is typed into a cell: a text with `{…}`, a number, a day, the code of another record."""

Words = Annotated[tuple[str, ...], BeforeValidator(one_or_many)]


class Type(Injector):
    """The cell holds another text (with `{…}` filled in) or another number; of several texts chance takes one."""

    text: Words = ()
    number: float | None = None

    @model_validator(mode="after")
    def _something(self) -> "Type":
        if (self.number is None) is not bool(self.text):
            msg = "укажите text или number"
            raise ValueError(msg)
        return self

    def inject(self, place: Place) -> Injected | None:
        """Types it."""
        typed = place.filled(place.dice.choice(self.text)) if self.text else self.number
        return None if typed == place.raw(place.name) else at_place(place, place.typed({place.name: typed}))


class Empty(Injector):
    """The cell is empty."""

    def inject(self, place: Place) -> Injected | None:
        """Empties it."""
        return at_place(place, place.typed({place.name: None}))


class Failed(Injector):
    """The formula of the cell has failed; of several words chance takes one."""

    word: Words = ("#REF!",)

    def inject(self, place: Place) -> Injected | None:
        """Puts the error into the cell."""
        return at_place(place, place.typed({place.name: CellError(place.dice.choice(self.word))}))


class Rewrite(Injector):
    """A part of the cell's text is replaced: `find` is a regular expression, `to` its replacement."""

    find: str
    to: str

    @model_validator(mode="after")
    def _compiles(self) -> "Rewrite":
        try:
            re.sub(self.find, self.to, "")
        except (re.error, IndexError) as error:
            msg = f"выражение не читается: {error}"
            raise ValueError(msg) from error
        return self

    def inject(self, place: Place) -> Injected | None:
        """Replaces it; a cell without such a part does not suit."""
        old = place.raw(place.name)
        text = old if isinstance(old, str) else as_text(old)
        new = re.sub(self.find, place.filled(self.to), text, count=1)
        return None if new == text else at_place(place, place.typed({place.name: new}))


class Day(DayOf, Injector):
    """The cell holds another date, as a real date."""

    def inject(self, place: Place) -> Injected | None:
        """Types the date."""
        day = self.day(place)
        return None if day is None else at_place(place, place.typed({place.name: serial(day)}))


class Number(Injector):
    """The number of the cell times `by` and plus `plus`; a text of digits becomes a number."""

    by: float = 1
    plus: float = 0

    def inject(self, place: Place) -> Injected | None:
        """Types the number; a cell that holds none does not suit."""
        old = place.raw(place.name)
        if isinstance(old, str):
            digits = re.sub(r"[^0-9]", "", old)
            old = int(digits) if digits else None
        if old is None or isinstance(old, CellError):
            return None
        new = old * self.by + self.plus
        return at_place(place, place.typed({place.name: int(new) if float(new).is_integer() else new}))


class Digit(Injector):
    """The last digit of the cell is another one."""

    def inject(self, place: Place) -> Injected | None:
        """Changes it; a cell that ends with no digit does not suit."""
        text = as_text(place.raw(place.name))
        if not text[-1:].isdigit():
            return None
        other = str((int(text[-1]) + place.dice.randint(1, 9)) % 10)
        return at_place(place, place.typed({place.name: text[:-1] + other}))


class Repeat(Injector):
    """The cell holds what stands there in the row above, or in the nearest with equal values in the columns `alike`.

    The columns `along` are repeated with it.
    """

    alike: Words = ()
    along: Words = ()

    @property
    def headings(self) -> tuple[str, ...]:
        """Those in which the rows are equal, and those that are repeated."""
        return (*self.alike, *self.along)

    def inject(self, place: Place) -> Injected | None:
        """Repeats it; there must be an earlier row with another value."""
        column = place.table.column(place.name)
        mine, counted = place.value(place.name), place.table.counted
        same = [place.table.column(place.named(heading)) for heading in self.alike]
        others = [
            at
            for at in counted
            if at < place.index
            and column[at] not in (None, mine)
            and all(values[at] == values[place.index] for values in same)
        ]
        if not others:
            return None
        other = Place(place.copy, place.office, place.table, others[-1], place.field, place.dice, place.today)
        names = (place.name, *map(place.named, self.along))
        return at_place(place, place.typed({name: other.raw(name) for name in names}))


class Swap(Injector):
    """Two cells of the row have changed places."""

    other: str

    @property
    def headings(self) -> tuple[str, ...]:
        """The other one."""
        return (self.other,)

    def inject(self, place: Place) -> Injected | None:
        """Swaps them; both must be filled and differ."""
        name = place.named(self.other)
        mine, others = place.raw(place.name), place.raw(name)
        if mine is None or others is None or mine == others:
            return None
        return at_place(place, place.typed({place.name: others, name: mine}))


class TypedCells(Injector):
    """What types several cells of a row anew; an empty text empties the cell."""

    cells: dict[str, NewCell] = Field(default_factory=dict)

    @property
    def headings(self) -> tuple[str, ...]:
        """Those of the cells."""
        return tuple(self.cells)

    @property
    def records(self) -> tuple[RecordOf, ...]:
        """Those of the cells."""
        return tuple(cell for cell in self.cells.values() if isinstance(cell, RecordOf))


class Cells(TypedCells):
    """Several cells of the row are typed anew."""

    cells: dict[str, NewCell] = Field(min_length=1)

    def inject(self, place: Place) -> Injected | None:
        """Types them."""
        typed = typed_cells(self.cells, place)
        return None if typed is None else at_place(place, place.typed(typed))


def typed_cells(cells: Mapping[str, NewCell], place: Place) -> dict[str, str | float | None] | None:
    """Field → what is typed there; None when a day can't be counted, or there is no other record."""
    typed: dict[str, str | float | None] = {}
    for heading, cell in cells.items():
        name = place.named(heading)
        match cell:
            case DayOf():
                day = cell.day(place)
                if day is None:
                    return None
                typed[name] = serial(day)
            case RecordOf():
                codes = cell.codes(place, name)
                if not codes:
                    return None
                typed[name] = codes[0]
            case str():
                typed[name] = place.filled(cell) or None
            case _:
                typed[name] = cell
    return typed


class Refer(RecordOf, Injector):
    """The reference leads to another record; with `add` so many are added to those that stand there."""

    add: int = 0

    @property
    def records(self) -> tuple[RecordOf, ...]:
        """Itself."""
        return (self,)

    def inject(self, place: Place) -> Injected | None:
        """Types the code of a record that fits, or adds the codes of several."""
        codes = self.codes(place, place.name)[: max(self.add, 1)]
        if len(codes) < max(self.add, 1):
            return None
        old = as_text(place.raw(place.name))
        typed = [old, *codes] if self.add and old else codes
        return at_place(place, place.typed({place.name: "; ".join(typed)}))
