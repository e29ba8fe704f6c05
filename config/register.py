"""A register: a record class, its tab, its codes, who keeps it, and what makes a row count."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Generic, TypeVar, cast

from pydantic import BaseModel, ConfigDict

from config.columns import Column, Kind, Need, Raw

REMARKS_HEADING = "Замечания сервиса"
"""The column that a template in Google shows remarks in: a formula of ours, never read as data."""


class Record(BaseModel):
    """One row of a register. Every field but the id may be None: empty, or not readable (decisions.md 8)."""

    model_config = ConfigDict(frozen=True, extra="forbid", arbitrary_types_allowed=True)

    id: str


R = TypeVar("R", bound=Record)


@dataclass(frozen=True)
class Life:
    """Which rows stand for something: the field that tells the state, and the values that are never counted."""

    field: str = "state"
    void: tuple[str, ...] = ("Ошибочная запись",)
    draft: tuple[str, ...] = ("Черновик",)

    @property
    def uncounted(self) -> tuple[str, ...]:
        """Values whose rows are never counted."""
        return self.void + self.draft


@dataclass(frozen=True)
class Composite:
    """Another way to type the same facts: several headings that make one field, or one heading that makes several.

    `make` takes the raw cells under `headings` (in that order) and gives raw cells for `fields` (in that order).
    """

    headings: tuple[str, ...]
    fields: tuple[str, ...]
    make: Callable[[tuple[Raw, ...]], tuple[Raw, ...]]
    needed: int = 1


@dataclass(frozen=True)
class Register(Generic[R]):
    """A register of the office (domain.md §5.1).

    `natural` — the fields that tell a row apart while it has no code; `names` — fields by which other registers may
    call a record; `order` — pairs of date fields, earlier first; `unique` — groups of fields that must not repeat;
    `either` — groups of fields of which one is wanted; `marksheet` — the word with which the titles of tabs begin that
    hold people down and activities across;
    `owner` — role of STAFF whose remarks these are; `curator` — field with the person who keeps the row;
    `overlaps` — several files may tell of one and the same: exports of another system, one after another;
    `known_by` — beginnings of words (folded) that are usual in the names of its records.
    """

    key: str
    tab: str
    record: type[R]
    owner: str
    workbook: str
    prefix: str | None = None
    former: tuple[str, ...] = ()
    natural: tuple[str, ...] = ()
    names: tuple[tuple[str, ...], ...] = ()
    order: tuple[tuple[str, str], ...] = ()
    unique: tuple[tuple[str, ...], ...] = ()
    either: tuple[tuple[str, ...], ...] = ()
    life: Life = Life()
    curator: str | None = None
    person: tuple[str, ...] = ()
    composites: tuple[Composite, ...] = ()
    rows: int = 300
    overlaps: bool = False
    list_of: str | None = None
    marksheet: str | None = None
    kept_at_start: bool = False
    known_by: tuple[str, ...] = ()
    about: str = ""

    @cached_property
    def columns(self) -> tuple[Column, ...]:
        """The columns in the order of the record, the code first."""
        return tuple(_columns_of(self.record))

    @cached_property
    def by_field(self) -> Mapping[str, Column]:
        """Field name → column."""
        return {column.field: column for column in self.columns}

    @cached_property
    def by_heading(self) -> Mapping[str, Column]:
        """Heading → column, as it is written in the declaration."""
        return {column.heading: column for column in self.columns}

    @property
    def id_column(self) -> Column:
        """The column that holds the code (or the name, in a reference list)."""
        return self.by_field["id"]

    @property
    def burden(self) -> tuple[Column, ...]:
        """The columns that a clerk must fill for every row."""
        return tuple(column for column in self.columns if column.need in {Need.REQUIRED, Need.EXPECTED})


def _columns_of(record: type[Record]) -> list[Column]:
    columns = []
    for name, info in record.model_fields.items():
        extra = info.json_schema_extra
        if not isinstance(extra, Mapping) or "column" not in extra:
            msg = f"{record.__name__}.{name} is not declared with column()"
            raise TypeError(msg)
        kind = next((item for item in info.metadata if isinstance(item, Kind)), None)
        if kind is None:
            msg = f"{record.__name__}.{name} needs a kind of cell from config.kinds"
            raise TypeError(msg)
        facts = cast(dict[str, Any], extra["column"])  # Any: pydantic's JSON type can't name our facts
        columns.append(Column(kind=kind, field=name, **facts))
    return columns
