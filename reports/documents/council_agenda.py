"""The materials of a meeting: the agenda, the draft lists with the checks of each row, the instructions to be heard."""

from collections.abc import Iterator
from dataclasses import replace

from reports import wording
from reports.documents import parties
from reports.documents.agreement import day_words
from reports.documents.council_meeting import MATERIALS, Meeting
from reports.documents.council_reminder import control
from reports.documents.council_words import LISTED, heard, how_many
from reports.documents.document import Block, Document, Passage, Section
from reports.documents.draft_lists import draft_list, named_mentors, not_ready
from reports.report import Field, Form, Listing, Value
from validators.counting.meetings import OF_AGENDA, OF_STAGES, OTHER, Question

_AGENDA = (
    Field("№", 5, Form.WHOLE),
    Field("Вопрос", 60),
    Field("Что приложено", 34),
    Field("Строка реестра", 16),
)
_MENTORS = "C3"


def materials(meeting: Meeting) -> Document:
    """The paper for every member of the body. Mentors are told by code: their names stand in a list of their own."""
    sections = [Section("agenda", "Повестка заседания", (_agenda(meeting), Passage(_summary(meeting))))]
    sections += [_section(meeting, number, one) for number, one in enumerate(meeting.questions, 1)]
    title = (MATERIALS, f"Заседание {day_words(meeting.day)}")
    paper = meeting.paper(MATERIALS, f"{MATERIALS} {meeting.name}", title, tuple(sections))
    return replace(paper, signers=(parties.head(meeting.facts),), landscape=True)


def mentors_paper(meeting: Meeting) -> tuple[Document, ...]:
    """The draft list of mentors by name and post (domain.md §3.3, C3); none when no mentor is proposed."""
    every = tuple(code for one in meeting.questions if one.code == _MENTORS for code in one.objects)
    return (_mentors(meeting, every),) if every else ()


def _mentors(meeting: Meeting, every: tuple[str, ...]) -> Document:
    words = (
        f"На утверждение предложено: {how_many(_MENTORS, len(every))}. Список содержит персональные данные: "
        "передавайте его только членам коллегиального органа и не публикуйте."
    )
    blocks = (Passage(words), replace(named_mentors(meeting.facts, every), title=""))
    title = ("Список наставников,", "предлагаемых на утверждение", f"Заседание {day_words(meeting.day)}")
    file = f"Список наставников на утверждение {meeting.name}"
    paper = meeting.paper(MATERIALS, file, title, (Section("mentors", "", blocks),))
    return replace(paper, signers=(parties.head(meeting.facts),), landscape=True, names_people=True)


def _agenda(meeting: Meeting) -> Listing:
    rows = [
        (number, heard(meeting.facts, one), _attached(one), _row_of(meeting, one))
        for number, one in enumerate(meeting.questions, 1)
    ]
    return Listing("", _AGENDA, tuple(rows), "вопросов к заседанию пока нет")


def _attached(one: Question) -> str:
    if one.code in LISTED and one.objects:
        return f"список: {how_many(one.code, len(one.objects))}"
    if one.code == OF_STAGES:
        return wording.agreed(len(one.objects), "отчёт по этапу", "отчёты по этапам", "отчёты по этапам")
    if one.code == OF_AGENDA and one.objects:
        return f"предложения: {how_many(one.code, len(one.objects))}"
    return "сведения об исполнении" if one.code == OTHER and one.objects else "—"


def _row_of(meeting: Meeting, one: Question) -> Value:
    table = meeting.facts.scene.office.tables.get("DEC")
    if one.row is not None and table is not None:
        return table.ids[one.row]
    return "перенесён" if one.earlier is not None else "ещё нет"


def _summary(meeting: Meeting) -> str:
    """How many questions there are, what is proposed, and how much of it is ready."""
    if not meeting.questions:
        return "Решения коллегиального органа сейчас ничего не ждёт."
    number = len(meeting.questions)
    put = wording.agreed(number, "Вынесен", "Вынесены", "Вынесено")
    words = [f"{put} {wording.counted(number, 'вопрос', 'вопроса', 'вопросов')}."]
    lists = [one for one in meeting.questions if one.code in LISTED and one.objects]
    if lists:
        words.append(f"На утверждение предложено: {', '.join(how_many(one.code, len(one.objects)) for one in lists)}.")
        whole = sum(len(one.objects) for one in lists)
        bare = sum(not_ready(meeting.facts, one.code, one.objects) for one in lists)
        words.append(_ready(whole, bare))
    return " ".join(words)


def _ready(whole: int, bare: int) -> str:
    if not bare:
        return "Все записи готовы к утверждению."
    rest = "остальным" if bare < whole else "записям"
    return f"{_share(whole, bare)} Чего не хватает {rest}, сказано в списках."


def _share(whole: int, bare: int) -> str:
    return f"Готово к утверждению: {wording.whole(whole - bare)} из {wording.whole(whole)}."


def _section(meeting: Meeting, number: int, one: Question) -> Section:
    return Section(f"question{number}", f"{number}. {heard(meeting.facts, one)}", tuple(_blocks(meeting, one)))


def _blocks(meeting: Meeting, one: Question) -> Iterator[Block]:
    if one.code in (*LISTED, OF_STAGES, OF_AGENDA):
        if not one.objects:
            yield Passage("Что именно решается, в реестре не названо.")
            return
        bare = not_ready(meeting.facts, one.code, one.objects)
        if one.code == _MENTORS:
            yield Passage("Наставники названы кодами; фамилии и должности — в отдельном списке.")
        yield draft_list(meeting.facts, one.code, one.objects)
        if bare:
            yield Passage(_share(len(one.objects), bare))
    elif one.code == OTHER and one.objects:
        yield control(meeting.facts, set(one.objects))
    else:
        yield Passage("Материалы к вопросу готовит докладчик.")
