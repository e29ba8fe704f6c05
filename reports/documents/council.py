"""Д4 «Материалы к заседанию»: everything for a meeting of the collegial body before it and after (domain.md §5.4)."""

from reports.documents.council_agenda import materials, mentors_paper
from reports.documents.council_extracts import extracts
from reports.documents.council_meeting import meeting_of
from reports.documents.council_protocol import protocol
from reports.documents.council_reminder import reminder
from reports.documents.council_results import results
from reports.documents.council_rows import rows_paper
from reports.documents.document import Document, DocumentRecipe, Occasion
from reports.facts import Facts


def compose(facts: Facts, occasion: Occasion) -> tuple[Document, ...]:
    """The papers of the meeting that is asked for, or of the next planned one.

    Before the protocol is typed: materials, the named list of mentors, the draft of the protocol, rows to be pasted.
    Afterwards: what was decided and what is left. Extracts and the reminder go with both. Raises UsageError.
    """
    meeting = meeting_of(facts, occasion)
    after = (results(meeting),) if meeting.is_typed or meeting.day < facts.today else ()
    before = () if meeting.is_typed else (materials(meeting), *mentors_paper(meeting), *protocol(meeting))
    return (*after, *before, *rows_paper(meeting), *extracts(meeting), *reminder(meeting))


COUNCIL = DocumentRecipe("Д4", ("Материалы к заседанию", "council", "заседание", "совет"), compose)
