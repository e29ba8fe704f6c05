"""Copies of odd packages that calamine can open; the file itself stays as it is.

Two oddities are known: an .ods that does not say what it is, and a workbook with a sheet of Excel 4 macros, no table.
"""

import re
import zipfile
from collections.abc import Mapping
from io import BytesIO
from types import MappingProxyType

from sync.backends.readers.package import BROKEN, key_of, sheet_links
from sync.backends.readers.refusal import damaged_part

_ODS: Mapping[str, bytes] = MappingProxyType(
    {
        "mimetype": b"application/vnd.oasis.opendocument.spreadsheet",
        "META-INF/manifest.xml": b'<manifest xmlns="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"/>',
    }
)
_SHEET = re.compile(rb"<(?:\w+:)?sheet\b[^>]*/>")
_ID = re.compile(rb':id="([^"]*)"')
_MACRO_SHEET = "/xlMacrosheet"


def with_its_type(name: str, archive: zipfile.ZipFile, data: bytes) -> bytes:
    """The .ods with the two parts that say that it is one, `mimetype` first as it must be."""
    known = set(map(key_of, archive.namelist()))
    if all(key_of(part) in known for part in _ODS):
        return data
    return _packed({**_ODS, **_parts(name, archive)})


def without_macro_sheets(name: str, archive: zipfile.ZipFile, data: bytes) -> bytes:
    """The workbook whose list of sheets names tables only."""
    if not any(key_of(part).startswith("xl/macrosheets/") for part in archive.namelist()):
        return data
    root, links = sheet_links(name, archive)
    macros = {link.get("Id", "").encode() for link in links if link.get("Type", "").endswith(_MACRO_SHEET)}
    parts = _parts(name, archive)
    parts[root] = _SHEET.sub(lambda sheet: b"" if set(_ID.findall(sheet[0])) & macros else sheet[0], parts[root])
    return _packed(parts)


def _parts(name: str, archive: zipfile.ZipFile) -> dict[str, bytes]:
    found = {}
    for part in archive.namelist():
        try:
            found[part] = archive.read(part)
        except BROKEN as error:
            raise damaged_part(name, part) from error
    return found


def _packed(parts: Mapping[str, bytes]) -> bytes:
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_STORED) as archive:
        for part, data in parts.items():
            archive.writestr(part, data)
    return buffer.getvalue()
