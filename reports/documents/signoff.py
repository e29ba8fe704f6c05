"""How far a document of the catalogue is on its way to a signature: its state in a word, and whether it is a draft."""

from reports.facts import Facts
from validators.counting.signoff import paper_of


def state_of(facts: Facts, kind: str, period: str) -> str:
    """«проект», «на согласовании», «подписан», «отправлен» as the register of documents tells; «нет в реестре» too.

    `kind` is the kind in that register, `period` as it writes periods (`2026-04`, `Э4`), for a protocol the day of the
    meeting (`2026-04-23`).
    """
    return paper_of(facts.scene.office, kind, period).state.value


def is_unsigned(facts: Facts, kind: str, period: str) -> bool:
    """The document is still a draft: no signed one of its kind and period is in the register. A draft may be issued.

    A document of no period, or of a kind that no register knows, stays a draft.
    """
    return not (kind and period and paper_of(facts.scene.office, kind, period).state.is_signed)
