"""What a package says of itself before it is checked: little enough to remember of every package."""

import hashlib
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from config.errors import UsageError
from config.periods import period_words
from reports.collected.whose import Whose, whose
from reports.federal.reading import Package
from reports.federal.writing.manifest import Manifest
from sync.collecting.places import Place
from sync.packages import PackageError, read_package


@dataclass(frozen=True)
class Given:
    """A package that was given. `contents` — the digest of all its files; `trouble` — why it can't be read."""

    place: Place
    manifest: Manifest | None = None
    digest: str = ""
    contents: str = ""
    trouble: PackageError | None = None

    @property
    def whose(self) -> Whose | None:
        """As the manifest tells; None when there is none."""
        return None if self.manifest is None else whose(self.manifest.region, self.manifest.oktmo)


@dataclass(frozen=True)
class Period:
    """A reporting period of a season: stages have the same names every year."""

    season: str
    name: str

    def has(self, manifest: Manifest) -> bool:
        """The package is of this period."""
        return (manifest.season, manifest.period) == (self.season, self.name)


def given(place: Place) -> Given:
    """Reads the package and forgets its files."""
    try:
        package = read_package(place.path)
    except PackageError as trouble:
        return Given(place, trouble=trouble)
    digest = "" if package.manifest is None else package.digest
    return Given(place, package.manifest, digest, _contents(package))


def period_of(every: Sequence[Given], asked: str | None) -> Period:
    """The period asked for, in its last season; else the one of which most regions are here, of such the last.

    Raises UsageError when there is no package of it.
    """
    told = {(one.whose.key, one.manifest.season, one.manifest.period) for one in every if one.whose and one.manifest}
    many = Counter((season, name) for _, season, name in told if asked in (None, name))
    if not many:
        names = ", ".join(sorted({name for _, _, name in told}))
        raise UsageError(
            f"Пакетов за период «{period_words(asked)}» нет."
            if asked
            else "Ни один пакет не говорит, за какой он период.",
            advice=f"Есть пакеты за периоды: {names}." if names else "Проверьте пакеты: rpo verify ПАКЕТ.",
        )
    last = {(one.season, one.period): str(one.as_of) for one in (x.manifest for x in every) if one is not None}
    season, name = max(many, key=lambda one: (many[one] if asked is None else 0, last[one], one))
    return Period(season, name)


def _contents(package: Package) -> str:
    parts = [f"{name}\0{hashlib.sha256(data).hexdigest()}" for name, data in sorted(package.files.items())]
    return hashlib.sha256("\n".join([str(package.whole), *parts]).encode("utf-8", "surrogatepass")).hexdigest()
