"""The stories of rows as one value to be asked: how a row was, since when, under which headings, what changed."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import NamedTuple

from config.columns import Raw
from validators.versions.columns import Cells, Layout, Titled


class Told(NamedTuple):
    """A row from one update on: its number in the chain of the register, its story, its id, when, where, what.

    A version that is `gone` has no cells: the row is not in the register any more.
    """

    number: int
    story: int
    id: str
    run: int
    day: date
    gone: bool
    source: str
    cells: Cells


class Change(NamedTuple):
    """A column whose cells were typed anew. `field` is None for a column that is none of ours."""

    heading: str
    field: str | None
    old: Raw
    new: Raw


class Laid(NamedTuple):
    """The columns of a tab from one update on."""

    run: int
    day: date
    source: str
    layout: Layout


@dataclass(frozen=True)
class Stories:
    """Some rows of a register through all updates: their versions and the columns of the tabs, in order of time."""

    register: str
    versions: tuple[Told, ...] = ()
    laid: tuple[Laid, ...] = ()

    @cached_property
    def by_story(self) -> Mapping[int, Sequence[Told]]:
        """Number of a story → the versions of the row."""
        stories: dict[int, list[Told]] = {}
        for one in self.versions:
            stories.setdefault(one.story, []).append(one)
        return stories

    def before(self, version: Told) -> Told | None:
        """The version that this one took the place of."""
        return next((one for one in reversed(self.by_story[version.story]) if one.number < version.number), None)

    def after(self, version: Told) -> Told | None:
        """The version that took the place of this one; None while it holds."""
        return next((one for one in self.by_story[version.story] if one.number > version.number), None)

    @property
    def began(self) -> int:
        """The update in which the register was read first."""
        return min((one.run for one in self.laid), default=0)

    def latest(self, count: int) -> tuple[Told, ...]:
        """The last versions, the newest first; what the first reading gave is no change."""
        return tuple(one for one in reversed(self.versions) if one.run > self.began)[:count]

    def columns(self, version: Told) -> Layout:
        """The columns in which the row stood when the version was written."""
        return self._columns(version, [one for one in self.laid if one.run <= version.run])

    def columns_at_last(self, version: Told, day: date | None = None) -> Layout:
        """The same by the names that they had when the version held last, or at the end of a day on which it held."""
        after = self.after(version)
        known = [one for one in self.laid if after is None or one.run < after.run]
        return self._columns(version, [one for one in known if day is None or one.day <= day])

    def _columns(self, version: Told, laid: Sequence[Laid]) -> Layout:
        """The columns of the version's tab as they were last; what it had before and fills comes behind them."""
        own = [one for one in laid if one.source == version.source]
        columns = {one.key: one for one in own[-1].layout} if own else {}
        for one in (one for earlier in reversed(own) for one in earlier.layout):
            if one.key in version.cells:
                columns.setdefault(one.key, one)
        return tuple(columns.values())

    def changes(self, version: Told) -> tuple[Change, ...]:
        """What the version says otherwise than the one before it; everything when there was none."""
        before = self.before(version)
        was: Cells = before.cells if before is not None else {}
        return tuple(
            Change(one.heading, one.field, was.get(one.key), version.cells.get(one.key))
            for one in self._all_columns(before, version)
            if was.get(one.key) != version.cells.get(one.key)
        )

    def _all_columns(self, before: Told | None, version: Told) -> Iterator[Titled]:
        seen = set()
        for layout in (self.columns(version), self.columns(before) if before is not None else ()):
            for one in layout:
                if one.key not in seen:
                    seen.add(one.key)
                    yield one
