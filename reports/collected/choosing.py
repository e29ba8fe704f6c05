"""Of the packages of one region and period one counts: the newest that is in order; two different ones — neither."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from reports.collected.collection import Entry, Fate, Line, Parcel
from reports.wording import NBSP

_WHICH = "Выясните у региона, какой пакет верный, уберите другой и соберите свод заново."


@dataclass(frozen=True)
class Checked:
    """A package of the period after its checks: refused, or with its tables."""

    parcel: Parcel
    tables: Mapping[str, Mapping[str, Line]] = field(default_factory=dict, repr=False)
    hidden: int = 0
    unlinked: int = 0


def chosen(checked: Sequence[Checked]) -> tuple[Entry | None, tuple[Parcel, ...]]:
    """The entry of a region, None when no package of it can be used, and what became of each package."""
    parcels = _without_twins([one.parcel for one in checked])
    good = [
        replace(one, parcel=parcel)
        for one, parcel in zip(checked, parcels, strict=True)
        if parcel.fate is not Fate.REFUSED
    ]
    best = max(good, key=lambda one: one.parcel.newness, default=None)
    if best is None or best.parcel.whose is None:
        return None, parcels
    newer = tuple(
        one for one in parcels if one.fate is Fate.REFUSED and one.manifest and one.newness > best.parcel.newness
    )
    entry = Entry(best.parcel.whose, best.parcel, best.tables, best.hidden, best.unlinked, newer)
    fates = [one if one == best.parcel or one.fate is Fate.REFUSED else _replaced(one) for one in parcels]
    return entry, tuple(fates)


def _replaced(parcel: Parcel) -> Parcel:
    return replace(parcel, fate=Fate.REPLACED)


def _without_twins(parcels: Sequence[Parcel]) -> tuple[Parcel, ...]:
    """Those that claim to be the same package and differ are refused, all of them."""
    same: dict[tuple[object, ...], list[Parcel]] = {}
    for one in parcels:
        if one.fate is not Fate.REFUSED and one.manifest is not None:
            same.setdefault((one.manifest.recipient, one.manifest.correction, one.manifest.request), []).append(one)
    twins = {one.name: group for group in same.values() if len(group) > 1 for one in group}
    return tuple(_twin(one, twins[one.name]) if one.name in twins else one for one in parcels)


def _twin(parcel: Parcel, group: Sequence[Parcel]) -> Parcel:
    number = 0 if parcel.manifest is None else parcel.manifest.correction
    what = f"с уточнением №{NBSP}{number}" if number else "без уточнения"
    others = ", ".join(f"«{one.name}»" for one in group if one is not parcel)
    why = f"За этот период есть ещё один пакет {what} с другим содержанием: {others}."
    return replace(parcel, fate=Fate.REFUSED, why=why, advice=_WHICH)
