"""Packages of one season follow one another: each names the one before it by its digest."""

from collections.abc import Iterator

from reports import wording
from reports.federal.verifying.case import Case, Failure
from reports.federal.writing.manifest import MANIFEST

_ORDER = "Дайте пакеты сезона в том порядке, в каком они выпущены, ни одного не пропуская."


def follows_the_one_before(case: Case) -> Iterator[Failure]:
    """The package given before is the one before it in the chain; a package given alone is asked nothing."""
    manifest = case.package.manifest
    if manifest is None:
        return
    if (manifest.number == 1) != (manifest.previous is None):
        yield Failure(MANIFEST, f"{MANIFEST}: номер пакета в цепочке и ссылка на прежний не согласуются.", _ORDER)
    before = case.before[-1] if case.before else None
    if before is None or before.manifest is None:
        return
    same = [getattr(before.manifest, name) == getattr(manifest, name) for name in ("region", "season", "recipient")]
    number = f"№{wording.NBSP}{manifest.number}"
    if not all(same):
        yield Failure(
            MANIFEST, f"Пакет {number} — другого региона, сезона или получателя, чем «{before.name}».", _ORDER
        )
    elif manifest.previous != before.digest or manifest.number != before.manifest.number + 1:
        words = f"Пакет {number} не следует за «{before.name}» (№{wording.NBSP}{before.manifest.number})"
        yield Failure(MANIFEST, f"{words}: цепочка пакетов нарушена.", _ORDER)
