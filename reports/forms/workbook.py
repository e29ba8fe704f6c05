"""A form as the bytes of a workbook; the same form gives the same bytes."""

import io
from datetime import datetime

from reports.forms.form import Form
from reports.forms.marks import LISTS_TAB, list_columns, write_lists, write_marks
from reports.forms.marks import TAB as MARKS_TAB
from reports.forms.signatures import TAB as SIGNATURES_TAB
from reports.forms.signatures import write_signatures
from reports.forms.style import Looks

_CREATED = datetime(2025, 1, 1)  # noqa: DTZ001  a property of the file, fixed so that bytes do not depend on the day
_OPTIONS = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
    "default_format_properties": {"font_name": "Calibri", "font_size": 10},
}


def render_form(form: Form) -> bytes:
    """An .xlsx: the signature list when it is of one event, the ведомость, the lists of its dropdowns (hidden)."""
    from xlsxwriter import Workbook

    output = io.BytesIO()
    with Workbook(output, _OPTIONS) as book:
        book.set_properties({"created": _CREATED})
        looks = Looks(book)
        if form.signed:
            write_signatures(book.add_worksheet(SIGNATURES_TAB), form, looks)
        write_marks(book.add_worksheet(MARKS_TAB), form, looks)
        if list_columns(form):
            write_lists(book.add_worksheet(LISTS_TAB), form)
    return output.getvalue()
