"""The system falls into parts as soon as numbers are known: nothing learnt in one part helps in another."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from reports.disclosure.equations import Row, with_known


@dataclass(frozen=True)
class Part:
    """Unknowns that hang together by equations, apart from all others; known numbers are in the limits of the rows."""

    unknowns: tuple[int, ...]
    rows: tuple[Row, ...]


def parts(rows: Sequence[Row], known: Mapping[int, int], unknowns: Iterable[int]) -> list[Part]:
    """Every unknown that is not known, in its part."""
    chief = {one: one for one in unknowns if one not in known}

    def find(one: int) -> int:
        while chief[one] != one:
            chief[one] = chief[chief[one]]
            one = chief[one]
        return one

    open_rows = [row for row in (with_known(row, known) for row in rows) if row.terms]
    for row in open_rows:
        first = find(row.terms[0][0])
        for unknown, _ in row.terms[1:]:
            chief[find(unknown)] = first
    members: dict[int, list[int]] = {}
    for one in chief:
        members.setdefault(find(one), []).append(one)
    lines: dict[int, list[Row]] = {}
    for row in open_rows:
        lines.setdefault(find(row.terms[0][0]), []).append(row)
    return [Part(tuple(ones), tuple(lines.get(at, ()))) for at, ones in members.items()]
