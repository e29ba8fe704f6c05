"""A mark in a cell of a form: `{K02; категория=Школьник; план}` says what is to stand there."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from config.cells.periods import typed_period
from config.cells.text import fold, tidy
from config.periods import calendar_days
from reports.figures.cuts import CUTS
from reports.figures.figure import STATE
from validators.counting.plans import code_of

MARK = re.compile(r"\{([^{}]{1,300})\}")
_CODE = re.compile(r"[A-ZА-ЯЁ]{1,4}[- ]?[0-9]{1,5}", re.IGNORECASE)
_DAY = re.compile(r"([0-9]{2})\.([0-9]{2})\.([0-9]{4})|([0-9]{4})-([0-9]{2})-([0-9]{2})")


class What(StrEnum):
    """What is told of an indicator, by the word that a mark says it with; the fact needs none."""

    FACT = "факт"
    PLAN = "план"
    PLAN_YEAR = "план года"
    SHARE = "доля"


class Said(StrEnum):
    """What a mark tells besides indicators: the few words of the office that a form may hold."""

    REGION = "region"
    OKTMO = "oktmo"
    PERIOD = "period"
    AS_OF = "as_of"
    HEAD = "head"


@dataclass(frozen=True)
class Wanted:
    """An indicator as a mark asks for it: whole or one group of a cut, on the day of the form or at a period's end.

    `as_of` is `2026-03`, empty for the day of the form; `why` tells what is not understood in the mark, else empty.
    """

    code: str
    what: What = What.FACT
    cut: str = ""
    group: str = ""
    as_of: str = ""
    why: str = ""


Asked = Wanted | Said

_SAID: Mapping[str, Said] = {
    **{one.value.replace("_", " "): one for one in Said},
    "регион": Said.REGION,
    "субъект": Said.REGION,
    "октмо": Said.OKTMO,
    "период": Said.PERIOD,
    "дата": Said.AS_OF,
    "на дату": Said.AS_OF,
    "руководитель": Said.HEAD,
}
_WHAT: Mapping[str, What] = {
    "fact": What.FACT,
    "факт": What.FACT,
    "plan": What.PLAN,
    "план": What.PLAN,
    "план на дату": What.PLAN,
    "plan year": What.PLAN_YEAR,
    "план года": What.PLAN_YEAR,
    "share": What.SHARE,
    "доля": What.SHARE,
    "процент": What.SHARE,
}
_CUTS: Mapping[str, str] = {
    **{key: key for key in (*CUTS, STATE)},
    **{fold(title): key for key, (title, _) in CUTS.items()},
    "направление": "priority",
    "приоритет": "priority",
    "этап": "stage",
    "стадия": "stage",
    "состояние": STATE,
}
_DATED = frozenset({"as of", "на дату", "дата"})


def asked_in(inside: str) -> Asked | None:
    """What stands between the braces; None when it is no mark of ours but the form's own text."""
    first, *rest = [part.strip() for part in tidy(inside).split(";")]
    said = _SAID.get(fold(first))
    if said is not None and not any(rest):
        return said
    if _CODE.fullmatch(first) is None:
        return None
    return _read(str(code_of(first.replace(" ", ""))), [part for part in rest if part])


def marks_in(text: str) -> Iterator[tuple[str, Asked]]:
    """The marks of a text as they stand, braces and all, and what they ask."""
    for found in MARK.finditer(text):
        asked = asked_in(found[1])
        if asked is not None:
            yield found[0], asked


def mark_of(one: Wanted) -> str:
    """A mark that asks for it: `{K02; категория=Школьник; план}`."""
    title = CUTS[one.cut][0].casefold() if one.cut in CUTS else "состояние"
    what = "" if one.what is What.FACT else one.what.value
    parts = (one.code, f"{title}={one.group}" if one.cut else "", what)
    dated = f"на дату={one.as_of}" if one.as_of else ""
    return "{" + "; ".join(part for part in (*parts, dated) if part) + "}"


def _read(code: str, parts: list[str]) -> Wanted:
    found: dict[str, str] = {}
    what = What.FACT
    for part in parts:
        name, equals, value = (one.strip() for one in part.partition("="))
        key = fold(name)
        if not equals and key in _WHAT:
            what = _WHAT[key]
        elif key in _DATED:
            period = period_at(value) if equals else ""
            if period is None:
                return Wanted(code, why=f"«{part}»: нужен конец месяца, квартала или года, например «на дату=2026-03»")
            found["as_of"] = period
        elif key in _CUTS and value and "cut" not in found:
            found |= {"cut": _CUTS[key], "group": value}
        else:
            twice = "cut" in found and key in _CUTS
            return Wanted(code, why="разрез может быть только один" if twice else f"«{part}» непонятно")
    return Wanted(code, what, **found)


def period_at(text: str) -> str | None:
    """The period whose last day is meant: `2026-03`, «март 2026», «31.03.2026»; None for what is none, or a stage."""
    day = _DAY.fullmatch(tidy(text))
    if day is not None:
        return _month_of(tuple(int(one) for one in day.groups() if one is not None), first_is_day=day[1] is not None)
    period = typed_period(tidy(text))
    return period if period is not None and calendar_days(period) is not None else None


def _month_of(numbers: tuple[int, ...], *, first_is_day: bool) -> str | None:
    """The month that ends on the day, or on the day before: «на 1 апреля» is how March ended."""
    year, month, day = reversed(numbers) if first_is_day else numbers
    try:
        one = date(year, month, day)
    except ValueError:
        return None
    last = one - timedelta(days=1) if one.day == 1 else one
    return f"{last:%Y-%m}" if (last + timedelta(days=1)).day == 1 else None
