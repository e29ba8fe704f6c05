"""An office's own template filled: marks become words, sections become paragraphs, tables and pictures."""

import io
import re
import zipfile
from dataclasses import replace
from pathlib import Path

import docx
import pytest

from reports.documents.document import Passage, Section
from reports.formats.templates.filled import filled
from reports.formats.templates.marks import marks_of
from reports.formats.templates.standard import standard
from tests.reports.formats.documents.made_up import DOCUMENT
from tests.reports.formats.documents.opened import words_of_docx
from tests.reports.formats.templates.made_up import split, template


def lines(*paragraphs: str, cells: tuple[str, ...] = ()) -> list[str]:
    """What the paragraphs of a template become."""
    word = docx.Document(io.BytesIO(filled(DOCUMENT, template(*paragraphs, cells=cells), "Доклад.docx")))
    return [one.text for one in word.paragraphs]


@pytest.mark.parametrize(
    ("mark", "words"),
    [
        ("{{ title }}", "Отчёт по этапу Э4\nв Приозёрской области"),
        ("{{ as_of_line }}", "по состоянию на 5\u00a0апреля\u00a02026\u00a0г."),
        ("На {{ as_of }}", "На 5\u00a0апреля\u00a02026\u00a0г."),
        ("{{ as_of_day }}, {{ year }}", "05.04.2026, 2026"),
        ("{{ draft }}", "ПРОЕКТ"),
        ("{{ approval_stamp }}: {{ approval_name }}", "УТВЕРЖДАЮ: О.П.\u00a0Галкина"),
        ("{{ signer_post }} {{ signer_name }}", "Руководитель РПО В.И.\u00a0Орлова"),
        ("{{ executor }}", "Исполнитель: Сорокин Иван Львович, методист, 8 (800) 000-00-00"),
        ("{{ heading.passport|upper }}", "1. ПАСПОРТ"),
        ("{{ text.passport }}", None),
        ("{% if draft %}проект{% else %}нет{% endif %}", "проект"),
        ("{% for one in signers %}{{ one.name }};{% endfor %}", "В.И.\u00a0Орлова;______________;"),
        ("{% if section.nothing is defined %}есть{% else %}нет{% endif %}", "нет"),
    ],
)
def test_a_mark_becomes_words(mark: str, words: str | None) -> None:
    (told,) = lines(mark)
    assert told == words if words is not None else told.endswith("1.\u00a0первое\n2.\u00a0второе")


def test_a_mark_divided_by_an_editor_is_still_a_mark() -> None:
    word = docx.Document(io.BytesIO(filled(DOCUMENT, split("Кому: {", "{ sign", "er_name", " }}!"), "Д.docx")))
    assert word.paragraphs[0].text == "Кому: В.И.\u00a0Орлова!"


def test_marks_stand_in_tables_and_headers_too() -> None:
    data = filled(DOCUMENT, template("а", header="{{ kind }}", cells=("{{ place }}", "{{ phone }}")), "Д.docx")
    word = docx.Document(io.BytesIO(data))
    assert [cell.text for cell in word.tables[0].rows[0].cells] == ["г. Приозёрск", "8 (800) 000-00-00"]
    assert word.sections[0].header.paragraphs[0].text == "Отчёт по этапу"


def test_a_section_stands_whole_where_its_mark_stood() -> None:
    data = filled(DOCUMENT, template("до", "{{p section.progress }}", "{{p tables.charts }}", "после"), "Д.docx")
    word = docx.Document(io.BytesIO(data))
    told = [one.text for one in word.paragraphs]
    assert told[:3] == ["до", "Показатели:", "Показатели этапа"]
    assert told[-1] == "после"
    assert "– далее" not in "".join(told)
    assert len(word.tables[0].rows) == 61
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert [name for name in archive.namelist() if name.startswith("word/media/")] == ["word/media/image1.png"]


def test_a_part_may_be_left_out() -> None:
    told = lines("{%p if section.nothing is defined %}", "{{p section.nothing }}", "{%p endif %}", "{{ kind }}")
    assert told == ["Отчёт по этапу"]


def test_the_standard_template_says_what_the_document_says() -> None:
    from reports.formats.documents.docx import render

    ours, theirs = words_of_docx(render(DOCUMENT)), words_of_docx(filled(DOCUMENT, standard(DOCUMENT), "Д.docx"))
    assert theirs == ours


def test_the_standard_template_serves_another_document_of_the_kind() -> None:
    other = replace(DOCUMENT, sections=DOCUMENT.sections[:1], signers=(), executor=None, approval=None, addressee=())
    told = words_of_docx(filled(other, standard(DOCUMENT), "Д.docx"))
    assert "1. Паспорт" in told
    assert "УТВЕРЖДАЮ" not in told
    assert "Динамика" not in told
    assert "{" not in told


@pytest.mark.parametrize("made", [standard(DOCUMENT), template("{{ notice }}", "{{ kind }}"), template("{{ kind }}")])
def test_what_must_be_known_of_the_data_is_said_whatever_the_template(made: bytes) -> None:
    notice = Section("notice", "", (Passage("Период не закрыт: {{ kind }}."),))
    told = words_of_docx(filled(replace(DOCUMENT, sections=(notice, *DOCUMENT.sections)), made, "Д.docx"))
    assert told.count("Период не закрыт: {{ kind }}.") == 1


def test_the_same_template_and_document_give_the_same_bytes() -> None:
    made = standard(DOCUMENT)
    assert made == standard(replace(DOCUMENT))
    assert filled(DOCUMENT, made, "Д.docx") == filled(DOCUMENT, made, "Д.docx")


def test_every_mark_is_told_in_the_guide() -> None:
    guide = (Path(__file__).parents[4] / "docs" / "templates.md").read_text(encoding="utf-8")
    marks = marks_of(DOCUMENT, lambda _: "").known
    assert [one for one in marks if re.search(rf"\b{one.partition('.')[0]}\b", guide) is None] == []
