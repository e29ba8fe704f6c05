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

    def layout(self, source: str, run: int | None = None) -> Layout:
        """The columns of a tab after an update, or as they were last."""
        found = (one.layout for one in reversed(self.laid) if one.source == source and (run is None or one.run <= run))
        return next(found, ())

    def columns(self, version: Told, run: int | None = None) -> Layout:
        """The columns in which the version stood, by the names that they had after an update (its own by default).

        What the tab had no column for at that time comes last, under the heading that it had before.
        """
        own = self.layout(version.source, version.run)
        then = self.layout(version.source, run) if run is not None else own
        known = {one.key for one in then}
        return (*then, *(one for one in own if one.key not in known and one.key in version.cells))

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
