"""`summary.json` and its JSON Schema: the shape of the package for programs, with a version of its own."""

import json
from datetime import date
from functools import cache
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, StrictFloat, StrictInt, StrictStr

from reports.disclosure.draft import Explained, Mark, Shown
from reports.disclosure.release import Released, Table
from reports.federal.writing.contents import plain, tables_of

SCHEMA = 1
"""The version of the shape: it grows when a program that reads the old one could not read the new."""

SUMMARY, SCHEMA_FILE = "summary.json", "summary.schema.json"
_LARGEST = 10**15
"""No spreadsheet holds a larger number exactly."""

_STRICT = ConfigDict(extra="forbid", frozen=True)


class CellShape(BaseModel):
    """A cell: a value, or a mark instead of it; neither in an empty cell."""

    model_config = _STRICT
    value: Annotated[StrictInt, Field(ge=-_LARGEST, le=_LARGEST)] | StrictFloat | StrictStr | None
    flag: Literal["", "скрыто", "нет данных", "не предусмотрено"]


class RowShape(BaseModel):
    """A line under its key, with a cell for each column."""

    model_config = _STRICT
    key: str = Field(min_length=1)
    cells: tuple[CellShape, ...]


class TableShape(BaseModel):
    """A table: `1` … `10`, `С1`, `С2`."""

    model_config = _STRICT
    code: str = Field(pattern=r"^([1-9]|10|С1|С2)$")
    title: str
    columns: tuple[str, ...]
    rows: tuple[RowShape, ...]


class NoteShape(BaseModel):
    """A line of the explanatory note."""

    model_config = _STRICT
    subject: str
    reason: str
    measures: str
    due: date | None
    who: str


class SummaryShape(BaseModel):
    """The whole package: whose, of when, by which rules, its tables and its note."""

    model_config = ConfigDict(extra="forbid", frozen=True, title="Сводка для ФПО")
    schema_version: Literal[1]
    region: str
    oktmo: str = Field(pattern=r"^([0-9]{2})?$")
    season: str = Field(pattern=r"^[0-9]{4}/[0-9]{4}$")
    recipient: str
    period: str = Field(min_length=1)
    as_of: date
    correction: int = Field(ge=0)
    request: str
    rules: str
    k: int = Field(ge=1)
    hidden: int = Field(ge=0)
    tables: tuple[TableShape, ...] = Field(min_length=12, max_length=12)
    note: tuple[NoteShape, ...]


def summary_file(released: Released) -> bytes:
    """The bytes of the file."""
    head = released.head
    shape = SummaryShape(
        schema_version=SCHEMA,
        region=head.region,
        oktmo=head.oktmo,
        season=head.season,
        recipient=head.recipient,
        period=head.period,
        as_of=head.as_of,
        correction=head.correction,
        request=head.request,
        rules=head.rules,
        k=released.k,
        hidden=len(released.hidden),
        tables=tuple(map(_table, tables_of(released))),
        note=tuple(map(_note, released.notes)),
    )
    return as_text(shape.model_dump(mode="json"))


@cache
def schema_file() -> bytes:
    """The JSON Schema of the file."""
    return as_text({"$schema": "https://json-schema.org/draft/2020-12/schema", **SummaryShape.model_json_schema()})


def as_text(shape: object) -> bytes:
    """JSON for people, too."""
    return (json.dumps(shape, ensure_ascii=False, indent=1) + "\n").encode("utf-8", "replace")


def _table(table: Table) -> TableShape:
    rows = tuple(RowShape(key=key, cells=tuple(map(_cell, cells))) for key, cells in table.rows)
    columns = tuple(one.heading for one in table.fields)
    return TableShape(code=table.code, title=table.title, columns=columns, rows=rows)


def _cell(value: Shown) -> CellShape:
    return (
        CellShape(value=None, flag=value.value) if isinstance(value, Mark) else CellShape(value=plain(value), flag="")
    )


def _note(one: Explained) -> NoteShape:
    return NoteShape(subject=one.subject, reason=one.reason, measures=one.measures, due=one.due, who=one.who)
