"""Agreements between registers, broken on purpose: one line a theme."""

from sync.demo.crossing.ground import Crossing
from sync.demo.crossing.people import PEOPLE

CROSSINGS: tuple[Crossing, ...] = (*PEOPLE,)
"""Every way of every theme, in the order in which they are planted: those that need a rare row come first."""
