"""Hostile texts of the registers in documents of every format: nothing lives, the text itself survives."""

from collections.abc import Callable

import pytest

from reports.formats.documents import DOCUMENT_FORMATS
from reports.formats.documents.inert import REPLACED, inert, plain
from reports.formats.letters import font_files, known
from reports.formats.templates.filled import filled
from reports.formats.templates.standard import standard
from tests.reports.formats.documents import opened
from tests.reports.formats.documents.hostile_texts import HOSTILE
from tests.reports.formats.documents.made_up import hostile

DOCUMENT = hostile(HOSTILE)


def test_there_are_many_of_them() -> None:
    assert len(set(HOSTILE)) >= 100


def by_template(file: str = "Отчёт.docx") -> bytes:
    return filled(DOCUMENT, standard(DOCUMENT), file)


@pytest.mark.parametrize("made", [lambda: DOCUMENT_FORMATS["docx"](DOCUMENT), by_template], ids=["ours", "template"])
def test_in_word_they_are_words(made: Callable[[], bytes]) -> None:
    data = made()
    words = opened.squeezed(opened.words_of_docx(data))
    assert [text for text in HOSTILE if words.count(opened.squeezed(text)) < 6] == []
    assert opened.acts_of_docx(data) == []


def test_in_a_pdf_they_are_words() -> None:
    from fontTools.ttLib import TTFont

    letters = dict.fromkeys(TTFont(font_files()[0]).getBestCmap(), 1.0)
    data = DOCUMENT_FORMATS["pdf"](DOCUMENT)
    words = opened.squeezed(opened.words_of_pdf(data))
    assert [text for text in HOSTILE if opened.squeezed(known(opened.squeezed(text), letters)) not in words] == []
    assert opened.acts_of_pdf(data) == []


def test_in_a_workbook_they_are_texts() -> None:
    data = DOCUMENT_FORMATS["xlsx"](DOCUMENT)
    cells = {opened.squeezed(cell) for cell in opened.cells_of_xlsx(data)}
    assert [text for text in HOSTILE if opened.squeezed(text) not in cells] == []
    assert opened.acts_of_xlsx(data) == []


def test_on_a_page_they_are_words() -> None:
    page = opened.Reader(DOCUMENT_FORMATS["html"](DOCUMENT))
    words = opened.squeezed("".join(page.words))
    assert [text for text in HOSTILE if opened.squeezed(text) not in words] == []
    assert page.acts == []


def test_what_xml_forbids_is_replaced_in_sight() -> None:
    assert plain("а\x00б\x0bв\ud800г\ufffe") == f"а{REPLACED}б{REPLACED}в{REPLACED}г{REPLACED}"
    assert plain("а\r\nб\rв\tг") == "а\nб\nв\tг"


def test_a_document_without_them_is_left_as_it_is() -> None:
    once = inert(DOCUMENT)
    assert inert(once) == once
