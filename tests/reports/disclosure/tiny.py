"""Tiny packages drawn by chance, so small that all their numbers can be tried one after another."""

from random import Random

from reports.disclosure.system import AtMost, Cell, Issued, Same, Share, Sum, System

K = 3


def drawn(chance: Random, rows: int = 2) -> tuple[System, frozenset[str]]:
    """A package, at most two before it, and keys that somebody has hidden, wisely or not."""
    columns = chance.choice((2, 2, 3)) if rows == 1 else 2
    names = [f"1/{row}/{column}" for row in range(rows) for column in range(columns)]
    numbers = {name: chance.choice((0, 1, 2, 3)) for name in names}
    sums = tuple(_sums(rows, columns))
    grows = _growing(chance, names, sums)
    earlier = []
    for at in range(chance.choice((0, 0, 1, 1, 2))):
        values = _with_sums(numbers, sums)
        hidden = frozenset(key for key in values if _hide(chance, values[key]))
        earlier.append(
            Issued(f"п{at}", {key: value for key, value in values.items() if key not in hidden}, hidden, sums)
        )
        numbers = {
            name: max(0 if name not in grows else value, value + chance.choice((-1, 0, 0, 0, 1, 1, 3)))
            for name, value in numbers.items()
        }
    values = _with_sums(numbers, sums)
    same = (Same("1/Т/Т", "2/Всего"),) if chance.random() < 0.3 else ()
    values |= {"2/Всего": values["1/Т/Т"]} if same else {}
    totals = {"1/Т/Т", *(f"1/Т/{column}" for column in range(columns) if chance.random() < 0.2)}
    cells = tuple(Cell(key, value, total=key in totals) for key, value in values.items())
    low, high = sorted(chance.sample(names, 2), key=lambda name: numbers[name])
    system = System(
        cells,
        K,
        sums,
        same,
        (AtMost(low, high),) if not earlier and chance.random() < 0.4 else (),
        (Share("%", names[0], chance.choice((7, "1/Т/Т")), chance.choice((0, 1))),) if chance.random() < 0.4 else (),
        tuple(earlier),
        grows,
    )
    hidden = frozenset(key for key, value in values.items() if _hide(chance, value))
    return system, hidden | ({"%"} if chance.random() < 0.3 else set())


def _growing(chance: Random, names: list[str], sums: tuple[Sum, ...]) -> frozenset[str]:
    """Some counts never fall, and so do sums of such counts."""
    grows = {name for name in names if chance.random() < 0.5}
    for one in sums:
        grows |= {one.whole} if grows.issuperset(one.parts) else set()
    return frozenset(grows)


def _hide(chance: Random, value: int) -> bool:
    return chance.random() < (0.8 if 0 < value < K else 0.35)


def _sums(rows: int, columns: int) -> list[Sum]:
    across = [Sum(f"1/{row}/Т", tuple(f"1/{row}/{column}" for column in range(columns))) for row in range(rows)]
    down = [Sum(f"1/Т/{column}", tuple(f"1/{row}/{column}" for row in range(rows))) for column in range(columns)]
    return [
        *across,
        *down,
        Sum("1/Т/Т", tuple(one.whole for one in across)),
        Sum("1/Т/Т", tuple(one.whole for one in down)),
    ]


def _with_sums(numbers: dict[str, int], sums: tuple[Sum, ...]) -> dict[str, int]:
    values = dict(numbers)
    for one in sums:
        values[one.whole] = sum(values[part] for part in one.parts)
    return values
