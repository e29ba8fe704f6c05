"""Every document of the catalogue composes on the made-up office and renders in every format."""

import pytest

from reports.documents import DOCUMENTS
from reports.documents.document import Document, Occasion
from reports.formats.documents import DOCUMENT_FORMATS
from reports.formats.templates.filled import filled
from reports.formats.templates.standard import standard
from tests.reports.formats.conftest import demo_facts
from tests.reports.formats.documents import opened


@pytest.fixture(scope="module")
def documents() -> tuple[Document, ...]:
    facts = demo_facts()
    return tuple(one for recipe in DOCUMENTS for one in recipe.compose(facts, Occasion()))


def test_each_is_rendered_in_every_format_and_nothing_in_it_lives(documents: tuple[Document, ...]) -> None:
    for one in documents:
        made = {kind: render(one) for kind, render in DOCUMENT_FORMATS.items()}
        assert opened.squeezed(one.title[0]) in opened.squeezed(opened.words_of_docx(made["docx"])), one.file
        assert opened.acts_of_docx(made["docx"]) == []
        assert opened.acts_of_pdf(made["pdf"]) == []
        assert opened.Reader(made["html"]).acts == []


def test_one_of_each_code_fills_its_own_standard_template(documents: tuple[Document, ...]) -> None:
    for one in {one.code: one for one in documents}.values():
        told = opened.words_of_docx(filled(one, standard(one), f"{one.file}.docx"))
        assert opened.squeezed(one.title[0]) in opened.squeezed(told), one.file


def test_no_two_documents_are_called_alike(documents: tuple[Document, ...]) -> None:
    assert {kind for one in documents for kind in one.only} <= DOCUMENT_FORMATS.keys()
    names = [one.file.casefold() for one in documents]
    assert len(names) == len(set(names))
    words = [name.casefold() for recipe in DOCUMENTS for name in recipe.names]
    assert len(words) == len(set(words))
