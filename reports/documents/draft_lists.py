"""The draft lists of a meeting: mentors, sites, institutions, priorities, stages and the agenda, a table a question."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from reports.documents.readiness import READY, lacks_in_words
from reports.facts import Facts
from reports.head.waiting import waiting
from reports.naming import title_in
from reports.report import Field, Form, Listing, Value
from validators.counting.approvals import SUBJECTS, Subject
from validators.counting.consent import withdrawn_on
from validators.counting.count import days, references
from validators.counting.meetings import OF_AGENDA, OF_STAGES
from validators.office import Table

NUMBER = Field("№", 5, Form.WHOLE)
CODE = Field("Код", 11)
LACKS = Field("Чего не хватает", 34)
BUSY = Field("Уже работает", 20)
UNNAMED = "имя не указано: нет действующего согласия"
_EMPTY = "предложений нет"
_NOT_FOUND = "записи с этим кодом в реестре нет"
_SUBJECTS = {one.question: one for one in SUBJECTS}


@dataclass(frozen=True)
class _Shape:
    """The columns of a list and how a row fills them; `titles` — of the list when it is proposed, and when approved."""

    title: str
    fields: tuple[Field, ...]
    cells: Callable[[Facts, Table[Any], int], tuple[Value, ...]]


def draft_list(facts: Facts, code: str, objects: Sequence[str]) -> Listing:
    """The list of a question with the checks of each row; what works already without a decision is told."""
    shape, subject = _SHAPES[code], _SUBJECTS.get(code)
    busy = {one.table.ids[one.index]: one.busy for one in facts.once(waiting) if one.busy}
    is_busy = any(one in busy for one in objects)
    rows: list[tuple[Value, ...]] = []
    for number, (one, cells, index) in enumerate(_rows(facts, code, objects), 1):
        checks: list[Value] = [] if subject is None else [_checked(facts, subject, index)]
        rows.append((number, one, *cells, *checks, *([busy.get(one)] if is_busy else [])))
    more = ([] if subject is None else [LACKS]) + ([BUSY] if is_busy else [])
    return Listing(shape.title, (NUMBER, CODE, *shape.fields, *more), tuple(rows), _EMPTY)


def approved_list(facts: Facts, code: str, objects: Sequence[str]) -> Listing:
    """The same list as an appendix of the protocol: without the checks."""
    shape = _SHAPES[code]
    rows = [(number, one, *cells) for number, (one, cells, _) in enumerate(_rows(facts, code, objects), 1)]
    return Listing(shape.title, (NUMBER, CODE, *shape.fields), tuple(rows), _EMPTY)


def named_mentors(facts: Facts, objects: Sequence[str], *, checked: bool = True) -> Listing:
    """Mentors by name and post: this listing never leaves the machine but to the body that approves them.

    Who has not agreed to the processing of his data, or has taken it back, is not named.
    """
    fields = (NUMBER, CODE, Field("Фамилия, имя, отчество", 26), Field("Должность и место работы", 34), *_MENTORS)
    rows: list[tuple[Value, ...]] = []
    for number, (one, cells, index) in enumerate(_rows(facts, "C3", objects), 1):
        table = facts.scene.office.tables["MENT"]
        who = ("—", "—") if index is None else _who(facts, table, index)
        more = (_checked(facts, _SUBJECTS["C3"], index),) if checked else ()
        rows.append((number, one, *who, *cells, *more))
    return Listing(_SHAPES["C3"].title, (*fields, *((LACKS,) if checked else ())), tuple(rows), _EMPTY)


def not_ready(facts: Facts, code: str, objects: Sequence[str]) -> int:
    """How many of the list lack something."""
    subject = _SUBJECTS.get(code)
    if subject is None:
        return 0
    return sum(_checked(facts, subject, index) != READY for _, _, index in _rows(facts, code, objects))


def _checked(facts: Facts, subject: Subject, index: int | None) -> str:
    return _NOT_FOUND if index is None else lacks_in_words(facts, subject, index)


def _rows(facts: Facts, code: str, objects: Sequence[str]) -> list[tuple[str, tuple[Value, ...], int | None]]:
    """Each object with its cells and its place in the register; a code that is not there has dashes."""
    table, shape = facts.scene.office.tables.get(_KEYS[code]), _SHAPES[code]
    found: list[tuple[str, tuple[Value, ...], int | None]] = []
    for one in objects:
        index = None if table is None else table.index_of.get(one)
        known = table is not None and index is not None and index not in table.fallen
        cells = shape.cells(facts, table, index) if table is not None and index is not None and known else ()
        found.append((one, cells or ("—",) * len(shape.fields), index if known else None))
    return found


def _who(facts: Facts, table: Table[Any], index: int) -> tuple[str, str]:
    """The name and the post of one who has agreed to it."""
    if table.values["consent_on"][index] is None or withdrawn_on(table, index, facts.today):
        return UNNAMED, "—"
    parts = [str(table.values[name][index] or "") for name in ("surname", "name", "patronymic")]
    return " ".join(filter(None, parts)) or "—", _post(facts, table, index)


def _post(facts: Facts, table: Table[Any], index: int) -> str:
    work = table.values["organisation"][index]
    place = title_in(facts.scene.office.tables.get("ENT"), str(work)) or str(work or "")
    return ", ".join(filter(None, (str(table.values["post"][index] or ""), place))) or "—"


def _text(table: Table[Any], index: int, name: str) -> str:
    value = table.values[name][index]
    return "—" if value is None else str(value)


def _priorities(facts: Facts, table: Table[Any], index: int, name: str) -> str:
    known = facts.scene.office.tables.get("PRIORITY")
    return "; ".join(title_in(known, one) or one for one in references(table.values[name][index])) or "—"


def _priority(_facts: Facts, table: Table[Any], index: int) -> tuple[Value, ...]:
    return (_text(table, index, "title"), days(table, "since")[index], days(table, "until")[index])


def _site(facts: Facts, table: Table[Any], index: int) -> tuple[Value, ...]:
    places = [table.values[name][index] for name in ("places_tests", "places_internship")]
    return (
        _text(table, index, "title"),
        _text(table, index, "inn"),
        _text(table, index, "municipality"),
        _priorities(facts, table, index, "priorities"),
        _text(table, index, "site_kind"),
        *(one if isinstance(one, int) else "—" for one in places),
    )


def _mentor(facts: Facts, table: Table[Any], index: int) -> tuple[Value, ...]:
    return (_text(table, index, "category"), _text(table, index, "municipality"),
            _priorities(facts, table, index, "priorities"))  # fmt: skip


def _institution(facts: Facts, table: Table[Any], index: int) -> tuple[Value, ...]:
    return (
        _text(table, index, "title"),
        _text(table, index, "type"),
        _text(table, index, "municipality"),
        _priorities(facts, table, index, "trains"),
    )


def _stage(_facts: Facts, table: Table[Any], index: int) -> tuple[Value, ...]:
    return (_text(table, index, "title"), *(days(table, name)[index] for name in ("start", "end", "closed")))


def _of_agenda(_facts: Facts, table: Table[Any], index: int) -> tuple[Value, ...]:
    team = table.values["team"][index]
    return (
        f"команда {team}" if team else "участник",
        *(_text(table, index, name) for name in ("form", "level", "subject")),
    )


_MENTORS = (Field("Категория", 22), Field("Муниципалитет", 20), Field("Направления", 26))
_KEYS: Mapping[str, str] = {
    **{one.question: one.key for one in SUBJECTS},
    OF_STAGES: "STAGE",
    OF_AGENDA: "AGENDA",
}
_SHAPES: Mapping[str, _Shape] = {
    "C1": _Shape(
        "Приоритетные направления",
        (Field("Направление", 44), Field("Действует с", 13, Form.DATE), Field("Действует по", 13, Form.DATE)),
        _priority,
    ),
    "C2": _Shape(
        "Предприятия и площадки",
        (
            Field("Наименование", 32),
            Field("ИНН", 14),
            Field("Муниципалитет", 20),
            Field("Направления", 26),
            Field("Вид площадки", 18),
            Field("Мест: профпробы", 12, Form.WHOLE),
            Field("Мест: стажировка", 12, Form.WHOLE),
        ),
        _site,
    ),
    "C3": _Shape("Наставники", _MENTORS, _mentor),
    "C4": _Shape(
        "Образовательные организации",
        (Field("Наименование", 34), Field("Тип", 18), Field("Муниципалитет", 20), Field("Направления", 30)),
        _institution,
    ),
    OF_STAGES: _Shape(
        "Этапы, отчёты по которым рассматриваются",
        (
            Field("Этап", 36),
            Field("Начало", 13, Form.DATE),
            Field("Окончание", 13, Form.DATE),
            Field("Закрыт", 13, Form.DATE),
        ),
        _stage,
    ),
    OF_AGENDA: _Shape(
        "Предложено в региональную повестку",
        (Field("Кто", 18), Field("Форма", 34), Field("Уровень", 16), Field("Организация, сообщество, документ", 34)),
        _of_agenda,
    ),
}
