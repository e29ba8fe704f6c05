"""How participants go through the stages: in which order, in their time, without long silence."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from config.cells.text import fold
from config.registers.participants import ENROLLED
from config.registers.participation import PLATFORM_MODULE
from validators.counting.count import days
from validators.counting.people import Person, active_people, people
from validators.office import Scene, Table
from validators.planned import planned_events
from validators.remark import Severity
from validators.rule import Complaint, RowOf, rule
from validators.stages import Window, breaks, days_between, windows
from validators.trips import NOT_THERE, SELECTION, Stray, last_days, own_field, rows_of_each, strays

_INTRODUCTION = "Очное установочное обучение"
_SESSION = "Проектная сессия"
_DEFENCE = "Защита"
_OF_PROJECT = (_SESSION, "Консультация наставника", _DEFENCE)
_PROJECT_STAGE = "Э4"
_PASSED = "Пройдено"
_NOT_REQUIRED = "Не требуется"
_TOGETHER = (_INTRODUCTION, _SESSION, "Профессиональная проба", _DEFENCE)
"""Kinds of activity that are events for many, not a work of one person."""

_WHOLE = 100.0


@rule("X22", Severity.ERROR, "Участник проходит этапы по порядку", needs=("PROG",))
def stages_go_in_order(scene: Scene) -> Iterator[Complaint]:
    """Проектная работа идёт после зачисления, а защита — после проектной сессии и установочного обучения. Исправьте
    дату или внесите в «Прохождение этапов» недостающее занятие."""
    table = scene.office.tables["PROG"]
    for stray in strays(scene.office, scene.today):
        if _is_of_project(table, stray):
            yield _early(table, stray, "Проектная работа")
    yield from _unprepared(scene, table)


def _is_of_project(table: Table[Any], stray: Stray) -> bool:
    kinds, stages = table.values["kind"], table.values["stage"]
    return any(kinds[index] in _OF_PROJECT or stages[index] == _PROJECT_STAGE for index in stray.early)


def _early(table: Table[Any], stray: Stray, what: str) -> Complaint:
    """One remark: at the activity when it is alone, at the person's own date or status when there are several."""
    person, rows = stray.person, stray.early
    first = days(table, "start")[rows[0]]
    begun = f"{what} участника {person.id} начата {first:%d.%m.%Y}"
    more = f" (всего таких занятий: {len(rows)})" if len(rows) > 1 else ""
    if person.status not in ENROLLED:
        text, own, field = f"{begun}{more}, а он не зачислен: статус «{person.status}».", "status", "participant"
    else:
        text, own, field = f"{begun}{more}, раньше зачисления ({person.enrolled:%d.%m.%Y}).", "enrolled", "start"
    return _at(table, stray, rows, field, own, text)


def _at(table: Table[Any], stray: Stray, rows: Sequence[int], field: str, own: str, text: str) -> Complaint:
    if len(rows) == 1 and rows[0] in table.kept:
        return Complaint(RowOf(table, rows[0]), own_field(table, rows[0], field), text)
    return Complaint(RowOf(stray.person.table, stray.person.index), own, text)


def _unprepared(scene: Scene, table: Table[Any]) -> Iterator[Complaint]:
    kinds, results = table.values["kind"], table.values["result"]
    defences = [index for index in table.kept if kinds[index] == _DEFENCE and results[index] not in NOT_THERE]
    if not defences:
        return
    known = {person.id: person for person in people(scene.office)}
    rows, starts = rows_of_each(table), days(table, "start")
    for index in defences:
        code, day = str(table.values["participant"][index]), starts[index] or date.max
        before = [one for one in rows[code] if (starts[one] or date.min) <= day]
        absent = list(_absent(table, before, known.get(code)))
        if absent:
            text = f"У участника {code} отмечена защита, а до неё нет: {', '.join(absent)}."
            yield Complaint(RowOf(table, index), own_field(table, index, "kind"), text)


def _absent(table: Table[Any], before: Sequence[int], person: Person | None) -> Iterator[str]:
    done = {(table.values["kind"][index], table.values["result"][index] or _PASSED) for index in before}
    if (_SESSION, _PASSED) not in done:
        yield "пройденной проектной сессии"
    is_student = person is not None and person.table.register.key == "UNI"
    enough = (_PASSED,) if is_student else (_PASSED, _NOT_REQUIRED)
    if not any((_INTRODUCTION, result) in done for result in enough):
        yield "пройденного установочного обучения"


@rule("X23", Severity.WARNING, "Занятия идут, пока человек участвует и пока идёт этап", needs=("PROG",))
def activities_lie_in_their_time(scene: Scene) -> Iterator[Complaint]:
    """Сверьте даты занятия с датами зачисления и выбытия и со сроками этапа; исправьте ту, что указана с ошибкой."""
    table = scene.office.tables["PROG"]
    spoken: set[int] = set()
    for stray in strays(scene.office, scene.today):
        spoken.update(stray.early, stray.late)
        if stray.early and not _is_of_project(table, stray):
            yield _early(table, stray, "Работа")
        if stray.late:
            yield _late(table, stray)
    yield from _outside_stage(table, windows(scene.office), spoken)


def _late(table: Table[Any], stray: Stray) -> Complaint:
    person, rows = stray.person, stray.late
    start = days(table, "start")[rows[0]]
    field = "start" if start and person.left and start > person.left else "end"
    day = days(table, field)[rows[0]]
    more = f" (всего таких занятий: {len(rows)})" if len(rows) > 1 else ""
    text = f"Участник {person.id} выбыл {person.left:%d.%m.%Y}, а занятие{more} отмечено {day:%d.%m.%Y}."
    return _at(table, stray, rows, field, "left", text)


def _outside_stage(table: Table[Any], stages: Mapping[str, Window], spoken: set[int]) -> Iterator[Complaint]:
    codes, kinds, typed = table.values["stage"], table.values["kind"], table.raw.get("stage", ())
    starts, ends = days(table, "start"), days(table, "end")
    for index in table.kept if typed else ():
        window = stages.get(str(codes[index]))
        if window is None or typed[index] is None or index in spoken or kinds[index] == SELECTION:
            continue
        start, end = starts[index], ends[index]
        for field, day in (("start", start), ("end", end)):
            if day is not None and not window.holds(day) and (start is None or day >= start):
                span = f"{window.start:%d.%m.%Y}–{window.end:%d.%m.%Y}"
                yield Complaint(RowOf(table, index), field, f"{day:%d.%m.%Y} — вне срока этапа {codes[index]}: {span}.")
                break


@rule("X24", Severity.WARNING, "Участник не пропадает надолго", needs=("PROG",))
def participants_are_active(scene: Scene) -> Iterator[Complaint]:
    """Свяжитесь с участником и внесите занятия в «Прохождение этапов»; если он больше не участвует, поставьте «Выбыл» и
    дату выбытия."""
    table, most = scene.office.tables["PROG"], scene.settings.thresholds.idle_days
    last, rest = last_days(table, scene.today), breaks(scene.office)
    if not last:
        return
    latest = max(last.values())
    if days_between(latest, scene.today, rest) > most:
        text = f"После {latest:%d.%m.%Y} не внесено ни одного занятия ни у одного участника."
        yield Complaint(table, "start", text, "Внесите занятия, которые прошли с тех пор.")
        return
    for person in active_people(scene.office, scene.today):
        known = [day for day in (last.get(person.id), person.enrolled) if day is not None]
        idle = days_between(max(known), scene.today, rest) if known else 0
        if idle > most:
            silent = f"дней без перерывов прошло {idle}, а допустимо не больше {most}"
            text = f"У участника {person.id} нет занятий с {max(known):%d.%m.%Y}: {silent}."
            yield Complaint(RowOf(person.table, person.index), "status", text)


@rule("X25", Severity.WARNING, "Прогресс на цифровой платформе не убывает, полный — пройден", needs=("PROG",))
def progress_grows(scene: Scene) -> Iterator[Complaint]:
    """Сверьте прогресс с цифровой платформой и исправьте его; если модуль закончен, поставьте результат «Пройдено»."""
    table = scene.office.tables["PROG"]
    kinds, shown, results = (table.values[name] for name in ("kind", "progress", "result"))
    modules = [index for index in table.kept if kinds[index] == PLATFORM_MODULE and isinstance(shown[index], float)]
    for index in modules:
        if shown[index] == _WHOLE and results[index] not in (_PASSED, None):
            text = f"Прогресс 100 %, а результат — «{results[index]}»."
            yield Complaint(RowOf(table, index), "result", text)
    for earlier, later in _in_turn(table, modules):
        now, before = shown[later], shown[earlier]
        if isinstance(now, float) and isinstance(before, float) and now < before:
            day = days(table, "start")[earlier]
            was, stands = (f"{percent:g}".replace(".", ",") for percent in (before, now))
            text = f"Прогресс убыл: {day:%d.%m.%Y} было {was} %, а теперь {stands} %."
            yield Complaint(RowOf(table, later), "progress", text)


def _in_turn(table: Table[Any], modules: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Pairs of rows: what was written of a module of a participant on one day, and on the next."""
    whose, titles, starts = table.values["participant"], table.values["title"], days(table, "start")
    last: dict[tuple[object, str], int] = {}
    dated = [(day, index) for index in modules if (day := starts[index]) is not None and titles[index] is not None]
    for day, index in sorted(dated):
        module = (whose[index], fold(str(titles[index])))
        before = last.get(module)
        if before is not None and starts[before] != day:
            yield before, index
        last[module] = index


@rule("X52", Severity.WARNING, "Общее занятие есть в плане", needs=("PROG", "PLAN"))
def events_are_planned(scene: Scene) -> Iterator[Complaint]:
    """Внесите мероприятие в «План мероприятий» или укажите его код в столбце «Мероприятие»."""
    table, plan = scene.office.tables["PROG"], planned_events(scene.office.tables["PLAN"])
    if not plan:
        return
    starts, unplanned = days(table, "start"), dict[tuple[str, str], list[int]]()
    for (kind, title, day), rows in _held_together(table, starts).items():
        named = not all(table.is_blank(index, "event") for index in rows)
        if not named and not any(measure.means(kind, title, day) for measure in plan):
            unplanned.setdefault((kind, title), []).append(rows[0])
    for rows in unplanned.values():
        first = min(rows, key=lambda index: starts[index] or date.max)
        more = f" (всего таких дней: {len(rows)})" if len(rows) > 1 else ""
        text = f"Занятия «{table.values['title'][first]}» {starts[first]:%d.%m.%Y}{more} нет в плане мероприятий."
        yield Complaint(RowOf(table, first), "event", text)


def _held_together(table: Table[Any], starts: Sequence[date | None]) -> Mapping[tuple[str, str, date], list[int]]:
    """Kind, folded title and day of each event that many attend → its rows."""
    kinds, titles = table.values["kind"], table.values["title"]
    folded = {title: fold(str(title)) for title in set(titles)}
    held: dict[tuple[str, str, date], list[int]] = {}
    for index in table.kept:
        day = starts[index]
        if kinds[index] in _TOGETHER and titles[index] is not None and day is not None:
            held.setdefault((str(kinds[index]), folded[titles[index]], day), []).append(index)
    return held
