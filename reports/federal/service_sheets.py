"""The two service sheets, made of nothing but what leaves anyway: what has changed, and how it was reckoned."""

from collections.abc import Iterator, Mapping, Sequence

from reports import wording
from reports.disclosure.draft import Mark, Shown
from reports.disclosure.release import Released, Table
from reports.disclosure.system import Same, Sum
from reports.federal.definitions import FIGURES, MARKS, OWN, TABLES
from reports.federal.equations import LINES, split
from reports.federal.indicators import BEFORE, CHANGE, WHY, at
from reports.federal.participants import ACTIVE
from reports.federal.telling import ALL
from reports.report import Field

CHANGES, METHOD = "С1", "С2"
EQUALITY = "Равенство"
AGREES, IN_PART, DISAGREES = "сходится", "сходится, часть чисел скрыта", "не сходится"
_CHANGE_FIELDS = (
    *(Field("Таблица", 9), Field("Строка", 38), Field("Столбец", 26)),
    *(Field("Было", 18), Field("Стало", 18), Field("Почему", 48)),
)
_METHOD_FIELDS = (Field("Раздел", 18), Field("Что", 40), Field("Значение", 72), Field("Что считаем", 24))
_NOT_COMPARED = frozenset({"1", CHANGES, METHOD})
_PASSING = frozenset({BEFORE, CHANGE, WHY})
"""Columns that tell of the package before themselves."""


def service_sheets(released: Released) -> tuple[Table, Table]:
    """С1 and С2."""
    return _changes(released), _method(released)


def changed(was: Mapping[str, Shown], now: Mapping[str, Shown]) -> Iterator[tuple[str, Shown, Shown]]:
    """The cells that are another one than in the package before: address, was, now."""
    for key in dict.fromkeys((*now, *was)):
        table, _, column = split(key)
        if table in _NOT_COMPARED or column in _PASSING:
            continue
        if was.get(key) != now.get(key):
            yield key, was.get(key), now.get(key)


def _changes(released: Released) -> Table:
    """Against the package before; of a correction, against the package that it corrects."""
    before, rows = released.before, []
    now = released.cells()
    for key, was, told in changed(before.cells, now) if before is not None else ():
        table, row, column = split(key)
        rows.append((key, (table, row, column, _shown(was), _shown(told), _why(released, now, table, row))))
    return Table(CHANGES, "Изменения с прошлой отправки", _CHANGE_FIELDS, tuple(rows))


def _shown(value: Shown) -> Shown:
    return "строки не было" if value is None else value


def _why(released: Released, now: Mapping[str, Shown], table: str, row: str) -> Shown:
    """The reason of the correction; else what staff explain of the indicator; else that time has passed."""
    if released.head.correction:
        reason = now.get("1/Причина уточнения/Значение")
        return reason if reason is not Mark.NOT_MEANT else None
    explained = now.get(at(row, WHY)) if table == "2" else None
    if explained is not None:
        return explained
    before = released.before
    since = f" с {wording.day(before.head.as_of)}" if before is not None else ""
    return f"данные реестров за время{since} по {wording.day(released.head.as_of)}"


def _method(released: Released) -> Table:
    lines = [
        *_definitions(released),
        *(("Обозначения", f"«{mark}»", words, None) for mark, words in MARKS),
        *_equalities(released),
        *_sources(released),
        ("Скрыто", "Ячеек со словом «скрыто»", len(released.hidden), None),
        ("Скрыто", "Наименьшее показываемое число участников", released.k, None),
    ]
    return Table(METHOD, "Методика и контроль", _METHOD_FIELDS, tuple((f"{one[0]}: {one[1]}", one) for one in lines))


Line = tuple[Shown, Shown, Shown, Shown]


def _definitions(released: Released) -> Iterator[Line]:
    for table in released.tables:
        if table.code == "2":
            for key, cells in table.rows:
                meaning = FIGURES.get(key, OWN)
                yield "Показатель", f"{key} {cells[1]}", meaning.words, meaning.counted
    for name, meaning in TABLES.items():
        yield "Таблица", f"Таблица {name}", meaning.words, meaning.counted


def _equalities(released: Released) -> Iterator[Line]:
    for name, words in agreements(released.cells(), released.sums, released.same).items():
        yield EQUALITY, name, words, None


def agreements(cells: Mapping[str, Shown], sums: Sequence[Sum], same: Sequence[Same]) -> Mapping[str, str]:
    """Each equality of the tables in words → whether it holds, by the numbers in sight."""
    found: dict[str, list[str]] = {}
    for name, result in _checked(cells, sums, same):
        found.setdefault(name, []).append(result)
    return {name: _joined(results) for name, results in found.items()}


def _checked(cells: Mapping[str, Shown], sums: Sequence[Sum], same: Sequence[Same]) -> Iterator[tuple[str, str]]:
    for one in sums:
        if all(key in cells for key in (one.whole, *one.parts)):
            yield _sum_words(one), _sum_holds(cells, one.whole, one.parts)
    for pair in same:
        if pair.one in cells and pair.other in cells:
            words = f"{_cell_words(pair.one)} = {_cell_words(pair.other)}"
            yield words[:1].upper() + words[1:], _sum_holds(cells, pair.one, (pair.other,))


def _sum_holds(cells: Mapping[str, Shown], whole: str, parts: tuple[str, ...]) -> str:
    numbers = [value for part in parts if isinstance(value := cells.get(part), int)]
    total = cells.get(whole)
    if len(numbers) < len(parts) or not isinstance(total, int):
        return DISAGREES if isinstance(total, int) and sum(numbers) > total else IN_PART
    return AGREES if sum(numbers) == total else DISAGREES


def _sum_words(one: Sum) -> str:
    table, row, column = split(one.whole)
    if split(one.parts[0])[2] == ACTIVE != column:
        return LINES
    if table == "3" and row != ALL:
        return "Таблицы 3 и 4: «Зачислено» = «Должны пройти» + «Не требуется»"
    return f"Таблица {table}, «{column}»: «Всего» = сумма строк"


def _cell_words(key: str) -> str:
    """«3: Школьник, Заявок»; the whole is called by its column."""
    table, row, column = split(key)
    if table == "4":
        stage, _, category = row.partition(", ")
        return f"таблица 4, {stage}, «{column}»" if category else f"таблица 4, {row}"
    return f"таблица 2, {row}" if table == "2" else f"таблица {table}, «{column}»"


def _joined(results: list[str]) -> str:
    return max(results, key=(AGREES, IN_PART, DISAGREES).index)


def _sources(released: Released) -> Iterator[Line]:
    for one in released.sources:
        yield "Источник", f"«{one.title}»", one.as_of if one.as_of is not None else Mark.NO_DATA, None
