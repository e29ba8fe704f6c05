"""«Похожие люди»: pairs of rows that may be one human being, named by codes; staff answer once who they are."""

from collections.abc import Iterator
from dataclasses import dataclass

from config.codes import PREFIXES
from reports import wording
from reports.facts import Facts
from reports.list_seal import list_of
from reports.naming import TABS
from reports.questions import OF_PEOPLE, workbook_of_people
from reports.report import Field, Recipe, Report, Value, Words
from validators.duplicates.answers import DIFFERENT, SAME, spelling_of
from validators.duplicates.differences import differs
from validators.duplicates.repeats import repeats
from validators.duplicates.rolls import MENTORS, PARTICIPANTS
from validators.duplicates.search import alike
from validators.office import Office

TAB = "Похожие люди"
PAIR, WHERE, WHO = "Две записи", "Реестры", "Кто это"
"""Headings by which the answers are read back."""

_FIELDS = (Field(PAIR, 24), Field(WHERE, 34), Field("Чем похожи и чем отличаются", 52), Field(WHO, 18, typed=True))
_HOW = (
    f"Сверьте обе записи с документами и впишите в последний столбец «{DIFFERENT}» или «{SAME}», затем сохраните файл: "
    "больше об этой паре сервис не спросит. Разные люди будут учтены оба, один человек — один раз. "
    "Остальные столбцы не меняйте."
)
_EXACT = "Совпадает всё: вторая запись не учтена"


@dataclass(frozen=True)
class _Pair:
    codes: frozenset[str]
    how: str
    answer: str | None = None


def compose(facts: Facts) -> tuple[Report, ...]:
    """The one tab, or nothing when no two rows look like one human being."""
    office = facts.scene.office
    pairs = [*_asked(office), *_answered(office)]
    if not pairs:
        return ()
    waiting = sum(pair.answer is None for pair in pairs)
    told = wording.counted(waiting, "пара", "пары", "пар")
    words = (
        Words(TAB, "title"),
        Words(f"По состоянию на {wording.day(facts.today)}", "subtitle"),
        Words(f"Ждут ответа: {told}." if waiting else "Обо всех парах сказано, кто это."),
        Words(_HOW),
    )
    workbook = workbook_of_people(facts.scene.settings)
    return (Report(workbook, TAB, list_of(words, _FIELDS, tuple(map(_line, pairs))), local=workbook == OF_PEOPLE),)


PAIRS = Recipe(TAB, compose)


def _asked(office: Office) -> Iterator[_Pair]:
    """Those that nobody has spoken of yet; a row without a code can't be named, its remark stands all the same."""
    found = [(one.row, one.first, _EXACT) for one in office.once(repeats) if not (one.told or one.in_turn)]
    found += [(one.row, one.other, differs(one)) for one in office.once(alike)]
    for one, other, how in found:
        if not (one.id.startswith("?") or other.id.startswith("?")) and one.id != other.id:
            yield _Pair(frozenset((one.id, other.id)), how)


def _answered(office: Office) -> Iterator[_Pair]:
    for pairs, answer in ((office.same, SAME), (office.different, DIFFERENT)):
        for pair in sorted(pairs, key=sorted):
            yield _Pair(pair, "—", answer)


def _line(pair: _Pair) -> tuple[Value, ...]:
    letters = {code[:2] for code in pair.codes}
    registers = [key for key in (*PARTICIPANTS, MENTORS) if PREFIXES[key] in letters]
    return spelling_of(*pair.codes), "; ".join(TABS[key] for key in registers) or "—", pair.how, pair.answer
