"""How much an agreement of two rows tells: much when it is rare in this office, little when every tenth person has it.

The sum of the weights is the logarithm of how many times likelier the two rows are to be one person than two
(I. Fellegi, A. Sunter, A Theory for Record Linkage, 1969); frequencies are those of the office itself.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import log

from validators.duplicates.days import Born
from validators.duplicates.rolls import Someone
from validators.duplicates.words import Like

_USUAL = {"surname": 0.001, "name": 0.02, "patronymic": 0.03, "town": 0.04, "organisation": 0.01}
"""Which share of people shares a usual value of a field; an office of few people says too little of it by itself."""

_PEOPLE_OF_THE_USUAL = 60
_DAYS = 3000
"""On how many days those who take part were born, about."""

_NAMED = {Like.SAME: 0.9, Like.SPELLING: 0.03, Like.SLIP: 0.04, Like.PART: 0.01}
_OTHER_SURNAME, _OTHER_PATRONYMIC = 0.02, 0.003
_BORN = {Born.SAME: 0.9, Born.SWAPPED: 0.02, Born.TURNED: 0.02, Born.DIGIT: 0.05, Born.PART: 0.015, Born.FAR: 0.005}
_BY_CHANCE = {Born.SAME: 1, Born.SWAPPED: 1, Born.TURNED: 4, Born.DIGIT: 36, Born.PART: 45, Born.FAR: _DAYS}
"""Of one person's days: how often two rows say so; of two people's: on how many of all days."""

_SLIPS = 0.003
"""Which share of people bears a surname that is one letter away from a given one."""

_CONTACT = log(0.5 / 0.0005)
_SAME_PLACE, _OTHER_PLACE = 0.7, log(0.3)
_SAME_GRADE, _SAME_GRADE_OF_OTHER_YEAR, _OTHER_GRADE = log(0.9 / 0.5), log(0.9 / 0.15), log(0.1 / 0.6)
"""Year of study: that it is the same tells little of those born in one year, and much of those who are not."""

_REPEATED = 0.02
"""Which share of people has a second row somewhere."""


@dataclass(frozen=True)
class Evidence:
    """How alike two rows are, field by field."""

    surname: Like
    name: Like
    patronymic: Like
    born: Born
    contact: bool

    @property
    def slips(self) -> int:
        """How many of the four differ."""
        words = (self.surname, self.name, self.patronymic)
        return sum(one not in {Like.SAME, Like.SILENT} for one in words) + (self.born not in {Born.SAME, Born.SILENT})


class Frequencies:
    """How often the values of a field are met in the office."""

    def __init__(self, people: Sequence[Someone]) -> None:
        """Counts the people of the whole roll."""
        self._size = len(people)
        self._of = {name: Counter(getattr(one, name) for one in people) for name in _USUAL}

    @property
    def limit(self) -> float:
        """From which weight on a pair is told: it is likelier one person than two of so many."""
        return log(max(self._size, 1) / _REPEATED)

    def share(self, field: str, value: str) -> float:
        """Which share of people has the value, from 0 to 1."""
        usual = _USUAL[field] * _PEOPLE_OF_THE_USUAL
        return (self._of[field][value] + usual) / (self._size + _PEOPLE_OF_THE_USUAL)

    def usual(self, field: str, times: int) -> frozenset[str]:
        """The values that so many people have."""
        return frozenset(value for value, count in self._of[field].items() if count >= times and value)

    def weight(self, one: Someone, two: Someone, found: Evidence) -> float:
        """The logarithm of how many times likelier one person is than two."""
        return sum(self._weights(one, two, found))

    def _weights(self, one: Someone, two: Someone, found: Evidence) -> Iterable[float]:
        for field, like in (("surname", found.surname), ("name", found.name), ("patronymic", found.patronymic)):
            yield self._of_word(field, like, getattr(one, field), getattr(two, field))
        if found.born is not Born.SILENT:
            yield log(_BORN[found.born] * _DAYS / _BY_CHANCE[found.born])
        if found.contact:
            yield _CONTACT
        yield self._of_place(one, two)
        if one.grade and two.grade and found.born is not Born.SAME:
            yield _of_grade(one, two)

    def _of_word(self, field: str, like: Like, one: str, two: str) -> float:
        if like is Like.SILENT:
            return 0.0
        if like is Like.FAR:
            return log(_OTHER_SURNAME if field == "surname" else _OTHER_PATRONYMIC)
        by_chance = max(self.share(field, one), self.share(field, two))
        return log(_NAMED[like] / (by_chance if like is Like.SAME else by_chance + _SLIPS))

    def _of_place(self, one: Someone, two: Someone) -> float:
        """The same school tells more than the same municipality; another one tells a little against."""
        for field in ("organisation", "town"):
            first, second = getattr(one, field), getattr(two, field)
            if first and first == second:
                return log(_SAME_PLACE / self.share(field, first))
        return _OTHER_PLACE if one.town and two.town and one.is_mentor == two.is_mentor else 0.0


def _of_grade(one: Someone, two: Someone) -> float:
    if one.grade != two.grade:
        return _OTHER_GRADE
    apart = one.born is not None and two.born is not None and one.born.year != two.born.year
    return _SAME_GRADE_OF_OTHER_YEAR if apart else _SAME_GRADE
