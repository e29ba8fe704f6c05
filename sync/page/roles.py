"""What each role sees on the page and may do there: one table, and nothing is allowed that is not in it."""

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType


class Role(StrEnum):
    """Who a person is for the page."""

    READER = "читатель"
    EMPLOYEE = "сотрудник"
    HEAD = "руководитель"
    ADMINISTRATOR = "администратор"


_ALL = frozenset(Role)
_OFFICE = frozenset({Role.EMPLOYEE, Role.HEAD, Role.ADMINISTRATOR})
_DECIDING = frozenset({Role.HEAD, Role.ADMINISTRATOR})

MAY: Mapping[str, frozenset[Role]] = MappingProxyType(
    {
        "state": _ALL,
        "runs": _ALL,
        "reports": _ALL,
        "docs": _ALL,
        "deeds": _ALL,
        "remarks": _OFFICE,
        "files": _OFFICE,
        "refresh": _OFFICE,
        "accept": _DECIDING,
        "document": _OFFICE,
        "package": _DECIDING,
        "close": _DECIDING,
        "correct": _DECIDING,
        "explain": _ALL,
        "history": _OFFICE,
        "restore": _OFFICE,
    }
)
"""Part of the page, or key of a deed → the roles that have it."""


def may(role: Role, key: str) -> bool:
    """The role has this part or deed; nobody has one that the table does not name."""
    return role in MAY.get(key, frozenset())
