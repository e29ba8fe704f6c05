"""A municipality by its bare name: «г. Бийск», «Бийск МО» and «городской округ Бийск» are one."""

import re

_KINDS = re.compile(
    r"\b(г|гор|город\w*|муниципальн\w+|образовани\w+|округ\w*|район\w*|р он|р н|рн|го|мо|мр)\b",
)


def bare(folded: str) -> str:
    """A folded name without the words that say what kind of municipality it is; empty when nothing else is left."""
    return " ".join(_KINDS.sub(" ", folded).split())
