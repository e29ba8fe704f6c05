"""Numbers through the digit places of a section: `0`, `#`, `?`, groups, scale, per cent, exponents, fractions."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Context, Decimal
from fractions import Fraction

from tests.sheets_server.format_patterns import Section, Token
from tests.sheets_server.locales import Locale

_WIDE = Context(prec=400)  # as many digits as the widest double has before its point
_EMPTY = {"0": "0", "?": " ", "#": ""}


@dataclass(frozen=True)
class _Layout:
    """A section split at its point and exponent; `thousands` says whether groups are parted, `scale` is a power of 10."""

    whole: tuple[Token, ...]
    part: tuple[Token, ...] | None
    exponent: tuple[Token, ...] | None
    tail: tuple[Token, ...]
    thousands: bool
    scale: int

    def places(self, tokens: Sequence[Token] | None) -> int:
        return sum(token.kind == "digit" for token in tokens or ())


def digits_text(value: float, section: Section, locale: Locale) -> str:
    """A number that is not negative, through a section that is not a date; a section without places prints its words."""
    if not section.takes_numbers:
        return "".join(token.text for token in section.tokens)
    if any(token.kind == "slash" for token in section.tokens) and not _has(section, "point"):
        return _fraction(value, section.tokens)
    layout = _layout(section.tokens)
    number = Decimal(repr(value)).scaleb(layout.scale)
    if layout.exponent is not None:
        return _scientific(number, layout, locale)
    return _plain(number, layout, locale)


def _has(section: Section, kind: str) -> bool:
    return any(token.kind == kind for token in section.tokens)


def _layout(tokens: tuple[Token, ...]) -> _Layout:
    places = [index for index, token in enumerate(tokens) if token.kind == "digit"]
    point = next((index for index, token in enumerate(tokens) if token.kind == "point"), None)
    power = next((index for index, token in enumerate(tokens) if token.kind == "exponent"), None)
    end = places[-1] + 1
    whole_end = min(index for index in (point, power, end) if index is not None)
    commas = [index for index, token in enumerate(tokens) if token.kind == "comma"]
    before = [index for index in places if index < whole_end]
    grouped = any(before and before[0] < index < before[-1] for index in commas)
    # commas after the last place of the whole part divide by a thousand each
    stop = point if point is not None else len(tokens)
    scaling = sum(bool(before) and before[-1] < index <= stop for index in commas)
    percents = sum(token.kind == "percent" for token in tokens)
    return _Layout(
        whole=_without_commas(tokens[:whole_end]),
        part=None if point is None else _without_commas(tokens[point + 1 : power if power is not None else end]),
        exponent=None if power is None else tokens[power:end],
        tail=_without_commas(tokens[max(end, (point or 0) + 1) :] if point is not None else tokens[end:]),
        thousands=grouped,
        scale=2 * percents - 3 * scaling,
    )


def _without_commas(tokens: Sequence[Token]) -> tuple[Token, ...]:
    return tuple(token for token in tokens if token.kind != "comma")


def _plain(number: Decimal, layout: _Layout, locale: Locale) -> str:
    places = layout.places(layout.part)
    rounded = number.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP, _WIDE)
    whole, _, part = f"{rounded:f}".partition(".")
    text = _filled(layout.whole, whole.lstrip("0"), locale.group if layout.thousands else "")
    if layout.part is not None:
        text += locale.decimal + _filled_part(layout.part, part)
    return text + "".join(token.text for token in layout.tail)


def _filled(tokens: Sequence[Token], digits: str, group: str) -> str:
    """The whole part, from its right end; digits that have no place of their own stand before the first place."""
    pieces: list[str] = []
    printed = 0
    left = list(digits)
    first = next((index for index, token in enumerate(tokens) if token.kind == "digit"), None)
    for index in range(len(tokens) - 1, -1, -1):
        token = tokens[index]
        if token.kind != "digit":
            pieces.append(token.text)
            continue
        for digit in _taken(left, token.text, everything=index == first):
            if group and printed and printed % 3 == 0:
                pieces.append(group)
            pieces.append(digit)
            printed += digit.isdigit()
    if first is None:
        pieces.append(digits)
    return "".join(reversed(pieces))


def _taken(left: list[str], place: str, *, everything: bool) -> list[str]:
    """Digits from the right for one place: one, or all that are left."""
    if not left:
        return [_EMPTY[place]] if _EMPTY[place] else []
    return [left.pop() for _ in range(len(left) if everything else 1)]


def _filled_part(tokens: Sequence[Token], digits: str) -> str:
    kept = len(digits.rstrip("0"))
    text, position = "", 0
    for token in tokens:
        if token.kind != "digit":
            text += token.text
            continue
        text += digits[position] if position < kept else _EMPTY[token.text]
        position += 1
    return text


def _scientific(number: Decimal, layout: _Layout, locale: Locale) -> str:
    step = max(layout.places(layout.whole), 1)
    power = 0 if number == 0 else _power(number, step)
    mantissa = number.scaleb(-power)
    places = layout.places(layout.part)
    if number and mantissa.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP, _WIDE) >= 10**step:
        power += step
        mantissa = number.scaleb(-power)
    sign, *marks = layout.exponent or ()
    shown = "-" if power < 0 else "+" if sign.text.endswith("+") else ""
    exponent = sign.text[0] + shown + _filled(marks, str(abs(power)).lstrip("0"), "")
    bare = _Layout(layout.whole, layout.part, None, (), thousands=False, scale=0)
    return _plain(mantissa, bare, locale) + exponent + "".join(token.text for token in layout.tail)


def _power(number: Decimal, step: int) -> int:
    power = number.adjusted()
    return power - power % step if step > 1 else power


def _fraction(value: float, tokens: tuple[Token, ...]) -> str:
    """`# ?/?`: the nearest fraction whose denominator has as many digits as it has places [?]."""
    slash = next(index for index, token in enumerate(tokens) if token.kind == "slash")
    wide = sum(token.kind == "digit" for token in tokens[slash:])
    mixed = any(token.kind == "literal" and token.text == " " for token in tokens[:slash])
    near = Fraction(value).limit_denominator(10 ** max(wide, 1) - 1)
    whole, rest = divmod(near.numerator, near.denominator) if mixed else (0, near.numerator)
    if rest == 0:
        return str(whole)
    return f"{whole} {rest}/{near.denominator}" if whole else f"{rest}/{near.denominator}"
