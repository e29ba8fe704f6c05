"""What the council, the Governor's deputy and the federal office have decided: questions C0–C6 and instructions."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import NamedTuple

from sync.demo.draft import Cell, Draft, Row, code, codes
from sync.demo.mentors import FIRST_LIST, SECOND_LIST
from sync.demo.season import (
    AGENDA_MEETING,
    COUNCIL,
    FIRST_REPORT,
    LAST_MEETING,
    LAST_SEASON,
    LISTS,
    MORE_LISTS,
    NEXT_MEETING,
    OPENING,
    SECOND_REPORT,
)
from sync.demo.staff import ANALYST, ECONOMIST, HEAD, MEDIA, PUPILS, STUDENTS, shown

_C = {
    "C0": "C0 Основные параметры",
    "C1": "C1 Приоритетные направления",
    "C2": "C2 Предприятия и площадки",
    "C3": "C3 Наставники",
    "C4": "C4 Образовательные организации",
    "C5": "C5 Отчёты по этапам",
    "C6": "C6 Региональная повестка",
}
_FIRST_SITES = 15
_DEPARTMENTS = "Министерство кадровой политики; Министерство экономики"


class _Task(NamedTuple):
    body: str
    given: date
    words: str
    who: int
    due: date
    done: date | None = None
    moved: date | None = None


_KEEPERS = {"h": HEAD, "a": ANALYST, "e": ECONOMIST, "s": STUDENTS, "p": PUPILS, "m": MEDIA}
_TASKS = """
заместитель Губернатора | 2025-10-13 | Представить состав участников по муниципалитетам | p | 2025-11-14 | 2025-11-12 |
Губернатор | 2025-12-15 | Подготовить предложения о поощрении лучших команд | h | 2026-02-27 | 2026-02-25 |
заместитель Губернатора | 2026-01-29 | Заключить соглашения со всеми площадками | p | 2026-03-02 | 2026-03-05 |
ФПО | 2026-03-10 | Уточнить сведения об активности на цифровой платформе | s | 2026-03-31 | 2026-03-30 |
заместитель Губернатора | 2026-03-24 | Доложить о готовности к защите проектов | h | 2026-04-15 | |
Руководитель РПО | 2026-04-06 | Обновить карточки команд на странице Программы | m | 2026-04-21 | |
заместитель Губернатора | 2026-02-12 | Согласовать деньги на выездные сессии | e | 2026-03-20 | | 2026-04-30
Губернатор | 2026-03-30 | Подготовить предложения об участии выпускников в стратегии | a | 2026-05-22 | |
"""


def _tasks() -> Iterator[_Task]:
    for line in _TASKS.strip().splitlines():
        body, given, words, who, due, done, moved = (part.strip() for part in line.split("|"))
        yield _Task(body, _day(given), words, _KEEPERS[who], _day(due), _optional(done), _optional(moved))


def _day(text: str) -> date:
    return date.fromisoformat(text)


def _optional(text: str) -> date | None:
    return date.fromisoformat(text) if text else None


def make_decisions(draft: Draft) -> None:
    """The decisions of the season with their protocols; what they approved is written into the rows they approve."""
    _decide(draft, "C0", OPENING, "Утвердить основные параметры сезона 2025/2026")
    _approve(
        draft, "C1", LAST_SEASON, draft.rows["PRIORITY"][-1:], "Утвердить приоритетное направление сезона 2024/2025"
    )
    _approve(draft, "C1", OPENING, draft.rows["PRIORITY"][:-1], "Утвердить приоритетные направления на сезон")
    sites = [row for row in draft.rows["ENT"] if row["status"] in {"Утверждена", "Приостановлена", "Исключена"}]
    _approve(draft, "C2", LISTS, sites[:_FIRST_SITES], "Утвердить перечень предприятий и площадок № 1")
    _approve(draft, "C2", MORE_LISTS, sites[_FIRST_SITES:], "Утвердить перечень предприятий и площадок № 2")
    _approve(draft, "C3", LISTS, draft.rows["MENT"][:FIRST_LIST], "Утвердить список наставников № 1")
    more = [*draft.rows["MENT"][FIRST_LIST:SECOND_LIST], draft.rows["MENT"][-1]]
    _approve(draft, "C3", MORE_LISTS, more, "Утвердить список наставников № 2")
    _approve(draft, "C4", LISTS, _training(draft), "Утвердить перечень образовательных организаций")
    for day, stage in ((FIRST_REPORT, "Э1"), (SECOND_REPORT, "Э2")):
        _decide(draft, "C5", day, f"Принять отчёт по этапу {stage}", objects=stage, stage=stage)
    _decide(draft, "C6", AGENDA_MEETING, "Включить участников Программы в региональную повестку")
    _decide(
        draft, "C5", NEXT_MEETING, "Рассмотреть отчёт по этапу Э3", result="Запланировано", objects="Э3", stage="Э3"
    )
    waiting = [row for row in draft.rows["MENT"] if row["status"] == "На утверждении"]
    plan = {"result": "Запланировано", "objects": codes(waiting), "departments": _DEPARTMENTS}
    _decide(draft, "C3", NEXT_MEETING, "Рассмотреть дополнительный список наставников", **plan)
    _decide(draft, "C5", LAST_MEETING, "Рассмотреть отчёты по этапам Э4, Э5 и Э6", result="Запланировано", stage="Э6")
    for task in _tasks():
        _instruct(draft, task)


def _decide(draft: Draft, question: str, day: date, words: str, *, result: str = "Принято", **cells: Cell) -> Row:
    held = result == "Принято"
    return draft.add(
        "DEC",
        body=COUNCIL,
        decided=day,
        question=_C[question],
        content=words,
        result=result,
        protocol=_protocol(draft, day) if held else None,
        point=str(1 + sum(row["decided"] == day for row in draft.rows["DEC"])),
        **{"departments": _DEPARTMENTS if question == "C0" else None, **cells},
    )


def _protocol(draft: Draft, day: date) -> str:
    held = [row for row in draft.rows["DOC"] if row["kind"] == "Протокол" and row["day"] == day]
    if held:
        return code(held[0])
    return code(
        draft.add(
            "DOC",
            way="Внутренний",
            kind="Протокол",
            title=f"Протокол заседания Совета от {day:%d.%m.%Y}",
            status="Подписан",
            author=shown(draft, ANALYST),
            number=f"П-{day:%d%m%y}",
            day=day,
            signer="Заместитель Губернатора",
            signed=day,
            personal="Нет",
        )
    )


def _approve(draft: Draft, question: str, day: date, rows: list[Row], words: str) -> None:
    decision = _decide(draft, question, day, words, objects=codes(rows), approved_count=len(rows))
    for row in rows:
        row["decision"] = code(decision)
        row["since" if question == "C1" else "approved"] = day


def _training(draft: Draft) -> list[Row]:
    rows = [row for row in draft.rows["EDU"] if row["type"] in {"Колледж (СПО)", "Вуз"}][:14]
    for number, row in enumerate(rows):
        row["trains"] = codes([draft.rows["PRIORITY"][number % 5], draft.rows["PRIORITY"][(number + 2) % 5]])
    return rows


def _instruct(draft: Draft, task: _Task) -> None:
    draft.add(
        "DEC",
        body=task.body,
        decided=task.given,
        question="Иное",
        content=f"{task.words} до {task.due:%d.%m.%Y}",
        result="Принято",
        instruction=task.words,
        responsible=shown(draft, task.who),
        due=task.due,
        execution="Исполнено" if task.done else "На контроле",
        done=task.done,
        mark=f"Письмо от {task.done:%d.%m.%Y}" if task.done else "Включено в план мероприятий",
        due_new=task.moved,
        due_why=f"Согласовано с заместителем Губернатора {task.due - timedelta(days=3):%d.%m.%Y}"
        if task.moved
        else None,
    )
