"""Д5 «Аналитическая справка» and «Итоговый отчёт»: the course of the programme and its results (H3)."""

from collections.abc import Iterator

from reports import wording
from reports.documents import parties
from reports.documents.agreement import day_words, sentences
from reports.documents.document import Block, Document, DocumentRecipe, Occasion, Passage, Points, Section, Stamp
from reports.documents.dynamics import dynamics
from reports.documents.indicators_part import all_indicators
from reports.documents.measures import overdue_table
from reports.documents.money_part import money
from reports.documents.partners_part import institutions, mentors, municipalities, sites
from reports.documents.people_part import participants, teams
from reports.documents.problems import NOTHING_OFF, deviations, notes, off_plan, told_of
from reports.documents.season import season_over, stages_table
from reports.documents.signoff import is_unsigned
from reports.documents.span import file_words, title_words
from reports.documents.stage_report import PROGRAMME, season
from reports.documents.summing_up import summed
from reports.facts import Facts
from reports.figures.figure import figures
from reports.head.plan_cuts import work
from reports.report import Light
from validators.counting.papers import season_start

NOTE_KIND, FINAL_KIND = "Аналитическая справка", "Итоговый отчёт"
_SUMMED = ("K01", "K02", "K06", "K16", "K09", "K12", "K13", "K15", "K05", "K20", "K22")
_MOST = 15


def compose_note(facts: Facts, occasion: Occasion) -> tuple[Document, ...]:
    """The analytical note of any moment. Raises UsageError for a period that is none or has not begun."""
    title = ("Аналитическая справка", f"о ходе реализации {PROGRAMME} {title_words(facts, occasion)}")
    return (_document(facts, NOTE_KIND, title, NOTE_KIND + file_words(occasion), occasion.period or ""),)


def compose_final(facts: Facts, occasion: Occasion) -> tuple[Document, ...]:
    """The final report of the season; before the end of its last stage it says that it is preliminary."""
    title = ["Итоговый отчёт", f"о реализации {PROGRAMME}, {season(facts.scene.settings)}"]
    if not season_over(facts):
        title.append(f"(предварительный, на {day_words(facts.today)})")
    name = f"{FINAL_KIND} {facts.scene.settings.office.season.replace('/', '-')}"
    return (_document(facts, FINAL_KIND, tuple(title), name, occasion.period or str(facts.today.year)),)


NOTE = DocumentRecipe("Д5", (NOTE_KIND, "справка"), compose_note)
FINAL = DocumentRecipe("Д5", (FINAL_KIND, "итог"), compose_final)


def _document(facts: Facts, kind: str, title: tuple[str, ...], file: str, period: str) -> Document:
    return Document(
        code="Д5",
        kind=kind,
        file=file,
        title=title,
        as_of=facts.today,
        sections=tuple(_sections(facts, is_final=kind == FINAL_KIND)),
        issuer=parties.issuer(facts),
        approval=parties.approval(facts, Stamp.APPROVE) if kind == FINAL_KIND else None,
        signers=(parties.head(facts),),
        executor=parties.executor(facts),
        phone=parties.phone(facts),
        place=parties.place(facts),
        period=period,
        is_draft=is_unsigned(facts, kind, period),
    )


def _sections(facts: Facts, *, is_final: bool) -> Iterator[Section]:
    parts: list[tuple[str, str, Iterator[Block]]] = [("results", "Основные итоги", _results(facts))]
    parts += [("stages", "Этапы сезона", stages_table(facts))] if is_final else []
    parts += [
        ("indicators", "Показатели", all_indicators(facts)),
        ("dynamics", "Динамика", dynamics(facts)),
        ("participants", "Участники", participants(facts)),
        ("teams", "Команды и проекты", teams(facts)),
        ("partners", "Наставники, площадки, образовательные организации", _partners(facts)),
        ("municipalities", "Муниципалитеты", municipalities(facts)),
        ("money", "Финансовое обеспечение", money(facts)),
        ("problems", "Отклонения и пояснения", _problems(facts)),
        ("lessons", "Выводы", _lessons(facts)),
    ]
    for number, (key, heading, blocks) in enumerate(parts, 1):
        yield Section(key, f"{number}. {heading}", tuple(blocks))


def _results(facts: Facts) -> Iterator[Block]:
    yield Passage(_balance(facts))
    yield from summed(facts, _SUMMED)


def _balance(facts: Facts) -> str:
    """How many indicators are in which colour, and of how many nothing is known."""
    every = [one for one in figures(facts) if not one.cut]
    planned = [one for one in every if one.planned is not None and one.value is not None]
    if not planned:
        return "Планы показателей не утверждены, сравнить с ними итоги нельзя."
    words = wording.counted(len(planned), "показателя", "показателей", "показателей")
    told = [
        f"{name} — {sum(one.light is light for one in planned)}"
        for light, name in ((Light.GREEN, "выполняется"), (Light.YELLOW, "близко к плану"), (Light.RED, "ниже плана"))
    ]
    silent = sum(one.value is None for one in every)
    more = f"нет данных по {wording.counted(silent, 'показателю', 'показателям', 'показателям')}" if silent else ""
    return sentences(f"из {words} с планом: {', '.join(told)}", more)


def _partners(facts: Facts) -> Iterator[Block]:
    yield from mentors(facts)
    yield from sites(facts)
    yield from institutions(facts)


def _problems(facts: Facts) -> Iterator[Block]:
    found = deviations(facts)
    yield found if found.rows else Passage(NOTHING_OFF)
    tasks = work(facts).tasks
    if any(one.is_late(facts.today) for one in tasks):
        yield overdue_table(facts, tasks, "Просроченные мероприятия и поручения", _MOST)
    shown = {one.indicator.title for one in off_plan(facts)}
    told = notes(facts, season_start(facts.scene.office, facts.scene.settings), facts.today)
    others = tuple(told_of([one for one in told if one.subject not in shown]))
    if others:
        yield Passage("Пояснения к другим показателям и разделам:")
        yield Points(others)


def _lessons(facts: Facts) -> Iterator[Block]:
    """What the office itself concludes: the notes whose section is «Выводы», «Уроки» or «Предложения»."""
    told = notes(facts, season_start(facts.scene.office, facts.scene.settings), None)
    found = tuple(dict.fromkeys(one.conclusion for one in told if one.is_lesson))
    if found:
        yield Points(found, numbered=True)
        return
    taken = tuple(dict.fromkeys(one.step for one in told if one.measures))
    if taken:
        yield Passage("По итогам отклонений приняты меры:")
        yield Points(taken)
        return
    yield Passage("Выводов и принятых мер в «Пояснениях» не записано.")
