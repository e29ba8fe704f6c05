"""The words of a form: which indicator a title means, of whom it speaks, what of the indicator; nothing is guessed."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import takewhile

from config.cells.text import fold
from reports.figures.catalogue import BY_ID
from reports.filling.marks import What
from validators.explore.words import stems

_SURE, _APART = 0.8, 0.12
_ALIKE = 5
"""Letters that two stems must have in common."""


_PHRASES: Mapping[str, tuple[str, ...]] = {
    "K01": ("подали заявку", "подавшие заявки", "заявки", "заявки на участие", "поступило заявок"),
    "K02": (
        "участники", "принявшие участие", "приняли участие", "участники принявшие участие", "участвуют", "охват",
        "охват участников", "участники зачислены", "зачислены в программу", "вовлечены", "вовлечено участников",
    ),
    "K04": ("муниципалитеты", "муниципальные образования", "муниципальных образований охвачено"),
    "K05": ("образовательные организации", "организации участники", "образовательные организации участники"),
    "K06": ("доля прошедших установочное обучение", "установочное обучение пройдено", "установочное обучение"),
    "K08": ("прогресс на цифровой платформе",),
    "K09": ("команды", "проектные команды", "сформировано команд", "действующие команды"),
    "K12": ("защищено проектов", "защитили проекты", "защищённые проекты", "проекты защищены"),
    "K13": ("наставники", "утверждено наставников"),
    "K15": ("площадки", "утверждено площадок", "площадки утверждены"),
    "K16": (
        "профпробы и стажировки", "прошли стажировки и профпробы", "профессиональные пробы и стажировки",
        "прошедшие профессиональные пробы и стажировки", "участвовали в профессиональных пробах и стажировках",
    ),
    "K18": ("сохранность",),
    "K20": ("включены в повестку", "вошли в региональную повестку"),
    "K21": ("выпускники в экспертном пуле", "экспертный пул"),
    "K22": ("мероприятия исполнены в срок", "исполнение плана мероприятий"),
    "K24": ("кассовый расход", "исполнение бюджета", "кассовое исполнение расходов"),
    "K28": ("публикации", "публикации в сми", "вышло публикаций", "публикации в сми и социальных сетях"),
}  # fmt: skip
"""How others call our indicators, besides their own titles."""

_NEEDED: Mapping[str, tuple[str, ...]] = {"K16": ("стажиро",)}
"""Stems without which a title means less than the indicator: trials alone are not trials and internships."""

_NOUGHT = frozenset(
    {
        "количес",
        "кол",
        "числ",
        "численн",
        "общ",
        "общее",
        "всего",
        "итог",
        "итого",
        "дол",
        "процент",
        "показат",
        "значени",
    }
    | {"чел", "человек", "ед", "шт", "штук", "единиц", "нараста", "програм", "том", "них", "конец", "дат"}
    | {"отчётн", "отчетн", "фактиче", "план", "факт", "в", "на", "по", "и", "с", "из", "к", "для", "за", "от"}
    | {"тыс", "руб", "период"}
)
_PUPIL = r"(?:школьни\w*|(?:учащ|обучающ)\w+ (?:общеобразовательн\w+ организаци\w+|школ\w*)|учени(?:к|ц)\w*)"
_COLLEGE = r"(?:(?:студент\w*|обучающ\w+) )?(?:спо|колледж\w*|техникум\w*)\b"
_UNIVERSITY = r"(?:(?:студент\w*|обучающ\w+) )?(?:вуз\w*|университет\w*)\b"
_CATEGORIES: Mapping[str, re.Pattern[str]] = {
    "Школьник": re.compile(rf"\b{_PUPIL}"),
    "Студент СПО": re.compile(rf"\b{_COLLEGE}"),
    "Студент вуза": re.compile(rf"\b{_UNIVERSITY}"),
}
_SOMEBODY = re.compile(r"\b(?:студент|девоч|мальчик|девуш|юнош|инвалид|сирот|овз\b)\w*")
_ANYBODY = re.compile(r"\b(?:обучающ|учащ|молод)\w*")
_COUNTED = re.compile(r"\b(?:количеств|кол|числ|численност)\w*")
_MEASURE = frozenset({"выполне", "исполне", "достиже", "годов", "год", "целев"})
_SHARE = re.compile(r"\b(?:дол[яи]|процент|удельн)\w*")
_YEAR_PLAN = re.compile(r"\bплан\w*.*\bгод|\bгодов\w+ план")
_PLAN = re.compile(r"\b(?:план|целев)\w*")
_DONE = re.compile(r"\b(?:выполнен|исполнен|достижен)\w*")
_FACT = re.compile(r"\b(?:факт|достигнут|значени)\w*")


@dataclass(frozen=True)
class Title:
    """What a title of a row or a column says. `code` is empty for none, or for none that is sure.

    `category` — whom it is about; `is_clear` is False when it is about people whom we don't tell apart. `rest` are the
    stems that say what is counted, none in «школьники».
    """

    code: str = ""
    category: str = ""
    is_clear: bool = True
    rest: tuple[str, ...] = ()
    what: What | None = None

    @property
    def is_measure(self) -> bool:
        """Nothing but «план», «факт», «% выполнения» is said."""
        return self.what is not None and not self.category and set(self.rest) <= _MEASURE


@lru_cache(maxsize=4096)
def title_of(words: str) -> Title:
    """What a title means. A word that we don't know makes it unsure."""
    text = fold(words)
    found = [name for name, pattern in _CATEGORIES.items() if pattern.search(text)]
    bare = text
    for pattern in _CATEGORIES.values():
        bare = pattern.sub(" ", bare)
    clear = len(found) <= 1 and not _SOMEBODY.search(bare)
    rest = tuple(one for one in stems(_ANYBODY.sub(" ", bare)) if one.rstrip(".") not in _NOUGHT and not one.isdigit())
    said = _code(rest) if rest else ""
    code = said if said and _fits(said, text, words) else ""
    return Title(code, found[0] if len(found) == 1 else "", clear, rest, what_of(words))


def what_of(words: str) -> What | None:
    """«План», «План на год», «% выполнения», «Факт»; None where it is not said."""
    text = fold(words)
    if "%" in words or _SHARE.search(text) or _DONE.search(text):
        return What.SHARE
    if _YEAR_PLAN.search(text):
        return What.PLAN_YEAR
    if _PLAN.search(text):
        return What.PLAN
    return What.FACT if _FACT.search(text) else None


def unit_fits(code: str, unit: str) -> bool:
    """The unit that a form writes may be that of the indicator: people are no percent, and roubles are neither."""
    ours, theirs = BY_ID[code].unit == "%", "%" in unit or "процент" in fold(unit)
    return ours == theirs and "руб" not in fold(unit)


def _fits(code: str, text: str, words: str) -> bool:
    """A share is asked of a percentage, a number of anything else."""
    is_share = BY_ID[code].unit == "%"
    if "руб" in text:
        return False
    if _COUNTED.search(text):
        return not is_share
    return is_share or not (_SHARE.search(text) or "%" in words)


def _code(rest: Sequence[str]) -> str:
    """The one indicator that the stems mean; empty when none is like enough, or two are."""
    scores = sorted(((_likeness(rest, code), code) for code in BY_ID), reverse=True)
    (best, code), (second, _) = scores[:2]
    whole = all(any(_same(stem, one) for one in rest) for stem in _NEEDED.get(code, ()))
    return code if whole and best >= _SURE and best - second >= _APART else ""


def _likeness(rest: Sequence[str], code: str) -> float:
    return max(_alike(rest, phrase) for phrase in _ours(code))


@lru_cache(maxsize=64)
def _ours(code: str) -> tuple[tuple[str, ...], ...]:
    titles = (BY_ID[code].title, *_PHRASES.get(code, ()))
    found = (tuple(one for one in stems(fold(title)) if one.rstrip(".") not in _NOUGHT) for title in titles)
    return tuple(one for one in found if one)


def _alike(one: Sequence[str], other: Sequence[str]) -> float:
    """Twice the stems in common, of all the stems: a word of theirs that we lack counts against it."""
    common = sum(any(_same(first, second) for second in other) for first in one)
    return 2 * common / (len(one) + len(other)) if common else 0.0


def _same(one: str, other: str) -> bool:
    """Equal, or but for the last letter: «площадо(к)» and «площадк(и)»."""
    first, second = one.rstrip("."), other.rstrip(".")
    start = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(first, second, strict=False)))
    return first == second or start >= max(_ALIKE, min(len(first), len(second)) - 1)
