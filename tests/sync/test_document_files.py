"""Documents in files: where they lie, whose template they follow, who may read them."""

import stat
from dataclasses import replace
from pathlib import Path

import docx
import pytest

from config.errors import UsageError
from reports.formats.documents import DOCUMENT_FORMATS
from reports.formats.templates.checked import BrokenTemplateError
from sync.desk import Desk
from sync.document_files import put_documents
from sync.document_templates import TemplateFileError, template_for, write_standard
from tests.reports.formats.documents.made_up import DOCUMENT
from tests.reports.formats.templates.made_up import template
from tests.sync.offices import build

REPORT = replace(DOCUMENT, file="Доклад за апрель 2026", sections=DOCUMENT.sections[:1])


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return build(tmp_path / "office")


@pytest.fixture
def no_program(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """A machine without LibreOffice."""
    monkeypatch.setenv("PATH", str(tmp_path))


def own(desk: Desk, name: str, *paragraphs: str) -> None:
    desk.templates.mkdir(exist_ok=True)
    (desk.templates / name).write_bytes(template(*paragraphs))


def paragraphs(path: Path) -> list[str]:
    return [one.text for one in docx.Document(str(path)).paragraphs]


def test_every_document_stands_in_every_format(desk: Desk) -> None:
    made = put_documents(desk, (REPORT,), list(DOCUMENT_FORMATS), desk.reports)
    assert [one.name for one in made.written] == [f"Доклад за апрель 2026.{kind}" for kind in DOCUMENT_FORMATS]
    assert all(one.parent == desk.reports for one in made.written)
    assert made.told == ()


def test_namesakes_are_told_apart(desk: Desk) -> None:
    made = put_documents(desk, (REPORT, REPORT, replace(REPORT, file="доклад ЗА апрель 2026")), ["html"], desk.reports)
    assert [one.stem for one in made.written] == [
        "Доклад за апрель 2026", "Доклад за апрель 2026 (2)", "доклад ЗА апрель 2026 (3)",
    ]  # fmt: skip


def test_a_document_that_names_people_stays_apart_wherever_the_others_go(desk: Desk, tmp_path: Path) -> None:
    named = replace(REPORT, file="Список", names_people=True)
    made = put_documents(desk, (REPORT, named), ["html"], tmp_path / "сюда")
    assert made.written == (
        tmp_path / "сюда" / "Доклад за апрель 2026.html",
        desk.root / "private/documents/Список.html",
    )
    assert stat.S_IMODE(made.written[1].stat().st_mode) == 0o600
    assert "private/documents" in made.told[0]


def test_documents_that_name_people_are_no_key_files(desk: Desk) -> None:
    coded = replace(
        desk,
        settings=desk.settings.model_copy(
            update={"personal_data": desk.settings.personal_data.model_copy(update={"mode": "codes"})}
        ),
    )
    put_documents(desk, (replace(DOCUMENT, names_people=True),), ["xlsx"], desk.reports)
    (desk.root / "private" / "Наставники (имена).xlsx").write_bytes(DOCUMENT_FORMATS["xlsx"](DOCUMENT))
    backend = coded.private()
    assert backend is not None
    assert [one.name for one in backend.read()] == ["Наставники (имена).xlsx"]


@pytest.mark.usefixtures("no_program")
def test_an_own_template_gives_the_word_file_and_the_pdf_says_that_it_does_not(desk: Desk) -> None:
    own(desk, "Доклад.docx", "Наш вид: {{ place }}")
    made = put_documents(desk, (REPORT,), ["docx", "pdf", "html"], desk.reports)
    assert paragraphs(made.written[0]) == ["Наш вид: г. Приозёрск"]
    assert made.written[1].read_bytes() == DOCUMENT_FORMATS["pdf"](REPORT)
    assert made.told == (
        "PDF документа «Доклад за апрель 2026» сделан по обычной форме, не по шаблону: на этой машине нет LibreOffice.",
    )


@pytest.mark.usefixtures("no_program")
def test_a_broken_template_stops_the_document_and_writes_nothing(desk: Desk) -> None:
    own(desk, "Доклад.docx", "{{ plase }}")
    with pytest.raises(BrokenTemplateError, match="метки «plase» нет"):
        put_documents(desk, (REPORT,), ["docx"], desk.reports)
    assert not desk.reports.exists()


@pytest.mark.parametrize(
    ("files", "meant"),
    [
        ((), None),
        (("Доклад.docx",), "Доклад.docx"),
        (("доклад.DOCX",), "доклад.DOCX"),
        (("Доклад.docx", "Доклад за апрель 2026.docx", "Доклад за.docx"), "Доклад за апрель 2026.docx"),
        (("Док.docx", "Доклад.txt", "~$Доклад.docx", "Отчёт.docx"), None),
    ],
)
def test_the_template_of_a_document_is_called_as_it_is_or_begins_so(
    desk: Desk, files: tuple[str, ...], meant: str | None
) -> None:
    for name in files:
        own(desk, name, "а")
    found = template_for(REPORT, desk.templates)
    assert (found.file if found else None) == meant


def test_a_template_to_start_from_is_written_for_each_kind(desk: Desk) -> None:
    some = (REPORT, replace(REPORT, file="Выписка 23.04.2026"), replace(REPORT, file="Выписка 24.04.2026"))
    written = write_standard(some, desk.templates)
    assert sorted(one.name for one in written) == ["Выписка.docx", "Доклад.docx"]
    assert "{{ title }}" in paragraphs(desk.templates / "Доклад.docx")
    assert template_for(REPORT, desk.templates) is not None


def test_a_template_that_is_there_is_left_as_it_is(desk: Desk) -> None:
    own(desk, "Доклад.docx", "моё")
    with pytest.raises(TemplateFileError, match=r"«Доклад\.docx» уже есть"):
        write_standard((REPORT,), desk.templates)
    assert paragraphs(desk.templates / "Доклад.docx") == ["моё"]


def test_only_documents_have_templates(desk: Desk) -> None:
    with pytest.raises(UsageError, match="только у документов"):
        write_standard((), desk.templates)


def test_a_paper_that_is_of_use_in_one_format_is_made_in_that_one(desk: Desk) -> None:
    made = put_documents(desk, (replace(REPORT, only=("xlsx",)),), ["docx", "pdf"], desk.reports)
    assert [one.suffix for one in made.written] == [".xlsx"]
