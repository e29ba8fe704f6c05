"""Workbooks made for tests: whole ones by openpyxl, odd ones part by part."""

import re
import zipfile
from collections.abc import Mapping, Sequence
from datetime import date
from io import BytesIO
from pathlib import Path
from xml.sax.saxutils import escape, quoteattr

import xlwt
from openpyxl import Workbook

from config.columns import CellError

CONTENT_TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Override PartName="/xl/workbook.xml"'
    ' ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>'
    '<Override PartName="/xl/worksheets/sheet1.xml"'
    ' ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>'
)
_RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"


def workbook_bytes(tabs: Mapping[str, Sequence[Sequence[object]]]) -> bytes:
    """A whole workbook; text that begins with «=» stays text, a CellError becomes an error cell."""
    book = Workbook()
    book.remove(book.active)  # type: ignore[arg-type]  # a new book has an active sheet
    for title, rows in tabs.items():
        sheet = book.create_sheet(title)
        for row, cells in enumerate(rows, start=1):
            for column, value in enumerate(cells, start=1):
                cell = sheet.cell(row, column)
                cell.value = value.word if isinstance(value, CellError) else value
                if isinstance(value, str | CellError):
                    cell.data_type = "s" if isinstance(value, str) else "e"
    buffer = BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def save_workbook(path: Path, tabs: Mapping[str, Sequence[Sequence[object]]]) -> Path:
    """The same as a file."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(workbook_bytes(tabs))
    return path


def crafted(
    rows: str, *, extra: Mapping[str, bytes] | None = None, tag: str = "", columns: str = "", tail: str = ""
) -> bytes:
    """A workbook of one tab «Лист» whose sheet XML is written by hand. `tag` is a namespace prefix."""
    mark, space = (f"{tag}:", f"xmlns:{tag}") if tag else ("", "xmlns")
    sheet = (
        f'<{mark}worksheet {space}="{_MAIN}">{columns}<{mark}sheetData>{rows}</{mark}sheetData>{tail}</{mark}worksheet>'
    )
    parts: dict[str, bytes] = {
        "[Content_Types].xml": CONTENT_TYPES.encode(),
        "_rels/.rels": f'<Relationships xmlns="{_PACKAGE}"><Relationship Id="r1" Type="{_RELATIONS}/officeDocument"'
        ' Target="xl/workbook.xml"/></Relationships>'.encode(),
        "xl/workbook.xml": f'<workbook xmlns="{_MAIN}" xmlns:r="{_RELATIONS}"><sheets>'
        '<sheet name="Лист" sheetId="1" r:id="rId1"/></sheets></workbook>'.encode(),
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{_PACKAGE}"><Relationship Id="rId1"'
        f' Type="{_RELATIONS}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>'.encode(),
        "xl/worksheets/sheet1.xml": sheet.encode(),
        **(extra or {}),
    }
    return zipped(parts)


def with_macro_sheet(book: bytes) -> bytes:
    """The workbook of `crafted` with a sheet of Excel 4 macros before its tab."""
    with zipfile.ZipFile(BytesIO(book)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    links, root = "xl/_rels/workbook.xml.rels", "xl/workbook.xml"
    link = b'<Relationship Id="rId9" Type="http://schemas.microsoft.com/office/2006/relationships/xlMacrosheet"'
    parts[links] = parts[links].replace(b"</Rel", link + b' Target="macrosheets/sheet1.xml"/></Rel', 1)
    parts[root] = parts[root].replace(b"<sheets>", b'<sheets><sheet name="Macro1" sheetId="2" r:id="rId9"/>')
    parts["xl/macrosheets/sheet1.xml"] = f'<xm:macrosheet xmlns:xm="{_MAIN}"/>'.encode()
    return zipped(parts)


def xls_bytes(tabs: Mapping[str, Sequence[Sequence[object]]]) -> bytes:
    """The same as a workbook of the old kind; a CellError becomes an error cell, a date is written with a format."""
    book = xlwt.Workbook(encoding="utf-8")
    day = xlwt.easyxf(num_format_str="DD.MM.YYYY")
    for title, rows in tabs.items():
        sheet = book.add_sheet(title)
        for row, cells in enumerate(rows):
            for column, value in enumerate(cells):
                if isinstance(value, CellError):
                    sheet.row(row).set_cell_error(column, _XLS_ERRORS[value.word])
                elif isinstance(value, date):
                    sheet.write(row, column, (value - date(1899, 12, 30)).days, day)
                elif value is not None:
                    sheet.write(row, column, value)
    buffer = BytesIO()
    book.save(buffer)
    return buffer.getvalue()


_XLS_ERRORS = {
    "#NULL!": 0x00,
    "#DIV/0!": 0x07,
    "#VALUE!": 0x0F,
    "#REF!": 0x17,
    "#NAME?": 0x1D,
    "#NUM!": 0x24,
    "#N/A": 0x2A,
}


def ods_bytes(tabs: Mapping[str, Sequence[Sequence[object]]]) -> bytes:
    """The same as a workbook of OpenDocument, written as LibreOffice does."""
    tables = "".join(
        f"<table:table table:name={quoteattr(title)}>{''.join(map(_ods_row, rows))}</table:table>"
        for title, rows in tabs.items()
    )
    return ods_crafted(tables)


def ods_crafted(tables: str, *, extra: Mapping[str, bytes] | None = None) -> bytes:
    """An .ods whose tables are written by hand."""
    spaces = "".join(f' xmlns:{prefix}="{address}"' for prefix, address in _ODS_SPACES.items())
    content = (
        f'<?xml version="1.0" encoding="UTF-8"?><office:document-content{spaces}><office:body><office:spreadsheet>'
        f"{tables}</office:spreadsheet></office:body></office:document-content>"
    )
    return zipped(
        {"mimetype": ODS_TYPE, "META-INF/manifest.xml": ODS_MANIFEST, "content.xml": content.encode(), **(extra or {})}
    )


ODS_MANIFEST = b'<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"/>'
ODS_TYPE = b"application/vnd.oasis.opendocument.spreadsheet"
_OASIS = "urn:oasis:names:tc:opendocument:xmlns:"
_ODS_SPACES = {
    **{name: f"{_OASIS}{name}:1.0" for name in ("office", "table", "text")},
    "calcext": "urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0",
}


def _ods_row(cells: Sequence[object]) -> str:
    return f"<table:table-row>{''.join(map(_ods_cell, cells))}</table:table-row>"


def _ods_cell(value: object) -> str:
    match value:
        case None:
            return "<table:table-cell/>"
        case CellError(word):
            return (
                '<table:table-cell table:formula="of:=1/0" office:value-type="string" office:string-value=""'
                f' calcext:value-type="error"><text:p>{word}</text:p></table:table-cell>'
            )
        case bool():
            kind = f'"boolean" office:boolean-value="{str(value).lower()}"'
        case date():
            kind = f'"date" office:date-value="{value.isoformat()}"'
        case int() | float():
            kind = f'"float" office:value="{value!r}"'
        case _:
            kind = '"string"'
    lines = "".join(f"<text:p>{_ods_text(line)}</text:p>" for line in str(value).split("\n"))
    return f"<table:table-cell office:value-type={kind}>{lines}</table:table-cell>"


def _ods_text(line: str) -> str:
    """Spaces that XML would swallow are elements in OpenDocument."""
    return re.sub(" {2,}|^ | $", lambda run: f'<text:s text:c="{len(run[0])}"/>', escape(line))


def zipped(parts: Mapping[str, bytes]) -> bytes:
    """The parts as a package."""
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(zipfile.ZipInfo(name), data, zipfile.ZIP_DEFLATED)
    return buffer.getvalue()
