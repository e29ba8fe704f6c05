"""What a person is told of a filled form: where it lies, what is hidden, what stayed empty and why."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby

from openpyxl.utils.cell import get_column_letter

from config.periods import period_words
from reports import wording
from reports.filling.formulas import Spot
from reports.filling.told import told_in
from sync.form_filling import FilledForm

_MOST = 12
_SEVERAL = 2


def words_of(made: FilledForm) -> Iterator[str]:
    """The whole account, a line each."""
    one, cells = made.package, made.form.cells
    asked = f" по запросу {one.request}" if one.request else ""
    told = told_in(one.files)
    days = sorted({day.as_of for day in told.days}) if told is not None else []
    day = f"период «{period_words(one.period)}», данные на {', '.join(map(wording.day, days or [one.as_of]))}"
    if made.is_new:
        yield f"Форма{asked} заполнена: {day}. Сама форма не изменена."
    else:
        yield f"Эта форма{asked} с теми же числами уже заполнена {wording.day(one.issued_at.date())}: это она ({day})."
    yield f"Копия: {made.path}"
    hidden, empty = hidden_cells(made), empty_cells(made)
    done = sum(spot not in set(hidden) and spot not in empty for spot in (cell.spot for cell in cells))
    yield f"Заполнено: {wording.counted(done, 'ячейка', 'ячейки', 'ячеек')} из {len(cells)}."
    if hidden:
        yield f"Скрыто: {_places(hidden)} — участников слишком мало, или по этому числу можно вычислить такое число."
    yield from _false(made)
    if empty:
        yield "Осталось пустым:"
        yield from (f"  {_places(spots)}: {why}." for why, spots in _by_reason(empty))
    if made.form.strange:
        yield f"Не метки, оставлено как есть: {_places(made.form.strange)}."
    if made.lost:
        yield f"В копии нет того, что программа не переносит: {', '.join(made.lost)}. Перенесите это из формы сами."
    yield "Откройте копию в Excel и просмотрите её, прежде чем отправить: итоги Excel посчитает заново."
    if one.request:
        yield (
            "Отправив, впишите ответ в «Документы и переписку с ФПО» и укажите его код в строке "
            f"{one.request}, столбец «Ответ»."
        )


def as_json(made: FilledForm) -> Mapping[str, object]:
    """The same for programs."""
    one = made.package
    return {
        "file": str(made.path),
        "new": made.is_new,
        "number": one.number,
        "recipient": one.recipient,
        "period": one.period,
        "as_of": one.as_of.isoformat(),
        "request": one.request or None,
        "hidden": [address_of(spot) for spot in hidden_cells(made)],
        "empty": [{"cell": address_of(spot), "why": why} for spot, why in empty_cells(made).items()],
        "formulas": {
            "hidden": [address_of(spot) for spot in made.copy.hidden],
            "empty": [address_of(spot) for spot in made.copy.emptied],
        },
        "strange": [address_of(spot) for spot in made.form.strange],
        "lost": list(made.lost),
        "digest": one.digest,
    }


def hidden_cells(made: FilledForm) -> tuple[Spot, ...]:
    """The marked cells that read «скрыто»."""
    return tuple(one.spot for one in made.form.cells if any(made.answers[asked].is_hidden for _, asked in one.marks))


def empty_cells(made: FilledForm) -> Mapping[Spot, str]:
    """The marked cells that have no value, each with the reason."""
    found = {}
    for one in made.form.cells:
        whys = [made.answers[asked].why for _, asked in one.marks if made.answers[asked].value is None]
        if whys:
            found[one.spot] = "; ".join(dict.fromkeys(whys))
    return found


def address_of(spot: Spot) -> str:
    """`Лист1!B5`."""
    return f"{spot.sheet}!{get_column_letter(spot.column)}{spot.row}"


def _false(made: FilledForm) -> Iterator[str]:
    """Formulas of the form whose result would be false."""
    if made.copy.hidden:
        yield f"Формулы над скрытым тоже скрыты, иначе их итог был бы неверен: {_places(made.copy.hidden)}."
    if made.copy.emptied:
        yield f"Формулы над пустым не посчитаны, впишите итог сами: {_places(made.copy.emptied)}."


def _by_reason(empty: Mapping[Spot, str]) -> Iterator[tuple[str, list[Spot]]]:
    whys = dict.fromkeys(empty.values())
    yield from ((why, [spot for spot, other in empty.items() if other == why]) for why in whys)


def _places(spots: Sequence[Spot]) -> str:
    """«Лист1: B5–B9, D5; Лист2: C3», a dozen runs at most."""
    runs = list(_runs(spots))
    shown, rest = runs[:_MOST], runs[_MOST:]
    sheets = [
        f"«{sheet}» {', '.join(words for _, words, _ in some)}"
        for sheet, some in groupby(shown, key=lambda run: run[0])
    ]
    more = sum(count for _, _, count in rest)
    return "; ".join(sheets) + (f" и ещё {wording.counted(more, 'ячейка', 'ячейки', 'ячеек')}" if more else "")


def _runs(spots: Sequence[Spot]) -> Iterator[tuple[str, str, int]]:
    """Cells one under another are told by the first and the last: sheet, words, how many."""
    ordered = sorted(spots, key=lambda spot: (spot.sheet, spot.column, spot.row))
    for (sheet, column, _), group in groupby(
        enumerate(ordered), key=lambda pair: (pair[1].sheet, pair[1].column, pair[1].row - pair[0])
    ):
        rows = [spot.row for _, spot in group]
        letters = get_column_letter(column)
        last = f"–{letters}{rows[-1]}" if len(rows) >= _SEVERAL else ""
        yield sheet, f"{letters}{rows[0]}{last}", len(rows)
