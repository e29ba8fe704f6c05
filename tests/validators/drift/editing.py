"""What people do to a table in an ordinary week: edits, new rows, deletions, sorting, renaming, mass changes."""

import random
from collections.abc import Callable, Mapping, Sequence

from config.codes import CODE
from config.columns import Raw
from tests.validators.drift.ledgers import Ledger, ledger, sort_whole

Deed = Callable[[Ledger, random.Random], None]
_WORDS = ("Берег", "Восток", "Галерея", "Дельта", "Енисей", "Зенит", "Исток", "Кедр", "Лоцман", "Маяк", "Нива", "Опора")


def edit_some(one: Ledger, dice: random.Random, count: int, columns: Sequence[int] = ()) -> None:
    """Single cells typed anew: with a value of the column, with one that nobody has, or emptied."""
    for _ in range(count):
        row, at = dice.choice(one.rows), dice.choice(columns or range(1, len(one.fields)))
        row[at] = _typed(one, at, row[at], dice)


def _typed(one: Ledger, at: int, cell: Raw, dice: random.Random) -> Raw:
    """A value that may stand in the column: one of its own, or a new one of the same kind."""
    name = one.fields[at]
    if dice.random() < 0.1:
        return None
    if isinstance(cell, int | float):
        steps = (-14, -7, -1, 1, 2, 7, 14, 30) if one.register.by_field[name].kind.is_date else (1, 2)
        return cell + dice.choice(steps)
    if _is_free(one, name) and (name in one.register.natural or dice.random() < 0.8):
        return _renamed(cell, dice)
    if name in one.register.natural and isinstance(cell, str) and CODE.fullmatch(cell):
        return f"{cell[:3]}{dice.randint(8000, 9999)}"
    make = _NEW.get(one.register.by_field[name].kind.name)
    return dice.choice(one.column(at)) if make is None or dice.random() < 0.2 else make(dice.randint(10**6, 10**7 - 1))


_NEW: Mapping[str, Callable[[int], str]] = {
    "phone": lambda number: f"+7912{number}",
    "email": lambda number: f"mail{number}@example.ru",
    "url": lambda number: f"https://example.ru/{number}",
    "page": lambda number: f"https://vk.com/page{number}",
}


def _renamed(cell: Raw, dice: random.Random) -> Raw:
    """Two letters changed places, or another name."""
    if not isinstance(cell, str):
        return cell
    if dice.random() < 0.5 and len(cell) > 3:
        at = dice.randrange(len(cell) - 1)
        return cell[:at] + cell[at + 1] + cell[at] + cell[at + 2 :]
    return f"{dice.choice(_WORDS)}-{dice.choice(_WORDS)}"


def _edits(one: Ledger, dice: random.Random) -> None:
    edit_some(one, dice, dice.randint(1, 20))


def _one_column(one: Ledger, dice: random.Random) -> None:
    """A dozen cells of one column mended."""
    at = dice.randrange(1, len(one.fields))
    for row in dice.sample(one.rows, min(len(one.rows), dice.randint(1, 12))):
        row[at] = _typed(one, at, row[at], dice)


def _new_rows(one: Ledger, dice: random.Random) -> None:
    """At the end or between others; copied from a row like it and typed over, now and then without a code."""
    for _ in range(dice.randint(1, 8)):
        row = list(dice.choice(one.rows))
        row[0] = one.next_code() if dice.random() < 0.9 else None
        for at in range(1, len(row)):
            if one.fields[at] in one.register.natural or dice.random() < 0.5:
                row[at] = _typed(one, at, row[at], dice)
        one.rows.insert(dice.choice((len(one.rows), dice.randint(0, len(one.rows)))), row)


def _deletions(one: Ledger, dice: random.Random) -> None:
    for _ in range(dice.randint(1, 2)):
        if len(one.rows) > 8:
            one.rows.pop(dice.randrange(len(one.rows)))


def _sorting(one: Ledger, dice: random.Random) -> None:
    sort_whole(one, dice.randrange(len(one.fields)), down=dice.random() < 0.4)


def _renames(one: Ledger, dice: random.Random) -> None:
    """Names and titles typed anew; or all titles given a word in front."""
    own = [at for at, name in enumerate(one.fields) if name in one.register.natural and _is_free(one, name)]
    if not own:
        return
    at = dice.choice(own)
    if dice.random() < 0.3 and one.register.by_field[one.fields[at]].kind.name == "text":
        for row in one.rows:
            row[at] = f"Проект {row[at]}" if isinstance(row[at], str) else row[at]
        return
    for row in dice.sample(one.rows, min(len(one.rows), dice.randint(1, 6))):
        row[at] = _renamed(row[at], dice)


def _is_free(one: Ledger, name: str) -> bool:
    return one.register.by_field[name].kind.name in {"text", "name", "patronymic", "full_name"}


def _mass_change(one: Ledger, dice: random.Random) -> None:
    """All rows with one status, of one place, or in one stretch, get another status."""
    listed = [at for at, name in enumerate(one.fields) if one.register.by_field[name].among is not None]
    if not listed:
        return
    at = dice.choice(listed)
    among = one.register.by_field[one.fields[at]].among
    assert among is not None
    new, old = dice.choice(among.values), dice.choice(one.column(at))
    start = dice.randint(0, len(one.rows) - 1)
    stretch = range(start, start + dice.randint(1, len(one.rows)))
    by_status = dice.random() < 0.5
    for number, row in enumerate(one.rows):
        if (row[at] == old) if by_status else (number in stretch):
            row[at] = new


def _a_step_on(one: Ledger, dice: random.Random) -> None:
    """Every status becomes the next of its list: forms, stages, results."""
    listed = [at for at, name in enumerate(one.fields) if one.register.by_field[name].among is not None]
    if not listed:
        return
    at = dice.choice(listed)
    among = one.register.by_field[one.fields[at]].among
    assert among is not None
    steps = dict(zip(among.values, among.values[1:], strict=False))
    for row in one.rows:
        row[at] = steps.get(str(row[at]), row[at])


def _moved_days(one: Ledger, dice: random.Random) -> None:
    """All days of a column, or of a stretch of it, are put off."""
    days = [at for at, name in enumerate(one.fields) if one.register.by_field[name].kind.is_date]
    if days:
        at, by = dice.choice(days), dice.choice((1, 7, 14, 30))
        start = dice.randint(0, len(one.rows) - 1)
        for row in one.rows[start : start + dice.randint(1, len(one.rows))]:
            cell = row[at]
            row[at] = cell + by if isinstance(cell, int) else cell


def _filling(one: Ledger, dice: random.Random) -> None:
    """A column that the table had no cells of is filled; or the blank cells of one that it has."""
    blank = [at for at in range(1, len(one.fields)) if None in one.column(at)]
    if not blank:
        return
    at = dice.choice(blank)
    known = [cell for cell in one.column(at) if cell is not None] or ["Заполнено"]
    for row in one.rows:
        row[at] = dice.choice(known) if row[at] is None else row[at]


def _codes(one: Ledger, dice: random.Random) -> None:
    """A code mistyped, lost, or copied with its row."""
    number = dice.randrange(len(one.rows))
    row = one.rows[number]
    match dice.randrange(3):
        case 0:
            row[0] = str(row[0]).replace("-0", "-1", 1) if row[0] else None
        case 1:
            row[0] = None
        case _:
            one.rows.insert(number + dice.randint(0, 1), list(row))


DEEDS: tuple[Deed, ...] = (
    _edits, _one_column, _new_rows, _deletions, _sorting, _renames, _mass_change, _a_step_on, _moved_days, _filling,
    _codes,
)  # fmt: skip


def history(seed: int, updates: int = 4) -> list[tuple[Ledger, str]]:
    """A table after each update of an ordinary while, with what was done to it."""
    dice = random.Random(f"editing {seed}")
    one = ledger(dice)
    if dice.random() < 0.5:
        at = dice.randrange(1, len(one.fields))
        if one.fields[at] not in one.register.natural:
            for row in one.rows:
                row[at] = None
    states = [(one, "first")]
    for _ in range(updates):
        one = one.copy()
        deeds = dice.sample(DEEDS, dice.randint(1, 3))
        for deed in deeds:
            deed(one, dice)
        states.append((one, f"{one.register.key}: {', '.join(deed.__name__ for deed in deeds)}"))
    return states
