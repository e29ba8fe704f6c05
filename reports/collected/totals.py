"""The tab «Итоги»: sums over the subjects of the federation, each with how many regions it lacks."""

from collections.abc import Iterator

from config.periods import period_words
from config.subjects import SUBJECTS
from reports.collected.blocks import BLOCKS, Block
from reports.collected.collection import Collection, Entry
from reports.collected.reported import WORKBOOK
from reports.collected.tally import Tally, tally
from reports.disclosure.draft import Mark, Shown
from reports.federal.indicators import CODE, FACT, PLANNED, RATIOS
from reports.federal.telling import ALL, UNKNOWN
from reports.figures.catalogue import INDICATORS, Indicator
from reports.report import Field, Form, Listing, Report, Value, Words

TAB = "Итоги"
_NO_SUM = "не складывается"
_ADDED = frozenset({"чел.", "ед."})
"""Units of counts; a percentage or a ratio of the country is not the sum of those of its regions."""

_NUMBERS = frozenset({Form.WHOLE, Form.NUMBER})
_COUNTS = (
    Field("Сложено субъектов", 11, Form.WHOLE),
    Field("Число скрыто", 10, Form.WHOLE),
    Field("Нет данных", 10, Form.WHOLE),
    Field("Нет пакета", 10, Form.WHOLE),
)
_FIGURES = (
    Field("Код", 8),
    Field("Показатель", 46),
    Field("Ед. изм.", 18),
    Field("План на дату: итог", 22, Form.NUMBER),
    Field("Факт: итог", 22, Form.NUMBER),
    *_COUNTS,
)
_PARTS = (
    Field("Таблица", 16),
    Field("Строка", 34),
    Field("Столбец", 22),
    Field("Итог", 44, Form.NUMBER),
    *_COUNTS,
)
_HOW = (
    "Складываются только видимые числа субъектов Российской Федерации. «Не менее» значит, что сложены не все: "
    "у части субъектов число скрыто, данных нет или нет принятого пакета. "
    "Скрытое число региона по этому своду не вычисляется."
)


def totals(collection: Collection) -> Report:
    """First the indicators, then the rows that are the same in every region."""
    blocks = (
        Words(f"{TAB}: {period_words(collection.period)}", "title"),
        Words(_HOW, "subtitle"),
        Listing("Показатели", _FIGURES, tuple(_figure(collection, one) for one in INDICATORS)),
        Listing("Таблицы", _PARTS, tuple(row for one in BLOCKS if one.adds_up for row in _parts(collection, one))),
    )
    return Report(WORKBOOK, TAB, blocks, stamped=False)


def _figure(collection: Collection, one: Indicator) -> tuple[Value, ...]:
    fact, plan = (_over(collection, CODE, one.id, column) for column in (FACT, PLANNED))
    adds = one.unit in _ADDED and one.id not in RATIOS
    sums = (plan.total, fact.total) if adds else (_NO_SUM, _NO_SUM)
    return (one.id, one.title, one.unit, *sums, *_counts(fact))


def _parts(collection: Collection, block: Block) -> Iterator[tuple[Value, ...]]:
    for key in _keys(collection, block.code):
        for field in block.fields:
            if field.form in _NUMBERS:
                found = _over(collection, block.code, key, field.heading)
                yield (block.title, key, field.heading, found.total, *_counts(found))


def _keys(collection: Collection, code: str) -> list[str]:
    """Every row of the table in any region; stage by stage in table 4, the whole after its parts."""
    every = dict.fromkeys(key for entry in collection.listed for key in entry.tables.get(code, {}))
    return sorted(every, key=lambda key: (key.rpartition(", ")[0], key.endswith(ALL), key.endswith(UNKNOWN)))


def _over(collection: Collection, code: str, key: str, column: str) -> Tally:
    there = collection.listed
    return tally((_cell(entry, code, key, column) for entry in there), len(SUBJECTS) - len(there))


def _cell(entry: Entry, code: str, key: str, column: str) -> Shown:
    """Where nobody is of an unknown kind there is no line of them."""
    cell = entry.cell(code, key, column)
    return Mark.NOT_MEANT if cell is None and key.endswith(UNKNOWN) else cell


def _counts(one: Tally) -> tuple[int, int, int, int]:
    return len(one.known), one.hidden, one.no_data, one.absent
