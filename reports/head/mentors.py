"""«Отчёт. Наставники и площадки»: who is approved and at work, how loaded, what is used without a decision."""

from collections.abc import Sequence

from reports import wording
from reports.facts import Facts
from reports.figures.catalogue import BY_ID
from reports.figures.figure import whole
from reports.figures.grouped import known_count, state_of
from reports.head.mentor_lines import Mentors, categories, load, mentors_of
from reports.head.page import opening, sources
from reports.head.silence import NOTHING, shown, silence
from reports.head.site_lines import Sites, each, kinds, sites_of
from reports.report import Block, Field, Form, Light, Listing, Recipe, Report, Value, Words

WORKBOOK = "Отчёты"
TAB = "Отчёт. Наставники и площадки"
_MANY = 3
"""From how many used without a decision the light is red (domain.md §5.6)."""

_NAMED = 3
_LIGHTS = (
    Field("Что", 16),
    Field("План на дату", 13, Form.NUMBER),
    Field("Утверждено", 13, Form.WHOLE),
    Field("Выполнено, %", 13, Form.PERCENT),
    Field("К плану", 12),
    Field("Работают без решения", 13, Form.WHOLE),
    Field("Решения", 12),
    Field("Почему", 60),
)
_SOURCES = ("MENT", "ENT", "TEAM", "PROG", "DEC")
_METHOD = (
    "Утверждён тот, о ком есть действующее решение. Закреплён — утверждён и ведёт действующую команду. Активен — за "
    "последние 60 дней была консультация или стажировка. Загрузка мест — дни участников на утверждённых площадках, "
    "делённые на места и дни, в которые их предлагали. Без решения — ведут команду или принимают участников, а "
    "действующего решения нет. Наставники названы кодами."
)


def compose(facts: Facts) -> tuple[Report, ...]:
    """The one tab."""
    without = [why for key in ("MENT", "ENT") if (why := silence(facts, key))]
    mentors = mentors_of(facts) if facts.scene.office.has("MENT") else None
    sites = sites_of(facts) if facts.scene.office.has("ENT") else None
    blocks: list[Block] = list(opening(facts, "Наставники и площадки", _sentence(facts, mentors, sites, without)))
    rows = [_mentors_light(facts, mentors)] if mentors else []
    rows += [_sites_light(facts, sites)] if sites else []
    blocks += [Listing("", _LIGHTS, tuple(rows))] if rows else []
    blocks += [*categories(facts)] if mentors else []
    blocks += [kinds(facts, sites)] if sites else []
    blocks += [load(facts, mentors)] if mentors else []
    blocks += [each(facts, sites)] if sites else []
    blocks += [Words(_METHOD, "small")] if rows else []
    blocks.append(sources(facts, _SOURCES))
    return (Report(WORKBOOK, TAB, tuple(blocks)),)


MENTORS_REPORT = Recipe("Наставники и площадки", compose)


def light_of_undecided(undecided: int, *, uncleared: bool = False) -> Light:
    """Green when all that is used is approved, red from three, or when a mentor of minors is not cleared (§5.6)."""
    if undecided >= _MANY or uncleared:
        return Light.RED
    return Light.YELLOW if undecided else Light.GREEN


def _mentors_light(facts: Facts, mentors: Mentors) -> tuple[Value, ...]:
    if not facts.scene.office.has("TEAM"):
        return ("Наставники", *_planned(facts, "K13"), None, Light.GREY, silence(facts, "TEAM"))
    light = light_of_undecided(len(mentors.undecided), uncleared=bool(mentors.uncleared))
    told = [_codes("без решения", sorted(mentors.undecided)), _codes("без допуска", sorted(mentors.uncleared))]
    why = "; ".join(filter(None, told)) or "все, кто ведёт команды, утверждены"
    return ("Наставники", *_planned(facts, "K13"), len(mentors.undecided), light, why)


def _sites_light(facts: Facts, sites: Sites) -> tuple[Value, ...]:
    if not facts.scene.office.has("PROG"):
        return ("Площадки", *_planned(facts, "K15"), None, Light.GREY, silence(facts, "PROG"))
    why = _codes("без решения", sorted(sites.undecided)) or "все, где были участники, утверждены"
    return ("Площадки", *_planned(facts, "K15"), len(sites.undecided), light_of_undecided(len(sites.undecided)), why)


def _planned(facts: Facts, key: str) -> tuple[Value, ...]:
    """The plan on the day, the fact, the percent and the light of an indicator."""
    figure = facts.once(whole, BY_ID[key])
    plan, share = figure.plan, figure.share
    return (
        "—" if plan is None else shown(plan),
        shown(figure.value),
        None if share is None else shown(share),
        figure.light,
    )


def _codes(words: str, codes: Sequence[str]) -> str:
    if not codes:
        return ""
    more = f" и ещё {len(codes) - _NAMED}" if len(codes) > _NAMED else ""
    return f"{words} {len(codes)}: {', '.join(codes[:_NAMED])}{more}"


def _sentence(facts: Facts, mentors: Mentors | None, sites: Sites | None, without: Sequence[str]) -> str:
    told = []
    if mentors:
        approved, assigned = (state_of(facts, "K13", state).value for state in ("утверждено", "закреплено"))
        each_has = known_count(facts, "K14").value
        words = f"Утверждено наставников: {_number(approved)}, с командами {_number(assigned)}"
        told.append(words + (f", участников на одного {wording.decimal(each_has)}." if each_has is not None else "."))
    if sites:
        places, used = state_of(facts, "K15", "мест").value, known_count(facts, "K17").value
        words = f"Утверждено площадок: {_number(known_count(facts, 'K15').value)}, мест {_number(places)}"
        told.append(words + (f", занято {wording.percent(used)}." if used is not None else "."))
    return " ".join((*told, *_loose(mentors, sites), *without))


def _loose(mentors: Mentors | None, sites: Sites | None) -> list[str]:
    found = [f"наставников {len(mentors.undecided)}"] if mentors and mentors.undecided else []
    found += [f"площадок {len(sites.undecided)}"] if sites and sites.undecided else []
    return [f"Работают без решения: {', '.join(found)}."] if found else []


def _number(value: float | None) -> str:
    return NOTHING if value is None else wording.whole(value)
