"""Indicators and coverage that people type agree with what the registers give."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

from validators.counting.coverage import Coverage, coverage
from validators.counting.people import count_k02
from validators.counting.plans import MONTHS, QUARTERS, agrees, by_registers, code_of, planned
from validators.counts import COUNTS
from validators.office import Scene, Table
from validators.remark import Severity
from validators.rule import Complaint, RowOf, rule

_CALLED_OFF = "Отменено"


@rule("X31", Severity.WARNING, "Охват не больше числа участников, которых видно в реестрах", needs=("NP",))
def coverage_is_not_above_those_counted(scene: Scene) -> Iterator[Complaint]:
    """Сверьте охват с «Прохождением этапов»: исправьте число или внесите недостающие строки участников."""
    table = scene.office.tables["NP"]
    facts = table.values["covered_fact"]
    rows = [i for i in table.counted if isinstance(facts[i], int) and table.values["status"][i] != _CALLED_OFF]
    met, everybody = coverage(scene.office), count_k02(scene.office, scene.today).value if rows else None
    for index in rows:
        measure, fact = table.values["measure"][index], int(str(facts[index]))
        linked = met.get(str(measure))
        text = _too_many(fact, str(measure), linked, everybody)
        if text:
            yield Complaint(RowOf(table, index), "covered_fact", text)


def _too_many(fact: int, measure: str, linked: Coverage | None, everybody: float | None) -> str:
    if linked is not None and fact > linked.most:
        return f"Охват {fact}, а в «Прохождении этапов» по {measure} участников {len(linked.people)}."
    if everybody is not None and fact > everybody:
        return f"Охват {fact}, а всего зачислено участников {everybody:.0f}."
    return ""


@rule("X32", Severity.ERROR, "Факт показателя сходится с реестрами, план есть на каждый период", needs=("IND",))
def indicators_are_planned_and_reported(scene: Scene) -> Iterator[Complaint]:
    """Показатели K01–K34 сервис считает сам: исправьте реестр или очистите «Факт (ввод)». Для своего показателя впишите
    факт; план впишите на все кварталы или ни на один."""
    table = scene.office.tables["IND"]
    for index in table.counted:
        yield from _typed_and_counted(scene, table, index)
        yield from _unplanned(table, index)
        yield from _unreported(scene, table, index)


def _typed_and_counted(scene: Scene, table: Table[Any], index: int) -> Iterator[Complaint]:
    indicator, typed = code_of(table.values["indicator"][index]), table.values["manual_fact"][index]
    if indicator is None or indicator not in COUNTS or not isinstance(typed, int | float):
        return
    counted = COUNTS[indicator](scene.office, scene.today).value
    if counted is not None and not agrees(typed, counted, is_share=table.values["unit"][index] == "%"):
        text = f"Показатель {indicator}: вписано {_plain(typed)}, а по реестрам {_plain(counted)}."
        yield Complaint(RowOf(table, index), "manual_fact", text, "Очистите ячейку или исправьте реестр.")


def _unplanned(table: Table[Any], index: int) -> Iterator[Complaint]:
    for names in (QUARTERS, MONTHS):
        here = [name for name in names if name not in table.missing]
        blank = [name for name in here if table.is_blank(index, name)]
        if blank and len(blank) < len(here):
            headings = ", ".join(f"«{table.register.by_field[name].heading}»" for name in blank)
            text = f"План вписан не на все периоды: пусто {headings}."
            yield Complaint(RowOf(table, index), blank[0], text, "Впишите план; если он не нужен — 0.")


def _unreported(scene: Scene, table: Table[Any], index: int) -> Iterator[Complaint]:
    indicator = code_of(table.values["indicator"][index])
    ended = _last_quarter_end(scene.today)
    if indicator is None or by_registers(indicator) or ended is None or "manual_fact" in table.missing:
        return
    if not table.is_blank(index, "manual_fact"):
        return
    plan = planned(scene.office, indicator, ended)
    if plan is not None and plan.id == table.ids[index] and plan.on_day > 0:
        text = f"По показателю {table.values['indicator'][index]} есть план на {ended:%d.%m.%Y}, а факт не вписан."
        yield Complaint(RowOf(table, index), "manual_fact", text, "Впишите факт: этот показатель сервис не считает.")


def _last_quarter_end(today: date) -> date | None:
    """The last day of the quarter that ended last in this year; None in its first quarter."""
    month = (today.month - 1) // 3 * 3 + 1
    return date(today.year, month, 1) - timedelta(days=1) if month > 1 else None


def _plain(number: float) -> str:
    return f"{number:.1f}".removesuffix(".0").replace(".", ",")
