"""What a person is told of a package that was checked: that it is in order, or what is wrong with which file."""

from collections.abc import Iterator, Mapping, Sequence

from config.periods import period_words
from reports import wording
from reports.federal.reading import Package
from reports.federal.verifying import Failure
from reports.wording import NBSP

_MOST = 40
"""So many failures of one package are told by name."""


def words_of(package: Package, failures: Sequence[Failure]) -> Iterator[str]:
    """A line of what the package is, then its failures, each with what to do."""
    yield f"«{package.name}»{_what(package)}"
    if not failures:
        yield "  В порядке: файлы целы, числа сходятся, скрытое не вычисляется."
        return
    many = wording.counted(len(failures), "ошибка", "ошибки", "ошибок")
    yield f"  Не в порядке: {many}."
    for one in failures[:_MOST]:
        yield f"  {one.sentence} {one.advice}"
    if len(failures) > _MOST:
        yield f"  И ещё {wording.whole(len(failures) - _MOST)}."


def as_json(package: Package, failures: Sequence[Failure]) -> Mapping[str, object]:
    """The same for programs."""
    told = [{"file": one.file, "text": one.sentence, "advice": one.advice} for one in failures]
    return {"package": package.name, "ok": not failures, "failures": told}


def _what(package: Package) -> str:
    """Whose and of when, where the manifest tells."""
    one = package.manifest
    if one is None:
        return ""
    correction = f", уточнение №{NBSP}{one.correction}" if one.correction else ""
    request = f", по запросу {one.request}" if one.request else ""
    place = f", №{NBSP}{one.number} в сезоне {one.season}"
    return f" — {one.region}, {period_words(one.period)}, на {wording.day(one.as_of)}{correction}{request}{place}"
