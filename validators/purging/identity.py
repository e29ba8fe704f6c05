"""Who a row says that somebody is: the person himself, and his representative; out of the cells as they were typed."""

from collections.abc import Iterator, Mapping
from typing import Any

from config.cells.text import tidy
from config.columns import Privacy, Raw
from config.register import Register
from validators.purging.marks import Identity

_WHOLE_NAMES = frozenset({"full_name"})
_CONTACTS = frozenset({"phone", "email"})
_PARTS = ("surname", "name", "patronymic")


def identities(register: Register[Any], cells: Mapping[str, Raw]) -> Iterator[Identity]:
    """All who are named in a row. `cells` are under the keys of the history: a field, or a heading after «~»."""
    said = {key: _text(cell) for key, cell in cells.items()}
    own = tuple(said.get(name, "") for name in _PARTS)
    if not own[0]:
        own = next((_parts(text) for text in _whole(register, said) if text), ("", "", ""))
    personal = [one for one in register.columns if one.privacy >= Privacy.P3 and said.get(one.field)]
    contacts = [(one.field, said[one.field]) for one in personal if one.kind.name in _CONTACTS]
    guardians = tuple(text for field, text in contacts if "guardian" in field)
    mine = tuple(text for field, text in contacts if "guardian" not in field)
    yield Identity(own[0], own[1], _patronymic(own[2]), mine)
    for one in personal:
        if one.kind.name in _WHOLE_NAMES:
            surname, name, patronymic = _parts(said[one.field])
            yield Identity(surname, name, _patronymic(patronymic), guardians)
    if guardians:
        yield Identity(contacts=guardians)


def _whole(register: Register[Any], said: Mapping[str, str]) -> Iterator[str]:
    """The cells that hold a whole name: «ФИО» and what else the register takes for it."""
    for one in register.composites:
        if _PARTS[0] in one.fields:
            for heading in one.headings:
                yield said.get(f"~{heading}", "")


def _parts(text: str) -> tuple[str, str, str]:
    words = [*text.split(), "", "", ""]
    return words[0], words[1], words[2]


def _patronymic(text: str) -> str:
    return "" if text.casefold() in {"нет", "-", "—"} else text


def _text(cell: Raw) -> str:
    if isinstance(cell, str):
        return tidy(cell)
    return f"{cell:.0f}" if isinstance(cell, int | float) else ""
