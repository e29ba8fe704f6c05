"""After an update that was killed: what it had begun is looked at and finished or done anew; nothing is guessed."""

from collections.abc import Mapping
from dataclasses import replace

from sync.before import Before
from sync.plan import Stands


def recovered(before: Before, standing: Mapping[str, Stands]) -> Before:
    """The memory with the reports that a killed update has put in place but did not live to record.

    A file that holds what was written down before it was replaced is ours; it is neither kept aside as somebody's work
    nor written once more. Any other is looked at as always: the old one is replaced, one that was edited is kept.
    """
    files, written = dict(before.files), dict(before.written)
    for one in before.intents:
        stands = standing.get(one.target, Stands()).digest
        if one.digest and stands == one.digest:
            files[one.target] = one.digest
            written = {(file, tab): bears for (file, tab), bears in written.items() if file != one.target}
            written |= {(one.target, tab): bears for tab, bears in one.tabs.items()}
    return replace(before, files=files, written=written)
