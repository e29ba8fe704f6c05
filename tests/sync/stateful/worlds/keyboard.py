"""Somebody types words into a workbook of ours and saves it: the cell changes in its XML, everything else stays."""

import io
import re
import zipfile

from lxml import etree
from openpyxl.utils import get_column_letter, range_boundaries

_MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_NAME = re.compile(r'<sheet name="([^"]*)"')


def typed_into(data: bytes, tab: str, place: tuple[int, int], words: str) -> bytes:
    """The workbook with the words in the cell (row and column from 0), or in the merged one that covers it."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    tabs = _NAME.findall(parts["xl/workbook.xml"].decode())
    part = f"xl/worksheets/sheet{tabs.index(tab) + 1}.xml"
    sheet = etree.fromstring(parts[part])
    row, column = _uncovered(sheet, place[0] + 1, place[1] + 1)
    _put(sheet, row, column, words)
    parts[part] = etree.tostring(sheet, xml_declaration=True, encoding="UTF-8", standalone=True)
    saved = io.BytesIO()
    with zipfile.ZipFile(saved, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as package:
        for name, content in parts.items():
            package.writestr(name, content)
    return saved.getvalue()


def _uncovered(sheet: etree._Element, row: int, column: int) -> tuple[int, int]:
    for merged in sheet.iter(f"{_MAIN}mergeCell"):
        left, top, right, bottom = (int(edge or 0) for edge in range_boundaries(merged.get("ref")))
        if left <= column <= right and top <= row <= bottom:
            return top, left
    return row, column


def _put(sheet: etree._Element, row: int, column: int, words: str) -> None:
    """The row and the cell are made in their order when they are not there."""
    rows = next(sheet.iter(f"{_MAIN}sheetData"))
    line = _child(rows, "row", row, [int(one.get("r")) for one in rows], str(row))
    name = f"{get_column_letter(column)}{row}"
    cells = [range_boundaries(one.get("r"))[0] or 0 for one in line]
    cell = _child(line, "c", column, cells, name)
    for child in list(cell):
        cell.remove(child)
    cell.set("t", "inlineStr")
    etree.SubElement(etree.SubElement(cell, f"{_MAIN}is"), f"{_MAIN}t").text = words


def _child(parent: etree._Element, kind: str, number: int, numbers: list[int], name: str) -> etree._Element:
    if number in numbers:
        return parent[numbers.index(number)]
    made = etree.Element(f"{_MAIN}{kind}", r=name)
    parent.insert(sum(one < number for one in numbers), made)
    return made
