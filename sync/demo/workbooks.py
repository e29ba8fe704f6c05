"""The workbooks of the made-up office as bytes: those of the templates, filled with rows."""

import io
import re
import zipfile
from collections.abc import Mapping, Sequence
from typing import Any

from config.columns import CellError
from config.register import Register
from config.registers import REGISTERS
from reports.templates import Numbering, reference_options, render_workbook
from reports.templates.layout import slots
from sync.demo.planting import TypedRow
from validators.grid import cell_name

_SPARE_CODES = 20
_CALLED_BY = {"STAFF": "post", "EDU": "short"}
_STAMP = (2025, 1, 1, 0, 0, 0)
Rows = Mapping[str, Sequence[TypedRow]]


def workbooks(rows: Rows) -> Mapping[str, bytes]:
    """File name → workbook, grouped as staff keep them."""
    options = {
        one.key: _options(one, rows[one.key]) for one in REGISTERS if one.key != "PASSPORT" and rows.get(one.key)
    }
    return {f"{name}.xlsx": _workbook(group, rows, options) for name, group in _groups(rows).items()}


def headed(register: Register[Any], row: TypedRow) -> dict[str, object]:
    """A row by headings instead of fields."""
    return {register.by_field[name].heading: cell for name, cell in row.items()}


def repacked(book: bytes, changed: Mapping[str, bytes]) -> bytes:
    """The same package with some parts replaced or added; the bytes depend on the content alone."""
    output = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(book)) as old, zipfile.ZipFile(output, "w", zipfile.ZIP_DEFLATED) as new:
        for name in dict.fromkeys([*old.namelist(), *changed]):
            part = zipfile.ZipInfo(name, _STAMP)
            part.compress_type = zipfile.ZIP_DEFLATED
            new.writestr(part, changed[name] if name in changed else old.read(name))
    return output.getvalue()


def _groups(rows: Rows) -> dict[str, list[Register[Any]]]:
    groups: dict[str, list[Register[Any]]] = {}
    for register in REGISTERS:
        if rows.get(register.key):
            groups.setdefault(register.workbook, []).append(register)
    return groups


def _options(register: Register[Any], rows: Sequence[TypedRow]) -> tuple[str, ...]:
    name = _CALLED_BY.get(register.key)
    if name is None:
        return reference_options(register, [headed(register, row) for row in rows])
    return tuple(f"{row['id']} · {row[name]}" for row in rows)


def _workbook(group: Sequence[Register[Any]], rows: Rows, options: Mapping[str, Sequence[str]]) -> bytes:
    filled = {one.key: [headed(one, row) for row in rows[one.key]] for one in group}
    count = max(len(one) for one in filled.values()) + _SPARE_CODES
    book = render_workbook(group, rows=filled, options=options, numbering=Numbering(count=count))
    errors = {number: _errors(one, rows[one.key]) for number, one in enumerate(group, 1)}
    changed = {
        f"xl/worksheets/sheet{number}.xml": _with_errors(book, number, cells)
        for number, cells in errors.items()
        if cells
    }
    return repacked(book, changed) if changed else book


def _errors(register: Register[Any], rows: Sequence[TypedRow]) -> dict[str, str]:
    order = [slot.column.field for slot in slots(register)]
    return {
        cell_name(number, order.index(name)): cell.word
        for number, row in enumerate(rows, 2)
        for name, cell in row.items()
        if isinstance(cell, CellError)
    }


def _with_errors(book: bytes, number: int, cells: Mapping[str, str]) -> bytes:
    """A formula that failed in place of the text that the template has written."""
    with zipfile.ZipFile(io.BytesIO(book)) as package:
        xml = package.read(f"xl/worksheets/sheet{number}.xml").decode()
    for cell, word in cells.items():
        pattern = rf'<c r="{cell}"( s="[0-9]+")? t="s"><v>[0-9]+</v></c>'
        xml, times = re.subn(pattern, rf'<c r="{cell}"\1 t="e"><f>{word}</f><v>{word}</v></c>', xml)
        assert times == 1  # noqa: S101  the template's own spelling of a text cell
    return xml.encode()
