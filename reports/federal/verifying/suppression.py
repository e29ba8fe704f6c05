"""No small number of people is in sight, and none can be worked out: by this package and those given before it."""

from collections.abc import Iterator

from reports.disclosure.outside import InSight, leaks_of, told_beside_hidden
from reports.disclosure.system import Leak
from reports.federal.reading import Package, sent
from reports.federal.verifying.case import INSIDE, Case, Failure
from reports.federal.writing.summary import SUMMARY, SummaryShape


def keeps_small_numbers(case: Case) -> Iterator[Failure]:
    """The gate's question asked from outside."""
    summary = case.package.summary
    if summary is None:
        return
    seen = in_sight(case.package, summary)
    for key in told_beside_hidden(seen):
        yield Failure(SUMMARY, f"{SUMMARY}, «{key}»: процент показан, а число, от которого он взят, скрыто.", INSIDE)
    earlier = [told.issued for one in case.before if (told := sent(one)) is not None]
    found = leaks_of(seen, earlier)
    if found is None:
        yield Failure(SUMMARY, f"{SUMMARY}: числа участников в таблицах противоречат друг другу.", INSIDE)
    for leak in dict.fromkeys(found or ()):
        yield Failure(SUMMARY, f"{SUMMARY}, «{leak.key}»: {_words(leak, seen)}.", INSIDE)


def in_sight(package: Package, summary: SummaryShape) -> InSight:
    """The numbers of people of a package, as its reader sees them."""
    cells, known = package.figures, package.equations
    people = {key: value if isinstance(value := cells[key], int) else None for key in known.people}
    shares = {one.key: cells[one.key] for one in known.shares}
    percents = {key: float(value) if isinstance(value, int | float) else None for key, value in shares.items()}
    rest = (known.sums, known.same, known.at_most, known.shares, known.grows)
    return InSight(people, percents, summary.k, summary.as_of, *rest)


def _words(leak: Leak, seen: InSight) -> str:
    since = f" с пакета «{leak.since}»" if leak.since else ""
    where = f" в пакете «{leak.package}»" if leak.package else ""
    if seen.people.get(leak.key) is not None and not leak.since and not leak.package:
        return f"показано число участников меньше {seen.k}"
    what = "изменение" if leak.since else "скрытое число"
    return f"{what}{since}{where} можно вычислить по остальным числам"
