"""Faults in papers: numbers, signatures, reports that were not given, answers that were not sent."""

from collections.abc import Iterator

from config.registers.document_kinds import REPORTS
from sync.demo.crossing.ground import Broken, Change, Crossing, Ground, TypedRow, day

_WAITING = ("Проект", "На согласовании")
_SENT = "Отправлен"


def _is_report(row: TypedRow) -> bool:
    return row["kind"] in REPORTS and row["status"] == _SENT


def _early_number(ground: Ground) -> Broken:
    return ground.change("DOC", ground.take("DOC", lambda row: row["status"] in _WAITING), "number", "77-П")


def _no_signer(ground: Ground) -> Broken:
    return ground.change("DOC", ground.take("DOC", _is_report), "signer", None)


def _no_right_to_sign(ground: Ground) -> Broken:
    row = ground.take("DOC", _is_agreement)
    other = next(one for one in ground.rows["STAFF"] if not one["signs"] and not one["until"])
    return ground.change("DOC", row, "signer", ground.keep("STAFF", other["id"])["id"])


def _number_again(ground: Ground) -> Broken:
    row = ground.take("DOC", lambda one: _is_agreement(one) and any(_earlier(ground, one)))
    first = next(_earlier(ground, row))
    return ground.change("DOC", row, "number", ground.keep("DOC", first["id"])["number"])


def _is_agreement(row: TypedRow) -> bool:
    return row["kind"] == "Соглашение" and row["status"] == "Подписан"


def _earlier(ground: Ground, row: TypedRow) -> Iterator[TypedRow]:
    """Agreements of the same year before this one."""
    for one in filter(_is_agreement, ground.rows["DOC"]):
        first, second = day(one, "day"), day(row, "day")
        if first < second and first.year == second.year and ground.is_whole("DOC", one):
            yield one


def _report_not_given(ground: Ground) -> Broken:
    row = ground.take("DOC", lambda one: _is_report(one) and one["kind"] == "Отчёт квартальный")
    right = row["period"]
    assert isinstance(right, str)  # noqa: S101  the generator's own promise, not a check of data
    row["period"] = right[:4]
    return Broken("DOCKIND", ground.keep("DOCKIND", row["kind"]), "id", Change("DOC", row, "period", right))


def _answer_not_told(ground: Ground) -> Broken:
    row = ground.take("DOC", lambda one: one["kind"] == "Запрос" and one["status"] == "Исполнен")
    return ground.change("DOC", row, "answer", None)


def _request_open(ground: Ground) -> Broken:
    row = ground.take("DOC", lambda one: one["kind"] == "Запрос" and one["status"] == "Получен")
    return ground.change("DOC", row, "due", day(row, "day"), remarked="answer")


def _report_without_paper(ground: Ground) -> Broken:
    row = ground.take("PLAN", lambda one: one["kind"] == "Отчёт" and one["status"] == "Исполнено")
    return ground.change("PLAN", row, "result", "Отчёт направлен почтой")


PAPERS = (
    Crossing("X39", "request without an answer", _request_open),
    Crossing("X39", "answer is not told", _answer_not_told),
    Crossing("X39", "report of a quarter is not given", _report_not_given),
    Crossing("X38", "number before the signature", _early_number),
    Crossing("X38", "report without a signer", _no_signer),
    Crossing("X38", "signed without the right", _no_right_to_sign),
    Crossing("X38", "number twice in a year", _number_again),
    Crossing("X51", "finished report without a document", _report_without_paper),
)
