"""The 171 real malformed files: each is read with its rows and columns, or refused by its right cause, quickly.

How MANIFEST.tsv counts: `rows` and `cols` are the corner of the used range of the first worksheet, counted from A1
(title rows and empty first columns included), so they are the number of our rows and the width of the longest.
"""

import csv
import time
from pathlib import Path

import pytest

from sync.backends.base import FileRead
from sync.backends.readers.calamine import CalamineProcess
from sync.backends.readers.file import read_file

CORPUS = Path(__file__).parents[5] / "shared" / "corpus"
MOST_SECONDS, MOST_MEGABYTES = 10, 512

REFUSED = {
    "cal_OOM_alloc3.xls": "damaged",
    "cal_issue_594_dos.ods": "too_large",
    "cal_issue_666_panic.xlsb": "xlsb",
    "cal_pass_protected.ods": "password",
    "cal_pass_protected.xlsb": "password",
    "cal_pass_protected.xlsx": "password",
    "cal_too_small.xls": "not_a_workbook",
    "der_csv_mojibake.csv": "encoding",
    "der_docx_named_xlsx.xlsx": "document",
    "der_flipped_bytes.xlsx": "damaged",
    "der_html_named_xls.xls": "html",
    "der_truncated.xls": "truncated",
    "der_truncated.xlsx": "truncated",
    "ms_example_password.xlsx": "password",
    "ms_rc4cryptoapi_password.xls": "password",
    "mt_encrypted_no_password.xls": "password",
    "ox_null_archive.xlsx": "archive",
    "ox_null_file.xlsx": "empty",
    "poi_SampleSS.txt": "not_a_workbook",
    "poi_SampleSS.xml": "xml",
    "poi_crash-274d6342e4842d61be0fb48eaadad6208ae767ae.xlsx": "damaged",
    "poi_crash-9bf3cd4bd6f50a8a9339d363c2c7af14b536865c.xlsx": "password",
    "poi_duplicate-filename.xlsx": "damaged",
    "poi_fz_POIFuzzer-5040805309710336.xlsx": "document",
    "poi_password.xls": "password",
    "poi_poc-shared-strings.xlsx": "damaged",
    "poi_poc-xmlbomb-empty.xlsx": "damaged",
    "poi_poc-xmlbomb.xlsx": "damaged",
    "poi_protected_passtika.xlsb": "password",
    "poi_protected_passtika.xlsx": "password",
    "poi_testEXCEL_4.xls": "not_a_workbook",
    "poi_xlsx-corrupted.xlsx": "damaged",
    "poi_xor-encryption-abc.xls": "password",
    "ps_2x6m.xlsx": "damaged",
    "ps_CorruptedXmlFile.xml": "xml",
    "ps_NotASpreadsheetFile.doc": "document",
    "ps_badhtml.html": "html",
    "ps_ebcdic.xlsx": "encoding",
    "ps_empty.csv": "empty",
    "ps_excel2003.iso8859-1.xml": "xml",
    "ps_oleloop.xls": "damaged",
    "ps_utf16entity.xlsx": "encoding",
    "ps_utf7white.xlsx": "encoding",
    "ps_utf8entity.xlsx": "damaged",
    "xlrd_biff4_no_format_no_window2.xls": "not_a_workbook",
}
"""File → the cause; those of a fuzzer not named here are damaged or truncated."""

FUZZ_THAT_OPENS = {
    "poi_fz_POIHSSFFuzzer-4977868385681408.xls": "the records are whole; another reader sees the same six rows",
    "poi_fz_POIHSSFFuzzer-5285517825277952.xls": "the same",
    "poi_poi-fuzz.xls": "the records are whole; one cell, as another reader sees",
    "ps_sec-j47r.xlsx": "plain data with a dangerous link, and no link is ever followed or printed",
    "ps_sec-p66w.xlsx": "plain data; the danger is in a property, and no property is read",
    "ps_sec-q229.xlsx": "the same",
    "ps_pr.4687.excel.badendian.xls": "the mark of the order of bytes is wrong and nothing depends on it",
    "xlrd_corrupted_error.xls": "the directory is odd, every stream of it can be followed",
    "poi_BrNotClosed.xlsx": "the unclosed tag is in a drawing of no table",
}
"""Files for which a refusal was thought likely, and which are rightly read."""

NOT_OPENED = {
    "poi_Simple.xlsb": ("xlsb", "binary workbooks are refused by name (decision 34)"),
    "cal_issue_666_lost_sheets.xlsb": ("xlsb", "the same"),
    "pollock_file_no_payload.csv": ("empty", "zero bytes: it is said to be empty"),
}
"""Files that are expected to open and are refused: the cause and the reason."""

OTHER_SHAPE = {
    "poi_xlmmacro.xlsm": ((0, 0), "its first sheet is one of macros, which is no table; the first table is empty"),
    "pollock_row_extra_quote0_col0.csv": ((84, 9), "all nine columns of the clean table; three were counted"),
    "pollock_row_more_sep_row1_col0.csv": ((84, 10), "one row has a cell more, and no cell is dropped"),
    "ps_sep.csv": ((2, 2), "the line «sep=;» is no row and cuts the others in two"),
}
"""File → the shape in which it is read and why it is not that of the manifest."""


def manifest() -> list[dict[str, str]]:
    if not CORPUS.is_dir():
        return []
    with (CORPUS / "MANIFEST.tsv").open(encoding="utf-8", newline="") as handle:
        rows = list(csv.DictReader(handle, delimiter="\t"))
    return [row for row in rows if row["file"].startswith("malformed/")]


CASES = manifest()
pytestmark = pytest.mark.skipif(not CASES, reason="the corpus of malformed files is not beside the checkout")


def peak_of(process: int | str | None) -> int:
    """Most megabytes that a process has held; 0 when it is gone or the system does not tell."""
    status = Path(f"/proc/{process}/status")
    lines = status.read_text().splitlines() if status.exists() else []
    return int(next((line for line in lines if line.startswith("VmHWM")), "VmHWM: 0").split()[1]) // 1024


def forget_our_peak() -> None:
    """From here on our own peak is counted anew, where the system can."""
    switch = Path("/proc/self/clear_refs")
    if switch.exists():
        switch.write_text("5")


def guarded(name: str) -> FileRead:
    """The file as read; too long or too much memory, of the child or of us, fails the test."""
    data = (CORPUS / "malformed" / name).read_bytes()
    forget_our_peak()
    held = peak_of("self")
    with CalamineProcess() as process:
        start = time.perf_counter()
        file = read_file(name, data, process)
        assert time.perf_counter() - start < MOST_SECONDS
        assert peak_of(process.number) < MOST_MEGABYTES
    assert peak_of("self") - held < MOST_MEGABYTES
    return file


def shape_of(file: FileRead) -> tuple[int, int]:
    return len(file.grids[0].rows), file.grids[0].width


@pytest.mark.parametrize("row", CASES, ids=[row["file"].partition("/")[2] for row in CASES])
def test_a_malformed_file_is_read_whole_or_refused_by_its_cause(row: dict[str, str]) -> None:
    name, expected = row["file"].partition("/")[2], row["why_or_expected"]
    file = guarded(name)
    if name in NOT_OPENED:
        assert file.refused == NOT_OPENED[name][0]
    elif name in REFUSED:
        assert file.refused == REFUSED[name]
        assert "refusal" in expected or "says" in expected or "refuses" in expected or "named" in expected, expected
    elif "_fz_" in name and name not in FUZZ_THAT_OPENS:
        assert file.refused in {"damaged", "truncated"}
    else:
        assert file.refused is None, file.text
        assert "open" in expected or "clean table" in expected or "errors" in expected or name in FUZZ_THAT_OPENS
        if name in OTHER_SHAPE:
            assert shape_of(file) == OTHER_SHAPE[name][0]
        elif row["rows"]:
            assert shape_of(file) == (int(row["rows"]), int(row["cols"]))
    assert (file.code is None) == bool(file.grids) == (not file.text)
    assert file.code is None or (name in file.text and file.advice)


def test_a_file_named_otherwise_than_it_is_is_read_with_a_note() -> None:
    for name in ("der_csv_named_xls.xls", "der_xls_named_xlsx.xlsx", "der_xlsx_named_xls.xls"):
        assert [code for code, _ in guarded(name).notes] == ["F03"], name


def test_the_damaged_sheet_is_named() -> None:
    assert "xl/worksheets/sheet2.xml" in guarded("der_flipped_bytes.xlsx").text


def test_the_same_list_in_other_encodings_reads_alike() -> None:
    lists = [guarded(f"der_csv_{name}").grids[0].rows for name in ("utf16.csv", "named_xls.xls")]
    lists.append(read_file("x", (CORPUS / "ru_registers" / "csv_mos_colleges.csv").read_bytes()).grids[0].rows)
    assert lists[0] == lists[1] == lists[2]
    assert len(lists[0]) == 108
    dos = guarded("der_csv_cp866.csv").grids[0].rows
    plain = [[cell for cell in row if cell and str(cell).isalnum()] for row in lists[0]]
    assert all(set(cells) <= set(row) for cells, row in zip(plain, dos, strict=True))


def test_a_workbook_that_kills_its_reader_kills_only_the_child() -> None:
    with CalamineProcess() as process:
        process.send((CORPUS / "malformed" / "ps_oleloop.xls").read_bytes())
        with pytest.raises(Exception, match="F04 too_large"):
            process.receive("ps_oleloop.xls")
        good = next(row["file"] for row in CASES if row["file"].endswith("cal_date_1904.xlsx"))
        assert read_file("после", (CORPUS / good).read_bytes(), process).code is None
