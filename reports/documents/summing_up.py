"""The figures of the day in one list: the indicators that are known, the money, and what is not known."""

from collections.abc import Iterator, Sequence

from reports.documents.agreement import closed, day_words
from reports.documents.document import Block, Passage, Points
from reports.documents.money_part import cash_words, has_money
from reports.documents.sayings import told
from reports.facts import Facts


def summed(facts: Facts, keys: Sequence[str]) -> Iterator[Block]:
    """The indicators of these codes as points «на 15 апреля 2026 года:», then one passage about the rest."""
    known, silent = told(facts, keys)
    if has_money(facts):
        known = (*known, cash_words(facts))
    if known:
        yield Passage(f"На {day_words(facts.today)}:")
        yield Points(closed(known))
    if silent:
        yield Passage(silent)
