"""Random weeks of a made-up office, for what must hold of every explained change; each seed is one history."""

import random
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cache
from itertools import pairwise
from math import fsum

from config.registers import REGISTERS
from config.settings import parse
from reports.facts import Facts
from reports.figures.catalogue import INDICATORS, Indicator
from reports.figures.change.value import Change, Kind
from reports.figures.changes import explained
from reports.figures.cuts import CUTS
from reports.figures.figure import QUALITY, STATE, Cut
from sync.backends.base import FileRead
from sync.demo.office import office
from sync.demo.season import TODAY
from sync.pipeline import survey
from sync.sheets import Look
from validators.counts import COUNTS, PARTS
from validators.grid import grid_of
from validators.memo import Memo

Row = dict[str, object]
Rows = dict[str, list[Row]]
Deed = Callable[[Rows, random.Random, date], None]

LOOK = Look(parse('[office]\noktmo = "62"\n', {}, tuple(one.key for one in REGISTERS)), TODAY, memo=Memo(), rules=())
_PERSONAL = ("SCH", "UNI")
_SEEDS = 4
"""So many made-up offices begin the histories, in turn."""


@dataclass(frozen=True)
class Told:
    """What was said over one history: what is wrong in it, how many parts there were, how many of them of no reason."""

    wrong: tuple[str, ...]
    parts: int
    other: int


def judge(seed: int, steps: int = 3) -> Told:
    """Every counted indicator, every state and a few cuts, explained after every step of a history."""
    wrong, parts, other = [], 0, 0
    for (before, _), (now, deeds) in pairwise(history(seed, steps)):
        for change in explained(before, now, _asked(random.Random(f"asked {seed}"), now)):
            parts += len(change.parts)
            other += sum(part.cause.kind is Kind.OTHER for part in change.parts)
            said = [*faults(change), *untrue(before, now, change)]
            wrong += [f"#{seed} {change.indicator.id} {dict(change.cut)} after {deeds}: {one}" for one in said]
    return Told(tuple(wrong), parts, other)


def faults(change: Change) -> Iterator[str]:
    """What can't be true of any explained change."""
    left = change.difference - fsum(part.value for part in change.parts)
    if abs(left) > 1e-9:
        yield f"{left} is left of {change.difference}"
    if change.is_change and not change.parts:
        yield "changed without an explanation"
    if change.before.value is not None and change.now.value is not None:
        moved = set(change.before.rows) ^ set(change.now.rows)
        told = [one for part in change.parts for one in part.ids]
        if not moved <= set(told):
            yield f"nothing is said of {sorted(moved - set(told))[:3]}"


def untrue(before: Facts, now: Facts, change: Change) -> Iterator[str]:
    """Reasons that the two offices themselves deny: a new row that was there, a status that is the same."""
    first, last = before.scene.office, now.scene.office
    for part in change.parts:
        cause = part.cause
        if cause.kind in _OF_A_DAY and before.today == now.today:
            yield f"{cause} on one day"
        for one in part.ids if cause.register in last.tables and cause.register in first.tables else ():
            was, stands = first.tables[cause.register].ids.count(one), last.tables[cause.register].ids.count(one)
            right = {Kind.NEW: stands > was, Kind.GONE: stands < was, Kind.DESTROYED: stands < was}
            if not right.get(cause.kind, True):
                yield f"{cause} of {one}"
            if cause.kind is Kind.STATUS and cause.was == cause.now:
                yield f"{cause} of {one}"


_OF_A_DAY = frozenset({Kind.PASSED, Kind.STARTED, Kind.LEFT, Kind.ENDED, Kind.TIME})


def _asked(dice: random.Random, facts: Facts) -> list[tuple[Indicator, Cut]]:
    known = [one for one in INDICATORS if one.id in COUNTS or one.id == QUALITY]
    asked: list[tuple[Indicator, Cut]] = [(one, {}) for one in known]
    for one in known:
        asked += [(one, {STATE: state}) for state in PARTS.get(one.id, {})]
        for cut in one.cuts[: dice.randint(0, 2)]:
            names = sorted({name for some in facts.scene.office.once(CUTS[cut][1]).values() for name in some})
            asked += [(one, {cut: name}) for name in dice.sample(names, min(2, len(names)))]
    return asked


def history(seed: int, steps: int) -> Iterator[tuple[Facts, str]]:
    """The office after each step, with what was done to it."""
    dice = random.Random(f"weeks {seed}")
    rows, day = beginning(seed % _SEEDS + 1), TODAY - timedelta(days=dice.choice((0, 20, 90, 180)))
    yield facts_of(rows, day), "first"
    for _ in range(steps):
        rows = {key: [dict(row) for row in some] for key, some in rows.items()}
        deeds = dice.sample(DEEDS, dice.randint(0, 6))
        for deed in deeds:
            deed(rows, dice, day)
        day += timedelta(days=dice.choice((0, 0, 1, 1, 7, 30)))
        yield facts_of(rows, day), ", ".join(deed.__name__ for deed in deeds)


def facts_of(rows: Mapping[str, Sequence[Row]], day: date) -> Facts:
    """The facts of an office of these rows on a day, through the whole pipeline; rules are not asked."""
    files = [_file(key, rows[key]) for key in rows]
    return survey(files, replace(LOOK, today=day)).facts


@cache
def _made(seed: int) -> Mapping[str, Sequence[Mapping[str, object]]]:
    return office(seed).rows


def beginning(seed: int) -> Rows:
    """The rows of a made-up office, to be changed."""
    return {key: [dict(row) for row in some] for key, some in _made(seed).items()}


def _file(key: str, rows: Sequence[Row]) -> FileRead:
    register = next(one for one in REGISTERS if one.key == key)
    names = [one.field for one in register.columns if one.field not in _lost(rows)]
    head = [register.by_field[name].heading for name in names]
    cells = [[_cell(row.get(name)) for name in names] for row in rows]
    name = f"{register.tab}.xlsx"
    return FileRead(name, "", (grid_of(name, register.tab, [head, *cells], typed=False),))


def _lost(rows: Sequence[Row]) -> frozenset[str]:
    return frozenset(str(name) for row in rows[:1] for name in (row.get("lost columns"),) if name)


def _cell(value: object) -> object:
    if isinstance(value, date):
        return f"{value:%d.%m.%Y}"
    return {True: "Да", False: "Нет"}[value] if isinstance(value, bool) else value


def _some(rows: Rows, dice: random.Random, key: str, most: int = 6) -> list[Row]:
    own = rows.get(key, [])
    return dice.sample(own, min(len(own), dice.randint(1, most)))


def _near(dice: random.Random, day: date) -> date:
    return day + timedelta(days=dice.randint(-60, 40))


def _people(dice: random.Random) -> str:
    return dice.choice(_PERSONAL)


def _statuses(rows: Rows, dice: random.Random, day: date) -> None:
    """People are enrolled, leave, end; now and then with the date, now and then without."""
    for row in _some(rows, dice, _people(dice)):
        row["status"] = dice.choice(
            ("Кандидат", "Участник", "Выбыл", "Завершил", "Не прошёл отбор", "Ошибочная запись")
        )
        if dice.random() < 0.5:
            row["left" if row["status"] == "Выбыл" else "enrolled"] = _near(dice, day)


def _dates(rows: Rows, dice: random.Random, day: date) -> None:
    for row in _some(rows, dice, _people(dice)):
        row[dice.choice(("applied", "enrolled", "left"))] = dice.choice((None, _near(dice, day), _near(dice, day)))


def _new_people(rows: Rows, dice: random.Random, day: date) -> None:
    """New rows; some of them the very same people under another code."""
    key = _people(dice)
    for row in _some(rows, dice, key, 4):
        again = {**row, "id": _next_code(rows, key), "enrolled": _near(dice, day)}
        if dice.random() < 0.7:
            again |= {
                "surname": dice.choice(("Зорин", "Мельник", "Титов")),
                "born": date(2009, 1, 1) + timedelta(dice.randint(0, 900)),
            }
        rows[key].insert(dice.randint(0, len(rows[key])), again)


def _next_code(rows: Rows, key: str) -> str:
    codes = [str(row["id"]) for row in rows[key]]
    return f"{codes[0][:3]}{max(int(code[3:]) for code in codes) + 1:04d}"


def _deletions(rows: Rows, dice: random.Random, _day: date) -> None:
    key = dice.choice(("SCH", "UNI", "MENT", "TEAM", "PLAN", "DEC", "PAGE", "FIN", "PROG", "EDU", "ENT"))
    for row in _some(rows, dice, key, 3):
        rows[key].remove(row)


def _destroyed(rows: Rows, dice: random.Random, day: date) -> None:
    """A consent is withdrawn; whoever withdrew it before is erased."""
    key = _people(dice)
    rows[key] = [row for row in rows[key] if row.get("consent_withdrawn") is None]
    for row in _some(rows, dice, key, 2):
        row["consent_withdrawn"] = day


def _decisions(rows: Rows, dice: random.Random, day: date) -> None:
    for row in _some(rows, dice, "DEC", 3):
        match dice.randrange(4):
            case 0:
                row["revoked"] = dice.choice((None, _near(dice, day)))
            case 1:
                row["result"] = dice.choice(("Принято", "Отклонено"))
            case 2:
                row["decided"] = _near(dice, day)
            case _:
                row["objects"] = dice.choice([other.get("objects") for other in rows.get("DEC", ())])


def _tasks(rows: Rows, dice: random.Random, day: date) -> None:
    for row in _some(rows, dice, "PLAN"):
        row["status"] = dice.choice(("Исполнено", "В работе", "Отменено", None))
        row["done"] = _near(dice, day) if row["status"] == "Исполнено" else None
    for row in _some(rows, dice, "DEC", 2):
        row["due"], row["execution"] = _near(dice, day), dice.choice(("Исполнено", "В работе", "Снято с контроля"))


def _teams(rows: Rows, dice: random.Random, day: date) -> None:
    """Members change teams; stages go on; a team is closed."""
    codes = [row["id"] for row in rows["TEAM"]]
    for row in _some(rows, dice, "SCH"):
        row["team"] = dice.choice((None, "КМ-9999", *codes, *codes))
    for row in _some(rows, dice, "TEAM", 3):
        row["stage"] = dice.choice(("Идея", "Разработка", "Защищён", "Закрыт"))
        row["defended"], row["formed"] = _near(dice, day), dice.choice((row.get("formed"), _near(dice, day)))


def _places(rows: Rows, dice: random.Random, _day: date) -> None:
    towns = [row["id"] for row in rows["MUN"]]
    for key in ("EDU", "SCH", "MENT"):
        for row in _some(rows, dice, key, 2):
            row["municipality"] = dice.choice((None, *towns))
    for row in _some(rows, dice, "SCH", 2):
        row["organisation"] = dice.choice([school["id"] for school in rows.get("EDU", ())] or [None])


def _pages(rows: Rows, dice: random.Random, day: date) -> None:
    for row in _some(rows, dice, "PAGE", 4):
        row["last_post"], row["state"] = _near(dice, day), dice.choice(("Действует", "Действует", "Закрыта"))
    for row in _some(rows, dice, "PUB", 4):
        row["day"], row["status"] = _near(dice, day), dice.choice(("Вышла", "Запланирована"))


def _money(rows: Rows, dice: random.Random, _day: date) -> None:
    for row in _some(rows, dice, "FIN", 4):
        row[dice.choice(("cash", "plan_q1", "plan_q2", "plan_year"))] = dice.choice((None, dice.randint(0, 900_000)))


def _approvals(rows: Rows, dice: random.Random, day: date) -> None:
    for row in _some(rows, dice, "MENT", 3):
        row["status"] = dice.choice((None, "Предложен", "Утверждён", "Отклонён"))
        row["term_until"] = dice.choice((None, _near(dice, day)))
    for row in _some(rows, dice, "ENT", 3):
        row["status"], row["agreement_until"] = dice.choice((None, "Предложена", "Утверждена")), _near(dice, day)


def _spoiled(rows: Rows, dice: random.Random, _day: date) -> None:
    """Vital cells that can't be read, and blank ones that are mended again."""
    for row in _some(rows, dice, _people(dice), 3):
        row["status"] = dice.choice((None, "кто-то", "Участник"))
    for row in _some(rows, dice, "DEC", 1):
        row["result"] = dice.choice((None, "???", "Принято"))
    for row in _some(rows, dice, "PROG", 5):
        row["participant"] = dice.choice((None, "СТ-9999", row.get("participant")))


def _drafts(rows: Rows, dice: random.Random, _day: date) -> None:
    key = dice.choice(("PLAN", "PAGE", "PUB", "FIN", "DEC", "EDU", "PROG"))
    register = next(one for one in REGISTERS if one.key == key)
    for row in _some(rows, dice, key, 3):
        row[register.life.field] = dice.choice((None, "Черновик", "Ошибочная запись"))


def _anything(rows: Rows, dice: random.Random, _day: date) -> None:
    """Cells of any register get what another row of the column has."""
    key = dice.choice(sorted(rows))
    for row in _some(rows, dice, key, 8):
        name = dice.choice(sorted(row))
        if name != "id":
            row[name] = dice.choice((None, dice.choice(rows[key]).get(name)))


def _shuffled(rows: Rows, dice: random.Random, _day: date) -> None:
    dice.shuffle(rows[dice.choice(("SCH", "UNI", "TEAM", "PROG"))])


def _codes(rows: Rows, dice: random.Random, _day: date) -> None:
    """A code that another row has already."""
    key = dice.choice(("SCH", "MENT", "TEAM"))
    one, other = dice.sample(rows[key], 2)
    one["id"] = other["id"]


def _registers(rows: Rows, dice: random.Random, _day: date) -> None:
    """Now and then a register is no longer there, or a column of it."""
    if dice.random() < 0.15:
        rows.pop(dice.choice(("PAGE", "DEC", "FIN", "EDU", "PUB")), None)
    elif dice.random() < 0.2:
        key = dice.choice(("SCH", "PAGE", "PLAN", "TEAM"))
        for row in rows.get(key, ())[:1]:
            row["lost columns"] = dice.choice(("left", "whose", "done", "stage", "municipality"))


DEEDS: tuple[Deed, ...] = (
    _statuses, _dates, _new_people, _deletions, _destroyed, _decisions, _tasks, _teams, _places, _pages, _money,
    _approvals, _spoiled, _drafts, _anything, _shuffled, _codes, _registers,
)  # fmt: skip
