"""The tab «Кто отчитался»: every subject of the federation, whether its package is here, what is new in it."""

from collections.abc import Iterator
from dataclasses import dataclass

from config.periods import period_words
from config.subjects import SUBJECTS, Subject
from reports import wording
from reports.collected.collection import Collection, Entry, Fate, Parcel
from reports.collected.since import lost, news_of
from reports.report import Field, Form, Listing, Report, Value, Words
from reports.wording import NBSP

WORKBOOK = "Свод по регионам"
TAB = "Кто отчитался"
ACCEPTED, REFUSED, NOT_SENT = "Принят", "Не принят", "Не прислан"
OUTSIDE = "в перечне субъектов нет, в итоги не входит"
_FIELDS = (
    Field("ОКТМО", 11),
    Field("Субъект Российской Федерации", 44),
    Field("Пакет", 13),
    Field("Данные на дату", 12, Form.DATE),
    Field("№ в сезоне", 9, Form.WHOLE),
    Field("Уточнение №", 12, Form.WHOLE),
    Field("Скрыто ячеек", 9, Form.WHOLE),
    Field("С прошлого свода", 27),
    Field("Примечание", 58),
)


def reported(collection: Collection) -> Report:
    """A line for each subject in the order of the Constitution, then the regions that are not in the list."""
    blocks = (
        Words(f"{WORKBOOK}: {period_words(collection.period)}", "title"),
        Words(account(collection), "subtitle"),
        Listing("", _FIELDS, tuple(_rows(collection)), filtered=True, frozen=True),
    )
    return Report(WORKBOOK, TAB, blocks, stamped=False)


@dataclass(frozen=True)
class Missing:
    """A subject of which no package counts, with its packages that are refused and those of other periods."""

    subject: Subject
    refused: tuple[Parcel, ...] = ()
    others: tuple[Parcel, ...] = ()


def missing(collection: Collection) -> tuple[Missing, ...]:
    """In the order of the Constitution."""
    there = {one.whose.subject for one in collection.listed}
    gone = [one for one in SUBJECTS if one not in there]
    return tuple(Missing(one, _of(collection, one, Fate.REFUSED), _of(collection, one, Fate.OTHER)) for one in gone)


def _of(collection: Collection, subject: Subject, fate: Fate) -> tuple[Parcel, ...]:
    return tuple(
        one for one in collection.parcels if one.fate is fate and one.whose is not None and one.whose.subject == subject
    )


def account(collection: Collection) -> str:
    """The season and how many have reported, in a line."""
    gone = missing(collection)
    silent = sum(not one.refused for one in gone)
    parts = [
        f"Сезон{NBSP}{collection.season}",
        f"субъектов: {len(SUBJECTS)}",
        f"приняты пакеты: {len(collection.listed)}",
        f"не прислали: {silent}",
    ]
    if len(gone) > silent:
        parts.append(f"прислали, но пакет не принят: {len(gone) - silent}")
    outside = len(collection.entries) - len(collection.listed)
    return " · ".join([*parts, f"не из перечня: {outside}"] if outside else parts)


def _rows(collection: Collection) -> Iterator[tuple[Value, ...]]:
    entries = {one.whose.subject: one for one in collection.listed}
    gone = {one.subject: one for one in missing(collection)}
    for subject in SUBJECTS:
        yield _absent(collection, gone[subject]) if subject in gone else _accepted(collection, entries[subject])
    for entry in collection.entries:
        if entry.whose.subject is None:
            yield _accepted(collection, entry)


def _accepted(collection: Collection, entry: Entry) -> tuple[Value, ...]:
    one, subject = entry.manifest, entry.whose.subject
    code = one.oktmo if subject is None else subject.oktmo
    numbers = (one.as_of, one.number, one.correction or None, entry.hidden)
    return (code, entry.whose.title, ACCEPTED, *numbers, news_of(collection, entry), _note(entry))


def _absent(collection: Collection, one: Missing) -> tuple[Value, ...]:
    state, why = (REFUSED, one.refused[-1].why) if one.refused else (NOT_SENT, _other_periods(one))
    oktmo, title, _ = one.subject
    return (oktmo, title, state, None, None, None, None, lost(collection, title), why)


def _other_periods(one: Missing) -> str | None:
    """The last of its packages of other periods, by the day of their numbers."""
    told = [parcel.manifest for parcel in one.others if parcel.manifest is not None]
    last = max(told, key=lambda manifest: manifest.as_of, default=None)
    return None if last is None else f"Последний присланный пакет — за другой период: {period_words(last.period)}."


def _note(entry: Entry) -> str | None:
    """What the reader should know of the package beside its numbers."""
    words = [OUTSIDE] if entry.whose.subject is None else []
    if entry.manifest.request:
        words.append(f"выпущен по запросу {entry.manifest.request}")
    if entry.refused:
        words.append(f"более новый не принят: {entry.refused[-1].why.rstrip('.')}")
    if entry.unlinked:
        many = wording.counted(entry.unlinked, "прежнего пакета", "прежних пакетов", "прежних пакетов")
        words.append(f"для сверки с прежними не хватает {many} сезона")
    return wording.sentence("; ".join(words)) if words else None
