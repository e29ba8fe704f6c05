"""Money: what was paid, promised and planned agree; money and work of national projects lead to each other."""

from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from validators.counting.count import days
from validators.office import Scene, Table
from validators.remark import Severity
from validators.rule import Complaint, RowOf, rule

_QUARTERS = ("plan_q1", "plan_q2", "plan_q3", "plan_q4")
_CALLED_OFF = "Отменено"
_FINANCING = "Финансирование"
_OTHER_UNITS = (Decimal(500), Decimal(2000))
"""A sum that is so many times larger than the one above it was typed in roubles beside thousands of roubles."""

_UNITS = "Впишите все суммы строки в рублях: похоже, план вписан в тысячах рублей."
_CENT = Decimal("0.01")


@rule("X29", Severity.ERROR, "Касса, обязательства и план сходятся, кварталы дают год", needs=("FIN",))
def money_agrees_with_itself(scene: Scene) -> Iterator[Complaint]:
    """Сверьте суммы строки с бюджетной росписью и договорами и исправьте ошибочную; все суммы — в рублях."""
    table = scene.office.tables["FIN"]
    for index in table.counted:
        yield from _above(table, index)
        yield from _quarters(table, index)
        yield from _old(scene, table, index)


def _above(table: Table[Any], index: int) -> Iterator[Complaint]:
    cash, promised, plan = (_sum(table, index, name) for name in ("cash", "obligations", "plan_year"))
    under_cash = (plan, "плана") if promised is None else (promised, "обязательств")
    for name, spent, (limit, above) in (("obligations", promised, (plan, "плана")), ("cash", cash, under_cash)):
        if spent is None or limit is None or spent <= limit:
            continue
        text = f"«{table.register.by_field[name].heading}» ({_roubles(spent)}) больше {above} ({_roubles(limit)})."
        if limit > 0 and _OTHER_UNITS[0] <= spent / limit <= _OTHER_UNITS[1]:
            yield Complaint(RowOf(table, index), name, f"{text} Похоже на разные единицы.", _UNITS)
        else:
            yield Complaint(RowOf(table, index), name, text)
        return


def _quarters(table: Table[Any], index: int) -> Iterator[Complaint]:
    year = _sum(table, index, "plan_year")
    parts = [_sum(table, index, name) for name in _QUARTERS]
    unread = any(part is None and not table.is_blank(index, name) for name, part in zip(_QUARTERS, parts, strict=True))
    known = [part for part in parts if part is not None]
    if year is None or not known or unread or table.missing.intersection(_QUARTERS):
        return
    total = sum(known, Decimal(0))
    if abs(total - year) > _CENT:
        text = f"«План, год» — {_roubles(year)}, а кварталы вместе дают {_roubles(total)}."
        yield Complaint(RowOf(table, index), "plan_year", text, "Исправьте план года или план квартала.")


def _old(scene: Scene, table: Table[Any], index: int) -> Iterator[Complaint]:
    year, as_of = table.values["year"][index], table.values["as_of"][index]
    cash, norm = _sum(table, index, "cash"), scene.settings.thresholds.money_days
    if not isinstance(year, int) or not isinstance(as_of, date) or year > scene.today.year:
        return
    all_paid = cash is None or cash == _sum(table, index, "plan_year")
    nothing_yet = not cash and not _sum(table, index, "obligations")
    if not all_paid and not nothing_yet and as_of < min(scene.today, date(year, 12, 31)) - timedelta(days=norm):
        text = f"Кассовое исполнение взято на {as_of:%d.%m.%Y}: прошло больше {norm} дней."
        advice = "Впишите кассовое исполнение по свежей выписке и её дату."
        yield Complaint(RowOf(table, index), "as_of", text, advice, Severity.WARNING)


def _sum(table: Table[Any], index: int, name: str) -> Decimal | None:
    value = table.values[name][index]
    return value if isinstance(value, Decimal) else None


def _roubles(money: Decimal) -> str:
    shown = f"{money:,.2f}".removesuffix(".00")
    return shown.replace(",", "\u00a0").replace(".", ",") + "\u00a0₽"


@rule("X30", Severity.ERROR, "Координация с НП сходится с деньгами, планом и сроками проектов", needs=("NP",))
def coordination_leads_to_money_and_plan(scene: Scene) -> Iterator[Complaint]:
    """Сверьте строку «Координации с НП» с «Финансовым обеспечением», «Планом мероприятий» и справочником федеральных
    проектов."""
    table = scene.office.tables["NP"]
    live = [index for index in table.counted if table.values["status"][index] != _CALLED_OFF]
    yield from _money_of_projects(scene, table)
    yield from _unfinanced(scene, table, live)
    for index in live:
        yield from _plan_of(scene, table, index)
        yield from _project_of(scene, table, index)


def _money_of_projects(scene: Scene, table: Table[Any]) -> Iterator[Complaint]:
    if not scene.office.has("FIN"):
        return
    money = scene.office.tables["FIN"]
    for index in money.counted:
        code, measure = money.values["np"][index], money.values["measure"][index]
        at = table.index_of.get(str(code))
        if code is None or at is None or at in table.fallen:
            continue
        other = table.values["measure"][at]
        if table.values["status"][at] == _CALLED_OFF:
            yield Complaint(RowOf(money, index), "np", f"Деньги идут через {code}, а эта координация отменена.")
        elif measure is not None and other is not None and measure != other:
            text = f"Деньги вписаны на {measure}, а {code} относится к {other}."
            yield Complaint(RowOf(money, index), "np", text, "Впишите строку «Координации с НП» этого мероприятия.")


def _unfinanced(scene: Scene, table: Table[Any], live: list[int]) -> Iterator[Complaint]:
    money = scene.office.tables.get("FIN")
    if money is None or not scene.office.has("FIN") or "np" in money.missing:
        return
    cited = {money.values["np"][index] for index in money.counted}
    for index in live:
        if table.values["form"][index] == _FINANCING and table.ids[index] not in cited:
            text = f"Форма координации — «{_FINANCING}», а в «Финансовом обеспечении» нет строки с {table.ids[index]}."
            advice = "Впишите код координации в столбец «НП» строки «Финансового обеспечения» или исправьте форму."
            yield Complaint(RowOf(table, index), "form", text, advice)


def _plan_of(scene: Scene, table: Table[Any], index: int) -> Iterator[Complaint]:
    plan, measure = scene.office.tables.get("PLAN"), table.values["measure"][index]
    at = None if plan is None else plan.index_of.get(str(measure))
    if plan is not None and at is not None and plan.values["status"][at] == _CALLED_OFF:
        text = f"Мероприятие {measure} отменено, а координация — нет."
        yield Complaint(RowOf(table, index), "measure", text, "Выберите другое мероприятие или отмените координацию.")


def _project_of(scene: Scene, table: Table[Any], index: int) -> Iterator[Complaint]:
    projects, name = scene.office.tables.get("FEDPROJECT"), table.values["project"][index]
    at = None if projects is None else projects.index_of.get(str(name))
    if projects is None or at is None:
        return
    since, until = days(projects, "since")[at], days(projects, "until")[at]
    start, end = days(table, "start")[index], days(table, "end")[index]
    if (start and since and start < since) or (until and (end or start or until) > until):
        text = f"Сроки координации выходят за срок федерального проекта ({_span(since, until)})."
        yield Complaint(RowOf(table, index), "project", text, "Выберите действующий проект или исправьте сроки.")
        return
    national, typed = projects.values["national"][at], table.values["national"][index]
    if national is not None and typed is not None and national != typed:
        text = f"Вписан национальный проект «{typed}», а федеральный проект входит в «{national}»."
        yield Complaint(RowOf(table, index), "national", text, "Исправьте или очистите: сервис возьмёт его сам.")


def _span(since: date | None, until: date | None) -> str:
    return " ".join(words for words in (since and f"с {since:%d.%m.%Y}", until and f"по {until:%d.%m.%Y}") if words)
