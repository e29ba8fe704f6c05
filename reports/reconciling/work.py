"""Work, money and figures: financing, coverage of measures and facts of indicators, typed and counted."""

from config.ownership import COUNTED
from reports import wording
from reports.facts import Facts
from reports.naming import TABS
from reports.reconciling.pair import Compared, Disagreement, Pair, Said, codes_of, side, typed
from validators.counting.coverage import Coverage, coverage
from validators.counting.plans import agrees, code_of
from validators.counts import COUNTS

_CALLED_OFF = "Отменено"


def _financing(facts: Facts) -> Compared:
    plan, money = facts.scene.office.tables["PLAN"], facts.scene.office.tables["FIN"]
    paid: dict[str, list[int]] = {}
    for index in money.counted:
        paid.setdefault(str(money.values["measure"][index]), []).append(index)
    compared, wrong = 0, []
    for index in plan.counted:
        says, rows = plan.values["financed"][index] is True, paid.get(plan.ids[index], [])
        unread = plan.values["financed"][index] is None
        if unread or plan.values["status"][index] == _CALLED_OFF or not (says or rows):
            continue
        compared += 1
        if says != bool(rows):
            first = Said("Да" if says else "Нет", plan.place(index, "financed"))
            place = money.place(rows[0], "measure") if rows else None
            second = Said(codes_of(money, rows) if rows else "строк нет", place)
            wrong.append(Disagreement(plan.ids[index], first, second))
    return Compared(compared, tuple(wrong))


def _coverage(facts: Facts) -> Compared:
    table, met = facts.scene.office.tables["NP"], coverage(facts.scene.office)
    compared, wrong = 0, []
    for index in table.counted:
        fact, seen = typed(table, index, "covered_fact"), met.get(str(table.values["measure"][index]))
        if not isinstance(fact, int) or seen is None or table.values["status"][index] == _CALLED_OFF:
            continue
        compared += 1
        if not len(seen.people) <= fact <= seen.most:
            measure = str(table.values["measure"][index])
            first = Said(wording.whole(fact), table.place(index, "covered_fact"))
            wrong.append(Disagreement(table.ids[index], first, Said(_seen(measure, seen))))
    return Compared(compared, tuple(wrong))


def _seen(measure: str, seen: Coverage) -> str:
    return f"{wording.whole(len(seen.people))} по {measure}"


def _facts_of_indicators(facts: Facts) -> Compared:
    table = facts.scene.office.tables["IND"]
    compared, wrong = 0, []
    for index in table.counted:
        key, fact = code_of(table.values["indicator"][index]), typed(table, index, "manual_fact")
        if key is None or key not in COUNTS or not isinstance(fact, int | float):
            continue
        count = COUNTS[key](facts.scene.office, facts.today)
        if count.value is None:
            continue
        compared += 1
        if not agrees(fact, count.value, is_share=table.values["unit"][index] == "%"):
            first = Said(wording.decimal(fact), table.place(index, "manual_fact"))
            wrong.append(Disagreement(f"{table.ids[index]} {key}", first, Said(wording.decimal(count.value))))
    return Compared(compared, tuple(wrong))


WORK_PAIRS = (
    Pair(
        "financing",
        "Деньги на мероприятия",
        (side("PLAN", "financed"), side("FIN", "measure")),
        {
            "FIN": "Исправьте «Финансируется» в плане.",
            "PLAN": f"Внесите строку в «{TABS['FIN']}» или исправьте мероприятие в ней.",
        },
        (("PLAN", "financed"), ("FIN", "measure")),
        _financing,
    ),
    Pair(
        "coverage",
        "Охват мероприятий с НП",
        (side("NP", "covered_fact"), ("PROG", f"{TABS['PROG']}: кто участвовал в мероприятии")),
        {
            "PROG": "Исправьте «Охват участников: факт».",
            "NP": f"Внесите недостающие строки в «{TABS['PROG']}» с кодом мероприятия или уберите лишние.",
        },
        (("NP", "covered_fact"), ("PROG", "event")),
        _coverage,
    ),
    Pair(
        "indicator_fact",
        "Факт показателей",
        (side("IND", "manual_fact"), (COUNTED, "Расчёт по реестрам")),
        {
            COUNTED: "Очистите «Факт (ввод)»: сервис считает показатель сам.",
            "IND": "Найдите в реестрах недостающие или лишние строки.",
        },
        (("IND", "manual_fact"),),
        _facts_of_indicators,
    ),
)
