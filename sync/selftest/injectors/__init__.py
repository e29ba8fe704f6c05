"""The vocabulary of mistakes: a word of kinds.toml and the injector that it names, one line each."""

from collections.abc import Mapping
from types import MappingProxyType

from sync.selftest.injectors import cells, letters, rows, tabs
from sync.selftest.injectors.injector import Injector

INJECTORS: Mapping[str, type[Injector]] = MappingProxyType(
    {
        "type": cells.Type,
        "empty": cells.Empty,
        "failed_formula": cells.Failed,
        "rewrite": cells.Rewrite,
        "day": cells.Day,
        "number": cells.Number,
        "digit": cells.Digit,
        "repeat": cells.Repeat,
        "swap": cells.Swap,
        "cells": cells.Cells,
        "refer": cells.Refer,
        "twin": letters.Twin,
        "typo": letters.Typo,
        "spell": letters.Spell,
        "drop_row": rows.DropRow,
        "double_row": rows.DoubleRow,
        "insert_row": rows.InsertRow,
        "hide_rows": rows.HideRows,
        "shift_down": rows.ShiftDown,
        "sort_column": rows.SortColumn,
        "merge": tabs.Merge,
        "rename_heading": tabs.RenameHeading,
        "drop_column": tabs.DropColumn,
        "move_column": tabs.MoveColumn,
        "insert_column": tabs.InsertColumn,
        "two_row_heading": tabs.TwoRowHeading,
        "second_table": tabs.SecondTable,
        "empty_tail": tabs.EmptyTail,
        "rename_tab": tabs.RenameTab,
        "copy_tab": tabs.CopyTab,
        "copy_file": tabs.CopyFile,
    }
)
