"""The package of the made-up office, released once for all tests of this folder."""

from dataclasses import replace
from functools import cache

from reports.disclosure.draft import Draft, Head, Sent, Shown
from reports.disclosure.release import Released, release
from reports.federal.compose import compose
from reports.federal.passport import Letter
from tests.reports.head.pages import demo

K = 5


def head(**changed: object) -> Head:
    """Of the made-up office on its day."""
    usual = Head("Светлоборская область", "62", "2025/2026", "2026-04", demo().today, "1.0")
    return replace(usual, **changed)  # type: ignore[arg-type]  # fields of Head by their names


@cache
def draft() -> Draft:
    """Before the gate."""
    return compose(demo(), demo(), head(), Letter("8-М", demo().today, "РП-0002"))


@cache
def released() -> Released:
    """After the gate, the first of the season."""
    return release(draft(), (), K)


def cells(one: Released | None = None) -> dict[str, Shown]:
    return dict((one or released()).cells())


def rows(code: str) -> dict[str, dict[str, Shown]]:
    """Key of a line → its cells by their headings."""
    table = next(one for one in released().tables if one.code == code)
    headings = [field.heading for field in table.fields]
    return {key: dict(zip(headings, values, strict=True)) for key, values in table.rows}


def before(was: dict[str, Shown]) -> Sent:
    """An earlier package that said so."""
    from reports.disclosure.system import Issued

    return Sent(head(period="2026-03"), was, Issued("2026-03", {}, frozenset()))
