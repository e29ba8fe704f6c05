"""What is kept by its digest goes out in an open form and comes back as it was, changes as changes."""

import json
from pathlib import Path

import pytest
from sqlalchemy import Connection, create_engine

from sync.moving.contents import Kept, kept_line, put_contents
from sync.moving.parcel import Parcel
from sync.state.codec import digest_of_encoded, encode, pack
from sync.state.contents import content
from sync.state.delta import leaning, pack_upon
from sync.state.tables import CONTENTS, METADATA
from validators.grid import Grid


def rows(count: int, last: str) -> bytes:
    return encode([Grid("К.xlsx", "Команды", (*(("КМ", number, "ё" * 20) for number in range(count)), (last,)))])


@pytest.fixture
def connection() -> Connection:
    engine = create_engine("sqlite://")
    METADATA.create_all(engine)
    return engine.connect()


def keep(connection: Connection, data: bytes, stored: bytes | None = None) -> str:
    digest = digest_of_encoded(data)
    connection.execute(CONTENTS.insert(), {"digest": digest, "data": stored or pack(data)})
    return digest


def put(connection: Connection, folder: Path) -> list[bytes]:
    folder.mkdir()
    put_contents(connection, Parcel(folder))
    connection.close()
    connection.engine.dispose()
    return (folder / "history" / "contents.jsonl").read_bytes().splitlines(keepends=True)


def test_a_reading_goes_out_as_json_and_a_later_one_as_what_it_changes(connection: Connection, tmp_path: Path) -> None:
    first, second = rows(60, "а"), rows(60, "б")
    base = keep(connection, first)
    stored = pack_upon(second, first, base, 0)
    assert leaning(stored) is not None
    later = keep(connection, second, stored)
    assert content(connection, later) == second
    lines = put(connection, tmp_path / "out")
    assert json.loads(lines[0])["json"]["grids"][0]["rows"][60] == ["а"]
    told = json.loads(lines[1])
    assert (told["digest"], told["base"], told["depth"]) == (later, base, 1)
    assert told["steps"][0] == [0, 60]
    assert [kept_line(line) for line in lines] == [Kept(base, pack(first)), Kept(later, stored)]


@pytest.mark.parametrize(
    ("data", "suffix"),
    [
        (b'{\n "a": 1\n}\n', ".json"),
        (b"PK\x03\x04 xl/workbook.xml", ".xlsx"),
        (b"PK\x03\x04 word/document.xml", ".docx"),
        (b"PK\x03\x04", ".zip"),
        (b"%PDF-1.7", ".pdf"),
        (b"\xff\xfe", ".bin"),
        (b'["\xed\xa0\x80"]', ".json"),
    ],
)
def test_what_is_not_one_line_of_json_is_a_file_of_its_own(
    data: bytes, suffix: str, connection: Connection, tmp_path: Path
) -> None:
    digest = keep(connection, data)
    assert put(connection, tmp_path / "out") == []
    assert (tmp_path / "out" / "history" / "contents" / f"{digest}{suffix}").read_bytes() == data


@pytest.mark.parametrize(
    "line", [b"", b"{}\n", b'{"digest":"00","json":1}\n', b'{"digest":"' + b"0" * 64 + b'","json":1}']
)
def test_a_line_of_another_kind_is_refused(line: bytes) -> None:
    with pytest.raises(ValueError, match=r".*"):
        kept_line(line)
