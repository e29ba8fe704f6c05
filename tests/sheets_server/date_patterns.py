"""Dates and times through the letters of a section: `dd.MM.yyyy`, `[h]:mm`, `h:mm am/pm`, `dddd`, `s.00`."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from tests.sheets_server.cell_values import moment_of
from tests.sheets_server.format_patterns import Section, Token
from tests.sheets_server.locales import Locale

_DAY_MILLISECONDS = 86_400_000


@dataclass(frozen=True)
class _Clock:
    """The moment to print and the whole span in milliseconds (for `[h]`)."""

    moment: datetime
    span: int
    halves: bool
    with_day: bool
    locale: Locale


def date_text(serial: float, section: Section, locale: Locale) -> str | None:
    """A serial number through a date section; None when the moment is beyond the calendar.

    Seconds are cut, not rounded (recorded 4/8/2020 16:59:14 of 43929.7078062963 is 14.46 s).
    """
    elapsed = any(token.kind == "elapsed" for token in section.tokens)
    try:
        moment = moment_of(abs(serial) if elapsed else serial)
    except OverflowError:
        return None
    clock = _Clock(
        moment,
        round(abs(serial) * _DAY_MILLISECONDS),
        halves=any(token.kind == "half" for token in section.tokens),
        with_day=any(token.kind == "date" and token.text in {"d", "dd"} for token in section.tokens),
        locale=locale,
    )
    pieces = [_piece(section.tokens, index, clock) for index in range(len(section.tokens))]
    return ("-" if elapsed and serial < 0 else "") + "".join(pieces)


def _piece(tokens: Sequence[Token], index: int, clock: _Clock) -> str:
    token = tokens[index]
    match token.kind:
        case "elapsed":
            unit = {"h": 3_600_000, "m": 60_000, "s": 1_000}[token.text[0]]
            return str(clock.span // unit).zfill(len(token.text))
        case "half":
            return _half(token.text, clock)
        case "digit" if _is_split_second(tokens, index):
            place = _split_second_place(tokens, index)
            return f"{clock.moment.microsecond // 1_000:03}"[place] if place < 3 else "0"
        case "date":
            return _letters(token.text, _minutes(tokens, index), clock)
    return clock.locale.decimal if token.kind == "point" and _before_split(tokens, index) else token.text


def _half(letters: str, clock: _Clock) -> str:
    half = "AM" if clock.moment.hour < 12 else "PM"
    return half if len(letters) > 3 else half[0] if letters[0].isupper() else half[0].lower()


def _before_split(tokens: Sequence[Token], index: int) -> bool:
    return index + 1 < len(tokens) and tokens[index + 1].kind == "digit"


def _is_split_second(tokens: Sequence[Token], index: int) -> bool:
    return tokens[index].text == "0" and any(token.kind == "point" for token in tokens[:index])


def _split_second_place(tokens: Sequence[Token], index: int) -> int:
    place = 0
    while tokens[index - place - 1].kind == "digit":
        place += 1
    return place


def _minutes(tokens: Sequence[Token], index: int) -> bool:
    """`m` means minutes after an hour or before a second; `M` never does [doc guides/formats]."""
    if tokens[index].text not in {"m", "mm"}:
        return False
    units = [(place, token.text[0].lower()) for place, token in enumerate(tokens) if token.kind in {"date", "elapsed"}]
    before = next((letter for place, letter in reversed(units) if place < index), "")
    after = next((letter for place, letter in units if place > index), "")
    return before == "h" or after == "s"


def _letters(letters: str, minutes: bool, clock: _Clock) -> str:  # noqa: FBT001 what the letter stands for
    moment, wide = clock.moment, len(letters)
    match letters[0]:
        case "y" | "Y":
            return f"{moment.year % 100:02}" if wide <= 2 else f"{moment.year:04}"
        case "M" | "m" if not minutes:
            return _month(wide, clock)
        case "d" | "D":
            return _day(wide, clock)
    hour = (moment.hour % 12 or 12) if clock.halves else moment.hour
    number = {"h": hour, "H": moment.hour, "m": moment.minute}.get(letters[0], moment.second)
    return str(number).zfill(min(wide, 2))


def _month(wide: int, clock: _Clock) -> str:
    number, locale = clock.moment.month, clock.locale
    if wide <= 2:
        return str(number).zfill(wide)
    if wide == 3:
        return locale.short_months[number - 1]
    if wide == 5:
        return locale.months[number - 1][0].upper()
    return (locale.month_forms if clock.with_day else locale.months)[number - 1]


def _day(wide: int, clock: _Clock) -> str:
    if wide <= 2:
        return str(clock.moment.day).zfill(wide)
    names = clock.locale.short_days if wide == 3 else clock.locale.days
    return names[clock.moment.weekday()]
