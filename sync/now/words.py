"""What is told of a wish: the sentences of the deed for one who reads the tab, without what the head typed freely."""

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from config.cells.periods import typed_period
from config.cells.text import tidy
from config.codes import fold_code
from reports.wording import counted
from sync.deeds.deed import Deed, Done
from sync.page.troubles import Place, Trouble, without_commands

HERE = Place("на этом листе", "лист «Состояние»")
BEFORE = "Это уже сделано: в прошлый раз работа оборвалась, когда всё было готово, и об этом не успели написать."
GIVEN_UP = (
    "Начато, итог неизвестен: работа оборвалась несколько раз подряд, и больше её не начинают. Скажите администратору "
    "и посмотрите на листе «Состояние», что сделано."
)
_MOST = 3000
"""Letters that are shown; a cell of a spreadsheet holds many more, but nobody reads them there."""
_PLAIN = re.compile(r"[\d.:/-]+")


def told_of(done: Done) -> str:
    """What came of a deed, a line each, with the files that were made."""
    lines = [without_commands(tidy(line), HERE) for line in done.lines]
    return "\n".join(_cut([*lines, *_files(done.files, lines)]))


def told_of_trouble(trouble: Trouble) -> str:
    """Why a deed was not done, and what to do."""
    return f"Не сделано. {trouble.sentence} {trouble.advice}".strip()


def discreet(text: str, deed: Deed, asked: Iterable[str]) -> str:
    """The text without what the head typed freely where it is quoted: it may name somebody. Codes and days stay."""
    for ask, words in zip(deed.asks, asked, strict=False):
        parts = {words, *re.split(r"[\s,;]+", words)} if ask.choices is None else set()
        for part in parts:
            if part and not _is_plain(part):
                text = re.sub(f"«{re.escape(part)}»", "«…»", text, flags=re.IGNORECASE)
    return text


def _is_plain(words: str) -> bool:
    return fold_code(words) is not None or typed_period(words) is not None or _PLAIN.fullmatch(words) is not None


def _files(files: Iterable[Path], lines: Iterable[str]) -> Iterator[str]:
    """The names of files that no line tells."""
    said = "\n".join(lines)
    names = [one.name for one in files if one.name not in said]
    if names:
        yield f"Файлы: {', '.join(names)}."


def _cut(lines: list[str]) -> Iterator[str]:
    used = 0
    for number, line in enumerate(lines):
        used += len(line) + 1
        if used > _MOST:
            yield line[: max(_MOST - used + len(line) + 1, 0)].rstrip() + "…" if number == 0 else "…"
            left = len(lines) - number
            yield f"Показано начало, дальше ещё {counted(left, 'строка', 'строки', 'строк')}."
            return
        yield line
