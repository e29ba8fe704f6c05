"""Other ways to type the same facts: one column for the full name, several columns for the class or course."""

from config.cells.names import PARTICLES
from config.cells.text import as_text, is_empty_like, tidy
from config.columns import CellError, Raw
from config.register import Composite

_NAME_HEADINGS = (
    "ФИО",
    "Ф.И.О.",
    "Фамилия, имя, отчество",
    "ФИО ребенка",
    "ФИО ученика",
    "ФИО обучающегося",
    "ФИО студента",
    "ФИО участника",
    "ФИО наставника",
)
_NAME_FIELDS = ("surname", "name", "patronymic")


def split_full_name(cells: tuple[Raw, ...]) -> tuple[Raw, ...]:
    """Surname, name and patronymic of «Иванов Пётр Ильич»; what is not clear stays whole in the surname."""
    cell = cells[0]
    if not isinstance(cell, str):
        return cell, None, None
    words = cell.split()
    if len(words) == 4 and words[3].casefold() in PARTICLES:
        words[2:] = [f"{words[2]} {words[3]}"]
    match words:
        case [surname, initials] if "." in initials:
            return surname, initials, initials
        case [surname, name]:
            return surname, name, None
        case [surname, name, patronymic]:
            return surname, name, patronymic
        case _:
            return cell, None, None


def join_grade(cells: tuple[Raw, ...]) -> tuple[Raw, ...]:
    """«9» and «А» → «9А»; a course 2 → «2 курс». A class and a course in one row stay side by side, for the remark."""
    broken = next((cell for cell in cells if isinstance(cell, CellError)), None)
    if broken is not None:
        return (broken,)
    year, letter, course = (_words(cell) for cell in cells)
    parts = [f"{year}{letter}", _course(course)]
    return (" ".join(part for part in parts if part) or None,)


def _course(words: str) -> str:
    return f"{words} курс" if words and "курс" not in words.casefold() else words


def _words(cell: Raw) -> str:
    words = tidy(as_text(cell))
    return "" if is_empty_like(words) else words


FULL_NAME = tuple(Composite((heading,), _NAME_FIELDS, split_full_name) for heading in _NAME_HEADINGS)
"""One column for surname, name and patronymic, under any of its usual headings."""

CLASS_OR_COURSE = Composite(("Класс", "Литера", "Курс"), ("grade",), join_grade)
"""Class, letter and course in columns of their own (any of them may be missing)."""
