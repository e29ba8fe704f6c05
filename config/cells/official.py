"""Official numbers of organisations and people: ИНН, ОГРН, КПП, ОКТМО, СНИЛС, КБК, with their check digits."""

import re
from collections.abc import Callable, Iterable, Sequence
from itertools import filterfalse
from operator import mul

from config.cells.digits import unproven
from config.cells.text import SPOILED, TO_LATIN, as_text
from config.columns import Column, Privacy, Raw, Reading

_GAPS = re.compile(r"[ \-–—]")
_SEVERAL = re.compile(r"[0-9]{8,}[ ,;/]+[0-9]{8,}.*")
_KPP = re.compile(r"[0-9]{4}[0-9A-Z]{2}[0-9]{3}")
_KBK = re.compile(r"[0-9]{7}[0-9A-ZА-ЯЁ]{10}[0-9]{3}")
_INN_10 = (2, 4, 10, 3, 5, 9, 4, 6, 8)
_INN_11 = (7, 2, 4, 10, 3, 5, 9, 4, 6, 8)
_INN_12 = (3, 7, 2, 4, 10, 3, 5, 9, 4, 6, 8)
_INN_PROOFS = (
    (re.compile("(?!00)[0-9]{10}"), (_INN_10,)),
    (re.compile("(?!00)[0-9]{12}"), (_INN_11, _INN_12)),
)
_SNILS = (9, 8, 7, 6, 5, 4, 3, 2, 1)
_UNCHECKED_SNILS = 1_001_998
_LONGEST = 60
_EXACT = 1e15
_AS_TEXT = "Выберите для столбца формат «Текст» и введите номер заново, иначе пропадут нули в начале."

Check = Callable[[str], bool]


def read_inn(raw: Raw, column: Column) -> Reading:
    """ИНН of 10 or 12 digits."""
    if isinstance(raw, str) and inn_is_right(raw):
        return Reading(raw)
    return _read(raw, column, "ИНН", (10, 12), inn_is_right)


def odd_inns(texts: Sequence[str], _column: Column) -> Iterable[str]:
    """The texts that are not an ИНН with right check digits as they stand."""
    odd: list[str] = []
    rest = texts
    for shape, proofs in _INN_PROOFS:
        alike = list(filter(shape.fullmatch, rest))
        odd += unproven(alike, proofs)
        rest = list(filterfalse(shape.fullmatch, rest)) if len(alike) < len(rest) else []
    return [*odd, *rest]


def read_ogrn(raw: Raw, column: Column) -> Reading:
    """ОГРН of 13 digits or ОГРНИП of 15."""
    if isinstance(raw, str) and ogrn_is_right(raw):
        return Reading(raw)
    return _read(raw, column, "ОГРН", (13, 15), ogrn_is_right)


def read_kpp(raw: Raw, column: Column) -> Reading:
    """КПП of nine signs, the fifth and sixth may be capital Latin letters."""
    if not isinstance(raw, str):
        return _read(raw, column, "КПП", (9,), _any)
    text = _GAPS.sub("", raw[:_LONGEST]).upper()
    folded = text.translate(TO_LATIN)
    if not _KPP.fullmatch(folded):
        return _read(raw, column, "КПП", (9,), _any)
    return Reading(folded) if folded == text else Reading(folded, "C06", "Русские буквы в КПП заменены латинскими")


def read_oktmo(raw: Raw, column: Column) -> Reading:
    """ОКТМО of 8 or 11 digits; a check digit written after them is recognised and dropped."""
    if isinstance(raw, str) and len(raw) in {8, 11} and _all_digits(raw):
        return Reading(raw)
    reading = _read(raw, column, "ОКТМО", (8, 11), _any)
    digits = _GAPS.sub("", as_text(raw)[:_LONGEST])
    if reading.value is not None or not digits.isdecimal() or len(digits) not in {9, 12}:
        return reading
    if str(oktmo_check_digit(digits[:-1])) == digits[-1]:
        return Reading(digits[:-1], "C06", "Контрольное число в конце ОКТМО отброшено")
    return reading


def read_snils(raw: Raw, column: Column) -> Reading:
    """СНИЛС as `XXX-XXX-XXX YY`."""
    reading = _read(raw, column, "СНИЛС", (11,), snils_is_right)
    digits = reading.value
    if not isinstance(digits, str):
        return reading
    return reading._replace(value=f"{digits[:3]}-{digits[3:6]}-{digits[6:9]} {digits[9:]}")


def read_kbk(raw: Raw, column: Column) -> Reading:
    """КБК of 20 signs (a target article may hold letters)."""
    text = _GAPS.sub("", raw[:_LONGEST]).upper() if isinstance(raw, str) else ""
    return Reading(text) if _KBK.fullmatch(text) else _read(raw, column, "КБК", (20,), _any)


def inn_is_right(digits: str) -> bool:
    """Whether it is 10 or 12 digits of a region other than 00, with right check digits."""
    if len(digits) not in {10, 12} or not _all_digits(digits) or digits.startswith("00"):
        return False
    if len(digits) == 10:
        return _weighed(digits, _INN_10) % 11 % 10 == int(digits[9])
    return _weighed(digits, _INN_11) % 11 % 10 == int(digits[10]) and _weighed(digits, _INN_12) % 11 % 10 == int(
        digits[11]
    )


def ogrn_is_right(digits: str) -> bool:
    """Whether it is an ОГРН (13 digits from 1 or 5) or ОГРНИП (15 from 3) with a right check digit."""
    if len(digits) not in {13, 15} or not _all_digits(digits) or digits[0] not in "135":
        return False
    if (len(digits) == 15) != (digits[0] == "3"):
        return False
    return int(digits[:-1]) % (len(digits) - 2) % 10 == int(digits[-1])


def snils_is_right(digits: str) -> bool:
    """Whether the two last digits fit the first nine; numbers up to 001-001-998 carry no check digits."""
    if int(digits[:9]) <= _UNCHECKED_SNILS:
        return int(digits[:9]) > 0
    return _weighed(digits, _SNILS) % 101 % 100 == int(digits[9:])


def oktmo_check_digit(digits: str) -> int:
    """The check number that the classifier keeps beside a code."""
    for first in (0, 2):
        rest = sum(int(digit) * ((place + first) % 10 + 1) for place, digit in enumerate(digits)) % 11
        if rest < 10:
            return rest
    return 0


def _read(raw: Raw, column: Column, title: str, lengths: tuple[int, ...], right: Check) -> Reading:
    text = as_text(raw)
    fault = _unreadable(raw, text, title)
    if fault is not None:
        return fault
    digits = _GAPS.sub("", text.removesuffix(".0"))
    if len(digits) not in lengths:
        return _of_other_length(digits, column, title, lengths, right)
    if not right(digits):
        return Reading(None, "C09", f"Контрольная цифра {title} не сходится", f"Сверьте {title} с документом.")
    if isinstance(raw, str):
        return Reading(digits)
    return Reading(digits, "C08", f"{title} введён числом", _AS_TEXT)


def _unreadable(raw: Raw, text: str, title: str) -> Reading | None:
    lost = not isinstance(raw, str) and isinstance(raw, int | float) and abs(raw) >= _EXACT
    if lost or (len(text) <= _LONGEST and SPOILED.fullmatch(text)):
        return Reading(None, "C02", f"{title} испорчен форматом, последние цифры потеряны", _AS_TEXT)
    if len(text) <= _LONGEST and _SEVERAL.fullmatch(text):
        return Reading(None, "C11", f"В ячейке не только {title}", f"Оставьте один {title}.")
    if len(text) > _LONGEST or not _all_digits(_GAPS.sub("", text.removesuffix(".0"))):
        return Reading(None, "C02", f"Это не {title}: в нём бывают только цифры", f"Введите {title} цифрами.")
    return None


def _of_other_length(digits: str, column: Column, title: str, lengths: tuple[int, ...], right: Check) -> Reading:
    padded = "0" + digits
    needed = " или ".join(str(length) for length in lengths)
    text = f"В {title} должно быть цифр: {needed}, а введено {len(digits)}"
    if len(padded) not in lengths or not right(padded):
        return Reading(None, "C02", text, f"Введите {title} полностью.")
    text += "; похоже, потерян ноль в начале"
    about_person = column.privacy > Privacy.P1 or title == "СНИЛС" or (title == "ИНН" and len(padded) == 12)
    proposal = "номер с нулём в начале" if about_person else f"«{padded}»"
    return Reading(None, "C02", text, f"Выберите для столбца формат «Текст» и введите {proposal}, если это верно.")


def _weighed(digits: str, weights: tuple[int, ...]) -> int:
    """The sum of digit times weight, the digits taken as ASCII bytes for speed."""
    total: int = sum(map(mul, weights, digits.encode()))
    return total - ord("0") * sum(weights)


def _all_digits(text: str) -> bool:
    return text.isdecimal() and text.isascii()


def _any(_digits: str) -> bool:
    return True
