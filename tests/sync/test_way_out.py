"""The gate is the only way out: nothing else makes a package, and nothing else writes where packages lie."""

import re
from pathlib import Path

import sync

ROOT = Path(sync.__file__).parent.parent
SOURCES = {
    path.relative_to(ROOT).as_posix(): path.read_text(encoding="utf-8")
    for floor in ("config", "validators", "reports", "sync")
    for path in (ROOT / floor).rglob("*.py")
}


def having(pattern: str) -> set[str]:
    return {name for name, text in SOURCES.items() if re.search(pattern, text)}


def test_the_seal_of_what_is_released_stays_in_the_gate() -> None:
    assert having(r"\b_SEAL\b|\bReleased\(") == {"reports/disclosure/release.py"}


def test_every_writer_of_the_package_asks_for_what_is_released() -> None:
    writers = {name: text for name, text in SOURCES.items() if name.startswith("reports/federal/writing/")}
    made = re.compile(r"^def ([a-z]\w*)\((\w+): (\w+)[^)]*\) -> (?:bytes|Mapping\[str, bytes\]):", re.MULTILINE)
    found = {one[1]: one[3] for text in writers.values() for one in made.finditer(text)}
    assert {"files_of", "summary_workbook", "data_file", "table_files", "summary_file", "note_file"} <= found.keys()
    assert {name for name, asked in found.items() if asked != "Released"} == {"as_text", "text_table", "zipped"}


OTHERS = {
    "sync/founding.py",  # makes the empty folder
    "sync/paper_files.py",  # named papers, of those who allow it
    "sync/moving/office_files.py",  # everything, for the office itself
    "sync/moving/exporting.py",
    "sync/finishing.py",  # only takes away what killed processes left half-written
}


def test_only_the_export_writes_into_exports() -> None:
    assert having(r"""["']exports["']""") - OTHERS == {"sync/federal.py"}
    assert having(r"\bfiles_of\(") == {"reports/federal/writing/package.py", "sync/issuing.py"}


def test_a_package_is_made_of_nothing_but_what_the_gate_let_out() -> None:
    text = SOURCES["sync/issuing.py"]
    assert re.search(r"released = release\(draft, ", text)
    assert re.search(r"files = files_of\(released, ", text)


def test_a_form_is_filled_with_nothing_but_what_the_gate_let_out() -> None:
    """Every answer but an empty one is a cell of what was released, and one module alone asks for answers."""
    answers = SOURCES["reports/filling/answers.py"]
    assert re.search(r"value = released\.cells\(\)\.get\(place\.key\)", answers)
    assert len(re.findall(r"Answer\((?!why=)\w", answers)) == 1
    assert having(r"reports\.filling\.answers import .*\banswer_of\b") == {"sync/form_filling.py"}
    assert re.search(r"released = release\(draft, work\.known, ", SOURCES["sync/form_filling.py"])
