"""What `explore` says of a form: the marks that it proposes, the rows left to a person; a marked copy if wanted."""

import shlex
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from openpyxl.utils.cell import get_column_letter

from reports.disclosure.personal import Known, found_in
from reports.filling.drafting import Drafted, draft_of
from reports.filling.formulas import Spot
from reports.filling.marks import mark_of
from reports.filling.workbook import written
from reports.wording import counted
from sync.files import write_atomically
from sync.form_reading import read_form
from sync.probe import Probe
from validators.explore.tab import Explored
from validators.grid import cell_name

MARKED = " с метками"
_INDICATORS = "IND"
_TITLES = 2
_MOST_MARKS, _MOST_ROWS, _LONGEST = 40, 15, 60


def forms_in(one: Probe) -> tuple[Drafted, ...]:
    """The tabs of a file that look like forms: what resembles a register of people or things is none.

    A form resembles «Показатели», since it has the same columns; a table in the registers of the office is that one.
    """
    if one.inside or one.file.code is not None:
        return ()
    drafts = (draft_of(tab.grid) for tab in one.tabs if _may_be_form(tab))
    return tuple(draft for draft in drafts if draft.is_form)


def _may_be_form(tab: Explored) -> bool:
    """A table with numbers of rows and their titles only has yet to be filled in."""
    hollow = sum(one.filled > 0 for one in tab.columns) <= _TITLES
    return tab.found is None or tab.found.register.key == _INDICATORS or hollow


def form_page(one: Drafted, *, whole: bool = False) -> Iterator[str]:
    """A tab as lines: marks by their cells, then what was not understood."""
    title = f", лист «{one.tab}»" if one.tab else ""
    marks = counted(len(one.marks), "метка", "метки", "меток")
    yield f"Это похоже на форму сбора показателей{title}. Предложено: {marks}."
    most = len(one.marks) if whole else _MOST_MARKS
    for (row, at), wanted in list(one.marks.items())[:most]:
        yield f"  {cell_name(row, at):<5} {mark_of(wanted):<44} ← {_short(one.titles[row])}"
    if len(one.marks) > most:
        yield f"  … и ещё {len(one.marks) - most}; все — с ключом -v."
    if any(wanted.as_of for wanted in one.marks.values()):
        yield "Числа в столбцах с датами — на конец месяца, квартала или года, нарастающим итогом."
    if one.unsure_rows:
        yield "Строки, о которых ничего не предложено (впишите метку сами или заполните вручную):"
        yield from _list(one.unsure_rows, [str(row) for row, _, _ in one.unsure_rows], whole=whole)
    if one.unsure_columns:
        yield "Столбцы, о которых ничего не предложено:"
        letters = [get_column_letter(at + 1) for at, _, _ in one.unsure_columns]
        yield from _list(one.unsure_columns, letters, whole=whole)


def _list(found: Sequence[tuple[int, str, str]], names: Sequence[str], *, whole: bool) -> Iterator[str]:
    most = len(found) if whole else _MOST_ROWS
    for name, (_, words, why) in list(zip(names, found, strict=True))[:most]:
        yield f"  {name:<5} {_short(words)}: {why}"
    if len(found) > most:
        yield f"  … и ещё {len(found) - most}; все — с ключом -v."


def _short(words: str) -> str:
    """A title in quotes, cut; one that holds a contact or names somebody is not shown."""
    if found_in(words, Known()):
        return "(текст с личными данными)"
    return f"«{words if len(words) <= _LONGEST else words[: _LONGEST - 1] + '…'}»"


def form_json(one: Drafted) -> dict[str, object]:
    """What `--json` adds to the object of a tab."""
    return {
        "marks": [{"cell": cell_name(*cell), "mark": mark_of(wanted)} for cell, wanted in one.marks.items()],
        "unsure": [
            *({"row": row, "why": why} for row, _, why in one.unsure_rows),
            *({"column": get_column_letter(at + 1), "why": why} for at, _, why in one.unsure_columns),
        ],
    }


def write_marked(given: str, forms: Sequence[Drafted], megabytes: float, say: Callable[[str], None]) -> int:
    """A copy of the form with the marks in it, beside the form; what lies there already is not touched.

    0, or 1 when nothing is written. Raises FormError, WriteError.
    """
    form = Path(given)
    copy = form.with_name(f"{form.stem}{MARKED}.xlsx")
    if copy.exists():
        say(f"Файл «{copy.name}» уже есть и не изменён. Уберите его, чтобы получить новый черновик.")
        return 1
    texts = {Spot(one.tab, row, at + 1): mark_of(wanted) for one in forms for (row, at), wanted in one.marks.items()}
    write_atomically(copy, written(read_form(form, megabytes), texts))
    say(f"Записана копия формы с метками: {copy}. Проверьте каждую метку и впишите недостающие.")
    say(f"Дальше: rpo fill {shlex.quote(str(copy))}")
    return 0
