"""Papers: their numbers and signatures, reports of periods, answers to the federal office."""

from collections.abc import Iterator
from typing import Any

from config.calendar import working_days_between
from config.registers.document_kinds import REPORTS
from validators.counting.count import days
from validators.counting.papers import (
    DRAFTED,
    OF_STAGE,
    PRESENTED,
    Owed,
    Request,
    federal_requests,
    reports_owed,
)
from validators.counting.signing import beyond_competence
from validators.office import Scene, Table
from validators.remark import Severity
from validators.rule import Complaint, RowOf, rule

_INCOMING = "Входящий"
_DONE = "Исполнен"
_SENT = ("Отправлен", _DONE)


@rule("X38", Severity.ERROR, "Номер и дата — у подписанного, подпись — в пределах компетенции", needs=("DOC",))
def documents_are_numbered_and_signed_in_order(scene: Scene) -> Iterator[Complaint]:
    """Проверьте статус, номер и подпись документа: номер дают после подписания, подписывает тот, кому это поручено."""
    table = scene.office.tables["DOC"]
    beyond = set(beyond_competence(scene.office))
    for index in table.counted:
        status, kind = table.values["status"][index], table.values["kind"][index]
        if status in DRAFTED:
            yield from _too_early(table, index)
        elif status in PRESENTED:
            if index in beyond:
                yield _signed_by(table, index)
            if kind in REPORTS and status in _SENT and _blank(table, index, "signer"):
                text = f"«{kind}» отправлен, а кто подписал, не указано."
                yield Complaint(RowOf(table, index), "signer", text, "Впишите подписавшего и дату подписания.")
    yield from _repeated_numbers(table)


def _too_early(table: Table[Any], index: int) -> Iterator[Complaint]:
    if table.values["way"][index] == _INCOMING:
        return
    for name in ("number", "day", "signed"):
        if table.values[name][index] is not None:
            heading, status = table.register.by_field[name].heading, table.values["status"][index]
            text = f"Документ не подписан (статус «{status}»), а «{heading}» уже вписано."
            yield Complaint(RowOf(table, index), name, text, "Исправьте статус или очистите ячейку до подписания.")
            return


def _signed_by(table: Table[Any], index: int) -> Complaint:
    text = (
        f"Документ вида «{table.values['kind'][index]}» подписан {table.values['signer'][index]}, "
        "а такие документы ему подписывать не поручено."
    )
    advice = "Исправьте подписавшего или дополните его «Документы в компетенции подписи»."
    return Complaint(RowOf(table, index), "signer", text, advice)


def _repeated_numbers(table: Table[Any]) -> Iterator[Complaint]:
    """The same kind and number twice in a year; on one day the key repeats, and another rule tells it."""
    seen: dict[tuple[object, str, int], tuple[int, object]] = {}
    kinds, numbers, ways, dated = (*(table.values[name] for name in ("kind", "number", "way")), days(table, "day"))
    for index in table.counted:
        number, day = numbers[index], dated[index]
        if kinds[index] is None or not isinstance(number, str) or day is None or ways[index] == _INCOMING:
            continue
        first = seen.setdefault((kinds[index], number.casefold(), day.year), (index, day))
        if first[0] != index and first[1] != day:
            text = f"Номер «{number}» в {day.year} году уже есть у документа {table.ids[first[0]]} того же вида."
            yield Complaint(RowOf(table, index), "number", text, "Проверьте номер: в году он не повторяется.")


@rule("X39", Severity.ERROR, "Отчёты сданы за каждый период, на запросы ФПО отвечено в срок", needs=("DOC", "DOCKIND"))
def reports_and_answers_are_in_time(scene: Scene) -> Iterator[Complaint]:
    """Сдайте отчёт или ответ и внесите документ в «Документы и переписку с ФПО»: вид, период, дату и статус."""
    owed = reports_owed(scene.office, scene.settings, scene.today)
    yield from _missing_reports(scene, owed)
    for one in owed:
        if one.is_late and one.row is not None and one.presented is not None:
            late = working_days_between(one.deadline, one.presented)
            text = f"«{one.kind}» за {one.period} сдан позже срока ({one.deadline:%d.%m.%Y}), рабочих дней: {late}."
            yield Complaint(RowOf(scene.office.tables["DOC"], one.row), "day", text, _PAST, Severity.INFO)
    for request in federal_requests(scene.office):
        yield from _answer(scene, request)


_PAST = "Делать ничего не нужно, если дата верна."


def _missing_reports(scene: Scene, owed: list[Owed]) -> Iterator[Complaint]:
    papers, kinds = scene.office.tables["DOC"], scene.office.tables["DOCKIND"]
    absent: dict[str, list[str]] = {}
    for one in owed:
        if not one.is_missing(scene.today):
            continue
        if one.draft is not None:
            text = f"«{one.kind}» за {one.period} ещё не сдан, срок был {one.deadline:%d.%m.%Y}."
            yield Complaint(RowOf(papers, one.draft), "status", text)
        elif not (one.kind == OF_STAGE and _is_closed(scene, one.period)):
            absent.setdefault(one.kind, []).append(f"{one.period} (срок {one.deadline:%d.%m.%Y})")
    for kind, periods in absent.items():
        text = f"В «Документах и переписке с ФПО» нет документа «{kind}» за: {', '.join(periods)}."
        advice = "Внесите сданный отчёт с его периодом; если таких отчётов офис не сдаёт, завершите этот вид документа."
        yield Complaint(RowOf(kinds, kinds.index_of[kind]), "id", text, advice)


def _is_closed(scene: Scene, stage: str) -> bool:
    """The report of a closed stage is asked for by another rule (X36)."""
    table = scene.office.tables["STAGE"]
    return table.values["closed"][table.index_of[stage]] is not None


def _answer(scene: Scene, request: Request) -> Iterator[Complaint]:
    table, row = scene.office.tables["DOC"], RowOf(scene.office.tables["DOC"], request.row)
    if request.answer is not None:
        if request.answered is not None and request.answered > request.due:
            late = working_days_between(request.due, request.answered)
            text = f"На запрос ответили позже срока ({request.due:%d.%m.%Y}), рабочих дней: {late}."
            yield Complaint(row, "answer", text, _PAST, Severity.INFO)
        return
    if not table.is_blank(request.row, "answer"):
        at = table.index_of.get(str(table.values["answer"][request.row]))
        if at is not None and request.due < scene.today:
            text = f"Срок ответа был {request.due:%d.%m.%Y}, а ответ {table.ids[at]} ещё не отправлен."
            yield Complaint(row, "answer", text)
    elif table.values["status"][request.row] == _DONE:
        text = "Запрос исполнен, а каким документом ответили, не указано: срок ответа не проверить."
        yield Complaint(row, "answer", text, "Впишите код исходящего документа.", Severity.WARNING)
    elif request.due < scene.today:
        yield Complaint(row, "answer", f"Ответа на запрос нет, срок был {request.due:%d.%m.%Y}.")


@rule("X51", Severity.ERROR, "Отправленный отчёт есть среди документов", needs=("PLAN", "DOC"))
def a_finished_report_is_among_documents(scene: Scene) -> Iterator[Complaint]:
    """Внесите отчёт в «Документы и переписку с ФПО» и впишите его код в «Результат» плана."""
    plan, papers = scene.office.tables["PLAN"], scene.office.tables["DOC"]
    kinds, states, results = (plan.values[name] for name in ("kind", "status", "result"))
    for index in plan.counted:
        result = results[index]
        if kinds[index] != "Отчёт" or states[index] != "Исполнено" or not isinstance(result, str):
            continue
        at = papers.index_of.get(result)
        if at is None:
            text = "Отчёт в плане исполнен, а документа о нём нет: в «Результате» не код документа."
            yield Complaint(RowOf(plan, index), "result", text)
        elif papers.values["status"][at] in DRAFTED:
            text = f"Отчёт в плане исполнен, а документ {result} ещё не подписан ({papers.values['status'][at]})."
            yield Complaint(RowOf(plan, index), "result", text, "Исправьте статус документа или мероприятия.")


def _blank(table: Table[Any], index: int, name: str) -> bool:
    return name not in table.missing and table.is_blank(index, name)
