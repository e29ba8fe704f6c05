"""X38, X39 and X51: papers are numbered and signed in order, given in time, and stand in their register."""

from datetime import date

import pytest

from config.settings import Settings
from config.thresholds import ThresholdsSection
from tests.text_tables import found, of_rule, scene
from validators.remark import Severity
from validators.rule import check
from validators.rules import RULES

HEAD = "Код | Направление | Вид | Заголовок | Статус | Исполнитель | Рег. № | Дата | Подписал | Дата подписания"
USUAL = {
    "code": "ДК-0001", "way": "Внутренний", "kind": "Приказ", "status": "Подписан", "number": "1-П", "day": "02.02.2026", "signer": "РП-0001", "signed": "02.02.2026",
}  # fmt: skip
LINE = "{code} | {way} | {kind} | Бумага {code} | {status} | РП-0001 | {number} | {day} | {signer} | {signed}"
STAFF = "Код | ФИО | Должность | Роль | Документы в компетенции подписи\nРП-0001 | Орлова Вера Ильинична | Руководитель | R1 Руководитель | {first}\nРП-0002 | Гусев Пётр Олегович | Методист | Иная |"
KINDS = "Вид документа | Срок, рабочих дней\nПриказ |\nПисьмо |\nЗапрос | 5\nДоклад |"


def papers(*rows: dict[str, str], first: str = "Приказ; Доклад") -> dict[str, str]:
    lines = [LINE.format(**(USUAL | row)) for row in rows]
    return {"DOC": "\n".join([HEAD, *lines]), "STAFF": STAFF.format(first=first), "DOCKIND": KINDS}


@pytest.mark.parametrize(
    ("row", "column"),
    [
        ({"status": "Проект"}, "Рег. №"),
        ({"status": "На согласовании", "number": ""}, "Дата"),
        ({"status": "На согласовании", "number": "", "day": ""}, "Дата подписания"),
        ({"signer": "РП-0002"}, "Подписал"),
        ({"kind": "Письмо"}, "Подписал"),
        ({"kind": "Доклад", "status": "Отправлен", "signer": ""}, "Подписал"),
    ],
)
def test_a_paper_out_of_order_is_remarked_once(row: dict[str, str], column: str) -> None:
    assert of_rule("X38", papers(row)) == [("ДК-0001", column)]


@pytest.mark.parametrize(
    "row",
    [
        {},
        {"status": "Проект", "number": "", "day": "", "signed": ""},
        {"status": "Проект", "way": "Входящий"},
        {"kind": "Доклад", "status": "Отправлен"},
        {"kind": "Доклад", "status": "Подписан", "signer": ""},
        {"kind": "Приказ", "signer": ""},
        {"signer": "Губернатор"},
        {"signer": "РП-0777"},
        {"kind": "Письмо", "status": "Ошибочная запись"},
    ],
)
def test_a_paper_in_order_is_let_pass(row: dict[str, str]) -> None:
    assert of_rule("X38", papers(row)) == []


def test_nobody_is_blamed_while_the_right_to_sign_is_told_of_nobody() -> None:
    assert of_rule("X38", papers({"signer": "РП-0002"}, first="")) == []
    assert of_rule("X38", {"DOC": papers({"signer": "РП-0002"})["DOC"]}) == []


def test_a_number_is_not_given_twice_in_a_year() -> None:
    again = {"code": "ДК-0002", "day": "03.03.2026"}
    assert of_rule("X38", papers({}, again)) == [("ДК-0002", "Рег. №")]
    assert of_rule("X38", papers({}, again | {"day": "03.03.2025"})) == []
    assert of_rule("X38", papers({}, again | {"kind": "Доклад"})) == []
    assert of_rule("X38", papers({}, again | {"way": "Входящий"})) == []
    assert of_rule("X38", papers({}, again | {"number": "2-П"})) == []


def test_the_same_number_on_the_same_day_has_one_speaker() -> None:
    told = [code for code, row, _ in found(papers({}, {"code": "ДК-0002"})) if row == "ДК-0002"]
    assert "C05" in told
    assert "X38" not in told


REPORTS = "Код | Направление | Вид | Заголовок | Статус | Исполнитель | Рег. № | Дата | Корреспондент | Отчётный период/этап | Срок ответа | Ответ"
REPORT = "ДК-{n:04d} | Исходящий | {kind} | Отчёт {n} | {status} | РП-0001 | {n}-М | {day} | ФПО | {period} | |"
STAGES = "Код этапа | Название | Начало | Окончание | Закрыт с\nЭ1 | Набор | {start} | {end} | {closed}"
TERMS = "Вид документа | Срок, рабочих дней | Статус записи\n{kinds}"


def season(
    *reports: tuple[str, str, str, str],
    kinds: str = "Отчёт месячный | 5 |",
    start: str = "01.02.2026",
    end: str = "",
    closed: str = "",
) -> dict[str, str]:
    lines = [
        REPORT.format(n=n, kind=kind, period=period, status=status, day=day)
        for n, (kind, period, status, day) in enumerate(reports, 1)
    ]
    return {
        "DOC": "\n".join([REPORTS, *lines]),
        "DOCKIND": TERMS.format(kinds=kinds),
        "STAGE": STAGES.format(start=start, end=end, closed=closed),
    }


KIND = "Вид документа"
MONTH, QUARTER, STAGE = "Отчёт месячный", "Отчёт квартальный", "Отчёт по этапу"
FEBRUARY = (MONTH, "2026-02", "Отправлен", "02.03.2026")
MARCH = (MONTH, "2026-03", "Отправлен", "03.04.2026")


@pytest.mark.parametrize(
    ("tables", "where"),
    [
        (season(FEBRUARY), (MONTH, KIND)),
        (season(), (MONTH, KIND)),
        (season(FEBRUARY, (MONTH, "2026-03", "Проект", "")), ("ДК-0002", "Статус")),
        (season((QUARTER, "2026", "Отправлен", "03.04.2026"), kinds=f"{QUARTER} | 5 |", start="01.01.2026"), (QUARTER, KIND)),
        (season(kinds=f"{STAGE} | 5 |", end="06.04.2026"), (STAGE, KIND)),
        (season((STAGE, "Э1", "На согласовании", ""), kinds=f"{STAGE} | 5 |", end="01.02.2026", closed="06.04.2026"), ("ДК-0001", "Статус")),
    ],
)  # fmt: skip
def test_a_report_that_was_not_given_is_remarked_once(tables: dict[str, str], where: tuple[str, str | None]) -> None:
    assert of_rule("X39", tables) == [where]


@pytest.mark.parametrize(
    "tables",
    [
        season(FEBRUARY, MARCH),
        season(FEBRUARY, kinds=f"{MONTH} | 30 |"),
        season(FEBRUARY, kinds=f"{MONTH} | 5 | Завершена"),
        season(FEBRUARY, kinds="Письмо | 5 |"),
        season(kinds=f"{QUARTER} | 5 |"),
        season(kinds=f"{STAGE} | 5 |", end="10.04.2026"),
        season(kinds=f"{STAGE} | 5 |", end="01.02.2026", closed="02.02.2026"),
        season(start="02.03.2026"),
    ],
)
def test_a_report_that_was_given_or_is_not_due_is_let_pass(tables: dict[str, str]) -> None:
    assert of_rule("X39", tables) == []


def test_all_missing_periods_of_a_kind_are_told_in_one_remark_with_their_terms() -> None:
    (remark,) = (one for one in check(scene(season()), RULES) if one.code == "X39")
    assert "2026-02 (срок 06.03.2026), 2026-03 (срок 07.04.2026)" in remark.text


def test_without_a_term_of_its_own_a_kind_has_that_of_the_settings() -> None:
    tables = season(FEBRUARY, kinds=f"{MONTH} | |")
    assert of_rule("X39", tables, date(2026, 4, 7)) == []
    assert of_rule("X39", tables, date(2026, 4, 8)) == [(MONTH, KIND)]
    settings = Settings(thresholds=ThresholdsSection(report_days=2))
    assert of_rule("X39", tables, date(2026, 4, 3), settings) == [(MONTH, KIND)]


def test_a_report_given_late_is_only_for_information() -> None:
    late = (MONTH, "2026-03", "Отправлен", "10.04.2026")
    (remark,) = (one for one in check(scene(season(FEBRUARY, late)), RULES) if one.code == "X39")
    assert (remark.severity, remark.place.id) == (Severity.INFO, "ДК-0002")
    assert "рабочих дней: 3" in remark.text


REQUEST = "ДК-0008 | Входящий | Запрос | Сведения | {status} | РП-0001 | 17 | 02.03.2026 | {who} | | {due} | {answer}"
LETTER = "ДК-0009 | Исходящий | Письмо | Ответ | {status} | РП-0001 | 9 | {day} | ФПО | | |"


def request(
    answer: str = "", due: str = "10.03.2026", status: str = "Получен", who: str = "ФПО", letter: str = "Отправлен", day: str = "06.03.2026"
) -> dict[str, str]:  # fmt: skip
    rows = [REQUEST.format(status=status, who=who, due=due, answer=answer), LETTER.format(status=letter, day=day)]
    return {"DOC": "\n".join([REPORTS, *rows]), "DOCKIND": TERMS.format(kinds="Запрос | 5 |\nПисьмо | |")}


@pytest.mark.parametrize(
    ("tables", "severity"),
    [
        (request(), Severity.ERROR),
        (request("ДК-0009", letter="Проект"), Severity.ERROR),
        (request(status="Исполнен"), Severity.WARNING),
        (request("ДК-0009", day="12.03.2026"), Severity.INFO),
    ],
)
def test_a_request_of_the_federal_office_that_was_not_answered_in_time(
    tables: dict[str, str], severity: Severity
) -> None:
    told = [one for one in check(scene(tables), RULES) if one.code == "X39"]
    assert [(one.place.id, one.place.column, one.severity) for one in told] == [("ДК-0008", "Ответ", severity)]


@pytest.mark.parametrize(
    "tables",
    [
        request("ДК-0009"),
        request("ДК-0009", day=""),
        request("ДК-0009", letter="Проект", due="20.04.2026"),
        request(due="15.04.2026"),
        request(due=""),
        request(who="ОИВ"),
        request("ДК-0777"),
    ],
)
def test_a_request_answered_in_time_or_of_another_is_let_pass(tables: dict[str, str]) -> None:
    assert of_rule("X39", tables) == []


PLAN = "Код | Мероприятие | Вид | Этап | Ответственный | Начало (план) | Окончание (план) | Статус | Результат\nМР-0001 | Отчёт за март | {kind} | Э1 | РП-0001 | 01.03.2026 | 02.03.2026 | {status} | {result}"


def planned(result: str, kind: str = "Отчёт", status: str = "Исполнено", **paper: str) -> dict[str, str]:
    return papers(paper) | {"PLAN": PLAN.format(kind=kind, status=status, result=result)}


@pytest.mark.parametrize("tables", [planned("Отчёт направлен"), planned("ДК-0001", status="Исполнено", kind="Отчёт") | {"DOC": papers({"status": "Проект"})["DOC"]}])  # fmt: skip
def test_a_finished_report_without_a_document_is_remarked(tables: dict[str, str]) -> None:
    assert of_rule("X51", tables) == [("МР-0001", "Результат")]


@pytest.mark.parametrize(
    "tables",
    [
        planned("ДК-0001"),
        planned("1-П"),
        planned(""),
        planned("Отчёт направлен", status="В работе"),
        planned("Проведено", kind="Мероприятие"),
    ],
)
def test_a_report_with_its_document_or_not_finished_is_let_pass(tables: dict[str, str]) -> None:
    assert of_rule("X51", tables) == []
