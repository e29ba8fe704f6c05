"""The letters of a text file: the encoding is found by what the bytes can be, and damaged text is refused, not read."""

import re

from sync.backends.readers.refusal import RefusedFileError

_CYRILLIC = ("cp1251", "koi8-r", "cp866", "mac-cyrillic")
_LATIN = "cp1252"
_FREQUENT = "оеаинтсрвл"
_CONTROL = re.compile("[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
_WORD = re.compile("[А-Яа-яЁё]+")
_PLAIN_WORD = re.compile("[А-ЯЁ]?[а-яё]+|[А-ЯЁ]+")
_ODD = re.compile("[\u2500-\u25a0\u0400\u0402-\u040f\u0450\u0452-\u045f¤¦§¬±µ¶]")
_MOJIBAKE = re.compile("[РС][\u0080-\u00bf\u0402-\u040f\u0450-\u045f\u2010-\u203a\u20ac\u2116\u2122]|Ð[\u0080-\u00bf]|Ñ[\u0080-\u00bf]")
_REPLACED = "\ufffd"
_QUESTIONS = re.compile(r"\?{3,}")


def decoded(name: str, data: bytes) -> str:
    """The text: UTF-8, UTF-16, UTF-32, else the one-byte page that gives words. Raises RefusedFileError."""
    text = _wide(name, data)
    if text is None:
        text = _utf8(name, data)
    if text is None:
        text = _one_byte(data)
    if _CONTROL.search(text):
        raise RefusedFileError(
            "not_a_workbook", f"Файл «{name}» — не текст и не книга: в нём есть знаки, каких в таблице не бывает."
        )
    _refuse_damaged(name, text)
    return text


def _wide(name: str, data: bytes) -> str | None:
    """The text when a letter takes two or four bytes."""
    page = _wide_page(data)
    if page is None:
        return None
    try:
        return data.decode(page).removeprefix("\ufeff")
    except UnicodeDecodeError as error:
        if "truncated" in error.reason or "end of data" in error.reason:
            raise _ends_inside(name) from error
        raise _unclear(name) from error


def _wide_page(data: bytes) -> str | None:
    for mark, page in _MARKS:
        if data.startswith(mark):
            return page
    sample = data[:4000]
    zeros = [sample[at::4].count(0) for at in range(4)]
    quarter = max(1, len(sample) // 4)
    if len(data) % 4 == 0 and min(zeros[2:]) >= quarter * 0.9 and zeros[0] == 0:
        return "utf-32-le"
    if len(data) % 4 == 0 and min(zeros[:2]) >= quarter * 0.9 and zeros[3] == 0:
        return "utf-32-be"
    even, odd = zeros[0] + zeros[2], zeros[1] + zeros[3]
    if odd > len(sample) // 8 and not even:
        return "utf-16-le"
    return "utf-16-be" if even > len(sample) // 8 and not odd else None


_MARKS = (
    (b"\xff\xfe\x00\x00", "utf-32-le"),
    (b"\x00\x00\xfe\xff", "utf-32-be"),
    (b"\xff\xfe", "utf-16-le"),
    (b"\xfe\xff", "utf-16-be"),
)


def _utf8(name: str, data: bytes) -> str | None:
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        letters = sum(byte > 127 for byte in data[: error.start])
        if error.reason == "unexpected end of data" and letters:
            raise _ends_inside(name) from error
        if letters > 20:
            raise _unclear(name) from error
        return None


def _one_byte(data: bytes) -> str:
    """The Cyrillic page under which most words look Russian; the Latin one where hardly a letter is not Latin."""
    russian = max((data.decode(page, "replace") for page in _CYRILLIC), key=_russian_score)
    latin = data.decode(_LATIN, "replace")
    return latin if _is_latin(latin, russian) else russian


def _russian_score(text: str) -> float:
    words = _WORD.findall(text)
    plain = sum(len(word) for word in words if _PLAIN_WORD.fullmatch(word))
    frequent = sum(map(text.lower().count, _FREQUENT))
    broken = sum(len(word) for word in words if not _PLAIN_WORD.fullmatch(word))
    return plain + frequent - 3 * broken - 5 * len(_ODD.findall(text)) - 5 * text.count(_REPLACED)


def _is_latin(latin: str, russian: str) -> bool:
    """Plainly not Russian: no Russian word at all, and few letters above ASCII among the Latin ones."""
    words = sum(1 for word in _WORD.findall(russian) if len(word) > 3)
    ascii_letters = sum(letter.isascii() and letter.isalpha() for letter in latin)
    others = sum(not letter.isascii() for letter in latin)
    return _REPLACED not in latin and not words and others < 0.2 * ascii_letters


def _refuse_damaged(name: str, text: str) -> None:
    letters = max(1, sum(map(str.isalpha, text)))
    if 2 * len(_MOJIBAKE.findall(text)) > 0.3 * letters:
        raise RefusedFileError(
            "encoding",
            f"Текст в файле «{name}» испорчен: файл в кодировке UTF-8 открыли как Windows-1251 и так сохранили.",
        )
    if text.count(_REPLACED) > 0.01 * letters:
        raise RefusedFileError("encoding", f"Текст в файле «{name}» испорчен: вместо букв в нём стоят знаки «\ufffd».")
    lost = sum(map(len, _QUESTIONS.findall(text)))
    if lost > 20 and lost > letters:
        raise RefusedFileError("encoding", f"Текст в файле «{name}» испорчен: вместо букв в нём стоят знаки «?».")


def _ends_inside(name: str) -> RefusedFileError:
    return RefusedFileError("truncated", f"Файл «{name}» обрезан: он кончается посреди буквы.")


def _unclear(name: str) -> RefusedFileError:
    return RefusedFileError("encoding", f"Файл «{name}» не прочитан: буквы в нём записаны в разных кодировках.")
