"""Which figures a person asked for: codes of indicators and a cut, as they are typed on the command line."""

from collections.abc import Iterable, Sequence

from config.errors import UsageError
from reports.facts import Facts
from reports.figures.cuts import CUTS
from reports.figures.figure import STATE, Figure, figures
from reports.figures.own import own_figures
from validators.counting.plans import code_of

EVERY = "all"
"""The word for all cuts at once."""


def asked(facts: Facts, codes: Sequence[str], cut: str = "") -> tuple[Figure, ...]:
    """The whole figures of these indicators, of all when none is named; with a cut, those that have it, group by group.

    `cut` is `category`, `category=Школьник` (the group alone) or `all`. Codes may be typed in Cyrillic, groups in any
    case. Raises UsageError when there is no such indicator, cut or group.
    """
    known = [*figures(facts), *own_figures(facts)]
    wanted = _of_codes(known, codes)
    key, _, group = cut.partition("=")
    if not key:
        return tuple(one for one in wanted if not one.cut)
    if key == EVERY:
        return tuple(wanted)
    if key not in CUTS and key != STATE:
        raise UsageError(f"Разреза «{key}» нет.", advice=f"Есть: {', '.join((*CUTS, STATE, EVERY))}.")
    parts = [one for one in wanted if key in one.cut]
    if not group:
        cut_up = {one.indicator.id for one in parts}
        return tuple(one for one in wanted if one.indicator.id in cut_up and (not one.cut or key in one.cut))
    chosen = tuple(one for one in parts if one.cut[key].casefold() == group.casefold())
    if not chosen:
        raise UsageError(f"Группы «{group}» в разрезе {key} нет.", advice=_groups(one.cut[key] for one in parts))
    return chosen


def _of_codes(known: Sequence[Figure], codes: Sequence[str]) -> list[Figure]:
    ids = {code_of(one.indicator.id) for one in known}
    wanted = {code_of(one): one for one in codes}
    missing = [typed for code, typed in wanted.items() if code not in ids]
    if missing:
        raise UsageError(f"Показателя «{missing[0]}» нет.", advice="Все показатели: rpo figures.")
    return [one for one in known if not wanted or code_of(one.indicator.id) in wanted]


def _groups(names: Iterable[str]) -> str:
    some = list(dict.fromkeys(names))
    return f"Есть: {', '.join(some)}." if some else "У этих показателей такого разреза нет."
