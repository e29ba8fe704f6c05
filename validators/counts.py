"""Who is counted, and the bare values of the indicators (decisions.md 12, 15), without tables of figures and pandas."""

from collections.abc import Callable, Mapping
from datetime import date
from types import MappingProxyType

from validators.counting.approvals import count_k09, count_k12, count_k13, count_k15
from validators.counting.count import Count
from validators.counting.media import count_k27
from validators.counting.money import count_k24
from validators.counting.people import count_k01, count_k02, count_k04, count_k05, count_k18
from validators.counting.work import count_k22, count_k23
from validators.office import Office

COUNTS: Mapping[str, Callable[[Office, date], Count]] = MappingProxyType(
    {
        "K01": count_k01,
        "K02": count_k02,
        "K04": count_k04,
        "K05": count_k05,
        "K09": count_k09,
        "K12": count_k12,
        "K13": count_k13,
        "K15": count_k15,
        "K18": count_k18,
        "K22": count_k22,
        "K23": count_k23,
        "K24": count_k24,
        "K27": count_k27,
    }
)
"""Indicator → its bare value on a day. None is «нет данных» (not kept, not read), never 0."""

PARTS: Mapping[str, Mapping[str, Callable[[Office, date], Count]]] = MappingProxyType({})
"""Indicator → its other states: of mentors those proposed, assigned, at work beside those approved."""


def counts(office: Office, on: date) -> dict[str, Count]:
    """All bare values on a day."""
    return {key: count(office, on) for key, count in COUNTS.items()}
