"""Participants, teams and projects in a document: sentences and tables of the same numbers as the tabs of the head."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from config.registers.participation import ACTIVITY_KINDS
from reports.documents.agreement import PARTICIPANT, Saying, reason, sentences
from reports.documents.document import Block, Passage
from reports.documents.sayings import said
from reports.documents.stage import Stage
from reports.documents.tables import taken, text, whole
from reports.facts import Facts
from reports.head.participants import funnel
from reports.head.participants_cuts import by_category, outflow_listing, people_of
from reports.head.steps import Group, groups
from reports.head.team_rows import lines_of
from reports.head.teams_cuts import by_priority, by_stage, defences
from reports.naming import tab_of
from reports.report import Listing, Value
from validators.counting.count import obstacle
from validators.counting.funnel import outflow
from validators.counting.people import PEOPLE, active_people, people_obstacle
from validators.counting.people import people as people_rows
from validators.counting.progress import Activity, activities, progress_obstacle
from validators.counts import COUNTS

CATEGORIES = ("Школьник", "Студент СПО", "Студент вуза")
_PLURAL = {"Школьник": "Школьники", "Студент СПО": "Студенты СПО", "Студент вуза": "Студенты вузов"}
_APPLIED = Saying(("подана", "подано", "подано"), ("заявка", "заявки", "заявок"), "заявок не было", "")
_ENROLLED = Saying(("зачислен", "зачислено", "зачислено"), PARTICIPANT, "никто не зачислен", "")
_LEFT = Saying(("выбыл", "выбыло", "выбыло"), PARTICIPANT, "никто не выбыл", "")
_ACTIVE = Saying(
    ("сейчас участвует", "сейчас участвуют", "сейчас участвует"),
    ("человек", "человека", "человек"),
    "сейчас никто не участвует",
    "",
)
_DONE = (
    text("Занятие", 34),
    *(whole(_PLURAL[one], 14) for one in CATEGORIES),
    whole("Всего прошли", 14),
)


def participants(facts: Facts, stage: Stage | None = None) -> Iterator[Block]:
    """The way of participants; with a stage also who came and left in its time and what they have done in it."""
    office = facts.scene.office
    why = people_obstacle(office)
    if why or not people_rows(office):
        yield Passage(f"Данных об участниках нет: {reason(why)}." if why else "Участников в реестрах пока нет.")
        return
    yield Passage(sentences(*_people_words(facts), *(_came(facts, stage) if stage else ())))
    for key in PEOPLE:
        if obstacle(office, key):
            yield Passage(f"Здесь не учтён реестр «{tab_of(key)}»: он {obstacle(office, key)}.")
    now = people_of(facts)
    yield _known(taken(funnel(now), "Шаг", "Человек", "К зачисленным, %"))
    yield taken(
        by_category(now),
        "Категория",
        "Заявка",
        "Зачислены",
        "Обучены",
        "Активны",
        "В команде",
        "Стажировка",
        "Защита",
        "Выбыли",
        title="Участники по категориям",
    )
    if now.left:
        yield taken(outflow_listing(facts, now), "Причина", "Выбыли", "Доля зачисленных, %")
    if stage is not None:
        yield from activities_of(facts, stage)


def _known(steps: Listing) -> Listing:
    """The steps that can be counted."""
    return replace(steps, rows=tuple(row for row in steps.rows if isinstance(row[1], int)))


def _people_words(facts: Facts) -> Iterator[str]:
    yield said(facts, "K01")
    yield said(facts, "K02")
    yield _ACTIVE.of(len(active_people(facts.scene.office, facts.today)))
    yield said(facts, "K06")
    yield said(facts, "K18")


def _came(facts: Facts, stage: Stage) -> Iterator[str]:
    """Who applied, was enrolled and left while the stage went on."""
    office, first, last = facts.scene.office, stage.before, stage.until(facts.today)
    if first is None:
        return
    found = []
    for key, saying in (("K01", _APPLIED), ("K02", _ENROLLED)):
        before, after = (COUNTS[key](office, day).value for day in (first, last))
        if before is not None and after is not None:
            found.append(saying.of(max(after - before, 0)))
    found.append(_LEFT.of(max(len(outflow(office, last)) - len(outflow(office, first)), 0)))
    yield f"за время этапа {', '.join(found)}"


def activities_of(facts: Facts, stage: Stage) -> Iterator[Block]:
    """How many people have passed each kind of activity of the stage, by category."""
    why = progress_obstacle(facts.scene.office, "result", "stage")
    if why:
        yield Passage(f"Данных о занятиях этапа нет: {reason(why, tab_of('PROG'))}.")
        return
    rows = tuple(_lines(facts, stage))
    yield Listing(f"Занятия этапа {stage.code}, пройдено человек", _DONE, rows, "пройденных занятий нет")


def _lines(facts: Facts, stage: Stage) -> Iterator[tuple[Value, ...]]:
    office = facts.scene.office
    stages, known = office.tables["PROG"].values["stage"], groups(office)
    mine = [one for one in activities(office) if stages[one.row] == stage.code and one.is_passed(facts.today)]
    for kind in ACTIVITY_KINDS.values:
        some = {one.person.who: one for one in mine if one.kind == kind}
        if some:
            counts = [_of_category(known, some.values(), name) for name in CATEGORIES]
            yield (kind, *counts, len(some))


def _of_category(known: Mapping[str, Group], some: Iterable[Activity], name: str) -> int:
    return sum(known[one.person.id].category == name for one in some)


def teams(facts: Facts) -> Iterator[Block]:
    """The teams and their projects: how many, of which priority, at which stage, what is defended."""
    office = facts.scene.office
    why = obstacle(office, "TEAM")
    if why or not office.tables["TEAM"].counted:
        yield Passage(f"Данных о командах нет: {reason(why)}." if why else "Команд в реестре пока нет.")
        return
    yield Passage(sentences(*(said(facts, key) for key in ("K09", "K10", "K11", "K12"))))
    lines = lines_of(facts)
    if lines:
        yield taken(
            by_stage(lines),
            "Стадия",
            "Команд",
            "Доля, %",
            "Неполный состав",
            title="Команды по стадиям проекта",
            only=lambda row: bool(row[1]),
        )
        yield taken(
            by_priority(facts, lines),
            "Направление",
            "Всего",
            title="Команды по приоритетным направлениям",
            called={"Всего": "Команд"},
        )
    results = next(defences(facts))
    if results.rows:
        yield taken(results, "Итог защиты", "Проектов", "Средний балл", "Внедряется")
