"""Money of the measures that cost some, and what is done together with national projects."""

from datetime import date

from sync.demo.calendar_of_work import Work, works
from sync.demo.draft import Draft, Row, code, titled
from sync.demo.plan import measure
from sync.demo.season import TODAY
from sync.demo.staff import ECONOMIST, shown

_AS_OF = date(2026, 4, 10)
_REGION, _FEDERAL, _LOCAL, _OTHER = (
    "Бюджет субъекта РФ",
    "Федеральный бюджет",
    "Местный бюджет",
    "Внебюджетные средства",
)
_KBK = {_REGION: "80107090410199990244", _FEDERAL: "80107095710155550244"}
_PAID = 0.78
"""Which part of what was promised is paid, when the work is done."""

_SLOW = ("Уточнение", "Стажировки", "Проектная сессия 3")

_COORDINATION = (
    ("Всё лучшее детям", "Технопарк «Полюс»", "Использование инфраструктуры", "Проектная сессия 1", 180),
    ("Всё лучшее детям", "Дом творчества «Росток»", "Использование инфраструктуры", "Проектная сессия 2", 180),
    ("Профессионалитет", "Дни открытых мастерских", "Совместное мероприятие", "Профессиональные пробы, поток 1", 50),
    ("Профессионалитет", "Учебно-производственный комплекс", "Финансирование", "Профессиональные пробы, поток 2", 50),
    ("Образование для рынка труда", "Карьерные недели", "Совместное мероприятие", "Стажировки студентов вузов", 30),
    ("Человек труда", "Профориентационный марафон", "Обмен данными", "Профессиональные пробы, поток 3", 50),
    ("Образование для рынка труда", "Ярмарка проектов", "Зачёт результата", "Защита проектов", 160),
)


def make_money(draft: Draft) -> None:
    """One or two lines of money for every measure that costs some, and the coordination that brings a part of it."""
    _coordinate(draft)
    for work in sorted(works(), key=lambda one: (one.start, one.end)):
        if work.money:
            for source, item, share in _sources(work):
                _spend(draft, work, source, item, int(work.money * share))


def _coordinate(draft: Draft) -> None:
    for project, thing, form, title, plan in _COORDINATION:
        row = measure(draft, title)
        ended = row["status"] == "Исполнено"
        begun = isinstance(row["start"], date) and row["start"] <= TODAY
        draft.add(
            "NP",
            project=project,
            object=thing,
            form=form,
            measure=titled(row, "title"),
            start=row["start"],
            status="Завершено" if ended else "В работе" if begun else "Планируется",
            end=row["end"],
            covered_plan=plan,
            covered_fact=_covered(draft, code(row)) or None,
            responsible=shown(draft, ECONOMIST),
            national="Кадры" if project in {"Образование для рынка труда", "Человек труда"} else "Молодёжь и дети",
            indicator="Доля молодёжи, вовлечённой в проекты",
        )


def _covered(draft: Draft, event: str) -> int:
    """How many participants came to the event."""
    rows = [row for row in draft.rows["PROG"] if row.get("event") == event and row["result"] != "Не явился"]
    return len({row["participant"] for row in rows})


def _sources(work: Work) -> tuple[tuple[str, str, float], ...]:
    if work.money >= 300_000:
        return (_REGION, "Проживание и питание", 0.7), (_OTHER, "Призы", 0.3)
    if work.title.endswith("пробы, поток 2"):
        return (_REGION, "Проезд", 0.5), (_FEDERAL, "Услуги", 0.5)
    if work.title.startswith("Выездная"):
        return ((_LOCAL, "Проезд", 1.0),)
    return ((_REGION, "Услуги", 1.0),)


def _spend(draft: Draft, work: Work, source: str, item: str, plan: int) -> None:
    slow = work.title.startswith(_SLOW)
    share = 1.0 if work.end < _AS_OF and not slow else 0.55 if work.start <= _AS_OF else 0.0
    obligations = plan if share == 1 else round(plan * 0.8) if share else 0
    cash = round(obligations * (_PAID if share == 1 else share), -1)
    quarters = {f"plan_q{number}": plan if number == (work.end.month + 2) // 3 else 0 for number in range(1, 5)}
    coordinated = [row for row in draft.rows["NP"] if str(row["measure"]).endswith(f" · {work.title}")]
    draft.add(
        "FIN",
        measure=_measure(draft, work),
        item=item,
        source=source,
        year=work.end.year,
        plan_year=plan,
        **quarters,
        obligations=obligations,
        cash=cash,
        as_of=_AS_OF,
        why_unspent="Акты подписываются в апреле" if cash < obligations else None,
        kbk=_KBK.get(source),
        np=code(coordinated[0]) if source == _FEDERAL and coordinated else None,
        contract=f"Договор № {len(draft.rows['FIN']) + 11}" if obligations else None,
    )


def _measure(draft: Draft, work: Work) -> str:
    row: Row = measure(draft, work.title)
    return titled(row, "title")
