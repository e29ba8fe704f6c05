"""Tables of parsed columns, the office that they make, and the scene that rules look at."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum
from functools import cached_property
from typing import Any, Generic, TypeVar, TypeVarTuple, cast

from config.cells.text import is_empty_like, tidy
from config.columns import Privacy, Raw
from config.imports import is_export
from config.register import Record, Register
from config.registers import REGISTERS
from config.settings import Settings
from validators.drift.noticed import Noticed
from validators.grid import Annex, Spot, cell_name
from validators.moved import Moved
from validators.remark import Place

R = TypeVar("R", bound=Record)
T = TypeVar("T")
By = TypeVarTuple("By")


@dataclass(frozen=True)
class Source:
    """One tab that a table was read from: where each field stands (0-based column) in it.

    One activity of a ведомость is a source of its own: `key` ends the ids of its rows, `heads` are the rows of the
    cells that say a field for all of them, `shared` the fields that one cell says for all activities of a person.
    `annex` is that of the grid; `headings` — the text over each of its columns, ours or not.
    """

    file: str
    tab: str
    columns: Mapping[str, int]
    key: str = ""
    heads: Mapping[str, int] = field(default_factory=dict)
    shared: frozenset[str] = frozenset()
    annex: Annex | None = None
    headings: tuple[str, ...] = ()

    @cached_property
    def name(self) -> str:
        """`Команды.xlsx#Команды и проекты`."""
        return f"{self.file}#{self.tab}" if self.tab else self.file

    def spot(self, row: int, column: int) -> Spot:
        """Where a cell really stands: in this tab, or where its annex is kept."""
        return (self.annex and self.annex.spot(row, column)) or Spot(self.name, row, column)


@dataclass(frozen=True)
class Table(Generic[R]):
    """A register as columns of values (decisions.md 33). A record is built when somebody asks for it.

    All sequences have one length. `fallen` are the indexes of rows that do not stand (decisions.md 8): their codes stay
    known, nothing else is asked of them. `missing` are fields whose column no source has.
    """

    register: Register[R]
    ids: tuple[str, ...] = ()
    values: Mapping[str, Sequence[object]] = field(default_factory=dict)
    raw: Mapping[str, Sequence[Raw]] = field(default_factory=dict)
    rows: tuple[int, ...] = ()
    origin: tuple[int, ...] = ()
    sources: tuple[Source, ...] = ()
    fallen: frozenset[int] = frozenset()
    missing: frozenset[str] = frozenset()
    left_out: tuple[tuple[str, int, str], ...] = ()

    def __len__(self) -> int:
        return len(self.ids)

    def __iter__(self) -> Iterator[R]:
        """The records that stand, in the order of the rows."""
        return (self.record(index) for index in range(len(self.ids)) if index not in self.fallen)

    def record(self, index: int) -> R:
        """The record of a row, by its index in the table."""
        cells: dict[str, Any] = {name: column[index] for name, column in self.values.items()}  # Any: of many types
        cells["id"] = self.ids[index]
        return cast(R, self.register.record.model_construct(**cells))

    @cached_property
    def index_of(self) -> Mapping[str, int]:
        """Id → index of its first row, fallen rows included: a known code is never called unknown."""
        places: dict[str, int] = {}
        for index, row_id in enumerate(self.ids):
            places.setdefault(row_id, index)
        return places

    def get(self, row_id: str) -> R | None:
        """The record with this id, None when there is none or it does not stand."""
        index = self.index_of.get(row_id)
        return None if index is None or index in self.fallen else self.record(index)

    def column(self, name: str) -> Sequence[object]:
        """The parsed values of a field, fallen rows included."""
        return self.ids if name == "id" else self.values[name]

    @cached_property
    def counted(self) -> tuple[int, ...]:
        """Indexes of the rows that stand and are neither drafts nor mistakes."""
        life = self.register.life
        states = self.values.get(life.field)
        uncounted = set(life.uncounted)
        standing = (index for index in range(len(self.ids)) if index not in self.fallen)
        return tuple(index for index in standing if states is None or states[index] not in uncounted)

    @cached_property
    def is_begun(self) -> bool:
        """Staff have typed at least one row: the rows of other systems' exports are not theirs."""
        return any(at >= len(self.sources) or not is_export(self.sources[at].file) for at in set(self.origin))

    @cached_property
    def from_exports(self) -> tuple[int, ...]:
        """Indexes of the rows that stand in another system's export."""
        far = {at for at, source in enumerate(self.sources) if is_export(source.file)}
        return tuple(index for index, at in enumerate(self.origin) if at in far) if far else ()

    @cached_property
    def kept(self) -> tuple[int, ...]:
        """Indexes of the counted rows that staff keep themselves: how well they are filled is theirs."""
        far = set(self.from_exports)
        return tuple(index for index in self.counted if index not in far) if far else self.counted

    def living(self) -> Iterator[R]:
        """The records that are counted: standing, not a draft, not a mistake."""
        return map(self.record, self.counted)

    def is_blank(self, index: int, name: str) -> bool:
        """Nobody typed anything into the cell: it is empty, or says «нет», «-» and the like."""
        known = self.values[name][index] is not None or self.is_unknown(index, name)
        return not known and self._says_nothing(index, name)

    def is_typed(self, index: int, name: str) -> bool:
        """Somebody typed the value: the service did not derive it."""
        return self.values[name][index] is not None and not self._says_nothing(index, name)

    def _says_nothing(self, index: int, name: str) -> bool:
        raw = self.raw[name][index] if name in self.raw else None
        return raw is None or (isinstance(raw, str) and (not tidy(raw) or is_empty_like(tidy(raw))))

    def is_unknown(self, index: int, name: str) -> bool:
        """Nobody knows what would stand in the cell: names are kept apart from this table, and it is not there."""
        source = self._source(index)
        if source.annex is None or self.register.by_field[name].privacy < Privacy.P3:
            return False
        return name not in source.columns or self.rows[index] not in source.annex.known

    def _source(self, index: int) -> Source:
        return self.sources[self.origin[index]]

    def place(self, index: int, name: str | None) -> Place:
        """Where a cell of a row is, for a remark."""
        source, row, row_id = self._source(index), self.rows[index], self.ids[index]
        heading = self.register.by_field[name].heading if name else None
        position = source.columns.get(name) if name else None
        if name and name in source.heads:
            row, row_id = source.heads[name], f"?{source.key}"
        elif name in source.shared:
            row_id = row_id.removesuffix(source.key)
        shown = None if row_id[:1] == "?" else row_id
        if position is None:
            return Place(self.register.key, shown, row, heading, None, source.name, row_id)
        spot = source.spot(row, position)
        return Place(self.register.key, shown, spot.row, heading, cell_name(spot.row, spot.column), spot.source, row_id)

    def with_values(self, **columns: Sequence[object]) -> "Table[R]":
        """The same table with some columns replaced."""
        return replace(self, values={**self.values, **columns})


class Standing(StrEnum):
    """What became of a register in this reading."""

    ACCEPTED = "accepted"
    HELD = "held"
    FAILED = "failed"
    NOT_KEPT = "not_kept"


@dataclass(frozen=True)
class Account:
    """How a register was read: its standing, why, and the day its data are of."""

    standing: Standing
    reason: str | None = None
    data_of: date | None = None


@dataclass(frozen=True)
class Broken:
    """A reference that leads to no record: where it stands, what is wrong, what to do; no `code` for a name."""

    register: str
    index: int
    field: str
    text: str
    advice: str
    code: str = ""


@dataclass(frozen=True)
class Office:
    """All tables of the office, by register key, with the references that could not be resolved.

    `unread` — register key → name of the export that should have added rows and could not be read; `different` and
    `same` — pairs of codes of different people and of one; `destroyed` — codes of people whose data were destroyed.
    """

    tables: Mapping[str, Table[Any]]  # Any: tables of different records live side by side
    accounts: Mapping[str, Account] = field(default_factory=dict)
    broken: tuple[Broken, ...] = ()
    unread: Mapping[str, str] = field(default_factory=dict)
    different: frozenset[frozenset[str]] = frozenset()
    same: frozenset[frozenset[str]] = frozenset()
    settings: Settings = Settings()
    destroyed: frozenset[str] = frozenset()
    _found: dict[object, object] = field(init=False, default_factory=dict, repr=False, compare=False)

    def __getitem__(self, record: type[R]) -> Table[R]:
        """`office[Team]` is the table of teams; an empty one when the register is not kept or was not read."""
        for table in self.tables.values():
            if table.register.record is record:
                return cast(Table[R], table)
        register = next(one for one in REGISTERS if one.record is record)
        bare = {column.field: () for column in register.columns}
        return Table(register, values=bare, missing=frozenset(register.by_field))

    def has(self, key: str) -> bool:
        """The register is kept and there are data of it, today's or the last good ones."""
        return key in self.tables

    def once(self, find: Callable[["Office", *By], T], *by: *By) -> T:
        """What the function finds in this office, on a day: it looks once, however often it is asked."""
        key = (find, *by)
        if key not in self._found:
            self._found[key] = find(self, *by)
        return cast(T, self._found[key])


@dataclass(frozen=True)
class Scene:
    """Everything a rule may look at: the office now, the day, the numbers of the settings.

    `earlier` — register → its table as it was last accepted, of those that have changed since; `noticed` — what was
    noticed between two readings and still holds; `moved` — facts of closed periods that are not as reported any more.
    """

    office: Office
    today: date
    settings: Settings
    earlier: Mapping[str, Table[Any]] = field(default_factory=dict)
    noticed: tuple[Noticed, ...] = ()
    moved: tuple[Moved, ...] = ()
