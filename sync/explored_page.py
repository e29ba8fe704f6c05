"""What `explore` tells a person of one table: a short page without a single value of a cell."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from reports.wording import agreed
from validators.explore.resemblance import THRESHOLD
from validators.explore.tab import Explored, Mapped
from validators.framing.frame import Frame
from validators.framing.no_table import NoTable
from validators.remark import Remark

_MOST_COLUMNS = 14
_MOST_CAUSES = 8
_MOST_NAMES = 8
_MOST_RUNS = 6
_WIDTH = 34
_LONGEST = 160

_WHY = {
    "total": "итоги",
    "subtotal": "промежуточные итоги",
    "section": "названия разделов",
    "note": "примечания и подписи",
    "blank": "пустые",
    "number_row": "номера столбцов",
    "repeated_heading": "повторённый заголовок",
    "second_table": "другая таблица",
    "units": "единицы измерения",
}


def summary(tab: Explored) -> str:
    """One tab in a sentence or two."""
    if isinstance(tab.frame, NoTable):
        return tab.frame.text
    return f"{_where(tab.frame)} {_likeness(tab)}"


def page(tab: Explored, *, whole: bool = False) -> Iterator[str]:
    """One tab as lines; `whole` — every column and every cause, those for information too."""
    if isinstance(tab.frame, NoTable):
        yield tab.frame.text
        return
    yield _likeness(tab)
    yield _where(tab.frame)
    yield from _left_out(tab.frame)
    yield ""
    yield from _columns(tab, whole=whole)
    yield from _drafted(tab)
    yield from _causes(tab, whole=whole)


def _where(frame: Frame) -> str:
    first, last = frame.rows[0], frame.rows[-1]
    heading = _rows(frame.heading_rows)
    data = f"строка {first}" if first == last else f"строки {first}–{last}, всего {len(frame.rows)}"
    unsure = " Заголовок найден неуверенно, проверьте." if frame.is_doubtful else ""
    return f"Заголовок: {heading}. Данные: {data}.{unsure}"


def _likeness(tab: Explored) -> str:
    if tab.found is not None and tab.found.confidence < THRESHOLD:
        return f"Прочитано как реестр «{tab.found.register.tab}» по указанию: самой таблице до него далеко."
    if tab.found is not None:
        return f"Похоже на реестр «{tab.found.register.tab}» ({_sureness(tab.found.confidence)})."
    nearest = tab.likest[0] if tab.likest else None
    if nearest is None or nearest.confidence < 0.35:
        return "Не похоже ни на один реестр."
    name, key = nearest.register.tab, nearest.register.key
    return f"Не похоже ни на один реестр. Ближе других «{name}»: если это он, добавьте --register {key}."


def _sureness(confidence: float) -> str:
    if confidence >= 0.8:
        return "уверенно"
    return "скорее всего" if confidence >= 0.65 else "возможно, проверьте"


def _left_out(frame: Frame) -> Iterator[str]:
    whys = {why: [row for row, other in frame.left_out if other == why] for _, why in frame.left_out}
    parts = [f"{_WHY.get(why, why)} — {_rows(rows)}" for why, rows in whys.items()]
    if parts:
        yield f"Не данные: {'; '.join(parts)}."


def _rows(rows: Sequence[int]) -> str:
    """строка 3 · строки 4–5, 7 · … и ещё 12."""
    runs = [[row for _, row in run] for _, run in groupby(enumerate(rows), key=lambda pair: pair[1] - pair[0])]
    shown = [f"{run[0]}–{run[-1]}" if len(run) > 1 else f"{run[0]}" for run in runs]
    more = sum(map(len, runs[_MOST_RUNS:]))
    word = "строка" if len(rows) == 1 else "строки"
    return f"{word} {', '.join(shown[:_MOST_RUNS])}{f' и ещё {more}' if more else ''}"


def _columns(tab: Explored, *, whole: bool) -> Iterator[str]:
    taken = [one for one in tab.columns if one.target is not None]
    if taken:
        yield "Как поняты столбцы (ячейка, ваш заголовок → столбец реестра, сколько ячеек читается):"
    most = len(tab.columns) if whole else _MOST_COLUMNS
    for one in taken[:most]:
        yield f"  {one.cell:<5} {_short(one.heading):<{_WIDTH}} → {_target(one):<{_WIDTH}} {_share(one)}"
    if len(taken) > most:
        yield f"  … и ещё {len(taken) - most}; все — с ключом -v."
    others = [one.heading or f"без заголовка ({one.cell})" for one in tab.columns if one.target is None]
    if others:
        most = len(others) if whole else _MOST_NAMES
        names = "», «".join(_short(name) for name in others[:most])
        more = f" и ещё {len(others) - most}" if len(others) > most else ""
        yield f"{'Остаются без внимания' if taken else 'Столбцы'}: «{names}»{more}."


def _target(one: Mapped) -> str:
    return _short(one.target.heading) if one.target is not None else ""


def _share(one: Mapped) -> str:
    return f"{round(one.parses * 100)} %" if one.filled else "пусто"


def _short(text: str) -> str:
    """A heading cut to fit; of a heading in several rows the last one is kept."""
    head, mark, last = text.rpartition(" / ")
    if len(text) <= _WIDTH:
        return text
    room = _WIDTH - len(last) - 4
    return f"{head[:room]}… / {last}" if mark and room > 3 else text[: _WIDTH - 1] + "…"


def _drafted(tab: Explored) -> Iterator[str]:
    if tab.draft is None:
        return
    keeping = tab.draft.keeping
    if keeping.absent:
        yield f"Нет в таблице: «{'», «'.join(keeping.absent)}». Известное для всех строк укажите: --constant."
    if keeping.key:
        names = "», «".join(_short(name) for name in keeping.key)
        repeats = f"; повторяющихся строк: {tab.draft.alike}" if tab.draft.alike else ""
        yield f"Кодов нет, строки будут различаться по столбцам «{names}»{repeats}."
    if keeping.fill_merged:
        yield "Объединённые ячейки будут заполнены общим значением."
    if tab.rows is None:
        yield "Реестром таблица пока не читается: сначала исправьте первое из списка ниже."


def _causes(tab: Explored, *, whole: bool) -> Iterator[str]:
    asked = [group for group in tab.causes if whole or (group[0].asks and group[0].code != "S10")]
    most = len(asked) if whole else _MOST_CAUSES
    if not asked:
        yield "Исправлять нечего." if tab.found is not None else "Явных ошибок в ячейках не видно."
        return
    yield "Что понадобится исправить:" if tab.found is not None else "На что обратить внимание:"
    for group in asked[:most]:
        yield f"  {_cause(group)}"
    if len(asked) > most:
        yield f"  … и ещё причин: {len(asked) - most}; все — с ключом -v."


def _cause(group: Sequence[Remark]) -> str:
    first = group[0]
    column = f", «{_short(first.place.column)}»" if first.place.column and first.code[0] != "S" else ""
    times = f", {len(group)} {agreed(len(group), 'раз', 'раза', 'раз')}" if len(group) > 1 else ""
    place = f" ({'первый раз ' if len(group) > 1 else ''}{first.place.cell})" if first.place.cell else ""
    text = first.text if len(first.text) <= _LONGEST else f"{first.text[:_LONGEST]}…"
    return f"{first.code}{column}{times}{place}: {text}"
