"""The whole trip: find, look at every manifest, check the packages of the period region by region, choose."""

from collections.abc import Callable, Sequence
from pathlib import Path

from reports.collected.choosing import Checked, chosen
from reports.collected.collection import Collection, Entry, Fate, Parcel
from sync.backends.readers.calamine import CalamineProcess
from sync.collecting.before import Before
from sync.collecting.checking import chain_before, checked
from sync.collecting.given import Given, Period, given, period_of
from sync.collecting.places import packages_in
from sync.progress import counting

Done = Callable[[str], None]


def collect(
    places: Sequence[Path], period: str | None = None, before: Before | None = None, *, quiet: bool = True
) -> Collection:
    """The packages below these places. `before` — an earlier collection.

    No more than the packages of one region are in memory, beside the tables that go into the collection.
    Raises UsageError, NothingToCollectError.
    """
    found = packages_in(places)
    every = []
    with counting("Читаю пакеты", len(found), quiet=quiet) as done:
        for place in found:
            every.append(given(place))
            done(place.name)
    asked = period_of(every, period)
    known = None if before is None else before.of(asked)
    unique, copies = _without_copies(every)
    entries: list[Entry] = []
    parcels: list[Parcel] = list(copies)
    with CalamineProcess() as process, counting("Проверяю пакеты", len(unique), quiet=quiet) as done:
        for group in _by_region(unique):
            entry, told = _of_region(group, asked, process, done)
            parcels += told
            entries += [] if entry is None else [entry]
    return Collection(
        asked.season,
        asked.name,
        tuple(sorted(entries, key=lambda one: one.whose.place)),
        tuple(sorted(parcels, key=_order)),
        known,
    )


def _order(parcel: Parcel) -> tuple[object, ...]:
    return (parcel.whose is None, () if parcel.whose is None else parcel.whose.place, parcel.name)


def _without_copies(every: Sequence[Given]) -> tuple[list[Given], list[Parcel]]:
    """The same package as a folder and an archive is one; the others are told of."""
    first: dict[str, Given] = {}
    copies = []
    for one in every:
        same = first.setdefault(one.contents or one.place.name, one)
        if same is not one:
            why = f"То же, что «{same.place.name}»."
            copies.append(Parcel(one.place.name, Fate.COPY, one.whose, one.manifest, one.digest, why))
    return list(first.values()), copies


def _by_region(every: Sequence[Given]) -> list[list[Given]]:
    """The packages of each region; of nobody, each alone."""
    groups: dict[str, list[Given]] = {}
    for one in every:
        groups.setdefault(one.whose.key if one.whose is not None else f"/{one.place.name}", []).append(one)
    return list(groups.values())


def _of_region(
    group: Sequence[Given], asked: Period, process: CalamineProcess, done: Done
) -> tuple[Entry | None, list[Parcel]]:
    """The package of the region that counts, and what became of all of them."""
    found: list[Checked] = []
    others: list[Parcel] = []
    by_digest = {one.digest: one for one in group if one.digest}
    for one in group:
        if one.manifest is not None and not asked.has(one.manifest):
            others.append(Parcel(one.place.name, Fate.OTHER, one.whose, one.manifest, one.digest))
        else:
            found.append(checked(one, chain_before(one, by_digest, group), process))
        done(one.place.name)
    entry, told = chosen(found)
    return entry, [*others, *told]
