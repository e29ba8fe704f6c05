"""Time and chance as arguments, so that waiting and retrying can be tested without waiting."""

import random
import time
from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True)
class Ports:
    """Seconds that only grow, seconds since 1970, a sleep of so many seconds, and a number from 0 to 1."""

    monotonic: Callable[[], float] = time.monotonic
    wall: Callable[[], float] = time.time
    sleep: Callable[[float], None] = time.sleep
    chance: Callable[[], float] = random.random
