"""The axis of values of a chart: from where to where it goes and which round numbers stand at it."""

import math
from collections.abc import Iterable
from typing import NamedTuple

_ROUND = (1.0, 2.0, 5.0, 10.0)


class Axis(NamedTuple):
    """From the least to the greatest number, with round steps between; zero is always on it."""

    low: float
    high: float
    step: float

    @property
    def ticks(self) -> tuple[float, ...]:
        """The round numbers from the lowest to the highest."""
        count = round((self.high - self.low) / self.step)
        return tuple(round(self.low + number * self.step, 6) for number in range(count + 1))

    def share(self, value: float) -> float:
        """Where the value stands: 0 at the low end, 1 at the high one."""
        return (value - self.low) / (self.high - self.low)


def axis_of(values: Iterable[float], steps: int = 5) -> Axis:
    """An axis of about so many steps on which all the values find room; whole values have no steps of fractions."""
    known = [0.0, *values]
    low, high = min(known), max(known)
    step = _round_step((high - low) / steps) if high > low else 1.0
    if all(float(value).is_integer() for value in known):
        step = max(step, 1.0)
    return Axis(math.floor(low / step + 1e-9) * step, max(math.ceil(high / step - 1e-9), 1) * step, step)


def _round_step(rough: float) -> float:
    """The least of 1, 2, 5 times a power of ten that is not less."""
    power = 10.0 ** math.floor(math.log10(rough))
    return next(one * power for one in _ROUND if one * power >= rough * (1 - 1e-9))
