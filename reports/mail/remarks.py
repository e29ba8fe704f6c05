"""Remarks in a letter: new ones by their causes, and those whose «оставить как есть» is over."""

from collections.abc import Mapping, Sequence
from datetime import date

from reports import wording
from reports.causes import Cause, above_info, causes
from reports.facts import Facts
from reports.mail.discreet import is_discreet
from reports.mail.letter import Line, Part, points
from reports.naming import row_of, tab_of
from reports.reader import Reader as Book
from reports.remark_lines import link_to
from reports.remarks import dosed
from reports.report import Link
from validators.catalogue import FAULTS
from validators.leave import Ruling
from validators.remark import Remark, consequence

_MOST_CAUSES, _MOST_ROWS = 8, 3
_OVER = {
    Ruling.EXPIRED: "срок, до которого замечание оставили как есть, вышел",
    Ruling.CHANGED: "значение в ячейке изменилось, и «оставить как есть» больше не действует",
}

Told = Mapping[str, date]
"""What a reader was told already → the last day on which he was."""


def fresh(facts: Facts, mine: Sequence[Remark], told: Told) -> tuple[Part | None, tuple[str, ...]]:
    """The part with remarks that the reader was not told since they are there, and the keys of all of them.

    Old ones come by a few causes a day, as in the tables; new ones that are not urgent are counted.
    """
    over = {one.fingerprint for one in _ran_out(facts, mine)}
    dose = dosed(facts, mine)
    urgent = [one for cause in dose.now for one in cause.remarks if _is_new(one, told, over)]
    calm = [one for one in dose.later if not one.old and _is_new(one, told, over)]
    if not urgent and not calm:
        return None, ()
    groups = causes(urgent)
    lines = tuple(line for cause in groups[:_MOST_CAUSES] for line in _cause(facts, cause))
    more = [_more_causes(groups[_MOST_CAUSES:])] if groups[_MOST_CAUSES:] else []
    more += [f"Не срочно, на листе «Позже»: {_remarks(len(calm))}."] if calm else []
    title = f"Новые замечания: {wording.whole(len(urgent))}" if urgent else "Новые замечания, не срочные"
    keys = tuple(dict.fromkeys(one.fingerprint for one in (*urgent, *calm)))
    return Part(title, lines, " ".join(more)), keys


def ran_out(facts: Facts, mine: Sequence[Remark], told: Told) -> tuple[Part | None, tuple[str, ...]]:
    """The part with remarks that speak again though somebody had left them as they are, each told once."""
    found = {_key_of(facts, one): one for one in _ran_out(facts, mine)}
    due = {key: one for key, one in found.items() if key not in told}
    if not due:
        return None, ()
    shown = [*due.values()][: _MOST_CAUSES * 2]
    lines = tuple(_line(facts, one, _OVER[facts.ruled[one.fingerprint].ruling]) for one in shown)
    more = f"{wording.sentence(points(len(due) - len(shown)))}" if len(due) > len(shown) else ""
    return Part(f"Снова ждут ответа: {wording.whole(len(due))}", lines, more), tuple(due)


def _ran_out(facts: Facts, mine: Sequence[Remark]) -> list[Remark]:
    return [
        one
        for one in above_info(mine)
        if one.fingerprint in facts.ruled and facts.ruled[one.fingerprint].ruling in _OVER
    ]


def _key_of(facts: Facts, remark: Remark) -> str:
    ruled = facts.ruled[remark.fingerprint]
    return f"{remark.fingerprint}:{ruled.ruling}:{ruled.leave.number}"


def _is_new(remark: Remark, told: Told, over: set[str]) -> bool:
    known = told.get(remark.fingerprint)
    again = known is None or (remark.since is not None and known < remark.since)
    return again and remark.fingerprint not in over


def _cause(facts: Facts, cause: Cause) -> list[Line]:
    if len(cause.remarks) == 1:
        return [_line(facts, cause.first)]
    place, column = cause.first.place, _column(cause.first)
    words = f"{tab_of(place.register)}{column}: {_said(facts, cause.what, cause.first)} {_advice(facts, cause)}"
    rows = [_row(facts, one) for one in cause.remarks[:_MOST_ROWS]]
    more = f" {points(len(cause.remarks) - _MOST_ROWS)}" if len(cause.remarks) > _MOST_ROWS else ""
    where, address = _where(facts, cause.first)
    count = f"{consequence(cause.first.code, cause.severity)}, {_remarks(len(cause.remarks))}"
    return [Line(f"{count}. {words.strip()}", f"Строки: {', '.join(rows)}{more}. Первая: {where}", address)]


def _line(facts: Facts, remark: Remark, why: str = "") -> Line:
    where, address = _where(facts, remark)
    head = f"{_row(facts, remark)}, {tab_of(remark.place.register)}{_column(remark)}"
    told = f"{consequence(remark.code, remark.severity)}. {head}: {_said(facts, remark.text, remark)}"
    told = f"{told} {remark.advice}" if is_discreet(facts, remark.advice) else told
    return Line(f"{told} {wording.sentence(why)}" if why else told, where, address)


def _row(facts: Facts, remark: Remark) -> str:
    for_whom = f" (за {remark.instead_of})" if remark.instead_of else ""
    return (row_of(facts.scene.office, remark.place) or "весь лист") + for_whom


def _column(remark: Remark) -> str:
    return f", «{remark.place.column}»" if remark.place.column else ""


def _said(facts: Facts, text: str, remark: Remark) -> str:
    """The words of the remark; the general ones of its rule when somebody is named in them."""
    fault = FAULTS.get(remark.code)
    if is_discreet(facts, text):
        return wording.sentence(text)
    return wording.sentence(fault.title if fault is not None else "Что не так, сказано в «Замечаниях»")


def _advice(facts: Facts, cause: Cause) -> str:
    return cause.advice if is_discreet(facts, cause.advice) else ""


def _where(facts: Facts, remark: Remark) -> tuple[str, str]:
    """Where the cell is, in words; and its address in the browser, "" for a file."""
    link = link_to(Book(facts), remark.place)
    if not isinstance(link, Link) or not link.file:
        return "", ""
    words = f"файл «{link.file}», лист «{link.tab}»" + (f", ячейка {link.cell}" if link.cell else "")
    return (words if is_discreet(facts, words) else ""), link.address


def _more_causes(rest: Sequence[Cause]) -> str:
    rows = sum(len(one.remarks) for one in rest)
    return f"И ещё {wording.counted(len(rest), 'причина', 'причины', 'причин')}: {_remarks(rows)}."


def _remarks(count: int) -> str:
    return wording.counted(count, "замечание", "замечания", "замечаний")
