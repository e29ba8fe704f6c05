"""Figures that no table of the federal package has: a form may ask for them, and the gate must know them all.

Of one group of a cut the whole cut goes before the gate, as if it were a table of the package, with what a reader can
reason about it. So what a form shows, a whole package with this table would show as well.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from fractions import Fraction

from reports.disclosure.draft import (
    Cell,
    Draft,
    DraftTable,
    Following,
    Mark,
    People,
    Percent,
    Rank,
    Row,
    Shown,
    address,
)
from reports.disclosure.system import AtMost, Sum
from reports.facts import Facts
from reports.federal.compose import true_cells
from reports.federal.equations import WITH_REPEATS, enrolled, split
from reports.federal.indicators import BASE, FACT, MEANS, OF_PEOPLE, PART, REST, SHARES, at, base_of
from reports.federal.municipalities import ENROLLED as ENROLLED_THERE
from reports.federal.participants import ACTIVE, APPLIED, CATEGORIES, categories
from reports.federal.sites import DONE
from reports.federal.telling import ALL, UNKNOWN, half_up, plain
from reports.figures.cuts import CUTS
from reports.figures.figure import STATE
from reports.figures.grouped import known_count, state_of
from reports.report import Field, Form
from validators.counting.count import Count
from validators.counts import PARTS

TABLE = "Ф"
_TITLE, _FIELDS = "По форме", (Field(FACT, 12, Form.NUMBER),)
_IN_TABLES: Mapping[tuple[str, str], tuple[str, str]] = {
    ("K01", "category"): ("3", APPLIED),
    ("K02", "category"): ("3", "Зачислено"),
    ("K02", "municipality"): ("5", ENROLLED_THERE),
    ("K09", "municipality"): ("5", "Команд"),
    ("K05", "municipality"): ("5", "Организаций"),
    ("K15", "municipality"): ("5", "Площадок"),
    ("K16", "priority"): ("8", DONE),
}
"""Cuts that are columns of the package: table and column."""

PARTED = frozenset({"category", "municipality"})
"""Cuts where a person is in one group at most."""

STATES = frozenset({"K04", "K12", "K13", "K15", "K16", "K20", "K22", "K24", "K25", "K28"})
"""Indicators whose states may be told: of people only those that are numbers of people."""

_GROW = frozenset({"K01", "K02", "K16"})

Of = Callable[[str], tuple[str, ...]]
"""The groups of a row by its id."""


def is_told(code: str, cut: str) -> bool:
    """A percentage of people is told by groups only where a person is in one group at most: else the groups overlap."""
    return cut in PARTED or cut == STATE or code not in SHARES | MEANS


def key_of(code: str, cut: str, group: str, column: str = FACT) -> str:
    """The address of a group of a cut, the same as in the package where the package has it."""
    if (code, cut) in _IN_TABLES and column == FACT:
        table, heading = _IN_TABLES[code, cut]
        return address(table, group, heading)
    return address(TABLE, f"{code}; {cut}={group}", column)


@dataclass
class _Found:
    rows: list[Row] = field(default_factory=list)
    unseen: dict[str, People] = field(default_factory=dict)
    sums: list[Sum] = field(default_factory=list)
    at_most: list[AtMost] = field(default_factory=list)
    grows: set[str] = field(default_factory=set)


@dataclass(frozen=True)
class _Cut:
    """One cut of one indicator: its count, its groups in order, the groups of a row, the true cells of the package."""

    code: str
    cut: str
    count: Count
    names: tuple[str, ...]
    of: Of
    values: Mapping[str, Shown]

    def key(self, group: str, column: str = FACT) -> str:
        return key_of(self.code, self.cut, group, column)

    def part(self, group: str) -> Count:
        return self.count.part(lambda row: group in self.of(row))

    def base(self, group: str) -> str:
        """Those of a group of whom a percentage is taken, by the address that the package has, if it has one."""
        whole = base_of(self.code)
        homes = {enrolled(ALL): {"category": enrolled(group), "municipality": address("5", group, ENROLLED_THERE)}}
        homes[address("3", ALL, ACTIVE)] = {"category": address("3", group, ACTIVE)}
        home = homes.get(whole, {}).get(self.cut, "")
        if self.values.get(home) == len(self.part(group).of):
            return home
        is_shared = whole == address("3", ALL, ACTIVE) and self.values.get(whole) == len(self.count.of)
        return address(TABLE, f"{ACTIVE}; {self.cut}={group}", BASE) if is_shared else self.key(group, BASE)

    def has_own_base(self, group: str) -> bool:
        """No table of the package tells of how many the percentage is taken."""
        return self.base(group).startswith(f"{TABLE}/")


def with_cuts(draft: Draft, facts: Facts, asked: Iterable[tuple[str, str]]) -> Draft:
    """The draft of the package with one more table: the cuts asked for, as (code of the indicator, key of the cut)."""
    found, values = _Found(), true_cells(draft.tables)
    for code, cut in sorted(set(asked)):
        if (code, cut) not in _IN_TABLES and is_told(code, cut):
            _add(found, facts, _cut(facts, code, cut, values))
    return replace(
        draft,
        tables=(*draft.tables, DraftTable(TABLE, _TITLE, _FIELDS, tuple(found.rows))),
        unseen={**draft.unseen, **found.unseen},
        sums=(*draft.sums, *dict.fromkeys(found.sums)),
        at_most=(*draft.at_most, *dict.fromkeys(found.at_most)),
        grows=draft.grows | found.grows,
    )


def _cut(facts: Facts, code: str, cut: str, values: Mapping[str, Shown]) -> _Cut:
    count = known_count(facts, code)
    if cut == STATE:
        return _Cut(code, cut, count, tuple(PARTS.get(code, {})), lambda _: (), values)
    groups = facts.scene.office.once(CUTS[cut][1])
    of: Of = lambda row: groups.get(row, ()) or (UNKNOWN,)  # noqa: E731
    names = {name for some in groups.values() for name in some}
    if cut == "category" and code in OF_PEOPLE | SHARES | MEANS:
        names, by_row = set(CATEGORIES), categories(facts)
        of = lambda row: (by_row(row),)  # noqa: E731
    if cut == "municipality":
        names |= {split(key)[1] for key in values if key.startswith("5/")} - {ALL, UNKNOWN}
    every = {*count.rows, *count.of}
    lost = (UNKNOWN,) if any(UNKNOWN in of(row) for row in every) else ()
    return _Cut(code, cut, count, (*sorted(names - {UNKNOWN}), *lost), of, values)


def _add(found: _Found, facts: Facts, one: _Cut) -> None:
    if one.count.value is None:
        return
    if one.cut == STATE:
        _add_states(found, facts, one)
    elif one.code in OF_PEOPLE:
        _add_people(found, one)
    elif one.code in SHARES | MEANS:
        _add_shares(found, one)
    else:
        for name in one.names:
            _put(found, one.key(name), plain(one.part(name).value))


def _put(found: _Found, key: str, cell: Cell) -> None:
    found.rows.append(Row(split(key)[1], (cell,)))


def _add_states(found: _Found, facts: Facts, one: _Cut) -> None:
    counts = {name: state_of(facts, one.code, name) for name in one.names}
    if one.code not in OF_PEOPLE:
        for name, count in counts.items():
            _put(found, one.key(name), plain(count.value))
        return
    for name, count in counts.items():
        _put(found, one.key(name), Mark.NO_DATA if count.value is None else People(len(count.rows)))
    if all(count.value is not None for count in counts.values()):
        _add_repeats(found, one, {name: len(count.rows) for name, count in counts.items()})


def _add_people(found: _Found, one: _Cut) -> None:
    """Of a cut into parts the whole is their sum; of another, whoever is in two groups is told in both."""
    numbers = {name: len(one.part(name).rows) for name in one.names}
    for name, number in numbers.items():
        _put(found, one.key(name), People(number))
    if one.cut in PARTED:
        found.sums.append(Sum(at(one.code), tuple(map(one.key, one.names))))
        _add_limits(found, one, numbers)
    else:
        _add_repeats(found, one, numbers)
    if one.code in _GROW:
        found.grows.update(map(one.key, one.names))


def _add_repeats(found: _Found, one: _Cut, numbers: Mapping[str, int]) -> None:
    """The sum with repeats is no secret of its own; each group is within the whole, and the whole within the sum."""
    every, whole = one.key(WITH_REPEATS), at(one.code)
    found.unseen[every] = People(sum(numbers.values()), Rank.GRAND)
    found.sums.append(Sum(every, tuple(map(one.key, numbers))))
    limits = [(one.key(name), whole) for name in numbers] + [(whole, every)]
    true = {one.key(name): number for name, number in numbers.items()} | {every: sum(numbers.values())}
    found.at_most += [AtMost(less, more) for less, more in limits if _holds(less, more, {**one.values, **true})]


def _add_limits(found: _Found, one: _Cut, numbers: Mapping[str, int]) -> None:
    """Whoever is trained or named is enrolled, and whoever is enrolled has applied."""
    for name, number in numbers.items():
        home = enrolled(name) if one.cut == "category" else address("5", name, ENROLLED_THERE)
        less, more = (home, one.key(name)) if one.code == "K01" else (one.key(name), home)
        if one.code in {"K01", "K16", "K20"} and _holds(less, more, {**one.values, one.key(name): number}):
            found.at_most.append(AtMost(less, more))


def _holds(less: str, more: str, values: Mapping[str, Shown]) -> bool:
    first, second = values.get(less), values.get(more)
    return isinstance(first, int) and isinstance(second, int) and first <= second


def _add_shares(found: _Found, one: _Cut) -> None:
    """Of each group those whom the percentage counts, those whom it does not, and all; the parts add up."""
    for name in one.names:
        part, key = one.part(name), one.key(name, PART)
        found.unseen[key] = People(len(part.rows))
        if part.value is None:
            _put(found, one.key(name), Mark.NO_DATA)
        elif one.code in MEANS:
            _put(found, one.key(name), Following(round(part.value, 1), (key,)))
        else:
            share = half_up(Fraction(100 * len(part.rows), len(part.of)))
            _put(found, one.key(name), Percent(share, key, one.base(name)))
        if one.code in SHARES:
            _add_sides(found, one, name, part)
    found.sums.append(Sum(at(one.code, PART), tuple(one.key(name, PART) for name in one.names)))
    if one.code in SHARES and all(map(one.has_own_base, one.names)):
        found.sums.append(Sum(base_of(one.code), tuple(map(one.base, one.names))))


def _add_sides(found: _Found, one: _Cut, name: str, part: Count) -> None:
    base, rest = one.base(name), one.key(name, REST)
    found.unseen[rest] = People(len(part.of) - len(part.rows))
    if one.has_own_base(name):
        found.unseen[base] = People(len(part.of))
        home = enrolled(name) if one.cut == "category" else address("5", name, ENROLLED_THERE)
        if _holds(base, home, {**one.values, base: len(part.of)}):
            found.at_most.append(AtMost(base, home))
    found.sums.append(Sum(base, (one.key(name, PART), rest)))
