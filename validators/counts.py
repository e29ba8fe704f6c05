"""Who is counted, and the bare values of the indicators (decisions.md 12, 15), without tables of figures and pandas."""

from collections.abc import Callable, Mapping
from datetime import date
from types import MappingProxyType

from validators.counting import (
    agenda,
    approvals,
    composition,
    consent,
    institutions,
    media,
    mentoring,
    money,
    national,
    papers,
    people,
    progress,
    projects,
    sites,
    work,
)
from validators.counting.count import Count
from validators.office import Office

Counter = Callable[[Office, date], Count]

COUNTS: Mapping[str, Counter] = MappingProxyType(
    {
        "K01": people.count_k01,
        "K02": people.count_k02,
        "K03": people.count_k03,
        "K04": people.count_k04,
        "K05": people.count_k05,
        "K06": progress.count_k06,
        "K07": progress.count_k07,
        "K08": progress.count_k08,
        "K09": approvals.count_k09,
        "K10": composition.count_k10,
        "K11": projects.count_k11,
        "K12": projects.count_k12,
        "K13": approvals.count_k13,
        "K14": mentoring.count_k14,
        "K15": approvals.count_k15,
        "K16": progress.count_k16,
        "K17": sites.count_k17,
        "K18": people.count_k18,
        "K19": progress.count_k19,
        "K20": agenda.count_k20,
        "K21": agenda.count_k21,
        "K22": work.count_k22,
        "K23": work.count_k23,
        "K24": money.count_k24,
        "K25": money.count_k25,
        "K26": national.count_k26,
        "K27": media.count_k27,
        "K28": media.count_k28,
        "K29": papers.count_k29,
        "K30": papers.count_k30,
        "K31": consent.count_k31,
        "K33": institutions.count_k33,
        "K34": agenda.count_k34,
    }
)
"""Indicator → its bare value on a day. None is «нет данных» (not kept, not read), never 0.

K32 is not among them: the index of data quality is made of remarks.
"""

PARTS: Mapping[str, Mapping[str, Counter]] = MappingProxyType(
    {
        "K04": {"доля от всех": people.share_of_municipalities},
        "K06": {
            "школьники и студенты СПО": lambda office, on: progress.introduced(office, on, "SCH"),
            "студенты вузов": lambda office, on: progress.introduced(office, on, "UNI"),
        },
        "K12": {"защищено": projects.count_k12, "внедряется": projects.projects_in_use},
        "K13": {
            "предложено": mentoring.mentors_proposed,
            "утверждено": approvals.count_k13,
            "закреплено": mentoring.mentors_assigned,
            "активны": mentoring.mentors_at_work,
        },
        "K15": {
            "для профессиональных проб": lambda office, on: sites.sites_for(office, on, progress.TEST),
            "для стажировок": lambda office, on: sites.sites_for(office, on, progress.INTERNSHIP),
            "мест": lambda office, on: sites.places_for(office, on, progress.TEST, progress.INTERNSHIP),
            "мест для профессиональных проб": lambda office, on: sites.places_for(office, on, progress.TEST),
            "мест для стажировок": lambda office, on: sites.places_for(office, on, progress.INTERNSHIP),
        },
        "K16": {
            "профессиональные пробы": lambda office, on: progress.tried(office, on, progress.TEST),
            "стажировки": lambda office, on: progress.tried(office, on, progress.INTERNSHIP),
        },
        "K20": {
            "C6.1 профессиональные сообщества": lambda office, on: agenda.included(office, on, "C6.1"),
            "C6.2 экспертный пул": lambda office, on: agenda.included(office, on, agenda.EXPERT),
            "C6.3 региональные и муниципальные активности": lambda office, on: agenda.included(office, on, "C6.3"),
        },
        "K21": {"в пуле": agenda.count_k21, "ведут младших": agenda.experts_with_juniors},
        "K22": {"просрочено": work.measures_late, "дней просрочки": work.days_late},
        "K24": {"к плану на дату": money.count_k24, "к плану года": money.cash_of_year},
        "K25": {
            "в кассовом исполнении": money.count_k25,
            "в плане года": lambda office, on: money.beyond_budget(office, on, "plan_year"),
        },
        "K26": {"мероприятий": national.count_k26, "охват участников": national.covered_with_projects},
        "K27": {"участников": media.count_k27, "команд": media.teams_with_pages},
        "K28": {"публикаций": media.count_k28, "охват": media.reach},
        "K33": {
            "организаций": institutions.count_k33,
            "доля участников из них": institutions.share_of_their_participants,
        },
        "K34": {"остались": agenda.count_k34, "неизвестно": agenda.whereabouts_unknown},
    }
)
"""Indicator → its states, or the several figures that go under its number, in Russian."""


def counts(office: Office, on: date) -> dict[str, Count]:
    """All bare values on a day."""
    return {key: count(office, on) for key, count in COUNTS.items()}
