"""Where the rows of one reason are: the municipality of most of them."""

from collections import Counter
from collections.abc import Sequence

from reports.figures.change.moments import Moments
from reports.figures.cuts import CUTS


def place_of(moments: Moments, ids: Sequence[str]) -> tuple[str, int] | None:
    """The municipality that most of the rows name, and how many of them; None where none of them names any."""
    now, before = (one.once(CUTS["municipality"][1]) for one in (moments.office, moments.other))
    named = Counter(place for one in ids for place in now.get(one) or before.get(one, ()))
    if not named:
        return None
    return min(named.items(), key=lambda one: (-one[1], one[0]))
