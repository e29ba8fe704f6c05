"""`[ownership]`: which register the office believes where two of them state the same fact."""

from typing import Literal

from config.section import Section

COUNTED = "registers"
"""In place of a register's key: what the service counts over all of them."""


class OwnershipSection(Section):
    """The source of truth of each fact that stands in two registers: the key of one of the two."""

    team_size: Literal["TEAM", "SCH"] = "SCH"
    leaders: Literal["TEAM", "UNI"] = "TEAM"
    captain: Literal["TEAM", "SCH"] = "SCH"
    mentor_approval: Literal["MENT", "DEC"] = "DEC"
    site_approval: Literal["ENT", "DEC"] = "DEC"
    institution_approval: Literal["EDU", "DEC"] = "DEC"
    site_use: Literal["ENT", "PROG"] = "ENT"
    financing: Literal["PLAN", "FIN"] = "FIN"
    coverage: Literal["NP", "PROG"] = "PROG"
    indicator_fact: Literal["IND", "registers"] = "registers"
    last_post: Literal["PAGE", "PUB"] = "PUB"
    duties: Literal["STAFF", "PLAN"] = "STAFF"
