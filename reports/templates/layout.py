"""Which columns of a template stand in view, which are folded aside, and how each of them looks."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from config.apart import personal_columns
from config.columns import Column, Need
from config.register import Register
from reports.templates.need import is_due_sometimes, is_one_of_several

_WIDTHS = {"code": 11, "date": 13, "yes_no": 12, "grade": 11, "whole": 12, "number": 12, "percent": 13, "money": 17}
_WIDE = {"text": 32, "full_name": 32, "refs": 30, "spans": 30, "url": 30, "page": 30, "ref": 28, "email": 26, "key": 30}
_MODERATE = 20
_ROOM_FOR_ARROW = 3
_NUMERIC = {"date": "dd.mm.yyyy", "whole": "0", "number": "General", "money": "#,##0.00", "percent": "0%"}
_LINE_HEIGHT = 15.0
_HEADING = {"bold": True, "text_wrap": True, "valign": "vcenter", "border": 1, "border_color": "#C9D3DC"}


class Part(StrEnum):
    """Which columns a template has: all, or those of one of the two tables in which mode «codes» keeps people.

    `CODED` — the shared table, without the columns of classes P3 and P4; `NAMES` — the code and just those columns.
    """

    WHOLE = "whole"
    CODED = "coded"
    NAMES = "names"


class Weight(StrEnum):
    """How much a column matters to the clerk: it sets the colour of its heading."""

    MUST = "must"
    SOMETIMES = "sometimes"
    ASIDE = "aside"


_COLOURS = {
    Weight.MUST: {"bg_color": "#D5E4F0", "font_color": "#1F3A52"},
    Weight.SOMETIMES: {"bg_color": "#EAF1F6", "font_color": "#1F3A52"},
    Weight.ASIDE: {"bg_color": "#F3F3F1", "font_color": "#6B6B66"},
}


def heading_look(weight: Weight) -> Mapping[str, object]:
    """How the heading of a column looks, in the words of XlsxWriter."""
    return {**_HEADING, **_COLOURS[weight]}


@dataclass(frozen=True)
class Slot:
    """A column in its place: how much it matters, its width in characters, its number format («@» is text)."""

    column: Column
    weight: Weight
    width: int
    number_format: str


def slots(register: Register[Any], part: Part = Part.WHOLE) -> tuple[Slot, ...]:
    """The columns as the template shows them: those to fill first, then those that are folded aside."""
    placed = [_slot(register, column) for column in columns_of(register, part)]
    shown = [slot for slot in placed if slot.weight is not Weight.ASIDE]
    return (*shown, *(slot for slot in placed if slot.weight is Weight.ASIDE))


def columns_of(register: Register[Any], part: Part) -> tuple[Column, ...]:
    """The columns of this part of the register, in their order."""
    personal = personal_columns(register)
    match part:
        case Part.WHOLE:
            return register.columns
        case Part.CODED:
            return tuple(column for column in register.columns if column not in personal)
        case Part.NAMES:
            return (register.id_column, *personal)


def heading_height(placed: tuple[Slot, ...]) -> float:
    """The height of the heading row, in points, in which every wrapped heading is seen whole."""
    return _LINE_HEIGHT * max(2, *(_lines(slot.column.heading, slot.width - _ROOM_FOR_ARROW) for slot in placed))


def _slot(register: Register[Any], column: Column) -> Slot:
    return Slot(column, _weight(register, column), _width(column), _NUMERIC.get(column.kind.name, "@"))


def _weight(register: Register[Any], column: Column) -> Weight:
    if column.field == "id" or column.need in {Need.REQUIRED, Need.EXPECTED}:
        return Weight.MUST
    if is_due_sometimes(column) or is_one_of_several(register, column) or _makes_another_due(register, column):
        return Weight.SOMETIMES
    return Weight.ASIDE


def _makes_another_due(register: Register[Any], column: Column) -> bool:
    """A column whose answer makes another one due stands beside it: «Статус» by «Окончание (факт)»."""
    return any(condition.field == column.field for other in register.columns for condition in other.when)


def _width(column: Column) -> int:
    kind = column.kind.name
    usual = _WIDTHS.get(kind) or _WIDE.get(kind, _MODERATE)
    longest_word = max(map(len, column.heading.split()))
    return max(usual, longest_word + _ROOM_FOR_ARROW, len(column.heading) // 2 + _ROOM_FOR_ARROW)


def _lines(heading: str, width: int) -> int:
    lines, room = 1, width
    for word in heading.split():
        if len(word) > room and room < width:
            lines, room = lines + 1, width
        room -= len(word) + 1
    return lines
