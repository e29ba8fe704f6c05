"""Exports of other systems for people: who may see their people by name, and a line of «Состояние» on each."""

from collections.abc import Iterator

from reports import wording
from reports.facts import Facts
from reports.naming import sees_names, staff, tab_of
from reports.report import Block, Field, Form, Light, Listing, Value
from validators.intake.taken import Taken
from validators.office import Standing

_FIELDS = (
    Field("Выгрузка", 24),
    Field("Откуда прочитана", 30),
    Field("Данные на дату", 12, Form.DATE),
    Field("Строк", 8, Form.WHOLE),
    Field("Добавлено", 10, Form.WHOLE),
    Field("Не узнано человек", 10, Form.WHOLE),
    Field("Что с остальными строками", 40),
    Field("Состояние", 34),
    Field("Оценка", 11),
)


def viewers(facts: Facts, taken: Taken) -> tuple[str, ...]:
    """The codes of those who may see the people of an export by name: the holders of its role, else the head.

    Only those with «Доступ к ПДн»: their workbooks stay on this machine (decisions.md 24).
    """
    office = facts.scene.office
    trusted = [code for code in staff(office, facts.today) if sees_names(office, code)]
    for role in (taken.owner, "R1"):
        holders = tuple(code for code in trusted if role in _roles(facts, code))
        if holders:
            return holders
    return ()


def own_of(facts: Facts, gives: str) -> Iterator[tuple[str, list[Taken]]]:
    """Each viewer with the exports of one kind that are his."""
    found: dict[str, list[Taken]] = {}
    for one in facts.intake:
        if one.export.settings.gives == gives:
            for code in viewers(facts, one):
                found.setdefault(code, []).append(one)
    yield from found.items()


def exports_block(facts: Facts) -> tuple[Block, ...]:
    """The exports with what each gave; nothing when the office has none."""
    if not facts.intake:
        return ()
    return (Listing("Выгрузки других систем", _FIELDS, tuple(_line(facts, one) for one in facts.intake)),)


def _line(facts: Facts, one: Taken) -> tuple[Value, ...]:
    settings, table, account = one.export.settings, one.export.table, one.export.account
    day = facts.past.changed_on.get(settings.key) or account.data_of
    if table is None:
        state = f"не прочитано: {(account.reason or 'нет данных').rstrip('.')}"
        return (settings.name, None, day, None, None, None, None, state, Light.RED)
    files = "; ".join(dict.fromkeys(source.file for source in table.sources))
    good = account.standing is Standing.ACCEPTED and not one.lost
    given = None if settings.gives == "people" else one.given
    unknown = len(one.waiting) if settings.gives == "progress" else None
    light = Light.RED if not good else Light.YELLOW if one.waiting else Light.GREEN
    return (settings.name, files, day, one.rows, given, unknown, _rest(one), _state(facts, one), light)


def _rest(one: Taken) -> str:
    parts: tuple[tuple[str, int], ...]
    match one.export.settings.gives:
        case "candidates":
            parts = (("уже в реестре", one.known), ("повторный ответ", one.repeats), ("без имени", one.silent))
        case "people":
            gone = one.people - one.known
            parts = (("есть в этом сезоне", one.known), ("нет", gone), ("без имени", one.silent))
        case _:
            parts = (("то же уже есть", one.repeats), ("не начато или не сказано, что и кто", one.silent))
    return "; ".join(f"{words}: {wording.whole(number)}" for words, number in parts if number) or "—"


def _state(facts: Facts, one: Taken) -> str:
    account = one.export.account
    if account.standing is not Standing.ACCEPTED:
        return f"показаны последние принятые данные: {(account.reason or '').rstrip('.')}"
    if one.lost:
        return f"прочитано, не учтено: реестр «{tab_of(one.lost)}» не ведётся или не прочитан"
    if not viewers(facts, one):
        return "прочитано; имена показать некому: нужен сотрудник этой роли с «Доступ к ПДн» = Да"
    return "прочитано"


def _roles(facts: Facts, code: str) -> set[str]:
    table = facts.scene.office.tables["STAFF"]
    roles = table.values["roles"][table.index_of[code]]
    return {str(role)[:2] for role in roles} if isinstance(roles, tuple) else set()
