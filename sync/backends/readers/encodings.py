"""The letters of a text file: the encoding is found by what the bytes can be, and damaged text is refused, not read."""

import re

from sync.backends.readers.refusal import RefusedFileError

SAMPLE = 400_000
"""Letters by which a text is judged."""

_CYRILLIC = ("cp1251", "koi8-r", "cp866", "mac-cyrillic")
_LATIN = "cp1252"
_FREQUENT = "оеаинтсрвл"
_CONTROL = re.compile("[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
_HIGH_RUN = re.compile(b"[\x80-\xff]+")
_NUMBER_SIGN = "№".encode("cp1251")
_WORD = re.compile("[А-Яа-яЁё]+")
_PLAIN_WORD = re.compile("[А-ЯЁ]?[а-яё]+|[А-ЯЁ]+")
_ODD = re.compile("[\u2500-\u25a0\u0400\u0402-\u040f\u0450\u0452-\u045f¤¦§¬±µ¶]")
_MOJIBAKE = re.compile(
    "[РС][\u0080-\u00bf\u0402-\u040f\u0450-\u045f\u2010-\u203a\u20ac\u2116\u2122]|Ð[\u0080-\u00bf]|Ñ[\u0080-\u00bf]"
)
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
    if len(data) % 4 == 0 and min(zeros[2:]) >= quarter * 0.9:
        return "utf-32-le"
    if len(data) % 4 == 0 and min(zeros[:2]) >= quarter * 0.9:
        return "utf-32-be"
    even, odd = _highs(sample[::2]), _highs(sample[1::2])
    if odd > 0.8 and even < 0.2:
        return "utf-16-le"
    return "utf-16-be" if even > 0.8 and odd < 0.2 else None


def _highs(octets: bytes) -> float:
    """The share of what may be the first half of a Latin or a Russian letter in UTF-16; no one-byte text has such."""
    return (octets.count(0) + octets.count(4)) / max(1, len(octets))


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
    """The Cyrillic page under which most words look Russian; the Latin one where it is plain that none is."""
    if _is_latin(data):
        return data.decode(_LATIN, "replace")
    sample = b"\n".join(line for line in data.splitlines() if not line.isascii())[:SAMPLE]
    page = max(_CYRILLIC, key=lambda one: _russian_score(sample.decode(one, "replace")))
    return data.decode(page, "replace")


def _russian_score(text: str) -> float:
    words = _WORD.findall(text)
    plain = sum(len(word) for word in words if _PLAIN_WORD.fullmatch(word))
    frequent = sum(map(text.lower().count, _FREQUENT))
    broken = sum(len(word) for word in words if not _PLAIN_WORD.fullmatch(word))
    return plain + frequent - 3 * broken - 5 * len(_ODD.findall(text)) - 5 * text.count(_REPLACED)


def _is_latin(data: bytes) -> bool:
    """Letters above ASCII stand one or two together and touch a Latin letter; «№» is not among the signs."""
    return all(
        len(run[0]) < 3 and _NUMBER_SIGN not in run[0] and (_touches(data, run) or not _letters(run[0]))
        for run in _HIGH_RUN.finditer(data)
    )


def _touches(data: bytes, run: re.Match[bytes]) -> bool:
    around = data[max(0, run.start() - 1) : run.start()] + data[run.end() : run.end() + 1]
    return any(chr(one).isalpha() for one in around)


def _letters(octets: bytes) -> bool:
    return any(map(str.isalpha, octets.decode(_LATIN, "replace")))


def _refuse_damaged(name: str, text: str) -> None:
    sample = text[:SAMPLE]
    letters = max(1, sum(map(str.isalpha, sample)))
    if 2 * len(_MOJIBAKE.findall(sample)) > 0.3 * letters:
        raise RefusedFileError(
            "encoding",
            f"Текст в файле «{name}» испорчен: файл в кодировке UTF-8 открыли как Windows-1251 и так сохранили.",
        )
    if text.count(_REPLACED) > 0.01 * letters * len(text) / len(sample or " "):
        raise RefusedFileError("encoding", f"Текст в файле «{name}» испорчен: вместо букв в нём стоят знаки «\ufffd».")
    lost = sum(map(len, _QUESTIONS.findall(sample)))
    if lost > 20 and lost > letters:
        raise RefusedFileError("encoding", f"Текст в файле «{name}» испорчен: вместо букв в нём стоят знаки «?».")


def _ends_inside(name: str) -> RefusedFileError:
    return RefusedFileError("truncated", f"Файл «{name}» обрезан: он кончается посреди буквы.")


def _unclear(name: str) -> RefusedFileError:
    return RefusedFileError("encoding", f"Файл «{name}» не прочитан: буквы в нём записаны в разных кодировках.")
