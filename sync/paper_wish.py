"""What a clerk typed after `rpo paper`, as a wish: the register, conditions on its columns, codes of rows."""

import json
from argparse import Namespace
from collections.abc import Sequence
from difflib import get_close_matches
from typing import Any

from config.cells.text import fold
from config.codes import fold_code
from config.errors import UsageError
from config.registers.passport import PASSPORT_ITEMS
from reports.grammar.case import Case
from reports.papers.choice import Wish
from reports.papers.marks import mark_name
from reports.papers.office_marks import OFFICE_MARKS
from reports.papers.row import FULL_NAME, SEX, has_names, headings
from reports.papers.value import FORM_WORDS
from sync.row_history import register_called
from validators.office import Office, Table


def table_of(office: Office, typed: str) -> Table[Any]:
    """The table of the register. Raises UsageError for an unknown register and for one that is not kept or empty."""
    register = register_called(typed)
    table = office.tables.get(register.key)
    if table is None or not len(table):
        raise UsageError(f"Реестр «{register.tab}» не ведётся или пуст.", advice="Заполните его и повторите команду.")
    return table


def show_marks(typed: str, *, as_json: bool) -> int:
    """Prints the marks of a register, those of every paper, and the forms; 0. Raises UsageError."""
    register = register_called(typed)
    columns = [mark_name(one.heading) for one in register.columns]
    own = [*columns, *((FULL_NAME, SEX) if has_names(register) and FULL_NAME not in columns else ())]
    every = [*map(mark_name, PASSPORT_ITEMS), *OFFICE_MARKS]
    if as_json:
        print(json.dumps({"marks": own, "every": every, "forms": FORM_WORDS}, ensure_ascii=False))
        return 0
    print(f"Метки реестра «{register.tab}»: {', '.join(f'{{{{ {one} }}}}' for one in own)}.")
    print(f"Метки любого документа: {', '.join(f'{{{{ {one} }}}}' for one in every)}.")
    print(f"Формы, через точку: {', '.join(FORM_WORDS)}. Например: {{{{ {own[1]}.{Case.DATIVE} }}}}.")
    return 0


def wish_of(table: Table[Any], options: Namespace) -> Wish:
    """The wish. Raises UsageError for a column or a code that the register does not have."""
    return Wish(
        _conditions(table, options.where),
        tuple(dict.fromkeys(_code(table, one) for one in (options.codes or "").split(",") if one.strip())),
        outside=options.outside is not None,
        asks_consent=options.ask_consent,
    )


def _conditions(table: Table[Any], typed: Sequence[str]) -> dict[str, tuple[str, ...]]:
    """Several values of one column are alternatives; conditions on several columns must all hold."""
    found: dict[str, tuple[str, ...]] = {}
    for one in typed:
        heading, equals, words = one.partition("=")
        if not equals:
            raise UsageError(f"Условие «{one}» не читается.", advice='Пишите так: --where "Класс или курс=9А".')
        name = _field(table, heading)
        found[name] = (*found.get(name, ()), words.strip())
    return found


def _field(table: Table[Any], heading: str) -> str:
    columns = headings(table.register)
    found = next((column for name, column in columns.items() if fold(name) == fold(heading)), None)
    if found is not None:
        return found.field
    near = get_close_matches(heading.strip(), list(columns), n=1, cutoff=0.5)
    own = ", ".join(f"«{column.heading}»" for column in table.register.columns[:8])
    raise UsageError(
        f"Столбца «{heading.strip()}» в реестре «{table.register.tab}» нет.",
        advice=f"Ближайший: «{near[0]}»." if near else f"Есть, например: {own}.",
    )


def _code(table: Table[Any], typed: str) -> str:
    code = fold_code(typed.strip()) or typed.strip()
    if code in table.index_of:
        return code
    near = get_close_matches(code, [one for one in table.ids if not one.startswith("?")], n=1, cutoff=0.5)
    nearest = f", ближайший — {near[0]}" if near else ""
    raise UsageError(
        f"Кода «{typed.strip()}» нет в реестре «{table.register.tab}»{nearest}.",
        advice="Возьмите код из первого столбца реестра.",
    )
