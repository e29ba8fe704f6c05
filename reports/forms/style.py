"""How the cells of a form look."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

Book = Any  # XlsxWriter has no types
Format = Any  # XlsxWriter has no types
Tab = Any  # XlsxWriter has no types

A4 = 9
_LINE, _INK, _GREY = "#8A96A3", "#1F2933", "#5F6B7A"
_CELL: Mapping[str, object] = {"border": 1, "border_color": _LINE, "text_wrap": True, "valign": "vcenter"}
_HEAD: Mapping[str, object] = {**_CELL, "bold": True, "bg_color": "#DFE8F2", "font_color": _INK}
_LOOKS: Mapping[str, Mapping[str, object]] = MappingProxyType(
    {
        "title": {"bold": True, "font_size": 14, "align": "center", "valign": "vcenter", "text_wrap": True},
        "event": {"bold": True, "font_size": 12, "align": "center", "valign": "vcenter", "text_wrap": True},
        "line": {"align": "center", "text_wrap": True, "valign": "vcenter"},
        "plain": {"valign": "bottom"},
        "under": {"font_size": 8, "font_color": _GREY, "valign": "top", "align": "center"},
        "rule": {"bottom": 1, "valign": "bottom", "align": "center"},
        "left_title": {"bold": True, "font_size": 13, "font_color": _INK, "valign": "vcenter"},
        "legend": {"font_color": _GREY, "text_wrap": True, "valign": "top"},
        "head": {**_HEAD, "align": "center"},
        "head_left": {**_HEAD, "indent": 1},
        "label": {**_HEAD, "align": "right", "indent": 1},
        "code": {**_HEAD, "align": "center", "num_format": "@"},
        "said": {**_CELL, "align": "center", "num_format": "@", "bg_color": "#F5F8FB"},
        "wanted": {**_CELL, "align": "center", "num_format": "@", "bg_color": "#FFF1C9"},
        "day": {**_CELL, "align": "center", "num_format": "dd.mm.yyyy", "bg_color": "#F5F8FB"},
        "number": {**_CELL, "align": "center", "font_color": _GREY},
        "cell": {**_CELL, "align": "left", "indent": 1},
        "text": {**_CELL, "align": "left", "indent": 1, "num_format": "@"},
        "mark": {**_CELL, "align": "center", "num_format": "@", "font_size": 12},
    }
)


class Looks:
    """The formats of one workbook, each made once."""

    def __init__(self, book: Book) -> None:
        """`book` is the workbook that is being written."""
        self._book = book
        self._made: dict[str, Format] = {}

    def __getitem__(self, name: str) -> Format:
        """The format of this name."""
        if name not in self._made:
            self._made[name] = self._book.add_format(dict(_LOOKS[name]))
        return self._made[name]
