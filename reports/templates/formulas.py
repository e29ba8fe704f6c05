"""Formulas in the syntax of a spreadsheet's locale: the only place that knows its separators."""

from config.register import REMARKS_HEADING
from reports import beside
from validators.grid import column_letters

_WITH_POINT = frozenset({"en", "ja", "zh", "ko", "th", "he", "iw", "hi", "fil"})
"""Languages that write 1.5; in the others the comma is taken, and `;` stands between arguments."""


def separator(locale: str) -> str:
    """What stands between the arguments of a function: `,` or, where the comma is taken, `;` (ru_RU)."""
    return "," if _has_point(locale) else ";"


def number(locale: str, value: float) -> str:
    """A number as it is typed in the locale: `0,5` in ru_RU."""
    text = f"{value:.15g}"
    return text if _has_point(locale) else text.replace(".", ",")


def call(locale: str, function: str, *arguments: str) -> str:
    """`IF(a;b;c)`. Names of functions are English: they are taken in every locale."""
    return f"{function}({separator(locale).join(arguments)})"


def text(words: str) -> str:
    """Words as they stand in a formula."""
    return '"' + words.replace('"', '""') + '"'


def remarks_beside(locale: str, codes: str) -> str:
    """The formula of the heading cell that spills its heading and, below it, the remark on the row of each code.

    `codes` are the letters of the column of codes. It is read from the heading down (`$B$1:$B`), for a range from the
    second row would begin one row lower as soon as somebody inserts a row under the heading. «Замечания» is named in
    words (INDIRECT): a direct reference to a tab that is taken away stays #REF! for good, even when the tab comes back.
    """
    column, first = f"${codes}$1:${codes}", f"${codes}$1"
    tab = call(locale, "INDIRECT", text(f"'{beside.TAB}'!{_columns()}"))
    key = call(locale, "TRIM", column)
    found = call(locale, "VLOOKUP", key, tab, str(beside.TEXT_COLUMN - beside.CODE_COLUMN + 1), "0")
    nothing = text("")
    of_row = call(locale, "IF", f"{column}={nothing}", nothing, call(locale, "IFERROR", found, nothing))
    is_heading = f"{call(locale, 'ROW', column)}={call(locale, 'ROW', first)}"
    return "=" + call(locale, "ARRAYFORMULA", call(locale, "IF", is_heading, text(REMARKS_HEADING), of_row))


def holds_a_remark(locale: str, column: str) -> str:
    """The formula of a conditional format, written for row 1 of the column of remarks: neither empty nor heading."""
    cell = f"${column}1"
    return "=" + call(locale, "AND", f'{cell}<>""', f"{cell}<>{text(REMARKS_HEADING)}")


def _columns() -> str:
    return f"${column_letters(beside.CODE_COLUMN)}:${column_letters(beside.TEXT_COLUMN)}"


def _has_point(locale: str) -> bool:
    return locale.replace("-", "_").partition("_")[0].lower() in _WITH_POINT
