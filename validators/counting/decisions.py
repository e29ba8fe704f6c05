"""The life of a decision of the collegial body: whom it names, from which day it holds, until which."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from config.cells.text import fold
from config.codes import CODE
from validators.counting.count import by_then, days, references
from validators.office import Office

ACCEPTED = "Принято"
OTHERS = frozenset(map(fold, ("Губернатор", "Заместитель Губернатора", "ФПО", "Руководитель РПО")))
"""Who decides beside the collegial body (decisions.md 16), folded: they approve no list."""

AHEAD = frozenset({"Запланировано", "Перенесено"})
"""Results of what the body has not met on yet."""

_EXCEPT = re.compile(r"\bкроме\b", re.IGNORECASE)
_CUT = "\0"


@dataclass(frozen=True)
class Decision:
    """One point of a decision. `names` are the codes of its objects, `excepts` all those after the word «кроме».

    `is_of_the_body` — taken by the collegial body, as far as is known: a blank cell is not held against it.
    `in_words` — a part of the objects is told in words («Список № 3»), so that `names` are not all. `revoked` is the
    first day on which it no longer holds.
    """

    id: str
    question: str
    words: str
    result: str
    body: str
    decided: date | None
    revoked: date | None
    names: frozenset[str]
    excepts: frozenset[str]
    in_words: bool
    is_of_the_body: bool

    @property
    def is_accepted(self) -> bool:
        """Accepted by the collegial body, whatever became of it later."""
        return self.result == ACCEPTED and self.is_of_the_body

    @property
    def is_considered(self) -> bool:
        """The collegial body has met on it, whatever the result."""
        return self.is_of_the_body and self.result not in AHEAD

    def is_live(self, on: date) -> bool:
        """Accepted by the day and not revoked by it. An unknown day of the meeting does not unmake a decision."""
        return self.is_accepted and by_then(self.decided, on) and not self.is_revoked(on)

    def is_revoked(self, on: date) -> bool:
        """Revoked on the day or before."""
        return self.revoked is not None and self.revoked <= on


def decisions(office: Office) -> Mapping[str, Decision]:
    """All counted decisions by id, in the order of the rows; none when decisions are not kept."""
    return office.once(_decisions)


def _decisions(office: Office) -> Mapping[str, Decision]:
    table = office.tables.get("DEC")
    if table is None:
        return {}
    questions, results, bodies, objects = (table.values[name] for name in ("question", "result", "body", "objects"))
    decided, revoked = days(table, "decided"), days(table, "revoked")
    found: dict[str, Decision] = {}
    for index in table.counted:
        words = str(questions[index])
        named, _, excepted = _EXCEPT.sub(_CUT, "; ".join(references(objects[index])), count=1).partition(_CUT)
        one = Decision(
            id=table.ids[index],
            question=words[:2],
            words=words,
            result=str(results[index]),
            body=str(bodies[index] or ""),
            decided=decided[index],
            revoked=revoked[index],
            names=frozenset(CODE.findall(named)),
            excepts=frozenset(CODE.findall(excepted)),
            in_words=bool(CODE.sub("", named).strip(" ,;")),
            is_of_the_body=fold(str(bodies[index] or "")) not in OTHERS,
        )
        found.setdefault(one.id, one)
    return found


def stages_heard(office: Office) -> Mapping[str, date]:
    """Folded stage → the day on which its report (question C5) was first considered, whatever the result."""
    found: dict[str, date] = {}
    for one in decisions(office).values():
        if one.question != "C5" or one.decided is None or not one.is_considered:
            continue
        table = office.tables["DEC"]
        index = table.index_of[one.id]
        for stage in (*references(table.values["stage"][index]), *references(table.values["objects"][index])):
            found[fold(stage)] = min(one.decided, found.get(fold(stage), one.decided))
    return found
