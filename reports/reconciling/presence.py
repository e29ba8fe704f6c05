"""Pages and duties: the last post of a page and the publications; duties of the staff and those of the plan."""

from datetime import date

from reports import wording
from reports.facts import Facts
from reports.naming import TABS, staff
from reports.reconciling.pair import Compared, Disagreement, Pair, Said, codes_of, side, typed
from validators.counting.count import days, references

_OUT = "Вышла"
_CALLED_OFF = "Отменено"


def _last_posts(facts: Facts) -> Compared:
    pages, posts = facts.scene.office.tables["PAGE"], facts.scene.office.tables["PUB"]
    newest: dict[str, int] = {}
    day = days(posts, "day")
    for index in posts.counted:
        page, when = posts.values["page"][index], day[index]
        if posts.values["status"][index] != _OUT or not isinstance(page, str) or when is None or when > facts.today:
            continue
        before = day[newest[page]] if page in newest else None
        if before is None or when > before:
            newest[page] = index
    compared, wrong = 0, []
    for index in pages.counted:
        last, at = typed(pages, index, "last_post"), newest.get(pages.ids[index])
        if not isinstance(last, date) or at is None:
            continue
        compared += 1
        posted = day[at]
        if posted is not None and posted != last:
            first = Said(wording.day(last), pages.place(index, "last_post"))
            second = Said(f"{wording.day(posted)}, {posts.ids[at]}", posts.place(at, "day"))
            wrong.append(Disagreement(pages.ids[index], first, second))
    return Compared(compared, tuple(wrong))


def _duties(facts: Facts) -> Compared:
    """One comparison for each function and employee that meet in the plan; whoever has left is not compared."""
    office = facts.scene.office
    plan, people = office.tables["PLAN"], office.tables["STAFF"]
    at_work = set(staff(office, facts.today))
    met: dict[tuple[str, str], list[int]] = {}
    for index in plan.counted:
        function, who = plan.values["function"][index], plan.values["responsible"][index]
        if isinstance(function, str) and who in at_work and plan.values["status"][index] != _CALLED_OFF:
            met.setdefault((function, str(who)), []).append(index)
    compared, wrong = 0, []
    for (function, who), rows in sorted(met.items()):
        at = people.index_of[who]
        duties = typed(people, at, "functions")
        if not isinstance(duties, tuple):
            continue
        compared += 1
        if function not in references(duties):
            first = Said(f"{who}: {'; '.join(references(duties))}", people.place(at, "functions"))
            second = Said(f"{who}: {codes_of(plan, rows)}", plan.place(rows[0], "responsible"))
            wrong.append(Disagreement(function, first, second))
    return Compared(compared, tuple(wrong))


PRESENCE_PAIRS = (
    Pair(
        "last_post",
        "Последняя публикация страниц",
        (side("PAGE", "last_post"), side("PUB", "day")),
        {
            "PUB": "Исправьте или очистите «Последнюю публикацию»: пустую сервис возьмёт из публикаций.",
            "PAGE": f"Внесите недостающую публикацию в «{TABS['PUB']}».",
        },
        (("PAGE", "last_post"), ("PUB", "page", "day")),
        _last_posts,
    ),
    Pair(
        "duties",
        "Обязанности и план",
        (side("STAFF", "functions"), side("PLAN", "responsible")),
        {
            "STAFF": "Исправьте ответственного или функцию в плане.",
            "PLAN": f"Дополните «Закреплённые функции» в «{TABS['STAFF']}».",
        },
        (("STAFF", "functions"), ("PLAN", "function", "responsible")),
        _duties,
    ),
)
