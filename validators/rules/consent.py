"""Consents (X42): late, given by one who may not give it alone, or withdrawn. They never change a count."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

from config.ages import age_on
from config.registers.participants import ENROLLED
from validators.counting.consent import Giver, withdrawn_on, wrong_giver
from validators.duplicates.rolls import MENTORS
from validators.office import Scene, Table
from validators.remark import CONSENT, Severity
from validators.rule import Complaint, RowOf, rule
from validators.rules.people import GOING_ON, participants


@rule(CONSENT, Severity.ERROR, "Согласие дано вовремя, тем, кто может его дать, и не отозвано")
def consent_is_given_in_time(scene: Scene) -> Iterator[Complaint]:
    """Получите письменное согласие и впишите его дату. Без согласия участник учтён в цифрах, но не попадает в поимённые
    списки и публикации."""
    office = scene.office
    for table in participants(office):
        for index in table.counted:
            gone = _withdrawn(scene, table, index)
            yield from _late(table, index)
            if gone is None:
                yield from _of_minor(scene, table, index)
            else:
                yield gone
    if office.has(MENTORS):
        mentors = office.tables[MENTORS]
        yield from filter(None, (_withdrawn(scene, mentors, index) for index in mentors.counted))


def _late(table: Table[Any], index: int) -> Iterator[Complaint]:
    agreed, enrolled = table.values["consent_on"][index], table.values["enrolled"][index]
    if not isinstance(agreed, date) or not isinstance(enrolled, date) or agreed <= enrolled:
        return
    if table.values["status"][index] in ENROLLED:
        text = f"Согласие от {agreed:%d.%m.%Y}, а зачисление раньше: {enrolled:%d.%m.%Y}."
        advice = "Проверьте обе даты. Если согласие и правда получено позже, оставьте как есть и укажите причину."
        yield Complaint(RowOf(table, index), "consent_on", text, advice)


def _of_minor(scene: Scene, table: Table[Any], index: int) -> Iterator[Complaint]:
    """Before 18 a representative agrees; where the office wants so, one who is 14 agrees himself as well."""
    if table.values["status"][index] not in GOING_ON:
        return
    wrong, born = wrong_giver(scene.office, table, index, scene.today), table.values["born"][index]
    if not isinstance(born, date):
        return
    age = age_on(born, scene.today)
    if wrong is Giver.ONLY_HIMSELF:
        text = f"Участнику {age}, а согласие законного представителя не получено."
        yield Complaint(RowOf(table, index), "consent_by", text, _ASK_REPRESENTATIVE)
    elif wrong is Giver.NOT_HIMSELF_YET:
        text = f"Участнику {age}, а согласие дал только представитель: с 14 лет нужно и его собственное."
        yield Complaint(RowOf(table, index), "consent_by", text, _ASK_HIM)


_ASK_REPRESENTATIVE = (
    "До 18 лет согласие даёт законный представитель: получите его и выберите в столбце «Согласие дал» «Оба»."
)
_ASK_HIM = "Получите согласие самого участника и выберите в столбце «Согласие дал» «Оба»."


def _withdrawn(scene: Scene, table: Table[Any], index: int) -> Complaint | None:
    """Withdrawn and not given anew: the personal data are destroyed in 30 days (152-ФЗ, ст. 21 ч. 5)."""
    gone = withdrawn_on(table, index, scene.today)
    if gone is None:
        return None
    until = gone + timedelta(days=scene.settings.thresholds.destruction_days)
    left = (until - scene.today).days
    when = f"осталось дней: {left}" if left >= 0 else f"срок прошёл, дней назад: {-left}"
    text = f"Согласие отозвано {gone:%d.%m.%Y}: данные человека нужно уничтожить до {until:%d.%m.%Y} ({when})."
    severity = Severity.CRITICAL if left < 0 else None
    return Complaint(RowOf(table, index), "consent_withdrawn", text, _DESTROY, severity)


_DESTROY = "Уничтожьте личные данные человека и составьте акт. Если согласие дано снова, впишите его новую дату."
