"""«Сделать сейчас» as it should be: the deeds of the head, what he typed and nobody has done yet, what came of it."""

from collections.abc import Callable, Iterator, Mapping, Sequence

from reports import wording
from reports.now import ASKED, Line, now_report
from reports.report import Report, Slot
from sync.before import Before, Fate, Hold, Wished
from sync.deeds import DEEDS
from sync.deeds.accept import held, waiting_of
from sync.deeds.deed import Ask, Choice, Deed
from sync.deeds.periods import closed, closed_before
from sync.desk import Desk
from sync.now.place import FILE
from sync.now.rows import Row, mark_of, rows_of
from sync.page.roles import Role, may

HEADS = tuple(one for one in DEEDS if may(Role.HEAD, one.key))
"""The deeds of the tab: those that the page gives to the head."""

_Lists = Mapping[Callable[[Desk], Sequence[Choice]], Sequence[Choice]]
"""The answers to choose from that an update knows better than the history does yet."""


def now_tab(desk: Desk, before: Before, holds: Sequence[Hold]) -> Report:
    """The tab. What stands in it is read first: what nobody has heard yet is written again as it was."""
    rows = rows_of(desk.shelves.present(FILE))
    lists: _Lists = {held: waiting_of(holds), closed: closed_before(before)}
    return now_report([_line(deed, rows.get(deed.key), before.wishes, desk, lists) for deed in HEADS])


def _line(deed: Deed, row: Row | None, wishes: Sequence[Wished], desk: Desk, lists: _Lists) -> Line:
    own = [one for one in wishes if one.deed == deed.key]
    after = max((one.number for one in own if one.settled is not None), default=0)
    asked, go, mark = _left(row, {one.id: one.fate for one in own}, after)
    slots = [
        Slot(words, tuple(one.words for one in _offered(ask, desk, lists)), _hint(ask))
        for ask, words in zip(deed.asks, asked, strict=False)
    ]
    told = _told(own[-1], row) if own else ""
    return Line(deed.title, "\n".join(_how(deed)), slots, go, told, mark_of(deed.key, mark))


def _left(row: Row | None, fates: Mapping[str, Fate], after: int) -> tuple[Sequence[str], str, int]:
    """What stays in the cells, under «Выполнить», and the number in the mark.

    A wish that nobody has heard keeps its mark, and so stays the same wish; one that was refused may be mended, and one
    typed after what this history does not know must be confirmed.
    """
    blank = ("",) * len(ASKED)
    if row is None:
        return blank, "", after
    if not row.is_wish or row.after > after:
        return row.asked, "" if row.is_wish else row.go, after
    match fates.get(row.id, Fate.BEGUN):
        case Fate.BEGUN:
            return row.asked, row.go, row.after
        case Fate.REFUSED:
            return row.asked, "", after
        case _:
            return blank, "", after


def _offered(ask: Ask, desk: Desk, lists: _Lists) -> Sequence[Choice]:
    if ask.choices is None:
        return ()
    known = lists.get(ask.choices)
    return ask.choices(desk) if known is None else known


def _how(deed: Deed) -> Iterator[str]:
    yield deed.what
    for number, ask in enumerate(deed.asks, start=1):
        yield f"{number}. {_hint(ask)}"


def _hint(ask: Ask) -> str:
    hint = ask.hint or ("Выберите из списка" if ask.choices is not None else "")
    inner = f"{hint[:1].lower()}{hint[1:]}".replace("например: ", "например ")
    words = f"{ask.label}: {inner}" if hint else ask.label
    return words if ask.required or "пусто" in inner else f"{words} (можно оставить пустым)"


def _told(last: Wished, row: Row | None) -> str:
    if last.settled is not None:
        return f"{wording.moment(last.settled)}\n{last.told}"
    begun = f"Начато {wording.moment(last.heard)}"
    if row is not None and row.id == last.id:
        return f"{begun}. Когда всё будет сделано, здесь появится, что получилось."
    return f"{begun}, итог неизвестен: работа оборвалась, а написанное в строке с тех пор изменилось. {_LOOK}"


_LOOK = "Посмотрите на листе «Состояние» и в журнале обновлений или спросите администратора, прежде чем повторять."
