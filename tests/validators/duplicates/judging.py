"""How well pairs of one human being are found among many: recall by kind, precision."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from config.codes import CODE
from config.settings import Settings
from tests.validators.duplicates.population import Human, Region, office_of, people
from tests.validators.duplicates.second_rows import TUNED, UNSEEN, second_row
from validators.office import Office, Scene
from validators.rules.duplicates import a_person_has_one_row, alike_rows_are_different_people

Pair = frozenset[str]
ALL_KINDS = (*TUNED, *UNSEEN)
_TODAY = date(2026, 4, 15)
_RULES = (a_person_has_one_row, alike_rows_are_different_people)
_CODE = re.compile(CODE.pattern)


@dataclass(frozen=True)
class Planted:
    """An office and the pairs in it that are one human being, with their kinds."""

    office: Office
    pairs: dict[Pair, str]


@dataclass(frozen=True)
class Verdict:
    """What the rules found: shares from 0 to 1, recall of each kind, pairs that are two people."""

    recall: float
    precision: float
    of_kind: dict[str, float]
    wrong: tuple[Pair, ...]
    lost: tuple[tuple[str, Pair], ...]


def plant(seed: int, size: int = 10_000, share: float = 0.02, kinds: Sequence[str] = ALL_KINDS) -> Planted:
    """So many people; of this share of them there is a second row, each kind as often as any other."""
    region = Region(seed)
    rows = people(region, size - round(size * share))
    first = list(range(len(rows)))
    region.dice.shuffle(first)
    planted: list[tuple[int, int, str]] = []
    for number in range(round(size * share)):
        kind = kinds[number % len(kinds)]
        at, other = next(_fitting(region, rows, first, kind))
        planted.append((at, len(rows), kind))
        rows.append(other)
    return _shuffled(region, rows, planted)


def _fitting(region: Region, rows: list[Human], first: list[int], kind: str) -> Iterator[tuple[int, Human]]:
    """People who can be spoilt so, with their second row; those taken are taken off the list."""
    for place in range(len(first) - 1, -1, -1):
        other = second_row(region, rows[first[place]], kind)
        if other is not None:
            yield first.pop(place), other


def _shuffled(region: Region, rows: list[Human], planted: list[tuple[int, int, str]]) -> Planted:
    order = list(range(len(rows)))
    region.dice.shuffle(order)
    office, codes = office_of([rows[at] for at in order])
    code_of = {at: codes[place] for place, at in enumerate(order)}
    return Planted(office, {frozenset((code_of[one], code_of[two])): kind for one, two, kind in planted})


def found_pairs(office: Office) -> list[Pair]:
    """The pairs of codes that X02 and X03 tell, as they stand in their remarks."""
    scene = Scene(office, _TODAY, Settings())
    told = []
    for rule in _RULES:
        for complaint in rule.check(scene):
            row = complaint.subject.table.ids[complaint.subject.index]  # type: ignore[union-attr]  # always a RowOf
            told += [frozenset((row, code)) for code in _CODE.findall(complaint.text)]
    return told


def judge(planted: Planted) -> Verdict:
    """Runs both rules over the office and compares."""
    found = found_pairs(planted.office)
    right = [pair for pair in found if pair in planted.pairs]
    lost = tuple((kind, pair) for pair, kind in planted.pairs.items() if pair not in set(found))
    all_of, lost_of = Counter(planted.pairs.values()), Counter(kind for kind, _ in lost)
    return Verdict(
        recall=len(right) / len(planted.pairs) if planted.pairs else 1.0,
        precision=len(right) / len(found) if found else 1.0,
        of_kind={kind: 1 - lost_of[kind] / count for kind, count in all_of.items()},
        wrong=tuple(pair for pair in found if pair not in planted.pairs),
        lost=lost,
    )
