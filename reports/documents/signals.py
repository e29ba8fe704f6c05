"""The traffic lights of a document: a line a block, with the numbers of the head's page and why it is so."""

from collections.abc import Iterable, Mapping

from reports import wording
from reports.documents.agreement import reason
from reports.documents.tables import text
from reports.facts import Facts
from reports.figures.catalogue import BY_ID
from reports.figures.figure import Figure, whole
from reports.figures.naming import rounded
from reports.head.figures import Head, eight
from reports.quoting import is_clean
from reports.report import Field, Form, Light, Listing, Value
from validators.counting.count import Way

OFFICE = ("K22", "K23", "K29", "K30", "K24", "K32")
"""The blocks of the office's own work."""

PROGRAMME = ("K02", "K06", "K07", "K09", "K13", "K15", "K26", "K27")
"""The blocks of the programme."""

_TITLES: Mapping[str, str] = {
    "K22": "План мероприятий",
    "K23": "Поручения",
    "K29": "Отчёты",
    "K30": "Запросы ФПО",
    "K24": "Финансы, тыс. руб.",
    "K32": "Качество данных",
    "K02": "Участники, чел.",
    "K06": "Установочное обучение, чел.",
    "K07": "Цифровая платформа, чел.",
    "K09": "Команды",
    "K13": "Наставники, чел.",
    "K15": "Площадки",
    "K26": "Национальные проекты",
    "K27": "Страницы и блоги, чел.",
}
_FIELDS = (
    text("Направление", 24),
    Field("Должно быть", 11, Form.NUMBER),
    Field("Есть", 11, Form.NUMBER),
    Field("%", 9, Form.PERCENT),
    text("Оценка", 12),
    text("Пояснение", 33),
)
_EXPLAINED = frozenset({"K02", "K09", "K13", "K15"})
_UNSAID = "пояснение не приведено: в нём, похоже, есть персональные данные"


def signals(facts: Facts, title: str, keys: Iterable[str]) -> Listing:
    """A line a block: what there should be, what there is, the colour in words, why; or why nothing is known."""
    known = {one.id: one for one in eight(facts)}
    return Listing(title, _FIELDS, tuple(_line(facts, known.get(key) or _head(facts, key)) for key in keys))


def lights(facts: Facts, keys: Iterable[str]) -> list[Head]:
    """The same as values."""
    known = {one.id: one for one in eight(facts)}
    return [known.get(key) or _head(facts, key) for key in keys]


def title_of(key: str) -> str:
    """How a block is called."""
    return _TITLES[key].partition(",")[0]


def _head(facts: Facts, key: str) -> Head:
    """A figure that is none of the eight, in their shape: of a share its parts."""
    one = facts.once(whole, BY_ID[key])
    if one.value is None:
        return Head(key, _TITLES[key], why=one.count.why)
    if one.count.way is Way.SHARE:
        return Head(key, _TITLES[key], one.count.due, one.count.done, one.value, light=one.light, why=_why(one))
    return Head(key, _TITLES[key], one.plan, one.value, one.share, light=one.light, why=_why(one))


def _why(one: Figure) -> str:
    """Of a share its plan; nothing where nothing judges."""
    if one.planned is not None and one.indicator.unit == "%":
        return f"план — {wording.percent(one.planned.on_day)}"
    return "" if one.planned is None and one.light is Light.GREY else one.why


def _short(one: Head) -> str:
    """How far it is from its plan, without what staff say of it: that is told apart."""
    return one.why.partition(":")[0] if one.id in _EXPLAINED else one.why


def _line(facts: Facts, one: Head) -> tuple[Value, ...]:
    known = one.fact is not None or one.share is not None
    light = "без оценки" if known and one.light is Light.GREY else one.light.value
    said = "" if one.light is Light.GREEN else _short(one) if known else reason(one.why)
    said = said if is_clean(facts, said) else _UNSAID
    numbers = (rounded(one.plan), rounded(one.fact), rounded(one.share))
    return (_TITLES[one.id], *numbers, light, said or None)
