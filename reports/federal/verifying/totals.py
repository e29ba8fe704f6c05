"""The tables add up, and the sheet of method says of each equality what the numbers say."""

from collections.abc import Iterator

from reports.disclosure.draft import Mark
from reports.federal.service_sheets import DISAGREES, EQUALITY, METHOD, agreements
from reports.federal.verifying.case import INSIDE, Case, Failure
from reports.federal.writing.summary import SUMMARY


def adds_up(case: Case) -> Iterator[Failure]:
    """Margins, equal cells of different tables, the number of hidden cells; hidden numbers are respected."""
    package, summary = case.package, case.package.summary
    if summary is None:
        return
    known = package.equations
    found = agreements(package.figures, known.sums, known.same)
    for name, words in found.items():
        if words == DISAGREES:
            yield Failure(SUMMARY, f"{SUMMARY}: {name} — не сходится.", INSIDE)
        elif package.cells.get(f"{METHOD}/{EQUALITY}: {name}/Значение") != words:
            yield Failure(
                SUMMARY, f"{SUMMARY}: на листе С2 о равенстве «{name}» сказано не то, что в таблицах.", INSIDE
            )
    hidden = sum(value is Mark.HIDDEN for value in package.figures.values())
    if hidden != summary.hidden:
        yield Failure(SUMMARY, f"{SUMMARY}: скрыто ячеек {hidden}, а сказано, что {summary.hidden}.", INSIDE)
