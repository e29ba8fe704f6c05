"""Names of regions in cases: «Правительство Ульяновской области», «в Республике Татарстан»."""

from reports.grammar.case import Case
from reports.grammar.phrase import phrase_in

_CITY = "город "
_REPUBLIC = "Республика "


def region_in(name: str, case: Case) -> str:
    """The region in a case. The name of a republic stands still after the word, as in laws: «Республики Алтай»."""
    if name.startswith(_REPUBLIC):
        return phrase_in(_REPUBLIC, case, persons=False) + name.removeprefix(_REPUBLIC)
    if name.startswith(_CITY):
        return phrase_in(_CITY, case, persons=False) + phrase_in(name.removeprefix(_CITY), case, persons=False)
    return phrase_in(name, case, persons=False)
