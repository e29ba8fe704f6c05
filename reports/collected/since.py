"""What is new against an earlier collection of the same period."""

from reports.collected.collection import Collected, Collection, Entry
from reports.wording import NBSP

NEW, SAME, GONE = "новый", "без изменений", "был в прошлом своде, теперь нет"
_SUSPICIOUS = "другое содержание под тем же номером: выясните у региона"


def news_of(collection: Collection, entry: Entry) -> str | None:
    """Of a region that has reported; None when nothing was collected before."""
    if collection.before is None:
        return None
    was = collection.before.get(entry.whose.title)
    return NEW if was is None else _change(was, entry)


def lost(collection: Collection, title: str) -> str | None:
    """Of a region that has not reported: whether it had."""
    return GONE if collection.before and title in collection.before else None


def is_newer(collection: Collection, entry: Entry) -> bool:
    """The region has corrected what was collected before."""
    was = None if collection.before is None else collection.before.get(entry.whose.title)
    return was is not None and entry.manifest.correction > was.correction


def _change(was: Collected, entry: Entry) -> str:
    one = entry.manifest
    if was.digest and entry.parcel.digest.startswith(was.digest):
        return SAME
    if one.correction > was.correction:
        return f"уточнение №{NBSP}{one.correction} вместо {_before(was.correction)}"
    if one.correction < was.correction:
        return f"раньше было уточнение №{NBSP}{was.correction}, его здесь нет"
    if one.number != was.number:
        return f"пакет №{NBSP}{one.number} вместо №{NBSP}{was.number}"
    return _SUSPICIOUS


def _before(correction: int) -> str:
    return f"уточнения №{NBSP}{correction}" if correction else "первого пакета"
