"""«Замечания»: causes first, then rows; for everybody by code, for each employee in a workbook of his own."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from reports import wording
from reports.causes import Cause, above_info, causes, in_order
from reports.facts import Facts
from reports.leave_lines import HOW
from reports.naming import REMARKS as REMARKS_FILE
from reports.naming import head_of, post_of, sees_names, staff, workbook_of
from reports.reader import Reader
from reports.remark_lines import Lines, page_of
from reports.report import Block, Recipe, Report, Words
from validators.attendance import back_on, is_away, substitute_of
from validators.leave import Ruling
from validators.remark import Remark, Severity

TAB = "Замечания"
NOBODYS = "Без ответственного"
LATER = "Позже"
DECISIONS = "Решения руководителя"


def compose(facts: Facts) -> tuple[Report, ...]:
    """The workbook for all, and one for each employee."""
    return (_common(facts), *_nobodys(facts), *_own_workbooks(facts))


REMARKS = Recipe("Замечания", compose)


def _common(facts: Facts) -> Report:
    reader, open_remarks = Reader(facts), above_info(facts.remarks)
    groups, informing, silent = causes(open_remarks), _informing(facts.remarks), in_order(facts.silent)
    summary = Words(f"{_summary(open_remarks, groups)}{_left(silent)}")
    words = (_title("Замечания"), _as_of(facts), summary, *_how([*open_remarks, *silent]))
    return Report(REMARKS_FILE, TAB, page_of(reader, words, Lines(groups, in_order(open_remarks), silent, informing)))


def _nobodys(facts: Facts) -> tuple[Report, ...]:
    mine = [remark for remark in above_info(facts.remarks) if remark.owner is None]
    advice = _APPOINT if mine else "У каждого замечания есть ответственный."
    words = (_title("Замечания без ответственного"), _as_of(facts), Words(advice), *_how(mine))
    return (Report(REMARKS_FILE, NOBODYS, page_of(Reader(facts), words, Lines(causes(mine), in_order(mine)))),)


def _own_workbooks(facts: Facts) -> tuple[Report, ...]:
    owners = [*staff(facts.scene.office, facts.today)]
    told = [remark for remark in (*facts.remarks, *facts.silent) if remark.owner]
    owners += sorted({remark.owner for remark in told if remark.owner and remark.owner not in owners})
    return tuple(report for owner in owners for report in _own(facts, owner))


def _own(facts: Facts, owner: str) -> tuple[Report, ...]:
    office = facts.scene.office
    head = owner == head_of(office, facts.today)
    reader, workbook = Reader(facts, sees_names(office, owner), own=True, head=head), workbook_of(office, owner)
    post = post_of(office, owner)
    remarks = [remark for remark in facts.remarks if remark.owner == owner]
    silent = in_order([remark for remark in facts.silent if remark.owner == owner])
    dose = dosed(facts, remarks)
    rows = [one for cause in dose.now for one in in_order(cause.remarks)]
    portion = Words(f"{_portion(dose)}{_left(silent)}{absence(facts, owner, remarks)}")
    top = (_title(f"Замечания: {post}"), _as_of(facts), portion, *_how([*rows, *silent]))
    rest = (_title(f"Позже: {post}"), _as_of(facts), Words(_LATER_WORDS), *_how(dose.later))
    later = Lines(causes(dose.later), in_order(dose.later), informing=_informing(remarks))
    tabs = [(TAB, page_of(reader, top, Lines(dose.now, rows, silent))), (LATER, page_of(reader, rest, later))]
    decisions = _decisions(reader, owner) if head else ()
    tabs += [(DECISIONS, decisions)] if decisions else []
    return tuple(Report(workbook, tab, blocks, local=True) for tab, blocks in tabs)


def _decisions(reader: Reader, head: str) -> tuple[Block, ...]:
    """What only the head may leave as it is: what others ask for, and what he has left; nothing without these."""
    facts = reader.facts
    asked = [one for one in facts.remarks if one.owner != head and _asks_head(facts, one)]
    left = [one for one in facts.silent if one.owner != head and facts.ruled[one.fingerprint].leave.by_head]
    if not asked and not left:
        return ()
    count = wording.counted(len(asked), "замечание", "замечания", "замечаний")
    summary = f"Ждёт вашего решения: {count}." if asked else "Решать нечего."
    words = (_title("Решения руководителя"), _as_of(facts), Words(f"{summary} {_DECISIONS_WORDS}"))
    return page_of(reader, words, Lines(rows=in_order(asked), silent=in_order(left)))


def _asks_head(facts: Facts, remark: Remark) -> bool:
    ruled = facts.ruled.get(remark.fingerprint)
    return ruled is not None and ruled.ruling is Ruling.ASKS_HEAD


_DECISIONS_WORDS = (
    "Сюда попадают замечания «Строка не учтена», рядом с которыми сотрудник вписал причину. Согласны — впишите причину "
    "и срок; тогда замечание замолчит, но строка останется неучтённой. Не согласны — ничего не делайте."
)
_APPOINT = "Назначьте ответственного: дайте сотруднику роль, которая ведёт этот реестр («Состав и обязанности РПО»)."
_LATER_WORDS = "Это не срочно: беритесь, когда лист «Замечания» пуст. Старые замечания попадают на него понемногу."


@dataclass(frozen=True)
class Dose:
    """What an employee mends now, by cause, and what may wait."""

    now: tuple[Cause, ...]
    later: tuple[Remark, ...]


def dosed(facts: Facts, remarks: Sequence[Remark]) -> Dose:
    """Now: mistakes of today, other new ones, a few old causes. Later: more old ones, warnings (decisions.md 25)."""
    urgent = [remark for remark in remarks if remark.severity in {Severity.CRITICAL, Severity.ERROR}]
    fresh = causes(remark for remark in urgent if not remark.old)
    fresh.sort(key=lambda cause: all(remark.since != facts.today for remark in cause.remarks))
    old = causes(remark for remark in urgent if remark.old)[: facts.scene.settings.limits.old_causes_a_day]
    now = (*fresh, *old)
    shown = {id(remark) for cause in now for remark in cause.remarks}
    return Dose(now, tuple(remark for remark in above_info(remarks) if id(remark) not in shown))


def absence(facts: Facts, owner: str, remarks: Sequence[Remark]) -> str:
    """Told to one who stands in for somebody whose remarks these are; and to one who is away himself."""
    office = facts.scene.office
    by_post = Counter(one.instead_of for one in remarks if one.instead_of)
    told = "; ".join(f"{post_of(office, code)} — {wording.whole(count)}" for code, count in sorted(by_post.items()))
    words = f" Из них за тех, кто отсутствует: {told}." if told else ""
    table = office.tables.get("STAFF")
    index = table.index_of.get(owner) if table is not None else None
    if table is None or index is None or not is_away(table, index, facts.today):
        return words
    other = substitute_of(table, index, facts.today)
    back = wording.day(back_on(table, index, facts.today))
    whose = f"замечания получает {post_of(office, table.ids[other])}" if other is not None else "замещающего нет"
    return f"{words} Сотрудник отсутствует, выходит {back}: {whose}."


def _how(remarks: Sequence[Remark]) -> tuple[Words, ...]:
    return (Words(HOW),) if remarks else ()


def _left(silent: Sequence[Remark]) -> str:
    """How many remarks are silent because staff left them."""
    return f" Оставлено как есть: {wording.whole(len(silent))}." if silent else ""


def _title(text: str) -> Words:
    return Words(text, "title")


def _as_of(facts: Facts) -> Words:
    return Words(f"По состоянию на {wording.day(facts.today)}", "subtitle")


def _summary(remarks: Sequence[Remark], groups: Sequence[Cause]) -> str:
    if not remarks:
        return "Замечаний нет."
    total = wording.counted(len(remarks), "замечание", "замечания", "замечаний")
    reasons = wording.counted(len(groups), "причина", "причины", "причин")
    kept_out = sum(cause.rows for cause in groups if any(one.keeps_out for one in cause.remarks))
    rows = wording.agreed(kept_out, "строка не учтена", "строки не учтены", "строк не учтено")
    out = f", из-за них {wording.whole(kept_out)}{wording.NBSP}{rows}" if kept_out else ""
    return f"Всего {total}, {reasons}{out}. Начните с верхних: сначала причины, ниже строки по одной."


def _portion(dose: Dose) -> str:
    if not dose.now:
        return "На сегодня исправлять нечего." + (" Будет время — загляните на лист «Позже»." if dose.later else "")
    tasks = wording.counted(len(dose.now), "причина", "причины", "причин")
    rows = wording.whole(sum(len(cause.remarks) for cause in dose.now))
    return f"На сегодня {tasks}, замечаний: {rows}. Сначала новое, затем немного старого; остальное на листе «Позже»."


def _informing(remarks: Sequence[Remark]) -> list[Cause]:
    return causes(remark for remark in remarks if not remark.asks)
