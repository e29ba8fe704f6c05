"""О9 «Отчёт. НП «Образование»»: what is done with each federal project and how many participants it covers."""

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date

from reports import wording
from reports.facts import Facts
from reports.figures.catalogue import BY_ID
from reports.figures.figure import figures
from reports.figures.lights import bounded
from reports.figures.naming import rounded
from reports.naming import TABS
from reports.report import Block, Chart, ChartKind, Field, Form, Light, Listing, Recipe, Report, Series, Value, Words
from validators.counting.count import obstacle
from validators.counting.coverage import coverage
from validators.counting.joint import FINISHED, Joint, covered, joint_measures

WORKBOOK = "Отчёты"
TAB = "Отчёт. НП «Образование»"
_AT_WORK = "В работе"
NOT_YET = "рано судить"
_COVERAGE = (
    Field("Охват: план", 10, Form.WHOLE),
    Field("План на дату", 10, Form.WHOLE),
    Field("Охват: факт", 10, Form.WHOLE),
    Field("% плана на дату", 10, Form.PERCENT),
    Field("Оценка", 13),
)
_STATES = (
    Field("Объектов", 13, Form.WHOLE),
    Field("Завершено", 12, Form.WHOLE),
    Field("В работе", 11, Form.WHOLE),
    Field("Впереди", 11, Form.WHOLE),
)
_PROJECTS = (
    Field("Федеральный проект", 42),
    Field("Национальный проект", 20),
    Field("Формы", 44),
    *_STATES,
    *_COVERAGE,
)
_INDICATORS = (Field("Показатель НП, на который влияет", 106), *_STATES, *_COVERAGE)
_MEASURES = (
    Field("Код", 10),
    Field("Мероприятие/объект НП", 32),
    Field("Федеральный проект", 28),
    Field("Форма", 36),
    Field("Мероприятие РПО", 15),
    Field("Срок", 13, Form.DATE),
    Field("Статус", 14),
    Field("Явка по РПО", 11, Form.WHOLE),
    *_COVERAGE,
)
_METHOD = (
    "Отменённое не считается; мероприятие РПО, согласованное дважды, показатель K26 считает один раз. План на дату — "
    "весь план завершённых мероприятий и часть плана идущих по числу прошедших дней. «Явка по РПО» — сколько "
    "участников было на мероприятии РПО по «Прохождению этапов»; пусто, если строк о нём нет."
)


def compose(facts: Facts) -> tuple[Report, ...]:
    """The one tab."""
    top = (
        Words("Национальный проект «Образование» и его преемники", "title"),
        Words(f"По состоянию на {wording.day(facts.today)}", "subtitle"),
    )
    return (Report(WORKBOOK, TAB, (*top, *_body(facts))),)


NATIONAL_PROJECTS = Recipe("НП «Образование»", compose)


def _body(facts: Facts) -> tuple[Block, ...]:
    why = obstacle(facts.scene.office, "NP")
    if why:
        return (Words(f"О работе с национальными проектами сказать нечего: реестр «{TABS['NP']}» — {why}."),)
    some = joint_measures(facts.scene.office, facts.today)
    if not some:
        return (Words(f"Мероприятий, согласованных с национальными проектами, пока нет: «{TABS['NP']}» не заполнен."),)
    projects = _worst_first(_grouped(facts, some, "project", "проект не указан"))
    indicators = _worst_first(_grouped(facts, some, "indicator", "показатель не указан"))
    measures = sorted(some, key=lambda one: (_order((one,)), one.id))
    return (
        Words(_headline(facts, some, projects)),
        Listing(
            "По федеральным проектам",
            _PROJECTS,
            (
                ("Всего", None, None, *_states(facts, some), *_covers(facts, some)),
                *(_project(facts, name, group) for name, group in projects),
            ),
            leading=1,
        ),
        _chart(projects),
        Listing(
            "Вклад в показатели национальных проектов",
            _INDICATORS,
            tuple((name, *_states(facts, group), *_covers(facts, group)) for name, group in indicators),
        ),
        Listing("Мероприятия", _MEASURES, tuple(_measure(facts, one) for one in measures), filtered=True),
        Words(_METHOD, "small"),
    )


Groups = Sequence[tuple[str, tuple[Joint, ...]]]


def _grouped(facts: Facts, some: Iterable[Joint], name: str, nothing: str) -> Groups:
    found: dict[str, list[Joint]] = {}
    for one in some:
        found.setdefault(_cell(facts, one, name) or nothing, []).append(one)
    return [(key, tuple(group)) for key, group in sorted(found.items())]


def _worst_first(groups: Groups) -> Groups:
    return sorted(groups, key=lambda item: _order(item[1]))


def _order(some: tuple[Joint, ...]) -> float:
    """Least covered first, those of which nothing is known last."""
    done = covered(some)
    return float("inf") if done is None else done


def _cell(facts: Facts, one: Joint, name: str) -> str:
    value = facts.scene.office.tables["NP"].values[name][one.index]
    return value if isinstance(value, str) else ""


def _project(facts: Facts, name: str, some: tuple[Joint, ...]) -> tuple[Value, ...]:
    forms = Counter(_cell(facts, one, "form") or "форма не указана" for one in some)
    told = "; ".join(f"{form} — {count}" if len(forms) > 1 else form for form, count in forms.items())
    national = ", ".join(dict.fromkeys(filter(None, (_cell(facts, one, "national") for one in some))))
    return (name, national or None, told, *_states(facts, some), *_covers(facts, some))


def _states(facts: Facts, some: Sequence[Joint]) -> tuple[Value, ...]:
    """How many measures there are; of them finished, at work, ahead."""
    states = Counter(_cell(facts, one, "status") for one in some)
    done, now = states[FINISHED], states[_AT_WORK]
    return (len(some), done, now, len(some) - done - now)


def _covers(facts: Facts, some: tuple[Joint, ...]) -> tuple[Value, ...]:
    done, due, fact = covered(some), _due(some), _sum(one.fact for one in some)
    light = NOT_YET if done is None and due == 0 else _light(facts, done)
    return (_sum(one.plan for one in some), due, fact, rounded(done), light)


def _sum(values: Iterable[float | None]) -> int | None:
    known = [one for one in values if one is not None]
    return round(sum(known)) if known else None


def _due(some: Iterable[Joint]) -> int | None:
    return _sum(one.due for one in some)


def _light(facts: Facts, done: float | None) -> Light:
    limits = facts.scene.settings.thresholds
    return Light.GREY if done is None else bounded(done, limits.indicator_green, limits.indicator_yellow)


def _measure(facts: Facts, one: Joint) -> tuple[Value, ...]:
    end = facts.scene.office.tables["NP"].values["end"][one.index]
    measure = _cell(facts, one, "measure")
    came = coverage(facts.scene.office).get(measure)
    names = [_cell(facts, one, name) or None for name in ("object", "project", "form")]
    state, seen = _cell(facts, one, "status") or None, None if came is None else len(came.people)
    due = end if isinstance(end, date) else None
    return (one.id, *names, measure or None, due, state, seen, *_covers(facts, (one,)))


def _chart(projects: Groups) -> Chart:
    names = tuple(name for name, _ in projects)
    due = tuple(_due(some) for _, some in projects)
    fact = tuple(_sum(one.fact for one in some) for _, some in projects)
    series = (Series("План на дату", due), Series("Факт", fact))
    return Chart("Охват участников по федеральным проектам", ChartKind.COLUMN, names, series, "чел.")


def _headline(facts: Facts, some: tuple[Joint, ...], projects: Groups) -> str:
    named = wording.counted(len(projects), "федеральный проект", "федеральных проекта", "федеральных проектов")
    objects = wording.counted(len(some), "мероприятие или объект", "мероприятия и объекта", "мероприятий и объектов")
    words = f"{wording.sentence(named)[:-1]}, {objects}."
    agreed = next((one.value for one in figures(facts, "K26") if not one.cut), None)
    if agreed is not None:
        words += f" {BY_ID['K26'].title}: {wording.whole(agreed)}."
    done = covered(some)
    if done is not None:
        words += f" Охват участников {wording.percent(done)} плана на дату."
    behind = [name for name, group in projects if _light(facts, covered(group)) in {Light.RED, Light.YELLOW}]
    return words + (f" Отстают: {', '.join(behind)}." if behind else "")
