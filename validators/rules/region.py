"""The region itself: its municipalities are those that exist today, their codes are of this region."""

from collections.abc import Iterator
from datetime import date

from validators.counting.people import ACTIVE
from validators.office import Scene
from validators.remark import Severity
from validators.rule import Complaint, RowOf, rule

_WHERE = ("SCH", "UNI", "EDU", "ENT", "MENT")
"""Registers in which a municipality says where somebody is now."""

_NOW = frozenset({ACTIVE, "Кандидат"})
"""Statuses of participants who are somewhere now; what stands in rows of the past stays as it was."""


@rule("X61", Severity.WARNING, "Указанный муниципалитет не упразднён", needs=("MUN",))
def municipalities_exist(scene: Scene) -> Iterator[Complaint]:
    """Выберите муниципалитет, который действует сейчас; если в списке ошибка, исправьте «Действует по» в
    «Муниципалитетах»."""
    listed = scene.office.tables["MUN"]
    until, heirs = listed.values["until"], listed.values["successor"]
    gone = {
        listed.ids[index]: (day, heirs[index])
        for index in listed.counted
        if isinstance(day := until[index], date) and day < scene.today
    }
    for key in _WHERE if gone else ():
        if not scene.office.has(key):
            continue
        table = scene.office.tables[key]
        named, life = table.values["municipality"], table.values[table.register.life.field]
        for index in table.counted:
            over = gone.get(str(named[index]))
            is_past = table.register.person and key != "MENT" and life[index] not in _NOW
            if over is None or is_past or not table.is_typed(index, "municipality"):
                continue
            into = f", он вошёл в «{over[1]}»" if over[1] else ""
            text = f"Муниципалитет «{named[index]}» упразднён: действовал по {over[0]:%d.%m.%Y}{into}."
            yield Complaint(RowOf(table, index), "municipality", text)


@rule("X62", Severity.ERROR, "ОКТМО муниципалитета — этого региона", needs=("MUN",))
def codes_of_municipalities_are_of_the_region(scene: Scene) -> Iterator[Complaint]:
    """Сверьте ОКТМО с классификатором: первые две цифры — код региона."""
    region = scene.settings.office.oktmo
    table = scene.office.tables["MUN"]
    for index in table.counted:
        code = table.values["oktmo"][index]
        if region is not None and isinstance(code, str) and not code.startswith(region):
            text = f"ОКТМО {code} не этого региона: в нём коды начинаются с {region}."
            yield Complaint(RowOf(table, index), "oktmo", text)
