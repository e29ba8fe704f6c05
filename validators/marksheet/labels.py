"""The words that the head of a ведомость is written in: whose row it is, and what a row above the marks says."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from config.cells.text import fold
from config.codes import fold_code
from config.columns import Raw
from config.registers.joined import FULL_NAME
from config.registers.participation import PROG
from config.registers.plan import PLAN
from config.settings import Keeping

_ID = "id"
_NAME = "name"
_PARTS = {"фамилия": "surname", "имя": "given", "отчество": "patronymic"}
_NAME_WORDS = ("Участник", "Ученик", "Обучающийся", "Школьник", "Студент", "Фамилия и имя", "Фамилия Имя")
_ID_WORDS = ("Код", "Код участника")
_BESIDE = frozenset(
    fold(word)
    for word in ("Итого", "Всего", "Примечание", "Подпись", "Комментарий", "Средний балл", "Сумма баллов", "№", "№ п/п")
)
_NOT_OF_HEAD = frozenset({"id", "participant", "result", "progress", "score", "reward"})


@dataclass(frozen=True)
class Labels:
    """The folded words of a head: `people` name the columns that say who, `rows` the rows that say of an activity."""

    people: Mapping[str, str]
    rows: Mapping[str, str]


def labels(keeping: Keeping) -> Labels:
    """The words with the office's own ones from `headings`."""
    people = dict.fromkeys(map(fold, _ID_WORDS), _ID) | _PARTS
    names = (*_NAME_WORDS, *PROG.by_field["participant"].former, *(one.headings[0] for one in FULL_NAME))
    people |= {fold(word): _NAME for word in names if fold(word) not in people}
    rows = {fold("Название"): "title", fold("Тема"): "title", fold("Мероприятие"): "title"}
    for column in PROG.columns:
        for heading in (column.heading, *column.former):
            if column.field not in {*_NOT_OF_HEAD, "event"}:
                rows.setdefault(fold(heading), column.field)
    for theirs, ours in keeping.headings.items():
        for words in (people, rows):
            if fold(ours) in words:
                words[fold(theirs)] = words[fold(ours)]
    return Labels(people, rows)


def plan_code(cell: Raw) -> tuple[str, str] | None:
    """The code of a measure of the plan and the words after it: «МР-0045 · Слёт команд»; None for all else."""
    if not isinstance(cell, str):
        return None
    words = cell.split()
    for count in (1, 2):
        code = fold_code(" ".join(words[:count]).rstrip(".,:;"))
        if code is not None and code.startswith(f"{PLAN.prefix}-"):
            return code, " ".join(words[count:]).lstrip("·.,:;—–- ")
    return None


def stands_beside(heading: str) -> bool:
    """A column under this heading holds no marks: totals, notes, signatures."""
    key = fold(heading)
    return key in _BESIDE or key.startswith(("итог", "всего", "примеч", "подпись"))


def folded(row: tuple[Raw, ...]) -> Iterator[tuple[int, str]]:
    """Each text of a row with its position (0-based), for comparison."""
    return ((at, fold(cell)) for at, cell in enumerate(row) if isinstance(cell, str) and cell.strip())
