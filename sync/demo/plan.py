"""The plan of the season: what is done, what is late and why, what comes next."""

from datetime import date, timedelta

from config.calendar import add_working_days
from sync.demo.calendar_of_work import Work, works
from sync.demo.draft import Draft, Row, code
from sync.demo.season import TODAY
from sync.demo.staff import shown

_LATE = {
    "Сверка активности на цифровой платформе": (
        "Данные цифровой платформы за март выгружены с опозданием",
        "Запрошена повторная выгрузка, сверка идёт по колледжам",
        date(2026, 4, 22),
    ),
    "Уточнение бюджета сезона": (
        "Ждём решения о дополнительном финансировании выездных сессий",
        "Направлено письмо, вопрос вынесен заместителю Губернатора",
        date(2026, 4, 30),
    ),
    "Проектная сессия 3": (
        "Две команды перенесли сессию из-за карантина в школах",
        "Согласованы новые дни, сессии пройдут дистанционно",
        date(2026, 4, 21),
    ),
}
_CANCELLED = "Выездная встреча: Ольховецкий округ"
_MOVED = {"Стажировки студентов вузов": date(2026, 5, 8)}


def make_plan(draft: Draft) -> None:
    """About 120 measures in the order of their days."""
    for work in sorted(works(), key=lambda one: (one.start, one.end)):
        _add(draft, work)


def _add(draft: Draft, work: Work) -> None:
    status = _status(work)
    late = _LATE.get(work.title)
    done = _done(draft, work) if status == "Исполнено" else None
    town = work.title.partition("Выездная встреча: ")[2]
    draft.add(
        "PLAN",
        title=work.title,
        kind=work.kind,
        stage=work.stage,
        responsible=shown(draft, work.who),
        start=work.start,
        end=work.end,
        status=status,
        done=done,
        forecast=late[2] if late else _MOVED.get(work.title),
        result=_result(work) if done else "Письмо в ФПО от 12.02.2026" if status == "Отменено" else None,
        why_late=_why(work, done, status),
        measures=late[1] if late else None,
        function=work.function,
        municipalities=town or None,
        place=_place(work, town),
        time="14:00–16:30" if work.kind == "Заседание" else None,
        indicators=work.indicator,
        financed="Да" if work.money else "Нет",
    )


def _status(work: Work) -> str:
    if work.title == _CANCELLED:
        return "Отменено"
    if work.title in _LATE:
        return "В работе"
    if work.end < TODAY:
        return "Исполнено"
    return "В работе" if work.start <= TODAY else "Не начато"


def _done(draft: Draft, work: Work) -> date:
    if work.kind in {"Заседание", "Отчёт"} or work.start == work.end or not draft.chance(0.12):
        return (
            work.end if work.start == work.end or draft.chance(0.6) else max(work.start, add_working_days(work.end, -1))
        )
    return min(add_working_days(work.end, draft.dice.randint(1, 4)), TODAY - timedelta(days=1))


def _why(work: Work, done: date | None, status: str) -> str | None:
    if work.title in _LATE:
        return _LATE[work.title][0]
    if status == "Отменено":
        return "Встреча объединена с проектной сессией, письмо в ФПО направлено"
    if work.title in _MOVED:
        return "Часть площадок принимает студентов только после праздников"
    return "Работа завершена позже срока из-за занятости участников" if done and done > work.end else None


def _result(work: Work) -> str:
    words = {"Контрольная точка": "Подтверждено", "Отчёт": "Отчёт направлен", "Заседание": "Протокол подписан"}
    return words.get(work.kind, "Проведено")


def _place(work: Work, town: str) -> str | None:
    if town:
        return f"{town}, администрация"
    return "Дом правительства, зал 3" if work.kind == "Заседание" else None


def measure(draft: Draft, title: str) -> Row:
    """A measure by its title."""
    return draft.one("PLAN", title=title)


def measure_code(draft: Draft, title: str) -> str:
    """The code of a measure by its title."""
    return code(measure(draft, title))
