"""Whose signature a document waits for or has: what each employee may sign, and what was signed beyond that."""

from collections.abc import Mapping

from validators.counting.papers import DRAFTED, PRESENTED
from validators.office import Office

_INCOMING = "Входящий"


def competences(office: Office) -> Mapping[str, frozenset[str]]:
    """Employee → kinds that he may sign; empty when the office has not told it of anybody."""
    if not office.has("STAFF"):
        return {}
    staff = office.tables["STAFF"]
    signs = staff.values["signs"]
    may = {
        staff.ids[index]: frozenset(map(str, cell)) if isinstance(cell := signs[index], tuple) else frozenset()
        for index in staff.counted
        if isinstance(signs[index], tuple) or staff.is_blank(index, "signs")
    }
    return may if any(may.values()) else {}


def beyond_competence(office: Office) -> list[int]:
    """Indexes of the documents signed by an employee to whom such documents are not entrusted (H6, X38)."""
    table, may = office.tables["DOC"], office.once(competences)
    signers, kinds, states = (table.values[name] for name in ("signer", "kind", "status"))
    return [
        index
        for index in table.counted
        if states[index] in PRESENTED
        and isinstance(kinds[index], str)
        and signers[index] in may
        and kinds[index] not in may[str(signers[index])]
    ]


def to_sign(office: Office) -> list[int]:
    """Indexes of the office's own documents that are not signed yet."""
    table = office.tables["DOC"]
    states, ways = table.values["status"], table.values["way"]
    return [index for index in table.counted if states[index] in DRAFTED and ways[index] != _INCOMING]
