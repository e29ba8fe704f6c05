"""The only way out: a draft goes in, and what comes out is a value that nobody else can make and every writer asks for.

Numbers of people are suppressed and audited against all packages of the season; words of staff are read for personal
data, and a text in which any is found stays at home.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from reports.disclosure.audit import audit
from reports.disclosure.draft import (
    Cell,
    Draft,
    DraftTable,
    Explained,
    Following,
    Head,
    Mark,
    People,
    Percent,
    Rank,
    Sent,
    Shown,
    Source,
    Text,
)
from reports.disclosure.personal import Known, found_in
from reports.disclosure.refused import DisclosureError
from reports.disclosure.suppress import suppress
from reports.disclosure.system import Cell as Number
from reports.disclosure.system import Issued, Same, Share, Sum, System, Verdict
from reports.report import Field

_SEAL = object()


@dataclass(frozen=True)
class Kept:
    """A text that does not leave: the row where it stands, where it would have gone, what personal data it holds."""

    source: str
    place: str
    found: tuple[str, ...]


@dataclass(frozen=True)
class Table:
    """A table as a reader sees it: rows under their keys, a value or a mark for each field."""

    code: str
    title: str
    fields: tuple[Field, ...]
    rows: tuple[tuple[str, tuple[Shown, ...]], ...]

    def cells(self) -> Iterator[tuple[str, Shown]]:
        """Every cell under its address."""
        for key, values in self.rows:
            for one, value in zip(self.fields, values, strict=True):
                yield f"{self.code}/{key}/{one.heading}", value


@dataclass(frozen=True)
class Released:
    """What may leave. Made by `release` alone: no one else has the seal.

    `hidden` — addresses of the cells that read «скрыто»; `kept` — texts that stay at home; `sums` and `same` — the
    equalities that hold. `untold` — every key that a reader must not know, those of numbers that no table has as well.
    """

    head: Head
    tables: tuple[Table, ...]
    notes: tuple[Explained, ...]
    sources: tuple[Source, ...]
    hidden: frozenset[str]
    kept: tuple[Kept, ...]
    k: int
    before: Sent | None
    sums: tuple[Sum, ...]
    same: tuple[Same, ...]
    untold: frozenset[str]
    seal: object = field(repr=False, compare=False)

    def __post_init__(self) -> None:
        if self.seal is not _SEAL:
            msg = "only the disclosure gate releases a package"
            raise TypeError(msg)

    def cells(self) -> Mapping[str, Shown]:
        """Every cell of the tables under its address."""
        return {key: value for table in self.tables for key, value in table.cells()}


def release(draft: Draft, earlier: Sequence[Issued], k: int) -> Released:
    """What may be told of the draft to one who has the earlier packages of the season, oldest first.

    Raises DisclosureError when no suppression can keep the small numbers, and when the audit still finds one.
    """
    system, verdict = _suppressed(draft, earlier, k)
    if audit(system, verdict.hidden):
        raise DisclosureError(advice="Это ошибка программы: сообщите о ней разработчикам.")
    kept: list[Kept] = []
    tables = tuple(_shown(table, verdict.hidden, draft.known, kept) for table in draft.tables)
    notes = tuple(_notes(draft, kept))
    told = {key for table in tables for key, value in table.cells() if value is Mark.HIDDEN}
    return Released(
        head=draft.head,
        tables=tables,
        notes=notes,
        sources=draft.sources,
        hidden=frozenset(told),
        kept=tuple(dict.fromkeys(kept)),
        k=k,
        before=draft.before,
        sums=draft.sums,
        same=draft.same,
        untold=verdict.hidden,
        seal=_SEAL,
    )


def _suppressed(draft: Draft, earlier: Sequence[Issued], k: int) -> tuple[System, Verdict]:
    """All wholes stay in sight, if that can be; else only the number of all; else none has a right to it.

    Early in a season two have left, and what the whole table says of everybody would tell it.
    """
    for rank in (Rank.WHOLE, Rank.GRAND):
        system = system_of(draft, earlier, k, rank)
        try:
            return system, suppress(system)
        except DisclosureError:
            continue
    system = system_of(draft, earlier, k, None)
    return system, suppress(system)


def system_of(draft: Draft, earlier: Sequence[Issued], k: int, rank: Rank | None = Rank.WHOLE) -> System:
    """Everything that a reader of the draft would know. From `rank` on, a number of people counts as a grand total.

    Where an earlier package tells the same numbers of the same day, its reader has both: what it shows can't be hidden
    any more, and what it hides must not be shown.
    """
    people = {**{key: cell for key, cell in _cells(draft) if isinstance(cell, People)}, **draft.unseen}
    known, withheld = _told_before(draft.head.as_of, people, earlier)
    numbers = [
        Number(key, one.value, key in known or (rank is not None and one.rank >= rank and key not in withheld))
        for key, one in people.items()
    ]
    shares = [Share(key, cell.part, cell.base) for key, cell in _cells(draft) if isinstance(cell, Percent)]
    return System(
        tuple(numbers),
        k,
        draft.sums,
        draft.same,
        draft.at_most,
        tuple(shares),
        tuple(earlier),
        draft.grows,
        draft.head.as_of,
        withheld,
    )


def _told_before(
    day: date, people: Mapping[str, People], earlier: Sequence[Issued]
) -> tuple[frozenset[str], frozenset[str]]:
    """What packages of the same day and numbers show, and what they hide; a correction has other numbers."""
    alike = [
        one
        for one in earlier
        if one.as_of == day and all(people[key].value == value for key, value in one.seen.items() if key in people)
    ]
    known = frozenset(key for one in alike for key in one.seen)
    return known, frozenset(key for one in alike for key in one.hidden | one.untold) - known


def _cells(draft: Draft) -> Iterator[tuple[str, Cell]]:
    for table in draft.tables:
        for row in table.rows:
            for at, cell in enumerate(row.cells):
                yield table.address(row, at), cell


def _shown(table: DraftTable, hidden: frozenset[str], known: Known, kept: list[Kept]) -> Table:
    rows = []
    for row in table.rows:
        cells = [_value(cell, table.address(row, at), hidden) for at, cell in enumerate(row.cells)]
        for at, cell in enumerate(row.cells):
            if isinstance(cell, Text) and (found := found_in(cell.words, known, free=cell.free)):
                kept.append(Kept(cell.source, f"таблица {table.code}, «{table.fields[at].heading}»", found))
                cells[at] = Mark.HIDDEN
        rows.append((row.key, tuple(cells)))
    return Table(table.code, table.title, table.fields, tuple(rows))


def _value(cell: Cell, key: str, hidden: frozenset[str]) -> Shown:
    match cell:
        case People() | Percent():
            return Mark.HIDDEN if key in hidden else cell.value
        case Following():
            return Mark.HIDDEN if hidden.intersection(cell.of) else cell.value
        case Text():
            return cell.words
        case _:
            return cell


def _notes(draft: Draft, kept: list[Kept]) -> Iterator[Explained]:
    """The explanations in which nobody is named; of one that names somebody nothing leaves."""
    for one in draft.notes:
        texts = (one.subject, one.reason, one.measures, one.who)
        found = tuple(dict.fromkeys(trace for text in texts for trace in found_in(text, draft.known)))
        if found:
            kept.append(Kept(one.code, "пояснительная записка", found))
        else:
            yield one
