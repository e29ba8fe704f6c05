"""What functions give on a small register; recorded results name their case, all else is Google's help pages [?]."""

import pytest

from tests.sheets_server.formulas.library import FUNCTIONS
from tests.sheets_server.formulas.text_sheets import RU, given

# The register (text_sheets.PEOPLE): A Код, B Класс, C Балл, D Школа; rows 2-6, row 5 is empty.
ONE_VALUE: list[tuple[str, object]] = [
    ("=4/2", 2),  # recorded: WorksheetTest.test_get_all_records_value_render_options
    ("=3/2", 1.5),  # recorded: the same
    ("= 1 / 1024", 0.0009765625),  # recorded: CellTest.test_numeric_value
    ("=SUM(1,2)", 3),  # recorded: grids/with-formula.json
    ("=TIME(0,4,0)", 240 / 86_400),  # used in grids/time-formula.json
    # arithmetic
    ("=SUM(C2:C6)", 12),
    ("=SUM(C:C)", 12),
    ("=SUM(A1:D6)", 12),
    ('=SUM("5",TRUE)', 6),
    ('=SUM("пять")', "#VALUE!"),
    ("=SUM(C2:C6,1/0)", "#DIV/0!"),
    ("=AVERAGE(C2:C6)", 4),
    ("=AVERAGE(A2:A6)", "#DIV/0!"),
    ("=MIN(C2:C6)", 3),
    ("=MAX(C2:C6)", 5),
    ("=MAX(A2:A6)", 0),
    ("=COUNT(A1:D6)", 3),
    ("=COUNTA(A1:D6)", 19),
    ("=COUNTBLANK(A2:D6)", 5),
    ("=SUMPRODUCT(C2:C6,C2:C6)", 50),
    ('=SUMPRODUCT((B2:B6="9А")*1)', 2),
    ("=SUMPRODUCT({1,2},{3,1/0})", "#DIV/0!"),
    ("=DIVIDE(6,4)", 1.5),
    ("=DIVIDE(6,0)", "#DIV/0!"),
    ("=ROUND(2.345,2)", 2.35),
    ("=ROUND(-2.5)", -3),
    ("=ROUND(1234,-2)", 1200),
    ("=ABS(-3)", 3),
    ("=INT(-2.5)", -3),
    ("=MOD(-7,3)", 2),
    ("=MOD(7,0)", "#DIV/0!"),
    # conditions
    ('=IF(C2>4,"да","нет")', "да"),
    ('=IF(C3>4,"да")', False),
    ('=IF(C4="","пусто","")', "пусто"),
    ('=IF("слово",1,2)', "#VALUE!"),
    ("=IF(FALSE,1/0,7)", 7),
    ('=IFS(C3>4,"отлично",C3>2,"зачёт")', "зачёт"),
    ("=IFS(FALSE,1)", "#N/A"),
    ('=IFERROR(1/0,"нет")', "нет"),
    ("=IFERROR(5,1/0)", 5),
    ("=IFERROR(1/0)", None),
    ('=IFNA(VLOOKUP("К-9",A:C,2,FALSE),"нет")', "нет"),
    ('=IFNA(1/0,"нет")', "#DIV/0!"),
    ("=AND(C2>4,C3>2)", True),
    ("=AND(C2:C6)", True),
    ("=OR(FALSE,0,1/1)", True),
    ("=NOT(0)", True),
    ("=ISBLANK(C4)", True),
    ('=ISBLANK("")', False),
    ("=ISNUMBER(C2)", True),
    ("=ISTEXT(A2)", True),
    ("=ISERROR(1/0)", True),
    ("=ISERR(1/0)", True),
    ("=ISERR(#N/A)", False),
    ("=ISLOGICAL(TRUE)", True),
    ("=ISNA(MATCH(9,C2:C6,0))", True),
    # look-ups
    ('=VLOOKUP("К-2",A:D,4,FALSE)', "Гимназия"),
    ('=VLOOKUP("к-2",A:D,4,0)', "Гимназия"),
    ('=VLOOKUP("*-4",A:D,2,FALSE)', "10А"),
    ('=VLOOKUP("К-9",A:D,4,FALSE)', "#N/A"),
    ('=VLOOKUP("",A:D,4,FALSE)', "#N/A"),
    ('=VLOOKUP("К-1",A:D,9,FALSE)', "#REF!"),
    ('=VLOOKUP("К-1",A:D,0,FALSE)', "#VALUE!"),
    ('=VLOOKUP("К-3",A:C,3,FALSE)', None),
    ("=VLOOKUP(25,{10,1;20,2;30,3},2)", 2),
    ("=VLOOKUP(5,{10,1;20,2},2)", "#N/A"),
    ('=HLOOKUP("Балл",A1:D6,3,FALSE)', 3),
    ('=XLOOKUP("К-4",A:A,B:B)', "10А"),
    ('=XLOOKUP("К-9",A:A,B:B,"нет")', "нет"),
    ('=XLOOKUP("К-9",A:A,B:B)', "#N/A"),
    ('=MATCH("9Б",B1:B6,0)', 3),
    ("=MATCH(25,{10,20,30})", 2),
    ("=MATCH(25,{30,20,10},-1)", 1),
    ("=INDEX(A1:D6,3,4)", "Гимназия"),
    ("=INDEX(A1:A6,3)", "К-2"),
    ("=INDEX(A1:D1,2)", "Класс"),
    ("=INDEX(A1:D6,9,1)", "#NUM!"),
    ('=INDEX(D:D,MATCH("К-4",A:A,0))', "лицей"),
    # counting by criteria
    ('=COUNTIF(B2:B6,"9А")', 2),
    ('=COUNTIF(B2:B6,"9*")', 3),
    ('=COUNTIF(D2:D6,"ЛИЦЕЙ")', 3),
    ('=COUNTIF(C2:C6,">=4")', 2),
    ("=COUNTIF(C2:C6,4)", 1),
    ('=COUNTIF(C2:C6,"")', 2),
    ('=COUNTIF(C2:C6,"<>")', 3),
    ('=COUNTIF(B2:B6,"<>9А")', 3),
    ('=COUNTIFS(B2:B6,"9А",C2:C6,">0")', 1),
    ('=COUNTIFS(B2:B6,"9А",C2:C5,">0")', "#VALUE!"),
    ('=SUMIF(B2:B6,"9*",C2:C6)', 8),
    ('=SUMIF(B2:B6,"9А",C2)', 5),
    ('=SUMIF(C2:C6,">3")', 9),
    ('=SUMIFS(C2:C6,D2:D6,"Лицей",B2:B6,"10А")', 4),
    # texts
    ("=LEN(A2)", 3),
    ("=LEFT(D2)", "Л"),
    ("=LEFT(D2,3)", "Лиц"),
    ("=RIGHT(D2,2)", "ей"),
    ("=RIGHT(D2,0)", ""),
    ("=MID(D2,2,3)", "ице"),
    ('=TRIM("  а  б ")', "а б"),
    ("=UPPER(D2)&LOWER(D3)", "ЛИЦЕЙгимназия"),
    ('=CONCATENATE("а",1,A2:A3)', "а1К-1К-2"),
    ('=TEXTJOIN(", ",TRUE,C2:C6)', "5, 3, 4"),
    ('=TEXTJOIN("-",FALSE,C2:C5)', "5-3--"),
    ('=JOIN("|",A2:A4)', "К-1|К-2|К-3"),
    ('=TEXT(46154,"dd.mm.yyyy")', "12.05.2026"),
    ('=TEXT(1234.5,"#,##0.00")', "1,234.50"),
    ('=VALUE("1,234.5")', 1234.5),
    ('=VALUE("слово")', "#VALUE!"),
    ('=SUBSTITUTE("а-б-в","-","+")', "а+б+в"),
    ('=SUBSTITUTE("а-б-в","-","+",2)', "а-б+в"),
    ('=FIND("ц",D2)', 3),
    ('=FIND("Ц",D2)', "#VALUE!"),
    ('=SEARCH("Ц",D2)', 3),
    ('=REGEXMATCH(A2,"^К-[0-9]+$")', True),
    ('=REGEXMATCH(A2,"(")', "#REF!"),
    ('=REGEXREPLACE(A2,"К-([0-9])","$1-К")', "1-К"),
    ('=REGEXEXTRACT(A2,"[0-9]+")', "1"),
    ("=N(A2)&N(C2)", "05"),
    ("=T(A2)&T(C2)", "К-1"),
    ("=TO_TEXT(1.5)", "1.5"),
    ('=HYPERLINK("https://example.org/","ссылка")', "ссылка"),
    ('=HYPERLINK("https://example.org/")', "https://example.org/"),
    # days; the calculation's moment is noon of 12 May 2026
    ("=TODAY()", 46154),
    ("=NOW()", 46154.5),
    ("=HOUR(NOW())&MINUTE(0.5)", "120"),
    ("=DATE(2026,5,12)", 46154),
    ("=DATE(2026,14,0)", 46418),
    ("=YEAR(TODAY())&MONTH(TODAY())&DAY(TODAY())", "2026512"),
    ('=YEAR("5/12/2026")', 2026),
    # ranges
    ("=ROW()", 1),
    ("=ROW(A5)", 5),
    ("=COLUMN(C1)", 3),
    ("=ROWS(A2:A6)", 5),
    ("=COLUMNS(A:D)", 4),
    ('=SUM(INDIRECT("C2:C6"))', 12),
    ('=INDIRECT("A2")', "К-1"),
    ('=INDIRECT("Нет!A2")', "#REF!"),
    ('=INDIRECT("???")', "#REF!"),
    ("=COUNTA(Классы)", 4),
    ("=COUNTA(UNIQUE(B2:B4))", 2),
]

ARRAYS: list[tuple[str, object]] = [
    ("=UNIQUE(D2:D4)", [["Лицей"], ["Гимназия"]]),
    ('=FILTER(A2:B6,B2:B6="9А")', [["К-1", "9А"], ["К-3", "9А"]]),
    ("=FILTER(A2:A6,C2:C6>3)", [["К-1"], ["К-4"]]),
    ("=FILTER(A2:A6,C2:C6>9)", "#N/A"),
    ("=FILTER(A2:A6,C2:C5>3)", "#N/A"),
    ("=SORT(C2:C6,1,FALSE)", [[5], [4], [3], [None], [None]]),
    ("=SORT(A2:C4,3,TRUE)", [["К-2", "9Б", 3], ["К-1", "9А", 5], ["К-3", "9А", None]]),
    ("=SORT(A2:A4,C2:C4,FALSE,1,TRUE)", [["К-1"], ["К-2"], ["К-3"]]),
    ("=TRANSPOSE(A1:B2)", [["Код", "К-1"], ["Класс", "9А"]]),
    ("=INDEX(A1:B3,0,2)", [["Класс"], ["9А"], ["9Б"]]),
    ('=XLOOKUP("К-2",A1:A6,B1:D6)', [["9Б", 3, "Гимназия"]]),
    ('=ARRAYFORMULA(COUNTIF(B2:B6,{"9А";"9Б";"9*"}))', [[2], [1], [3]]),
    ("=ARRAYFORMULA(ROW(A2:A4)*10)", [[20], [30], [40]]),
    ('=ARRAYFORMULA(IFERROR(VLOOKUP({"К-2";"К-9"},A:B,2,FALSE),"—"))', [["9Б"], ["—"]]),
]


@pytest.mark.parametrize(("formula", "value"), [*ONE_VALUE, *ARRAYS])
def test_a_function_gives_what_google_s_help_says(formula: str, value: object) -> None:
    result = given(formula)
    assert result == value
    assert isinstance(result, bool) == isinstance(value, bool)


@pytest.mark.parametrize(
    ("formula", "value"),
    [
        ('=ЕСЛИОШИБКА(ВПР("К-2";A:D;4;ЛОЖЬ);"нет")', "Гимназия"),
        ("=СУММ(C2:C6;0,5)", 12.5),
        ('=СЧЁТЕСЛИ(C2:C6;">=3,5")', 2),
        ('=ЕСЛИ(C2=5;"да";"нет")', "да"),
        ('=ТЕКСТ(1234,5;"#,##0.00")', "1\u00a0234,50"),
        ('=ЗНАЧЕН("1234,5")', 1234.5),
        ('=1,5&""', "1,5"),
        ("=SUM(C2:C6)", 12),
        ("=SUM(1,2)", 1.2),
        ("=SUM(C2,C3)", "#ERROR!"),
        ("=НЕТТАКОЙ(1)", "#NAME?"),
    ],
)  # fmt: skip
def test_functions_speak_russian(formula: str, value: object) -> None:
    assert given(formula, locale=RU) == value


@pytest.mark.parametrize(
    ("formula", "value"),
    [("=FOO(1)", "#NAME?"), ("=слово", "#NAME?"), ("=IF(1)", "#N/A"), ("=TODAY(1)", "#N/A"), ("=SUM(A1", "#ERROR!")],
)
def test_a_wrong_call_is_an_error(formula: str, value: str) -> None:
    assert given(formula) == value


def test_every_function_is_tried() -> None:
    tried = " ".join(formula for formula, _ in [*ONE_VALUE, *ARRAYS])
    assert [name for name in FUNCTIONS if f"{name}(" not in tried] == []
