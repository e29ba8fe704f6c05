"""«Прежние списки»: who of an older list is in this season's register and who is not; nothing is counted by it."""

from collections.abc import Iterator
from datetime import date

from reports import wording
from reports.exports import own_of
from reports.facts import Facts
from reports.naming import tab_of, workbook_of
from reports.report import Field, Form, Listing, Recipe, Report, Value, Words
from validators.intake.taken import Taken

TAB = "Прежние списки"
_FIELDS = (
    Field("В этом сезоне", 14),
    Field("Код в реестре", 14),
    Field("Фамилия", 18),
    Field("Имя", 16),
    Field("Отчество", 18),
    Field("Дата рождения", 13, Form.DATE),
    Field("Список", 24),
    Field("Строка в нём", 10, Form.WHOLE),
)
_HOW = "Это список для работы: кого пригласить снова. На показатели он не влияет, отвечать на нём не нужно."


def compose(facts: Facts) -> tuple[Report, ...]:
    """A tab in the workbook of each who keeps the register and may see names."""
    return tuple(
        Report(workbook_of(facts.scene.office, code), TAB, _blocks(facts, mine), local=True)
        for code, taken in own_of(facts, "people")
        if (mine := [one for one in taken if one.members])
    )


OLDER_LISTS = Recipe("Прежние списки", compose)


def _blocks(facts: Facts, taken: list[Taken]) -> tuple[Words | Listing, ...]:
    words = [
        f"«{one.export.settings.name}» и «{tab_of(one.export.settings.target)}»: "
        f"продолжают {wording.whole(one.known)} из {wording.whole(one.people)}."
        for one in taken
    ]
    rows = sorted((line for one in taken for line in _lines(one)), key=lambda line: (line[1] is not None, str(line[2])))
    return (
        Words("Прежние списки", "title"),
        Words(f"По состоянию на {wording.day(facts.today)}", "subtitle"),
        Words(" ".join(words)),
        Words(_HOW),
        Listing("", _FIELDS, tuple(rows), filtered=True, frozen=True),
    )


def _lines(one: Taken) -> Iterator[tuple[Value, ...]]:
    table = one.export.table
    if table is None:
        return
    names = ("surname", "name", "patronymic", "born")
    for index, code in one.members.items():
        said = [table.values[name][index] for name in names]
        cells = [cell if isinstance(cell, str | date) else None for cell in said]
        state = "нет" if code is None else "продолжает"
        shown = None if code is None else "без кода" if code[:1] == "?" else code
        yield (state, shown, *cells, one.export.settings.name, table.rows[index])
