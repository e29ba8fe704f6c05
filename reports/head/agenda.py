"""«Отчёт. Региональная повестка»: who has entered the life of the region (C6), on which level, who has stayed (K34)."""

from collections import Counter
from collections.abc import Mapping

from config.registers.agenda import AGENDA_FORMS, AGENDA_LEVELS
from reports import wording
from reports.facts import Facts
from reports.figures.grouped import UNKNOWN, grouped, known_count, state_of
from reports.head.page import indicators, opening, sources
from reports.head.silence import people_silence, shown, silence
from reports.report import Block, Chart, ChartKind, Field, Form, Listing, Recipe, Report, Series, Value, Words
from validators.counting.agenda import IN_AGENDA, agenda_obstacle, graduates, included
from validators.counting.count import Count
from validators.counting.pending import AGENDA_PROPOSED

WORKBOOK = "Отчёты"
TAB = "Отчёт. Региональная повестка"
QUESTIONS = {
    "C6.1": "C6.1 Профессиональные сообщества",
    "C6.2": "C6.2 Экспертный пул",
    "C6.3": "C6.3 Стратегии, программы, события",
}
"""The beginning of a form → the question of the collegial body that it answers."""

_INDICATORS = ("K20", "K21", "K34")
_WIDTHS = (40, 13, 13, 13, 13, 30)
_FORMS = (
    Field("Форма участия", 40),
    Field("Людей", 13, Form.WHOLE),
    Field("Предложено", 13, Form.WHOLE),
    Field("Включены", 13, Form.WHOLE),
    Field("Завершено", 13, Form.WHOLE),
    *(Field(level, 15, Form.WHOLE) for level in AGENDA_LEVELS.values),
)
_STAYED = (
    Field("Кто", 40),
    Field("Выпускников", 13, Form.WHOLE),
    Field("Остались", 13, Form.WHOLE),
    Field("Уехали", 13, Form.WHOLE),
    Field("Неизвестно", 13, Form.WHOLE),
    Field("Остались, %", 30, Form.PERCENT),
)
_PLACES = (Field("Муниципалитет", 40), Field("Людей", 82, Form.WHOLE))
_SOURCES = ("AGENDA", "SCH", "UNI", "TEAM")
_METHOD = (
    "Люди — участники и выпускники, включённые сами или со своей командой, каждый один раз; человек с двумя формами "
    "стоит в строке каждой. Остальные числа — строки реестра. Региональный и муниципальный уровень — у включённых и "
    "завершённых. Остались в регионе — из выпускников, о которых через 12 месяцев это известно."
)


def compose(facts: Facts) -> tuple[Report, ...]:
    """The one tab."""
    why = silence(facts, "AGENDA", "form", "status")
    title = "Региональная повестка"
    if why:
        return (Report(WORKBOOK, TAB, (*opening(facts, title, why), sources(facts, _SOURCES))),)
    blocks: tuple[Block, ...] = (
        *opening(facts, title, _sentence(facts)),
        indicators(facts, _INDICATORS, _WIDTHS),
        *_forms(facts),
        Listing("Остались в регионе через 12 месяцев", _STAYED, tuple(_retention(facts)), leading=1),
        Listing("Люди по муниципалитетам", _PLACES, tuple(_places(facts)), "нет"),
        Words(_METHOD, "small"),
        sources(facts, _SOURCES),
    )
    return (Report(WORKBOOK, TAB, blocks),)


AGENDA_REPORT = Recipe("Региональная повестка", compose)


def _sentence(facts: Facts) -> str:
    people, stayed = known_count(facts, "K20"), known_count(facts, "K34")
    if people.value is None:
        return f"Сколько людей в региональной повестке, неизвестно: {people_silence(facts)}."
    words = f"В региональной повестке {wording.counted(round(people.value), 'человек', 'человека', 'человек')}."
    waits = _rows(facts)[AGENDA_PROPOSED]
    words += f" Предложено и ждёт решения: {wording.whole(waits)}." if waits else ""
    if stayed.value is None:
        return f"{words} Кто остался в регионе, пока неизвестно."
    unknown = state_of(facts, "K34", "неизвестно").value
    more = f", неизвестно о {wording.whole(unknown)}" if unknown else ""
    return f"{words} Остались в регионе {wording.percent(stayed.value)} выпускников, о ком это известно{more}."


def _forms(facts: Facts) -> tuple[Block, ...]:
    """The whole, each question of the body and its forms; and the people as a picture."""
    rows = [_form(facts, "", "Вся повестка")]
    for code, title in QUESTIONS.items():
        rows.append(_form(facts, code, title))
        forms = [one for one in AGENDA_FORMS.values if one.startswith(code)]
        rows += [_form(facts, one, one) for one in forms if len(forms) > 1]
    listing = Listing("По формам участия", _FORMS, tuple(rows), leading=1)
    people = tuple(_people(facts, code).value for code in QUESTIONS)
    chart = Chart(
        "Людей в региональной повестке",
        ChartKind.BAR,
        tuple(QUESTIONS.values()),
        (Series("Людей", people),),
        "чел.",
    )
    return (listing, chart) if any(people) else (listing,)


def _form(facts: Facts, form: str, title: str) -> tuple[Value, ...]:
    states, levels = _rows(facts, form), _levels(facts, form)
    counts = (states[AGENDA_PROPOSED], *(states[one] for one in IN_AGENDA))
    return (title, shown(_people(facts, form).value), *counts, *(levels[one] for one in AGENDA_LEVELS.values))


def _people(facts: Facts, form: str) -> Count:
    """K20 of the forms that begin so."""
    return included(facts.scene.office, facts.today, form)


def _rows(facts: Facts, form: str = "") -> Counter[object]:
    """Status → how many rows of the forms that begin so."""
    table = facts.scene.office.tables["AGENDA"]
    return Counter(table.values["status"][index] for index in _indexes(facts, form))


def _levels(facts: Facts, form: str) -> Counter[object]:
    """Level → how many rows of these forms have taken effect."""
    table = facts.scene.office.tables["AGENDA"]
    levels, states = table.values["level"], table.values["status"]
    return Counter(levels[index] for index in _indexes(facts, form) if states[index] in IN_AGENDA)


def _indexes(facts: Facts, form: str) -> list[int]:
    table = facts.scene.office.tables["AGENDA"]
    forms = table.values["form"]
    return [index for index in table.counted if str(forms[index] or "").startswith(form)]


def _retention(facts: Facts) -> list[tuple[Value, ...]]:
    """Graduates, those who stayed and of whom nobody knows: the whole, then by category."""
    stayed, unknown = known_count(facts, "K34"), state_of(facts, "K34", "неизвестно")
    office, today = facts.scene.office, facts.today
    if agenda_obstacle(office, "stayed"):
        return [("Все выпускники", *[shown(None)] * 4, None)]
    every = Count(0.0, tuple(one.id for one in graduates(office, today))).valued()
    parts = [grouped(facts, count, "category") for count in (every, _answered(stayed), unknown)]
    lines = [_stay("Все выпускники", every, _answered(stayed), unknown)]
    empty = Count(0.0)
    lines += [_stay(name, *(part.get(name, empty) for part in parts)) for name in parts[0] if name != UNKNOWN]
    return lines


def _answered(stayed: Count) -> Count:
    """K34 with a value even when nobody has answered, so that it can be parted."""
    return stayed if stayed.value is not None else Count(0.0)


def _stay(title: str, every: Count, stayed: Count, unknown: Count) -> tuple[Value, ...]:
    share = None if not stayed.of else shown(stayed.value)
    counts = (len(every.rows), len(stayed.rows), len(stayed.of) - len(stayed.rows), len(unknown.rows))
    return (title, *counts, share)


def _places(facts: Facts) -> list[tuple[Value, ...]]:
    """Where the people are from, the most first."""
    parts: Mapping[str, Count] = grouped(facts, known_count(facts, "K20"), "municipality")
    ordered = sorted(parts.items(), key=lambda one: (one[0] == UNKNOWN, -(one[1].value or 0), one[0]))
    return [(name, shown(part.value)) for name, part in ordered]
