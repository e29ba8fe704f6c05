"""The copy of a form: values of their kinds, the look and the formulas as they were, no false total."""

import io
from datetime import date

import openpyxl
import pytest
from openpyxl.chart import BarChart, Reference
from openpyxl.styles import Font, PatternFill
from openpyxl.workbook.defined_name import DefinedName
from openpyxl.worksheet.table import Table

from reports.disclosure.draft import Mark, Shown
from reports.filling.answers import Answer
from reports.filling.formulas import Spot
from reports.filling.lost import lost
from reports.filling.workbook import Copy, Form, filled, form_of
from tests.reports.filling.forms import book, saved, values

HIDDEN = Answer(Mark.HIDDEN)


def copy(data: bytes, **answers: Answer | Shown) -> Copy:
    """The form filled with answers by what stands between the braces."""
    form: Form = form_of(data)
    known = {}
    for one in form.cells:
        for words, asked in one.marks:
            answer = answers.get(words.strip("{}"))
            known[asked] = answer if isinstance(answer, Answer) else Answer(answer, "" if answer else "нет данных")
    return filled(data, form, known)


def spots(found: tuple[Spot, ...]) -> list[str]:
    return [f"{spot.sheet}!{spot.row}.{spot.column}" for spot in found]


def test_a_number_is_a_number_and_a_day_a_day() -> None:
    data = book([["{K02}", "{as_of}", "{K18}", "{region}"]], {"C1": "0.0%"})
    made = copy(data, K02=31, as_of=date(2026, 4, 30), K18=95.3, region="Приозёрская область")
    found = {key: getattr(value, "date", lambda value=value: value)() for key, value in values(made.data).items()}
    assert found == {
        "A1": 31, "B1": date(2026, 4, 30), "C1": pytest.approx(0.953), "D1": "Приозёрская область",
    }  # fmt: skip
    sheet = openpyxl.load_workbook(io.BytesIO(made.data))["Форма"]
    assert [sheet[cell].number_format for cell in ("B1", "C1")] == ["DD.MM.YYYY", "0.0%"]


@pytest.mark.parametrize(
    ("look", "value"), [("0%", 0.5), ("0.0%;-0.0%", 0.5), ('0"%"', 50), ("General", 50), ("0\\%", 50)]
)
def test_a_percent_is_a_fraction_only_where_the_cell_multiplies_it(look: str, value: float) -> None:
    assert values(copy(book([["{K18}"]], {"A1": look}), K18=50).data) == {"A1": value}


def test_marks_among_words_become_words() -> None:
    made = copy(book([["{region}: {K02} чел. на {as_of}, скрыто {K01}, пусто «{K03}»"]]),
                region="Край", K02=1250, as_of=date(2026, 4, 1), K01=HIDDEN)  # fmt: skip
    assert values(made.data)["A1"] == "Край: 1\u00a0250 чел. на 01.04.2026, скрыто скрыто, пусто «»"


@pytest.mark.parametrize("text", ['=HYPERLINK("http://x")', "+7 983", "@SUM(A1)", "\x0b=1"])
def test_no_text_becomes_a_formula(text: str) -> None:
    made = copy(book([["{region}"]]), region=text)
    cell = openpyxl.load_workbook(io.BytesIO(made.data))["Форма"]["A1"]
    assert (cell.data_type, str(cell.value).lstrip("\ufffd")) == ("s", text.lstrip("\x0b"))


def test_the_rest_of_the_form_stays_as_it_was() -> None:
    made = openpyxl.load_workbook(io.BytesIO(book([["Отчёт", None], ["Зачислено", "{K02}"], ["Итого", "=B2*2"]])))
    sheet = made["Форма"]
    sheet.merge_cells("A1:B1")
    sheet["A1"].font = Font(bold=True, size=14)
    sheet["B2"].fill = PatternFill("solid", fgColor="FFDDEBF7")
    sheet.column_dimensions["A"].width = 44
    sheet.freeze_panes = "A2"
    sheet.protection.sheet = True
    data = saved(made)
    found = openpyxl.load_workbook(io.BytesIO(copy(data, K02=31).data))["Форма"]
    assert values(copy(data, K02=31).data) == {"A1": "Отчёт", "A2": "Зачислено", "B2": 31, "A3": "Итого", "B3": "=B2*2"}
    assert (found["A1"].font.b, found["B2"].fill.fgColor.rgb, found.column_dimensions["A"].width) == (
        True, "FFDDEBF7", 44,
    )  # fmt: skip
    assert ([str(one) for one in found.merged_cells.ranges], found.freeze_panes, found.protection.sheet) == (
        ["A1:B1"], "A2", True,
    )  # fmt: skip


def test_braces_that_are_no_marks_stay() -> None:
    data = book([["{см. приложение}", "={1,2}", "{K02}"]])
    assert [spot.column for spot in form_of(data).strange] == [1]
    assert values(copy(data, K02=1).data) == {"A1": "{см. приложение}", "B1": "={1,2}", "C1": 1}


@pytest.mark.parametrize(
    ("formula", "is_false"),
    [
        ("=SUM(A1:A3)", True),
        ("=A2+1", True),
        ("=$A$2", True),
        ("=SUM(A:A)", True),
        ("=SUM(2:2)", True),
        ("='Форма'!A2", True),
        ("=SUM(Все)", True),
        ("=SUM(Табл[Факт])", True),
        ('=INDIRECT("A"&2)', True),
        ("=SUM(A1:INDEX(A1:A1,1))", True),
        ("=B3", True),
        ("=НЕИЗВЕСТНО", True),
        ("=A1+A3", False),
        ("=Другой!A2", False),
        ("=[1]Форма!A2", False),
        ('="A2"', False),
    ],
)
def test_a_formula_over_a_hidden_cell_is_hidden_too(formula: str, *, is_false: bool) -> None:
    made = openpyxl.load_workbook(io.BytesIO(book([["Факт", formula], ["{K02}", None], [7, "=SUM(A1:A3)"]])))
    made.create_sheet("Другой")
    made.defined_names["Все"] = DefinedName("Все", attr_text="'Форма'!$A$1:$A$3")
    made["Форма"].add_table(Table(displayName="Табл", ref="A1:A3"))
    done = copy(saved(made), K02=HIDDEN)
    found = values(done.data)
    assert found["B1"] == ("скрыто" if is_false else formula)
    assert (found["A2"], found["B3"]) == ("скрыто", "скрыто")
    assert ("Форма!1.2" in spots(done.hidden)) is is_false


def test_a_formula_over_an_empty_cell_stays_empty_and_is_named() -> None:
    done = copy(book([["{K02}", "{K03}"], ["=A1+1", "=A1+B1"], ["=A2", "=B2"]]), K02=5)
    assert values(done.data) == {"A1": 5, "A2": "=A1+1", "A3": "=A2"}
    assert (spots(done.hidden), spots(done.emptied)) == ([], ["Форма!2.2", "Форма!3.2"])


def test_what_a_copy_can_not_have_is_told() -> None:
    made = openpyxl.load_workbook(io.BytesIO(book([["{K02}"]])))
    assert lost(saved(made)) == ()
    chart = BarChart()
    chart.add_data(Reference(made["Форма"], min_col=1, min_row=1, max_row=1))
    made.worksheets[0].add_chart(chart, "C3")
    assert lost(saved(made)) == ("диаграммы",)
