"""Д2 «Доклад заместителю Губернатора»: in two parts, the work of the office and the course of the programme (H5)."""

from collections.abc import Iterable, Iterator

from reports import wording
from reports.documents import parties
from reports.documents.agreement import Saying, closed, listed, sentences
from reports.documents.document import Block, Document, DocumentRecipe, Occasion, Passage, Points, Section
from reports.documents.measures import name_of
from reports.documents.orders import of_deputy
from reports.documents.problems import deviation_words
from reports.documents.required import of_office, of_programme
from reports.documents.sayings import said
from reports.documents.signals import OFFICE, PROGRAMME, lights, signals, title_of
from reports.documents.signoff import is_unsigned
from reports.documents.since import DEPUTY_REPORT, Earlier, changes, last_told
from reports.documents.span import file_words, title_words
from reports.documents.stage import stages
from reports.facts import Facts
from reports.head.duties import late
from reports.report import Light
from validators.counting.work import Task

_TITLE = "Доклад заместителю Губернатора"
_MOST = 3
_OFFICE_FIGURES = ("K22", "K23", "K29", "K30", "K24")
_PROGRAMME_FIGURES = ("K01", "K02", "K05", "K07", "K09", "K12", "K13", "K15", "K16", "K20", "K28")
_LATE = Saying(
    ("просрочено", "просрочены", "просрочено"), ("дело", "дела", "дел"), "просроченных мероприятий и поручений нет", ""
)


def compose(facts: Facts, occasion: Occasion) -> tuple[Document, ...]:
    """The report of a period, or of today. Raises UsageError for a period that is none or has not begun."""
    about = "о результатах деятельности РПО Программы и о ходе Программы «Кадры будущего для регионов»"
    earlier = last_told(facts, but=occasion.period)
    return (
        Document(
            code="Д2",
            kind=DEPUTY_REPORT,
            file=_TITLE + file_words(occasion),
            title=("Доклад", about, title_words(facts, occasion)),
            as_of=facts.today,
            sections=(
                Section("office", "I. Результаты деятельности РПО", tuple(_office(facts, earlier))),
                Section("programme", "II. Ход Программы", tuple(_programme(facts, earlier))),
            ),
            issuer=parties.issuer(facts),
            addressee=parties.to_deputy(facts),
            signers=(parties.head(facts),),
            executor=parties.executor(facts),
            phone=parties.phone(facts),
            place=parties.place(facts),
            period=occasion.period or "",
            is_draft=is_unsigned(facts, DEPUTY_REPORT, occasion.period or ""),
        ),
    )


DEPUTY = DocumentRecipe("Д2", (_TITLE, "доклад"), compose)


def _office(facts: Facts, earlier: Earlier) -> Iterator[Block]:
    yield Passage(sentences(said(facts, "K22"), _overdue(facts, late(facts)), of_deputy(facts)))
    yield signals(facts, "Деятельность РПО: светофор", OFFICE)
    yield from _changed(facts, earlier, _OFFICE_FIGURES)
    yield from _required(of_office(facts))


def _overdue(facts: Facts, tasks: list[Task]) -> str:
    words = _LATE.of(len(tasks))
    if not tasks:
        return words
    named = [f"«{name_of(facts, one)}» (срок {wording.day(one.due)})" for one in tasks[:_MOST]]
    first = "дольше всех" if len(tasks) > _MOST else ""
    return f"{words}{', ' if first else ''}{first}: {'; '.join(named)}"


def _programme(facts: Facts, earlier: Earlier) -> Iterator[Block]:
    yield Passage(sentences(_now(facts), said(facts, "K02"), said(facts, "K09"), _colours(facts)))
    yield signals(facts, "Ход Программы: светофор", PROGRAMME)
    yield from _changed(facts, earlier, _PROGRAMME_FIGURES)
    off = tuple(deviation_words(facts, PROGRAMME, _MOST))
    if off:
        yield Passage("Почему ниже плана:", strong=True)
        yield Points(off)
    yield from _required(of_programme(facts))


def _now(facts: Facts) -> str:
    """Which stages go on."""
    today = facts.today
    going = [
        one.name
        for one in stages(facts.scene.office)
        if one.start is not None and one.start <= today and not one.is_over(today)
    ]
    if not going:
        return ""
    return f"{wording.agreed(len(going), 'идёт этап', 'идут этапы', 'идут этапы')} {listed(tuple(going))}"


def _colours(facts: Facts) -> str:
    """Which blocks of the programme are red and yellow."""
    found = lights(facts, PROGRAMME)
    told = [
        f"{words}: {', '.join(title_of(one.id).lower() for one in some)}"
        for light, words in ((Light.RED, "красная оценка"), (Light.YELLOW, "жёлтая оценка"))
        if (some := [one for one in found if one.light is light])
    ]
    return "; ".join(told)


def _changed(facts: Facts, earlier: Earlier, keys: Iterable[str]) -> Iterator[Block]:
    found = tuple(changes(facts, earlier, keys))
    if not any(earlier.value(facts, key) is not None for key in keys):
        return
    if not found:
        yield Passage(f"Показатели {earlier.words} не изменились.")
        return
    yield Passage(f"Что изменилось {earlier.words}:", strong=True)
    yield Points(closed(found))


def _required(asks: Iterable[str]) -> Iterator[Block]:
    found = tuple(asks)
    if not found:
        yield Passage("Решений заместителя Губернатора не требуется.")
        return
    yield Passage("Требуется решение заместителя Губернатора:", strong=True)
    yield Points(closed(found), numbered=True)
