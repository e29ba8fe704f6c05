"""`[reports]`: which reports the office asks for beside those that everybody gets."""

from config.section import Section


class ReportsSection(Section):
    """`by_municipality` — a workbook of remarks for each municipality, with its own rows only.

    A municipality that has a table with codes of its own gets one anyway.
    """

    by_municipality: bool = False
