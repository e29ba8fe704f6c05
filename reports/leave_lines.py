"""«Оставить как есть» in a line of «Замечания»: what stands in the two columns of staff, and what is said of it."""

from datetime import date
from typing import NamedTuple

from reports import wording
from reports.naming import REMARKS, head_of, workbook_of
from reports.reader import Reader, is_own
from reports.report import Field, Form, Value
from reports.row_mark import REASON, UNTIL, RowMark, row_digest, shown_digest
from validators.leave import MOST_DAYS, Leave, Ruled, Ruling
from validators.remark import Remark

ASKS = "нужно решение руководителя"
"""Stands before the reason of a critical remark until the head has decided."""
BELOW = "впишите в строки ниже"
NOBODYS = "-"
"""The fingerprint of a line beside which nothing can be written."""
FIELDS = (Field(REASON, 30, typed=True), Field(UNTIL, 14, Form.DATE, typed=True))
HOW = (
    f"Если всё верно и исправлять нечего, впишите в строку замечания причину и срок (столбцы «{REASON}» и «{UNTIL}»): "
    f"замечание замолчит до этого числа, не дольше {MOST_DAYS} дней, или пока не изменится значение в ячейке. "
    f"Остальные столбцы не меняйте."
)


class Shown(NamedTuple):
    """What the two columns of staff hold."""

    reason: Value = None
    until: Value = None


def shown(reader: Reader, remark: Remark) -> Shown:
    """What stands beside a remark; empty when what was written does not hold any more, so that it is written anew."""
    ruled = reader.facts.ruled.get(remark.fingerprint)
    if ruled is None:
        return Shown()
    leave = ruled.leave
    match ruled.ruling:
        case Ruling.SILENT:
            return Shown(reason_of(reader, leave), leave.end)
        case Ruling.ASKS_HEAD if not reader.head:
            return Shown(f"{ASKS}: {reason_of(reader, leave)}", _typed(leave))
        case Ruling.ASKS_HEAD | Ruling.NO_REASON:
            return Shown(None, _typed(leave))
        case _:
            return Shown()


def mark(reader: Reader, remark: Remark, cells: list[tuple[str, Value]]) -> str:
    """The mark of a remark's line that says these cells, by their headings."""
    facts, fingerprint = reader.facts, remark.fingerprint
    ruled = facts.ruled.get(fingerprint)
    written = shown(reader, remark)
    return str(
        RowMark(
            fingerprint,
            facts.versions.get(fingerprint, 0),
            ruled.leave.number if ruled else 0,
            row_digest(cells),
            shown_digest(written.reason, written.until),
        )
    )


def blank_mark(cells: list[tuple[str, Value]], reason: Value) -> str:
    """The mark of a line beside which nothing can be written."""
    return str(RowMark(NOBODYS, 0, 0, row_digest(cells), shown_digest(reason, None)))


def advice(reader: Reader, remark: Remark) -> str:
    """What to do with the remark: what became of what was written beside it, then how to mend it."""
    ruled = reader.facts.ruled.get(remark.fingerprint)
    words = _words(reader, ruled) if ruled else ""
    return words if ruled and ruled.is_silent else f"{words} {remark.advice}".strip()


def _words(reader: Reader, ruled: Ruled) -> str:
    leave = ruled.leave
    old = f" (причина была: «{leave.reason}»)" if reader.may_read(leave) else ""
    asks = f"Такое замечание снимает только руководитель: он решит в книге «{_heads_book(reader)}»."
    if reader.head:
        asks = f"Просят оставить как есть: «{leave.reason}». Если согласны, впишите причину сами."
    words = {
        Ruling.SILENT: f"{_term(leave)} Передумали — сотрите причину.",
        Ruling.ASKS_HEAD: asks,
        Ruling.NO_REASON: "Чтобы оставить как есть, впишите причину: одной даты мало.",
        Ruling.EXPIRED: f"Срок «оставить как есть» прошёл {wording.day(leave.end)}{old}.",
        Ruling.CHANGED: f"Раньше оставили как есть{old}, но значение в ячейке с тех пор изменилось.",
    }
    return words.get(ruled.ruling, "")


def _term(leave: Leave) -> str:
    end = f"Оставлено как есть до {wording.day(leave.end)}"
    if leave.day is None and leave.until:
        return f"{end}: срок «{leave.until}» не прочитан, взято {MOST_DAYS} дней."
    if leave.day is None:
        return f"{end}: срок не указан, взято {MOST_DAYS} дней."
    if leave.day > leave.end:
        return f"{end}: дольше {MOST_DAYS} дней нельзя."
    return f"{end}."


def reason_of(reader: Reader, leave: Leave) -> str:
    """The reason, where this reader may read it."""
    return leave.reason if reader.may_read(leave) else "записано в книге сотрудника"


def _typed(leave: Leave) -> date | str | None:
    return leave.day or leave.until or None


def _heads_book(reader: Reader) -> str:
    office = reader.facts.scene.office
    head = head_of(office, reader.facts.today)
    return workbook_of(office, head) if head else f"{REMARKS} — руководитель"


def said_by(leave: Leave) -> str:
    """Who left the remark as it is, as a report for all says it."""
    if leave.by_head:
        return "руководитель"
    return "сотрудник, в своей книге" if is_own(leave.place) else "в общей книге"
