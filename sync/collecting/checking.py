"""A package of the period is checked together with those before it in its chain, as far as they were given."""

from collections.abc import Iterator, Mapping, Sequence

from reports import wording
from reports.collected.choosing import Checked
from reports.collected.collection import Fate, Parcel, tables_in
from reports.federal.reading import Package
from reports.federal.verifying import CHECKS, Case, Failure
from sync.backends.readers.calamine import CalamineProcess
from sync.collecting.given import Given
from sync.packages import read_package, tabs_of

_MOST_TOLD = 2
"""So many failures of a package are told; `rpo verify` tells them all."""

_WHOSE = "Пусть регион исправит в office.toml строки region и oktmo и пришлёт пакет заново."


def refused(one: Given, why: str, advice: str) -> Parcel:
    """A package that can't be used."""
    return Parcel(one.place.name, Fate.REFUSED, one.whose, one.manifest, one.digest, why, advice)


def checked(one: Given, before: Sequence[Given], process: CalamineProcess) -> Checked:
    """The package with its tables, or why it is refused. `before` — its chain, oldest first."""
    if one.trouble is not None:
        return Checked(refused(one, one.trouble.sentence, one.trouble.advice))
    if one.whose is not None and one.whose.odd:
        return Checked(refused(one, one.whose.odd, _WHOSE))
    package = read_package(one.place.path)
    failures = _failures(package, [read_package(prior.place.path) for prior in before], process)
    summary, manifest = package.summary, one.manifest
    if failures or summary is None or manifest is None:
        return Checked(refused(one, _said(failures), failures[0].advice if failures else ""))
    unlinked = manifest.number - 1 - len(before)
    parcel = Parcel(one.place.name, Fate.COUNTED, one.whose, manifest, one.digest)
    return Checked(parcel, tables_in(summary), summary.hidden, unlinked)


def chain_before(one: Given, by_digest: Mapping[str, Given], others: Sequence[Given]) -> tuple[Given, ...]:
    """The packages before it that each names by its digest, oldest first, as far back as they were given.

    When the package before it is here and is another one than it names, then that one: the check will tell.
    """
    chain: list[Given] = []
    link = _previous(one, by_digest)
    while link is not None and link not in chain:
        chain.insert(0, link)
        link = _previous(link, by_digest)
    if chain or one.manifest is None:
        return tuple(chain)
    number, to = one.manifest.number - 1, one.manifest.recipient
    return tuple(_numbered(others, number, to))[:1]


def _previous(one: Given, by_digest: Mapping[str, Given]) -> Given | None:
    return by_digest.get(one.manifest.previous or "") if one.manifest is not None else None


def _numbered(others: Sequence[Given], number: int, recipient: str) -> Iterator[Given]:
    for one in others:
        if one.manifest is not None and (one.manifest.number, one.manifest.recipient) == (number, recipient):
            yield one


def _failures(package: Package, before: Sequence[Package], process: CalamineProcess) -> list[Failure]:
    case = Case(package, tabs_of(package, process), tuple(before))
    return list(dict.fromkeys(failure for check in CHECKS for failure in check(case)))


def _said(failures: Sequence[Failure]) -> str:
    words = " ".join(one.sentence for one in failures[:_MOST_TOLD])
    rest = len(failures) - _MOST_TOLD
    return f"{words} И ещё {wording.counted(rest, 'ошибка', 'ошибки', 'ошибок')}." if rest > 0 else words
