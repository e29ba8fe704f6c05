"""Cases as text: a table drawn with `|` becomes a grid, an office, its remarks."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from config.columns import CellError, Raw
from config.register import Register
from config.registers import REGISTERS
from config.settings import Keeping, Settings
from validators.derive import derive
from validators.grid import Grid
from validators.office import Account, Office, Scene, Standing, Table
from validators.parse import Parsed, parse
from validators.references import link
from validators.remark import Remark
from validators.rule import check
from validators.rules import RULES
from validators.standing import let_stand

TODAY = date(2026, 4, 15)
BY_KEY: Mapping[str, Register[Any]] = {register.key: register for register in REGISTERS}


def cell(text: str) -> Raw:
    """`#12` is the number 12, `#REF!` and kin an error cell, nothing an empty cell; all else is text."""
    text = text.strip()
    if text.startswith("#") and text[1:].replace(".", "").replace("-", "").isdigit():
        number = float(text[1:])
        return int(number) if number.is_integer() else number
    return CellError(text) if text.startswith("#") else text or None


def grid(text: str, *, file: str = "Файл.xlsx", tab: str = "Лист") -> Grid:
    """A line is a row, `|` stands between cells; an empty line is a blank row (the first and the last are dropped)."""
    lines = text.strip("\n").splitlines()
    return Grid(file, tab, tuple(tuple(map(cell, line.split("|"))) if line.strip() else () for line in lines))


def read(key: str, text: str, keeping: Keeping | None = None) -> Parsed[Any]:
    """A text table read as a register."""
    return parse(grid(text, tab=BY_KEY[key].tab), BY_KEY[key], keeping)


def table(key: str, text: str) -> Table[Any]:
    """The same when the table must be there."""
    found = read(key, text).table
    assert found is not None
    return found


def codes(remarks: tuple[Remark, ...]) -> list[str]:
    """The codes of remarks in their order."""
    return [remark.code for remark in remarks]


def scene(tables: Mapping[str, str], settings: Settings | None = None, today: date = TODAY) -> Scene:
    """An office of text tables, linked and derived, as rules see it."""
    settings = settings or Settings()
    read_tables = {key: table(key, text) for key, text in tables.items()}
    accounts = {key: Account(Standing.ACCEPTED, None, today) for key in read_tables}
    office = link(Office(read_tables, accounts, settings=settings), {}).office
    return Scene(let_stand(derive(office, settings))[0], today, settings)


def found(
    tables: Mapping[str, str], today: date = TODAY, settings: Settings | None = None
) -> list[tuple[str, str | None, str | None]]:
    """(code, id, column) of every remark of the rules on an office of text tables."""
    remarks = check(scene(tables, settings, today), RULES)
    return [(remark.code, remark.place.id, remark.place.column) for remark in remarks]


def of_rule(
    code: str, tables: Mapping[str, str], today: date = TODAY, settings: Settings | None = None
) -> list[tuple[str | None, str | None]]:
    """(id, column) of every remark of one rule; fails when the rule could not run."""
    rule = next(one for one in RULES if one.code == code)
    assert all(key in tables for key in rule.needs), rule.needs
    return [(row_id, column) for what, row_id, column in found(tables, today, settings) if what == code]
