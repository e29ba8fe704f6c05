"""How the Programme is heard: pages that fall silent, official ones, teams with a page, publications that are out."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from config.settings import Settings
from validators.counting.media import last_posts, pages_kept, platform_of
from validators.office import Scene, Table
from validators.stages import breaks, days_between


@dataclass(frozen=True)
class Voice:
    """A page that is kept: its last known publication, how many days it is quiet (breaks left out) and may be.

    A page of whose publications nothing is known is not held to be quiet: `quiet` is None.
    """

    index: int
    last: date | None
    quiet: int | None
    most: int

    @property
    def is_silent(self) -> bool:
        """Quiet for longer than a page may be."""
        return self.quiet is not None and self.quiet > self.most


def voices(scene: Scene) -> tuple[Voice, ...]:
    """Every page that is kept on the day, in the order of the rows."""
    office, on = scene.office, scene.today
    last, rest, official = last_posts(office, on), breaks(office), office.tables["PAGE"].values["official"]
    return tuple(
        Voice(
            index,
            last.get(index),
            days_between(last[index], on, rest) if index in last else None,
            allowed(scene.settings, official=bool(official[index])),
        )
        for index in pages_kept(office, on)
    )


def allowed(settings: Settings, *, official: bool) -> int:
    """For how many days a page may be quiet."""
    limits = settings.thresholds
    return limits.page_silence_official if official else limits.page_silence


def platform_at(table: Table[Any], index: int) -> str | None:
    """The network of a page, as typed, else by its address; None when neither is there."""
    typed, url = table.values["platform"][index], table.values["url"][index]
    return typed if isinstance(typed, str) else platform_of(url) if isinstance(url, str) else None
