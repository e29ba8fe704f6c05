"""The files of a package: the same bytes again, of their schema, numbers as numbers, hostile words as words."""

import csv
import io
import json
import zipfile
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import jsonschema
import openpyxl
import pytest

from reports.disclosure.draft import Row, Text
from reports.disclosure.release import Released, release
from reports.federal.compose import compose
from reports.federal.passport import Letter
from reports.federal.writing.contents import tab_title, tables_of
from reports.federal.writing.data import COLUMNS
from reports.federal.writing.manifest import MANIFEST, digest_of, manifest_in
from reports.federal.writing.package import files_of, zipped
from reports.federal.writing.summary import schema_file
from tests.reports.federal.released import K, draft, head, released
from tests.reports.head.pages import demo

FILES = files_of(released(), 1, None)
ROOT = Path(__file__).parents[3]
HOSTILE = ("=HYPERLINK(1)", "+7", "-2+3", "@SUM(1)", "<b>текст</b>", "{{ 7*7 }}", 'a;b"c"', "\tтаб", "a\x07b")


def lines(name: str) -> list[list[str]]:
    data = FILES[name]
    assert data.startswith(b"\xef\xbb\xbf")
    return list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline=""), delimiter=";"))


def with_words(words: Sequence[str]) -> Released:
    """A package in which the themes of the first teams are these."""
    table = draft().tables[5]
    rows = [
        Row(row.key, (row.cells[0], Text(one), *row.cells[2:])) for row, one in zip(table.rows, words, strict=False)
    ]
    changed = replace(table, rows=tuple(rows))
    return release(replace(draft(), tables=(*draft().tables[:5], changed, *draft().tables[6:])), (), K)


def test_the_same_package_gives_the_same_bytes() -> None:
    assert files_of(released(), 1, None) == FILES
    assert zipped(FILES) == zipped(dict(reversed(list(FILES.items()))))


def test_the_package_has_the_files_of_its_contract() -> None:
    plain = {name for name in FILES if not name.startswith("csv/")}
    assert plain == {"summary.xlsx", "data.csv", "summary.json", "summary.schema.json", "note.docx", "manifest.json"}
    assert sum(name.startswith("csv/") for name in FILES) == 12


def test_the_manifest_knows_every_other_file_and_itself() -> None:
    manifest = manifest_in(FILES[MANIFEST])
    assert manifest is not None
    assert manifest.files == {name: digest_of(data) for name, data in FILES.items() if name != MANIFEST}
    assert manifest.sealed() == manifest
    assert (manifest.k, manifest.number, manifest.previous) == (K, 1, None)


def test_the_summary_is_of_its_schema_and_the_schema_is_published() -> None:
    schema = json.loads(FILES["summary.schema.json"])
    jsonschema.Draft202012Validator.check_schema(schema)
    jsonschema.validate(json.loads(FILES["summary.json"]), schema)
    assert (ROOT / "docs" / "federal-summary.schema.json").read_bytes() == schema_file()


def test_every_cell_has_a_line_in_the_long_form() -> None:
    heading, *rows = lines("data.csv")
    assert tuple(heading) == COLUMNS
    assert len(rows) == sum(len(cells) for table in tables_of(released()) for _, cells in table.rows)
    assert ["Светлоборская область", "2026-04", "2026-04-15", "3", "Всего", "Зачислено", "220", "", "0"] in rows
    assert {row[7] for row in rows} == {"", "скрыто", "нет данных", "не предусмотрено"}
    assert all(not row[6] for row in rows if row[7])


def test_each_tab_has_one_heading_row_and_numbers_are_numbers() -> None:
    book = openpyxl.load_workbook(io.BytesIO(FILES["summary.xlsx"]))
    assert len(book.sheetnames) == 12
    for table in tables_of(released()):
        sheet = book[tab_title(table.code, table.title)]
        assert sheet.title in {f"{table.code}. {table.title}", f"{table.code} {table.title}"}
        assert [cell.value for cell in sheet[1]][: len(table.fields)] == [one.heading for one in table.fields]
    enrolled = book["3. Участники"]["C5"]
    assert (enrolled.value, enrolled.data_type) == (220, "n")


def test_hostile_words_stay_words() -> None:
    files = files_of(with_words(HOSTILE), 1, None)
    sheet = openpyxl.load_workbook(io.BytesIO(files["summary.xlsx"]))["6. Команды и проекты"]
    table = list(csv.reader(io.StringIO(files["csv/06 Команды и проекты.csv"].decode("utf-8-sig")), delimiter=";"))
    told = [row["cells"][1]["value"] for row in json.loads(files["summary.json"])["tables"][5]["rows"]]
    assert told == list(HOSTILE)
    for at, words in enumerate(HOSTILE, start=2):
        plain = words.replace("\x07", "")
        assert (sheet.cell(at, 2).data_type, sheet.cell(at, 2).value) == ("s", plain)
        assert table[at - 1][1][:1] not in {"=", "+", "-", "@", "\t"}
        assert table[at - 1][1].removeprefix("'") == plain


def test_the_note_has_the_explanations_and_posts_and_no_names() -> None:
    with zipfile.ZipFile(io.BytesIO(FILES["note.docx"])) as archive:
        words = archive.read("word/document.xml").decode()
    assert "Двое наставников ждут утверждения на заседании 23 апреля" in words
    assert "Специалист по работе со студентами вузов" in words
    assert "Алёшина" not in words
    assert "С.О. Дорофеев" in words.replace("\u00a0", " ").replace(". ", ".").replace("С.О.Д", "С.О. Д")


def test_only_the_gate_can_release() -> None:
    with pytest.raises(TypeError):
        replace(released(), seal=object())


def test_a_reason_with_personal_data_does_not_leave_even_in_the_manifest() -> None:
    reason = "ошибся Канарейкин И.И., +7 983 777-11-22"
    one = compose(demo(), demo(), head(correction=1, reason=reason), Letter())
    files = files_of(release(one, (), K), 2, "0" * 64)
    assert not [name for name, data in files.items() if "Канарейкин".encode() in data or b"777-11" in data]
    manifest = manifest_in(files[MANIFEST])
    assert manifest is not None
    assert (manifest.reason, manifest.correction) == ("скрыто", 1)
