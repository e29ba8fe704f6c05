"""Posts in cases: «заместителю Губернатора», «временно исполняющему обязанности директора»."""

from reports.grammar.case import Case
from reports.grammar.phrase import phrase_in


def post_in(post: str, case: Case) -> str:
    """The post in a case. What is no title in the nominative («и.о. директора», an unknown word) stays as it is."""
    return phrase_in(post, case)
