"""What a filled form has told, for the gate of the next package or form: kept in the log beside the form itself."""

from collections.abc import Collection, Iterator, Mapping
from datetime import date

from pydantic import BaseModel, ConfigDict, ValidationError

from reports.disclosure.draft import Draft, People, Percent
from reports.disclosure.release import Released
from reports.disclosure.system import Issued, Same, Sum

FILE = "told.json"
_STRICT = ConfigDict(extra="forbid", frozen=True)


class DayTold(BaseModel):
    """The numbers of one day. `seen` has parts and bases of percentages in sight, too; `cuts` — what stood beside the
    tables of the package when the gate judged."""

    model_config = _STRICT
    as_of: date
    seen: dict[str, int]
    hidden: tuple[str, ...]
    untold: tuple[str, ...]
    sums: tuple[tuple[str, tuple[str, ...]], ...]
    same: tuple[tuple[str, str], ...]
    cuts: tuple[tuple[str, str], ...]


class FormTold(BaseModel):
    """A filled form: the sha256 of the empty one, of what was written into it, and the numbers by their days."""

    model_config = _STRICT
    form: str
    answers: str
    days: tuple[DayTold, ...]


def day_told(draft: Draft, released: Released, keys: Collection[str], cuts: Collection[tuple[str, str]]) -> DayTold:
    """What the cells under these keys tell. Everything else that the gate hid counts as hidden, so that a later package
    of the same numbers hides it, too."""
    people = {key for key, cell in _numbers(draft) if isinstance(cell, People)}
    return DayTold(
        as_of=draft.head.as_of,
        seen=dict(sorted(_seen(draft, released, keys))),
        hidden=tuple(sorted(people & released.untold)),
        untold=tuple(sorted(released.untold - people)),
        sums=tuple((one.whole, one.parts) for one in draft.sums),
        same=tuple((one.one, one.other) for one in draft.same),
        cuts=tuple(sorted(cuts)),
    )


def issued(name: str, told: FormTold) -> Iterator[Issued]:
    """The form as the gate knows it, a day after another."""
    for one in told.days:
        yield Issued(
            f"{name}, {one.as_of.isoformat()}",
            one.seen,
            frozenset(one.hidden),
            tuple(Sum(whole, parts) for whole, parts in one.sums),
            tuple(Same(first, second) for first, second in one.same),
            one.as_of,
            frozenset(one.untold),
        )


def told_in(files: Mapping[str, bytes]) -> FormTold | None:
    """What the log has of a form; None for what is no form."""
    try:
        return FormTold.model_validate_json(files[FILE])
    except (KeyError, ValidationError):
        return None


def _numbers(draft: Draft) -> Iterator[tuple[str, object]]:
    for table in draft.tables:
        for row in table.rows:
            for at, cell in enumerate(row.cells):
                yield table.address(row, at), cell


def _seen(draft: Draft, released: Released, keys: Collection[str]) -> Iterator[tuple[str, int]]:
    """Numbers in sight, and those behind percentages in sight."""
    cells = dict(_numbers(draft))
    people = {key: cell for key, cell in {**cells, **draft.unseen}.items() if isinstance(cell, People)}
    shown = {key for key in keys if key in cells and key not in released.untold}
    for key in shown:
        cell = cells[key]
        behind = (cell.part, cell.base) if isinstance(cell, Percent) else (key,)
        yield from ((one, people[one].value) for one in behind if isinstance(one, str) and one in people)
