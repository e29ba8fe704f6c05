"""The draft of the protocol: each question heard and decided, numbered, with the lists as appendices."""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from config.codes import CODE
from reports import wording
from reports.documents import parties
from reports.documents.agreement import day_words
from reports.documents.council_meeting import PROTOCOL, Meeting
from reports.documents.council_reminder import NOBODY, open_instructions
from reports.documents.council_words import LISTED, decided, heard, lowered
from reports.documents.document import Block, Document, Passage, Points, Section, Signer
from reports.documents.draft_lists import approved_list
from reports.head.page import told
from reports.naming import short_name
from validators.counting.meetings import OF_AGENDA, OF_STAGES, OTHER, Question

_BLANK = "_" * 16
_MOST_LATE = 10
_MENTORS = "C3"


def protocol(meeting: Meeting) -> tuple[Document, ...]:
    """The draft, none when there is nothing to decide. What only the meeting knows is left blank to be filled in."""
    if not meeting.questions:
        return ()
    numbers = _appendices(meeting)
    sections = [Section("present", "", tuple(_present(meeting)))]
    for number, one in enumerate(meeting.questions, 1):
        blocks = tuple(_question(meeting, number, one, numbers.get(number)))
        sections.append(Section(f"question{number}", f"{number}. {heard(meeting.facts, one)}", blocks))
    sections += [_appendix(meeting, at, meeting.questions[at - 1], number) for at, number in numbers.items()]
    title = ("ПРОТОКОЛ", f"заседания {day_words(meeting.day)}")
    paper = meeting.paper(PROTOCOL, f"Проект протокола {meeting.name}", title, tuple(sections))
    return (replace(paper, signers=(Signer("Председатель"), Signer("Секретарь"))),)


def _present(meeting: Meeting) -> Iterator[Block]:
    yield Passage(f"Председательствовал: {_BLANK}")
    yield Passage(f"Секретарь: {_BLANK}")
    yield Passage(f"Присутствовали: {_BLANK}")
    yield Passage("ПОВЕСТКА ДНЯ:", strong=True)
    yield Points(tuple(f"{heard(meeting.facts, one)}." for one in meeting.questions), numbered=True)


def _appendices(meeting: Meeting) -> Mapping[int, int]:
    """Number of the question → number of its appendix."""
    with_lists = [at for at, one in enumerate(meeting.questions, 1) if one.objects and one.code in (*LISTED, OF_AGENDA)]
    return {at: number for number, at in enumerate(with_lists, 1)}


def _question(meeting: Meeting, number: int, one: Question, appendix: int | None) -> Iterator[Block]:
    facts = meeting.facts
    yield Passage("СЛУШАЛИ:", strong=True)
    yield Passage(f"{parties.head(facts).post} — {lowered(heard(facts, one))}.")
    yield Passage("РЕШИЛИ:", strong=True)
    points = list(_decisions(meeting, one, appendix))
    yield from (Passage(f"{number}.{at}.{wording.NBSP}{words}") for at, words in enumerate(points, 1))
    yield Passage("Голосовали: «за» — ____, «против» — ____, «воздержались» — ____.")


def _decisions(meeting: Meeting, one: Question, appendix: int | None) -> Iterator[str]:
    attached = "" if appendix is None else f" (приложение №{wording.NBSP}{appendix})"
    yield f"{decided(meeting.facts, one)}{attached}."
    if one.code in LISTED and len(one.objects) > 1:
        yield f"Исключить из списка (если решено): {_BLANK}."
    if one.code == OF_STAGES:
        yield f"Предложения к следующему этапу: {_BLANK}."
    if one.code == OTHER and one.objects:
        yield from _late(meeting, one)


def _late(meeting: Meeting, one: Question) -> Iterator[str]:
    """Each instruction whose term will have passed: whose it is, and a blank for the new term."""
    mine = [task for task in open_instructions(meeting.facts) if task.id in one.objects]
    for task in mine[:_MOST_LATE]:
        who = short_name(meeting.facts, task.who) or NOBODY
        yield (
            f"Исполнить поручение {task.id} «{told(task.what)}» (ответственный — {who}, срок — "
            f"{wording.day(task.due)}) до {_BLANK}."
        )


def _appendix(meeting: Meeting, at: int, one: Question, number: int) -> Section:
    listing = approved_list(meeting.facts, one.code, one.objects)
    blocks: list[Block] = [replace(listing, title="")]
    if one.code == _MENTORS:
        words = "Фамилии и должности наставников — в отдельном списке: он прилагается к протоколу и не публикуется."
        blocks.insert(0, Passage(words))
    title = "Участие в региональной повестке" if one.code == OF_AGENDA else listing.title
    heading = f"Приложение №{wording.NBSP}{number}. {title} (к вопросу {at})"
    return Section(f"appendix{number}", heading, tuple(blocks), new_page=True)


def number_words(meeting: Meeting) -> str:
    """«№ П-230426» of the protocol that the decisions of the day cite; empty when they cite none, or tell no number."""
    office = meeting.facts.scene.office
    table, papers = office.tables.get("DEC"), office.tables.get("DOC")
    cited = (
        {str(table.values["protocol"][at]) for at in meeting.told if table.values["protocol"][at]} if table else set()
    )
    for one in sorted(cited):
        at = None if papers is None else papers.index_of.get(one)
        number = papers.values["number"][at] if papers is not None and at is not None else None
        words = str(number or ("" if CODE.fullmatch(one) else one)).rpartition("№")[2].strip()
        if words:
            return f"№{wording.NBSP}{words}"
    return ""
