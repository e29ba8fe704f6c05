"""«Замечания» in a register's own spreadsheet: what is wrong, by the code of the row."""

from collections.abc import Sequence

from config.google import SpreadsheetSection
from config.placing import called
from reports import wording
from reports.causes import above_info, is_of_row
from reports.facts import Facts
from reports.naming import tab_of
from reports.reader import Reader
from reports.remark_lines import consequence, link_to
from reports.report import Field, Form, Listing, Recipe, Report, Value, Words
from validators.remark import Remark

TAB = "Замечания"
CODE_COLUMN, TEXT_COLUMN = 0, 1
"""The columns, 0-based, by which a formula beside a row finds what is wrong with it."""

_FIELDS = (
    Field("Код", 12),
    Field("Что не так", 52),
    Field("Как исправить", 44),
    Field("Последствие", 18),
    Field("Реестр", 22),
    Field("Ячейка", 10),
    Field("С какого дня", 14, Form.DATE),
)
_MOST_ROWS = 20_000
_HOW = (
    "Исправьте ячейку в реестре: при следующем обновлении замечание уйдёт само. На этом листе ничего писать не нужно."
)


def compose(facts: Facts) -> tuple[Report, ...]:
    """One tab for every spreadsheet of registers; none in an office that keeps no register in Google."""
    settings = facts.scene.settings
    if settings.storage.kind == "folder" or not settings.google.remarks_beside:
        return ()
    return tuple(_beside(facts, one) for one in settings.google.spreadsheets)


BESIDE = Recipe("Замечания рядом с реестром", compose)


def _beside(facts: Facts, spreadsheet: SpreadsheetSection) -> Report:
    mine = [one for one in above_info(facts.remarks) if one.place.register in spreadsheet.registers]
    rows: dict[str, list[Remark]] = {}
    whole = [one for one in mine if not (is_of_row(one.place) and one.place.id)]
    for one in mine:
        if is_of_row(one.place) and one.place.id:
            rows.setdefault(one.place.id, []).append(one)
    lines = [_line(facts, [one]) for one in whole] + [_line(facts, rows[code]) for code in sorted(rows)]
    blocks = (
        Words("Замечания к этой таблице", "title"),
        Words(f"По состоянию на {wording.day(facts.today)}", "subtitle"),
        Words(_summary(len(mine), len(lines))),
        Listing("", _FIELDS, tuple(lines[:_MOST_ROWS]), "Замечаний нет", filtered=bool(lines), frozen=True),
    )
    return Report(called(spreadsheet), TAB, blocks)


def _line(facts: Facts, remarks: Sequence[Remark]) -> tuple[Value, ...]:
    worst = min(remarks, key=lambda one: one.severity.rank)
    return (
        worst.place.id if is_of_row(worst.place) else None,
        "\n".join(_what(one) for one in remarks),
        "\n".join(dict.fromkeys(one.advice for one in remarks)),
        consequence(worst),
        tab_of(worst.place.register),
        link_to(Reader(facts), worst.place),
        min((one.since for one in remarks if one.since), default=None),
    )


def _what(remark: Remark) -> str:
    return f"«{remark.place.column}»: {remark.text}" if remark.place.column else remark.text


def _summary(count: int, rows: int) -> str:
    if not count:
        return "Замечаний нет."
    cut = f" Показаны первые {_MOST_ROWS} строк из {rows}." if rows > _MOST_ROWS else ""
    return f"Всего {wording.counted(count, 'замечание', 'замечания', 'замечаний')}.{cut} {_HOW}"
