"""A workbook as a package of parts: what it really is, whether it is whole, and how big it would become."""

import posixpath
import re
import zipfile
import zlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from io import BytesIO
from typing import BinaryIO
from xml.etree.ElementTree import Element, ParseError, fromstring
from xml.parsers.expat import ExpatError, ParserCreate

from sync.backends.readers.marks import Marks, search, walk
from sync.backends.readers.refusal import RefusedFileError, damaged_part, other_content

MOST_PARTS = 2_000
MOST_BYTES = 300 * 1024 * 1024
MOST_RATIO = 200
RATIO_FROM = 1024 * 1024
CHUNK = 1 << 20

_DIRECTORY, _DIRECTORY_END = b"PK\x01\x02", b"PK\x05\x06"
_DOCTYPE = b"<!DOCTYPE"
_NO_BRACKETS = bytes(one for one in range(256) if one not in b"<>")
_MUST_PARSE = (".xml", ".rels")
_XML_ENDS = (".xml", ".rels", ".vml")
_ENCODING = re.compile(rb"""^<\?xml[^>]*?encoding\s*=\s*["']([^"']*)""")
_KNOWN_ENCODING = re.compile(rb"utf-?8|us-ascii|ascii|iso-8859-\d+|windows-125\d|cp125\d", re.IGNORECASE)
BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, OSError, ValueError, KeyError)


@dataclass(frozen=True)
class Package:
    """A package that was read to the end: marks by the title of the sheet; whether it carries macros."""

    marks: Mapping[str, Marks]
    has_macros: bool


class Brackets:
    """Whether `<` and `>` take turns in an XML: if not, it is parsed whole, for calamine passes over broken tags."""

    def __init__(self) -> None:
        """Nothing is seen yet."""
        self._seen = True
        self._open = b""

    @property
    def take_turns(self) -> bool:
        """So far, and none is left open."""
        return self._seen and not self._open

    def watch(self, chunks: Iterable[bytes]) -> Iterator[bytes]:
        """Gives the pieces on."""
        for chunk in chunks:
            brackets = self._open + chunk.translate(None, _NO_BRACKETS)
            pairs = len(brackets) // 2
            self._seen = self._seen and brackets[: 2 * pairs] == b"<>" * pairs
            self._open = brackets[2 * pairs :]
            yield chunk


def unpacked(name: str, data: bytes) -> zipfile.ZipFile:
    """The package by its directory, when sizes and number of parts are in bounds. Raises RefusedFileError."""
    _refuse_number(name, data.count(_DIRECTORY))
    try:
        archive = zipfile.ZipFile(BytesIO(data))
    except BROKEN as error:
        if _DIRECTORY_END in data[-1024:]:
            raise RefusedFileError("damaged", f"Файл «{name}» повреждён: оглавление книги не читается.") from error
        raise RefusedFileError("truncated", f"Файл «{name}» обрезан: конца книги в нём нет.") from error
    _refuse_sizes(name, archive)
    return archive


def inspect(name: str, archive: zipfile.ZipFile) -> Package:
    """Reads every part once: checksums, no DOCTYPE; and the marks of the sheets on the way. Raises RefusedFileError."""
    with archive:
        sheets = _sheet_parts(name, archive)
        marks = {
            info.filename: _read_part(name, archive, info, key_of(info.filename) in sheets)
            for info in archive.infolist()
        }
        by_title = {sheets[key_of(part)]: one for part, one in marks.items() if one is not None}
        macros = any("vbaproject.bin" in part or "macrosheets/" in part for part in map(key_of, archive.namelist()))
    return Package(by_title, macros)


def _refuse_sizes(name: str, archive: zipfile.ZipFile) -> None:
    parts = archive.infolist()
    if len({key_of(part.filename) for part in parts}) < len(parts):
        raise RefusedFileError("damaged", f"Файл «{name}» повреждён: одна из его частей записана дважды.")
    if any(part.flag_bits & 1 for part in parts):
        raise RefusedFileError("password", f"Файл «{name}» закрыт паролем.")
    _refuse_number(name, len(parts))
    total = sum(part.file_size for part in parts)
    swollen = any(
        part.file_size > RATIO_FROM and part.file_size > MOST_RATIO * max(part.compress_size, 1) for part in parts
    )
    if total > MOST_BYTES:
        size, most = total // 1024**2, MOST_BYTES // 1024**2
        raise RefusedFileError(
            "too_large", f"Файл «{name}» не прочитан: развёрнутый занял бы {size} МБ, можно {most} МБ."
        )
    if swollen:
        raise RefusedFileError(
            "too_large", f"Файл «{name}» не прочитан: развёрнутый он больше в {MOST_RATIO} раз и более."
        )


def _refuse_number(name: str, parts: int) -> None:
    if parts > MOST_PARTS:
        raise RefusedFileError(
            "too_large", f"Файл «{name}» не прочитан: в нём {parts} частей, можно не больше {MOST_PARTS}."
        )


def _read_part(name: str, archive: zipfile.ZipFile, info: zipfile.ZipInfo, is_sheet: bool) -> Marks | None:  # noqa: FBT001
    brackets = Brackets()
    try:
        with archive.open(info) as part:
            chunks = brackets.watch(chunks_of(name, info.filename, part))  # type: ignore[arg-type]  # IO[bytes] is one
            marks = search(chunks) if is_sheet else sum(0 for _ in chunks)
        if not brackets.take_turns and info.filename.lower().endswith(_MUST_PARSE):
            with archive.open(info) as part:
                ParserCreate().ParseFile(part)
        if not isinstance(marks, Marks):
            return None
        if not marks.is_odd:
            return marks
        with archive.open(info) as part:
            return walk(part)  # type: ignore[arg-type]  # the same
    except (*BROKEN, ParseError, ExpatError) as error:
        raise damaged_part(name, info.filename) from error


def chunks_of(name: str, part_name: str, part: BinaryIO) -> Iterator[bytes]:
    """The content of a part, piece by piece. Raises RefusedFileError for a DOCTYPE and for odd encodings of XML."""
    is_xml = part_name.lower().endswith(_XML_ENDS)
    seam = b""
    while chunk := part.read(CHUNK):
        if is_xml:
            if not seam:
                _refuse_encoding(name, part_name, chunk[:256].removeprefix(b"\xef\xbb\xbf").lstrip())
            if (b"!" in chunk and _DOCTYPE in chunk) or _DOCTYPE in seam + chunk[:16]:
                raise RefusedFileError(
                    "damaged",
                    f"Файл «{name}» не прочитан: в его части «{part_name}» есть DOCTYPE, таблицы так не пишут.",
                )
        seam = chunk[-16:]
        yield chunk


def _refuse_encoding(name: str, part_name: str, head: bytes) -> None:
    said = _ENCODING.match(head)
    if head and (not head.startswith(b"<") or head[1:2] == b"\0" or (said and not _KNOWN_ENCODING.fullmatch(said[1]))):
        raise RefusedFileError(
            "encoding",
            f"Файл «{name}» не прочитан: его часть «{part_name}» записана не в UTF-8, программы таблиц так не пишут.",
            "Откройте файл в Excel и сохраните заново.",
        )


def _workbook_part(name: str, archive: zipfile.ZipFile) -> str:
    parts = {key_of(part): part for part in archive.namelist()}
    if "_rels/.rels" not in parts:
        raise other_content(name, "archive", "архив с файлами")
    for link in _tree(name, archive, parts["_rels/.rels"]):
        if link.get("Type", "").endswith("/officeDocument"):
            target = key_of(link.get("Target", "").lstrip("/"))
            if target not in parts:
                raise damaged_part(name, target)
            return parts[target]
    raise other_content(name, "archive", "архив с файлами")


def sheet_links(name: str, archive: zipfile.ZipFile) -> tuple[str, Element]:
    """The name of the workbook's part and the links from it, those to its sheets too. Raises RefusedFileError."""
    parts = {key_of(part): part for part in archive.namelist()}
    root = _workbook_part(name, archive)
    folder, base = posixpath.split(key_of(root))
    links = posixpath.join(folder, "_rels", f"{base}.rels")
    if links not in parts:
        raise damaged_part(name, links)
    return root, _tree(name, archive, parts[links])


def _sheet_parts(name: str, archive: zipfile.ZipFile) -> dict[str, str]:
    root, links = sheet_links(name, archive)
    folder = posixpath.dirname(key_of(root))
    targets = {}
    for link in links:
        target = link.get("Target", "").replace("\\", "/")
        full = target.lstrip("/") if target.startswith("/") else posixpath.normpath(posixpath.join(folder, target))
        targets[link.get("Id", "")] = key_of(full)
    sheets = (one for one in _tree(name, archive, root).iter() if one.tag.rpartition("}")[2] == "sheet")
    by_id = (
        (next((value for key, value in one.attrib.items() if key.endswith("}id")), ""), one.get("name", ""))
        for one in sheets
    )
    return {targets[link]: title for link, title in by_id if link in targets}


def _tree(name: str, archive: zipfile.ZipFile, part: str) -> Element:
    try:
        data = archive.read(part)
        for _ in chunks_of(name, part, BytesIO(data)):
            pass
        return fromstring(data)  # noqa: S314  DOCTYPE was refused just above
    except (*BROKEN, ParseError) as error:
        raise damaged_part(name, part) from error


def key_of(part: str) -> str:
    """The name of a part as it is compared: some programs write backslashes, some other letters."""
    return part.replace("\\", "/").lower()
