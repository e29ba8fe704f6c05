"""Whose data are to be destroyed: his register by the code, his marks by everything that was ever read of him."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from config.apart import is_of_people, personal_columns
from config.codes import fold_code
from config.columns import Privacy, Raw
from config.errors import UsageError
from config.register import Register
from config.registers import REGISTERS
from sync.state.purge_store import PurgeStore
from validators.catalogue import FAULTS
from validators.office import Office, Table
from validators.purging.identity import identities
from validators.purging.marks import Identity, Marks, marks_of
from validators.remark import Place, Remark, Severity
from validators.rules import RULES

PEOPLE: tuple[Register[Any], ...] = tuple(one for one in REGISTERS if is_of_people(one) and one.prefix)


@dataclass(frozen=True)
class Person:
    """The code, its register, by what he is known; `kinds` — headings of the data that were ever kept of him."""

    register: Register[Any]
    code: str
    marks: Marks
    kinds: tuple[str, ...] = ()
    fingerprints: frozenset[str] = field(default=frozenset())


def register_of(typed: str) -> tuple[Register[Any], str]:
    """The register of people to which a code belongs, and the code as it is written. Raises UsageError."""
    code = fold_code(typed.strip())
    found = next((one for one in PEOPLE if code is not None and code.startswith(f"{one.prefix}-")), None)
    if code is None or found is None:
        named = ", ".join(f"{one.prefix}-0001 («{one.tab}»)" for one in PEOPLE)
        raise UsageError(
            f"«{typed}» — не код человека.", advice=f"Уничтожают данные участников и наставников по коду: {named}."
        )
    return found, code


def person_of(store: PurgeStore, office: Office, register: Register[Any], code: str) -> Person:
    """Everything by which the person is known: from the history of rows and from the registers as they stand."""
    own: list[Identity] = []
    others: list[Identity] = []
    fields: set[str] = set()
    for one in (each for each in REGISTERS if personal_columns(each)):
        for row_id, cells in (*store.cells_of(one.key), *_typed(office.tables.get(one.key))):
            mine = row_id == code and one.key == register.key
            (own if mine else others).extend(identities(one, cells))
            fields |= set(cells) if mine else set()
    if not fields:
        raise UsageError(
            f"О человеке с кодом {code} сервис ничего не знает: в истории и в реестре такой строки нет.",
            advice=f"Проверьте код: rpo history {register.key} {code}.",
        )
    personal = [one for one in register.columns if one.privacy >= Privacy.P2 and one.field in fields]
    kinds = tuple(one.heading for one in personal) or ("сведения строки реестра",)
    return Person(register, code, marks_of(code, own, others), kinds, frozenset(_fingerprints(register, code)))


def _typed(table: Table[Any] | None) -> Iterator[tuple[str, Mapping[str, Raw]]]:
    """(id, cells by field) of the rows as they stand in a register."""
    for index, row_id in enumerate(() if table is None else table.ids):
        assert table is not None  # noqa: S101  there are rows
        yield row_id, {name: column[index] for name, column in table.raw.items() if column[index] not in (None, "")}


def _fingerprints(register: Register[Any], code: str) -> Iterable[str]:
    """Of every remark that any rule may make on his row."""
    headings: Sequence[str | None] = (None, *(one.heading for one in register.columns))
    for rule in _codes():
        for heading in headings:
            place = Place(register.key, code, column=heading, local_key=code)
            yield Remark(rule, Severity.INFO, place, "", "").fingerprint


def _codes() -> Iterator[str]:
    yield from FAULTS
    yield from (one.code for one in RULES)
