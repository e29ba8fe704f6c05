"""What a person is told of a collection, and the same for programs."""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from config.periods import period_words
from config.subjects import SUBJECTS
from reports import wording
from reports.collected.collection import Collection
from reports.collected.reported import Missing, missing
from reports.collected.since import is_newer, news_of

_MOST = 12
"""So many regions or packages are told by name."""


def words_of(collection: Collection) -> Iterator[str]:
    """How many have reported, who has not, what is new, which packages can't be used and what to do with each."""
    there = len(collection.listed)
    subjects = wording.counted(there, "субъекта", "субъектов", "субъектов")
    yield (
        f"Свод за период «{period_words(collection.period)}», сезон {collection.season}: приняты пакеты {subjects} "
        f"из {len(SUBJECTS)}."
    )
    gone = missing(collection)
    yield from _named("Не прислали", [one.subject.title for one in gone if not one.refused])
    yield from _named("Прислали, но пакет не принят", [one.subject.title for one in gone if one.refused])
    yield from _named(
        "В перечне субъектов нет", [one.whose.title for one in collection.entries if not one.whose.subject]
    )
    yield from _news(collection)
    if collection.refused:
        yield f"Не приняты пакеты ({len(collection.refused)}):"
    for one in collection.refused[:_MOST]:
        yield f"  «{one.name}»: {one.why} {one.advice}".rstrip()
    if len(collection.refused) > _MOST:
        yield f"  И ещё {wording.whole(len(collection.refused) - _MOST)}: лист «Пакеты»."


def _news(collection: Collection) -> Iterator[str]:
    newer = [one.whose.title for one in collection.entries if is_newer(collection, one)]
    yield from _named("Уточнили с прошлого свода", newer)


def _named(words: str, titles: Sequence[str]) -> Iterator[str]:
    if titles:
        rest = f" и ещё {len(titles) - _MOST}" if len(titles) > _MOST else ""
        yield f"{words} ({len(titles)}): {', '.join(titles[:_MOST])}{rest}."


def as_json(collection: Collection, written: Sequence[Path]) -> Mapping[str, object]:
    """One object."""
    return {
        "season": collection.season,
        "period": collection.period,
        "accepted": [
            {
                "region": one.whose.title,
                "oktmo": one.whose.subject.oktmo if one.whose.subject else one.manifest.oktmo,
                "listed": one.whose.subject is not None,
                "package": one.parcel.name,
                "as_of": one.manifest.as_of.isoformat(),
                "number": one.manifest.number,
                "correction": one.manifest.correction,
                "hidden": one.hidden,
                "since": news_of(collection, one),
            }
            for one in collection.entries
        ],
        "missing": [_missing(one) for one in missing(collection)],
        "refused": [{"package": one.name, "text": one.why, "advice": one.advice} for one in collection.refused],
        "written": [str(one) for one in written],
    }


def _missing(one: Missing) -> Mapping[str, object]:
    return {"region": one.subject.title, "oktmo": one.subject.oktmo, "sent": bool(one.refused)}
