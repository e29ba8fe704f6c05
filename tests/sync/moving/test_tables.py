"""A table that the history gets later is taken along without a word about it here."""

from pathlib import Path

import pytest
from sqlalchemy import Boolean, Column, Float, ForeignKey, Integer, LargeBinary, MetaData, String, Table, create_engine

from sync.moving.cells import lines_in, meant, told
from sync.moving.parcel import Parcel
from sync.moving.tables import path_of, resource_of, rows_of, schema_of

PACKAGES = Table(
    "sent_packages",
    MetaData(),
    Column("number", Integer, primary_key=True),
    Column("corrects", Integer, ForeignKey("sent_packages.number")),
    Column("region", String, nullable=False),
    Column("late", Boolean, nullable=False),
    Column("share", Float),
    Column("seal", LargeBinary, nullable=False),
)
ROWS = [(2, None, "=А", True, 0.1, b"\x00\xff"), (1, 2, "", False, None, b"")]


def test_its_columns_keys_and_references_are_described() -> None:
    schema = schema_of(PACKAGES)
    assert [(one["name"], one["type"], one.get("format")) for one in schema["fields"]] == [
        ("number", "integer", None),
        ("corrects", "integer", None),
        ("region", "string", None),
        ("late", "boolean", None),
        ("share", "number", None),
        ("seal", "string", "binary"),
    ]
    assert schema["fields"][0]["constraints"] == {"required": True, "unique": True}
    assert schema["primaryKey"] == ["number"]
    assert schema["foreignKeys"] == [{"fields": "corrects", "reference": {"resource": "", "fields": "number"}}]
    assert (resource_of("sent_packages"), path_of("sent_packages")) == (
        "history-sent-packages",
        "history/sent_packages.csv",
    )


def test_its_rows_come_back_as_they_were(tmp_path: Path) -> None:
    engine = create_engine("sqlite://")
    PACKAGES.create(engine)
    schema = schema_of(PACKAGES)
    with engine.begin() as connection:
        connection.execute(PACKAGES.insert(), [dict(zip(PACKAGES.columns.keys(), row, strict=True)) for row in ROWS])
        with Parcel(tmp_path).table("t", "t.csv", schema) as stream:
            for row in rows_of(connection, PACKAGES):
                stream.row(list(map(told, row)))
    engine.dispose()
    with (tmp_path / "t.csv").open("rb") as file:
        _, *lines = lines_in(file)
    read = [tuple(meant(cell, field) for cell, field in zip(line, schema["fields"], strict=True)) for line in lines]
    assert sorted(read) == sorted(ROWS)


@pytest.mark.parametrize("text", ["x", "", "да"])
def test_a_cell_of_another_type_is_refused(text: str) -> None:
    for field in schema_of(PACKAGES)["fields"]:
        if field["type"] != "string":
            with pytest.raises((ValueError, KeyError)):
                meant(text, field)
