"""What a file is decides its content: other content opens with a note, what is no table is named by what it is."""

import gzip
import struct
from collections.abc import Mapping, Sequence
from io import BytesIO

import pytest
import xlwt

from sync.backends.base import FileRead
from sync.backends.readers.calamine import CalamineProcess
from sync.backends.readers.file import read_file
from sync.backends.readers.refusal import CAUSES
from sync.demo.broken import behind_password
from tests.sync.backends.workbooks import ODS_TYPE, ods_bytes, workbook_bytes, xls_bytes, zipped

TABS: Mapping[str, Sequence[Sequence[object]]] = {"Лист": [["Код", "Имя"], ["К-0001", 5]]}
ROWS = (("Код", "Имя"), ("К-0001", 5))
TEXT = "Код\tИмя\nК-0001\t5\n".encode()
OLE_HEAD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def refusal_of(data: bytes, name: str = "Книга.xlsx") -> FileRead:
    file = read_file(name, data)
    assert file.grids == ()
    assert file.refused is not None
    assert file.code == CAUSES[file.refused][0]
    assert file.text
    assert file.advice
    return file


@pytest.mark.parametrize(
    ("name", "data", "words"),
    [
        ("Книга.xls", workbook_bytes(TABS), "книга Excel (.xlsx)"),
        ("Книга.xlsx", xls_bytes(TABS), "старого вида (.xls)"),
        ("Книга.xlsx", ods_bytes(TABS), "OpenDocument (.ods)"),
        ("Книга.csv", workbook_bytes(TABS), "книга Excel (.xlsx)"),
    ],
)
def test_a_workbook_opens_by_its_content_and_the_name_is_noted(name: str, data: bytes, words: str) -> None:
    file = read_file(name, data)
    assert (file.code, file.refused) == (None, None)
    assert file.grids[0].rows == ROWS
    assert [(code, words in text) for code, text in file.notes] == [("F03", True)]


def test_a_text_named_as_a_workbook_opens_with_a_note() -> None:
    file = read_file("Выгрузка.xls", TEXT)
    assert file.grids[0].rows == (("Код", "Имя"), ("К-0001", "5"))
    assert [code for code, _ in file.notes] == ["F03"]
    assert not file.grids[0].typed


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("Книга.xlsx", workbook_bytes(TABS)),
        ("Книга.XLSM", workbook_bytes(TABS)),
        ("Шаблон.xltx", workbook_bytes(TABS)),
        ("Книга.xls", xls_bytes(TABS)),
        ("Книга.ods", ods_bytes(TABS)),
        ("Список.csv", TEXT),
        ("без конца", TEXT),
        ("без конца", ods_bytes(TABS)),
    ],
)
def test_a_right_name_or_none_is_no_note(name: str, data: bytes) -> None:
    file = read_file(name, data)
    assert (file.code, file.notes) == (None, ())


def test_the_digest_is_of_the_bytes_also_when_the_file_is_refused() -> None:
    assert len({read_file("а", data).digest for data in (TEXT, b"", b"<html>", workbook_bytes(TABS))}) == 4


def _ole(stream: str) -> bytes:
    return (
        behind_password(b"x" * 9000)
        .replace("EncryptedPackage".encode("utf-16-le"), stream.ljust(16, "\0").encode("utf-16-le"))
        .replace(struct.pack("<H", 34), struct.pack("<H", 2 * len(stream) + 2))
    )


@pytest.mark.parametrize(
    ("data", "cause", "words"),
    [
        (b"", "empty", "пуст"),
        (b"\0" * 4096, "empty", "пуст"),
        (b" \r\n\t\n", "empty", "пуст"),
        (behind_password(b"x" * 9000), "password", "паролем"),
        (_ole("WordDocument"), "document", "Word"),
        (_ole("Something"), "not_a_workbook", "OLE"),
        (OLE_HEAD + bytes(100), "truncated", "обрезан"),
        (OLE_HEAD + bytes(2000), "damaged", "повреждён"),
        (b"<html><body><table></table></body></html>", "html", "веб-страница"),
        (b"\xef\xbb\xbf\r\n<!DOCTYPE html>", "html", "веб-страница"),
        ("<html><table>".encode("utf-16"), "html", "веб-страница"),
        (b"MIME-Version: 1.0\r\n", "html", "веб-страница"),
        (b'<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"/>', "xml", "2003"),
        (
            b'<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" x="urn:schemas-microsoft-com:office:office"/>',
            "xml",
            "2003",
        ),
        (
            b'<?xml version="1.0"?><office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"/>',
            "xml",
            ".fods",
        ),
        (b'<?xml version="1.0"?><list/>', "xml", "текст XML"),
        (b"%PDF-1.7 ...", "document", "PDF"),
        (b"{\\rtf1 ...}", "document", "RTF"),
        (b"\x89PNG\r\n\x1a\n....", "not_a_workbook", "картинка"),
        (gzip.compress(TEXT, mtime=0), "archive", "gzip"),
        (b"Rar!\x1a\x07", "archive", "RAR"),
        (b"ID;PWXL;N;E\n", "not_a_workbook", "SYLK"),
        (b"\x09\x04\x06\x00\x00\x00\x10\x00", "not_a_workbook", "Excel 4"),
        (b"\x01\x02\x03\x04;\x07 a;b\n", "not_a_workbook", "не текст"),
        ("Просто письмо без таблицы.\nВторая строка.\n".encode(), "not_a_workbook", "простой текст"),
        (zipped({}), "archive", "пустой архив"),
        (zipped({"фото.jpg": b"..."}), "archive", "архив"),
        (zipped({"Index/Document.iwa": b"..."}), "not_a_workbook", "Numbers"),
        (
            zipped({"mimetype": b"application/vnd.oasis.opendocument.text", "content.xml": b"<x/>"}),
            "document",
            "OpenDocument",
        ),
        (zipped({"[Content_Types].xml": b"<x/>", "word/document.xml": b"<x/>"}), "document", "Word"),
        (zipped({"[Content_Types].xml": b"<x/>", "ppt/presentation.xml": b"<x/>"}), "document", "презентация"),
        (zipped({"[Content_Types].xml": b"<x/>", "xl/workbook.bin": b"x"}), "xlsb", ".xlsb"),
        (zipped({"[Content_Types].xml": b"<x/>", "xl/x.xml": b"<x/>"}), "archive", "архив"),
        (workbook_bytes(TABS)[:-30], "truncated", "обрезан"),
    ],
)
@pytest.mark.parametrize("name", ["Книга.xlsx", "Книга.xls", "без конца"])
def test_what_is_no_table_is_named_by_what_it_is(data: bytes, cause: str, words: str, name: str) -> None:
    file = refusal_of(data, name)
    assert (file.refused, words in file.text) == (cause, True), file.text


def test_a_mimetype_alone_makes_no_table() -> None:
    assert refusal_of(zipped({"mimetype": ODS_TYPE, "content.xml": b"<x"})).refused == "damaged"


def test_a_workbook_of_office_inside_a_document_does_not_make_it_a_table() -> None:
    book = xlwt.Workbook()
    book.add_sheet("x")
    buffer = BytesIO()
    book.save(buffer)
    assert refusal_of(_ole("WordDocument") + buffer.getvalue()).refused == "document"


def test_many_files_share_one_process() -> None:
    with CalamineProcess() as process:
        read = [
            read_file(name, data, process).refused
            for name, data in [
                ("а.xlsx", workbook_bytes(TABS)),
                ("б.xls", xls_bytes(TABS)[:3000]),
                ("в.ods", ods_bytes(TABS)),
                ("г.xlsx", workbook_bytes(TABS)[:900]),
                ("д.xls", xls_bytes(TABS)),
            ]
        ]
    assert read == [None, "truncated", None, "truncated", None]
