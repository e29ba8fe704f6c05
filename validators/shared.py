"""Names that stand in a shared table in spite of mode «codes» (X43): whole columns, by heading or by content."""

from collections.abc import Iterator
from typing import Any

from config.apart import FOLDER, is_of_people, key_file
from config.cells.personal import is_whole_name, traces
from config.cells.text import as_text, tidy
from config.columns import Raw
from config.register import Register
from config.registers import REGISTERS
from config.settings import Keeping
from validators.grid import Grid, Spot, cell_name
from validators.heading import heading_key, vocabulary
from validators.heading_rows import Heading, heading_of
from validators.keyfile import personal_headings
from validators.remark import NOT_IN_PLACE, Place, Remark, Severity

_PEOPLE = tuple(register for register in REGISTERS if is_of_people(register))
_TOP = 15
_HISTORY = "Прежние версии таблицы хранят их и дальше; чтобы убрать совсем, заведите копию таблицы без истории."


def names_in_shared(grid: Grid, register: Register[Any], keeping: Keeping) -> tuple[Remark, ...]:
    """A remark for each column of a shared tab that names people: by its heading, else by what stands in it.

    Contacts in a column that the register knows are the business of the rule X43, cell by cell.
    """
    heading = heading_of(grid, vocabulary(register, keeping))
    own = {} if heading is None else personal_headings(register).bound(heading)
    named = {name: Spot("", heading.rows[-1], at) for name, at in own.items()} if heading else {}
    if not named and register.marksheet:
        named = _on_top(grid)
    told = tuple(_by_heading(grid, register, name, spot) for name, spot in named.items())
    return (*told, *_by_content(grid, register, heading, {spot.column for spot in named.values()}))


def _on_top(grid: Grid) -> dict[str, Spot]:
    """The headings by which a ведомость names people, wherever its head is."""
    words = {heading_key(name) for register in _PEOPLE for name in _all_headings(register)}
    found: dict[str, Spot] = {}
    for number, row in enumerate(grid.rows[:_TOP], start=1):
        for at, cell in enumerate(row):
            if isinstance(cell, str) and heading_key(tidy(cell)) in words:
                found.setdefault(tidy(cell), Spot("", number, at))
    return found


def _all_headings(register: Register[Any]) -> Iterator[str]:
    personal = personal_headings(register)
    yield from personal.parts
    for name in personal.fields:
        yield from (register.by_field[name].heading, *register.by_field[name].former)


def _by_heading(grid: Grid, register: Register[Any], name: str, spot: Spot) -> Remark:
    text = f"В общей таблице стоит столбец «{name}», а в ней могут быть только коды: имена и контакты хранят отдельно."
    return _remark(grid, register, name, spot, text)


def _by_content(grid: Grid, register: Register[Any], heading: Heading | None, told: set[int]) -> Iterator[Remark]:
    first = 0 if heading is None else heading.rows[-1]
    known = _known_columns(heading)
    coded = _columns_of_codes(register, heading)
    for at, column in enumerate(grid.columns()):
        if at in told or at in known - coded:
            continue
        distinct = {cell for cell in column[first:] if _names(cell, known=at in known)}
        rows = [number for number, cell in enumerate(column[first:], start=first + 1) if cell in distinct]
        if rows:
            title = _title(heading, at)
            text = (
                f"В общей таблице, в столбце «{title}», стоят имена или контакты людей (ячеек: {len(rows)}), "
                "а в ней могут быть только коды."
            )
            yield _remark(grid, register, title, Spot("", rows[0], at), text)


def _names(cell: Raw, *, known: bool) -> bool:
    text = tidy(as_text(cell))
    return is_whole_name(text) or (not known and any(traces(text)))


def _known_columns(heading: Heading | None) -> frozenset[int]:
    if heading is None:
        return frozenset()
    return frozenset({*heading.binding.fields.values(), *heading.binding.parts.values()})


def _columns_of_codes(register: Register[Any], heading: Heading | None) -> frozenset[int]:
    """Columns where people are meant by their codes: a name may not stand in place of one."""
    people = {one.key for one in _PEOPLE}
    bound = () if heading is None else heading.binding.fields.items()
    return frozenset(at for name, at in bound if people.intersection(register.by_field[name].refers))


def _title(heading: Heading | None, at: int) -> str:
    words = heading.texts[at] if heading is not None and at < len(heading.texts) else ""
    return words or "без названия"


def _remark(grid: Grid, register: Register[Any], column: str, spot: Spot, text: str) -> Remark:
    home = f"файл «{FOLDER}/{key_file(register)}»" if is_of_people(register) else f"файл с именами в папке {FOLDER}"
    advice = f"Перенесите их в {home} на компьютере офиса и удалите из общей таблицы. {_HISTORY}"
    cell = cell_name(spot.row, spot.column)
    place = Place(register.key, None, spot.row, column, cell, grid.source, local_key=f"names in {column}")
    return Remark(NOT_IN_PLACE, Severity.CRITICAL, place, text, advice)
