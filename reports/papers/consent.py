"""Who may be named in a paper (decisions.md 13): a consent holds, and for an outside receiver also one to transfer."""

from datetime import date
from typing import Any

from reports.papers.row import name_at
from reports.wording import day
from validators.counting.consent import Giver, withdrawn_on, wrong_giver
from validators.counting.people import PEOPLE
from validators.office import Office, Table

_CONSENT, _TRANSFER, _WITHDRAWN = "consent_on", "consent_transfer", "consent_withdrawn"
_GIVERS = {
    Giver.ONLY_HIMSELF: "согласие дал сам участник, а до 18 лет нужно согласие законного представителя",
    Giver.ONLY_GUARDIAN: "исполнилось 18 лет, нужно своё согласие",
    Giver.NOT_HIMSELF_YET: "с 14 лет нужна и подпись самого участника",
}


def names_people(table: Table[Any]) -> bool:
    """The rows are people who give consents; employees and organisations do not."""
    return _CONSENT in table.register.by_field


def is_withdrawn(table: Table[Any], index: int, on: date) -> bool:
    """The person took his consent back by the day, and has given none anew."""
    return names_people(table) and withdrawn_on(table, index, on) is not None


def no_name(table: Table[Any], index: int) -> str:
    """Why a person can't be named at all; "" when his name is known, or the row is no person's."""
    if not names_people(table) or name_at(table, index) is not None:
        return ""
    apart = any(table.is_unknown(index, name) for name in ("surname", "name"))
    return "в файле с именами нет этого кода" if apart else "в реестре нет фамилии или имени"


def no_consent(office: Office, table: Table[Any], index: int, on: date) -> str:
    """Why the consent to processing does not hold on the day; "" when it does.

    Where the office keeps no column of consents nobody can tell, and nothing is held against the person.
    """
    if not names_people(table) or _CONSENT in table.missing:
        return ""
    withdrawn = withdrawn_on(table, index, on)
    if withdrawn is not None:
        return f"согласие отозвано {day(withdrawn)}"
    agreed = table.values[_CONSENT][index]
    if not isinstance(agreed, date):
        return "нет согласия на обработку персональных данных"
    if agreed > on:
        return f"согласие начнёт действовать {day(agreed)}"
    giver = wrong_giver(office, table, index, on) if table.register.key in PEOPLE else None
    return _GIVERS[giver] if giver is not None else ""


def no_transfer(table: Table[Any], index: int) -> str:
    """Why the person may not be named to somebody outside; "" when he agreed to the transfer."""
    if not names_people(table):
        return ""
    return "" if table.values[_TRANSFER][index] is True else "нет согласия на передачу персональных данных"
