"""Made-up offices: the tables of a package with their equations, and how they grow from one package to the next."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from random import Random

from reports.disclosure.system import AtMost, Cell, Issued, Same, Share, Sum, System, Verdict

GRAND = {"Подано", "Зачислено"}
K = 5


@dataclass(frozen=True)
class Size:
    """How many categories, municipalities and stages an office has, and how many people in a category at most."""

    categories: int
    places: int
    stages: int
    people: int


def people(chance: Random, size: Size) -> dict[str, int]:
    """Every count of an office at the beginning, without margins."""
    counts: dict[str, int] = {}
    for one in range(size.categories):
        enrolled = _some(chance, size.people)
        left = min(enrolled, _some(chance, 6))
        finished = min(enrolled - left, _some(chance, 6))
        counts |= {
            f"3/{one}/Подано": enrolled + _some(chance, 9),
            f"3/{one}/Выбыло": left,
            f"3/{one}/Завершили": finished,
            f"3/{one}/Активны": enrolled - left - finished,
        }
        for stage in range(size.stages):
            due = chance.randint(0, enrolled)
            counts |= {f"4/{stage}/{one}/Должны": due, f"4/{stage}/{one}/Прошли": chance.randint(0, due)}
    everybody = sum([_enrolled(counts, one) for one in range(size.categories)])
    return counts | spread(chance, size, everybody)


def later(chance: Random, size: Size, counts: Mapping[str, int]) -> dict[str, int]:
    """The same office some time later: a few people more, some of them gone."""
    grown = dict(counts)
    for one in range(size.categories):
        come = chance.choice((0, 0, 0, 1, 1, 2, 3, 6, 12))
        left = chance.choice((0, 0, 0, 1, min(2, grown[f"3/{one}/Активны"] + come)))
        left = min(left, grown[f"3/{one}/Активны"] + come)
        grown[f"3/{one}/Подано"] += come + chance.choice((0, 0, 1, 3))
        grown[f"3/{one}/Активны"] += come - left
        grown[f"3/{one}/Выбыло"] += left
        for _ in range(come):
            grown[f"5/{chance.randrange(size.places)}/Зачислено"] += 1
    for name in [name for name in grown if name.startswith("4/") and name.endswith("Прошли")]:
        due = name.replace("Прошли", "Должны")
        grown[name] = chance.randint(grown[name], grown[due])
    return grown


def spread(chance: Random, size: Size, enrolled: int) -> dict[str, int]:
    """Municipalities: some large, many small."""
    weights = [1 / (1 + at) for at in range(size.places)]
    homes = chance.choices(range(size.places), weights, k=enrolled)
    return {f"5/{place}/Зачислено": homes.count(place) for place in range(size.places)}


def package(size: Size, counts: Mapping[str, int], earlier: tuple[Issued, ...] = ()) -> System:
    """The tables of one package: participants, stages, municipalities, and the indicators made of them."""
    values = dict(counts)
    sums = list(_sums(size))
    for one in sums:
        values[one.whole] = sum(values[part] for part in one.parts)
    same = (Same("3/Всего/Зачислено", "5/Всего/Зачислено"), Same("2/К02/Факт", "3/Всего/Зачислено"))
    values["2/К02/Факт"] = values["3/Всего/Зачислено"]
    cells = tuple(
        Cell(key, value, total="Всего" in key and key.split("/")[-1] in GRAND) for key, value in values.items()
    )
    limits = tuple(
        AtMost(f"4/{stage}/{one}/Прошли", f"4/{stage}/{one}/Должны")
        for stage in range(size.stages)
        for one in [*range(size.categories), "Всего"]
    )
    shares = (
        Share("2/К02/Процент", "2/К02/Факт", 120),
        Share("2/К17/Процент", "3/Всего/Завершили", "3/Всего/Зачислено"),
    )
    grows = frozenset(key for key in values if key.split("/")[-1] in {*GRAND, "Прошли"})
    return System(cells, K, tuple(sums), same, limits, shares, earlier, grows)


def issued(name: str, system: System, verdict: Verdict) -> Issued:
    """The package as everybody has it who received it."""
    seen = {cell.key: cell.value for cell in system.cells if cell.key not in verdict.hidden}
    hidden = frozenset(cell.key for cell in system.cells if cell.key in verdict.hidden)
    return Issued(name, seen, hidden, system.sums, system.same)


def _sums(size: Size) -> Iterator[Sum]:
    each = range(size.categories)
    for one in each:
        yield Sum(f"3/{one}/Зачислено", tuple(f"3/{one}/{column}" for column in ("Активны", "Выбыло", "Завершили")))
    for column in ("Подано", "Зачислено", "Активны", "Выбыло", "Завершили"):
        yield Sum(f"3/Всего/{column}", tuple(f"3/{one}/{column}" for one in each))
    for stage in range(size.stages):
        for column in ("Должны", "Прошли"):
            yield Sum(f"4/{stage}/Всего/{column}", tuple(f"4/{stage}/{one}/{column}" for one in each))
    yield Sum("5/Всего/Зачислено", tuple(f"5/{place}/Зачислено" for place in range(size.places)))


def _enrolled(counts: Mapping[str, int], category: int) -> int:
    return sum(counts[f"3/{category}/{column}"] for column in ("Активны", "Выбыло", "Завершили"))


def _some(chance: Random, most: int) -> int:
    """Often nought or few, seldom many."""
    return int(most * chance.random() ** 2)


def square(chance: Random) -> System:
    """A table of its own with sums both ways, as small as it is hard."""
    rows, columns = chance.choice(((2, 3), (3, 3), (3, 4)))
    values = {f"1/{a}/{b}": chance.choice((0, 1, 2, 4, 7, 9, 15, 30)) for a in range(rows) for b in range(columns)}
    sums = [Sum(f"1/{a}/Т", tuple(f"1/{a}/{b}" for b in range(columns))) for a in range(rows)]
    sums += [Sum(f"1/Т/{b}", tuple(f"1/{a}/{b}" for a in range(rows))) for b in range(columns)]
    sums.append(Sum("1/Т/Т", tuple(f"1/{a}/Т" for a in range(rows))))
    for one in sums:
        values[one.whole] = sum(values[part] for part in one.parts)
    bold = chance.random() < 0.5 and all(values[one.whole] == 0 or values[one.whole] >= K for one in sums)
    cells = tuple(Cell(key, value, total=key == "1/Т/Т" or (bold and "/Т/" in key)) for key, value in values.items())
    return System(cells, K, tuple(sums))
