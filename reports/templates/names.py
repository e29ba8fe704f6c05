"""Key files of mode «codes»: a workbook a register in which people are named by their codes, on this machine only."""

from collections.abc import Mapping, Sequence
from typing import Any

from config.apart import FOLDER, is_of_people, key_file
from config.register import Register
from reports.templates.contents import Numbering
from reports.templates.layout import Part
from reports.templates.workbook import render_workbook


def key_workbooks(registers: Sequence[Register[Any]], numbering: Numbering | None = None) -> Mapping[str, bytes]:
    """Name in the office (`private/Наставники (имена).xlsx`) → workbook, for those of the registers that are people.

    The code and the columns of classes P3 and P4, ready codes as in the register's own template.
    """
    return {
        f"{FOLDER}/{key_file(register)}": render_workbook(
            [register], numbering=numbering or Numbering(), part=Part.NAMES
        )
        for register in registers
        if is_of_people(register)
    }
