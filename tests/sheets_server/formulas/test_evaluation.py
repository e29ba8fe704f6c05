"""Operators, ranges in one cell's place, arrays spread and stacked."""

import pytest

from tests.sheets_server.changes import Inserted
from tests.sheets_server.formulas.rewriting import Reshaped, shifted
from tests.sheets_server.formulas.text_sheets import RU, given

TEMPLATE = """={"Замечания"; ARRAYFORMULA(IF(A2:A=""; ""; IFERROR(VLOOKUP(A2:A; '_Замечания'!A:C; 3; FALSE); "")))}"""
REMARKS = """
    К-2 | error   | Класс не найден
    К-4 | warning | Балл выше обычного
    К-2 | error   | второе замечание
"""

OPERATORS: list[tuple[str, object]] = [
    ("=1+2*3^2", 19),
    ("=(1+2)*3", 9),
    ("=-2^2", 4),  # not proven: a sign binds before a power, as in Excel
    ("=50%", 0.5),
    ('="а"&1&TRUE', "а1TRUE"),
    ('="а"="А"', True),
    ('=5="5"', False),
    ("=1<>2", True),
    ('="б">"а"', True),
    ('="1">2', True),  # text is after numbers
    ("=TRUE>1", True),
    ('=C4=""', True),
    ("=C4=0", True),
    ("=C4+1", 1),
    ('="5"+1', 6),
    ('="пять"+1', "#VALUE!"),
    ('=""+1', "#VALUE!"),
    ("=1/0", "#DIV/0!"),
    ("=0^-1", "#DIV/0!"),
    ("=10^400", "#NUM!"),
    ("=1/0+FOO()", "#DIV/0!"),
    ("=#N/A", "#N/A"),
    ("=#REF!+1", "#REF!"),
    ("=A2", "К-1"),
    ("=C4", None),
    ("=Нет!A1", "#REF!"),
    ("=ZZZ1", "#REF!"),
]

PLACES: list[tuple[str, object]] = [
    # the formula stands in row 1
    ("=A1:A3", "Код"),
    ("=A1:A3&1", "Код1"),
    ("=A2:A3", "#VALUE!"),
    ("=A:A", "Код"),
    ("={1;2}+1", 2),
    ("=ARRAYFORMULA(A2:A3&1)", [["К-11"], ["К-21"]]),
    ("=ARRAYFORMULA(C2:C3+{10,20})", [[15, 25], [13, 23]]),
    ("=ARRAYFORMULA({1;2;3}+{1;2})", [[2], [4], ["#N/A"]]),
    ('=ARRAYFORMULA(IF({TRUE;FALSE},"да",{1;2}))', [["да"], [2]]),
    ("=ARRAYFORMULA(SUM(C2:C6*2))", 24),
    ("=ARRAYFORMULA(ISBLANK(C2:C4))", [[False], [False], [True]]),
    ("={A2:A3,B2:B3}", [["К-1", "9А"], ["К-2", "9Б"]]),
    ("={A1:B1;A6:B6}", [["Код", "Класс"], ["К-4", "10А"]]),
    ('={"а",1;TRUE,1/0}', [["а", 1], [True, "#DIV/0!"]]),
    ("={1,2;3}", "#VALUE!"),
    ("={A1:A2,B1}", "#VALUE!"),
    ("={5}", 5),
]


@pytest.mark.parametrize(("formula", "value"), [*OPERATORS, *PLACES])
def test_a_formula_gives_its_value(formula: str, value: object) -> None:
    assert given(formula) == value


def test_the_template_s_heading_puts_each_remark_beside_its_row() -> None:
    found = given(TEMPLATE, locale=RU, others={"_Замечания": REMARKS})
    assert isinstance(found, list)
    assert [row[0] for row in found[:6]] == ["Замечания", "", "Класс не найден", "", "", "Балл выше обычного"]
    assert {row[0] for row in found[6:]} == {""}


def test_the_template_s_heading_stands_alone_when_the_tab_of_remarks_is_gone() -> None:
    found = given(TEMPLATE, locale=RU)
    assert isinstance(found, list)
    assert found[0] == ["Замечания"]
    assert {row[0] for row in found[1:]} == {""}


def test_the_template_s_heading_is_taken_in_the_american_syntax_too() -> None:
    american = TEMPLATE.replace("; FALSE", ", FALSE").replace("; 3", ", 3").replace('A2:A=""; ""; ', 'A2:A="", "", ')
    assert given(american, others={"_Замечания": REMARKS}) == given(TEMPLATE, locale=RU, others={"_Замечания": REMARKS})
    assert given(american, locale=RU, others={"_Замечания": REMARKS}) == "#ERROR!"


ANCHORED = (
    '=ARRAYFORMULA(IF(ROW($A$1:$A)=ROW($A$1);"Замечания";IF($A$1:$A="";"";'
    'IFERROR(VLOOKUP(TRIM($A$1:$A);INDIRECT("\'_Замечания\'!$A:$C");3;0);""))))'
)


def test_a_heading_read_from_its_own_row_down_gives_the_same_remarks() -> None:
    """A range from the heading on does not begin lower when a row is put in right under the heading."""
    others = {"_Замечания": REMARKS}
    assert given(ANCHORED, locale=RU, others=others) == given(TEMPLATE, locale=RU, others=others)
    assert given(ANCHORED.replace(";", ","), others=others) == given(TEMPLATE, locale=RU, others=others)
    under = Reshaped("Лист", "Лист", Inserted("ROWS", 1, 1))
    assert shifted(ANCHORED, RU, under) == ANCHORED
    assert "A3:A" in shifted(TEMPLATE, RU, under)
