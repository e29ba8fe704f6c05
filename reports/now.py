"""«Сделать сейчас»: what the head may ask of the service without a command, a line a deed, and what came of it."""

from collections.abc import Sequence
from dataclasses import dataclass

from reports.report import Field, Listing, Report, Slot, Value, Words

WORKBOOK = "Сделать сейчас"
TAB = "Сделать сейчас"
ASKED = ("1. Что именно", "2. Подробнее", "3. Ещё")
"""Headings under which the head says what he wants, in the order in which a deed asks."""
GO, TOLD, MARK = "Выполнить", "Что получилось", "Строка"
YES = "да"
NOTHING = "—"
"""Stands where a deed asks nothing."""

_FIELDS = (
    Field("Что сделать", 20),
    Field("Как заполнить", 42),
    *(Field(one, 17) for one in ASKED),
    Field(GO, 11),
    Field(TOLD, 52),
    Field(MARK, 12, hidden=True),
)
_GO = Slot(choices=(YES,), hint=f"Когда остальное заполнено, выберите «{YES}».")
_HOW = (
    f"Заполните жёлтые ячейки строки, последней — «{GO}»: выберите «{YES}». Сервис заметит это за несколько минут или "
    "при ближайшем обновлении, сделает, очистит ячейки и напишет, что получилось. "
    f"Пока «{YES}» нет, не делается ничего."
)
_WHO = (
    "Писать сюда может только владелец таблицы и те, кого он впустил: «Данные» → «Защищённые листы и диапазоны». "
    "Имён и телефонов не пишите: люди названы кодами."
)


@dataclass(frozen=True)
class Line:
    """A deed: `slots` — what it asks, in order; `go` — what stands under «Выполнить»; `mark` — which line it is."""

    title: str
    how: str
    slots: Sequence[Slot]
    go: str
    told: str
    mark: str


def now_report(lines: Sequence[Line]) -> Report:
    """The tab."""
    blocks = (
        Words(TAB, "title"),
        Words(_HOW),
        Words(_WHO, "small"),
        Listing("", _FIELDS, tuple(map(_row, lines)), frozen=True),
    )
    return Report(WORKBOOK, TAB, blocks, stamped=False)


def _row(line: Line) -> tuple[Value, ...]:
    asked: list[Value] = [*line.slots, *[NOTHING] * (len(ASKED) - len(line.slots))]
    go = Slot(line.go, _GO.choices, _GO.hint)
    return (line.title, line.how, *asked, go, line.told or None, line.mark)
