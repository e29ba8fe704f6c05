"""Д1 «Отчёт по этапу»: what the collegial body considers of each stage (C5); it names nobody but employees."""

from collections.abc import Iterator

from config.settings import Settings
from reports.documents import parties
from reports.documents.agreement import day_words, listed, sentences
from reports.documents.document import Block, Document, DocumentRecipe, Occasion, Passage, Points, Section, Stamp
from reports.documents.indicators_part import stage_table
from reports.documents.measures import overdue_table, plan_table
from reports.documents.money_part import money
from reports.documents.partners_part import institutions, mentors, sites
from reports.documents.people_part import participants, teams
from reports.documents.problems import NOTHING_OFF, deviations, notes, told_of
from reports.documents.proposals import heard, proposals
from reports.documents.signoff import is_unsigned
from reports.documents.stage import Stage, StageWork, breaks, chosen, plan_words, standing, term, work_of
from reports.documents.summing_up import summed
from reports.documents.tables import pairs
from reports.facts import Facts

KIND = "Отчёт по этапу"
_SUMMED = ("K02", "K06", "K07", "K09", "K13", "K15", "K16", "K12")
_OF_THE_OFFICE = ("K29", "K30", "K32")
"""Indicators of the office's own work, of which the collegial body is not told."""

PROGRAMME = "Программы «Кадры будущего для регионов»"


def compose(facts: Facts, occasion: Occasion) -> tuple[Document, ...]:
    """The report of one stage. Raises UsageError when the stage is unknown, has not begun, or none has ended."""
    stage = chosen(facts, occasion)
    return (
        Document(
            code="Д1",
            kind=KIND,
            file=f"{KIND} {stage.code}",
            title=(f"Отчёт по этапу {stage.name}", f"{PROGRAMME}, {season(facts.scene.settings)}"),
            as_of=facts.today,
            sections=tuple(_sections(facts, stage)),
            issuer=parties.issuer(facts),
            approval=parties.approval(facts, Stamp.AGREE),
            signers=(parties.head(facts),),
            executor=parties.executor(facts),
            phone=parties.phone(facts),
            place=parties.place(facts),
            period=stage.code,
            is_draft=is_unsigned(facts, KIND, stage.code),
        ),
    )


STAGE_REPORT = DocumentRecipe("Д1", (KIND, "этап"), compose)


def season(settings: Settings) -> str:
    """«сезон 2025/2026 года»."""
    return f"сезон {settings.office.season} года"


def _sections(facts: Facts, stage: Stage) -> Iterator[Section]:
    done = work_of(facts, stage)
    parts: tuple[tuple[str, str, Iterator[Block]], ...] = (
        ("passport", "Паспорт этапа", _passport(facts, stage)),
        ("results", "Основные итоги", _results(facts, stage, done)),
        ("plan", "Показатели и мероприятия", _plan(facts, stage, done)),
        ("participants", "Участники", participants(facts, stage)),
        ("teams", "Команды и проекты", teams(facts)),
        ("partners", "Наставники и площадки", _partners(facts)),
        ("institutions", "Образовательные организации", institutions(facts)),
        ("money", "Финансовое обеспечение", money(facts, done)),
        ("problems", "Отклонения и их причины", _problems(facts, stage, done)),
        ("proposals", "Предложения для решения", proposals(facts, stage)),
    )
    for number, (key, heading, blocks) in enumerate(parts, 1):
        yield Section(key, f"{number}. {heading}", tuple(blocks))


def _passport(facts: Facts, stage: Stage) -> Iterator[Block]:
    considered = heard(facts, stage)
    yield pairs(
        "",
        (
            ("Этап", stage.name),
            ("Сроки", term(stage)),
            ("Перерыв", breaks(stage)),
            ("Состояние", standing(stage, facts.today)),
            ("Для кого обязателен", listed(stage.whom) if stage.whom else "обязательных участников нет"),
            ("Кто рассматривает отчёт", parties.body(facts)),
            ("Отчёт рассмотрен", day_words(considered) if considered else "нет"),
            ("Данные на дату", day_words(facts.today)),
        ),
    )


def _results(facts: Facts, stage: Stage, done: StageWork) -> Iterator[Block]:
    yield Passage(f"{sentences(standing(stage, facts.today))} {plan_words(done)}")
    yield from summed(facts, _SUMMED)


def _plan(facts: Facts, stage: Stage, done: StageWork) -> Iterator[Block]:
    yield from stage_table(facts, stage)
    if done.tasks:
        yield plan_table(facts, done.tasks)


def _partners(facts: Facts) -> Iterator[Block]:
    yield from mentors(facts)
    yield from sites(facts)


def _problems(facts: Facts, stage: Stage, done: StageWork) -> Iterator[Block]:
    found = deviations(facts, stage.code, without=_OF_THE_OFFICE)
    yield found if found.rows else Passage(NOTHING_OFF)
    if done.tally.overdue:
        yield overdue_table(facts, done.tasks, "Просроченные мероприятия этапа")
    shown = {str(row[0]).partition(",")[0] for row in found.rows}
    told = notes(facts, stage.start, stage.until(facts.today), stage.code)
    others = tuple(told_of([one for one in told if one.subject not in shown]))
    if others:
        yield Passage("Другие пояснения за время этапа:")
        yield Points(others)
