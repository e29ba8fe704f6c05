"""What a check is given, and what it finds."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from reports.federal.reading import Package

Rows = Sequence[Sequence[object]]
"""The cells of a tab as a spreadsheet has them: numbers, texts, None."""


@dataclass(frozen=True)
class Case:
    """A package with the tabs of its workbook, and the packages that were given before it."""

    package: Package
    tabs: Mapping[str, Rows] = field(default_factory=dict)
    before: tuple[Package, ...] = ()


@dataclass(frozen=True)
class Failure:
    """What is wrong, in a sentence that names the file, and what to do."""

    file: str
    sentence: str
    advice: str


Check = Callable[[Case], Iterator[Failure]]
AGAIN = "Попросите отправителя прислать пакет заново, как его сделал сервис."
"""What to do with a package that was touched on its way."""

INSIDE = "Не используйте пакет: пусть отправитель выпустит уточнение командой rpo export federal --correct."
"""What to do with a package that tells what it should not, or does not add up."""
