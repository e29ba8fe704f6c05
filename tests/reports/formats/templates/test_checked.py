"""A broken template: the file, the place, the mark and what was probably meant; and marks that would do harm."""

import pytest

from reports.formats.templates.checked import BrokenTemplateError
from reports.formats.templates.filled import filled
from tests.reports.formats.documents.made_up import DOCUMENT
from tests.reports.formats.templates.made_up import template


def broken(*paragraphs: str, header: str = "", cells: tuple[str, ...] = ()) -> tuple[str, str]:
    """What is said of the template, and the advice."""
    with pytest.raises(BrokenTemplateError) as error:
        filled(DOCUMENT, template(*paragraphs, header=header, cells=cells), "Доклад.docx")
    return error.value.sentence, error.value.advice


def test_an_unknown_mark_is_told_with_its_place_and_the_nearest_known_one() -> None:
    said, advice = broken("Первый", "Отчёт: {{ titel }}, {{ place }}")
    assert said == "Шаблон «Доклад.docx», абзац 2 («Отчёт: {{ titel }}, {{ place }}»): метки «titel» нет."
    assert advice == "Возможно, имелась в виду метка «title»."


@pytest.mark.parametrize(
    ("text", "unknown", "near"),
    [
        ("{{ text.pasport }}", "text.pasport", "text.passport"),
        ("{{p section.progres }}", "section.progres", "section.progress"),
        ("{{ signer_nam }}", "signer_nam", "signer_name"),
        ("{% if drft %}а{% endif %}", "drft", "draft"),
        ("{% for one in signer %}а{% endfor %}", "signer", "signers"),
        ("{{ 'а' if place else titel }} {{ executer }}", "executer", "executor"),
    ],
)
def test_the_nearest_mark_is_proposed(text: str, unknown: str, near: str) -> None:
    said, advice = broken(text)
    assert f"метки «{unknown}» нет" in said
    assert f"«{near}»" in advice


def test_a_place_in_a_table_or_a_header_is_told_too() -> None:
    assert "таблица 1, строка 1 («{{ b }}»)" in broken("а", cells=("{{ place }}", "{{ b }}"))[0]
    assert "верхний колонтитул, абзац 1 («{{ b }}»)" in broken("а", header="{{ b }}")[0]


@pytest.mark.parametrize(
    ("paragraphs", "place", "why"),
    [
        (("а", "{{ title }"), "абзац 2", "метка не закрыта"),
        (("а", "{% if draft }"), "абзац 2", "метка не закрыта"),
        (("{{ title | }}",), "абзац 1", "метка записана с ошибкой"),
        (("а", "{{ title|urlize }}"), "абзац 2", "такого действия со словами в шаблоне нет"),
        (("{{ }}",), "абзац 1", "метка записана с ошибкой"),
        (("{% iff draft %}",), "абзац 1", "метка записана с ошибкой"),
        (("а", "{%p if draft %}", "б"), "абзац 2", "команда if не закрыта: ниже нет endif"),
        (("а", "б", "{%p endfor %}"), "абзац 3", "команда endfor закрывает то, что не открыто"),
        (("{%p if draft %}", "{%p endfor %}"), "абзац 2", "команда endfor закрывает то, что не открыто"),
        (("{{ section.progress }}",), "абзац 1", "метка целого раздела стоит внутри текста"),
        (("Итак: {{p section.progress }}",), "абзац 1", "метка целого раздела стоит внутри текста"),
        (("{{p title }}",), "абзац 1", "с буквой p пишутся только метки section и tables"),
        (("{{r title }}",), "абзац 1", "таких меток нет"),
        (("Если {%p if draft %} проект", "{%p endif %}"), "абзац 1", "команда с буквой p должна стоять в абзаце одна"),
        (("{{ title + 1 }}",), "абзац 1", "метку не удалось заполнить"),
        (("{{ 1 / 0 }}",), "абзац 1", "метку не удалось заполнить"),
    ],
)
def test_what_would_not_be_filled_as_it_is_meant_is_told(paragraphs: tuple[str, ...], place: str, why: str) -> None:
    said, advice = broken(*paragraphs)
    assert said.startswith(f"Шаблон «Доклад.docx», {place} ")
    assert why in said
    assert advice


def test_a_whole_section_does_not_stand_in_a_header() -> None:
    assert "только в тексте документа" in broken("а", header="{{p section.progress }}")[0]


@pytest.mark.parametrize(
    "mark",
    [
        "{{ title.__class__ }}",
        "{{ ''.__class__.__mro__ }}",
        "{{ signers.__init__.__globals__ }}",
        "{{ section._values }}",
        "{{ 'а' * 1000000000 }}",
        "{{ 9 ** 9999999 }}",
        "{{ title|safe }}",
        "{{ title|attr('__class__') }}",
        "{% autoescape false %}{{ title }}{% endautoescape %}",
        "{% include '/etc/passwd' %}",
        "{% import 'os' as os %}",
        "{% macro a() %}б{% endmacro %}",
        "{{ range(10) }}",
        "{{ cycler }}",
        "{{ '{0}'.format(title.__class__) }}",
    ],
)
def test_a_mark_reaches_for_nothing_but_what_it_is_given(mark: str) -> None:
    assert broken(mark)[0].startswith("Шаблон «Доклад.docx», абзац 1 (")


@pytest.mark.parametrize("content", [b"", b"not a file of Word", template("а")[:2000]])
def test_what_is_no_file_of_word_is_told(content: bytes) -> None:
    with pytest.raises(BrokenTemplateError, match=r"«Доклад\.docx» не открывается"):
        filled(DOCUMENT, content, "Доклад.docx")


def test_a_workbook_is_no_template() -> None:
    from reports.formats.documents.tables import workbook

    with pytest.raises(BrokenTemplateError, match="не документ Word"):
        filled(DOCUMENT, workbook(DOCUMENT), "Доклад.docx")
