"""How a single cell is spoiled: for each code the columns where it may be, and what staff would have typed."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from random import Random

from config.cells.text import CYRILLIC_TWINS, TO_LATIN
from config.columns import CellError
from config.registers.institutions import SCHOOL
from sync.demo.draft import Cell, Row, day_of

Typed = Cell | CellError
Fit = Callable[[Row], bool]


@dataclass(frozen=True)
class Plot:
    """The row to be spoiled, the rows before it, and chance."""

    row: Row
    earlier: tuple[Row, ...]
    dice: Random
    field: str

    @property
    def cell(self) -> Cell:
        """What stands in the cell now."""
        return self.row[self.field]


@dataclass(frozen=True)
class Spoiling:
    """One way to spoil a cell. `fit` tells which rows it suits; `empty` — those in which nothing stands there."""

    code: str
    register: str
    field: str
    kind: str
    typed: Callable[[Plot], Typed]
    fit: Fit = lambda _row: True
    empty: bool = False


def _always(cell: Typed) -> Callable[[Plot], Typed]:
    return lambda _plot: cell


def _before(other: str, days: int) -> Callable[[Plot], Typed]:
    return lambda plot: day_of(plot.row, other) - timedelta(days=days)


def _as_text(plot: Plot) -> Typed:
    return f"{day_of(plot.row, plot.field):%d.%m.%Y}"


def _latin_letter(plot: Plot) -> Typed:
    text = str(plot.cell)
    at = next(place for place, letter in enumerate(text) if place and letter in CYRILLIC_TWINS)
    return text[:at] + text[at].translate(TO_LATIN) + text[at + 1 :]


def _has_twin(name: str) -> Fit:
    return lambda row: any(letter in CYRILLIC_TWINS for letter in str(row[name])[1:])


def _next_digit(plot: Plot) -> Typed:
    text = str(plot.cell)
    return text[:-1] + str((int(text[-1]) + plot.dice.randint(1, 8)) % 10)


def _again(plot: Plot) -> Typed:
    return plot.dice.choice(plot.earlier)[plot.field]


def _page_again(plot: Plot) -> Typed:
    return next(
        row[plot.field] for row in plot.earlier if row["platform"] == plot.row["platform"] and not _official(row)
    )


def _two_phones(plot: Plot) -> Typed:
    return f"{plot.cell}, +7 983 {plot.dice.randint(100, 999)}-{plot.dice.randint(10, 99)}-{plot.dice.randint(10, 99)}"


def _two(second: str) -> Callable[[Plot], Typed]:
    return lambda plot: f"{str(plot.cell)[:7]}; {second}"


def _mobile(plot: Plot) -> str:
    return f"8 983 {plot.dice.randint(100, 999)}-{plot.dice.randint(10, 99)}-{plot.dice.randint(10, 99)}"


def _snils(plot: Plot) -> str:
    return f"{plot.dice.randint(100, 999)}-{plot.dice.randint(100, 999)}-{plot.dice.randint(100, 999)} 17"


def _has(name: str, *cells: Cell) -> Fit:
    return lambda row: row[name] in cells


def _official(row: Row) -> bool:
    return row["official"] == "Да"


def _of_student(row: Row) -> bool:
    return str(row["whose"]).startswith("СТ-")


def _of_team(row: Row) -> bool:
    return str(row["whose"]).startswith("КМ-")


_ORDERS = _has("kind", "Приказ", "Письмо", "Соглашение")
_LIVING = _has("status", "Участник")
_LEFT = _has("status", "Выбыл")
_TEST = _has("kind", "Профессиональная проба")
_PLAIN_MEASURE = _has("kind", "Мероприятие")

SPOILINGS: tuple[Spoiling, ...] = (
    Spoiling("C01", "SCH", "patronymic", "empty", _always(None), _LIVING),
    Spoiling("C01", "UNI", "consent_on", "empty", _always(None), _has("status", "Не прошёл отбор")),
    Spoiling("C01", "MENT", "post", "empty", _always(None)),
    Spoiling("C01", "PUB", "minors", "empty", _always(None), _has("status", "Вышла")),
    Spoiling("C01", "DOC", "title", "empty", _always(None), _ORDERS),
    Spoiling("C01", "PROG", "title", "empty", _always(None), _has("kind", "Консультация наставника")),
    Spoiling("C01", "AGENDA", "subject", "empty", _always(None)),
    Spoiling("C02", "SCH", "born", "no such day", _always("31.02.2010"), _LIVING),
    Spoiling("C02", "UNI", "applied", "only a month", _always("октябрь 2025"), _LIVING),
    Spoiling("C02", "FIN", "cash", "words for a sum", _always("уточняется")),
    Spoiling("C02", "PLAN", "start", "year of two digits", _always("15.09.25"), _PLAIN_MEASURE),
    Spoiling("C02", "PUB", "reach", "words for a number", _always("много")),
    Spoiling("C02", "TEAM", "size", "words for a number", _always("семь")),
    Spoiling("C03", "MENT", "category", "not in the list", _always("Волонтёр")),
    Spoiling("C03", "DOC", "counterpart", "not in the list", _always("Партнёр"), _ORDERS),
    Spoiling("C03", "PUB", "type", "not in the list", _always("Мем")),
    Spoiling("C03", "ENT", "type", "not in the list", _always("Кооператив")),
    Spoiling("C03", "AGENDA", "level", "not in the list", _always("Федеральный")),
    Spoiling("C04", "SCH", "left", "order of dates", _before("enrolled", 9), _LEFT),
    Spoiling("C04", "PROG", "end", "order of dates", _before("start", 3)),
    Spoiling("C04", "FIN", "obligations", "negative sum", _always(-15_000)),
    Spoiling("C04", "PAGE", "followers", "negative number", _always(-12), _of_team),
    Spoiling("C04", "MENT", "most_teams", "too small", _always(0)),
    Spoiling("C04", "PUB", "reach", "negative number", _always(-40)),
    Spoiling("C05", "TEAM", "name", "repeated name", _again),
    Spoiling("C05", "EDU", "inn", "repeated number", _again),
    Spoiling("C05", "PAGE", "url", "repeated page", _page_again, _of_student),
    Spoiling("C05", "PROG", "id", "repeated code", _again, _has("kind", "Отбор (эссе/тест)")),
    Spoiling("C05", "PUB", "url", "repeated link", _again, _has("status", "Вышла")),
    Spoiling("C06", "MENT", "status", "short spelling", _always("утв."), _has("status", "Утверждён")),
    Spoiling("C06", "EDU", "type", "other word", _always("школа"), _has("type", SCHOOL)),
    Spoiling("C07", "SCH", "surname", "Latin letter", _latin_letter, _has_twin("surname")),
    Spoiling("C07", "UNI", "surname", "Latin letter", _latin_letter, _has_twin("surname")),
    Spoiling("C07", "MENT", "surname", "Latin letter", _latin_letter, _has_twin("surname")),
    Spoiling("C08", "SCH", "applied", "date as text", _as_text),
    Spoiling("C08", "DOC", "day", "date as text", _as_text, _ORDERS),
    Spoiling("C08", "EDU", "inn", "number for a text", lambda plot: int(str(plot.cell))),
    Spoiling("C09", "ENT", "inn", "check digit", _next_digit),
    Spoiling("C09", "EDU", "inn", "check digit", _next_digit),
    Spoiling("C09", "EDU", "ogrn", "check digit", _next_digit),
    Spoiling("C10", "FIN", "plan_q4", "formula error", _always(CellError("#REF!"))),
    Spoiling("C10", "TEAM", "size", "formula error", _always(CellError("#N/A"))),
    Spoiling("C11", "SCH", "phone", "two telephones", _two_phones),
    Spoiling("C11", "PLAN", "responsible", "two codes", _two("РП-0002"), _PLAIN_MEASURE),
    Spoiling("C11", "DOC", "counterpart", "two values", _always("ФПО; ОИВ"), _ORDERS),
    Spoiling("C12", "UNI", "curator", "code of another register", _always("СТ-0001")),
    Spoiling("C12", "PROG", "organisation", "code of another register", _always("КМ-0001"), _TEST),
    Spoiling("C12", "SCH", "curator", "number without letters", _always("5"), _LIVING),
    Spoiling("C13", "SCH", "name", "initial", lambda plot: f"{str(plot.cell)[0]}."),
    Spoiling("C13", "SCH", "guardian", "not a full name", _always("мама Ольга")),
    Spoiling("C13", "MENT", "name", "initial", lambda plot: f"{str(plot.cell)[0]}."),
    Spoiling(
        "C14",
        "SCH",
        "email",
        "comma in an address",
        lambda plot: str(plot.cell).replace(".ru", ",ru").replace(".org", ",org"),
    ),
    Spoiling("C14", "ENT", "phone", "too short", _always("8(912)34")),
    Spoiling("C14", "PAGE", "url", "post for a page", _always("https://vk.com/wall-98001234_77"), _of_student),
    Spoiling("X43", "SCH", "note", "telephone in a note", lambda plot: f"Звонить маме {_mobile(plot)}", empty=True),
    Spoiling("X43", "UNI", "note", "СНИЛС in a note", lambda plot: f"СНИЛС {_snils(plot)}", empty=True),
    Spoiling("X43", "MENT", "note", "e-mail in a note", _always("Писать на chaika.olga@example.ru"), empty=True),
    Spoiling("X43", "PROG", "note", "birthday in a note", _always("д.р. 14.03.2009"), empty=True),
    Spoiling("X43", "NOTE", "reason", "telephone in a reason", lambda plot: f"{plot.cell} Звоните: {_mobile(plot)}"),
    Spoiling("X01", "PROG", "organisation", "code that is not there", _always("ПП-0999"), _TEST),
    Spoiling("X01", "UNI", "curator", "code that is not there", _always("РП-0099")),
    Spoiling("X01", "PUB", "page", "code that is not there", _always("СР-0999")),
    Spoiling("X01", "DOC", "author", "code that is not there", _always("РП-0042"), _ORDERS),
)
TIMES = {"C01": 4, "C02": 4, "C03": 4, "C04": 4, "C05": 4, "X43": 5}
"""How many of its ways a code takes in one office; two, when it is not named here."""
