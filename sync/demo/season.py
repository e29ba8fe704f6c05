"""The season of the made-up office: its fixed day, its stages, the meetings of the council."""

from dataclasses import dataclass
from datetime import date

TODAY = date(2026, 4, 15)
SEASON = "2025/2026"
APPLICATIONS = (date(2025, 9, 1), date(2025, 10, 17))
ENROLMENT = (date(2025, 10, 27), date(2025, 10, 31))
LATE_ENROLMENT = (date(2026, 1, 19), date(2026, 1, 30))

COUNCIL = "Совет по кадровой политике при Губернаторе Светлоборской области"


@dataclass(frozen=True)
class Span:
    """A stage of the season: its days, when it was closed, for whom it is a must."""

    code: str
    start: date
    end: date
    closed: date | None = None
    students: bool = True
    pupils: bool = True
    breaks: str | None = None


STAGES = (
    Span("Э1", date(2025, 9, 1), date(2025, 10, 31), date(2025, 11, 10)),
    Span("Э2", date(2025, 11, 5), date(2025, 11, 28), date(2025, 12, 8), pupils=False),
    Span("Э3", date(2025, 12, 1), date(2026, 3, 31), date(2026, 4, 7), breaks="29.12.2025–11.01.2026"),
    Span("Э4", date(2026, 1, 12), date(2026, 5, 15)),
    Span("Э5", date(2026, 2, 16), date(2026, 4, 30), pupils=False),
    Span("Э6", date(2026, 5, 18), date(2026, 6, 12)),
    Span("Э7", date(2026, 6, 15), date(2026, 8, 31), students=False, pupils=False),
)

LAST_SEASON = date(2024, 9, 20)
OPENING = date(2025, 9, 26)
LISTS = date(2025, 11, 7)
FIRST_REPORT = date(2025, 12, 5)
SECOND_REPORT = date(2025, 12, 22)
MORE_LISTS = date(2026, 1, 26)
AGENDA_MEETING = date(2026, 3, 20)
NEXT_MEETING = date(2026, 4, 23)
LAST_MEETING = date(2026, 6, 25)
"""Meetings of the council; the last two are ahead."""
