"""Consents to the processing of personal data: who has given one that holds on a day, and what is wrong with others."""

from datetime import date
from enum import Enum, auto
from typing import Any

from config.ages import ADULT, age_on
from validators.counting.count import NO_COLUMN, Count, Way, share
from validators.counting.people import PEOPLE, Person, active_people, people_obstacle
from validators.office import Office, Table

_HIMSELF, _GUARDIAN = "Сам", "Представитель"
OWN_FROM = 14


class Giver(Enum):
    """Why a consent is not that of the right people."""

    ONLY_HIMSELF = auto()
    ONLY_GUARDIAN = auto()
    NOT_HIMSELF_YET = auto()


def withdrawn_on(table: Table[Any], index: int, on: date) -> date | None:
    """The day on which the consent was withdrawn, if that was by the day and none was given anew since."""
    gone, agreed = table.values["consent_withdrawn"][index], table.values["consent_on"][index]
    if not isinstance(gone, date) or gone > on or (isinstance(agreed, date) and agreed > gone):
        return None
    return gone


def wrong_giver(office: Office, table: Table[Any], index: int, on: date) -> Giver | None:
    """Before 18 a representative agrees, and where the office wants so he who is 14 as well; from 18 he himself does.

    Nothing is wrong where it is not known who agreed, or how old he is.
    """
    born, given = table.values["born"][index], table.values["consent_by"][index]
    if not isinstance(born, date) or born > on:
        return None
    age = age_on(born, on)
    if age >= ADULT:
        return Giver.ONLY_GUARDIAN if given == _GUARDIAN else None
    if given == _HIMSELF:
        return Giver.ONLY_HIMSELF
    asked = age >= OWN_FROM and office.settings.thresholds.own_consent_from_14
    return Giver.NOT_HIMSELF_YET if given == _GUARDIAN and asked else None


def has_agreed(office: Office, person: Person, on: date) -> bool:
    """His consent holds on the day: given by then, by those who may give it, and not withdrawn."""
    table, index = person.table, person.index
    agreed = table.values["consent_on"][index]
    is_given = isinstance(agreed, date) and agreed <= on and withdrawn_on(table, index, on) is None
    return is_given and wrong_giver(office, table, index, on) is None


def count_k31(office: Office, on: date) -> Count:
    """K31 Участников с действующими согласиями, %: active participants whose consent holds ÷ active."""
    why = people_obstacle(office)
    if not why and any(office.has(key) and "consent_on" in office.tables[key].missing for key in PEOPLE):
        why = NO_COLUMN
    if why:
        return Count(why=why, way=Way.SHARE)
    active = active_people(office, on)
    agreed = (one.id for one in active if has_agreed(office, one, on))
    return share(agreed, (one.id for one in active), "нет участников")
