"""What our tabs say, without what differs between two offices that say the same: stamps, and what only a past knows."""

import re
from collections.abc import Mapping, Sequence

from tests.sync.stateful.worlds.base import Lines

Said = Mapping[str, Sequence[Sequence[str]]]
_STAMP = re.compile(r"( · )?Обновление №.*")
_MARK = re.compile(r"[0-9a-f]{16}(\.\d+){2}(\.[0-9a-f]{8}){2}")
"""The hidden mark of a row counts updates, as a stamp does."""
_STATE = "Состояние"
_TIMELESS = ("Отчёт. Команды и проекты", "Отчёт. Наставники и площадки", "Отчёт. Участники", "Отчёт. Муниципалитеты")
"""Reports whose figures come from the registers as they are now; the others compare them with the past, too."""
_OF_A_TAKING = re.compile(r"Откуда цифры|По состоянию на")
_AGED = ("Данные на дату", "Оценка", "Свежесть")


def said(tabs: Mapping[str, Lines]) -> Said:
    """Every tab without its stamp."""
    return {name: [[_plain(cell) for cell in row] for row in lines] for name, lines in tabs.items()}


def timeless(tabs: Mapping[str, Lines]) -> Said:
    """What an office says of its registers whatever it has lived through: counts by register, teams, mentors."""
    found: dict[str, Sequence[Sequence[str]]] = {}
    for name, lines in said(tabs).items():
        title = name.partition("#")[2]
        if title in _TIMELESS:
            found[title] = [row for row in lines if not _OF_A_TAKING.match(row[0] if row else "")]
        elif title == _STATE:
            found[title] = _without_age(lines)
    return found


def _without_age(lines: Sequence[Sequence[str]]) -> list[list[str]]:
    """The table of registers without the days on which they were taken; how wide it is, other tables below decide."""
    top = next(at for at, row in enumerate(lines) if "Реестр" in row[:1])
    end = next((at for at in range(top, len(lines)) if not any(lines[at])), len(lines))
    old = {at for at, head in enumerate(lines[top]) if head in _AGED}
    return [[cell for at, cell in enumerate(row) if cell and at not in old] for row in lines[top:end]]


def _plain(cell: object) -> str:
    return _MARK.sub("", _STAMP.sub("", "" if cell is None else str(cell)))
