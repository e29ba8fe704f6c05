"""A tab in which no table was found: what it is instead, told apart and said in Russian."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from validators.framing.looks import NOTHING, TEXTS, Look
from validators.framing.sheet import Sheet

EMPTY, NO_HEADING, HEADING_ONLY, FORM, QUESTIONNAIRE = "empty", "no_heading", "heading_only", "form", "questionnaire"

_TEXTS = {
    EMPTY: "Лист пуст.",
    NO_HEADING: "На листе не найдена строка заголовков: напишите над данными названия столбцов.",
    HEADING_ONLY: "На листе есть заголовок, но под ним нет ни одной строки данных.",
    FORM: "Это карточка «название — значение», а не таблица: в реестре каждая запись занимает одну строку.",
    QUESTIONNAIRE: "Это анкета с вопросами, а не таблица: перенесите ответы в реестр, по строке на человека.",
}
_OF_A_FORM = re.compile(
    r"(?:полное|сокращ|краткое)?\s?(?:наименован|назван)|инн|кпп|огрн|октмо|бик|адрес|телефон|факс|e ?mail|эл почт|"
    r"фамилия|имя|отчество|фио|ф и о|дата|должност|паспорт|снилс|руководител|контакт|сайт|статус|регион|муниципал|"
    r"образоват|школа|класс|направлен|цель|задач|срок|ответственн|место|счет|расчетн|банк|name|address|phone|email|date"
)
_LEAST_PAIRS = 4


@dataclass(frozen=True)
class NoTable:
    """Why a tab gives no table: `why` is empty|no_heading|heading_only|form|questionnaire, `text` says it to people."""

    why: str
    text: str
    heading_rows: tuple[int, ...] = ()


def why_no_table(sheet: Sheet) -> NoTable:
    """The reason for a tab in which no heading stands out."""
    rows = [row for row in range(1, sheet.height + 1) if not sheet.is_blank(row)]
    return no_table(NO_HEADING if rows else EMPTY)


def told_apart(sheet: Sheet) -> NoTable | None:
    """A questionnaire, a form or a heading over nothing, even when some of the rows could pass for a heading."""
    rows = [row for row in range(1, sheet.height + 1) if not sheet.is_blank(row)]
    if rows and _is_heading(sheet, rows[-1]) and all(len(sheet.filled(row)) == 1 for row in rows[:-1]):
        return no_table(HEADING_ONLY, (rows[-1],))
    if _asks(sheet):
        return no_table(QUESTIONNAIRE)
    return no_table(FORM) if _pairs(sheet) else None


def no_table(why: str, rows: tuple[int, ...] = ()) -> NoTable:
    """The value with its Russian sentence."""
    return NoTable(why, _TEXTS[why], rows)


def _is_heading(sheet: Sheet, row: int) -> bool:
    words = [sheet.folded[row - 1][at] for at in sheet.filled(row)]
    texts = sum(sheet.looks[row - 1][at] in TEXTS for at in sheet.filled(row))
    return len(words) > 1 and texts * 2 > len(words) and len(set(words)) == len(words)


def _asks(sheet: Sheet) -> bool:
    """Three questions at least, and they are a third of all rows."""
    rows = [row for row in range(1, sheet.height + 1) if not sheet.is_blank(row)]
    asking = sum(any(sheet.text(row, at).endswith("?") for at in sheet.filled(row)[:2]) for row in rows)
    return asking >= 3 and asking * 3 >= len(rows)


def _pairs(sheet: Sheet) -> bool:
    """Rows of a name and its value: names all different, half of them such as forms ask, values of many kinds."""
    rows = [row for row in range(1, sheet.height + 1) if len(sheet.filled(row)) == 2]
    filled = [row for row in range(1, sheet.height + 1) if sheet.filled(row)]
    if len(rows) < _LEAST_PAIRS or len(rows) * 4 < len(filled) * 3:
        return False
    names = [(row, sheet.filled(row)[0]) for row in rows]
    keys = [sheet.folded[row - 1][at] for row, at in names]
    if len({at for _, at in names}) > 1 or len(set(keys)) < len(keys):
        return False
    asked = sum(
        bool(_OF_A_FORM.match(key)) or sheet.text(*place).endswith(":") for key, place in zip(keys, names, strict=True)
    )
    return asked * 2 >= len(keys) and _are_mixed([sheet.looks[row - 1][sheet.filled(row)[1]] for row in rows])


def _are_mixed(looks: Sequence[Look]) -> bool:
    kinds = {one if one not in TEXTS else Look.WORDS for one in looks if one not in NOTHING}
    texts = sum(one in TEXTS for one in looks)
    return len(kinds) > 1 and 0 < texts < len(looks)
