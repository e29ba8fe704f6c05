"""The settings under which a table reads as the register it resembles (decisions.md 9)."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain, combinations
from typing import Any

from config.cells.text import fold, tidy
from config.columns import Need, Raw
from config.register import Register
from config.section import Scalar
from config.settings import Keeping
from validators.explore.matching import Match
from validators.explore.resemblance import Resemblance
from validators.explore.spread import first_rows
from validators.explore.targets import BESIDE
from validators.framing.frame import Frame
from validators.grid import Grid
from validators.heading import Binding, bind, heading_key, usable, vocabulary
from validators.merged import fill_merged, merged_among

_LONGEST_KEY = 3
_KEY_COLUMNS = 8
_FEW_NAMESAKES = 0.05
_KEY_KINDS = frozenset({"text", "ref", "refs", "key", "date", "full_name", "name", "patronymic", "inn", "ogrn"})


@dataclass(frozen=True)
class Draft:
    """Drafted settings of one register; `alike` is how many rows the best key still takes for repeats."""

    register: Register[Any]  # Any: a register of any record
    keeping: Keeping
    alike: int = 0


def draft(grid: Grid, frame: Frame, found: Resemblance, constants: Mapping[str, Scalar]) -> Draft:
    """The settings for one tab; `source` is its file name as it stands, `tab` only where the title is not ours."""
    register = found.register
    headings = _headings(frame.headings, register, found.matches)
    known = {**_stated(grid, frame, register), **_own(constants, register)}
    spread = bool(merged_among(grid, frame.rows))
    keeping = Keeping(
        source=(_mask(grid.file),),
        tab=_tab(grid, register),
        headings=headings,
        constants=known,
        fill_merged=spread,
    )
    binding = bind(frame.headings, vocabulary(register, keeping))
    keeping = keeping.model_copy(update={"absent": _absent(register, binding, known)})
    if register.prefix is None or "id" in binding.fields:
        return Draft(register, keeping)
    rows = _rows(fill_merged(grid) if spread else grid, first_rows(grid, frame, found))
    key, alike = _key(rows, register, found.matches)
    return Draft(register, keeping.model_copy(update={"key": tuple(frame.headings[at] for at in key)}), alike)


def _own(constants: Mapping[str, Scalar], register: Register[Any]) -> dict[str, Scalar]:
    return {heading: value for heading, value in constants.items() if heading in register.by_heading}


def _mask(file: str) -> str:
    return file.replace("[", "[[]")


def _tab(grid: Grid, register: Register[Any]) -> str | None:
    ours = {fold(title) for title in (register.tab, *register.former)}
    return grid.tab if grid.tab and fold(grid.tab) not in ours else None


def _headings(theirs: Sequence[str], register: Register[Any], matches: Mapping[int, Match]) -> dict[str, str]:
    """Their heading → ours where the register would not see it by itself; → "" where it would see it wrongly."""
    binding = bind(theirs, vocabulary(register, Keeping()))
    bound = {at: name for name, at in (*binding.fields.items(), *binding.parts.items())}
    likened = {at for at, _ in binding.alike}
    doubled = {heading_key(theirs[at]) for at, _ in binding.twice}
    found = {}
    for at, heading in enumerate(theirs):
        if heading_key(heading) in doubled:
            continue
        one = matches.get(at)
        if one is not None and (at in likened or bound.get(at) not in {one.target.column.field, one.target.heading}):
            found[heading] = one.target.heading
        elif one is None and at in bound:
            found[heading] = ""
    return found


def _stated(grid: Grid, frame: Frame, register: Register[Any]) -> dict[str, Scalar]:
    """What the rows above the heading say of all rows: «Муниципалитет: Бийск»."""
    words = vocabulary(register, Keeping())
    said: dict[str, Scalar] = {}
    for row in grid.rows[: frame.heading_rows[0] - 1]:
        texts = [tidy(cell) for cell in row if isinstance(cell, str) and tidy(cell)]
        name, mark, value = " ".join(texts).partition(":")
        field = words.fields.get(heading_key(name))
        if mark and value.strip() and field is not None and field != "id":
            column = register.by_field[field]
            if column.kind.read(value.strip(), column).value is not None:
                said[column.heading] = value.strip()
    return said


def _absent(register: Register[Any], binding: Binding, constants: Mapping[str, Scalar]) -> tuple[str, ...]:
    have = {*binding.fields}
    for composite in usable(register.composites, binding):
        have.update(composite.fields)
    return tuple(
        column.heading
        for column in register.columns
        if column.need in {Need.REQUIRED, Need.EXPECTED}
        and column.field not in {"id", *have}
        and column.heading not in constants
    )


def _rows(grid: Grid, numbers: Sequence[int]) -> list[tuple[Raw, ...]]:
    width = grid.width
    return [(*row, *(None,) * (width - len(row))) for row in (grid.rows[number - 1] for number in numbers)]


def _key(
    rows: Sequence[tuple[Raw, ...]], register: Register[Any], matches: Mapping[int, Match]
) -> tuple[tuple[int, ...], int]:
    """The shortest group of columns that tells all rows apart, and how many rows even the best one does not.

    A name is always in it, where the table has one; people are told apart by the whole of their natural key.
    """
    order = _key_columns(register, matches)
    folded = {at: [fold(str(row[at] or "")) for row in rows] for at in order}
    best: tuple[tuple[int, ...], int] = ((), len(rows))
    for group in _groups(order, register, matches):
        alike = len(rows) - len(set(zip(*(folded[at] for at in group), strict=True)))
        if alike < best[1]:
            best = group, alike
        if alike == 0 or (_is_person(register) and alike <= _FEW_NAMESAKES * len(rows)):
            break
    return best


def _is_person(register: Register[Any]) -> bool:
    return "surname" in register.natural


def _groups(order: Sequence[int], register: Register[Any], matches: Mapping[int, Match]) -> Iterator[tuple[int, ...]]:
    naming = {*register.natural[:1], *chain.from_iterable(register.names)}
    names = {at for at in order if naming & {*matches[at].target.fields}}
    if _is_person(register) and names:
        yield tuple(at for at in order if not set(matches[at].target.fields).isdisjoint(register.natural))
    for size in range(1, _LONGEST_KEY + 1):
        yield from (group for group in combinations(order, size) if not names or names & {*group})


def _key_columns(register: Register[Any], matches: Mapping[int, Match]) -> list[int]:
    """Columns that may be in a key: those of the natural key first, then in the order of the register."""
    place = {name: number for number, name in enumerate(dict.fromkeys((*register.natural, *register.by_field)))}
    wanted = {*register.natural}
    fit = [
        at
        for at, one in matches.items()
        if (one.target.kind in _KEY_KINDS or wanted & {*one.target.fields}) and one.target.column.field not in BESIDE
    ]
    return sorted(fit, key=lambda at: min(place[name] for name in matches[at].target.fields))[:_KEY_COLUMNS]
