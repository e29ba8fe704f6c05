"""Agreements between registers, broken on purpose: one line a theme."""

from sync.demo.crossing.ground import Crossing
from sync.demo.crossing.plan import PLANNING
from sync.demo.crossing.progress import PROGRESS
from sync.demo.crossing.staff import STAFFING

CROSSINGS: tuple[Crossing, ...] = (*STAFFING, *PLANNING, *PROGRESS)
"""Every way of every theme, in the order in which they are planted: those that need a rare row come first."""
