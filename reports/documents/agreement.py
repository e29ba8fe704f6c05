"""Numbers in sentences: verb and noun agree with them, a zero is said in words, dates stand in words."""

from dataclasses import dataclass
from datetime import date

from reports import wording
from validators.counting.count import NO_COLUMN, NOT_KEPT, NOT_READ

_MONTHS = (
    "января", "февраля", "марта", "апреля", "мая", "июня",
    "июля", "августа", "сентября", "октября", "ноября", "декабря",
)  # fmt: skip
_WHY = {
    NOT_KEPT: "реестр{} не ведётся",
    NOT_READ: "реестр{} не прочитан",
    NO_COLUMN: "в реестре{} нет нужного столбца",
}
_WHY_MANY = {NOT_KEPT: "реестры не ведутся", NOT_READ: "реестры не прочитаны"}
PARTICIPANT = ("участник", "участника", "участников")
"""The noun for 1, for 2–4, for the rest."""


@dataclass(frozen=True)
class Saying:
    """How a number is said: the verb before it, the noun after it, what is said of none, what is spoken of.

    `verbs` and `nouns` are for 1, for 2–4, for the rest; `about` stands after «о»: «числе зачисленных участников».
    """

    verbs: tuple[str, str, str]
    nouns: tuple[str, str, str]
    none: str
    about: str

    def of(self, number: float) -> str:
        """«обучен 1 участник», «обучено 143 участника»; the words of none for a zero."""
        many = round(number)
        if not many:
            return self.none
        return f"{wording.agreed(many, *self.verbs)} {wording.counted(many, *self.nouns)}"


@dataclass(frozen=True)
class Portion:
    """How a part of a whole is said: what comes first, the verb after the part for 1 and for the rest, of whom.

    `before` stands before the numbers: «в срок исполнено 45 из 50 мероприятий». `nouns` are in the genitive, for 1 and
    for the rest; `none` is said instead when the part is nobody.
    """

    before: tuple[str, str]
    nouns: tuple[str, str]
    none: str
    about: str

    def of(self, part: float, whole: float, share: float) -> str:
        """«установочное обучение прошли 62 из 68 участников (91,2 %)»."""
        noun = wording.agreed(round(whole), self.nouns[0], self.nouns[1], self.nouns[1])
        out_of = f"{wording.whole(whole)}{wording.NBSP}{noun}"
        if not round(part):
            return f"{self.none} из {out_of}"
        verb = wording.agreed(round(part), self.before[0], self.before[1], self.before[1])
        return f"{verb} {wording.whole(part)} из {out_of} ({wording.percent(share)})"


def reason(why: str, tab: str = "") -> str:
    """Why there are no data, as a part of a sentence: «реестр «Показатели» не ведётся»."""
    return _WHY.get(why, why).replace("{}", f" «{tab}»" if tab else "")


def unknown(why: str, *abouts: str) -> str:
    """«нет данных о числе команд и об охвате муниципалитетов: реестры не ведутся»."""
    of = tuple(f"{'об' if one[:1] in 'аоуэи' else 'о'} {one}" for one in abouts)
    told = _WHY_MANY.get(why, reason(why)) if len(abouts) > 1 else reason(why)
    return f"нет данных {listed(of)}" + (f": {told}" if told else "")


def day_words(day: date) -> str:
    """«15 апреля 2026 года», the day never parts from its month."""
    return f"{day.day}{wording.NBSP}{_MONTHS[day.month - 1]} {day.year}{wording.NBSP}года"


def span_words(first: date, last: date) -> str:
    """«с 1 декабря 2025 года по 31 марта 2026 года», the year once when it is the same."""
    begin = day_words(first)
    if first.year == last.year:
        begin = begin.rpartition(" ")[0]
    return f"с{wording.NBSP}{begin} по{wording.NBSP}{day_words(last)}"


def listed(words: tuple[str, ...]) -> str:
    """«а, б и в»."""
    *first, last = words
    return f"{', '.join(first)} и {last}" if first else last


def sentences(*clauses: str) -> str:
    """The clauses that say something, each as a sentence."""
    return " ".join(wording.sentence(one) for one in clauses if one)


def closed(points: tuple[str, ...]) -> tuple[str, ...]:
    """Points of one sentence: a semicolon after each, a full stop after the last."""
    return (*(f"{one};" for one in points[:-1]), f"{points[-1]}.")
