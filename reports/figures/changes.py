"""Why a figure is not what it was: two Facts of one office → the difference in parts, each with its reason."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from math import fsum

from reports.facts import Facts
from reports.figures.catalogue import INDICATORS, Indicator
from reports.figures.change.causes import Causes
from reports.figures.change.moments import Moments, moments_of
from reports.figures.change.places import place_of
from reports.figures.change.search import Question, search
from reports.figures.change.shares import ROWS, Share, Weights, changed, contribution, weights
from reports.figures.change.value import Cause, Change, Kind, Part, differ
from reports.figures.figure import QUALITY, Cut, count_in, count_of
from reports.quality import by_register, total
from validators.counting.count import Count
from validators.counts import COUNTS

_NOTHING = 1e-12


def explain(before: Facts, now: Facts, indicator: Indicator, cut: Cut | None = None) -> Change:
    """How the figure changed between the two, by reasons; the parts always add up to the difference."""
    return next(explained(before, now, ((indicator, cut or {}),)))


def changes_since(facts: Facts, earlier: Facts) -> tuple[Change, ...]:
    """The explained changes of all counted indicators whose value is another one now, in the order of their codes."""
    known = [one for one in INDICATORS if one.id in COUNTS or one.id == QUALITY]
    moved = [one for one in known if differ(count_of(earlier, one.id), count_of(facts, one.id))]
    return tuple(explained(earlier, facts, [(one, {}) for one in moved]))


@dataclass(frozen=True)
class _Case:
    """A figure that is to be explained, with its rows whose weight changed."""

    indicator: Indicator
    cut: Cut
    before: Count
    now: Count
    first: Weights = field(default_factory=Weights)
    last: Weights = field(default_factory=Weights)
    moved: Mapping[Share, float] = field(default_factory=dict)


def explained(before: Facts, now: Facts, asked: Sequence[tuple[Indicator, Cut]]) -> Iterator[Change]:
    """The same of many figures, whole or of a cut, sooner than one by one: in their order."""
    cases = [_case(before, now, indicator, cut) for indicator, cut in asked]
    offices = before.scene.office, now.scene.office
    moments = moments_of(offices[0], before.today, offices[1], now.today, now.scene.settings)
    questions = [Question(one.indicator.id, one.cut, one.first, one.last, set(one.moved)) for one in cases]
    search(moments, questions)
    causes = Causes(moments)
    for one, question in zip(cases, questions, strict=True):
        parts = _parts_of(before, now, one, moments, causes, question)
        yield Change(one.indicator, one.before, one.now, before.today, now.today, parts, one.cut)


def _case(before: Facts, now: Facts, indicator: Indicator, cut: Cut) -> _Case:
    if indicator.id == QUALITY:
        return _Case(indicator, cut, count_of(before, QUALITY), count_of(now, QUALITY))
    first, last = (count_in(one.scene.office, one.today, indicator.id, cut) for one in (before, now))
    if first.value is None or last.value is None:
        return _Case(indicator, cut, first, last)
    found = weights(first), weights(last)
    return _Case(indicator, cut, first, last, *found, changed(*found))


def _parts_of(
    before: Facts, now: Facts, case: _Case, moments: Moments, causes: Causes, question: Question
) -> tuple[Part, ...]:
    if case.before.value is None or case.now.value is None:
        return _of_data(case)
    parts = _of_quality(before, now) if case.indicator.id == QUALITY else _grouped(case, moments, causes, question)
    left = case.now.value - case.before.value - fsum(one.value for one in parts)
    if abs(left) > _NOTHING * max(1.0, abs(case.now.value), abs(case.before.value)) * 100:
        parts = (*parts, Part(Cause(Kind.OTHER), of_rows=left))
    return tuple(sorted(parts, key=lambda one: -abs(one.value)))


def _of_data(case: _Case) -> tuple[Part, ...]:
    """A value appeared or is gone: that is the whole reason, and the count says why there was or is none."""
    one = case.before if case.now.value is None else case.now
    if one.value is None:
        return ()
    sign, why = (-1, case.now.why) if case.now.value is None else (1, case.before.why)
    return (Part(Cause(Kind.DATA, what=why), tuple(dict.fromkeys(one.rows)), sign * one.value),)


def _of_quality(before: Facts, now: Facts) -> tuple[Part, ...]:
    """K32 is the mean of its known parts, so each of them adds its own difference."""
    first, last = (total(one, by_register(one)).parts for one in (before, now))
    known = [[name for name, share in one.items() if share is not None] for one in (first, last)]
    found = []
    for name in last:
        by = (last[name] or 0.0) / len(known[1]) - (first[name] or 0.0) / len(known[0])
        if by:
            found.append(Part(Cause(Kind.QUALITY, what=name), of_rows=by))
    return tuple(found)


def _grouped(case: _Case, moments: Moments, causes: Causes, question: Question) -> tuple[Part, ...]:
    """The rows by reason, those that add apart from those that take away."""
    net: dict[tuple[Cause, str], list[float]] = {}
    by: dict[tuple[Cause, str], tuple[str, ...]] = {}
    for share, moved in case.moved.items():
        cause, codes = causes.of(question.found.get(share), share[1], question.moved.get(share))
        if cause.kind is Kind.PASSED and share in case.first.of:
            cause = replace(cause, kind=Kind.TIME)
        both = net.setdefault((cause, share[1]), [0.0, 0.0])
        both[share[0] != ROWS] += contribution(case.now.way, case.first, case.last, share, moved)
        by[cause, share[1]] = codes
    groups: dict[tuple[Cause, bool], list[str]] = {}
    for (cause, row_id), both in net.items():
        groups.setdefault((cause, sum(both) >= 0), []).append(row_id)
    return tuple(_part(cause, ids, net, by, case, moments) for (cause, _), ids in groups.items())


def _part(
    cause: Cause,
    ids: Sequence[str],
    net: Mapping[tuple[Cause, str], Sequence[float]],
    by: Mapping[tuple[Cause, str], tuple[str, ...]],
    case: _Case,
    moments: Moments,
) -> Part:
    of_rows, of_whole = (fsum(net[cause, one][half] for one in ids) for half in (0, 1))
    codes = tuple(dict.fromkeys(code for one in ids for code in by[cause, one]))
    place = place_of(moments, ids) if "municipality" in case.indicator.cuts and "municipality" not in case.cut else None
    return Part(cause, tuple(ids), of_rows, of_whole, codes, place)
