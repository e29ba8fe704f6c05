"""For every row whose weight in a figure changed, the change of the office that decides.

A change decides when without it the row weighs what it weighed before; failing that, when it alone, made to the earlier
office, gives the row its weight of now. Asked first are the changes of the row itself, then the day, then the other
rows and registers; what several changes did together is laid to the one with which it came true.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from math import isclose

from reports.figures.change.moments import Deed, Edit, Moments, edits_of_rows
from reports.figures.change.shares import Share, Weights, weights
from reports.figures.figure import Cut, count_in
from validators.office import Office

STATUSES = ("status", "stage", "state", "result", "execution")
"""Fields that say how a thing stands, besides the field of the register's own life."""

Found = dict[Share, Edit]


@dataclass
class Question:
    """One figure: its rows that weigh something else, as they weighed before and weigh now; `found` grows."""

    key: str
    cut: Cut
    before: Weights
    now: Weights
    left: set[Share]
    found: Found = field(default_factory=dict)
    moved: Found = field(default_factory=dict)

    def weights(self, office: Office, on: date) -> Weights:
        """The weights of the figure in another office, on another day."""
        return weights(count_in(office, on, self.key, self.cut))

    def settle(self, edit: Edit, shares: Iterable[Share]) -> None:
        """These rows are decided by this change."""
        for share in shares:
            self.found[share] = edit
            self.left.discard(share)


def search(moments: Moments, questions: Sequence[Question]) -> None:
    """Finds the change that decides for every row that is left; each change is undone once for all figures."""
    back = moments.reversed
    own = [edit for key, pair in moments.pairs.items() if pair.is_changed for edit in _of_rows(moments, key)]
    day = [Edit(Deed.DAY)] if moments.day != moments.other_day else []
    whole = [Edit(Deed.REGISTER, key) for key in _in_turn(moments)]
    rest = [*_filled(moments), Edit(Deed.ANSWERS)]
    _try(moments, questions, own, of_before=True)
    _try(moments, questions, day, of_before=True)
    _try(back, questions, [*own, *day], of_before=False)
    _try(moments, questions, whole, of_before=True)
    _try(back, questions, whole, of_before=False)
    _try(moments, questions, rest, of_before=True)
    _one_after_another(moments, questions, [*day, *whole, *rest[-1:]])


def _of_rows(moments: Moments, key: str) -> Iterator[Edit]:
    pair = moments.pairs[key]
    return edits_of_rows(key, pair, (pair.register.life.field, *STATUSES))


def _in_turn(moments: Moments) -> list[str]:
    """The registers that changed: decisions first, for approvals hang on them."""
    changed = [key for key, pair in moments.pairs.items() if pair.is_changed]
    return sorted(changed, key=lambda key: key != "DEC")


def _filled(moments: Moments) -> Iterator[Edit]:
    """Cells that nobody typed and no other register explains: they came from an export of another system."""
    for key, pair in moments.pairs.items():
        if pair.is_whole:
            for name, rows in pair.filled.items():
                yield Edit(Deed.CELLS, key, name, rows)


def _try(moments: Moments, questions: Sequence[Question], edits: Iterable[Edit], *, of_before: bool) -> None:
    for edit in edits:
        asked = [(one, [share for share in one.left if edit.may_decide(share[1])]) for one in questions]
        if not any(shares for _, shares in asked):
            continue
        office, day = moments.without(edit)
        for one, shares in asked:
            got = one.weights(office, day) if shares else Weights()
            wanted, given = (one.before, one.now) if of_before else (one.now, one.before)
            one.settle(edit, {share for share in shares if _same(got, wanted, share)})
            if edit.rows:
                one.moved |= {share: edit for share in shares if not _same(got, given, share)} | one.moved


def _one_after_another(moments: Moments, questions: Sequence[Question], edits: Sequence[Edit]) -> None:
    done: list[Edit] = []
    for edit in edits:
        done.append(edit)
        if not any(one.left for one in questions):
            return
        office, day = moments.without(*done)
        for one in questions:
            got = one.weights(office, day) if one.left else Weights()
            one.settle(edit, {share for share in one.left if _same(got, one.before, share)})


def _same(one: Weights, other: Weights, share: Share) -> bool:
    """The row weighs the same in both; to weigh nothing is not to be absent."""
    known = share in one.of, share in other.of
    return known[0] == known[1] and isclose(one[share], other[share], rel_tol=1e-9, abs_tol=1e-9)
