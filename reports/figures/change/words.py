"""An explained change in one Russian sentence: «Зачислено 182 → 187: +7 новых (2 — город Бийск); −2 выбыли»."""

from collections.abc import Callable, Mapping

from config.registers.record_state import MISTAKE
from reports import wording
from reports.figures.change.causes import ALTERED, APPEARED, EXCEPTED, REMOVED, REVOKED
from reports.figures.change.value import Cause, Change, Kind, Part
from reports.naming import tab_of
from validators.counting.count import Way
from validators.counting.people import LEFT

_DECIDED = {
    REVOKED: "отозвано решение",
    APPEARED: "есть решение",
    REMOVED: "удалено решение",
    EXCEPTED: "исключение в решении",
    ALTERED: "изменено решение",
}
_SHOWN = 4
_CODES = 3
_NOTHING = 0.005
_PEOPLE = frozenset({"SCH", "UNI", "MENT", "STAFF"})
_BECAME: Mapping[str, tuple[str, str, str]] = {
    "Участник": ("зачислен", "зачислены", "зачислены"),
    LEFT: ("выбыл", "выбыли", "выбыли"),
    "Завершил": ("завершил участие", "завершили участие", "завершили участие"),
    "Кандидат": ("возвращён в кандидаты", "возвращены в кандидаты", "возвращены в кандидаты"),
    "Не прошёл отбор": ("не прошёл отбор", "не прошли отбор", "не прошли отбор"),
    MISTAKE: ("ошибочная запись", "ошибочные записи", "ошибочных записей"),
}
"""What a status that people speak of as a deed is called, of one, of few and of many."""


def sentence(change: Change) -> str:
    """The whole sentence, at most four reasons of it by name, the largest first."""
    name, unit = _name(change), f"{wording.NBSP}%" if change.indicator.unit == "%" else ""
    was, now = _values(change, unit)
    if change.before.value is None and change.now.value is None:
        return wording.sentence(f"{name}: по-прежнему нет данных, {change.now.why}".rstrip(", "))
    if change.before.value is None:
        return wording.sentence(f"{name}: не было данных ({change.before.why}), стало {now}")
    if change.now.value is None:
        return wording.sentence(f"{name}: было {was}, теперь нет данных ({change.now.why})")
    shown = [part for part in change.parts if abs(part.value) >= _NOTHING] or list(change.parts[:1])
    if not shown:
        return wording.sentence(f"{name}: без изменений, {now}")
    told = "; ".join(phrase(change, part) for part in shown[:_SHOWN])
    return wording.sentence(f"{name} {was} → {now}: {told}{_rest(shown[_SHOWN:])}")


def phrase(change: Change, part: Part) -> str:
    """One part: how much it adds, how many rows, why, where: «−2 выбыли», «+0,3 (7 новых; 2 — город Бийск)»."""
    where = _where(part)
    if change.now.way is Way.NUMBER and not change.now.weights and part.ids and not change.before.weights:
        sign = "+" if part.value > 0 else wording.MINUS
        return f"{sign}{_reason(part)}{f' ({where})' if where else ''}"
    inside = f"{_reason(part)}; {where}" if where else _reason(part)
    return f"{_signed(part.value)} ({inside})"


def _name(change: Change) -> str:
    groups = ", ".join(change.cut.values())
    return f"{change.indicator.title} ({groups})" if groups else change.indicator.title


def _values(change: Change, unit: str) -> tuple[str, str]:
    """Both values, with a second digit where the first is the same."""
    was, now = (0.0 if one.value is None else one.value for one in (change.before, change.now))
    shown = wording.decimal if wording.decimal(was) != wording.decimal(now) or was == now else _finer
    return shown(was) + unit, shown(now) + unit


def _finer(number: float) -> str:
    return f"{number:.2f}".replace(".", ",").replace("-", wording.MINUS)


def _signed(number: float) -> str:
    """With a second digit where the first is nothing."""
    if abs(number) < _NOTHING:
        return "0"
    if abs(number) < 0.05:
        return f"+{_finer(number)}" if number > 0 else _finer(number)
    return wording.signed(number)


def _rest(left: list[Part]) -> str:
    if not left:
        return ""
    many = wording.counted(len(left), "причина", "причины", "причин")
    return f"; и ещё {many}: {_signed(sum(one.value for one in left))}"


def _where(part: Part) -> str:
    if part.place is None:
        return ""
    name, rows = part.place
    if rows == 1 < len(part.ids):
        return ""
    if rows < len(part.ids):
        return f"{wording.whole(rows)} — {name}"
    return name if rows == 1 else f"все — {name}"


def _reason(part: Part) -> str:
    """The number of rows and the reason."""
    many, cause = len(part.ids), part.cause
    number = f"{wording.whole(many)} "
    said = _COUNTED.get(cause.kind)
    if said is not None:
        return number + said(cause, many)
    return (f"{number}— " if many else "") + _PLAIN[cause.kind](part)


def _new(cause: Cause, many: int) -> str:
    if cause.register in _PEOPLE:
        return wording.agreed(many, "новый", "новых", "новых")
    return wording.agreed(many, "новая строка", "новые строки", "новых строк")


def _status(cause: Cause, many: int) -> str:
    if cause.now in _BECAME:
        return wording.agreed(many, *_BECAME[cause.now])
    return f"— «{cause.what}»: было «{cause.was}», стало «{cause.now}»"


_COUNTED: Mapping[Kind, Callable[[Cause, int], str]] = {
    Kind.NEW: _new,
    Kind.GONE: lambda _cause, many: wording.agreed(many, "строка удалена", "строки удалены", "строк удалено"),
    Kind.STATUS: _status,
    Kind.STARTED: lambda _cause, many: f"{wording.agreed(many, 'начал', 'начали', 'начали')} участвовать",
    Kind.LEFT: lambda _cause, many: wording.agreed(many, *_BECAME[LEFT]),
    Kind.FALLEN: lambda cause, many: (
        f"{wording.agreed(many, 'строка больше не учтена', 'строки больше не учтены', 'строк больше не учтено')}: "
        f"{_unread(cause)}"
    ),
    Kind.STANDS: lambda _cause, many: wording.agreed(
        many, "строка снова учтена", "строки снова учтены", "строк снова учтено"
    ),
}
"""Reasons that are said together with the number of rows."""

_PLAIN: Mapping[Kind, Callable[[Part], str]] = {
    Kind.DESTROYED: lambda _part: "уничтожены данные",
    Kind.PASSED: lambda _part: "наступил срок",
    Kind.TIME: lambda _part: "прошло время",
    Kind.ENDED: lambda _part: "истёк срок",
    Kind.CELL: lambda part: f"{part.cause.deed} {_heading(part.cause.what)}",
    Kind.DECISION: lambda part: f"{_DECIDED[part.cause.deed]}{_codes(part)}",
    Kind.TWICE: lambda part: f"тот же человек записан ещё раз{_codes(part, ':')}",
    Kind.OTHER_ROW: lambda part: f"изменения в «{tab_of(part.cause.what)}»{_codes(part, ':')}",
    Kind.EXPORT: lambda part: f"новая выгрузка: {_heading(part.cause.what)}",
    Kind.ANSWER: lambda _part: "ответ в «Соответствиях» или «Двойниках»",
    Kind.DATA: lambda part: _data(part.cause),
    Kind.QUALITY: lambda part: part.cause.what,
    Kind.OTHER: lambda _part: "прочее",
}
"""Reasons that follow the number of rows after a dash."""


def _unread(cause: Cause) -> str:
    return "повторный код" if cause.what == "Код" else f"не читается {_heading(cause.what)}"


def _heading(what: str) -> str:
    return f"«{what}»"


def _codes(part: Part, mark: str = "") -> str:
    if not part.by:
        return ""
    more = f" и ещё {len(part.by) - _CODES}" if len(part.by) > _CODES else ""
    return f"{mark} {', '.join(part.by[:_CODES])}{more}"


def _data(cause: Cause) -> str:
    if not cause.register:
        return cause.what
    return f"{'появился реестр' if cause.deed == APPEARED else 'больше нет реестра'} «{tab_of(cause.what)}»"
