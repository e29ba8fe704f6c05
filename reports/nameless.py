"""What could not be checked for want of names: a line a register whose names are kept apart from its codes."""

from collections.abc import Iterator
from typing import Any

from config.apart import FOLDER, is_of_people, key_file, personal_columns
from reports.facts import Facts
from reports.naming import tab_of
from reports.report import Value
from reports.wording import counted
from validators.office import Table


def nameless(facts: Facts) -> Iterator[tuple[Value, ...]]:
    """(register, why, columns that were not checked), for «Не проверялось» of «Состояние»."""
    for key, table in facts.scene.office.tables.items():
        why = _why(table) if is_of_people(table.register) else ""
        if why:
            columns = "», «".join(column.heading for column in personal_columns(table.register))
            yield (tab_of(key), why, f"«{columns}» и всё, что по ним сверяется")


def _why(table: Table[Any]) -> str:
    sources = [source for source in table.sources if source.annex is not None]
    if not sources:
        return ""
    if not any(source.annex and source.annex.tabs for source in sources):
        return f"нет файла с именами «{FOLDER}/{key_file(table.register)}»"
    lacking = sum(_is_nameless(table, index) for index in range(len(table)))
    return f"нет имён для {counted(lacking, 'кода', 'кодов', 'кодов')}" if lacking else ""


def _is_nameless(table: Table[Any], index: int) -> bool:
    annex = table.sources[table.origin[index]].annex
    return annex is not None and table.rows[index] not in annex.known
