"""Where mistakes of a kind are made: rows that suit it and that nobody has remarked on, chosen by chance."""

from collections.abc import Iterator
from itertools import zip_longest
from random import Random

from sync.pipeline import Survey
from sync.selftest.injectors.injector import Conditions, fits
from sync.selftest.kinds import Kind, Target, target_of
from sync.selftest.place import Place
from sync.selftest.subject import Subject
from validators.office import Office


def places(subject: Subject, before: Survey, kind: Kind, seed: int) -> Iterator[Place]:
    """All places that suit a kind, taken from its columns in turn; the same for the same seed."""
    dice = Random(f"rpo selftest {seed} {kind.name}")  # noqa: S311  chance of a game, not of a secret
    office = before.facts.scene.office
    remarked = {(one.place.register, one.place.id or one.place.local_key) for one in before.remarks if one.asks}
    used = _codes_in(office, kind.used_in, kind.used_when) if kind.used_in else None
    unfit = _codes_in(office, kind.unused_in, {})
    queues = [_of_target(subject, office, kind, target, dice) for target in kind.targets]
    for turn in zip_longest(*queues):
        for place in turn:
            if place is None or (place.table.register.key, place.code) in remarked:
                continue
            if (used is None or place.code in used) and place.code not in unfit:
                yield place


def _of_target(subject: Subject, office: Office, kind: Kind, target: Target, dice: Random) -> Iterator[Place]:
    table = office.tables.get(target.register)
    if table is None:
        return
    for index in dice.sample(table.counted, len(table.counted)):
        place = Place(subject.copy, office, table, index, target.field, dice, subject.desk.today)
        if not place.source.key and suits(kind, place):
            yield place


def suits(kind: Kind, place: Place) -> bool:
    """The row has what the kind asks for, and the cell is filled (or empty, when the kind says so)."""
    if not fits(place.table, place.index, kind.when):
        return False
    if place.field is None:
        return True
    if place.spot(place.field) is None:
        return False
    return (place.raw(place.field) in {None, ""}) is kind.blank


def _codes_in(office: Office, columns: tuple[str, ...], when: Conditions) -> set[str]:
    """The codes that stand in these columns, in rows that fit."""
    codes: set[str] = set()
    for target in map(target_of, columns):
        table = office.tables.get(target.register)
        if table is None or target.field is None:
            continue
        for value in (table.column(target.field)[at] for at in table.counted if fits(table, at, when)):
            codes.update(value if isinstance(value, tuple) else [str(value)])
    return codes
