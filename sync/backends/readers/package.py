"""A workbook as a package of parts: what it really is, whether it is whole, and how big it would become."""

import posixpath
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from io import BytesIO
from typing import BinaryIO
from xml.etree.ElementTree import Element, ParseError, fromstring

from sync.backends.readers.marks import Marks, search, walk
from sync.backends.readers.refusal import RefusedFileError

MOST_PARTS = 2_000
MOST_BYTES = 300 * 1024 * 1024
MOST_RATIO = 200
RATIO_FROM = 1024 * 1024
CHUNK = 1 << 20

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
ZIP = b"PK\x03\x04"
_DOCTYPE = b"<!DOCTYPE"
_XML_ENDS = (".xml", ".rels", ".vml")
_UTF16 = (b"\xff\xfe", b"\xfe\xff")
_BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, OSError, ValueError, KeyError)


@dataclass(frozen=True)
class Package:
    """A package that was read to the end: marks by the title of the sheet; whether it carries macros."""

    marks: Mapping[str, Marks]
    has_macros: bool


def refuse_by_first_bytes(name: str, data: bytes) -> None:
    """Raises RefusedFileError when the content is plainly not an .xlsx."""
    if data.startswith(OLE):
        if "EncryptedPackage".encode("utf-16-le") in data:
            raise RefusedFileError("F01", f"Файл «{name}» закрыт паролем.")
        raise _other(name, "книга старого вида (.xls)")
    if data.startswith(ZIP):
        return
    head = data[:512].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if head.startswith((b"<html", b"<!doctype html", b"<table", b"<meta")):
        raise _other(name, "веб-страница")
    if head.startswith(b"<"):
        raise _other(name, "текст XML")
    if head.startswith(b"%pdf"):
        raise _other(name, "документ PDF")
    if head and b"\0" not in head:
        raise _other(name, "простой текст")
    raise RefusedFileError("F02", f"Файл «{name}» повреждён: у него нет начала книги Excel.")


def unpacked(name: str, data: bytes) -> zipfile.ZipFile:
    """The package by its directory, when sizes and number of parts are in bounds. Raises RefusedFileError."""
    try:
        archive = zipfile.ZipFile(BytesIO(data))
    except _BROKEN as error:
        raise RefusedFileError("F02", f"Файл «{name}» повреждён или обрезан: у него нет оглавления.") from error
    _refuse_sizes(name, archive)
    return archive


def inspect(name: str, archive: zipfile.ZipFile) -> Package:
    """Reads every part once: checksums, no DOCTYPE; and the marks of the sheets on the way. Raises RefusedFileError."""
    with archive:
        root = _workbook_part(name, archive)
        sheets = _sheet_parts(name, archive, root)
        marks = {
            info.filename: _read_part(name, archive, info, _key(info.filename) in sheets) for info in archive.infolist()
        }
        by_title = {sheets[_key(part)]: one for part, one in marks.items() if one is not None}
        macros = any(part.lower().endswith("vbaproject.bin") for part in archive.namelist())
    return Package(by_title, macros)


def _refuse_sizes(name: str, archive: zipfile.ZipFile) -> None:
    parts = archive.infolist()
    if len({_key(part.filename) for part in parts}) < len(parts):
        raise RefusedFileError("F02", f"Файл «{name}» повреждён: одна из его частей записана дважды.")
    if any(part.flag_bits & 1 for part in parts):
        raise RefusedFileError("F01", f"Файл «{name}» закрыт паролем.")
    if len(parts) > MOST_PARTS:
        raise RefusedFileError(
            "F04", f"Файл «{name}» не прочитан: в нём {len(parts)} частей, можно не больше {MOST_PARTS}."
        )
    total = sum(part.file_size for part in parts)
    swollen = any(
        part.file_size > RATIO_FROM and part.file_size > MOST_RATIO * max(part.compress_size, 1) for part in parts
    )
    if total > MOST_BYTES:
        size, most = total // 1024**2, MOST_BYTES // 1024**2
        raise RefusedFileError("F04", f"Файл «{name}» не прочитан: развёрнутый занял бы {size} МБ, можно {most} МБ.")
    if swollen:
        raise RefusedFileError("F04", f"Файл «{name}» не прочитан: развёрнутый он больше в {MOST_RATIO} раз и более.")


def _read_part(name: str, archive: zipfile.ZipFile, info: zipfile.ZipInfo, is_sheet: bool) -> Marks | None:  # noqa: FBT001
    try:
        with archive.open(info) as part:
            chunks = _chunks(name, info.filename, part)  # type: ignore[arg-type]  # IO[bytes] reads as BinaryIO
            if not is_sheet:
                for _ in chunks:
                    pass
                return None
            marks = search(chunks)
        if not marks.is_odd:
            return marks
        with archive.open(info) as part:
            return walk(part)  # type: ignore[arg-type]  # the same
    except (*_BROKEN, ParseError) as error:
        raise _damaged(name, info.filename) from error


def _chunks(name: str, part_name: str, part: BinaryIO) -> Iterator[bytes]:
    is_xml = part_name.lower().endswith(_XML_ENDS)
    seam = b""
    while chunk := part.read(CHUNK):
        if is_xml and (_DOCTYPE in chunk or _DOCTYPE in seam + chunk[:16] or (not seam and chunk.startswith(_UTF16))):
            raise RefusedFileError(
                "F02",
                f"Файл «{name}» не прочитан: часть «{part_name}» начата так, как Excel не пишет (DOCTYPE или UTF-16).",
            )
        seam = chunk[-16:]
        yield chunk


def _workbook_part(name: str, archive: zipfile.ZipFile) -> str:
    parts = {_key(part): part for part in archive.namelist()}
    if "_rels/.rels" not in parts:
        raise _other(name, "книга OpenDocument (.ods)" if "mimetype" in parts else "архив")
    for link in _tree(name, archive, parts["_rels/.rels"]):
        if link.get("Type", "").endswith("/officeDocument"):
            target = _key(link.get("Target", "").lstrip("/"))
            if target.endswith(".bin"):
                raise _other(name, "двоичная книга (.xlsb)")
            if target.startswith(("word/", "ppt/", "visio/")):
                raise _other(name, "документ, а не книга")
            if target not in parts:
                raise _damaged(name, target)
            return parts[target]
    raise _other(name, "архив")


def _sheet_parts(name: str, archive: zipfile.ZipFile, root: str) -> dict[str, str]:
    parts = {_key(part): part for part in archive.namelist()}
    folder, base = posixpath.split(_key(root))
    links = posixpath.join(folder, "_rels", f"{base}.rels")
    if links not in parts:
        raise _damaged(name, links)
    targets = {}
    for link in _tree(name, archive, parts[links]):
        target = link.get("Target", "").replace("\\", "/")
        full = target.lstrip("/") if target.startswith("/") else posixpath.normpath(posixpath.join(folder, target))
        targets[link.get("Id", "")] = _key(full)
    sheets = (one for one in _tree(name, archive, root).iter() if one.tag.rpartition("}")[2] == "sheet")
    by_id = (
        (next((value for key, value in one.attrib.items() if key.endswith("}id")), ""), one.get("name", ""))
        for one in sheets
    )
    return {targets[link]: title for link, title in by_id if link in targets}


def _tree(name: str, archive: zipfile.ZipFile, part: str) -> Element:
    try:
        data = archive.read(part)
        for _ in _chunks(name, part, BytesIO(data)):
            pass
        return fromstring(data)  # noqa: S314  DOCTYPE was refused just above
    except (*_BROKEN, ParseError) as error:
        raise _damaged(name, part) from error


def _key(part: str) -> str:
    return part.replace("\\", "/").lower()


def _damaged(name: str, part: str) -> RefusedFileError:
    return RefusedFileError("F02", f"Файл «{name}» повреждён: не читается его часть «{part}».")


def _other(name: str, what: str) -> RefusedFileError:
    return RefusedFileError("F03", f"Файл «{name}» — не книга Excel (.xlsx), как сказано в имени: внутри {what}.")
