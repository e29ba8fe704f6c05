"""What the dropdowns of a template offer, and where long lists are kept: in the hidden tab «Списки»."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from config.codes import CODE
from config.columns import Column
from config.register import Register
from validators.grid import column_letters

LISTS_TAB = "Списки"
_LONGEST_INLINE = 255
_JOINT = " · "


@dataclass(frozen=True)
class Lists:
    """The tab «Списки»: a column a list, its title above. `place` maps the values of a list to its column (0-based)."""

    titles: tuple[str, ...] = ()
    place: Mapping[tuple[str, ...], int] = field(default_factory=dict)

    def source(self, values: tuple[str, ...]) -> list[str] | str:
        """What Excel takes the dropdown from: the values themselves, or their cells in «Списки»."""
        if values not in self.place:
            return list(values)
        letters = column_letters(self.place[values])
        return f"='{LISTS_TAB}'!${letters}$2:${letters}${len(values) + 1}"


def offered(column: Column, options: Mapping[str, Sequence[str]]) -> tuple[str, ...]:
    """The values of a column's dropdown; empty when it has none."""
    if column.kind.name == "yes_no":
        return ("Да", "Нет")
    if column.among is not None:
        return column.among.values
    if not column.kind.is_reference:
        return ()
    return tuple(dict.fromkeys(one for key in column.refers for one in options.get(key, ())))


def gathered(columns: Iterable[Column], options: Mapping[str, Sequence[str]]) -> Lists:
    """«Списки» for these columns: only what can't stand in the validation itself; equal lists are kept once."""
    titles: list[str] = []
    place: dict[tuple[str, ...], int] = {}
    for column in columns:
        values = offered(column, options)
        if values and values not in place and not _fits_inline(values):
            place[values] = len(titles)
            titles.append(column.heading)
    return Lists(tuple(titles), place)


def reference_options(register: Register[Any], rows: Iterable[Mapping[str, object]]) -> tuple[str, ...]:
    """«КМ-0012 · Название» for every row (heading → value) that has a code and is not a mistake, in their order."""
    options = []
    for row in rows:
        key = _words(row, register, ("id",))
        broken = register.prefix is not None and not CODE.fullmatch(key)
        if key and not broken and not _is_void(row, register):
            name = _words(row, register, _naming(register))
            options.append(f"{key}{_JOINT}{name}" if name else key)
    return tuple(options)


def _naming(register: Register[Any]) -> tuple[str, ...]:
    if register.prefix is not None:
        return register.names[0] if register.names else ()
    return ("title",) if "title" in register.by_field else ()


def _words(row: Mapping[str, object], register: Register[Any], names: Sequence[str]) -> str:
    cells = [row.get(register.by_field[name].heading) for name in names]
    return " ".join(str(cell).strip() for cell in cells if cell not in (None, ""))


def _is_void(row: Mapping[str, object], register: Register[Any]) -> bool:
    state = register.by_field.get(register.life.field)
    return state is not None and row.get(state.heading) in register.life.void


def _fits_inline(values: Sequence[str]) -> bool:
    return len(",".join(values)) <= _LONGEST_INLINE and not any(mark in value for value in values for mark in ',;"')
