"""The participants by their groups; those who left, and why; those who are rewarded, and how. Only numbers."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import timedelta
from typing import TypeVar

from config.registers.participants import LEAVING_REASONS
from config.registers.participation import REWARDS
from reports.facts import Facts
from reports.head.page import rounded
from reports.head.steps import STEPS, UNTOLD, Group, groups
from reports.naming import tab_of
from reports.report import Field, Form, Listing, Value
from validators.counting.count import Count
from validators.counting.funnel import outflow
from validators.counting.people import Person
from validators.counting.progress import count_k19, rewards

Key = TypeVar("Key", str, tuple[str, str, str])

LATELY = timedelta(days=30)
"""Those who left in these days are told apart."""

_WIDTH = 12
_NAME, _PLACE, _TYPE = 18, 34, 26
_CATEGORIES = ("Школьник", "Студент СПО", "Студент вуза")
_COUNTED = (
    *(Field(one.short, _WIDTH, Form.WHOLE) for one in STEPS),
    Field("Выбыли", _WIDTH, Form.WHOLE),
    Field("Поощрены", _WIDTH, Form.WHOLE),
)
_LEFT = (
    Field("Причина", 52),
    Field("Выбыли", 26, Form.WHOLE),
    Field("Доля зачисленных, %", 24, Form.PERCENT),
    Field("За последние 30 дней", 36, Form.WHOLE),
    Field("Школьники", 24, Form.WHOLE),
    Field("Студенты СПО", 12, Form.WHOLE),
    Field("Студенты вузов", 12, Form.WHOLE),
)
_REWARDED = (
    Field("Вид поощрения", 52),
    Field("Человек", 26, Form.WHOLE),
    Field("Доля участников, %", 24, Form.PERCENT),
    Field("Поощрений", 36, Form.WHOLE),
    Field("Последнее", 48, Form.DATE),
)


@dataclass(frozen=True)
class People:
    """Everybody whom the tab counts: each step, those who left, those who are rewarded; and the groups of each row."""

    steps: tuple[Count, ...]
    left: tuple[Person, ...]
    rewarded: Count
    groups: Mapping[str, Group]

    @property
    def counted(self) -> tuple[Count, ...]:
        """The counts of the columns of a cut, in their order."""
        return (*self.steps, Count(len(self.left), tuple(one.id for one in self.left)), self.rewarded)


def people_of(facts: Facts) -> People:
    """The people of the day; the registers of them must be there."""
    office, today = facts.scene.office, facts.today
    steps = tuple(step.count(office, today) for step in STEPS)
    return People(steps, tuple(outflow(office, today)), count_k19(office, today), groups(office))


def by_category(now: People) -> Listing:
    """Pupils, students of colleges, students of universities."""
    return _cut(now, "По категориям", "Категория", lambda one: one.category)


def by_institution(now: People) -> Listing:
    """By the type of the institution where they study."""
    return _cut(now, "По типам образовательных организаций", "Тип организации", lambda one: one.institution)


def by_municipality(now: People) -> Listing:
    """By where they live."""
    return _cut(now, "По муниципалитетам", "Муниципалитет", lambda one: one.municipality)


def by_all(now: People) -> Listing:
    """Category, municipality and type of institution together: every combination that there is."""
    found = _tallies(now, lambda one: (one.category, one.municipality, one.institution))
    heads = (Field("Категория", _NAME), Field("Муниципалитет", _PLACE), Field("Тип организации", _TYPE))
    rows = tuple((*key, *cells) for key, cells in sorted(found.items()))
    title = "Категория, муниципалитет и тип организации вместе"
    return Listing(title, (*heads, *_COUNTED), rows, filtered=bool(rows))


def _cut(now: People, title: str, heading: str, key: Callable[[Group], str]) -> Listing:
    found = _tallies(now, key)
    rows: list[tuple[Value, ...]] = [("Всего", *(_number(one, len(one.rows)) for one in now.counted))]
    rows += [(name, *cells) for name, cells in sorted(found.items(), key=_most)]
    return Listing(title, (Field(heading, _NAME + _PLACE + _TYPE), *_COUNTED), tuple(rows), leading=1)


def _most(item: tuple[str, tuple[Value, ...]]) -> tuple[bool, float, str]:
    """The group with most people enrolled first; of whom nothing is told, last."""
    name, cells = item
    enrolled = cells[1]
    return (name == UNTOLD, -enrolled if isinstance(enrolled, int) else 0, name)


def _tallies(now: People, key: Callable[[Group], Key]) -> dict[Key, tuple[Value, ...]]:
    tallies = [Counter(key(now.groups[row]) for row in one.rows) for one in now.counted]
    names = dict.fromkeys(name for tally in tallies for name in tally)
    return {
        name: tuple(_number(one, tally[name]) for one, tally in zip(now.counted, tallies, strict=True))
        for name in names
    }


def _number(count: Count, many: int) -> Value:
    """No number where there are no data."""
    return "—" if count.value is None else many


def outflow_listing(facts: Facts, now: People) -> Listing:
    """Those who left by reason, the most frequent first."""
    reasons = {one.id: str(one.table.values["left_why"][one.index] or "причина не указана") for one in now.left}
    order = [*LEAVING_REASONS.values, "причина не указана"]
    named = sorted(set(reasons.values()), key=lambda one: (-list(reasons.values()).count(one), order.index(one)))
    rows = [_left(facts, now, "Всего", now.left)] if now.left else []
    rows += [_left(facts, now, reason, [one for one in now.left if reasons[one.id] == reason]) for reason in named]
    return Listing("Кто выбыл и почему", _LEFT, tuple(rows), "никто не выбыл", leading=1)


def _left(facts: Facts, now: People, title: str, some: Iterable[Person]) -> tuple[Value, ...]:
    left, enrolled = list(some), len(now.steps[1].rows)
    lately = sum(one.left is not None and one.left > facts.today - LATELY for one in left)
    kinds = Counter(now.groups[one.id].category for one in left)
    part = rounded(100 * len(left) / enrolled) if enrolled else "—"
    return (title, len(left), part, lately, *(kinds[one] for one in _CATEGORIES))


def rewards_listing(facts: Facts, now: People) -> Listing:
    """Those who take part and are rewarded, by the kind of the reward; one person may have several."""
    office = facts.scene.office
    if now.rewarded.value is None:
        return Listing("Меры мотивации", _REWARDED, (), f"«{tab_of('PROG')}» — {now.rewarded.why}")
    kinds, active = office.tables["PROG"].values["reward"], frozenset(now.rewarded.of)
    given = [one for one in rewards(office, facts.today) if one.person.id in active]
    lines: list[tuple[Value, ...]] = []
    for kind in (None, *REWARDS.values, UNTOLD):
        some = [one for one in given if kind in (None, kinds[one.row] or UNTOLD)]
        if some:
            whom = len({one.person.id for one in some})
            last = max((one.last for one in some if one.last), default=None)
            lines.append((kind or "Все виды", whom, rounded(100 * whom / len(active)), len(some), last))
    lines[1:] = sorted(lines[1:], key=lambda line: -int(str(line[1])))
    return Listing("Меры мотивации", _REWARDED, tuple(lines), "никто из участников пока не поощрён", leading=1)
