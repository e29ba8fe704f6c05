"""«Кого не узнали»: people of exports whom the registers do not know; staff answer once with a code in the last column.

The shared workbook shows a mark in place of a name; the workbook of one's own names the person.
"""

from collections.abc import Iterable, Sequence

from reports import wording
from reports.exports import own_of
from reports.facts import Facts
from reports.list_seal import list_of
from reports.naming import workbook_of
from reports.questions import ANSWER, WORKBOOK
from reports.report import Block, Field, Form, Recipe, Report, Value, Words
from validators.intake.taken import Stranger, Taken

TAB = "Кого не узнали"
MARK, EXPORT = "Метка", "Выгрузка"
"""Headings by which the answers are read back, beside that of the answer itself."""

_SHARED = (
    Field(MARK, 12),
    Field(EXPORT, 24),
    Field("Строк", 8, Form.WHOLE),
    Field("Может быть, это", 30),
    Field(ANSWER, 18, typed=True),
)
_OWN = (_SHARED[0], Field("Кто в выгрузке", 50), *_SHARED[1:])
_HOW = (
    "Впишите в последний столбец код участника из реестра и сохраните файл: больше об этом человеке сервис не спросит. "
    "Если человек не наш, напишите «нет». Остальные столбцы не меняйте. Строки тех, кого не узнали, не учтены."
)
_NAMES = "Здесь нет имён: они стоят на таком же листе в книге замечаний того, кто ведёт участников."


def compose(facts: Facts) -> tuple[Report, ...]:
    """The tab for all and one in the workbook of each who may see names; nothing when everybody was known."""
    asked = [one for one in facts.intake if one.strangers]
    if not asked:
        return ()
    shared = Report(WORKBOOK, TAB, _blocks(facts, asked, _SHARED, _NAMES))
    own = tuple(
        Report(workbook_of(facts.scene.office, code), TAB, _blocks(facts, mine, _OWN, ""), local=True)
        for code, mine in own_of(facts, "progress")
        if any(one.strangers for one in mine)
    )
    return (shared, *own)


STRANGERS = Recipe("Кого не узнали", compose)


def _blocks(facts: Facts, taken: Sequence[Taken], fields: tuple[Field, ...], more: str) -> tuple[Block, ...]:
    named = len(fields) == len(_OWN)
    rows = tuple(_line(name, one, named=named) for name, one in _ordered(taken))
    words = (
        Words("Кого не узнали", "title"),
        Words(f"По состоянию на {wording.day(facts.today)}", "subtitle"),
        Words(_summary(taken)),
        Words(f"{_HOW} {more}".strip()),
    )
    return list_of(words, fields, rows)


def _ordered(taken: Iterable[Taken]) -> list[tuple[str, Stranger]]:
    """Those who wait first, then by rows; what is answered stays in sight, to be mended."""
    all_of_them = [(one.export.settings.name, stranger) for one in taken for stranger in one.strangers]
    return sorted(all_of_them, key=lambda pair: (not pair[1].waits, pair[0], -pair[1].rows, pair[1].mark))


def _line(export: str, one: Stranger, *, named: bool) -> tuple[Value, ...]:
    said = (one.said,) if named else ()
    return (one.mark, *said, export, one.rows, ", ".join(one.alike) or "—", one.answer)


def _summary(taken: Iterable[Taken]) -> str:
    parts = [
        f"«{one.export.settings.name}» — {wording.counted(len(one.waiting), 'человек', 'человека', 'человек')} "
        f"из {wording.whole(one.people)}"
        for one in taken
        if one.waiting
    ]
    return f"Ждут ответа: {'; '.join(parts)}." if parts else "Обо всех сказано, кто это."
