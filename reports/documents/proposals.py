"""What the collegial body is asked to decide: how much waits on each question, and at which meeting."""

from collections.abc import Iterator
from datetime import date

from reports import wording
from reports.documents.agreement import closed, day_words
from reports.documents.document import Block, Passage, Points
from reports.documents.stage import Stage
from reports.facts import Facts
from reports.head.waiting import Waiting, waiting
from validators.counting.decisions import AHEAD, decisions, stages_heard
from validators.counting.work import measures

_ASKS = {
    "C1": ("утвердить", ("приоритетное направление", "приоритетных направления", "приоритетных направлений")),
    "C2": ("утвердить", ("предприятие или площадку", "предприятия и площадки", "предприятий и площадок")),
    "C3": ("утвердить", ("наставника", "наставников", "наставников")),
    "C4": ("утвердить", ("образовательную организацию", "образовательные организации", "образовательных организаций")),
    "C6": ("рассмотреть", ("предложение", "предложения", "предложений")),
}
_AFTER = {
    "C1": "социально-экономического развития",
    "C2": "для профессиональных проб и стажировок",
    "C4": "для подготовки по приоритетным направлениям",
    "C6": "о включении в региональную повестку",
}
_DOES = {"C2": "принимают участников", "C3": "ведут команды"}
_MEETING = "Заседание"


def proposals(facts: Facts, own: Stage | None = None) -> Iterator[Block]:
    """What waits for a decision, a point a question; `own` is the stage of which the document itself is the report."""
    points = tuple(asks(facts, own))
    if not points:
        yield Passage("Вопросов, которые ждут решения, нет.")
        return
    yield Passage("Предлагается:")
    yield Points(closed(points), numbered=True)
    if any(one.question in ("C1", "C2", "C3", "C4") for one in waiting(facts)):
        day = next_meeting(facts)
        when = f" {day_words(day)}" if day else ""
        yield Passage(f"Списки с отметками о готовности приведены в материалах к заседанию{when}.")


def asks(facts: Facts, own: Stage | None = None) -> Iterator[str]:
    """What the body is asked to do, a clause a question."""
    waits = waiting(facts)
    for question, (verb, nouns) in _ASKS.items():
        mine = [one for one in waits if one.question == question]
        if question == "C6":
            yield from _stages(facts, waits, own)
        if mine:
            words = [verb, wording.counted(len(mine), *nouns), *filter(None, [_AFTER.get(question, "")])]
            yield " ".join(words) + _busy(mine)


def _busy(some: list[Waiting]) -> str:
    """How many of them work already, without the decision."""
    many, does = sum(bool(one.busy) for one in some), _DOES.get(some[0].question)
    return f" (из них уже {does} — {wording.whole(many)})" if many and does else ""


def _stages(facts: Facts, waits: list[Waiting], own: Stage | None) -> Iterator[str]:
    codes = [one.table.ids[one.index] for one in waits if one.question == "C5"]
    if own is not None and own.code.casefold() not in stages_heard(facts.scene.office):
        yield f"рассмотреть настоящий отчёт по этапу {own.code}"
    others = [one for one in codes if own is None or one != own.code]
    if others:
        word = "отчёт по этапу" if len(others) == 1 else "отчёты по этапам"
        yield f"рассмотреть {word} {', '.join(others)}"


def heard(facts: Facts, stage: Stage) -> date | None:
    """The day on which the body considered the report of the stage."""
    return stages_heard(facts.scene.office).get(stage.code.casefold())


def next_meeting(facts: Facts) -> date | None:
    """The nearest meeting that is planned, in decisions or in the plan; None when none is."""
    office, today = facts.scene.office, facts.today
    planned = [
        one.decided
        for one in decisions(office).values()
        if one.is_of_the_body and one.result in AHEAD and one.decided is not None and one.decided >= today
    ]
    planned += [one.due for one in measures(office) if one.says("kind") == _MEETING and one.is_open(today)]
    return min((day for day in planned if day >= today), default=None)
