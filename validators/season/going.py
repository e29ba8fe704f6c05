"""Which rows of the registers go on into the new season, and why the others stay behind."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property, partial
from typing import Any

from config.cells.grades import Grade
from config.registers.record_state import FINISHED
from validators.counting.approvals import INSTITUTIONS, INSTITUTIONS_AS_SITES, MENTORS, SITES, Subject, approvals
from validators.counting.count import references
from validators.counting.decisions import Decision, decisions
from validators.counting.people import PEOPLE
from validators.office import Office, Table

LAST_CLASS, LAST_COURSE = 11, 6
MAIN_QUESTION = "C0"
_TAKES_PART = ("Участник", "Кандидат")
_GONE = ("Отклонён", "Выбыл", "Исключена")
_DONE = ("Исполнено", "Снято с контроля")

Stays = Mapping[int, str]
"""Index of a row that stays behind → why."""

NOT_COUNTED = "черновики и ошибочные записи"
FAR = "стоят только в выгрузке другой системы"
OVER = "срок действия вышел"
NOT_APPROVED = "утверждение не действует на первый день сезона"
UNUSED = "не утверждены, и никто из участников там не учится"
_LEFT_OFFICE = "больше не работают"
_LAST_YEAR = "последний класс или курс"
_NO_LONGER = "завершили, выбыли, не прошли отбор"
_RAN_OUT = "решения прошлого сезона"
_OWNER_STAYS = "владелец страницы не переходит"


@dataclass(frozen=True)
class Going:
    """The old office on the eve of the season: what is known of the rows that go on.

    `ids` — register → ids that go on, of the registers looked at so far; `everyone` — rows whose approval has run out
    go on too.
    """

    office: Office
    first: date
    everyone: bool = False
    ids: Mapping[str, AbstractSet[str]] = field(default_factory=dict)

    @cached_property
    def schools(self) -> frozenset[str]:
        """The institutions where those study who go on."""
        tables = (self.office.tables[key] for key in PEOPLE if key in self.office.tables)
        return frozenset(one for table in tables for one in _schools(table, self.ids[table.register.key]))

    def has(self, keys: Iterable[str], row_id: str) -> bool:
        """The row of one of the registers goes on."""
        return any(row_id in self.ids.get(key, ()) for key in keys)

    def left_behind(self, keys: Sequence[str], row_id: str) -> bool:
        """The row stands in one of the registers of the old office and does not go on."""
        tables = self.office.tables
        return any(row_id in tables[key].index_of for key in keys if key in tables) and not self.has(keys, row_id)


def staying(key: str, going: Going) -> Stays:
    """The rows of a register that stay behind; only registers of `RULES` have any that don't."""
    table = going.office.tables[key]
    counted = set(table.counted)
    stays = {index: NOT_COUNTED for index in range(len(table)) if index not in counted}
    stays |= dict.fromkeys(table.from_exports, FAR)
    return stays | {index: why for index in table.kept if (why := RULES[key](table, index, going))}


def _listed(table: Table[Any], index: int, going: Going) -> str:
    """A row of a list, an employee's too, goes on until it is finished or its last day is past."""
    until = table.values["until"][index] if "until" in table.values else None
    if table.values["state"][index] == FINISHED or (isinstance(until, date) and until < going.first):
        return _LEFT_OFFICE if table.register.key == "STAFF" else OVER
    return ""


def _takes_part(table: Table[Any], index: int, _going: Going) -> str:
    if table.values["status"][index] not in _TAKES_PART:
        return _NO_LONGER
    grade = table.values["grade"][index]
    if not isinstance(grade, Grade):
        return ""
    return _LAST_YEAR if grade.number >= (LAST_CLASS if grade.kind == "класс" else LAST_COURSE) else ""


def _approved(*subjects: Subject) -> Callable[[Table[Any], int, Going], str]:
    def rule(table: Table[Any], index: int, going: Going) -> str:
        if is_approved(going, index, *subjects):
            return ""
        return "" if going.everyone and table.values["status"][index] not in _GONE else NOT_APPROVED

    return rule


def is_approved(going: Going, index: int, *subjects: Subject) -> bool:
    """The row is approved on the first day of the season by one of the questions."""
    return any(going.office.once(_APPROVALS[one]).is_approved(index, going.first) for one in subjects)


_APPROVALS = {
    one: partial(approvals, subject=one) for one in (SITES, MENTORS, INSTITUTIONS, INSTITUTIONS_AS_SITES)
}  # fmt: skip


def _institution(table: Table[Any], index: int, going: Going) -> str:
    over = _listed(table, index, going)
    if over or going.everyone or is_approved(going, index, INSTITUTIONS, INSTITUTIONS_AS_SITES):
        return over
    return "" if table.ids[index] in going.schools else UNUSED


def _schools(table: Table[Any], ids: AbstractSet[str]) -> Iterator[str]:
    columns = [table.values[name] for name in ("organisation", "extra_organisation") if name in table.values]
    for index in table.counted:
        if table.ids[index] in ids:
            yield from (str(column[index]) for column in columns if column[index] is not None)


def _decision(table: Table[Any], index: int, going: Going) -> str:
    """A decision goes on while it holds something that goes on, and an instruction until it is carried out."""
    one = decisions(going.office).get(table.ids[index])
    if table.values["instruction"][index] and table.values["execution"][index] not in _DONE:
        return ""
    return "" if one is not None and one.is_live(going.first) and _still_rules(one, going) else _RAN_OUT


def _still_rules(one: Decision, going: Going) -> bool:
    if one.question == MAIN_QUESTION:
        return True
    keys = [key for key in _ON_QUESTION.get(one.question, ()) if key in going.office.tables]
    return any(_rules_in(going.office.tables[key], one, going.ids[key]) for key in keys)


def _rules_in(table: Table[Any], one: Decision, ids: AbstractSet[str]) -> bool:
    """The decision names a row that goes on, or is cited by one."""
    cites = table.values["decision"]
    cited = any(cites[index] == one.id and table.ids[index] in ids for index in table.counted)
    return cited or bool((one.names - one.excepts) & ids)


_ON_QUESTION = {"C1": ("PRIORITY",), "C2": ("ENT", "EDU"), "C3": ("MENT",), "C4": ("EDU",)}


def _page(table: Table[Any], index: int, going: Going) -> str:
    over = _listed(table, index, going)
    column = table.register.by_field["whose"]
    owners = references(table.values["whose"][index])
    return over or (_OWNER_STAYS if any(going.left_behind(column.refers, one) for one in owners) else "")


RULES: Mapping[str, Callable[[Table[Any], int, Going], str]] = {
    "PASSPORT": _listed,
    "MUN": _listed,
    "FUNCTION": _listed,
    "DOCKIND": _listed,
    "FEDPROJECT": _listed,
    "PRIORITY": _listed,
    "STAFF": _listed,
    "SCH": _takes_part,
    "UNI": _takes_part,
    "ENT": _approved(SITES),
    "MENT": _approved(MENTORS),
    "EDU": _institution,
    "DEC": _decision,
    "PAGE": _page,
}
"""Register → why a row of it stays behind, "" for one that goes on; each may ask of the registers above it."""
