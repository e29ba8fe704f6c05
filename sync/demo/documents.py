"""Documents of the season: acts, orders, agreements, reports, requests, drafts that wait for a signature."""

from datetime import date, timedelta

from config.calendar import add_working_days
from sync.demo.calendar_of_work import month_of_report
from sync.demo.draft import Cell, Draft, Row, code, day_of, titled
from sync.demo.plan import measure
from sync.demo.season import LISTS, MORE_LISTS, TODAY
from sync.demo.staff import ANALYST, ECONOMIST, HEAD, MEDIA, PUPILS, STUDENTS, shown

_REQUESTS = (
    (date(2025, 10, 6), "Сведения о ходе набора", 8),
    (date(2025, 12, 8), "Сведения об установочном обучении", 7),
    (date(2026, 2, 9), "Перечень команд и тем проектов", 10),
    (date(2026, 3, 10), "Активность на цифровой платформе", 14),
)
_APRIL = date(2026, 4, 6)
_WAITING = (
    ("Письмо", "О направлении экспертов на защиту проектов", MEDIA, "ОИВ"),
    ("Приказ", "О проведении предзащиты проектов", STUDENTS, None),
    ("Соглашение", "Соглашение о площадке с научной станцией «Семена севера»", PUPILS, "Предприятие"),
)


def make_acts(draft: Draft) -> tuple[str, str]:
    """The acts by which the office works; the codes of the founding act and of the operator's delegation."""
    founding = _signed(
        draft, "Распоряжение", "О создании РПО Программы", date(2024, 8, 20), "412-р", signer="Губернатор"
    )
    delegation = _signed(
        draft, "Распоряжение", "О передаче полномочий оператору", date(2024, 8, 27), "425-р", signer="Губернатор"
    )
    duties = _signed(draft, "Приказ", "О распределении обязанностей", date(2025, 9, 1), "1-П")
    for row in draft.rows["STAFF"]:
        row["duties"] = code(duties)
    return code(founding), code(delegation)


def make_documents(draft: Draft) -> str:
    """Everything else; gives the code of the order on internships."""
    _signed(draft, "Приказ", "О зачислении участников", date(2025, 10, 31), "9-П")
    _signed(draft, "Приказ", "О составе команд", date(2025, 11, 21), "12-П")
    _signed(draft, "Приказ", "О дополнительном зачислении", date(2026, 1, 30), "3-П")
    order = _signed(draft, "Приказ", "О стажировках студентов вузов", date(2026, 2, 27), "5-П")
    _agreements(draft)
    _monthly(draft)
    _of_periods(draft)
    _requests(draft)
    for kind, title, author, counterpart in _WAITING:
        way = "Исходящий" if counterpart else "Внутренний"
        _unsigned(draft, way, kind, title, "На согласовании", author, counterpart=counterpart)
    _unsigned(draft, "Внутренний", "Аналитическая справка", "О вовлечении муниципалитетов", "Проект", ANALYST)
    return code(order)


def _unsigned(draft: Draft, way: str, kind: str, title: str, status: str, author: int, **cells: Cell) -> None:
    facts: dict[str, Cell] = {"author": shown(draft, author), "personal": "Нет"}
    draft.add("DOC", way=way, kind=kind, title=title, status=status, **(facts | cells))


def _signed(draft: Draft, kind: str, title: str, day: date, number: str, **cells: Cell) -> Row:
    facts: dict[str, Cell] = {
        "way": "Внутренний",
        "status": "Подписан",
        "author": shown(draft, ANALYST),
        "personal": "Нет",
    }
    facts |= {"signer": shown(draft, HEAD), "signed": day}
    return draft.add("DOC", kind=kind, title=title, number=number, day=day, **(facts | cells))


def _agreements(draft: Draft) -> None:
    sites = [row for row in draft.rows["ENT"] if isinstance(row.get("approved"), date) and row["agreement_until"]]
    for number, site in enumerate(sites, 1):
        after = LISTS if site["approved"] == LISTS else MORE_LISTS
        day = draft.working_day(after + timedelta(days=4), min(after + timedelta(days=45), date(2026, 2, 13)))
        agreement = _signed(draft, "Соглашение", f"Соглашение о площадке: {site['title']}", day, f"{number}-С",
                            counterpart="Предприятие", author=shown(draft, PUPILS))  # fmt: skip
        site["agreement"] = titled(agreement, "number")


def _monthly(draft: Draft) -> None:
    for number in range(7):
        words, following = month_of_report(number)
        month = following - timedelta(days=1)
        day = add_working_days(month, draft.dice.randint(2, 4))
        period = f"{month:%Y-%m}"
        monthly = _report(draft, "Отчёт месячный", f"Отчёт за {words}", day, f"{number + 1}-М", "ФПО", period)
        told = _report(draft, "Доклад", f"Доклад за {words}", day, f"{number + 1}-Д", "Заместитель Губернатора", period)
        _result_of(draft, f"Отчёт в ФПО за {words}", monthly)
        _result_of(draft, f"Доклад заместителю Губернатора за {words}", told)


def _of_periods(draft: Draft) -> None:
    quarters = (("2025-К4", "IV квартал 2025 года", date(2026, 1, 14)), ("2026-К1", "I квартал 2026 года", _APRIL))
    for number, (period, words, day) in enumerate(quarters, 1):
        paper = _report(draft, "Отчёт квартальный", f"Отчёт за квартал {period}", day, f"{number}-К", "ФПО", period)
        _result_of(draft, f"Отчёт квартальный за {words}", paper)
    for number, (stage, day) in enumerate(
        (("Э1", date(2025, 11, 10)), ("Э2", date(2025, 12, 8)), ("Э3", date(2026, 4, 7))), 1
    ):
        title = f"Отчёт по этапу {stage}"
        paper = _report(draft, "Отчёт по этапу", title, day, f"{number}-Э", "Коллегиальный орган", stage)
        _result_of(draft, title, paper)


def _result_of(draft: Draft, title: str, paper: Row) -> None:
    """The plan cites the document in which its report was given."""
    measure(draft, title)["result"] = titled(paper, "number")


def _report(  # noqa: PLR0913, PLR0917  a report has this many facts
    draft: Draft, kind: str, title: str, day: date, number: str, counterpart: str, period: str
) -> Row:
    cells: dict[str, Cell] = {"way": "Исходящий", "status": "Отправлен", "counterpart": counterpart, "period": period}
    return _signed(draft, kind, title, day, number, **cells)


def _requests(draft: Draft) -> None:
    for number, (day, title, term) in enumerate(_REQUESTS, 1):
        due = add_working_days(day, term)
        answer = _signed(draft, "Письмо", f"Ответ: {title.lower()}", add_working_days(due, -1), f"{number}-ФПО",
                         way="Исходящий", status="Отправлен", counterpart="ФПО")  # fmt: skip
        _request(draft, day, title, f"ФПО-{number * 31}", due, status="Исполнен", answer=titled(answer, "number"))
    _request(
        draft,
        date(2026, 4, 9),
        "Сведения о готовности к защите проектов",
        "ФПО-171",
        date(2026, 4, 17),
        status="Получен",
    )
    letter: dict[str, Cell] = {"number": "44/26", "day": TODAY - timedelta(days=2), "counterpart": "ФПО"}
    _unsigned(draft, "Входящий", "Письмо", "О всероссийской неделе проектов", "Получен", ECONOMIST, **letter)


def _request(draft: Draft, day: date, title: str, number: str, due: date, **cells: Cell) -> None:
    draft.add("DOC", way="Входящий", kind="Запрос", title=title, author=shown(draft, ANALYST), number=number, day=day,
              counterpart="ФПО", due=due, personal="Нет", **cells)  # fmt: skip


def document_day(row: Row) -> date:
    """The day by which documents are numbered; a draft comes last."""
    return day_of(row, "day") if row.get("day") else TODAY
