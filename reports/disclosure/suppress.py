"""Which numbers read «скрыто»: the small ones, and the fewest others that keep a reader from working them out."""

from collections.abc import Mapping
from collections.abc import Set as AbstractSet

from reports.disclosure.audit import Memory, Secret, all_but_totals, consistent, leaks
from reports.disclosure.covers import Cover, fewest, proof
from reports.disclosure.knowledge import Knowledge
from reports.disclosure.refused import DisclosureError, refuse, sums_agree
from reports.disclosure.shares import rounding
from reports.disclosure.small import small_changes, small_counts, small_shares
from reports.disclosure.system import Leak, System, Verdict

_ROUNDS = 60
"""After so many proposals nothing that was hidden once is shown again: then the end is near."""


def suppress(system: System) -> Verdict:
    """The keys to hide, as few as possible."""
    if system.k <= 1:
        return Verdict(frozenset(), frozenset())
    sums_agree(system)
    known, memory = consistent(system), Memory()
    counts = small_counts(known)
    moved = small_changes(known, memory) - counts
    hidden = _covered(known, counts | moved, memory)
    return Verdict(hidden | small_shares(system, hidden), counts | moved, moved)


def _covered(known: Knowledge, small: frozenset[str], memory: Memory) -> frozenset[str]:
    """The small ones and what covers them: proposals, each judged by the audit, until one has no leak."""
    able = all_but_totals(known)
    costs = _costs(known, able)
    forced = {known.of(key) for key in small}
    covers: list[Cover] = []
    for turn in range(_ROUNDS + len(costs)):
        proposal = fewest(costs, forced, covers)
        if proposal is None:
            break
        hidden = frozenset(cell.key for one in proposal for cell in known.cells[one])
        found = [(leak, secret) for leak, secret in leaks(known, hidden, memory)]
        if not found:
            return hidden
        if turn >= _ROUNDS:
            forced |= proposal
        covers += [_cover(known, hidden, leak, secret, {known.of(key) for key in small}) for leak, secret in found]
    raise refuse(leak for leak, _ in leaks(known, able, memory))


def _costs(known: Knowledge, able: AbstractSet[str]) -> Mapping[int, float]:
    """One for each cell; of equally many rather the small numbers, and noughts last."""
    ones = {known.of(key): known.cells[known.of(key)] for key in sorted(able)}
    everybody = 1 + sum(max(cells[0].value, 1) for cells in ones.values())
    return {
        at: len(cells) + (cells[0].value or everybody) / (2 * everybody * (1 + len(ones))) for at, cells in ones.items()
    }


def _cover(known: Knowledge, hidden: AbstractSet[str], leak: Leak, secret: Secret, small: AbstractSet[int]) -> Cover:
    read, able = known.read(hidden), {known.of(key) for key in all_but_totals(known)}
    rows = (*known.rows, *rounding(known, hidden))
    least, most, proving = proof(rows, read, secret.terms, known.top)
    ones = proving if most - least <= leak.most - leak.least else read.keys()
    return Cover(frozenset(one for one in ones if one in able and one in read), _owner(known, secret, small))


def _owner(known: Knowledge, secret: Secret, small: AbstractSet[int]) -> int | None:
    """The hidden cell without which there would be no such secret."""
    own = {one for one, _ in secret.terms if one in known.cells} - small
    if secret.package or not own:
        return None
    issued = next((one for one in known.system.earlier if one.name == secret.since), None)
    return None if issued is not None and secret.key not in issued.seen else own.pop()


__all__ = ["DisclosureError", "suppress"]
