"""`python -m benchmarks.findings`: what single-cell checks find in real Russian tables, beside what is known of them.

Each table of the corpus beside the checkout is explored as `rpo explore` does; the table goes to FINDINGS.md. A truth
is found when all its cells are remarked with its code. A remark of these codes that no truth explains is a false alarm,
unless a look at the cell says otherwise (the look is written here, by place).
"""

import json
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from config.registers import REGISTERS
from sync.backends.readers.file import read_file
from validators.explore.causes import column_index
from validators.explore.tab import Explored, Wish, explore
from validators.grid import Grid

HERE = Path(__file__).parent
CORPUS = HERE.parent.parent / "shared" / "corpus"
TABLES = "ru_registers"
CODES = {"mixed script": "C07", "check digit": "C09", "error cell": "C10", "lost zero": "C02"}
"""Kind of a truth that one cell can tell → the code of its remark."""
TITLES = {"C07": "mixed alphabets", "C09": "check digits", "C10": "error cells", "C02": "lost leading zeros"}
LOOKED_AT: dict[tuple[str, str], str] = {}
"""(file, cell) → why a remark that no truth explains is right after all."""

Truth = dict[str, Any]  # Any: what JSON gives
Alarm = tuple[str, str, str]
"""File, code, cell."""


@dataclass(frozen=True)
class Found:
    """A truth, how many cells it is about, and how many of them were remarked."""

    truth: Truth
    cells: int
    remarked: int


def truths(corpus: Path) -> list[Truth]:
    """The known faults that a check of one cell can see."""
    known: list[Truth] = json.loads((corpus / "FINDINGS.json").read_text(encoding="utf-8"))
    return [one for one in known if one["kind"] in CODES]


def explored(corpus: Path) -> Iterator[tuple[str, Explored]]:
    """Every tab of every table that can be read."""
    for path in sorted((corpus / TABLES).iterdir()):
        name = f"{TABLES}/{path.name}"
        for grid in read_file(path.name, path.read_bytes()).grids:
            yield name, explore(grid, REGISTERS, Wish())


def alarms_of(name: str, tab: Explored) -> set[Alarm]:
    """The remarks of single cells in a tab; a C02 only where it speaks of a lost zero."""
    remarks = [remark for group in tab.causes for remark in group if remark.place.cell]
    return {
        (name, one.code, one.place.cell or "")
        for one in remarks
        if one.code in TITLES and (one.code != "C02" or "ноль" in one.text)
    }


def cells_of(truth: Truth, grid: Grid) -> set[tuple[int, int]]:
    """The cells (row and column from 1) that a truth is about: those it names, and all others with its word."""
    named = {(row, column) for row, column in truth["where"]}
    word = truth["detail"].get("word")
    if not word:
        return named
    return named | {
        (row, column)
        for row, cells in enumerate(grid.rows, start=1)
        for column, cell in enumerate(cells, start=1)
        if isinstance(cell, str) and word in cell
    }


def judge(corpus: Path) -> tuple[list[Found], set[Alarm]]:
    """The truths with what was found of them, and the alarms that no truth explains."""
    known = truths(corpus)
    found, stray = [], set[Alarm]()
    for name, tab in explored(corpus):
        alarms = alarms_of(name, tab)
        places = {(code, *_place(cell)): (name, code, cell) for _, code, cell in alarms}
        for truth in known:
            if truth["file"] == name and truth["sheet"] in {"", tab.grid.tab}:
                cells = cells_of(truth, tab.grid)
                hits = [(CODES[truth["kind"]], *cell) for cell in cells if (CODES[truth["kind"]], *cell) in places]
                found.append(Found(truth, len(cells), len(hits)))
                alarms -= {places[hit] for hit in hits}
        stray |= alarms
    return found, stray


def _place(cell: str) -> tuple[int, int]:
    letters = cell.rstrip("0123456789")
    return int(cell[len(letters) :]), column_index(cell) + 1


def report(found: Sequence[Found], stray: set[Alarm], tables: int) -> str:
    """FINDINGS.md."""
    wrong = Counter(code for name, code, cell in stray if (name, cell) not in LOOKED_AT)
    known = Counter(CODES[one.truth["kind"]] for one in found)
    whole = Counter(CODES[one.truth["kind"]] for one in found if one.cells == one.remarked)
    lines = [
        "# Faults seen in a single cell",
        "",
        f"Real Russian tables read: {tables}. `python -m benchmarks.findings` makes this page anew.",
        "",
        "| known fault | tab | word | cells | remarked |",
        "| --- | --- | --- | --- | --- |",
        *(
            f"| {one.truth['file']} | {one.truth['sheet'] or '—'} | {one.truth['detail'].get('word', '—')}"
            f" | {one.cells} | {one.remarked} |"
            for one in found
        ),
        "",
        "| code | what | known | found | false alarms |",
        "| --- | --- | --- | --- | --- |",
        *(f"| {code} | {title} | {known[code]} | {whole[code]} | {wrong[code]} |" for code, title in TITLES.items()),
        "",
        "A false alarm is a remark with the code that no known fault explains and a look at the cell does not confirm",
        "(the word is of one alphabet after all, the number is right). Where no fault is known the tables try the code",
        "for false alarms only.",
        "",
    ]
    return "\n".join(lines)


def main() -> None:
    """Explores the corpus and writes FINDINGS.md."""
    found, stray = judge(CORPUS)
    tables = len({name for name, _ in explored(CORPUS)})
    for name, code, cell in sorted(stray):
        print(f"not among the truths: {name} {code} {cell} {LOOKED_AT.get((name, cell), '')}")
    (HERE / "FINDINGS.md").write_text(report(found, stray, tables), encoding="utf-8")
    print((HERE / "FINDINGS.md").read_text(encoding="utf-8"))


if __name__ == "__main__":
    main()
