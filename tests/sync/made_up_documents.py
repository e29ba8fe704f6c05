"""Made-up recipes of documents: what they were asked for, and how many teams the facts have."""

from dataclasses import replace

from reports.documents.document import Document, DocumentRecipe, Occasion, Passage, Section
from reports.facts import Facts
from tests.reports.formats.documents.made_up import DOCUMENT


def told_of(facts: Facts, occasion: Occasion) -> Document:
    """A document that says its occasion and counts the teams."""
    teams = len(facts.scene.office.tables["TEAM"].counted)
    words = f"Команд {teams}; период {occasion.period}; заседание {occasion.meeting}."
    return replace(
        DOCUMENT,
        file="Доклад за апрель 2026",
        as_of=facts.today,
        sections=(Section("text", "Текст", (Passage(words),)),),
        is_draft=False,
    )


def _one(facts: Facts, occasion: Occasion) -> tuple[Document, ...]:
    return (told_of(facts, occasion),)


def _extracts(facts: Facts, occasion: Occasion) -> tuple[Document, ...]:
    one = replace(told_of(facts, occasion), file="Выписка 23.04.2026")
    return (one, replace(one, names_people=True), one)


def _nothing(_facts: Facts, _occasion: Occasion) -> tuple[Document, ...]:
    return ()


REPORT = DocumentRecipe("Д2", ("Доклад заместителю Губернатора", "доклад"), _one)
EXTRACTS = DocumentRecipe("Д4", ("Материалы к заседанию", "council"), _extracts)
NOTHING = DocumentRecipe("Д5", ("Сверочная справка",), _nothing)
RECIPES = (REPORT, EXTRACTS, NOTHING)
