"""The office itself: one head, somebody for each direction and function, no more people than approved."""

import re
from collections.abc import Iterator, Sequence
from typing import Any

from config.registers.documents import REGISTERED
from config.registers.passport import HEADCOUNT
from config.registers.roles import ROLE_WORDS
from validators.counting.duties import duties, duties_obstacle, without_duties
from validators.counting.staff import staff_at_work
from validators.office import Office, Scene, Table
from validators.remark import Severity
from validators.rule import Complaint, RowOf, rule

_HEAD = ROLE_WORDS["R1"]


@rule("X40", Severity.ERROR, "У РПО один руководитель, сотрудник на каждое направление и функцию", needs=("STAFF",))
def the_office_is_manned(scene: Scene) -> Iterator[Complaint]:
    """Приведите «Состав и обязанности РПО» в порядок: роли, закреплённые функции, кто больше не работает."""
    table = scene.office.tables["STAFF"]
    active = staff_at_work(scene.office, scene.today)
    if not table.counted:
        return
    yield from _roles(table, active)
    yield from _uncovered(scene)
    yield from _too_many(scene.office, active)
    yield from _duties(scene.office, table, active)


def _roles(table: Table[Any], active: Sequence[int]) -> Iterator[Complaint]:
    held = [table.values["roles"][index] for index in active]
    if "roles" in table.missing:
        return
    heads = [index for index, roles in zip(active, held, strict=True) if isinstance(roles, tuple) and _HEAD in roles]
    for index in heads[1:]:
        text = f"Руководитель уже есть: {table.ids[heads[0]]}. Действующий руководитель РПО может быть один."
        yield Complaint(RowOf(table, index), "roles", text, "Оставьте эту роль у одного сотрудника.")
    known = {role for roles in held if isinstance(roles, tuple) for role in roles}
    absent = [f"«{words}»" for words in ROLE_WORDS.values() if words not in known]
    if absent and None not in held:
        text = f"Нет действующего сотрудника с ролью: {', '.join(absent)}."
        yield Complaint(
            table, "roles", text, "Впишите роль тому, кто ведёт это направление; ролей может быть несколько."
        )


def _uncovered(scene: Scene) -> Iterator[Complaint]:
    """Silent while it is not known what somebody does."""
    office = scene.office
    if duties_obstacle(office) or without_duties(office, scene.today):
        return
    for one in duties(office, scene.today):
        if one.is_uncovered:
            text = f"Функция {one.code} не закреплена ни за одним действующим сотрудником."
            advice = "Впишите её код сотруднику в «Закреплённые функции» или укажите акт, по которому она не ведётся."
            yield Complaint(RowOf(office.tables["FUNCTION"], one.index), "not_kept", text, advice)


def _too_many(office: Office, active: Sequence[int]) -> Iterator[Complaint]:
    if not office.has("PASSPORT"):
        return
    table = office.tables["PASSPORT"]
    index = table.index_of.get(HEADCOUNT)
    if index is None or index not in table.counted:
        return
    told = re.match(r"\s*([0-9]{1,4})\b", str(table.values["value"][index] or ""))
    if told and len(active) > int(told[1]):
        text = f"Утверждённая численность РПО — {told[1]}, а работают по реестру: {len(active)}."
        advice = "Впишите численность по действующему акту или дату «Работает по» тем, кто ушёл."
        yield Complaint(RowOf(table, index), "value", text, advice)


def _duties(office: Office, table: Table[Any], active: Sequence[int]) -> Iterator[Complaint]:
    if "duties" in table.missing:
        return
    blank = [index for index in active if table.is_blank(index, "duties")]
    advice = "Впишите приказ о распределении обязанностей: код документа или вид, дату и номер."
    if blank and len(blank) == len(active):
        text = "Ни у одного сотрудника не указано, каким документом распределены обязанности."
        yield Complaint(table, "duties", text, advice)
        return
    for index in blank:
        text = f"У сотрудника {table.ids[index]} не указан документ о распределении обязанностей."
        yield Complaint(RowOf(table, index), "duties", text, advice)
    yield from _unsigned(office, {table.values["duties"][index] for index in active})


def _unsigned(office: Office, cited: set[object]) -> Iterator[Complaint]:
    documents = office.tables.get("DOC")
    if documents is None:
        return
    states = documents.values["status"]
    for index in documents.counted:
        if documents.ids[index] in cited and states[index] not in (None, *REGISTERED):
            text = (
                f"Документ о распределении обязанностей {documents.ids[index]} не подписан: статус «{states[index]}»."
            )
            yield Complaint(RowOf(documents, index), "status", text, "Подпишите документ и впишите его номер и дату.")
