"""A document in Word: the sheet, styles and requisites of ГОСТ Р 7.0.97, tables that break well, the same bytes."""

import io
import zipfile
from dataclasses import replace
from datetime import date
from typing import Any

import docx
import pytest

from reports.documents.document import Section
from reports.formats.documents.docx import render
from reports.report import Field, Form, Listing
from tests.reports.formats.documents.made_up import DOCUMENT, SENTENCE


@pytest.fixture(scope="module")
def word() -> Any:  # Any: python-docx has no types
    return docx.Document(io.BytesIO(render(DOCUMENT)))


def texts(word: Any) -> list[str]:  # Any: python-docx has no types
    return ["".join(one.itertext("{*}t")) for one in word.element.body.iter("{*}p")]


def millimetres(length: Any) -> int:  # Any: python-docx has no types
    return round(float(length.mm))


def test_the_sheet_is_a4_with_its_margins(word: Any) -> None:
    (one,) = word.sections
    assert [millimetres(side) for side in (one.page_width, one.page_height)] == [210, 297]
    margins = (one.left_margin, one.right_margin, one.top_margin, one.bottom_margin)
    assert [millimetres(side) for side in margins] == [30, 10, 20, 20]


def test_a_sheet_that_lies_is_turned() -> None:
    (one,) = docx.Document(io.BytesIO(render(replace(DOCUMENT, landscape=True)))).sections
    assert [millimetres(side) for side in (one.page_width, one.page_height)] == [297, 210]
    assert one.orientation == 1


def test_pages_are_numbered_from_the_second_in_the_middle_of_the_top(word: Any) -> None:
    (one,) = word.sections
    assert one.different_first_page_header_footer
    assert not one.first_page_header._element.xpath(".//w:fldSimple")
    (number,) = one.header._element.xpath(".//w:fldSimple")
    assert number.get(docx.oxml.ns.qn("w:instr")).strip() == "PAGE"
    assert millimetres(one.header_distance) >= 10
    assert word.styles["Header"].paragraph_format.alignment == 1


def test_it_is_russian_and_of_one_font_in_real_styles(word: Any) -> None:
    defaults = word.styles.element.xpath("./w:docDefaults//w:lang/@w:val")
    assert defaults == ["ru-RU"]
    assert set(word.styles.element.xpath("./w:docDefaults//w:rFonts/@w:ascii")) == {"Times New Roman"}
    used = [one.style.name for one in word.paragraphs if one.text in {"1. Паспорт", "в Приозёрской области", "– далее"}]
    assert used == ["Title", "Heading 1"]
    assert word.styles["Normal"].font.size.pt == 14


def test_the_corners_hold_who_issues_who_approves_and_to_whom(word: Any) -> None:
    left, _, right = word.tables[0].rows[0].cells
    assert left.text.startswith("Региональный проектный офис\n")
    assert left.text.endswith("\nг. Приозёрск")
    assert right.text.splitlines()[0] == "ПРОЕКТ"
    lines = right.text.splitlines()
    at = lines.index("УТВЕРЖДАЮ")
    assert lines[at + 1] == "Заместитель Губернатора"
    assert lines[at + 2].endswith("О.П.\u00a0Галкина")
    assert lines[-2:] == ["Заместителю Губернатора", "Галкиной О.П."]


def test_the_day_is_in_words_without_a_zero(word: Any) -> None:
    assert "по состоянию на 5\u00a0апреля\u00a02026\u00a0г." in texts(word)


@pytest.mark.parametrize("title", ["Отчёт на 5 апреля 2026 года", "Отчёт по состоянию на 05.04.2026"])
def test_a_day_that_the_title_says_is_not_said_again(title: str) -> None:
    told = texts(docx.Document(io.BytesIO(render(replace(DOCUMENT, title=(title,))))))
    assert not any(one.startswith("по состоянию") for one in told)


def test_a_signed_document_is_no_draft() -> None:
    told = texts(docx.Document(io.BytesIO(render(replace(DOCUMENT, is_draft=False, approval=None)))))
    assert not {"ПРОЕКТ", "УТВЕРЖДАЮ"} & set(told)


def test_signatures_stay_together_with_the_end_of_the_text(word: Any) -> None:
    parts = list(word.element.body)
    (signed,) = [at for at, one in enumerate(parts) if "В.И.\u00a0Орлова" in "".join(one.itertext())]
    assert "".join(parts[signed - 2].itertext()).startswith(SENTENCE)
    assert all(one.xpath("./w:pPr/w:keepNext") for one in (parts[signed - 2], parts[signed - 1], parts[signed + 1]))
    assert all(one.xpath("./w:pPr/w:keepNext") for one in parts[signed].iter("{*}p"))
    assert parts[signed].xpath("./w:tr/w:trPr/w:cantSplit")


def test_the_executor_stands_at_the_bottom_of_the_last_sheet(word: Any) -> None:
    (frame,) = word.element.body.xpath(".//w:framePr")
    assert frame.get(docx.oxml.ns.qn("w:yAlign")) == "bottom"
    assert "Исполнитель: Сорокин Иван Львович, методист, 8 (800) 000-00-00" in texts(word)


def table(word: Any) -> Any:
    return word.tables[1]


def test_a_long_table_repeats_its_heading_and_keeps_rows_whole(word: Any) -> None:
    rows = table(word)._tbl.xpath("./w:tr")
    assert len(rows) == 61
    assert [bool(one.xpath("./w:trPr/w:tblHeader")) for one in rows] == [True, *([False] * 60)]
    assert all(one.xpath("./w:trPr/w:cantSplit") for one in rows)


def test_figures_are_written_as_people_read_them_and_stand_at_the_right(word: Any) -> None:
    cells = table(word).rows[2].cells
    assert [one.text for one in cells] == [
        "2", "Показатель 2", "—", "−1\u00a0200,5", "95,3\u00a0%", "05.04.2026", "красный",
    ]  # fmt: skip
    assert [one.paragraphs[0].alignment for one in cells] == [2, 0, 2, 2, 2, 1, 0]


def test_columns_are_as_wide_as_the_page_and_no_word_is_broken(word: Any) -> None:
    widths = [int(one) for one in table(word)._tbl.xpath("./w:tblGrid/w:gridCol/@w:w")]
    assert sum(widths) == pytest.approx(170 / 25.4 * 1440, abs=10)
    assert widths[1] == max(widths)


def test_a_table_too_wide_for_large_letters_gets_smaller_ones() -> None:
    def size(columns: int) -> float:
        fields = tuple(Field("Муниципалитет", 12) for _ in range(columns))
        one = replace(DOCUMENT, sections=(Section("a", "", (Listing("", fields, (("слово",) * columns,)),)),))
        opened = docx.Document(io.BytesIO(render(one)))
        return float(table(opened).rows[1].cells[0].paragraphs[0].runs[0].font.size.pt)

    assert size(3) == 11
    assert 8 <= size(6) < 11


def test_an_empty_table_says_so_over_its_whole_width() -> None:
    listing = Listing("Чего нет", (Field("Код", 8), Field("Что", 20, Form.WHOLE)), (), "ничего")
    one = docx.Document(io.BytesIO(render(replace(DOCUMENT, sections=(Section("a", "", (listing,)),)))))
    assert table(one)._tbl.xpath("./w:tr[2]//w:gridSpan/@w:val") == ["2"]
    assert table(one).rows[1].cells[0].text == "ничего"


def test_a_chart_is_a_picture_with_words_for_who_can_not_see_it(word: Any) -> None:
    (one,) = word.element.body.xpath(".//wp:docPr")
    assert one.get("descr") == "Диаграмма «Заявки» (человек): План, Факт."
    with zipfile.ZipFile(io.BytesIO(render(DOCUMENT))) as archive:
        assert archive.read("word/media/image1.png").startswith(b"\x89PNG")


def test_a_section_may_begin_a_page(word: Any) -> None:
    starts = [one.text for one in word.paragraphs if one.paragraph_format.page_break_before]
    assert starts == ["3. Динамика"]


def test_what_announces_a_table_stays_with_it(word: Any) -> None:
    (one,) = [one for one in word.paragraphs if one.text == "Показатели:"]
    assert one.paragraph_format.keep_with_next


def test_its_properties_name_no_machine_and_no_person(word: Any) -> None:
    told = word.core_properties
    assert (told.title, told.author, told.last_modified_by) == ("Отчёт по этапу Э4 в Приозёрской области", "", "")
    assert told.created.date() == told.modified.date() == date(2026, 4, 5)


def test_the_same_document_gives_the_same_bytes() -> None:
    assert render(DOCUMENT) == render(replace(DOCUMENT))


def test_a_document_that_nobody_signs_ends_with_its_text() -> None:
    one = replace(DOCUMENT, sections=DOCUMENT.sections[:1], signers=(), executor=None)
    assert texts(docx.Document(io.BytesIO(render(one))))[-1] == "2.\u00a0второе"
