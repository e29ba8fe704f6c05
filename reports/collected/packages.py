"""The tab «Пакеты»: every package that was given, what became of it, and why it is not used."""

from config.periods import period_words
from reports.collected.collection import Collection, Parcel
from reports.collected.reported import WORKBOOK
from reports.report import Field, Form, Listing, Report, Value, Words

TAB = "Пакеты"
REGION, PERIOD, SEASON, NUMBER, CORRECTION, FATE, DIGEST = (
    "Субъект", "Период", "Сезон", "№ в сезоне", "Уточнение №", "Что с ним", "Контрольная сумма",
)  # fmt: skip
SHORT = 16
"""So many digits of a digest tell one package from another."""

_FIELDS = (
    Field("Файл или папка", 36),
    Field(REGION, 36),
    Field(PERIOD, 10),
    Field(SEASON, 11),
    Field("Данные на дату", 12, Form.DATE),
    Field(NUMBER, 9, Form.WHOLE),
    Field(CORRECTION, 12, Form.WHOLE),
    Field("По запросу", 11),
    Field(FATE, 22),
    Field("Почему", 60),
    Field("Что делать", 40),
    Field(DIGEST, 20),
)


def packages(collection: Collection) -> Report:
    """In the order of regions, those of nobody at the end. An earlier collection is read back by this tab."""
    rows = tuple(_row(one) for one in collection.parcels)
    title = Words(f"{TAB}: {period_words(collection.period)}", "title")
    return Report(
        WORKBOOK, TAB, (title, Listing("", _FIELDS, rows, "пакетов нет", filtered=True, frozen=True)), stamped=False
    )


def _row(one: Parcel) -> tuple[Value, ...]:
    whose = None if one.whose is None else one.whose.title
    return (
        one.name,
        whose,
        *_head(one),
        one.fate.value,
        one.why or None,
        one.advice or None,
        one.digest[:SHORT] or None,
    )


def _head(one: Parcel) -> tuple[Value, ...]:
    told = one.manifest
    if told is None:
        return (None,) * 6
    return told.period, told.season, told.as_of, told.number, told.correction, told.request or None
