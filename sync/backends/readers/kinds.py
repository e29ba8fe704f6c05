"""What a file really is: told by its content, never by its name."""

import zipfile
from enum import Enum

from sync.backends.readers.ole import MAGIC, BrokenOleError, open_ole
from sync.backends.readers.package import key_of, unpacked
from sync.backends.readers.refusal import RefusedFileError, damaged_part, other_content, unread_kind

ZIP = (b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08")
HEAD = 4096
_BARE_RECORDS = (b"\x09\x00\x04\x00", b"\x09\x02\x06\x00", b"\x09\x04\x06\x00", b"\x09\x08")
_HEADS = (
    (b"%PDF", "document", "документ PDF"),
    (b"{\\rtf", "document", "документ RTF"),
    (b"Rar!", "archive", "архив RAR"),
    (b"7z\xbc\xaf\x27\x1c", "archive", "архив 7z"),
    (b"\x1f\x8b", "archive", "архив gzip"),
    (b"\x89PNG", "not_a_workbook", "картинка"),
    (b"\xff\xd8\xff", "not_a_workbook", "картинка"),
    (b"GIF8", "not_a_workbook", "картинка"),
    (b"SQLite format 3", "not_a_workbook", "база данных SQLite"),
    (b"MIME-Version", "html", "веб-страница одним файлом (.mht)"),
)
_PAGES = ("<html", "<!doctype html", "<table", "<meta", "<head", "<body", "<style", "<script", "<div")
_DOCUMENTS = (("word/", "документ Word"), ("ppt/", "презентация"), ("visio/", "схема Visio"))
_STREAMS = (
    ("WORDDOCUMENT", "document", "документ Word"),
    ("POWERPOINT DOCUMENT", "document", "презентация"),
    ("VISIODOCUMENT", "document", "схема Visio"),
    ("__PROPERTIES_VERSION1.0", "document", "письмо Outlook"),
)
_FROM_NUMBERS = "В Numbers выберите «Файл → Экспортировать в → Excel» и положите полученную книгу .xlsx."


class Kind(Enum):
    """What can be read; the value is how people call it."""

    XLSX = "книга Excel (.xlsx)"
    XLS = "книга Excel старого вида (.xls)"
    ODS = "книга OpenDocument (.ods)"
    TEXT = "текст с разделителями (.csv)"


def kind_of(name: str, data: bytes) -> Kind:
    """The kind of the content. Raises RefusedFileError for what is empty, broken, behind a password or no table."""
    if not data.strip(b"\0 \t\r\n"):
        raise RefusedFileError("empty", f"Файл «{name}» пуст: в нём ничего нет.")
    if data.startswith(MAGIC):
        return _in_ole(name, data)
    if data.startswith(ZIP):
        return _in_package(name, data)
    if data.startswith(_BARE_RECORDS):
        raise unread_kind(name, "not_a_workbook", "книга Excel 4 или старше")
    if data.startswith(b"ID;P"):
        raise unread_kind(name, "not_a_workbook", "таблица SYLK (.slk)")
    for head, cause, what in _HEADS:
        if data.startswith(head):
            raise other_content(name, cause, what)
    _refuse_markup(name, data)
    return Kind.TEXT


def _in_ole(name: str, data: bytes) -> Kind:
    try:
        streams = open_ole(data).root
    except BrokenOleError as error:
        raise broken_ole(name, error) from error
    if "ENCRYPTEDPACKAGE" in streams:
        raise RefusedFileError("password", f"Файл «{name}» закрыт паролем.")
    if "WORKBOOK" in streams or "BOOK" in streams:
        return Kind.XLS
    for stream, cause, what in _STREAMS:
        if stream in streams:
            raise other_content(name, cause, what)
    raise other_content(name, "not_a_workbook", "контейнер OLE без таблицы")


def broken_ole(name: str, error: BrokenOleError) -> RefusedFileError:
    """The refusal of a container that can't be followed."""
    if error.is_cut:
        return RefusedFileError("truncated", f"Файл «{name}» обрезан: конца книги в нём нет.")
    return RefusedFileError("damaged", f"Файл «{name}» повреждён: оглавление книги не читается.")


def _in_package(name: str, data: bytes) -> Kind:
    with unpacked(name, data) as archive:
        parts = {key_of(part): part for part in archive.namelist()}
        if "_rels/.rels" in parts or "[content_types].xml" in parts:
            return _office_open(name, parts)
        if "mimetype" in parts or "content.xml" in parts:
            return _open_document(name, archive, parts)
    if not parts:
        raise other_content(name, "archive", "пустой архив")
    if any(part.endswith(".iwa") for part in parts):
        raise unread_kind(name, "not_a_workbook", "книга Numbers (.numbers)", _FROM_NUMBERS)
    raise other_content(name, "archive", "архив с файлами")


def _office_open(name: str, parts: dict[str, str]) -> Kind:
    for folder, what in _DOCUMENTS:
        if any(part.startswith(folder) for part in parts):
            raise other_content(name, "document", what)
    if "xl/workbook.bin" in parts:
        raise unread_kind(name, "xlsb", "двоичная книга (.xlsb)")
    return Kind.XLSX


def _open_document(name: str, archive: zipfile.ZipFile, parts: dict[str, str]) -> Kind:
    if "encrypted-package" in parts or b"encryption-data" in _start(name, archive, parts.get("meta-inf/manifest.xml")):
        raise RefusedFileError("password", f"Файл «{name}» закрыт паролем.")
    mime = _start(name, archive, parts.get("mimetype")) or _start(name, archive, parts.get("meta-inf/manifest.xml"))
    if b"vnd.oasis.opendocument." in mime and b"opendocument.spreadsheet" not in mime:
        raise other_content(name, "document", "документ OpenDocument")
    if b"vnd.oasis.opendocument." not in mime and "content.xml" not in parts:
        raise other_content(name, "archive", "архив с файлами")
    return Kind.ODS


def _start(name: str, archive: zipfile.ZipFile, part: str | None) -> bytes:
    if part is None:
        return b""
    try:
        with archive.open(part) as opened:
            return opened.read(1 << 20)
    except (zipfile.BadZipFile, EOFError, NotImplementedError, OSError, ValueError) as error:
        raise damaged_part(name, part) from error


def _refuse_markup(name: str, data: bytes) -> None:
    wide = data.startswith((b"\xff\xfe", b"\xfe\xff"))
    head = data[:HEAD].decode("utf-16" if wide else "utf-8-sig", "ignore").lstrip("\ufeff \t\r\n").lower()
    if not head.startswith("<"):
        return
    if head.startswith(_PAGES) or "<html" in head:
        raise other_content(name, "html", "веб-страница")
    if "office:spreadsheet" in head and "urn:schemas-microsoft-com" in head:
        raise unread_kind(name, "xml", "таблица XML 2003")
    if "opendocument" in head:
        raise unread_kind(name, "xml", "книга OpenDocument одним файлом (.fods)")
    if head.startswith(("<?xml", "<!doctype")):
        raise other_content(name, "xml", "текст XML")
