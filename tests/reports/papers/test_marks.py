"""The sandbox: a value is data, a mark can do nothing but show it, a fault of a template tells where it is."""

from collections.abc import Mapping, Sequence
from io import BytesIO

import pytest
from docx import Document
from hypothesis import example, given, settings
from hypothesis import strategies as st

from reports.formats.cell_text import clean
from reports.grammar.posts import post_in
from reports.papers.marks import TemplateFaultError, fill, mark_name
from reports.papers.used import used_marks
from reports.papers.value import Value, title_value
from tests.reports.papers.templates import header_of, template, texts

HEADINGS = {"Класс или курс": "Класс_или_курс", "Согласие: дата": "Согласие_дата"}
SAMPLE: Mapping[str, object] = {
    "Фамилия": Value("Иванов"),
    "Должность": title_value("Директор", post_in),
    "Класс_или_курс": Value("9А"),
    "Согласие_дата": Value("01.09.2025"),
    "люди": [{"Фамилия": Value("Белов")}, {"Фамилия": Value("Горин")}],
}
HOSTILE = (
    "{{ Фамилия }}",
    "{% for x in range(9) %}",
    "{# нет #}",
    "{_{ Фамилия }_}",
    "{_% if 1 %_}",
    "<w:p><w:r><w:t>x</w:t></w:r></w:p>",
    "</w:t></w:r>",
    "&lt;b&gt; & &amp;",
    '=HYPERLINK("http://example.org")',
    "{ MERGEFIELD x }",
    "]]>",
    "<!-- нет -->",
    "<?xml version='1.0'?>",
    "100 % }} {{",
    "a\\n'\"`${x}",
    "http://example.org/",
)


def test_whatever_a_cell_holds_stays_a_text() -> None:
    marks = [f"М{number}" for number in range(len(HOSTILE))]
    made = template(*(f"до {{{{ {mark} }}}} после" for mark in marks))
    paper = fill(made, dict(zip(marks, map(Value, HOSTILE), strict=True)))
    assert texts(paper) == [f"до {value} после" for value in HOSTILE]
    body = [one.tag.rpartition("}")[2] for one in Document(BytesIO(paper)).element.body]
    assert body == [*("p" for _ in HOSTILE), "sectPr"]


@settings(max_examples=5, deadline=None)
@example(["\r\f", "\r\n", "\v\a", *["x"] * 9])
@given(st.lists(st.text(max_size=40), min_size=12, max_size=12))
def test_any_value_is_shown_as_it_is(values: list[str]) -> None:
    marks = [f"М{number}" for number in range(len(values))]
    paper = fill(template(*(f"{{{{ {mark} }}}}" for mark in marks)), dict(zip(marks, map(Value, values), strict=True)))
    assert [one.split("\n") for one in texts(paper)] == [shown(value).split("\n") for value in values]


def shown(value: str) -> str:
    """Characters that no document holds are gone, all breaks are breaks of a line."""
    for one in ("\r\n", "\r", "\f", "\v"):
        value = value.replace(one, "\n")
    return clean(value.replace("\a", " ")).replace("\u00a0", " ")


def test_a_template_can_not_make_xml_of_a_value() -> None:
    line = "{% autoescape false %}{{ Фамилия }}{% endautoescape %}{% set ф %}{{ Фамилия }}{% endset %}{{ ф }}"
    assert texts(fill(template(line), {"Фамилия": Value("<w:br/>")})) == ["<w:br/><w:br/>"]


def test_a_mark_may_ask_for_another_form() -> None:
    paper = fill(template("{{ Должность.дательный }}", "{{ Должность.в_тексте.родительный }}"), SAMPLE)
    assert texts(paper) == ["Директору", "директора"]


def test_a_form_that_a_value_does_not_have_is_the_value_itself() -> None:
    assert texts(fill(template("{{ Класс_или_курс.дательный }}"), SAMPLE)) == ["9А"]


def test_a_heading_stands_in_a_mark_as_in_the_register_and_quotes_may_be_russian() -> None:
    lines = ("{{ Класс или курс }}", "{{ Согласие:  дата }}", "{% if Фамилия == «Иванов» %}он{% endif %}")
    assert texts(fill(template(*lines), SAMPLE, HEADINGS)) == ["9А", "01.09.2025", "он"]


def test_a_list_repeats_its_row() -> None:
    rows: Sequence[Sequence[str]] = (
        ("{%tr for человек in люди %}", ""),
        ("{{ loop.index }}", "{{ человек.Фамилия }}"),
        ("{%tr endfor %}", ""),
    )
    data = template(rows=rows)
    assert ("люди", "Фамилия") in used_marks(data, SAMPLE)
    assert texts(fill(data, SAMPLE)) == ["1", "Белов", "2", "Горин"]


def test_marks_of_the_header_are_filled_and_the_properties_are_left_alone() -> None:
    data = template("текст", header="{{ Фамилия }}")
    assert used_marks(data, SAMPLE) == {("Фамилия",)}
    assert header_of(fill(data, SAMPLE)) == "Иванов"
    document = Document(BytesIO(data))
    document.core_properties.title = "{{ Фамилия }}"
    saved = BytesIO()
    document.save(saved)
    assert Document(BytesIO(fill(saved.getvalue(), SAMPLE))).core_properties.title == "{{ Фамилия }}"


@pytest.mark.parametrize(
    ("line", "said", "advice"),
    [
        ("Вручается {{ Фамлия }}", "неизвестная метка «Фамлия» (текст): «Вручается {{ Фамлия }}»", "«Фамилия»"),
        ("{{ Фамилия.дательны }}", "неизвестная метка «Фамилия.дательны»", "«дательный»"),
        ("{% for ч in люди %}{{ ч.Имя }}{% endfor %}", "неизвестная метка «люди.Имя»", "Фамилия"),
        ("{{ Клас или курс }}", "записана с ошибкой. Место: «{{ Клас или курс }}»", "«Класс или курс»"),
        ("{% if Фамилия %}он", "записана с ошибкой", "У каждого for и if"),
        ("{{ Фамилия", "записана с ошибкой", "скобки"),
        ("{{ Фамилия | нет_такого }}", "записана с ошибкой", "скобки"),
        ("{% include 'файл' %}", "вставка другого файла", "Уберите"),
        ("{% macro м() %}{% endmacro %}", "вставка другого файла или макрос", "Уберите"),
    ],
)
def test_a_fault_of_a_template_is_told_with_its_place(line: str, said: str, advice: str) -> None:
    with pytest.raises(TemplateFaultError) as caught:
        used_marks(template("Первый абзац", line), SAMPLE, HEADINGS)
    assert said in caught.value.sentence
    assert advice in caught.value.advice


def test_the_part_of_the_document_is_told() -> None:
    with pytest.raises(TemplateFaultError, match="верхний колонтитул"):
        used_marks(template("текст", header="{{ Фамлия }}"), SAMPLE)


@pytest.mark.parametrize(
    "line",
    [
        "{{ Фамилия.__class__.__mro__ }}",
        "{{ ''.__class__ }}",
        "{{ Фамилия.format.__globals__ }}",
        "{{ range(10 ** 9) }}",
        "{{ 1 / 0 }}",
        "{{ Фамилия + 1 }}",
        "{{ Неизвестная }}",
        "{{ self.__init__ }}",
        "{{ Фамилия | safe }}",
        "{{ 'http://example.org' | urlize }}",
    ],
)
def test_the_sandbox_lets_nothing_out(line: str) -> None:
    with pytest.raises(TemplateFaultError):
        fill(template(line), SAMPLE)


@pytest.mark.parametrize("data", [b"", b"PK\x03\x04", b"%PDF-1.7", "текст".encode()])
def test_what_is_no_docx_is_refused_in_words(data: bytes) -> None:
    with pytest.raises(TemplateFaultError, match="не открывается"):
        fill(data, SAMPLE)


def test_a_heading_becomes_a_mark() -> None:
    assert [mark_name(one) for one in ("Фамилия", "Согласие: дата", "E-mail", "ОГРН/ОГРНИП")] == [
        "Фамилия", "Согласие_дата", "E_mail", "ОГРН_ОГРНИП",
    ]  # fmt: skip
