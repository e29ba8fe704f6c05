"""Words that the papers of a meeting share: dates, the name of the body, how a question is put and decided."""

from collections.abc import Mapping
from datetime import date

from config.registers.passport import COLLEGIAL_BODY
from reports import wording
from reports.documents.parties import told
from reports.facts import Facts
from validators.counting.decisions import decisions
from validators.counting.meetings import OF_STAGES, OTHER, Question

_HEARD: Mapping[str, str] = {
    "C0": "Об основных параметрах Программы",
    "C1": "Об утверждении приоритетных направлений социально-экономического развития",
    "C2": "Об утверждении перечня предприятий и площадок для профессиональных проб и стажировок",
    "C3": "Об утверждении списка наставников",
    "C4": "Об утверждении перечня образовательных организаций, ведущих подготовку по приоритетным направлениям",
    "C6": "О включении участников Программы в региональную повестку",
}
_INSTRUCTIONS = "О ходе исполнения поручений"
_COUNTED: Mapping[str, tuple[str, str, str]] = {
    "C1": ("направление", "направления", "направлений"),
    "C2": ("площадка", "площадки", "площадок"),
    "C3": ("наставник", "наставника", "наставников"),
    "C4": ("организация", "организации", "организаций"),
    "C6": ("запись", "записи", "записей"),
}
_DECIDED: Mapping[str, str] = {
    "C1": "Утвердить приоритетные направления социально-экономического развития",
    "C2": "Утвердить перечень предприятий и площадок для профессиональных проб и стажировок",
    "C3": "Утвердить список наставников",
    "C4": "Утвердить перечень образовательных организаций, ведущих подготовку по приоритетным направлениям",
    "C6": "Включить участников Программы в региональную повестку",
}
LISTED = tuple(code for code in _DECIDED if code != "C6")
"""Questions about lists: what is approved is counted."""


def lowered(words: str) -> str:
    """The words inside a sentence: «об утверждении списка наставников»."""
    return f"{words[:1].lower()}{words[1:]}"


def how_many(code: str, number: int) -> str:
    """«4 наставника», «1 направление»: how many the question is about."""
    return wording.counted(number, *_COUNTED[code])


def body_name(facts: Facts) -> str:
    """The collegial body as the passport names it, else as its latest decision does; empty when nothing tells."""
    office, named = facts.scene.office, told(facts, COLLEGIAL_BODY)
    if named:
        return named
    some = [one for one in decisions(office).values() if one.is_of_the_body and one.body]
    return max(some, key=lambda one: one.decided or date.min).body if some else ""


def stage_title(facts: Facts, stage: str) -> str:
    """«Э3 «Обучение на цифровой платформе»», the code alone when the stage has no title."""
    table = facts.scene.office.tables.get("STAGE")
    at = None if table is None else table.index_of.get(stage)
    title = None if table is None or at is None else table.values["title"][at]
    return f"{stage} «{title}»" if title else stage


def _stages(facts: Facts, one: Question) -> str:
    many = wording.agreed(len(one.objects), "этапу", "этапам", "этапам")
    return f"{many} {', '.join(stage_title(facts, stage) for stage in one.objects)}"


def heard(facts: Facts, one: Question) -> str:
    """How the question stands on the agenda: «Об утверждении списка наставников»."""
    if one.code == OF_STAGES:
        reports = wording.agreed(len(one.objects), "отчёта", "отчётов", "отчётов")
        return f"О рассмотрении {reports} по {_stages(facts, one)}" if one.objects else "О рассмотрении отчётов"
    row = one.row if one.row is not None else one.earlier
    if row is not None and (one.code == OTHER or one.code not in _HEARD):
        return _content(facts, row)
    return _HEARD.get(one.code, _INSTRUCTIONS)


def decided(facts: Facts, one: Question) -> str:
    """The draft of the decision, without a full stop: «Утвердить список наставников: 4 наставника»."""
    if one.code == OF_STAGES and one.objects:
        reports = wording.agreed(len(one.objects), "отчёт", "отчёты", "отчёты")
        return f"Принять {reports} по {_stages(facts, one)}"
    if one.code in _DECIDED:
        return f"{_DECIDED[one.code]}: {how_many(one.code, len(one.objects))}"
    row = one.row if one.row is not None else one.earlier
    return "Принять к сведению информацию об исполнении поручений" if row is None else _content(facts, row)


def _content(facts: Facts, row: int) -> str:
    """What staff wrote, without the full stop."""
    return str(facts.scene.office.tables["DEC"].values["content"][row] or "Вопрос не описан").rstrip(" .")
