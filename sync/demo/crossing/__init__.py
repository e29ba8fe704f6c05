"""Agreements between registers, broken on purpose: one line a theme."""

from sync.demo.crossing.council import COUNCIL
from sync.demo.crossing.ground import Crossing
from sync.demo.crossing.money import MONEY
from sync.demo.crossing.papers import PAPERS
from sync.demo.crossing.people import PEOPLE
from sync.demo.crossing.plan import PLANNING
from sync.demo.crossing.progress import PROGRESS
from sync.demo.crossing.region import REGION
from sync.demo.crossing.staff import STAFFING
from sync.demo.crossing.teams import TEAMS

CROSSINGS: tuple[Crossing, ...] = (
    *PEOPLE,
    *COUNCIL,
    *TEAMS,
    *STAFFING,
    *PLANNING,
    *PROGRESS,
    *MONEY,
    *PAPERS,
    *REGION,
)
"""Every way of every theme, in the order in which they are planted: those that need a rare row come first."""
