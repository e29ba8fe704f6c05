"""Which numbers read «скрыто»: the small ones, and the fewest others that keep a reader from working them out.

Small is a count of 1…k−1 people, a grand total too, and a count (but no grand total) that has changed by 1…k−1 since a
package that shows it. Then the auditor and the solver take turns: the auditor names the leaks of a proposal and the
numbers in sight that prove each (a cover); the solver proposes the fewest cells that meet all covers known so far. The
first proposal without a leak is the best one there is. Grand totals that are not small are never hidden.
"""

from collections.abc import Mapping
from collections.abc import Set as AbstractSet

from reports.disclosure.auditor import Auditor
from reports.disclosure.covers import Cover, fewest, proof
from reports.disclosure.knowledge import Knowledge, all_but_totals
from reports.disclosure.refused import refuse, sums_agree
from reports.disclosure.secrets import Secret
from reports.disclosure.small import small_changes, small_counts, small_shares, withheld_counts
from reports.disclosure.system import Leak, System, Verdict

_ROUNDS = 60
"""After so many proposals nothing that was hidden once is shown again: then the end is near."""


def suppress(system: System) -> Verdict:
    """The keys to hide, as few as possible; the same for the same system.

    Raises `DisclosureError` when grand totals alone tell what must be hidden, and `ContradictionError` when the tables
    don't add up.
    """
    if system.k <= 1:
        return Verdict(frozenset(), frozenset())
    sums_agree(system)
    auditor = Auditor(system)
    counts = small_counts(auditor.known)
    moved = small_changes(auditor) - counts
    hidden = _covered(auditor, counts | moved | withheld_counts(auditor))
    return Verdict(hidden, counts | moved, moved, auditor.told(hidden))


def _covered(auditor: Auditor, small: frozenset[str]) -> frozenset[str]:
    """The small ones and what covers them: proposals, each judged by the audit, until one has no leak."""
    known = auditor.known
    costs = _costs(known)
    own = frozenset(known.of(key) for key in small)
    forced, covers = own, list[Cover]()
    for turn in range(_ROUNDS + len(costs)):
        proposal = fewest(costs, forced, covers)
        if proposal is None:
            break
        hidden = frozenset(cell.key for one in proposal for cell in known.cells[one])
        hidden |= small_shares(known.system, hidden)
        found = list(auditor.leaks(hidden))
        if not found:
            return hidden
        if turn >= _ROUNDS:
            forced |= proposal
        first = {leak.key: (leak, secret) for leak, secret in reversed(found)}
        covers += [_cover(auditor, hidden, leak, secret, own) for leak, secret in first.values()]
    raise refuse([leak for leak, one in auditor.leaks(auditor.able) if leak.key in small or not one.count])


def _costs(known: Knowledge) -> Mapping[int, float]:
    """One for each cell; of equally many rather the small numbers, and noughts last."""
    ones = {known.of(key): known.cells[known.of(key)] for key in sorted(all_but_totals(known))}
    everybody = 1 + sum(max(cells[0].value, 1) for cells in ones.values())
    return {
        at: len(cells) + (cells[0].value or everybody) / (2 * everybody * (1 + len(ones))) for at, cells in ones.items()
    }


def _cover(auditor: Auditor, hidden: AbstractSet[str], leak: Leak, secret: Secret, small: AbstractSet[int]) -> Cover:
    known = auditor.known
    read, able = known.read(hidden), {known.of(key) for key in all_but_totals(known)}
    rows = auditor.reader.equations(hidden, secret)
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
