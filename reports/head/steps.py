"""The steps of a participant's way, and what each of them counts, in a sentence; and to which groups people belong."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date

from reports.figures.cuts import CUTS
from validators.counting.count import Count
from validators.counting.funnel import (
    count_defended,
    count_in_team,
    count_on_platform,
    count_trained,
    institution_type,
)
from validators.counting.people import people
from validators.counting.progress import INTERNSHIP, tried
from validators.counts import COUNTS
from validators.office import Office

UNTOLD = "не указано"
"""The group of those of whom the register does not say it."""


@dataclass(frozen=True)
class Step:
    """A step: its name, how a column over its numbers is called, whom it counts."""

    title: str
    short: str
    words: str
    count: Callable[[Office, date], Count]


STEPS = (
    Step("Подали заявку", "Заявка", "Все, кто подал заявку; зачисленный считается подавшим.", COUNTS["K01"]),
    Step("Зачислены", "Зачислены", "Все, кого зачислили, и те, кто потом завершил или выбыл.", COUNTS["K02"]),
    Step(
        "Обучены",
        "Обучены",
        "Зачисленные, у которых пройдено очное установочное обучение; кому оно не требуется, здесь не считаются.",
        count_trained,
    ),
    Step(
        "Активны на цифровой платформе",
        "Активны",
        "Участвуют сейчас и недавно занимались на цифровой платформе (сколько дней — в настройках, обычно 30).",
        count_on_platform,
    ),
    Step("В команде", "В команде", "Участвуют сейчас и состоят в действующей команде.", count_in_team),
    Step(
        "Прошли стажировку",
        "Стажировка",
        "Зачисленные, у которых пройдена стажировка.",
        lambda office, on: tried(office, on, INTERNSHIP),
    ),
    Step(
        "Защитили проект",
        "Защита",
        "Зачисленные, у которых пройдена защита или чья команда защитила проект, пока они в ней состояли.",
        count_defended,
    ),
)
"""From the application to the defence."""


@dataclass(frozen=True)
class Group:
    """To what a participant belongs."""

    category: str
    municipality: str
    institution: str


def groups(office: Office) -> Mapping[str, Group]:
    """Code of a participant's row → his groups; categories and municipalities are those of the indicators' cuts."""
    categories, places = (office.once(CUTS[cut][1]) for cut in ("category", "municipality"))
    return {
        one.id: Group(
            next(iter(categories.get(one.id, ())), UNTOLD),
            next(iter(places.get(one.id, ())), UNTOLD),
            institution_type(office, one) or UNTOLD,
        )
        for one in people(office)
    }
