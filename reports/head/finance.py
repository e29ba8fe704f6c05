"""О8 «Отчёт. Финансы»: plan, obligations and cash by source, by quarter and by measure, in thousands of roubles."""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from decimal import Decimal

from config.cells.personal import traces
from reports import wording
from reports.facts import Facts
from reports.figures.figure import STATE, Figure, figures
from reports.figures.lights import bounded
from reports.figures.naming import rounded
from reports.head.trace import jump_to
from reports.naming import TABS, title_in
from reports.report import Block, Chart, ChartKind, Field, Form, Light, Listing, Recipe, Report, Series, Value, Words
from validators.counting.count import obstacle
from validators.counting.spending import Spending, other_years, spending

WORKBOOK = "Отчёты"
TAB = "Отчёт. Финансы"
_MONEY = (
    Field("План года", 12, Form.NUMBER),
    Field("План на дату", 12, Form.NUMBER),
    Field("Принятые обязательства", 17, Form.NUMBER),
    Field("Кассовое исполнение", 15, Form.NUMBER),
    Field("Отклонение", 14, Form.CHANGE),
    Field("% плана на дату", 11, Form.PERCENT),
    Field("% плана года", 11, Form.PERCENT),
    Field("Оценка", 14),
)
_SOURCES = (Field("Источник", 44), *_MONEY, Field("Причина", 38), Field("Строки", 14))
_MEASURES = (Field("Код", 10), Field("Мероприятие", 34), *_MONEY, Field("Причина неосвоения", 38), Field("Строки", 14))
_QUARTERS = (
    Field("Квартал", 44),
    Field("План", 24, Form.NUMBER),
    Field("Касса в счёт плана квартала", 32, Form.NUMBER),
    Field("% плана квартала", 25, Form.PERCENT),
)
_NOWHERE = "нет в плане"
_NAMES = ("I квартал", "II квартал", "III квартал", "IV квартал")
_METHOD = (
    "Все суммы в тысячах рублей. План на дату — завершённые кварталы и часть текущего по числу прошедших дней. Касса "
    "известна по строке целиком: она отнесена сначала на план более ранних кварталов. Строка без кассового исполнения "
    "не входит в план на дату и кассу. Красный ставится и тогда, когда касса больше обязательств."
)


def compose(facts: Facts) -> tuple[Report, ...]:
    """The one tab."""
    top = (Words("Финансы", "title"), Words(f"По состоянию на {wording.day(facts.today)}, тыс. руб.", "subtitle"))
    return (Report(WORKBOOK, TAB, (*top, *_body(facts))),)


FINANCE = Recipe("Финансы", compose)


def _body(facts: Facts) -> tuple[Block, ...]:
    why = obstacle(facts.scene.office, "FIN", "cash", "plan_year")
    if why:
        return (Words(f"О деньгах сказать нечего: реестр «{TABS['FIN']}» — {why}."),)
    rows = spending(facts.scene.office, facts.today)
    if not rows:
        return (Words(f"Строк о деньгах на {facts.today.year} год пока нет.{_elsewhere(facts)}"),)
    return (
        Words(_headline(facts, rows, _known(facts)[""], _worst(facts, rows))),
        by_source(facts),
        Listing("По кварталам", _QUARTERS, tuple(_by_quarter(rows))),
        _chart(rows),
        by_measure(facts),
        Words(_METHOD, "small"),
    )


def by_source(facts: Facts) -> Listing:
    """A line for each source of money, the whole first; the register must be there, and rows of the year in it."""
    rows = spending(facts.scene.office, facts.today)
    return Listing("По источникам", _SOURCES, tuple(_by_source(facts, rows, _known(facts))), leading=1)


def by_measure(facts: Facts, codes: Collection[str] | None = None) -> Listing:
    """A line for each measure of the plan, the worst first; with `codes` those alone, and their sum at the top."""
    rows = spending(facts.scene.office, facts.today)
    if codes is not None:
        rows = tuple(one for one in rows if _cell(facts, one, "measure") in codes)
    whole, title = _known(facts)[""], "По мероприятиям, сначала с наибольшим отклонением"
    lines = [_measure(facts, code, some, whole) for code, some in _worst(facts, rows)]
    if codes is None or not lines:
        return Listing(title, _MEASURES, tuple(lines), filtered=bool(lines))
    total = ("", "Всего", *_sums(rows, whole), _light(facts, rows, whole), None, None)
    return Listing(title, _MEASURES, (total, *lines), leading=1)


def _known(facts: Facts) -> dict[str, Figure]:
    """K24 by source, the whole under an empty name."""
    return {one.cut.get("source", ""): one for one in figures(facts, "K24") if STATE not in one.cut}


def _worst(facts: Facts, rows: Iterable[Spending]) -> list[tuple[str, list[Spending]]]:
    measures = _grouped(rows, lambda one: _cell(facts, one, "measure"))
    return sorted(measures.items(), key=lambda item: (_gap(item[1]) or 0, item[0]))


def _grouped(rows: Iterable[Spending], name: Callable[[Spending], str]) -> dict[str, list[Spending]]:
    found: dict[str, list[Spending]] = {}
    for one in rows:
        found.setdefault(name(one), []).append(one)
    return dict(sorted(found.items()))


def _cell(facts: Facts, one: Spending, name: str) -> str:
    value = facts.scene.office.tables["FIN"].values[name][one.index]
    return value if isinstance(value, str) else ""


def _by_source(facts: Facts, rows: Sequence[Spending], known: Mapping[str, Figure]) -> Iterable[tuple[Value, ...]]:
    whole = known[""]
    yield ("Всего", *_sums(rows, whole), whole.light, whole.why or None, jump_to(whole))
    for name, some in _grouped(rows, lambda one: _cell(facts, one, "source")).items():
        figure = known.get(name)
        leads = jump_to(figure) if figure is not None and name else None
        light = _light(facts, some, whole)
        yield (name or "источник не указан", *_sums(some, whole), light, "; ".join(_oddities(some)) or None, leads)


def _measure(facts: Facts, code: str, some: Sequence[Spending], whole: Figure) -> tuple[Value, ...]:
    title = title_in(facts.scene.office.tables.get("PLAN"), code)
    reasons = "; ".join([*_oddities(some), *_reasons(facts, some)])
    codes = ", ".join(one.id for one in some)
    return (
        code or _NOWHERE,
        title or None,
        *_sums(some, whole),
        _light(facts, some, whole),
        reasons or None,
        codes,
    )


def _sums(some: Sequence[Spending], whole: Figure) -> tuple[Value, ...]:
    """Plan of the year, plan on the day, obligations, cash, deviation, percents of both plans."""
    plan, due, debts, cash = (
        _total(getattr(one, name) for one in some) for name in ("plan", "due", "obligations", "cash")
    )
    of_year = float(100 * cash / plan) if plan and cash is not None else None
    gap = _gap(some)
    numbers = (plan, due, debts, cash, gap)
    return (*map(_thousands, numbers), rounded(_done(some, whole)), rounded(of_year))


def _total(values: Iterable[Decimal | None]) -> Decimal | None:
    known = [one for one in values if one is not None]
    return sum(known, Decimal(0)) if known else None


def _gap(some: Iterable[Spending]) -> Decimal | None:
    """The cash against the plan on the day."""
    return _total(one.cash - one.due for one in some if one.cash is not None and one.due is not None)


def _done(some: Iterable[Spending], whole: Figure) -> float | None:
    """K24 of these rows."""
    codes = {one.id for one in some}
    return whole.count.part(codes.__contains__).value


def _light(facts: Facts, some: Sequence[Spending], whole: Figure) -> Light:
    limits, done = facts.scene.settings.thresholds, _done(some, whole)
    if any(one.is_overpaid for one in some):
        return Light.RED
    return Light.GREY if done is None else bounded(done, limits.money_green, limits.money_yellow)


def _oddities(some: Iterable[Spending]) -> list[str]:
    rows = list(some)
    over = [one.id for one in rows if one.is_overpaid]
    silent = [one.id for one in rows if one.cash is None]
    told = [("касса больше обязательств", over), ("касса не указана", silent)]
    return [f"{words}: {', '.join(codes)}" for words, codes in told if codes]


def _reasons(facts: Facts, some: Iterable[Spending]) -> list[str]:
    """Why money is not spent, as staff say, each reason once; what holds a telephone or the like is not repeated."""
    late = [one for one in some if one.cash is not None and one.due is not None and one.cash < one.due]
    told = dict.fromkeys(_cell(facts, one, "why_unspent") for one in late)
    return [words or "причина не указана" for words in told if not any(traces(words))]


def _by_quarter(rows: Sequence[Spending]) -> Iterable[tuple[Value, ...]]:
    for at, name in enumerate(_NAMES):
        plan, paid = sum(one.planned[at] for one in rows), sum(one.paid[at] for one in rows)
        yield (name, _thousands(plan), _thousands(paid), rounded(float(100 * paid / plan)) if plan else None)


def _chart(rows: Sequence[Spending]) -> Chart:
    plans = tuple(float(sum(one.planned[at] for one in rows)) / 1000 for at in range(4))
    paid = tuple(float(sum(one.paid[at] for one in rows)) / 1000 for at in range(4))
    series = (Series("План", plans), Series("Касса в счёт плана квартала", paid))
    return Chart("План и касса по кварталам", ChartKind.COLUMN, _NAMES, series, "тыс. руб.")


def _thousands(roubles: Decimal | int | None) -> Value:
    return None if roubles is None else rounded(float(roubles) / 1000)


def _headline(
    facts: Facts, rows: Sequence[Spending], whole: Figure, worst: Sequence[tuple[str, Sequence[Spending]]]
) -> str:
    if whole.value is None:
        return f"Кассового исполнения не видно: {whole.why}.{_elsewhere(facts)}"
    cash, due = (_total(getattr(one, name) for one in rows) or Decimal(0) for name in ("cash", "due"))
    words = (
        f"Кассовое исполнение {wording.percent(whole.value)} плана на дату: {_money(cash)} из {_money(due)} тыс. руб."
    )
    code, some = worst[0]
    gap = _gap(some)
    if gap is not None and gap < 0:
        title = title_in(facts.scene.office.tables.get("PLAN"), code)
        name = f"«{title}» ({code})" if title else code or _NOWHERE
        words += f" Больше всего не освоено: {name}, {_money(-gap)} тыс. руб."
    own = figures(facts, "K25")[0].value
    words += "" if own is None else f" Внебюджетных средств {wording.percent(own)} кассы."
    silent = sum(one.cash is None for one in rows)
    words += f" Касса не указана в {wording.counted(silent, 'строке', 'строках', 'строках')}." if silent else ""
    return words + _elsewhere(facts)


def _elsewhere(facts: Facts) -> str:
    count = other_years(facts.scene.office, facts.today)
    return f" Строк других лет: {count}, здесь их нет." if count else ""


def _money(roubles: Decimal) -> str:
    return wording.decimal(float(roubles) / 1000)
