"""What staff typed beside what the history holds, and what our tabs say beside what they should."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import zip_longest
from typing import Any

from config.columns import CellError
from config.registers import REGISTERS
from tests.sync.stateful.model.tabs import KEY, PREFIXES, Cell, Row, code_in
from tests.sync.stateful.worlds.base import Lines

Kept = Mapping[str, Sequence[Mapping[str, Any]]]  # Any: what a cell holds
HEADS = {one.key: frozenset(column.heading for column in one.columns) - {KEY} for one in REGISTERS}
"""Register → the headings that everybody knows, that of the codes left out."""
TITLES = {"TEAM": "Команды и проекты", "MENT": "Наставники", "STAFF": "Состав и обязанности РПО"}
_RUSSIAN = re.compile(r"[«А-ЯЁ№0-9].*[.!?»)]", re.DOTALL)
PROGRAMMERS = re.compile(r"Traceback|Error\b|Exception|<class|\.py\b|0x[0-9a-f]{6}")


def unlike(register: str, typed: Sequence[Row], kept: Kept, *, partly: bool = False) -> Iterator[str]:
    """Where the rows of a register in the history are not those that staff typed.

    A code with nothing under the register's own headings is no row yet. `partly` — staff are told that the rows below a gap were taken for another table.
    """
    counted = Counter(code for row in typed if (code := _code(register, row.get(KEY))))
    for row in typed:
        code = _code(register, row.get(KEY))
        if code is None or not any(cell not in (None, "") for head, cell in row.items() if head in HEADS[register]):
            continue
        found = kept.get(code, ())
        if not found and not partly:
            yield f"{code} was typed, and the history has no such row"
        elif found and counted[code] == 1:
            yield from (f"{code}: {one}" for one in _apart(row, found))
    known = (code for code in kept if _code(register, code))
    yield from (f"{code} stands in the history, and nobody typed it" for code in known if code not in counted)


def _code(register: str, cell: Cell) -> str | None:
    """The code in a cell; that of another register is no code here."""
    code = code_in(cell)
    return code if code and code.startswith(PREFIXES[register]) else None


def _apart(row: Row, found: Sequence[Mapping[str, Any]]) -> Iterator[str]:  # Any: what a cell holds
    if len(found) > 1:
        yield f"it was typed once and stands {len(found)} times"
    for head, cell in row.items():
        if head in found[0] and not isinstance(cell, CellError) and _bare(found[0][head]) != _bare(cell):
            yield f"«{head}» was typed as {cell!r} and stands as {found[0][head]!r}"


def _bare(cell: object) -> object:
    """Cells that say the same: nothing and no words; a whole number and the same with a point."""
    return cell.strip() or None if isinstance(cell, str) else cell


def called_taken(tabs: Mapping[str, Lines], registers: frozenset[str]) -> Iterator[str]:
    """Registers that «Состояние» calls taken although they could not be read."""
    lines = next((lines for name, lines in tabs.items() if name.endswith("#Состояние")), ())
    for register in sorted(registers):
        row = next((row for row in lines if TITLES[register] in row[:1]), ())
        if "принято" in row:
            yield f"«Состояние» calls {register} taken"


def apart(here: Sequence[Sequence[str]] | None, there: Sequence[Sequence[str]] | None) -> str:
    """The first line in which two tabs differ."""
    if here is None or there is None:
        return "it stands only there" if here is None else "it stands only here"
    pairs = enumerate(zip_longest(here, there), start=1)
    number, (one, other) = next(((at, pair) for at, pair in pairs if pair[0] != pair[1]))
    return f"line {number} says {one}, should be {other}"


def not_plain(what: str, words: str) -> Iterator[str]:
    """Words for people that are no Russian sentence, or speak to programmers."""
    if not _RUSSIAN.fullmatch(words.strip()) or PROGRAMMERS.search(words):
        yield f"{what} says {words!r}"
