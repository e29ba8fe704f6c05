"""Agreements between registers, broken on purpose: one line a theme."""

from sync.demo.crossing.council import COUNCIL
from sync.demo.crossing.ground import Crossing

CROSSINGS: tuple[Crossing, ...] = (*COUNCIL, *TEAMS, *STAFFING, *PLANNING, *PROGRESS)
"""Every way of every theme, in the order in which they are planted: those that need a rare row come first."""
