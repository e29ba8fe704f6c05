"""«Замечания»: causes first, then rows; for everybody by code, for each employee in a workbook of his own."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from reports import wording
from reports.causes import Cause, above_info, causes, in_order
from reports.naming import post_of, sees_names, staff
from reports.remark_lines import Reader, listing_of
from reports.report import Facts, Recipe, Report, Words
from validators.office import Office
from validators.remark import Remark, Severity

WORKBOOK = "Замечания"
TAB = "Замечания"
NOBODYS = "Без ответственного"
LATER = "Позже"
_FORBIDDEN = re.compile(r'[\\/:*?"<>|\x00-\x1f]+')


def compose(facts: Facts) -> tuple[Report, ...]:
    """The workbook for all, and one for each employee."""
    return (_common(facts), *_nobodys(facts), *_own_workbooks(facts))


REMARKS = Recipe("Замечания", compose)


def _common(facts: Facts) -> Report:
    reader = Reader(facts)
    open_remarks = above_info(facts.remarks)
    listing = listing_of(reader, causes(open_remarks), in_order(open_remarks), _informing(facts.remarks))
    words = (_title("Замечания"), _as_of(facts), Words(_summary(open_remarks, causes(open_remarks))))
    return Report(WORKBOOK, TAB, (*words, listing))


def _nobodys(facts: Facts) -> tuple[Report, ...]:
    mine = [remark for remark in above_info(facts.remarks) if remark.owner is None]
    advice = _APPOINT if mine else "У каждого замечания есть ответственный."
    listing = listing_of(Reader(facts), causes(mine), in_order(mine), ())
    return (Report(WORKBOOK, NOBODYS, (_title("Замечания без ответственного"), _as_of(facts), Words(advice), listing)),)


def _own_workbooks(facts: Facts) -> tuple[Report, ...]:
    owners = [*staff(facts.scene.office, facts.today)]
    owners += sorted({remark.owner for remark in facts.remarks if remark.owner and remark.owner not in owners})
    mine: dict[str, list[Remark]] = {owner: [] for owner in owners}
    for remark in facts.remarks:
        if remark.owner:
            mine[remark.owner].append(remark)
    return tuple(report for owner, remarks in mine.items() for report in _own(facts, owner, remarks))


def _own(facts: Facts, owner: str, remarks: Sequence[Remark]) -> tuple[Report, Report]:
    office = facts.scene.office
    reader, workbook = Reader(facts, sees_names(office, owner), own=True), workbook_of(office, owner)
    post = post_of(office, owner)
    dose = dosed(facts, remarks)
    rows = [one for cause in dose.now for one in in_order(cause.remarks)]
    top = (_title(f"Замечания: {post}"), _as_of(facts), Words(_portion(dose)))
    rest = (_title(f"Позже: {post}"), _as_of(facts), Words(_LATER_WORDS))
    later = listing_of(reader, causes(dose.later), in_order(dose.later), _informing(remarks))
    return (
        Report(workbook, TAB, (*top, listing_of(reader, dose.now, rows, ())), local=True),
        Report(workbook, LATER, (*rest, later), local=True),
    )


_APPOINT = "Назначьте ответственного: дайте сотруднику роль, которая ведёт этот реестр («Состав и обязанности РПО»)."
_LATER_WORDS = "Это не срочно: беритесь, когда лист «Замечания» пуст. Старые замечания попадают на него понемногу."


def workbook_of(office: Office, owner: str) -> str:
    """«Замечания — <должность>»: no name of a person, no character that a file name can't hold."""
    table = office.tables.get("STAFF")
    posts = [] if table is None else [_fit_for_file(str(table.values["post"][index] or "")) for index in table.counted]
    own = _fit_for_file(post_of(office, owner).removesuffix(f" ({owner})"))
    alike = sum(post.casefold() == own.casefold() for post in posts)
    return f"{WORKBOOK} — {own or owner}" + (f" ({owner})" if alike > 1 and own else "")


def _fit_for_file(post: str) -> str:
    return " ".join(_FORBIDDEN.sub(" ", post).split())[:80].strip(". ")


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
