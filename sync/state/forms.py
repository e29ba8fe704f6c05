"""Filled forms in the log of what went outside: rows of packages, beside the chain of packages of a recipient."""

from dataclasses import replace

from sqlalchemy import Connection, select

from sync.state.packages import IssuedPackage, packages_of
from sync.state.tables import PACKAGES

_BY_FORM = " (по форме)"
"""Forms are counted apart: the packages of a recipient follow one another without them."""


def in_the_log(one: IssuedPackage) -> IssuedPackage:
    """A filled form as a row of the log."""
    return replace(one, recipient=f"{one.recipient}{_BY_FORM}")


def forms_of(connection: Connection, season: str) -> tuple[IssuedPackage, ...]:
    """The forms filled in a season, whoever got them, in the order of their issue."""
    query = select(PACKAGES.c.recipient).where(PACKAGES.c.season == season).distinct()
    names = sorted(name for name in connection.execute(query).scalars() if name.endswith(_BY_FORM))
    found = [one for name in names for one in packages_of(connection, season, name)]
    forms = (replace(one, recipient=one.recipient.removesuffix(_BY_FORM)) for one in found)
    return tuple(sorted(forms, key=lambda one: (one.issued_at, one.recipient, one.number)))
