"""What a person's typing (USER_ENTERED) becomes: a number, a date, a truth, a formula or text, and the format it brings."""

import re
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Literal

from tests.sheets_server.cell_values import Extended, tidy
from tests.sheets_server.locales import Locale
from tests.sheets_server.typed_dates import moment

Kind = Literal["empty", "numberValue", "stringValue", "boolValue", "formulaValue"]
NumberFormat = dict[str, str]


@dataclass(frozen=True)
class Typed:
    """What was typed; `kind` is the field of ExtendedValue, `number_format` the {"type", "pattern"} that typing brings.

    The format is None when typing implies none: a plain number, text, a truth, a formula.
    """

    kind: Kind
    value: bool | int | float | str | None
    number_format: NumberFormat | None = None

    @property
    def extended(self) -> Extended:
        """userEnteredValue of the API; nothing typed is {}."""
        return {} if self.kind == "empty" else {self.kind: self.value}


def typed(text: str, locale: Locale, today: date | None = None) -> Typed:
    """A typed text as Google reads it in the spreadsheet's locale.

    `today` lends its year to a date without one («12.05» in ru_RU); without it such a text stays text.
    Recorded: numbers, ISO dates and formulas in en_US; all else is [seen] or [?], as the test's tables say.
    """
    if not text:
        return Typed("empty", None)
    if text.startswith("'"):
        return Typed("stringValue", text[1:])
    plain = text.strip()
    formula = _formula(plain, locale)
    if formula is not None:
        return formula
    return (
        _truth(plain, locale) or _number(plain, locale) or _moment(plain, locale, today) or Typed("stringValue", text)
    )


def _formula(text: str, locale: Locale) -> Typed | None:
    """`=…`, and `+…` that is no number: Sheets makes `+7 (916) …` a formula, but leaves a leading `-` text.

    [seen] OWOX/owox-data-marts#1535, nithinmurali/pygsheets#373.
    """
    if text.startswith("=") and len(text) > 1:
        return Typed("formulaValue", text)
    if text.startswith("+") and len(text) > 1 and _number(text, locale) is None:
        return Typed("formulaValue", f"={text}")
    return None


def _truth(text: str, locale: Locale) -> Typed | None:
    """English words are taken in every locale [?], the locale's own in theirs."""
    words = {"true": True, "false": False, locale.true.lower(): True, locale.false.lower(): False}
    truth = words.get(text.lower())
    return None if truth is None else Typed("boolValue", truth)


def _moment(text: str, locale: Locale, today: date | None) -> Typed | None:
    found = moment(text, locale, today)
    if found is None:
        return None
    return Typed("numberValue", tidy(found.serial), {"type": found.kind, "pattern": found.pattern})


@lru_cache(maxsize=16)
def _numbers(locale: Locale) -> re.Pattern[str]:
    """Groups of three (a space stands for a no-break one), decimals, an exponent, a sign of money or per cent."""
    group = "[\u00a0\u202f ]" if locale.group.isspace() else re.escape(locale.group)
    point, money = re.escape(locale.decimal), re.escape(locale.currency)
    whole = rf"(?P<grouped>\d{{1,3}}(?:{group}\d{{3}})+)|(?P<plain>\d+)"
    return re.compile(
        rf"(?P<sign>[+-]?)(?P<before>{money} ?)?(?P<minus>-?)(?:{whole})?(?:{point}(?P<part>\d*))?(?P<power>[eE][+-]?\d+)?"
        rf"(?:(?P<percent>\s?%)|(?P<after>\s?{money}))?"
    )


def _number(text: str, locale: Locale) -> Typed | None:
    bracketed = text.startswith("(") and text.endswith(")")
    found = _numbers(locale).fullmatch(text[1:-1] if bracketed else text)
    if found is None or not (found["grouped"] or found["plain"] or found["part"]):
        return None
    if (bracketed or found["sign"]) and found["minus"]:
        return None
    whole = re.sub(r"\D", "", found["grouped"] or found["plain"] or "0")
    size = float(f"{whole}.{found['part'] or '0'}{found['power'] or ''}")
    if size == float("inf"):
        return None
    value = size / 100 if found["percent"] else size
    negative = bracketed or "-" in (found["sign"], found["minus"])
    return Typed("numberValue", tidy(-value if negative and value else value), _implied(found, locale))


def _implied(found: re.Match[str], locale: Locale) -> NumberFormat | None:
    """Typing with groups, money, per cent or an exponent brings a format; decimals make it two places [?]."""
    places = ".00" if found["part"] else ""
    if found["percent"]:
        return {"type": "PERCENT", "pattern": f"0{places}%"}
    if found["before"] or found["after"]:
        return {"type": "CURRENCY", "pattern": locale.money if places else locale.money.replace(".00", "")}
    if found["power"]:
        return {"type": "SCIENTIFIC", "pattern": "0.00E+00"}
    return {"type": "NUMBER", "pattern": f"#,##0{places}"} if found["grouped"] else None
