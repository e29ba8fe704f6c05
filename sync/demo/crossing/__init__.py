"""Agreements between registers, broken on purpose: one line a theme."""

from sync.demo.crossing.ground import Crossing
from sync.demo.crossing.money import MONEY
from sync.demo.crossing.papers import PAPERS

CROSSINGS: tuple[Crossing, ...] = (*MONEY, *PAPERS)
"""Every way of every theme, in the order in which they are planted: those that need a rare row come first."""
