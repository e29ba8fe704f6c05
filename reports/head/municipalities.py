"""«Отчёт. Муниципалитеты»: who has sent data, whose rows have remarks, and the main figures of each."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from reports import wording
from reports.causes import above_info
from reports.facts import Facts
from reports.figures.grouped import UNKNOWN, grouped, known_count
from reports.head.page import opening, sources
from reports.head.silence import NOTHING, people_silence, shown
from reports.municipal_remarks import by_home
from reports.report import Block, Chart, ChartKind, Field, Form, Light, Listing, Recipe, Report, Series, Value, Words
from validators.counting.count import Count, ids_at
from validators.counting.municipal import Sending, sendings
from validators.counting.people import existing_municipalities, people_obstacle
from validators.remark import Remark, Severity

WORKBOOK = "Отчёты"
TAB = "Отчёт. Муниципалитеты"
SENT, NOT_SENT = "сдали", "не сдали"
_NAMED = 3
_COSTS = tuple(Severity)[:3]
FIGURES = {"K02": "Зачислено", "K09": "Команд", "K05": "Организаций", "K13": "Наставников", "K15": "Площадок"}
"""Indicator → the heading of its column."""

_FIELDS = (
    Field("Муниципалитет", 33),
    Field("Данные", 10),
    Field("Строк", 8, Form.WHOLE),
    Field("Последняя дата в строках", 12, Form.DATE),
    Field("Оценка", 12),
    *(Field(words, 12, Form.WHOLE) for words in FIGURES.values()),
    *(Field(words, 11, Form.WHOLE) for words in ("Замечаний", "Строка не учтена", "Значение не учтено", "Проверьте")),
)
_BY_PARTS = (
    "Сдали — в таблицах есть строки с кодами этого муниципалитета, а у кого своих кодов нет — строки его участников. "
)
_BY_ROWS = "Сдали — есть строки участников этого муниципалитета. "
_SOURCES = ("MUN", "SCH", "UNI", "TEAM", "EDU", "MENT", "ENT")
_METHOD = (
    "Последняя дата — самая поздняя дата заявки, зачисления или выбытия в них. Команда нескольких муниципалитетов "
    "стоит в строке каждого, поэтому сумма строк бывает больше, чем «Весь регион»."
)


@dataclass(frozen=True)
class Place:
    """A municipality: what it has sent (None when it can't be known), its figures, its remarks by consequence."""

    name: str
    sending: Sending | None
    figures: tuple[float | None, ...]
    remarks: Mapping[Severity, int]

    @property
    def light(self) -> Light:
        """Red when nothing was sent, yellow when rows or values of it are not counted."""
        if self.sending is None:
            return Light.GREY
        if not self.sending.has_sent:
            return Light.RED
        return Light.YELLOW if any(self.remarks.get(cost) for cost in _COSTS[:2]) else Light.GREEN

    @property
    def order(self) -> tuple[int, ...]:
        """The worst first."""
        sent = self.sending is None or self.sending.has_sent
        return (int(sent), *(-self.remarks.get(cost, 0) for cost in _COSTS))

    def cells(self) -> tuple[Value, ...]:
        """The line of the listing."""
        sending = self.sending
        state = NOTHING if sending is None else SENT if sending.has_sent else NOT_SENT
        rows, last = (None, None) if sending is None else (sending.rows, sending.last)
        figures = tuple("—" if one is None else shown(one) for one in self.figures)
        return (self.name, state, rows, last, self.light, *figures, *_told(self.remarks))


def compose(facts: Facts) -> tuple[Report, ...]:
    """The one tab."""
    found = places(facts)
    method = (_BY_PARTS if facts.parts else _BY_ROWS) + _METHOD
    blocks: tuple[Block, ...] = opening(facts, "Муниципалитеты", _sentence(facts, found))
    if found:
        blocks = (*blocks, _listing(facts, found), *_chart(found), Words(method, "small"))
    return (Report(WORKBOOK, TAB, (*blocks, sources(facts, _SOURCES))),)


MUNICIPALITIES = Recipe("Муниципалитеты", compose)


def figures_of_places(facts: Facts) -> Listing:
    """The region and every municipality, the one with most participants first; no rows where there is none."""
    found = sorted(places(facts), key=lambda one: (-(one.figures[0] or 0), one.name))
    return _listing(facts, found) if found else Listing("", _FIELDS, ())


def _listing(facts: Facts, found: Sequence[Place]) -> Listing:
    rows = (_region(facts, found), *(one.cells() for one in found), *_homeless(facts, found))
    return Listing("", _FIELDS, rows, frozen=True, leading=1)


def places(facts: Facts) -> list[Place]:
    """Every municipality that exists, and any other that has rows or figures; the worst first."""
    office = facts.scene.office
    sent, figures = sendings(office, facts.parts, facts.today), _figures(facts)
    remarks, unknown = by_home(facts, above_info(facts.remarks)), people_obstacle(office) != ""
    names = {*_existing(facts), *sent, *(name for one in figures for name in one.groups)} - {UNKNOWN}
    found = [
        Place(
            name,
            None if unknown else sent.get(name, Sending()),
            tuple(one.of(name) for one in figures),
            _costs(remarks.get(name, ())),
        )
        for name in names
    ]
    return sorted(found, key=lambda one: (one.order, one.name))


@dataclass(frozen=True)
class _Figure:
    """An indicator and its parts by municipality."""

    count: Count
    groups: Mapping[str, Count]

    def of(self, name: str) -> float | None:
        """The part of one municipality; None when no row says of which it is."""
        if not self.groups.keys() - {UNKNOWN}:
            return None
        return self.groups[name].value if name in self.groups else 0.0


def _figures(facts: Facts) -> list[_Figure]:
    counts = [known_count(facts, key) for key in FIGURES]
    return [_Figure(count, grouped(facts, count, "municipality")) for count in counts]


def _existing(facts: Facts) -> list[str]:
    office = facts.scene.office
    return ids_at(office.tables["MUN"], existing_municipalities(office, facts.today)) if office.has("MUN") else []


def _costs(remarks: Sequence[Remark]) -> Mapping[Severity, int]:
    return Counter(one.severity for one in remarks)


def _region(facts: Facts, found: Sequence[Place]) -> tuple[Value, ...]:
    """The whole region: the figures are those of the indicators, the remarks all that ask for work."""
    sent = [one.sending for one in found if one.sending is not None]
    last = max((one.last for one in sent if one.last), default=None)
    state = f"{sum(one.has_sent for one in sent)} из {len(sent)}" if sent else NOTHING
    rows = sum(one.rows for one in sent) if sent else None
    figures = tuple(shown(one.count.value) for one in _figures(facts))
    return ("Весь регион", state, rows, last, None, *figures, *_told(_costs(above_info(facts.remarks))))


def _told(costs: Mapping[Severity, int]) -> tuple[int, ...]:
    """All remarks, then by consequence."""
    parts = tuple(costs.get(cost, 0) for cost in _COSTS)
    return (sum(parts), *parts)


def _homeless(facts: Facts, found: Sequence[Place]) -> list[tuple[Value, ...]]:
    """What belongs to none of the municipalities: figures and remarks."""
    homes = by_home(facts, above_info(facts.remarks))
    placed = {id(one) for place in found for one in homes.get(place.name, ())}
    told = _told(_costs([one for one in above_info(facts.remarks) if id(one) not in placed]))
    parts = [one.groups.get(UNKNOWN) for one in _figures(facts)]
    figures = tuple("—" if one is None else shown(one.value) for one in parts)
    return [("Муниципалитет не указан", None, None, None, None, *figures, *told)] if told[0] or any(parts) else []


def _sentence(facts: Facts, found: Sequence[Place]) -> str:
    if not found:
        return "Муниципалитетов пока нет ни в справочнике, ни в строках реестров."
    missing = [one.name for one in found if one.sending is not None and not one.sending.has_sent]
    known = [one for one in found if one.sending is not None]
    if not known:
        words = f"Сдали ли муниципалитеты данные, неизвестно: {people_silence(facts)}."
    else:
        words = f"Сдали данные: {len(known) - len(missing)} из {len(known)}."
    if missing:
        more = f" и ещё {len(missing) - _NAMED}" if len(missing) > _NAMED else ""
        words += f" Не сдали: {', '.join(missing[:_NAMED])}{more}."
    most = max(found, key=lambda one: _told(one.remarks)[0])
    total = _told(most.remarks)[0]
    return f"{words} Больше всего замечаний: {most.name} — {wording.whole(total)}." if total else words


def _chart(found: Sequence[Place]) -> tuple[Chart, ...]:
    """How many are enrolled in each, from the most."""
    drawn = sorted((one for one in found if one.figures[0]), key=lambda one: (-(one.figures[0] or 0), one.name))
    series = (Series(FIGURES["K02"], tuple(one.figures[0] for one in drawn)),)
    names = tuple(one.name for one in drawn)
    return (Chart("Зачислено по муниципалитетам", ChartKind.BAR, names, series, "чел."),) if drawn else ()
