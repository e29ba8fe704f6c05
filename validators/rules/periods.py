"""What was reported of a closed period stays: a fact of it that is changed afterwards is told, and what it moved."""

from collections.abc import Iterator

from config.periods import period_words
from validators.drift.noticed import Noticed
from validators.moved import MOVED, Cell, Fate, Moved, Shift
from validators.office import Scene
from validators.remark import Severity
from validators.rule import Complaint, RowOf, rule
from validators.rules.drift import told_of_lost_rows

_MOST_CELLS = 4
_MOST_SHIFTS = 6
_WHAT = {
    Fate.CHANGED: "Изменено после отчётной даты",
    Fate.ADDED: "Строка добавлена после отчётной даты",
    Fate.GONE: "Строка удалена после отчётной даты",
}


@rule(MOVED, Severity.WARNING, "Закрытый отчётный период не меняется")
def closed_periods_keep_their_facts(scene: Scene) -> Iterator[Complaint]:
    """Верните прежнее значение, если правка сделана по ошибке. Если она верна, руководитель выпускает уточнённый отчёт;
    отправленный при этом остаётся."""
    lost = told_of_lost_rows(scene)
    for one in scene.moved:
        table = scene.office.tables.get(one.register)
        index = table.index_of.get(one.id) if table is not None else None
        advice = f"{closed_periods_keep_their_facts.advice} {_command(one)}"
        if table is not None and index is not None:
            known = [cell.field for cell in one.cells if cell.field in table.values]
            yield Complaint(RowOf(table, index), known[0] if known else None, _text(one), advice)
        elif one.id not in lost:
            gone = Noticed(MOVED, one.register, one.id, "", scene.today, source=one.source)
            yield Complaint(gone, None, _text(one), advice)


def _text(one: Moved) -> str:
    day = min(shift.cut for shift in one.shifts)
    cells = "; ".join(map(_cell, one.cells[:_MOST_CELLS]))
    said = f": {cells}" if cells else ""
    return f"{_WHAT[one.fate]} {day:%d.%m.%Y}{said}. Изменились показатели: {_shifts(one.shifts)}."


def _cell(cell: Cell) -> str:
    if cell.was is None or cell.now is None:
        return f"«{cell.heading}»"
    return f"«{cell.heading}» было {cell.was or 'пусто'}, стало {cell.now or 'пусто'}"


def _shifts(shifts: tuple[Shift, ...]) -> str:
    shown = [
        f"{one.indicator} за {period_words(one.period)} было {_number(one.was)}, стало {_number(one.now)}"
        for one in shifts[:_MOST_SHIFTS]
    ]
    more = len(shifts) - len(shown)
    return "; ".join(shown) + (f" и ещё {more}" if more else "")


def _command(one: Moved) -> str:
    periods = dict.fromkeys(shift.period for shift in one.shifts)
    return "Команда: " + "; ".join(f"rpo close {period} --correct «причина»" for period in periods) + "."


def _number(value: float) -> str:
    return f"{round(value, 1):g}".replace(".", ",")
