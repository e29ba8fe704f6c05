"""What every reader of a package knows of its numbers of people: margins, equal cells, limits, bases of percentages.

Everything is told by the addresses of the tables alone, so that one who has only the package reasons in the same way.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from reports.disclosure.draft import Mark, Shown, address
from reports.disclosure.system import AtMost, Same, Share, Sum
from reports.federal.indicators import (
    BASE,
    DONE,
    FACT,
    GRAND,
    PART,
    PLANNED,
    REST,
    SHARES,
    UNIT,
    at,
    base_of,
    counts_people,
)
from reports.federal.participants import ACTIVE, APPLIED, ENROLLED, FINISHED, LEFT
from reports.federal.sites import DONE as WENT
from reports.federal.stages import EXCUSED, MUST, PASSED, key_of
from reports.federal.telling import ALL, UNKNOWN

_COLUMNS: Mapping[str, frozenset[str]] = {
    "3": frozenset({APPLIED, ENROLLED, ACTIVE, LEFT, FINISHED}),
    "4": frozenset({MUST, PASSED, EXCUSED}),
    "5": frozenset({ENROLLED}),
    "8": frozenset({WENT}),
}
"""Table → its columns of people; in table 2 the unit tells."""

OTHER, GONE, WITH_REPEATS = "Иное", "Ушли", "С повторами"
"""Numbers that no table has: neither active nor left nor finished; trained and no longer active; all directions."""

LINES = "Таблица 3: «Зачислено» = «Активны» + «Выбыло» + «Завершили»"
"""The equality of the lines of table 3; it is told of a package only where it holds in every line."""

SELECTION, TRAINING, PRACTICE = "Э1", "Э2", "Э5"


@dataclass(frozen=True)
class Equations:
    """`people` — addresses of numbers of people in the tables; `unseen` — of those that only the equations name."""

    people: tuple[str, ...] = ()
    sums: tuple[Sum, ...] = ()
    same: tuple[Same, ...] = ()
    at_most: tuple[AtMost, ...] = ()
    shares: tuple[Share, ...] = ()
    grows: frozenset[str] = frozenset()
    unseen: frozenset[str] = field(default=frozenset())


def equations(cells: Mapping[str, Shown], *, lines_agree: bool) -> Equations:
    """The equations of a package by its cells; a cell without data, or not meant to be told, is in none.

    `lines_agree` — LINES holds: whoever is enrolled and neither left nor finished is active.
    """
    one = _Package(cells, lines_agree=lines_agree)
    sums, same, at_most = tuple(one.sums()), tuple(one.same()), tuple(one.at_most())
    shares = tuple(one.shares())
    named = {key for line in sums for key in (line.whole, *line.parts)} | {line.part for line in shares}
    named |= {line.base for line in shares if isinstance(line.base, str)}
    named |= {key for line in at_most for key in (line.less, line.more)}
    return Equations(
        one.people, sums, same, at_most, shares, frozenset(one.grows()), frozenset(named - set(one.people))
    )


class _Package:
    """The addresses of a package, by table and column."""

    def __init__(self, cells: Mapping[str, Shown], *, lines_agree: bool) -> None:
        self.cells, self.lines_agree = cells, lines_agree
        self.told = [key for key, value in cells.items() if value is Mark.HIDDEN or _is_number(value)]
        self.people = tuple(key for key in self.told if self._counts_people(key))
        self._known = frozenset(self.people)
        self._rows: dict[tuple[str, str], list[str]] = {}
        for key in self.people:
            table, row, column = split(key)
            self._rows.setdefault((table, column), []).append(row)

    def _counts_people(self, key: str) -> bool:
        table, row, column = split(key)
        if table == "2":
            return column == FACT and counts_people(row, str(self.cells.get(at(row, UNIT), "")))
        return column in _COLUMNS.get(table, ())

    def has(self, *keys: str) -> bool:
        """All of these are told."""
        return self._known.issuperset(keys)

    def rows(self, table: str, column: str) -> list[str]:
        """The lines of a column but the whole."""
        return [one for one in self._rows.get((table, column), []) if one != ALL]

    def sums(self) -> Iterator[Sum]:
        """Margins of tables 3, 4, 5 and 8, lines of table 3, both sides of percentages."""
        for table, columns in (("3", _COLUMNS["3"]), ("5", _COLUMNS["5"])):
            for column in sorted(columns):
                whole = address(table, ALL, column)
                if self.has(whole):
                    yield Sum(whole, tuple(address(table, row, column) for row in self.rows(table, column)))
        yield from self._lines()
        yield from self._stages()
        yield from self._directions()
        yield from self._sides()

    def _lines(self) -> Iterator[Sum]:
        for row in self._rows.get(("3", ENROLLED), []):
            parts = tuple(address("3", row, column) for column in (ACTIVE, LEFT, FINISHED))
            if self.has(*parts):
                yield Sum(enrolled(row), parts if self.lines_agree else (*parts, address("3", row, OTHER)))

    def _stages(self) -> Iterator[Sum]:
        for column in (MUST, PASSED, EXCUSED):
            stages: dict[str, list[str]] = {}
            for row in self._rows.get(("4", column), []):
                stages.setdefault(row.partition(", ")[0], []).append(row)
            for stage, rows in stages.items():
                whole = key_of(stage, ALL)
                if whole in rows:
                    yield Sum(
                        address("4", whole, column), tuple(address("4", row, column) for row in rows if row != whole)
                    )
        for row, stage, category in self._asked():
            must, excused = address("4", row, MUST), address("4", row, EXCUSED)
            if stage != SELECTION and category not in {ALL, UNKNOWN} and self.has(must, excused, enrolled(category)):
                yield Sum(enrolled(category), (must, excused))
        trained = address("4", key_of(TRAINING, ALL), PASSED)
        if self.has(trained) and self._is_told(at("K06")):
            yield Sum(trained, (at("K06", PART), at("K06", GONE)))

    def _asked(self) -> Iterator[tuple[str, str, str]]:
        """Lines of table 4 whose stage is obligatory for the category: the line, the stage, the category."""
        for row in self._rows.get(("4", MUST), []):
            stage, _, category = row.partition(", ")
            yield row, stage, category

    def _directions(self) -> Iterator[Sum]:
        """Who is in teams of two directions is told in both: the sum of the lines is not the whole."""
        rows = self.rows("8", WENT)
        if rows:
            yield Sum(address("8", WITH_REPEATS, WENT), tuple(address("8", row, WENT) for row in rows))

    def _sides(self) -> Iterator[Sum]:
        """The base of a percentage is those whom it counts and those whom it does not."""
        for key in sorted(SHARES):
            base = base_of(key)
            if self._is_told(at(key)) and (base == at(key, BASE) or self.has(base)):
                yield Sum(base, (at(key, PART), at(key, REST)))

    def same(self) -> Iterator[Same]:
        """Cells that are one figure."""
        pairs = [
            (at("K01"), address("3", ALL, APPLIED)),
            (at("K02"), enrolled(ALL)),
            (address("5", ALL, ENROLLED), enrolled(ALL)),
            (address("8", ALL, WENT), at("K16")),
            (address("4", key_of(PRACTICE, ALL), PASSED), at("K16")),
        ]
        for row in self._rows.get(("3", APPLIED), []):
            pairs.append((address("4", key_of(SELECTION, row), MUST), address("3", row, APPLIED)))
            pairs.append((address("4", key_of(SELECTION, row), PASSED), enrolled(row)))
        yield from (Same(one, other) for one, other in pairs if self.has(one, other))
        if self._is_told(at("K18")) and self.has(address("3", ALL, LEFT), enrolled(ALL)):
            yield Same(at("K18", REST), address("3", ALL, LEFT))

    def at_most(self) -> Iterator[AtMost]:
        """Who is enrolled has applied; who passed a stage had to; who takes part is enrolled."""
        pairs = [(enrolled(row), address("3", row, APPLIED)) for row in self._rows.get(("3", APPLIED), [])]
        pairs += [(at(key), enrolled(ALL)) for key in ("K16", "K20", "K21")]
        if self.rows("8", WENT) and self.has(address("8", ALL, WENT)):
            yield AtMost(address("8", ALL, WENT), address("8", WITH_REPEATS, WENT))
        asked = {row for row, _, category in self._asked() if category not in {ALL, UNKNOWN}}
        for row in self._rows.get(("4", PASSED), []):
            limit = address("4", row, MUST) if row in asked else enrolled(row.partition(", ")[2])
            pairs.append((address("4", row, PASSED), limit))
        yield from (AtMost(less, more) for less, more in pairs if self.has(less, more))
        unseen = (("K06", BASE, ACTIVE), ("K14", PART, ACTIVE), ("K08", PART, ACTIVE), ("K34", BASE, FINISHED))
        for key, column, of in unseen:
            if self._is_told(at(key)) and self.has(address("3", ALL, of)):
                yield AtMost(at(key, column), address("3", ALL, of))

    def shares(self) -> Iterator[Share]:
        """Percentages and ratios of people that are told or hidden."""
        for key in sorted(SHARES):
            if self._is_told(at(key)) and (base_of(key) == at(key, BASE) or self.has(base_of(key))):
                yield Share(at(key), at(key, PART), base_of(key))
        places, mentors = self._number(at("K02", "План года")), self._number(address("7", ALL, "Закреплено"))
        if self._is_told(at("K03")) and places and self.has(at("K01")):
            yield Share(at("K03"), at("K01"), 100 * places)
        if self._is_told(at("K14")) and mentors:
            yield Share(at("K14"), at("K14", PART), 100 * mentors)
        for row in self._rows.get(("2", FACT), []):
            plan = self._number(at(row, PLANNED))
            if plan and self._is_told(at(row, DONE)):
                yield Share(at(row, DONE), at(row), plan)

    def grows(self) -> Iterator[str]:
        """Applied, enrolled, passed: counts that never fall within a season."""
        for key in self.people:
            table, row, column = split(key)
            if column in {APPLIED, ENROLLED, PASSED, WENT} or (table == "2" and row in {*GRAND, "K16"}):
                yield key

    def _is_told(self, key: str) -> bool:
        return self.cells.get(key) is Mark.HIDDEN or _is_number(self.cells.get(key))

    def _number(self, key: str) -> int | None:
        value = self.cells.get(key)
        return round(value) if isinstance(value, int | float) else None


def enrolled(row: str) -> str:
    """Those enrolled of a line of table 3."""
    return address("3", row, ENROLLED)


def split(key: str) -> tuple[str, str, str]:
    """An address as table, row, column; a row may hold the stroke itself."""
    table, _, rest = key.partition("/")
    row, _, column = rest.rpartition("/")
    return table, row, column


def _is_number(value: object) -> bool:
    return isinstance(value, int | float)
