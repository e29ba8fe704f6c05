"""Publications that are out: how many and how widely seen, by platform, by stage and by month."""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from reports.facts import Facts
from reports.report import Chart, ChartKind, Field, Form, Listing, Series, Value
from validators.counting.media import publications_out
from validators.counting.outreach import platform_at, voices

PRESS = "СМИ"
_UNKNOWN = "не указано"
_TOTALS = (
    Field("Публикаций", 18, Form.WHOLE),
    Field("Охват", 18, Form.WHOLE),
    Field("Охват одной", 18, Form.WHOLE),
    Field("Охват не вписан", 20, Form.WHOLE),
)
_PLATFORMS = (
    Field("Площадка", 38),
    Field("Страниц", 18, Form.WHOLE),
    Field("Молчат", 24, Form.WHOLE),
    *_TOTALS,
)
_STAGES = (Field("Этап", 80), *_TOTALS)
_MONTHS = (Field("Месяц", 80), *_TOTALS)
_NAMES = (
    "январь", "февраль", "март", "апрель", "май", "июнь",
    "июль", "август", "сентябрь", "октябрь", "ноябрь", "декабрь",
)  # fmt: skip


@dataclass(frozen=True)
class Post:
    """A publication that is out; None is what nobody typed."""

    day: date | None
    platform: str
    stage: str
    reach: int | None


def posts_of(facts: Facts) -> tuple[Post, ...]:
    """The publications of K28, in the order of the rows."""
    office = facts.scene.office
    table, stages = office.tables["PUB"], office.tables["PUB"].values["stage"]
    days, reach = table.values["day"], table.values["reach"]
    return tuple(
        Post(
            day if isinstance(day := days[index], date) else None,
            _platform(facts, index),
            str(stages[index] or _UNKNOWN),
            seen if isinstance(seen := reach[index], int) else None,
        )
        for index in publications_out(office, facts.today)
    )


def _platform(facts: Facts, index: int) -> str:
    """That of its page; the press when it names no page but a newspaper or a channel."""
    office = facts.scene.office
    posts, pages = office.tables["PUB"], office.tables.get("PAGE")
    page = posts.values["page"][index]
    if page is None:
        return PRESS if posts.values["media"][index] is not None else _UNKNOWN
    at = None if pages is None else pages.index_of.get(str(page))
    return _UNKNOWN if pages is None or at is None else platform_at(pages, at) or _UNKNOWN


def by_platform(facts: Facts) -> Listing:
    """Pages, silent ones and publications by network, the most seen first; all of them at the top."""
    some, pages = posts_of(facts), Counter[str]()
    silent = Counter[str]()
    if facts.scene.office.has("PAGE"):
        for one in voices(facts.scene):
            name = platform_at(facts.scene.office.tables["PAGE"], one.index) or _UNKNOWN
            pages[name] += 1
            silent[name] += one.is_silent
    groups = _grouped(some, lambda one: one.platform)
    for name in pages:
        groups.setdefault(name, [])
    ordered = sorted(groups.items(), key=lambda item: (-len(item[1]), item[0]))
    rows = [(name, pages[name], silent[name], *_totals(group)) for name, group in ordered]
    total = ("Всего", pages.total(), silent.total(), *_totals(some))
    return Listing("По площадкам", _PLATFORMS, (total, *rows), leading=1)


def by_stage(facts: Facts) -> Listing:
    """Publications of each stage of the season, in the order of the stages' codes."""
    groups = _grouped(posts_of(facts), lambda one: one.stage)
    rows = [(_stage(facts, code), *_totals(group)) for code, group in sorted(groups.items())]
    return Listing("По этапам", _STAGES, tuple(rows))


def _stage(facts: Facts, code: str) -> str:
    table = facts.scene.office.tables.get("STAGE")
    at = None if table is None else table.index_of.get(code)
    title = None if table is None or at is None else table.values["title"][at]
    return f"{code} · {title}" if title else code


def by_month(facts: Facts) -> Listing:
    """Publications of each month, from the first to the last."""
    rows = [(name, *_totals(group)) for name, group in _months(facts)]
    return Listing("По месяцам", _MONTHS, tuple(rows))


def chart_of_months(facts: Facts) -> Chart:
    """How many came out in each month."""
    names, groups = zip(*_months(facts), strict=True)
    series = Series("Публикаций", tuple(float(len(group)) for group in groups))
    return Chart("Публикации по месяцам", ChartKind.COLUMN, tuple(names), (series,), "ед.")


def _months(facts: Facts) -> list[tuple[str, list[Post]]]:
    groups = _grouped(posts_of(facts), lambda one: f"{one.day:%Y-%m}" if one.day else "")
    return [(_month(key), group) for key, group in sorted(groups.items())]


def _month(key: str) -> str:
    """«апрель 2026» from 2026-04."""
    year, _, month = key.partition("-")
    return f"{_NAMES[int(month) - 1]} {year}" if month else "дата не указана"


def _grouped(some: Iterable[Post], name: Callable[[Post], str]) -> dict[str, list[Post]]:
    found: dict[str, list[Post]] = {}
    for one in some:
        found.setdefault(name(one), []).append(one)
    return found


def _totals(some: Sequence[Post]) -> tuple[Value, ...]:
    """How many, their reach, that of one of them on average, and how many do not tell it."""
    known = [one.reach for one in some if one.reach is not None]
    average = round(sum(known) / len(known)) if known else None
    return (len(some), sum(known) if known else None, average, len(some) - len(known))
